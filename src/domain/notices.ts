import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { PassportStore } from "./store.ts";

/** Why somebody is written to without having written just now. Both only ever follow something the holder asked for. */
export const NoticeKind = z.enum(["reminder", "counsellor"]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Where notices wait among a holder's rows; a record of its own kind names those that are due, for whoever looks. */
const rowKind = "notice";
const recordKind = "notice-due";
/** Where a holder can be reached, and whether they want to hear of counsellors. */
export const reachRow = { kind: "channel-reach", id: "latest" } as const;
const wishRow = { kind: "notice-wish", id: "counsellor" } as const;

/** What a counsellor says within this time is one notice. */
const quietMs = 10 * 60_000;
/** Whoever took a notice on and is not heard of for so long died over it. */
const leaseMs = 2 * 60_000;
const retryAfterMs = 10 * 60_000;
const mostAttempts = 5;

const Notice = z.object({
  kind: NoticeKind,
  /** Epoch milliseconds. */
  dueMs: z.number(),
  attempts: z.number().int().nonnegative(),
  /** Who is sending it, and until when that holds. */
  taken: z.object({ by: z.string(), untilMs: z.number() }).nullable(),
});
type Notice = z.infer<typeof Notice>;

const Due = z.object({ holderId: z.string(), id: z.string(), dueMs: z.number() });

export interface DueNotice {
  readonly holderId: string;
  readonly kind: NoticeKind;
}

/** What became of a notice: it went out (or need not any more), the holder cannot be reached any more, or it is tried again later. */
export type NoticeOutcome = "done" | "gone" | "failed";

/** Notices to holders: kept sealed with the holder's own key, sent once over all processes. */
export interface Notices {
  /** The one reminder that somebody asked for; it takes the place of another. @param askedIn id of the activity that asked */
  remind(holderId: string, askedIn: string, dueMs: number): Promise<void>;
  /** No more notices of any kind, until the holder asks again. */
  stop(holderId: string): Promise<void>;
  /** Notices of counsellors again. */
  allow(holderId: string): Promise<void>;
  /** A counsellor said something: one notice for all that is said in some minutes, where the holder can be reached and wants it. */
  counsellorAnswered(holderId: string): Promise<void>;
  /** The holder cannot be reached any more: nothing waits for them. */
  forgetReach(holderId: string): Promise<void>;
  /** Does this with each notice that is due, one after the other; what somebody else is doing is left to them.
   *  @returns how many were taken on */
  eachDue(send: (notice: DueNotice) => Promise<NoticeOutcome>): Promise<number>;
}

export function createNotices({ store, nowMs = Date.now }: { readonly store: PassportStore; readonly nowMs?: () => number }): Notices {
  const recordId = (holderId: string, id: string) => `${holderId} ${id}`;

  async function put(holderId: string, id: string, notice: Notice): Promise<void> {
    await store.putHolderRow(holderId, rowKind, id, notice);
    await store.putRecord(recordKind, recordId(holderId, id), { holderId, id, dueMs: notice.dueMs }, null);
  }

  async function drop(holderId: string, id: string): Promise<void> {
    await store.deleteHolderRow(holderId, rowKind, id);
    await store.deleteRecord(recordKind, recordId(holderId, id));
  }

  async function pending(holderId: string, kinds: readonly NoticeKind[]): Promise<readonly { id: string; notice: Notice }[]> {
    const rows = await store.holderRows(holderId, rowKind);
    return rows.flatMap(({ id, value }) => {
      const notice = Notice.safeParse(value).data;
      return notice && kinds.includes(notice.kind) ? [{ id, notice }] : [];
    });
  }

  async function dropAll(holderId: string, kinds: readonly NoticeKind[], except?: string): Promise<void> {
    for (const { id } of await pending(holderId, kinds)) if (id !== except) await drop(holderId, id);
  }

  const isWanted = async (holderId: string) => (await store.holderRow(holderId, wishRow.kind, wishRow.id)) !== false;

  /** @returns undefined where somebody else has it, it went meanwhile, or it is not due after all */
  async function take({ holderId, id }: z.infer<typeof Due>): Promise<Notice | undefined> {
    const now = nowMs();
    const by = randomUUID();
    if (!(await store.hasHolder(holderId))) {
      await store.deleteRecord(recordKind, recordId(holderId, id));
      return undefined;
    }
    const after = await store.changeHolderRow(holderId, rowKind, id, (before) => {
      const notice = Notice.safeParse(before).data;
      const isFree = notice && notice.dueMs <= now && (notice.taken === null || notice.taken.untilMs <= now);
      return isFree ? { ...notice, taken: { by, untilMs: now + leaseMs } } : undefined;
    });
    const notice = Notice.safeParse(after).data;
    if (!notice) await store.deleteRecord(recordKind, recordId(holderId, id));
    return notice?.taken?.by === by ? notice : undefined;
  }

  async function forgetReach(holderId: string): Promise<void> {
    await store.deleteHolderRow(holderId, reachRow.kind, reachRow.id);
    await dropAll(holderId, NoticeKind.options);
  }

  /** Tried again, later each time; after some times given up. */
  async function again(holderId: string, id: string, notice: Notice): Promise<void> {
    const attempts = notice.attempts + 1;
    if (attempts >= mostAttempts) return drop(holderId, id);
    // Taken back meanwhile: then it is not put there again.
    if ((await store.holderRow(holderId, rowKind, id)) === undefined) return;
    await put(holderId, id, { ...notice, attempts, taken: null, dueMs: nowMs() + retryAfterMs * 2 ** notice.attempts });
  }

  return {
    async remind(holderId, askedIn, dueMs) {
      const id = `reminder ${askedIn}`;
      await dropAll(holderId, ["reminder"], id);
      await put(holderId, id, { kind: "reminder", dueMs, attempts: 0, taken: null });
    },

    async stop(holderId) {
      await store.putHolderRow(holderId, wishRow.kind, wishRow.id, false);
      await dropAll(holderId, NoticeKind.options);
    },

    allow: (holderId) => store.deleteHolderRow(holderId, wishRow.kind, wishRow.id),

    async counsellorAnswered(holderId) {
      if ((await store.holderRow(holderId, reachRow.kind, reachRow.id)) === undefined || !(await isWanted(holderId))) return;
      const waiting = await pending(holderId, ["counsellor"]);
      if (waiting.some(({ notice }) => notice.taken === null)) return;
      const now = nowMs();
      // Of two processes that come here at once, both put the same one.
      await put(holderId, `counsellor ${Math.floor(now / quietMs)}`, { kind: "counsellor", dueMs: now + quietMs, attempts: 0, taken: null });
    },

    forgetReach,

    async eachDue(send) {
      const now = nowMs();
      const due = (await store.recordsOf(recordKind, now)).flatMap((value) => Due.safeParse(value).data ?? []).filter(({ dueMs }) => dueMs <= now);
      let taken = 0;
      for (const each of due) {
        const notice = await take(each);
        if (!notice) continue;
        taken += 1;
        const { holderId, id } = each;
        const outcome = await send({ holderId, kind: notice.kind });
        if (outcome === "failed") await again(holderId, id, notice);
        else if (outcome === "gone") await forgetReach(holderId);
        else await drop(holderId, id);
      }
      return taken;
    },
  };
}
