import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { endorsed } from "../../src/domain/endorsement.ts";
import type { Passport } from "../../src/domain/passport.ts";
import { createOpenBadgeExporter } from "../../src/passport/export/open-badge.ts";
import { passportJson } from "../../src/passport/passport-json.ts";
import { signEndorsement } from "../../src/review/endorsement-credential.ts";
import { createInstallationSigner } from "../../src/review/installation-signer.ts";
import { findChromium } from "../support/chromium.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { pageInBrowser, phone, violations } from "../support/page-in-browser.ts";
import { fullPassport, someClaim } from "../support/passport-samples.ts";
import { endorsingWith } from "../support/endorsing.ts";

const executable = findChromium();
const by = { name: "Els Test", role: "begeleider", organisation: "Werkhuis", relation: "begeleidt de eigenaar" };
const own = { ...someClaim("c2"), uri: null, type: null, taxonomy: null, meaning: null, label: { nl: "<b>oma's</b> soep", en: null } };

describe.skipIf(executable === undefined).for<[string, BrowserContextOptions]>([
  ["1280 px", { viewport: { width: 1280, height: 800 } }],
  ["360 px", phone],
])("checking a signed file at %s", ([width, screen]) => {
  const isPhone = screen === phone;
  const at = pageInBrowser(executable);

  async function passport(): Promise<Passport> {
    const given = { id: "5f3c9d0e-1f6a-4a53-9a21-3f0c8d1b2a11", at: "2026-11-20T12:00:00.000Z", by, claim: someClaim("c1"), claimId: "c1" };
    const claim = endorsed(someClaim("c1"), await signEndorsement(endorsingWith(at.app.store), given));
    return { ...fullPassport(), claims: [claim, own] };
  }

  async function badge(store = at.app.store): Promise<string> {
    const exporter = createOpenBadgeExporter(createInstallationSigner(store, { name: "Testbedrijf", url: null }));
    const asked = { passport: await passport(), view: "applying", language: "nl", name: "Samira Test", at: new Date().toISOString() } as const;
    return new TextDecoder().decode((await exporter(asked)).bytes);
  }

  async function open(): Promise<Page> {
    const page = await at.newPage(screen);
    await page.goto(`${at.app.origin}/check`);
    await page.getByRole("heading", { name: "Een ondertekend bestand nakijken" }).waitFor();
    return page;
  }

  async function checked(page: Page, text: string, way: "file" | "paste" = "file"): Promise<string> {
    const again = page.getByRole("button", { name: "Nog een bestand nakijken" });
    if (await again.isVisible()) await again.click();
    if (way === "file")
      await page.getByLabel("Kies een bestand").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
    else await page.getByLabel("Of plak de tekst").fill(text);
    await page.getByRole("button", { name: "Kijk na" }).click();
    await again.waitFor();
    return page.locator("main").innerText();
  }

  /** Nothing for axe to say, nothing beside the screen, nothing held back by the policy. */
  async function isSound(page: Page, name: string): Promise<void> {
    await page.screenshot({
      path: `${process.env["SCREENSHOTS"] ?? "node_modules/.cache"}/check-${name}-${width.replace(" ", "")}.png`,
      fullPage: true,
    });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(at.problems).toEqual([]);
  }

  test("R9, R36: says who signed, what that proves and what it does not, and what stands in it", async () => {
    const signed = await badge();
    const page = await open();
    await page.getByText("De sleutel van deze website").click();
    await page.getByText(/^did:key:z6Mk/).waitFor();
    await isSound(page, "form");
    const text = await checked(page, signed);
    for (const words of [
      "De handtekening klopt",
      "Deze website zelf, onder de naam “Testbedrijf”",
      "Niet: dat iemand dit echt kan",
      "Niet: dat het gaat over wie je het bestand gaf",
      "Naam in het bestand: Samira Test. Niet gecontroleerd.",
      "vloeren vegen",
      "Bevestigd door Els Test, begeleider, Werkhuis",
      "De organisatie “Werkhuis”",
      "<b>oma's</b> soep",
    ])
      expect(text).toContain(words);
    await isSound(page, "right");
    await page.locator("[data-language=en]:visible").click();
    await page.getByRole("heading", { name: "The signature is right" }).waitFor();
    await isSound(page, "right-en");
  });

  test.skipIf(!isPhone)("a stranger's key says so; a changed file, a plain passport and something else are told apart", async () => {
    const page = await open();
    expect(await checked(page, await badge(createMemoryStore()), "paste")).toContain("Een sleutel die wij niet kennen");
    await isSound(page, "unknown-key");
    const changed = await checked(page, (await badge()).replace("Samira", "Iemand"), "paste");
    expect(changed).toContain("Dit klopt niet");
    expect(changed).not.toContain("Wat bewijst dit?");
    await isSound(page, "changed");
    expect(await checked(page, passportJson(fullPassport()))).toContain("Dit is niet ondertekend");
    expect(await checked(page, "hallo", "paste")).toContain("Dit kunnen we niet nakijken");
    const endorsedPassport = await passport();
    expect(await checked(page, passportJson(endorsedPassport))).toMatch(/De handtekeningen kloppen[\s\S]*De organisatie “Werkhuis”/);
    const forged = passportJson(endorsedPassport).replace('"name": "Els Test"', '"name": "De minister"');
    expect(await checked(page, forged)).toContain("Bij vaardigheid 1: Er staat iets anders dan is ondertekend.");
    await isSound(page, "forged");
  });

  test("without a file or text it asks for one", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Kijk na" }).click();
    await page.getByText("Kies eerst een bestand, of plak de tekst.").waitFor();
    await isSound(page, "empty");
  });
});
