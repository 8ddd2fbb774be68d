import type { ConceptCard } from "../domain/concept.ts";
import type { Language } from "../domain/language.ts";
import type { Evidence } from "../domain/utterance.ts";
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

const word = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "u");
export const family =
  "moeder|vader|ouders?|opa|oma|man|vrouw|kind(?:eren)?|zoon(?:tje)?|dochter(?:tje)?|broer(?:tje)?|zus(?:je)?|buren|buurvrouw|buurman|mum|mom|dad|mother|father|husband|wife|kids?|child(?:ren)?|sons?|daughters?|gran(?:ny|dad|ma|pa)?|nan";

/** People may be named in the clause as those for whom; these words stand for the one to whom it is done. */
const people = `mensen|bewoners?|ouderen|oudere mensen|client(?:en)?|patient(?:en)?|baby'?s?|peuters?|klanten|vrienden|vriendinnen|(?:de )?(?:hele )?(?:straat|buurt|familie)|people|residents?|clients?|patients?|bab(?:y|ies)|elderly|customers|friends|neighbou?rs|the (?:whole )?(?:street|family)|${family}`;

const kinds: Readonly<Record<ObjectKind, RegExp>> = {
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

/** A concept whose name `names` something, and a quote in which that would have to be `said`, but was something `else`. */
interface OtherDeed {
  readonly names: RegExp;
  readonly said: RegExp;
  /** Only where the quote has this; anything where it is absent. */
  readonly else?: RegExp;
}

const otherDeeds: readonly OtherDeed[] = [
  // Who carries boxes does not pack them.
  {
    names: word("(?:in|ver)pakken|pakt \\p{L}+ in|pack(?:s|ing)?"),
    said: /pak|pack|wrap|(?:in|into) (?:\p{L}+ )?\p{L}*(?:doos|dozen|box)/u,
    else: word("draag|draagt|dragen|droeg|til|tilt|tillen|sjouw|sjouwt|sjouwen|carry|carried|carrying|lift|lifts|lifted|lifting"),
  },
  // Who closes a door does not stand at it.
  {
    names: word("aan de deur|portier\\p{L}*|\\p{L}*deur controleren|door(?: supervis\\p{L}*)?|bouncer"),
    said: word("sta|staan|stond|portier|uitsmijter|club|disco(?:theek)?|bouncer|binnen(?:komt|komen)|toegang"),
    else: word("dicht|op slot|sluit|sluiten|afsluiten|open (?:doen|maken)|lock|locked|close|closed|shut"),
  },
  // Who makes something in a pan does not wash it up.
  {
    names: word("afwas\\p{L}*|vaatwas\\p{L}*|(?:clean|wash) \\p{L}*(?:kitchen equipment|dishes)|wash the dishes|keukenmateriaal reinigen"),
    said: /was|spoel|schrob|schoon|poets|vaat|vuil|droog|wash|clean|scrub|rinse|dish|dry/,
    else: word(
      "maak|maken|maakt|maakte|gemaakt|kook|koken|kookt|kookte|bak|bakken|bakt|bereid\\p{L}*|make|makes|made|making|cook|cooks|cooked|cooking|bak(?:e|es|ed|ing)|fry|frying|prepar\\p{L}*",
    ),
  },
  // Rice is no sandwich.
  {
    names: word("broodjes|sandwiches"),
    said: /brood|boterham|bread|sandwich|toast|tosti|wrap|roll|bun|burger|pita|doner|beleg/,
    else: word("rijst|pasta|soep|pan|pannen|couscous|rice|soup|stew|pots?"),
  },
  // Who puts somebody to bed does not make it.
  {
    names: word("bedden opmaken|maakt bedden op|makes? (?:the )?beds?"),
    said: /ma(?:a)?k|opgemaakt|schoon|laken|made|change|clean/,
    else: word("leg|legt|leggen|breng|brengt|brengen|put|puts|putting|bring|brings|help|helpen"),
  },
  // Who brings children to school does not mind them after it.
  {
    names: word("naschoolse opvang|after[- ]school care|after[- ]school club"),
    said: /opvang|bso|naschool|na school|after[- ]?school|oppas|pas .*op/,
    else: word("breng|brengt|brengen|haal|haalt|halen|bring|brings|bringing|take|takes|taking|drop|fetch|pick"),
  },
  // A meal for many is no diet.
  {
    names: word("dieetmaaltijd\\p{L}*|koo?kt? [^.]*dieet|dietary meals?|cook [^.]*diets?"),
    said: /dieet|diet|zout|suiker|gluten|lactose|allerg|vegan|vegetari|zacht|gemalen|vloeibaar|mag (?:geen|niet)|zonder|salt|sugar|pureed/,
  },
];

function isOtherDeed(said: string, name: string): boolean {
  return otherDeeds.some((deed) => deed.names.test(name) && !deed.said.test(said) && (deed.else?.test(said) ?? true));
}

/**
 * True where a quote names what is cut or washed, and the concept is about cutting or washing something else. A quote
 * that names nothing agrees with everything.
 */
export function isOtherSense(
  { quote, about }: Pick<Evidence, "quote" | "about">,
  { label, headline }: Pick<ConceptCard, "label" | "headline">,
): boolean {
  if (isOtherDeed(plain(quote), plain(namesOf(label, headline)))) return true;
  const said = plain(quote).replace(about === "family_care" ? washesHer : nothing, "was mijn moeder");
  const isCutting = cuts.test(said);
  if (!isCutting && !washes.test(said)) return false;
  const named = kindsIn(said);
  if (named.size === 0) return false;
  const name = plain(namesOf(label, headline));
  const names = kindsIn(name);
  // Who cuts people cuts their hair.
  if (isCutting && named.has("people")) return names.size > 0 && !names.has("hair");
  if (!(isCutting ? cutsByName : washesByName).test(name)) return false;
  return names.size === 0 ? named.has("people") : ![...names].some((kind) => named.has(kind));
}

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
      /(?<!\p{L})(?:doe|doet|deed|draai)(?: ik)?(?: (?:altijd|ook|thuis|zelf))? de was(?!\p{L})|(?<!\p{L})de was (?:doen|draaien|gedaan)(?!\p{L})/iu,
      "kleren wassen, was doen",
    )
    .replace(/(?<!\p{L})(?:ik|'?k) was(?: (?:de|alle))?(?: (?:borden|pannen|vaat))? af(?!\p{L})/iu, "afwassen")
    .replace(/(?<!\p{L})was(?: ik)? haar (?=en (?:kleed|help|verzorg))/iu, "haar helpen met wassen ")
    .replace(washed, "$1 wassen")
    .replace(washedPeople, "$1 helpen met wassen")
    .trim();
}

const housework = word("strijk\\p{L}*|stofzuig\\p{L}*|dweil\\p{L}*|poets\\p{L}*|schoonma\\p{L}*|opruim\\p{L}*|vouw\\p{L}*");

/** "koken, wassen, strijken": among work in the house it is clothes that are washed. @param sentence in which the words stand */
export function washingInTheHouse(clause: string, sentence: string): string {
  return /^(?:ik )?(?:was|wassen)$/i.test(clause.trim()) && housework.test(plain(sentence)) ? "kleren wassen" : clause;
}
