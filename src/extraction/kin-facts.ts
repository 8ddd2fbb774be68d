import { family, kinWords } from "../domain/kin.ts";

const kin = `(?:(?:mijn|m'n|mn|me|onze|my|our) )?(?:(?:oude|oudste|jongste|old|eldest|youngest) )?(?:${kinWords(family)})`;
const subject = "(?:ik|'k|i|i'm|im|we|wij)";
const state =
  "(?:is|zijn|wordt|word|was|werd|woont|wonen|zit|ligt|heeft|kan|kunnen|loopt|lives?|has|have|are|cant|can't|cannot|can|needs?|isnt|isn't|'s)";
/** "mn moeder is 84 ik …", "mums 84 die help ik …": a fact about kin, before what is told of oneself. */
const before = new RegExp(
  `^(?:(?:nou|ja|en|well|yes|and|so|dus|want|because|omdat) )*(?:(${kin}) ${state}|(${kin})['’]?s(?= (?:\\d|al |now |nearly |almost )))(?: (?!(?:${subject}|die|who|waar)(?: |$))[^\\s]+){1,8}?,? (?:(?:en|dus|and|so|daarom) )?(?:(?:die|waar) (\\p{L}+) ik|(?=${subject} ))`,
  "iu",
);
/** "ik help mn moeder is 84", "my mum who is 84": how old, behind whom it is told of. */
const behind = new RegExp(
  `(?<!\\p{L})(${kin})(?:,? (?:die|who|zij|ze|she|hij|he))? (?:is|zijn|are|wordt|van|'s) (?:al |nu |nearly |almost |now |bijna )?\\d{1,3}(?: (?:jaar|years?))?(?: (?:oud|old))?(?: is)?(?!\\p{L}|\\d| (?:jaar|jaren|years?|keer|times|dagen|days|uur|hours)(?!\\p{L}))`,
  "giu",
);
/** "… zijn 4 en 6 ik breng ze": the age that an "en" parted from whose it is; "alleen" of one who lives so. */
const leftOfFact = new RegExp(`^(?:\\d{1,3}(?: (?:jaar|years?))?(?: (?:oud|old))?|alleen|alone) (?=${subject} )`, "iu");
const theirs = /(?<!\p{L})(voor|for|after) (?:haar|hem|her|him|ze|hun|them)(?=$| (?:elke|every|en|and|dag|op|als|when|in)(?!\p{L}))/iu;

/**
 * What a clause tells of oneself, without the age of one's kin, or how they are: "mn moeder is 84 ik kook voor haar" is cooking for her.
 * @returns the clause as it was where it tells no such thing
 */
export function withoutKinFact(clause: string): string {
  const fact = before.exec(clause);
  if (!fact) return clause.replace(leftOfFact, "").replace(behind, "$1");
  const whom = fact[1] ?? fact[2] ?? "";
  const rest = clause.slice(fact[0].length).trim();
  // "die help ik elke dag": whom it is done for stood before it.
  const told =
    fact[3] === undefined
      ? rest
      : `ik ${fact[3]} ${/^(?:zorg|kook|was)$/iu.test(fact[3]) ? "voor " : ""}${whom.toLowerCase()} ${rest.replace(/^voor ?/iu, "")}`.trim();
  return told.replace(theirs, (_, word: string) => `${word} ${whom.toLowerCase()}`).replace(behind, "$1");
}

const alone = new RegExp(
  `^${kin}(?:['’]?s| (?:is|zijn|are|wordt|worden|was|turns|turned)) (?:al |nu |now |bijna |nearly |almost )?\\d{1,3}(?: (?:jaar|years?))?(?: (?:oud|old))?(?: (?:nu|now|geworden))?[.!]*$`,
  "iu",
);

/** "mijn oma is 91": no more than how old one of one's kin is. */
export const isKinsAge = (title: string): boolean => alone.test(title.trim());
