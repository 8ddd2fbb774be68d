import { describe, expect, test } from "vitest";
import { removalWish, takenOut } from "../../src/dialogs/removal-wishes.ts";
import { takesBack } from "../../src/dialogs/taken-back.ts";
import { finding, nothingFound, startInterview } from "../support/interview-player.ts";

test.for([
  ["nee wacht, dat klopt niet, dat doet mijn zus", "held"],
  ["wacht dat doe ik eigenlijk niet", "held"],
  ["hold on, that isn't true", "held"],
  ["oh no wait. i don't actually do that, my brother does it", "held"],
  ["sorry, dat was maar een geintje", "held"],
  ["was een grapje, haal maar weg", "plain"],
  ["dat klopt toch niet", "plain"],
  ["dat doet Annelies", "plain"],
  ["i was only joking, remove it", "plain"],
  ["that's not true actually", "plain"],
  ["die laatste klopt niet", "named"],
  ["wacht, die van net is fout", "named"],
  ["nee wacht. dat ken ik nie, alleen turks. die vorige moet weg", "named"],
  ["the last one isn't true, take it out", "named"],
  ["that last one can go", "named"],
] as const)("“%s” takes back what was put down last", ([said, how]) => {
  expect(takesBack(said)).toBe(how);
});

test.for([
  "ik doe de was en dat doet mijn zus ook wel eens",
  "wacht even",
  "nee",
  "sorry",
  "weg",
  "dat was leuk",
  "dat klopt",
  "that was right",
  "the last one was fun",
  "de laatste baan was bij een bakker",
  "nee wacht, dat klopt niet, ik stond alleen op zaterdag achter de kassa",
  "ik maak grapjes met de klanten",
  "That's my sister.",
  "dat was niet goed",
  "wait, that's my son at the door",
  "sorry, dat was mijn moeder",
  "the last one was not right, so I left, and then I drove a taxi",
  "no problem",
])("“%s” does not", (said) => {
  expect(takesBack(said)).toBeNull();
});

function afterOneSkill() {
  const player = startInterview((utterance) => ({
    ...nothingFound,
    findings: [
      ...(utterance.text.includes("strijk") ? [finding(utterance, "strijk")] : []),
      ...(utterance.text.includes("soep") ? [finding(utterance, "soep")] : []),
    ],
  }));
  player.press("begin");
  return player;
}

describe("a skill that was just put down is taken back in words", () => {
  test("what is to become of it is asked, and what was asked before is asked again", () => {
    const player = afterOneSkill();
    player.say("ik strijk alles thuis");
    player.say("ja");
    const asked = player.question();
    expect(player.passport().claims).toHaveLength(1);
    player.say("nee wacht, dat klopt niet, dat doet mijn zus");
    expect(player.question()).toBe("claims.change");
    expect(player.heard().at(-2)).toMatchObject({ key: "claims.this_one", params: { name: "strijk" } });
    player.say("haal maar weg");
    expect(player.passport().claims).toEqual([]);
    expect(player.question()).toBe(asked);
  });

  test("what was put down longer ago is not meant", () => {
    const player = afterOneSkill();
    player.say("ik strijk alles thuis");
    player.say("ja");
    for (const told of ["ik fiets elke dag naar zee", "ik lees veel over sterren", "ik loop graag door het bos"]) player.say(told);
    player.say("die laatste klopt niet");
    expect(player.question()).not.toBe("claims.change");
  });

  test("it stays where that is wanted", () => {
    const player = afterOneSkill();
    player.say("ik strijk alles thuis");
    player.say("ja");
    player.say("was een grapje, haal maar weg");
    expect(player.question()).toBe("claims.change");
    player.press("no");
    expect(player.passport().claims).toHaveLength(1);
  });

  test("while the next skill is on the table, words are about that one, unless they name the last", () => {
    const player = afterOneSkill();
    player.say("ik strijk alles thuis en ik kook soep");
    player.say("ja");
    expect(player.question()).toBe("offer.ask");
    player.say("die laatste klopt niet, dat doet mijn zus");
    expect(player.question()).toBe("claims.change");
    player.press("remove");
    expect(player.passport().claims).toEqual([]);
    expect(player.question()).toBe("offer.ask");
  });
});

describe("a skill goes when words name it, whatever is on the table", () => {
  const offers = ["naaimachine", "gordijn", "soep"];
  function after(skills: readonly string[]) {
    const player = startInterview((utterance) => ({
      ...nothingFound,
      findings: offers.flatMap((word) => (utterance.text.includes(word) ? [finding(utterance, word)] : [])),
    }));
    player.press("begin");
    player.say(`thuis werk ik met ${skills.join(", ")}`);
    player.say("ja");
    return player;
  }

  test.for([
    "nee wacht, die naaimachine deed mijn zus",
    "wacht naaimachine kan ik nie hoor",
    "naaimachine moet weg",
    "haal naaimachine weg uit mn paspoort",
    "ja ik bedoel naaimachine weg uit paspoort",
    "die naaimachine klopt niet",
    "de andere, de naaimachine, haal die maar weg",
    "wait sorry, the naaimachine thing is not true",
  ])("“%s”, while another one is asked about", (said) => {
    const player = after(["naaimachine", "gordijn"]);
    expect(player.question()).toBe("offer.ask");
    player.say(said);
    expect(player.question()).toBe("claims.change");
    player.press("remove");
    expect(player.passport().claims).toEqual([]);
    expect(player.question()).toBe("offer.ask");
  });

  test.for([
    "die gordijnen kloppen niet",
    "nee wacht, de gordijnen doet mijn zus",
    "haal dat maar weg",
    "gordijn klopt niet",
    "wacht even, die naaimachine staat op zolder",
  ])("“%s” is about the one on the table", (said) => {
    const player = after(["naaimachine", "gordijn"]);
    player.say(said);
    expect(player.question()).not.toBe("claims.change");
    expect(player.passport().claims.map(({ label }) => label.nl)).toEqual(["naaimachine"]);
  });

  test.for([
    "ik haal de naaimachine elke week weg bij de buren",
    "op zolder naai ik, verwijder draadjes van de naaimachine",
    "mijn naaimachine is niet goed",
    "dat was mijn baas",
    "die laatste was niet goed, de baas schreeuwde alleen maar, ik deed de naaimachine en het magazijn",
    "de naaimachine was niet duur maar wel goed, ik werk er elke avond mee",
  ])("“%s” is a story", (said) => {
    const player = after(["naaimachine"]);
    player.say(said);
    expect(player.question()).not.toBe("claims.change");
  });
});

test.for([
  ["haal koken weg", "koken"],
  ["nee, haal het koken maar weg uit mijn paspoort aub", "het koken"],
  ["remove cooking from my passport first", "cooking"],
  ["can you take cooking out please", "cooking"],
  ["verwijder soep koken", "soep koken"],
] as const)("“%s” orders %s to go", ([said, words]) => {
  expect(removalWish(said)).toBe(words);
});

test.for([
  "ik haal het vuil weg",
  "ook haal ik de borden weg",
  "I cook, clean, change nappies",
  "also change tyres",
  "de soep was niet goed",
  "First the old paint must go, then I sand it",
  "het is niet waar",
  "I take the dog out every day for a walk",
  "dat is goed",
])("“%s” orders nothing by name", (said) => {
  expect(takenOut(said, true)).toEqual([]);
});
