import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Language } from "../domain/language.ts";
import type { Passport } from "../domain/passport.ts";
import { noteVisit } from "../domain/retention.ts";
import type { PassportStore } from "../domain/store.ts";
import { newSecret, sha256Hex } from "./secrets.ts";
import { readSessionCookie, writeSessionCookie } from "./session-cookie.ts";

const secondsPerDay = 86_400;

export interface SessionOptions {
  readonly store: PassportStore;
  /** True when the page is served over https. */
  readonly secure: boolean;
  readonly newPassport: (language: Language) => Passport;
  /** How long a device is remembered after its last visit. */
  readonly days?: number;
  readonly nowMs?: () => number;
}

export interface Session {
  readonly holderId: string;
  /** Hash of the cookie's secret; names the record. */
  readonly sessionId: string;
}

export interface OpenedSession extends Session {
  readonly conversationId: string;
  /** True where a conversation was already under way. */
  readonly returning: boolean;
  readonly setCookie: string;
}

/** Who is this visitor: a device that keeps a secret, and the holder it stands for. */
export interface Sessions {
  /** The session of this Cookie header, or a new holder with a new secret: a secret that we did not make is never taken. */
  open(cookieHeader: string | undefined, language: Language): Promise<OpenedSession>;
  /** A session of this holder under a new secret, whatever cookie was there before. */
  begin(holderId: string): Promise<OpenedSession>;
  find(cookieHeader: string | undefined): Promise<Session | undefined>;
  /** The holder's latest conversation, made when there is none. */
  conversationOf(holderId: string): Promise<string>;
  isLive(session: Session): Promise<boolean>;
  /** Forgets this device; the passport stays. @returns the Set-Cookie header that ends the cookie */
  end(cookieHeader: string | undefined): Promise<string>;
}

const SessionRecord = z.object({ holderId: z.string() });

export function createSessions(options: SessionOptions): Sessions {
  const { store, secure, newPassport } = options;
  const nowMs = options.nowMs ?? Date.now;
  const maxAgeSeconds = (options.days ?? 90) * secondsPerDay;

  async function keep(sessionId: string, holderId: string): Promise<void> {
    await store.putRecord("session", sessionId, { holderId }, nowMs() + maxAgeSeconds * 1000);
  }

  async function lookUp(sessionId: string): Promise<string | undefined> {
    const record = SessionRecord.safeParse(await store.getRecord("session", sessionId, nowMs()));
    return record.success && (await store.hasHolder(record.data.holderId)) ? record.data.holderId : undefined;
  }

  async function find(cookieHeader: string | undefined): Promise<Session | undefined> {
    const secret = readSessionCookie(cookieHeader, secure);
    if (secret === undefined) return undefined;
    const sessionId = sha256Hex(secret);
    const holderId = await lookUp(sessionId);
    return holderId === undefined ? undefined : { holderId, sessionId };
  }

  async function conversationOf(holderId: string): Promise<string> {
    const latest = (await store.conversations(holderId)).at(-1);
    if (latest !== undefined) return latest;
    const conversationId = randomUUID();
    await store.createConversation(holderId, conversationId);
    return conversationId;
  }

  async function openUnder(secret: string, holderId: string): Promise<OpenedSession> {
    const sessionId = sha256Hex(secret);
    const conversationId = await conversationOf(holderId);
    await keep(sessionId, holderId);
    await noteVisit(store, holderId, nowMs());
    const state = (await store.load(holderId, conversationId))?.state ?? null;
    return { holderId, sessionId, conversationId, returning: state !== null, setCookie: writeSessionCookie(secret, secure, maxAgeSeconds) };
  }

  return {
    find,
    conversationOf,
    begin: (holderId) => openUnder(newSecret(), holderId),

    async open(cookieHeader, language) {
      const found = await find(cookieHeader);
      const secret = readSessionCookie(cookieHeader, secure);
      if (found && secret !== undefined) return openUnder(secret, found.holderId);
      const holderId = randomUUID();
      await store.createHolder(holderId, newPassport(language));
      return openUnder(newSecret(), holderId);
    },

    async isLive(session) {
      return (await lookUp(session.sessionId)) === session.holderId;
    },

    async end(cookieHeader) {
      const secret = readSessionCookie(cookieHeader, secure);
      if (secret !== undefined) await store.deleteRecord("session", sha256Hex(secret));
      return writeSessionCookie(null, secure, 0);
    },
  };
}
