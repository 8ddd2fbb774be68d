import type { Area } from "../domain/area.ts";
import type { Language } from "../domain/language.ts";
import { isDoing } from "./verbs.ts";
import { contentWordsIn, plain } from "./words.ts";

/** Words of talk that belong to no name. */
const fillers: Readonly<Record<Language, { readonly before: RegExp; readonly behind: RegExp; readonly within: RegExp }>> = {
  nl: {
    before: /^(?:(?:nou|ja|nee|oh|eigenlijk|gewoon|even|ff|vooral|wel|ook|lol|haha)[\s,]+)+/iu,
    behind: /(?:[\s,]+(?:hoor|enzo|en zo|ofzo|of zo|he|hè|joh|ofwel|dus|nu|zelf|toch|lol|haha|enz|doe ik|ook))+$/iu,
    within: /[\s]+(?:ff|ofzo|enzo|zeg maar|eigenlijk)(?=\s)/giu,
  },
  en: {
    before: /^(?:(?:well|so|yes|no|oh|actually|basically|just|ok|lol|haha|also)[\s,]+)+/iu,
    behind:
      /(?:[\s,]+(?:btw|lol|haha|tbh|though|tho|mind you|dear|love|mate|too|also|now|really|and stuff|and that|or something|as well|myself|i do))+$/iu,
    within: /[\s]+(?:like(?=\s\d)|lol|btw|tbh|basically|kinda|sorta)(?=\s)/giu,
  },
};

/** Words with which a further thought begins; not where they belong to what stands before them ("alles wat ik maak"). */
const further: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!(?:alles|iets|dingen|spullen|niets|zorg|weet|die|dat|en|of|kijk|leer|zie))[\s,]+(?:omdat|want|zodat|doordat|wanneer|terwijl|voordat|nadat|met(?= \d)|als (?:ik|je|ze|het|er|de|mijn|mn|iemand|'t|t)|tot (?:het|ze|hij|we)|waar|die|dat|hoe|wat|met zo'n)\s/iu,
  en: /(?<!(?:everything|something|things|anything|stuff|all|know|and|or|see|make sure|out))[\s,]+(?:because|so that|so|when|while|whenever|where|which|who|whose|that|if|until|unless|what|how|with(?= \d))\s/iu,
};
/** In words: so long may a name be before it is cut at its next thought. */
const longest = 5;

/** A name without the small words of talk before it, behind it or in it. */
export function withoutFillers(said: string, language: Language): string {
  const { before, behind, within } = fillers[language];
  return said.replace(before, "").replace(behind, "").replace(within, "").trim();
}

/** The first thought of a long name, where that says enough: "maak borden schoon zodat ze …" → "maak borden schoon". */
export function cutShort(said: string, language: Language): string {
  if (said.split(/\s+/).length <= longest) return said;
  const found = further[language].exec(said);
  if (!found) return said;
  const start = said.slice(0, found.index).trim();
  return start.split(/\s+/).length >= 2 && contentWordsIn(start, language).length >= 1 ? start : said;
}

/** "op t werk", "at work": of paid work it says nothing. Not "op het werk van mijn man". */
const atWork: Readonly<Record<Language, RegExp>> = {
  nl: /(?:^|\s+)op (?:het|'?t|mijn|mn|m'n|me) werk(?=\s|$)(?! (?:van|bij|als|in) )/iu,
  en: /(?:^|\s+)at (?:my )?(?:work|job)(?=\s|$)(?! (?:of|with|for|as|in) )/iu,
};
const pronouns = /^(?:ik|'?k|we|wij|i)$/iu;

/** The name of paid work without "at work", where what is left still says what is done. */
export function withoutAtWork(said: string, area: Area, language: Language): string {
  if (area !== "paid_work") return said;
  const left = said.replace(atWork[language], "").trim();
  const words = left.split(/\s+/).filter((word) => !pronouns.test(word));
  return words.length >= 2 && contentWordsIn(left, language).length >= 1 ? left : said;
}

const helping = /^(?:help|hielp(?:en)?)\s+(?:(?:ook|mee|wel|vaak|soms)\s+)*met\s+(?=(?:\S+\s+)*(\p{L}+en)$)/iu;

/** "help ook met inpakken", "hielp met dozen sjouwen" → "helpen met …": the name of a doing, and no half sentence. Dutch only. */
export function asHelping(name: string, language: Language): string {
  const done = language === "nl" ? helping.exec(name)?.[1] : undefined;
  return done !== undefined && isDoing(plain(done), "nl") ? name.replace(helping, "helpen met ") : name;
}
