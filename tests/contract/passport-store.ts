import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { filePieceIds, filePieceKind } from "../../src/domain/claim-files.ts";
import type { TurnCounts } from "../../src/domain/counts.ts";
import type { Turn } from "../../src/domain/store.ts";
import { createComeBackCodes } from "../../src/identity/come-back-codes.ts";
import type { RowStore } from "../../src/passport/rows.ts";
import type { SealedStore } from "../../src/passport/sealed-store.ts";
import { confirmed, noPassport } from "../support/passport-samples.ts";

/** One place where passports are kept: a folder, a database. */
export interface StorePlace {
  /** Opens it, as a process that starts does; several may be open at once. */
  open(masterKey?: string, nowMs?: () => number): Promise<SealedStore>;
  /** Does something with the bare rows, as a command does beside a running process. */
  withRows<T>(work: (rows: RowStore) => Promise<T>): Promise<T>;
  /** All that is stored, as it lies there, keys left out. */
  raw(): Promise<Buffer>;
  /** Runs SQL on the tables as they are named in both databases. */
  sql(text: string): Promise<readonly Record<string, unknown>[]>;
  /** Lays there, before anything else is, what an older release made (see `tests/support/older-release.ts`). */
  fillAsOlderRelease(): Promise<void>;
  remove(): Promise<void>;
}

const hour = 3_600_000;

/** What every PassportStore has to do, whatever it is made of. */
export function passportStoreContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`the store of passports: ${name}`, () => {
    let place: StorePlace;
    let store: SealedStore;
    const others: SealedStore[] = [];
    let holder: string;
    let conversation: string;

    async function openAnother(): Promise<SealedStore> {
      const another = await place.open();
      others.push(another);
      return another;
    }

    async function newHolder(): Promise<{ holderId: string; conversationId: string }> {
      const ids = { holderId: randomUUID(), conversationId: randomUUID() };
      await store.createHolder(ids.holderId, noPassport());
      await store.createConversation(ids.holderId, ids.conversationId);
      return ids;
    }

    function turn(change: Partial<Turn> = {}): Turn {
      return {
        holderId: holder,
        conversationId: conversation,
        activityId: randomUUID(),
        expectedVersion: 0,
        state: { step: "open" },
        claimEvents: [],
        outbox: [],
        ...change,
      };
    }

    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
      ({ holderId: holder, conversationId: conversation } = await newHolder());
    });

    afterEach(async () => {
      await Promise.all([store, ...others.splice(0)].map((each) => each.close()));
      await place.remove();
    });

    describe("holders and conversations", () => {
      test("a new holder has an empty passport and no conversation", async () => {
        const other = randomUUID();
        expect(await store.hasHolder(other)).toBe(false);
        await store.createHolder(other, noPassport());
        expect(await store.hasHolder(other)).toBe(true);
        expect(await store.passport(other)).toEqual(noPassport());
        expect(await store.conversations(other)).toEqual([]);
      });

      test("a new conversation has no state, version 0 and the holder's passport", async () => {
        expect(await store.load(holder, conversation)).toEqual({ conversationId: conversation, version: 0, state: null, passport: noPassport() });
      });

      test("what is not there is undefined or empty", async () => {
        const nobody = randomUUID();
        expect(await store.load(nobody, conversation)).toBeUndefined();
        expect(await store.load(holder, "another")).toBeUndefined();
        expect(await store.passport(nobody)).toBeUndefined();
        expect(await store.changePassport(nobody, [confirmed("c1")])).toBeUndefined();
        expect(await store.findTurn(nobody, conversation, "a1")).toBeUndefined();
        expect(await store.findTurn(holder, conversation, "a1")).toBeUndefined();
        expect(await store.activities(nobody, conversation, 0)).toEqual([]);
        expect(await store.conversations(nobody)).toEqual([]);
      });

      test("conversations are listed oldest first", async () => {
        const ids = [conversation];
        for (let i = 0; i < 12; i++) {
          ids.push(randomUUID());
          await store.createConversation(holder, ids.at(-1) ?? "");
        }
        expect(await store.conversations(holder)).toEqual(ids);
      });

      test("made a second time, holder and conversation stay as they are", async () => {
        await store.commitTurn(turn({ claimEvents: [confirmed("c1")], outbox: [{ text: "hoi" }] }));
        await store.createHolder(holder, noPassport());
        await store.createConversation(holder, conversation);
        const loaded = await store.load(holder, conversation);
        expect(loaded?.version).toBe(1);
        expect(loaded?.passport.claims).toHaveLength(1);
        expect(await store.conversations(holder)).toEqual([conversation]);
      });

      test("made by ten at once, there is one", async () => {
        const [other, one] = [randomUUID(), randomUUID()];
        const second = await openAnother();
        await Promise.all(
          Array.from({ length: 10 }, async (_, i) => {
            const through = i % 2 ? store : second;
            await through.createHolder(other, noPassport());
            await through.createConversation(other, one);
          }),
        );
        expect(await store.conversations(other)).toEqual([one]);
        expect(await store.passport(other)).toEqual(noPassport());
      });

      test("another holder does not reach a conversation by its id", async () => {
        await store.commitTurn(turn({ activityId: "a1", outbox: [{ text: "van mij" }] }));
        const stranger = await newHolder();
        expect(await store.load(stranger.holderId, conversation)).toBeUndefined();
        expect(await store.activities(stranger.holderId, conversation, 0)).toEqual([]);
        expect(await store.findTurn(stranger.holderId, conversation, "a1")).toBeUndefined();
        await expect(store.commitTurn(turn({ holderId: stranger.holderId }))).rejects.toMatchObject({ code: "passport_holder_gone" });
      });
    });

    describe("files of a claim", () => {
      const at = "2026-11-26T09:00:00.000Z";
      const file = { id: "f1", name: "diploma", kind: "pdf", bytes: 3, pieces: 2, addedAt: at } as const;

      async function withFile(): Promise<void> {
        await store.changePassport(holder, [confirmed("c1"), { type: "claim_file_added", at, claimId: "c1", file }]);
        for (const id of filePieceIds(file)) await store.putHolderRow(holder, filePieceKind, id, { base64: "eA==" });
        await store.putHolderRow(holder, filePieceKind, "another.0", { base64: "eQ==" });
      }
      const pieces = async () => (await store.holderRows(holder, filePieceKind)).map(({ id }) => id);

      test("their content goes with the change that takes them out, on the page or in a turn; no other does", async () => {
        await withFile();
        await store.changePassport(holder, [{ type: "claim_hidden_set", at, claimId: "c1", hidden: true }]);
        expect(await pieces()).toHaveLength(3);
        await store.changePassport(holder, [{ type: "claim_file_removed", at, claimId: "c1", fileId: "f1" }]);
        expect(await pieces()).toEqual(["another.0"]);
        await withFile();
        await store.commitTurn(turn({ claimEvents: [{ type: "claim_erased", at, claimId: "c1" }] }));
        expect(await pieces()).toEqual(["another.0"]);
      });

      test("so it goes with a diploma's", async () => {
        const credential = { id: "d1", title: "vmbo", institution: null, date: null, level: null, finished: true } as const;
        await withFile();
        await store.changePassport(holder, [
          { type: "credential_set", at, credential },
          { type: "credential_file_added", at, credentialId: "d1", file: { ...file, id: "f2" } },
          { type: "claim_file_removed", at, claimId: "c1", fileId: "f1" },
        ]);
        for (const id of filePieceIds({ ...file, id: "f2" })) await store.putHolderRow(holder, filePieceKind, id, { base64: "eA==" });
        await store.changePassport(holder, [{ type: "credential_set", at, credential: { ...credential, title: "vmbo kader" } }]);
        expect(await pieces()).toHaveLength(3);
        await store.commitTurn(turn({ claimEvents: [{ type: "credential_erased", at, credentialId: "d1" }] }));
        expect(await pieces()).toEqual(["another.0"]);
      });
    });

    describe("rows of a holder", () => {
      test("what was put is there, by kind and by id, and the same id replaces", async () => {
        await store.putHolderRow(holder, "grant", "g1", { to: "een" });
        await store.putHolderRow(holder, "grant", "g2", { to: "twee" });
        await store.putHolderRow(holder, "grant", "g1", { to: "drie", gone: undefined });
        await store.putHolderRow(holder, "look", "g1", ["iets anders"]);
        expect(await store.holderRow(holder, "grant", "g1")).toEqual({ to: "drie" });
        expect((await store.holderRows(holder, "grant")).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
          { id: "g1", value: { to: "drie" } },
          { id: "g2", value: { to: "twee" } },
        ]);
        expect(await store.holderRows(holder, "look")).toEqual([{ id: "g1", value: ["iets anders"] }]);
      });

      test("what is not there is undefined or empty, and can be deleted", async () => {
        const nobody = randomUUID();
        expect(await store.holderRow(holder, "grant", "g1")).toBeUndefined();
        expect(await store.holderRow(nobody, "grant", "g1")).toBeUndefined();
        expect(await store.holderRows(nobody, "grant")).toEqual([]);
        await store.deleteHolderRow(nobody, "grant", "g1");
        await store.putHolderRow(holder, "grant", "g1", 1);
        await store.putHolderRow(holder, "grant", "g2", 2);
        await store.deleteHolderRow(holder, "grant", "g1");
        expect(await store.holderRows(holder, "grant")).toEqual([{ id: "g2", value: 2 }]);
      });

      test("the rows of a kind are read of all holders together, and of an erased one no more", async () => {
        const other = await newHolder();
        await store.putHolderRow(holder, "verdict", "v1", { of: "een" });
        await store.putHolderRow(holder, "verdict", "v2", { of: "een" });
        await store.putHolderRow(other.holderId, "verdict", "v1", { of: "twee" });
        await store.putHolderRow(other.holderId, "look", "v1", { of: "drie" });
        const read = async () => (await store.rowsOfAllHolders("verdict")).toSorted((a, b) => a.length - b.length);
        expect(await read()).toEqual([[{ of: "twee" }], [{ of: "een" }, { of: "een" }]]);
        await store.eraseHolder(holder);
        expect(await read()).toEqual([[{ of: "twee" }]]);
      });

      test("nobody's row cannot be kept, and another holder does not reach it by its id", async () => {
        await expect(store.putHolderRow(randomUUID(), "grant", "g1", 1)).rejects.toMatchObject({ code: "passport_holder_gone" });
        await store.putHolderRow(holder, "grant", "g1", 1);
        const stranger = await newHolder();
        expect(await store.holderRow(stranger.holderId, "grant", "g1")).toBeUndefined();
        expect(await store.holderRows(stranger.holderId, "grant")).toEqual([]);
        await store.deleteHolderRow(stranger.holderId, "grant", "g1");
        expect(await store.holderRow(holder, "grant", "g1")).toBe(1);
      });

      test("changed by ten at once, none of the changes is lost; a change to nothing leaves it", async () => {
        const second = await openAnother();
        const oneMore = (before: unknown) => (typeof before === "number" ? before : 0) + 1;
        await Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? store : second).changeHolderRow(holder, "tally", "t", oneMore)));
        expect(await store.holderRow(holder, "tally", "t")).toBe(10);
        expect(await store.changeHolderRow(holder, "tally", "t", () => undefined)).toBe(10);
        expect(await store.changeHolderRow(holder, "tally", "none", () => undefined)).toBeUndefined();
        expect(await store.holderRows(holder, "tally")).toEqual([{ id: "t", value: 10 }]);
      });

      test("they lie there sealed, ids included, and an old one put back does not open", async () => {
        await store.putHolderRow(holder, "grant", "kenbaar-id", { to: "Kwibus en Zonen" });
        const raw = await place.raw();
        for (const word of ["kenbaar-id", "Kwibus", holder]) expect(raw.includes(word)).toBe(false);
        await place.sql("CREATE TABLE backup AS SELECT * FROM sealed_rows");
        await store.putHolderRow(holder, "grant", "kenbaar-id", { to: "niemand" });
        await place.sql("UPDATE sealed_rows SET sealed = (SELECT sealed FROM backup WHERE kind = 'holder:grant') WHERE kind = 'holder:grant'");
        await expect(store.holderRow(holder, "grant", "kenbaar-id")).rejects.toMatchObject({ code: "passport_row_unreadable" });
      });

      test("they go with the holder, and are not back when the same holder is made anew", async () => {
        await store.putHolderRow(holder, "grant", "g1", 1);
        await store.eraseHolder(holder);
        expect(await store.holderRow(holder, "grant", "g1")).toBeUndefined();
        await expect(store.putHolderRow(holder, "grant", "g1", 1)).rejects.toMatchObject({ code: "passport_holder_gone" });
        expect(await place.sql("SELECT * FROM sealed_rows WHERE kind = 'holder:grant'")).toEqual([]);
        await store.createHolder(holder, noPassport());
        expect(await store.holderRows(holder, "grant")).toEqual([]);
      });
    });

    describe("a turn", () => {
      test("leaves state, claims and activities, and gives them back", async () => {
        const outbox = [
          { type: "message", text: "Ik veeg de gang" },
          { type: "message", text: "Klopt het?" },
        ];
        const committed = await store.commitTurn(
          turn({ state: { step: "offer", deep: [1, { ja: null }] }, claimEvents: [confirmed("c1"), confirmed("c2")], outbox }),
        );
        const activities = outbox.map((activity, i) => ({ sequence: i + 1, activity }));
        expect(committed).toMatchObject({ outcome: "committed", version: 1, activities });
        const loaded = await store.load(holder, conversation);
        expect(loaded).toMatchObject({ version: 1, state: { step: "offer", deep: [1, { ja: null }] } });
        expect(loaded?.passport.claims.map((claim) => claim.id)).toEqual(["c1", "c2"]);
        expect(committed.outcome === "committed" && committed.passport).toEqual(loaded?.passport);
        expect(await store.activities(holder, conversation, 0)).toEqual(activities);
      });

      test("handled before changes nothing and repeats the reply", async () => {
        await store.commitTurn(turn({ activityId: "a0", outbox: [{ text: "eerder" }] }));
        await store.commitTurn(
          turn({ activityId: "a1", expectedVersion: 1, claimEvents: [confirmed("c1")], outbox: [{ text: "een" }, { text: "twee" }] }),
        );
        await store.commitTurn(turn({ activityId: "a2", expectedVersion: 2, outbox: [{ text: "later" }] }));
        const before = await store.load(holder, conversation);
        const again = await store.commitTurn(
          turn({ activityId: "a1", expectedVersion: 3, state: "anders", claimEvents: [confirmed("c9")], outbox: [{ text: "anders" }] }),
        );
        const activities = [
          { sequence: 2, activity: { text: "een" } },
          { sequence: 3, activity: { text: "twee" } },
        ];
        expect(again).toEqual({ outcome: "duplicate", activities });
        expect(await store.findTurn(holder, conversation, "a1")).toEqual(activities);
        expect(await store.load(holder, conversation)).toEqual(before);
      });

      test("without a reply is remembered too", async () => {
        await store.commitTurn(turn({ activityId: "a1" }));
        expect(await store.findTurn(holder, conversation, "a1")).toEqual([]);
        expect(await store.commitTurn(turn({ activityId: "a1", expectedVersion: 1 }))).toEqual({ outcome: "duplicate", activities: [] });
      });

      test.for([{ expectedVersion: 0 }, { expectedVersion: 2 }, { expectedVersion: -1 }])(
        "that expects version $expectedVersion of version 1 is a conflict and changes nothing",
        async ({ expectedVersion }) => {
          await store.commitTurn(turn({ state: "eerst", outbox: [{ text: "eerst" }] }));
          const before = await store.load(holder, conversation);
          const late = turn({ expectedVersion, state: "te laat", claimEvents: [confirmed("c1")], outbox: [{ text: "te laat" }] });
          expect(await store.commitTurn(late)).toEqual({ outcome: "conflict" });
          expect(await store.load(holder, conversation)).toEqual(before);
          expect(await store.activities(holder, conversation, 0)).toHaveLength(1);
          expect(await store.findTurn(holder, conversation, late.activityId)).toBeUndefined();
        },
      );

      test("with a claim that could not be read again is not stored at all", async () => {
        const broken = confirmed("c1");
        const claim =
          broken.type === "claim_confirmed"
            ? { ...broken.claim, evidence: [{ quote: "", about: "paid_work" as const, experienceId: null }] }
            : undefined;
        if (!claim) throw new Error("no claim");
        await expect(
          store.commitTurn(turn({ outbox: [{ text: "x" }], claimEvents: [{ type: "claim_confirmed", at: "nu", claim }] })),
        ).rejects.toThrow();
        expect(await store.load(holder, conversation)).toMatchObject({ version: 0, passport: { claims: [] } });
        expect(await store.activities(holder, conversation, 0)).toEqual([]);
      });

      test("of somebody who was erased meanwhile is refused", async () => {
        await store.eraseHolder(holder);
        await expect(store.commitTurn(turn())).rejects.toMatchObject({ code: "passport_holder_gone" });
        expect(await store.hasHolder(holder)).toBe(false);
      });

      test("of twenty at once exactly one wins the version, by two processes", async () => {
        const second = await openAnother();
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_, i) => (i % 2 ? store : second).commitTurn(turn({ claimEvents: [confirmed(`c${i}`)], outbox: [{ i }] }))),
        );
        expect(outcomes.filter((each) => each.outcome === "committed")).toHaveLength(1);
        expect(outcomes.filter((each) => each.outcome === "conflict")).toHaveLength(19);
        expect((await store.load(holder, conversation))?.passport.claims).toHaveLength(1);
        expect(await store.activities(holder, conversation, 0)).toHaveLength(1);
      });

      test("redelivered twenty times at once is stored once", async () => {
        const second = await openAnother();
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_, i) =>
            (i % 2 ? store : second).commitTurn(turn({ activityId: "a1", claimEvents: [confirmed("c1")], outbox: [{ text: "een" }] })),
          ),
        );
        expect(outcomes.filter((each) => each.outcome === "committed")).toHaveLength(1);
        expect(outcomes.filter((each) => each.outcome === "duplicate")).toHaveLength(19);
      });

      test("of twenty writers who read again after a conflict, all come in, one per version", async () => {
        const second = await openAnother();
        const versions = await Promise.all(
          Array.from({ length: 20 }, async (_, i) => {
            const through = i % 2 ? store : second;
            for (;;) {
              const loaded = await through.load(holder, conversation);
              const done = await through.commitTurn(
                turn({ expectedVersion: loaded?.version ?? 0, claimEvents: [confirmed(`c${i}`)], outbox: [{ i }, { reply: i }] }),
              );
              if (done.outcome === "committed") return done.version;
            }
          }),
        );
        expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
        expect((await store.activities(holder, conversation, 0)).map((each) => each.sequence)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
        expect(new Set((await store.passport(holder))?.claims.map((claim) => claim.id)).size).toBe(20);
      });
    });

    describe("activities", () => {
      test("come after a watermark, in order, past the tenth and the hundredth too", async () => {
        for (let i = 0; i < 4; i++)
          await store.commitTurn(turn({ expectedVersion: i, outbox: Array.from({ length: 30 }, (_, j) => ({ n: i * 30 + j + 1 })) }));
        const all = await store.activities(holder, conversation, 0);
        expect(all.map((each) => each.sequence)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
        expect(all.every((each) => each.activity["n"] === each.sequence)).toBe(true);
        expect((await store.activities(holder, conversation, 98)).map((each) => each.sequence)).toEqual(Array.from({ length: 22 }, (_, i) => i + 99));
        expect(await store.activities(holder, conversation, 120)).toEqual([]);
        expect(await store.activities(holder, conversation, Number.MAX_SAFE_INTEGER)).toEqual([]);
        expect(await store.activities(holder, conversation, -5)).toHaveLength(120);
      });

      test("of two conversations do not mix", async () => {
        const second = randomUUID();
        await store.createConversation(holder, second);
        await store.commitTurn(turn({ activityId: "a1", outbox: [{ text: "eerste" }] }));
        await store.commitTurn(turn({ activityId: "a1", conversationId: second, outbox: [{ text: "tweede" }] }));
        expect(await store.activities(holder, second, 0)).toEqual([{ sequence: 1, activity: { text: "tweede" } }]);
        expect(await store.findTurn(holder, conversation, "a1")).toEqual([{ sequence: 1, activity: { text: "eerste" } }]);
      });
    });

    describe("the passport outside a turn", () => {
      test("is changed, and the next turn builds on it", async () => {
        await store.commitTurn(turn({ claimEvents: [confirmed("c1")] }));
        const changed = await store.changePassport(holder, [{ type: "claim_hidden_set", at: "nu", claimId: "c1", hidden: true }]);
        expect(changed?.claims[0]?.hidden).toBe(true);
        await store.commitTurn(turn({ expectedVersion: 1, claimEvents: [confirmed("c2")] }));
        expect((await store.passport(holder))?.claims.map(({ id, hidden }) => [id, hidden])).toEqual([
          ["c1", true],
          ["c2", false],
        ]);
      });

      test("loses no change of twenty at once", async () => {
        const second = await openAnother();
        await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? store : second).changePassport(holder, [confirmed(`c${i}`)])));
        expect((await store.passport(holder))?.claims).toHaveLength(20);
      });
    });

    describe("records", () => {
      test("are kept, replaced and deleted", async () => {
        await store.putRecord("session", "s1", { holderId: holder, deep: [1] }, null);
        expect(await store.getRecord("session", "s1", Date.now())).toEqual({ holderId: holder, deep: [1] });
        expect(await store.getRecord("token", "s1", Date.now())).toBeUndefined();
        await store.putRecord("session", "s1", "nieuw", null);
        expect(await store.getRecord("session", "s1", Date.now())).toBe("nieuw");
        await store.deleteRecord("session", "s1");
        await store.deleteRecord("session", "never");
        expect(await store.getRecord("session", "s1", Date.now())).toBeUndefined();
      });

      test("end at their moment, to the millisecond", async () => {
        await store.putRecord("token", "t1", 1, hour);
        expect(await store.getRecord("token", "t1", hour - 1)).toBe(1);
        expect(await store.getRecord("token", "t1", hour)).toBeUndefined();
      });

      test("that ended are purged, the others stay", async () => {
        await store.putRecord("token", "past", 1, hour);
        await store.putRecord("token", "future", 2, 2 * hour + 1);
        await store.putRecord("token", "always", 3, null);
        expect(await store.purgeExpired(2 * hour)).toBe(1);
        expect(await store.purgeExpired(2 * hour)).toBe(0);
        expect(await place.sql("SELECT id FROM records")).toHaveLength(2);
        expect(await store.getRecord("token", "future", 2 * hour)).toBe(2);
        expect(await store.getRecord("token", "always", 2 * hour)).toBe(3);
      });

      test("do not live longer because somebody changed the table", async () => {
        await store.putRecord("token", "t1", 1, hour);
        await place.sql("UPDATE records SET expires_at = NULL");
        expect(await store.getRecord("token", "t1", hour)).toBeUndefined();
      });

      test("are added once, however many try at the same time, and again when they ended", async () => {
        const second = await openAnother();
        const tries = Array.from({ length: 20 }, (_, i) =>
          (i % 2 ? store : second).addRecord("said", "s1", { holderId: randomUUID(), i }, hour, hour - 1),
        );
        const added = (await Promise.all(tries)).flatMap((one, i) => (one ? [i] : []));
        expect(added).toHaveLength(1);
        expect(await store.getRecord("said", "s1", hour - 1)).toMatchObject({ i: added[0] });
        expect(await second.addRecord("said", "s1", "later", null, hour)).toBe(true);
        expect(await store.addRecord("said", "s1", "too late", null, 2 * hour)).toBe(false);
        expect(await store.getRecord("said", "s1", 2 * hour)).toBe("later");
        expect(await store.addRecord("other", "s1", "other", null, hour)).toBe(true);
      });

      test("of a kind are listed, those that ended left out", async () => {
        expect(await store.recordsOf("due", hour)).toEqual([]);
        await store.putRecord("due", "d1", { holderId: holder, n: 1 }, null);
        await store.putRecord("due", "d2", { holderId: randomUUID(), n: 2 }, hour + 1);
        await store.putRecord("due", "d3", { n: 3 }, hour);
        await store.putRecord("token", "t1", { n: 4 }, null);
        const numbers = (await (await openAnother()).recordsOf("due", hour)).map((value) => (value as { n: number }).n);
        expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2]);
        await store.eraseHolder(holder);
        expect(await store.recordsOf("due", hour)).toMatchObject([{ n: 2 }]);
      });

      test("changed by ten at once, through two processes, none of the changes is lost; a change to nothing leaves it", async () => {
        const second = await openAnother();
        const add = (name: string) => (before: unknown) => [...(Array.isArray(before) ? before : []), name];
        await Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? store : second).changeRecord("counsellors", "all", null, add(`a${i}`))));
        const kept = await store.getRecord("counsellors", "all", 0);
        expect(new Set(Array.isArray(kept) ? kept : []).size).toBe(10);
        expect(await second.changeRecord("counsellors", "all", null, () => undefined)).toEqual(kept);
        expect(await second.changeRecord("counsellors", "none", null, () => undefined)).toBeUndefined();
      });

      test("of a holder are found by kind, and only theirs", async () => {
        const stranger = randomUUID();
        await store.putRecord("session", "mine", { holderId: holder }, null);
        await store.putRecord("session", "mine-too", { holderId: holder, more: true }, null);
        await store.putRecord("token", "mine", { holderId: holder }, null);
        await store.putRecord("session", "theirs", { holderId: stranger }, null);
        await store.putRecord("session", "nobody's", "text", null);
        await store.deleteRecordsOf("session", holder);
        const left = await Promise.all(["mine", "mine-too", "theirs", "nobody's"].map((id) => store.getRecord("session", id, 0)));
        expect(left).toEqual([undefined, undefined, { holderId: stranger }, "text"]);
        expect(await store.getRecord("token", "mine", 0)).toEqual({ holderId: holder });
      });
    });

    describe("come-back codes", () => {
      test("one works, also in another process: the newest; none is readable where it lies", async () => {
        const codes = createComeBackCodes({ store });
        const first = await codes.make(holder);
        const second = await codes.make(holder);
        const elsewhere = createComeBackCodes({ store: await openAnother() });
        expect(await elsewhere.holderOf(first)).toBeUndefined();
        expect(await elsewhere.holderOf(second)).toBe(holder);
        const raw = await place.raw();
        for (const code of [first, second]) expect(raw.includes(code)).toBe(false);
        const third = await elsewhere.make(holder);
        expect(await codes.holderOf(second)).toBeUndefined();
        expect(await codes.holderOf(third)).toBe(holder);
        expect(await place.sql("SELECT kind FROM records ORDER BY kind")).toEqual([{ kind: "come-back-code" }, { kind: "come-back-holder" }]);
      });

      test("go with their holder, and only with theirs", async () => {
        const codes = createComeBackCodes({ store });
        const other = await newHolder();
        const [mine, theirs] = [await codes.make(holder), await codes.make(other.holderId)];
        await store.eraseHolder(holder);
        expect(await codes.holderOf(mine)).toBeUndefined();
        expect(await codes.holderOf(theirs)).toBe(other.holderId);
        await codes.end(other.holderId);
        expect(await place.sql("SELECT kind FROM records")).toEqual([]);
      });
    });

    describe("erasing", () => {
      test("takes everything of this holder, and nothing of another", async () => {
        const other = await newHolder();
        await store.commitTurn(turn({ ...other, claimEvents: [confirmed("c1")], outbox: [{ text: "blijft" }] }));
        await store.commitTurn(turn({ activityId: "a1", claimEvents: [confirmed("c1")], outbox: [{ text: "weg" }] }));
        await store.putRecord("session", "s1", { holderId: holder }, null);
        const rowsBefore = (await place.sql("SELECT owner FROM sealed_rows")).length;

        await store.eraseHolder(holder);

        expect(await store.hasHolder(holder)).toBe(false);
        expect(await store.load(holder, conversation)).toBeUndefined();
        expect(await store.passport(holder)).toBeUndefined();
        expect(await store.conversations(holder)).toEqual([]);
        expect(await store.activities(holder, conversation, 0)).toEqual([]);
        expect(await store.findTurn(holder, conversation, "a1")).toBeUndefined();
        expect(await store.getRecord("session", "s1", 0)).toBeUndefined();
        expect(await place.sql("SELECT owner FROM sealed_rows")).toHaveLength(rowsBefore / 2);
        expect(await place.sql("SELECT DISTINCT owner FROM sealed_rows")).toEqual(await place.sql("SELECT owner FROM data_keys"));
        expect((await store.load(other.holderId, other.conversationId))?.passport.claims).toHaveLength(1);
      });

      test("twice, or somebody who never was, is no error", async () => {
        await store.eraseHolder(holder);
        await store.eraseHolder(holder);
        await store.eraseHolder(randomUUID());
      });

      test("destroys the key: rows from a backup open for nobody, not even for the same holder made anew", async () => {
        await store.commitTurn(turn({ claimEvents: [confirmed("c1")] }));
        await place.sql("CREATE TABLE backup AS SELECT * FROM sealed_rows");
        await store.eraseHolder(holder);
        await place.sql("INSERT INTO sealed_rows SELECT * FROM backup");
        expect(await store.passport(holder)).toBeUndefined();
        expect(await store.hasHolder(holder)).toBe(false);
        await store.createHolder(holder, noPassport());
        await expect(store.passport(holder)).rejects.toMatchObject({ code: "passport_row_unreadable", kind: "passport" });
      });

      test("and beginning again leaves an empty passport", async () => {
        await store.commitTurn(turn({ claimEvents: [confirmed("c1")] }));
        await store.eraseHolder(holder);
        await store.createHolder(holder, noPassport());
        await store.createConversation(holder, conversation);
        expect(await store.load(holder, conversation)).toEqual({ conversationId: conversation, version: 0, state: null, passport: noPassport() });
      });
    });

    describe("counts for the operator", () => {
      const offers = { put: 3, confirmed: 2, rejected: 1 };
      const nothing = { put: 0, confirmed: 0, rejected: 0 };
      const counts: TurnCounts = {
        turns: 1,
        offers,
        discovered: nothing,
        models: { "openai:some-model": { calls: 2, inputTokens: 20, outputTokens: 5 } },
      };

      test("add up with the turns of a conversation, and come by holder, without ids", async () => {
        const other = await newHolder();
        const second = randomUUID();
        await store.createConversation(holder, second);
        await store.commitTurn(turn({ counts }));
        await store.commitTurn(turn({ expectedVersion: 1, counts: { ...counts, offers: nothing } }));
        await store.commitTurn(turn({ conversationId: second, counts }));
        await store.commitTurn(turn({ ...other, counts: { ...counts, models: {} } }));
        const twice = { calls: 4, inputTokens: 40, outputTokens: 10 };
        const all = await store.conversationCounts();
        const bySize = all.toSorted((a, b) => b.length - a.length).map((each) => each.toSorted((a, b) => b.turns - a.turns));
        expect(bySize).toEqual([
          [{ turns: 2, offers: nothing, discovered: nothing, models: { "openai:some-model": twice } }, counts],
          [{ ...counts, models: {} }],
        ]);
        for (const id of [holder, conversation, second, other.holderId]) expect(JSON.stringify(all)).not.toContain(id);
      });

      test("a turn that lost, came twice or was not counted adds nothing", async () => {
        await store.commitTurn(turn({ activityId: "a1", counts }));
        await store.commitTurn(turn({ activityId: "a1", counts }));
        await store.commitTurn(turn({ activityId: "a2", counts }));
        await store.commitTurn(turn({ expectedVersion: 1 }));
        expect(await store.conversationCounts()).toEqual([[counts]]);
      });

      test("nobody was counted: none", async () => {
        expect(await store.conversationCounts()).toEqual([]);
      });

      test("go with everything else when a holder is erased, and lie sealed until then", async () => {
        const other = await newHolder();
        await store.commitTurn(turn({ counts }));
        await store.commitTurn(turn({ ...other, counts }));
        expect((await place.raw()).includes("some-model")).toBe(false);
        await store.eraseHolder(holder);
        expect(await store.conversationCounts()).toEqual([[counts]]);
        expect(await place.sql("SELECT kind FROM sealed_rows WHERE kind = 'counts'")).toHaveLength(1);
      });

      test("outlive the process", async () => {
        await store.commitTurn(turn({ counts }));
        await store.close();
        store = await place.open();
        expect(await store.conversationCounts()).toEqual([[counts]]);
      });
    });

    describe("closing and opening again", () => {
      test("keeps everything", async () => {
        await store.commitTurn(turn({ activityId: "a1", state: { step: 7 }, claimEvents: [confirmed("c1")], outbox: [{ text: "hoi" }] }));
        await store.putRecord("session", "s1", { holderId: holder }, hour);
        const before = await store.load(holder, conversation);
        await store.close();
        store = await place.open();
        expect(await store.load(holder, conversation)).toEqual(before);
        expect(await store.findTurn(holder, conversation, "a1")).toEqual([{ sequence: 1, activity: { text: "hoi" } }]);
        expect(await store.getRecord("session", "s1", 0)).toEqual({ holderId: holder });
      });

      test("with another master key is refused, and spoils nothing", async () => {
        await store.close();
        await expect(place.open("cd".repeat(32))).rejects.toMatchObject({ code: "passport_master_key_wrong" });
        store = await place.open();
        expect(await store.hasHolder(holder)).toBe(true);
      });

      test("with rows but without their keys is refused: never new keys in silence", async () => {
        await store.close();
        await place.sql("DELETE FROM data_keys");
        await place.sql("DELETE FROM installation");
        await expect(place.open()).rejects.toMatchObject({ code: "passport_data_keys_missing" });
        expect(await place.sql("SELECT name FROM installation")).toEqual([]);
        // So that there is something to close.
        await place.sql("DELETE FROM sealed_rows");
        store = await place.open();
      });

      test("of a database made by a later release is refused", async () => {
        await store.close();
        await place.sql("UPDATE layout SET version = 2");
        await expect(place.open()).rejects.toMatchObject({ code: "passport_row_newer", kind: "layout" });
        await place.sql("UPDATE layout SET version = 1");
        store = await place.open();
      });

      test("after closing it says that it is closed", async () => {
        await store.close();
        await expect(store.passport(holder)).rejects.toMatchObject({ code: "passport_store_unavailable" });
        await store.close();
      });
    });

    describe("what lies in the database", () => {
      const marked = "Zwaluwstaartverbinding";
      const marker = confirmed(`claim-${marked}`, `quote ${marked}`);

      test("shows no word that was typed, no id that was given, no name", async () => {
        const ids = [`holder-${marked}`, `conversation-${marked}`, `activity-${marked}`, `record-${marked}`] as const;
        await store.createHolder(ids[0], noPassport());
        await store.createConversation(ids[0], ids[1]);
        await store.commitTurn(
          turn({
            holderId: ids[0],
            conversationId: ids[1],
            activityId: ids[2],
            state: { marked },
            claimEvents: [marker],
            outbox: [{ text: marked }],
          }),
        );
        await store.changePassport(ids[0], [{ type: "who_set", at: "nu", who: { id: "w", text: marked } }]);
        await store.putRecord("session", ids[3], { holderId: ids[0], marked }, null);
        await store.deleteRecord("session", "s");
        const raw = await place.raw();
        // The control: what may be read is found, so the search does look where things are.
        for (const readable of ["passport", "conversation", "activity", "session"]) expect(raw.includes(readable)).toBe(true);
        for (const hidden of [marked, marked.toLowerCase(), holder, conversation]) {
          expect(raw.includes(hidden)).toBe(false);
          expect(raw.includes(Buffer.from(hidden, "utf16le"))).toBe(false);
          expect(raw.includes(Buffer.from(hidden).toString("hex"))).toBe(false);
          expect(raw.includes(Buffer.from(hidden).toString("base64").slice(0, -4))).toBe(false);
        }
      });

      test("seals the same content differently each time", async () => {
        const other = await newHolder();
        await store.commitTurn(turn({ outbox: [{ text: "gelijk" }, { text: "gelijk" }] }));
        await store.commitTurn(turn({ ...other, outbox: [{ text: "gelijk" }] }));
        const rows = await place.sql("SELECT sealed FROM sealed_rows WHERE kind = 'activity'");
        expect(
          new Set(
            rows.map((row) =>
              Buffer.from(row["sealed"] as Uint8Array)
                .subarray(13)
                .toString("hex"),
            ),
          ).size,
        ).toBe(3);
        expect(
          new Set(
            rows.map((row) =>
              Buffer.from(row["sealed"] as Uint8Array)
                .subarray(1, 13)
                .toString("hex"),
            ),
          ).size,
        ).toBe(3);
      });

      test("a row moved to another holder does not open", async () => {
        await store.commitTurn(turn({ claimEvents: [confirmed("c1")] }));
        const [mine] = await place.sql("SELECT owner FROM sealed_rows WHERE kind = 'passport'");
        const other = await newHolder();
        const [theirs] = await place.sql(`SELECT owner FROM sealed_rows WHERE kind = 'passport' AND owner <> '${String(mine?.["owner"])}'`);
        await place.sql(`UPDATE sealed_rows SET (version, sealed) = (SELECT version, sealed FROM sealed_rows WHERE kind = 'passport' AND owner = '${String(mine?.["owner"])}')
          WHERE kind = 'passport' AND owner = '${String(theirs?.["owner"])}'`);
        await expect(store.passport(other.holderId)).rejects.toMatchObject({ code: "passport_row_unreadable", kind: "passport" });
        // Not even with the key that sealed it.
        await place.sql(
          `UPDATE data_keys SET wrapped = (SELECT wrapped FROM data_keys WHERE owner = '${String(mine?.["owner"])}') WHERE owner = '${String(theirs?.["owner"])}'`,
        );
        await expect(store.passport(other.holderId)).rejects.toMatchObject({ code: "passport_row_unreadable", kind: "data-key" });
      });

      test("a row moved within one holder does not open", async () => {
        await store.commitTurn(turn({ outbox: [{ text: "een" }, { text: "twee" }] }));
        const [first, second] = await place.sql("SELECT id FROM sealed_rows WHERE kind = 'activity' ORDER BY id");
        await place.sql(
          `UPDATE sealed_rows SET sealed = (SELECT sealed FROM sealed_rows WHERE kind = 'activity' AND id = '${String(first?.["id"])}') WHERE kind = 'activity' AND id = '${String(second?.["id"])}'`,
        );
        await expect(store.activities(holder, conversation, 0)).rejects.toMatchObject({ code: "passport_row_unreadable", kind: "activity" });
      });

      test("an old row put back under a newer version does not open", async () => {
        await place.sql("CREATE TABLE backup AS SELECT * FROM sealed_rows");
        await store.changePassport(holder, [confirmed("c1")]);
        await place.sql("UPDATE sealed_rows SET sealed = (SELECT sealed FROM backup WHERE kind = 'passport') WHERE kind = 'passport'");
        await expect(store.passport(holder)).rejects.toMatchObject({ code: "passport_row_unreadable" });
      });

      test("a record moved to another id does not open", async () => {
        await store.putRecord("session", "s1", { holderId: holder }, null);
        await store.putRecord("session", "s2", { holderId: randomUUID() }, null);
        await place.sql("UPDATE records SET sealed = (SELECT sealed FROM records ORDER BY id LIMIT 1)");
        const read = await Promise.allSettled(["s1", "s2"].map((id) => store.getRecord("session", id, 0)));
        expect(read.map((each) => each.status).toSorted()).toEqual(["fulfilled", "rejected"]);
      });
    });
  });
}
