import { describe, expect, test } from "vitest";
import type { ConceptCard } from "../../src/domain/concept.ts";
import { applyPassportEvents } from "../../src/domain/passport-events.ts";
import { type Passport } from "../../src/domain/passport.ts";
import { Interview } from "../../src/dialogs/state.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { conceptCard, finding, nothingFound, startInterview } from "../support/interview-player.ts";
import { noPassport } from "../support/passport-samples.ts";

const at = "2026-03-01T10:00:00.000Z";
const occupation = { nl: "luchtbewaker", en: "sky keeper" };
const fold = conceptCard("wolken vouwen");
const polish = conceptCard("sterren poetsen");

/** A passport with a goal that is about an occupation. */
function withGoal(notYet: readonly string[] = []): Passport {
  const want = { id: "g1", kind: "goal" as const, text: "luchtbewaker worden", occupationUri: "urn:sky", notYet: [...notYet] };
  return applyPassportEvents(noPassport(), [{ type: "want_set", at, want }]);
}

function lookUp(missing: readonly ConceptCard[]) {
  return (passport: Passport) => {
    const want = passport.wants.find(({ occupationUri }) => occupationUri !== null);
    if (!want) return null;
    return { wantId: want.id, occupation, missing: missing.filter(({ uri }) => !want.notYet?.includes(uri)) };
  };
}

function started(missing: readonly ConceptCard[] = [fold, polish], passport = withGoal(), find?: (utterance: Utterance) => typeof nothingFound) {
  const player = startInterview(find ?? (() => nothingFound), { passport, goalOf: lookUp(missing) });
  player.press("begin");
  return player;
}

describe("R12: from a goal to the skills still missing", () => {
  test("R12: a chosen goal is asked about before anything new, one skill at a time", () => {
    const player = started();
    expect(player.heard().map(({ key }) => key)).toEqual(["again.hello", "goal.intro", "goal.ask_skill"]);
    expect(player.heard().at(-1)?.params).toEqual({ name: "wolken vouwen" });
    expect(player.heard().filter(({ asks }) => asks)).toHaveLength(1);
  });

  test("R12: without a chosen goal nothing of it is asked, and asking for it says where to choose one", () => {
    const player = startInterview(() => nothingFound, { goalOf: lookUp([fold]) });
    player.press("begin");
    expect(player.question()).toBe("open.day");
    player.say("mijn doel");
    expect(player.heard().map(({ key }) => key)).toEqual(["goal.none", "open.day"]);
  });

  test("R12: a yes claims nothing: it asks to be told of it", () => {
    const player = started();
    player.press("yes");
    expect(player.question()).toBe("goal.tell_skill");
    expect(player.passport().claims).toEqual([]);
    expect(player.state().offers).toEqual([]);
  });

  test("R12: what is then told is put as an offer with the person's own words, and only a yes to that makes a claim", () => {
    const player = started();
    player.press("yes");
    player.say("bij mijn tante vouwde ik elke zomer de wolken in vieren");
    expect(player.question()).toBe("offer.ask");
    expect(player.passport().claims).toEqual([]);
    player.press("yes");
    const [claim] = player.passport().claims;
    expect(claim?.uri).toBe(fold.uri);
    expect(claim?.evidence.map(({ quote }) => quote)).toEqual(["bij mijn tante vouwde ik elke zomer de wolken in vieren"]);
    expect(claim).toMatchObject({ status: "self_declared", discovered: false });
    // On to the next one, and then to what was being asked.
    expect(player.question()).toBe("goal.ask_skill");
    player.press("no");
    expect(player.heard().map(({ key }) => key)).toEqual(["goal.not_yet", "goal.done", "open_touched.day"]);
  });

  test("R12: words in which the skill is heard bring it with the quote that it rests on", () => {
    const player = started([fold], withGoal(), (utterance) => ({
      ...nothingFound,
      findings: [finding(utterance, "vouwde ik wolken", { concept: fold, probability: 0.4 })],
    }));
    player.press("yes");
    player.say("op zolder vouwde ik wolken en keek ik naar buiten");
    player.press("yes");
    expect(player.passport().claims[0]?.evidence.map(({ quote }) => quote)).toEqual(["vouwde ik wolken"]);
  });

  test.for([
    { said: "nee nooit gedaan eigenlijk niet", because: "denied" },
    { said: "ja hoor", because: "only a yes" },
    { said: "ooit eens", because: "too few words" },
  ])("R12: '$said' ($because) leads to no offer", ({ said }) => {
    const player = started();
    player.press("yes");
    player.say(said);
    expect(player.state().offers).toEqual([]);
    expect(player.passport().claims).toEqual([]);
  });

  test("R12: what may not be kept is in no evidence", () => {
    const player = started([fold], withGoal(), ({ text }) => {
      const start = text.indexOf("toen ik ziek was");
      return { ...nothingFound, sensitive: [{ start, end: start + "toen ik ziek was".length }] };
    });
    player.press("yes");
    player.say("toen ik ziek was heb ik thuis alle wolken gevouwen");
    player.press("yes");
    expect(player.passport().claims[0]?.evidence.map(({ quote }) => quote)).toEqual(["heb ik thuis alle wolken gevouwen"]);
  });

  test("R12: 'not yet' is kept with the goal, and not asked again in another conversation", () => {
    const player = started();
    player.press("no");
    expect(player.passport().wants[0]?.notYet).toEqual([fold.uri]);
    const again = startInterview(() => nothingFound, { passport: player.passport(), goalOf: lookUp([fold, polish]), idPrefix: "u" });
    again.press("begin");
    expect(again.heard().at(-1)?.params).toEqual({ name: "sterren poetsen" });
  });

  test.for([
    ["nee dat heb ik nog nooit gedaan", "goal.ask_skill", [fold.uri]],
    ["no I never did that", "goal.ask_skill", [fold.uri]],
    ["ja dat heb ik wel eens gedaan", "goal.tell_skill", []],
    ["yes I did that once", "goal.tell_skill", []],
  ] as const)("R12: “%s” is heard as the no or the yes it is", ([said, question, notYet]) => {
    const player = started();
    player.say(said);
    expect(player.question()).toBe(question);
    expect(player.passport().wants[0]?.notYet).toEqual(notYet);
  });

  test("R12: 'not yet' can be taken back", () => {
    const player = started();
    player.press("no");
    player.say("undo");
    expect(player.passport().wants[0]?.notYet).toEqual([]);
    expect(player.heard().at(-1)?.params).toEqual({ name: "wolken vouwen" });
  });

  test("R12: at most three skills are asked about, and enough is enough", () => {
    const many = ["a", "b", "c", "d", "e"].map((letter) => conceptCard(`ding ${letter} doen`));
    const player = started(many);
    for (let times = 0; times < 3; times += 1) player.press("no");
    expect(player.heard().map(({ key }) => key)).toEqual(["goal.not_yet", "goal.done", "open_touched.day"]);
    const other = started(many);
    other.press("enough");
    expect(other.question()).toBe("open_touched.day");
  });

  test("R12: asked for in the middle of another question, it comes back to that question", () => {
    const player = started([fold]);
    player.press("enough");
    player.press("nothing_more");
    const before = player.question();
    player.send({ action: "goal" });
    expect(player.question()).toBe("goal.ask_skill");
    player.press("later");
    expect(player.question()).toBe(before);
  });

  test("R12: whoever does not know what it is hears what it means, once", () => {
    const player = started();
    player.press("dont_know");
    expect(player.heard().map(({ key }) => key)).toEqual(["goal.meaning", "goal.ask_skill"]);
    player.press("dont_know");
    expect(player.heard().at(-1)?.params).toEqual({ name: "sterren poetsen" });
  });

  test("R12: after the closing it can be asked for as well, and the conversation is closed again afterwards", () => {
    const player = started([fold]);
    player.press("enough");
    while (player.state().phase !== "closed") player.say(player.state().asking.step === "enough" ? "genoeg voor vandaag" : "sla over");
    player.say("ik wil praten over mijn doel");
    expect(player.question()).toBe("goal.ask_skill");
    player.press("no");
    expect(player.question()).toBe("closed.ask");
    expect(player.state()).toMatchObject({ phase: "closed", goal: null });
  });

  test("R12: somebody who stopped in the middle comes back to the skill that was asked about", () => {
    const player = started([fold]);
    player.say("stop");
    player.send({ action: "go_on" });
    expect(player.question()).toBe("goal.ask_skill");
  });

  test("R12: a conversation of before there were goals goes on", () => {
    const { goal: _, undo, ...before } = started([fold]).state();
    const read = Interview.parse({
      ...before,
      asking: { step: "open", part: "day" },
      undo: undo.map(({ state: { goal: __, ...state }, inverse }) => ({ state, inverse })),
    });
    expect(read.goal).toBeNull();
  });

  test("R12: a command in between, and the goal's question is still there", () => {
    const player = started();
    player.say("wis alles");
    expect(player.question()).toBe("erase.ask");
    player.press("no");
    expect(player.question()).toBe("goal.ask_skill");
    player.press("later");
    player.press("later");
    expect(player.question()).toBe("open_touched.day");
  });
});
