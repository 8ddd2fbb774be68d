import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Counsellors } from "../../src/composition/counsellors.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { keepFile } from "../../src/passport/evidence-files.ts";
import { findChromium } from "../support/chromium.ts";
import { openCounsellorDesk, windows } from "../support/counsellor-desk.ts";
import { somePdf } from "../support/evidence-samples.ts";
import { freePort } from "../../src/cli/quality/free-port.ts";
import { startIdentityProvider } from "../support/identity-provider.ts";
import { pageInBrowser, phone, violations, watchOf } from "../support/page-in-browser.ts";
import { labelled } from "../support/sharing-client.ts";

const executable = findChromium();
const at0 = "2026-11-24T10:00:00.000Z";
const claims = ["brood bakken", "een kassa bedienen", "orgel spelen"].map((name, index) => labelled(`c${index}`, name));
/** One that the taxonomy has a plain name for. */
const windowsClaim = labelled("w", "ramen wassen", { ...windows });

describe.skipIf(executable === undefined).for<[string, BrowserContextOptions]>([
  ["1280 px", { viewport: { width: 1280, height: 800 } }],
  ["360 px", phone],
])("holder and counsellor at %s", ([, screen]) => {
  const at = pageInBrowser(executable);
  let desk: Counsellors | undefined;

  /** Passkeys need a name, which 127.0.0.1 is not. */
  const origin = () => at.app.origin.replace("127.0.0.1", "localhost");

  async function begin(options: Parameters<typeof openCounsellorDesk>[1] = {}, port = 0): Promise<Counsellors> {
    await at.restart({
      port,
      more: async (server, guard, apis, store) => void (desk = await openCounsellorDesk({ server, guard, apis, store }, options)),
    });
    if (!desk) throw new Error("the desk is there once the server is");
    return desk;
  }

  async function withPasskeys(): Promise<Page> {
    const page = await at.newPage(screen);
    await page.clock.install();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;
    await devtools.send("WebAuthn.addVirtualAuthenticator", { options: { ...options, automaticPresenceSimulation: true } });
    return page;
  }

  async function holderWith(all: typeof claims, own?: Page): Promise<Page> {
    const page = own ?? (await at.newPage(screen));
    await page.goto(origin());
    await page.getByRole("button", { name: "Goed, beginnen" }).waitFor();
    const holderId = /"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "";
    await at.app.store.changePassport(
      holderId,
      all.map((claim): PassportEvent => ({ type: "claim_confirmed", at: at0, claim })),
    );
    await page.reload();
    await toPassport(page);
    await page.locator("#share-now").waitFor();
    return page;
  }

  async function toPassport(page: Page): Promise<void> {
    await page.getByRole("button", { name: "Goed, beginnen" }).waitFor();
    const tab = page.getByRole("tab", { name: /Mijn paspoort/ });
    if (await tab.isVisible()) await tab.click();
  }

  async function toPassportTab(page: Page): Promise<void> {
    await page.locator("#share-now").waitFor({ state: "attached" });
    const tab = page.getByRole("tab", { name: /Mijn paspoort/ });
    if (await tab.isVisible()) await tab.click();
  }

  async function reviewLink(page: Page): Promise<string> {
    await page.locator("#share-now").click();
    await page.locator("#share-name").fill("Ria Voorbeeld");
    await page.getByText(/^Vaardigheden:/).click();
    for (const box of await page.locator(".share-dialog input[type=checkbox][id^=pick-]").all()) await box.check();
    await page.locator("#share-review").check();
    await page.getByRole("button", { name: "Laat zien", exact: true }).click();
    await page.getByText("Alleen wie inlogt als begeleider ziet wat je koos.").waitFor();
    return (await page.locator("#share-link").inputValue()).replace("127.0.0.1", "localhost");
  }

  async function invited(page: Page, { passkeys }: Counsellors): Promise<void> {
    const secret = await passkeys.invite({ name: "Ria Voorbeeld", role: "loopbaanbegeleider", organisation: "De Kade" });
    await page.goto(`${origin()}/counsellor#invite=${secret}`);
    await page.getByRole("heading", { name: "Welkom, Ria Voorbeeld" }).waitFor();
    expect(page.url()).not.toContain(secret);
    await page.getByRole("button", { name: "Maak een passkey" }).click();
    await page.getByRole("heading", { name: "Uw beoordelingen" }).waitFor();
    // Used once is used up.
    await openLink(page, `${origin()}/counsellor#invite=${secret}`);
    await page.getByText("Deze uitnodiging is gebruikt of te oud.").waitFor();
  }

  async function openLink(page: Page, link: string): Promise<void> {
    await page.goto("about:blank");
    await page.goto(link);
  }

  async function takeUp(page: Page): Promise<void> {
    await page.getByLabel("Hoe kent u deze persoon?").fill("begeleider naar werk");
    await page.keyboard.press("Enter");
    await page.locator("article.card").waitFor();
  }

  /** A holder with these claims, and the counsellor who may review them all and has the review before her. */
  async function reviewing(all: typeof claims): Promise<{ readonly holder: Page; readonly ria: Page }> {
    const counsellors = await begin();
    const holder = await holderWith(all);
    const link = await reviewLink(holder);
    await holder.keyboard.press("Escape");
    const ria = await withPasskeys();
    await invited(ria, counsellors);
    await openLink(ria, link);
    await takeUp(ria);
    return { holder, ria };
  }

  /** What the counsellor's list says of each claim. */
  const marks = (page: Page) => page.locator(".claim-list small").allTextContents();

  /** The line that tells what was done lies over the page, but never over what has focus, nor over a form. */
  async function focusIsInSight(page: Page): Promise<void> {
    await page.locator("#desk-status").waitFor({ state: "hidden" });
    const overlap = await page.evaluate(() => {
      const bottom = document.activeElement?.getBoundingClientRect().bottom ?? 0;
      return bottom - innerHeight;
    });
    expect(overlap).toBeLessThanOrEqual(0);
  }

  /** Whether all of a part can be seen in a box that scrolls. */
  const isSeenIn = (page: Page, box: string, part: string) =>
    page.evaluate(
      ([outer, inner]) => {
        const [room, it] = [outer, inner].map((each) => document.querySelector(each ?? "")?.getBoundingClientRect());
        return room !== undefined && it !== undefined && it.top >= room.top && it.bottom <= room.bottom;
      },
      [box, `${box} ${part}`],
    );

  async function fits(page: Page): Promise<void> {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  }

  test("R35: from grant to endorsement to withdrawal, with a passkey, by keyboard", { timeout: 120_000 }, async () => {
    const counsellors = await begin();
    const holder = await holderWith(claims);
    const link = await reviewLink(holder);
    expect(link).toContain("/counsellor#");
    await holder.keyboard.press("Escape");
    const ria = await withPasskeys();
    await invited(ria, counsellors);

    // Signed out, the link waits until she is in.
    await openLink(ria, `${origin()}/counsellor`);
    await ria.getByRole("button", { name: "Uitloggen", exact: true }).click();
    await ria.getByRole("heading", { name: "Inloggen als begeleider" }).waitFor();
    await fits(ria);
    await openLink(ria, link);
    await ria.getByText("Log in om de link te openen die u kreeg.").waitFor();
    expect(ria.url()).not.toContain("#");
    await ria.getByRole("button", { name: "Inloggen met een passkey" }).click();
    await ria.getByLabel("Hoe kent u deze persoon?").fill("begeleider naar werk");
    await fits(ria);
    await ria.keyboard.press("Enter");
    await ria.getByRole("heading", { name: "brood bakken" }).waitFor();
    await fits(ria);

    // A to agree, W to change, V to ask: no mouse.
    await ria.keyboard.press("a");
    await ria.getByRole("heading", { name: "een kassa bedienen" }).waitFor();
    await ria.keyboard.press("w");
    await focusIsInSight(ria);
    await ria.getByLabel("Niveau").selectOption("i_teach_it");
    await fits(ria);
    await ria.getByLabel("Toelichting voor de eigenaar").fill("u werkt anderen in");
    await ria.keyboard.press("Tab");
    await ria.keyboard.press("Enter");
    await ria.getByRole("heading", { name: "orgel spelen" }).waitFor();
    await ria.keyboard.press("v");
    await ria.getByLabel("Uw vraag").fill("waar speelt u?");
    await ria.keyboard.press("Tab");
    await ria.keyboard.press("Enter");
    await ria.getByText("U hebt alles bekeken.").waitFor();
    expect(await marks(ria)).toEqual(["onderschreven", "wijziging voorgesteld", "vraag gesteld"]);

    // In the conversation the holder hears of it, and decides.
    await holder.reload();
    await holder.getByRole("button", { name: "Een begeleider heeft gereageerd." }).click();
    const said = holder.locator("#reviews");
    await said.getByText("2 dingen wachten op je antwoord").waitFor();
    await fits(holder);
    // At the top of the passport a line leads there.
    const waiting = holder.locator("#reviews-waiting");
    await waiting.scrollIntoViewIfNeeded();
    expect(await waiting.textContent()).toBe("2 dingen wachten op je antwoord");
    await waiting.click();
    expect(await holder.evaluate(() => document.activeElement?.id)).toBe("reviews-heading");
    await said.getByText("brood bakken: Ria Voorbeeld onderschrijft dit.").waitFor();
    await said.getByRole("button", { name: "Ja, neem over" }).click();
    await said.getByText("1 ding wacht op je antwoord").waitFor();
    await said.getByLabel("Je antwoord").fill("in het buurthuis op zondag");
    await said.getByRole("button", { name: "Stuur" }).click();
    await said.getByText("1 ding wacht op je antwoord").waitFor({ state: "detached" });
    expect(await waiting.isVisible()).toBe(false);
    await expect.poll(() => holder.evaluate(() => document.activeElement?.id)).toBe("reviews-heading");
    await said.getByText("Alles wat er gebeurde").click();
    await said.getByText(/Ria Voorbeeld, loopbaanbegeleider, De Kade: onderschreef/).waitFor();
    await fits(holder);

    // The counsellor sees the answers, and takes back what she said.
    await ria.getByRole("button", { name: "Terug naar de lijst" }).click();
    await ria.getByRole("button", { name: /^Open:/ }).click();
    await ria.getByRole("heading", { name: "orgel spelen" }).waitFor();
    await ria.getByText(/^Antwoord: in het buurthuis/).waitFor();
    await ria.keyboard.press("ArrowLeft");
    await ria.getByText("De eigenaar zei ja.").waitFor();
    await ria.keyboard.press("ArrowLeft");
    await ria.getByRole("button", { name: "Trek in" }).click();
    await ria.getByLabel("Waarom trekt u het in?").fill("ik vergiste me");
    await ria.keyboard.press("Tab");
    await ria.keyboard.press("Enter");
    await ria.getByText(/^Ingetrokken op/).waitFor();
    await holder.reload();
    await toPassport(holder);
    await said.getByText("brood bakken: Ria Voorbeeld trok het onderschrijven in.").waitFor();
    await said.getByText("ik vergiste me").waitFor();

    // Once the holder stops it, what stands on the counsellor's screen goes by itself.
    await ria.getByRole("heading", { name: "brood bakken" }).waitFor();
    await holder.locator("[id^=stop-]").first().click();
    await holder.getByText("Gestopt. Zij zien niets meer.").waitFor();
    const sinceStopped = await watchOf(ria);
    await sinceStopped.putForward(16_000);
    await ria.getByText("Deze beoordeling is niet meer open.").waitFor();
    expect(await sinceStopped.passedMs()).toBeLessThan(30_000);
    expect(await ria.getByText("brood bakken").count()).toBe(0);
    await fits(ria);
    expect(at.problems).toEqual([]);
  });

  test(
    "R35: what the holder takes out goes off the open page; what waits comes first, the rest is seen with one tap",
    { timeout: 120_000 },
    async () => {
      const { holder, ria } = await reviewing([windowsClaim, ...claims]);
      // Both names, and what agreeing does.
      await ria.getByText("De eigenaar leest: Je wast ramen").waitFor();
      await ria.getByText("Met Akkoord onderschrijft u een vaardigheid, met uw naam.").waitFor();
      // A key that is held down says one thing.
      await ria.keyboard.down("a");
      await ria.keyboard.down("a");
      await ria.keyboard.up("a");
      await ria.getByText("U onderschreef dit met uw naam.").waitFor();
      expect((await marks(ria)).filter((mark) => mark === "onderschreven")).toHaveLength(1);
      await ria.keyboard.press("a");
      await expect.poll(async () => (await marks(ria)).filter((mark) => mark === "onderschreven").length).toBe(2);
      // Escape closes a form, also from a button beside it.
      await ria.keyboard.press("v");
      await ria.getByRole("button", { name: "Volgende" }).focus();
      await ria.keyboard.press("Escape");
      expect(await ria.locator(".forms form").count()).toBe(0);
      await ria.keyboard.press("v");
      await ria.keyboard.type("Hoe vaak?");
      await ria.keyboard.press("Tab");
      await ria.keyboard.press("Enter");
      await ria.getByRole("heading", { name: "orgel spelen" }).waitFor();

      await toPassportTab(holder);
      await holder.reload();
      await toPassportTab(holder);
      const said = holder.locator("#reviews li.said");
      await expect.poll(() => said.count()).toBe(3);
      expect(await said.first().innerText()).toContain("heeft een vraag");
      expect(await said.nth(1).innerText()).toContain("Voor jou: begeleider naar werk.");
      await fits(holder);
      await holder.getByRole("button", { name: "Alles gezien" }).click();
      await holder.getByText("De begeleider ziet dat je het las.").waitFor();
      // The last of them may still be on its way.
      await expect.poll(() => holder.getByRole("button", { name: "Gezien", exact: true }).count()).toBe(0);
      expect(await said.locator("textarea").count()).toBe(1);

      const holderId = /"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "";
      await at.app.store.changePassport(holderId, [{ type: "claim_erased", at: at0, claimId: "c2" }]);
      // Her page looks again by itself; only the seconds until then are left out.
      await ria.clock.fastForward(16_000);
      await ria.getByText("De eigenaar veranderde iets.").waitFor();
      expect(await ria.locator("body").innerText()).not.toContain("orgel");
      await fits(ria);
      await ria.getByRole("button", { name: "Terug naar de lijst" }).click();
      await ria.getByText("U bent voor deze persoon: begeleider naar werk.").waitFor();
      await fits(ria);
      expect(at.problems).toEqual([]);
    },
  );

  test("R35: side by side on one device: each types in a part of their own, and it is kept who did", { timeout: 120_000 }, async () => {
    const counsellors = await begin();
    const page = await withPasskeys();
    await invited(page, counsellors);
    await openLink(page, `${origin()}/counsellor`);
    await page.getByRole("button", { name: "Uitloggen", exact: true }).click();
    await holderWith(claims, page);
    await reviewLink(page);
    await page.getByRole("link", { name: "Zit de begeleider naast je? Ga hier samen verder." }).click();
    await page.getByText("Log in om de link te openen die u kreeg.").waitFor();
    await page.getByRole("button", { name: "Inloggen met een passkey" }).click();
    await takeUp(page);
    await page.getByRole("heading", { name: "U zit naast elkaar" }).waitFor();
    await page.getByText("Hier antwoordt de eigenaar, als u iets voorstelt of vraagt.").waitFor();
    await fits(page);

    // The counsellor asks; then it is the holder's turn, at once.
    await page.keyboard.press("v");
    await page.getByLabel("Uw vraag").fill("welk brood?");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const side = page.locator(".holder-side");
    await side.getByText("welk brood?").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Voor de eigenaar");
    await fits(page);
    await page.keyboard.press("Tab");
    // A letter typed there is a letter, and no verdict.
    await page.keyboard.type("anijsbrood");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "een kassa bedienen" }).waitFor();
    await page.keyboard.press("w");
    await page.getByLabel("Niveau").selectOption("i_teach_it");
    await page.getByLabel("Toelichting voor de eigenaar").fill("u werkt anderen in");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await side.getByText(/^De begeleider stelt voor: een kassa bedienen \(Niveau: Leert het anderen\)/).waitFor();
    await side.getByRole("button", { name: "Ja, neem over" }).click();
    await page.getByRole("heading", { name: "orgel spelen" }).waitFor();
    expect(await marks(page)).toEqual(["te doen: vraag beantwoord", "onderschreven", "te doen"]);

    // Done: the counsellor is signed out, the holder is where they were.
    await page.getByRole("button", { name: "Klaar: log mij hier uit" }).click();
    await toPassportTab(page);
    const said = page.locator("#reviews");
    await said.getByText("Alles wat er gebeurde").click();
    const done = said.locator(".looks li");
    await done.filter({ hasText: /Jij: zei ja.*een kassa bedienen.*Naast de begeleider/ }).waitFor();
    await done.filter({ hasText: /Ria Voorbeeld, loopbaanbegeleider, De Kade: stelde een vraag/ }).waitFor();
    await fits(page);
    await openLink(page, `${origin()}/counsellor`);
    await page.getByRole("heading", { name: "Inloggen als begeleider" }).waitFor();
    expect(at.problems).toEqual([]);
  });

  test(
    "R35: what the counsellor said comes into the open conversation, with the question again; files only where they were put in",
    { timeout: 90_000 },
    async () => {
      const counsellors = await begin();
      const holder = await at.newPage(screen);
      await holder.goto(origin());
      await holder.getByRole("button", { name: "Goed, beginnen" }).click();
      await holder.getByText("gewone dag").first().waitFor();
      const holderId = /"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "";
      await at.app.store.changePassport(holderId, [{ type: "claim_confirmed", at: at0, claim: windowsClaim }]);
      await keepFile(at.app.store, holderId, { claimId: "w" }, { bytes: somePdf(), name: "zwemdiploma" }, Date.parse(at0));
      await holder.reload();
      await toPassportTab(holder);
      await holder.locator("#share-now").click();
      await holder.locator("#share-name").fill("Ria Voorbeeld");
      expect(await holder.locator("#share-files").isVisible()).toBe(false);
      await holder.locator("#share-review").check();
      await holder.locator("#share-files").check();
      await fits(holder);
      await holder.getByRole("button", { name: "Laat zien", exact: true }).click();
      const link = (await holder.locator("#share-link").inputValue()).replace("127.0.0.1", "localhost");
      await holder.getByRole("button", { name: "Klaar" }).click();
      const back = holder.getByRole("tab", { name: "Gesprek" });
      if (await back.isVisible()) await back.click();

      const ria = await withPasskeys();
      await invited(ria, counsellors);
      await openLink(ria, link);
      await takeUp(ria);
      const [download] = await Promise.all([ria.waitForEvent("download"), ria.getByRole("link", { name: /^zwemdiploma \(PDF/ }).click()]);
      expect(download.suggestedFilename()).toBe("zwemdiploma.pdf");
      await fits(ria);
      await ria.locator("article.card").focus();
      await ria.keyboard.press("a");
      await ria.getByText("U hebt alles bekeken.").waitFor();

      // The page's taxonomy here has no plain names.
      await holder.getByText("Ria Voorbeeld onderschrijft: “ramen wassen”.").first().waitFor();
      await holder.getByText("Lees het bij Mijn paspoort.").first().waitFor();
      await expect.poll(() => holder.getByText("gewone dag").count()).toBeGreaterThan(1);
      await fits(holder);
      expect(at.problems).toEqual([]);
    },
  );

  test("R32: an endorsement that the holder takes away is told of as gone, to both", { timeout: 60_000 }, async () => {
    const { holder, ria } = await reviewing([windowsClaim]);
    await ria.keyboard.press("a");
    await ria.getByText("U hebt alles bekeken.").waitFor();
    expect(await marks(ria)).toEqual(["onderschreven"]);
    expect(await ria.getByText("staat niet meer in het paspoort").count()).toBe(0);

    await holder.reload();
    await toPassport(holder);
    const said = holder.locator("#reviews");
    // By the name that the passport has for it; nothing waits for an answer.
    await said.getByText("Je wast ramen: Ria Voorbeeld onderschrijft dit.").waitFor();
    expect(await holder.locator("#reviews-waiting").isVisible()).toBe(false);
    await said.getByRole("button", { name: "Haal deze bevestiging weg" }).waitFor();
    expect(await said.getByText("Je haalde dit weg.").count()).toBe(0);
    await said.getByRole("button", { name: "Haal deze bevestiging weg" }).click();
    await said.getByText("Je haalde dit weg. Het staat niet meer in je paspoort.").waitFor();
    await expect.poll(() => holder.evaluate(() => document.activeElement?.id)).toBe("reviews-heading");
    await said.getByText("Alles wat er gebeurde").click();
    const done = said.locator(".looks li");
    await done.filter({ hasText: /haalde een onderschrijven weg.*Je wast ramen/ }).waitFor();
    // What found the skill stands under what was judged, not under what the holder did.
    expect(await done.nth(0).textContent()).not.toContain("Gevonden door");
    expect(await done.nth(1).textContent()).toContain("Gevonden door");
    await fits(holder);

    await ria.getByRole("button", { name: "Terug naar de lijst" }).click();
    await ria.getByText("1 van 1 te beoordelen").waitFor();
    await ria.getByRole("button", { name: /^Open:/ }).click();
    await ria.getByText("Wat u onderschreef, staat niet meer in het paspoort.").waitFor();
    expect(await marks(ria)).toEqual(["te doen: weggehaald"]);
    await fits(ria);
    expect(at.problems).toEqual([]);
  });

  test("R35: in with the organisation's own account; the link that was opened before waits meanwhile", { timeout: 60_000 }, async () => {
    const port = await freePort();
    const client = { clientId: "skillsgesprek", clientSecret: "s".repeat(43), redirectUri: `http://localhost:${port}/counsellor/callback` };
    const provider = await startIdentityProvider(() => [client]);
    try {
      const { clientId, clientSecret } = client;
      const about = { requiredRole: "skills-counsellor", organisation: "De Kade", role: "loopbaanbegeleider" };
      await begin({ oidc: { issuer: new URL(provider.issuer), clientId, clientSecret, ...about } }, port);
      const link = await reviewLink(await holderWith(claims));
      const signInAs = async (name: string): Promise<Page> => {
        const page = await at.newPage(screen);
        await page.goto(link);
        await page.getByRole("link", { name: "Inloggen met uw organisatie" }).click();
        await page.locator("input[name=login]").fill(name);
        await page.locator("input[name=password]").fill("x");
        await page.locator("button[type=submit]").click();
        await page.locator("form[action] button[type=submit]").click();
        return page;
      };
      const intern = await signInAs("stagiair");
      await intern.getByText("Inloggen lukte niet.").waitFor();
      await fits(intern);
      const ria = await signInAs("ria");
      await takeUp(ria);
      expect(new URL(ria.url()).search).toBe("");
      await ria.getByText("1 van 3").waitFor();
      await ria.getByText("ria Voorbeeld, De Kade").waitFor();
    } finally {
      await provider.close();
    }
  });

  test("R35: thirty claims in one sitting, by thirty keys", { timeout: 120_000 }, async () => {
    const many = Array.from({ length: 30 }, (_, index) => labelled(`m${index}`, `vaardigheid ${index + 1}`));
    const { ria } = await reviewing(many);
    for (let number = 1; number <= 30; number += 1) {
      await ria.getByText(`${number} van 30`).waitFor();
      if (number === 20) expect(await isSeenIn(ria, ".claim-list", "[aria-current=true]")).toBe(true);
      await ria.keyboard.press("a");
    }
    await ria.getByText("U hebt alles bekeken.").waitFor();
    await ria.getByRole("button", { name: "Terug naar de lijst" }).click();
    await ria.getByText("0 van 30 te beoordelen, 0 wachten, 0 beantwoord.").waitFor();
    expect(at.problems).toEqual([]);
  });
});
