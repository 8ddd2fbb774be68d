import { describe, expect, test } from "vitest";
import { levelFits, qualificationLevels } from "../../src/domain/ladder.ts";
import { Claim, type ClaimFile, ClaimStatus, Passport } from "../../src/domain/passport.ts";
import { applyPassportEvents, type PassportEvent } from "../../src/domain/passport-events.ts";
import { profileText } from "../../src/domain/profile-text.ts";
import { parsePassportJson, passportJson } from "../../src/passport/passport-json.ts";
import { RefusalError } from "../../src/domain/refusals.ts";
import { eventOf, PageActions } from "../../src/web/passport/page-actions.ts";
import { loadPageWords } from "../../src/web/chat/page-words.ts";
import { confirmations, manySkills } from "../support/many-skills.ts";
import { fullPassport, noPassport, someClaim } from "../support/passport-samples.ts";

const at = "2026-11-26T09:00:00.000Z";
const words = loadPageWords();
const speak =
  (language: "nl" | "en") =>
  (key: string, params: Readonly<Record<string, string | number>> = {}) =>
    (words[language][key] ?? key).replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot));
const passportOf = (...events: readonly PassportEvent[]) => applyPassportEvents(noPassport(), events);
function noReceipt(): never {
  throw new Error("the sample holds a receipt");
}
const file: ClaimFile = { id: "f1", name: "diploma", kind: "pdf", bytes: 10, pieces: 1, addedAt: at };
const refused = (run: () => unknown): string => {
  try {
    run();
    return "";
  } catch (error) {
    return error instanceof RefusalError ? error.code : "another error";
  }
};

describe("R9: validated and reliable", () => {
  test("R9: a claim without a status, a source or a date is no claim", () => {
    for (const lacking of ["status", "origin"]) {
      expect(Claim.safeParse({ ...someClaim("a"), [lacking]: undefined }).success).toBe(false);
    }
    const { confirmedAt: _, ...undated } = someClaim("a").origin;
    expect(Claim.safeParse({ ...someClaim("a"), origin: undated }).success).toBe(false);
  });

  test("R9: what the holder puts in by hand says so, and when", () => {
    const passport = passportOf({ type: "consent_given", at, receipt: fullPassport().consents[0] ?? noReceipt() });
    const event = eventOf({ action: "add_own", label: "Tuinieren", example: null, about: "hobby" }, passport, at, () => "other");
    const [claim] = applyPassportEvents(passport, [event]).claims;
    expect(claim).toMatchObject({ status: "self_declared", uri: null, origin: { extractor: "holder", channel: "page", confirmedAt: at } });
    expect(Passport.parse(applyPassportEvents(passport, [event]))).toBeDefined();
  });

  test("R9: no words of the page but those for a validated claim say validated", () => {
    for (const language of ["nl", "en"] as const) {
      const saying = Object.entries(words[language]).filter(([, text]) => /gevalideerd|validated/i.test(text));
      expect(saying.map(([key]) => key).toSorted((a, b) => a.localeCompare(b))).toEqual(["ladder.validated", "profile.validated"]);
    }
  });
});

describe("R25: flexible, put skills in and take them out", () => {
  const three = confirmations(manySkills(3));
  const order = (passport: Passport) => passport.claims.map(({ id }) => id);

  test("R25: hidden, a skill is kept as it was, and comes back", () => {
    const hidden = passportOf(...three, { type: "claim_hidden_set", at, claimId: "s1", hidden: true });
    const back = applyPassportEvents(hidden, [{ type: "claim_hidden_set", at, claimId: "s1", hidden: false }]);
    expect(hidden.claims[1]?.hidden).toBe(true);
    expect(back.claims).toEqual(passportOf(...three).claims);
  });

  test("R25: the order is the holder's, and is kept in the passport that is downloaded", () => {
    const moved = passportOf(...three, { type: "claim_moved", at, claimId: "s2", beforeId: "s0" });
    expect(order(moved)).toEqual(["s2", "s0", "s1"]);
    expect(order(parsePassportJson(passportJson(moved)))).toEqual(["s2", "s0", "s1"]);
  });

  test("R25: put in by hand, only by who agreed to the notice", () => {
    const add = { action: "add_own", label: "Tuinieren", example: null, about: "hobby" } as const;
    expect(refused(() => eventOf(add, noPassport(), at, () => "other"))).toBe("consent_missing");
  });

  test("R25: doubles go together with all that was said of both, and apart again", () => {
    const merged = passportOf(...three, { type: "claims_merged", at, claimId: "s0", fromId: "s1" });
    expect(merged.claims[0]?.evidence.map(({ quote }) => quote)).toEqual([
      "ik deed dit elke dag, dat is nummer 0",
      "ik deed dit elke dag, dat is nummer 1",
    ]);
    const apart = applyPassportEvents(merged, [{ type: "claims_unmerged", at, claimId: "s0", fromId: "s1" }]);
    expect(apart.claims.map(({ id, evidence }) => [id, evidence])).toEqual(passportOf(...three).claims.map(({ id, evidence }) => [id, evidence]));
  });
});

describe("R30: profile oneself better", () => {
  const claims = manySkills(6, (index) => (index === 1 ? "assessed" : "self_declared"));

  test.for(["nl", "en"] as const)("R30 (%s): made only of what is confirmed and not hidden", (language) => {
    const shown = claims.map((claim, index) => ({ ...claim, hidden: index % 2 === 1 }));
    const text = profileText(shown, language, speak(language));
    for (const { label, hidden } of shown) expect(text.includes(label[language] ?? "")).toBe(!hidden);
    // The only one that was assessed is hidden.
    expect(text).not.toMatch(/gevalideerd|validated/i);
  });

  test("R30: an offer that nobody said yes to is not in it", () => {
    const waiting = fullPassport();
    expect(profileText(waiting.claims, "nl", speak("nl"))).not.toContain("ramen wassen");
  });
});

describe("R32: a ladder of who says so", () => {
  test("R32: a file makes a claim evidenced, and it goes back when the last one goes; what others say of it stays", () => {
    for (const [status, withFile] of [
      ["self_declared", "evidenced"],
      ["endorsed", "endorsed"],
      ["assessed", "assessed"],
      ["credential", "credential"],
    ] as const) {
      const before = passportOf({ type: "claim_confirmed", at, claim: { ...someClaim("a"), status } });
      const added = applyPassportEvents(before, [{ type: "claim_file_added", at, claimId: "a", file }]);
      expect(added.claims[0]?.status).toBe(withFile);
      const removed = applyPassportEvents(added, [{ type: "claim_file_removed", at, claimId: "a", fileId: "f1" }]);
      expect(removed.claims[0]?.status).toBe(status);
    }
  });

  test("R32: nothing on the page makes a claim more than evidenced", () => {
    for (const status of ClaimStatus.options) {
      expect(PageActions.safeParse({ actions: [{ action: "set_status", claimId: "a", status }] }).success).toBe(false);
    }
    expect(PageActions.safeParse({ actions: [{ action: "add_own", label: "x", example: null, about: "hobby", status: "assessed" }] }).success).toBe(
      false,
    );
  });

  test("R32: each step has a name and a plain sentence, in both languages", () => {
    for (const language of ["nl", "en"] as const) {
      for (const status of ClaimStatus.options) {
        expect(words[language][`ladder.${status}`]).toBeTruthy();
        expect(words[language][`ladder.${status}_hint`]).toBeTruthy();
      }
    }
  });
});

describe("R33: standards differ", () => {
  const passport = passportOf(
    { type: "claim_confirmed", at, claim: someClaim("a") },
    { type: "claim_confirmed", at, claim: { ...someClaim("own"), uri: null } },
  );
  const cefr = (claimId: string) => ({ action: "set_level", claimId, level: { scheme: "cefr", value: "B1" } }) as const;

  test("R33: a CEFR level is for languages and for own words, which may be a language; every skill has plain words", () => {
    expect(refused(() => eventOf(cefr("a"), passport, at, () => "cleaning"))).toBe("level_not_of_this");
    expect(eventOf(cefr("a"), passport, at, () => "languages")).toMatchObject({ level: { scheme: "cefr", value: "B1" } });
    expect(eventOf(cefr("own"), passport, at, () => "cleaning")).toMatchObject({ level: { scheme: "cefr", value: "B1" } });
    expect(levelFits({ scheme: "plain" }, "languages")).toBe(true);
  });

  test("R33: setting a level in one scheme leaves none in the other, and makes none up", () => {
    const after = applyPassportEvents(passport, [eventOf(cefr("own"), passport, at, () => "cleaning")]);
    expect(after.claims[1]?.level).toEqual({ scheme: "cefr", value: "B1" });
    expect(after.claims[0]?.level).toEqual(passport.claims[0]?.level);
  });

  test.for([
    ["NLQF", "4", true],
    ["NLQF", "4+", true],
    ["EQF", "4", true],
    ["EQF", "4+", false],
    ["NLQF", "9", false],
    ["EQF", "B1", false],
    ["told", "mbo niveau 4", true],
  ] as const)("R33: a qualification of level %s %s: %s", ([scheme, value, isTaken]) => {
    const actions = [{ action: "edit_credential", credentialId: "d1", changes: { level: { scheme, value } } }];
    expect(PageActions.safeParse({ actions }).success).toBe(isTaken);
  });

  test("R33: the levels of NLQF and EQF are their own lists", () => {
    expect(qualificationLevels.EQF).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
    expect(qualificationLevels.NLQF).toContain("Instroomniveau");
  });

  test("R33: framework and version stand with each claim that has a concept", () => {
    expect(someClaim("a").taxonomy).toEqual({ name: "starter", version: "1" });
    expect(Claim.safeParse({ ...someClaim("a"), taxonomy: undefined }).success).toBe(false);
  });
});

describe("passport.json of before there were files, doubles and own skills", () => {
  test("is read as it was, and written back the same", () => {
    const old = passportJson(fullPassport());
    expect(old).not.toMatch(/"files"|"merged"/);
    expect(passportJson(parsePassportJson(old))).toBe(old);
  });
});
