import type { CandidateStatus } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";

/** What a clause tells of instead of a doing of the holder's. */
type Whose = Extract<CandidateStatus, "other_person" | "denied" | "wish"> | "circumstance" | "small_talk";

interface Telling {
  readonly whose: Whose;
  readonly says: RegExp;
}

const noOwnEn = "(?!.*(?<!\\p{L})(?:i|i'm|im|i've|ive|we|me|us)(?!\\p{L}))";
const noOwnNl = "(?!.*(?<!\\p{L})(?:ik|'k|we|wij|mij|me|ons)(?!\\p{L}))";

/** Tried in this order, on a clause as the cues read it. */
const tellings: Readonly<Record<Language, readonly Telling[]>> = {
  nl: [
    // "wie dweilt": who does it is what is settled, and not that the holder does.
    { whose: "other_person", says: new RegExp(`^ (?:(?:en|of|van) )*wie ${noOwnNl}(?:\\p{L}+ ){1,5}$`, "u") },
    // "u staat hier al een uur": spoken to somebody, and told again.
    {
      whose: "other_person",
      says: /^ (?:(?:en|maar|want|mevrouw|meneer) )*u (?:heeft|hebt|bent|had|was|staat|stond|zit|zat|kunt|moet|wilt|wacht|wachtte)(?: |$)/u,
    },
    // "ja de notaris regelt het": a yes before it changes nothing.
    {
      whose: "other_person",
      says: new RegExp(
        `^ (?:(?:ja|nee|nou|ach|oh|tja) )+(?:de|een|mijn|mn|m'n|onze|het) (?:boekhoudster|boekhouder|accountant|notaris|monteur|loodgieter|elektricien|schilder|schoonmaakster|schoonmaker|school|bank|gemeente|baas|chef|teamleider|verzekering) ${noOwnNl}(?:doet|deed|doen|regelt|regelde|maakt|maakte|zegt|zei|betaalt|betaalde|komt|kwam|belt|belde) `,
        "u",
      ),
    },
    // "ik zit nu in de trein": where somebody is while they type.
    {
      whose: "circumstance",
      says: /^ (?:(?:en|sorry|want|maar) )*(?:ik|'k)? ?(?:(?:zit|lig|sta|hang|loop|wacht) (?:ik )?(?:nu|net|ondertussen|momenteel|hier nu|even)|typ (?:ik )?(?:dit|nu|even|net)) (?:\p{L}+ ?)+$/u,
    },
    {
      whose: "denied",
      says: /^ (?:(?:en|maar|want|dan) )*(?:ik|'k) (?:val|viel) (?:\p{L}+ ){0,3}(?:flauw|om) (?:bij|van|als|zodra) |^ (?:\p{L}+ ){0,4}(?:mag|mocht) (?:ik|'k) (?:\p{L}+ ){0,3}(?:niet|nooit|geen)(?: \p{L}+){0,3} (?:van|sinds) /u,
    },
    {
      whose: "wish",
      says: /^ (?:(?:en|maar) )*(?:mijn|mn|m'n|me|de|iedereen) ?\p{L}* (?:zegt|vindt|zei|vond|roept|zeggen|vinden) (?:altijd |steeds |ook |dat )*(?:dat )?ik (?:\p{L}+ ){0,6}(?:moet|zou|moest)(?: |$)/u,
    },
    { whose: "small_talk", says: /^ (?:\p{L}+ ){1,3}(?:aub|a\.u\.b|alstublieft|alsjeblieft|svp) $/u },
  ],
  en: [
    { whose: "other_person", says: new RegExp(`^ (?:(?:and|or) )*who(?:'s| is| does)? ${noOwnEn}(?:\\p{L}+ ){1,5}$`, "u") },
    // "my pal from the corner can weld", "our planner Odd is the one who …": somebody is named, and what they can.
    {
      whose: "other_person",
      says: new RegExp(
        `^ (?:(?:and|but|so|because|cos|luckily) )*(?:my|our|his|her|their) ${noOwnEn}(?:(?!(?:job|task|role|work|duty|part|idea|way|trick|hobby|thing|day)(?!\\p{L}))[\\p{L}']+ ){1,5}(?:is the (?:one|man|woman|guy) (?:who|that)|can (?!be )|knows how|could (?!be )|does (?:all )?(?:the|my|our) )`,
        "u",
      ),
    },
    // "school kept telling us to wait"
    {
      whose: "other_person",
      says: /^ (?:(?:and|but|so|because|cos|then|the|yes|yeah|no|oh) )*(?:school|hospital|insurance|landlord|bank|council|jobcentre|job centre|court|embassy|doctors?) (?:kept|keeps|keep|always|just|only|still|then|said|says|told|wanted|wants) /u,
    },
    {
      whose: "circumstance",
      says: /^ (?:(?:sorry|and|but) )*(?:i'm |im |i am )?(?:typing|writing|texting|answering)(?: (?:this|here|now))* (?:from|on|in|at|with|between|during) |^ (?:(?:and|but|then) )*(?:we|i) lost (?:our|my|the|all|everything|her|him)(?: |$)/u,
    },
    {
      whose: "denied",
      says: /^ (?:(?:and|but|cos|because|well|honestly) )*i(?:'d|'ll)? (?:(?:always|would|just|will|nearly) )*(?:faint|fainted|pass out|passed out|throw up|run a mile|panic) (?:at|when|if|from|as soon)|(?:^| )(?:i'm|im|i am|i was|i got|been|i've been|ive been) (?:\p{L}+ )?(?:banned|barred) from /u,
    },
    {
      whose: "wish",
      says: /^ (?:(?:and|but) )*(?:(?:my|the) )?[\p{L}']+ (?:always |keeps? |kept )?(?:says?|said|saying|reckons?|thinks?|tells? me) (?:that )?i (?:should|ought|must|need to|could|have to)(?: |$)/u,
    },
    { whose: "small_talk", says: /^ (?:\p{L}+ ){1,3}(?:please|pls|plz) $/u },
  ],
};

/**
 * Whose doing a clause tells of where it is not the holder's: another's, one that is denied or urged on them, or none at all.
 * @param text lower case, words parted by one space, one at either end
 * @returns null where it says nothing of the kind
 */
export function whoseDoing(text: string, language: Language): Whose | null {
  return tellings[language].find(({ says }) => says.test(text))?.whose ?? null;
}
