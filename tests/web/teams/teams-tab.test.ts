import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { teamsWords } from "../../../src/composition/teams-words.ts";
import { createServer } from "../../../src/web/server.ts";
import { registerTeamsTab } from "../../../src/web/teams/teams-tab.ts";
import { findChromium, launchChromium } from "../../support/chromium.ts";

const appId = "11111111-2222-3333-4444-555555555555";

async function startTab(settings: { readonly appId: string | null; readonly publicUrl: URL | null }) {
  const { server } = createServer({ publicUrl: null, log: () => {} });
  const cookies: (string | undefined)[] = [];
  server.pre((request, _response, next) => {
    cookies.push(request.headers.cookie);
    next();
  });
  registerTeamsTab(server, { words: teamsWords({ formOfAddress: "je", operatorName: "Buurthuis Voorbeeld" }), ...settings });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo = server.address();
  return {
    origin: `http://127.0.0.1:${address.port}`,
    /** What each request brought along. */
    cookies,
    async close() {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

type Tab = Awaited<ReturnType<typeof startTab>>;
let tab: Tab;
beforeAll(async () => {
  tab = await startTab({ appId, publicUrl: new URL("https://skills.example") });
});
afterAll(() => tab.close());

describe("the tab in Teams", () => {
  test("may stand in Microsoft's frames and in nobody else's; it has no script, no form and no cookie", async () => {
    const response = await fetch(`${tab.origin}/teams?locale=nl-nl`);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/frame-ancestors https:\/\/teams\.microsoft\.com /);
    expect(policy).not.toMatch(/unsafe|script-src|frame-ancestors[^;]* (?:\*|https:)(?: |$)/);
    expect(policy).toContain("default-src 'none'");
    expect(response.headers.get("x-frame-options")).toBeNull();
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).not.toMatch(/<script|<form|skillsgesprek=/);
  });

  test.for([
    { path: "/teams?locale=en-gb", language: "en" },
    { path: "/teams?locale=nl-be", language: "nl" },
    { path: "/teams?locale=en-us&locale=nl", language: "en" },
    { path: "/teams?locale=%7Blocale%7D", language: "nl" },
    { path: "/teams", language: "nl" },
  ])("$path is in $language", async ({ path, language }) => {
    expect(await (await fetch(`${tab.origin}${path}`, { headers: { "Accept-Language": "nl" } })).text()).toContain(`<html lang="${language}">`);
  });

  test("leads to the chat with the bot and to the browser, and says who reads what", async () => {
    const html = await (await fetch(`${tab.origin}/teams?locale=nl`)).text();
    expect(html).toContain(`href="https://teams.microsoft.com/l/chat/0/0?users=28:${appId}"`);
    expect(html).toContain('href="https://skills.example/"');
    expect(html).toContain("In Teams kan je organisatie dit gesprek ook lezen.");
    expect(html).toContain("Buurthuis Voorbeeld");
    expect(html).toMatch(/id="data".*id="purpose"/s);
  });

  test.for([
    { appId: null, publicUrl: new URL("https://skills.example") },
    { appId, publicUrl: null },
  ])("is not there where there is no bot in Teams: %o", async (settings) => {
    const other = await startTab(settings);
    expect((await fetch(`${other.origin}/teams`)).status).toBe(404);
    await other.close();
  });
});

const executable = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(!executable)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    // A page of the world outside may not frame one of this machine, where the real one is in the world too.
    browser = await launchChromium(executable ?? "", ["--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests"]);
  });
  afterAll(() => browser.close());

  /** Somebody's page with ours in a frame. */
  async function framedBy(host: string): Promise<Page> {
    const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 1280, height: 800 } });
    await context.addCookies([{ name: "session", value: "secret", url: tab.origin, sameSite: "Strict", httpOnly: true }]);
    const page = await context.newPage();
    const html = `<!doctype html><title>t</title><iframe src="${tab.origin}/teams?locale=nl-nl" width="1000" height="700"></iframe>`;
    await page.route(`https://${host}/**`, (route) => route.fulfill({ contentType: "text/html", body: html }));
    tab.cookies.length = 0;
    await page.goto(`https://${host}/`);
    await page.waitForLoadState("load");
    return page;
  }
  const heading = (page: Page) => page.frameLocator("iframe").getByRole("heading", { level: 1 });

  test("Teams may frame it, and no strict cookie comes along: why the passport opens in the browser", async () => {
    const page = await framedBy("teams.microsoft.com");
    expect(await heading(page).textContent({ timeout: 10_000 })).toBe("Mijn paspoort");
    expect(tab.cookies).toEqual([undefined]);
    await page.goto(`${tab.origin}/teams`);
    expect(tab.cookies).toEqual([undefined, "session=secret"]);
    await page.context().close();
  });

  test("another site may not", async () => {
    const page = await framedBy("evil.example");
    expect(await heading(page).count()).toBe(0);
    await page.context().close();
  });

  test.for([
    { width: 360, scheme: "light" as const },
    { width: 1280, scheme: "dark" as const },
  ])("at $width, $scheme: axe finds nothing, and nothing sticks out", async ({ width, scheme }) => {
    const context = await browser.newContext({ viewport: { width, height: 740 }, colorScheme: scheme, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${tab.origin}/teams?locale=nl`);
    await page.addScriptTag({ content: axe });
    const found = await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))");
    expect(found).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await context.close();
  });
});
