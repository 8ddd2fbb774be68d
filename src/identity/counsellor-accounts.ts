import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Counsellor } from "../domain/counsellor.ts";
import type { PassportStore } from "../domain/store.ts";
import { sha256Hex } from "./secrets.ts";

/** How a counsellor signs in. */
export const SignInWay = z.enum(["oidc", "passkey"]);
export type SignInWay = z.infer<typeof SignInWay>;

export const CounsellorAccount = Counsellor.extend({
  way: SignInWay,
  createdAt: z.string(),
  /** Null: may sign in. */
  revokedAt: z.string().nullable(),
  /** Sessions that began before this are over (epoch milliseconds). */
  sessionsFromMs: z.number(),
});
export type CounsellorAccount = z.infer<typeof CounsellorAccount>;

export interface NewCounsellor extends Pick<Counsellor, "name" | "role" | "organisation"> {
  readonly way: SignInWay;
  /** What the way of signing in knows them by; kept only as a hash. */
  readonly subject: string;
}

/** Who may review. An account alone shows nothing: only a holder's grant does. */
export interface CounsellorAccounts {
  find(id: string): Promise<CounsellorAccount | undefined>;
  /** The account of this subject with what is known of them now, made at the first sign-in. A revoked one stays revoked. */
  remember(counsellor: NewCounsellor): Promise<CounsellorAccount>;
  bySubject(way: SignInWay, subject: string): Promise<CounsellorAccount | undefined>;
  list(): Promise<readonly CounsellorAccount[]>;
  /** Ends every session. @param forGood true: no sign-in after it either. @returns undefined where there is no such account */
  endSessions(id: string, forGood: boolean): Promise<CounsellorAccount | undefined>;
}

const Pointer = z.object({ counsellorId: z.string() });
const Ids = z.object({ ids: z.array(z.string()) });

export function createCounsellorAccounts(options: {
  readonly store: Pick<PassportStore, "putRecord" | "getRecord">;
  readonly nowMs?: () => number;
}): CounsellorAccounts {
  const { store } = options;
  const nowMs = options.nowMs ?? Date.now;
  const subjectName = (way: SignInWay, subject: string) => sha256Hex(JSON.stringify([way, subject]));

  async function find(id: string): Promise<CounsellorAccount | undefined> {
    return CounsellorAccount.safeParse(await store.getRecord("counsellor", id, nowMs())).data;
  }

  async function bySubject(way: SignInWay, subject: string): Promise<CounsellorAccount | undefined> {
    const pointer = Pointer.safeParse(await store.getRecord("counsellor-subject", subjectName(way, subject), nowMs()));
    return pointer.success ? find(pointer.data.counsellorId) : undefined;
  }

  async function allIds(): Promise<readonly string[]> {
    return Ids.safeParse(await store.getRecord("counsellors", "all", nowMs())).data?.ids ?? [];
  }

  return {
    find,
    bySubject,

    async remember({ way, subject, name, role, organisation }) {
      const known = await bySubject(way, subject);
      const account: CounsellorAccount = {
        id: known?.id ?? randomUUID(),
        name,
        role,
        organisation,
        way,
        createdAt: known?.createdAt ?? new Date(nowMs()).toISOString(),
        revokedAt: known?.revokedAt ?? null,
        sessionsFromMs: known?.sessionsFromMs ?? 0,
      };
      await store.putRecord("counsellor", account.id, account, null);
      if (!known) {
        await store.putRecord("counsellor-subject", subjectName(way, subject), { counsellorId: account.id }, null);
        await store.putRecord("counsellors", "all", { ids: [...(await allIds()), account.id] }, null);
      }
      return account;
    },

    async list() {
      const found = await Promise.all((await allIds()).map(find));
      return found.filter((account) => account !== undefined);
    },

    async endSessions(id, forGood) {
      const account = await find(id);
      if (!account) return undefined;
      const now = nowMs();
      // Those of this very millisecond end too.
      const ended = { ...account, sessionsFromMs: now + 1, revokedAt: account.revokedAt ?? (forGood ? new Date(now).toISOString() : null) };
      await store.putRecord("counsellor", id, ended, null);
      return ended;
    },
  };
}
