import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visitorWords } from "../../../src/web/visitor-page.ts";
import { type PageApp, startPageApp } from "../../support/page-app.ts";

let app: PageApp;
beforeAll(async () => {
  app = await startPageApp();
});
afterAll(() => app.close());

/** fetch says its own "Sec-Fetch-Mode". */
function statusFrom(mode: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${app.origin}${path}`, { headers: { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

describe.for(["/share", "/ask"])("%s", (path) => {
  test("is found by no search engine, framed by nobody, kept in no cache, and hands on no address", async () => {
    const response = await fetch(`${app.origin}${path}`);
    const header = (name: string) => response.headers.get(name) ?? "";
    expect(header("x-robots-tag")).toContain("noindex");
    expect(await response.text()).toContain('<meta name="robots" content="noindex');
    expect(header("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(header("content-security-policy")).not.toContain("unsafe");
    expect(header("cache-control")).toBe("no-store");
    expect(header("referrer-policy")).toBe("no-referrer");
  });

  test("is the same shell for everybody, and loads what it names", async () => {
    const [plain, withCookie] = await Promise.all([
      fetch(`${app.origin}${path}`).then((each) => each.text()),
      fetch(`${app.origin}${path}?x=1`, { headers: { Cookie: "skillsgesprek=x" } }).then((each) => each.text()),
    ]);
    expect(withCookie).toBe(plain);
    const files = [...plain.matchAll(/"(\/share-assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(files).toHaveLength(2);
    for (const file of files) expect((await fetch(`${app.origin}${file}`)).status).toBe(200);
  });

  test("may be opened from a link in somebody's mail, but not called by another site", async () => {
    expect(await statusFrom("navigate", path)).toBe(200);
    expect(await statusFrom("cors", path)).toBe(403);
  });
});

test("says validated of the last two steps of the ladder only", () => {
  for (const [language, word] of [
    ["nl", /gevalideerd/i],
    ["en", /validated/i],
  ] as const) {
    const saying = Object.entries(visitorWords("je", "share")[language])
      .filter(([, text]) => word.test(text))
      .map(([key]) => key);
    expect(saying).toEqual(["status.assessed", "status.credential"]);
  }
});

test("the day on which a skill was confirmed is not shown as the day on which it began", () => {
  for (const [language, confirmed] of [
    ["nl", "Bevestigd op {date}"],
    ["en", "Confirmed on {date}"],
  ] as const) {
    const words = visitorWords("je", "share")[language];
    expect(words["claim.confirmed"]).toBe(confirmed);
    expect(Object.values(words).filter((text) => /\b(?:sinds|since)\b[^.]*\{date\}/i.test(text))).toEqual([]);
  }
});
