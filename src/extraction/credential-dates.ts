import { credentialKinds } from "./credential-kinds.ts";
import { plain } from "./words.ts";

const dates = [
  /\b(?:valid (?:till|until|to)|geldig tot|tot|until|till) (?:\p{L}+ )?(?:19|20)\d{2}\b/iu,
  /\b(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|march|apr(?:il)?|mei|may|juni|june|juli|july|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?) (?:19|20)\d{2}\b/i,
  /\b(?:19|20)\d{2}\b/,
  /\b(?:vorig jaar|dit jaar|vorige maand|last year|this year|last month|een jaar geleden|\d+ jaar geleden|\d+ years ago)\b/i,
] as const;

/** "is niet 2015", "not from 2019": a year that it is not. */
const notThen = /\b(?:niet|not) (?:(?:in|uit|van|from|of) )?(?:19|20)\d{2}\b/giu;

/** What else has a year in a life: "en in 1991 ben ik hier gekomen" is no year of the school before it. */
const otherEvent =
  /(?<!\p{L})(?:gekomen|verhuisd|getrouwd|gescheiden|geboren|gevlucht|bevallen|gewerkt|werken|werk(?:te)?|(?:begonnen|gestart|aan de slag) (?:bij|als)|moved|came|come|married|divorced|born|fled|worked|working|(?:started|began) (?:at|as))(?!\p{L})/iu;

/** The first date in the first text that has one, as told; null where none has. */
export function dateIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    for (const pattern of dates) {
      const match = pattern.exec(text.replace(notThen, " "));
      if (match) return match[0];
    }
  }
  return null;
}

/** True for words with a year that is of something else in somebody's life than a paper. */
export const isOtherEvent = (text: string): boolean => otherEvent.test(plain(text));

interface Half {
  readonly text: string;
  readonly start: number;
}

function halvesOf(text: string): readonly Half[] {
  const starts = [0, ...[...text.matchAll(/(?<=\s)(?:en|and|plus|maar|but)\s/giu)].map(({ index }) => index)];
  return starts.map((start, at) => ({ text: text.slice(start, starts[at + 1]), start }));
}

const paperIn = (text: string) => credentialKinds.find(({ pattern }) => pattern.test(text));

/**
 * The words of a clause in which a date of this paper may stand, the nearest first: a year belongs to the thing in its own
 * half. Of two papers of one kind the year behind the last is of both ("bhv en ehbo in 2018"); a school shares none with a licence.
 * @param from where the paper is named in the clause
 */
export function datedWords(clause: string, from: number, isCertificate: boolean): readonly string[] {
  const halves = halvesOf(clause);
  const own = halves.findLast(({ start }) => start <= from) ?? { text: clause, start: 0 };
  const others = halves.filter((half) => {
    if (half === own || isOtherEvent(half.text)) return false;
    const paper = paperIn(half.text);
    if (paper === undefined) return true;
    const named = paper.pattern.exec(half.text)?.index ?? 0;
    return half.start > own.start && isCertificate && paper.certificate === true && dateIn([half.text.slice(0, named)]) === null;
  });
  return [own.text.slice(from - own.start), own.text, ...others.map(({ text }) => text)];
}
