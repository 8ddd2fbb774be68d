import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { takenIn } from "../../src/domain/importing.ts";
import { passportJson } from "../../src/passport/passport-json.ts";
import { findChromium } from "../support/chromium.ts";
import { confirmations, manySkills } from "../support/many-skills.ts";
import { pageInBrowser, violations } from "../support/page-in-browser.ts";
import { fullPassport, noPassport, someClaim } from "../support/passport-samples.ts";
import { readPdf } from "../support/pdf-reader.ts";

const executable = findChromium();
const widths: readonly (readonly [string, BrowserContextOptions])[] = [
  ["on a small phone", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ["on a desk", { viewport: { width: 1280, height: 900 } }],
];

describe.skipIf(executable === undefined).for(widths)("taking a passport along and bringing one in, %s", ([, options]) => {
  const at = pageInBrowser(executable);

  async function withSkills(count: number): Promise<Page> {
    const page = await at.newPage({ ...options, acceptDownloads: true });
    await page.goto(at.app.origin);
    await page.getByRole("button", { name: "Goed, beginnen" }).click();
    await page.getByText("gewone dag").first().waitFor();
    const holderId = /"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "";
    await at.app.store.changePassport(holderId, confirmations(manySkills(count)));
    await page.reload();
    // On a desk the passport stands beside the conversation.
    await page.getByText("vloeren vegen 0").first().waitFor({ state: "attached" });
    const tab = page.getByRole("tab", { name: /Mijn paspoort/ });
    if (await tab.isVisible()) await tab.click();
    return page;
  }

  test("a PDF in the language and under the name that were chosen", async () => {
    const page = await withSkills(8);
    await page.getByText("Maak een bestand om mee te geven").click();
    await page.getByLabel("Waarvoor is het?").selectOption("developing");
    await page.getByLabel("In welke taal?").selectOption("en");
    await page.getByLabel("Naam erop").fill("Bram Visser");
    expect(await violations(page)).toEqual([]);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Maak de PDF" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("skillspaspoort.pdf");
    expect(await readPdf(readFileSync(await download.path()))).toMatchObject({ title: "Skills passport of Bram Visser", language: "en" });
    await page.getByText("Klaar. Het bestand staat bij je downloads.").waitFor();
    expect(at.problems).toEqual([]);
  });

  test("a passport comes in only after it was shown what it brings, and a yes", async () => {
    const page = await withSkills(1);
    const { passport: incoming } = takenIn(
      noPassport(),
      { ...fullPassport(), claims: [someClaim("x1"), ...manySkills(1)] },
      "2026-11-24T10:00:00.000Z",
    );
    const file = { name: "passport.json", mimeType: "application/json", buffer: Buffer.from(passportJson(incoming)) };
    await page.getByText("Breng een paspoort mee van een andere plek").click();
    const input = page.locator("#take-in-file");
    await input.setInputFiles({ ...file, buffer: Buffer.from("geen paspoort") });
    await page.getByText("Dit is geen paspoort van Skillsgesprek").waitFor();
    await input.setInputFiles(file);
    await page.getByText("Dit komt erbij. Klopt dat?").waitFor();
    await page.getByText("1 diploma of cursus", { exact: true }).waitFor();
    await page.getByText("1 ding staat er al").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Laat maar" }).click();
    await page.getByText("Er is niets overgenomen.").waitFor();
    expect(await page.getByRole("heading", { name: "vloeren vegen", exact: false }).count()).toBe(1);
    await input.setInputFiles(file);
    await page.getByRole("button", { name: "Neem het over" }).click();
    await page.getByText("Overgenomen.").waitFor();
    await page.getByText("Vmbo basis").first().waitFor();
    expect(at.problems).toEqual([]);
  });
});
