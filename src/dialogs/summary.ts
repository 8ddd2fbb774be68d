import type { Credential, Experience } from "../domain/passport.ts";
import { titleToShow } from "../domain/told-lines.ts";
import { isStory, normalise, openingWord } from "./answers.ts";
import { chosenIn } from "./chosen.ts";
import { onCorrection, onFinishedSaid } from "./corrections.ts";
import { type Action, type Answered, type Outcome, textToKeep } from "./events.ts";
import { ask, say, withState } from "./outcome.ts";
import { summarised } from "./parts.ts";
import { summaryOf } from "./questions.ts";
import { credentialFields, eraseCredential, eraseExperience, experienceFields, saveCredential, saveExperience } from "./records.ts";
import { howToChange } from "./how-to-change.ts";
import { onSaidInPassing } from "./said-in-passing.ts";
import { sharedWords } from "./shared-words.ts";
import { findSkills } from "./stories.ts";
import { saysAllTheSame, saysItGoes, saysLeaveIt, takenAway } from "./taken-away.ts";
import { tellsMore } from "./tells-more.ts";
import { thingNames, type Thing, thingsOf, thingToChange } from "./things.ts";

type Fields = Readonly<Record<string, string>>;

/** The thing with what stands in the fields of the card; itself where nothing changed, null where its title was emptied. */
export function filledIn<Filled extends { readonly id: string }>(
  thing: Filled,
  names: readonly (keyof Filled & string)[],
  fields: Fields,
): Filled | null {
  const typed = names.flatMap((name): [string, string | null][] => {
    const value = fields[`${thing.id}.${name}`];
    return value === undefined || (value.trim() || null) === thing[name] ? [] : [[name, value.trim() || null]];
  });
  if (typed.some(([name, value]) => name === "title" && value === null)) return null;
  return typed.length > 0 ? Object.assign({ ...thing }, Object.fromEntries(typed)) : thing;
}

function saved(outcome: Outcome, { experiences, credentials }: ReturnType<typeof summaryOf>, fields: Fields, at: string): Outcome {
  let next = outcome;
  for (const experience of experiences) {
    const better: Experience | null = filledIn(experience, experienceFields, fields);
    if (better === null) next = eraseExperience(next, experience.id, at);
    else if (better !== experience) next = saveExperience(next, better, at);
  }
  for (const credential of credentials) {
    const better: Credential | null = filledIn(credential, credentialFields, fields);
    if (better === null) next = eraseCredential(next, credential.id, at);
    else if (better !== credential) next = saveCredential(next, better, at);
  }
  return next;
}

/** The fields of a summary card, saved. After one of several, the others may still be put right. */
function saveSummary(outcome: Outcome, { at }: Answered, fields: Fields): Outcome {
  const { state } = outcome;
  const before = summaryOf(state, state.part);
  const next = say(saved(outcome, before, fields, at), "summary.saved");
  const isOneOfSeveral = state.asking.step === "summary_change" && state.asking.thingId !== undefined && thingsOf(before).length > 1;
  return isOneOfSeveral ? backToSummary(next, at) : summarised(next, at);
}

/** The summary again; on where nothing is left to look at. */
function backToSummary(outcome: Outcome, at: string): Outcome {
  const { part } = outcome.state;
  return thingsOf(summaryOf(outcome.state, part)).length > 0 ? ask(outcome, { step: "summary", part }) : summarised(outcome, at);
}

/** It goes, with a way back by "terug". */
function takeAway(outcome: Outcome, things: readonly Thing[], at: string): Outcome {
  const isExperience = ({ id }: Thing) => outcome.state.experiences.some((each) => each.id === id);
  let next = outcome;
  for (const thing of things) next = isExperience(thing) ? eraseExperience(next, thing.id, at) : eraseCredential(next, thing.id, at);
  return backToSummary(say(next, "summary.removed", { title: things.map(({ title }) => title).join(", ") }), at);
}

/** Words that take something out of the summary: the one that is shown, one that is named, or one to be chosen; null for all else. */
function onTakenAway(outcome: Outcome, { text, at }: Answered): Outcome | null {
  const { asking, part } = outcome.state;
  if (text === null || (asking.step !== "summary" && asking.step !== "summary_change")) return null;
  const shown = thingsOf(summaryOf(outcome.state, part));
  const one = asking.step === "summary_change" ? thingToChange(asking, shown) : shown.length === 1 ? shown[0] : null;
  const named = takenAway(text, shown.map(thingNames));
  if (named === null || named === "none") {
    if (!saysItGoes(text, true)) return null;
    return one ? takeAway(outcome, [one], at) : ask(outcome, { step: "summary_change", part, isRemoval: true });
  }
  return takeAway(
    outcome,
    shown.filter((_, index) => named.includes(index)),
    at,
  );
}

/** Which of several things is to be changed, or taken away; null where an answer chooses none. */
function onThingChosen(outcome: Outcome, event: Answered, action: Action | null): Outcome | null {
  const { asking, part } = outcome.state;
  if (asking.step !== "summary_change") return null;
  const shown = thingsOf(summaryOf(outcome.state, part));
  if (action?.action === "remove") {
    const thing = thingToChange(asking, shown);
    return thing ? takeAway(outcome, [thing], event.at) : null;
  }
  const chosen = event.text === null ? null : chosenIn(event.text, shown.map(thingNames));
  if (chosen === "none") return summarised(outcome, event.at);
  const picked = shown.filter(({ id }, at) => (action?.action === "pick" ? id === action.value : chosen?.includes(at)));
  const [first] = picked;
  if (!first || (action?.action !== "pick" && thingToChange(asking, shown) !== null)) return null;
  if (asking.isRemoval) return takeAway(outcome, picked, event.at);
  return ask(outcome, { step: "summary_change", part, thingId: first.id });
}

/** One thing was written down several times: the one that was named stays, or the first; null where nothing is to be joined. */
function onAllTheSame(outcome: Outcome, event: Answered): Outcome | null {
  const named = saysAllTheSame(event.text ?? "");
  const { experiences } = summaryOf(outcome.state, outcome.state.part);
  if (named === null || experiences.length < 2) return null;
  const scored = experiences.map((each) => ({ each, score: sharedWords(named, each.title) }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0]?.each;
  if (!best) return null;
  const others = experiences.map(({ id }) => id).filter((id) => id !== best.id);
  // What was heard with the others belongs to the one that stays.
  const offers = outcome.state.offers.map((each) =>
    each.experienceId !== null && others.includes(each.experienceId) ? { ...each, experienceId: best.id } : each,
  );
  const next = others.reduce((rest, id) => eraseExperience(rest, id, event.at), withState(outcome, { offers }));
  return backToSummary(say(next, "summary.joined", { title: titleToShow(best.title) }), event.at);
}

const isCalled =
  /^(?:(?:nee|no|nou|well),? )?(?:het|dat|dit|die|it|this|that)(?: is|['’]?s)? (?:heet|heette|heet eigenlijk|moet zijn|moet heten|is called|called|was called|should be|should say) (?:gewoon |just )?(.{2,80}?)[.!]?$/i;

/** "het heet omgaan met dementie": the name of the one thing on the screen. */
function onNameGiven(outcome: Outcome, event: Answered): Outcome | null {
  const { asking, part } = outcome.state;
  const shown = summaryOf(outcome.state, part);
  const one = thingToChange(asking.step === "summary_change" ? asking : {}, thingsOf(shown));
  const title = isCalled.exec((textToKeep(event) ?? "").trim())?.[1];
  if (!one || title === undefined) return null;
  const experience = shown.experiences.find(({ id }) => id === one.id);
  const credential = shown.credentials.find(({ id }) => id === one.id);
  const next = experience
    ? saveExperience(outcome, { ...experience, title }, event.at)
    : credential
      ? saveCredential(outcome, { ...credential, title }, event.at)
      : outcome;
  return ask(say(next, "corrected"), { step: "summary", part });
}

/** "gemeente moet weg bij die pillen": of the thing that was told to be there only the place goes. */
function onPlaceTakenAway(outcome: Outcome, { text, at }: Answered): Outcome | null {
  const { part } = outcome.state;
  const place = /^(?:haal )?(.{2,40}?) (?:(?:moet|mag|kan|should|must|can) )?(?:weg|eruit|go)(?: (?:bij|van|from|at|with) .*)?$/.exec(
    normalise(text ?? ""),
  )?.[1];
  const at1 = summaryOf(outcome.state, part).experiences.filter(({ organisation }) => organisation !== null && normalise(organisation) === place);
  const [one] = at1;
  if (!one || at1.length > 1 || normalise(one.title) === place) return null;
  return ask(say(saveExperience(outcome, { ...one, organisation: null }, at), "corrected"), { step: "summary", part });
}

/** An answer to what was written down of a part: right, changed on its card, taken away, or put right in words. */
export function onSummaryAnswered(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking, part } = outcome.state;
  if (action?.action === "save") return saveSummary(outcome, event, action.fields ?? {});
  if (event.action === null && event.text !== null) {
    const acted =
      onPlaceTakenAway(outcome, event) ??
      onTakenAway(outcome, event) ??
      onAllTheSame(outcome, event) ??
      onFinishedSaid(outcome, event) ??
      onNameGiven(outcome, event);
    if (acted) return acted;
    const isYes = openingWord(event.text) === "yes" && !tellsMore(event.text);
    const added = onSaidInPassing(outcome, event, summaryOf(outcome.state, part).experiences);
    if (added) return openingWord(event.text) === null ? ask(added, { step: "summary", part }) : summarised(added, event.at);
    if (saysLeaveIt(event.text) || isYes) return summarised(outcome, event.at);
  }
  const chosen = onThingChosen(outcome, event, event.action);
  if (chosen) return chosen;
  if (action && ["yes", "go_on", "skip", "nothing_more", "later", "dont_know"].includes(action.action)) return summarised(outcome, event.at);
  if (asking.step === "summary" && action && ["change", "no", "plain_no"].includes(action.action))
    return ask(outcome, { step: "summary_change", part });
  if (asking.step === "summary_change" && action?.action === "no") return summarised(outcome, event.at);
  const corrected = onCorrection(outcome, event);
  if (corrected) return ask(corrected, { step: "summary", part });
  // More of the story: heard and kept, and the summary stays.
  if (action === null && event.text && isStory(event.text)) return findSkills(outcome, event, event.text.trim());
  return howToChange(outcome, asking.step === "summary_change" ? asking : { step: "summary_change", part });
}
