import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findChromium } from "../support/chromium.ts";
import { docxOf, textBytes } from "../support/document-makers.ts";
import { pageInBrowser, phone, violations } from "../support/page-in-browser.ts";

const executable = findChromium();

const cv = `
# Werkervaring
*Kok*
Restaurant De Pan
2015 - 2019
- Ik *kook soep voor zestig gasten*
- Ik *bedenk menu's*
*Bezorger*
Fietskoerier Flits
2012 - 2015
- Ik *breng pakketten rond*
# Opleiding
Mbo 2 Kok, Koksschool Oost, 2015
`
  .replaceAll("\n*Kok*", "\nKok")
  .replaceAll("\n*Bezorger*", "\nBezorger");

describe.skipIf(executable === undefined)("a CV that is sent along on the page", () => {
  const at = pageInBrowser(executable);

  async function begun(options: BrowserContextOptions = phone): Promise<Page> {
    const page = await at.newPage(options);
    await page.goto(at.app.origin);
    await page.getByRole("button", { name: "Goed, beginnen" }).click();
    await page.getByText("Wat doe je op een gewone dag").waitFor();
    return page;
  }

  async function send(page: Page, button: string, bytes: Uint8Array, name = "cv.docx"): Promise<void> {
    const chosen = page.waitForEvent("filechooser");
    await page.locator(button).click();
    await (await chosen).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  }

  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).last().click();

  test("R5, R13: on a small phone: sent, corrected, and three skills confirmed", async () => {
    const page = await begun();
    await page.getByRole("button", { name: "Heb je een cv? Stuur het mee" }).first().waitFor();
    await send(page, "#send-file", await docxOf(cv));
    await page.getByRole("checkbox", { name: "Kok, Restaurant De Pan, 2015 – 2019" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("checkbox", { name: /Mbo 2 Kok/ }).uncheck();
    await press(page, "Veranderen");
    await press(page, "1. Kok");
    await page.getByLabel("Wat").last().fill("Souschef");
    expect(await violations(page)).toEqual([]);
    await press(page, "Opslaan");
    await page.getByRole("checkbox", { name: "Souschef, Restaurant De Pan, 2015 – 2019" }).waitFor();
    await press(page, "Neem dit over");
    for (const quote of ["kook soep voor zestig gasten", "bedenk menu's", "breng pakketten rond"]) {
      await page.getByText(`In je cv staat: “${quote}”`).waitFor();
      await press(page, "Ja");
    }
    await page.getByText("Wat doe je op een gewone dag").last().waitFor();
    await page.locator("#tab-passport").click();
    await expect.poll(() => page.locator(".skill").count()).toBe(3);
    const passport = (await page.locator("#passport-content").textContent()) ?? "";
    expect(passport).toContain("Souschef");
    expect(passport).toContain("Fietskoerier Flits");
    expect(passport).toContain("Zelf gezegd · uit je cv");
    expect(passport).not.toContain("Koksschool");
    expect(at.problems).toEqual([]);
  });

  test("from the passport's page it leads to the conversation; what cannot be read is told there", async () => {
    const page = await begun();
    await page.locator("#tab-passport").click();
    await send(page, "#send-file-too", textBytes("Lieve Sam, het regent al dagen."), "brief.txt");
    await page.getByText("Ik vond hierin geen werk, opleiding of vaardigheden").waitFor();
    expect(await page.locator("#tab-chat").getAttribute("aria-selected")).toBe("true");
    // The conversation shows that a file was sent, and not what it was called.
    expect(await page.locator("#log").textContent()).not.toContain("brief.txt");
    await page.reload();
    await page.getByText("Ik heb een cv of ander bestand gestuurd.").waitFor();
    expect(at.problems).toEqual([]);
  });

  test("a file that is too large does not travel: that is said at once, in the page's language", async () => {
    const page = await begun();
    await send(page, "#send-file", new Uint8Array(6 * 1024 ** 2), "groot.pdf");
    await page.getByText("Dit bestand is te groot. Tot 5 MB kan.").waitFor();
    await page.getByRole("button", { name: "EN, English" }).click();
    await send(page, "#send-file", new Uint8Array(6 * 1024 ** 2), "large.pdf");
    await page.getByText("This file is too large. Up to 5 MB is possible.").waitFor();
    expect(at.app.log.filter(({ route }) => route.endsWith("/upload"))).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  test("before the notice was agreed to, the file is not read, and that is said", async () => {
    const page = await at.newPage(phone);
    await page.goto(at.app.origin);
    await page.getByRole("button", { name: "Goed, beginnen" }).waitFor();
    await send(page, "#send-file", await docxOf(cv));
    await page.getByText("Het bestand heb ik niet gelezen en niet bewaard").waitFor();
  });
});
