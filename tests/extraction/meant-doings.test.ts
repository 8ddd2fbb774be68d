import { expect, test } from "vitest";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";
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
  ["en", "reading bedtime stories to her", "read aloud to children"],
  ["en", "emptying bins", "empty the bins in the office every evening"],
  ["en", "emptying bins in the street", "emptying bins in the street"],
  ["en", "feeding my husband", "help somebody to wash, dress and eat"],
  ["en", "feeding the hens", "feeding the hens"],
  ["en", "I look after my mum", "I give care at home to my husband"],
  ["en", "paying bills", "manage my own money and pay the bills"],
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
