import { describe, expect, test } from "vitest";
import { noticeText } from "../../src/dialogs/speech.ts";
import { addressed, loadWording, readdressed } from "../../src/dialogs/wording.ts";
import { disclosure } from "../support/interview-player.ts";

const wording = loadWording();
const formal = loadWording("u");

/** Sentences of everything said in the flow of a conversation; a notice is read, not answered. */
function sentences(language: "nl" | "en"): { key: string; words: number }[] {
  const words = wording[language];
  return words.keys
    .filter((key) => !key.startsWith("card.") && !key.startsWith("choice.") && !key.startsWith("part."))
    .flatMap((key) =>
      words
        .say(key)
        .split(/(?<=[.!?])\s+/)
        .filter((sentence) => sentence.trim() !== "")
        .map((sentence) => ({ key, words: sentence.split(/\s+/).length })),
    );
}

describe.for(["nl", "en"] as const)("the words in %s", (language) => {
  test("R15: sentences have at most 12 words on average, and none is long", () => {
    const all = sentences(language);
    const mean = all.reduce((sum, each) => sum + each.words, 0) / all.length;
    expect(mean).toBeLessThanOrEqual(12);
    expect(all.filter((each) => each.words > 20)).toEqual([]);
  });

  test("R15: a question asks one thing; only the first question gives its examples as a question", () => {
    const words = wording[language];
    const questions =
      /\.(ask|ask_discovered|ask_explained)$|^(open|open_touched|more|follow_up|follow_up_about|follow_up_concrete|easier|easier_more|easier_follow_up)\./;
    for (const key of words.keys.filter((each) => questions.test(each))) {
      expect((words.say(key).match(/\?/g) ?? []).length, key).toBeLessThanOrEqual(key === "open.day" ? 2 : 1);
    }
  });

  test("never says “As an AI”, and never uses a jargon word", () => {
    for (const key of wording[language].keys) {
      expect(wording[language].say(key), key).not.toMatch(/as an ai|als ai|competent|taxonom|ESCO|concept/i);
    }
  });
});

test("both languages say the same things, with the same things filled in", () => {
  expect(wording.nl.keys.toSorted()).toEqual(wording.en.keys.toSorted());
  const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).toSorted();
  for (const key of wording.nl.keys) expect(slots(wording.nl.say(key)), key).toEqual(slots(wording.en.say(key)));
});

describe("je and u", () => {
  test("one file holds both", () => {
    expect(addressed("Wat [doe je|doet u]?", "je")).toBe("Wat doe je?");
    expect(addressed("Wat [doe je|doet u]?", "u")).toBe("Wat doet u?");
  });

  test("whoever is addressed with u never hears je", () => {
    // Who is too young is a child, and addressed as one.
    for (const key of formal.nl.keys.filter((each) => each !== "opening.too_young"))
      expect(formal.nl.say(key), key).not.toMatch(/\b(je|jij|jou|jouw)\b/i);
  });

  test("a headline follows", () => {
    expect(readdressed("Je maakt kantoren schoon", "nl", "u")).toBe("U maakt kantoren schoon");
    expect(readdressed("Je speelt met je kinderen", "nl", "u")).toBe("U speelt met uw kinderen");
    expect(readdressed("You clean offices", "en", "u")).toBe("You clean offices");
  });
});

describe("R23: the notice is true of the installation", () => {
  const text = (change: Partial<typeof disclosure>) => noticeText({ ...disclosure, ...change }, wording.nl);

  test("it says that it is a computer, how long things are kept, and how to stop and erase", () => {
    expect(text({})).toMatch(/computer \(AI\)/);
    expect(text({ transcriptDays: 14 })).toContain("14 dagen");
    expect(text({ transcriptDays: null })).toContain("tot je ze wist");
    expect(text({ abandonedDays: 90 })).toContain("90 dagen niet");
    expect(noticeText({ ...disclosure, abandonedDays: 90 }, wording.en)).toContain("not here for 90 days");
    expect(text({})).toContain("wis alles");
  });

  test.for([
    [{}, "Niemand leest mee"],
    [{ modelHost: "model.example" }, "model.example"],
    [{ channel: "teams" as const }, "organisatie"],
    [{ storedWhere: "operator_database" as const, operatorName: "Gemeente Voorbeeld" }, "Gemeente Voorbeeld"],
  ] as const)("%j: who can read along is named", ([change, named]) => {
    expect(text(change)).toContain(named);
  });

  test("nobody is said to read along only where that is so", () => {
    expect(text({ modelHost: "model.example" })).not.toContain("Niemand leest mee");
    expect(text({ channel: "teams" })).not.toContain("Niemand leest mee");
  });
});
