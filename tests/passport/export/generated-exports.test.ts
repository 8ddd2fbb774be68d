import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { takenIn } from "../../../src/domain/importing.ts";
import { ownStatus } from "../../../src/domain/ladder.ts";
import type { Passport } from "../../../src/domain/passport.ts";
import { ExportView } from "../../../src/passport/export/exporter.ts";
import { acceptedPassport } from "../../../src/passport/import/accepted-passport.ts";
import { passportJson } from "../../../src/passport/passport-json.ts";
import { anyPassport } from "../../support/generated-passports.ts";
import { onPaper } from "../../support/passport-on-paper.ts";
import { noPassport } from "../../support/passport-samples.ts";
import { readPdf } from "../../support/pdf-reader.ts";

const at = "2026-11-26T09:30:00.000Z";
const schema: object = JSON.parse(readFileSync(new URL("../../../docs/passport.schema.json", import.meta.url), "utf8"));
const isValid = new Ajv2020({ strict: false }).compile(schema);
const everything = { keepWords: (text: string) => ({ kept: text, leftOut: [] }), genuineIn: async () => () => true };
const withHistory = (passport: Passport): Passport => ({
  ...passport,
  history: passport.claims.map(({ id, uri }) => ({ at, event: "claim_confirmed", subject: id, detail: { uri } })),
});
const passports = anyPassport(200).map(withHistory);

describe("any passport, of 0 to 200 skills in every script", () => {
  test("R36: as JSON is valid by the published schema", () => {
    fc.assert(
      fc.property(passports, (passport) => {
        expect(isValid(JSON.parse(passportJson(passport))), JSON.stringify(isValid.errors)).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(isValid({ ...noPassport(), claims: [{}] })).toBe(false);
  });

  test("R36: exported, imported elsewhere and exported again is the same; a second time changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(passports, async (passport) => {
        // Nothing in a file can show that somebody assessed a skill.
        const shown = { ...passport, claims: passport.claims.map((claim) => ({ ...claim, status: ownStatus(claim) })) };
        const { passport: incoming } = await acceptedPassport(new TextEncoder().encode(passportJson(shown)), everything);
        const there = takenIn(noPassport(), incoming, at).passport;
        expect(passportJson(there)).toBe(passportJson(shown));
        expect(takenIn(there, incoming, "2027-01-01T00:00:00.000Z").passport).toBe(there);
      }),
      { numRuns: 60 },
    );
  });

  test("R36: two passports become one in which nothing stands twice and nothing is lost", () => {
    fc.assert(
      fc.property(anyPassport(40), anyPassport(40), (one, other) => {
        const renamed = { ...other, claims: other.claims.map((claim) => ({ ...claim, id: `x-${claim.id}` })) };
        const { passport, counts } = takenIn(one, renamed, at);
        expect(passport.claims.slice(0, one.claims.length).map(({ id }) => id)).toEqual(one.claims.map(({ id }) => id));
        expect(passport.claims).toHaveLength(one.claims.length + counts.claims.added);
        const held = passport.claims.flatMap(({ id, merged = [] }) => [id, ...merged.map(({ claim }) => claim.id)]);
        for (const { id } of renamed.claims) expect(held).toContain(id);
        expect(new Set(held).size).toBe(held.length);
      }),
      { numRuns: 60 },
    );
  });

  test("R14: as a PDF has at most 4 pages, a title, tags and its language", async () => {
    await fc.assert(
      fc.asyncProperty(
        passports,
        fc.constantFrom(...ExportView.options),
        fc.constantFrom("nl" as const, "en" as const),
        fc.option(fc.constantFrom("Şule Çağlayan", "مريم الحسن", "李娜 😀", "#strong[Bram]", "\uD800\u0000"), { nil: null }),
        async (passport, view, language, name) => {
          const pdf = await readPdf(onPaper(passport, { view, language, name }));
          expect(pdf.pages).toBeLessThanOrEqual(4);
          expect(pdf.title).toContain(language === "nl" ? "Skillspaspoort" : "Skills passport");
          expect(pdf.language).toBe(language);
          expect(pdf.isTagged).toBe(true);
          expect(pdf.roles.filter((role) => role === "H1")).toHaveLength(1);
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  });
});
