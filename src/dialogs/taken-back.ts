import type { Claim, Passport } from "../domain/passport.ts";
import { normalise, piecesOf } from "./clauses.ts";
import { isOthersWork } from "./others.ts";
import { mostWordsOfWish } from "./removal-wishes.ts";
import type { Asking, Interview } from "./state.ts";
import { namesIn, sharedWords, wordsOfClaim } from "./shared-words.ts";
import { saysItGoes } from "./taken-away.ts";

const it = "(?:dat|die|dit|het|deze|that|this|it)";
const perhaps = "(?:(?:eigenlijk|toch|echt|helemaal|wel|gewoon|nu|achteraf|dus|ook|zelf|actually|really|just|even|quite) )*";
const andSo = "(?: (?:hoor|joh|eigenlijk|toch|echt|helemaal|zelf|actually|really|at all|myself|sorry|gedaan|gekund))*";
/** "dat klopt toch niet", "dat doe ik eigenlijk niet", "i don't do that": what was put down is not so. */
const notSo = [
  `${it} (?:(?:klopt|klopte) ${perhaps}(?:niet|nie)|(?:is|was) ${perhaps}(?:(?:niet|nie) (?:waar|zo)|not (?:true|right|so)|onzin|onwaar|nonsense|rubbish|untrue))`,
  "(?:klopt|klopte) (?:toch|eigenlijk|helemaal|achteraf|nu) (?:(?:toch|eigenlijk|helemaal) )*niet",
  `(?:(?:thats|its) ${perhaps}not|isnt|${it} (?:isnt|wasnt)) ${perhaps}(?:true|right|so)`,
  `${it} (?:doe|deed) ik ${perhaps}(?:niet|nie|nooit)`,
  `${it} (?:kan|heb) ik ${perhaps}(?:niet|nie|nooit)(?= gedaan|$)`,
  `(?:ik|i) (?:doe|deed) ${it} ${perhaps}(?:niet|nooit)`,
  `i (?:never|dont|didnt|do not|did not) ${perhaps}(?:did|do|done) ${it}`,
].map((pattern) => new RegExp(`^${pattern}${andSo}$`));
/** "dat doet mijn zus": a doing; "dat is mijn zus" says who somebody is. */
const isDone = /\b(?:doet|doen|deed|deden|does|do|did)\b/;
/** Which one: "die laatste", "that one you just put down". */
const theLast =
  "(?:die|dat|de|that|the) (?:laatste|vorige|van (?:net|zonet|daarnet|zojuist)|last(?: one| skill)?|previous(?: one| skill)?|one before)(?: vaardigheid| skill| one)?";
const lastNotSo = new RegExp(
  `^${theLast} (?:klopt ${perhaps}(?:niet|nie)|is ${perhaps}(?:fout|wrong|niet waar|not (?:right|true|mine))|isnt ${perhaps}(?:true|right|mine)|(?:mag|kan|moet|can|should|must) (?:weer |toch |be )?(?:weg|eruit|go|removed|out))${andSo}$`,
);
const calledOut =
  "oh?|ho|eh|euh|hm+|nee|neen|no|wacht|wait|stop|sorry|oeps|oops|hold on|hang on|even|eens|ff|actually|eigenlijk|maar|but|want|because|bij nader inzien|on second thoughts?";
/** Before a clause as typed, or all there is of it. */
const leadingUp = new RegExp(`^\\s*(?:(?:${calledOut})(?!\\p{L})[\\s,]*)+`, "iu");
/** At the start of it all: something said before stops the talk. */
const holdsUp = /^(?:(?:oh?|nee|neen|no|eh|euh|hm+)[\s,]+)*(?:ho|wacht|wait|hold on|hang on|oeps|oops|oh?[\s,]+nee|oh?[\s,]+no|sorry)(?!\p{L})/iu;
/** "was een grapje hoor", "i was only kidding". */
const joked =
  /^(?:(?:ik|i|im|dat|that|it|thats|het|die) )?(?:(?:was|is|zei|maakte|maak|made|said|ben|am|just|only|maar|gewoon|een|a|n|het|that|dat|zo|as) )*(?:grap(?:je|jes)?|geintje|joke[ds]?|joking|kidding|lolletje|dolletje)(?: (?:hoor|joh|haha|lol|sorry))*$/;
const mostClauses = 4;

/**
 * What was put down last is taken back: "named" says that the last one is meant, "held" stops the talk for it ("nee wacht, …"),
 * "plain" says only that it is not so; null where the words are about something else.
 */
export function takesBack(text: string): "named" | "held" | "plain" | null {
  // As typed: a name has its capital.
  const clauses = piecesOf(text).map((piece) => piece.text.replace(leadingUp, ""));
  if (clauses.length > mostClauses) return null;
  const isLast = (clause: string) => lastNotSo.test(normalise(clause));
  const isNotSo = (clause: string) =>
    isLast(clause) || notSo.some((pattern) => pattern.test(normalise(clause))) || (isDone.test(normalise(clause)) && isOthersWork(clause));
  const isReason = (clause: string) => isNotSo(clause) || joked.test(normalise(clause));
  if (clauses.some(isLast) && normalise(text).split(" ").length <= mostWordsOfWish) return "named";
  if (!clauses.every((clause) => normalise(clause) === "" || isReason(clause) || saysItGoes(clause))) return null;
  if (!clauses.some(isReason)) return null;
  return holdsUp.test(text.trim()) ? "held" : "plain";
}

/** Where words of one's own may be about the last skill as well; where another question waits, only words that stop the talk for it are. */
const anythingIsTold: ReadonlySet<Asking["step"]> = new Set(["open", "more", "closed"]);
const isHeldUp: ReadonlySet<Asking["step"]> = new Set(["follow_up", "enough", "waiting_offers"]);

/** The skills that words are about which take back what was just put down; none where they are about something else. */
export function takenBack(state: Interview, passport: Passport, text: string): readonly Claim[] {
  const { step } = state.asking;
  const how = takesBack(text);
  const isMeant = how === "named" || (how !== null && anythingIsTold.has(step)) || (how === "held" && isHeldUp.has(step));
  const last = isMeant || step === "offer" ? justPutDown(state, passport) : [];
  return isMeant ? last : last.filter((claim) => isAbout(claim, state, text));
}

const takesAway = /\b(?:niet|nie|geen|nooit|weg|not|never|dont|doesnt|didnt|isnt|wasnt|cant|remove|out)\b/;
/** "nee wacht, die machine deed mijn zus", while the curtains are on the table: the words stop the talk, and name the last skill and not this one. */
function isAbout(claim: Claim, { asking, offers }: Interview, text: string): boolean {
  const offer = asking.step === "offer" ? offers.find(({ id }) => id === asking.offerId) : undefined;
  const plain = normalise(text);
  if (!offer || !holdsUp.test(text.trim()) || plain.split(" ").length > mostWordsOfWish) return false;
  const isDenied =
    takesAway.test(plain) ||
    piecesOf(text).some(
      (piece) => isOthersWork(piece.text.replace(leadingUp, "")) || /\b(?:deed|doet|did|does) (?:mijn|mn|my)\b/.test(normalise(piece.text)),
    );
  const own = sharedWords(text, wordsOfClaim(claim, offers));
  return isDenied && own > sharedWords(text, `${namesIn(offer)} ${offer.evidence.quote}`);
}

/** So many steps back something was put down just now. */
const justNow = 2;

/** The skills that the last step put down which put down any, and that are still there; none where that is long ago. */
function justPutDown({ undo }: Interview, { claims }: Passport): readonly Claim[] {
  for (const { inverse } of undo.slice(-justNow).toReversed()) {
    const ids = inverse.flatMap((event) => (event.type === "claim_withdrawn" ? [event.claimId] : []));
    const held = claims.filter(({ id }) => ids.includes(id));
    if (held.length > 0) return held;
  }
  return [];
}
