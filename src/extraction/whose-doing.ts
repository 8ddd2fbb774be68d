import type { CandidateStatus } from "../domain/finding.ts";
import { grownKin, kinWords } from "../domain/kin.ts";
import type { Language } from "../domain/language.ts";
import { received } from "./received.ts";

/** What a clause tells of instead of a doing of the holder's. */
type Whose = Extract<CandidateStatus, "other_person" | "denied" | "wish"> | "circumstance" | "small_talk";

interface Telling {
  readonly whose: Whose;
  readonly says: RegExp;
}

const noOwnEn = "(?!.*(?<!\\p{L})(?:i|i'm|im|i've|ive|we|me|us|my|our|myself|ourselves)(?!\\p{L}))";
const noOwnNl = "(?!.*(?<!\\p{L})(?:ik|ikzelf|'k|we|wij|mij|mezelf|me|mijn|mn|m'n|ons|onze)(?!\\p{L}))";
/** Whose urging is no order: who has a boss does as they say. */
const nearNl = `(?:${kinWords(grownKin, ["nl"])}|vriend|vriendin|vrienden|buurman|buurvrouw|maten)`;
const nearEn = `(?:${kinWords(grownKin, ["en"])}|mates?|pals?|friends?|gf|bf|girlfriend|boyfriend|missus|neighbou?r|cousin)`;
const othersEn = `(?:${nearEn}|team ?lead|planner|colleague|boss|manager|supervisor|bookkeeper|accountant)`;
const vehicleEn = "(?:bus|train|tram|metro|car|taxi|ferry|boat|plane|sofa|couch|bed|waiting room)";

const tradeNl =
  "(?:loodgieter|monteur|elektricien|schilder|stukadoor|tegelzetter|timmerman|aannemer|dakdekker|hovenier|kapper|kapster|glazenwasser|slotenmaker|installateur)";

/** Tried in this order, on a clause as the cues read it. Each is narrow: a doing that goes unheard is a loss too. */
const tellings: Readonly<Record<Language, readonly Telling[]>> = {
  nl: [
    // "wie dweilt": who does it is what is settled, and not that the holder does.
    { whose: "other_person", says: new RegExp(`^ (?:(?:en|of|van) )*wie ${noOwnNl}(?:\\p{L}+ ){1,5}$`, "u") },
    // "u staat hier al een uur": spoken to somebody, and told again.
    {
      whose: "other_person",
      says: new RegExp(`^ (?:(?:en|maar|want|mevrouw|meneer) )*u ${noOwnNl}(?!.* die )(?:heeft|hebt|staat|stond|zit|zat|wacht|wachtte)(?: |$)`, "u"),
    },
    // "ja de notaris regelt het": a yes before it changes nothing.
    {
      whose: "other_person",
      says: new RegExp(
        `^ (?:(?:ja|nee|nou|ach|oh|tja) )+(?:de|een|mijn|mn|m'n|onze) (?:boekhoudster|boekhouder|accountant|notaris|monteur|loodgieter|elektricien|schilder|schoonmaakster|schoonmaker) (?!.*(?<!\\p{L})(?:ik|ikzelf|mij|we|wij|samen)(?!\\p{L}))(?:doet|deed|regelt|regelde) `,
        "u",
      ),
    },
    // "de ramen doet een firma"
    {
      whose: "circumstance",
      says: /^ (?:(?:en|maar|want) )*(?:de|het|mijn|mn|m'n|onze) \p{L}+ (?:doet|deed|regelt|regelde|maakt|maakte|wast|lapt) (?:een|de|het|onze|mijn) (?:\p{L}+ )?(?:firma|bedrijf|bedrijfje|gemeente|verhuurder|huisbaas|woningbouw|vve|hovenier|glazenwasser) /u,
    },
    // "de loodgieter kwam en legde de leidingen"
    {
      whose: "circumstance",
      says: new RegExp(
        `^ (?:(?:en|maar|dus|want|toen) )*(?:de|een|mijn|mn|m'n|onze) ${tradeNl} (?!.*(?<!\\p{L})(?:ik|ikzelf|mij|mezelf|we|wij|samen)(?!\\p{L}))(?:heeft|had|kwam|komt|maakte|maakt|legde|deed|doet|repareerde) `,
        "u",
      ),
    },
    // "de wagen bouwen doen Sjef en Twan", "die lassen alles zelf", "de oudere meiden knipten"
    {
      whose: "other_person",
      says: new RegExp(
        `^ (?:(?:en|maar) )*(?:de|het|dat|die) ${noOwnNl}(?:\\p{L}+ ){0,3}(?:doen|deden) (?!er |het |dat |of |daar )\\p{L}+ en \\p{L}+ $`,
        "u",
      ),
    },
    { whose: "other_person", says: new RegExp(`^ (?:(?:en|maar|want) )*die ${noOwnNl}\\p{L}+en (?:\\p{L}+ ){0,3}zelf $`, "u") },
    {
      whose: "other_person",
      says: new RegExp(
        `^ (?:(?:en|maar|later|eerst|toen) )*(?:de|die) ${noOwnNl}(?:\\p{L}+ ){0,2}(?:meiden|meisjes|jongens|mannen|vrouwen|anderen) (?:\\p{L}{2,}(?:ten|den)|sneden|deden) (?:\\p{L}+ )*$`,
        "u",
      ),
    },
    // "hoewel Koen ziek was": what was the case beside it.
    { whose: "circumstance", says: new RegExp(`^ (?:hoewel|ook al) ${noOwnNl}(?:\\p{L}+ )+(?:was|waren|is|had|ging|deed|stopte|werd|kwam) $`, "u") },
    // "wacht sorry", "ik drukte te snel", "haal soep weg uit mijn paspoort": said to the interviewer.
    {
      whose: "small_talk",
      says: /^ (?:(?:nee|ja|oh|wacht|even|sorry|oeps) )+$|^ (?:ik )?(?:drukte|klikte|tikte) (?:(?:op|ja|nee|te|het|verkeerd|per ongeluk|de|verkeerde|knop) )*(?:snel|verkeerd|mis|ja|nee|knop|ongeluk) $/u,
    },
    {
      whose: "small_talk",
      says: /^ (?:(?:ja|nee|wacht|en|maar|ik bedoel|ik wil) )*(?!.* (?:ik|we|wij) )(?:(?:haal|gooi|doe|verwijder|wis|schrap) (?:\p{L}+ ){1,6}|(?:\p{L}+ ){1,5}weg )(?:uit|van) (?:(?:mijn|mn|m'n|het|me) )?paspoort (?:weg )?$/u,
    },
    // "ik zit nu in de trein": where somebody is while they type.
    {
      whose: "circumstance",
      says: /^ (?:(?:en|sorry|want|maar) )*(?:ik )?(?:zit|lig|sta) (?:ik )?(?:nu|net|even) (?:(?:in|op) (?:(?:de|het|mijn|mn|m'n) )?(?:trein|tram|bus|metro|taxi|wachtkamer|bank|bed|bad|perron)|(?:met|aan) een (?:kop|bak|mok|glas|bord)(?: \p{L}+)?(?: (?:in|op) (?:de|het) (?:trein|tram|bus|bank))?) $/u,
    },
    { whose: "denied", says: /^ (?:(?:en|maar|want) )*(?:ik|'k) (?:val|viel) (?:(?:altijd|meteen|bijna|dan|al) )*flauw (?:bij|van|als|zodra) / },
    {
      whose: "wish",
      says: new RegExp(
        `^ (?:(?:en|maar) )*(?:mijn|mn|m'n|me) ${nearNl} (?:zegt|vindt|roept|zeggen|vinden) (?:(?:altijd|steeds|ook|al jaren) )*(?:dat )?ik (?:\\p{L}+ ){0,4}(?:moet|zou)(?: |$)`,
        "u",
      ),
    },
    {
      whose: "small_talk",
      says: /^ (?:even|geduld|wacht|momentje|moment|rustig) (?:(?:geduld|wachten|nog|een|dus) )*(?:aub|alstublieft|alsjeblieft|svp) $/,
    },
  ],
  en: [
    // "the older girls cut", "the lads did the roof"
    {
      whose: "other_person",
      says: new RegExp(
        `^ (?:(?:and|but|later|first|then) )*(?:the|them|those) ${noOwnEn}(?:\\p{L}+ ){0,2}(?:girls|boys|lads|lasses|men|women|others|guys) (?!and |or |of |who |with |in |at |on |from |are |were |was |under |\\p{L}+ing )(?:\\p{L}+ )+$`,
        "u",
      ),
    },
    // "though Alan was in hospital": what was the case beside it.
    {
      whose: "circumstance",
      says: new RegExp(
        `^ (?:though|although|even though) ${noOwnEn}(?:(?:the|my|our|his|her|he|she|they) (?:\\p{L}+ )+|\\p{L}+ (?:\\p{L}+ )?(?:was|were|is|had|went|got) (?:\\p{L}+ )*)$`,
        "u",
      ),
    },
    // "wait sorry", "i pressed yes too fast", "take the soup out of my passport": said to the interviewer.
    {
      whose: "small_talk",
      says: /^ (?:(?:no|yes|oh|wait|sorry|oops|hang on|hold on) )+$|^ i (?:pressed|clicked|hit) (?:(?:on|yes|no|the|it|to|too|wrong|by) )*(?:fast|quick|quickly|wrong|mistake|button|one|yes|no) $/u,
    },
    {
      whose: "small_talk",
      says: /^ (?:(?:yes|no|wait|and|but|please|i mean) )*(?:remove|delete|take|drop|get rid of) (?:\p{L}+ ){1,6}(?:from|out of|off) (?:(?:my|the) )?passport (?:\p{L}+ )?$/u,
    },
    { whose: "other_person", says: new RegExp(`^ (?:(?:and|or) )*who(?:'s| is| does)? ${noOwnEn}(?:\\p{L}+ ){1,5}$`, "u") },
    // "my pal from the corner can weld", "our planner Odd is the one who …": somebody is named, and what they can.
    {
      whose: "other_person",
      says: new RegExp(
        `^ (?:(?:and|but|so|because|cos|luckily) )*(?:my|our|his|her|their) ${othersEn} ${noOwnEn}(?:[\\p{L}']+ ){0,4}(?:is the (?:one|man|woman|guy) (?:who|that)|can (?!be )|knows how|does (?:all )?the ) ?`,
        "u",
      ),
    },
    // "school kept telling them to wait"
    {
      whose: "other_person",
      says: new RegExp(
        `^ (?:(?:and|but|so|because|cos|then|the) )*(?:school|hospital|insurance|landlord|bank|council|jobcentre|job centre|court|embassy) ${noOwnEn}(?:(?:kept|keeps|keep|always|just|only|still) )*(?:saying|said|says)(?: |$)`,
        "u",
      ),
    },
    {
      whose: "circumstance",
      says: new RegExp(
        `^ (?:(?:sorry|and|but) )*(?:i'm |im |i am )?(?:typing|writing|texting|answering) (?:this (?:(?:here|now) )?(?:from|on|in|at|with|between|during) |(?:from|on|in) (?:(?:the|a|my) )?${vehicleEn}(?: |$))|^ (?:(?:and|but|then) )*we lost our \\p{L}+ (?:in|to|during) (?:the |a )?(?:\\p{L}+ )?(?:flood|fire|storm|war|crisis|crash) `,
        "u",
      ),
    },
    {
      whose: "denied",
      says: /^ (?:(?:and|but|cos|because|well|honestly) )*(?:i(?:'d|'ll)? (?:(?:always|would|just|will|nearly) )*(?:faint|fainted|pass out|passed out|throw up) (?:at|when|if|as soon)|(?:i'm|im|i am|i was|i got|i've been|ive been) (?:\p{L}+ )?(?:banned|barred) from) /u,
    },
    {
      whose: "wish",
      says: new RegExp(
        `^ (?:(?:and|but) )*my ${nearEn} (?:always |keeps? |kept )?(?:says?|said|saying|reckons?|thinks?) (?:that )?i (?:should|ought)(?: |$)`,
        "u",
      ),
    },
    { whose: "small_talk", says: /^ (?:wait|patience|hold on|(?:one|a|just a) (?:moment|minute|sec|second)) (?:please|pls|plz) $/ },
  ],
};

/**
 * Whose doing a clause tells of where it is not the holder's: another's, one that is denied or urged on them, or none at all.
 * @param text lower case, words parted by one space, one at either end
 * @returns null where it says nothing of the kind
 */
export function whoseDoing(text: string, language: Language): Whose | null {
  if (received[language].some((says) => says.test(text))) return "circumstance";
  return tellings[language].find(({ says }) => says.test(text))?.whose ?? null;
}
