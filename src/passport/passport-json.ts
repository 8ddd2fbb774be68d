import { z } from "zod";
import { Passport } from "../domain/passport.ts";
import { PassportFileError } from "./errors.ts";

/** Where the format is described for others; written by `scripts/write-passport-schema.ts`. */
export function passportJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(Passport, { target: "draft-2020-12" });
  const title = "Skills passport of Skillsgesprek (passport.json, version 1)";
  return `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`;
}

/** passport.json, always the same text for the same passport: fields in the order of the format, keys of free values by alphabet,
 *  two spaces, a line end at the end. */
export function passportJson(passport: Passport): string {
  const ordered = Passport.parse(passport);
  const history = ordered.history.map((entry) => ({ ...entry, detail: sorted(entry.detail) }));
  const claims = ordered.claims.map((claim) => ({ ...claim, endorsements: claim.endorsements.map(sorted) }));
  return `${JSON.stringify({ ...ordered, claims, history }, null, 2)}\n`;
}

/** @throws {PassportFileError} names the place in the file and never what stands there */
export function parsePassportJson(text: string): Passport {
  const value = jsonOf(text);
  const format = z.object({ format: z.literal("skillsgesprek-passport"), version: z.number() }).safeParse(value);
  if (!format.success)
    throw new PassportFileError("passport_file_invalid", 'This is not a skills passport: "format" should be "skillsgesprek-passport"');
  if (format.data.version > 1) {
    throw new PassportFileError("passport_file_newer", `This passport is of version ${format.data.version}; this release reads version 1`);
  }
  const passport = Passport.safeParse(value);
  if (passport.success) return passport.data;
  const place = passport.error.issues[0]?.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("") ?? "";
  throw new PassportFileError(
    "passport_file_invalid",
    `This passport cannot be read: something is wrong at ${place.replace(/^\./, "") || "the top"}`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    // The parser's own message quotes the text.
    throw new PassportFileError("passport_file_invalid", "This is not a passport file: it is not JSON, or it was cut off");
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
