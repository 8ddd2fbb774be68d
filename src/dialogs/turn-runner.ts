import { createHash } from "node:crypto";
import type { ConceptCatalogue } from "../domain/concept.ts";
import type { Disclosure } from "../domain/consent.ts";
import { addedUsage, nothingUsed, type OfferCounts, type TurnCounts } from "../domain/counts.ts";
import type { ErasureReceipt } from "../domain/erasure.ts";
import { CallerError, InternalError } from "../domain/errors.ts";
import type { ModelUsage } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import type { Notices } from "../domain/notices.ts";
import type { Passport } from "../domain/passport.ts";
import { emptyPassport } from "../domain/passport.ts";
import { applyPassportEvents } from "../domain/passport-events.ts";
import type { DocumentAnswer } from "../domain/document.ts";
import type { DocumentReader, SkillFinder } from "../domain/ports.ts";
import { longestMessage, withoutEndlessRuns } from "../domain/message-text.ts";
import { maskIdentifiers } from "../domain/redaction.ts";
import type { LoadedConversation, PassportStore, StoredActivity } from "../domain/store.ts";
import type { IncomingTurn, TurnRunner } from "../domain/turns.ts";
import { meaningOf } from "./answers.ts";
import { pageLinkKey } from "./commands.ts";
import { saysOtherwise } from "./consent.ts";
import type { Action, GoalLookedUp, Message, Outcome, Work } from "./events.ts";
import { choiceTyped, isReturn, ownActivity, parseAction } from "./incoming.ts";
import { interview } from "./interview.ts";
import { message } from "./outcome.ts";
import { questionOf } from "./questions.ts";
import { onReviewed } from "./review-news.ts";
import { sorrowIn } from "./sorrow.ts";
import { Interview } from "./state.ts";
import type { Wording } from "./wording.ts";

const maxAttempts = 8;

/** Messages of the interview as activities of a channel (Bot Framework JSON), in order. */
export type RenderActivities = (
  messages: readonly Message[],
  state: Interview,
  passport: Passport,
  turn: { readonly activityId: string; readonly at: string },
) => readonly Readonly<Record<string, unknown>>[];

export interface TurnRunnerDependencies {
  readonly store: PassportStore;
  readonly finder: SkillFinder;
  readonly catalogue: Pick<ConceptCatalogue, "info">;
  readonly wording: Wording;
  readonly render: RenderActivities;
  readonly disclosure: (channel: IncomingTurn["channel"]) => Disclosure;
  /** ISO 8601. */
  readonly now: () => string;
  /** Everything of this holder goes: passport, conversations, key, sessions. */
  readonly eraseEverything: (holderId: string) => Promise<ErasureReceipt | undefined>;
  /** Ends the session on this device, or all where none is named; what is stored stays. */
  readonly endSessions: (holderId: string, sessionId: string | null) => Promise<void>;
  /** What the holder wants of messages of our own accord. Asked again with the same activity, it changes nothing more. */
  readonly notices?: Pick<Notices, "remind" | "stop" | "allow">;
  /** A text without what may not be kept: for words that are kept as they were typed. Without it only identifiers are masked. */
  readonly withoutDetails?: (text: string, language: Language) => string;
  /** A link that opens this holder's page once, within minutes; null where there is no page to open. */
  readonly pageLink?: (holderId: string) => Promise<string | null>;
  /** Reads what is handed in; without it files are declined. */
  readonly documents?: DocumentReader;
  /** Whether words ask for kindness before anything else. */
  readonly soundsDistressed?: (text: string) => boolean;
  /** What the passport's chosen goal lacks; null: none is chosen, or nothing is known of it. */
  readonly goalOf?: (passport: Passport) => Promise<GoalLookedUp["goal"]>;
  /** `provider:model` under which calls are counted; null where there is no model. */
  readonly model?: string | null | undefined;
  /** Told after each turn: counts and durations only. */
  readonly onTurn?: (figures: TurnFigures, turn: IncomingTurn) => void;
}

export interface TurnFigures {
  readonly durationMs: number;
  readonly modelCalls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly offersFound: number;
  readonly confirmed: number;
  readonly attempts: number;
}

export class TurnContendedError extends InternalError {
  readonly code = "dialogs_turn_contended";
  constructor() {
    super("Other turns of this conversation kept coming first; please send it again");
  }
}

/** A turn that was under way while everything was erased. */
export class HolderErasedError extends CallerError {
  readonly code = "dialogs_holder_erased";
  constructor() {
    super("There is nothing here any more: everything was erased");
  }
}

/** The language to begin in: the channel's, when it is one of ours; Dutch otherwise. */
export function languageOf(locale: string | null): Language {
  return locale?.toLowerCase().startsWith("en") ? "en" : "nl";
}

/** The language that was asked for in so many words, else that of the channel, else that which the passport was opened in. */
function firstLanguage({ locale, text }: IncomingTurn, { language }: Passport): Language {
  const asked = text === null ? null : meaningOf(text);
  if (asked === "to_english") return "en";
  if (asked === "to_dutch") return "nl";
  return locale === null ? language : languageOf(locale);
}

/** Begins the ids of what this conversation finds. One that began anew under its old name takes another: ids stay the passport's own. */
function idPrefixOf(conversationId: string, passport: Passport): string {
  const used = JSON.stringify(passport);
  for (let times = 0; ; times += 1) {
    const name = times === 0 ? conversationId : `${conversationId} ${times}`;
    const prefix = createHash("sha256").update(name).digest("hex").slice(0, 8);
    if (!used.includes(`-${prefix}-`)) return prefix;
  }
}

/** Runs the interview for a channel: load, interview, work, commit. The I/O around the pure core. */
export function createTurnRunner(deps: TurnRunnerDependencies): TurnRunner {
  const { store, finder, wording, catalogue } = deps;
  const withoutDetails = deps.withoutDetails ?? ((text: string) => maskIdentifiers(text).masked);

  /** The fields of a card are kept as they were typed; what was not changed stays. */
  function withoutDetailsIn(action: Action, { experiences, credentials, document, language }: Interview): Action {
    if (!action.fields) return action;
    const read = [...(document?.experiences ?? []), ...(document?.credentials ?? [])];
    const kept = new Set([...experiences, ...credentials, ...read].flatMap((each): unknown[] => Object.values(each)));
    const fields = Object.entries(action.fields).map(([name, value]) => [name, kept.has(value) ? value : withoutDetails(value, language)]);
    return { ...action, fields: Object.fromEntries(fields) };
  }

  async function work(one: Work, state: Interview, passport: Passport, usage: Usage): Promise<Outcome | null> {
    const at = deps.now();
    switch (one.kind) {
      case "find_skills": {
        const findings = await finder.find(one.utterance, {
          language: state.language,
          question: wording[state.language].has(one.questionKey) ? wording[state.language].say(one.questionKey) : null,
          alreadyOffered: new Set(one.alreadyOffered),
        });
        usage.spent = addedUsage(usage.spent, findings.usage);
        usage.offersFound += findings.findings.length;
        // Spans in the lines of a document say nothing of what was typed.
        if (one.utterance.id === usage.turnId) usage.sensitive = [...usage.sensitive, ...findings.sensitive];
        return interview(state, { type: "found", at, utterance: one.utterance, findings, passport });
      }
      case "search": {
        const options = await finder.search(one.text, state.language, 6);
        return interview(state, { type: "searched", at, offerId: one.offerId, typed: one.text, options: [...options] });
      }
      case "look_up_goal":
        return interview(state, { type: "goal_looked_up", at, isAskedFor: one.isAskedFor, goal: (await deps.goalOf?.(passport)) ?? null });
      case "read_document":
        return interview(state, { type: "document_read", at, activityId: one.activityId, answer: await usage.document(state.language), passport });
      case "erase_everything":
      case "end_session":
      case "remind":
      case "stop_notices":
      case "allow_notices":
        return null;
    }
  }

  function firstOutcome(turn: IncomingTurn, loaded: LoadedConversation): Outcome {
    const at = deps.now();
    const disclosure = deps.disclosure(turn.channel);
    if (loaded.state === null) {
      return interview(null, {
        type: "started",
        at,
        idPrefix: idPrefixOf(turn.conversationId, loaded.passport),
        language: firstLanguage(turn, loaded.passport),
        taxonomy: catalogue.info,
        disclosure,
        wordingHash: wording.hash,
      });
    }
    const saved = Interview.parse(loaded.state);
    // Another taxonomy may be in use than when this conversation began: what is found now is of that one.
    if (turn.news) return onReviewed(saved, turn.news);
    const state: Interview = { ...saved, taxonomy: catalogue.info, disclosure: { ...saved.disclosure, contact: disclosure.contact } };
    const isOver = state.phase === "declined" || state.phase === "erased";
    if (!isOver && saysOtherwise(state.disclosure, disclosure))
      return interview(state, { type: "disclosure_changed", at, disclosure, wordingHash: wording.hash });
    if (turn.file) return interview(state, { type: "file_sent", at, activityId: turn.activityId });
    const { action, readable } = parseAction(turn.value);
    if (!readable) return interview(state, { type: "unreadable", at });
    if (turn.text !== null && turn.text.length > longestMessage) return interview(state, { type: "too_long", at });
    const typed = action ?? (turn.text === null ? null : choiceTyped(turn.text, questionOf(state).choices, wording, state.language));
    const meant = action ?? typed;
    return interview(state, {
      type: "answered",
      at,
      activityId: turn.activityId,
      text: turn.text,
      textToKeep: turn.text === null ? null : withoutDetails(turn.text, state.language),
      isDistressed: turn.text !== null && (deps.soundsDistressed?.(turn.text) ?? false),
      action: meant === null ? null : withoutDetailsIn(meant, state),
      passport: loaded.passport,
    });
  }

  async function play(turn: IncomingTurn, loaded: LoadedConversation, usage: Usage): Promise<Outcome> {
    let outcome = firstOutcome(turn, loaded);
    for (let pending = outcome.work; pending.length > 0;) {
      const [next, ...rest] = pending;
      if (!next) break;
      const passport = applyPassportEvents(loaded.passport, outcome.claimEvents);
      const done = await work(next, outcome.state, passport, usage);
      pending = rest;
      if (!done) continue;
      pending = [...rest, ...done.work];
      outcome = {
        state: done.state,
        messages: [...outcome.messages, ...done.messages],
        claimEvents: [...outcome.claimEvents, ...done.claimEvents],
        work: [...outcome.work, ...done.work],
        keepText: outcome.keepText && done.keepText,
      };
    }
    return outcome;
  }

  /** The messages with a link in the one that asks for it, or without that one. */
  async function withPageLink(messages: readonly Message[], holderId: string): Promise<readonly Message[]> {
    if (!messages.some(({ key }) => key === pageLinkKey)) return messages;
    const link = (await deps.pageLink?.(holderId)) ?? null;
    if (link === null) return messages.filter(({ key }) => key !== pageLinkKey);
    return messages.map((each) => (each.key === pageLinkKey ? { ...each, params: { ...each.params, link } } : each));
  }

  /** Before the answer that says so is kept: what was promised is there. */
  async function keepWishes(turn: IncomingTurn, all: readonly Work[]): Promise<void> {
    for (const each of all) {
      if (each.kind === "remind") await deps.notices?.remind(turn.holderId, turn.activityId, each.dueMs);
      if (each.kind === "stop_notices") await deps.notices?.stop(turn.holderId);
      if (each.kind === "allow_notices") await deps.notices?.allow(turn.holderId);
    }
  }

  return {
    async run(given, onWaiting) {
      const turn = given.text === null ? given : { ...given, text: withoutEndlessRuns(given.text) };
      const startedMs = performance.now();
      // A turn that another one beat has been paid for all the same.
      let spentBefore = nothingUsed;
      const document = readOnce(deps.documents, turn);
      for (let attempt = 1; attempt <= maxAttempts; attempt++) {
        const before = await store.findTurn(turn.holderId, turn.conversationId, turn.activityId);
        if (before) return { activities: before };
        const loaded = await loadOrCreate(deps, turn);
        if (turn.isStart && loaded.state !== null) return { activities: [] };
        const usage: Usage = { spent: spentBefore, offersFound: 0, sensitive: [], turnId: turn.activityId, document };
        if (turn.file || (turn.text !== null && turn.text.length > 40)) onWaiting();
        const outcome = await play(turn, loaded, usage);
        spentBefore = usage.spent;
        const at = deps.now();
        const passport = applyPassportEvents(loaded.passport, outcome.claimEvents);
        const replies = deps.render(await withPageLink(outcome.messages, turn.holderId), outcome.state, passport, {
          activityId: turn.activityId,
          at,
        });
        const own =
          turn.isStart || loaded.state === null || isReturn(turn) || turn.news
            ? []
            : [ownActivity(turn, outcome, [...usage.sensitive, ...sorrowSpans(turn)], wording, at)];
        if (outcome.work.some((each) => each.kind === "erase_everything")) {
          const receipt = await deps.eraseEverything(turn.holderId);
          if (!receipt || outcome.state.phase !== "erased") return { activities: unstored(replies) };
          const messages = [...outcome.messages, message("erase.receipt", { ...receipt })];
          return { activities: unstored(deps.render(messages, outcome.state, passport, { activityId: turn.activityId, at })) };
        }
        await keepWishes(turn, outcome.work);
        const committed = await store.commitTurn({
          holderId: turn.holderId,
          conversationId: turn.conversationId,
          activityId: turn.activityId,
          expectedVersion: loaded.version,
          state: outcome.state,
          claimEvents: outcome.claimEvents,
          outbox: [...own, ...replies],
          counts: { turns: own.length > 0 ? 1 : 0, ...countsOf(outcome.state), models: deps.model ? { [deps.model]: usage.spent } : {} },
        });
        if (committed.outcome === "conflict") continue;
        if (outcome.work.some((each) => each.kind === "end_session")) await deps.endSessions(turn.holderId, turn.sessionId ?? null);
        deps.onTurn?.(
          {
            durationMs: performance.now() - startedMs,
            modelCalls: usage.spent.calls,
            inputTokens: usage.spent.inputTokens,
            outputTokens: usage.spent.outputTokens,
            offersFound: usage.offersFound,
            confirmed: outcome.claimEvents.filter((event) => event.type === "claim_confirmed").length,
            attempts: attempt,
          },
          turn,
        );
        return { activities: committed.activities };
      }
      throw new TurnContendedError();
    },
  };
}

/** Offers as they stand; only those that were put to the holder count, not what the holder put in their place. */
function countsOf({ offers, asked }: Interview): Pick<TurnCounts, "offers" | "discovered"> {
  const put = offers.filter(({ id }) => asked.includes(id));
  const counted = (of: typeof put): OfferCounts => ({
    put: of.length,
    confirmed: of.filter(({ state }) => state === "confirmed").length,
    rejected: of.filter(({ state }) => state === "rejected").length,
  });
  return { offers: counted(put), discovered: counted(put.filter(({ discovered }) => discovered)) };
}

interface Usage {
  readonly turnId: string;
  /** What stands in the turn's file. */
  readonly document: (language: Language) => Promise<DocumentAnswer>;
  spent: ModelUsage;
  offersFound: number;
  sensitive: { start: number; end: number }[];
}

/** What befell somebody near is nothing to keep. */
const sorrowSpans = ({ text }: IncomingTurn) => (text === null ? [] : (sorrowIn(text)?.spans ?? []));

/** What stands in the file of a turn: read at most once, however often the turn has to be taken again. */
function readOnce(reader: DocumentReader | undefined, { file }: IncomingTurn): Usage["document"] {
  let answer: Promise<DocumentAnswer> | null = null;
  return (language) => (answer ??= file && reader ? reader.read(file.bytes, language) : Promise.resolve({ problem: "unsupported" }));
}

/** Replies that outlive what they are about: shown once, kept nowhere. */
function unstored(replies: readonly Readonly<Record<string, unknown>>[]): readonly StoredActivity[] {
  return replies.map((activity, index) => ({ sequence: Number.MAX_SAFE_INTEGER - replies.length + index, activity }));
}

async function loadOrCreate(deps: TurnRunnerDependencies, turn: IncomingTurn): Promise<LoadedConversation> {
  const { store, catalogue } = deps;
  const loaded = await store.load(turn.holderId, turn.conversationId);
  if (loaded) return loaded;
  if (!(await store.hasHolder(turn.holderId))) {
    // Only the command line makes holders here; a channel's holder who is gone was erased, and stays so.
    if (turn.channel !== "cli") throw new HolderErasedError();
    await store.createHolder(turn.holderId, emptyPassport(languageOf(turn.locale), catalogue.info));
  }
  await store.createConversation(turn.holderId, turn.conversationId);
  const created = await store.load(turn.holderId, turn.conversationId);
  if (!created) throw new TurnContendedError();
  return created;
}
