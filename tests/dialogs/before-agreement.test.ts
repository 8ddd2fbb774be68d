import { describe, expect, test } from "vitest";
import type { Disclosure } from "../../src/domain/consent.ts";
import { noticeText, textOf } from "../../src/dialogs/speech.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { disclosure, startInterview } from "../support/interview-player.ts";

const wording = loadWording();

const installations: readonly Partial<Disclosure>[] = [
  {},
  { modelHost: "model.example" },
  { storedWhere: "operator_database", operatorName: "Gemeente Voorbeeld", transcriptDays: null },
  { channel: "teams" },
];

const questions = [
  ["nl", "wie leest dit mee?", "faq.who_reads"],
  ["nl", "wat bewaar je?", "faq.what_kept"],
  ["nl", "is dit echt of computer?", "faq.are_you_human"],
  ["nl", "kan ik stoppen?", "faq.stopping"],
  ["en", "who reads this?", "faq.who_reads"],
  ["en", "what do you keep?", "faq.what_kept"],
  ["en", "is this a person or a computer?", "faq.are_you_human"],
  ["en", "can I stop?", "faq.stopping"],
] as const;

describe.for(installations)("before the agreement, where %j", (change) => {
  const here: Disclosure = { ...disclosure, ...change };

  test.for(questions)("%s: “%s” is answered with lines of the notice, and the buttons come again", ([language, said, key]) => {
    const player = startInterview(undefined, { language, disclosure: here });
    player.say(said);
    expect(player.heard().map((message) => message.key)).toEqual([key, "opening.ask"]);
    expect(
      player
        .heard()
        .at(-1)
        ?.choices.map(({ action }) => action.action),
    ).toEqual(["begin", "read_more"]);
    const words = wording[language];
    const answer = player.heard()[0] ? textOf(player.heard()[0] ?? { key, params: {}, card: null, choices: [], asks: false }, here, words) : "";
    const notice = noticeText(here, words).split("\n");
    expect(notice.some((line) => answer.includes(line))).toBe(true);
    expect(player.outcome()).toMatchObject({ keepText: false, work: [], claimEvents: [] });
    expect(player.state()).toMatchObject({ consentedAt: null, phase: "opening" });
  });
});

test.for([
  ["nl", "hoi"],
  ["en", "hello"],
] as const)("%s: “%s” is greeted back, and nothing is kept", ([language, said]) => {
  const player = startInterview(undefined, { language });
  player.say(said);
  expect(player.heard().map(({ key }) => key)).toEqual(["open.hello_back", "opening.ask"]);
  expect(player.outcome()).toMatchObject({ keepText: false, work: [], claimEvents: [] });
});

test("“computer” is said of the one that answers, in both languages", () => {
  for (const language of ["nl", "en"] as const) {
    const message = { key: "faq.are_you_human", params: {}, card: null, choices: [], asks: false } as const;
    expect(textOf(message, disclosure, wording[language])).toBe(wording[language].say("notice.computer"));
  }
});
