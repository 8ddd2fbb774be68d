import type { Language } from "../domain/language.ts";

interface Negating {
  readonly words: RegExp;
  /** Begins what is told of something else: what is not done there denies nothing of the clause. */
  readonly turns: RegExp;
  /** Conditions at the start: what is done comes behind them. */
  readonly conditions: RegExp;
  /** What it is good not to do, and what says only "but for that". */
  readonly excused: RegExp;
}

const negating: Readonly<Record<Language, Negating>> = {
  nl: {
    words: / (?:niet|nie|geen|nooit|niks|niets|nergens) /u,
    turns: / (?:die|dat|als|wie|wat|waar|wanneer|zonder|tot|totdat|zodat|omdat|voordat|hoe|zodra|terwijl) /u,
    conditions: /^ (?:(?:en|maar|ook|want) )*(?:als|wanneer|zodra|wat|wie|waar|zonder) /u,
    excused:
      /\b(?:niet (?:alleen|zomaar|bang|snel|te|erg|vies|eng|anders|omheen|meteen|direct|zelf)|(?:niets|niks) (?:anders|aan de hand|over het hoofd)|geen (?:haast|ruzie\p{L}*|fout\p{L}*|moeite|probleem|problemen|angst|hoogtevrees|rommel|onzin|stress|klacht\p{L}*|schade|baas|dag|een|enkele?|seconde|druppel|stukje)|(?:boos|kwaad|schelden|scheld|schreeuw\p{L}*|vergeet|vergeten|oversla\p{L}*|weggooi\p{L}*|gooi\p{L}*|opge\p{L}+|op|lieg\p{L}*|oordeel\p{L}*|klaag|klagen|stop\p{L}*|weg|tegen|tegenin|leeg|liggen|paniek|mis|te laat|ziek|haast\p{L}*|gek|los|loslaten|verspil\p{L}*|ruzie|bang|kwijt|doorverte\p{L}+|onderbre\p{L}+|schrik|bemoei) (?:\p{L}+ )*(?:niet|nooit|niks|niets|geen)|(?:niet|nooit|niks|niets|geen)(?: \p{L}+)* (?:boos|kwaad|schelden|schreeuwen|vergeten|over(?:slaan|geslagen)|weg|weggooien|weggegooid|opgeven|liegen|oordelen|klagen|stoppen|tegen|tegenin|leeg|liggen|paniek|mis|ziek|haasten|gek|los|loslaten|verspillen|ruzie|kwijt|doorvertellen|onderbreken|uitvallen)|stress doet) /u,
  },
  en: {
    words:
      / (?:not|no|never|nothing|none|nowhere|(?:do|does|did|is|are|was|were|ca|could|wo|would|should|have|has|had|must|need)n't|dont|doesnt|didnt|cant|cannot|couldnt|wont|havent|isnt|wasnt) /u,
    turns:
      / (?:who|that|which|if|when|unless|until|till|without|than|what|where|how|while|because|before|so (?:that|it|they|he|she|(?:nothing|nobody)(?= (?:\p{L}+s|\p{L}+ed|gets?|got|can|could|will|would|fell|broke) ))) /u,
    conditions: /^ (?:(?:and|but|also|so) )*(?:if|when|whenever|what|who|where|unless|without|once) /u,
    excused:
      / (?:(?:not|n't|never|dont|didnt|no|nothing|wont)|\p{L}+n't)(?: (?:ever|even|really|want to|like to|have to|need to|any|a|an|the|single|one))* (?:just|only|afraid|scared|shy|bothered|fussy|mind|panic|give up|give in|rush|shout|judge|get (?:angry|mad|upset|crazy|cross|nervous)|go (?:crazy|mad)|lose|let|leave|forget|forgot|waste|throw|skip|blame|blaming|flaming|drama|stop|quit|hurry|lie|lied|complain|complaints?|argue|miss|missed|raise|raised|interrupt|cut corners|run out|late|problem|fuss|mistakes?|rush|shouting|nonsense|trouble|boss|matter|else|gossip|tell anyone|sick|break|broke|too|so bad|bad|easy) |(?:nothing|no) (?:more|less) than|leave nothing|nothing (?:goes|gets) (?:to waste|wrong|lost|wasted)|not (?:once|one|a single) /u,
  },
};

/**
 * True where a clause denies in its own words what it tells of, whatever the verb: "I sell nothing", "heftruck niet
 * gehaald". A negation inside what is told of others, or of what is better not done, denies nothing.
 * @param text lower case, words parted by one space, one at either end
 */
export function deniesItself(text: string, language: Language): boolean {
  const { words, conditions, excused } = negating[language];
  if (text.length > longest || !words.test(text) || conditions.test(text) || excused.test(text) || onlyBefore.test(text) || onlyWhen.test(text))
    return false;
  return words.test(beforeOthers(text, language));
}

/** "I never leave before it is clean" tells of cleaning. */
const onlyBefore =
  / (?:niet|nooit|niks|niets|not|never|nothing|don't|dont|won't|wont)(?: \p{L}+){1,6} (?:voordat|totdat|zonder|eer|before|until|till|without) \p{L}/u;

/** "Mijn EHBO is niet van 2009", "not in 2015": only the year is denied. */
const onlyWhen = / (?:niet|nie|not) (?:(?:van|in|uit|from|of|since|sinds) )?(?:19|20)\d{2} /u;

/** A clause up to where it begins to tell of something else: "people who can't read" says of others what they cannot. */
export function beforeOthers(text: string, language: Language): string {
  // "dat doe ik niet" begins with what it denies.
  const first = Math.max(text.indexOf(" ", 1), 1);
  const turn = text.slice(first).search(negating[language].turns);
  return turn < 0 ? text : `${text.slice(0, first + turn)} `;
}

/** In characters: a longer clause tells more, and would take the patterns long to read. */
const longest = 160;
