import type { FollowUp } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import { onlyHelps } from "./bare-help.ts";
import type { ReadClause } from "./clause-status.ts";
import { contentWordsIn, plain } from "./words.ts";

const how =
  /\b(?:eerst|daarna|vervolgens|met (?:een|de|mijn)|door|via|zodat|gebruik\p{L}*|stap voor stap|first|then|after that|using|with (?:a|the|my)|by \p{L}+ing|before)\b/u;
const result =
  /\b(?:resultaat|gelukt|daardoor|waardoor|teruggekregen|blij|tevreden|beter|nog steeds|nooit meer|meer dan|verkoch\p{L}*|gehaald|gewonnen|result|so now|worked|happy|better|won|got .{1,20} back|ended up|as a result)\b|\d+\s?%/u;
const learned = /\b(?:geleerd|leerde|leren|weet nu|snap nu|learned|learnt|taught|know now|understand now)\b/;

/** Which parts of a story (what, how, with which result, what was learned) are still to be asked for; most useful first. */
export function followUpsFor(text: string, clauses: readonly ReadClause[], language: Language): FollowUp[] {
  const said = plain(text);
  const told = clauses.filter((clause) => clause.kind === "does");
  // Doings told one after another are the steps, whether or not "first" and "then" stand with them.
  const steps = told.filter((clause) => clause.doing && contentWordsIn(clause.text, language).length >= 1 && !onlyHelps(clause.text, language));
  const concrete = steps.filter((clause) => contentWordsIn(clause.text, language).length >= 2);
  const wanted: FollowUp[] = [];
  if (concrete.length === 0) wanted.push("what");
  if (!how.test(said) && steps.length < 2) wanted.push("how");
  if (!result.test(said)) wanted.push("result");
  if (!learned.test(said)) wanted.push("learned");
  return wanted;
}
