import type { Language } from "../domain/language.ts";
import { meantInFull } from "./meant-doings.ts";
import { showeringSpelledOut, washingSpelledOut } from "./objects.ts";

const chat: Record<Language, readonly (readonly [RegExp, string])[]> = {
  nl: [
    [/(?<!\p{L})(?:mn|m'n|me)(?!\p{L})/giu, "mijn"],
    [/(?<!\p{L})(?:zn|z'n)(?!\p{L})/giu, "zijn"],
    [/(?<!\p{L})(?:'?k|ikke)(?!\p{L})/giu, "ik"],
    [/(?<!\p{L})'?t(?!\p{L})/giu, "het"],
    [/(?<!\p{L})(?:ff|efkes|effe)(?!\p{L})/giu, "even"],
    [/(?<!\p{L})(?:nen|ne|ene|'n|'ne)(?!\p{L})/giu, "een"],
    [/(?<!\p{L})(?:da)(?!\p{L})/giu, "dat"],
    [/(?<!\p{L})(?:'?s ?(?:morgens|middags|avonds|nachts)|smiddags|smorgens|savonds)(?!\p{L})/giu, ""],
    [
      /(?<!\p{L})(?:enzo(?:voort)?|ofzo|en zo|of zo|hoor|gewoon|eigenlijk|vooral|ook|altijd|echt|best wel|een beetje|bro|joh|dus|allemaal|inmiddels|zelf|al jaren|jarenlang|elke (?:dag|week|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)|al \d+ jaar|\d+ jaar(?: lang)?|\d+x? (?:per|keer per) (?:dag|week|maand)|op (?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag))(?!\p{L})/giu,
      "",
    ],
  ],
  en: [
    [/(?<!\p{L})(?:im)(?!\p{L})/giu, "i am"],
    [/(?<!\p{L})(?:ive)(?!\p{L})/giu, "i have"],
    [/(?<!\p{L})(?:vids)(?!\p{L})/giu, "videos"],
    [/(?<!\p{L})(?:mods)(?!\p{L})/giu, "moderators"],
    [/(?<!\p{L})(?:mod)(?!\p{L})/giu, "moderator"],
    [/(?<!\p{L})(?:do(?:ing)? the )?washing[- ]up(?!\p{L})/giu, "wash the dishes"],
    [/(?<!\p{L})(?:dms)(?!\p{L})/giu, "messages"],
    [
      /(?<!\p{L})(?:tbh|lol|haha+|innit|like(?= \d)|just|only|also|really|actually|basically|always|myself|my friend|no seriously|of course|every (?:day|week|evening|night|morning)|\d+ years?|these days|for now|i suppose|oh)(?!\p{L})/giu,
      "",
    ],
  ],
};

/** A clause as grounding reads it best: chat spelling written out, fillers and durations left out. Falls back to the clause. */
export function spelledOut(clause: string, language: Language): string {
  const out = chat[language]
    .reduce((text, [pattern, to]) => text.replace(pattern, to), washingSpelledOut(showeringSpelledOut(clause, language), language))
    .replace(/\s+/g, " ")
    .replace(/^[\s,.;]+|[\s,.;]+$/g, "");
  return /\p{L}{2,}/u.test(out) ? meantInFull(out, language) : clause;
}
