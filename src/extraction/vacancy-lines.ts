import type { Language } from "../domain/language.ts";

/** One thing that a vacancy says about the work or about who does it, as it stands there. */
export interface VacancyLine {
  readonly text: string;
  /** The same as the person who does the work would say it: "je maakt schoon" → "ik maakt schoon", near enough to be read. */
  readonly asTold: string;
}

/** More than any vacancy says about the work itself. */
const mostLines = 60;
const longestLine = 400;

/** Headings under which stands what one gets, who they are, and how to answer. */
const aboutThemselves =
  /(?:bied(?:en|t)|krijg(?:t|en)? (?:je|jij|u)|je krijgt|arbeidsvoorwaarden|ons aanbod|over ons|wie (?:zijn|wij)|solliciteer|solliciteren|interesse|contact|vragen\?|procedure|we offer|you get|what you(?:'|’)?ll get|benefits|about us|who we are|how to apply|apply|interested|salary|perks|extras|what(?:'|’)?s in it for you)/i;
/** Headings under which stands the work, and who can do it. */
const aboutTheWork =
  /(?:ga je doen|ga jij doen|gaat u doen|taken|werkzaamheden|functie-?(?:eisen|omschrijving|inhoud)|(?:wat|wie) (?:vragen|zoeken) (?:we|wij)|wij (?:vragen|zoeken)|wie ben (?:je|jij)|wat (?:breng|neem) (?:je|jij)|jouw profiel|profiel|eisen|verantwoordelijkheden|responsibilities|requirements|what you(?:'|’)?ll do|you will do|your (?:tasks|profile|role)|duties|^skills|who you are|what you(?:(?:'|’)?ll)? bring|about the (?:role|job)|over de (?:functie|baan)|bre?ng(?:t)? (?:je|jij|u) mee|what we ask|looking for)/i;
/** What one gets for it, or how to get it: never a skill that is asked. */
const offered =
  /(?:€|\beuro\b|\bEUR\b|salari|\bloon\b|\bcao\b|pensioen|vakantiedagen|vakantiegeld|reiskosten|bonus|dertiende maand|doorgroei|contract\b|proeftijd|parkeren|fruit|lunch|macbook|days (?:off|of holiday)|vrijmibo|laptop van de zaak|leaseauto|\bper (?:uur|maand|week)\b|\bwij bieden\b|\bwe bieden\b|salary|pension|holidays|vacation|allowance|permanent contract|\bwe offer\b|per (?:hour|month)|\bmail\b|@|www\.|https?:|\bcv\b|sollicit|motivatiebrief|\bapply\b|covering letter|\bbel(?:len)? (?:met|naar)\b)/i;

/** "Wat ga je doen?", "Requirements:", "Functie-eisen": names what follows, and asks nothing itself. */
function isHeading(line: string, about: RegExp): boolean {
  const words = line.split(/\s+/).length;
  const found = about.exec(line);
  if (found === null || words > 7) return false;
  return /[:?]$/.test(line) || (words <= 4 && found.index + found[0].length === line.length);
}

const bullets = /^[\s\-–—*•·▪◦●>✓✔+]+|^\d{1,2}[.)]\s+/u;

/** "De kandidaat kan lassen": a vacancy speaks of who does the work so, too. */
const theCandidate =
  /(?<!\p{L})(?:(?:de|onze|een|the|our|a) )?(?:(?:ideale|geschikte|nieuwe|ideal|successful|right) )?(?:kandidaat|sollicitant|candidate|applicant)(?!\p{L})/giu;

function asTold(vacancyText: string, language: Language): string {
  const text = vacancyText.replace(theCandidate, language === "nl" ? "je" : "you");
  return language === "nl"
    ? text.replace(/\bben (?:jij|je)\b/gi, "ben ik").replace(/\b(?:jij|je|u)\b/gi, (word) => (/^[A-Z]/.test(word) ? "Ik" : "ik"))
    : text.replace(/\byou (?:will|should|must|can) (?:be able to )?/gi, "I ").replace(/\byou\b/gi, "I");
}

/** "Medewerker keuken (24 uur)": a first line of a few words names the job, and asks nothing. */
function withoutTitle(vacancy: string): string {
  const [first = "", ...rest] = vacancy.trim().split(/\r?\n/);
  const isTitle = rest.length > 0 && first.split(/\s+/).length <= 8 && !/[.!?:,;]\s*$/.test(first) && !bullets.test(first);
  return isTitle ? rest.join("\n") : vacancy;
}

/** The lines of a vacancy that may ask a skill, without what the employer offers and how to apply. */
export function vacancyLines(vacancy: string, language: Language): readonly VacancyLine[] {
  let isAside = false;
  const lines: VacancyLine[] = [];
  for (const raw of withoutTitle(vacancy).split(/\r?\n|(?<=[.!?])\s+(?=\p{Lu})/u)) {
    const text = raw.replace(bullets, "").replace(/\s+/g, " ").trim().slice(0, longestLine);
    if (!/\p{L}{3}/u.test(text)) continue;
    const [, head = "", rest = ""] = /^(.{3,40}?):\s+(\S.*)$/u.exec(text) ?? [];
    if (head === "" && (isHeading(text, aboutTheWork) || isHeading(text, aboutThemselves))) {
      isAside = !aboutTheWork.test(text);
      continue;
    }
    if (head !== "" && aboutThemselves.test(head) && !aboutTheWork.test(head)) {
      isAside = true;
      continue;
    }
    if (isAside || offered.test(text) || text.endsWith("?")) continue;
    const told = head !== "" && aboutTheWork.test(head) ? rest : text;
    lines.push({ text: told, asTold: asTold(told, language) });
    if (lines.length === mostLines) break;
  }
  return lines;
}
