import type { Credential, Experience } from "../domain/passport.ts";
import { titleToShow } from "../domain/told-lines.ts";
import { correctedWords, correctedYear } from "./answers.ts";
import { type Answered, type Outcome, textToKeep } from "./events.ts";
import { say } from "./outcome.ts";
import { rightAndWrong } from "./refusals.ts";
import { credentialFields, experienceFields, saveCredential, saveExperience } from "./records.ts";
import { sharedWords } from "./shared-words.ts";

type Swap = (value: string | null) => string | null;

/** "nee, dat was 2019", "niet X maar Y" and "Y, niet X": the last thing told is put right; null where nothing is to be. */
export function onCorrection(outcome: Outcome, event: Answered): Outcome | null {
  const said = textToKeep(event);
  if (said === null) return null;
  const year = correctedYear(said);
  const words = year ? null : correctedWords(said);
  if (!year && !words) return onRenaming(outcome, said, event.at);
  const swapFor = (values: readonly (string | null)[]): Swap => {
    const from = year ? (year.from ?? nearestYear(values, year.to)) : null;
    if (from !== null && year) return (value) => value?.replaceAll(from, year.to) ?? null;
    return (value) => (words ? (value?.replace(new RegExp(escaped(words.from), "i"), () => words.to) ?? null) : value);
  };
  const { experiences, credentials, part } = outcome.state;
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

/** "koken voor vrouwen, niet in de keuken": what was told last, by its right name; null where the words are about something else. */
function onRenaming(outcome: Outcome, said: string, at: string): Outcome | null {
  const { experiences, experienceId, credentials, part, asking } = outcome.state;
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
  const experience = experiences.find(({ id }) => id === experienceId) ?? experiences.at(-1);
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
