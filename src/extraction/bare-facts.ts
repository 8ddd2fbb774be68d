import type { Language } from "../domain/language.ts";
import { isShort } from "./clauses.ts";

const numbersNl =
  "\\d+(?:[.,]\\d+)?|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|vijfentwintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|tweehonderd|duizend";
const numbersEn =
  "\\d+(?:[.,]\\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|a dozen|a thousand|hundreds of|dozens of";
const nearNl = "^ (?:(?:en|maar|nu|al|ruim|zo'n|zon|ongeveer|een stuk of|bijna|zeker|wel|soms|vaak|samen|met|ik denk|toch|meer dan|in totaal) )*";
const nearEn =
  "^ (?:(?:and|but|now|about|around|roughly|nearly|almost|over|up to|some|only|just|at least|going on|coming up to|more than|like|maybe) )*";
const groupNl =
  "kinderen|kindjes|kleuters|peuters|pubers|tieners|jongeren|ouderen|senioren|bejaarden|volwassenen|jongens|meisjes|meiden|vrouwen|mannen|baby's|gezinnen|studenten|toeristen|leerlingen|klanten";
const groupEn =
  "kids|children|toddlers|teens|teenagers|adults|babies|boys|girls|lads|ladies|women|men|pensioners|seniors|families|students|tourists|beginners|regulars|locals|old folks?|elderly(?: people)?|older people|young people";
const adverbNl = "vooral|meestal|voornamelijk|hoofdzakelijk|alleen|nu|tegenwoordig|momenteel|de laatste tijd";
const adverbEn = "mostly|mainly|only|just|usually|now|nowadays|these days|at the moment|lately|in the main";

interface Facts {
  /** Always so: how long, how many, which team, for whom. */
  readonly always: RegExp;
  /** So where no word of a doing stands in it. */
  readonly withoutDoing: RegExp;
}

const facts: Readonly<Record<Language, Facts>> = {
  nl: {
    always: new RegExp(
      [
        `${nearNl}(?:${numbersNl}) (?:jaar|jaren|jaartjes|maanden|weken|dagen|uren|uur|seizoenen|zomers)(?: (?:lang|al|nu|alles bij elkaar|bij elkaar|alles samen|alles opgeteld|in totaal|bij dezelfde \\p{L}+|per (?:dag|week|jaar|maand)|(?:omdat|want) (?!ik ).*))* $`,
        // Behind a number it is a thing, also where it looks like a doing: "drie bakken".
        `${nearNl}(?:${numbersNl}) (?!en |of )\\p{L}+ $`,
        `^ (?:(?:ook|dan|in|bij|met) )*(?:(?:het|de) )?(?:eerste|tweede|derde|vierde|vijfde|laagste|hoogste|[1-9]e) (?:team|elftal|ploeg|klasse|divisie|plaats|prijs|jaars|ronde)(?: (?:hoor|nu|nog))* $`,
        `^ (?:(?:${adverbNl}) )*(?:${groupNl})(?: (?:${adverbNl}))+ $|^ (?:(?:${adverbNl}) )+(?:${groupNl}) $`,
      ].join("|"),
      "u",
    ),
    withoutDoing: new RegExp(
      `${nearNl}(?:${numbersNl}) (?!en |of |.*ge\\p{L}{3,}(?:t|d|en) $)(?:\\p{L}+ ){1,2}(?:(?:per|op|in|van|onder|elke|iedere|tot|door) (?:(?:de|het|een|zo'n|\\d+) )?(?:\\p{L}+ ){1,2})?(?:tot \\d+ )?$`,
      "u",
    ),
  },
  en: {
    always: new RegExp(
      [
        `${nearEn}(?:${numbersEn}) (?:years?|months?|weeks?|days?|hours?|seasons?|summers?)(?: (?:long|now|and counting|all told|in total|altogether|all in all|in all|straight|or so|and more|solid|on the trot|a (?:day|week|year|month)|(?:as|because|cos|since) (?!i ).*))* $`,
        `${nearEn}(?:${numbersEn}) (?!and |or )\\p{L}+ $`,
        "^ (?:(?:also|then|in|for|with) )*(?:the )?(?:first|second|third|fourth|bottom|top|[1-9](?:st|nd|rd|th)) (?:team|eleven|xi|fifteen|squad|division|league|class|place|prize|round)(?: (?:now|though))* $",
        `^ (?:(?:${adverbEn}) )*(?:${groupEn})(?: (?:${adverbEn}))+ $|^ (?:(?:${adverbEn}) )+(?:${groupEn}) $`,
      ].join("|"),
      "u",
    ),
    withoutDoing: new RegExp(
      `${nearEn}(?:${numbersEn}) (?!and |or |.*\\p{L}{3,}ed $)(?:\\p{L}+ ){1,2}(?:(?:per|on|in|of|under|every|each|through|at|a) (?:(?:the|a|an|this|my|\\d+) )?(?:\\p{L}+ ?){0,3})?$`,
      "u",
    ),
  },
};

/** What a home is run by and an office staffed with, where nothing else is said. */
const role: Readonly<Record<Language, RegExp>> = {
  nl: /^ (?:(?:gewoon|nu|vroeger|eerst|daarna|toen|ook|weer|fulltime|parttime) )*(?:(?!(?:help|hielp|zorg|geef|leer|heb|haal|kreeg)\p{L}* )\p{L}+ )?(?:thuisblijf(?:moeder|vader|papa|mama|ouder)|huisman|huisvrouw|huismoeder|pleeg(?:moeder|vader|ouder)|alleenstaande (?:moeder|vader)|(?:data|administratief|commercieel|juridisch|technisch|logistiek) (?:\p{L}+ )?(?:medewerker|medewerkster|assistent|assistente|typist|typiste|kracht)) $/u,
  en: /^ (?:(?:just|now|first|then|also|full ?time|part ?time|a|an|was|been|your) )*(?:(?:stay[- ]at[- ]home|single|working|foster|full ?time) (?:dad|mum|mom|mam|parent|mother|father|wife|husband)|house ?(?:wife|husband)|(?!(?:got|did|do|have|had|pass|train|help|teach|taught|manage|lead|led|hire|interview|coach|supervis|work with|as)\p{L}* )(?:[\p{L}-]+ ){1,3}(?:clerk|assistant|labourer|operative|officer|worker|employee|apprentice|trainee|mate|temp)) $/u,
};

const placesNl =
  "(?:(?:\\p{L}+ )?(?:boerderij|reisbureau|kantoor|bedrijf|familiebedrijf|fabriek|\\p{L}+fabriek|\\p{L}+bedrijf|\\p{L}+kantoor|\\p{L}+boerderij|ministerie|gemeente|provincie|bank|firma|zaak|instelling|stichting|vereniging|haven|veiling|\\p{L}+winkel))";
const placesEn =
  "(?:(?:\\p{L}+ ){0,2}(?:farm|office|company|firm|factory|mill|mine|pit|plant|agency|bureau|council|bank|business|warehouse|shop|store|charity|institution|yard|docks|port|garage))";

/** Where somebody works or sits, and not what they do there: "I was a file clerk at the brick works", "ik zit in het bestuur". */
const attached: Readonly<Record<Language, RegExp>> = {
  nl: new RegExp(
    [
      `^ (?:(?:en|maar|hiervoor|daarvoor|vroeger|eerst|toen|daarna|nu|ja) )*(?:ik )?(?:heb|had) (?:ik )?(?:(?:altijd|jaren|lang|ook|veel|vaak|mijn hele leven|\\d+ jaar) )*(?:mee)?(?:gewerkt|geholpen) (?:op|bij|in) (?:(?:de|het|een|mijn|onze|ons) )?${placesNl}(?: van (?:\\p{L}+ ?){1,3})? $`,
      `^ (?:(?:en|maar|hiervoor|daarvoor|vroeger|eerst|toen|daarna|nu|ja) )*(?:werkte ik|ik werkte|werk ik|ik werk|werkte|heb ik)(?: (?:ook|nog|lang|jaren|altijd|\\d+ jaar))* (?:op|bij|in|voor) (?:(?:de|het|een|mijn|onze|ons) )?${placesNl}(?: (?:in|van|te) \\p{L}+)?(?: (?:mee)?gewerkt)? $`,
      "^ (?:(?:en|ook|verder|daarnaast|nu) )*(?:(?:ik )?(?:zit|zat)|zit ik|zat ik|(?:ik ben )?lid|ik was lid)(?: (?:ook|nog|al|jaren|\\d+ jaar))* (?:in|van|bij) (?:(?:de|het|een|onze|mijn) )?\\p{L}*(?:commissie|bestuur|raad|werkgroep|vereniging|club|comite|vakbond|bond)(?: (?:van|bij|op) (?:(?:de|het|mijn|onze) )?\\p{L}+)? $",
    ].join("|"),
    "u",
  ),
  en: new RegExp(
    [
      "^ (?:(?:and|but|before that|before|first|then|so|yeah|now|well) )*(?:i )?(?:am|was|used to be|have been|been|i'm|im|i've been|ive been) (?:just )?(?:an? |the )?(?:[\\p{L}-]+ ){0,3}(?:clerk|assistant|labourer|operative|officer|worker|employee|apprentice|trainee|mate|temp|hand|secretary)(?: (?:at|in|for|with|on) (?:(?:the|an?|my|our) )?(?:[\\p{L}'-]+ ?){1,4})? $",
      `^ (?:(?:and|but|before that|before|first|then|so|yeah|now|well) )*(?:i )?(?:(?:have|always|also|i've) )*(?:work(?:ed)?|helped out|pitched in|muck(?:ed)? in)(?: (?:also|always|for years))* (?:at|on|for|in) (?:(?:the|an?|my|our|his|her) )?(?:(?:uncle|father|dad|parents|family|mum|brother)(?:'s|s)? )?${placesEn}(?: (?:in|near|outside) \\p{L}+)? $`,
      "^ (?:(?:and|also|now) )*(?:i )?(?:(?:sit|sat|serve|served|am|was) on|(?:i'm|i am|am|was|been)? ?(?:a )?member of) (?:(?:the|our|my|a|an) )?(?:[\\p{L}-]+ )?(?:committee|board|council|panel|union|club|association|society)(?: (?:of|at|for) (?:(?:the|our|my) )?\\p{L}+)? $",
    ].join("|"),
    "u",
  ),
};

/** True where a clause of the holder's own says only what they were called, or where they work or sit. @param text as the cues read it */
export const isBareAttachment = (text: string, language: Language): boolean => isShort(text) && attached[language].test(text);
/**
 * True where a clause names only how long, how many, who for, which team or what somebody is called: nothing that is done.
 * @param text lower case, words parted by one space, one at either end
 * @param doing it has a verb of doing
 */
export const isBareFact = (text: string, doing: boolean, language: Language): boolean =>
  isShort(text) && (facts[language].always.test(text) || role[language].test(text) || (!doing && facts[language].withoutDoing.test(text)));
