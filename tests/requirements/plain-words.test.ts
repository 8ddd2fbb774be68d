import { describe, expect, test } from "vitest";
import type { Choice } from "../../src/dialogs/events.ts";
import { choiceText } from "../../src/dialogs/speech.ts";
import { questionOf } from "../../src/dialogs/questions.ts";
import { Asking, type Interview, interviewParts } from "../../src/dialogs/state.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { FollowUp } from "../../src/domain/finding.ts";
import { conceptCard, disclosure, startInterview } from "../support/interview-player.ts";

/** All that the bot can say: two languages, and in Dutch both forms of address. */
const tables = (["je", "u"] as const).flatMap((form) => {
  const wording = loadWording(form);
  return (["nl", "en"] as const).map((language) => ({ name: language === "nl" ? `Dutch (${form})` : `English (${form})`, words: wording[language] }));
});

const sentencesOf = (text: string) => text.split(/(?<=[.!?:])\s+/).filter((sentence) => sentence.trim() !== "");
const wordsIn = (sentence: string) => sentence.trim().split(/\s+/).length;

/** What stands on buttons, in headings and on cards is no sentence; it is left out of the average, so that it cannot flatter it. */
const isSpoken = (key: string) => !/^(?:card|choice|part|progress)\b/.test(key);

describe.for(tables)("R15: simple, for every level of education: $name", ({ words }) => {
  test("R15: sentences have at most twelve words on average, and none has more than twenty", () => {
    const lengths = words.keys
      .filter(isSpoken)
      .flatMap((key) => sentencesOf(words.say(key)).map((sentence) => ({ sentence, words: wordsIn(sentence) })));
    expect(lengths.length).toBeGreaterThan(150);
    expect(lengths.reduce((sum, each) => sum + each.words, 0) / lengths.length).toBeLessThanOrEqual(12);
    expect(lengths.filter((each) => each.words > 20)).toEqual([]);
  });

  test("R15: every message asks one thing at most", () => {
    const asking = words.keys.map((key) => ({ key, marks: (words.say(key).match(/\?/g) ?? []).length }));
    expect(asking.filter(({ marks }) => marks > 1)).toEqual([]);
    expect(asking.filter(({ marks }) => marks === 1).length).toBeGreaterThan(40);
  });

  test("R15: nothing says “As an AI”, and nothing speaks in jargon", () => {
    const stiff = words.keys.filter((key) =>
      /\b(?:as an? ai|als (?:een )?ai)\b|competent|taxonom|\bESCO\b|concept|implementeren|conform/i.test(words.say(key)),
    );
    expect(stiff).toEqual([]);
  });

  test("R15: a button says at most four words", () => {
    expect(words.keys.filter((key) => key.startsWith("choice.") && wordsIn(words.say(key)) > 4)).toEqual([]);
  });
});

/** Small words, and who is spoken of: they tell no two buttons apart. */
const smallWords = new Set("ik je het een de dit dat iets anders nee ja me i you it a the this that something else no yes".split(" "));

describe.for(tables)("R15: what to do after a no is told apart at a glance: $name", ({ words }) => {
  const { choices } = questionOf({ ...startInterview().state(), asking: { step: "what_is_wrong", offerId: "o" } });
  const texts = choices.map((choice) => choiceText(choice, words).toLowerCase());

  test("R15: no two of the buttons share a word, or begin with the same letters", () => {
    const told = texts.map((text) => text.split(/\s+/).filter((word) => !smallWords.has(word)));
    expect(told.every((each) => each.length > 0)).toBe(true);
    const all = told.flatMap((each) => [...new Set(each)]);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(texts.map((text) => text.slice(0, 2))).size).toBe(texts.length);
  });

  test("R15: each has three words at most, and what takes no more work stands first", () => {
    expect(texts.filter((text) => wordsIn(text) > 3)).toEqual([]);
    expect(choices.map(({ action }) => action.action)).toEqual(["plain_no", "something_else", "own_words"]);
  });
});

test.for(tables)("R15: a button that is named in a sentence is called as on its face: $name", ({ words }) => {
  const faces = new Set(words.keys.filter((key) => key.startsWith("choice.")).map((key) => words.say(key)));
  const named = words.keys
    .filter((key) => key.startsWith("easier_step."))
    .flatMap((key) => [...words.say(key).matchAll(/(?:kies|kiest u|choose) (?:dan |u dan )?“([^”]+)”/giu)].map(([, name = ""]) => ({ key, name })));
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter(({ name }) => !faces.has(name))).toEqual([]);
});

const option = (name: string) => conceptCard(name);

/** Every question that the interview can put, with as much on it as there can be. */
const askings: readonly Asking[] = [
  { step: "consent" },
  ...interviewParts.map((part) => ({ step: "open", part }) as const),
  ...FollowUp.options.map((followUp) => ({ step: "follow_up", part: "paid_work", followUp }) as const),
  ...interviewParts.map((part) => ({ step: "more", part }) as const),
  { step: "offer", offerId: "o", explained: false },
  { step: "offer", offerId: "o", explained: true },
  { step: "what_is_wrong", offerId: "o" },
  { step: "alternatives", offerId: "o", options: ["lassen", "solderen", "lijmen"].map(option) },
  { step: "own_words", offerId: "o" },
  { step: "summary", part: "paid_work" },
  { step: "summary_change", part: "paid_work" },
  { step: "enough", part: "hobby" },
  { step: "waiting_offers" },
  { step: "choose_claim", claimIds: ["a", "b", "c"] },
  { step: "change_claim", claimId: "a" },
  { step: "reword_claim", claimId: "a" },
  { step: "still_true", claimId: "a", label: { nl: "ramen wassen", en: "clean windows" }, since: "2024", rest: [] },
  { step: "missing_skill", skill: option("lassen"), explained: false },
  { step: "tell_missing", skill: option("lassen") },
  { step: "erase" },
  { step: "wipe_device" },
  { step: "document", documentId: "d" },
  { step: "document_change", documentId: "d" },
  { step: "closed" },
];

/** What is chosen between, without the ways to choose nothing. */
const besideWaysOut = (choices: readonly Choice[]) => choices.filter(({ action }) => action.action !== "later" && action.action !== "none_of_these");

describe("R15: one question per turn, few buttons", () => {
  const asked = (asking: Asking, state: Interview = startInterview().state()) => questionOf({ ...state, asking });

  test("R15: the table below holds every question there is", () => {
    expect(new Set(askings.map(({ step }) => step))).toEqual(new Set(Asking.options.map(({ shape }) => shape.step.value)));
  });

  test.for(askings)("R15: $step has at most three buttons beside “Later” and “None of these”, each with its own words", (asking) => {
    const words = loadWording().nl;
    const { choices } = asked(asking);
    expect(besideWaysOut(choices).length).toBeLessThanOrEqual(3);
    const texts = choices.map((choice) => choiceText(choice, words));
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("R15: however many other skills would fit, three at most are shown", () => {
    const many = ["lassen", "solderen", "lijmen", "klinken", "vijlen", "zagen"].map(option);
    const player = startInterview(undefined, { disclosure, search: () => many });
    player.press("begin");
    player.say("ik *repareer fietsen*");
    player.press("no");
    player.press("something_else");
    const shown = () => player.heard().findLast(({ asks }) => asks)?.choices ?? [];
    expect(besideWaysOut(shown())).toHaveLength(3);
    player.say("iets met metaal");
    expect(besideWaysOut(shown()).length).toBeLessThanOrEqual(3);
  });

  test("R15: each turn of a whole conversation ends in one question, and asks no other", () => {
    const player = startInterview();
    const turns = [player.heard(), player.press("begin"), player.say("ik *bak brood* en *help klanten*")];
    while (player.state().phase !== "closed") {
      const { step } = player.state().asking;
      turns.push(step === "offer" || step === "summary" ? player.say("ja") : player.say(step === "enough" ? "verder" : "sla over"));
    }
    expect(turns.length).toBeGreaterThan(12);
    for (const messages of turns) {
      expect(messages.filter(({ asks }) => asks)).toHaveLength(1);
      expect(messages.at(-1)?.asks).toBe(true);
    }
  });
});
