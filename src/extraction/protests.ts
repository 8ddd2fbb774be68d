import type { Language } from "../domain/language.ts";
import type { Piece } from "./pieces.ts";
import { isDoing } from "./verbs.ts";
import { plain, tokensOf, wordsIn } from "./words.ts";

/** What is said to set the interviewer right, in front of what was meant: "nee dat bedoel ik niet", "that's not what i said". */
const protests: Readonly<Record<Language, RegExp>> = {
  nl: new RegExp(
    `^(?:(?:nee|nou|ja|maar|sorry|wacht|eh|joh|hoor|hallo) ?)*(?:${[
      "(?:dat|dit|zo|het) (?:bedoel|bedoelde|zei|zeg|vroeg|typte|schreef) ik(?: het| er| zo| daar| toch| ook| helemaal| echt)* niet(?: mee)?",
      "(?:dat|dit) is niet wat ik (?:zei|zeg|bedoel|bedoelde|schreef|typte)",
      "(?:dat|dit|het) (?:klopt|is)(?: echt| helemaal| ook)* (?:niet(?: waar| goed)?|fout|verkeerd)|klopt niet|niet waar",
      "(?:dat |dit )?(?:heb|begrijp|snap|begreep|snapte|zie|lees) (?:je|jij|u) (?:me |mij |het |dat |dit |dus )*(?:niet goed|verkeerd|fout|niet)",
      "(?:je|jij|u) (?:begrijpt|snapt|begreep|snapte|hebt|heb|leest)(?: (?:me|mij|het|dat|er|dus))* (?:niet goed|verkeerd|fout|niet)(?: begrepen)?",
      "(?:helemaal )?(?:fout|verkeerd|mis)(?: begrepen)?",
      "wat ik (?:bedoel|bedoelde|wil zeggen|wilde zeggen) is(?: dat)?",
      "ik bedoel(?:de)?(?: dus| dat| eigenlijk| meer)*",
      "(?:nee|neen)(?: (?:nee|joh|hoor|man|echt|juist))*",
    ].join("|")})(?: (?:hoor|joh|man|he|toch|dus|maar|want))*$`,
    "u",
  ),
  en: new RegExp(
    `^(?:(?:no|nah|well|but|sorry|wait|hey|mate|yes) ?)*(?:${[
      "(?:that|this|it)(?:'?s| is| was| isn'?t| wasn'?t)(?: really| at all| just)*(?: not)? what i (?:said|say|mean|meant|wrote|typed|asked)",
      "i (?:didn'?t|did not|never) (?:say|mean|write|ask) (?:that|this|it)",
      "(?:that|this|it)(?:'?s| is)(?: all| just| really)* (?:wrong|not (?:right|true|correct|it))|(?:that|this|it) isn'?t (?:right|true|correct|it)|not (?:correct|true|right)",
      "(?:you|u) (?:got|get|have|understood|misunderstood|misread|heard|don'?t get|didn'?t get|don'?t understand|didn'?t understand)(?: (?:me|that|it|this))*(?: (?:all wrong|wrong))?",
      "(?:all )?wrong|misunderstood",
      "what i (?:mean|meant|mean to say|want to say) is(?: that)?",
      "i (?:mean|meant)(?: that| more| to say)*",
      "(?:no|nope|nah)(?: (?:no|mate|man|really|actually))*",
    ].join("|")})(?: (?:mate|man|though|but|because|cos))*$`,
    "u",
  ),
};
const doers: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(["ik", "k", "'k", "wij", "we"]),
  en: new Set(["i", "i'm", "im", "i've", "ive", "we"]),
};
/** Behind a no these go on with it. */
const goesOnDenying =
  /^(?:ik|we|wij|i|i'm|im|'k|k) (?:(?:heb|ben|kan|wil|hoef|moet|mag|weet|doe|durf|ga|have|am|can|want|don'?t|do|did|didn'?t|haven'?t|can'?t|won'?t|never|need|know) ?)?(?:(?:niet|nee|geen|nooit|niks|niets|not|no|none|nothing)(?: |$)|$)/u;
const denials = /^(?:niet|nie|geen|nooit|niks|niets|not|never|nothing|no|don'?t|doesn'?t|didn'?t|can'?t|cannot|won'?t|haven'?t)$/;
const mostWordsOfProtest = 9;

/** A piece without the protest in front of it: "nee dat bedoel ik niet ik maak de planning" tells of making a plan. */
export function withoutProtest(text: string, piece: Piece, language: Language): Piece {
  const tokens = tokensOf(text.slice(piece.start, piece.end));
  // The last place that fits: "dat bedoel ik niet" holds a doer of its own.
  for (let at = Math.min(tokens.length - 2, mostWordsOfProtest); at > 0; at--) {
    const token = tokens[at];
    if (!token || !doers[language].has(token.word)) continue;
    const before = plain(text.slice(piece.start, piece.start + token.start))
      .replace(/\s+/g, " ")
      .trim();
    const rest = text.slice(piece.start + token.start, piece.end);
    if (protests[language].test(before) && tellsOfDoing(rest, before, language)) return { ...piece, start: piece.start + token.start };
  }
  return piece;
}

/** True where a clause is nothing but a protest: what is denied behind it is not done. */
export const isProtest = (clause: string, language: Language): boolean => protests[language].test(plain(clause).replace(/\s+/g, " ").trim());

function tellsOfDoing(rest: string, before: string, language: Language): boolean {
  const words = wordsIn(rest);
  if (!words.some((word) => isDoing(word, language))) return false;
  // A bare no may go on in what follows; a protest does not.
  const isBareNo = /^(?:(?:nee|neen|no|nope|nah|joh|hoor|mate|man|really|actually|echt) ?)+$/.test(before);
  return !isBareNo || !(goesOnDenying.test(words.join(" ")) || words.some((word) => denials.test(word)));
}
