import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Language } from "../domain/language.ts";
import type { Passport } from "../domain/passport.ts";
import { noteVisit } from "../domain/retention.ts";
import type { PassportStore } from "../domain/store.ts";
import { DeviceKind } from "./devices.ts";
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

/** A session as its owner sees it. */
export interface KnownSession {
  /** Names it, and opens nothing. */
  readonly id: string;
  readonly device: DeviceKind;
  /** Days, ISO 8601. */
  readonly startedOn: string;
  readonly seenOn: string;
  /** True for the one that asks. */
  readonly isThis: boolean;
}

/** Who is this visitor: a device that keeps a secret, and the holder it stands for. */
export interface Sessions {
  /** The session of this Cookie header, or a new holder with a new secret: a secret that we did not make is never taken. */
  open(cookieHeader: string | undefined, language: Language, device?: DeviceKind): Promise<OpenedSession>;
  /** A session of this holder under a new secret, whatever cookie was there before. */
  begin(holderId: string, device?: DeviceKind): Promise<OpenedSession>;
  /** Where this holder is signed in, latest first. */
  list(session: Session): Promise<readonly KnownSession[]>;
  /** Ends one session of this holder. @returns false where there is no such session */
  endOne(holderId: string, id: string): Promise<boolean>;
  /** Ends every session of this holder but this one, also those that an older release did not list. */
  endOthers(session: Session): Promise<void>;
  find(cookieHeader: string | undefined): Promise<Session | undefined>;
  /** The holder's latest conversation, made when there is none. */
  conversationOf(holderId: string): Promise<string>;
  isLive(session: Session): Promise<boolean>;
  /** Forgets this device; the passport stays. @returns the Set-Cookie header that ends the cookie */
  end(cookieHeader: string | undefined): Promise<string>;
}

const SessionRecord = z.object({ holderId: z.string() });
/** What the owner sees of a session: sealed with the owner's key, under the session's id. */
const SessionRow = z.object({ device: DeviceKind, startedOn: z.string(), seenOn: z.string() });
const rowKind = "session";
/** Conversations of another channel go on there. */
const ofChannel = /^channel-/;

/** The latest conversation that is held on our own page. @param ids oldest first */
export function latestOnPage(ids: readonly string[]): string | undefined {
  return ids.findLast((id) => !ofChannel.test(id));
}

function publicId(sessionId: string): string {
  return sha256Hex(`listed ${sessionId}`).slice(0, 32);
}

export function createSessions(options: SessionOptions): Sessions {
  const { store, secure, newPassport } = options;
  const nowMs = options.nowMs ?? Date.now;
  const maxAgeSeconds = (options.days ?? 90) * secondsPerDay;

  async function keep(sessionId: string, holderId: string, device: DeviceKind | undefined): Promise<void> {
    const seenOn = new Date(nowMs()).toISOString().slice(0, 10);
    await store.putRecord("session", sessionId, { holderId }, nowMs() + maxAgeSeconds * 1000);
    await store.changeHolderRow(holderId, rowKind, sessionId, (before) => {
      const known = SessionRow.safeParse(before).data;
      const next = { device: device ?? known?.device ?? "other", startedOn: known?.startedOn ?? seenOn, seenOn };
      return known && known.seenOn === seenOn && known.device === next.device ? undefined : next;
    });
  }

  async function forget(holderId: string, sessionId: string): Promise<void> {
    await store.deleteRecord("session", sessionId);
    await store.deleteHolderRow(holderId, rowKind, sessionId);
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
    const latest = latestOnPage(await store.conversations(holderId));
    if (latest !== undefined) return latest;
    const conversationId = randomUUID();
    await store.createConversation(holderId, conversationId);
    return conversationId;
  }

  async function openUnder(secret: string, holderId: string, device: DeviceKind | undefined): Promise<OpenedSession> {
    const sessionId = sha256Hex(secret);
    const conversationId = await conversationOf(holderId);
    await keep(sessionId, holderId, device);
    await noteVisit(store, holderId, nowMs());
    const state = (await store.load(holderId, conversationId))?.state ?? null;
    return { holderId, sessionId, conversationId, returning: state !== null, setCookie: writeSessionCookie(secret, secure, maxAgeSeconds) };
  }

  return {
    find,
    conversationOf,
    begin: (holderId, device) => openUnder(newSecret(), holderId, device),

    async open(cookieHeader, language, device) {
      const found = await find(cookieHeader);
      const secret = readSessionCookie(cookieHeader, secure);
      if (found && secret !== undefined) return openUnder(secret, found.holderId, device);
      const holderId = randomUUID();
      await store.createHolder(holderId, newPassport(language));
      return openUnder(newSecret(), holderId, device);
    },

    async isLive(session) {
      return (await lookUp(session.sessionId)) === session.holderId;
    },

    async list({ holderId, sessionId: own }) {
      const listed: KnownSession[] = [];
      for (const { id: sessionId, value } of await store.holderRows(holderId, rowKind)) {
        const row = SessionRow.safeParse(value).data;
        // One that ended by itself is a row that nobody needs any more.
        if (!row || (await lookUp(sessionId)) !== holderId) await store.deleteHolderRow(holderId, rowKind, sessionId);
        else listed.push({ id: publicId(sessionId), ...row, isThis: sessionId === own });
      }
      return listed.toSorted((a, b) => (a.seenOn > b.seenOn ? -1 : 1));
    },

    async endOne(holderId, id) {
      const found = (await store.holderRows(holderId, rowKind)).find((row) => publicId(row.id) === id);
      if (!found) return false;
      await forget(holderId, found.id);
      return true;
    },

    async endOthers({ holderId, sessionId }) {
      await store.deleteRecordsOf("session", holderId);
      for (const { id } of await store.holderRows(holderId, rowKind)) if (id !== sessionId) await store.deleteHolderRow(holderId, rowKind, id);
      await store.putRecord("session", sessionId, { holderId }, nowMs() + maxAgeSeconds * 1000);
    },

    async end(cookieHeader) {
      const secret = readSessionCookie(cookieHeader, secure);
      const session = secret === undefined ? undefined : await find(cookieHeader);
      if (session) await forget(session.holderId, session.sessionId);
      else if (secret !== undefined) await store.deleteRecord("session", sha256Hex(secret));
      return writeSessionCookie(null, secure, 0);
    },
  };
}
