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
    ["nl", "Maak baklava voor buren", "baklava maken voor buren"],
    ["nl", "doe boodschappen voor oma", "boodschappen doen voor oma"],
    ["nl", "was ramen in een school", "ramen wassen in een school"],
    ["nl", "speel gitaar met de kinderen", "gitaar spelen met de kinderen"],
    ["nl", "breng kinderen naar school", "kinderen naar school brengen"],
    ["nl", "haal kinderen op van school", "kinderen ophalen van school"],
    ["nl", "ruim de zaal op na een feest", "de zaal opruimen na een feest"],
    ["nl", "help oma met boodschappen", "oma helpen met boodschappen"],
    ["nl", "geef les bij een club", "les geven bij een club"],
    ["nl", "Dweil", "dweilen"],
    ["nl", "kook", "koken"],
    ["nl", "veeg", "vegen"],
    ["en", "Sang", "singing"],
    ["en", "Make baklava for the neighbours", "making baklava for the neighbours"],
    ["en", "bake bread", "baking bread"],
    ["en", "fix bikes for my friends", "fixing bikes for my friends"],
    ["en", "knit hats for the baby", "knitting hats for the baby"],
    ["en", "paint the houses of neighbours", "painting the houses of neighbours"],
    ["en", "teach my grandson maths", "teaching my grandson maths"],
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
    ["nl", "maak alles voor de buren"],
    ["nl", "kook graag voor de buren"],
    ["nl", "maak baklava en taart voor buren"],
    ["nl", "maak baklava omdat ik het kan"],
    ["nl", "doe mee met de buurt"],
    ["nl", "plan feesten in de buurt"],
    ["nl", "bak"],
    ["nl", "Bouw"],
    ["nl", "maak baklava voor wie ziek is"],
    ["en", "Iron shirts"],
    ["en", "Order picker"],
    ["en", "Work for the council"],
    ["en", "Cook in a hotel"],
    ["en", "Make it for the neighbours"],
    ["en", "Clean and tidy"],
    ["en", "Paint shop"],
    ["en", "Drive"],
    ["en", "Sang in a choir"],
  ] as const)("%s: “%s”", ([language, said]) => {
    expect(namedAsDoing(said, language)).toBe(said);
  });
});
