import { describe, expect, test } from "vitest";
import { interview } from "../../src/dialogs/interview.ts";
import { Interview } from "../../src/dialogs/state.ts";
import { forgottenBy, stateWithout } from "../../src/domain/forgetting.ts";
import { applyPassportEvents, type PassportEvent } from "../../src/domain/passport-events.ts";
import { starredFindings, startInterview } from "../support/interview-player.ts";

const at = "2026-03-02T20:00:00Z";

describe("an interview of which something was erased on the page", () => {
  test("R22: it remembers none of it, cannot step back to it, and goes on", () => {
    const player = startInterview();
    player.press("begin");
    player.say("ik *kook graag soep* en *poets kantoren*");
    player.press("yes");
    const before = player.passport();
    const events: PassportEvent[] = [{ type: "claim_erased", at, claimId: before.claims[0]?.id ?? "" }];
    const passport = applyPassportEvents(before, events);
    const forgotten = forgottenBy(events, before, passport);
    if (!forgotten) throw new Error("a skill was erased");

    const state = Interview.parse(stateWithout(player.state(), forgotten));
    expect(player.state().offers).toHaveLength(2);
    expect(player.state().undo).not.toEqual([]);
    expect(state.offers.map(({ evidence }) => evidence.quote)).toEqual(["poets kantoren"]);
    expect(state.undo).toEqual([]);
    // What was told of the experience stays: that one was not erased.
    expect(state.experiences).toEqual(player.state().experiences);

    const answered = { type: "answered", at, activityId: "next", text: null, passport } as const;
    const undone = interview(state, { ...answered, action: { action: "undo" } });
    expect(undone.messages.map(({ key }) => key)).toContain("undo.nothing");
    const confirmed = interview(state, { ...answered, action: { action: "yes" } });
    expect(confirmed.claimEvents.map(({ type }) => type)).toContain("claim_confirmed");
  });

  test.for(["paid", "open", "experience", "offer", "what"])(
    "an erased %s, a word that the program uses too, leaves an interview that can be read and goes on",
    (title) => {
      const player = startInterview();
      player.press("begin");
      player.say("ik *kook graag soep* en *poets kantoren*");
      const experience = { id: "gone", area: "hobby" as const, title, organisation: null, start: null, end: null, summary: null, noSkills: false };
      const before = applyPassportEvents(player.passport(), [{ type: "experience_set", at, experience }]);
      const events: PassportEvent[] = [{ type: "experience_erased", at, experienceId: "gone" }];
      const passport = applyPassportEvents(before, events);
      const forgotten = forgottenBy(events, before, passport);
      expect(forgotten?.phrases).toEqual([title]);
      if (!forgotten) throw new Error("an experience was erased");
      const state = Interview.parse(stateWithout(player.state(), forgotten));
      expect(state).toEqual({ ...player.state(), undo: [] });
      const confirmed = interview(state, { type: "answered", at, activityId: "next", text: null, passport, action: { action: "yes" } });
      expect(confirmed.claimEvents.map(({ type }) => type)).toContain("claim_confirmed");
    },
  );

  test.for(["hobby", "paid_work", "more", "offer", "again"])(
    "an erased %s leaves what was asked already as it was, so that it is not asked anew",
    (title) => {
      const player = startInterview();
      player.press("begin");
      const offerId = "offer-x-1";
      const asked: Interview = {
        ...player.state(),
        heldAsked: ["hobby", "paid_work"],
        promised: [offerId],
        moreAsked: ["more.hobby", "more_again.paid_work", "none:hobby"],
        round: { asked: 0, refusedInARow: 0, heardIn: [], held: [offerId] },
        justRefused: offerId,
      };
      const forgotten = { phrases: [title], ids: new Set<string>(), uris: new Set<string>() };
      expect(Interview.parse(stateWithout(asked, forgotten))).toEqual({ ...asked, undo: [] });
    },
  );

  test("R22: what was asked for more keeps nothing of what an erased experience was called", () => {
    const player = startInterview((utterance) => ({
      ...starredFindings(utterance),
      followUps: [],
      experiences: [...utterance.text.matchAll(/\[(.+?)\]/g)].map((match) => ({
        area: "paid_work" as const,
        title: match[1] ?? "",
        organisation: null,
        start: null,
        end: null,
      })),
    }));
    player.press("begin");
    while (player.question() !== "open.paid_work") player.press("skip");
    for (const said of ["[Bakker] *brood bakken*", "[Kapper] *haren knippen*", "[Glazenwasser] *ramen zemen*"]) {
      player.say(said);
      player.press("yes");
    }
    expect(player.question()).toBe("more_besides");
    player.say("[Imker] *honing slingeren*");
    expect(player.state().moreAsked).toHaveLength(3);
    expect(JSON.stringify(player.state().moreAsked)).not.toMatch(/kapper|glazenwasser/i);
  });

  test("changes that erase nothing are forgotten nowhere", () => {
    const passport = startInterview().passport();
    expect(forgottenBy([{ type: "language_chosen", at, language: "en" }], passport, { ...passport, language: "en" })).toBeUndefined();
  });
});
