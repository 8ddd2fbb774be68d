import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { Passport } from "../../src/domain/passport.ts";
import { findChromium } from "../support/chromium.ts";
import { noisyPicture, somePdf } from "../support/evidence-samples.ts";
import { confirmations, headingOfMany, manySkills } from "../support/many-skills.ts";
import { pageInBrowser, phone, tap, violations } from "../support/page-in-browser.ts";

const executable = findChromium();
const sizes: readonly (readonly [string, BrowserContextOptions])[] = [
  ["1280 px", { viewport: { width: 1280, height: 800 } }],
  ["360 px", phone],
];

describe.skipIf(executable === undefined).for(sizes)("the passport of somebody with many skills, at %s", ([, size]) => {
  const at = pageInBrowser(executable);

  async function open(count = 12): Promise<Page> {
    await at.restart({ headingOf: headingOfMany, isTransferable: (uri) => /[37]$/.test(uri) });
    const page = await at.newPage(size);
    await page.goto(at.app.origin);
    await page.getByRole("button", { name: "Goed, beginnen" }).click();
    await page.getByText("gewone dag").first().waitFor();
    await at.app.store.changePassport(holder(), confirmations(manySkills(count, (index) => (index === 4 ? "assessed" : "self_declared"))));
    await page.reload();
    if (size === phone) await page.getByRole("tab", { name: /Mijn paspoort/ }).click();
    await page.locator(".skill").first().waitFor();
    return page;
  }
  const holder = () => /"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "";
  const kept = async () => Passport.parse(await at.app.store.passport(holder()));
  const names = (page: Page) => page.locator(".skill h5").allTextContents();
  const card = (page: Page, name: string) => page.locator(".skill").filter({ has: page.getByRole("heading", { name, exact: true }) });
  const told = (page: Page) => page.locator("#passport-status");
  const fits = (page: Page) => page.locator("#passport").evaluate((part) => part.scrollWidth <= part.clientWidth);

  test("R9, R32: each skill says who says so, where it came from and since when; validated only where somebody may judge it", async () => {
    const page = await open();
    const lines = await page.locator(".standing p").allTextContents();
    expect(lines).toHaveLength(12);
    expect(lines.filter((line) => /^Gevalideerd: getoetst · uit het gesprek · \d+ maart 2026$/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /^Zelf gezegd · uit het gesprek · \d+ maart 2026$/.test(line))).toHaveLength(11);
    await tap(page.locator("#part-ladder"));
    await expect
      .poll(() => page.locator(".ladder b").allTextContents())
      .toEqual(["Zelf gezegd", "Met bewijs", "Bevestigd door een ander", "Getoetst", "Officieel bewijs"]);
    expect(await violations(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
    expect(at.problems).toEqual([]);
  });

  test("pictures say in words what they show", async () => {
    const page = await open();
    expect(await page.locator(".strengths li").first().textContent()).toMatch(/^[A-Z][a-z ]+: 2 \(zelf: [12]\)$/);
    await page.getByText("3 van de 12 vaardigheden noemde je niet zelf.").waitFor();
    expect(await page.locator(".dots-of-skills i").allTextContents()).toEqual([..."★★★", ..."○○○○○○○○○"]);
    expect(
      await page.locator(".bar, .dots-of-skills, .ring").evaluateAll((all) => all.every((each) => each.getAttribute("aria-hidden") === "true")),
    ).toBe(true);
  });

  test("what somebody does a lot stands before where it came from", async () => {
    const page = await open();
    const headings = await page.locator("#passport-content h3").allTextContents();
    expect(headings.slice(0, 3)).toEqual(["Wat je veel doet", "Ontdekt in je verhaal", "Waar komt het vandaan?"]);
  });

  test("who says so is no choice where it is always the same", async () => {
    const page = await open(4);
    await page.locator("#find-kind").waitFor();
    expect(await page.locator("#find-status").count()).toBe(0);
  });

  test("skills are found by a word, by kind and by who says so; what is not found says how to see all again", async () => {
    const page = await open();
    await page.locator("#find-text").fill("SOEP");
    await expect.poll(() => names(page)).toEqual(["soep koken 1", "soep koken 8"]);
    await page.getByText("2 van 12", { exact: true }).waitFor();
    // What was said is found, too, and the other language.
    await page.locator("#find-text").fill("sweep nummer 7");
    await expect.poll(() => names(page)).toEqual(["vloeren vegen 7"]);
    await page.locator("#find-text").fill("");
    await page.locator("#find-kind").selectOption("discovered");
    await expect.poll(async () => (await names(page)).length).toBe(3);
    await page.locator("#find-kind").selectOption("transferable");
    await expect.poll(() => names(page)).toEqual(["vloeren vegen 7", "Engels spreken 3"]);
    await page.locator("#find-kind").selectOption("all");
    await page.locator("#find-status").selectOption("assessed");
    await expect.poll(() => names(page)).toEqual(["planningen maken 4"]);
    await page.locator("#find-text").fill("zweven");
    await page.getByText("Niets gevonden.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator("#find-clear").click();
    await expect.poll(async () => (await names(page)).length).toBe(12);
    expect(await page.locator("#find-text").inputValue()).toBe("");
  });

  test("R25: with the keyboard alone a skill is put higher, and that is kept; focus stays where it was", async () => {
    const page = await open(4);
    await page.locator("#find-order").selectOption("mine");
    await expect.poll(() => names(page)).toEqual(["vloeren vegen 0", "soep koken 1", "klanten helpen 2", "Engels spreken 3"]);
    await page.locator("#move-up-s2").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => names(page)).toEqual(["vloeren vegen 0", "klanten helpen 2", "soep koken 1", "Engels spreken 3"]);
    await page.keyboard.press("Enter");
    await expect.poll(() => names(page)).toEqual(["klanten helpen 2", "vloeren vegen 0", "soep koken 1", "Engels spreken 3"]);
    await expect.poll(() => told(page).textContent()).toBe("“klanten helpen 2” staat nu op plek 1 van 4.");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("move-up-s2");
    await page.keyboard.press("Enter");
    await page.locator("#move-down-s1").focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await kept()).claims.map(({ id }) => id)).toEqual(["s2", "s0", "s3", "s1"]);
  });

  test("R25: a skill is put in by hand, in own words", async () => {
    const page = await open(4);
    await tap(page.locator("#part-add-own"));
    await page.locator("#add-own-label").fill("Tuinieren");
    await page.locator("#add-own-example").fill("Ik hou de tuin van het buurthuis bij");
    await page.locator("#add-own-about").selectOption("volunteering");
    await page.locator("#add-own-save").click();
    await expect.poll(() => told(page).textContent()).toBe("Toegevoegd, in je eigen woorden.");
    await expect.poll(() => card(page, "Tuinieren").locator(".standing").textContent()).toContain("Zelf gezegd · zelf toegevoegd");
    expect(await page.locator("#add-own-label").inputValue()).toBe("");
    await card(page, "Tuinieren").getByText("Ik hou de tuin van het buurthuis bij").waitFor();
    // Without an example the name is all that was said: it does not stand there a second time.
    await page.locator("#add-own-label").fill("breien");
    await page.locator("#add-own-save").click();
    await card(page, "Breien").waitFor();
    expect(await card(page, "Breien").locator(".quote").count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  /** Holds the page's next look at the passport: fetched when it was asked for, and given once it is let go. */
  async function heldLook(page: Page) {
    const [asked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await page.route(
      "**/api/passport",
      async (route) => {
        const response = await route.fetch();
        asked.resolve();
        await released.promise;
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    // What the bot says makes the page look.
    await page.evaluate(() => {
      const answer = document.getElementById("answer");
      if (answer instanceof HTMLTextAreaElement) answer.value = "wie leest dit?";
      answer?.closest("form")?.requestSubmit();
    });
    await asked.promise;
    return async () => {
      const given = page.waitForResponse("**/api/passport");
      released.resolve();
      await (await given).finished();
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    };
  }

  test("what changed while the page is pressed is drawn once the press is over", async () => {
    const page = await open(4);
    const part = page.locator("#part-add-own");
    const before = await part.elementHandle();
    const isThere = () => before?.evaluate((node) => node.isConnected);
    await at.app.store.changePassport(holder(), [{ type: "claim_hidden_set", at: "2026-11-26T09:00:00.000Z", claimId: "s3", hidden: true }]);
    const letGo = await heldLook(page);
    // Told to the page by hand: how long a real finger is held here depends on how busy the machine is. What a press is has tests of its own.
    await part.dispatchEvent("pointerdown", { pointerId: 7 });
    await letGo();
    expect(await isThere()).toBe(true);
    await part.dispatchEvent("pointerup", { pointerId: 7 });
    await expect.poll(isThere).toBe(false);
  });

  test("what was fetched before a tap does not undo what the tap changed", async () => {
    const page = await open(4);
    await page.locator("#find-order").selectOption("mine");
    await expect.poll(() => names(page)).toEqual(["vloeren vegen 0", "soep koken 1", "klanten helpen 2", "Engels spreken 3"]);
    const letGo = await heldLook(page);
    await page.locator("#move-up-s2").click();
    const moved = ["vloeren vegen 0", "klanten helpen 2", "soep koken 1", "Engels spreken 3"];
    await expect.poll(() => names(page)).toEqual(moved);
    const again = page.waitForRequest("**/api/passport");
    await letGo();
    expect(await names(page)).toEqual(moved);
    await again;
  });

  test("many skills are folded, so that the page has an end; a search unfolds what it finds", async () => {
    const page = await open(30);
    const first = card(page, "vloeren vegen 0");
    expect(await first.locator(".quote").count()).toBe(0);
    await first.getByText("Zelf gezegd").waitFor();
    await first.getByText("Bekijk en pas aan").click();
    await first.getByText("Hoe goed kun je dit?").waitFor();
    expect(await page.getByText("Hoe goed kun je dit?").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
    await page.locator("#find-text").fill("soep");
    await expect.poll(() => page.locator(".skill").count()).toBeLessThan(15);
    await card(page, "soep koken 1").locator(".quote").first().waitFor();
    expect(await page.getByText("Bekijk en pas aan").count()).toBe(0);
  });

  test("a part that was tapped open stays open where the skills are shown anew in the same moment", async () => {
    const page = await open();
    await page.evaluate(() => {
      document.getElementById("part-change-s0")?.click();
      document.getElementById("find-text")?.dispatchEvent(new Event("input"));
    });
    const isOpen = () => page.locator("details:has(> #part-change-s0)").evaluate((part) => part instanceof HTMLDetailsElement && part.open);
    expect(await isOpen()).toBe(true);
    await page.locator("details:has(> #part-change-s0) .disclosed > *").first().waitFor();
  });

  test("R25: doubles are merged and taken apart again", async () => {
    const page = await open(4);
    await tap(page.locator("#part-change-s0"));
    await page.locator("#merge-s0").selectOption("s1");
    await page.locator("#merge-go-s0").click();
    await expect.poll(async () => (await names(page)).length).toBe(3);
    expect(await card(page, "vloeren vegen 0").locator(".quote").count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Haal weer los: soep koken 1" }).click();
    await expect.poll(async () => (await names(page)).length).toBe(4);
    expect(await card(page, "vloeren vegen 0").locator(".quote").count()).toBe(1);
  });

  test("R32: a file makes a skill one with proof; it is downloaded, never shown; when it goes, so does the proof", async () => {
    const page = await open(4);
    const skill = card(page, "vloeren vegen 0");
    await tap(page.locator("#part-evidence-s0"));
    await page.locator("#file-s0").setInputFiles({ name: "zwemdiploma.pdf", mimeType: "application/pdf", buffer: Buffer.from(somePdf()) });
    await expect.poll(() => skill.locator(".standing").textContent()).toContain("Met bewijs");
    await expect.poll(() => told(page).textContent()).toBe("Bewaard. Deze vaardigheid heeft nu bewijs.");
    await page.getByText("Bewijs (1)").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), skill.getByRole("link", { name: "Download zwemdiploma" }).click()]);
    expect(download.suggestedFilename()).toBe("zwemdiploma.pdf");
    expect(await violations(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
    await skill.getByRole("button", { name: "Weghalen: zwemdiploma" }).click();
    await page.getByRole("button", { name: "Ja, haal weg" }).click();
    await expect.poll(() => skill.locator(".standing").textContent()).toContain("Zelf gezegd");
    expect(at.problems).toEqual([]);
  });

  test("a diploma carries its paper: kept, downloaded, and taken away again", async () => {
    const page = await open(4);
    const credential = { id: "d1", title: "vmbo basis", institution: null, date: null, level: null, finished: true };
    await at.app.store.changePassport(holder(), [{ type: "credential_set", at: "2026-11-24T10:00:00.000Z", credential }]);
    await page.reload();
    if (size === phone) await page.getByRole("tab", { name: /Mijn paspoort/ }).click();
    await page.locator(".skill").first().waitFor();
    await tap(page.locator("#part-evidence-d1"));
    await page.locator("#file-d1").setInputFiles({ name: "vmbo.pdf", mimeType: "application/pdf", buffer: Buffer.from(somePdf()) });
    await expect.poll(() => told(page).textContent()).toBe("Bewaard bij dit diploma of deze cursus.");
    const part = page.getByRole("region", { name: "Diploma's en cursussen" });
    await part.getByText("Bewijs (1)").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), part.getByRole("link", { name: "Download vmbo" }).click()]);
    expect(download.suggestedFilename()).toBe("vmbo.pdf");
    expect(await violations(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
    await part.getByRole("button", { name: "Weghalen: vmbo" }).first().click();
    await page.getByRole("button", { name: "Ja, haal weg" }).click();
    await part.getByText("Bewijs (1)").waitFor({ state: "detached" });
    expect((await kept()).credentials).toMatchObject([{ id: "d1", files: [] }]);
    expect(at.problems).toEqual([]);
  });

  test("a file that cannot be kept gets one clear sentence", async () => {
    const page = await open(4);
    await tap(page.locator("#part-evidence-s0"));
    const status = page.locator(".evidence-status");
    for (const [buffer, said] of [
      [Buffer.from("<!doctype html><script>alert(1)</script>"), "Dit soort bestand kan niet."],
      [Buffer.from((await noisyPicture(200)).subarray(0, 9000)), "Dit bestand is kapot."],
      [Buffer.alloc(11 * 1024 * 1024, 1), "Dit bestand is te groot"],
    ] as const) {
      await page.locator("#file-s0").setInputFiles({ name: "diploma.pdf", mimeType: "application/pdf", buffer });
      await expect.poll(() => status.textContent()).toContain(said);
      expect(await status.textContent()).toContain("Er is niets bewaard.");
    }
    expect((await kept()).claims[0]?.status).toBe("self_declared");
  });

  test("R30: a short text about oneself, in both languages, of what is confirmed and shown", async () => {
    const page = await open(6);
    await tap(page.locator("#part-profile"));
    const text = page.locator("#profile-text");
    await expect.poll(() => text.textContent()).toContain("Gevalideerd: planningen maken 4.");
    expect(await text.textContent()).toContain("De rest zeg ik zelf.");
    await page.locator("#profile-en").click();
    expect(await text.textContent()).toContain("Validated: make schedules 4.");
    expect(await text.getAttribute("lang")).toBe("en");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: at.app.origin });
    await page.locator("#profile-copy").click();
    await page.getByText("Gekopieerd.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text.textContent());
    await at.app.store.changePassport(holder(), [{ type: "claim_hidden_set", at: "2026-11-26T09:00:00.000Z", claimId: "s4", hidden: true }]);
    await page.reload();
    if (size === phone) await page.getByRole("tab", { name: /Mijn paspoort/ }).click();
    await tap(page.locator("#part-profile"));
    await expect.poll(() => text.textContent()).toContain("Dit zeg ik zelf.");
    expect(await text.textContent()).not.toMatch(/Gevalideerd|planningen maken 4/);
    expect(await violations(page)).toEqual([]);
  });

  test("R33: a language has Europe's levels, other skills plain words, a diploma its own framework", async () => {
    const page = await open(4);
    const at0 = "2026-11-26T09:00:00.000Z";
    const credential = {
      id: "d1",
      title: "mbo 4 verzorging",
      institution: null,
      date: null,
      level: { scheme: "nl", value: "mbo-4" },
      finished: true,
    };
    await at.app.store.changePassport(holder(), [{ type: "credential_set", at: at0, credential }]);
    await page.reload();
    if (size === phone) await page.getByRole("tab", { name: /Mijn paspoort/ }).click();
    const language = card(page, "Engels spreken 3");
    await language.getByRole("radio", { name: "B1" }).click();
    await expect.poll(async () => (await kept()).claims[3]?.level).toEqual({ scheme: "cefr", value: "B1" });
    expect(await card(page, "soep koken 1").getByRole("radio", { name: "B1" }).count()).toBe(0);
    await tap(page.locator("#part-edit-d1"));
    await page.locator("#credential-d1-level").selectOption("NLQF 4");
    await page.locator("#credential-d1-save").click();
    await expect.poll(async () => (await kept()).credentials[0]?.level).toEqual({ scheme: "NLQF", value: "4" });
    await page.getByText("NLQF 4", { exact: true }).first().waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
