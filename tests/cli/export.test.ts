import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { passportJson } from "../../src/passport/passport-json.ts";
import { runScript } from "../support/command-process.ts";
import { endorsedClaim } from "../support/passport-on-paper.ts";
import { fullPassport, someClaim } from "../support/passport-samples.ts";
import { readPdf } from "../support/pdf-reader.ts";

let place = "";
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "skillsgesprek-export-test-"));
  writeFileSync(join(place, "passport.json"), passportJson(fullPassport()));
  writeFileSync(join(place, "cut-off.json"), passportJson(fullPassport()).slice(0, 400));
  writeFileSync(join(place, "later.json"), passportJson(fullPassport()).replace('"version": 1', '"version": 2'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const exported = (...args: readonly string[]) => runScript("src/cli/export.ts", args, { cwd: place });

describe("npm run export", () => {
  test("makes a PDF, in the language that was asked for and under the name", async () => {
    const asked = ["--lang", "en", "--view", "orienting", "--name", "Bram Visser"];
    const { status, out, messages } = await exported("--passport", "passport.json", "--format", "pdf", "--out", "bram.pdf", ...asked);
    expect({ status, messages }).toEqual({ status: 0, messages: "" });
    const bytes = readFileSync(join(place, "bram.pdf"));
    expect(JSON.parse(out)).toEqual({ file: "bram.pdf", format: "pdf", bytes: bytes.length });
    expect(await readPdf(bytes)).toMatchObject({ title: "Skills passport of Bram Visser", language: "en", isTagged: true, pages: 1 });
    expect(existsSync(join(place, ".data"))).toBe(false);
  });

  test("says on paper only what somebody signed: a file can be written by anybody", async () => {
    const boasted = { ...someClaim("c9"), label: { nl: "goud smeden", en: null }, status: "assessed" as const };
    writeFileSync(join(place, "boast.json"), passportJson({ ...fullPassport(), claims: [endorsedClaim("c1"), boasted] }));
    expect(await exported("--passport", "boast.json", "--format", "pdf", "--out", "boast.pdf")).toMatchObject({ status: 0 });
    const { text } = await readPdf(readFileSync(join(place, "boast.pdf")));
    expect(text).toContain("Goud smeden");
    expect(text).not.toMatch(/gevalideerd|Marja Koster|bevestigd/i);
  });

  test("gives the JSON that it was given", async () => {
    expect(await exported("--passport", "passport.json", "--format", "json", "--out", "again.json")).toMatchObject({ status: 0 });
    expect(readFileSync(join(place, "again.json"), "utf8")).toBe(passportJson(fullPassport()));
  });

  test.for([
    { what: "nothing", args: [], status: 2, says: "--passport, --format and --out are needed" },
    {
      what: "another format",
      args: ["--passport", "passport.json", "--format", "doc", "--out", "x"],
      status: 2,
      says: "--format must be one of pdf, json",
    },
    {
      what: "another view",
      args: ["--passport", "passport.json", "--format", "pdf", "--out", "x", "--view", "all"],
      status: 2,
      says: "--view must be",
    },
    {
      what: "another language",
      args: ["--passport", "passport.json", "--format", "pdf", "--out", "x", "--lang", "de"],
      status: 2,
      says: "--lang must be nl or en",
    },
    { what: "no file", args: ["--passport", "elsewhere.json", "--format", "pdf", "--out", "x"], status: 1, says: "elsewhere.json cannot be read" },
    {
      what: "a file cut off",
      args: ["--passport", "cut-off.json", "--format", "pdf", "--out", "x"],
      status: 1,
      says: "cut-off.json: This is not a passport file",
    },
    {
      what: "a later version",
      args: ["--passport", "later.json", "--format", "json", "--out", "x"],
      status: 1,
      says: "this release reads version 1",
    },
    {
      what: "nowhere to write",
      args: ["--passport", "passport.json", "--format", "json", "--out", "no/where/x"],
      status: 1,
      says: "no/where/x cannot be written",
    },
  ])("$what: one line, nothing written", async ({ args, status, says }) => {
    const before = readdirSync(place);
    const ended = await exported(...args);
    expect(ended).toMatchObject({ status, out: "", messages: expect.stringContaining(says) });
    expect(ended.messages.trim().split("\n")).toHaveLength(1);
    expect(readdirSync(place)).toEqual(before);
  });
});
