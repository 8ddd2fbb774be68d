import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { endorsed, type Endorsement } from "../../src/domain/endorsement.ts";
import type { Claim, Passport } from "../../src/domain/passport.ts";
import { passportJson } from "../../src/passport/passport-json.ts";
import { signEndorsement } from "../../src/review/endorsement-credential.ts";
import { runScript } from "../support/command-process.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { fullPassport, someClaim } from "../support/passport-samples.ts";
import { endorsingWith } from "../support/endorsing.ts";

const Line = z.strictObject({
  file: z.string(),
  verified: z.boolean(),
  issuer: z.string().nullable(),
  signedAt: z.string().nullable(),
  problems: z.array(z.string()),
});

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "skillsgesprek-verify-"));
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

/** One line comes out, whatever goes in. */
async function verify(file: string, ...options: string[]) {
  const { status, out, messages } = await runScript("src/cli/verify.ts", [file, ...options], { cwd });
  expect(out.trim().split("\n"), messages).toHaveLength(1);
  const line = Line.parse(JSON.parse(out));
  expect(line.file).toBe(file);
  expect(status === 0).toBe(line.verified);
  expect(line.problems.length === 0).toBe(line.verified);
  return { ...line, messages };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(cwd, name), content);
  return name;
}

const by = { name: "Els Test", role: "begeleider", organisation: "Werkhuis", relation: "begeleidt de eigenaar" };
const endorsing = endorsingWith(createMemoryStore());

async function endorsement(claim: Claim): Promise<Endorsement> {
  const id = "5f3c9d0e-1f6a-4a53-9a21-3f0c8d1b2a11";
  return signEndorsement(endorsing, { id, at: "2026-11-20T12:00:00.500Z", by, claim, claimId: claim.id });
}

function withClaim(claim: Claim): Passport {
  return { ...fullPassport(), claims: [someClaim("c0"), claim] };
}

describe("npm run verify", () => {
  test("R36: a badge that was exported verifies, and one with a word changed does not", async () => {
    const passport = await file("passport.json", passportJson(fullPassport()));
    const made = await runScript("src/cli/export.ts", ["--passport", passport, "--format", "open-badge", "--out", "badge.json"], { cwd });
    expect(made.status, made.messages).toBe(0);
    const whole = await verify("badge.json");
    expect(whole).toMatchObject({ verified: true, issuer: expect.stringMatching(/^did:key:z6Mk/), signedAt: expect.stringMatching(/^\d{4}-/) });
    expect(whole.messages).toContain("the key of this installation");
    expect(await verify("badge.json", "--issuer", whole.issuer ?? "")).toMatchObject({ verified: true });
    expect(await verify("badge.json", "--issuer", "did:key:z6MkOther")).toMatchObject({ verified: false });
    const { out } = await runScript("src/cli/verify.ts", [join(cwd, "badge.json")], { cwd: tmpdir(), env: { DATA_DIR: join(cwd, "elsewhere") } });
    expect(Line.parse(JSON.parse(out)).verified).toBe(true);
    const text = await readFile(join(cwd, "badge.json"), "utf8");
    expect(await verify(await file("changed.json", text.replace("vloeren vegen", "hersenchirurgie")))).toMatchObject({
      verified: false,
      problems: [expect.stringContaining("the signature does not fit")],
    });
  });

  test("R32, R36: every endorsement in a passport.json is checked, and that the passport shows what was signed", async () => {
    const claim = endorsed(someClaim("c1"), await endorsement(someClaim("c1")));
    const [given] = claim.endorsements;
    const { did } = await endorsing.keys.of("Werkhuis");
    const good = await verify(await file("good.json", passportJson(withClaim(claim))));
    expect(good).toMatchObject({ verified: true, issuer: did, signedAt: "2026-11-20T12:00:00Z" });
    expect(good.messages).toContain("does not know");
    const forged: Readonly<Record<string, readonly [Claim, RegExp]>> = {
      "another name": [{ ...claim, endorsements: [{ ...Object(given), by: { ...by, name: "De minister" } }] }, /another endorsement than was signed/],
      "another day": [{ ...claim, endorsements: [{ ...Object(given), at: "2020-01-01T00:00:00.000Z" }] }, /another endorsement than was signed/],
      "another skill": [{ ...claim, uri: "http://data.europa.eu/esco/skill/x" }, /was changed after/],
      "another level": [{ ...claim, level: { scheme: "plain", value: "i_teach_it" } }, /was changed after/],
      "of another claim": [{ ...claim, id: "c9" }, /another endorsement than was signed/],
      "none at all": [{ ...claim, endorsements: [] }, /no standing endorsement/],
      "forged in a double that was merged into it": [
        {
          ...someClaim("c5"),
          merged: [{ at: "2026-11-22T00:00:00.000Z", claim: { ...claim, endorsements: [{ ...Object(given), by: { ...by, role: "rechter" } }] } }],
        },
        /another endorsement than was signed/,
      ],
      unreadable: [{ ...claim, endorsements: ["x"] }, /cannot read/],
    };
    for (const [name, [each, problem]] of Object.entries(forged)) {
      const line = await verify(await file("forged.json", passportJson(withClaim(each))));
      expect(line.problems.join("; "), name).toMatch(problem);
      expect(line.problems.join("; "), name).toMatch(/^claims\[1\]/);
    }
    // A double from elsewhere that went into a claim that was there brings what was said of it.
    const double = {
      ...someClaim("c7"),
      uri: claim.uri,
      status: claim.status,
      endorsements: [given],
      merged: [{ at: "2026-11-22T00:00:00.000Z", claim }],
    };
    expect(await verify(await file("double.json", passportJson(withClaim(double))))).toMatchObject({ verified: true });
    const withdrawn = { ...Object(given), withdrawn: { at: "2026-11-21T00:00:00.000Z", because: "vergissing" } };
    const line = await verify(
      await file("withdrawn.json", passportJson(withClaim({ ...claim, status: "self_declared", endorsements: [withdrawn] }))),
    );
    expect([line.verified, line.messages.includes("1 of the endorsements were withdrawn")]).toEqual([true, true]);
    expect(await verify(await file("none.json", passportJson(fullPassport())))).toMatchObject({ problems: ["nothing in this passport is signed"] });
  });

  test("an endorsement by itself verifies", async () => {
    const { credential } = await endorsement(someClaim("c1"));
    expect(await verify(await file("one.json", JSON.stringify(credential)))).toMatchObject({ verified: true });
  });
});
