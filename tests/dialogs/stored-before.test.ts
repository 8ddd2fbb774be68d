import { describe, expect, test } from "vitest";
import { interview } from "../../src/dialogs/interview.ts";
import { Interview } from "../../src/dialogs/state.ts";
import { type Player, startInterview, starredFindings } from "../support/interview-player.ts";

/** The fields of a state as the first release stored it. */
const firstFields = new Set(
  `version idPrefix nextId language taxonomy disclosure wordingHash consentedAt phase asking interrupted parts part experienceId experiences
   credentials offers round followUps toSummarise emptyAnswers answers checkpoint clearing undo`.split(/\s+/),
);

/** The same state as it was stored then, and the steps to take back with it. */
function asStoredThen(state: object): Record<string, unknown> {
  const fields = Object.entries(state).filter(([name]) => firstFields.has(name));
  const then: Record<string, unknown> = JSON.parse(JSON.stringify(Object.fromEntries(fields)));
  const { undo } = then;
  then["round"] = { asked: 1, refusedInARow: 0 };
  if (Array.isArray(undo)) then["undo"] = undo.map((each: { state: object }) => ({ ...each, state: asStoredThen(each.state) }));
  return then;
}

const told = (): Player => {
  const player = startInterview((utterance) => ({ ...starredFindings(utterance), followUps: [] }));
  player.press("begin");
  while (player.question() !== "open.paid_work") player.press("skip");
  player.say("ik *kook* en *poets* en *naai* en *bestel*");
  return player;
};
const at = "2026-03-03T09:00:00Z";

describe("a conversation that was stored by an earlier release", () => {
  test("is read, with what is remembered since as if nothing of it had happened", () => {
    const then = asStoredThen(told().state());
    expect(Object.keys(then)).toHaveLength(firstFields.size);
    const read = Object.entries(Interview.parse(then));
    expect(Object.fromEntries(read.filter(([name]) => !firstFields.has(name)))).toEqual({
      beforeNotice: null,
      document: null,
      asked: [],
      justRefused: null,
      plainRefusals: 0,
      isLeaving: false,
      isResting: false,
      heldAsked: [],
      promised: [],
      followedUp: [],
      moreAsked: [],
      isComforted: false,
      warmed: [],
      goal: null,
    });
  });

  test.for([
    [{ action: { action: "yes" as const } }, ["claim_confirmed"]],
    [{ action: { action: "undo" as const } }, []],
    [{ text: "nee" }, ["offer_set"]],
  ] as const)("goes on with %j", ([answer, events]) => {
    const player = told();
    const state = Interview.parse(asStoredThen(player.state()));
    const answered = { type: "answered", at, activityId: "next", text: null, action: null, passport: player.passport() } as const;
    const outcome = interview(state, { ...answered, ...answer });
    expect(outcome.messages.at(-1)?.asks).toBe(true);
    for (const type of events) expect(outcome.claimEvents.map((each) => each.type)).toContain(type);
  });

  test.for([
    { step: "offer", offerId: "offer-x", explained: true },
    { step: "what_is_wrong", offerId: "offer-x" },
    { step: "alternatives", offerId: "offer-x", options: [] },
    { step: "summary_change", part: "paid_work" },
    { step: "document_change", documentId: "a1" },
    { step: "enough", part: "hobby" },
  ])("is read where it was asked %j", (asking) => {
    expect(Interview.parse({ ...asStoredThen(told().state()), asking }).asking).toEqual(asking);
  });
});
