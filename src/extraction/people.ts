import { type Kin, kinWords } from "../domain/kin.ts";
import type { Language } from "../domain/language.ts";
import type { Span } from "../domain/utterance.ts";
import { plain } from "./words.ts";

/**
 * First names that are common in the Netherlands, Flanders and Britain, of many origins; those that are ordinary words
 * in one of our languages ("Will", "Rob", "Jet", "Mark") count only with a capital and in the middle of a sentence.
 */
const firstNames = new Set(
  `aad aafke aaltje aaron abdel abdul abdullah abel achmed adam adil adriaan ahmad ahmed aicha aisha akram albert alejandro aleksandra alex
  alexander alexandra alfred ali alice alicia alina alison amal amanda amber amina amir amira amy ana anas andre andrea andreas andrei andrew
  andrzej angela angelique anil anita anja anke ankie ann anna anne anneke annelies annemarie annie anouk anton antonio antoon anwar arda arend
  arie arjan arnold arthur asha ashley astrid ayse aysel ayoub bart barbara bas bashir beatrice becky ben bernard bert berta bianca bilal bob
  bogdan bram brandon brenda brian bruno carla carlos carmen carol caroline catherine cees celine charles charlie charlotte chris christiaan
  christina christine cindy claire clara claudia colin connie coen cor corrie cristina daan daisy dan daniel danielle danny david davy dawid dawn
  debbie deborah deniz dennis derek diana diane dick diego dilek dimitri dina dirk dmitri dolf donna doris dorothy douglas dylan ed edward edwin
  eefje elena eline elif elizabeth ella ellen ellie els elsa elly emily emine emma emre eric erik erika ernst esra esther eva evelien evelyn ewa
  fadi fahad farah farid fatih fatima fatma femke ferdi fiona floor floris frank frans fred freek frits gabriel gareth gary geert george
  gerard gerda gerrit gert gijs gina giovanni glenn gloria gordon graham greet greg greta gulsen hamid hamza hank hannah hanneke hans harm harriet
  harry hasan hassan heather hedwig heidi helen helena helga hendrik henk henny henry herman hilda hilde hugo husein hussein huub iain ian ibrahim
  ida ilse imran ine ineke inge ingrid ioana irene iris irma isa isabel ismail ivan ivo jaap jack jackie jacob jacqueline jacques jakub jamal
  james jamie jan jana jane janet janine janneke jasmijn jason jasper jay jeanette jelle jennifer jenny jeroen jerzy jessica jill jim jo joan joanna
  job joep johan johanna john johnny jolanda jonas jonathan joop joost jordy jorge jorn jos jose josef joseph joshua joyce juan judith julia julian
  julie justin kaat karel karen karim karin karl kate katarzyna kath kathleen katie katrien kees keith kelly kemal ken kenneth kenza kevin khadija
  khaled kim kirsten klaas koen koos kris krzysztof kyle lars latifa laura lauren lea lee leila lena leo leon lewis lia lien lieke lien linda lindsay
  lisa lisanne lize liz lizzy loes lotte lou louis louise luca lucas lucy luis luka lydia maaike maarten maciej magda mahmoud malika marcel marco
  margaret margriet maria mariam mariana marianne marie marieke marijke marina mario marion marit marjan marleen marlies marta martha martijn martin
  marwan mary maryam mateusz matt matthew matthijs maud maureen mehmet mehdi mees megan melanie melissa merel meryem mia michael michel michelle
  miep mieke mien mike miranda mirela miriam mirjam mo mohamed mohammad mohammed mona monica monique moniek moustafa muhammad murat mustafa myriam
  nabil nadia nancy naomi natalia natalie natasja nathan neil nel nicole nicky nico niek niels nigel nikki nina noah noor nora norma olga olivia omar
  oscar osman oumaima pablo pamela pascal patricia patrick paul paula pauline pawel pedro peggy peter petra philip pia piet pieter piotr priya
  rachel rachid raf rafael rahul raj ralf ramon rania rashid raymond rebecca remco renate rene reza ria ricardo richard rick rik rita rob robert
  roberto robin roel roger roland ronald ronnie roos rosa rosie ruben rudi rutger ruth ryan saar sabine sabrina sadia said salim salma sam samantha
  samir samira samuel sander sandra sanne sara sarah saskia scott sean sebastian selma serena sergei sharon sheila shirley sibel silvia simon simone
  sjaak sjors sjoerd sofia sofie sonia sonja sophie stan stefan stefanie stella stephanie stephen steve steven stijn stuart sue sultan susan susanne
  suzan suze svetlana sylvia sylvie tamara tanja tara tariq ted teddy teun theo thea thera thijs thomas tim timo tina tineke tjeerd tobias tom tomasz
  tommy tonny tony toos tracey trees trudy truus ursula valentina vanessa vera veronica victor victoria vincent viktor walter wanda wendy wesley
  wies willem wilma wim wouter xander yara yasin yasmin yasmina yassin yassine yolanda youssef yusuf yvonne zainab zara zeynep zoe zofia`.split(
    /\s+/,
  ),
);
/** Names that are also words; never taken for a name at the start of a sentence or in small letters. */
const alsoWords = new Set(
  "will mark rob jet bas ben sam job jo ed els nel joy may june april rose grace faith hope ivy ria roos floor merel saar kim dan mo lee jan art frank max lot ine dawn jack bob eve said kaat mees raf carol sue bill harry stan isa bart van cor dick norma ida ewa ana ken sultan rick lou iris victor herman asha dina salma".split(
    " ",
  ),
);

/** Of one alone: "ouders Turks leren" names nobody. */
const onesKin: readonly Kin[] = ["parent", "grandparent", "auntOrUncle", "spouse", "partner", "sibling", "sonOrDaughter", "cousin", "youngCousin"];
const relation: Record<Language, RegExp> = {
  nl: new RegExp(
    `(?:(?<!\\p{L})(?:${kinWords(onesKin, ["nl"])})|\\p{L}*(?:man|vrouw)|vriend|vriendin|collega|baas|chef|meneer|mevrouw|dhr\\.?|mevr\\.?|teamleider|manager|heet|juf|meester|dokter|maat|kleine|ene|ex)\\s+$`,
    "iu",
  ),
  en: new RegExp(
    `(?:(?<!\\p{L})(?:${kinWords(onesKin, ["en"])})|friend|mate|neighbour|neighbor|colleague|boss|mr\\.?|mrs\\.?|ms\\.?|miss|manager|called|named|teacher|chef|little|coach|old)\\s+$`,
    "iu",
  ),
};

export interface NameSpan extends Span {
  readonly name: string;
}

/** Where other people are named: by a known first name, or by a capital after "mijn zus", "my boss" or "meneer". */
export function namesIn(text: string, language: Language): NameSpan[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}@./-])\p{L}[\p{L}'’-]*\p{L}(?![\p{L}\p{N}@])/gu)].flatMap((match): NameSpan[] => {
    const start = match.index ?? 0;
    const said = match[0].replace(/['’]s$/, "");
    const word = plain(said);
    const capital = /^\p{Lu}\p{Ll}/u.test(said);
    // As much as a word of kin and what stands between; all that went before, for each name, takes the square of its length.
    const before = text.slice(Math.max(0, start - 80), start);
    const opens = /(?:^|[.!?\n]\s*)$/.test(before);
    const known = firstNames.has(word) && (alsoWords.has(word) ? capital && !opens : capital || (word.length > 4 && !isCommon(word)));
    const related = capital && !opens && relation[language].test(before) && !notNames.test(said);
    if (!known && !related) return [];
    if (known && /(?:\b(?:ik ben|ik heet|mijn naam is|i am|i'm|my name is|this is|it's)\s+)$/i.test(before))
      return [{ name: said, start, end: start + said.length }];
    return [{ name: said, start, end: start + said.length }];
  });
}

/** Known first names that people also write in small letters as words. */
const isCommon = (word: string) =>
  [
    "robin",
    "jasper",
    "daisy",
    "amber",
    "gloria",
    "carmen",
    "scott",
    "bruno",
    "frits",
    "charlie",
    "stella",
    "clara",
    "heather",
    "job's",
    "joost",
    "marina",
    "jolanda",
    "trees",
  ].includes(word);

/** Capitalised after "man" or "friend" without being a name: months, languages, places that occur so. */
const notNames =
  /^(?:Nederland(?:s|se)?|Engels(?:e)?|Duits(?:e)?|English|Dutch|German|January|February|March|April|May|June|July|August|September|October|November|December|Ik|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;
