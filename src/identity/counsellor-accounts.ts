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
  readonly store: Pick<PassportStore, "changeRecord" | "getRecord">;
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
      // Two that sign in for the first time at once get one account between them.
      const pointer = await store.changeRecord("counsellor-subject", subjectName(way, subject), null, (before) =>
        Pointer.safeParse(before).success ? undefined : { counsellorId: randomUUID() },
      );
      const { counsellorId } = Pointer.parse(pointer);
      const account = CounsellorAccount.parse(
        await store.changeRecord("counsellor", counsellorId, null, (before): CounsellorAccount => {
          const known = CounsellorAccount.safeParse(before).data;
          const { createdAt, revokedAt, sessionsFromMs } = known ?? {
            createdAt: new Date(nowMs()).toISOString(),
            revokedAt: null,
            sessionsFromMs: 0,
          };
          return { id: counsellorId, name, role, organisation, way, createdAt, revokedAt, sessionsFromMs };
        }),
      );
      await store.changeRecord("counsellors", "all", null, (before) => {
        const ids = Ids.safeParse(before).data?.ids ?? [];
        return ids.includes(account.id) ? undefined : { ids: [...ids, account.id] };
      });
      return account;
    },

    async list() {
      const found = await Promise.all((await allIds()).map(find));
      return found.filter((account) => account !== undefined);
    },

    async endSessions(id, forGood) {
      const now = nowMs();
      const after = await store.changeRecord("counsellor", id, null, (before) => {
        const account = CounsellorAccount.safeParse(before).data;
        if (!account) return undefined;
        // Those of this very millisecond end too.
        return { ...account, sessionsFromMs: now + 1, revokedAt: account.revokedAt ?? (forGood ? new Date(now).toISOString() : null) };
      });
      return CounsellorAccount.safeParse(after).data;
    },
  };
}
