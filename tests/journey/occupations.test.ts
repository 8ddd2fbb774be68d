import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { Passport } from "../../src/domain/passport.ts";
import { findChromium } from "../support/chromium.ts";
import { claimsOf, madeUpTaxonomy, madeUpWork, occupationUri, skillUri } from "../support/made-up-work.ts";
import { pageInBrowser, phone, violations } from "../support/page-in-browser.ts";

const executable = findChromium();
const sizes: readonly (readonly [string, BrowserContextOptions])[] = [
  ["1280 px", { viewport: { width: 1280, height: 800 } }],
  ["360 px", phone],
];

const sky = madeUpTaxonomy(
  [
    {
      name: "wolkenvouwer",
      also: ["vouwer"],
      essential: ["wolken vouwen", "mist oprollen", "ladders zetten", "sterren poetsen", "weer lezen"],
      optional: ["regen tellen"],
    },
    { name: "maanmeester", essential: ["manen wegen", "eb roepen", "vloed roepen"] },
  ],
  [
    { name: "regenwolken vouwen", broader: ["wolken vouwen"] },
    { name: "schoonmaken boven" },
    { name: "sterren poetsen", broader: ["schoonmaken boven"] },
  ],
);
const work = madeUpWork(sky, {
  languages: { codes: ["ar"], labels: async () => new Map([[skillUri("ladders zetten"), "وضع السلالم"]]) },
  readVacancy: async (text) =>
    text.split("\n").flatMap((line) => {
      const concept = sky.catalogue.get(skillUri(line.replace("Je moet ", "")));
      return concept ? [{ line, concepts: [concept] }] : [];
    }),
});

describe.skipIf(executable === undefined)("work beside the passport", () => {
  const at = pageInBrowser(executable, { work });
  const holder = () => /"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "";
  const kept = async () => Passport.parse(await at.app.store.passport(holder()));
  const section = (page: Page) => page.locator("#occupations");

  async function open(size: BrowserContextOptions, names: readonly string[]): Promise<Page> {
    const page = await at.newPage(size);
    await page.goto(at.app.origin);
    await page.getByRole("button", { name: "Goed, beginnen" }).click();
    await page.getByText("gewone dag").first().waitFor();
    await at.app.store.changePassport(
      holder(),
      claimsOf(...names).map((claim) => ({ type: "claim_confirmed", at: claim.origin.confirmedAt, claim })),
    );
    await page.reload();
    if (size === phone) await page.getByRole("tab", { name: /Mijn paspoort/ }).click();
    await section(page).scrollIntoViewIfNeeded();
    await section(page).getByRole("heading", { name: "Werk en wat ik kan" }).waitFor();
    return page;
  }
  async function isWell(page: Page): Promise<void> {
    expect(await violations(page)).toEqual([]);
    expect(await page.locator("#passport").evaluate((part) => part.scrollWidth <= part.clientWidth)).toBe(true);
    expect(at.problems).toEqual([]);
  }
  const five = ["regenwolken vouwen", "ladders zetten", "schoonmaken boven", "regen tellen", "manen wegen"];

  test.for(sizes)("R31, R26: which work fits, a vacancy beside it, and names in another language, at %s", async ([, size]) => {
    const page = await open(size, five);
    await page.getByText("Welk werk past bij mij?").click();
    const card = section(page).locator("li", { has: page.getByRole("heading", { name: "Wolkenvouwer" }) });
    await card.getByText("Je hebt 2 van de 5 belangrijkste vaardigheden voor dit werk.").waitFor();
    expect(await card.locator(".has").first().textContent()).toContain("Wolken vouwen (door: regenwolken vouwen. Dat hoort hierbij.)");
    expect(await card.locator(".lacks").allTextContents()).toEqual([
      "Nog niet: Mist oprollen",
      "Nog niet: Sterren poetsen (je kunt al: schoonmaken boven. Dit is daar een deel van.)",
      "Nog niet: Weer lezen",
    ]);
    expect(await section(page).textContent()).not.toMatch(/%|procent/);

    await page.getByText("Leg een vacature ernaast").click();
    await page.getByLabel("Tekst van de vacature").fill("Je moet ladders zetten\nJe moet eb roepen\nVijf euro");
    await page.getByRole("button", { name: "Vergelijk met mijn paspoort" }).click();
    await page.getByText("We lezen 2 vaardigheden. 1 daarvan heb je in je paspoort.").waitFor();
    expect(await page.locator(".vacancy-lines q").allTextContents()).toEqual(["Je moet ladders zetten", "Je moet eb roepen"]);

    await page.getByLabel("Namen ook in een andere taal").selectOption("ar");
    const name = page.locator('.skill [lang="ar"]');
    await name.waitFor();
    expect(await name.evaluate((node) => [node.textContent, getComputedStyle(node).direction])).toEqual(["وضع السلالم", "rtl"]);
    expect((await kept()).claims.every((claim) => claim.otherLabels === undefined)).toBe(true);
    await isWell(page);
  });

  test("R12: an occupation that was looked for becomes the goal, with a next step, and the conversation asks about it", async () => {
    const page = await open(phone, five);
    await page.getByText("Zoek een beroep").click();
    await page.getByLabel("Welk werk?").fill("vouwer");
    await page.getByRole("button", { name: "Zoek", exact: true }).click();
    await page.getByRole("button", { name: "Wolkenvouwer", exact: true }).click();
    await page.getByRole("button", { name: "Dit wil ik: Wolkenvouwer" }).click();
    await page.getByRole("heading", { name: "Mijn doel: Wolkenvouwer" }).waitFor();
    await page.getByText("Oefen met: sterren poetsen.").waitFor();
    await page.getByText("Dit past bij wat je al kunt: schoonmaken boven.").waitFor();
    expect((await kept()).wants).toMatchObject([{ kind: "goal", text: "wolkenvouwer", occupationUri: occupationUri("wolkenvouwer") }]);
    await isWell(page);
    await page.getByRole("button", { name: "Praat over wat nog mist" }).click();
    await page.getByText("“sterren poetsen”. Heb je dat weleens gedaan?").waitFor();
    await page.getByRole("button", { name: "Ja, weleens" }).click();
    await page.getByText("Vertel eens! Wanneer deed je dat, en wat deed je precies?").waitFor();
    expect((await kept()).claims).toHaveLength(5);
    await page.locator("#answer").fill("op het dak poetste ik elke avond de sterren");
    await page.getByRole("button", { name: "Stuur", exact: true }).click();
    await page.getByRole("button", { name: "Ja", exact: true }).last().click();
    await expect.poll(async () => (await kept()).claims.at(-1)?.evidence[0]?.quote).toBe("op het dak poetste ik elke avond de sterren");
  });

  test("R31: too early, and without an import, it is said; nothing is broken", async () => {
    const early = await open(phone, ["ladders zetten"]);
    await early.getByText("Welk werk past bij mij?").click();
    await early.getByText("Hiervoor is het nog te vroeg. Vaardigheden die we kunnen vergelijken: 1. Vanaf 5 kan het.").waitFor();
    await isWell(early);
    await at.restart({});
    const page = await open(phone, five);
    await page.getByText("Daarvoor is een lijst met beroepen nodig.").waitFor();
    expect(await page.getByText("Zoek een beroep").count()).toBe(0);
    await page.getByText("Leg een vacature ernaast").click();
    await page.getByLabel("Tekst van de vacature").fill("Je moet ladders zetten");
    await page.getByRole("button", { name: "Vergelijk met mijn paspoort" }).click();
    await page.getByText("Hierin vinden we geen vaardigheden.").waitFor();
    await isWell(page);
  });
});
