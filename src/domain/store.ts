import type { ConversationCounts, TurnCounts } from "./counts.ts";
import type { Passport } from "./passport.ts";
import type { PassportEvent } from "./passport-events.ts";

/** One line of a conversation as a channel shows it: an activity of the bot or (masked) of the holder. */
export interface StoredActivity {
  /** Position in the conversation, 1, 2, 3 …; Direct Line's watermark. */
  readonly sequence: number;
  /** The activity as JSON. */
  readonly activity: Readonly<Record<string, unknown>>;
}

export interface LoadedConversation {
  readonly conversationId: string;
  /** Number of turns committed; 0 before the first. */
  readonly version: number;
  /** The interview's state as saved (JSON); null before the first turn. Parse before trusting. */
  readonly state: unknown;
  readonly passport: Passport;
}

export interface Turn {
  readonly holderId: string;
  readonly conversationId: string;
  /** Id of the incoming activity; a second commit of the same id changes nothing. */
  readonly activityId: string;
  readonly expectedVersion: number;
  readonly state: unknown;
  readonly claimEvents: readonly PassportEvent[];
  /** Activities to append to the conversation, in order: the holder's (masked), then the bot's replies. */
  readonly outbox: readonly Readonly<Record<string, unknown>>[];
  /** What this turn adds to the conversation's counts; absent: nothing is counted. */
  readonly counts?: TurnCounts | undefined;
}

export type TurnOutcome =
  | { readonly outcome: "committed"; readonly version: number; readonly activities: readonly StoredActivity[]; readonly passport: Passport }
  /** The activity was handled before; `activities` are what was appended then. */
  | { readonly outcome: "duplicate"; readonly activities: readonly StoredActivity[] }
  /** Another turn won: read again, apply again. */
  | { readonly outcome: "conflict" };

/** Something kept of a holder beside passport and conversations: a grant, a line of the access log, a file, a review. */
export interface HolderRow {
  readonly id: string;
  /** As it was put (JSON). Parse before trusting. */
  readonly value: unknown;
}

/** What is kept of a holder. Sealed with the holder's own key; all of a turn is stored, or nothing. */
export interface PassportStore {
  /** Makes a data key, an empty passport and nothing else. */
  createHolder(holderId: string, empty: Passport): Promise<void>;
  hasHolder(holderId: string): Promise<boolean>;
  /** The conversation, with the holder's passport; undefined when either is not there. @throws {StoreUnavailableError} */
  load(holderId: string, conversationId: string): Promise<LoadedConversation | undefined>;
  createConversation(holderId: string, conversationId: string): Promise<void>;
  /** Ids of the holder's conversations, oldest first. */
  conversations(holderId: string): Promise<readonly string[]>;
  /** What was appended when this activity was handled; undefined if it was not. */
  findTurn(holderId: string, conversationId: string, activityId: string): Promise<readonly StoredActivity[] | undefined>;
  commitTurn(turn: Turn): Promise<TurnOutcome>;
  /** Activities after `afterSequence`, in order. */
  activities(holderId: string, conversationId: string, afterSequence: number): Promise<readonly StoredActivity[]>;
  passport(holderId: string): Promise<Passport | undefined>;
  /** Changes made on the passport page, outside a turn; the passport's own version guards against a lost update. */
  changePassport(holderId: string, events: readonly PassportEvent[]): Promise<Passport | undefined>;
  /** What was counted, for each holder with a conversation that was: without ids, in no order. */
  conversationCounts(): Promise<readonly (readonly ConversationCounts[])[]>;
  /** Keeps a value (JSON) under a kind and id of this holder's; the same id replaces. Sealed with the holder's own data key.
   *  `kind` (letters and hyphens) lies there readable, `id` does not. @throws {HolderGoneError} no such holder (any more) */
  putHolderRow(holderId: string, kind: string, id: string, value: unknown): Promise<void>;
  /** Puts what `change` makes of the value that is there (undefined: there is none), with no other writer in between.
   *  @param change pure; undefined: everything stays as it is
   *  @returns what is there afterwards  @throws {HolderGoneError} */
  changeHolderRow(holderId: string, kind: string, id: string, change: (before: unknown) => unknown): Promise<unknown>;
  /** undefined: there is none, or no such holder. */
  holderRow(holderId: string, kind: string, id: string): Promise<unknown>;
  /** All rows of a kind, in no order that says anything. */
  holderRows(holderId: string, kind: string): Promise<readonly HolderRow[]>;
  deleteHolderRow(holderId: string, kind: string, id: string): Promise<void>;
  /** The rows of a kind of each holder who has any: without ids, in no order. For figures over all holders together. */
  rowsOfAllHolders(kind: string): Promise<readonly (readonly unknown[])[]>;
  /** Every row of one conversation; the passport stays. @returns false where there is none */
  eraseConversation(holderId: string, conversationId: string): Promise<boolean>;
  /** Everything of this holder, then the data key. Nothing readable is left, in backups neither. */
  eraseHolder(holderId: string): Promise<void>;
  /** Sealed with the installation's own key: sessions, tokens (hashed by the caller), links from channel accounts. */
  putRecord(kind: string, id: string, value: unknown, expiresAt: number | null): Promise<void>;
  /** Puts what `change` makes of the record that is there (undefined: there is none), with no other `changeRecord` of it in between.
   *  For records that point at no holder.  @param change pure; undefined: it stays as it is  @returns what is there afterwards */
  changeRecord(kind: string, id: string, change: (before: unknown) => unknown): Promise<unknown>;
  /** undefined when absent or expired; `nowMs` is epoch milliseconds. */
  getRecord(kind: string, id: string, nowMs: number): Promise<unknown>;
  deleteRecord(kind: string, id: string): Promise<void>;
  /** Deletes every record of this kind whose value has this holder as `holderId`. */
  deleteRecordsOf(kind: string, holderId: string): Promise<void>;
  close(): Promise<void>;
}
