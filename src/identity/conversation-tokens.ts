import { z } from "zod";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import type { ConversationAccess, ConversationTokens, IssuedToken } from "../domain/visitors.ts";
import { type AttemptLimits, createAttempts } from "./attempts.ts";
import { looksLikeSecret, newSecret, sha256Hex } from "./secrets.ts";
import type { Sessions } from "./sessions.ts";
import { takeOnce } from "./take-once.ts";

const tokenLifeMs = 30 * 60_000;
const ticketLifeMs = 60_000;
/** An expired token is remembered for a while: a phone that slept must hear "expired" (and ask again), not "unknown". */
const expiredKnownMs = 24 * 60 * 60_000;

/** Each lies in the store for a while. A page takes a token or two, and a ticket each time that its connection came back. */
const givenToOne: AttemptLimits = { perAddress: { atOnce: 120, perMinute: 30 }, overAll: { atOnce: 1_000_000, perMinute: 1_000_000 } };

const AccessRecord = z.object({ holderId: z.string(), conversationId: z.string(), sessionId: z.string() });
const TokenRecord = AccessRecord.extend({ validUntil: z.number() });

export function createConversationTokens(options: {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly nowMs?: () => number;
}): ConversationTokens {
  const { store, sessions } = options;
  const nowMs = options.nowMs ?? Date.now;
  const given = createAttempts({ limits: givenToOne, tooMany: "Too many connections", nowMs });

  async function issue(access: ConversationAccess): Promise<IssuedToken> {
    given.begin(access.holderId);
    const token = newSecret();
    const { holderId, conversationId, sessionId } = access;
    const validUntil = nowMs() + tokenLifeMs;
    const record: z.infer<typeof TokenRecord> = { holderId, conversationId, sessionId, validUntil };
    await store.putRecord("conversation-token", sha256Hex(token), record, validUntil + expiredKnownMs);
    return { token, conversationId, expiresInSeconds: tokenLifeMs / 1000 };
  }

  async function authenticate(token: string | null) {
    const refused = new RefusalError("token_missing", "A valid token is needed");
    if (!looksLikeSecret(token)) throw refused;
    const record = TokenRecord.safeParse(await store.getRecord("conversation-token", sha256Hex(token), nowMs()));
    if (!record.success) throw refused;
    if (record.data.validUntil <= nowMs()) throw new RefusalError("token_expired", "The token has expired: ask for a new one");
    if (!(await sessions.isLive(record.data))) throw refused;
    return { ...AccessRecord.parse(record.data), expiresInSeconds: Math.ceil((record.data.validUntil - nowMs()) / 1000) };
  }

  return {
    authenticate,

    async issueForCookie(cookieHeader) {
      const session = await sessions.find(cookieHeader);
      if (!session) throw new RefusalError("session_missing", "There is no session: open the page first");
      return issue({ ...session, conversationId: await sessions.conversationOf(session.holderId) });
    },

    async refresh(token) {
      return issue(await authenticate(token));
    },

    async issueTicket(access) {
      given.begin(access.holderId);
      const ticket = newSecret();
      const { holderId, conversationId, sessionId } = access;
      await store.putRecord("stream-ticket", sha256Hex(ticket), { holderId, conversationId, sessionId }, nowMs() + ticketLifeMs);
      return ticket;
    },

    async redeemTicket(ticket) {
      if (!looksLikeSecret(ticket)) return undefined;
      const id = sha256Hex(ticket);
      const record = AccessRecord.safeParse(await takeOnce(store, "stream-ticket", id, nowMs()));
      if (!record.success) return undefined;
      return (await sessions.isLive(record.data)) ? record.data : undefined;
    },

    isLive: (access) => sessions.isLive(access),
  };
}
