import { isStory } from "./answers.ts";
import { onCorrection } from "./corrections.ts";
import type { Action, Answered, Outcome } from "./events.ts";
import { ask, say } from "./outcome.ts";
import { summarised } from "./parts.ts";
import { summaryOf } from "./questions.ts";
import { credentialFields, eraseCredential, eraseExperience, experienceFields, saveCredential, saveExperience } from "./records.ts";
import { findSkills } from "./stories.ts";

type Fields = Readonly<Record<string, string>>;

/** The thing with what stands in the fields of the card; itself where nothing changed, null where its title was emptied. */
export function filledIn<Thing extends { readonly id: string }>(
  thing: Thing,
  names: readonly (keyof Thing & string)[],
  fields: Fields,
): Thing | null {
  const typed = names.flatMap((name): [string, string | null][] => {
    const value = fields[`${thing.id}.${name}`];
    return value === undefined || (value.trim() || null) === thing[name] ? [] : [[name, value.trim() || null]];
  });
  if (typed.some(([name, value]) => name === "title" && value === null)) return null;
  return typed.length > 0 ? Object.assign({ ...thing }, Object.fromEntries(typed)) : thing;
}

/** The fields of a summary card, saved. */
function saveSummary(outcome: Outcome, { at }: Answered, fields: Fields): Outcome {
  const { experiences, credentials } = summaryOf(outcome.state, outcome.state.part);
  let next = outcome;
  for (const experience of experiences) {
    const better = filledIn(experience, experienceFields, fields);
    if (better === null) next = eraseExperience(next, experience.id, at);
    else if (better !== experience) next = saveExperience(next, better, at);
  }
  for (const credential of credentials) {
    const better = filledIn(credential, credentialFields, fields);
    if (better === null) next = eraseCredential(next, credential.id, at);
    else if (better !== credential) next = saveCredential(next, better, at);
  }
  return summarised(say(next, "summary.saved"), at);
}

/** An answer to what was written down of a part: right, changed on its card, or put right in words. */
export function onSummaryAnswered(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking, part } = outcome.state;
  if (action?.action === "save") return saveSummary(outcome, event, action.fields ?? {});
  if (action && ["yes", "go_on", "skip", "nothing_more", "later", "dont_know"].includes(action.action)) return summarised(outcome, event.at);
  if (asking.step === "summary" && action && ["change", "no", "plain_no"].includes(action.action))
    return ask(outcome, { step: "summary_change", part });
  if (asking.step === "summary_change" && action?.action === "no") return summarised(outcome, event.at);
  const corrected = onCorrection(outcome, event);
  if (corrected) return ask(corrected, { step: "summary", part });
  // More of the story: heard and kept, and the summary stays.
  if (action === null && event.text && isStory(event.text)) return findSkills(outcome, event, event.text.trim());
  return ask(say(outcome, "summary.how_to_change"), { step: "summary_change", part });
}
