import { describe, expect, test } from "vitest";
import { createActivityRenderer } from "../../src/bot/render-activities.ts";
import { createTurnRunner } from "../../src/dialogs/turn-runner.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { emptyPassport, type Passport } from "../../src/domain/passport.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { disclosure, startInterview, starredFindings, testTaxonomy } from "../support/interview-player.ts";
import { createMemoryStore } from "../support/memory-store.ts";

/** A passport as somebody left it after a first conversation, with a skill said yes to on this day. */
function afterFirst(confirmedAt: string): Passport {
  const first = startInterview();
  first.press("begin");
  first.say("ik *maak kantoren schoon*");
  first.press("yes");
  const passport = first.passport();
  const claims = passport.claims.map((claim) => ({ ...claim, origin: { ...claim.origin, confirmedAt } }));
  return { ...passport, claims, skipped: ["volunteering"] };
}

/** The notice agreed to in another conversation, on 2 March 2026. */
function again(passport: Passport) {
  const player = startInterview(starredFindings, { passport, idPrefix: "u" });
  player.press("begin");
  return player;
}

const lastMonth = "2026-02-02T19:00:00.000Z";
const longAgo = "2024-05-02T19:00:00.000Z";

describe("a new conversation on a passport that is there", () => {
  test("R34: asks what is new, not what was told; then only what is still open", () => {
    const player = again(afterFirst(lastMonth));
    expect(player.heard().map(({ key }) => key)).toEqual(["again.hello", "open_touched.day"]);
    const asked = new Set<string>();
    for (let i = 0; i < 40 && player.state().phase === "talking"; i += 1) {
      asked.add(player.question());
      player.send({ action: player.question().startsWith("open_touched") ? "nothing_more" : "skip" });
    }
    // Paid work was told about, volunteering skipped.
    expect(asked).not.toContain("open.paid_work");
    expect(asked).not.toContain("open.volunteering");
    for (const gap of ["open.hobby", "open.course", "open.motive", "open.who"]) expect(asked).toContain(gap);
  });

  test("R10: a skill of more than a year ago is asked about again; yes gives it today's date, and history says so", () => {
    const player = again(afterFirst(longAgo));
    expect(player.heard().at(-1)).toMatchObject({ key: "again.still_true", params: { name: "maak kantoren schoon", year: "2024" } });
    player.press("yes");
    const [claim] = player.passport().claims;
    expect(claim?.origin.confirmedAt).toMatch(/^2026-03-02/);
    expect(player.passport().history.at(-1)).toMatchObject({
      event: "claim_reconfirmed",
      subject: claim?.id,
      detail: { from: { confirmedAt: longAgo }, to: { confirmedAt: claim?.origin.confirmedAt } },
    });
    expect(player.question()).toBe("open_touched.day");
  });

  test("R10: no puts it out of sight and keeps it; later leaves it as it was; both can be undone", () => {
    const no = again(afterFirst(longAgo));
    no.press("no");
    expect(no.passport().claims).toMatchObject([{ hidden: true }]);
    no.send({ action: "undo" });
    expect(no.passport().claims).toMatchObject([{ hidden: false }]);
    expect(no.question()).toBe("again.still_true");
    no.press("later");
    expect(no.passport().claims).toMatchObject([{ hidden: false, origin: { confirmedAt: longAgo } }]);
    expect(no.question()).toBe("open_touched.day");
  });

  test("R10: at most five are asked about at once, longest ago first; hidden ones never", () => {
    const passport = afterFirst(longAgo);
    const [one] = passport.claims;
    if (!one) throw new Error("one skill was confirmed");
    const many = Array.from({ length: 7 }, (_, i) => ({
      ...one,
      id: `c${i}`,
      hidden: i === 0,
      origin: { ...one.origin, confirmedAt: `2024-0${9 - i}-01T00:00:00.000Z` },
    }));
    const player = again({ ...passport, claims: many });
    const asked: string[] = [];
    while (player.question() === "again.still_true") {
      const { asking } = player.state();
      asked.push(asking.step === "still_true" ? asking.claimId : "");
      player.press("yes");
    }
    expect(asked).toEqual(["c6", "c5", "c4", "c3", "c2"]);
  });

  test("a story told in place of an answer is heard", () => {
    const player = again(afterFirst(longAgo));
    player.say("Sinds kort *rijd ik op een heftruck* door het magazijn");
    expect(player.question()).toMatch(/^offer/);
    expect(player.passport().claims[0]?.origin.confirmedAt).toBe(longAgo);
  });

  test.for(["ja nog elke week eigenlijk", "ja dat doe ik nog steeds", "yes I still do that"])(
    "“%s” is a yes to it, and the next is asked",
    (said) => {
      const passport = afterFirst(longAgo);
      const player = again({ ...passport, claims: passport.claims.flatMap((each) => [each, { ...each, id: "other" }]) });
      player.say(said);
      expect(player.passport().claims[0]?.origin.confirmedAt).toMatch(/^2026/);
      expect(player.question()).toBe("again.still_true");
      player.say("nee dat doe ik al jaren niet meer");
      expect(player.passport().claims[1]).toMatchObject({ hidden: true });
      expect(player.question()).toBe("open_touched.day");
    },
  );

  test.for([
    ["ja, en ik *bemiddel* nu ook bij ruzies", { hidden: false, origin: { confirmedAt: expect.stringMatching(/^2026/) } }],
    ["nee, maar ik *bemiddel* nu bij ruzies", { hidden: true }],
  ] as const)("what is told beside it is heard as well: “%s”", ([said, claim]) => {
    const player = again(afterFirst(longAgo));
    player.say(said);
    expect(player.passport().claims).toMatchObject([claim]);
    expect(player.question()).toBe("offer.ask");
    player.press("yes");
    expect(player.passport().claims[1]).toMatchObject({ label: { nl: "bemiddel" } });
  });

  test("what waited for an answer still waits, and is asked at the end", () => {
    const first = startInterview();
    first.press("begin");
    first.say("ik *maak kantoren schoon*");
    first.press("later");
    const player = again(first.passport());
    expect(player.state().offers).toMatchObject([{ state: "later" }]);
  });

  test("what waited is not put as if it had been told of a part in this one", () => {
    const first = startInterview();
    first.press("begin");
    first.say("ik *maak kantoren schoon*");
    first.press("later");
    const passport = first.passport();
    const ofHobby = passport.offers.map((offer) => ({ ...offer, experienceId: null, evidence: { ...offer.evidence, about: "hobby" as const } }));
    const player = again({ ...passport, offers: ofHobby });
    while (player.state().part !== "hobby") player.say("sla over");
    while (player.state().part === "hobby") {
      expect(player.question()).not.toBe("offer.ask");
      player.say("sla over");
    }
    expect(player.state().offers).toMatchObject([{ state: "later" }]);
  });

  test("a no that says why is only a no", () => {
    const player = again(afterFirst(longAgo));
    player.say("nee ik kom daar al jaren niet meer");
    expect(player.passport().claims).toMatchObject([{ hidden: true }]);
    expect(player.work().filter(({ kind }) => kind === "find_skills")).toEqual([]);
  });

  test("with an empty passport it begins as the first one does", () => {
    const player = again(emptyPassport("nl", testTaxonomy));
    expect(player.heard().map(({ key }) => key)).toEqual(["open.day"]);
  });
});

test("R10: a conversation that began anew under its old name gives what it finds ids of its own", async () => {
  const store = createMemoryStore();
  const wording = loadWording();
  const runner = createTurnRunner({
    store,
    finder: { find: async (utterance) => starredFindings(utterance), search: async () => [] },
    catalogue: { info: testTaxonomy },
    wording,
    render: createActivityRenderer(wording),
    disclosure: () => disclosure,
    now: () => "2026-03-02T19:00:00.000Z",
    eraseEverything: async () => undefined,
    endSessions: async () => undefined,
  });
  await store.createHolder("h", emptyPassport("nl", testTaxonomy));
  let turns = 0;
  async function talk(story: string): Promise<void> {
    for (const text of [null, "ja", story, "ja"]) {
      turns += 1;
      const turn = { holderId: "h", conversationId: "c", activityId: `a${turns}`, channel: "web", value: null, locale: "nl" } as const;
      await runner.run({ ...turn, text, isStart: text === null }, () => undefined);
    }
  }
  await talk("ik *maak kantoren schoon*");
  await store.eraseConversation("h", "c");
  await talk("ik *rijd op een heftruck* door het magazijn");
  const passport = await store.passport("h");
  expect(passport?.claims).toHaveLength(2);
  expect(new Set(passport?.claims.map(({ id }) => id)).size).toBe(2);
  expect(
    passport?.history.filter(
      ({ event }: Pick<Passport["history"][number], "event">) => event === ("claim_confirmed" satisfies PassportEvent["type"]),
    ),
  ).toHaveLength(2);
});
