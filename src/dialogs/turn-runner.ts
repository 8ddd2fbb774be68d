import { addedUsage, nothingUsed, type OfferCounts, type TurnCounts } from "../domain/counts.ts";
import type { ErasureReceipt } from "../domain/erasure.ts";
import type { ModelUsage } from "../domain/finding.ts";
import { type Language, languageOf } from "../domain/language.ts";
import type { Notices } from "../domain/notices.ts";
import type { Passport } from "../domain/passport.ts";
import { emptyPassport } from "../domain/passport.ts";
import { applyPassportEvents } from "../domain/passport-events.ts";
import type { DocumentAnswer } from "../domain/document.ts";
import type { DocumentReader, SkillFinder } from "../domain/ports.ts";
import { withoutEndlessRuns } from "../domain/message-text.ts";
import type { LoadedConversation, PassportStore, StoredActivity } from "../domain/store.ts";
import type { IncomingTurn, TurnRunner } from "../domain/turns.ts";
import { pageLinkKey } from "./commands.ts";
import type { GoalLookedUp, Message, Outcome, Work } from "./events.ts";
import { firstOutcome, type FirstOutcomeDependencies } from "./first-outcome.ts";
import { isReturn, ownActivity } from "./incoming.ts";
import { interview } from "./interview.ts";
import { message } from "./outcome.ts";
import { sorrowIn } from "./sorrow.ts";
import type { Interview } from "./state.ts";
import { HolderErasedError, TurnContendedError } from "./turn-errors.ts";

const maxAttempts = 8;

/** Messages of the interview as activities of a channel (Bot Framework JSON), in order. */
export type RenderActivities = (
  messages: readonly Message[],
  state: Interview,
  passport: Passport,
  turn: { readonly activityId: string; readonly at: string },
) => readonly Readonly<Record<string, unknown>>[];

export interface TurnRunnerDependencies extends FirstOutcomeDependencies {
  readonly store: PassportStore;
  readonly finder: SkillFinder;
  readonly render: RenderActivities;
  /** Everything of this holder goes: passport, conversations, key, sessions. */
  readonly eraseEverything: (holderId: string) => Promise<ErasureReceipt | undefined>;
  /** Ends the session on this device, or all where none is named; what is stored stays. */
  readonly endSessions: (holderId: string, sessionId: string | null) => Promise<void>;
  /** What the holder wants of messages of our own accord. Asked again with the same activity, it changes nothing more. */
  readonly notices?: Pick<Notices, "remind" | "stop" | "allow">;
  /** A link that opens this holder's page once, within minutes; null where there is no page to open. */
  readonly pageLink?: (holderId: string) => Promise<string | null>;
  /** Reads what is handed in; without it files are declined. */
  readonly documents?: DocumentReader;
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

/** Runs the interview for a channel: load, interview, work, commit. The I/O around the pure core. */
export function createTurnRunner(deps: TurnRunnerDependencies): TurnRunner {
  const { store, finder, wording } = deps;
  async function work(one: Work, state: Interview, passport: Passport, usage: Usage): Promise<Outcome | null> {
    const at = deps.now();
    switch (one.kind) {
      case "find_skills": {
        const findings = await finder.find(one.utterance, {
          language: state.language,
          question: wording[state.language].has(one.questionKey) ? wording[state.language].say(one.questionKey) : null,
          goesOn: one.goesOn ?? null,
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

  async function play(turn: IncomingTurn, loaded: LoadedConversation, usage: Usage): Promise<Outcome> {
    let outcome = firstOutcome(deps, turn, loaded);
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
