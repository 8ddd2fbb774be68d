import { describe, expect, test } from "vitest";
import { applyPassportEvents, type PassportEvent } from "../../src/domain/passport-events.ts";
import type { Claim, Experience } from "../../src/domain/passport.ts";
import { noPassport, someClaim } from "../support/passport-samples.ts";

const at = "2026-02-01T00:00:00.000Z";
const shed: Experience = {
  id: "shed",
  area: "paid_work",
  title: "Planken zagen",
  organisation: null,
  start: null,
  end: null,
  summary: null,
  noSkills: false,
};
const set = (experience: Experience): PassportEvent => ({ type: "experience_set", at, experience });
const confirmed = (id: string, evidence: Claim["evidence"]): PassportEvent => ({
  type: "claim_confirmed",
  at,
  claim: { ...someClaim(id), uri: `urn:test:${id}`, evidence },
});
const told = [
  confirmed("sawing", [{ quote: "ik zaag planken", about: "paid_work", experienceId: "shed" }]),
  confirmed("both", [
    { quote: "en schuren thuis", about: "hobby", experienceId: "shed" },
    { quote: "ik veeg", about: "paid_work", experienceId: null },
  ]),
];
const abouts = (events: readonly PassportEvent[]) =>
  applyPassportEvents(noPassport(), events).claims.map(({ evidence }) => evidence.map(({ about }) => about));

describe("an experience that goes to another part of life", () => {
  test("takes along what was told of it there, and nothing else", () => {
    expect(abouts([set(shed), ...told, set({ ...shed, area: "hobby" })])).toEqual([["hobby"], ["hobby", "paid_work"]]);
    expect(abouts([set(shed), ...told, set({ ...shed, area: "volunteering" })])).toEqual([["volunteering"], ["hobby", "paid_work"]]);
  });

  test("takes along skills that were merged, and they can still be taken apart", () => {
    const events: PassportEvent[] = [
      set(shed),
      ...told,
      { type: "claims_merged", at, claimId: "sawing", fromId: "both" },
      set({ ...shed, area: "volunteering" }),
    ];
    expect(abouts(events)[0]).toContain("volunteering");
    expect(abouts([...events, { type: "claims_unmerged", at, claimId: "sawing", fromId: "both" }])).toEqual([
      ["volunteering"],
      ["hobby", "paid_work"],
    ]);
  });

  test("other changes leave where its skills came from alone", () => {
    expect(abouts([set(shed), ...told, set({ ...shed, title: "Zagen", start: "2020" })])).toEqual([["paid_work"], ["hobby", "paid_work"]]);
  });
});
