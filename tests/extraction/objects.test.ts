import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import { isOtherSense } from "../../src/extraction/objects.ts";
import { spelledOut } from "../../src/extraction/search-wording.ts";

/** Concepts by their names alone, as they stand in the taxonomy. */
const named = (nl: string, en: string, headline = "") => ({ label: { nl, en }, headline: { nl: headline || null, en: null } });
const cutHair = named("haarkniptechnieken toepassen", "apply hair cutting techniques", "Je knipt haar");
const cutCloth = named("stoffen versnijden", "cut fabrics");
const cutHedges = named("hagen en bomen snoeien", "prune hedges and trees");
const washHair = named("haar wassen", "wash hair", "Je wast het haar van anderen");
const washClothes = named("was doen", "wash the laundry");
const washDishes = named("afwassen", "wash the dishes");
const washCars = named("buitenkant van voertuigen schoonmaken", "clean vehicle exterior");
const pressureWash = named("hogedrukreiniging uitvoeren", "carry out pressure washing activities");
const foodHygiene = named("wetgeving op het gebied van voedsel naleven", "comply with food safety and hygiene");
const minding = named("toezicht houden op kinderen", "supervise children");
const care = named("basisondersteuning aan patiënten bieden", "provide basic support to patients");

const washDogs = named("honden wassen", "wash dogs", "Je wast honden");
const packing = named("producten inpakken", "pack products", "Je pakt producten in");
const doorwork = named("toezicht houden aan de deur", "supervise the door", "Je staat aan de deur");
const dietAdvice = named("iemand helpen anders te eten", "support individuals on diet changes");
const dietCooking = named("dieetmaaltijden bereiden", "prepare dietary meals", "Je kookt voor mensen met een dieet");
const sandwiches = named("broodjes klaarmaken", "prepare sandwiches", "Je maakt broodjes");
const afterSchool = named("naschoolse opvang bieden", "provide after school care", "Je werkt op de naschoolse opvang");
const beds = named("bedden opmaken", "make the beds", "Je maakt bedden op");

describe("one verb, another doing: what is cut or washed decides", () => {
  test.for([
    ["ik knip stof", [cutCloth], [cutHair, cutHedges]],
    ["ik knip papier met de kinderen", [], [cutHair, cutCloth, cutHedges]],
    ["ik knip de heg", [cutHedges], [cutHair, cutCloth]],
    ["ik knip haren", [cutHair], [cutCloth, cutHedges]],
    ["ik knip mijn kinderen", [cutHair], [cutCloth, minding]],
    ["ik knip de hele straat", [cutHair], [cutCloth, cutHedges]],
    ["I cut the grass", [cutHedges], [cutHair, cutCloth]],
    ["I cut my kids' hair", [cutHair], [cutCloth]],
    ["ik was auto's", [washCars], [washHair, washClothes, washDishes]],
    ["kleren wassen", [washClothes], [washHair, washDishes, washCars]],
    ["pannen wassen", [washDishes], [washHair, washClothes]],
    ["bewoners wassen", [care], [washHair, washClothes, pressureWash]],
    ["ik was het haar van klanten", [washHair], [washClothes]],
    ["Altijd handen wassen en haarnetje", [foodHygiene], [washHair, washClothes]],
    ["I wash old people", [care], [washHair, pressureWash]],
    ["I wash cars", [washCars, pressureWash], [washHair, washDishes]],
    ["morgens man douche", [care], [washDogs]],
    ["na de modder gaat de hond onder de douche", [washDogs], []],
    ["dozen dragen", [], [packing]],
    ["ik draag dozen en pak ze in", [packing], []],
    ["dozen inpakken", [packing], []],
    ["sleutel deur dicht doen", [], [doorwork]],
    ["aan de deur staan bij een club, en die dicht doen", [doorwork], []],
    ["grote pan rijst maken voor 50 mensen", [], [dietCooking, washDishes, sandwiches]],
    ["make big pan of rice for 50 people", [], [dietCooking, washDishes, sandwiches]],
    ["ik maak de pannen schoon", [washDishes], []],
    ["I clean the pans", [washDishes], []],
    ["broodjes maken", [sandwiches], []],
    ["kinderen naar school brengen", [], [afterSchool]],
    ["bringing the kids to school", [], [afterSchool]],
    ["kinderen van school halen en oppassen", [afterSchool], []],
    ["ik leg ze in bed", [], [beds]],
    ["put kids to bed", [], [beds]],
    ["bedden opmaken", [beds], []],
    ["I put clean sheets on the beds", [beds], []],
    ["koken zonder zout", [dietCooking], []],
    ["iemand helpen met afvallen", [dietAdvice], []],
  ] as const)("%s", ([quote, agrees, differs]) => {
    const evidence = { quote, about: "paid_work" as Area };
    expect(agrees.filter((concept) => isOtherSense(evidence, concept))).toEqual([]);
    expect(differs.filter((concept) => !isOtherSense(evidence, concept))).toEqual([]);
  });

  test.for(["knippen", "wassen en strijken", "ik poets de trap", "washing"])("“%s” names nothing that would rule a sense out", (quote) => {
    for (const concept of [cutHair, cutCloth, washHair, washClothes]) expect(isOtherSense({ quote, about: "paid_work" }, concept)).toBe(false);
  });

  test("“ik was haar” is her among family, and hair in a salon", () => {
    expect(isOtherSense({ quote: "ik was haar", about: "family_care" }, washHair)).toBe(true);
    expect(isOtherSense({ quote: "ik was haar", about: "paid_work" }, washHair)).toBe(false);
  });
});

describe("washing is written out for the search", () => {
  test.for([
    ["nl", "ik was de ramen", "de ramen wassen"],
    ["nl", "s morgens was ik mijn moeder", "mijn moeder helpen met wassen"],
    ["nl", "bewoners wassen", "bewoners helpen met wassen"],
    ["nl", "ik doe de was", "ik kleren wassen, was doen"],
    ["en", "I wash residents", "I help residents to wash and dress"],
    ["en", "washing up", "wash the dishes"],
  ] as const)("%s: %s", ([language, said, expected]) => {
    expect(spelledOut(said, language)).toContain(expected);
  });

  test.for(["ik was kok", "ik was vroeger monteur", "ik was de beste", "het was warm"])("“%s” is the past of being", (said) => {
    expect(spelledOut(said, "nl")).not.toContain("wassen");
  });
});
