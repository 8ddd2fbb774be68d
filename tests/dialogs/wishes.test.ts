import { describe, expect, test } from "vitest";
import type { Findings } from "../../src/domain/finding.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { wishesIn } from "../../src/dialogs/wishes.ts";
import { nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

const wish = { nl: "ik wil graag *lassen* leren", en: "I would like to learn *welding*" } as const;
const languages = ["nl", "en"] as const;
const job = { area: "paid_work" as const, title: "Kok", organisation: null, start: null, end: null };

function agreed(language: "nl" | "en", find: (utterance: Utterance) => Findings = starredFindings) {
  const player = startInterview(find, { language });
  player.press("begin");
  return player;
}
type Player = ReturnType<typeof agreed>;
const keys = (player: Player) => player.heard().map((message) => message.key);
const goals = (player: Player) => player.passport().wants.map(({ kind, text }) => [kind, text]);

function until(player: Player, question: string, answers: Readonly<Record<string, string>> = {}) {
  for (let turn = 0; player.question() !== question && turn < 60; turn++) {
    const asked = player.question();
    if (asked === "summary.ask") player.press("yes");
    else if (asked === "offer.ask") player.press("later");
    else player.say(answers[asked] ?? "skip");
  }
  expect(player.question()).toBe(question);
}

const cook = (utterance: Utterance): Findings => ({ ...starredFindings(utterance), experiences: utterance.text.includes("kok") ? [job] : [] });

describe.for(languages)("a wish told where something else is asked is kept as a goal, and is no skill (%s)", (language) => {
  test.for([
    "open.day",
    "open.hobby",
    "follow_up_about_now.what",
    "offer.ask",
    "more.paid_work",
    "summary.ask",
    "summary.change",
    "waiting.ask",
    "closed.ask",
  ] as const)("at %s", (question) => {
    const player = agreed(language, cook);
    if (question === "offer.ask" || question === "follow_up_about_now.what") {
      player.say("ik was kok, ik *kook*");
      if (question === "follow_up_about_now.what") player.press("yes");
    } else if (question === "summary.change") {
      until(player, "summary.ask", { "open.paid_work": "ik was kok, ik *kook*" });
      player.press("change");
    } else until(player, question, { "open.paid_work": "ik was kok, ik *kook*" });
    if (question === "closed.ask") expect(player.state().phase).toBe("closed");
    const reads = player.work().length;
    player.say(wish[language]);
    expect(keys(player)).toEqual(["noted.goal", question]);
    expect(goals(player)).toEqual([["goal", wish[language]]]);
    expect(player.work()).toHaveLength(reads);
    player.say(wish[language]);
    expect(goals(player)).toHaveLength(1);
  });

  test("told in the middle of a story, the story is read and the wish is kept", () => {
    const player = agreed(language);
    player.say(language === "nl" ? "ik *kook* elke dag en ik wil graag *lassen* leren" : "I *cook* every day and I would like to learn *welding*");
    expect(goals(player)).toEqual([["goal", wish[language]]]);
    expect(player.state().offers.map(({ evidence }) => evidence.quote)).toEqual([language === "nl" ? "kook" : "cook"]);
  });

  test("where it is what was asked for, it is kept once", () => {
    const player = agreed(language);
    until(player, "open.goal");
    player.say(wish[language]);
    expect(goals(player)).toEqual([["goal", wish[language]]]);
    expect(player.state().offers).toEqual([]);
  });

  test("goals told before are known when they are asked for", () => {
    const player = agreed(language);
    player.say(wish[language]);
    until(player, "open_touched.goal");
  });

  test("a story told after the end is read and offered", () => {
    const player = agreed(language);
    until(player, "closed.ask");
    player.say("ik *naai* ook gordijnen");
    expect(player.question()).toBe("offer.ask");
  });
});

test("a step back takes the goal away", () => {
  const player = agreed("nl");
  player.say(wish.nl);
  player.say("terug");
  expect(goals(player)).toEqual([]);
});

test("what may not be kept is left out of a wish in a story", () => {
  const text = "ik *kook*. Ik wil ondanks mijn diabetes graag kok worden. Ik heb ook astma.";
  const sensitive = ["diabetes", "astma"].map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));
  const player = agreed("nl", (utterance) => ({ ...starredFindings(utterance), sensitive }));
  player.say(text);
  expect(goals(player)).toEqual([["goal", "Ik wil ondanks mijn … graag kok worden"]]);
});

test("words of distress are no wish", () => {
  const player = agreed("nl", (utterance) => ({ ...nothingFound, distress: utterance.text.includes("dood") }));
  player.say("ik wil graag dood");
  expect(goals(player)).toEqual([]);
  expect(keys(player)).toEqual(["distress.kind", "distress.ask"]);
});

test.for([
  ["ik wil graag lassen leren", true],
  ["later wil ik kok worden", true],
  ["ik zou graag met kinderen willen werken", true],
  ["ik wil beter nederlands leren spreken", true],
  ["mijn droom is een eigen restaurant", true],
  ["I'd love to become a nurse", true],
  ["i want to get my driving licence", true],
  ["one day I want to work with animals", true],
  ["ik graag lassen leren", true],
  ["i want become nurse", true],
  ["ik help graag kinderen lezen leren", false],
  ["ik leer graag", false],
  ["ik wil niet meer schoonmaken", false],
  ["ik wil graag stoppen", false],
  ["ik wil mijn paspoort zien", false],
  ["ik wil dat alles netjes is", false],
  ["ik wil altijd netjes werken", false],
  ["ik leer graag lassen", false],
  ["I want to know who reads this", false],
  ["I don't want to weld", false],
  ["mijn zoon wil graag lassen leren", false],
] as const)("“%s” is a wish: %s", ([said, isWish]) => {
  expect(wishesIn(said).isAll).toBe(isWish);
});

describe.for(languages)("a goal told at a question about something else is kept (%s)", (language) => {
  test.for([
    { nl: "ik wil minder zwaar werk", en: "I want less heavy work" },
    { nl: "ik wil ander werk", en: "I want a different job" },
    { nl: "ik wil meer uren", en: "I want more hours" },
    { nl: "ik wil een baan dicht bij huis", en: "I want a job close to home" },
    { nl: "ik wil graag leren lezen", en: "I would like to learn to read" },
    { nl: "nee, ik wil leren lezen", en: "no, I want to learn to read" },
    { nl: "ik wil een vast contract", en: "I want a permanent contract" },
  ])("$nl / $en", (said) => {
    expect(wishesIn(said[language]).isAll).toBe(true);
  });

  test.for([
    { nl: "ik wil niet meer werken", en: "I want no more work" },
    { nl: "ik wil mijn werk goed doen", en: "I want you to work" },
    { nl: "ik wil een andere vraag", en: "I want another question" },
    { nl: "ik wil minder vragen", en: "I want fewer questions" },
  ])("no goal: $nl / $en", (said) => {
    expect(wishesIn(said[language]).wishes).toEqual([]);
  });

  test.for(["open.motive", "open.who"])("at %s what somebody wants to learn is no answer to it", (question) => {
    const player = agreed(language);
    until(player, question);
    const said = language === "nl" ? "ik wil graag leren lezen" : "I would like to learn to read";
    player.say(said);
    expect(keys(player)).toEqual(["noted.goal", question]);
    expect(goals(player)).toEqual([["goal", said]]);
    expect(player.passport().who).toEqual([]);
  });

  test("what makes somebody happy is an answer where that is asked", () => {
    const player = agreed(language);
    until(player, "open.motive");
    player.say(language === "nl" ? "ik wil graag mensen helpen" : "I would love to help people");
    expect(player.passport().wants.map(({ kind }) => kind)).toEqual(["motive"]);
  });

  test.for(["wrong.ask", "alternatives.ask", "own_words.ask"])("at %s it is no name of a skill", (question) => {
    const player = agreed(language);
    player.say("ik *kook*");
    player.press("no");
    if (question === "alternatives.ask") player.press("something_else");
    if (question === "own_words.ask") player.press("own_words");
    expect(player.question()).toBe(question);
    player.say(wish[language]);
    expect(keys(player)).toEqual(["noted.goal", question]);
    expect(goals(player)).toEqual([["goal", wish[language]]]);
  });
});
