import { describe, expect, test } from "vitest";
import type { FoundExperience } from "../../src/domain/finding.ts";
import { nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

const found = (area: FoundExperience["area"], title: string, more: Partial<FoundExperience> = {}): FoundExperience => ({
  area,
  title,
  organisation: null,
  start: null,
  end: null,
  ...more,
});
const step = { isStep: true } as const;

/** Plays messages that each bring experiences, or none. */
function play(messages: readonly (readonly [said: string, experiences: readonly FoundExperience[]])[]) {
  const told = new Map(messages.map(([said, experiences]) => [said, experiences]));
  const player = startInterview((utterance) => ({ ...starredFindings(utterance), experiences: [...(told.get(utterance.text) ?? [])] }));
  player.press("begin");
  for (let turn = 0; player.question() !== "open.paid_work" && turn < 9; turn++) player.say("sla over");
  for (const [said] of messages) {
    player.say(said);
    for (let turn = 0; player.question().startsWith("offer") && turn < 5; turn++) player.press("yes");
  }
  return player.passport().experiences.map(({ title }) => title);
}

describe("sentences told within an experience belong to it", () => {
  test("a doing without a place or a role opens no other job", () => {
    expect(
      play([
        ["ik ben vuilnisman, ik *rijd* de wagen", [found("paid_work", "Vuilnisman")]],
        ["ik *sorteer* het glas", [found("paid_work", "Glas sorteren", step)]],
        ["en ik *veeg* de straat", [found("paid_work", "De straat vegen", step)]],
      ]),
    ).toEqual(["Vuilnisman"]);
  });

  test("a new role or place does", () => {
    expect(
      play([
        ["ik ben vuilnisman, ik *rijd* de wagen", [found("paid_work", "Vuilnisman")]],
        ["ik *sorteer* het glas", [found("paid_work", "Glas sorteren", step)]],
        ["eerder was ik tuinman, ik *snoei* bomen", [found("paid_work", "Tuinman", { isAnother: true })]],
      ]),
    ).toEqual(["Vuilnisman", "Tuinman"]);
  });

  test("care told in pieces is one care", () => {
    expect(
      play([
        ["ik zorg voor mijn opa, ik *was* hem", [found("family_care", "Zorg voor mijn opa")]],
        ["ik *kook* zonder suiker", [found("family_care", "Koken zonder suiker", step)]],
        ["en ik *doe* de was", [found("family_care", "De was doen", step)]],
      ]),
    ).toEqual(["Zorg voor mijn opa"]);
  });

  test("where not even the part of life is told, it is the one that is being told of", () => {
    expect(
      play([
        ["ik zorg voor mijn opa, ik *was* hem", [found("family_care", "Zorg voor mijn opa")]],
        ["ik *zet* ze klaar", [found("paid_work", "Klaarzetten", { ...step, isUnplaced: true })]],
      ]),
    ).toEqual(["Zorg voor mijn opa"]);
  });
});

test("a skill in words that name no experience makes none", () => {
  const player = startInterview((utterance) => ({
    ...(utterance.text.includes("*") ? starredFindings(utterance) : nothingFound),
    experiences: [],
    isNameless: true,
  }));
  player.press("begin");
  player.say("ik ben *geduldig*");
  player.press("yes");
  expect(player.passport().experiences).toEqual([]);
  expect(player.passport().claims).toHaveLength(1);
});
