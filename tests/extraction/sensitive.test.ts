import { describe, expect, test } from "vitest";
import type { Language } from "../../src/domain/language.ts";
import { longestSafeSpan } from "../../src/extraction/safe-span.ts";
import { isAnothersMedicine, sensitiveSpans } from "../../src/extraction/sensitive.ts";

const found = (text: string, language: Language = "nl") =>
  sensitiveSpans(text, language).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe("what is not kept is found", () => {
  test.for([
    ["nl", "mijn vader heeft alzheimer", "health: alzheimer"],
    ["nl", "mijn vader heeft alzeimer", "health: alzeimer"],
    ["nl", "door mijn burn-out zat ik thuis", "health: burn-out"],
    ["nl", "ik geef haar insuline", "health: insuline"],
    ["nl", "ik kook halal want ik ben moslim", "religion: moslim"],
    ["nl", "ik ben kaderlid bij de FNV", "union: FNV"],
    ["nl", "ik ben gevlucht met mijn kinderen", "origin: ik ben gevlucht"],
    ["nl", "ik ben lesbisch en leid een koor", "orientation: ik ben lesbisch"],
    ["nl", "in de gevangenis leerde ik lassen", "detention: gevangenis"],
    ["nl", "ik zat in de schuldsanering", "money: schuldsanering"],
    ["nl", "mijn zus Annelies helpt ook", "person: Annelies"],
    ["nl", "dat deed Gerrit altijd", "person: Gerrit"],
    ["en", "I'm gay and I run the choir", "orientation: I'm gay"],
    ["en", "she had a stroke last year", "health: stroke"],
    ["en", "my boss Wyndham said yes", "person: Wyndham"],
    ["en", "after prison I trained as a chef", "detention: prison"],
    ["nl", "ik verzorg mijn zoon met down en kook", "health: down"],
    ["nl", "ik zing in het koor van de kerk", "religion: van de kerk"],
    ["nl", "moskee soms koken groep vrouwen", "religion: moskee"],
    ["en", "we cook food at the mosque", "religion: mosque"],
    ["nl", "Ik bid vijf keer per dag", "religion: Ik bid"],
    ["en", "I lead the choir in my church", "religion: in my church"],
    ["nl", "als Turkse vrouw sta ik mijn mannetje", "origin: als Turkse"],
    ["nl", "Ik kom uit Syrië en bakte brood", "origin: Ik kom uit Syrië"],
    ["nl", "ik ben geboren in Suriname", "origin: ik ben geboren in Suriname"],
    ["en", "I'm from Eritrea, I drove a truck", "origin: I'm from Eritrea"],
  ] as const)("$0: $1", ([language, said, span]) => {
    expect(found(said, language)).toContain(span);
  });
});

describe("a subject of work or study is not somebody's secret", () => {
  test.for([
    ["nl", "een cursus omgaan met dementie"],
    ["nl", "bewoners met dementie begeleid ik bij het eten"],
    ["nl", "ik werk precies en bak brood"],
    ["nl", "blind typen doe ik nog"],
    ["en", "I drive in Spain and Sweden, then Rotterdam"],
    ["en", "I add up the numbers in Excel and Python"],
    ["nl", "ik reed internationaal en loste vracht in Polen"],
    ["en", "I keep the church website updated"],
    ["en", "I write everything down and sit down with people"],
  ] as const)("$0: $1", ([language, said]) => {
    expect(found(said, language)).toEqual([]);
  });
});

describe("the longest stretch of a quote without it", () => {
  const safe = (text: string, ...cut: string[]) => {
    const spans = cut.map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }));
    const span = longestSafeSpan(text, { start: 0, end: text.length }, spans);
    return span && text.slice(span.start, span.end);
  };
  test.for([
    ["ik kook zonder zout vanwege haar bloeddruk", ["bloeddruk"], "ik kook zonder zout"],
    ["met mijn zus Annelies organiseer ik het straatfeest", ["Annelies"], "organiseer ik het straatfeest"],
    ["ik zet de tafels klaar", [], "ik zet de tafels klaar"],
    ["ik zet koffie in de moskee", ["moskee"], "ik zet koffie"],
    ["ik zorg voor mijn man hij heeft kanker", ["kanker"], "ik zorg voor mijn man"],
    ["na mijn burn-out ruimde ik alles op", ["burn-out"], "ruimde ik alles op"],
    ["toen de bakker ziek werd heb ik brood gebakken", ["ziek"], "heb ik brood gebakken"],
    ["sinds mijn man depressief is doe ik de boekhouding", ["depressief"], "doe ik de boekhouding"],
    ["in de moskee was ik de vloeren", ["moskee"], "was ik de vloeren"],
    ["ik ben moslim", ["moslim"], null],
    ["Annelies", ["Annelies"], null],
  ] as const)("%s", ([text, cut, left]) => {
    expect(safe(text, ...cut)).toBe(left);
  });
});

test.for([
  ["nl", "minder zwaar werk, rug pijn", "rug pijn"],
  ["nl", "ik heb pijn in mijn knie", "pijn in mijn knie"],
  ["nl", "mijn man heeft suiker", "suiker"],
  ["en", "lighter work, back pain", "back pain"],
] as const)("%s: “%s” tells of health", ([language, said, part]) => {
  expect(sensitiveSpans(said, language).map(({ start, end }) => said.slice(start, end))).toContain(part);
});

test.for(["ik kook zonder suiker", "ik heb suiker in de thee gedaan", "ik heb suiker gekocht"])("“%s” tells of no health", (said) => {
  expect(sensitiveSpans(said, "nl")).toEqual([]);
});

test.for([
  ["haar medicijnen", true],
  ["z’n pillen", true],
  ["de pillen", false],
  ["die pillen", false],
  ["medicatie", false],
  ["meds", false],
  ["de pil", false],
  ["haar pil", false],
  ["the pill", false],
  ["his tablets", true],
  ["mijn medicijnen", false],
  ["my meds", false],
  ["medicijnen tegen epilepsie", false],
  ["haar pillen voor het hart", false],
  ["insuline", false],
] as const)("“%s”: another's medicine, and no more: %s", ([stretch, isOnlyThat]) => {
  expect(isAnothersMedicine(stretch)).toBe(isOnlyThat);
});
