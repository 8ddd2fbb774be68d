import { expect, test } from "vitest";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";
import { cleaningSpelledOut } from "../../src/extraction/cleaning-row.ts";
import { meantInFull } from "../../src/extraction/meant-doings.ts";

test.for([
  ["nl", "eerst prulbak legen", "eerst elke dag de prullenbakken op kantoor legen"],
  ["nl", "prullenbakken legen in het park", "prullenbakken legen in het park"],
  ["nl", "ik geef mijn man eten", "ik iemand helpen met wassen, aankleden en eten"],
  ["nl", "ik geef de kippen eten", "ik geef de kippen eten"],
  ["nl", "ik zorg voor mijn zieke man", "ik geef thuis zorg aan mijn man"],
  ["nl", "ik zorg voor planten", "ik zorg voor planten"],
  ["nl", "rekening betalen en brieven", "het geld van de maand plannen en brieven"],
  ["nl", "rekeningen betalen voor klanten", "rekeningen betalen voor klanten"],
  ["nl", "boekje lezen samen", "aan kinderen voorlezen"],
  ["nl", "boeken lezen", "boeken lezen"],
  ["nl", "ik kook in moskee voor 100 mensen", "koken voor veel mensen"],
  ["nl", "voor 80 man koken", "koken voor veel mensen"],
  ["nl", "ik kook soms voor grote groepen", "koken voor veel mensen"],
  ["nl", "ik kook voor 4 mensen", "ik kook voor 4 mensen"],
  ["nl", "ik kook voor mensen met een dieet, voor 30 mensen", "ik kook voor mensen met een dieet, voor 30 mensen"],
  ["en", "I cook at the mosque for 100 people", "cooking for many people"],
  ["en", "cooking for big groups", "cooking for many people"],
  ["en", "I cook for 3 people", "I cook for 3 people"],
  ["en", "reading bedtime stories to her", "read aloud to children"],
  ["en", "emptying bins", "empty the bins in the office every evening"],
  ["en", "emptying bins in the street", "emptying bins in the street"],
  ["en", "feeding my husband", "help somebody to wash, dress and eat"],
  ["en", "feeding the hens", "feeding the hens"],
  ["en", "I look after my wife", "I give care at home to my husband"],
  ["en", "I look after my mum", "I look after my mum"],
  ["nl", "Ik zorg al 4 jaar voor mn moeder", "Ik zorg al 4 jaar voor mn moeder"],
  ["nl", "ik zorg voor mijn moeder", "ik zorg voor mijn moeder"],
  ["nl", "er werkten 6 vrouwen voor mij", "ik leid een ploeg"],
  ["nl", "Bij ons vijf mensen werken onder mij", "Bij ons ik leid een ploeg"],
  ["nl", "ik werk met vijf mensen", "ik werk met vijf mensen"],
  ["nl", "dan pas ik op vrijdag op mijn kleindochter", "dan op kinderen passen"],
  ["nl", "ik pas op de kassa", "ik pas op de kassa"],
  ["nl", "ubuntu installeren", "programma's op de computer installeren"],
  ["nl", "keukens installeren", "keukens installeren"],
  ["en", "twelve people worked under me", "I lead a crew"],
  ["en", "I work under six people", "I work under six people"],
  ["en", "I mind my nephew on Fridays", "I look after children on Fridays"],
  ["en", "I mind if they are late", "I mind if they are late"],
  ["en", "keeping lonely neighbours company", "I sit with lonely people and listen to them"],
  ["en", "I run a company", "I run a company"],
  ["en", "I tell the others what to do", "I give instructions to the team"],
  ["en", "I take the calls", "I take the calls"],
  ["en", "I install ubuntu", "install software on the computer"],
  ["en", "making our own compost", "prepare the soil with compost"],
  ["en", "paying bills", "manage my own money and pay the bills"],
  ["nl", "er werkten 8 vrouwen bij ons", "er werkten 8 vrouwen bij ons"],
  ["nl", "ik pas de uitleg aan op mijn kinderen", "ik pas de uitleg aan op mijn kinderen"],
  ["nl", "in bed lees ik een boekje", "in bed lees ik een boekje"],
  ["nl", "rekening betalen op het terras", "rekening betalen op het terras"],
  ["nl", "ik doe de boeken weer op de plank", "ik doe de boeken weer op de plank"],
  ["nl", "ik doe de boeken van een winkel", "de boekhouding doen van een winkel"],
  ["nl", "ik doe de ramen open", "ik doe de ramen open"],
  ["nl", "ik doe alle ramen", "ramen wassen"],
  ["nl", "de poes, ik geef haar eten", "de poes, ik geef haar eten"],
  ["nl", "ik kook voor 15 euro", "ik kook voor 15 euro"],
  ["nl", "ik kook om vijf uur voor 40 bewoners", "koken voor veel mensen"],
  ["en", "I cook it for 45 minutes", "I cook it for 45 minutes"],
  ["en", "I do the Windows updates", "I do the Windows updates"],
  ["en", "keeping the company afloat", "keeping the company afloat"],
  ["en", "I do the books back in a box", "I do the books back in a box"],
  ["en", "feeding him, the old horse", "feeding him, the old horse"],
] as const)("%s: “%s” is searched for as “%s”", ([language, said, meant]) => {
  expect(meantInFull(said, language)).toBe(meant);
});

test.for(["mij man heeft suiker", "mij man werkt in fabriek", "mij zoon kookt elke dag"])("“%s” tells of another, as “mijn” does", (said) => {
  expect(extractEmbedded({ id: "u", text: said, about: null }, "nl").candidates).toEqual([]);
});

test.for([
  ["nl", "ook mij kleinzoon 4 jaar. ik speel met hem", "ik speel met mijn kleinzoon"],
  ["nl", "mijn dochter is 3. ik pas op haar", "ik pas op mijn dochter"],
  ["nl", "mijn man is ziek. ik praat met hem", "ik praat met hem"],
  ["en", "my grandson is 4. I play with him", "I play with my grandson"],
] as const)("%s: “%s”: a child that was named stands where it is pointed at", ([language, said, meant]) => {
  const { candidates } = extractEmbedded({ id: "u", text: said, about: "family_care" }, language);
  expect(candidates.map((each) => each[language])).toContain(meant);
});

test.for([
  ["nl", "dan dweil", ["vloeren dweilen"]],
  ["nl", "eerst prulbak legen, dan stofzuig, dan dweil", ["eerst elke dag de prullenbakken op kantoor legen", "dan stofzuig", "vloeren dweilen"]],
  ["nl", "eerst stof dan stofzuig dan dweil", ["stof afnemen", "stofzuig", "vloeren dweilen"]],
  ["nl", "stofzuig dweil poets", ["stofzuig", "vloeren dweilen", "poets"]],
  ["nl", "wc poets, stof, dweil", ["wc poets", "stof afnemen", "vloeren dweilen"]],
  ["nl", "eerst veeg, dan dweil", ["vloeren vegen", "vloeren dweilen"]],
  ["nl", "eerst meten, dan stof", ["eerst meten", "dan stof"]],
  ["nl", "ik dweil de gangen", ["ik dweil de gangen"]],
  ["en", "then mop", ["mop the floors"]],
  ["en", "I vacuum then mop", ["vacuum surfaces", "mop the floors"]],
  ["en", "first dust, then hoover", ["dust the furniture", "vacuum surfaces"]],
  ["en", "I mop the corridors", ["I mop the corridors"]],
] as const)("%s: “%s”: bare verbs in a row of cleaning are each searched for with what they are done to", ([language, said, meant]) => {
  const { candidates } = extractEmbedded({ id: "u", text: said, about: "paid_work" }, language);
  expect(candidates.map((each) => each[language])).toEqual(meant);
});

test.for([
  ["nl", "dan stof", "ik naai, dan stof"],
  ["nl", "dan veeg", "in de straat eerst prikken, dan veeg"],
  ["nl", "dan dweil ik de gang", "dan dweil ik de gang"],
  ["en", "then dust", "first the pattern, then dust"],
  ["en", "then sweep", "first the litter in the street, then sweep"],
] as const)("%s: “%s” in “%s” stays as it was said", ([language, said, all]) => {
  expect(cleaningSpelledOut(all, language)(said)).toBe(said);
});
