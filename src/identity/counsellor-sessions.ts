import { z } from "zod";
import type { PassportStore } from "../domain/store.ts";
import { type CounsellorAccount, type CounsellorAccounts, SignInWay } from "./counsellor-accounts.ts";
import { readCounsellorCookie, writeCounsellorCookie } from "./counsellor-cookie.ts";
import { newSecret, sha256Hex } from "./secrets.ts";

/** Ends after this much idleness, and after this much in all. */
const idleMs = 30 * 60_000;
const longestMs = 8 * 60 * 60_000;
/** A session that is used is written again at most so often. */
const touchEveryMs = 60_000;
const signInsKept = 20;

export interface SignIn {
  readonly at: string;
  readonly way: SignInWay;
}

/** What is logged of counsellors' sessions: the account's id, never a name. */
export type SessionLog = (event: "counsellor_signed_in" | "counsellor_signed_out" | "counsellor_sessions_ended", counsellorId: string) => void;

export interface CounsellorSessions {
  /** @returns the Set-Cookie header */
  begin(account: CounsellorAccount): Promise<string>;
  /** The counsellor of this Cookie header; undefined once the session ran out, ended or the account was revoked. */
  find(cookieHeader: string | undefined): Promise<CounsellorAccount | undefined>;
  /** @returns the Set-Cookie header that ends the cookie */
  end(cookieHeader: string | undefined): Promise<string>;
  /** Ends all sessions of this counsellor, on every device. */
  endAll(counsellorId: string): Promise<void>;
  /** The last sign-ins, newest first. */
  signIns(counsellorId: string): Promise<readonly SignIn[]>;
}

const SessionRecord = z.object({ counsellorId: z.string(), startedAtMs: z.number(), seenAtMs: z.number() });
const SignIns = z.object({ entries: z.array(z.object({ at: z.string(), way: SignInWay })) });

export function createCounsellorSessions(options: {
  readonly store: Pick<PassportStore, "putRecord" | "getRecord" | "deleteRecord">;
  readonly accounts: CounsellorAccounts;
  readonly secure: boolean;
  readonly log?: SessionLog;
  readonly nowMs?: () => number;
}): CounsellorSessions {
  const { store, accounts, secure } = options;
  const nowMs = options.nowMs ?? Date.now;
  const log = options.log ?? (() => undefined);

  async function put(id: string, record: z.infer<typeof SessionRecord>): Promise<void> {
    await store.putRecord("counsellor-session", id, record, Math.min(record.seenAtMs + idleMs, record.startedAtMs + longestMs));
  }

  async function signIns(counsellorId: string): Promise<readonly SignIn[]> {
    return SignIns.safeParse(await store.getRecord("counsellor-sign-ins", counsellorId, nowMs())).data?.entries ?? [];
  }

  return {
    signIns,

    async begin({ id, way }) {
      const secret = newSecret();
      const now = nowMs();
      await put(sha256Hex(secret), { counsellorId: id, startedAtMs: now, seenAtMs: now });
      const entries = [{ at: new Date(now).toISOString(), way }, ...(await signIns(id))].slice(0, signInsKept);
      await store.putRecord("counsellor-sign-ins", id, { entries }, null);
      log("counsellor_signed_in", id);
      return writeCounsellorCookie("counsellor", secret, secure, longestMs / 1000);
    },

    async find(cookieHeader) {
      const secret = readCounsellorCookie(cookieHeader, "counsellor", secure);
      if (secret === undefined) return undefined;
      const id = sha256Hex(secret);
      const record = SessionRecord.safeParse(await store.getRecord("counsellor-session", id, nowMs())).data;
      const account = record && (await accounts.find(record.counsellorId));
      if (!account || account.revokedAt !== null || record.startedAtMs < account.sessionsFromMs) return undefined;
      if (nowMs() - record.seenAtMs >= touchEveryMs) await put(id, { ...record, seenAtMs: nowMs() });
      return account;
    },

    async end(cookieHeader) {
      const secret = readCounsellorCookie(cookieHeader, "counsellor", secure);
      if (secret !== undefined) {
        const id = sha256Hex(secret);
        const record = SessionRecord.safeParse(await store.getRecord("counsellor-session", id, nowMs())).data;
        await store.deleteRecord("counsellor-session", id);
        if (record) log("counsellor_signed_out", record.counsellorId);
      }
      return writeCounsellorCookie("counsellor", null, secure, 0);
    },

    async endAll(counsellorId) {
      await accounts.endSessions(counsellorId, false);
      log("counsellor_sessions_ended", counsellorId);
    },
  };
}
