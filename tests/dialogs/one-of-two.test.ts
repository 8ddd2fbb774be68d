import { describe, expect, test } from "vitest";
import type { Findings } from "../../src/domain/finding.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { oneOfTwo } from "../../src/dialogs/one-of-two.ts";
import { conceptCard, finding, nothingFound, startInterview } from "../support/interview-player.ts";

describe("of two things one is right", () => {
  test.for([
    ["Scones yes, rolls no", "Scones", "rolls"],
    ["hemden wel, broeken niet", "hemden", "broeken"],
    ["hemden ja maar broeken nooit", "hemden", "broeken"],
    ["broeken niet, hemden wel. die doet mijn zus", "hemden", "broeken"],
    ["no rolls, yes scones", "scones", "rolls"],
    ["ja hemden, nee broeken", "hemden", "broeken"],
    ["scones yeah, rolls not really", "scones", "rolls"],
    ["folding the sheets yes ironing no", "folding the sheets", "ironing"],
    ["dat niet, planten water geven wel", "planten water geven", null],
    ["niet echt, de balie wel", "de balie", null],
    ["not really. the counter yes", "the counter", null],
  ] as const)("“%s”: %s, and no %s", ([said, yes, no]) => {
    expect(oneOfTwo(said)).toEqual({ yes, no });
  });

  test.for([
    "ja",
    "nee hoor",
    "ja en nee",
    "ik kook wel, maar ik bak niet",
    "soms wel soms niet",
    "dat klopt wel, helemaal niet gek",
    "scones yes",
    "nee, wel scones",
    "nee, sorry ja",
    "no, of course yes",
    "nee, natuurlijk wel",
    "nee, thuis wel",
    "no, at home yes",
    "niet echt, in de zomer wel",
    "I said yes and then no more",
    "hemden wel, broeken niet, gordijnen vouwen ook",
    "hemden wel, broeken niet, en ik strijk ook gordijnen voor de buren",
  ])("“%s” says nothing of the kind", (said) => {
    expect(oneOfTwo(said)).toBeNull();
  });
});

/** A card of this name. */
function shown(name: string, search = [conceptCard("gebak maken")]) {
  const find = (utterance: Utterance): Findings =>
    utterance.text.includes("samen") ? { ...nothingFound, findings: [finding(utterance, "samen", { concept: conceptCard(name) })] } : nothingFound;
  const player = startInterview(find, { search: () => search });
  player.press("begin");
  player.say("dat doe ik samen");
  expect(player.question()).toBe("offer.ask");
  return player;
}

describe("of a card about two things", () => {
  test.for(["Scones yes, rolls no", "rolls no, scones yes", "no rolls, yes scones"])(
    "“%s”: what it is right of is looked for, and rolls are not claimed",
    (said) => {
      const player = shown("rolls and buns");
      player.say(said);
      expect(player.passport().claims).toEqual([]);
      expect(player.work().at(-1)).toMatchObject({ kind: "search", text: expect.stringMatching(/scones$/i) });
      player.press("pick", conceptCard("gebak maken").uri);
      expect(player.passport().claims).toMatchObject([{ label: { nl: "gebak maken" }, evidence: [{ quote: expect.stringMatching(/^scones$/i) }] }]);
    },
  );

  test("both of which are on it: it says too much", () => {
    const player = shown("hemden en broeken strijken");
    player.say("hemden wel, broeken niet");
    expect(player.question()).toBe("alternatives.ask");
  });

  test("one or the other is enough where it says so", () => {
    const player = shown("hemden of broeken strijken");
    player.say("hemden wel, broeken niet");
    expect(player.passport().claims).toMatchObject([{ evidence: [{ quote: "samen" }, { quote: "hemden wel, broeken niet" }] }]);
  });

  test("what is not on it limits the yes", () => {
    const player = shown("hemden strijken");
    player.say("hemden ja, gordijnen nee");
    expect(player.passport().claims).toMatchObject([{ evidence: [{ quote: "samen" }, { quote: "hemden ja, gordijnen nee" }] }]);
  });

  test("of which it cannot be told: asked plainly, nothing claimed", () => {
    const player = shown("wasgoed");
    player.say("hemden wel broeken niet");
    expect(player.question()).toBe("offer.ask_plainly");
    expect(player.passport().claims).toEqual([]);
  });
});

test.for(["dat niet, planten water geven wel", "niet echt, planten water geven wel", "nee, maar planten water geven wel"])(
  "“%s”: the card goes, and what is told in its place is read",
  (said) => {
    const player = shown("wasgoed");
    player.say(said);
    expect(player.heard()[0]?.key).toBe("offer.rejected");
    const read = player.work().findLast((work) => work.kind === "find_skills");
    expect(read?.utterance.text.trim()).toBe("planten water geven");
  },
);
