import { grownKin, kinWords } from "../domain/kin.ts";
import { normalise } from "./clauses.ts";

const near = `${kinWords(grownKin)}|vriend|vriendin|baas|chef|friend|boss|colleagues?`;
const somebody = `(?:${near}|collega\\p{L}*|boys|girls|men|women|jongens|meiden|mannen|vrouwen|iemand|someone|somebody|others?|anderen|they|he|she|hij|zij|ze)`;
const whose =
  "(?:(?:the|de|het|een|a|an|my|mijn|mn|onze|our|other|andere|his|her|their|zijn|haar|hun|oudste|jongste|oude|nieuwe|beste|eldest|oldest|youngest|older|younger|old|new|best) )*";
/** Called out before it. */
const calledOut = "(?:(?:maar|but|joh|hoor|nou|oh|well|mate|sorry) )*";

/** A clause, as `normalise` leaves it, that begins with somebody else: "my sister …", "de jongens …". */
export const ofOthers = new RegExp(`^(?:(?:the|de|het|my|mijn|mn|onze|our) )?${somebody}\\b`, "u");
/** Somebody else, anywhere in a text. */
export const namesSomebodyElse = new RegExp(
  `\\b(?:${near}|collegas?|buurvrouw|buurman|iemand anders|anderen|neighbour|someone else|somebody else|others)\\b`,
);
/** What one does oneself, or what is one's own. */
export const ownDoing = /\b(?:ik|k|we|wij|i|im|ive|my|mijn|mn)\b/;

const themThatDo = new RegExp(
  `^${calledOut}(?:dat|die|dit|het|that|thats|those|it|its)(?: (?:is|was|zijn|waren|are|were|doet|doen|deed|deden|does|did|do))?(?: (?:altijd|meer|voor|always|more|for))* ${whose}${somebody}\\b`,
  "u",
);
const theyDoThat = new RegExp(
  `^${calledOut}${whose}${somebody} (?:does|do|did|doet|doen|deed|deden|has|have|had|heeft) (?:that|those|it|this|dat|die|dit|het)\\b`,
  "u",
);
const named =
  /^\s*(?:(?:maar|but|joh|hoor|nou|oh|well|mate|sorry)[\s,]+)*(?:dat\s+(?:is|was|doet|deed)|that(?:['’]?s| is| was)|those are)\s+(?!(?:I|Ik)\b)\p{Lu}\p{L}+(?:['’]s)?[\s.,!]*$/u;

/** "dat doet mijn zus", "that's Linda": whose work it is, and nothing of one's own. @param clause as typed */
export function isOthersWork(clause: string): boolean {
  const plain = normalise(clause);
  const isTheirs = themThatDo.test(plain) || theyDoThat.test(plain) || named.test(clause);
  return isTheirs && !/\b(?:ik|we|wij|i|im|ive)\b/.test(plain);
}
