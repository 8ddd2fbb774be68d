import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import type { SkillFinder } from "../../src/domain/ports.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { findChromium } from "../support/chromium.ts";
import { conceptCard, finding, nothingFound } from "../support/interview-player.ts";
import { isInSight, pageInBrowser, phone, tap, violations } from "../support/page-in-browser.ts";
import { someClaim } from "../support/passport-samples.ts";

const executable = findChromium();
const smallPhone: BrowserContextOptions = { ...phone, viewport: { width: 360, height: 640 } };
/** While a keyboard is on the screen. */
const lowPhone: BrowserContextOptions = { ...phone, viewport: { width: 360, height: 460 } };
const at0 = "2026-01-01T00:00:00.000Z";

const long = (what: string) =>
  conceptCard(what, { meaning: { nl: `Weten hoe ${what} in een groot magazijn geregeld is, van begin tot eind.`, en: null } });
const shelves: SkillFinder = {
  find: async (utterance: Utterance) => ({
    ...nothingFound,
    experiences: [
      {
        area: "paid_work" as const,
        title: "Rekken vullen en klanten de weg wijzen in de grote winkel aan de markt",
        organisation: "Winkel Voorbeeld",
        start: "2019",
        end: null,
      },
    ],
    findings: [
      finding(utterance, "ik vul de hele dag rekken", {
        concept: long("goederen ontvangen"),
        alternatives: ["goederen opslaan", "goederen verzenden", "goederen tellen"].map(long),
      }),
    ],
  }),
  search: async () => [],
};

interface Rect {
  readonly top: number;
  readonly bottom: number;
}
const rectOf = (part: Locator): Promise<Rect> =>
  part.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return { top, bottom };
  });
const isIn = (inner: Rect, outer: Rect) => inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
const areApart = (a: Rect, b: Rect) => a.bottom <= b.top + 1 || b.bottom <= a.top + 1;

describe.skipIf(executable === undefined)("on a phone of 360 pixels", () => {
  const at = pageInBrowser(executable);

  async function open(size = smallPhone): Promise<Page> {
    await at.restart({ finder: shelves });
    const page = await at.newPage(size);
    await page.goto(at.app.origin);
    await page.getByRole("button", { name: "Goed, beginnen" }).waitFor();
    return page;
  }
  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

  async function offered(): Promise<Page> {
    const page = await open();
    await press(page, "Goed, beginnen");
    await page.getByText("gewone dag").last().waitFor();
    await page.locator("#answer").fill("ik vul de hele dag rekken");
    await page.locator("#answer").press("Enter");
    await page.getByRole("button", { name: "Weet ik niet" }).waitFor();
    return page;
  }

  async function withPassport(size: BrowserContextOptions, ...events: readonly PassportEvent[]): Promise<Page> {
    const page = await open(size);
    await press(page, "Goed, beginnen");
    await page.getByText("gewone dag").last().waitFor();
    await at.app.store.changePassport(/"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "", events);
    await page.reload();
    await page.getByRole("tab", { name: /Mijn paspoort/ }).click();
    await page.locator("#passport h3").first().waitFor();
    return page;
  }
  const shed: PassportEvent = {
    type: "experience_set",
    at: at0,
    experience: { id: "e1", area: "paid_work", title: "Planken zagen", organisation: null, start: null, end: null, summary: null, noSkills: false },
  };
  const claim = (id: string, label: string): PassportEvent => ({
    type: "claim_confirmed",
    at: at0,
    claim: { ...someClaim(id), uri: null, label: { nl: label, en: null }, evidence: [{ quote: "ik zaag", about: "paid_work", experienceId: "e1" }] },
  });

  test("what a skill means is read with all answers in sight", async () => {
    const page = await offered();
    const card = page.locator(".message.bot").last();
    await card.getByText("Wat betekent dit?").click();
    const opened = card.locator("details.small-print");
    await expect.poll(() => isInSight(opened)).toBe(true);
    for (const choice of await card.locator(".choice").all()) await expect.poll(() => isInSight(choice)).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  test("other skills to choose from, and that it is none of them, are in sight at once", async () => {
    const page = await offered();
    await press(page, "Nee");
    await press(page, "Laat keuzes zien");
    const card = page.locator(".message.bot").last();
    await page.getByRole("button", { name: "Geen van deze" }).waitFor();
    await expect
      .poll(() => card.locator(".choice").allTextContents())
      .toEqual(["1. goederen opslaan", "2. goederen verzenden", "3. goederen tellen", "Geen van deze", "Later"]);
    for (const choice of await card.locator(".choice").all()) await expect.poll(() => isInSight(choice)).toBe(true);
    // What is opened takes no more than what it says.
    await card.getByText("Wat betekent dit?").click();
    await expect.poll(() => isInSight(card.locator("details.small-print"))).toBe(true);
    expect(await violations(page)).toEqual([]);
    await press(page, "Geen van deze");
    await page.getByText("die laat ik weg").waitFor();
    expect(await page.locator("#passport-count").textContent()).toBe("");
  });

  test("what is chosen from a list is said in its words, then and whenever one comes back", async () => {
    const page = await offered();
    await press(page, "Nee");
    await press(page, "Laat keuzes zien");
    await press(page, "2. goederen verzenden");
    const said = () => page.locator(".message.holder .text").allTextContents();
    await expect.poll(said).toContain("goederen verzenden");
    await expect.poll(() => page.locator(".answered").last().textContent()).toBe("Jouw antwoord: goederen verzenden");
    await page.reload();
    await expect.poll(said).toContain("goederen verzenden");
    expect((await said()).some((each) => /^\d\. /.test(each))).toBe(false);
  });

  test("the way to what stands below lies on no words, and on nothing that can be pressed", async () => {
    const page = await open();
    const more = page.getByRole("button", { name: "Verder lezen" });
    const log = page.locator("#log");
    await more.waitFor();
    for (let presses = 0; presses < 4 && (await more.isVisible()); presses++) {
      expect(areApart(await rectOf(more), await rectOf(log))).toBe(true);
      expect(areApart(await rectOf(more), await rectOf(page.locator("#composer")))).toBe(true);
      await more.click();
      await page.waitForTimeout(300);
    }
    await expect.poll(() => more.isVisible()).toBe(false);
  });

  test("in a form of the conversation what saves it is in reach from the first field to the last", async () => {
    const page = await offered();
    await press(page, "Ja");
    const change = page.getByRole("button", { name: "Veranderen" });
    for (let turn = 0; turn < 6 && !(await change.isVisible()); turn++) {
      const said = await page.locator(".message.bot").count();
      await page.getByRole("button", { name: /^(?:Sla over|Nee, verder)$/ }).click();
      await expect.poll(() => page.locator(".message.bot").count()).toBeGreaterThan(said);
      await page.waitForTimeout(300);
    }
    await change.click();
    const save = page.getByRole("button", { name: "Opslaan" });
    await save.waitFor();
    const fields = await page.locator(".message.bot").last().locator("input, textarea").all();
    expect(fields.length).toBe(4);
    // What saves it stands at the edge where words fade out while more stands below: it does not.
    await page.locator("#more-below").evaluate((more) => more.removeAttribute("hidden"));
    expect(await page.locator("#log").evaluate((log) => getComputedStyle(log).maskImage)).toBe("none");
    for (const field of fields) {
      await field.focus();
      await expect.poll(() => isInSight(save)).toBe(true);
      await expect.poll(() => isInSight(field)).toBe(true);
      await expect.poll(async () => areApart(await rectOf(save), await rectOf(field))).toBe(true);
    }
    expect(await violations(page)).toEqual([]);
  });

  test.for([
    ["a whole screen", smallPhone],
    ["beside a keyboard", lowPhone],
  ] as const)("in a form of the passport what saves it is in reach, and on no field that has focus: %s", async ([, size]) => {
    const page = await withPassport(size, shed);
    await tap(page.locator("#part-edit-e1"));
    const save = page.locator("#experience-e1-save");
    const panel = page.locator("#passport");
    for (const name of ["title", "organisation", "start", "end", "area"]) {
      const field = page.locator(`#experience-e1-${name}`);
      await field.focus();
      await expect.poll(async () => isIn(await rectOf(save), await rectOf(panel))).toBe(true);
      await expect.poll(async () => isIn(await rectOf(field), await rectOf(panel))).toBe(true);
      await expect.poll(async () => areApart(await rectOf(save), await rectOf(field))).toBe(true);
    }
    expect(await violations(page)).toEqual([]);
  });

  test("with the keyboard an experience is put into another part of life, and its skills with it", async () => {
    const page = await withPassport(smallPhone, shed, claim("a", "Zagen"));
    await tap(page.locator("#part-edit-e1"));
    const area = page.getByRole("combobox", { name: "Waar hoort dit bij?", exact: true });
    expect(await area.inputValue()).toBe("paid_work");
    await area.focus();
    await page.keyboard.press("v");
    expect(await area.inputValue()).toBe("volunteering");
    await page.locator("#experience-e1-save").focus();
    await page.keyboard.press("Enter");
    const row = page.locator(".rows li").filter({ has: page.locator("#part-edit-e1") });
    await expect.poll(() => row.locator(".kind").textContent()).toBe("Vrijwilligerswerk");
    await expect.poll(() => page.locator(".chart li").allTextContents()).toEqual(["Vrijwilligerswerk: 1"]);
    // It is told where it went, its form is closed, and the keyboard is where it was opened.
    await expect.poll(() => page.locator("#passport-status").textContent()).toBe("“Planken zagen” staat nu bij: Vrijwilligerswerk.");
    await expect.poll(() => area.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("part-edit-e1");
    expect(await violations(page)).toEqual([]);
  });

  test("a change that moves nothing leaves its form open", async () => {
    const page = await withPassport(smallPhone, shed);
    await tap(page.locator("#part-edit-e1"));
    await page.locator("#experience-e1-organisation").fill("Zagerij Voorbeeld");
    await page.locator("#experience-e1-save").click();
    await expect.poll(() => page.locator("#passport-status").textContent()).toBe("Bewaard.");
    expect(await page.locator("#experience-e1-organisation").isVisible()).toBe(true);
  });

  test.for([
    ["a whole screen", smallPhone],
    ["beside a keyboard", lowPhone],
  ] as const)("what was saved stays where it was below many skills, and what is told of it lies on nothing: %s", async ([, size]) => {
    const many = Array.from({ length: 20 }, (_, index) => claim(`c${index}`, `Planken van soort ${index} zagen en schuren, ook in de winter`));
    const page = await withPassport(size, ...many, shed);
    await tap(page.locator("#part-edit-e1"));
    const save = page.locator("#experience-e1-save");
    const told = page.locator("#passport-status");
    const panel = page.locator("#passport");
    await page.locator("#experience-e1-organisation").fill("Zagerij Voorbeeld");
    await save.click();
    await expect.poll(() => told.textContent()).toBe("Bewaard.");
    await expect.poll(async () => isIn(await rectOf(save), await rectOf(panel))).toBe(true);
    expect(areApart(await rectOf(told), await rectOf(panel))).toBe(true);
    await page.locator("#experience-e1-area").selectOption("volunteering");
    await save.click();
    await expect.poll(() => told.textContent()).toContain("Vrijwilligerswerk");
    await expect.poll(async () => isIn(await rectOf(page.locator("#part-edit-e1")), await rectOf(panel))).toBe(true);
    expect(areApart(await rectOf(told), await rectOf(panel))).toBe(true);
    // Where filters are, too.
    await page.locator("#find-text").focus();
    await expect.poll(async () => isIn(await rectOf(page.locator("#find-text")), await rectOf(panel))).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  test("a title has the whole width of its card, whatever can be put in an order", async () => {
    const page = await withPassport(smallPhone, claim("a", "Ingewikkelde formulieren invullen"), claim("b", "Zagen"));
    await page.locator("#move-down-a").waitFor();
    const shares = await page
      .locator(".skill h5")
      .evaluateAll((all) => all.map((each) => each.clientWidth / (each.closest(".skill")?.clientWidth ?? 1)));
    expect(Math.min(...shares)).toBeGreaterThan(0.85);
  });

  test("the picture's words are large enough to read, and stand under the ring", async () => {
    const page = await withPassport(smallPhone, claim("a", "Zagen"), claim("b", "Schuren"));
    const words = page.locator(".ring-number");
    expect(await words.innerText()).toMatch(/^2\s*vaardigheden$/);
    expect(await words.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize))).toBeGreaterThanOrEqual(14);
    const box = page.locator(".ring-box");
    expect(await box.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
    expect((await rectOf(box)).bottom).toBeGreaterThan((await rectOf(page.locator(".ring"))).bottom + 10);
  });

  test("how far the conversation is, is said in subjects, from the first one on", async () => {
    const page = await offered();
    const told = () => page.locator("#progress-text").textContent();
    await expect.poll(told).toBe("Onderwerp 1 van 12: Een gewone dag");
    await press(page, "Ja");
    await expect.poll(() => page.locator("#passport-count").textContent()).toBe("1");
    await expect.poll(told).toMatch(/^Onderwerp [12] van 12: /);
  });

  test("the window with the code has its buttons in sight, on nothing that can be pressed", async () => {
    const page = await open();
    await press(page, "Goed, beginnen");
    await page.locator("#menu-button").click();
    await page.locator("#menu").getByRole("button", { name: /code/ }).click();
    await page.locator("dialog .code").waitFor();
    const dialog = page.locator("dialog");
    const screen = { top: 0, bottom: 640 };
    for (const name of ["Print", "Nieuwe code", "Klaar"]) {
      const button = dialog.getByRole("button", { name, exact: true });
      await expect.poll(async () => isIn(await rectOf(button), await rectOf(dialog))).toBe(true);
      expect(isIn(await rectOf(button), screen)).toBe(true);
    }
    // What comes last is reached too.
    const ending = dialog.getByRole("button", { name: "Code stopzetten" });
    await ending.focus();
    await expect.poll(async () => isIn(await rectOf(ending), await rectOf(dialog))).toBe(true);
    expect(areApart(await rectOf(ending), await rectOf(dialog.locator(".dialog-buttons")))).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  test("the window to share in has its buttons in sight, and no field that has focus beneath them", async () => {
    const page = await withPassport(smallPhone, shed, claim("a", "Zagen"));
    await page.locator(".share-now").first().click();
    const buttons = page.locator("dialog .dialog-buttons");
    await buttons.waitFor();
    await expect.poll(async () => isIn(await rectOf(buttons), { top: 0, bottom: 640 })).toBe(true);
    for (const id of ["share-name", "share-purpose", "view-picked", "pick-quotes", "share-shown-as", "share-days"]) {
      await page.locator(`#${id}`).focus();
      expect(areApart(await rectOf(page.locator(`#${id}`)), await rectOf(buttons))).toBe(true);
    }
    expect(await violations(page)).toEqual([]);
  });
});
