import { describe, expect, test, vi } from "vitest";
import { meaningOf, openingWord } from "../../src/dialogs/answers.ts";
import { asksHowFar } from "../../src/dialogs/how-far.ts";
import { saidToBot } from "../../src/dialogs/said-to-bot.ts";
import { saidWithin, toldBeforeStopping } from "../../src/dialogs/said-within.ts";
import { questionApart } from "../../src/dialogs/small-talk.ts";
import { stanceOf } from "../../src/dialogs/stance.ts";
import { takenAway } from "../../src/dialogs/taken-away.ts";
import type { Language } from "../../src/domain/language.ts";
import { longestMessage } from "../../src/domain/message-text.ts";
import { doneInLists } from "../../src/extraction/do-lists.ts";
import { clausesOf } from "../../src/extraction/clauses.ts";
import { type ReadClause, readClauses } from "../../src/extraction/clause-status.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";
import { titleFrom } from "../../src/extraction/experience-titles.ts";
import { jobsApart } from "../../src/extraction/job-starts.ts";
import { withoutPlanted } from "../../src/extraction/planted.ts";

const ofLength = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

// Found by an attack on the running server: each of these kept everybody waiting, the first one without end after thirty words.
describe.for([
  ["a word of courtesy", "en "],
  ["several of them", "please en nu just "],
  ["courtesies with signs between", "en, - en; "],
  ["empty lines", "\n"],
  ["empty lines with a blank", "\n "],
  ["marks of a heading", "# "],
  ["quotes that open", "“ "],
  ["quotes around letters", "“ a “ "],
  ["ends of sentences", ". "],
  ["names with a colon", "a: "],
  ["new, again and again", "new the "],
  ["letters drawn out", "aaabbbccc"],
] as const)("%s over and over", ([, piece]) => {
  test.for([90, 400, 4_000, longestMessage])("in %i letters is read", (length) => {
    const text = ofLength(piece, length);
    expect(withoutPlanted(text)).toHaveLength(text.length);
    expect(extractEmbedded({ id: "u", text, about: null }, "nl").candidates.length).toBeLessThan(5);
  });
});

// What follows "I am at the moment" was once looked through in every way it could be cut, as soon as a number stood in it.
test.for([
  ["nl", "ik sta nu elke ochtend te koken in het verzorgingshuis voor 80 mensen", "koken"],
  ["en", "I'm typing letters this week for 80 people and their visitors from abroad", "typing"],
] as const)("a long clause with a number is read: %s", ([language, text, word]) => {
  const { candidates } = extractEmbedded({ id: "u", text, about: "paid_work" }, language);
  expect(candidates.map(({ evidence }) => evidence.quote).join(" ")).toContain(word);
});

// Each clause of a list once looked at all the others anew.
describe("a list without end is read", () => {
  test.for([
    ["nl", "kassa, vakken, schoonmaken, "],
    ["en", "bread and jam, "],
  ] as const)("as long as a message may be: %s: %s", ([language, piece]) => {
    const { candidates } = extractEmbedded({ id: "u", text: ofLength(piece, longestMessage), about: "paid_work" }, language);
    expect(candidates.length).toBeGreaterThan(100);
  });

  test("and each of its clauses looked at once", () => {
    const sentence = Array.from({ length: 20_000 }, (_, at) => (at % 2 === 0 ? "kassa" : "vakken vullen"));
    const done = doneInLists(sentence, "nl");
    expect(done).toHaveLength(sentence.length);
    expect(done.filter((each) => each === "ik doe kassa")).toHaveLength(sentence.length / 2);
  });
});

/** How often a stretch of at least half a message is read while skills are looked for in it. */
function readingsOf(text: string, language: Language): number {
  const spies = [vi.spyOn(String.prototype, "matchAll"), vi.spyOn(String.prototype, "normalize")];
  extractEmbedded({ id: "u", text, about: "paid_work" }, language);
  const read = spies.flatMap(({ mock }) => mock.contexts.filter((said) => String(said).length > text.length / 2));
  for (const spy of spies) spy.mockRestore();
  return read.length;
}

test.for([
  ["nl", "dan stof. "],
  ["nl", "dweil. "],
  ["nl", "was, "],
  ["nl", "knip, "],
  ["en", "then cut, "],
] as const)("%s: “%s” over and over: the message is read no more often for having more clauses", ([language, piece]) => {
  expect(readingsOf(ofLength(piece, 2_400), language)).toBe(readingsOf(ofLength(piece, 1_200), language));
});

test("each clause is looked at once for whether another job begins in it", () => {
  const readingsOfClauses = (many: number) => {
    let read = 0;
    const [clause] = readClauses(clausesOf("ik snij brood", "nl"), "nl", "paid_work");
    const told = Array.from(
      { length: many },
      (_, start) =>
        ({
          ...clause,
          start,
          get text() {
            read++;
            return "ik werk bij Hema";
          },
        }) as ReadClause,
    );
    expect(jobsApart(told).map(({ length }) => length)).toEqual([many]);
    return read;
  };
  const [few, more, most] = [readingsOfClauses(100), readingsOfClauses(200), readingsOfClauses(300)];
  expect(most - more).toBe(more - few);
});

// Words that can be taken together in two ways take twice as long for each that is added.
test.for([
  ["nl", " doe ik ook"],
  ["nl", " ook doe ik toch"],
  ["en", " and that and stuff"],
  ["en", " also now really"],
] as const)("%s: a name with “%s” over and over is still named", ([language, piece]) => {
  expect(titleFrom(`brood${piece.repeat(60)} kneden`, "paid_work", null, language)).toMatch(/^Brood.* kneden$/);
});

// What an answer means is looked for in every message. The signs behind it fit no pattern, so that all of its ways are tried.
describe.for([
  ["a reproach without an end", "vraag je ", "nog-een-keer-"],
  ["one word that somebody is tired of", "ik ben moe van ", "ab"],
  ["what is known until now", "wat weet je ", "tot-nu-toe-"],
  ["one step, and one, and one", "ga ", "een-stap-"],
  ["commas", "dat is ", ", "],
  ["a list of what is", "die van ons ", "is "],
  ["many times that it was said", "vraag je ", "zei ik al, "],
  ["a no that goes on", "nee, ", "koken, niet "],
] as const)("%s", ([, begin, piece]) => {
  test.for([90, 400, 4_000, longestMessage])("in %i letters is understood, or not", (length) => {
    const text = `${ofLength(begin + ofLength(piece, length), length - 2)}&é`;
    expect(text).toHaveLength(length);
    for (const read of [meaningOf, openingWord, asksHowFar, saidToBot, saidWithin, toldBeforeStopping, questionApart, stanceOf]) read(text);
    expect(takenAway(text, [["koken"], ["lassen"]])).toBeNull();
  });
});
