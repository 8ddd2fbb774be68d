import type { Credential, Experience } from "../domain/passport.ts";
import { titleToShow } from "../domain/told-lines.ts";
import { correctedWords, correctedYear, normalise, yearTakenBack } from "./answers.ts";
import { clausesOf } from "./clauses.ts";
import { type Answered, type Outcome, textToKeep } from "./events.ts";
import { ask, say } from "./outcome.ts";
import { summaryOf } from "./questions.ts";
import { rightAndWrong } from "./refusals.ts";
import { credentialFields, experienceFields, saveCredential, saveExperience } from "./records.ts";
import { sharedWords } from "./shared-words.ts";
import type { Interview } from "./state.ts";

type Swap = (value: string | null) => string | null;

/** "nee, dat was 2019", "niet X maar Y" and "Y, niet X": the last thing told is put right; null where nothing is to be. */
export function onCorrection(outcome: Outcome, event: Answered): Outcome | null {
  const said = textToKeep(event);
  if (said === null) return null;
  const not = yearTakenBack(said);
  if (not !== null) return onYearTakenBack(outcome, said, not, event.at);
  const year = correctedYear(said);
  const words = year ? null : correctedWords(said);
  if (!year && !words) return onRenaming(outcome, said, event.at);
  const swapFor = (values: readonly (string | null)[]): Swap => {
    const from = year ? (year.from ?? nearestYear(values, year.to)) : null;
    if (from !== null && year) return (value) => value?.replaceAll(from, year.to) ?? null;
    return (value) => (words ? (value?.replace(new RegExp(escaped(words.from), "i"), () => words.to) ?? null) : value);
  };
  const { part } = outcome.state;
  const { experiences, credentials } = onTheTable(outcome);
  const credential = credentials.map((each) => swapped(each, credentialFields, swapFor)).findLast((each) => each !== null);
  const experience = experiences.map((each) => swapped(each, experienceFields, swapFor)).findLast((each) => each !== null);
  const isSchooling = part === "course" || part === "diploma";
  if (credential && (isSchooling || !experience)) return saidCredential(outcome, credential, event.at);
  if (experience) return saidExperience(outcome, experience, event.at);
  if (!year || year.from !== null) return null;
  // No year was told yet: it is the one of what was told last.
  const undated = credentials.findLast(({ date }) => date === null);
  const timeless = experiences.findLast(({ start, end }) => start === null && end === null);
  if (undated && (isSchooling || !timeless)) return saidCredential(outcome, { ...undated, date: year.to }, event.at);
  return timeless ? saidExperience(outcome, { ...timeless, start: year.to }, event.at) : null;
}

/** "de mavo was niet 2006": that year goes from what is named, or from the only thing that has it; null where neither is. */
function onYearTakenBack(outcome: Outcome, said: string, year: string, at: string): Outcome | null {
  const { experiences, credentials } = onTheTable(outcome);
  const papers = credentials.filter(({ date }) => date?.includes(year) === true);
  const jobs = experiences.filter(({ start, end }) => start?.includes(year) === true || end?.includes(year) === true);
  const words = normalise(said).split(" ");
  const isNamed = ({ title }: { readonly title: string }) => words.some((word) => word.length >= 3 && normalise(title).includes(word));
  const named = [...papers, ...jobs].filter(isNamed);
  const [meant, ...others] = named.length > 0 ? named : [...papers, ...jobs];
  if (!meant || others.length > 0) return null;
  if ("date" in meant) return saidCredential(outcome, { ...meant, date: null }, at);
  const without = (value: string | null) => (value?.includes(year) === true ? null : value);
  return saidExperience(outcome, { ...meant, start: without(meant.start), end: without(meant.end) }, at);
}

/** What a correction can be about: what the card shows, where there is one; else all that was told. */
function onTheTable({ state }: Outcome): Pick<Interview, "experiences" | "credentials"> {
  const { asking, experiences, credentials } = state;
  if (asking.step !== "summary" && asking.step !== "summary_change") return { experiences, credentials };
  return summaryOf(state, asking.part);
}

const finished = /\b(?:afgemaakt|afgerond|gehaald|behaald|voltooid|geslaagd|finish(?:ed)?|completed?|pass(?:ed)?|done)\b/;
const notFinished = /\b(?:niet|nie|nooit|not|never|didnt|havent|hasnt|wasnt|bijna|almost|nearly)\b(?: \w+){0,2}$/;

/** "school wel afgemaakt", "I did finish the course": whether the paper on the card was finished; null where the words say nothing of that. */
export function onFinishedSaid(outcome: Outcome, event: Answered): Outcome | null {
  const { asking } = outcome.state;
  if (event.text === null || (asking.step !== "summary" && asking.step !== "summary_change")) return null;
  const { credentials } = onTheTable(outcome);
  const clause = clausesOf(event.text).find((each) => finished.test(each));
  if (clause === undefined || clause.split(" ").length > 8) return null;
  const isFinished = !notFinished.test(clause.slice(0, finished.exec(clause)?.index ?? 0).trim());
  const words = clause.split(" ").filter((word) => word.length >= 4 && !finished.test(word));
  const named = credentials.filter(({ title }) => words.some((word) => normalise(title).includes(word)));
  const [credential] = named.length > 0 ? named : credentials;
  if (!credential || (named.length === 0 && credentials.length > 1) || credential.finished === isFinished) return null;
  return ask(say(saveCredential(outcome, { ...credential, finished: isFinished }, event.at), "corrected"), { step: "summary", part: asking.part });
}

/** "koken voor vrouwen, niet in de keuken": what was told last, by its right name; null where the words are about something else. */
function onRenaming(outcome: Outcome, said: string, at: string): Outcome | null {
  const { experienceId, part, asking } = outcome.state;
  const { experiences, credentials } = onTheTable(outcome);
  const renaming = rightAndWrong(said);
  if (!renaming) return null;
  const isAsked = asking.step === "summary" || asking.step === "summary_change";
  const nameFor = ({ title }: { readonly title: string }): string | null => {
    const shared = sharedWords(renaming.right, title);
    const names = new RegExp(escaped(renaming.wrong), "i").test(title);
    if (names && shared === 0) return titleToShow(title.replace(new RegExp(escaped(renaming.wrong), "i"), () => renaming.right));
    return names || shared >= (isAsked ? 1 : 2) ? titleToShow(renaming.right) : null;
  };
  const credential = part === "course" || part === "diploma" ? credentials.at(-1) : undefined;
  const paper = credential ? nameFor(credential) : null;
  if (credential && paper !== null) return saidCredential(outcome, { ...credential, title: paper }, at);
  // Of several on a card it is the one that the words fit.
  const fitting = isAsked ? experiences.find((each) => nameFor(each) !== null) : undefined;
  const experience = fitting ?? experiences.find(({ id }) => id === experienceId) ?? experiences.at(-1);
  const name = experience ? nameFor(experience) : null;
  return experience && name !== null ? saidExperience(outcome, { ...experience, title: name }, at) : null;
}

/** The thing with its texts swapped; null where that changes nothing. */
function swapped<Thing extends Credential | Experience>(
  thing: Thing,
  fields: readonly (keyof Thing & string)[],
  swapFor: (values: readonly (string | null)[]) => Swap,
): Thing | null {
  const textIn = (field: keyof Thing): string | null => {
    const value = thing[field];
    return typeof value === "string" ? value : null;
  };
  const swap = swapFor(fields.map(textIn));
  const changes = fields.filter((field) => swap(textIn(field)) !== textIn(field)).map((field) => [field, swap(textIn(field))]);
  return changes.length > 0 ? Object.assign({ ...thing }, Object.fromEntries(changes)) : null;
}

/** The year told that is nearest to the right one: of a beginning and an end only the one that was meant changes. */
function nearestYear(values: readonly (string | null)[], right: string): string | null {
  const years = values.flatMap((value) => value?.match(/\b(?:19|20)\d\d\b/g) ?? []);
  const distance = (year: string) => Math.abs(Number(year) - Number(right));
  return years.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function saidCredential(outcome: Outcome, credential: Credential, at: string): Outcome {
  return say(saveCredential(outcome, credential, at), "corrected");
}

function saidExperience(outcome: Outcome, experience: Experience, at: string): Outcome {
  return say(saveExperience(outcome, experience, at), "corrected");
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
