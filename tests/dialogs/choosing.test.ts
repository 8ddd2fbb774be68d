import { describe, expect, test } from "vitest";
import { choiceTyped } from "../../src/dialogs/incoming.ts";
import { questionOf } from "../../src/dialogs/questions.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { conceptCard, finding, nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

const wording = loadWording();

const options = [
  conceptCard("koken voor groepen", { headline: { nl: "Je kookt voor groepen", en: "You cook for groups" } }),
  conceptCard("magazijn ordenen", { headline: { nl: "Je deelt een magazijn handig in", en: "You keep a stockroom in order" } }),
  conceptCard("ramen wassen", { headline: { nl: "Je maakt ramen schoon", en: "You clean windows" } }),
];

function atAlternatives(language: "nl" | "en" = "nl") {
  const player = startInterview(
    (utterance) => ({ ...nothingFound, findings: utterance.text.includes("help") ? [finding(utterance, "help", { alternatives: options })] : [] }),
    { language, search: () => [] },
  );
  player.press("begin");
  player.say("ik help overal");
  player.say("laat keuzes zien");
  expect(player.question()).toBe("alternatives.ask");
  return player;
}
const kept = (player: ReturnType<typeof atAlternatives>) => player.passport().claims.map(({ label }) => label.nl);

describe("skills that are shown are chosen by their words", () => {
  test.for([
    ["Je kookt voor groepen", ["koken voor groepen"]],
    ["doe maar die van het magazijn", ["magazijn ordenen"]],
    ["je maakt ramem schoon", ["ramen wassen"]],
    ["de derde", ["ramen wassen"]],
    ["1 en 3", ["koken voor groepen", "ramen wassen"]],
    ["de laatste twee", ["magazijn ordenen", "ramen wassen"]],
    ["allemaal", ["koken voor groepen", "magazijn ordenen", "ramen wassen"]],
    ["geen van die", []],
    ["geen van de drie", []],
  ] as const)("Dutch: “%s”", ([said, labels]) => {
    const player = atAlternatives();
    player.say(said);
    expect(kept(player)).toEqual(labels);
    expect(player.work().filter(({ kind }) => kind === "search")).toEqual([]);
    expect(player.question()).not.toBe("alternatives.ask");
    expect(player.heard().filter(({ key }) => key.startsWith("offer.confirmed")).length).toBeLessThanOrEqual(1);
  });

  test.for([
    ["You cook for groups", ["koken voor groepen"]],
    ["the one about the stockroom", ["magazijn ordenen"]],
    ["clean windows please", ["ramen wassen"]],
    ["2. You keep a stockroom in order", ["magazijn ordenen"]],
    ["the last two", ["magazijn ordenen", "ramen wassen"]],
    ["none of the above", []],
  ] as const)("English: “%s”", ([said, labels]) => {
    const player = atAlternatives("en");
    player.say(said);
    expect(kept(player)).toEqual(labels);
  });

  test.for(["ik help oude mensen met lopen", "lassen", "kinderen wassen"])("“%s” is looked for, as before", (said) => {
    const player = atAlternatives();
    player.say(said);
    expect(kept(player)).toEqual([]);
    expect(player.work().filter(({ kind }) => kind === "search")).toHaveLength(1);
  });
});

test.for(["1", "2", "optie 1", "de eerste", "twee"])("“%s” is no answer to a question whose answers have no numbers", (said) => {
  const player = startInterview(starredFindings);
  player.press("begin");
  player.say("ik maak *taart*");
  expect(player.question()).toBe("offer.ask");
  const before = player.state().offers.map(({ state }) => state);
  player.say(said);
  expect(player.passport().claims).toEqual([]);
  expect(player.state().offers.map(({ state }) => state)).toEqual(before);
});

test("the skills that may be chosen by number are named with their numbers", () => {
  const player = startInterview(starredFindings);
  player.press("begin");
  player.say("ik maak *taart* en *soep*");
  for (let turn = 0; turn < 2; turn++) player.press("yes");
  player.say("vaardigheid weghalen");
  expect(player.heard().find(({ key }) => key === "claims.which")?.params["names"]).toBe("1. “soep”, 2. “taart”");
});

test.for([
  ["de tweede", "soep"],
  ["die van de soep", "soep"],
  ["the last one", "taart"],
  ["broot", "brood"],
] as const)("a skill in the passport is chosen by “%s”", ([said, label]) => {
  const player = startInterview(starredFindings);
  player.press("begin");
  player.say("ik maak *taart*, *soep* en *brood*");
  for (let turn = 0; turn < 3; turn++) player.press("yes");
  player.say("vaardigheid weghalen");
  // The newest stands first.
  player.say(said);
  expect(player.heard()[0]?.params["name"]).toBe(label);
});

test("the words of a button are understood with a slip or with more around them; what erases is taken literally", () => {
  const player = startInterview();
  player.press("begin");
  player.say("ik *kook*");
  player.say("wis alles");
  const { choices } = questionOf(player.state());
  expect(choiceTyped("ja, wis alles", choices, wording, "nl")?.action).toBe("yes");
  expect(choiceTyped("ja, wis ales", choices, wording, "nl")).toBeNull();
  player.say("nee");
  player.press("something_else");
  const alternatives = questionOf(player.state()).choices;
  expect(choiceTyped("doe maar latr", alternatives, wording, "nl")).toBeNull();
  expect(choiceTyped("kies kook nog anders", alternatives, wording, "nl")?.value).toBe("urn:test:kook-nog-anders");
});
