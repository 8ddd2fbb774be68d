import type { WebSocket } from "ws";
import type { PassportStore, StoredActivity } from "../domain/store.ts";
import type { ConversationAccess, ConversationTokens } from "../domain/visitors.ts";
import { toWire } from "./direct-line-activities.ts";

export interface StreamLimits {
  /** How often the store is asked for what another process committed. */
  readonly pollMs: number;
  readonly pingMs: number;
  /** A socket that has this much waiting is cut off; its client comes back with its watermark. */
  readonly maxBufferedBytes: number;
  readonly maxPerConversation: number;
  readonly maxInAll: number;
}

export const defaultStreamLimits: StreamLimits = {
  pollMs: 4000,
  pingMs: 30_000,
  maxBufferedBytes: 1024 * 1024,
  maxPerConversation: 8,
  maxInAll: 5000,
};

/** The open sockets of this process, fed by what the store holds. */
export interface Streams {
  readonly size: number;
  attach(socket: WebSocket, access: ConversationAccess, afterSequence: number): void;
  /** A turn was committed here: its activities go out at once. */
  committed(conversationId: string, activities: readonly StoredActivity[]): void;
  /** Shows something that is not stored. */
  show(conversationId: string, activity: Readonly<Record<string, unknown>>): void;
  /** The conversation was erased: its last words, then the sockets close. */
  farewell(conversationId: string, activities: readonly StoredActivity[]): void;
  disconnect(holderId: string): void;
  /** Asks the store now; the timer does this every `pollMs`. */
  poll(): Promise<void>;
  close(): void;
}

interface Stream {
  readonly socket: WebSocket;
  readonly access: ConversationAccess;
  last: number;
  pumping: boolean;
  again: boolean;
  alive: boolean;
}

const activitiesPerMessage = 50;
/** So long a client has to answer a farewell. */
const farewellMs = 1_000;

export function createStreams(deps: {
  readonly store: Pick<PassportStore, "activities">;
  readonly tokens: Pick<ConversationTokens, "isLive">;
  readonly limits?: Partial<StreamLimits>;
  readonly onError: (error: unknown) => void;
}): Streams {
  const limits = { ...defaultStreamLimits, ...deps.limits };
  const streams = new Set<Stream>();
  let polling = false;

  function of(conversationId: string): Stream[] {
    return [...streams].filter((stream) => stream.access.conversationId === conversationId);
  }

  function write(stream: Stream, message: object): boolean {
    if (stream.socket.readyState !== stream.socket.OPEN) return false;
    if (stream.socket.bufferedAmount > limits.maxBufferedBytes) {
      stream.socket.terminate();
      return false;
    }
    stream.socket.send(JSON.stringify(message));
    return true;
  }

  function deliver(stream: Stream, activities: readonly StoredActivity[]): void {
    const fresh = activities.filter((each) => each.sequence > stream.last);
    for (let start = 0; start < fresh.length; start += activitiesPerMessage) {
      const batch = fresh.slice(start, start + activitiesPerMessage);
      const last = batch.at(-1)?.sequence ?? stream.last;
      const sent = write(stream, {
        activities: batch.map((each) => toWire(stream.access.conversationId, each)),
        watermark: String(last),
      });
      if (!sent) return;
      stream.last = last;
    }
  }

  async function pump(stream: Stream): Promise<void> {
    stream.again = true;
    if (stream.pumping) return;
    stream.pumping = true;
    try {
      while (stream.again) {
        stream.again = false;
        const { holderId, conversationId } = stream.access;
        deliver(stream, await deps.store.activities(holderId, conversationId, stream.last));
      }
    } catch (error) {
      // The next poll, or the client's next connection, makes up for it.
      deps.onError(error);
    } finally {
      stream.pumping = false;
    }
  }

  async function poll(): Promise<void> {
    if (polling) return;
    polling = true;
    try {
      for (const stream of streams) {
        if (await deps.tokens.isLive(stream.access)) await pump(stream);
        else part(stream);
      }
    } catch (error) {
      deps.onError(error);
    } finally {
      polling = false;
    }
  }

  /** Closes a socket, with a moment for its client to answer; its place is free at once. */
  function part(stream: Stream): void {
    streams.delete(stream);
    stream.socket.close(1008);
    setTimeout(() => stream.socket.terminate(), farewellMs).unref();
  }

  function ping(): void {
    for (const stream of streams) {
      if (!stream.alive) stream.socket.terminate();
      stream.alive = false;
      if (stream.socket.readyState === stream.socket.OPEN) stream.socket.ping();
    }
  }

  const timers = [setInterval(() => void poll(), limits.pollMs), setInterval(ping, limits.pingMs)];
  for (const timer of timers) timer.unref();

  return {
    poll,
    get size() {
      return streams.size;
    },

    attach(socket, access, afterSequence) {
      const others = of(access.conversationId);
      const [oldest] = others;
      // A new tab wins over the oldest one; a phone that lost its connection leaves dead sockets behind, and some never say goodbye.
      if (oldest && others.length >= limits.maxPerConversation) part(oldest);
      if (streams.size >= limits.maxInAll) {
        socket.close(1013);
        return;
      }
      const stream: Stream = { socket, access, last: afterSequence, pumping: false, again: false, alive: true };
      streams.add(stream);
      socket.on("pong", () => (stream.alive = true));
      socket.on("close", () => streams.delete(stream));
      socket.on("error", () => socket.terminate());
      void pump(stream);
    },

    committed(conversationId, activities) {
      for (const stream of of(conversationId)) {
        if (!stream.pumping && activities[0]?.sequence === stream.last + 1) deliver(stream, activities);
        else void pump(stream);
      }
    },

    show(conversationId, activity) {
      for (const stream of of(conversationId)) write(stream, { activities: [activity] });
    },

    farewell(conversationId, activities) {
      for (const stream of of(conversationId)) {
        if (activities.length > 0) write(stream, { activities: activities.map((each) => toWire(conversationId, each)) });
        stream.socket.close(1000);
      }
    },

    disconnect(holderId) {
      for (const stream of streams) if (stream.access.holderId === holderId) part(stream);
    },

    close() {
      for (const timer of timers) clearInterval(timer);
      // What was sent arrives before the farewell; the client then comes back, to this process or another.
      const left = [...streams];
      for (const stream of left) stream.socket.close(1012);
      const impatience = setTimeout(() => left.forEach((stream) => stream.socket.terminate()), farewellMs);
      impatience.unref();
      streams.clear();
    },
  };
}
