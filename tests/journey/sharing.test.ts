import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Experience } from "../../src/domain/passport.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { findChromium } from "../support/chromium.ts";
import { pageInBrowser, phone, violations, watchOf } from "../support/page-in-browser.ts";
import { darkModules, modulesOf } from "../support/qr-modules.ts";
import { labelled } from "../support/sharing-client.ts";

const executable = findChromium();
const at0 = "2026-11-24T10:00:00.000Z";

const claims = [
  labelled("bread", "brood bakken"),
  labelled("till", "een kassa bedienen", { level: { scheme: "plain", value: "with_help" } }),
  labelled("organ", "orgel spelen"),
];

/** What was done, called as it was told. */
const helping: Experience = {
  id: "e1",
  area: "family_care",
  title: "help haar met wassen",
  organisation: null,
  start: "2019",
  end: null,
  summary: "ik help haar met wassen",
  noSkills: false,
};

describe.skipIf(executable === undefined).for<[string, BrowserContextOptions]>([
  ["1280 px", { viewport: { width: 1280, height: 800 } }],
  ["360 px", phone],
])("sharing at %s", ([, screen]) => {
  const at = pageInBrowser(executable);

  /** The holder's passport, with these claims in it. */
  async function holder(): Promise<Page> {
    const page = await at.newPage(screen);
    await page.clock.install();
    await page.goto(at.app.origin);
    await page.getByRole("button", { name: "Goed, beginnen" }).waitFor();
    const holderId = /"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "";
    await at.app.store.changePassport(holderId, [
      ...claims.map((claim): PassportEvent => ({ type: "claim_confirmed", at: at0, claim })),
      { type: "experience_set", at: at0, experience: helping },
    ]);
    await page.reload();
    const tab = page.getByRole("tab", { name: /Mijn paspoort/ });
    if (await tab.isVisible()) await tab.click();
    await page.locator("#share-now").waitFor();
    return page;
  }

  async function fits(page: Page): Promise<void> {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  }

  test("from a share to a look, to the log, to taking it back: the open page blanks by itself within 30 seconds", { timeout: 90_000 }, async () => {
    const page = await holder();
    await page.getByText("Niemand ziet je paspoort").waitFor();
    await page.locator("#share-now").click();
    await page.locator("#share-name").fill("Bakkerij Kwibus");
    await page.locator("#share-purpose").fill("een vaste plek");
    await page.locator("#share-shown-as").fill("Sanne V.");
    // What the view proposes can be seen, and changed.
    await page.getByText("Vaardigheden: 2 van de 3").click();
    expect(await page.locator("#pick-till").isChecked()).toBe(false);
    await page.locator("#pick-organ").uncheck();
    await page.getByText("Vaardigheden: 1 van de 3").waitFor();
    expect(await page.locator("#view-picked").isChecked()).toBe(true);
    // What was told stays out, and can be read as it would go along.
    expect(await page.locator("#pick-part-experiences").isChecked()).toBe(false);
    expect(await page.locator("#holds-experiences li").allTextContents()).toEqual(["Thuis en zorg: Help haar met wassen, 2019"]);
    await fits(page);
    await page.getByRole("button", { name: "Laat zien", exact: true }).click();
    const link = await page.locator("#share-link").inputValue();
    expect(link).toMatch(new RegExp(`^${at.app.origin}/share#[\\w-]{43}$`));
    // Who is beside the holder scans it from this screen.
    const drawn = await page.locator(".copy-qr img").getAttribute("src");
    expect(darkModules(decodeURIComponent(drawn ?? ""))).toEqual(modulesOf(link));
    expect(await page.locator(".copy-qr img").evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBeGreaterThan(0);
    await fits(page);
    await page.getByRole("button", { name: "Klaar" }).click();
    await page.getByText("Er is nog niet gekeken.").waitFor();

    const reader = await at.newPage(screen);
    await reader.clock.install();
    await reader.goto(link);
    await reader.getByRole("heading", { name: "Wat Sanne V. kan" }).waitFor();
    expect(await reader.locator(".shared-claim h3").allTextContents()).toEqual(["brood bakken"]);
    await reader.getByText("Zegt de eigenaar zelf").first().waitFor();
    // On paper every meaning is open, and the buttons are gone.
    await reader.emulateMedia({ media: "print" });
    await reader.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await reader.getByText("Je maakt de vloer schoon met een bezem.").waitFor();
    expect(await reader.getByRole("button", { name: "Afdrukken" }).isVisible()).toBe(false);
    await reader.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await reader.emulateMedia({ media: "screen" });
    expect(await reader.getByText("Je maakt de vloer schoon met een bezem.").isVisible()).toBe(false);
    await reader.getByText("Wat betekent dit?").click();
    await reader.getByText("Je maakt de vloer schoon met een bezem.").waitFor();
    expect(await reader.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
    for (const told of ["zei ik", "wassen"]) expect(await reader.content()).not.toContain(told);
    await fits(reader);
    await reader.getByRole("button", { name: "EN, English" }).click();
    await reader.getByRole("heading", { name: "What Sanne V. can do" }).waitFor();

    // It comes in while the holder's page is open.
    const sinceLooked = await watchOf(page);
    await sinceLooked.putForward(21_000);
    await page.getByText("Wie keek: 1 keer").click();
    expect(await sinceLooked.passedMs()).toBeLessThan(40_000);
    await page.getByText("wie de link voor Bakkerij Kwibus heeft").waitFor();
    await fits(page);
    // Skills go in and out of a share that is out there, under the same link.
    await page.getByRole("button", { name: "Andere keuze" }).click();
    await page.locator("#pick-bread").uncheck();
    await page.locator("#pick-organ").check();
    await page.locator("#pick-part-experiences").check();
    await page.getByRole("button", { name: "Opslaan", exact: true }).click();
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
    await reader.reload();
    await expect.poll(() => reader.locator(".shared-claim h3").allTextContents()).toEqual(["orgel spelen"]);
    await reader.getByText("Help haar met wassen").waitFor();
    await page.getByText("Ook: Wat ik heb gedaan").waitFor();
    await reader.getByRole("button", { name: "EN, English" }).click();
    await page.getByRole("button", { name: "Stop hiermee" }).click();
    await page.getByText("Gestopt. Zij zien niets meer.").waitFor();
    const sinceStopped = await watchOf(reader);
    await sinceStopped.putForward(11_000);
    await reader.getByRole("heading", { name: "There is nothing to see here" }).waitFor();
    expect(await sinceStopped.passedMs()).toBeLessThan(30_000);
    expect(await reader.content()).not.toContain("orgel");
    await fits(reader);
    await reader.reload();
    await reader.getByRole("heading", { name: "Hier is niets te zien" }).waitFor();
    await page.getByRole("button", { name: "Weg uit deze lijst" }).click();
    await page.getByText("Weg uit de lijst, met wie er keek.").waitFor();
    expect(await page.locator(".grant").count()).toBe(0);
    expect(at.problems).toEqual([]);
  });

  test("R18: a skill that is erased goes off the page that somebody has open", { timeout: 90_000 }, async () => {
    const page = await holder();
    await page.locator("#share-now").click();
    await page.locator("#share-name").fill("Bakkerij Kwibus");
    // For whom comes before what.
    const order = await page.locator("#share-review, #view-applying").evaluateAll((both) => both.map(({ id }) => id));
    expect(order).toEqual(["share-review", "view-applying"]);
    await page.getByRole("button", { name: "Laat zien", exact: true }).click();
    const link = await page.locator("#share-link").inputValue();
    const reader = await at.newPage(screen);
    await reader.clock.install();
    await reader.goto(link);
    await reader.locator(".shared-claim h3").getByText("brood bakken").waitFor();
    const holderId = /"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "";
    await at.app.store.changePassport(holderId, [{ type: "claim_erased", at: at0, claimId: "bread" }]);
    // The page looks again by itself; only the seconds until then are left out.
    await reader.clock.fastForward(11_000);
    await reader.locator(".shared-claim h3").getByText("brood bakken").waitFor({ state: "detached" });
    expect(await reader.locator(".shared-claim").count()).toBeGreaterThan(0);
    // The holder's own list counts what is shown now.
    await page.getByRole("button", { name: "Klaar" }).click();
    await page.reload();
    const tab = page.getByRole("tab", { name: /Mijn paspoort/ });
    if (await tab.isVisible()) await tab.click();
    await page.getByText("Om te solliciteren. Vaardigheden: 1").waitFor();
  });

  test("with the keyboard alone: share, go back, take back, and focus is never lost", { timeout: 60_000 }, async () => {
    const page = await holder();
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || "");
    const tabTo = async (name: string) => {
      for (let times = 0; times < 60 && (await focused()) !== name; times += 1) await page.keyboard.press("Tab");
      expect(await focused()).toBe(name);
    };
    await page.locator("#share-now").focus();
    await page.keyboard.press("Enter");
    await page.locator("#share-name").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(focused).toBe("share-now");
    await page.keyboard.press("Enter");
    await page.locator("#share-name").waitFor();
    await tabTo("share-name");
    await page.keyboard.type("Bakkerij Kwibus");
    await tabTo("view-applying");
    await page.keyboard.press("ArrowDown");
    await page.getByText("Vaardigheden: 3 van de 3").waitFor();
    await tabTo("Laat zien");
    await page.keyboard.press("Enter");
    await page.locator("#share-link").waitFor();
    await tabTo("Klaar");
    await page.keyboard.press("Enter");
    await expect.poll(focused).toBe("share-now");
    const id = await page.locator(".grant [id^=stop-]").getAttribute("id");
    await tabTo(id ?? "");
    await page.keyboard.press("Enter");
    await page.getByText("Gestopt. Zij zien niets meer.").waitFor();
    await expect.poll(focused).toBe("sharing-heading");
  });

  test("without a connection an open page hides what it shows, and brings it back when it still may", { timeout: 90_000 }, async () => {
    const page = await holder();
    await page.locator("#share-now").click();
    await page.locator("#share-name").fill("Bakkerij Kwibus");
    await page.getByRole("button", { name: "Laat zien", exact: true }).click();
    const link = await page.locator("#share-link").inputValue();
    const reader = await at.newPage(screen);
    await reader.clock.install();
    await reader.goto(link);
    await reader.getByRole("heading", { name: "orgel spelen" }).waitFor();
    await reader.context().setOffline(true);
    await reader.clock.runFor(29_000);
    await reader.getByRole("heading", { name: "Even niet te zien" }).waitFor();
    expect(await reader.content()).not.toContain("orgel");
    await fits(reader);
    await reader.context().setOffline(false);
    await reader.clock.runFor(11_000);
    await reader.getByRole("heading", { name: "orgel spelen" }).waitFor();
  });

  test("somebody asks; the holder picks what they see; declined, they see nothing", { timeout: 60_000 }, async () => {
    const page = await holder();
    await page.getByText("Iemand laten vragen").click();
    await page.locator("#ask-make").click();
    const ask = await page.locator("#link-ask").inputValue();
    await fits(page);

    const employer = await at.newPage(screen);
    const asked = async (name: string): Promise<string> => {
      await employer.goto("about:blank");
      await employer.goto(ask);
      await employer.locator("#ask-name").fill(name);
      await employer.locator("#ask-purpose").fill("een vaste plek");
      await fits(employer);
      await employer.getByRole("button", { name: "Vraag het" }).click();
      return employer.locator("#ask-link").inputValue();
    };
    const [wanted, unwanted] = [await asked("Bakkerij Kwibus"), await asked("Slagerij Kwibus")];
    await fits(employer);
    await employer.goto(wanted);
    await employer.getByRole("heading", { name: "Hier is niets te zien" }).waitFor();

    await page.reload();
    const tab = page.getByRole("tab", { name: /Mijn paspoort/ });
    if (await tab.isVisible()) await tab.click();
    const request = (name: string) => page.locator(".request").filter({ hasText: name });
    await request("Slagerij").getByRole("button", { name: "Nee" }).click();
    await expect.poll(() => request("Slagerij").count()).toBe(0);
    await request("Bakkerij").getByRole("button", { name: "Kies wat zij zien" }).click();
    await page.getByText("Om te kijken wat bij me past").click();
    await page.getByRole("button", { name: "Laat zien", exact: true }).click();
    await page.getByText("Zij zien het met de link die zij al hebben.").waitFor();
    await employer.reload();
    await employer.getByRole("heading", { name: "een kassa bedienen" }).waitFor();
    await employer.goto("about:blank");
    await employer.goto(unwanted);
    await employer.getByRole("heading", { name: "Hier is niets te zien" }).waitFor();
    expect(at.problems).toEqual([]);
  });
});
