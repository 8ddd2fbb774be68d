import { describe, expect, test } from "vitest";
import { meaningOf, openingWord, withoutOpening } from "../../src/dialogs/answers.ts";
import { startInterview } from "../support/interview-player.ts";

describe("a clear yes or no with words around it", () => {
  test.for([
    ["klopt, ook als ze gaan schelden", "yes"],
    ["kloptt ook als ze gaan schelden", "yes"],
    ["oh no I burned the soup", null],
    ["jaa maar ik zeg gwn afrekenen", "yes"],
    ["Good. Yes, I am honest man", "yes"],
    ["haha ja elke dag", "yes"],
    ["of course, every day", "yes"],
    ["Zeker, al tien jaar", "yes"],
    ["huh nee. ik vroeg wat anders", "no"],
    ["What? No. I am tired", "no"],
    ["Haha no, the meat is in the trailer", "no"],
    ["nou nee dat doet mijn zus", "no"],
    ["klopt niet, dat doet mijn zus", "no"],
    ["natuurlijk niet, dat doet mijn zus", "no"],
    ["ja en nee", null],
    ["nee ja toch wel", null],
    ["haha ja nee", null],
    ["yes and no", null],
    ["nou ja, een beetje", null],
    ["ja maar niet elke dag", null],
    ["ja maar liever iets met hout", null],
    ["klopt dat wel", null],
    ["no problem, I do that every day", null],
    ["precies werken vind ik leuk", null],
    ["good cooks taste first", null],
    ["what I do is cleaning", null],
    ["jaren gewerkt", null],
    ["nooit gedaan", null],
  ] as const)("“%s”: %s", ([said, word]) => {
    expect(openingWord(said)).toBe(word);
  });

  test.for([
    ["haha nee echt niet", "no"],
    ["Of course yes", "yes"],
    ["huh? nee", "no"],
    ["oh ja hoor", "yes"],
    ["good, yes", "yes"],
  ] as const)("“%s” is a bare %s", ([said, meaning]) => {
    expect(meaningOf(said)).toBe(meaning);
  });

  test("what follows keeps its place in the message", () => {
    expect(withoutOpening("haha nee, het vlees")).toBe("          het vlees");
    expect(withoutOpening("what I do is cook")).toBe("what I do is cook");
  });
});

function offered() {
  const player = startInterview();
  player.press("begin");
  player.say("ik *kook* en *poets*");
  expect(player.question()).toBe("offer.ask");
  return player;
}
const keys = (player: ReturnType<typeof offered>) => player.heard().map((message) => message.key);

describe("at an offer", () => {
  test.for(["klopt, ook als ze gaan schelden", "jaa maar ik zeg gwn afrekenen", "Good. Yes, I am honest man", "Of course yes", "haha ja elke dag"])(
    "“%s” confirms",
    (said) => {
      const player = offered();
      player.say(said);
      expect(player.passport().claims).toHaveLength(1);
    },
  );
  test.for(["huh nee. ik vroeg wat", "Haha no, the meat is in the trailer"])("“%s” lets it go, and its words are read", (said) => {
    const player = offered();
    const reads = player.work().length;
    player.say(said);
    expect(keys(player)[0]).toBe("offer.rejected");
    expect(player.work()).toHaveLength(reads + 1);
    expect(player.passport().claims).toEqual([]);
  });
  test("“haha nee echt niet” does what “nee” does", () => {
    const player = offered();
    player.say("haha nee echt niet");
    expect(keys(player)[0]).toBe("offer.rejected_first");
  });
  test.for(["ja en nee", "nee ja toch wel", "yes and no"])("“%s” is asked again, and not read", (said) => {
    const player = offered();
    const reads = player.work().length;
    player.say(said);
    expect(keys(player)).toEqual(["offer.ask_plainly"]);
    expect(player.work()).toHaveLength(reads);
  });
});
