import { describe, expect, test } from "vitest";
import { namedAsDoing } from "../../src/extraction/infinitives.ts";

describe("a verb with what it is done to is named as people name a doing", () => {
  test.for([
    ["nl", "zongen", "zingen"],
    ["nl", "Zong", "zingen"],
    ["nl", "strijk hemden", "hemden strijken"],
    ["nl", "kweek tomaten", "tomaten kweken"],
    ["nl", "was de ramen", "de ramen wassen"],
    ["nl", "lees kranten", "kranten lezen"],
    ["nl", "doe boodschappen", "boodschappen doen"],
    ["nl", "brei sokken", "sokken breien"],
    ["nl", "maak kantoren schoon", "kantoren schoonmaken"],
    ["nl", "voer de kippen", "de kippen voeren"],
    ["nl", "repareer fietsen", "fietsen repareren"],
    ["nl", "was kleine kinderen", "kleine kinderen wassen"],
    ["nl", "kook soep", "soep koken"],
    ["nl", "regel feesten", "feesten regelen"],
    ["nl", "poets trappen", "trappen poetsen"],
    ["nl", "schrijf brieven", "brieven schrijven"],
    ["nl", "verkocht brood", "brood verkopen"],
    ["en", "Sang", "singing"],
  ] as const)("%s: “%s” → “%s”", ([language, said, named]) => {
    expect(namedAsDoing(said, language)).toBe(named);
  });
});

describe("what is a name already, or tells more, stays as it was told", () => {
  test.for([
    ["nl", "Koken"],
    ["nl", "Wassen en strijken"],
    ["nl", "zorg voor mijn man"],
    ["nl", "maak alles wat ik leuk vind van hout"],
    ["nl", "help met moeilijke woorden"],
    ["nl", "maak schoon in hotel"],
    ["nl", "werk thuis"],
    ["nl", "kassa Lidl"],
    ["nl", "timmerman"],
    ["nl", "kook graag"],
    ["nl", "fiets maken"],
    ["nl", "help hem"],
    ["nl", "verf kopen"],
    ["en", "Iron shirts"],
    ["en", "Sang in a choir"],
  ] as const)("%s: “%s”", ([language, said]) => {
    expect(namedAsDoing(said, language)).toBe(said);
  });
});
