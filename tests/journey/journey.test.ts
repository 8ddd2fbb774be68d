import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Passport } from "../../src/domain/passport.ts";
import { startTestApplication, type TestApplication } from "../support/application.ts";
import { findChromium, launchChromium } from "../support/chromium.ts";
import { violations } from "../support/page-in-browser.ts";

const executable = findChromium();

describe.skipIf(executable === undefined)("in a browser", () => {
  let browser: Browser;
  let application: TestApplication;

  beforeAll(async () => {
    application = await startTestApplication();
    browser = await launchChromium(executable ?? "");
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  async function open(locale: string, width = 1280): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: width < 500 ? 740 : 860 }, locale });
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.goto(application.url);
    await lastBotMessage(page, /Zullen we beginnen|Shall we start/);
    return page;
  }

  /** Waits until the newest message of the bot holds this. */
  async function lastBotMessage(page: Page, pattern: RegExp): Promise<string> {
    await expect
      .poll(async () => (await page.locator(".message.bot").allTextContents()).at(-1) ?? "", { timeout: 15_000, message: String(pattern) })
      .toMatch(pattern);
    return (await page.locator(".message.bot").allTextContents()).at(-1) ?? "";
  }

  async function nextAnswer(page: Page, count: number): Promise<string> {
    await expect.poll(() => page.locator(".message.bot").count(), { timeout: 15_000 }).toBeGreaterThan(count);
    await expect
      .poll(async () => (await page.locator(".message.bot").last().locator("button:not(.read-aloud):not(:disabled)").count()) > 0, {
        timeout: 15_000,
      })
      .toBe(true);
    return (await page.locator(".message.bot").allTextContents()).at(-1) ?? "";
  }

  async function type(page: Page, text: string): Promise<string> {
    const before = await page.locator(".message.bot").count();
    await page.fill("#answer", text);
    await page.keyboard.press("Enter");
    return nextAnswer(page, before);
  }

  async function press(page: Page, name: string): Promise<string> {
    const before = await page.locator(".message.bot").count();
    await page.locator(".message.bot").last().getByRole("button", { name, exact: true }).click();
    return nextAnswer(page, before);
  }

  async function passportOf(page: Page): Promise<Passport> {
    const text = await page.evaluate(async () => (await fetch("/api/passport", { headers: { "X-Skillsgesprek": "1" } })).text());
    return Passport.parse(JSON.parse(text));
  }

  test("a Dutch carer, with typos, by buttons and by typing: to a passport, through a reload, and erased", async () => {
    const page = await open("nl-NL");
    let said = await press(page, "Goed, beginnen");
    expect(said).toContain("gewone dag");
    let answers = 1;
    said = await type(page, "ik zorg al 4 jaar voor mn moeder. ik help met wassen en aankleden en ik kook zonder zout");
    answers += 1;
    expect(said).toContain("Klopt dit?");
    said = await type(page, "kloptt");
    answers += 1;
    expect(answers).toBeLessThanOrEqual(6);
    expect((await passportOf(page)).claims).toHaveLength(1);

    await page.reload();
    await lastBotMessage(page, /Klopt/);
    said = await press(page, "Nee");
    expect(said).toContain("Wat klopt niet?");
    said = await type(page, "2");
    expect(said).toMatch(/een van deze|niets anders/);
    said = await type(page, "later");
    for (let i = 0; i < 6 && /Klopt/.test(said); i++) said = await press(page, "Ja");
    expect(said).not.toContain("Klopt dit?");
    said = await type(page, "mijn paspoort");
    const before = await passportOf(page);
    expect(before.claims.length).toBeGreaterThan(0);
    for (const claim of before.claims) {
      for (const { quote } of claim.evidence)
        expect("ik zorg al 4 jaar voor mn moeder. ik help met wassen en aankleden en ik kook zonder zout").toContain(quote);
    }

    const first = before.claims[0];
    await page.locator(`input[name="level-${first?.id}"][value="on_my_own"]`).check();
    await expect.poll(async () => (await passportOf(page)).claims[0]?.level).toEqual({ scheme: "plain", value: "on_my_own" });

    said = await type(page, "wis alles");
    expect(said).toContain("Weet je het zeker");
    await page.locator(".message.bot").last().getByRole("button", { name: "Ja, wis alles" }).click();
    await expect.poll(() => page.locator("main").textContent(), { timeout: 15_000 }).toContain("Alles is gewist");
    expect(await page.evaluate(async () => (await fetch("/api/passport", { headers: { "X-Skillsgesprek": "1" } })).status)).toBe(401);
    await page.context().close();
  });

  test("an English jobseeker, at 360 pixels, through every area to the end", async () => {
    const page = await open("en-GB", 360);
    let said = await press(page, "OK, let's start");
    expect(said).toContain("ordinary day");
    const stories = [
      "I worked the till in a shop and filled the shelves",
      "i fix bikes for peple in my street",
      "I coach the under 12 football team on saturdays",
    ];
    for (let turn = 0; turn < 80 && !said.includes("anything else?"); turn++) {
      const card = page.locator(".message.bot").last();
      if (/Is (this|it) right\?/.test(said) && (await card.getByRole("button", { name: "Yes", exact: true }).count()) > 0)
        said = await press(page, "Yes");
      else if (said.includes("Do you want to go on")) said = await press(page, "Go on");
      else if (said.includes("more things")) said = await press(page, "Yes, show me");
      else if (/ordinary day|volunteer|taught yourself/.test(said) && stories.length > 0) said = await type(page, stories.shift() ?? "");
      else said = await type(page, "that was all");
      if (said.includes("Would you like to tell me anything else")) break;
    }
    expect(said).toContain("Would you like to tell me anything else");
    const passport = await passportOf(page);
    expect(passport.claims.length).toBeGreaterThanOrEqual(3);
    expect(passport.skipped.length).toBeGreaterThan(0);
    expect(passport.wants.length + passport.skipped.filter((part) => part === "motive" || part === "goal").length).toBeGreaterThanOrEqual(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.click("#tab-passport");
    await expect.poll(() => page.locator(".claim").count()).toBe(passport.claims.length);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download" }).click();
    expect((await download).suggestedFilename()).toBe("passport.json");
    await page.context().close();
  });

  test.for([
    ["nl-NL", 1280],
    ["en-GB", 360],
  ] as const)("no accessibility violations in %s at %i pixels, with an offer on screen", async ([locale, width]) => {
    const page = await open(locale, width);
    await press(page, locale === "nl-NL" ? "Goed, beginnen" : "OK, let's start");
    await type(page, locale === "nl-NL" ? "ik maak kantoren schoon" : "I clean offices");
    expect(await violations(page)).toEqual([]);
    await press(page, locale === "nl-NL" ? "Ja" : "Yes");
    if (width < 960) await page.click("#tab-passport");
    await expect.poll(() => page.locator(".claim").count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test("R22: nothing that was typed is in the logs or readable in the files", async () => {
    const page = await open("nl-NL");
    await press(page, "Goed, beginnen");
    await type(page, "ik repareer zwabberfietsen en mijn nummer is 06-12345678");
    expect(application.logged.join("")).not.toContain("zwabberfietsen");
    const files = readdirSync(application.dataDir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      expect(bytes.includes("zwabberfietsen"), file.name).toBe(false);
      expect(bytes.includes("12345678"), file.name).toBe(false);
    }
    await page.context().close();
  });
});
