import { describe, expect, test } from "vitest";
import { linkingSecret } from "../../src/domain/page-link.ts";
import { createPageLinks } from "../../src/identity/page-links.ts";
import { findChromium } from "../support/chromium.ts";
import { pageInBrowser, phone, violations } from "../support/page-in-browser.ts";

const executable = findChromium();
const teamsAppId = "11111111-2222-3333-4444-555555555555";

describe.skipIf(executable === undefined)("from the page to Teams", () => {
  const at = pageInBrowser(executable);

  async function openWays(options = {}) {
    const page = await at.newPage(options);
    await page.goto(`${at.app.origin}/`);
    await page.getByText("Zullen we beginnen?").waitFor();
    const tab = page.locator("#tab-passport");
    if (await tab.isVisible()) await tab.click();
    const summary = page.locator("#doors summary", { hasText: "Hoe kom je terug?" });
    await summary.waitFor();
    if (!(await summary.evaluate((each) => each.parentElement?.hasAttribute("open")))) await summary.click();
    await page.locator("#doors").getByText("Je hebt nog geen code.").waitFor();
    return page;
  }

  test.for([
    { on: "a phone", options: phone },
    { on: "a computer", options: {} },
  ])("on $on: a message to send, with the chat one tap away, and a word about who reads along", async ({ options }) => {
    await at.restart({ teamsAppId });
    const page = await openWays(options);
    await page.getByRole("button", { name: "Koppel met Teams" }).click();
    const message = (await page.locator(".teams-message").textContent()) ?? "";
    const secret = linkingSecret(message) ?? "";
    expect(await createPageLinks({ store: at.app.store, kind: "teams-link" }).peek(secret)).toBeDefined();
    const href = await page.getByRole("link", { name: "Open de chat in Teams" }).getAttribute("href");
    expect(href).toBe(`https://teams.microsoft.com/l/chat/0/0?users=28:${teamsAppId}&message=${encodeURIComponent(message)}`);
    await page.getByText("kan je organisatie ook lezen").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(at.problems).toEqual([]);
  });

  test("where there is no bot in Teams, nothing is said of it", async () => {
    const page = await openWays();
    expect(await page.getByText("Teams").count()).toBe(0);
  });
});
