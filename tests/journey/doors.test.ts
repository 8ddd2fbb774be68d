import type { CDPSession, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pageLink } from "../../src/domain/page-link.ts";
import { createPageLinks } from "../../src/identity/page-links.ts";
import { findChromium } from "../support/chromium.ts";
import { pageInBrowser, phone, violations } from "../support/page-in-browser.ts";

const executable = findChromium();

/** A phone's own keeper of passkeys, as Chromium plays it. */
interface Authenticator {
  readonly session: CDPSession;
  readonly authenticatorId: string;
}

describe.skipIf(executable === undefined)("ways back, and out", () => {
  const at = pageInBrowser(executable);
  /** Passkeys need a name, not an address. */
  const home = () => at.app.origin.replace("127.0.0.1", "localhost");

  async function withAuthenticator(page: Page): Promise<Authenticator> {
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;
    const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
      options: { ...options, automaticPresenceSimulation: true },
    });
    return { session, authenticatorId };
  }

  /** The same passkeys on another device, as makers of phones carry them over. */
  async function carryOver(from: Authenticator, to: Authenticator): Promise<void> {
    const { credentials } = await from.session.send("WebAuthn.getCredentials", { authenticatorId: from.authenticatorId });
    for (const credential of credentials) await to.session.send("WebAuthn.addCredential", { authenticatorId: to.authenticatorId, credential });
  }

  async function visit(options = {}, hash = ""): Promise<Page> {
    const page = await at.newPage(options);
    await page.goto(`${home()}/${hash}`);
    return page;
  }
  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).last().click();

  async function talk(page: Page): Promise<void> {
    await page.getByText("Zullen we beginnen?").waitFor();
    await press(page, "Goed, beginnen");
    await page.getByText("Wat doe je op een gewone dag").waitFor();
    await page.locator("#answer").fill("Ik *maak kantoren schoon*");
    await page.locator("#answer").press("Enter");
    await press(page, "Ja");
    await expect.poll(() => page.locator(".skill").count()).toBe(1);
  }
  async function openDoors(page: Page, part: string): Promise<void> {
    const tab = page.locator("#tab-passport");
    if (await tab.isVisible()) await tab.click();
    await page.locator("#doors").scrollIntoViewIfNeeded();
    const summary = page.locator("#doors summary", { hasText: part });
    await summary.waitFor();
    if (!(await summary.evaluate((each) => each.parentElement?.hasAttribute("open")))) await summary.click();
  }
  const signInByPasskey = async (page: Page) => {
    await press(page, "Ik heb een code");
    await page.getByRole("button", { name: "Verder met een passkey" }).click();
  };

  test("R24: a passkey is offered once there is something to lose, and brings its owner back on another device", async () => {
    const first = await visit();
    const keeper = await withAuthenticator(first);
    await first.getByText("Zullen we beginnen?").waitFor();
    await openDoors(first, "Hoe kom je terug?");
    await expect.poll(() => first.locator("#doors").innerText()).toContain("nog geen code");
    expect(await first.getByRole("button", { name: "Maak een passkey op dit apparaat" }).count()).toBe(0);

    await talk(first);
    await first.reload();
    await openDoors(first, "Hoe kom je terug?");
    await press(first, "Maak een passkey op dit apparaat");
    await first.getByText("Je passkey is gemaakt.").waitFor();
    expect(await violations(first)).toEqual([]);

    const second = await visit(phone);
    const other = await withAuthenticator(second);
    await carryOver(keeper, other);
    await second.getByText("Zullen we beginnen?").waitFor();
    await signInByPasskey(second);
    await expect.poll(() => second.locator(".skill").count(), { timeout: 15_000 }).toBe(1);
    expect(at.problems).toEqual([]);
  });

  test("a passkey that was removed lets nobody in, and the page says so; so does one of nobody's", async () => {
    const first = await visit();
    const keeper = await withAuthenticator(first);
    await talk(first);
    await first.reload();
    await openDoors(first, "Hoe kom je terug?");
    await press(first, "Maak een passkey op dit apparaat");
    await first.getByText("Je passkey is gemaakt.").waitFor();
    await first.getByRole("button", { name: /^Haal weg: Passkey/ }).click();
    await first.getByText("De passkey werkt niet meer.").waitFor();

    const second = await visit();
    await carryOver(keeper, await withAuthenticator(second));
    await second.getByText("Zullen we beginnen?").waitFor();
    await signInByPasskey(second);
    await second.getByText("Dat lukte niet met een passkey.").waitFor();
    expect(await second.locator(".skill").count()).toBe(0);
  });

  test("R24: signing out everywhere else is offered once there is an elsewhere", async () => {
    const page = await visit();
    await talk(page);
    await openDoors(page, "Waar ben je ingelogd?");
    await page.getByText(/^Dit apparaat:/).waitFor();
    expect(await page.getByRole("button", { name: "Log overal uit, behalve hier" }).count()).toBe(0);
  });

  test("R24: a code that was just made is in the list of ways back at once", async () => {
    const page = await visit();
    await talk(page);
    await openDoors(page, "Hoe kom je terug?");
    await page.locator("#doors").getByText("Je hebt nog geen code.").waitFor();
    await page.locator("#doors").getByRole("button", { name: "Bewaar je code" }).click();
    await page.getByRole("button", { name: "Klaar", exact: true }).click();
    await page
      .locator("#doors")
      .getByText(/^Code van /)
      .waitFor();
    expect(await page.locator("#doors").getByText("nog geen code").count()).toBe(0);
  });

  test("R22: “Terugkomen en wissen” is there as soon as the passport is, and erases everything, saying what stops", async () => {
    const page = await visit(phone);
    await talk(page);
    await page.locator("#tab-passport").click();
    await page.getByRole("heading", { name: "Terugkomen en wissen" }).waitFor();
    expect(await page.locator("#passport").evaluate((each) => each.scrollTop)).toBe(0);
    await page.locator("#doors").getByRole("button", { name: "Alles wissen" }).click();
    const question = page.getByRole("dialog", { name: "Alles wissen?" });
    for (const stops of ["gesprekken", "paspoort", "Links", "code"]) expect(await question.textContent()).toContain(stops);
    expect(await violations(page)).toEqual([]);
    await question.getByRole("button", { name: "Ja, wis alles" }).click();
    await page.getByRole("heading", { name: "Alles is gewist" }).waitFor();
  });

  test("R24: sessions are listed; one that is ended elsewhere shows nothing any more", async () => {
    const first = await visit();
    await talk(first);
    const holderId = at.app.store.dumpRecords().match(/"holderId":"([^"]+)"/)?.[1] ?? "";
    const secret = await createPageLinks({ store: at.app.store }).make(holderId);
    const second = await visit(phone, pageLink("", secret));
    await press(second, "Ga verder");
    await expect.poll(() => second.locator(".skill").count(), { timeout: 15_000 }).toBe(1);

    await openDoors(first, "Waar ben je ingelogd?");
    await expect.poll(() => first.locator("#doors .door", { hasText: "hier het laatst op" }).count(), { timeout: 15_000 }).toBe(1);
    await first.getByRole("button", { name: /^Log daar uit/ }).click();
    await first.getByText("Daar ben je uitgelogd.").waitFor();
    await second.getByRole("heading", { name: "Dit gesprek is klaar" }).waitFor({ timeout: 15_000 });
    expect(await second.locator("body").innerText()).not.toContain("kantoren");
    // The first device goes on.
    await first.reload();
    await expect.poll(() => first.locator(".skill").count()).toBe(1);
  });

  test("a one-time link works once: the second time it lets nobody in", async () => {
    const first = await visit();
    await talk(first);
    const holderId = at.app.store.dumpRecords().match(/"holderId":"([^"]+)"/)?.[1] ?? "";
    const secret = await createPageLinks({ store: at.app.store }).make(holderId);
    const second = await visit(phone, pageLink("", secret));
    expect(new URL(second.url()).hash).toBe("");
    expect(await violations(second)).toEqual([]);
    await press(second, "Ga verder");
    await expect.poll(() => second.locator(".skill").count(), { timeout: 15_000 }).toBe(1);
    const third = await visit({}, pageLink("", secret));
    await press(third, "Ga verder");
    await third.getByText("Deze link werkt niet meer.").waitFor();
    expect(await third.locator(".skill").count()).toBe(0);
    expect(JSON.stringify(at.app.log)).not.toContain(secret);
  });

  test("R22: an erased conversation is gone from the page, and the passport is still there", async () => {
    const page = await visit();
    await talk(page);
    await openDoors(page, "Je gesprekken");
    await page.getByRole("button", { name: /^Wis gesprek: Dit gesprek/ }).click();
    await page.getByText("met de zinnen die daar bij een vaardigheid staan").waitFor();
    await page.getByRole("button", { name: "Ja, wis dit gesprek" }).click();
    await page.locator("#file-note").getByText("Het gesprek is gewist. Je paspoort staat er nog.").waitFor({ state: "attached" });
    await expect.poll(() => page.locator(".skill").count(), { timeout: 15_000 }).toBe(1);
    await expect.poll(() => page.locator("#log").innerText()).not.toContain("Ik *maak kantoren schoon*");
  });
});
