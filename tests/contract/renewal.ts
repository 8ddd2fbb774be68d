import { createHash, createSecretKey, randomBytes, randomUUID } from "node:crypto";
import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { filesOf } from "../../src/domain/claim-files.ts";
import { eraseConversation } from "../../src/domain/erasure.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { secrets } from "../../src/identity/secret-port.ts";
import { fileContent, keepFile } from "../../src/passport/evidence-files.ts";
import type { RenewalOptions } from "../../src/passport/key-renewal.ts";
import { rotateMasterKey } from "../../src/passport/key-rotation.ts";
import { type Keyring, openKeyring } from "../../src/passport/keyring.ts";
import type { Row, RowStore } from "../../src/passport/rows.ts";
import { unsealWithAny } from "../../src/passport/seal.ts";
import type { SealedStore } from "../../src/passport/sealed-store.ts";
import { createGrants } from "../../src/review/grants.ts";
import { confirmed, noPassport, workedAtBakery } from "../support/passport-samples.ts";
import type { StorePlace } from "./passport-store.ts";

const at = "2026-11-26T10:00:00.000Z";
const minute = 60_000;
const start = Date.parse(at);

class KilledError extends Error {}

const bakery = workedAtBakery("e9");
const diploma: PassportEvent = {
  type: "credential_set",
  at,
  credential: { id: "d1", title: "veegdiploma", institution: "Veegschool", date: "2012", level: null, finished: true },
};

/** A PDF as far as anybody looks. */
function pdf(bytes: number): Buffer {
  return Buffer.concat([Buffer.from("%PDF-1.4\n"), randomBytes(bytes - 20), Buffer.from("\n%%EOF\n")]);
}

/** Getting another data key after something was erased, whatever the store is made of. */
export function renewalContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`another data key after an erasure: ${name}`, () => {
    const masterKey = randomBytes(32).toString("hex");
    let place: StorePlace;
    let store: SealedStore;
    let holder: string;
    let conversation: string;
    const opened: SealedStore[] = [];

    async function open(key = masterKey): Promise<SealedStore> {
      const another = await place.open(key);
      opened.push(another);
      return another;
    }
    async function say(text: string, claimEvents: readonly PassportEvent[] = [], conversationId = conversation, through = store) {
      const expectedVersion = (await through.load(holder, conversationId))?.version ?? 0;
      const turn = { holderId: holder, conversationId, activityId: randomUUID(), expectedVersion, claimEvents };
      return through.commitTurn({ ...turn, state: { told: text }, outbox: [{ type: "message", text }] });
    }
    const grants = () => createGrants({ store, secrets, nowMs: Date.now });
    const asked = { for: { name: "Bakkerij Kwibus", purpose: "een vaste plek" }, shownAs: null, mode: "read", view: "picked", days: 30 } as const;
    const share = () => grants().give(holder, { ...asked, claimIds: ["c1"], parts: [], withQuotes: false, withFiles: false });
    async function file(bytes: number, claimId = "c2"): Promise<void> {
      await keepFile(store, holder, { claimId }, { bytes: pdf(bytes), name: "bewijs" }, start);
    }
    /** All that a holder could still be shown, or a bot could go on from. */
    async function everything(through = store): Promise<unknown> {
      const conversations = await through.conversations(holder);
      const passport = await through.passport(holder);
      const files = await Promise.all(filesOf(passport ?? noPassport()).map((each) => fileContent(through, holder, each)));
      const talks = await Promise.all(conversations.map(async (id) => [await through.activities(holder, id, 0), await through.load(holder, id)]));
      return {
        passport,
        talks,
        grants: await through.holderRows(holder, "grant"),
        files: files.map((each) =>
          createHash("sha256")
            .update(each ?? "")
            .digest("hex"),
        ),
      };
    }
    const eraseClaim = (claimId = "c1") => store.changePassport(holder, [{ type: "claim_erased", at, claimId }]);
    /** Lets it happen as in the program, until the key before is gone. */
    async function renewed(through = store): Promise<void> {
      expect(await through.renewKeys(start)).toEqual({ renewed: 0, waiting: 1 });
      expect(await through.renewKeys(start + 20 * minute)).toEqual({ renewed: 1, waiting: 0 });
    }

    const tables = ["sealed_rows", "records"] as const;
    async function backUp(copy = "backup"): Promise<void> {
      for (const table of tables) await place.sql(`CREATE TABLE ${copy}_${table} AS SELECT * FROM ${table}`);
    }
    async function restore(copy = "backup"): Promise<void> {
      for (const table of tables) {
        await place.sql(`DELETE FROM ${table}`);
        await place.sql(`INSERT INTO ${table} SELECT * FROM ${copy}_${table}`);
      }
    }
    const withKeyring = <T>(work: (rows: RowStore, keyring: Keyring) => Promise<T>) =>
      place.withRows(async (rows) => {
        const installation = await rows.installation();
        if (!installation) throw new Error("nothing there");
        return work(rows, openKeyring(createSecretKey(Buffer.from(masterKey, "hex")), installation));
      });
    /** How many rows, as they lie there now, any key of the key store opens. */
    const opening = () =>
      withKeyring(async (rows, keyring) => {
        const all = (await place.sql("SELECT * FROM sealed_rows")) as unknown as readonly Row[];
        const keys = await rows.read(async (reads) => {
          const kept = await Promise.all((await reads.dataKeyOwners("", 100)).map(async (owner) => ({ owner, kept: await reads.dataKey(owner) })));
          return kept.flatMap((each) => (each.kept ? [...keyring.unwrapDataKey(each.owner, each.kept.wrapped).keys] : []));
        });
        const opens = all.filter((row) => {
          try {
            return unsealWithAny([...keys, keyring.recordKey], { ...row, version: Number(row.version) }, row.sealed).length > 0;
          } catch {
            return false;
          }
        });
        return { rows: all.length, opens: opens.length, keys: keys.length };
      });
    const inStore = async (what: string) => Number((await place.sql(`SELECT count(*) AS n FROM ${what}`))[0]?.["n"]);

    beforeEach(async () => {
      place = await makePlace();
      store = await open();
      [holder, conversation] = [randomUUID(), randomUUID()];
      await store.createHolder(holder, noPassport());
      await store.createConversation(holder, conversation);
      await say("ik veeg de gang", [confirmed("c1", "ik veeg de gang"), confirmed("c2", "ik kook soep"), bakery, diploma]);
    });
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close();
      await place.remove();
    });

    test.for<[string, () => Promise<unknown>]>([
      ["a skill", () => eraseClaim()],
      ["an experience", () => store.changePassport(holder, [{ type: "experience_erased", at, experienceId: "e9" }])],
      ["a diploma", () => store.changePassport(holder, [{ type: "credential_erased", at, credentialId: "d1" }])],
      ["a conversation", () => eraseConversation(store, holder, conversation)],
      [
        "a file",
        async () => {
          const [first] = filesOf((await store.passport(holder)) ?? noPassport());
          return store.changePassport(holder, [{ type: "claim_file_removed", at, claimId: "c2", fileId: first?.id ?? "" }]);
        },
      ],
      ["a share", async () => grants().erase(holder, (await store.holderRows(holder, "grant"))[0]?.id ?? "")],
      ["a skill, in the conversation", () => say("weg", [{ type: "claim_erased", at, claimId: "c1" }])],
    ])("R22: %s erased: an older backup of the data shows nothing of the holder, with no key that is kept", async ([, erase]) => {
      await file(1_200_000);
      await share();
      await backUp();
      await erase();
      const left = await everything();
      await renewed();
      expect(await everything()).toEqual(left);
      expect(await everything(await open())).toEqual(left);
      const now = await opening();
      expect(now).toEqual({ ...now, opens: now.rows, keys: 1 });
      expect(await inStore("records WHERE kind = 'key-renewal'")).toBe(0);

      await restore();
      expect(await opening()).toMatchObject({ opens: 0 });
      const restored = await open();
      expect(await restored.hasHolder(holder)).toBe(false);
      expect(await everything(restored)).toMatchObject({ passport: undefined, talks: [], grants: [], files: [] });
    });

    test("until the key before is gone the backup still opens: that is what the page speaks of an hour for", async () => {
      await backUp();
      await eraseClaim();
      await store.renewKeys(start);
      await store.renewKeys(start + 19 * minute);
      const now = await opening();
      expect(now).toEqual({ ...now, opens: now.rows, keys: 2 });
      await restore();
      expect((await (await open()).passport(holder))?.claims.map(({ id }) => id)).toEqual(["c1", "c2"]);
    });

    test("a backup of the data that was made just before the rows moved opens with a copy of the keys made just after", async () => {
      await eraseClaim();
      const left = await everything();
      await backUp();
      await store.renewKeys(start);
      await place.sql("CREATE TABLE backup_keys AS SELECT * FROM data_keys");
      await store.renewKeys(start + 20 * minute);
      await restore();
      await place.sql("DELETE FROM data_keys");
      await place.sql("INSERT INTO data_keys SELECT * FROM backup_keys");
      const restored = await open();
      expect(await everything(restored)).toEqual(left);
      // And it goes on from there.
      await restored.renewKeys(start + 60 * minute);
      await restored.renewKeys(start + 80 * minute);
      await restored.renewKeys(start + 100 * minute);
      expect(await everything(restored)).toEqual(left);
      expect(await opening()).toMatchObject({ keys: 1 });
    });

    test("restored beside newer keys, the start goes on, others and figures too; one line tells the operator", async () => {
      const other = randomUUID();
      await store.createHolder(other, noPassport());
      await store.changePassport(other, [confirmed("o1")]);
      await store.putRecord("session", "s", { holderId: holder }, null);
      await backUp();
      await eraseClaim();
      await renewed();
      await restore();
      const restored = await open();
      expect((await restored.passport(other))?.claims).toHaveLength(1);
      expect(await restored.conversationCounts()).toEqual([]);
      expect(await restored.rowsOfAllHolders("grant")).toEqual([]);
      const terms = { transcriptDays: null, abandonedDays: null };
      const told = { code: "passport_rows_and_keys_apart", reason: expect.stringMatching(/: 1\. They count as gone/) };
      await expect(restored.keepTerms(terms, start)).rejects.toMatchObject(told);
      expect(await restored.renewKeys(start)).toEqual({ renewed: 0, waiting: 0 });
      await expect(restored.putHolderRow(holder, "grant", "g", {})).rejects.toMatchObject({ code: "passport_holder_gone" });
      await expect(restored.createHolder(holder, noPassport())).rejects.toMatchObject({ code: "passport_holder_gone" });
      expect(await restored.changePassport(holder, [confirmed("c3")])).toBeUndefined();
      await restored.eraseHolder(holder);
      await restored.keepTerms(terms, start);
      expect(await inStore("data_keys")).toBe(1);
    });

    test("older keys beside newer rows: that holder counts as gone, and is there again with the right keys", async () => {
      await place.sql("CREATE TABLE backup_keys AS SELECT * FROM data_keys");
      await eraseClaim();
      const left = await everything();
      await renewed();
      await place.sql("CREATE TABLE right_keys AS SELECT * FROM data_keys");
      for (const [keys, found] of [
        ["backup_keys", undefined],
        ["right_keys", left],
      ] as const) {
        await place.sql("DELETE FROM data_keys");
        await place.sql(`INSERT INTO data_keys SELECT * FROM ${keys}`);
        const restored = await open();
        if (found) expect(await everything(restored)).toEqual(found);
        else expect(await restored.passport(holder)).toBeUndefined();
      }
    });

    describe.for(["key made", "begun", "batch", "moved", "key dropped", "log cleared"] as const)("ended at: %s", (killedAt) => {
      test("nothing is lost, turns go on, and the next process ends it", async () => {
        await file(1_200_000);
        await backUp();
        await eraseClaim();
        const left = await everything();
        const onStep: RenewalOptions["onStep"] = (step) => {
          if (step === killedAt) throw new KilledError();
        };
        await expect(store.renewKeys(start, { keepBeforeMs: 0, onStep })).rejects.toBeInstanceOf(KilledError);
        const next = await open();
        expect(await everything(next)).toEqual(left);
        expect(await say("en toen", [confirmed("c4", "ik was ramen")], conversation, next)).toMatchObject({ outcome: "committed" });
        const later = await everything(next);
        for (let round = 0; round < 4; round += 1) await next.renewKeys(start + round * 20 * minute);
        expect(await everything(next)).toEqual(later);
        expect(await everything(await open())).toEqual(later);
        expect(await inStore("records WHERE kind = 'key-renewal'")).toBe(0);
        expect(await opening()).toMatchObject({ keys: 1 });
        await restore();
        expect(await opening()).toMatchObject({ opens: 0 });
      });
    });

    test("turns at the same moment, through two processes, are kept; none finds another version than it left", async () => {
      await file(2_200_000);
      await eraseClaim();
      const other = await open();
      const before = await other.load(holder, conversation);
      let said = 0;
      const outcomes: string[] = [];
      const onStep = async () => {
        for (const through of [store, other])
          outcomes.push((await say(`beurt ${(said += 1)}`, [confirmed(`t${said}`)], conversation, through)).outcome);
      };
      // Loaded before, committed while rows are moved.
      const late = { holderId: holder, conversationId: conversation, activityId: "late", state: { told: "laat" }, claimEvents: [confirmed("late")] };
      let isFirst = true;
      await other.renewKeys(start, {
        keepBeforeMs: 0,
        onStep: async (step) => {
          if (step === "key made" || step === "key dropped") return;
          if (isFirst) outcomes.push((await store.commitTurn({ ...late, expectedVersion: before?.version ?? 0, outbox: [] })).outcome);
          isFirst = false;
          await onStep();
        },
      });
      expect(said).toBeGreaterThan(6);
      expect(new Set(outcomes)).toEqual(new Set(["committed"]));
      for (const through of [store, other, await open()]) {
        const ids = (await through.passport(holder))?.claims.map(({ id }) => id);
        expect(ids).toEqual(["c2", "late", ...Array.from({ length: said }, (_, index) => `t${index + 1}`)]);
        expect((await through.load(holder, conversation))?.version).toBe((before?.version ?? 0) + 1 + said);
      }
    });

    test("two processes at once do it together, and both go on reading meanwhile", async () => {
      await file(2_200_000);
      await backUp();
      await eraseClaim();
      const left = await everything();
      const other = await open();
      let isOver = false;
      const doing = Promise.all([store, other].map((each) => each.renewKeys(start, { keepBeforeMs: 0 }))).finally(() => (isOver = true));
      while (!isOver) {
        for (const through of [store, other]) expect(await everything(through)).toEqual(left);
        await nextTurnOfTheLoop();
      }
      await doing;
      expect(await everything(await open())).toEqual(left);
      expect(await opening()).toMatchObject({ keys: 1 });
      await restore();
      expect(await opening()).toMatchObject({ opens: 0 });
    });

    test("several erasures share one move; what is erased while rows are moved gets a key of its own after it", async () => {
      const keys: string[] = [];
      const wrapped = async () => Buffer.from((await place.sql("SELECT wrapped FROM data_keys"))[0]?.["wrapped"] as Uint8Array).toString("hex");
      const counted: RenewalOptions = { onStep: async (step) => void (step === "moved" && keys.push(await wrapped())) };
      await eraseClaim("c1");
      await eraseConversation(store, holder, conversation);
      await store.renewKeys(start, counted);
      expect(keys).toHaveLength(1);
      await backUp();
      await eraseClaim("c2");
      expect(await store.renewKeys(start + 10 * minute, counted)).toEqual({ renewed: 0, waiting: 1 });
      expect(await store.renewKeys(start + 20 * minute, counted)).toEqual({ renewed: 1, waiting: 1 });
      expect(await store.renewKeys(start + 40 * minute, counted)).toEqual({ renewed: 1, waiting: 0 });
      expect(keys).toHaveLength(2);
      await restore();
      expect(await opening()).toMatchObject({ opens: 0 });
    });

    test.for(["begun", "batch", "moved"] as const)("the master key is replaced in the midst of it (%s): both come to their end", async (when) => {
      const newKey = randomBytes(32).toString("hex");
      await file(1_200_000);
      await eraseClaim();
      const left = await everything();
      const rotated = () =>
        place.withRows((rows) =>
          rotateMasterKey(rows, createSecretKey(Buffer.from(masterKey, "hex")), createSecretKey(Buffer.from(newKey, "hex")), { handoverMs: 0 }),
        );
      await store
        .renewKeys(start, {
          keepBeforeMs: 0,
          onStep: async (step) => {
            if (step !== when) return;
            await rotated();
            throw new KilledError();
          },
        })
        .catch(() => undefined);
      const next = await open(newKey);
      expect(await everything(next)).toEqual(left);
      await next.renewKeys(start, { keepBeforeMs: 0 });
      expect(await everything(next)).toEqual(left);
      expect(await inStore("records WHERE kind = 'key-renewal'")).toBe(0);
    });

    test("another key is made in the midst of a rotation, by a process that knows nothing of it yet", async () => {
      const newKey = randomBytes(32).toString("hex");
      await eraseClaim();
      const left = await everything();
      const [from, to] = [masterKey, newKey].map((key) => createSecretKey(Buffer.from(key, "hex")));
      if (!from || !to) throw new Error("no keys");
      const pause = async () => void (await store.renewKeys(start));
      await place.withRows((rows) => rotateMasterKey(rows, from, to, { handoverMs: 0, pause }));
      const next = await open(newKey);
      expect(await everything(next)).toEqual(left);
      expect(await next.renewKeys(start + 20 * minute)).toEqual({ renewed: 1, waiting: 0 });
      expect(await everything(next)).toEqual(left);
    });

    test("who erases everything meanwhile is gone, with both keys", async () => {
      await file(1_200_000);
      await eraseClaim();
      const onStep = async (step: string) => void (step === "batch" && (await store.eraseHolder(holder)));
      await store.renewKeys(start, { keepBeforeMs: 0, onStep });
      for (const table of [...tables, "data_keys"]) expect(await inStore(table)).toBe(0);
    });

    test("a row that no key opens stays as it is, and keeps nothing else back", async () => {
      await share();
      await place.sql("UPDATE sealed_rows SET version = 99 WHERE kind = 'holder:grant'");
      const [damaged] = await place.sql("SELECT * FROM sealed_rows WHERE kind = 'holder:grant'");
      await eraseClaim();
      await renewed();
      expect((await store.passport(holder))?.claims.map(({ id }) => id)).toEqual(["c2"]);
      expect(await place.sql("SELECT * FROM sealed_rows WHERE kind = 'holder:grant'")).toEqual([damaged]);
    });

    test("signing out, a taken-back message and a file that is being put away are no erasure; nobody gets another key for them", async () => {
      for (const kind of ["session", "notice", "claim-file-pending"]) {
        await store.putHolderRow(holder, kind, "x", {});
        await store.deleteHolderRow(holder, kind, "x");
      }
      await store.deleteHolderRow(holder, "grant", "never there");
      await store.changePassport(holder, [{ type: "claim_hidden_set", at, claimId: "c1", hidden: true }]);
      expect(await store.renewKeys(start)).toEqual({ renewed: 0, waiting: 0 });
      expect(await inStore("sealed_rows WHERE kind = 'key-progress'")).toBe(0);
    });

    test("200 skills and 30 MB of files: others are heard between one piece and the next", { timeout: 120_000 }, async () => {
      const skills = Array.from({ length: 200 }, (_, index) => confirmed(`s${index}`, `ik doe ${index}`));
      await store.changePassport(holder, skills);
      for (let index = 0; index < 3; index += 1) await file(10_000_000);
      const other = randomUUID();
      await store.createHolder(other, noPassport());
      await eraseClaim("s7");
      const left = await everything();
      const waits: number[] = [];
      let isOver = false;
      const from = performance.now();
      const doing = store.renewKeys(start, { keepBeforeMs: 0 }).finally(() => (isOver = true));
      while (!isOver) {
        const asked = performance.now();
        await store.passport(other);
        waits.push(performance.now() - asked);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await doing;
      const took = Math.round(performance.now() - from);
      expect(waits.length).toBeGreaterThan(20);
      expect(await everything()).toEqual(left);
      console.info(`${name}: 200 skills and 30 MB moved to another key in ${took} ms; others waited ${Math.round(Math.max(...waits))} ms at most`);
    });
  });
}
