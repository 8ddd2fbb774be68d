import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadPageWords } from "../../../src/web/chat/page-words.ts";
import { type PageApp, startPageApp } from "../../support/page-app.ts";

let app: PageApp;
beforeAll(async () => {
  app = await startPageApp();
});
afterAll(() => app.close());

async function page(language = "nl"): Promise<{ html: string; response: globalThis.Response }> {
  const response = await fetch(app.origin, { headers: { "Accept-Language": language } });
  return { html: await response.text(), response };
}

/** fetch unpacks by itself; this shows what goes over the line. */
function raw(path: string, encoding: string): Promise<{ body: Buffer; encoding: string | undefined; cache: string | undefined }> {
  return new Promise((resolve, reject) => {
    request(`${app.origin}${path}`, { headers: { "Accept-Encoding": encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ body: Buffer.concat(chunks), encoding: response.headers["content-encoding"], cache: response.headers["cache-control"] }),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("the page", () => {
  test.for([
    { asked: "nl-NL,nl;q=0.9", language: "nl", title: "Skillsgesprek: ontdek wat je kunt" },
    { asked: "en-GB", language: "en", title: "Skillsgesprek: find out what you can do" },
    { asked: "fr-FR", language: "nl", title: "Skillsgesprek: ontdek wat je kunt" },
  ])("comes in $language to who asks for $asked", async ({ asked, language, title }) => {
    const { html } = await page(asked);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<title>${title}</title>`);
  });

  test("runs no script but its own file, and allows no style attributes", async () => {
    const { html, response } = await page();
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag.replace(/main-\w+/, "main"))).toEqual([
      '<script type="module" src="/assets/main.js">',
      '<script type="application/json" id="words">',
    ]);
    expect(html).not.toMatch(/\sstyle="|\son\w+="/);
  });

  test("names no word that is not in the words of the page", async () => {
    const { html } = await page();
    const keys = [...html.matchAll(/data-words(?:-label|-placeholder)?="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(keys.length).toBeGreaterThan(20);
    const words = loadPageWords();
    expect(keys.filter((key) => words.nl[key] === undefined || words.en[key] === undefined)).toEqual([]);
  });

  test("offers a person to talk to only where there is one", async () => {
    expect((await page()).html).not.toContain("Een mens spreken</button>");
    const withContact = await startPageApp({ hasContact: true });
    try {
      expect(await (await fetch(withContact.origin)).text()).toContain("Een mens spreken</button>");
    } finally {
      await withContact.close();
    }
  });

  test("says u throughout where that was chosen", () => {
    const { nl } = loadPageWords("u");
    expect(Object.entries(nl).filter(([, text]) => /\b(?:je|jij|jou|jouw)\b/i.test(text))).toEqual([]);
  });
});

describe("the page's files", () => {
  async function script(): Promise<string> {
    return /src="(\/assets\/main-\w+\.js)"/.exec((await page()).html)?.[1] ?? "";
  }

  test("are kept for a year under a name that changes with them, and come packed", async () => {
    const path = await script();
    const plain = await raw(path, "identity");
    const gzip = await raw(path, "gzip");
    const brotli = await raw(path, "gzip, br");
    expect(plain.cache).toBe("public, max-age=31536000, immutable");
    expect([plain.encoding, gzip.encoding, brotli.encoding]).toEqual([undefined, "gzip", "br"]);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
  });

  test("are light: what the first words need is under 60 kB packed, and holds no card renderer", async () => {
    const { body } = await raw(await script(), "br");
    expect(body.length).toBeLessThan(60_000);
    expect(brotliDecompressSync(body).includes("ac-pushButton")).toBe(false);
  });

  test.for(["/assets/none.js", "/assets/..%2f..%2fpackage.json", "/assets/"])("%s is not there", async (path) => {
    expect((await fetch(`${app.origin}${path}`)).status).toBe(404);
  });
});
