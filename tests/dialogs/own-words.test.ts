import { describe, expect, test } from "vitest";
import { startInterview } from "../support/interview-player.ts";

function offered() {
  const player = startInterview();
  player.press("begin");
  player.say("ik *kook* en *poets*");
  return player;
}

test("where words are asked for, “verwijder …” is no wish to take a skill out", () => {
  const player = offered();
  player.press("yes");
  player.say("eigen woorden");
  player.say("verwijder etensresten, kook schoon");
  expect(player.passport().claims.map(({ label }) => label.nl)).toEqual(["kook", "verwijder etensresten, kook schoon"]);
});

test("a skill confirmed after a step back has an id of its own", () => {
  const player = offered();
  player.press("yes");
  const [before] = player.passport().claims;
  player.say("terug");
  player.press("yes");
  expect(player.passport().claims).toHaveLength(1);
  expect(player.passport().claims[0]?.id).not.toBe(before?.id);
});

describe("words that mean something else are nobody's own words", () => {
  test.for([
    ["mijn eigen woorden", "own_words.ask"],
    ["iets anders", "own_words.ask"],
    ["dat heb ik al gezegd", "own_words.ask"],
    ["verder", "offer.ask"],
  ] as const)("“%s”", ([said, question]) => {
    const player = offered();
    player.say("eigen woorden");
    player.say(said);
    expect(player.question()).toBe(question);
    expect(player.passport().claims).toEqual([]);
  });

  test.for(["mijn eigen woorden", "dat heb ik al gezegd"])("“%s” for another name", (said) => {
    const player = offered();
    player.press("yes");
    player.say("haal kook weg");
    player.press("reword");
    player.say(said);
    expect(player.question()).toBe("claims.reword");
    expect(player.passport().claims).toMatchObject([{ label: { nl: "kook" } }]);
  });
});

test.for(["verder", "weet ik niet"])("“%s” to other skills lets the offer go, and searches for nothing", (said) => {
  const player = offered();
  player.say("iets anders");
  player.say(said);
  expect(player.heard().map(({ key }) => key)).toEqual(["offer.rejected", "offer.ask"]);
  expect(player.work().filter(({ kind }) => kind === "search")).toEqual([]);
});

test.for([
  ["1", "poets"],
  ["de tweede", "kook"],
] as const)("a skill is chosen by its number: “%s”", ([said, name]) => {
  const player = offered();
  player.press("yes");
  player.press("yes");
  player.say("vaardigheid weghalen");
  expect(player.question()).toBe("claims.choose");
  player.say(said);
  expect(player.heard()[0]).toMatchObject({ key: "claims.this_one", params: { name } });
});
