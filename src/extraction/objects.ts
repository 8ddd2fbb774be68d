import type { ConceptCard } from "../domain/concept.ts";
import type { Language } from "../domain/language.ts";
import type { Evidence } from "../domain/utterance.ts";
import { isOtherDeed } from "./other-deeds.ts";
import { word, type Words } from "./whole-words.ts";
import { isOtherRole, isSameRole } from "./roles.ts";
import { plain } from "./words.ts";

/** What a doing is done to, where one verb means another doing with each: cutting hair, cloth, paper, a hedge. */
export type ObjectKind =
  | "hair"
  | "nails"
  | "cloth"
  | "paper"
  | "plants"
  | "film"
  | "glass"
  | "metal"
  | "stone"
  | "wood"
  | "food"
  | "vehicles"
  | "dishes"
  | "laundry"
  | "people"
  | "hands"
  | "animals"
  | "windows"
  | "floors"
  | "keys";

export const family =
  "moeder|vader|ouders?|opa|oma|man|vrouw|kind(?:eren)?|zoon(?:tje)?|dochter(?:tje)?|broer(?:tje)?|zus(?:je)?|buren|buurvrouw|buurman|mum|mom|dad|mother|father|husband|wife|kids?|child(?:ren)?|sons?|daughters?|gran(?:ny|dad|ma|pa)?|nan";

/** People may be named in the clause as those for whom; these words stand for the one to whom it is done. */
const people = `mensen|bewoners?|ouderen|oudere mensen|client(?:en)?|patient(?:en)?|baby'?s?|peuters?|klanten|vrienden|vriendinnen|(?:de )?(?:hele )?(?:straat|buurt|familie)|people|residents?|clients?|patients?|bab(?:y|ies)|elderly|customers|friends|neighbou?rs|the (?:whole )?(?:street|family)|${family}`;

const kinds: Readonly<Record<ObjectKind, Words>> = {
  hair: word(
    "haren|kapsels?|coupes?|baard(?:en)?|pony|haarkniptechnieken|\\p{L}*haar(?= (?:knippen|wassen|verven|fohnen|kammen|vlechten|stijlen|epileren|van))|(?:het|hun|mijn|kort|lang|de|d'r) haar|haar(?= *$)|hair(?:cuts?|styles?)?|beards?",
  ),
  nails: word("\\p{L}*nagels?|(?:finger|toe)?nails?"),
  cloth: word("stof|stoffen|textiel|gordijn(?:en)?|lap|lappen|fabrics?|cloth|curtains?|textiles?"),
  paper: word("papier|karton|bonnetjes|bonnen|plaatjes|kaartjes|paper|cardboard|vouchers|coupons"),
  plants: word(
    "heg(?:gen)?|haag|hagen|struik(?:en)?|rozen|takken|bomen|boom|planten|bloemen|gras|gazons?|hedges?|bush(?:es)?|roses|branches|trees?|plants|flowers|grass|lawns?",
  ),
  film: word("video'?s?|videobeelden|filmpjes?|films?|beelden|clips?|footage"),
  glass: word("glas|glass"),
  metal: word("metaal\\p{L}*|staal|ijzer|metal|steel|iron sheets?"),
  stone: word("tegels?|steen|stenen|muursleuven|beton|tiles?|stone|wall chases?|concrete"),
  wood: word("hout\\p{L}*|planken|wood(?:en)?|planks?"),
  food: word("groenten?|fruit|sla|vlees|vis|brood|kaas|voedsel|levensmiddelen|gerecht|vegetables?|salad|meat|fish|bread|cheese|food"),
  vehicles: word("auto'?s?|wagens?|\\p{L}*wagens|bus(?:sen|jes?)?|trucks?|voertuigen|fiets(?:en)?|cars?|vans|buses|lorr(?:y|ies)|vehicles?|bikes?"),
  dishes: word(
    "af|afwas(?:sen)?|vaat|vaatwas\\p{L}*|borden|servies|pannen|glazen(?! oppervlak)|bestek|dishes|dishwashing|plates|pans|pots|washing up|cutlery",
  ),
  laundry: word(
    "de was|was doen|wasgoed|kleren|kleding|lakens|handdoeken|\\p{L}*linnen\\p{L}*|beddengoed|clothes|laundry|(?:the|my|our|his|her) washing|sheets|towels|linens?",
  ),
  people: word(people),
  hands: word("handen|hands"),
  animals: word("honden|hond|katten|kat|paarden?|dieren|dogs?|cats?|horses?|animals?|pets?"),
  windows: word("ramen|ruiten|glazen oppervlakken|etalages?|windows?|glass surfaces"),
  floors: word("vloer(?:en)?|gangen?|trap(?:pen)?|floors?|corridors?|stairs"),
  keys: word("sleutels?|keys?"),
};

const cuts = word("(?:af|uit|bij|weg|ver)?(?:knip(?:t|te|pen|ten)?|geknipt|snij(?:d|dt|den)?|gesneden|sneed)|(?:cut|trim)(?:s|ting|med|ming)?");
const washes = word("was|wast|waste|wassen|gewassen|douche(?:n|t|te)?|gedoucht|wash(?:es|ed|ing)?|shower(?:s|ed|ing)?");
/** How concepts speak of the same doings. */
const cutsByName = word("\\p{L}*(?:knip|snij|snoei)\\p{L}*|(?:cut|trim|prun)\\p{L}*");
const washesByName = word("\\p{L}*(?:wass?|wast)|wassen|\\p{L}*reinig\\p{L}*|\\p{L}*schoonma\\p{L}*|(?:wash|clean|bath)\\p{L}*");

/** Among family "ik was haar" washes her, not hair. */
const washesHer = /(?<!\p{L})was(?: ik)? haar(?=$|[ ,.]*$| en )/u;
const nothing = /(?!)/;

/** The kinds of things that a text names; people only where they are all that it names, for else it is done for them. */
function kindsIn(text: string): ReadonlySet<ObjectKind> {
  const found = (Object.keys(kinds) as ObjectKind[]).filter((kind) => kinds[kind].test(text));
  return new Set(found.length > 1 ? found.filter((kind) => kind !== "people") : found);
}

const namesOf = (label: ConceptCard["label"], headline: ConceptCard["headline"]) =>
  [label.nl, label.en, headline.nl, headline.en].filter((text) => text !== null).join(" . ");

const helpedToShower: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(help|helpt|helpen|hielp|geholpen)((?: \p{L}+){0,3}?) (?:met|bij|onder|te|in|de|het|douche|bad| )*(?:douchen|douche|douch|douce|douchje|baden|badderen)(?!\p{L})/iu,
  en: /(?<!\p{L})(help|helps|helped|helping)((?: \p{L}+){0,3}?) (?:with |to |have |take |a |the |her |his )*(?:showering|showers?|bathing|baths?)(?!\p{L})/iu,
};

/**
 * True where a quote names what is cut or washed, and the concept is about cutting or washing something else. A quote
 * that names nothing agrees with everything.
 */
export function isOtherSense(
  { quote, about }: Pick<Evidence, "quote" | "about">,
  { label, headline }: Pick<ConceptCard, "label" | "headline">,
): boolean {
  const name = plain(namesOf(label, headline));
  const told = plain(quote);
  if (isOtherDeed(told, name) || isOtherRole(told, name)) return true;
  const said = told.replace(about === "family_care" ? washesHer : nothing, "was mijn moeder");
  const isCutting = cuts.test(said);
  if (!isCutting && !washes.test(said)) return false;
  const named = isHelpedToShower(said) ? new Set<ObjectKind>([...kindsIn(said), "people"]) : kindsIn(said);
  if (named.size === 0) return false;
  const names = kindsIn(name);
  // Who cuts people cuts their hair.
  if (isCutting && named.has("people")) return names.size > 0 && !names.has("hair");
  if (!(isCutting ? cutsByName : washesByName).test(name)) return false;
  return names.size === 0 ? named.has("people") : ![...names].some((kind) => named.has(kind));
}

/** True where the concept has the part in a doing that the speaker has: the rules are made, not followed. */
export const isOwnRole = ({ quote }: Pick<Evidence, "quote">, { label, headline }: Pick<ConceptCard, "label" | "headline">): boolean =>
  isSameRole(plain(quote), plain(namesOf(label, headline)));

const washed = new RegExp(
  `(?<![\\p{L}])(?:(?:ik|'?k|we|wij) was|was (?:ik|we))((?: (?:de|het|mijn|mn|m'n|alle|oude|oudere|zieke|vuile|een|hun))* (?:auto'?s?|vrachtwagens|trucks|ramen|ruiten|vloer(?:en)?|groenten?|sla|kleren|lakens|handdoeken|borden|pannen|handen|haren|haar|hond(?:en)?|paarden|${people}))(?! (?:is|was|heeft|die|dat))`,
  "iu",
);
const washedPeople = new RegExp(
  `(?<![\\p{L}])((?:(?:mijn|mn|m'n|my|oude|oudere|zieke|old) )*(?:${people})) (?:te )?wassen(?! en (?:aankleden|verzorgen))`,
  "iu",
);

const peopleWashed = new RegExp(
  `(?<![\\p{L}])(?:wash(?:ed|ing)?|bath(?:ed|ing|e)?) ((?:(?:my|the|our|old|elderly|sick) )*(?:${people}))(?! hair|'s hair|s' hair)`,
  "iu",
);

/** "ik was de ramen" is no past of being: the doing is written out, and who is washed is helped with it. */
export function washingSpelledOut(text: string, language: Language): string {
  if (language === "en") return text.replace(peopleWashed, "help $1 to wash and dress");
  return text
    .replace(
      /(?<!\p{L})(?:doe|doet|deed|draai)(?: ik)?(?: (?:altijd|ook|thuis|zelf))? de was(?!\p{L})|(?<!\p{L})(?:(?:de )?was (?:doen|draaien)|de was gedaan)(?!\p{L})/iu,
      "kleren wassen, was doen",
    )
    .replace(/(?<!\p{L})(?:ik|'?k) was(?: (?:de|alle))?(?: (?:borden|pannen|vaat))? af(?!\p{L})/iu, "afwassen")
    .replace(/(?<!\p{L})was(?: ik)? haar (?=en (?:kleed|help|verzorg))/iu, "haar helpen met wassen ")
    .replace(washed, "$1 wassen")
    .replace(washedPeople, "$1 helpen met wassen")
    .trim();
}

const isHelpedToShower = (said: string) => helpedToShower.nl.test(said) || helpedToShower.en.test(said);

/** "help met douchen": who is helped to shower is helped to wash. */
export function showeringSpelledOut(text: string, language: Language): string {
  return text.replace(helpedToShower[language], language === "nl" ? "$1$2 met wassen" : "$1$2 to wash and dress");
}

const housework = word(
  "strijk\\p{L}*|stofzuig\\p{L}*|dweil\\p{L}*|poets\\p{L}*|schoonma\\p{L}*|opruim\\p{L}*|vouw\\p{L}*|koken|kook|afwas\\p{L}*|boodschappen",
);

const bareWashing = /^(?:ik )?(?:was|wassen)$/i;
const sewing: Readonly<Record<Language, Words>> = {
  nl: word("naai\\p{L}*|naaien|spelden|speld|stikken|zomen|zoom|patroon|stof|gordijn(?:en)?|rits(?:en)?"),
  en: word("sew|sewing|sewed|sewn|pins?|pinning|hem|hemming|pattern|fabric|cloth|curtains?|zips?"),
};
const bareCutting: Readonly<Record<Language, Words>> = {
  nl: /^(?:(?:dan|daarna|eerst|ik|we|en|ook) )*(?:knip|knippen|geknipt)$/iu,
  en: /^(?:(?:then|after that|first|i|we|and|also) )*(?:cut|cutting)$/iu,
};

/**
 * Reads the clauses of a sentence for a bare verb that means what is done in the rest of it: among work in the house it is
 * clothes that are washed ("koken, wassen, strijken"), among sewing cloth that is cut ("meten, dan knippen, spelden en
 * naaien"). All else stays as it was said.
 */
export function doneAmong(sentence: string, language: Language): (clause: string) => string {
  const said = plain(sentence);
  const isHousework = language === "nl" && housework.test(said);
  const isSewing = sewing[language].test(said);
  return (clause) => {
    const bare = clause.trim();
    if (isHousework && bareWashing.test(bare)) return "kleren wassen";
    if (isSewing && bareCutting[language].test(bare)) return language === "nl" ? "stof knippen" : "cut fabric";
    return clause;
  };
}
