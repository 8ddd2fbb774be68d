import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createNotices, type NoticeOutcome, reachRow } from "../../src/domain/notices.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import type { SealedStore } from "../../src/passport/sealed-store.ts";
import type { StorePlace } from "./passport-store.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 10, 26);

/** Notices to holders, over any store: sealed, due once over all processes, gone with their holder. */
export function noticesContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`notices: ${name}`, () => {
    let place: StorePlace;
    const stores: SealedStore[] = [];
    beforeEach(async () => {
      place = await makePlace();
    });
    afterEach(async () => {
      for (const store of stores.splice(0)) await store.close();
      await place.remove();
    });

    /** Another process, with a clock of its own. */
    async function process(atMs: number) {
      const store = await place.open();
      stores.push(store);
      const clock = { atMs };
      return { store, clock, notices: createNotices({ store, nowMs: () => clock.atMs }) };
    }
    /** Takes on what is due, and says what became of it. @returns whom it was for */
    async function taken({ notices }: Pick<Awaited<ReturnType<typeof process>>, "notices">, outcome: NoticeOutcome = "done"): Promise<string[]> {
      const whom: string[] = [];
      await notices.eachDue(async ({ holderId, kind }) => {
        whom.push(`${kind} ${holderId}`);
        return outcome;
      });
      return whom;
    }
    const neverEnding = () => new Promise<NoticeOutcome>(() => undefined);
    async function newHolder(store: SealedStore): Promise<string> {
      const holderId = randomUUID();
      await store.createHolder(holderId, emptyPassport("nl", { name: "test", version: "1" }));
      return holderId;
    }

    test("of ten processes that look at once, one does each, once", async () => {
      const first = await process(start);
      const holders = [await newHolder(first.store), await newHolder(first.store), await newHolder(first.store)];
      for (const holderId of holders) await first.notices.remind(holderId, "a1", start + day);
      expect(await taken(first)).toEqual([]);
      const others = await Promise.all(Array.from({ length: 5 }, () => process(start + 2 * day)));
      const whom = (await Promise.all([...others, ...others].map((each) => taken(each)))).flat();
      expect(whom.toSorted()).toEqual(holders.map((holderId) => `reminder ${holderId}`).toSorted());
      for (const each of others) expect(await taken(each)).toEqual([]);
      expect(await first.store.recordsOf("notice-due", 0)).toEqual([]);
    });

    test("what was asked for before a restart is there after it; who dies over one loses it to another, some minutes later", async () => {
      const first = await process(start);
      const holderId = await newHolder(first.store);
      await first.notices.remind(holderId, "a1", start + day);
      await first.store.close();
      stores.splice(0);
      const dying = await process(start + day);
      let begun = false;
      void dying.notices.eachDue(() => {
        begun = true;
        return neverEnding();
      });
      await expect.poll(() => begun).toBe(true);
      const third = await process(start + day + 60_000);
      expect(await taken(third)).toEqual([]);
      third.clock.atMs += 60_000;
      expect(await taken(third)).toEqual([`reminder ${holderId}`]);
    });

    test("asked again under the same activity it is one; under another it takes the place of the first, also of one on its way", async () => {
      const one = await process(start);
      const { store, notices, clock } = one;
      const holderId = await newHolder(store);
      await notices.remind(holderId, "a1", start + day);
      await notices.remind(holderId, "a1", start + day);
      clock.atMs = start + day;
      for (const outcome of ["done", "failed"] as const) {
        await notices.remind(holderId, "a1", start + day);
        const sent = await notices.eachDue(async () => {
          await notices.remind(holderId, `after ${outcome}`, start + 9 * day);
          return outcome;
        });
        expect(sent).toBe(1);
        expect(await store.recordsOf("notice-due", 0)).toHaveLength(1);
      }
      expect(await taken(one)).toEqual([]);
      clock.atMs = start + 9 * day;
      expect(await taken(one)).toEqual([`reminder ${holderId}`]);
    });

    test("one that fails is tried again, later each time, and given up after five", async () => {
      const one = await process(start);
      await one.notices.remind(await newHolder(one.store), "a1", start);
      const minutes: number[] = [];
      for (let minute = 0; minute < 24 * 60; minute += 5) {
        one.clock.atMs = start + minute * 60_000;
        if ((await taken(one, "failed")).length > 0) minutes.push(minute);
      }
      expect(minutes).toEqual([0, 10, 30, 70, 150]);
      expect(await one.store.recordsOf("notice-due", 0)).toEqual([]);
    });

    test("whoever cannot be reached any more is forgotten: nothing waits for them, and no way to them is kept", async () => {
      const one = await process(start);
      const holderId = await newHolder(one.store);
      await one.store.putHolderRow(holderId, reachRow.kind, reachRow.id, { somewhere: true });
      await one.notices.remind(holderId, "a1", start);
      await one.notices.counsellorAnswered(holderId);
      expect(await taken(one, "gone")).toEqual([`reminder ${holderId}`]);
      expect(await one.store.recordsOf("notice-due", 0)).toEqual([]);
      expect(await one.store.holderRow(holderId, reachRow.kind, reachRow.id)).toBeUndefined();
    });

    test("what a counsellor says is one notice for some minutes of it, where the holder can be reached and has not said no", async () => {
      const one = await process(start);
      const { store, notices, clock } = one;
      const holderId = await newHolder(store);
      await notices.counsellorAnswered(holderId);
      expect(await store.recordsOf("notice-due", 0)).toEqual([]);
      await store.putHolderRow(holderId, reachRow.kind, reachRow.id, { somewhere: true });
      for (let i = 0; i < 12; i += 1) {
        clock.atMs = start + i * 30_000;
        await notices.counsellorAnswered(holderId);
      }
      clock.atMs = start + 11 * 60_000;
      expect(await taken(one)).toEqual([`counsellor ${holderId}`]);
      await notices.stop(holderId);
      await notices.counsellorAnswered(holderId);
      expect(await store.recordsOf("notice-due", 0)).toEqual([]);
      await notices.allow(holderId);
      await notices.counsellorAnswered(holderId);
      expect(await store.recordsOf("notice-due", 0)).toHaveLength(1);
    });

    test("goes with its holder, and lies sealed", async () => {
      const one = await process(start);
      const { store, notices, clock } = one;
      const holderId = await newHolder(store);
      await notices.remind(holderId, "marked-activity", start);
      await store.putHolderRow(holderId, reachRow.kind, reachRow.id, { conversationId: "marked-conversation" });
      const raw = await place.raw();
      for (const marked of [holderId, "marked-activity", "marked-conversation", "reminder"]) expect(raw.includes(marked)).toBe(false);
      await store.eraseHolder(holderId);
      clock.atMs = start + day;
      expect(await taken(one)).toEqual([]);
      expect(await store.recordsOf("notice-due", 0)).toEqual([]);
    });
  });
}
