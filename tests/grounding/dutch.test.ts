import { describe, expect, test } from "vitest";
import { dutchStem, dutchStems, isLooseParticle } from "../../src/grounding/dutch-stem.ts";
import { glossWith, wordKey } from "../../scripts/dutch-gloss.ts";

describe("the stem of a Dutch word", () => {
  test.for([
    ["maken", "maak"],
    ["pakken", "pak"],
    ["lezen", "lees"],
    ["schrijven", "schrijf"],
    ["kantoren", "kantoor"],
    ["bonnen", "bon"],
    ["bonen", "boon"],
    ["wandelen", "wandel"],
    ["opruimen", "opruim"],
    ["technische", "technisch"],
    ["biertjes", "bier"],
    ["kaartje", "kaart"],
    ["groepje", "groep"],
    ["bonnetjes", "bon"],
    ["treintje", "trein"],
    ["pakketje", "pakket"],
    ["boompje", "boom"],
  ])("%s and %s are one word", ([inflected, stem]) => {
    expect(dutchStem(inflected ?? "")).toBe(stem);
    expect(dutchStem(stem ?? "")).toBe(stem);
  });

  test.for([
    { said: ["repareer", "repareert", "repareerde", "gerepareerd"], verb: "repareren" },
    { said: ["maakte", "gemaakt"], verb: "maken" },
    { said: ["sneed", "gesneden", "snijd"], verb: "snijden" },
    { said: ["hielp", "geholpen"], verb: "helpen" },
    { said: ["opgeruimd", "opruimt"], verb: "opruimen" },
    { said: ["schoongemaakt"], verb: "schoonmaken" },
    { said: ["uitgelegd"], verb: "uitleggen" },
    { said: ["bijgehouden"], verb: "bijhouden" },
  ])("$said may all stand for $verb", ({ said, verb }) => {
    for (const word of said) expect(dutchStems(word)).toContain(dutchStem(verb));
  });
});

describe("Dutch put into English word by word", () => {
  const table = new Map(
    [
      { nl: ["knip"], en: "cut" },
      { nl: ["haar", "knip"], en: "cut hair" },
      { nl: ["opruim"], en: "tidy up" },
      { nl: ["ruim"], en: "hold of a ship" },
      { nl: ["zaal"], en: "hall" },
      { nl: ["magazijn"], en: "warehouse" },
      { nl: ["werk"], en: "work" },
      { nl: ["repareer"].map(dutchStem), en: "repair" },
      { nl: ["doe"], en: "" },
    ].map(({ nl, en }) => [wordKey(...nl), en]),
  );
  const lookUp = (hash: number) => table.get(hash);

  test.for([
    { said: "ik knip het gras", gives: "cut gras", because: "a word that is not known stays as it is" },
    { said: "Haar heb ik jaren geknipt", gives: "cut hair", because: "a pair goes before its words, in any order" },
    { said: "ik ruim altijd de zaal op", gives: "tidy up hall", because: "a separable verb is put together" },
    { said: "de zaal opgeruimd", gives: "hall tidy up", because: "a participle is undone" },
    { said: "magazijnwerk", gives: "warehouse work", because: "a compound is taken apart" },
    { said: "ik reparreer", gives: "repair", because: "one slip of the finger is forgiven" },
    { said: "wat doe ik", gives: "", because: "words that say nothing are left out" },
    { said: "", gives: "", because: "nothing gives nothing" },
  ])("$said: $because", ({ said, gives }) => {
    expect(glossWith(lookUp, said)).toBe(gives);
  });
});

describe("the loose part of a separable verb", () => {
  test.for([
    ["elke avond ruim ik de keuken op", "op"],
    ["ik vul de automaten bij en tel het geld", "bij"],
    ["ik leg alles uit aan nieuwe mensen", "uit"],
    ["na het eten was ik af en droog ik", "af"],
    ["daar pas ik op als zij werken", "op"],
    ["ik breng de post rond op de fiets", "rond"],
  ])("%s: %s", ([text, particle]) => {
    const words = (text ?? "").split(" ");
    expect(isLooseParticle(words, words.lastIndexOf(particle ?? ""))).toBe(true);
  });

  test.for([
    ["na sluitingstijd maak ik alles schoon", "na"],
    ["ik kook voor 7 man", "voor"],
    ["ik werk in hoogspanning", "in"],
    ["met kerst zing ik op straat", "op"],
    ["ik sta aan lopende banden", "aan"],
    ["ik loop langs bedrijven", "langs"],
    ["ik help bij verhuizingen", "bij"],
  ])("%s: %s is a preposition", ([text, particle]) => {
    const words = (text ?? "").split(" ");
    expect(isLooseParticle(words, words.lastIndexOf(particle ?? ""))).toBe(false);
  });
});
