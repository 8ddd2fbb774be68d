import { describe, expect, test } from "vitest";
import { startInterview, starredFindings, type Player } from "../support/interview-player.ts";

function beforeOpen(language: "nl" | "en"): Player {
  const player = startInterview(starredFindings, { language });
  player.press("begin");
  return player;
}
function beforeOffer(language: "nl" | "en"): Player {
  const player = beforeOpen(language);
  player.say(language === "nl" ? "ik *stapel dozen*" : "i *stack boxes*");
  expect(player.question()).toBe("offer.ask");
  return player;
}
const said = (player: Player) => player.heard().map(({ key }) => key);

describe.for([
  ["an open question", beforeOpen],
  ["an offer", beforeOffer],
] as const)("beside %s", ([, begin]) => {
  test.for([
    ["en", "wheres my data go, does my boss see any of this", ["faq.what_kept", "faq.who_reads"]],
    ["en", "is it private", ["faq.who_reads"]],
    ["nl", "wat gebeurd er met me gegevens", ["faq.what_kept"]],
    ["nl", "wat doe je eigelijk met me gegevens? krijgt mn baas dit te zien", ["faq.what_kept", "faq.who_reads"]],
    ["nl", "blijft dit tussen ons", ["faq.who_reads"]],
    ["en", "I asked you a question mate", ["faq.unknown"]],
    ["nl", "hoi ben er weer", ["stop.welcome_back"]],
    ["en", "back again", ["stop.welcome_back"]],
    ["en", "im back", ["stop.welcome_back"]],
  ] as const)("%s: “%s” is answered, and nothing of it is kept", ([language, text, answers]) => {
    const player = begin(language);
    const question = player.question();
    const before = { work: player.work().length, experiences: player.passport().experiences.length };
    player.say(text);
    expect(said(player)).toEqual(expect.arrayContaining([...answers]));
    expect(player.question()).toBe(question);
    expect({ work: player.work().length, experiences: player.passport().experiences.length }).toEqual(before);
  });

  test.for([
    ["nl", "ben klaar voor vandaag"],
    ["en", "knackered, I'm stopping there"],
  ] as const)("%s: “%s” stops", ([language, text]) => {
    const player = begin(language);
    player.say(text);
    expect(said(player)).toContain("stop.kept");
  });
});

test.for([
  ["nl", "ik houd de gegevens van klanten bij"],
  ["nl", "wat ik doe is data invoeren voor een groothandel"],
  ["en", "i keep customer records safe and private"],
  ["en", "back at the depot i load the vans again"],
] as const)("%s: “%s” is a story", ([language, text]) => {
  const player = beforeOpen(language);
  const before = player.work().length;
  player.say(text);
  expect(player.work().length).toBeGreaterThan(before);
});
