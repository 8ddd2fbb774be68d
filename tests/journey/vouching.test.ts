import { describe, expect, test } from "vitest";
import { endorsed } from "../../src/domain/endorsement.ts";
import type { PassportStore } from "../../src/domain/store.ts";
import { signEndorsement } from "../../src/review/endorsement-credential.ts";
import { findChromium } from "../support/chromium.ts";
import { endorsingWith } from "../support/endorsing.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { pageInBrowser, phone, violations } from "../support/page-in-browser.ts";
import { labelled } from "../support/sharing-client.ts";

const executable = findChromium();
const by = { name: "Marja Koster", role: "loopbaanbegeleider", organisation: "Werkplein Oost", relation: "begeleidt mij" };
const day = "2026-11-24T10:00:00.000Z";

describe.skipIf(executable === undefined)("a confirmation with a key that nobody here knows", () => {
  const at = pageInBrowser(executable);

  async function claimBy(store: PassportStore, id: string, label: string, number: number) {
    const claim = labelled(id, label, { uri: `http://data.europa.eu/esco/skill/${id}` });
    const given = { id: `0b6f4a52-7ad1-4b2f-9b57-11111111111${number}`, at: day, by, claim, claimId: id };
    return endorsed(claim, await signEndorsement(endorsingWith(store), given));
  }

  test("stands apart on the holder's page and for whoever has a link, on a small phone", { timeout: 60_000 }, async () => {
    const page = await at.newPage(phone);
    await page.goto(at.app.origin);
    await page.getByRole("button", { name: "Goed, beginnen" }).waitFor();
    const holderId = /"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "";
    await at.app.store.changePassport(holderId, [
      { type: "claim_confirmed", at: day, claim: await claimBy(createMemoryStore(), "bread", "brood bakken", 1) },
      { type: "claim_confirmed", at: day, claim: await claimBy(at.app.store, "windows", "ramen wassen", 2) },
    ]);
    await page.reload();
    await page.getByRole("tab", { name: /Mijn paspoort/ }).click();
    const card = (name: string) => page.locator("li.skill").filter({ has: page.getByRole("heading", { name }) });
    await card("brood bakken").getByText("getekend met een sleutel die wij niet kennen").waitFor();
    expect(await card("brood bakken").locator(".standing").first().innerText()).toMatch(/^Zelf gezegd/);
    expect(await card("ramen wassen").locator(".standing").first().innerText()).toMatch(/^Bevestigd door een ander/);
    expect(await card("ramen wassen").innerText()).not.toContain("sleutel");
    expect(await violations(page)).toEqual([]);

    await page.locator("#share-now").click();
    await page.locator("#share-name").fill("Bakkerij Kwibus");
    await page.getByRole("button", { name: "Laat zien", exact: true }).click();
    const link = await page.locator("#share-link").inputValue();
    const employer = await at.newPage(phone);
    await employer.goto(link);
    const shown = (name: string) => employer.locator("li.shared-claim").filter({ has: employer.getByRole("heading", { name }) });
    await shown("brood bakken").waitFor();
    expect(await shown("brood bakken").innerText()).toMatch(/Zegt de eigenaar zelf[\s\S]*wij weten niet of deze naam klopt/);
    expect(await shown("ramen wassen").innerText()).toMatch(/Bevestigd door een ander[\s\S]*op 24 november 2026\./);
    expect(await violations(employer)).toEqual([]);
  });
});
