import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Utterance } from "../../src/domain/utterance.ts";
import { findChromium } from "../support/chromium.ts";
import { nothingFound } from "../support/interview-player.ts";
import { isInSight, pageInBrowser, phone, violations } from "../support/page-in-browser.ts";

const executable = findChromium();
const smallPhone: BrowserContextOptions = { ...phone, viewport: { width: 360, height: 640 } };

const words = {
  nl: { begin: "Goed, beginnen", yes: "Ja", day: "Wat doe je op een gewone dag", retry: "Probeer opnieuw", passport: /Mijn paspoort/ },
  en: { begin: "OK, let's start", yes: "Yes", day: "What do you do on an ordinary day", retry: "Try again", passport: /My passport/ },
} as const;

describe.skipIf(executable === undefined)("the chat page", () => {
  const at = pageInBrowser(executable);

  async function open(language: "nl" | "en" = "nl", options: BrowserContextOptions = {}): Promise<Page> {
    const page = await at.newPage({ locale: language === "nl" ? "nl-NL" : "en-GB", ...options });
    await page.goto(at.app.origin);
    return page;
  }

  /** Begins, and tells something with the skills between asterisks. */
  async function tell(page: Page, story: string, language: "nl" | "en" = "nl"): Promise<void> {
    await page.getByRole("button", { name: words[language].begin }).click();
    await page.getByText(words[language].day).waitFor();
    await page.locator("#answer").fill(story);
    await page.locator("#answer").press("Enter");
    await page.getByRole("button", { name: words[language].yes, exact: true }).waitFor();
  }

  async function answer(page: Page, name: string): Promise<void> {
    await page.getByRole("button", { name, exact: true }).click();
  }

  test("an answered card shows the answer and can no longer be pressed; the passport beside it grows", async () => {
    const page = await open();
    await tell(page, "Ik *maak kantoren schoon* en *help collega's*");
    await answer(page, "Ja");
    await expect.poll(() => page.locator(".skill").count()).toBe(1);
    const first = page.locator(".message.bot").filter({ hasText: "Je zei: “maak kantoren schoon”" });
    await expect.poll(() => first.textContent()).toContain("Jouw antwoord: Ja");
    await expect.poll(() => first.getByRole("button", { name: "Nee" }).count()).toBe(0);
    expect(await page.locator("#passport").textContent()).toContain("Betaald werk: 1");
    expect(at.problems).toEqual([]);
  });

  test("on a phone an offer and all its answers are in sight at once, its meaning one tap away", async () => {
    const page = await open("nl", phone);
    await tell(page, "Ik *maak kantoren en trappenhuizen schoon*");
    const card = page.locator(".message.bot").last();
    for (const part of [
      card.getByText("Je kunt dit"),
      card.getByText("Je zei"),
      card.getByText("Klopt dit?"),
      ...["Ja", "Nee", "Weet ik niet", "Later"].map((name) => card.getByRole("button", { name, exact: true })),
    ]) {
      await expect.poll(() => isInSight(part)).toBe(true);
    }
    await expect.poll(() => card.getByText("Officiële naam").isVisible()).toBe(false);
    await card.getByText("Wat betekent dit?").click();
    await expect.poll(() => card.getByText("Officiële naam").isVisible()).toBe(true);
  });

  test("who is too young reads why, and whom to talk to, after everything is gone", async () => {
    const page = await open("nl", phone);
    await page.getByRole("button", { name: words.nl.begin }).waitFor();
    await page.locator("#answer").fill("ik ben 15");
    await page.locator("#answer").press("Enter");
    await page.getByRole("heading", { name: "Dit gesprek is klaar" }).waitFor();
    expect(await page.locator("main").textContent()).toMatch(/vanaf 16 jaar.*mentor of decaan.*Er is niets bewaard/);
    expect(at.problems).toEqual([]);
  });

  test("after a reload the conversation stands there as it was, and goes on", async () => {
    const page = await open("nl", phone);
    await tell(page, "Ik *maak kantoren schoon* en *help collega's*");
    await answer(page, "Ja");
    await page.getByText("Je zei: “help collega's”").waitFor();
    // What was typed before consent is not kept, so its bubble is gone; all that followed is there.
    const texts = () => page.locator(".message .text").allTextContents();
    const before = (await texts()).slice(4);
    await page.reload();
    await page.getByRole("button", { name: "Ja", exact: true }).waitFor();
    // History comes in pieces, and the open question may stand there before the last of it.
    await expect.poll(async () => (await texts()).slice(-before.length)).toEqual(before);
    await expect.poll(() => page.locator(".answered").count()).toBe(1);
    await answer(page, "Ja");
    await expect.poll(() => page.locator("#passport-count").textContent()).toBe("2");
  });

  test("after a reload a long conversation still stands in the order in which it was held", async () => {
    const page = await open("nl", phone);
    await answer(page, "Goed, beginnen");
    const replies = page.locator(".message.bot");
    for (let turn = 0; turn < 45; turn++) {
      const before = await replies.count();
      await page.locator("#answer").fill(`haal ding ${turn} weg, wie leest dit?`);
      await page.locator("#answer").press("Enter");
      await expect.poll(() => replies.count()).toBeGreaterThan(before);
    }
    const texts = () => page.locator(".message.holder .text").allTextContents();
    const before = (await texts()).slice(-45);
    await page.reload();
    await expect.poll(texts).toContain(before.at(-1));
    await expect.poll(async () => (await texts()).slice(-45)).toEqual(before);
  });

  test("on a phone the answer to a question is in sight, though the open offer comes back below it", async () => {
    const page = await open("nl", phone);
    await page.getByText("Zullen we beginnen?").waitFor();
    await expect.poll(() => isInSight(page.getByText("Samen ontdekken we"))).toBe(true);
    await tell(page, "Ik *maak kantoren en trappenhuizen schoon*");
    await page.locator("#answer").fill("wie leest dit");
    await page.locator("#answer").press("Enter");
    await page.getByText("Het paspoort is van jou").last().waitFor();
    await expect.poll(() => page.getByText("Klopt dit?").count()).toBe(2);
    await expect.poll(() => isInSight(page.getByText("Niemand leest mee").last())).toBe(true);
  });

  test("on a small phone a button reads on to what stands below, and goes where nothing does", async () => {
    const page = await open("nl", smallPhone);
    const more = page.getByRole("button", { name: "Verder lezen" });
    const begin = page.getByRole("button", { name: words.nl.begin });
    await begin.waitFor();
    await expect.poll(() => isInSight(page.getByText("Samen ontdekken we"))).toBe(true);
    expect(await isInSight(begin)).toBe(false);
    const scrolled = () => page.locator("#log").evaluate((log) => log.scrollTop);
    for (let presses = 0; presses < 3 && !(await isInSight(begin)); presses++) {
      const before = await scrolled();
      await more.click();
      await expect.poll(scrolled).toBeGreaterThan(before);
    }
    await expect.poll(() => isInSight(begin)).toBe(true);
    await expect.poll(() => more.isVisible()).toBe(false);

    await tell(page, "Ik *maak kantoren schoon*");
    for (const name of ["Ja", "Nee", "Weet ik niet", "Later"]) {
      await expect.poll(() => isInSight(page.getByRole("button", { name, exact: true }))).toBe(true);
    }
    await expect.poll(() => page.locator("#hint").isVisible()).toBe(false);
    await answer(page, "Ja");
    await page
      .getByText(/wat doe je dan precies\?/i)
      .last()
      .waitFor();
    await expect.poll(() => page.locator("#hint").isVisible()).toBe(true);
  });

  test("on a small phone the answers to an offer are in sight: under a long story, and where it comes back", async () => {
    const page = await open("nl", smallPhone);
    await tell(page, "ja *groente snijden in een keuken van restaurant*");
    const answers = () => page.locator(".message.bot").last().locator(".choice");
    await expect.poll(() => answers().count()).toBe(4);
    for (const one of await answers().all()) await expect.poll(() => isInSight(one)).toBe(true);
    await answer(page, "Ja");
    await page.locator("#answer").fill("dan *kopjes afwassen*");
    await page.locator("#answer").press("Enter");
    await page.getByText("Je zei: “kopjes afwassen”").waitFor();
    await page.locator("#answer").fill("en *dozen dragen*");
    await page.locator("#answer").press("Enter");
    await page.getByText("Dat bewaar ik.").first().waitFor();
    await expect.poll(() => answers().count()).toBe(4);
    for (const one of await answers().all()) await expect.poll(() => isInSight(one)).toBe(true);
  });

  test("on a small phone the way to what is below lies on no words of an answer", async () => {
    const page = await open("nl", smallPhone);
    await tell(page, "Ik *help op het werk en thuis met alles wat er te doen is en nog veel meer dan dat*");
    const more = page.getByRole("button", { name: "Verder lezen" });
    const scrollUp = () => page.locator("#log").evaluate((log) => void (log.scrollTop = log.scrollHeight - log.clientHeight - 60));
    // A message that arrives meanwhile scrolls down again.
    await expect.poll(async () => (await scrollUp(), more.isVisible())).toBe(true);
    const isBelow = () =>
      more.evaluate((button) => button.getBoundingClientRect().top >= (document.getElementById("log")?.getBoundingClientRect().bottom ?? 0));
    expect(await isBelow()).toBe(true);
  });

  test("on a small phone a button with many words stands within its bubble, all of it read", async () => {
    const page = await open("nl", smallPhone);
    await tell(page, "Ik *houd elke dag heel goed contact met onze klanten*");
    await answer(page, "Nee");
    await answer(page, "Laat keuzes zien");
    const choice = page.locator(".message.bot").last().locator(".choice").first();
    await choice.waitFor();
    const overflow = await choice.evaluate((node) => {
      const log = document.getElementById("log");
      const parts = [node, ...node.querySelectorAll("*")].filter((part): part is HTMLElement => part instanceof HTMLElement);
      return {
        right: node.getBoundingClientRect().right > (log?.clientWidth ?? 0),
        cut: parts.some((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0),
      };
    });
    expect(overflow).toEqual({ right: false, cut: false });
  });

  test("an offer that got no answer does not say that it did", async () => {
    const page = await open();
    await tell(page, "Ik *maak kantoren schoon*");
    await page.locator("#answer").fill("wie leest dit?");
    await page.locator("#answer").press("Enter");
    await expect.poll(() => page.getByText("Klopt dit?").count()).toBe(2);
    await expect.poll(() => page.getByRole("button", { name: "Ja", exact: true }).count()).toBe(1);
    await expect.poll(() => page.locator(".answered").count()).toBe(0);
    await answer(page, "Ja");
    await expect.poll(() => page.locator(".answered").allTextContents()).toEqual(["Jouw antwoord: Ja"]);
  });

  test("a field of a summary that was emptied is taken out of the passport", async () => {
    const finder = {
      find: async (utterance: Utterance) => ({
        ...nothingFound,
        experiences: [{ area: "paid_work" as const, title: utterance.text, organisation: "Bakkerij Jansma", start: null, end: null }],
      }),
      search: async () => [],
    };
    await at.restart({ finder });
    const page = await open("nl", { ...phone, viewport: { width: 360, height: 640 } });
    await answer(page, "Goed, beginnen");
    await page.getByText(words.nl.day).waitFor();
    await page.locator("#answer").fill("brood bakken");
    await page.locator("#answer").press("Enter");
    await page.locator("#passport").getByText("Bakkerij Jansma").waitFor({ state: "attached" });
    const replies = page.locator(".message.bot");
    while ((await page.getByText("Dit schreef ik op").count()) === 0) {
      const before = await replies.count();
      await page.locator("#answer").fill("sla over");
      await page.locator("#answer").press("Enter");
      await expect.poll(() => replies.count()).toBeGreaterThan(before);
    }
    await answer(page, "Veranderen");
    // The whole form and what saves it are seen at once on a small phone.
    await expect.poll(() => isInSight(page.locator("#log").getByRole("button", { name: "Opslaan" }))).toBe(true);
    expect(await isInSight(page.locator("#log").getByLabel("Wat", { exact: true }))).toBe(true);
    await page.locator("#log").getByLabel("Waar").fill("");
    await answer(page, "Opslaan");
    await page.getByText("het is aangepast").waitFor();
    await expect.poll(() => page.locator("#passport").getByText("Bakkerij Jansma").count()).toBe(0);
  });

  test("a message that does not arrive says so, and sending it again says it once", async () => {
    const page = await open();
    await answer(page, "Goed, beginnen");
    await page.getByText(words.nl.day).waitFor();
    await page.context().setOffline(true);
    await page.locator("#answer").fill("Ik *repareer fietsen*");
    await page.locator("#answer").press("Enter");
    await page.getByText("Niet verstuurd.").waitFor({ timeout: 20_000 });
    await page.context().setOffline(false);
    await answer(page, "Probeer opnieuw");
    await page.getByText("Je zei: “repareer fietsen”").waitFor({ timeout: 20_000 });
    await expect.poll(() => page.locator(".message.holder").filter({ hasText: "repareer" }).count()).toBe(1);
    await page.reload();
    await page.getByText("Je zei: “repareer fietsen”").waitFor();
    await expect.poll(() => page.locator(".message.holder").filter({ hasText: "repareer" }).count()).toBe(1);
  });

  test("a broken connection comes back by itself, without a word said twice", async () => {
    const page = await open();
    await tell(page, "Ik *maak kantoren schoon*");
    at.app.cutConnections();
    await page.getByText("Geen verbinding").waitFor();
    await page.locator("#connection-status").waitFor({ state: "hidden" });
    await answer(page, "Ja");
    await expect.poll(() => page.locator(".skill").count()).toBe(1);
    await expect.poll(() => page.locator(".message.bot").filter({ hasText: words.nl.day }).count()).toBe(1);
  });

  test("what people type is text, never markup, in the conversation and in the passport", async () => {
    const page = await open();
    await tell(page, 'Ik *bak <img src=x onerror="document.title=1"> **brood** [hier](javascript:1)*');
    await answer(page, "Ja");
    await expect.poll(() => page.locator(".skill").count()).toBe(1);
    await expect.poll(() => page.locator("main img").count()).toBe(0);
    await expect.poll(() => page.locator("main a[href^=javascript]").count()).toBe(0);
    expect(await page.locator(".skill h5").textContent()).toContain("<img");
  });

  test("with the keyboard alone: begin, tell, confirm, set a level, and open the menu and leave it", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Goed, beginnen" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText(words.nl.day).waitFor();
    // The pressed button is gone; focus stays where it was, on what was said with it.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Goed, beginnen");
    const until = async (wanted: string) => {
      for (let presses = 0; presses < 40; presses++) {
        const here = await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || "");
        if (here.startsWith(wanted)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`Tab never came to ${wanted}`);
    };
    await until("answer");
    await page.keyboard.type("Ik *maak kantoren schoon*");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Ja", exact: true }).waitFor();
    await page.locator("#log").focus();
    await until("Ja");
    await page.keyboard.press("Space");
    await expect.poll(() => page.locator(".skill").count()).toBe(1);
    await until("level-");
    await page.keyboard.press("Space");
    await page.getByText("Bewaard.").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toContain("level-");
    await page.locator("#menu-button").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#menu").isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("#menu").isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("menu-button");
  });

  test("the passport is changed in place: level, hidden, removed after asking", async () => {
    const page = await open();
    await tell(page, "Ik *maak kantoren schoon* en *help collega's*");
    await answer(page, "Ja");
    await page.getByText("Je zei: “help collega's”").waitFor();
    await answer(page, "Ja");
    await expect.poll(() => page.locator(".skill").count()).toBe(2);
    const skill = page.locator(".skill").filter({ hasText: "kantoren" });
    await skill.getByRole("radio", { name: "Zelf", exact: true }).check();
    await page.getByText("Bewaard.").waitFor();
    expect(await skill.getByRole("radio", { name: "Zelf", exact: true }).isChecked()).toBe(true);
    await skill.getByText("Aanpassen").click();
    await skill.getByRole("button", { name: "Verbergen" }).click();
    await skill.getByText("Verborgen", { exact: true }).waitFor();
    await page.getByText("Deze staat nu onderaan.").waitFor();
    await skill.getByRole("button", { name: "Weghalen" }).click();
    await page.getByRole("button", { name: "Nee, terug" }).click();
    await expect.poll(() => page.locator(".skill").count()).toBe(2);
    await skill.getByRole("button", { name: "Weghalen" }).click();
    await page.getByRole("button", { name: "Ja, haal weg" }).click();
    await expect.poll(() => page.locator(".skill").count()).toBe(1);
  });

  test("the language changes on the page and in the conversation; each message keeps its own", async () => {
    const page = await open();
    await page.getByText("Zullen we beginnen?").waitFor();
    await page.getByRole("button", { name: /^EN/ }).click();
    await page.getByText("Shall we start?").waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    expect(await page.getByText("Zullen we beginnen?").evaluate((node) => node.closest("[lang]")?.getAttribute("lang"))).toBe("nl");
    expect(await page.locator("#passport h2").textContent()).toBe("My passport");
  });

  test.for([
    { command: "Hier uitloggen", yes: "Ja, log uit", left: "Je bent uitgelogd", kept: true },
    { command: "Alles wissen", yes: "Ja, wis alles", left: "Alles is gewist", kept: false },
  ])("$command: nothing is left on the screen, nor to be had from here", async ({ command, yes, left, kept }) => {
    const page = await open();
    await tell(page, "Ik *maak kantoren schoon*");
    const holderIds = at.app.store.dumpRecords().match(/"holderId":"[^"]+"/g) ?? [];
    const holderId = holderIds[0]?.slice(12, -1) ?? "";
    await page.getByRole("button", { name: "Menu" }).click();
    await page.locator("#menu").getByRole("button", { name: command }).click();
    await page.getByRole("button", { name: yes }).click();
    await page.getByRole("heading", { name: left }).waitFor();
    expect(await page.locator("body").textContent()).not.toContain("kantoren");
    expect(await page.evaluate(async () => (await fetch("/api/passport", { headers: { "X-Skillsgesprek": "1" } })).status)).toBe(401);
    expect(await at.app.store.hasHolder(holderId)).toBe(kept);
    await page.getByRole("button", { name: "Opnieuw beginnen" }).click();
    await page.getByText("Zullen we beginnen?").waitFor();
  });

  test.for([
    { language: "nl", colorScheme: "light" },
    { language: "nl", colorScheme: "dark" },
    { language: "en", colorScheme: "light" },
    { language: "en", colorScheme: "dark" },
  ] as const)("no accessibility violations on either tab of a phone: $language, $colorScheme", async ({ language, colorScheme }) => {
    const page = await open(language, { ...phone, colorScheme });
    await tell(page, "*maak kantoren schoon* *help collega's*", language);
    expect(await violations(page)).toEqual([]);
    await answer(page, words[language].yes);
    await page.getByText("“help collega's”").first().waitFor();
    await page.getByRole("tab", { name: words[language].passport }).click();
    await page.locator(".skill summary").first().click();
    await page.locator(".skill summary").nth(1).click();
    expect(await violations(page)).toEqual([]);
  });

  test.for([
    { name: "320 pixels", width: 320, height: 640 },
    { name: "1280 pixels at 200 %", width: 640, height: 400 },
    { name: "1280 pixels at 400 %", width: 320, height: 256 },
  ])("nothing is cut off sideways at $name, and targets are large enough", async ({ width, height }) => {
    const page = await open("nl", { viewport: { width, height } });
    await tell(page, "Ik *maak kantoren schoon* en *help collega's*");
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await sideways()).toBeLessThanOrEqual(0);
    await answer(page, "Ja");
    await page.getByText("Je zei: “help collega's”").waitFor();
    const tooSmall = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("button, a, summary, textarea, .level label")]
          .map((node) => ({ box: node.getBoundingClientRect(), name: node.textContent ?? "", isSkip: node.matches(".skip") }))
          .filter(({ box, isSkip }) => box.width > 0 && !isSkip && (box.height < 44 || box.width < 44))
          .map(({ name, box }) => `${name} ${box.width}x${box.height}`),
      );
    expect(await tooSmall()).toEqual([]);
    await page.getByRole("tab", { name: /Mijn paspoort/ }).click();
    expect(await sideways()).toBeLessThanOrEqual(0);
    expect(await tooSmall()).toEqual([]);
  });

  test("usable within five seconds on a slow phone: 1.6 Mbit/s, 150 ms away, a processor four times slower", async () => {
    const context = await at.browser.newContext({ locale: "nl-NL", ...phone });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    let bytes = 0;
    devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    const startedMs = performance.now();
    await page.goto(at.app.origin, { waitUntil: "commit" });
    await page.getByRole("button", { name: "Goed, beginnen" }).waitFor();
    const usableMs = performance.now() - startedMs;
    console.log(`usable after ${Math.round(usableMs)} ms, ${Math.round(bytes / 1024)} kB`);
    expect(usableMs).toBeLessThan(5000);
  });
});
