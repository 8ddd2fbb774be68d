import { describe, expect, test } from "vitest";
import type { Language } from "../../src/domain/language.ts";
import { asksOfCard } from "../../src/dialogs/card-questions.ts";
import { type Player, startInterview } from "../support/interview-player.ts";

function withOffer(language: Language): Player {
  const player = startInterview(undefined, { language });
  player.press("begin");
  player.say(language === "nl" ? "ik *sorteer post*" : "i *sort mail*");
  return player;
}
const keys = (player: Player) => player.heard().map(({ key }) => key);

describe("a question about what an offered skill is for", () => {
  test.for([
    ["nl", "waar gebruiken jullie dat nou voor"],
    ["nl", "wat heb ik daar eigenlijk aan?"],
    ["nl", "en wat doe je daar dan mee"],
    ["nl", "ja maar waar is dat goed voor?"],
    ["nl", "wat gebeurt er als ik ja zeg?"],
    ["nl", "waar komt dat te staan?"],
    ["en", "ok but where do you use the sorting mail bit?"],
    ["en", "what good is that to me"],
    ["en", "what happens if i say yes?"],
    ["en", "so where does that go then?"],
    ["en", "why does that matter?"],
  ] as const)("%s: “%s” is answered, and the card stays as it is", ([language, said]) => {
    const player = withOffer(language);
    player.say(said);
    expect(keys(player)).toEqual(["faq.card", "offer.ask"]);
    expect(player.state().offers[0]?.state).toBe("waiting");
    expect(player.state().asking).toEqual({ step: "offer", offerId: player.state().offers[0]?.id, explained: false });
  });

  test.for([
    ["nl", "ja, waar gebruik je dat voor?", "confirmed"],
    ["en", "no, what is that good for?", "rejected"],
  ] as const)("%s: “%s” is answered, and what it says of the skill counts", ([language, said, state]) => {
    const player = withOffer(language);
    player.say(said);
    expect(keys(player)[0]).toBe("faq.card");
    expect(player.state().offers[0]?.state).toBe(state);
  });

  test.for([
    ["nl", "wie ziet dat dan?", "faq.who_reads"],
    ["nl", "waarom wil je dat weten?", "faq.why"],
    ["en", "who gets to see this one?", "faq.who_reads"],
    ["en", "why do you want to know that?", "faq.why"],
  ] as const)("%s: “%s” has an answer of its own", ([language, said, key]) => {
    const player = withOffer(language);
    player.say(said);
    expect(keys(player)).toContain(key);
    expect(player.question()).toBe("offer.ask");
  });

  test.for([
    "wat is dat?",
    "hoe doe je dat",
    "wat moet ik doen",
    "wat doe je",
    "waar werk je",
    "wanneer ik kook gebruik ik zout",
    "waar gebruik ik zout voor, voor de soep",
    "when i use the oven i wear gloves",
    "i use it for cleaning",
    "where do you live",
    "ja",
  ])("“%s” is none", (said) => {
    expect(asksOfCard(said)).toBe(false);
  });
});
