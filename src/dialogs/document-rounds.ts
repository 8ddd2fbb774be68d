import type { Area } from "../domain/area.ts";
import type { Finding } from "../domain/finding.ts";
import { offerKey, type Offer } from "../domain/offer.ts";
import { settledKeys } from "../domain/passport.ts";
import type { Utterance } from "../domain/utterance.ts";
import type { Found, Outcome } from "./events.ts";
import { withinLimits } from "./offer-limits.ts";
import { offerNext, startRound } from "./offers.ts";
import { ask, freshId, order, say, withState } from "./outcome.ts";
import { isUnasked } from "./questions.ts";
import type { DocumentTalk, TalkPassage } from "./state.ts";

/** What is read for skills in one go: lines about one part of life, some pages at most. */
const mostRead = 2_500;

/** The passages that are read together next, and those that wait. */
function nextPassages(passages: readonly TalkPassage[]): { readonly now: readonly TalkPassage[]; readonly then: readonly TalkPassage[] } {
  const [first] = passages;
  if (!first) return { now: [], then: [] };
  const now: TalkPassage[] = [];
  let length = 0;
  for (const passage of passages) {
    if (passage.about !== first.about) continue;
    if (now.length > 0 && length + passage.text.length > mostRead) break;
    now.push(passage);
    length += passage.text.length;
  }
  return { now, then: passages.filter((passage) => !now.includes(passage)) };
}

const between = "\n";

function read(outcome: Outcome, talk: DocumentTalk): Outcome {
  const { now, then } = nextPassages(talk.passages);
  const { state } = outcome;
  const [first] = now;
  const utterance: Utterance = {
    id: first?.utteranceId ?? talk.id,
    text: now.map(({ text }) => text).join(between),
    about: first?.about ?? null,
  };
  return order(withState(outcome, { document: { ...talk, passages: [...then], reading: [...now] } }), {
    kind: "find_skills",
    utterance,
    // Nothing was asked: the lines stand for themselves.
    questionKey: "document.lines",
    alreadyOffered: state.offers.filter((offer) => !isUnasked(state, offer)).map(offerKey),
  });
}

/** The next thing that the document gives to ask: an offer out of the lines just read, or more lines to read; at the end, what was
 *  being asked before it came. */
export function nextOfDocument(outcome: Outcome): Outcome {
  let next = outcome;
  for (let talk = next.state.document; talk; talk = next.state.document) {
    const [round, ...rounds] = talk.rounds;
    if (round !== undefined) {
      next = startRound(withState(next, { document: { ...talk, rounds } }), round);
      const offered = offerNext(next);
      if (offered) return offered;
      continue;
    }
    if (talk.passages.length > 0) return read(next, talk);
    return resumed(next, talk);
  }
  return next;
}

/** Back to what was being asked when the document came. */
export function resumed(outcome: Outcome, { resume }: DocumentTalk): Outcome {
  const phase = resume.step === "closed" ? "closed" : "talking";
  return ask(withState(startRound(outcome), { document: null, phase }), resume);
}

/** Whether these are the findings of lines of a document. */
export function isOfDocument({ state }: Outcome, { utterance }: Found): boolean {
  return state.document?.reading[0]?.utteranceId === utterance.id;
}

interface Placed extends TalkPassage {
  readonly start: number;
}

function placed(passages: readonly TalkPassage[]): Placed[] {
  let start = 0;
  return passages.map((passage) => {
    const at = start;
    start += passage.text.length + between.length;
    return { ...passage, start: at };
  });
}

/** A finding with its evidence in the passage it stands in; null where it runs from one into the next. */
function within(finding: Finding, passages: readonly Placed[]): { readonly finding: Finding; readonly passage: Placed } | null {
  const { start, end } = finding.evidence;
  const passage = passages.find((each) => each.start <= start && end <= each.start + each.text.length);
  if (!passage) return null;
  const about: Area = passage.about;
  const evidence = { ...finding.evidence, utteranceId: passage.utteranceId, start: start - passage.start, end: end - passage.start, about };
  return { finding: { ...finding, evidence }, passage };
}

/** What lines of a document show: offers like any other, to be asked one at a time. Jobs and diplomas come from its card alone. */
export function onDocumentFound(outcome: Outcome, event: Found): Outcome {
  const talk = outcome.state.document;
  if (!talk) return outcome;
  const passages = placed(talk.reading);
  const known = new Set([...outcome.state.offers.map(offerKey), ...settledKeys(event.passport)]);
  let next = withState(outcome, { document: { ...talk, reading: [] } });
  const heardIn: string[] = [];
  for (const each of event.findings.findings) {
    const found = within(each, passages);
    if (!found || known.has(offerKey(each))) continue;
    known.add(offerKey(each));
    const [numbered, id] = freshId(next, "offer");
    const offer: Offer = {
      ...found.finding,
      id,
      state: "waiting",
      experienceId: found.passage.experienceId,
      source: { ...event.findings.source, document: talk.kind },
    };
    heardIn.push(found.passage.utteranceId);
    next = withState(numbered, { offers: [...numbered.state.offers, offer] });
  }
  next = withState(next, { offers: withinLimits(next.state) });
  const rounds = passages.map(({ utteranceId }) => utteranceId).filter((id) => heardIn.includes(id));
  return nextOfDocument(next.state.document ? withState(next, { document: { ...next.state.document, rounds } }) : next);
}

/** What a finished card says of skills: whether there are lines to find them in. */
export function begun(outcome: Outcome, talk: DocumentTalk): Outcome {
  const told = talk.passages.length > 0 ? say(outcome, `document.skills_${talk.kind}`) : outcome;
  return nextOfDocument(withState(told, { document: talk }));
}
