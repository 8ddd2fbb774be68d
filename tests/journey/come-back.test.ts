import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { codeFragment, codeIn, readCode } from "../../src/domain/come-back-code.ts";
import { Passport } from "../../src/domain/passport.ts";
import { findChromium } from "../support/chromium.ts";
import { isInSight, pageInBrowser, phone, violations } from "../support/page-in-browser.ts";

const executable = findChromium();
const wrongCode = "A7K 4PX 0TM 12C 58R VFG H93";

describe.skipIf(executable === undefined)("coming back with a code", () => {
  const at = pageInBrowser(executable);
  /** Every address that any page asked for. */
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
  });

  /** A browser that was never here before. */
  async function freshPage(options?: BrowserContextOptions): Promise<Page> {
    const page = await at.newPage(options);
    page.on("request", (request) => asked.push(`${request.url()} ${request.headers()["referer"] ?? ""}`));
    return page;
  }

  async function visit(options?: BrowserContextOptions, hash = ""): Promise<Page> {
    const page = await freshPage(options);
    await page.goto(`${at.app.origin}/${hash}`);
    if (hash === "") await page.getByText("Zullen we beginnen?").waitFor();
    return page;
  }

  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).last().click();

  async function say(page: Page, text: string): Promise<void> {
    await page.locator("#answer").fill(text);
    await page.locator("#answer").press("Enter");
  }

  /** Begins, tells, confirms one skill; the next question is then open. */
  async function talk(page: Page): Promise<void> {
    await press(page, "Goed, beginnen");
    await page.getByText("Wat doe je op een gewone dag").waitFor();
    await say(page, "Ik *maak kantoren schoon*");
    await press(page, "Ja");
    await expect.poll(() => page.locator(".skill").count()).toBe(1);
    await page
      .getByText(/wat doe je dan precies\?/i)
      .last()
      .waitFor();
  }

  /** Opens "keep your code" in the menu. */
  async function keepCode(page: Page): Promise<void> {
    await page.locator("#menu-button").click();
    await page.locator("#menu").getByRole("button", { name: "Bewaar je code" }).click();
    await page.getByRole("dialog", { name: "Bewaar je code" }).waitFor();
  }

  /** The code that the dialog shows; waits for another one than `before`. */
  async function shownCode(page: Page, before = ""): Promise<string> {
    const read = async () => (await page.locator("dialog .code li").allTextContents()).join(" ");
    await expect.poll(read).toMatch(/^(?:[0-9A-Z]{3} ){6}[0-9A-Z]{3}$/);
    await expect.poll(read).not.toBe(before);
    return read();
  }

  /** Somebody who talked, and kept the code to come back with. */
  async function talkAndKeepCode(): Promise<{ page: Page; code: string }> {
    const page = await visit();
    await talk(page);
    await keepCode(page);
    return { page, code: await shownCode(page) };
  }

  async function handIn(page: Page, code: string): Promise<void> {
    await page.locator("#code-input").fill(code);
    await press(page, "Ga verder");
  }

  /** What there is after coming back: the story, the skill, and the same question. */
  async function expectTheConversation(page: Page): Promise<void> {
    await page.getByText("Fijn dat je er weer bent. We gaan verder.").last().waitFor();
    await page
      .getByText(/wat doe je dan precies\?/i)
      .last()
      .waitFor();
    await expect.poll(() => page.locator(".message.holder").filter({ hasText: "maak kantoren schoon" }).count()).toBe(1);
    await expect.poll(() => page.locator(".skill").count()).toBe(1);
    expect(await page.locator(".message").last().textContent()).toMatch(/wat doe je dan precies\?/i);
  }

  /** A page, just opened, that goes on with this code. */
  async function comeBack(code: string, options?: BrowserContextOptions): Promise<Page> {
    const page = await visit(options);
    await press(page, "Ik heb een code");
    await handIn(page, code);
    await expectTheConversation(page);
    return page;
  }

  test("from talk to code to an emptied phone, and back: by typing it elsewhere, by its link, until it is replaced", async () => {
    const first = await visit(phone);
    await talk(first);
    await keepCode(first);
    const code = await shownCode(first);
    await press(first, "Klaar");

    await first.locator("#menu-button").click();
    await press(first, "Hier uitloggen");
    await first.getByRole("dialog").getByRole("button", { name: "Bewaar je code" }).click();
    expect(await shownCode(first)).toBe(code);
    await press(first, "Klaar");
    await press(first, "Ja, log uit");
    await first.getByRole("heading", { name: "Je bent uitgelogd" }).waitFor();
    await press(first, "Opnieuw beginnen");
    await first.getByText("Zullen we beginnen?").waitFor();
    expect(await first.locator("body").textContent()).not.toContain("kantoren");

    // As somebody types it from paper: small letters, O for 0, I for 1, spaces where they like.
    const typed = await visit();
    await press(typed, "Ik heb een code");
    await handIn(typed, code.toLowerCase().replaceAll("0", "o").replaceAll("1", "i").replace(" ", ""));
    await expectTheConversation(typed);
    await say(typed, "Ik *dweil vloeren*");
    await press(typed, "Ja");
    await expect.poll(() => typed.locator(".skill").count()).toBe(2);

    const scanned = await visit(phone, codeFragment(readCode(code)));
    await scanned.getByRole("dialog", { name: "Verder met je code" }).waitFor();
    expect(scanned.url()).toBe(`${at.app.origin}/`);
    await press(scanned, "Ga verder");
    await scanned.getByText("Fijn dat je er weer bent. We gaan verder.").last().waitFor();
    await expect.poll(() => scanned.locator(".skill").count()).toBe(2);
    await scanned.reload();
    await expect.poll(() => scanned.locator(".skill").count()).toBe(2);

    await keepCode(scanned);
    await scanned.getByText("Je hebt al een code").waitFor();
    await press(scanned, "Nieuwe code");
    const second = await shownCode(scanned);
    expect(second).not.toBe(code);

    const late = await visit();
    await press(late, "Ik heb een code");
    await handIn(late, code);
    await late.getByText("Deze code werkt niet.").waitFor();
    await handIn(late, second);
    await late.getByText("Fijn dat je er weer bent. We gaan verder.").last().waitFor();

    expect(at.problems).toEqual([]);
    expect(at.app.errors).toEqual([]);
    const everywhere = JSON.stringify([asked, at.app.log, at.app.store.dumpRecords()]);
    for (const each of [code, second]) {
      for (const written of [each, readCode(each), each.replaceAll(" ", "-")]) expect(everywhere).not.toContain(written);
    }
  }, 120_000);

  test("nothing of whoever opened the page and came back with a code stays behind", async () => {
    const { code } = await talkAndKeepCode();
    const holders = () => new Set([...at.app.store.dumpRecords().matchAll(/"holderId":"([^"]+)"/g)].map((match) => match[1])).size;
    const second = await visit();
    expect(holders()).toBe(2);
    await press(second, "Ik heb een code");
    await handIn(second, code);
    await expectTheConversation(second);
    expect(holders()).toBe(1);
  });

  test("the closing of the conversation, and stopping for today, offer the code", async () => {
    const page = await visit(phone);
    await talk(page);
    await say(page, "stop");
    await page.getByText("Ik heb alles bewaard").waitFor();
    await page.locator(".message.bot").last().getByRole("button", { name: "Bewaar je code" }).click();
    const code = await shownCode(page);
    await press(page, "Klaar");
    for (let turn = 0; turn < 40 && (await page.getByText("Wil je nog iets vertellen").count()) === 0; turn++) {
      const said = await page.locator(".message.bot").count();
      const text = (await page.locator(".message.bot").last().textContent()) ?? "";
      await say(page, /Klopt (dit|het)\?/.test(text) ? "ja" : text.includes("genoeg voor vandaag") ? "genoeg" : "dat was alles");
      await expect.poll(() => page.locator(".message.bot").count()).toBeGreaterThan(said);
    }
    const closing = page.locator(".message.bot").filter({ hasText: "in je paspoort" }).last();
    // The card is drawn after the question below it stands there.
    await closing.locator(".card").waitFor();
    await expect.poll(() => isInSight(page.getByText("Klaar! Dit is wat je kunt."))).toBe(true);
    expect(await closing.textContent()).toContain("Bewaar je code. Daarmee gaan we later verder, ook op een ander apparaat.");
    const [download] = await Promise.all([page.waitForEvent("download"), closing.getByRole("link", { name: "Download je paspoort" }).click()]);
    expect(download.suggestedFilename()).toBe("passport.json");
    expect(Passport.parse(JSON.parse(readFileSync(await download.path(), "utf8"))).claims).toHaveLength(1);
    await closing.getByRole("button", { name: "Bewaar je code" }).click();
    expect(await shownCode(page)).toBe(code);
  });

  test("“wis deze telefoon”, typed, offers the code first, and empties this phone alone", async () => {
    const { page: first, code } = await talkAndKeepCode();
    await press(first, "Klaar");
    const second = await comeBack(code, phone);
    await say(second, "wis deze telefoon");
    await second.locator(".message.bot").last().getByRole("button", { name: "Bewaar je code" }).waitFor();
    await press(second, "Ja, log uit");
    await second.getByRole("heading", { name: "Je bent uitgelogd" }).waitFor({ timeout: 15_000 });
    await first.reload();
    await expect.poll(() => first.locator(".skill").count()).toBe(1);
    // Whoever comes back is asked what was being asked, not whether to empty the phone.
    await comeBack(code);
  });

  test("a code that is typed in the conversation is handed in, not sent", async () => {
    const { code } = await talkAndKeepCode();
    const second = await visit();
    await say(second, `mijn code is ${code.toLowerCase()}`);
    await second.getByRole("dialog", { name: "Verder met je code" }).waitFor();
    expect(await second.locator("#code-input").inputValue()).toBe(code);
    await press(second, "Ga verder");
    await expectTheConversation(second);
  });

  test("a link with somebody's code takes nobody along without asking, and no conversation away without a word", async () => {
    const { code } = await talkAndKeepCode();

    const refused = await visit(phone, codeFragment(readCode(code)));
    await refused.getByText("Doe dat alleen als de code van jou is.").waitFor();
    await press(refused, "Terug");
    await refused.getByText("Zullen we beginnen?").waitFor();
    await expect.poll(() => refused.locator(".skill").count()).toBe(0);

    const busy = await visit();
    await talk(busy);
    await busy.evaluate((hash) => (location.hash = hash), codeFragment(readCode(code)));
    await press(busy, "Ga verder");
    await busy.getByText("Op dit apparaat is al een ander gesprek.").waitFor();
    await busy.getByRole("dialog", { name: "Verder met je code" }).getByRole("button", { name: "Bewaar je code" }).click();
    const own = await shownCode(busy);
    await press(busy, "Klaar");
    await press(busy, "Toch verder");
    await expectTheConversation(busy);

    await comeBack(own);
  });

  test("ending the code ends it, and another can be made", async () => {
    const { page, code } = await talkAndKeepCode();
    await press(page, "Code stopzetten");
    await page.getByText("Je hebt nu geen code.").waitFor();
    const other = await visit();
    await press(other, "Ik heb een code");
    await handIn(other, code);
    await other.getByText("Deze code werkt niet.").waitFor();
    await press(page, "Maak een code");
    await handIn(other, await shownCode(page, code));
    await expectTheConversation(other);
  });

  test("too many wrong codes: how long to wait is said in words", async () => {
    const page = await visit();
    await press(page, "Ik heb een code");
    for (let count = 0; count < 11; count++) {
      const answered = page.waitForResponse((response) => response.url().endsWith("/redeem"));
      await handIn(page, wrongCode);
      await answered;
    }
    await page.getByText("Wacht een minuut en probeer het dan nog eens.").waitFor();
  });

  test("a code that is cut short is not sent; the field says what is lacking", async () => {
    const page = await visit();
    await press(page, "Ik heb een code");
    asked.length = 0;
    await handIn(page, "A7K 4PX 0TM 12C");
    await page.getByText("Een code heeft 21 letters en cijfers. Hier staan er 12.").waitFor();
    expect(await page.locator("#code-input").getAttribute("aria-invalid")).toBe("true");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("code-input");
    expect(asked.filter((url) => url.includes("redeem"))).toEqual([]);
  });

  test("paper gets what it is for, the code and the square, and nothing else", async () => {
    const { page, code } = await talkAndKeepCode();
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute("data-printed", "yes");
    });
    await press(page, "Print");
    expect(await page.evaluate(() => document.documentElement.dataset["printed"])).toBe("yes");
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() => document.body.innerText.replace(/\s+/g, " ").trim());
    expect(seen).toBe(`Verder met je skillsgesprek: open ${new URL(at.app.origin).host} en kies “Ik heb een code”, of scan dit vierkant. ${code}`);
    await expect.poll(() => page.locator(".print-sheet .qr").isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    await press(page, "Klaar");
    await expect.poll(() => page.locator(".print-sheet").count()).toBe(0);
  });

  test("with the keyboard alone: keep the code, and come back with it", async () => {
    const page = await visit();
    await talk(page);
    await page.locator("#menu-button").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const code = await shownCode(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("keep-code-title");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("menu-button");

    const other = await visit();
    await other.getByRole("button", { name: "Ik heb een code" }).focus();
    await other.keyboard.press("Enter");
    expect(await other.evaluate(() => document.activeElement?.id)).toBe("code-input");
    await other.keyboard.type(code);
    await other.keyboard.press("Enter");
    await expectTheConversation(other);
  });

  test.for([
    { name: "a phone, light", options: phone },
    { name: "a phone, dark", options: { ...phone, colorScheme: "dark" } },
    { name: "320 pixels", options: { viewport: { width: 320, height: 640 } } },
    { name: "1280 pixels at 400 %", options: { viewport: { width: 320, height: 256 } } },
  ] as const)("no accessibility violations, nothing cut off sideways, no small targets: $name", async ({ options }) => {
    const page = await visit(options);
    const check = async () => {
      expect(await violations(page)).toEqual([]);
      expect(
        await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll("dialog")]
            .map((each) => each.scrollWidth - each.clientWidth)
            .filter((by) => by > 0),
        ),
      ).toEqual([]);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("dialog button, dialog textarea")]
          .map((node) => ({ box: node.getBoundingClientRect(), name: node.textContent ?? "" }))
          .filter(({ box }) => box.width > 0 && (box.height < 44 || box.width < 44))
          .map(({ name, box }) => `${name} ${box.width}x${box.height}`),
      );
      expect(small).toEqual([]);
      // Each group of the code on one line.
      expect(
        await page.evaluate(() => [...document.querySelectorAll("dialog .code li")].filter((each) => each.getClientRects().length > 1).length),
      ).toBe(0);
    };
    await check();
    await press(page, "Ik heb een code");
    await check();
    await handIn(page, wrongCode);
    await page.getByText("Deze code werkt niet.").waitFor();
    await check();
    await page.keyboard.press("Escape");
    await talk(page);
    await keepCode(page);
    const code = await shownCode(page);
    await check();
    await press(page, "Nieuwe code");
    await shownCode(page, code);
    await check();
    await page.reload();
    await page
      .getByText(/wat doe je dan precies\?/i)
      .last()
      .waitFor();
    await keepCode(page);
    await page.getByText("Je hebt al een code").waitFor();
    await check();
    await press(page, "Code stopzetten");
    await page.getByText("Je hebt nu geen code.").waitFor();
    await check();
    await press(page, "Klaar");
    await page.locator("#menu-button").click();
    await press(page, "Hier uitloggen");
    await check();
  });

  test("in English the same words stand where they are looked for", async () => {
    const page = await freshPage({ locale: "en-GB" });
    await page.goto(at.app.origin);
    await press(page, "OK, let's start");
    await say(page, "how do i come back?");
    await page.getByText("In the menu you find “Keep your code”.").waitFor();
    await page.locator(".message.bot").getByRole("button", { name: "Keep your code" }).click();
    await page.getByRole("dialog", { name: "Keep your code" }).waitFor();
    expect(codeIn(await shownCode(page))).not.toBeNull();
    await expect.poll(() => page.getByRole("img", { name: /QR code with your code in it/ }).isVisible()).toBe(true);
    expect(at.problems).toEqual([]);
  });
});
