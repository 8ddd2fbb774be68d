import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parsePassportJson, passportJson, passportJsonSchema } from "../../src/passport/passport-json.ts";
import { fullPassport, noPassport } from "../support/passport-samples.ts";

function errorOf(text: string): unknown {
  try {
    return parsePassportJson(text);
  } catch (error) {
    return error;
  }
}

describe("passport.json", () => {
  test("holds exactly the fields of the format, in its order", () => {
    const keys = (value: unknown) => Object.keys(value as object);
    const written = JSON.parse(passportJson(fullPassport())) as ReturnType<typeof fullPassport>;
    expect(keys(written)).toEqual([
      "format",
      "version",
      "language",
      "taxonomy",
      "who",
      "wants",
      "experiences",
      "credentials",
      "claims",
      "offers",
      "skipped",
      "consents",
      "history",
    ]);
    expect(keys(written.who[0])).toEqual(["id", "text"]);
    expect(keys(written.wants[0])).toEqual(["id", "kind", "text", "occupationUri"]);
    expect(keys(written.experiences[0])).toEqual(["id", "area", "title", "organisation", "start", "end", "summary", "noSkills"]);
    expect(keys(written.credentials[0])).toEqual(["id", "title", "institution", "date", "level", "finished"]);
    expect(keys(written.claims[0])).toEqual([
      "id",
      "uri",
      "label",
      "type",
      "taxonomy",
      "meaning",
      "group",
      "level",
      "discovered",
      "hidden",
      "status",
      "evidence",
      "origin",
      "endorsements",
    ]);
    expect(keys(written.claims[0]?.evidence[0])).toEqual(["quote", "about", "experienceId"]);
    expect(keys(written.claims[0]?.origin).toSorted()).toEqual(["channel", "confirmedAt", "extractor", "model", "promptHash"]);
  });

  test.for([
    ["empty", noPassport()],
    ["full", fullPassport()],
  ] as const)("%s: what is written is read back", ([, passport]) => {
    expect(parsePassportJson(passportJson(passport))).toEqual(passport);
  });

  test("is the same text however the fields came", () => {
    const passport = fullPassport();
    const turned = Object.fromEntries(
      Object.entries({ ...passport, history: passport.history.map((each) => ({ ...each, detail: { label: "x", uri: null } })) }).toReversed(),
    );
    expect(passportJson(turned as unknown as typeof passport)).toBe(passportJson(passport));
  });

  test("leaves out what the format does not know", () => {
    const passport = { ...fullPassport(), holderId: "geheim" };
    expect(passportJson(passport)).toBe(passportJson(fullPassport()));
  });

  test("with a byte order mark is read", () => {
    expect(parsePassportJson(`\uFEFF${passportJson(noPassport())}`)).toEqual(noPassport());
  });

  test.for([
    { what: "no JSON", text: "Zwaluwstaart", code: "passport_file_invalid", says: /not JSON/ },
    { what: "cut off", text: passportJson(fullPassport()).slice(0, 300), code: "passport_file_invalid", says: /cut off/ },
    { what: "another format", text: '{"format":"Zwaluwstaart","version":1}', code: "passport_file_invalid", says: /format/ },
    { what: "a list", text: "[]", code: "passport_file_invalid", says: /format/ },
    {
      what: "a later version",
      text: passportJson(fullPassport()).replace('"version": 1', '"version": 2'),
      code: "passport_file_newer",
      says: /version 2/,
    },
    {
      what: "a wrong value",
      text: passportJson(fullPassport()).replace('"self_declared"', '"Zwaluwstaart"'),
      code: "passport_file_invalid",
      says: /claims\[0\]\.status/,
    },
    {
      what: "a missing field",
      text: passportJson(fullPassport()).replace('"noSkills": false', '"other": 1'),
      code: "passport_file_invalid",
      says: /experiences\[0\]\.noSkills/,
    },
  ])("$what is refused by place, without quoting it", ({ text, code, says }) => {
    const error = errorOf(text);
    expect(error).toMatchObject({ code, message: expect.stringMatching(says) });
    expect(String(error)).not.toContain("Zwaluwstaart");
  });

  test("its published schema is up to date (else: run scripts/write-passport-schema.ts)", () => {
    expect(readFileSync(new URL("../../docs/passport.schema.json", import.meta.url), "utf8")).toBe(passportJsonSchema());
  });

  test("its published schema knows every field that is written, and requires it", () => {
    const schema = JSON.parse(passportJsonSchema()) as { required: string[]; properties: Record<string, unknown>; additionalProperties: unknown };
    const written = Object.keys(fullPassport()).toSorted();
    // Added since the first version: absent where nothing was chosen.
    const optional = ["labelLanguage"];
    expect(schema.required.toSorted()).toEqual(written);
    expect(Object.keys(schema.properties).toSorted()).toEqual([...written, ...optional].toSorted());
    expect(schema.additionalProperties).toBe(false);
  });
});
