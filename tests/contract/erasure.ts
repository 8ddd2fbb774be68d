import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eraseConversation, eraseEverything } from "../../src/domain/erasure.ts";
import { grantRowKind } from "../../src/domain/grant.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import type { SealedStore } from "../../src/passport/sealed-store.ts";
import { confirmed, noPassport, workedAtBakery } from "../support/passport-samples.ts";
import type { StorePlace } from "./passport-store.ts";

const at = "2026-11-26T10:00:00.000Z";
const bakery = workedAtBakery("e1");

/** What is left after somebody erased something, whatever the store is made of. */
export function erasureContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`what erasing leaves: ${name}`, () => {
    let place: StorePlace;
    let store: SealedStore;
    let holder: string;
    let conversation: string;

    async function say(text: string, claimEvents: readonly PassportEvent[], state: unknown = null, conversationId = conversation): Promise<void> {
      const expectedVersion = (await store.load(holder, conversationId))?.version ?? 0;
      const outbox = [{ type: "message", text }];
      await store.commitTurn({ holderId: holder, conversationId, activityId: randomUUID(), expectedVersion, state, claimEvents, outbox });
    }
    /** All that a holder could still be shown, or a bot could still go on from. */
    async function everything(): Promise<string> {
      const conversations = await store.conversations(holder);
      const parts = await Promise.all(
        conversations.flatMap((id): Promise<unknown>[] => [store.activities(holder, id, 0), store.load(holder, id).then((each) => each?.state)]),
      );
      return JSON.stringify([await store.passport(holder), parts]);
    }

    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
      [holder, conversation] = [randomUUID(), randomUUID()];
      await store.createHolder(holder, noPassport());
      await store.createConversation(holder, conversation);
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    test("R22: an erased skill is in no passport, transcript or memory of the interview any more; what others rest on stays", async () => {
      const state = {
        offers: [
          { id: "o1", evidence: { quote: "ik veeg de gang" } },
          { id: "o2", evidence: { quote: "ik kook soep" } },
        ],
        asking: { step: "own_words", said: { quote: "Ik veeg de gang" } },
        undo: [{ state: {}, inverse: [{ type: "claim_confirmed", quote: "ik veeg de gang" }] }],
      };
      await say("Nou, ik veeg de gang en zo", [confirmed("c1", "ik veeg de gang")], state);
      await say("en ik kook soep", [confirmed("c2", "ik kook soep")], state);
      await store.changePassport(holder, [{ type: "claim_erased", at, claimId: "c1" }]);
      const left = await everything();
      expect(left.toLowerCase()).not.toContain("veeg");
      expect(left).toContain("ik kook soep");
      expect((await store.load(holder, conversation))?.state).toMatchObject({ offers: [{ id: "o2" }], undo: [] });
      expect((await store.passport(holder))?.history.filter(({ subject }) => subject === "c1").map(({ detail }) => detail)).toEqual([null, null]);
    });

    test("R22: what the conversation called an erased skill, and how it explained it, goes too", async () => {
      const claim = confirmed("c1", "ik veeg de gang");
      const uri = claim.type === "claim_confirmed" ? claim.claim.uri : null;
      const concept = { uri, headline: { nl: "Je houdt de vloer netjes", en: null }, meaning: { nl: "Met een bezem over de vloer gaan.", en: null } };
      const other = { uri: "urn:other", headline: { nl: "Je kookt verse soep", en: null } };
      const state = {
        offers: [
          { id: "o1", state: "confirmed", concept },
          { id: "o2", state: "open", concept: other },
        ],
        undo: [],
      };
      await say("Je houdt de vloer netjes", [claim], state);
      // To who is addressed so, it says "u".
      await say("U houdt de vloer netjes", [], state);
      await say("Met een bezem over de vloer gaan.", [], state);
      await say("Je kookt verse soep", [], state);
      await store.changePassport(holder, [{ type: "claim_erased", at, claimId: "c1" }]);
      expect((await store.activities(holder, conversation, 0)).map(({ activity }) => activity["text"])).toEqual([
        "…",
        "…",
        "…",
        "Je kookt verse soep",
      ]);
      const left = await everything();
      for (const word of ["vloer netjes", "bezem"]) expect(left).not.toContain(word);
    });

    test("R22: which concept an erased skill was is told nowhere any more; how a message is made stays, whatever word was erased", async () => {
      const claim = confirmed("c1", "message");
      const uri = claim.type === "claim_confirmed" ? claim.claim.uri : null;
      await say("Klopt dit?", [claim], { asking: { step: "alternatives", options: [{ uri }] }, offers: [], undo: [] });
      await store.commitTurn({
        holderId: holder,
        conversationId: conversation,
        activityId: "offer",
        expectedVersion: 1,
        claimEvents: [],
        state: (await store.load(holder, conversation))?.state,
        outbox: [{ type: "message", text: "Your message", channelData: { kind: "offer", offer: { uri } } }],
      });
      await store.changePassport(holder, [{ type: "claim_erased", at, claimId: "c1" }]);
      expect(await everything()).not.toContain(String(uri));
      expect((await store.activities(holder, conversation, 0)).map(({ activity }) => activity)).toEqual([
        { type: "message", text: "Klopt dit?" },
        { type: "message", text: "…", channelData: { kind: "offer", offer: { uri: "…" } } },
      ]);
    });

    test("R22: what another conversation says of an erased skill goes too, by the words that the first one had for it", async () => {
      const claim = confirmed("c1", "ik veeg de gang");
      const uri = claim.type === "claim_confirmed" ? claim.claim.uri : null;
      const concept = { uri, headline: { nl: "Je houdt de vloer netjes", en: null } };
      await say("Klopt dit?", [claim], { offers: [{ id: "o1", state: "confirmed", concept }], undo: [] });
      const later = randomUUID();
      await store.createConversation(holder, later);
      await say("Ria onderschrijft: “Je houdt de vloer netjes”.", [], { offers: [], undo: [] }, later);
      await store.changePassport(holder, [{ type: "claim_erased", at, claimId: "c1" }]);
      expect((await store.activities(holder, later, 0)).map(({ activity }) => activity["text"])).toEqual(["…"]);
    });

    test("R22: what an erased skill was called before it was changed goes too, and what a double that went into it was called", async () => {
      const claims = [confirmed("c1", "ik veeg de gang"), confirmed("c2", "ik dweil de gang")];
      const named = (each: PassportEvent, label: string, uri: string): PassportEvent[] =>
        each.type === "claim_confirmed" ? [{ ...each, claim: { ...each.claim, uri, label: { nl: label, en: null } } }] : [];
      const [swept, mopped] = [named(claims[0] ?? bakery, "gangen vegen", "urn:sweep"), named(claims[1] ?? bakery, "gangen dweilen", "urn:mop")];
      await say("Gangen vegen? Gangen dweilen? Ramen wassen? Brood bakken?", [...swept, ...mopped]);
      await say("brood bakken", named(confirmed("c3", "ik bak"), "brood bakken", "urn:bake"));
      const content = {
        uri: "urn:windows",
        label: { nl: "ramen wassen", en: null },
        type: null,
        taxonomy: null,
        meaning: null,
        group: null,
        level: null,
      };
      await store.changePassport(holder, [{ type: "claim_adjusted", at, claimId: "c1", content }]);
      for (const text of ["het was gangen vegen", "het is ramen wassen", "en gangen dweilen", "brood bakken blijft"]) await say(text, []);
      await store.changePassport(holder, [
        { type: "claims_merged", at, claimId: "c1", fromId: "c2" },
        { type: "claim_erased", at, claimId: "c1" },
      ]);
      const left = (await store.activities(holder, conversation, 0)).map(({ activity }) => activity["text"]);
      expect(left).toEqual(["…", "brood bakken", "…", "…", "…", "brood bakken blijft"]);
    });

    test("R22: words that another skill quotes too stay with that skill", async () => {
      await say("ik bak brood", [confirmed("c1", "ik bak brood"), confirmed("c2", "ik bak brood")]);
      await store.changePassport(holder, [{ type: "claim_erased", at, claimId: "c1" }]);
      expect((await store.activities(holder, conversation, 0)).map(({ activity }) => activity["text"])).toEqual(["ik bak brood"]);
      expect((await store.passport(holder))?.claims.map(({ id }) => id)).toEqual(["c2"]);
    });

    test("R22: an erased experience goes from every conversation of the holder", async () => {
      const second = randomUUID();
      await store.createConversation(holder, second);
      const state = { experienceId: "e1", experiences: [{ id: "e1", title: "bakkerij Zonnebloem" }], offers: [], undo: [] };
      await say("In bakkerij Zonnebloem", [bakery], state);
      await say("Je vertelde over bakkerij Zonnebloem", [], state, second);
      await store.changePassport(holder, [{ type: "experience_erased", at, experienceId: "e1" }]);
      const left = await everything();
      for (const word of ["Zonnebloem", "broden vormen"]) expect(left).not.toContain(word);
      expect((await store.load(holder, second))?.state).toMatchObject({ experienceId: null, experiences: [] });
    });

    test("a turn that was under way does not bring back what was erased", async () => {
      await say("ik veeg", [confirmed("c1")], { offers: [] });
      const before = await store.load(holder, conversation);
      await store.changePassport(holder, [{ type: "claim_erased", at, claimId: "c1" }]);
      const late = { activityId: "late", expectedVersion: before?.version ?? 0, state: before?.state, claimEvents: [], outbox: [] };
      expect(await store.commitTurn({ holderId: holder, conversationId: conversation, ...late })).toEqual({ outcome: "conflict" });
    });

    test("a skill taken out in the conversation goes from what was said before; one worded anew keeps its quotes", async () => {
      await say("ik veeg de gang", [confirmed("c1", "ik veeg de gang")]);
      await say("anders gezegd", [{ type: "claim_erased", at, claimId: "c1" }, confirmed("c3", "ik veeg de gang")]);
      expect(await everything()).toContain("ik veeg de gang");
      await say("weg", [{ type: "claim_erased", at, claimId: "c3" }]);
      expect(await everything()).not.toContain("veeg");
    });

    test("R22: an erased conversation leaves no row of its own; passport and other conversations stay", async () => {
      const second = randomUUID();
      await say("eerste", [confirmed("c1")]);
      const rows = async () => Number((await place.sql("SELECT count(*) AS n FROM sealed_rows"))[0]?.["n"]);
      const before = await rows();
      await store.createConversation(holder, second);
      await say("tweede", [], { step: 1 }, second);
      await store.putRecord("conversation-token", "t", { holderId: holder, conversationId: second }, null);
      expect(await eraseConversation(store, holder, second, Date.parse(at))).toEqual({ at, conversations: 1, messages: 1 });
      expect(await rows()).toBe(before);
      expect(await store.getRecord("conversation-token", "t", 0)).toBeUndefined();
      expect(await store.conversations(holder)).toEqual([conversation]);
      expect((await store.passport(holder))?.claims).toHaveLength(1);
      expect(await eraseConversation(store, holder, second)).toBeUndefined();
      expect(await eraseConversation(store, randomUUID(), conversation)).toBeUndefined();
    });

    test("a conversation made after one was erased still comes last", async () => {
      const [second, third] = [randomUUID(), randomUUID()];
      await store.createConversation(holder, second);
      await store.eraseConversation(holder, conversation);
      await store.createConversation(holder, third);
      expect(await store.conversations(holder)).toEqual([second, third]);
    });

    test("R37: everything erased: no row, record or key is left, the receipt says what went, and a restored backup shows nothing", async () => {
      await say("ik veeg de gang", [confirmed("c1"), bakery]);
      await store.putHolderRow(holder, grantRowKind, "g1", { id: "g1" });
      await store.putHolderRow(holder, "claim-file", "f.0", { base64: "abcd" });
      for (const kind of ["session", "passkey", "page-link", "grant-link"]) await store.putRecord(kind, kind, { holderId: holder }, null);
      await place.sql("CREATE TABLE backup AS SELECT * FROM sealed_rows");
      await place.sql("CREATE TABLE backup_records AS SELECT * FROM records");

      expect(await eraseEverything(store, holder, Date.parse(at))).toEqual({
        at,
        claims: 1,
        other: 1,
        conversations: 1,
        messages: 1,
        files: 0,
        shares: 1,
      });
      for (const table of ["sealed_rows", "records", "data_keys"]) expect(await place.sql(`SELECT * FROM ${table}`)).toEqual([]);

      await place.sql("INSERT INTO sealed_rows SELECT * FROM backup");
      await place.sql("INSERT INTO records SELECT * FROM backup_records");
      expect(await store.passport(holder)).toBeUndefined();
      expect(await store.holderRows(holder, "claim-file")).toEqual([]);
      expect(await store.activities(holder, conversation, 0)).toEqual([]);
      await store.createHolder(holder, noPassport());
      await expect(store.passport(holder)).rejects.toMatchObject({ code: "passport_row_unreadable" });
      const raw = await place.raw();
      for (const word of ["veeg", "Zonnebloem", holder]) expect(raw.includes(word)).toBe(false);
    });
  });
}
