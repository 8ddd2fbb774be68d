import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { Passport } from "../../src/domain/passport.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { findChromium } from "../support/chromium.ts";
import { isInSight, pageInBrowser, phone, violations } from "../support/page-in-browser.ts";
import { someClaim } from "../support/passport-samples.ts";

const executable = findChromium();
const smallPhone: BrowserContextOptions = { ...phone, viewport: { width: 360, height: 640 } };
const at0 = "2026-01-01T00:00:00.000Z";

const words = {
  nl: {
    begin: "Goed, beginnen",
    day: "gewone dag",
    story: "Ik *maak kantoren schoon* en *help collega's* en *kook thuis*",
    yes: "Ja",
    answers: ["Ja", "Nee", "Weet ik niet", "Later"],
    first: "Mooi! Dat is je eerste vaardigheid.",
    again: "Mooi, die staat erin.",
    more: "Verder lezen",
    tab: /Mijn paspoort/,
    none: "Hier komt wat jij kunt",
    one: "Je eerste vaardigheid staat hier.",
    many: "Kijk eens: 2 dingen die je kunt!",
    hidden: "En 1 vaardigheid is verborgen.",
    hiddenGroup: "Verborgen (1)",
    hide: "Verbergen",
    change: "Aanpassen",
    leftOut: "Weggelaten: een nummer, adres of e-mail",
    headings: ["Koken en eten", "Schoonmaken en opruimen", "Andere dingen", "In mijn eigen woorden"],
  },
  en: {
    begin: "OK, let's start",
    day: "ordinary day",
    story: "I *clean offices* and *help colleagues* and *cook at home*",
    yes: "Yes",
    answers: ["Yes", "No", "I don't know", "Later"],
    first: "Great! That is your first skill.",
    again: "Great",
    more: "Read on",
    tab: /My passport/,
    none: "What you can do comes here",
    one: "Your first skill is here.",
    many: "Look: 2 things you can do!",
    hidden: "And 1 skill is hidden.",
    hiddenGroup: "Hidden (1)",
    hide: "Hide",
    change: "Change",
    leftOut: "Left out: a number, address or e-mail",
    headings: ["Cleaning and tidying", "Cooking and food", "Other things", "In my own words"],
  },
} as const;

describe.skipIf(executable === undefined).for(["nl", "en"] as const)("on a small phone (%s)", (language) => {
  const at = pageInBrowser(executable);
  const said = words[language];

  async function open(): Promise<Page> {
    const page = await at.newPage({ locale: language === "nl" ? "nl-NL" : "en-GB", ...smallPhone });
    await page.goto(at.app.origin);
    await page.getByRole("button", { name: said.begin }).waitFor();
    return page;
  }
  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

  async function offered(): Promise<Page> {
    const page = await open();
    await press(page, said.begin);
    await page.getByText(said.day).first().waitFor();
    await page.locator("#answer").fill(said.story);
    await page.locator("#answer").press("Enter");
    await page.getByRole("button", { name: said.yes, exact: true }).waitFor();
    return page;
  }

  async function holderOf(page: Page): Promise<string> {
    expect(await page.evaluate(async () => (await fetch("/api/passport", { headers: { "X-Skillsgesprek": "1" } })).status)).toBe(200);
    return /"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "";
  }

  /** The passport's tab, with the passport as these events leave it. */
  async function withPassport(...events: readonly PassportEvent[]): Promise<Page> {
    const page = await open();
    await at.app.store.changePassport(await holderOf(page), events);
    await page.reload();
    await page.getByRole("tab", { name: said.tab }).click();
    return page;
  }

  test("the opening says in words that there is more below, and where", async () => {
    const page = await open();
    const more = page.getByRole("button", { name: said.more });
    await more.waitFor();
    expect((await more.innerText()).trim()).toBe(said.more);
    // How to speak is not yet of use; what is agreed to needs the room.
    expect(await page.locator("#hint").isVisible()).toBe(false);
  });

  test("what a yes did can be read, with the next question and all its answers in sight", async () => {
    const page = await offered();
    for (const [answer, count] of [
      [said.first, 1],
      [said.again, 2],
    ] as const) {
      await press(page, said.yes);
      await expect.poll(() => page.locator("#passport-count").textContent()).toBe(String(count));
      await expect.poll(() => page.locator("#told").textContent()).toContain(answer);
      expect(await page.locator("#told").isVisible()).toBe(true);
      for (const name of said.answers) await expect.poll(() => isInSight(page.getByRole("button", { name, exact: true }))).toBe(true);
      await expect.poll(() => page.locator("#more-below").isVisible()).toBe(false);
    }
    // The last one leaves room for what was said: nothing is told twice.
    await press(page, said.yes);
    await expect.poll(() => page.locator("#passport-count").textContent()).toBe("3");
    await expect.poll(() => page.locator("#told").isVisible()).toBe(false);
    expect(at.problems).toEqual([]);
  });

  test("an empty passport says what comes there, and has nothing to keep yet", async () => {
    const page = await withPassport();
    await page.getByText(said.none).waitFor();
    expect(await page.locator("#passport-download").isVisible()).toBe(false);
    expect(await violations(page)).toEqual([]);
  });

  test("one skill is a beginning; of more the number is that of those that are seen, hidden ones said apart", async () => {
    const own = (id: string): PassportEvent => ({ type: "claim_confirmed", at: at0, claim: { ...someClaim(id), uri: null } });
    const page = await withPassport(own("a"));
    await page.getByText(said.one).waitFor();
    await at.app.store.changePassport(await holderOf(page), [own("b"), own("c"), { type: "claim_hidden_set", at: at0, claimId: "c", hidden: true }]);
    await page.reload();
    await page.getByRole("tab", { name: said.tab }).click();
    await page.getByText(said.many).waitFor();
    await page.getByText(said.hidden).waitFor();
    expect(await page.locator("#passport-count").textContent()).toBe("2");
    expect(await page.locator(".ring-number b").textContent()).toBe("2");
    expect(await page.locator(".group h4").last().textContent()).toBe(said.hiddenGroup);
    expect(await page.locator(".group-hidden .skill").count()).toBe(1);
    expect(await page.locator("#passport-download").isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  test("skills stand under plain headings of ours, whatever the taxonomy calls their group", async () => {
    await at.restart({ headingOf: (uri) => (uri.endsWith("a") ? "cooking" : uri.endsWith("b") ? "cleaning" : "other") });
    const group = { nl: "verstrekken van algemene persoonlijke diensten", en: "providing general personal services" };
    const claims = ["a", "b", "c"].map((id) => ({ ...someClaim(id), group }));
    const page = await withPassport(
      ...[...claims, { ...someClaim("d"), uri: null }].map((claim): PassportEvent => ({ type: "claim_confirmed", at: at0, claim })),
    );
    await expect.poll(() => page.locator(".group h4").allTextContents()).toEqual(said.headings);
  });

  test("what is left out of what was typed is told where one is, and gone from the box; the title is shown tidied", async () => {
    const experience = {
      id: "e1",
      area: "paid_work",
      title: "schoonmaakster in een hotel en",
      organisation: null,
      start: null,
      end: null,
      summary: null,
      noSkills: false,
    } as const;
    const claims = Array.from({ length: 5 }, (_, index): PassportEvent => ({ type: "claim_confirmed", at: at0, claim: someClaim(`c${index}`) }));
    const page = await withPassport(...claims, { type: "experience_set", at: at0, experience });
    const row = page.locator(".rows li").filter({ has: page.locator("#part-edit-e1") });
    await expect.poll(() => row.locator(".row-title").textContent()).toBe("Schoonmaakster in een hotel");
    await row.getByText(said.change).click();
    const box = row.locator("#experience-e1-title");
    // The stored words are the person's own.
    expect(await box.inputValue()).toBe("schoonmaakster in een hotel en");
    await box.fill("schoonmaakster, bel 06 12345678");
    await row.locator("#experience-e1-save").click();
    const told = page.locator("#passport-status");
    await expect.poll(() => told.textContent()).toContain(said.leftOut);
    const isSeen = () =>
      told.evaluate((node) => {
        const box = node.getBoundingClientRect();
        const tabs = document.querySelector(".tabs")?.getBoundingClientRect();
        return box.top >= (tabs?.bottom ?? 0) && box.bottom <= innerHeight;
      });
    await expect.poll(isSeen).toBe(true);
    await expect.poll(() => box.inputValue()).toBe("schoonmaakster, bel …");
    const kept = Passport.parse(await at.app.store.passport(await holderOf(page)));
    expect(JSON.stringify(kept)).not.toContain("12345678");
    expect(await violations(page)).toEqual([]);
  });
});
