import type { Language } from "../domain/language.ts";
import { namedByGerund } from "./gerunds.ts";
import { isDoing } from "./verbs.ts";
import { plain } from "./words.ts";

/** Past forms of their own, by the first person; the plural of a Dutch one follows from it. */
const past: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nl: {
    zong: "zingen",
    zongen: "zingen",
    schreef: "schrijven",
    las: "lezen",
    reed: "rijden",
    sprak: "spreken",
    hielp: "helpen",
    droeg: "dragen",
    verkocht: "verkopen",
    kocht: "kopen",
    bracht: "brengen",
    gaf: "geven",
    deed: "doen",
    zwom: "zwemmen",
    streek: "strijken",
    sneed: "snijden",
  },
  en: {
    sang: "singing",
    wrote: "writing",
    read: "reading",
    sold: "selling",
    drove: "driving",
    taught: "teaching",
    sewed: "sewing",
    swept: "sweeping",
    built: "building",
    knitted: "knitting",
    swam: "swimming",
    ran: "running",
  },
};
const short: Readonly<Record<string, string>> = {
  doe: "doen",
  sta: "staan",
  sla: "slaan",
  ga: "gaan",
  was: "wassen",
  hou: "houden",
  rij: "rijden",
  snij: "snijden",
  zie: "zien",
};
/** Nouns that look like a stem. */
const things =
  /^(?:werk|zorg|post|mail|app|chat|klus|sport|voetbal|fiets|dans|vis|les|test|plan|zaag|boor|lijm|kleur|stof|kam|rol|knal|meet|schaaf|verf)$/;

/** The infinitive of a Dutch stem: "strijk" → "strijken", "lees" → "lezen", "was" → "wassen". */
function ofStem(stem: string): string {
  const known = short[stem];
  if (known !== undefined) return known;
  if (/(?:aa|ee|oo|uu)[^aeiou]$/.test(stem)) return `${stem.slice(0, -2)}${voiced(stem.slice(-1))}en`;
  if (/[^aeiou][aeiou][^aeiouwj]$/.test(stem) && !/(?:[^aeiou]e|[aeiou][^aeiou]+i)[lnrg]$/.test(stem.slice(1))) return `${stem}${stem.slice(-1)}en`;
  return `${stem.slice(0, -1)}${/[aeiouj]s$|[aeiourj]f$/.test(stem) ? voiced(stem.slice(-1)) : stem.slice(-1)}en`;
}

const voiced = (last: string) => (last === "f" ? "v" : last === "s" ? "z" : last);

/** Short words before what something is done to. */
const determiner = /^(?:de|het|een|mijn|mn|onze|veel|alle|oude|nieuwe|kleine|warme|elke|\d+)$/;
const particle = /^(?:schoon|aan|af|bij|in|klaar|los|mee|na|om|op|open|over|samen|uit|vast|voor|weg|dicht)$/;
/** Words that lead to where, when or with whom; what stands behind them is not what something is done to. */
const leading =
  /^(?:aan|achter|als|alles|altijd|bij|daar|dan|dat|die|door|elkaar|en|er|ook|hier|hem|haar|hen|hun|ze|je|me|mij|het|in|met|na|naar|niet|geen|nooit|of|om|onder|op|over|samen|te|thuis|tot|tussen|uit|van|veel|vaak|voor|wat|wel|wie|zonder|zelf|soms|iedereen|iemand|graag|goed|gewoon|mooi|lekker|netjes|snel|hard|fulltime|parttime)$/;

/** Verbs that are no thing as well: alone they are a doing. */
const onlyDone = /^(?:kook|poets|stofzuig|veeg|dweil|schrob|strijk|naai|brei|timmer|metsel|zing|snoei|maai|wied|sjouw)$/;
/** Words that lead to for whom, where or with whom, behind what it is done to. */
const tailing = /^(?:voor|met|bij|in|op|naar|na|tijdens)$/;
/** Words of another clause, or of more than a name. */
const goingOn = /^(?:en|of|maar|want|om|omdat|als|dat|die|wat|wie|te|niet|geen|ik|we|wij|hij|zij|ze|is|was)$/;
const longestTail = 5;

/**
 * What was told as a name, where it is nothing but a verb with what it is done to: "zongen" → "zingen", "strijk hemden" →
 * "hemden strijken"; for whom or where may stand behind it. All else stays as it was told.
 */
export function namedAsDoing(said: string, language: Language): string {
  const words = said.split(/\s+/);
  const first = plain(words[0] ?? "");
  const [only] = words.length === 1 ? words : [];
  const formerly = past[language][first];
  if (only !== undefined && formerly !== undefined) return formerly;
  if (language === "en") return namedByGerund(said);
  if (only !== undefined) return onlyDone.test(first) ? ofStem(first) : said;
  if (/[^\p{L}\p{N}' -]/u.test(said)) return said;
  if (formerly === undefined && (things.test(first) || !isStem(first))) return said;
  const infinitive = formerly ?? ofStem(first);
  const from = tailFrom(words);
  const tail = words.slice(from);
  const objects = words.slice(1, from);
  if (objects.length === 0 || (objects.length === 1 && particle.test(objects[0] ?? ""))) return said;
  if (objects.length > 3 || tail.length > longestTail || tail.some((word) => goingOn.test(plain(word)))) return said;
  const last = objects.at(-1) ?? "";
  const isSeparated = particle.test(last) && objects.length > 1;
  const deedTo = isSeparated ? objects.slice(0, -1) : objects;
  const isObject = (word: string, at: number) => (at < deedTo.length - 1 && determiner.test(word)) || !leading.test(plain(word));
  if (!deedTo.every(isObject) || deedTo.filter((word) => !determiner.test(word)).length > 1) return said;
  const deed = isSeparated ? `${last}${infinitive}` : infinitive;
  // Where to stands before the verb: "kinderen naar school brengen".
  return (plain(tail[0] ?? "") === "naar" ? [...deedTo, ...tail, deed] : [...deedTo, deed, ...tail]).join(" ");
}

/** Where for whom or where it is done begins; past the end where it is not told. A particle before it belongs to the verb. */
function tailFrom(words: readonly string[]): number {
  const isTail = (at: number) => at < words.length - 1 && tailing.test(plain(words[at] ?? ""));
  const at = words.findIndex((_, index) => index >= 2 && isTail(index));
  if (at < 0) return words.length;
  return particle.test(words[at] ?? "") && /^(?:van|voor|met|bij|in|na|naar|tijdens)$/.test(words[at + 1] ?? "") ? at + 1 : at;
}

/** "strijk", "kweek": a form that stands with "ik". */
const isStem = (word: string) =>
  isDoing(word, "nl") && (word in short || (!word.endsWith("en") && !/(?:te|de|t|d)$/.test(word) && !/^ge(?!ef$)/.test(word)));
