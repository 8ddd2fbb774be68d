import { describe, expect, test } from "vitest";
import type { Language } from "../../src/domain/language.ts";
import { type Player, startInterview } from "../support/interview-player.ts";

function atOpen(language: Language): Player {
  const player = startInterview(undefined, { language });
  player.press("begin");
  return player;
}
function atOffer(language: Language): Player {
  const player = atOpen(language);
  player.say(language === "nl" ? "ik *zaag planken*" : "i *saw planks*");
  return player;
}

describe.for([
  ["an open question", atOpen],
  ["an offer", atOffer],
] as const)("at %s", ([, begin]) => {
  test.for([
    ["nl", "oef ben kapot kom net thuis ga zo pitten", "tired.kind"],
    ["nl", "ben zo moe heb de hele dag gestaan", "tired.kind"],
    ["nl", "net thuis ben bekaf", "tired.kind"],
    ["en", "am so knackered now", "tired.kind"],
    ["en", "just got home im exhausted gonna get some sleep", "tired.kind"],
    ["en", "am tired and going to bed soon", "tired.kind"],
    ["nl", "ga zo naar mn bed", "stop.kept"],
    ["nl", "ik duik zo mijn bed in", "stop.kept"],
    ["en", "heading off to bed now", "stop.kept"],
    ["en", "gonna hit the sack", "stop.kept"],
  ] as const)("%s: “%s” is heard (%s), and nothing is read in it", ([language, said, key]) => {
    const player = begin(language);
    const before = { work: player.work().length, offers: player.state().offers };
    player.say(said);
    expect(player.heard().map((message) => message.key)).toContain(key);
    expect({ work: player.work().length, offers: player.state().offers }).toEqual(before);
  });
});

test.for([
  ["nl", "ik was vaak doodmoe maar ik ging door"],
  ["nl", "ik breng de kinderen om acht uur naar bed"],
  ["nl", "de bewoners zijn moe en ik help ze naar bed"],
  ["nl", "ik heb de hele dag gewerkt bij de bakker"],
  ["nl", "ik ga zo slapen maar eerst maak ik altijd de keuken schoon"],
  ["en", "i was tired a lot but i kept going"],
  ["en", "i get the residents off to bed"],
  ["en", "i worked all day at the bakery"],
  ["en", "i am going to rest homes to do hair"],
] as const)("%s: “%s” goes on as a story", ([language, said]) => {
  const player = atOpen(language);
  const before = player.work().length;
  player.say(said);
  expect(player.work().length).toBeGreaterThan(before);
});
