import { describe, expect, test } from "vitest";
import type { Findings } from "../../src/domain/finding.ts";
import { mostOffered } from "../../src/domain/offer.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { conceptCard, finding, nothingFound, startInterview } from "../support/interview-player.ts";

/** Reads "een=0.9 twee=0.4 eigen=own": what was found, and how surely; "own" is a skill without a concept. */
function rated(utterance: Utterance): Findings {
  const findings = [...utterance.text.matchAll(/(\w+)=([\d.]+|own)/g)].map(([quote, name = "", chance = ""]) =>
    chance === "own"
      ? finding(utterance, quote, { concept: null, ownLabel: name, alternatives: [], probability: 0 })
      : finding(utterance, quote, { concept: conceptCard(name), alternatives: [], probability: Number(chance) }),
  );
  return { ...nothingFound, findings };
}

const words = (from: number, to: number, chance: (at: number) => string) =>
  Array.from({ length: to - from }, (_, index) => `s${from + index}=${chance(from + index)}`).join(" ");

/** Plays to the end, saying yes to everything; `stories` are told one by one where a story is asked for. */
function play(stories: readonly string[], answer: "yes" | "later" = "yes") {
  const player = startInterview(rated);
  player.press("begin");
  const offered: string[] = [];
  const left = [...stories];
  for (let turn = 0; player.question() !== "closed.ask" && turn < 200; turn++) {
    const card = player.heard().at(-1)?.card;
    if (card?.type === "offer") {
      offered.push(card.offer.concept?.label.nl ?? card.offer.ownLabel ?? "");
      player.press(answer);
    } else if (player.question() === "waiting.ask" || player.question() === "summary.ask") player.press("yes");
    else if (player.question() === "enough.ask") player.press("go_on");
    else player.say(left.shift() ?? "dat was alles");
  }
  return { player, offered };
}

describe("a whole conversation", () => {
  test("offers at most twenty skills, and goes on to its end", () => {
    const { player, offered } = play([0, 1, 2, 3, 4, 5].map((at) => words(at * 10, at * 10 + 10, () => "0.7")));
    expect(offered).toHaveLength(mostOffered.offers);
    expect(new Set(offered).size).toBe(offered.length);
    expect(player.question()).toBe("closed.ask");
    expect(player.passport().claims).toHaveLength(mostOffered.offers);
  });

  test("asks the strongest; the weaker are neither asked nor kept for later", () => {
    const { player, offered } = play([words(0, 40, (at) => (0.4 + at / 100).toFixed(2))]);
    expect(offered).toHaveLength(20);
    expect(offered.toSorted()).toEqual(Array.from({ length: 20 }, (_, at) => `s${20 + at}`).toSorted());
    expect(offered[0]).toBe("s39");
    expect(player.passport().offers).toEqual([]);
  });

  test("a stronger one heard later takes the place of a weaker one that still waits", () => {
    const { offered } = play([words(0, 25, () => "0.5"), "sterk=0.9"]);
    expect(offered).toHaveLength(20);
    expect(offered).toContain("sterk");
  });

  test("offers at most four own skills; the first heard are the ones", () => {
    const { offered } = play([words(0, 3, () => "own"), words(3, 6, () => "own"), "sterk=0.9"]);
    expect(offered.toSorted()).toEqual(["s0", "s1", "s2", "s3", "sterk"]);
  });

  test("what is put off counts once, however often it comes back", () => {
    const { player, offered } = play([words(0, 3, () => "0.7")], "later");
    expect(offered.length).toBeGreaterThan(3);
    expect(new Set(offered).size).toBe(3);
    expect(player.state().asked).toHaveLength(3);
  });

  test("what the holder adds in her own words is not limited", () => {
    const player = startInterview(rated);
    player.press("begin");
    player.say(words(0, 8, () => "0.7"));
    let added = 0;
    for (let turn = 0; added < 6 && turn < 60; turn++) {
      if (player.question() === "offer.ask") {
        player.press("no");
        player.press("own_words");
        player.say(`mijn eigen kunst ${added}`);
        added += 1;
      } else if (player.question() === "waiting.ask" || player.question() === "summary.ask") player.press("yes");
      else player.say("dat was alles");
    }
    expect(player.passport().claims.filter((claim) => claim.uri === null)).toHaveLength(6);
  });
});

describe("what is refused", () => {
  function refusing(times: number) {
    const player = startInterview(rated);
    player.press("begin");
    let refused = 0;
    let asked = 0;
    for (let turn = 0; player.question() !== "closed.ask" && turn < 300; turn++) {
      const card = player.heard().at(-1)?.card;
      if (card?.type === "offer") {
        asked += 1;
        // Two in a row end a round: every second one is refused.
        const isRefused = refused < times && asked % 2 === 0;
        refused += isRefused ? 1 : 0;
        player.press(isRefused ? "plain_no" : "yes");
      } else if (player.question() === "waiting.ask" || player.question() === "summary.ask") player.press("yes");
      else if (player.question() === "enough.ask") player.press("go_on");
      else player.say(words(turn * 10, turn * 10 + 3, () => "0.7"));
    }
    return { player, asked };
  }

  test("leaves its place to another: whoever said no nine times is still heard", () => {
    const { player, asked } = refusing(9);
    expect(player.passport().claims).toHaveLength(mostOffered.offers);
    expect(asked).toBe(mostOffered.offers + 9);
  });

  test("is asked so often, and no more", () => {
    expect(refusing(100).asked).toBe(mostOffered.asked);
  });
});
