import { describe, expect, test } from "vitest";
import { interview } from "../../src/dialogs/interview.ts";
import { applyPassportEvent, applyPassportEvents, type PassportEvent } from "../../src/domain/passport-events.ts";
import type { Claim, Passport } from "../../src/domain/passport.ts";
import { conceptCard, type Player, startInterview } from "../support/interview-player.ts";
import { someClaim } from "../support/passport-samples.ts";

const at = "2026-11-24T10:00:00.000Z";

/** Somebody who told of two skills, and is asked about the first. */
function beingAsked(): Player {
  const player = startInterview();
  player.press("begin");
  player.say("ik ging *soep koken* en *brood bakken*");
  expect(player.heard().findLast(({ asks }) => asks)?.card).toMatchObject({ type: "offer", offer: { evidence: { quote: "soep koken" } } });
  return player;
}

function elsewhere(id: string, name: string): Claim {
  const { uri, label } = conceptCard(name);
  return { ...someClaim(id, "dat stond in mijn andere paspoort"), uri, label };
}

/** What a yes in the conversation does to a passport into which this came meanwhile. */
function answered(player: Player, came: readonly Claim[]) {
  const before: Passport = { ...player.passport(), claims: [...player.passport().claims, ...came] };
  const yes = { type: "answered" as const, at, activityId: "late", text: "ja", action: null, passport: before };
  const outcome = interview(player.state(), yes);
  return { before, outcome, after: applyPassportEvents(before, outcome.claimEvents) };
}

describe("a skill that came into the passport by another way while a conversation is open", () => {
  test("a yes to the offer that was being asked doubles nothing: the words said here join the skill that is there", () => {
    const { after } = answered(beingAsked(), [elsewhere("brought", "soep koken")]);
    expect(after.claims.map(({ id }) => id)).toEqual(["brought"]);
    expect(after.claims[0]?.evidence.map(({ quote }) => quote)).toEqual(["dat stond in mijn andere paspoort", "soep koken"]);
  });

  test("undone, the skill that was there stays as it was", () => {
    const { before, outcome, after } = answered(beingAsked(), [elsewhere("brought", "soep koken")]);
    const confirmed = outcome.claimEvents.find((event) => event.type === "claim_confirmed");
    if (!confirmed) throw new Error("a yes confirms");
    const undone = applyPassportEvent(after, { type: "claim_withdrawn", at, claimId: confirmed.claim.id });
    expect(undone.claims.map(({ merged = [], ...claim }) => ({ ...claim, merged }))).toEqual(
      before.claims.map((claim) => ({ ...claim, merged: [] })),
    );
  });

  test("the same yes twice adds its words once", () => {
    const { after, outcome } = answered(beingAsked(), [elsewhere("brought", "soep koken")]);
    expect(applyPassportEvents(after, outcome.claimEvents).claims).toEqual(after.claims);
  });

  test("what was still to be asked is not asked any more", () => {
    const card = ({ messages }: ReturnType<typeof interview>) => messages.findLast(({ asks }) => asks)?.card;
    expect(card(answered(beingAsked(), []).outcome)).toMatchObject({ type: "offer", offer: { evidence: { quote: "brood bakken" } } });
    expect(card(answered(beingAsked(), [elsewhere("brought", "brood bakken")]).outcome)?.type).not.toBe("offer");
  });

  test("the other way round too: a passport or CV brings nothing a second time that was said yes to here", () => {
    const player = beingAsked();
    player.say("ja");
    const incoming: Passport = { ...player.passport(), claims: [elsewhere("brought", "soep koken")] };
    const event: PassportEvent = { type: "passport_imported", at, passport: incoming };
    expect(applyPassportEvent(player.passport(), event).claims).toHaveLength(1);
  });

  test("own words stay apart: only their holder knows whether they are the same", () => {
    const own = (id: string): Claim => ({ ...someClaim(id), uri: null });
    const events = ["a", "b"].map((id): PassportEvent => ({ type: "claim_confirmed", at, claim: own(id) }));
    expect(applyPassportEvents(startInterview().passport(), events).claims).toHaveLength(2);
  });
});
