import { describe, expect, test } from "vitest";
import { takenIn } from "../../src/domain/importing.ts";
import { applyPassportEvents } from "../../src/domain/passport-events.ts";
import type { Passport } from "../../src/domain/passport.ts";
import { endorsedClaim } from "../support/passport-on-paper.ts";
import { fullPassport, noPassport, someClaim } from "../support/passport-samples.ts";

const at = "2026-12-01T10:00:00.000Z";
const withClaims = (...claims: Passport["claims"]): Passport => ({ ...noPassport(), claims });

describe("a passport taken into another one", () => {
  test("the same skill told at two places is one, with what was said at both", () => {
    const there = { ...someClaim("c1"), id: "other", evidence: [{ quote: "ik dweil ook", about: "hobby" as const, experienceId: null }] };
    const { passport, counts } = takenIn(withClaims(someClaim("c1")), withClaims(there), at);
    expect(counts.claims).toEqual({ added: 0, known: 1 });
    expect(passport.claims.map(({ id, evidence }) => [id, evidence.map(({ quote }) => quote)])).toEqual([
      ["c1", ["ik veeg elke dag de gang", "ik dweil ook"]],
    ]);
    expect(passport.history.at(-1)).toMatchObject({ event: "passport_imported", detail: { claims: 0 } });
    expect(takenIn(passport, withClaims(there), at).passport).toBe(passport);
  });

  test("own words in other capitals are the same skill; other words are another", () => {
    const own = (id: string, label: string) => ({ ...someClaim(id), uri: null, label: { nl: label, en: null } });
    const { counts } = takenIn(withClaims(own("a", "Kraam opbouwen")), withClaims(own("b", "kraam opbouwen "), own("c", "kraam afbreken")), at);
    expect(counts.claims).toEqual({ added: 1, known: 1 });
  });

  test("who endorsed the skill elsewhere stands for it here", () => {
    const { passport } = takenIn(withClaims(someClaim("c1")), withClaims({ ...endorsedClaim("c1"), id: "other" }), at);
    expect(passport.claims).toHaveLength(1);
    expect(passport.claims[0]).toMatchObject({ id: "c1", status: "endorsed", endorsements: [{ id: "said-c1" }] });
  });

  test("an endorsement that was withdrawn here is not brought back by an older file", () => {
    const { passport } = takenIn(withClaims(endorsedClaim("c1", true)), withClaims(endorsedClaim("c1")), at);
    expect(passport.claims[0]).toMatchObject({ status: "self_declared", endorsements: [{ withdrawn: { because: "toch niet" } }] });
  });

  test("quotes hang on the experience that stands there already", () => {
    const [experience] = fullPassport().experiences;
    const here = { ...noPassport(), experiences: experience ? [{ ...experience, id: "mine" }] : [] };
    const { passport } = takenIn(here, fullPassport(), at);
    expect(passport.experiences.map(({ id }) => id)).toEqual(["mine"]);
    expect(passport.claims[0]?.evidence[0]?.experienceId).toBe("mine");
  });

  test("what the holder said no to here is not offered again, and what was erased here stays untold", () => {
    const rejected = fullPassport().offers.map((offer) => ({ ...offer, id: "mine", state: "rejected" as const }));
    const here = {
      ...noPassport(),
      offers: rejected,
      history: [{ at: "2026-11-24T10:00:00.000Z", event: "claim_confirmed", subject: "c1", detail: null }],
    };
    const { passport } = takenIn(here, fullPassport(), at);
    expect(passport.offers.map(({ id }) => id)).toEqual(["mine"]);
    expect(passport.history.filter(({ subject }) => subject === "c1")).toEqual(here.history);
  });

  test("what was agreed to here stays the last word", () => {
    const mine = fullPassport().consents.map((each) => ({ ...each, id: "mine" }));
    expect(takenIn({ ...noPassport(), consents: mine }, fullPassport(), at).passport.consents.map(({ id }) => id)).toEqual(["k1", "mine"]);
  });

  test("as an event it does the same", () => {
    expect(applyPassportEvents(noPassport(), [{ type: "passport_imported", at, passport: fullPassport() }])).toEqual(fullPassport());
  });
});
