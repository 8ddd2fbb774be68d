import type { Language } from "../domain/language.ts";
import { isDoing } from "./verbs.ts";
import { plain } from "./words.ts";

/** When and where, before the doing itself: the area says as much. */
const setting =
  /^(?:(?:en|and|daarnaast|daarna|daarvoor|hiervoor|verder|ook|also|hier|here|then|dan|toen|daar|there|eerst|first|before that|after that|afterwards|previously|well|nou|ja|yes|nu|now|oke|okay|thuis|at home|'?s ?(?:ochtends?|morgens?|middags?|avonds?|nachts?)|elke (?:dag|week|ochtend|morgen|avond|\p{L}+dag)|(?:in het|in 't) weekend|at (?:the )?weekends?|in the (?:morning|evening)s?|(?:evenings|mornings|weekends) (?=(?:i|im|i'm) )|na mijn werk|after work|vroeger|overdag|meestal|soms|just|only|gewoon)(?:[\s,]+|$))+/iu;
/** "ga kantoor schoonmaken": the doing stands behind it. */
const going = /^(?:ga|gaan|ging|go|going|went)\s+(?=.*\p{L}{2,}(?:en|ing)(?:\s|$))/iu;
const subject = /^(?:ik|'k|i|we|wij|i'm|im|i am)\s+/i;
/** "ben kleermaker", "werkte als kok": what somebody was, without the word for being it. */
const being = /^(?:(?:ben|was|am|heb|have|(?:werk(?:te)?|worked|work)(?=\s+(?:als|as)\s))\s+)(?:nu |now )?(?:als |as )?(?:een |a |an )?/i;
/** A year has a place of its own. */
const when =
  /[\s,]+(?:van|vanaf|sinds|tot|in|from|since|until|till|to|between)\s+(?:\p{L}+ )?(?:19|20)\d{2}(?:\s*(?:-|–|tot(?: en met)?|t\/m|to|until|till)\s*(?:(?:19|20)\d{2}|nu|heden|now|today))?$/iu;
const timeOfDay = /[\s,]+'?s ?(?:ochtends|morgens|middags|avonds|nachts)$/i;
/** Words after which "ik" begins no clause of its own: "alles wat ik maak". */
const linking = new Set(["wat", "dat", "die", "als", "of", "omdat", "want", "waar", "hoe", "toen", "zodat", "en", "terwijl", "nadat", "voordat"]);

/** What was told as the name of an experience: without when, without "ik", without a year. */
export function tidied(said: string, language: Language): string {
  return beforeNextDoing(said, language)
    .replace(setting, "")
    .replace(subject, "")
    .replace(setting, "")
    .replace(/^(\p{L}+) (?:ik|'k|we|wij) /iu, "$1 ")
    .replace(being, "")
    .replace(setting, "")
    .replace(going, "")
    .replace(when, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Chat style leaves out the full stop: "schoonmaker bij de Hema s ochtends ik dweil de vloer" says two things. Dutch only. */
function beforeNextDoing(said: string, language: Language): string {
  if (language !== "nl") return said;
  const words = [...said.matchAll(/\S+/g)];
  const at = words.findIndex(({ 0: word }, index) => {
    const before = plain(words[index - 1]?.[0] ?? "");
    const next = plain(words[index + 1]?.[0] ?? "");
    return index >= 3 && plain(word) === "ik" && !linking.has(before) && !isDoing(before, "nl") && isDoing(next, "nl");
  });
  const next = words[at];
  return next ? said.slice(0, next.index).trimEnd().replace(timeOfDay, "") : said;
}
