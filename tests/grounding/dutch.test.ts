import { describe, expect, test } from "vitest";
import { dutchStem, dutchStems, isLooseParticle } from "../../src/grounding/dutch-stem.ts";
import { glossOf } from "../../scripts/dutch-gloss.ts";

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

describe("English for a Dutch word", () => {
  const table = new Map([
    ["knip", "cut"],
    ["zaal", "hall"],
    ["magazijn", "warehouse"],
    ["werk", "work"],
    [dutchStem("repareer"), "repair"],
    ["doe", ""],
  ]);

  test.for([
    { said: "gras", gives: "gras", because: "a word that is not known stays as it is" },
    { said: "geknipt", gives: "cut", because: "a participle is undone" },
    { said: "zalen", gives: "hall", because: "so is a plural" },
    { said: "magazijnwerk", gives: "warehouse work", because: "a compound is taken apart" },
    { said: "reparreer", gives: "repair", because: "one slip of the finger is forgiven" },
    { said: "doe", gives: "", because: "a known word that says nothing is left out" },
    { said: "de", gives: "", because: "so is a stop word" },
    { said: "", gives: "", because: "nothing gives nothing" },
  ])("$said: $because", ({ said, gives }) => {
    expect(glossOf((stem) => table.get(stem), said)).toBe(gives);
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
