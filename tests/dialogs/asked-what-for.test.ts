import { describe, expect, test } from "vitest";
import { asksWhatFor } from "../../src/dialogs/asked-what-for.ts";
import type { Language } from "../../src/domain/language.ts";
import { type Player, startInterview } from "../support/interview-player.ts";

function atOpen(language: Language): Player {
  const player = startInterview(undefined, { language });
  player.press("begin");
  return player;
}
function atFollowUp(language: Language): Player {
  const player = atOpen(language);
  player.say(language === "nl" ? "ik hang lampen op" : "i hang up lamps");
  return player;
}
function atOffer(language: Language): Player {
  const player = atOpen(language);
  player.say(language === "nl" ? "ik *hang lampen op*" : "i *hang up lamps*");
  expect(player.question()).toBe("offer.ask");
  return player;
}
function atOwnWords(language: Language): Player {
  const player = atOffer(language);
  player.press("no");
  player.press("own_words");
  return player;
}
const keys = (player: Player) => player.heard().map(({ key }) => key);

const purpose = [
  ["nl", "waar is dat egienlijk voor"],
  ["nl", "warvoor gebruiken jullie dit nou"],
  ["nl", "waar dient dit allemal voor?"],
  ["nl", "en waar hebben ze dat voor nodg"],
  ["en", "waht is this even for"],
  ["en", "what wuold you use it for"],
  ["en", "so what do you ned that for"],
  ["en", "whats teh point of this"],
] as const;

describe.for([
  ["an open question", atOpen],
  ["a follow-up", atFollowUp],
  ["an offer", atOffer],
  ["own words", atOwnWords],
] as const)("what it is for, asked at %s with a slip of typing", ([, begin]) => {
  test.for(purpose)("%s: “%s” is answered, and nothing is read in it", ([language, said]) => {
    const player = begin(language);
    const before = { question: player.question(), work: player.work().length, offers: player.state().offers };
    player.say(said);
    expect(["faq.why", "faq.card"]).toContain(keys(player)[0]);
    expect({ work: player.work().length, offers: player.state().offers }).toEqual({ work: before.work, offers: before.offers });
    expect(player.question()).toBe(before.question);
  });
});

describe.for([
  ["an open question", atOpen],
  ["an offer", atOffer],
] as const)("more than one thing asked at once, at %s", ([, begin]) => {
  test.for([
    ["nl", "nee echt wie leest dit en waar is het voor", ["faq.who_reads", "faq.why"]],
    ["nl", "waarom vraag je dat en kan mijn baas dit zien", ["faq.why", "faq.who_reads"]],
    ["nl", "waar gebruiken jullie dit voor, hoe lang duurt het", ["faq.why", "faq.how_"]],
    ["en", "whats it for and can my boss see it", ["faq.why", "faq.who_reads"]],
    ["en", "no seriously what do you use this for and who reads it", ["faq.why", "faq.who_reads"]],
  ] as const)("%s: “%s” is answered in full", ([language, said, answers]) => {
    const player = begin(language);
    const before = { question: player.question(), work: player.work().length, offers: player.state().offers };
    player.say(said);
    const heard = keys(player);
    expect(answers.map((each, at) => heard[at]?.startsWith(each))).toEqual(answers.map(() => true));
    expect(player.question()).toBe(before.question);
    expect({ work: player.work().length, offers: player.state().offers }).toEqual({ work: before.work, offers: before.offers });
  });
});

test.for([
  ["nl", "ik vroeg de klant waar het voor was"],
  ["nl", "waar ik die tang voor gebruik is draad knippen"],
  ["nl", "ik leg uit waar de machine voor is en wie hem gebruikt"],
  ["nl", "waar ik goed voor zorg is mijn tuin"],
  ["en", "i asked her what she used it for"],
  ["en", "what i use it for is cutting wire"],
  ["en", "i explain what the machine is for and who uses it"],
  ["en", "what we used was a saw for the beams"],
] as const)("%s: “%s” is a story", ([language, said]) => {
  expect(asksWhatFor(said)).toBe(false);
  const player = atOpen(language);
  const before = player.work().length;
  player.say(said);
  expect(player.work().length).toBeGreaterThan(before);
});
