import { afterRefusal, correctedWords, normalise } from "./answers.ts";
import { namesSomebodyElse } from "./others.ts";

/** Words that make a sentence of their own, or say nothing of what it is instead. */
const noName =
  /\b(?:ik|we|wij|je|u|dat|die|dit|het|er|is|was|ben|heb|had|kan|kon|mag|wil|hoef|hoeft|doe|deed|weet|snap|begrijp|vind|klopt|i|you|that|this|it|am|do|did|does|know|can|could|have|has)\b/;
const padding =
  /\b(?:nee|neen|no|sorry|nog|ook|zeker|echt|helemaal|eigenlijk|meestal|soms|vaak|nu|eerst|maar|really|still|sure|probably|maybe|misschien)\b/g;
const notMeant =
  /^(?:idee|zin|probleem|tijd|meer|goed|zo|waar|echt|helemaal|precies|exactly|quite|so much|idea|problem|time|more|good|true|really|sure)\b/;

/** So many words tell a story. */
const isLong = (said: string) => said.trim().split(/\s+/).length > 9;

/**
 * What somebody says it is instead: "gewone fiets" in "gewone fiets geen elektrisch", "niet elektrisch maar een gewone
 * fiets" and "normal bike, not electric". Null where a message is no such correction.
 */
export function meantInstead(text: string): string | null {
  const said = afterRefusal(text.trim());
  if (isLong(said)) return null;
  const corrected = correctedWords(said);
  // "not really, but I do …" names nothing that it is not.
  const swapped =
    corrected && !notMeant.test(normalise(corrected.from))
      ? corrected.to
      : /^(?:geen|no)\s+.{2,60}?[, ]+(?:maar|but)\s+(?:wel\s+)?(.{2,60}?)[.!]?$/i.exec(said)?.[1];
  if (swapped) return swapped.trim();
  const within = /\b(?:niet|geen|not|no)\s+.{2,40}?[, ]+(?:maar|but)\s+(?:wel\s+)?(.{3,40}?)[.!]?$/i.exec(said)?.[1];
  if (within !== undefined && !noName.test(normalise(within))) return within.trim();
  return rightAndWrong(said)?.right ?? rightBehind(said);
}

/** "geen muziek, spelen met kind", "niet op straat. binnen": what it is stands behind what it is not. */
function rightBehind(said: string): string | null {
  const [, wrong = "", right = ""] = /^(?:geen|niet|not|no)\s+([^,.;]{2,40}?)\s*[,.;]+\s*(?:maar |wel |but )?([^,.;]{4,50}?)[.!]?$/i.exec(said) ?? [];
  const plain = normalise(right);
  if (right === "" || noName.test(plain) || notMeant.test(normalise(wrong)) || namesSomebodyElse.test(plain)) return null;
  return plain.replace(padding, "").trim().length < 3 ? null : right.trim();
}

/** "koken voor vrouwen, niet in de keuken": what it is, and what it is not; null where a message says something else. */
export function rightAndWrong(said: string): { readonly right: string; readonly wrong: string } | null {
  if (isLong(said)) return null;
  const [, right = "", wrong = ""] = /^(.{3,50}?)[\s,;.–-]+(?:maar |en |but |and )?(?:geen|niet|not|no)\s+(.{1,40}?)[.!]?$/i.exec(said.trim()) ?? [];
  const plain = normalise(right);
  if (noName.test(plain) || plain.replace(padding, "").trim().length < 3 || notMeant.test(normalise(wrong))) return null;
  return right === "" ? null : { right: right.trim(), wrong: wrong.trim() };
}

/** What a text says it is not: "elektrisch" in "gewone fiets, geen elektrisch"; empty where it denies nothing. */
export function deniedIn(text: string): string {
  return /\b(?:niet|geen|nooit|not|never|no)\s+(.+?)(?:[,.;]|\s(?:maar|but)\b|$)/i.exec(afterRefusal(text))?.[1] ?? "";
}

/** Only why it is not right ("ik kook niet voor baby's", "dat doet mijn zus"), and not what it is instead. */
export function tellsWhyNot(text: string): boolean {
  const plain = normalise(afterRefusal(text));
  const isDenied = /\b(?:niet|nie|geen|nooit|not|never|dont|doesnt|didnt|cant|isnt|wasnt|arent)\b/.test(plain);
  const isOfOthers = namesSomebodyElse.test(plain) && !/\b(?:ik|i)\b/.test(plain);
  return (isDenied || isOfOthers) && !/\b(?:maar|wel|alleen|but|only|instead)\b/.test(plain);
}

const paper =
  /^(?:nee |no |oh )?(?:maar |but )?(?:dat|dit|het|die|that|this|it)(?: is| was|s| heet)? (?:(?:ook|gewoon|alleen|toch|eigenlijk|mijn|een|n|de|het|just|only|my|a|an|the) )*(?:[\p{L}\d]+ ){0,3}\p{L}*(?:diploma|cursus|kursus|certificaat|opleiding|rijbewijs|training|course|certificate|licen[cs]e|diplomas|cursussen|courses|certificates)\b/u;

/** "dat is diploma", "that is a course": it is right, and no skill. */
export function saysItIsAPaper(text: string): boolean {
  const plain = normalise(text);
  return (
    plain.split(" ").length <= 10 &&
    paper.test(plain) &&
    !/\b(?:geen|niet|no|not|voor|for)\b.* ?\p{L}*(?:diploma|cursus|certificaat|opleiding|course|certificate)/u.test(plain)
  );
}
