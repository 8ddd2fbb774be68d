import { randomUUID } from "node:crypto";
import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Disclosure } from "../../src/domain/consent.ts";
import { msPerDay, noteVisit, type Terms } from "../../src/domain/retention.ts";
import type { Turn } from "../../src/domain/store.ts";
import type { SealedStore } from "../../src/passport/sealed-store.ts";
import { disclosure } from "../support/interview-player.ts";
import { confirmed, noPassport } from "../support/passport-samples.ts";
import type { StorePlace } from "./passport-store.ts";

const begin = Date.parse("2026-03-01T09:00:00.000Z");
const terms: Terms = { transcriptDays: 30, abandonedDays: 365 };

/** What is kept how long, whatever the store is made of; with a clock that is set. */
export function retentionContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`how long things are kept: ${name}`, () => {
    let place: StorePlace;
    let store: SealedStore;
    let nowMs: number;
    let holder: string;
    let conversation: string;
    const other = { holderId: "", conversationId: "" };

    async function newHolder(): Promise<{ holderId: string; conversationId: string }> {
      const ids = { holderId: randomUUID(), conversationId: randomUUID() };
      await store.createHolder(ids.holderId, noPassport());
      await store.createConversation(ids.holderId, ids.conversationId);
      return ids;
    }

    async function say(text: string, change: Partial<Turn> = {}): Promise<void> {
      const ids = { holderId: holder, conversationId: conversation, ...change };
      const version = (await store.load(ids.holderId, ids.conversationId))?.version ?? 0;
      const outbox = [{ type: "message", text }];
      await store.commitTurn({
        activityId: randomUUID(),
        expectedVersion: version,
        state: { told: text },
        claimEvents: [],
        outbox,
        ...ids,
        ...change,
      });
    }

    const texts = async (of = { holderId: holder, conversationId: conversation }) =>
      (await store.activities(of.holderId, of.conversationId, 0)).map(({ activity }) => activity["text"]);
    const agree = async (change: Partial<Disclosure>, holderId = holder) => {
      const at = new Date(nowMs).toISOString();
      const receipt = { id: randomUUID(), at, language: "nl" as const, wordingHash: "w", disclosure: { ...disclosure, ...change } };
      await store.changePassport(holderId, [{ type: "consent_given", at, receipt }]);
    };
    const days = (count: number) => (nowMs = begin + count * msPerDay);
    const sweep = () => store.keepTerms(terms, nowMs);

    beforeEach(async () => {
      nowMs = begin;
      place = await makePlace();
      store = await place.open(undefined, () => nowMs);
      ({ holderId: holder, conversationId: conversation } = await newHolder());
      Object.assign(other, await newHolder());
      await store.putRecord("come-back-holder", holder, { holderId: holder }, null);
      await store.putRecord("come-back-holder", other.holderId, { holderId: other.holderId }, null);
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    test("R22: on the last day a conversation is whole; after its term the words and the state are gone, and the passport stays", async () => {
      await say("ik veeg de gang", { claimEvents: [confirmed("c1")] });
      days(29.9);
      await sweep();
      expect(await texts()).toEqual(["ik veeg de gang"]);
      days(30);
      expect(await sweep()).toEqual({ conversations: 1, passports: 0 });
      expect(await texts()).toEqual([]);
      expect(await store.load(holder, conversation)).toMatchObject({ state: null, passport: { claims: [{ id: "c1" }] } });
      expect(await place.sql("SELECT kind FROM sealed_rows WHERE kind IN ('turn', 'activity', 'transcript')")).toEqual([]);
      expect(await sweep()).toEqual({ conversations: 0, passports: 0 });
    });

    test("R22: in a conversation that goes on, what is older than the term goes, and the rest stays as it was", async () => {
      await say("maart", { activityId: "first" });
      days(20);
      await say("eind maart");
      days(31);
      await sweep();
      expect(await texts()).toEqual(["eind maart"]);
      expect(await store.findTurn(holder, conversation, "first")).toBeUndefined();
      expect(await store.load(holder, conversation)).toMatchObject({ state: { told: "eind maart" } });
      await say("april");
      expect((await store.activities(holder, conversation, 0)).map(({ sequence }) => sequence)).toEqual([2, 3]);
      days(51);
      await sweep();
      expect(await texts()).toEqual(["april"]);
    });

    test("a sweep holds nobody up: others get their turn between one holder and the next", async () => {
      let isOver = false;
      const sweeping = sweep().then(() => (isOver = true));
      let turns = 0;
      for (; !isOver; turns += 1) await nextTurnOfTheLoop();
      await sweeping;
      expect(turns).toBeGreaterThan(2);
    });

    test("a sweep in which nothing is due writes nothing", async () => {
      await say("ik veeg de gang");
      await sweep();
      const versions = () => place.sql("SELECT owner, kind, id, version FROM sealed_rows ORDER BY owner, kind, id");
      const rows = await versions();
      days(1);
      expect(await sweep()).toEqual({ conversations: 0, passports: 0 });
      expect(await versions()).toEqual(rows);
    });

    test("rows of one holder that cannot be read keep nobody else's words; the sweep tells of them at its end", async () => {
      await say("oud");
      await say("oud", other);
      const [first] = await place.sql("SELECT min(owner) AS owner FROM sealed_rows");
      await place.sql(`UPDATE sealed_rows SET version = 99 WHERE kind = 'passport' AND owner = '${String(first?.["owner"])}'`);
      days(31);
      await expect(sweep()).rejects.toMatchObject({ code: "passport_row_unreadable" });
      expect(await place.sql("SELECT owner FROM sealed_rows WHERE kind = 'activity'")).toEqual([first]);
    });

    test("R37: a share that ended a year ago goes with who looked, its end or its taking back counts; what is open or ended later stays", async () => {
      const day = (count: number) => new Date(nowMs + count * 86_400_000).toISOString();
      const asked = { for: { name: "Kwibus", purpose: "" }, shownAs: null, mode: "read", view: "picked", claimIds: [], parts: [], withQuotes: false };
      const grants = {
        ended: { expiresAt: day(30), revokedAt: null },
        revoked: { expiresAt: day(300), revokedAt: day(10) },
        later: { expiresAt: day(60), revokedAt: null },
      };
      for (const [id, times] of Object.entries(grants)) {
        await store.putHolderRow(holder, "grant", id, { ...asked, id, createdAt: day(0), ...times, linkHash: null });
        await store.putHolderRow(holder, "looks", id, { looks: [], earlier: 1 });
      }
      const left = async (kind: string) => (await store.holderRows(holder, kind)).map(({ id }) => id).toSorted();
      days(374);
      await sweep();
      expect(await left("grant")).toEqual(["ended", "later", "revoked"]);
      days(376);
      await sweep();
      expect([await left("grant"), await left("looks")]).toEqual([
        ["ended", "later"],
        ["ended", "later"],
      ]);
      days(396);
      await sweep();
      expect([await left("grant"), await left("looks")]).toEqual([["later"], ["later"]]);
    });

    test("nobody else's words go with them", async () => {
      await say("oud");
      days(20);
      await say("van een ander", other);
      days(35);
      await sweep();
      expect(await texts(other)).toEqual(["van een ander"]);
    });

    test("a turn that was under way does not bring the words back", async () => {
      await say("oud");
      const before = await store.load(holder, conversation);
      days(40);
      await sweep();
      const late = { activityId: "late", expectedVersion: before?.version ?? 0, state: before?.state, claimEvents: [], outbox: [] };
      expect(await store.commitTurn({ holderId: holder, conversationId: conversation, ...late })).toEqual({ outcome: "conflict" });
    });

    test("the conversation begins anew under its name: numbers go on, and what was counted stays counted", async () => {
      const offers = { put: 1, confirmed: 1, rejected: 0 };
      const counts = { turns: 1 as const, offers, discovered: offers, models: {} };
      await say("oud", { counts });
      days(40);
      await sweep();
      await say("nieuw", { counts });
      expect((await store.activities(holder, conversation, 0)).map(({ sequence }) => sequence)).toEqual([2]);
      expect(await store.conversationCounts()).toEqual([[counts, counts]]);
    });

    test("R22: what was agreed to holds, whatever is configured later", async () => {
      await agree({ transcriptDays: null });
      await agree({ transcriptDays: 90 }, other.holderId);
      await say("blijft");
      await say("negentig dagen", other);
      days(89);
      await sweep();
      expect(await texts(other)).toEqual(["negentig dagen"]);
      days(90);
      await sweep();
      expect(await texts(other)).toEqual([]);
      expect(await texts()).toEqual(["blijft"]);
    });

    test("rows of an older release, which wrote down no time, are read by what stands on the activities", async () => {
      await say("oud", { outbox: [{ text: "oud", timestamp: new Date(begin - 25 * msPerDay).toISOString() }] });
      await place.sql("DELETE FROM sealed_rows WHERE kind = 'transcript'");
      days(4);
      await sweep();
      expect(await texts()).toEqual(["oud"]);
    });

    describe("an anonymous passport", () => {
      let alone: { holderId: string; conversationId: string };
      beforeEach(async () => {
        alone = await newHolder();
        await noteVisit(store, alone.holderId, nowMs);
      });
      const isThere = () => store.hasHolder(alone.holderId);
      const confirm = () => say("ik veeg", { ...alone, claimEvents: [confirmed("c1")] });

      test("R22: without a way back it goes when nobody came for its term: rows, key and doors", async () => {
        await confirm();
        await store.putRecord("session", "s1", { holderId: alone.holderId }, null);
        days(364);
        await sweep();
        expect(await isThere()).toBe(true);
        days(366);
        expect((await sweep()).passports).toBe(1);
        expect(await isThere()).toBe(false);
        expect(await store.getRecord("session", "s1", nowMs)).toBeUndefined();
        expect(await place.sql("SELECT owner FROM data_keys")).toHaveLength(2);
      });

      test("a visit begins the term anew", async () => {
        await confirm();
        days(300);
        await noteVisit(store, alone.holderId, nowMs);
        days(366);
        await sweep();
        expect(await isThere()).toBe(true);
      });

      test.for(["come-back-holder", "passkey", "channel-account"])("R22: with a way back (%s) it stays until its owner erases it", async (kind) => {
        await confirm();
        await store.putRecord(kind, "door", { holderId: alone.holderId }, null);
        days(3000);
        await sweep();
        expect(await isThere()).toBe(true);
        expect((await store.passport(alone.holderId))?.claims).toHaveLength(1);
      });

      test("in which nothing was confirmed goes with its conversation", async () => {
        await say("hoi", alone);
        days(29);
        await sweep();
        expect(await isThere()).toBe(true);
        days(31);
        await sweep();
        expect(await isThere()).toBe(false);
      });

      test("whose owner never agreed to a term stays", async () => {
        await agree({ abandonedDays: null }, alone.holderId);
        await confirm();
        days(3000);
        await sweep();
        expect(await isThere()).toBe(true);
      });

      test("of an older release, which wrote down no visit, waits from now on", async () => {
        await store.changePassport(alone.holderId, [confirmed("c1")]);
        await place.sql("DELETE FROM sealed_rows WHERE kind = 'holder:visit'");
        days(400);
        await sweep();
        expect(await isThere()).toBe(true);
        days(400 + 366);
        await sweep();
        expect(await isThere()).toBe(false);
      });
    });
  });
}
