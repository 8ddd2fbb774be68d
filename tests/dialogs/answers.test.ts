import { describe, expect, test } from "vitest";
import { phrases } from "../../src/dialogs/answer-phrases.ts";
import { afterRefusal, choiceNumber, correctedWords, correctedYear, meaningOf, statedAge } from "../../src/dialogs/answers.ts";
import { questionToBot } from "../../src/dialogs/questions-to-bot.ts";
import { declinesMore, saysThereIsNone } from "../../src/dialogs/denials.ts";

test.for(["ik kan heel goed lezen", "ik lees heel goed", "ik kan echt goed koken", "ik kan niet goed koken"])(
  "“%s” asks for nothing plainer",
  (said) => {
    expect(meaningOf(said)).toBeNull();
  },
);

describe("short answers", () => {
  test.for([
    ["ja hoor", "yes"],
    ["Klopt!", "yes"],
    ["jaaaaa", "yes"],
    ["👍", "yes"],
    ["kloptt", "yes"],
    ["nee joh", "no"],
    ["Nee, dat klopt niet.", "no"],
    ["nvt", "skip"],
    ["N.v.t.", "skip"],
    ["dat was ales", "nothing_more"],
    ["nee, verder niks", "nothing_more"],
    ["that was all", "nothing_more"],
    ["dat heb ik al gezegd", "already_said"],
    ["weet ik niet", "dont_know"],
    ["stop maar", "stop"],
    ["stop maar voor vandaag", "stop"],
    ["stop for today", "stop"],
    ["hou op voor nu", "stop"],
    ["ik moet stoppen nu, ben moe", "stop"],
    ["sorry ik moet nu even stoppen", "stop"],
    ["I have to stop now, I am tired", "stop"],
    ["foutje", "undo"],
    ["o nee foutje, dat klopt niet", "undo"],
    ["dat was per ongeluk", "undo"],
    ["sorry verkeerde knop gedrukt", "undo"],
    ["ik heb me vergist", "undo"],
    ["oh sorry, that was by mistake", "undo"],
    ["snap ik niet", "unclear"],
    ["snap ik nit", "unclear"],
    ["wat bedoel je?", "unclear"],
    ["ik begrijp de vraag niet", "unclear"],
    ["I don't understand", "unclear"],
    ["what does that mean?", "unclear"],
    ["?", "unclear"],
    ["ik snap vraag niet", "unclear"],
    ["sorry ik begrijp het nog niet goed", "unclear"],
    ["I don't really get this question", "unclear"],
    ["wat?", "unclear"],
    ["moeilijk", "unclear"],
    ["nie", "no"],
    ["nou vooruit dan, begin maar", "yes"],
    ["vanzelfsprekend", "yes"],
    ["obviously", "yes"],
    ["is the pope a catholic", "yes"],
    ["ik lees nie zo goed hoor", "unclear"],
    ["te veel lezen voor mij", "unclear"],
    ["too much reading for me", "unclear"],
    ["i can't read very well", "unclear"],
    ["haal weg", "remove"],
    ["weg ermee!", "remove"],
    ["delete it", "remove"],
    ["geen diploma", "skip"],
    ["hallo ben terug", "go_on"],
    ["wis alles", "erase"],
    ["deze telefoon wordt gedeeld", "wipe_device"],
    ["english please", "to_english"],
    ["back to english", "to_english"],
    ["liever in het nederlands", "to_dutch"],
    ["gewoon nee", "no"],
    ["geen van deze", "no"],
    ["in mijn eigen woorden", "own_words"],
    ["nee iets anders", "something_else"],
    ["kan ik met iemand praten", "person"],
    ["can i talk to a person", "person"],
    ["geen zin meer", "stop"],
    ["kan ik iemand bellen", "person"],
    ["code", "come_back"],
    ["Hoe kom ik terug?", "come_back"],
    ["how do i come back", "come_back"],
    ["ik heb een code", "come_back"],
    ["terug", "undo"],
    ["ik ben moe", "tired"],
    ["pff ben moe hoor", "tired"],
    ["i'm so tired", "tired"],
    ["te veel vragen!!", "tired"],
    ["gast stop nou met vragen", "stop"],
  ] as const)("“%s” means %s", ([text, meaning]) => {
    expect(meaningOf(text)).toBe(meaning);
  });

  test("every way of saying it is told apart from all others", () => {
    const listed = Object.entries(phrases).flatMap(([meaning, ways]) => ways.map((way) => `${way}: ${meaning}`));
    const understood = Object.values(phrases).flatMap((ways) => ways.map((way) => `${way}: ${meaningOf(way)}`));
    expect(understood).toEqual(listed);
  });

  test.for([
    "Ik help mijn moeder",
    "stoppen met roken heb ik zelf geleerd",
    "ik moet stoppen met roken",
    "I want to stop smoking",
    "ja ik kook elke dag voor zes mensen thuis",
    "ik wis ramen",
    "wis ales",
    "ik ben niet moe",
    "ik word snel moe",
    "ik begrijp de klanten niet altijd goed",
    "per ongeluk leren lassen",
    "learned welding by accident",
    "ik leerde per ongeluk goed koken",
    "foutjes zoek ik op",
  ])("“%s” is a story, no command", (text) => {
    expect(meaningOf(text)).toBeNull();
  });
});

test.for([
  ["1", 1],
  ["2.", 2],
  ["optie 3", 3],
  ["de tweede", 2],
  ["12", null],
  ["ik heb 2 kinderen", null],
] as const)("“%s” picks choice %s", ([text, number]) => {
  expect(choiceNumber(text)).toBe(number);
});

describe("how old somebody says to be", () => {
  test.for([
    ["ik ben 14", 14],
    ["Ik ben 15 jaar oud", 15],
    ["i'm 13 years old and i like football", 13],
    ["ik ben 15 jaar kassamedewerker geweest", null],
    ["ik ben 9 uur per dag bezig", null],
    ["ik ben 3 jaar weg geweest", null],
    ["ik ben 9 en een half jaar verzorgende geweest", null],
    ["ik ben 12 jaar en 3 maanden werkloos", null],
    ["ik ben 15 en ik werk bij de bakker", 15],
    ["mijn zoon is 12", null],
  ] as const)("“%s”: %s", ([text, age]) => {
    expect(statedAge(text)).toBe(age);
  });
});

describe("questions to the bot", () => {
  test.for([
    ["Kan mijn baas dit lezen?", "who_reads"],
    ["hoe lang duurt dit nog", "how_long"],
    ["krijgt de gemeente dit te zien?", "who_reads"],
    ["krijgt de gemeente dit te zien", "who_reads"],
    ["ziet het UWV dit ook", "who_reads"],
    ["kan de jobcoach meelezen?", "who_reads"],
    ["delen jullie mijn gegevens met anderen?", "who_reads"],
    ["wordt dit doorgegeven aan de sociale dienst", "who_reads"],
    ["can the job centre see this?", "who_reads"],
    ["can the council read what I type", "who_reads"],
    ["will my employer get this", "who_reads"],
    ["do you share my data?", "who_reads"],
    ["do you pass this on to the job center", "who_reads"],
    ["verkopen jullie mijn gegevens?", "sold"],
    ["worden mijn gegevens verkocht", "sold"],
    ["verkoop je dit door?", "sold"],
    ["do you sell my data", "sold"],
    ["is my information sold to anyone?", "sold"],
    ["Ik verkoop brood en dit doe ik elke dag", null],
    ["Waarom vraag je dat?", "why"],
    ["hoezo vraag je dat", "why"],
    ["we sell everything at the market", null],
    ["I share the work with my colleagues", null],
    ["de gemeente geeft me een uitkering", null],
    ["ik zie de baas elke week", null],
    ["mag ik iets vertellen over de gemeente?", null],
    ["hoeveel vragen nog", "how_long"],
    ["ik ben moe. hoe lang nog??", "how_long"],
    ["hoe langer ik daar werkte hoe leuker ik het vond", null],
    ["Waarom vraag je dat?", "why"],
    ["ben je een robot?", "are_you_human"],
    ["is dit echt of computer?", "are_you_human"],
    ["am I talking to a computer", "are_you_human"],
    ["wat bewaar je?", "what_kept"],
    ["wat doe je eigelijk met me gegevens", "what_kept"],
    ["wat gebeurd er met mn gegevens", "what_kept"],
    ["wheres my info going", "what_kept"],
    ["blijft dit geheim", "who_reads"],
    ["is dit wel privé", "who_reads"],
    ["is it private", "who_reads"],
    ["is this safe with you", "who_reads"],
    ["wat bewaar je van mij", "what_kept"],
    ["wat gebeurt er met mijn gegevens?", "what_kept"],
    ["hoe lang bewaar je dit?", "what_kept"],
    ["what do you keep?", "what_kept"],
    ["kan ik altijd stoppen?", "stopping"],
    ["can i stop?", "stopping"],
    ["kan ik straks mijn antwoord nog veranderen?", "change_answer"],
    ["Ik lees elke dag voor aan wie dat wil, aan oude mensen die niet meer goed kunnen zien en dat graag horen in de middag", null],
    ["ik repareer fietsen", null],
  ] as const)("“%s”: %s", ([text, question]) => {
    expect(questionToBot(text)).toBe(question);
  });
});

test("a year is corrected with or without the old one", () => {
  expect(correctedYear("nee, dat was 2019")).toEqual({ from: null, to: "2019" });
  expect(correctedYear("niet in 2018 maar in 2019")).toEqual({ from: "2018", to: "2019" });
  expect(correctedYear("nee, dat was niet in 2018")).toBeNull();
  expect(correctedYear("no that was not 2018")).toBeNull();
  expect(correctedYear("in 2019 begon ik bij de bakker en daar leerde ik brood bakken en inpakken")).toBeNull();
});

test("words are corrected with “niet … maar …”", () => {
  expect(correctedWords("niet bakkerij Jansma maar bakkerij Hiemstra")).toEqual({ from: "bakkerij Jansma", to: "bakkerij Hiemstra" });
  expect(correctedWords("ik kan niet koken maar bakken wel")).toBeNull();
});

test.for([
  ["geen van die. gewoon koken", "gewoon koken"],
  ["neee, koken", "koken"],
  ["none of these, just cooking", "just cooking"],
  ["neef helpen", "neef helpen"],
  ["nee", "nee"],
] as const)("“%s” to other skills means “%s”", ([text, meant]) => {
  expect(afterRefusal(text)).toBe(meant);
});

test.for([
  ["neee geen andere hobby", true],
  ["nee verder heb ik niks", true],
  ["nee geen hobby maar wel koken", false],
  ["ik heb geen auto maar fiets", false],
  ["nee ik kook", false],
] as const)("“%s” says that there is no more: %s", ([text, declines]) => {
  expect(declinesMore(text)).toBe(declines);
});

describe("there is nothing to tell of what was asked", () => {
  test.for([
    "school niet meer",
    "cursus nooit gedaan",
    "ik ben niet naar school geweest",
    "nee vrijwilligers werk doe ik niet",
    "geen eigen zaak",
    "never went to school",
    "I don't have a hobby",
    "no courses or diplomas",
  ])("“%s”", (said) => {
    expect(saysThereIsNone(said)).toBe(true);
  });
  test.for(["ik was op school niet goed in rekenen", "geen school maar wel veel gewerkt", "werk", "niet moeilijk werk", "no I cook at school"])(
    "“%s” tells something",
    (said) => {
      expect(saysThereIsNone(said)).toBe(false);
    },
  );
});

test.for([
  ["nee dat is alles", "nothing_more"],
  ["nee, dat was het hoor", "nothing_more"],
  ["no that is all", "nothing_more"],
  ["oeps fout ik bedoel nee", "undo"],
  ["sorry ik bedoel nee", "undo"],
  ["oops I meant no", "undo"],
] as const)("“%s” means %s", ([said, meaning]) => {
  expect(meaningOf(said)).toBe(meaning);
});

test.for(["ik bedoel nee zeggen tegen klanten", "nee ik kook soep", "oeps ik heb ook gepoetst"])("“%s” is a story still", (said) => {
  expect(meaningOf(said)).toBeNull();
});
