import { describe, expect, test } from "vitest";
import { inverseOf } from "../../src/dialogs/undo.ts";
import type { ClaimFile, Passport } from "../../src/domain/passport.ts";
import { settledKeys } from "../../src/domain/passport.ts";
import { applyPassportEvents, type PassportEvent } from "../../src/domain/passport-events.ts";
import { noPassport, someClaim } from "../support/passport-samples.ts";

const at = "2026-11-26T09:00:00.000Z";
const confirmed = (id: string, quote: string, more: object = {}): PassportEvent => ({
  type: "claim_confirmed",
  at,
  claim: { ...someClaim(id, quote), ...more },
});
const merged = (claimId: string, fromId: string): PassportEvent => ({ type: "claims_merged", at, claimId, fromId });
const unmerged = (claimId: string, fromId: string): PassportEvent => ({ type: "claims_unmerged", at, claimId, fromId });
const file = (id: string): ClaimFile => ({ id, name: "bewijs.pdf", kind: "pdf", bytes: 10, pieces: 1, addedAt: at });
const fileAdded = (claimId: string, id: string): PassportEvent => ({ type: "claim_file_added", at, claimId, file: file(id) });
const passport = (...events: readonly PassportEvent[]): Passport => applyPassportEvents(noPassport(), events);
const shape = ({ claims }: Passport) => claims.map(({ id, evidence, status }) => [id, evidence.map(({ quote }) => quote), status]);
const three = [confirmed("a", "ik veeg"), confirmed("b", "ik dweil"), confirmed("c", "ik boen")];

describe("merging doubles", () => {
  test("one is left, with the quotes of both; what was merged away is not offered again", () => {
    const after = passport(...three, merged("a", "b"));
    expect(shape(after)).toEqual([
      ["a", ["ik veeg", "ik dweil"], "self_declared"],
      ["c", ["ik boen"], "self_declared"],
    ]);
    expect(settledKeys(after)).toContain(someClaim("b").uri);
  });

  test("the history of both is kept", () => {
    const after = passport(...three, merged("a", "b"));
    expect(after.history.filter(({ subject }) => subject === "b").map(({ event }) => event)).toEqual(["claim_confirmed"]);
    expect(after.history.at(-1)).toMatchObject({ event: "claims_merged", subject: "a", detail: { fromId: "b" } });
  });

  test.for<[string, readonly PassportEvent[]]>([
    ["one", [merged("a", "b"), unmerged("a", "b")]],
    ["a chain, last first", [merged("b", "c"), merged("a", "b"), unmerged("a", "b"), unmerged("a", "c")]],
    ["a chain, first first", [merged("b", "c"), merged("a", "b"), unmerged("a", "c"), unmerged("a", "b")]],
  ])("%s: taken apart, all are as they were", ([, events]) => {
    const after = passport(...three, ...events);
    expect(new Map(shape(after).map((each) => [each[0], each]))).toEqual(new Map(shape(passport(...three)).map((each) => [each[0], each])));
  });

  test("the same words in both are the other's again when they are taken apart", () => {
    const twins = [confirmed("a", "ik veeg"), confirmed("b", "ik veeg")];
    expect(shape(passport(...twins, merged("a", "b"), unmerged("a", "b")))).toEqual(shape(passport(...twins)));
  });

  test("files go along and come back; one that went meanwhile stays gone", () => {
    const both = [...three, fileAdded("b", "f1"), fileAdded("b", "f2"), merged("a", "b")];
    expect(passport(...both).claims[0]).toMatchObject({ status: "evidenced", files: [{ id: "f1" }, { id: "f2" }] });
    const after = passport(...both, { type: "claim_file_removed", at, claimId: "a", fileId: "f1" }, unmerged("a", "b"));
    expect(after.claims.slice(0, 2)).toMatchObject([
      { id: "a", status: "self_declared", files: [] },
      { id: "b", status: "evidenced", files: [{ id: "f2" }] },
    ]);
  });

  test("a claim that somebody else stands for is not merged away, and nothing goes into itself", () => {
    const endorsed = [confirmed("a", "ik veeg"), confirmed("b", "ik dweil", { status: "endorsed" })];
    expect(passport(...endorsed, merged("a", "b"))).toEqual(passport(...endorsed));
    expect(passport(...endorsed, merged("b", "a")).claims).toMatchObject([{ id: "b", status: "endorsed" }]);
    expect(passport(...endorsed, merged("a", "a"))).toEqual(passport(...endorsed));
  });

  test("erased, it takes along what history says of the doubles", () => {
    const after = passport(...three, merged("a", "b"), { type: "claim_erased", at, claimId: "a" });
    expect(after.history.filter(({ subject }) => subject === "a" || subject === "b").every(({ detail }) => detail === null)).toBe(true);
    expect(JSON.stringify(after)).not.toMatch(/ik veeg|ik dweil/);
  });

  test("undone in the conversation, it leaves the doubles standing by themselves", () => {
    expect(shape(passport(...three, merged("a", "b"), { type: "claim_withdrawn", at, claimId: "a" }))).toEqual(shape(passport(...three.slice(1))));
    expect(shape(passport(...three, merged("a", "b"), { type: "claim_withdrawn", at, claimId: "b" }))).toEqual([
      ["a", ["ik veeg"], "self_declared"],
      ["c", ["ik boen"], "self_declared"],
    ]);
  });

  test("an erased experience is forgotten in the doubles too", () => {
    const after = passport(...three, merged("a", "b"), { type: "experience_erased", at, experienceId: "e1" }, unmerged("a", "b"));
    expect(JSON.stringify(after.claims)).not.toContain("e1");
    expect(shape(after)).toEqual(shape(passport(...three)));
  });
});

describe("undone in the conversation", () => {
  test("a skill that was erased comes back without the files that went with it, and as what it is without them", () => {
    const before = passport(...three, fileAdded("a", "f1"), fileAdded("b", "f2"), merged("a", "b"));
    const erased: PassportEvent = { type: "claim_erased", at, claimId: "a" };
    const back = applyPassportEvents(before, [erased, ...inverseOf(erased, before)]);
    const claim = back.claims.find(({ id }) => id === "a");
    expect(claim).toMatchObject({ status: "self_declared", files: [], merged: [{ claim: { id: "b", status: "self_declared", files: [] } }] });
    expect(claim?.evidence.map(({ quote }) => quote)).toEqual(["ik veeg", "ik dweil"]);
  });
});

describe("the holder's order", () => {
  test.for<[string, string | null, readonly string[]]>([
    ["c", "a", ["c", "a", "b"]],
    ["a", null, ["b", "c", "a"]],
    ["a", "c", ["b", "a", "c"]],
    ["a", "gone", ["b", "c", "a"]],
    ["gone", "a", ["a", "b", "c"]],
    ["b", "b", ["a", "b", "c"]],
  ])("%s before %s", ([claimId, beforeId, ids]) => {
    expect(passport(...three, { type: "claim_moved", at, claimId, beforeId }).claims.map(({ id }) => id)).toEqual(ids);
  });
});
