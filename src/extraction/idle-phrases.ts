import type { Language } from "../domain/language.ts";
import { isShort } from "./clauses.ts";

/** Sayings, exclamations, jokes and grumbles: what people put between what they tell. Tried on a clause as the cues read it. */
interface Idle {
  /** Whole clauses that say nothing of a doing. */
  readonly whole: RegExp;
  /** How a thing or a body is, in the mouth of somebody who grumbles. */
  readonly grumble: RegExp;
}

const beforeNl = "^ (?:(?:en|maar|ja|nee|nou|ach|gewoon|echt|was|is|wel|heel|zo|best|toch|dat is|dat was|het is|het was|zeg|man|pff+) )*";
const beforeEn =
  "^ (?:(?:and|but|yeah|no|well|oh|just|so|was|is|it was|it is|it's|its|that's|thats|pretty|really|very|bit|a bit|absolutely|totally|quite|mate) )*";
const afterNl = "(?: (?:hoor|joh|zeg|man|toch|he|haha+|lol|soms|echt|af en toe|werk))* $";
const afterEn = "(?: (?:though|mate|lol|haha+|really|mind|mind you|innit|tbh|honestly|sometimes|stuff|work|at times))* $";

const howNl =
  "saai|zalig|heerlijk|slopend|dodelijk|geestdodend|stinkheet|bloedheet|ijskoud|steenkoud|zwaar|vermoeiend|frustrerend|irritant|gezellig|waardeloos|verschrikkelijk|vreselijk|afschuwelijk|geweldig|fantastisch|hilarisch|lachen|doodvermoeiend|dodelijk saai|om te (?:huilen|lachen|gillen)|niet normaal|niet te doen|zonde|jammer|belachelijk|schandalig|balen|kut|klote|ruk|bizar|pittig|hectisch|eentonig|zenuwslopend";
const howEn =
  "(?:soul|back|mind|spirit|heart|bone|nerve|gut)[ -](?:crushing|destroying|sucking|breaking|numbing|wrenching|rending|wracking|aching|shaking)(?:ly \\p{L}+)?|boring|exhausting|brutal|grim|tedious|knackering|freezing|boiling|bliss|heaven|hell(?: on earth)?|lush|lovely|horrible|horrid|awful|dreadful|gutting|gutted|hilarious|heartbreaking|depressing|dull|dire|murder|thankless|mental|chaos|carnage|madness|a (?:joke|nightmare|shambles|laugh|killer|scream|pain|drag|slog|grind|hoot|circus)|good (?:times|job too|fun)|happy days|fun times|never again|what a (?:laugh|mess|joke|life|day)";
const bodyNl = "rug|rugge?n|knie(?:en)?|schouders?|nek|heup(?:en)?|handen|voeten|benen|polsen|pols|lijf|ogen|oren|gewrichten|vingers|longen";
const bodyEn = "back|backs|knees?|shoulders?|neck|hips?|hands|feet|legs|wrists?|body|eyes|ears|ears|joints|fingers|lungs|elbows?|ankles?|bones";

const idle: Readonly<Record<Language, Idle>> = {
  nl: {
    whole: new RegExp(
      [
        `${beforeNl}(?:${howNl})(?: (?:en|maar|of) (?:${howNl}))*${afterNl}`,
        // "noem maar op", "de hele mikmak": the rest of a row, with nothing named
        `${beforeNl}(?:noem (?:het )?maar op|(?:de|het) hele (?:mikmak|rataplan|santenkraam|zooitje|zwik|mik|reutemeteut|boel|handel)|enzovoorts?|je kent het wel|ge kent dat|weet ik veel(?: wat)?|van die dingen|dat soort (?:dingen|werk)|en zo|allemaal van dat|zo kan ik doorgaan)${afterNl}`,
        `${beforeNl}(?:stuur hulp|help me|red me|schiet mij maar lek|bid voor me|god sta me bij|heer help me|lang verhaal|grapje|geintje|eind goed al goed|hoort erbij|hoort er nu eenmaal bij|zo gaat dat|zo is het leven|het leven he|c'est la vie|je lacht je kapot|lach maar|niet lachen|je gaat lachen|succes ermee|veel plezier ermee|klaar is kees|kind kan de was doen|appeltje eitje|kat in het bakkie|eitje|dikke prima|mooi meegenomen|goed zo|probleem opgelost|daar is geen kruid tegen gewassen|geen kruid tegen gewassen|dweilen met de kraan open|vechten tegen de bierkaai|trekken aan een dood paard|water naar de zee dragen|de wereld op zijn kop|praat me er niet van|begin er niet over|hou op|zwijg erover|schei uit)${afterNl}`,
        "^ wat een \\p{L}+(?: \\p{L}+)? (?:is|was|waren) (?:me )?(?:dat|het|dit)(?: (?:zeg|he|joh|toch|altijd|daar))* $|^ (?:echt |wel )?(?:zonde|jammer|sneu|gek|moe|ziek) van (?:(?:mijn|mn|de|het|al die|al dat|je|die) )?(?:\\p{L}+ ?){1,2}(?:als (?:ge|je|u) .*)?$|^ (?:(?!(?:ik|wij)(?!\\p{L}))\\p{L}+ ){1,4}(?:telt|tellen) (?:(?:dat|ook|zeker|niet|mee|toch|wel) ?)+$",
        // What comes of it, with nobody who does it: "scheelt uren", "kostte bijna een week"
        "^ (?:(?:en|dat|het|maar|dus) )*(?:scheelt|scheelde|kost|kostte|duurt|duurde|bespaart|bespaarde) (?:(?:me|mij|ons|hooguit|al|snel|bijna|wel|ongeveer|zeker|een|veel|heel|zo|toch|makkelijk|elke|per|de|\\d+|twee|drie|vier|vijf|zes|tien|halve?|hele) )*(?:tijd|uren|uur|uurtje|dagen|dag|week|weken|maand|maanden|jaar|minuten|gram|kilo|euro|euros|geld|werk|gedoe|moeite|slok)(?: (?:werk|op een borrel|per (?:dag|week|keer)|elke \\p{L}+|hoor|toch))* $",
        // "winter te koud", "veel te duur"
        "^ (?:(?:en|maar) )?(?:(?!(?:ik|niet|nooit|om|voor|naar)(?!\\p{L}))\\p{L}+ ){0,3}(?:veel |altijd |vaak )?te (?:koud|warm|heet|nat|droog|zwaar|druk|duur|weinig|veel|laat|vroeg|hard|lang|kort|klein|groot|gek|stil|donker|moeilijk|makkelijk|saai|ver)(?: hoor| joh| voor mij| soms)* $",
        // "vergaderingen zijn net poppenkast": likened to something, by nobody who does it
        "^ (?:(?:en|maar|want) )*(?!(?:ik|wij|we|(?:(?:mijn|mn|het|dat) )?(?:werk|baan|functie|taak|vak))(?!\\p{L}))(?:(?!ik )[\\p{L}'-]+ ){1,4}(?:is|zijn|was|waren|lijkt|lijken)(?: (?:wel|echt|soms))* (?:net|precies|net als|net zo|als|gelijk) (?!(?:vrijwilligers?|medewerkers?|stagiaire?|hulp|invaller|zzp\\p{L}*) )(?:(?!ik )[\\p{L}'-]+ ){1,5}$",
      ].join("|"),
      "u",
    ),
    grumble: new RegExp(
      [
        `^ (?:(?:en|maar|want|ja|alleen) )*(?:(?:mijn|mn|m'n|me|de|die) )?(?:${bodyNl})(?: (?:en|of) (?:mijn |mn |de )?(?:${bodyNl}))*(?: (?:is|zijn|was|waren|doet|doen|gaat|gaan|werkt|wil|willen)(?: (?:er|wel|ook|nu|nog|niet|echt|helemaal|altijd))* (?:kapot|op|versleten|naar de (?:maan|knoppen|kloten|haaien|vaantjes)|gesloopt|pijn|zeer|eraan|stuk|slecht|beroerd|beter van geworden|meer(?: mee)?)| kapot| versleten| op)(?: (?:hoor|ze|wel|ook|trouwens|intussen|ondertussen))* $`,
        "^ (?:(?:en|maar|want|ja) )*(?:de|die) (?:prijs|prijzen|kosten|huur|belasting|regels|files?|kou|hitte|bureaucratie|papierwinkel|rompslomp|baas|bazen|planners|managers?) (?:(?:van|voor|in|op) (?:\\p{L}+ ){1,3})?(?!.*(?<!\\p{L})(?:ik|wij|we|mijn)(?!\\p{L}))(?:is|zijn|was|waren|rijzen|stijgen|jaagt|jagen|slaat|slaan|lopen|worden|wordt|werden|zitten|denken|weten) ",
        "^ (?:(?:en|maar|want) )*(?:(?!(?:ik|we|wij|mijn)(?!\\p{L}))[\\p{L}'-]+ ){1,4}(?:is|zijn|was|waren) (?:echt |toch |wel |gewoon |veruit )*(?:het (?:ergste|allerergste|stomste|irritantste|vervelendste)|een (?:plaag|ramp|drama|hel|gekkenhuis|poppenkast|gruwel|lachertje|grap))(?: |$)",
      ].join("|"),
      "u",
    ),
  },
  en: {
    whole: new RegExp(
      [
        `${beforeEn}(?:${howEn})(?: (?:and|but|or) (?:${howEn}))*${afterEn}`,
        `${beforeEn}(?:(?:about )?as \\p{L}+ as (?:it|they|that) (?:sounds?|gets?|comes?|get|looks?)|about as \\p{L}+ as (?:\\p{L}+ ?){1,4})${afterEn}`,
        `${beforeEn}(?:the (?:whole )?(?:lot|works|shebang|nine yards|kit and caboodle)|you name it|and what ?not|and so on|and so forth|all (?:that|the) (?:jazz|rest|usual)|that (?:kind|sort) of (?:thing|stuff)|the usual(?: stuff)?|etcetera|blah blah(?: blah)?)${afterEn}`,
        `${beforeEn}(?:(?:please )?send (?:help|wine|coffee|chocolate|gin|cake)|god help (?:me|us)|lord help (?:me|us)|pray for me|save me|shoot me(?: now)?|kill me(?: now)?|bless (?:them|him|her|em|'em|their hearts)|job done|job's a good'?un|easy peasy|piece of (?:cake|cake really)|long story|simple as|goes with the territory|comes with the (?:job|territory)|part (?:and parcel(?: of (?:it|the (?:job|game)))?|of the job)|worth (?:it|every penny|the (?:debt|money|hassle|effort))|(?:works|worked) (?:a treat|like a charm|every time|nine times out of ten)|swear down|no pun intended|go figure|tell me about it|don't (?:laugh|ask|get me started)|dont (?:laugh|ask|get me started)|(?:you'?ll|you will|you can) laugh|laugh all you (?:like|want)|chance would be a fine thing|fat chance|pull the other one|(?:that|there) goes my \\p{L}+|such is life|that's life|thats life|life eh|mustn'?t grumble|can'?t complain|cant complain|beggars can'?t be choosers|it is what it is|the joys(?: of \\p{L}+)?|living the dream|another day another dollar|waste of (?:time|money|space|breath)(?: if you ask (?:me|her|him|them))?)${afterEn}`,
        // What comes of it, with nobody who does it: "saved me a day", "took about a month"
        "^ (?:(?:and|but|it|that|so|which) )*(?:saves?|saved|takes|took|costs?) (?!the time )(?:(?:me|us|about|like|at least|nearly|almost|only|a good|a|an|the|whole|half|couple of|few|\\d+|two|three|four|five|six|ten) )*(?:hours?|days?|weeks?|months?|years?|minutes?|ages|forever|time|while|bit|money|fortune|hassle|lot of (?:time|money|hassle|work))(?: (?:or so|every \\p{L}+|a (?:day|week|month)|each time|though))* $",
        "^ (?:(?:and|but|cos|because) )*(?!(?:i|we|(?:(?:my|the|this|that) )?(?:job|work|role|task))(?!\\p{L}))(?:(?!i )[\\p{L}'-]+ ){1,4}(?:is|are|was|were|feels?)(?: (?:just|honestly|basically|sometimes|a bit))* like (?:(?!i |my )[\\p{L}'-]+ ){1,6}$",
        "^ (?:(?:and|but) )?(?:(?!(?:i|not|never)(?!\\p{L}))\\p{L}+ )?(?:(?:is|was|are|were) )?(?:much |far |way |always )?too (?:cold|hot|warm|wet|dry|heavy|busy|expensive|dear|late|early|loud|long|short|small|big|quiet|dark|hard|easy|boring|far)(?: (?:though|mate|for me|really))* $",
      ].join("|"),
      "u",
    ),
    grumble: new RegExp(
      [
        `^ (?:(?:and|but|cos|though|yeah) )*(?:(?:my|me|the) )?(?:(?:lower|bad|left|right) )?(?:${bodyEn})(?:(?: and| or|,)? (?:my |the |me )?(?:${bodyEn}))*(?: (?:is|are|was|were|went|goes|go|hurts?|aches?|gave|has|have|isn't|aren't|ain't)(?: (?:all|completely|well|totally|a bit|not|gone|half|what))* ?(?:shot|knackered|gone|killing(?: me)?|bad|sore|wrecked|ruined|buggered|done|in bits|in|out|up|had it|off|it was|they were|better|broken)?)(?: (?:though|now|mate|and all|an all|as well|too))* $`,
        `^ (?:(?:and|but) )?(?:(?:my|me|the) )?(?:${bodyEn}) (?:and|an) all(?: (?:mate|though))* $`,
        "^ (?:(?:and|but|sure|god|cos) )*(?:the )?(?:prices?|cost|costs|rent|taxes|tax|rules|traffic|weather|cold|heat|red tape|paperwork|bureaucracy|bosses|management|managers|planners) (?:(?:of|for|in|on|from) (?:\\p{L}+ ){1,3})?(?!.*(?<!\\p{L})(?:i|we|my)(?!\\p{L}))(?:is|are|was|were|would|will|has|have|keeps?|makes?|drives?|never|just) ",
        "^ (?:(?:and|but|cos) )*(?:(?!(?:i|we|my)(?!\\p{L}))[\\p{L}'-]+ ){1,4}(?:is|are|was|were) (?:just |honestly |easily |by far |basically )*(?:the (?:worst|absolute worst|pits|devil|bane of my life)|a (?:plague|disaster|nightmare|joke|circus|madhouse|disgrace))(?: |$)",
      ].join("|"),
      "u",
    ),
  },
};

/**
 * True where a clause is a saying, an exclamation, a joke or a grumble, and nobody does anything in it.
 * @param text lower case, words parted by one space, one at either end
 */
export const isIdle = (text: string, language: Language): boolean =>
  isShort(text) && (idle[language].whole.test(text) || idle[language].grumble.test(text));
