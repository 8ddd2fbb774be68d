import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Counsellors } from "../../src/composition/counsellors.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { findChromium } from "../support/chromium.ts";
import { openCounsellorDesk } from "../support/counsellor-desk.ts";
import { pageInBrowser, phone } from "../support/page-in-browser.ts";
import { labelled } from "../support/sharing-client.ts";

const executable = findChromium();
const at0 = "2026-11-24T10:00:00.000Z";

/** What a browser would run, load, follow or turn round if it took it for more than text. */
const marked = [
  "<img src=x onerror=\"window.ran='img'\">",
  "<script>window.ran='script'</script>",
  "<svg/onload=\"window.ran='svg'\">",
  '"><iframe srcdoc="<script>parent.ran=\'frame\'</script>">',
  "[klik](javascript:window.ran='link')",
  "![plaatje](https://example.org/onbekend.png)",
  "<a href=\"javascript:window.ran='a'\">hier</a>",
  "<style>body{display:none}</style>",
  "${window.ran='template'} {{constructor.constructor('ran=1')()}}",
  "\u202Enekkab doorb\u202C",
  "a\u0301\u0302\u0303\u0304".repeat(40),
  "langwoord".repeat(60),
  "👩‍👩‍👧‍👦".repeat(40),
];
const all = marked.join(" ");

const events: readonly PassportEvent[] = [
  ...marked.map((text, index): PassportEvent => {
    const claim = labelled(`c${index}`, text, { evidence: [{ quote: `ik kan ${text}`, about: "hobby", experienceId: "e1" }] });
    return {
      type: "claim_confirmed",
      at: at0,
      claim: index % 2 === 0 ? claim : { ...claim, uri: null, type: null, taxonomy: null, meaning: null, group: null },
    };
  }),
  {
    type: "experience_set",
    at: at0,
    experience: {
      id: "e1",
      area: "hobby",
      title: all.slice(0, 200),
      organisation: marked[0] ?? "",
      start: marked[4] ?? "",
      end: marked[1] ?? "",
      summary: all,
      noSkills: false,
    },
  },
  {
    type: "credential_set",
    at: at0,
    credential: {
      id: "d1",
      title: marked[3] ?? "",
      institution: marked[2] ?? "",
      date: marked[6] ?? "",
      level: { scheme: "told", value: marked[0] ?? "" },
      finished: true,
    },
  },
  { type: "who_set", at: at0, who: { id: "w1", text: all } },
  { type: "want_set", at: at0, want: { id: "g1", kind: "goal", text: all, occupationUri: null } },
];

describe.skipIf(executable === undefined)("names, quotes and all that people write is text on every page", () => {
  const at = pageInBrowser(executable);
  const origin = () => at.app.origin.replace("127.0.0.1", "localhost");

  /** Nothing ran, nothing was loaded, nothing can be followed, and nothing sticks out. */
  async function isOnlyText(page: Page, where: string): Promise<void> {
    expect(await page.evaluate("window.ran"), where).toBeUndefined();
    expect(await page.locator("img[src=x], iframe, svg[onload], a[href^='javascript'], img[src*='example.org']").count(), where).toBe(0);
    expect(await page.locator("body").isVisible(), where).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0);
    expect(await page.locator("body").innerText(), where).toContain("onerror=");
    expect(at.problems, where).toEqual([]);
  }

  test("the passport, the share page, who shares, who asks, and the counsellor's desk", { timeout: 120_000 }, async () => {
    let desk: Counsellors | undefined;
    await at.restart({ more: async (server, guard, apis, store) => void (desk = await openCounsellorDesk({ server, guard, apis, store }, {})) });
    const page = await at.newPage(phone);
    await page.goto(origin());
    await page.getByRole("button", { name: "Goed, beginnen" }).waitFor();
    const holderId = /"holderId":"([^"]+)"/.exec(at.app.store.dumpRecords())?.[1] ?? "";
    await at.app.store.changePassport(holderId, events);
    await page.reload();
    await page.getByRole("button", { name: "Goed, beginnen" }).waitFor();
    await page.getByRole("tab", { name: /Mijn paspoort/ }).click();
    await page.locator("#share-now").waitFor();
    for (const closed of await page.locator("details:not([open]) > summary").all()) if (await closed.isVisible()) await closed.click();
    await isOnlyText(page, "the passport");

    await page.locator("#share-now").click();
    await page.locator("#share-name").fill((marked[0] ?? "").slice(0, 60));
    await page.locator("#share-purpose").fill((marked[6] ?? "").slice(0, 60));
    await page.locator("#share-shown-as").fill((marked[2] ?? "").slice(0, 60));
    await page.getByText(/^Vaardigheden:/).click();
    for (const box of await page.locator(".share-dialog input[type=checkbox][id^=pick-]").all()) await box.check();
    await isOnlyText(page, "what goes along");
    await page.getByRole("button", { name: "Laat zien", exact: true }).click();
    const link = (await page.locator("#share-link").inputValue()).replace("127.0.0.1", "localhost");
    await isOnlyText(page, "the link");
    await page.keyboard.press("Escape");

    const reader = await at.newPage(phone);
    await reader.goto(link);
    await reader.locator(".shared-claim").first().waitFor();
    await isOnlyText(reader, "the share page");

    await page.locator("#share-now").click();
    await page.locator("#share-name").fill("Ria <b>Voorbeeld</b>");
    await page.getByText(/^Vaardigheden:/).click();
    for (const box of await page.locator(".share-dialog input[type=checkbox][id^=pick-]").all()) await box.check();
    await page.locator("#share-review").check();
    await page.getByRole("button", { name: "Laat zien", exact: true }).click();
    const reviewLink = (await page.locator("#share-link").inputValue()).replace("127.0.0.1", "localhost");
    const ria = await at.newPage(phone);
    const devtools = await ria.context().newCDPSession(ria);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const secret = await desk?.passkeys.invite({ name: marked[0] ?? "", role: "loopbaanbegeleider", organisation: marked[2] ?? "" });
    await ria.goto(`${origin()}/counsellor#invite=${secret ?? ""}`);
    await ria.getByRole("button", { name: "Maak een passkey" }).click();
    await ria.getByRole("heading", { name: "Uw beoordelingen" }).waitFor();
    await ria.goto("about:blank");
    await ria.goto(reviewLink);
    await ria.getByLabel("Hoe kent u deze persoon?").fill((marked[1] ?? "").slice(0, 60));
    await ria.keyboard.press("Enter");
    await ria.locator("article.card").first().waitFor();
    await isOnlyText(ria, "the counsellor's desk");
  });
});
