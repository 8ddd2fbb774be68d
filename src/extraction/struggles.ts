import type { Language } from "../domain/language.ts";
import { isShort } from "./clauses.ts";

/** A thing that is failed at: a few words without a doer in them. */
const thing = "(?:(?!(?:ik|wij|we|hij|zij|mijn|i|he|she|they)(?!\\p{L}))[\\p{L}\\d'-]+ ){1,4}";
const few = "(?:[\\p{L}\\d'-]+ ){0,4}";
const startsNl = "^ (?:(?:en|maar|want|ja|nee|nou|ook|alleen|die|dat|de|het) )*";
const startsEn = "^ (?:(?:and|but|cos|because|yeah|no|well|also|though|the|that|still) )*";
const waysNl = "(?:half de tijd|de helft van de tijd|de helft|meestal|vaak|altijd|soms|steeds|nog steeds|elke keer|negen van de tien keer)";
const waysEn = "(?:half (?:of )?the time|most of the time|mostly|usually|always|often|every time|nine times out of ten|half of (?:it|them))";
const own = "(?:ik|'k)";

/** What fails, burns or defeats who tells of it. Tried on a clause as the cues read it. */
const struggles: Readonly<Record<Language, RegExp>> = {
  nl: new RegExp(
    [
      // "met excel heb ik ruzie", "ik lig overhoop met de printer"
      `^ (?:(?:en|maar) )*met ${thing}(?:heb|lig|leef|sta) ik (?:\\p{L}+ ){0,3}(?:ruzie|oorlog|overhoop|in de clinch|op gespannen voet) $`,
      `${startsNl}${own} (?:heb|lig|leef|sta) (?:(?:nog|altijd|steeds|een beetje|vaak) )*(?:ruzie|oorlog|overhoop|in de clinch|op gespannen voet) met ${thing}$`,
      // "ik laat de melk altijd overkoken"
      `${startsNl}(?:${own} laat|(?:${thing})?laat ik) ${few}(?:aanbranden|verbranden|overkoken|inzakken|verpieteren|aankoeken|mislukken|instorten|doodgaan|verdorren) $`,
      `(?:brandt|kookt|zakt|valt|loopt) (?:bij mij|(?:het |alles )?me) (?:${waysNl} )?(?:aan|over|in|om|vast)`,
      `^ (?:(?:en|maar|ja) )*${waysNl} (?:mislukt|faalt|gaat (?:het|ie|alles) (?:fout|mis)|verbrandt)(?: |$)`,
      `${startsNl}${thing}(?:mislukt|mislukken|faalt) (?:(?:bij mij|me|mij) )?(?:${waysNl}|toch|nogal eens)(?: |$)`,
      `^ (?:(?:en|maar|dan|toch) )*(?:(?:het|dat|alles) (?:mislukt|mislukte)|(?:mislukt|mislukte) (?:het|dat|alles))(?: (?:toch|altijd|vaak|meestal|nog|steeds|bij mij|me|hoor|alles))* $`,
      // "worstel ik mee", "ik worstel met de btw"
      `(?:^| )(?:${own} (?:worstel|stuntel|klungel|pruts|modder)|(?:worstel|stuntel|klungel|pruts|modder) ik)(?: (?:nog|altijd|steeds|maar wat|ook|er|wel))*(?: (?:met|mee)| $)`,
      // "daar bak ik niks van", "snap ik geen bal van", "krijg ik niet onder de knie"
      `(?<!\\p{L})(?:bak|brouw|maak|snap|begrijp|ken|kan) (?:ik )?(?:er )?(?:(?:echt|nog|helemaal) )*(?:niks|niets|geen \\p{L}+|de ballen|weinig) van(?: |$)`,
      `(?<!\\p{L})(?:krijg|krijgt) (?:ik )?(?:\\p{L}+ ){0,4}(?:niet|nooit|maar niet) (?:onder de knie|in mijn hoofd|in m'n hoofd|voor elkaar|aan de praat)`,
      `(?<!\\p{L})(?:ben|was) ik (?:echt |altijd )*(?:een (?:ramp|drama|kluns|prutser|nul|leek)|waardeloos|hopeloos|belabberd|dramatisch|niet te genieten)(?: |$)|(?<!\\p{L})ik (?:ben|was) (?:echt |altijd )*(?:een (?:ramp|drama|kluns|prutser|nul)|waardeloos|hopeloos|belabberd) (?:in|met|als)(?: |$)`,
      `${startsNl}${thing}(?:is|zijn|was|blijft|blijven) (?:echt |nog altijd |gewoon |voor mij |altijd )*(?:een ramp|een drama|een hel|een crime|een nachtmerrie|mijn vijand|mijn zwakke plek|mijn struikelblok|abracadabra|chinees)(?: (?:voor|bij) mij| hoor| joh| altijd)* $`,
      `(?<!\\p{L})(?:gaat|gaan) (?:mij|me) (?:boven de pet|de pet te boven|boven mijn pet)(?: |$)`,
      `${startsNl}${thing}(?:maakt|maken|jaagt|jagen|drijft|drijven) (?:mij|me) (?:\\p{L}+ ){0,2}(?:gek|kapot|af|tot waanzin|radeloos|dood)(?: |$)`,
    ].join("|"),
    "u",
  ),
  en: new RegExp(
    [
      // "grammar is killing me", "invoices do my head in"
      `${startsEn}${thing}(?:is|are|was|were)(?: \\p{L}+)? (?:killing|defeating|beating|breaking|finishing) me(?: |$)`,
      `${startsEn}${thing}(?:kills?|defeats?|beats?|baffles?|confuses?|terrif(?:y|ies)|frustrates?|puzzles?|scares?) me(?: (?:every time|still|though|off|completely))* $`,
      `${startsEn}${thing}(?:does|do|did) my (?:head|nut|brain) in(?: |$)|${startsEn}${thing}(?:drives?|drove|sends?) me (?:\\p{L}+ ){0,2}(?:mad|crazy|nuts|insane|round the bend|up the wall|mental)(?: |$)`,
      `${startsEn}${thing}(?:is|are|was|were) (?:\\p{L}+ )?(?:beyond me|over my head|all greek to me|double dutch|a mystery to me|the bane of my (?:life|existence)|my (?:nemesis|enemy|weak (?:spot|point)|downfall))(?: |$)|${startsEn}${thing}(?:goes|go|went) over my head(?: |$)`,
      `(?:^| )(?:me and ${thing}|${thing}and (?:me|i) )(?:don't|dont|do not|never|didn't|didnt) (?:get on|get along|mix|agree|see eye to eye)`,
      "(?:^| )i(?:'m| am|m)? (?:still |always |forever |constantly )*(?:at war|fighting|falling out|in a fight|in a battle) with (?:the |my |this |that )?(?:excel|computers?|printers?|tills?|machines?|systems?|software|spreadsheets?|phones?|forms?|ovens?|grammar|spelling|numbers|maths?)(?: |$)",
      "(?:^| )i(?:'m| am|m)? (?:\\p{L}+ )?(?:struggl(?:e|ed|ing)|muddl(?:e|ed|ing) (?:along|through)|fumbl(?:e|ed|ing)) (?:\\p{L}+ )?(?:with|to|at|through)(?: |$)|(?:^| )i (?:\\p{L}+ )?struggle $",
      `(?:^| )i (?:(?:still|always|usually|often|mostly|even|once|just) )+(?:ruin(?:ed)?|overcook(?:ed)?|undercook|wreck(?:ed)?|botch(?:ed)?|mess(?:ed)? up|spoil(?:ed)?) ${thing}$`,
      // Weeds are killed on purpose, and wood is burnt.
      `(?:^| )i (?:still|even|always) (?:burn|burnt|burned|kill|killed) (?!.*(?:weeds?|slugs?|rats|mice|bugs|pests?|lights?|power|wood|logs|waste|incense|cds?|calories) )${thing}$`,
      `(?:^| )i (?:keep|kept) (?:burning|ruining|killing|overcooking|wrecking|botching|messing up|failing|forgetting|losing|breaking|dropping)(?: |$)`,
      `^ (?:(?:and|but|then) )*(?:(?:it|they|that|this) )?${waysEn} (?:${thing})?(?:fails?|failed|goes wrong|go wrong|falls? (?:apart|over|flat)|collapses?|burns?|sinks?|dies?|flops?)(?: |$)`,
      `^ (?:(?:and|but|then) )*(?:it|they|that|mine) (?:(?:(?:always|usually|mostly|often|just) )+(?:fails?|goes wrong|go wrong|falls? (?:apart|over|flat)|collapses?|burns?|sinks?|dies?|flops?)|never (?:rises?|works?|sets?|turns? out))(?: |$)(?!(?:if|when|because|as|for) )`,
      `(?:^| )(?:i'm|im|i am|i was) (?:\\p{L}+ )?(?:a (?:disaster|nightmare|liability|klutz|shambles)|clueless|rubbish|hopeless|useless|pants|dreadful|lousy|shocking) (?:at|with|in|about)(?: |$)`,
    ].join("|"),
    "u",
  ),
};

/** What stands in a sentence about what is done about it. */
const mended: Readonly<Record<Language, RegExp>> = {
  nl: /^ (?:(?:en|maar) )*(?:als|wanneer|zodra|waar) |(?<!\p{L})(?:geen ruzie|nooit ruzie|niet (?:aanbranden|overkoken|mislukken)|nooit (?:aanbranden|overkoken|mislukken))/u,
  en: /^ (?:(?:and|but) )*(?:if|when|whenever|where) | (?:people|those|kids|children|customers|anyone|someone) who /u,
};

/**
 * True where a clause says that something fails with who tells of it, or that they struggle with it: no skill of theirs.
 * @param text lower case, words parted by one space, one at either end
 */
export const isStruggle = (text: string, language: Language): boolean =>
  isShort(text) && !mended[language].test(text) && struggles[language].test(text);
