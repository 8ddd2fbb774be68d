import type { Area } from "../../src/domain/area.ts";
import type { ConceptCard } from "../../src/domain/concept.ts";
import type { Disclosure } from "../../src/domain/consent.ts";
import type { DocumentAnswer } from "../../src/domain/document.ts";
import type { Finding, Findings } from "../../src/domain/finding.ts";
import type { Language } from "../../src/domain/language.ts";
import { emptyPassport, type Passport } from "../../src/domain/passport.ts";
import { applyPassportEvents, type PassportEvent } from "../../src/domain/passport-events.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import type { Action, GoalLookedUp, Message, Outcome, Work } from "../../src/dialogs/events.ts";
import { interview } from "../../src/dialogs/interview.ts";
import type { Interview } from "../../src/dialogs/state.ts";

export const testTaxonomy = { name: "test", version: "1" };

export const disclosure: Disclosure = {
  operatorName: null,
  modelHost: null,
  channel: "web",
  transcriptDays: 30,
  abandonedDays: null,
  contact: null,
  storedWhere: "this_machine",
};

export function conceptCard(name: string, more: Partial<ConceptCard> = {}): ConceptCard {
  return {
    uri: `urn:test:${name.replaceAll(" ", "-")}`,
    type: "skill",
    reuseLevel: "cross-sector",
    label: { nl: name, en: name },
    meaning: { nl: `Dat je kunt ${name}.`, en: null },
    headline: { nl: null, en: null },
    group: { nl: "iets ruimers", en: "something broader" },
    ...more,
  };
}

/** A finding for a quote that stands in the utterance. */
export function finding(utterance: Utterance, quote: string, more: Partial<Finding> = {}, about: Area = "paid_work"): Finding {
  const start = utterance.text.indexOf(quote);
  if (start < 0) throw new Error(`"${quote}" was not said`);
  return {
    concept: conceptCard(quote),
    ownLabel: null,
    alternatives: [conceptCard(`${quote} anders`), conceptCard(`${quote} nog anders`), conceptCard(`${quote} heel anders`)],
    evidence: { utteranceId: utterance.id, start, end: start + quote.length, quote, about: utterance.about ?? about },
    score: 0.8,
    probability: 0.8,
    discovered: false,
    ...more,
  };
}

export const nothingFound: Findings = {
  findings: [],
  withheld: [],
  experiences: [],
  credentials: [],
  sensitive: [],
  followUps: [],
  language: "nl",
  distress: false,
  source: { extractor: "embedded", model: null, promptHash: null },
  usage: { calls: 0, inputTokens: 0, outputTokens: 0 },
};

/** Finds what stands between asterisks: "ik *maak kantoren schoon*". The simplest reader that a test can predict. */
export function starredFindings(utterance: Utterance): Findings {
  const quotes = [...utterance.text.matchAll(/\*(.+?)\*/g)].map((match) => match[1] ?? "");
  const findings = quotes.map((quote, index) => finding(utterance, quote, { probability: 0.9 - index / 100 }));
  return { ...nothingFound, findings, followUps: ["what", "how", "result", "learned"] };
}

export interface Player {
  readonly state: () => Interview;
  readonly passport: () => Passport;
  readonly events: () => readonly PassportEvent[];
  readonly work: () => readonly Work[];
  /** All messages of the last turn. */
  readonly heard: () => readonly Message[];
  /** Key of the question that is open. */
  readonly question: () => string;
  say(text: string): readonly Message[];
  press(action: Action["action"], value?: string): readonly Message[];
  send(action: Action): readonly Message[];
  /** Hands in a file in which this is read. */
  hand(document: DocumentAnswer): readonly Message[];
  /** Minutes that pass before the next answer. */
  wait(minutes: number): void;
  readonly outcome: () => Outcome;
}

/** Plays an interview with the pure core, without a channel, a store or a clock. */
export function startInterview(
  find: (utterance: Utterance) => Findings = starredFindings,
  options: {
    language?: Language;
    disclosure?: Disclosure;
    search?: (text: string) => readonly ConceptCard[];
    passport?: Passport;
    idPrefix?: string;
    goalOf?: (passport: Passport) => GoalLookedUp["goal"];
  } = {},
): Player {
  let nowMs = Date.parse("2026-03-02T19:00:00Z");
  let turns = 0;
  const at = () => new Date(nowMs).toISOString();
  let passport = options.passport ?? emptyPassport(options.language ?? "nl", testTaxonomy);
  const events: PassportEvent[] = [];
  const allWork: Work[] = [];
  let last = interview(null, {
    type: "started",
    at: at(),
    idPrefix: options.idPrefix ?? "t",
    language: options.language ?? "nl",
    taxonomy: testTaxonomy,
    disclosure: options.disclosure ?? disclosure,
    wordingHash: "test",
  });
  let heard = last.messages;
  let handed: DocumentAnswer | null = null;

  function keep(outcome: Outcome): void {
    passport = applyPassportEvents(passport, outcome.claimEvents);
    events.push(...outcome.claimEvents);
    allWork.push(...outcome.work);
    heard = [...heard, ...outcome.messages];
    last = outcome;
    for (const work of outcome.work) {
      if (work.kind === "find_skills") {
        keep(interview(last.state, { type: "found", at: at(), utterance: work.utterance, findings: find(work.utterance), passport }));
      } else if (work.kind === "look_up_goal") {
        const goal = options.goalOf?.(passport) ?? null;
        keep(interview(last.state, { type: "goal_looked_up", at: at(), isAskedFor: work.isAskedFor, goal }));
      } else if (work.kind === "read_document") {
        if (!handed) throw new Error("no file was handed in");
        keep(interview(last.state, { type: "document_read", at: at(), activityId: work.activityId, answer: handed, passport }));
      } else if (work.kind === "search") {
        const found = options.search?.(work.text) ?? [];
        keep(interview(last.state, { type: "searched", at: at(), offerId: work.offerId, typed: work.text, options: [...found] }));
      }
    }
  }

  function answer(text: string | null, action: Action | null): readonly Message[] {
    turns += 1;
    nowMs += 5_000;
    heard = [];
    keep(interview(last.state, { type: "answered", at: at(), activityId: `a${turns}`, text, action, passport }));
    return heard;
  }

  return {
    state: () => last.state,
    passport: () => passport,
    events: () => events,
    work: () => allWork,
    heard: () => heard,
    question: () => heard.findLast((message) => message.asks)?.key ?? "",
    outcome: () => last,
    say: (text) => answer(text, null),
    press: (action, value) => {
      const about = heard.findLast((message) => message.asks)?.choices.find((choice) => choice.action.action === action)?.action.about;
      return answer(null, { action, ...(about === undefined ? {} : { about }), ...(value === undefined ? {} : { value }) });
    },
    send: (action) => answer(null, action),
    hand(document) {
      turns += 1;
      nowMs += 5_000;
      heard = [];
      handed = document;
      keep(interview(last.state, { type: "file_sent", at: at(), activityId: `a${turns}` }));
      return heard;
    },
    wait: (minutes) => {
      nowMs += minutes * 60_000;
    },
  };
}
