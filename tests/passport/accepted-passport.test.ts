import { describe, expect, test } from "vitest";
import type { Passport } from "../../src/domain/passport.ts";
import { keptWords } from "../../src/composition/kept-words.ts";
import { acceptedPassport } from "../../src/passport/import/accepted-passport.ts";
import { passportJson } from "../../src/passport/passport-json.ts";
import { fullPassport, noPassport } from "../support/passport-samples.ts";

const accepted = (passport: Passport) =>
  acceptedPassport(Buffer.from(passportJson(passport)), { keepWords: keptWords, genuineIn: async () => () => false });

describe("what comes in with a passport from elsewhere", () => {
  test("is all of it where everything may be kept", async () => {
    const { offers, history } = fullPassport();
    expect((await accepted(fullPassport())).passport).toMatchObject({ offers, history });
  });

  test("holds nothing that may not be kept, in no offer and in no line of history either", async () => {
    const number = "mijn bsn is 111222333";
    const [offer] = fullPassport().offers;
    if (!offer) throw new Error("the sample has an offer");
    const offers = [
      { ...offer, id: "o1", evidence: { ...offer.evidence, quote: number } },
      { ...offer, id: "o2", concept: null, ownLabel: number },
    ];
    const line = { at: "2026-11-24T10:00:00.000Z", event: "claim_confirmed", subject: "c1" };
    const history = [
      { ...line, detail: { label: { nl: number, en: null }, uri: null } },
      { ...line, event: "experience_set", detail: { title: number } },
      { ...line, event: "claim_adjusted", detail: { from: { label: { nl: number, en: null }, uri: null }, to: {} } },
    ];
    const { passport, left } = await accepted({ ...noPassport(), offers, history });
    expect(JSON.stringify(passport)).not.toContain("111222333");
    expect([passport.offers, passport.history.map(({ detail }) => detail), left.words]).toEqual([[], [null, null, null], 5]);
  });
});
