import type { ReviewNews } from "./review-news.ts";
import type { StoredActivity } from "./store.ts";

/** What a channel hands to the interview: one authenticated, size-checked activity. */
export interface IncomingTurn {
  readonly holderId: string;
  readonly conversationId: string;
  /** Id of the session it came through, where the channel has sessions. */
  readonly sessionId?: string;
  /** Stable for a redelivered activity; a start always has the same one. */
  readonly activityId: string;
  readonly channel: "web" | "teams" | "cli";
  readonly text: string | null;
  /** Action.Submit data; parse before trusting. */
  readonly value: unknown;
  /** A file that came with it, in memory only: it is read in this turn, and kept nowhere. */
  readonly file?: { readonly bytes: Uint8Array };
  /** BCP 47, as the channel says. */
  readonly locale: string | null;
  /** conversationUpdate: a person joined. */
  readonly isStart: boolean;
  /** Only in a turn of the program's own: what counsellors said. No channel hands it in. */
  readonly news?: readonly ReviewNews[];
}

/** The interview as a channel sees it. */
export interface TurnRunner {
  /** Runs one turn to its commit. Never throws for a failing model. `onWaiting` is called when something visible should
   *  be shown (typing).
   *  @returns what was appended to the conversation's log: the holder's own (masked) message first, then the replies */
  run(turn: IncomingTurn, onWaiting: () => void): Promise<{ activities: readonly StoredActivity[] }>;
}
