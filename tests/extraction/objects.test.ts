import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import { doneAmong, isOtherSense } from "../../src/extraction/objects.ts";
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
const leadCooks = named("leiding geven bij voedselbereiding", "direct the preparation of food", "Je leidt de keuken tijdens het koken");
const leadTalk = named("discussies modereren", "moderate a discussion", "Je leidt een gesprek in een groep");
const refunds = named("terugbetalingen verwerken", "process refunds", "Je geeft klanten hun geld terug");
const stallPermits = named("vergunningen voor marktkramen regelen", "arrange permits for market stalls", "Je regelt een standplaats op de markt");
const withYouth = named("communiceren met jongeren", "communicate with youth");
const willing = named("bereidheid tonen om te leren", "demonstrate willingness to learn");
const afterSchool = named("naschoolse opvang bieden", "provide after school care", "Je werkt op de naschoolse opvang");
const palliative = named("palliatieve zorg verstrekken", "provide palliative care", "Je geeft zorg aan ongeneeslijk zieken");
const animalFood = named("voeding geven aan dieren", "provide nutrition to animals", "Je maakt voer voor dieren klaar");
const analysing = named("analytisch denken", "think analytically", "Je bekijkt alle kanten van een keuze");
const altering = named("kleren aanpassen", "adjust clothes", "Je verstelt kleding");
const sellingClothes = named("kledij aan klanten verkopen", "sell clothing items to customers");
const dressing = named("helpen met aankleden", "assist with dressing", "Je helpt iemand met aankleden");
const butcherKnives = named("messen gebruiken voor vleesverwerking", "handle knives for meat processing activities", "Je werkt met slagersmessen");
const instruments = named("muziekinstrumenten bespelen", "play musical instruments", "Je bespeelt een muziekinstrument");
const conducting = named("muziekensembles dirigeren", "conduct musical ensembles", "Je dirigeert een koor of orkest");
const harvesting = named("gewassen oogsten", "harvest crop");
const publicBins = named("openbare afvalbakken leegmaken", "empty community waste collection bins", "Je leegt afvalbakken op straat");
const bloodSamples = named("bloedmonsters nemen", "take blood samples", "Je prikt bloed");
const clientsMoney = named("geldzaken van klanten beheren", "manage clients' money matters");
const dunning = named("aanmaningsactiviteiten uitvoeren", "perform dunning activities", "Je herinnert mensen aan betalen");
const adapting = named("communicatiestijl aanpassen aan de ontvanger", "adapt communication style according to recipient");
const bakeryOvens = named("bakkerij-ovens bedienen", "tend bakery ovens", "Je bedient bakkersovens");
const industrialOvens = named("industriële ovens bedienen", "operate industrial ovens");
const baking = named("bakkerswaren bakken", "bake goods", "Je bakt brood of koek in de oven");
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
    ["help met douchen", [care], [washDogs, washClothes]],
    ["I help her with showering", [care], [washDogs, washClothes]],
    ["de honden helpen met douchen", [washDogs], []],
    ["ik kook gewoon soep en rijst", [], [leadCooks]],
    ["I cook soup", [], [leadCooks]],
    ["ik zeg de koks wie de soep doet", [leadCooks], []],
    ["tasting everything before it leaves the kitchen", [leadCooks], []],
    ["ja praten met mensen", [], [leadTalk]],
    ["talking with people", [], [leadTalk, withYouth]],
    ["ik geef iedereen de beurt", [leadTalk], []],
    ["I steer people back to the topic", [leadTalk], []],
    ["talking with young people", [withYouth], []],
    ["learned nothing", [], [willing]],
    ["I want to learn everything", [willing], []],
    ["klanten kwam terug voor mij", [], [refunds]],
    ["customers came back for me", [], [refunds]],
    ["klanten geld terug geven", [refunds], []],
    ["giving customers a refund", [refunds], []],
    ["vroeger had ik kraam op markt met mijn man", [], [stallPermits]],
    ["we had a stall on the market", [], [stallPermits]],
    ["ik vroeg een vergunning aan voor mijn kraam", [stallPermits], []],
    ["I applied for a permit for my stall", [stallPermits], []],
    ["overdag ik zorg mij man", [], [palliative]],
    ["I care for my sick husband", [], [palliative]],
    ["ik zat bij mensen in hun laatste weken", [palliative], []],
    ["looking after dying people", [palliative], []],
    ["eten geven", [], [animalFood]],
    ["giving him food", [], [animalFood]],
    ["de kippen eten geven", [animalFood], []],
    ["ik geef ze elke ochtend eten", [animalFood], []],
    ["feeding the horses", [animalFood], []],
    ["ook kledingbank kleren uitzoeken", [], [analysing, altering, sellingClothes]],
    ["ik zoek kleren uit", [], [altering, dressing]],
    ["sorting clothes, good and broken", [], [altering, sellingClothes, dressing]],
    ["uitzoeken waarom het niet werkt", [analysing], []],
    ["kleren korter maken", [altering], []],
    ["kleren uitzoeken voor klanten", [sellingClothes], []],
    ["ik help hem zijn kleren aantrekken", [dressing], []],
    ["I shorten clothes", [altering], []],
    ["ui en vlees snijden", [], [butcherKnives]],
    ["cutting onions and meat", [], [butcherKnives]],
    ["vlees van het been snijden", [butcherKnives], []],
    ["ik speel met hem", [], [instruments]],
    ["I play with my grandson", [], [instruments]],
    ["ik speel piano", [instruments], []],
    ["ik speel gitaar met de kinderen", [instruments], []],
    ["ik praat met mensen bij koor", [], [conducting]],
    ["I sing in a choir", [], [conducting]],
    ["ik leid het koor", [conducting], []],
    ["fruit snijden", [], [harvesting]],
    ["cutting fruit", [], [harvesting]],
    ["fruit plukken", [harvesting], []],
    ["eerst prulbak legen", [], [publicBins]],
    ["emptying the bins", [], [publicBins]],
    ["vuilnisbakken in het park legen", [publicBins], []],
    ["ik meet zijn bloed", [], [bloodSamples]],
    ["measuring blood sugar", [], [bloodSamples]],
    ["bloed prikken", [bloodSamples], []],
    ["rekening betalen doe ik ook", [], [clientsMoney]],
    ["paying the bills", [], [clientsMoney]],
    ["rekeningen betalen voor mijn moeder", [clientsMoney], []],
    ["elke morgen eerst meten met apparat dan schrijf in boekje", [], [dunning]],
    ["I write it in a little book", [], [dunning]],
    ["ik bel wie zijn rekening niet betaalt", [dunning], []],
    ["elke week 1 uur praten met haar", [], [adapting]],
    ["talking with people every week", [], [adapting]],
    ["ik praat langzaam met haar", [adapting], []],
    ["boter en walnoot erop dan oven", [baking], [bakeryOvens, industrialOvens]],
    ["boter erop dan in oven", [baking], [bakeryOvens, industrialOvens]],
    ["butter on it, then in the oven", [baking], [bakeryOvens, industrialOvens]],
    ["smiddags de broodjes afbakken in de oven", [bakeryOvens], []],
    ["baking off rolls in the oven", [bakeryOvens], []],
    ["in de bakkerij zette ik alles in de oven", [bakeryOvens], []],
    ["met de grote oven in de fabriek", [bakeryOvens, industrialOvens], []],
    ["ik schiet de broodjes in de oven van de supermarkt", [bakeryOvens], []],
    ["working the bread oven", [bakeryOvens], []],
    ["I ran the big oven at the factory", [bakeryOvens, industrialOvens], []],
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
    ["nl", "help met douchen", "help met wassen"],
    ["nl", "ik help haar met douchen", "help haar met wassen"],
    ["en", "help with showering", "help to wash and dress"],
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

describe("cutting among sewing is cutting cloth", () => {
  test.for([
    ["nl", "dan knippen", "eerst meten dan knippen spelden en naaien met machine", "stof knippen"],
    ["nl", "dan knippen", "eerst wassen dan knippen", "dan knippen"],
    ["nl", "haar knippen", "haar knippen en naaien", "haar knippen"],
    ["en", "then cutting", "first measure then cutting and sewing", "cut fabric"],
    ["en", "then cutting", "first wash then cutting", "then cutting"],
  ] as const)("%s: “%s” in “%s”", ([language, said, sentence, expected]) => {
    expect(doneAmong(sentence, language)(said)).toBe(expected);
  });
});
