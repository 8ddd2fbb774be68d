import { readFile } from "node:fs/promises";
import type { Request, Response, Server } from "restify";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launchChromium } from "../support/chromium.ts";
import { type PageApp, startPageApp } from "../support/page-app.ts";

const executable = findChromium();
const bundle = new URL("../../node_modules/botframework-webchat/dist/webchat.js", import.meta.url);

const start = `
const session = await (await fetch("/api/session", { method: "POST", headers: { "X-Skillsgesprek": "1" } })).json();
const directLine = WebChat.createDirectLine({ domain: location.origin + "/v3/directline", token: session.token });
WebChat.renderWebChat({ directLine, locale: "nl-NL" }, document.getElementById("webchat"));`;

/** A page as somebody would make who has a Web Chat already: Microsoft's bundle, and our endpoint. */
function serveWebChat(server: Server): void {
  const send = (path: string, type: string, body: () => Promise<string> | string) =>
    server.get(path, async (_request: Request, response: Response) => {
      response.setHeader("Content-Security-Policy", "");
      response.setHeader("Content-Type", type);
      response.sendRaw(200, await body());
    });
  send(
    "/webchat",
    "text/html; charset=utf-8",
    () =>
      '<!doctype html><title>Web Chat</title><div id="webchat" style="height: 640px"></div><script src="/webchat.js"></script><script type="module" src="/start.js"></script>',
  );
  send("/webchat.js", "text/javascript; charset=utf-8", () => readFile(bundle, "utf8"));
  send("/start.js", "text/javascript; charset=utf-8", () => start);
}

describe.skipIf(executable === undefined)("Microsoft's own Web Chat on our Direct Line endpoint", () => {
  let browser: Browser;
  let app: PageApp;
  beforeAll(async () => {
    app = await startPageApp({ more: serveWebChat });
    browser = await launchChromium(executable ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test("shows the messages, answers by button, by typing and on a card, and the skill is in the passport", async () => {
    const page = await (await browser.newContext({ locale: "nl-NL" })).newPage();
    await page.goto(`${app.origin}/webchat`);
    const transcript = page.locator("#webchat");
    await page.getByRole("toolbar").getByRole("button", { name: "Goed, beginnen" }).click();
    await expect.poll(() => transcript.textContent(), { timeout: 20_000 }).toContain("Wat doe je op een gewone dag?");
    await page.getByRole("textbox").fill("Ik *maak kantoren schoon*");
    await page.keyboard.press("Enter");
    await expect.poll(() => transcript.textContent(), { timeout: 20_000 }).toContain("Je zei: “maak kantoren schoon”");
    await page.locator(".ac-pushButton", { hasText: /^Ja$/ }).click();
    await expect.poll(() => transcript.textContent(), { timeout: 20_000 }).toContain("Dat is je eerste vaardigheid");
    const passport = await page.evaluate(async () => (await fetch("/api/passport", { headers: { "X-Skillsgesprek": "1" } })).text());
    expect(passport).toContain('"quote":"maak kantoren schoon"');
  });
});
