import type { Span } from "../domain/utterance.ts";
import { rule, word } from "./planted-words.ts";

/** Data, markup and code: never how anybody tells of their day. */
const shapes: readonly RegExp[] = [
  /<(script|style|svg|system|systeem|user|assistant|instructions?|instructie|opdracht|prompt|tool|skill|data)\b[^>]{0,400}>[\s\S]*?<\/\1>/gu,
  // An element that is dressed, most often so that nobody sees it.
  /<([a-z]{1,12})\s[^<>]{0,400}(?:style|hidden|class|color|font|size)[^<>]{0,400}>[\s\S]*?<\/\1>/gu,
  // Any element that is not of plain writing.
  /<(?!(?:b|i|u|s|p|a|em|strong|br|div|span|ul|ol|li|h[1-6]|blockquote|code|font|small|big|sub|sup|mark|at)\b)([a-z][\w:.-]{1,30})[^<>]{0,200}>[\s\S]*?<\/\1>/gu,
  /<!--[\s\S]*?(?:-->|$)/gu,
  /<[^<>\s][^<>]{0,400}>/gu,
  /\{\s*"[\s\S]*\}/gu,
  /(?:\b[\w-]{2,20}\s*[:=]\s*[\w./:#-]+\s*[,;]\s*)+[\w-]{2,20}\s*[:=]\s*(?:true|false|[\d.]+)(?!\w)/gu,
  // Calls and queries, and rows of quoted values.
  /\b[\w$]{2,40}(?:\.[\w$]{2,40})+\([^)\n]{0,1000}\)/gu,
  /\b(?:insert into|update \w+ set|select .{1,80} from|delete from)\b[^\n]*/gu,
  /[[(]\s*(?:(['"])[^'"\n]{1,200}\1\s*,\s*)+(['"])[^'"\n]{1,200}\2\s*[\])]/gu,
  /```[\s\S]*?(?:```|$)/gu,
  /!?\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)/gu,
  /\b(?:https?|data|javascript|urn):[^\s,]+/gu,
  // Rows of a table, and of a file of values.
  /(?:^|\n)(?:[ \t]*\|[^\n]*\|[ \t]*(?:\n|$)){2,}/gu,
  /(?:^|\n)(?:[^;,\n]+(?:;[^;\s][^;\n]*){2,}(?:\n|$)){2,}/gu,
  /(?:^|\n)(?:[^,\n]+(?:,[^,\s][^,\n]*){2,}(?:\n|$)){2,}/gu,
  /(?:^|\n)(?:[^\t\n]+(?:\t[^\t\n]+){2,}(?:\n|$)){2,}/gu,
  // A form that was filled in: numbered skills, boxes that are ticked.
  /(?:(?:^|\n)(?:naam|name)\s*:[^\n]*)?(?:(?:^|\n)[^\n]*(?:\[[x✓✔]\]|(?:skill|vaardigheid|competentie|competence)\s*\d{1,2}\s*:)[^\n]*){2,}/gu,
  // A list under a key, with what a record says of itself beside it: "verified: true".
  /(?:^|\n)[\w -]{2,30}:[ \t]*\n(?:[ \t]*-[^\n]*\n){1,60}(?:[ \t]*[\w -]{2,30}:[^\n]*\n)*[ \t]*(?:\w+ )?(?:status|verified|confirmed|approved|proven|bevestigd|goedgekeurd|geverifieerd|bewezen)[ \t]*:[^\n]*/gu,
];

/** From here on somebody else than the holder is made to speak: what closes our own delimiter, or opens a part of the machine's. Blanks at the
 *  beginning of a line are its own, without the lines before it: over many empty lines each would otherwise be looked through again. */
const takeovers: readonly RegExp[] = [
  /<\/(?:answer|antwoord|statements?|text|tekst|user|data|message|input|prompt|instructions?)\b[^>]{0,80}>/u,
  /<\|[^|<>]{0,40}\|>/u,
  /(?:^|\n)[^\S\n]*(?:[#*=[({>-]+[^\S\n]*)?(?:system|systeem|assistant|assistent)\s?-?(?:bericht|message|prompt|instructie|instruction|note|melding|text|tekst)?\s*[\])}:*#]/u,
  /(?:^|\n)[^\S\n]*(?:bot|ai|chatbot|assistant|assistent|skillsgesprek)\s*(?::|zei:|zegt:|says:|said:)/u,
  /(?:^|[.!?\n#])[^\S\n]*(?:(?:your|je|jouw|uw|the|de|een|a|nieuwe|new|next|volgende|extra) )*(?:(?:new|nieuwe) )(?:rule|regel|instructions?|instructies?|task|taak|opdracht|order|prompt|context)(?: (?:for|voor) [\p{L} ]{1,40})?\s*:/u,
  // "[ADMIN NOTICE]", "note to automated readers:", "bericht van de beheerder", "parser note:"
  /(?:^|\n)[^\S\n]*[[({]\s*(?:admin|root|dev(?:eloper)?|operator|beheer(?:der)?|override|hr|it)\b[^\])}\n]{0,40}[\])}]/u,
  /(?:^|[.!?\n>(-])[^\S\n]*(?:(?:dit is|this is|hier volgt) )?(?:(?:een|a|an|the) )?(?:\p{L}+ )?(?:notes?|message|notice|instructions?|opmerking|bericht|mededeling|notitie|boodschap|instructies?) (?:to|for|from|aan|voor|van) (?:(?:all|alle|any|the|de|het|your|je|uw) )*(?:automat\p{L}+|geautomatiseerde|machine|a\.?i\.?|bots?|parsers?|recruitment software|beheer\p{L}*|ontwikkelaar\p{L}*|developers?|administrators?|systeem|system)(?!\p{L})/u,
  /(?:^|[.!?\n>(-])[^\S\n]*(?:parser|extractor|reader|scanner|ats|ai|llm|bot)(?: (?:note|instruction|hint|opmerking|instructie))?\s*:/u,
  // A game in which the machine plays a part: what comes after is in the play.
  /(?<!\p{L})(?:let'?s|laten we|zullen we|shall we)(?!\p{L}).{0,20}(?:play|spel\p{L}*|role-?play|rollenspel).{0,60}(?<!\p{L})(?:you|jij|je|u)(?!\p{L})/u,
  // A log of a chat: two or more lines with their hour and who said it.
  /(?:(?:^|\n)[^\S\n]*[[(]?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?[\])]?\s*(?:-\s*)?[\p{L} ]{1,30}:[^\n]*){2,}/u,
  // The head of an e-mail.
  /(?:^|\n)[^\S\n]*(?:van|from|aan|to)\s*:[^\n]*\n(?:\s*[\p{L}-]{2,12}\s*:[^\n]*\n){0,4}\s*(?:onderwerp|subject|betreft|re)\s*:/u,
];

/** Two or more who speak by turns, under their names. */
const speaker =
  /(?:^|\n)[^\S\n]*(interviewer|kandidaat|candidate|sollicitant|applicant|recruiter|coach|jobcoach|begeleider|holder|gebruiker|user|human)\s*:/gu;

const vacancyMarks: readonly RegExp[] = [
  /\(?\bm\s?\/\s?v(?:\s?\/\s?x)?\b/u,
  rule(
    word(
      String.raw`wij zoeken|we zoeken|(?:wij|we) zijn op zoek naar|we(?: are|'re) (?:looking for|hiring|seeking)|join our team|kom jij ons team|gezocht`,
    ),
  ),
  rule(
    word(
      String.raw`(?:je|jouw|uw|your) (?:belangrijkste |main |key )?(?:taken|werkzaamheden|duties|responsibilities|tasks)|functie-?(?:eisen|omschrijving)|job requirements`,
    ),
  ),
  rule(word(String.raw`(?:wij|we) bieden|we offer|marktconform\p{L}*|competitive salary|arbeidsvoorwaarden`)),
  rule(word(String.raw`solliciteer|apply (?:now|today)|send (?:us )?your cv|stuur je cv`)),
];

const joinedStarts = (found: readonly (RegExpExecArray | null)[]) => found.flatMap((match) => (match ? [match.index] : []));

/** Where the text, in lower case, becomes another's altogether; null where it never does. */
export function takenOverFrom(text: string): number | null {
  const starts = joinedStarts(takeovers.map((pattern) => pattern.exec(text)));
  const turns = [...text.matchAll(speaker)];
  const [first] = turns;
  if (first && new Set(turns.map(([, name]) => name)).size > 1) starts.push(first.index);
  return starts.length > 0 ? Math.min(...starts) : null;
}

/** Where a pasted vacancy begins, which tells of work that somebody is wanted for. */
export function vacancyFrom(text: string): number | null {
  const starts = joinedStarts(vacancyMarks.map((mark) => mark.exec(text)));
  return starts.length > 1 ? Math.min(...starts) : null;
}

export function shapedSpans(text: string): Span[] {
  return shapes.flatMap((shape) => [...text.matchAll(shape)].map((match) => ({ start: match.index, end: match.index + match[0].length })));
}
