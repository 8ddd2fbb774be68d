import { describe, expect, test } from "vitest";
import { codeAlphabet, isWholeCode } from "../../src/domain/come-back-code.ts";
import { eraseEverything } from "../../src/domain/erasure.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import { createComeBackCodes } from "../../src/identity/come-back-codes.ts";
import { createSessions } from "../../src/identity/sessions.ts";
import { createMemoryStore } from "../support/memory-store.ts";

const newPassport = () => emptyPassport("nl", { name: "t", version: "1" });

async function setUp() {
  const store = createMemoryStore();
  const clock = { nowMs: 1_000_000 };
  const codes = createComeBackCodes({ store, nowMs: () => clock.nowMs });
  for (const holderId of ["anna", "bram"]) await store.createHolder(holderId, newPassport());
  return { store, clock, codes };
}

describe("a come-back code", () => {
  test("leads to its holder, and to nobody else", async () => {
    const { codes } = await setUp();
    const [annas, brams] = [await codes.make("anna"), await codes.make("bram")];
    expect(isWholeCode(annas)).toBe(true);
    expect(await codes.holderOf(annas)).toBe("anna");
    expect(await codes.holderOf(brams)).toBe("bram");
  });

  test("works as it is typed: small letters, spaces, look-alikes", async () => {
    const { codes } = await setUp();
    const code = await codes.make("anna");
    const typed = code
      .toLowerCase()
      .replaceAll("0", "o")
      .replaceAll("1", "l")
      .replace(/(.{3})/g, "$1 - ");
    expect(await codes.holderOf(typed)).toBe("anna");
  });

  test("works again and again, for as long as it is not replaced", async () => {
    const { codes, clock } = await setUp();
    const code = await codes.make("anna");
    clock.nowMs += 5 * 365 * 86_400_000;
    expect(await codes.holderOf(code)).toBe("anna");
    expect(await codes.holderOf(code)).toBe("anna");
  });

  test("is kept only as a hash", async () => {
    const { codes, store } = await setUp();
    const code = await codes.make("anna");
    expect(store.dumpRecords()).not.toContain(code);
    expect(store.dumpRecords()).not.toContain(code.slice(0, 9));
  });

  test("ends when a new one is made", async () => {
    const { codes, clock } = await setUp();
    const first = await codes.make("anna");
    clock.nowMs += 1000;
    const second = await codes.make("anna");
    expect(second).not.toBe(first);
    expect(await codes.holderOf(first)).toBeUndefined();
    expect(await codes.holderOf(second)).toBe("anna");
    expect(await codes.madeAt("anna")).toBe(1_001_000);
  });

  test("made twice at once is one code, not two and not none", async () => {
    const { codes } = await setUp();
    await codes.make("anna");
    const made = await Promise.all([codes.make("anna"), codes.make("anna"), codes.make("anna")]);
    const owners = await Promise.all(made.map((code) => codes.holderOf(code)));
    expect(owners.filter((owner) => owner === "anna")).toHaveLength(1);
  });

  test("ends when its holder wants, and then there is none", async () => {
    const { codes } = await setUp();
    const [annas, brams] = [await codes.make("anna"), await codes.make("bram")];
    await codes.end("anna");
    expect(await codes.holderOf(annas)).toBeUndefined();
    expect(await codes.madeAt("anna")).toBeNull();
    expect(await codes.holderOf(brams)).toBe("bram");
  });

  test("goes with everything else when the holder erases everything", async () => {
    const { codes, store } = await setUp();
    const code = await codes.make("anna");
    await eraseEverything(store, "anna");
    expect(await codes.holderOf(code)).toBeUndefined();
    expect(store.dumpRecords()).toBe("[]");
    await store.createHolder("anna", newPassport());
    expect(await codes.holderOf(code)).toBeUndefined();
  });

  test.for(["", "A7K", "A7K 4PX 0TM 12C 58R VFG H93", "é".repeat(21), "A".repeat(5000)])("“%s” is nobody's", async (typed) => {
    const { codes } = await setUp();
    await codes.make("anna");
    expect(await codes.holderOf(typed)).toBeUndefined();
  });

  test("a wrong, a replaced and an ended code ask the store the same things", async () => {
    const { codes, store } = await setUp();
    const asked: string[] = [];
    const watched = createComeBackCodes({
      store: {
        ...store,
        getRecord: (kind, id, nowMs) => (asked.push(kind), store.getRecord(kind, id, nowMs)),
        hasHolder: (holderId) => (asked.push("holder"), store.hasHolder(holderId)),
      },
    });
    const replaced = await codes.make("anna");
    const ended = await codes.make("bram");
    const works = await codes.make("anna");
    await codes.end("bram");
    const traces = [];
    for (const typed of ["A7K 4PX 0TM 12C 58R VFG H93", "kort", replaced, ended, works]) {
      asked.length = 0;
      await watched.holderOf(typed);
      traces.push(asked.join(" "));
    }
    expect(new Set(traces)).toEqual(new Set(["come-back-code come-back-holder holder"]));
  });

  test("every symbol comes up in every place: nothing of a code can be told beforehand", async () => {
    const { codes } = await setUp();
    const made = [];
    for (let count = 0; count < 1500; count++) made.push(await codes.make("anna"));
    expect(new Set(made).size).toBe(made.length);
    for (let place = 0; place < 21; place++) expect(new Set(made.map((code) => code[place])).size).toBe(codeAlphabet.length);
  });
});

describe("a session begun by a code", () => {
  const sessionsOf = (store: ReturnType<typeof createMemoryStore>) => createSessions({ store, secure: false, newPassport });
  const cookieOf = (setCookie: string) => setCookie.split(";")[0];

  test("has a secret of its own each time, and leads to the latest conversation", async () => {
    const store = createMemoryStore();
    const sessions = sessionsOf(store);
    const first = await sessions.open(undefined, "nl");
    const [again, more] = [await sessions.begin(first.holderId), await sessions.begin(first.holderId)];
    expect(new Set([first, again, more].map((session) => cookieOf(session.setCookie))).size).toBe(3);
    expect(again).toMatchObject({ holderId: first.holderId, conversationId: first.conversationId });
    expect(await sessions.find(cookieOf(again.setCookie))).toMatchObject({ holderId: first.holderId });
    expect(await sessions.find(cookieOf(first.setCookie))).toMatchObject({ holderId: first.holderId });
  });
});
