import type { DocumentAnswer, ReadDocument } from "../domain/document.ts";
import { chosenIn } from "./chosen.ts";
import { begun, resumed } from "./document-rounds.ts";
import type { Action, Answered, InterviewEvent, Outcome } from "./events.ts";
import { alike } from "./keep-found.ts";
import { ask, askAgain, freshId, order, say, withState } from "./outcome.ts";
import { touch } from "./parts.ts";
import { credentialFields, experienceFields, saveCredential, saveExperience } from "./records.ts";
import type { DocumentTalk, Interview, TalkCredential, TalkExperience, TalkPassage } from "./state.ts";
import { filledIn } from "./summary.ts";
import { takenAway } from "./taken-away.ts";
import { thingNames, thingsOf, thingToChange } from "./things.ts";

type FileSent = Extract<InterviewEvent, { type: "file_sent" }>;
type DocumentRead = Extract<InterviewEvent, { type: "document_read" }>;

/** A file came in. It is read only once the notice was agreed to. */
export function onFileSent(outcome: Outcome, event: FileSent): Outcome {
  const { phase } = outcome.state;
  if (phase === "declined" || phase === "erased") return { ...say(outcome, "ended"), keepText: false };
  if (phase === "opening") return { ...askAgain(say(outcome, "document.agree_first")), keepText: false };
  return order(outcome, { kind: "read_document", activityId: event.activityId });
}

const sameSchool = (a: { readonly title: string; readonly date: string | null }, b: { readonly title: string; readonly date: string | null }) =>
  alike(a.title, b.title) && (a.date === null || b.date === null || a.date === b.date);

const sameJob = (a: { readonly title: string; readonly organisation: string | null }, b: typeof a) =>
  alike(a.title, b.title) && (a.organisation === null || b.organisation === null || alike(a.organisation, b.organisation));

/** What the card asks about: what was read, under ids of its own, without what is there already. */
function talkOf(outcome: Outcome, document: ReadDocument, event: DocumentRead): readonly [Outcome, DocumentTalk] {
  const known = event.passport.experiences;
  const schools = event.passport.credentials;
  let next = outcome;
  const ids: string[] = [];
  const experiences: TalkExperience[] = [];
  for (const each of document.experiences) {
    const there = known.find((one) => one.area === each.area && sameJob(one, each));
    const [numbered, id] = there ? [next, there.id] : freshId(next, "experience");
    next = numbered;
    ids.push(id);
    if (!there) experiences.push({ id, ...each });
  }
  const credentials: TalkCredential[] = [];
  for (const each of document.credentials) {
    if (schools.some((one) => sameSchool(one, each))) continue;
    const [numbered, id] = freshId(next, "credential");
    next = numbered;
    credentials.push({ id, ...each });
  }
  const passages = document.passages.map(({ about, experience, text }, at): TalkPassage => ({
    about,
    text,
    experienceId: experience === null ? null : (ids[experience] ?? null),
    utteranceId: `${event.activityId}.line-${at + 1}`,
  }));
  const talk: DocumentTalk = {
    id: event.activityId,
    kind: document.kind,
    experiences,
    credentials,
    passages,
    reading: [],
    rounds: [],
    resume: resumeOf(outcome.state),
  };
  return [next, talk];
}

/** What is asked again afterwards; of a document that comes while another is talked about: what that one interrupted. */
function resumeOf({ asking, interrupted, document }: Interview): DocumentTalk["resume"] {
  return document?.resume ?? interrupted ?? asking;
}

/** What was read in a file, or why nothing was: said, and put to the holder on a card. */
export function onDocumentRead(outcome: Outcome, event: DocumentRead): Outcome {
  const answer: DocumentAnswer = event.answer;
  if ("problem" in answer) return askAgain(say(outcome, `document.problem_${answer.problem}`));
  const { document } = answer;
  const [numbered, talk] = talkOf(outcome, document, event);
  const limited = document.limits.reduce(
    (next, limit) => say(next, `document.limit_${limit}`),
    withState(numbered, { clearing: false, interrupted: null, phase: "talking" }),
  );
  if (talk.experiences.length + talk.credentials.length > 0) {
    return ask(withState(limited, { document: talk }), { step: "document", documentId: talk.id });
  }
  if (talk.passages.length > 0) return begun(say(limited, "document.only_lines"), talk);
  return resumed(say(limited, "document.known"), talk);
}

type Fields = Readonly<Record<string, string>>;

/** What stayed ticked, with what was put right; a thing whose title was emptied goes. */
function kept<Thing extends TalkExperience | TalkCredential>(
  things: readonly Thing[],
  names: readonly (keyof Thing & string)[],
  fields: Fields,
): Thing[] {
  return things.flatMap((thing) => {
    if (fields[`${thing.id}.keep`] === "false") return [];
    const better = filledIn(thing, names, fields);
    return better ? [better] : [];
  });
}

/** With what stayed ticked, as it was put right. */
function ticked(talk: DocumentTalk, fields: Fields): DocumentTalk {
  const experiences = kept(talk.experiences, experienceFields, fields);
  const credentials = kept(talk.credentials, credentialFields, fields);
  const left = new Set(thingsOf({ experiences, credentials }).map(({ id }) => id));
  const gone = thingsOf(talk).filter(({ id }) => !left.has(id));
  return withoutThings({ ...talk, experiences, credentials }, new Set(gone.map(({ id }) => id)));
}

/** Takes over what is left on the card. */
function takeOver(outcome: Outcome, talk: DocumentTalk, at: string): Outcome {
  let next = outcome;
  for (const experience of talk.experiences) next = touch(saveExperience(next, { ...experience, noSkills: false }, at), experience.area);
  for (const { isCourse, ...credential } of talk.credentials) next = touch(saveCredential(next, credential, at), isCourse ? "course" : "diploma");
  const count = talk.experiences.length + talk.credentials.length;
  const told = say(next, count === 0 ? "document.nothing_taken" : count === 1 ? "document.taken_one" : "document.taken", { count });
  return begun(told, { ...talk, experiences: [], credentials: [] });
}

/** Without what is not taken over; lines about it are not read. */
function withoutThings(talk: DocumentTalk, ids: ReadonlySet<string>): DocumentTalk {
  return {
    ...talk,
    experiences: talk.experiences.filter(({ id }) => !ids.has(id)),
    credentials: talk.credentials.filter(({ id }) => !ids.has(id)),
    passages: talk.passages.filter(({ experienceId }) => experienceId === null || !ids.has(experienceId)),
  };
}

/** The card again, to tick; on where nothing is left on it. */
function backToCard(outcome: Outcome, talk: DocumentTalk, at: string): Outcome {
  if (thingsOf(talk).length === 0) return takeOver(outcome, talk, at);
  return ask(withState(outcome, { document: talk }), { step: "document", documentId: talk.id });
}

/** Which of several things is put right, put right, left as it is, or not taken over; null for all else. */
function onThingChanged(outcome: Outcome, event: Answered, talk: DocumentTalk, action: Action | null): Outcome | null {
  const { asking } = outcome.state;
  const things = thingsOf(talk);
  if (asking.step !== "document_change" || things.length <= 1) return null;
  const one = thingToChange(asking, things);
  const chosen = event.text === null ? null : chosenIn(event.text, things.map(thingNames));
  const picked = things.find(({ id }, at) => (action?.action === "pick" ? id === action.value : chosen !== "none" && chosen?.[0] === at));
  if (picked) return ask(outcome, { ...asking, thingId: picked.id });
  if (action && ["go_on", "no", "later", "skip"].includes(action.action)) return backToCard(outcome, talk, event.at);
  if (!one) return null;
  if (action?.action === "remove" || action?.action === "plain_no")
    return backToCard(say(outcome, "document.out"), withoutThings(talk, new Set([one.id])), event.at);
  if (action?.action !== "save") return null;
  return backToCard(say(outcome, "document.changed"), ticked(talk, action.fields ?? {}), event.at);
}

/** "1 en 3", "alles behalve de tweede", "haal die van de winkel weg": what is taken over, in words; null for all else. */
export function onThingsNamed(outcome: Outcome, event: Answered): Outcome | null {
  const { document, asking } = outcome.state;
  if (!document || event.action !== null || event.text === null || asking.step !== "document") return null;
  const things = thingsOf(document);
  const idsAt = (places: readonly number[]) => new Set(things.filter((_, at) => places.includes(at)).map(({ id }) => id));
  const out = takenAway(event.text, things.map(thingNames));
  if (out !== null && out !== "none") return backToCard(say(outcome, "document.out"), withoutThings(document, idsAt(out)), event.at);
  const chosen = chosenIn(event.text, things.map(thingNames), true);
  if (chosen === null) return null;
  const wanted = chosen === "none" ? new Set<string>() : idsAt(chosen);
  if (wanted.size === 0) return resumed(say(outcome, "document.left"), document);
  return takeOver(outcome, withoutThings(document, new Set(things.map(({ id }) => id).filter((id) => !wanted.has(id)))), event.at);
}

/** An answer to the card of a document: taken over as it is ticked, put right first, or left altogether. */
export function onDocumentAnswered(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { document, asking } = outcome.state;
  if (!document || (asking.step !== "document" && asking.step !== "document_change")) return outcome;
  const changed = onThingChanged(outcome, event, document, event.action ?? action);
  if (changed) return changed;
  const fields = action?.fields ?? {};
  switch (action?.action) {
    case "save":
    case "yes":
    case "go_on":
      return takeOver(outcome, ticked(document, fields), event.at);
    case "change":
    case "no": {
      const talk = ticked(document, fields);
      if (thingsOf(talk).length === 0) return takeOver(outcome, talk, event.at);
      return ask(withState(outcome, { document: talk }), { step: "document_change", documentId: document.id });
    }
    case "plain_no":
    case "skip":
    case "nothing_more":
    case "later":
    case "dont_know":
      return resumed(say(outcome, "document.left"), document);
    default:
      return askAgain(say(outcome, "document.please_answer"));
  }
}
