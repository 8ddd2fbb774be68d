import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createOpenBadgeExporter } from "../../src/passport/export/open-badge.ts";
import { checkFile, checkLimits } from "../../src/review/check-file.ts";
import { createFileChecks } from "../../src/review/check-thread.ts";
import { type ProblemCode, problemSentence } from "../../src/review/credential-problems.ts";
import { createInstallationSigner } from "../../src/review/installation-signer.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { fullPassport } from "../support/passport-samples.ts";

const nowMs = Date.parse("2026-11-26T10:00:00Z");
const signer = createInstallationSigner(createMemoryStore(), { name: "Testbedrijf", url: null });
const asked = { view: "applying", language: "nl", name: null, at: "2026-11-26T09:30:00.000Z" } as const;

async function badgeText(): Promise<string> {
  return new TextDecoder().decode((await createOpenBadgeExporter(signer)({ ...asked, passport: fullPassport() })).bytes);
}

const check = (text: string | Uint8Array) => checkFile(typeof text === "string" ? new TextEncoder().encode(text) : text, nowMs);

const network = vi.fn(() => Promise.reject(new TypeError("no network here")));
beforeEach(() => {
  network.mockClear();
  vi.stubGlobal("fetch", network);
});
afterEach(() => vi.unstubAllGlobals());

describe("a file that is no good gets one clear answer", () => {
  const badge = (change: (badge: Record<string, unknown>) => unknown) => async () =>
    JSON.stringify(change(JSON.parse(await badgeText()) as Record<string, unknown>));
  const cases: readonly (readonly [string, ProblemCode, string | Uint8Array | (() => Promise<string>)])[] = [
    ["nothing", "not_json", ""],
    ["a picture", "not_json", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["a web page", "not_json", "<!doctype html><script>alert(1)</script>"],
    ["cut off", "not_json", async () => (await badgeText()).slice(0, 900)],
    ["huge", "too_large", " ".repeat(checkLimits.maxBytes + 1)],
    ["deep", "too_deep", "[".repeat(200_000) + "]".repeat(200_000)],
    ["deep and cut off", "too_deep", '{"a":'.repeat(100_000)],
    ["a number", "not_signed_kind", "1"],
    ["null", "not_signed_kind", "null"],
    ["another kind of credential", "not_signed_kind", '{"type":["VerifiableCredential","DegreeCredential"]}'],
    ["a badge without anything", "unknown_context", '{"type":["VerifiableCredential","OpenBadgeCredential"]}'],
    [
      "a context elsewhere",
      "unknown_context",
      badge((each) => ({ ...each, "@context": ["https://www.w3.org/ns/credentials/v2", "http://169.254.169.254/latest"] })),
    ],
    [
      "a context of its own inside",
      "malformed",
      badge((each) => ({ ...each, issuer: { ...Object(each["issuer"]), "@context": "http://127.0.0.1/" } })),
    ],
    ["no issuer", "malformed", badge((each) => ({ ...each, issuer: undefined }))],
    ["not signed", "not_signed", badge((each) => ({ ...each, proof: undefined }))],
    ["signed otherwise", "unknown_suite", badge((each) => ({ ...each, proof: { ...Object(each["proof"])[0], cryptosuite: "ecdsa-rdfc-2019" } }))],
    ["a key on the web", "unknown_issuer", badge((each) => ({ ...each, issuer: { ...Object(each["issuer"]), id: "did:web:voorbeeld.test" } }))],
    ["a key that is none", "signature_broken", badge((each) => ({ ...each, issuer: { ...Object(each["issuer"]), id: "did:key:z6Mk" } }))],
    ["a field twice", "said_twice", async () => (await badgeText()).replace('"inLanguage": "nl"', '"inLanguage": "nl", "inLanguage": "nl"')],
    ["a passport that is none", "passport_unreadable", '{"format":"skillsgesprek-passport","version":1}'],
    ["prototype", "not_signed_kind", '{"__proto__":{"type":["VerifiableCredential","OpenBadgeCredential"]}}'],
  ];
  test.for(cases)("%s: %s", async ([, code, content]) => {
    const { verified, problems, says } = await check(typeof content === "function" ? await content() : content);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect([verified, says]).toEqual([false, null]);
    expect(problemSentence({ code, at: null })).not.toBe("");
    expect(network).not.toHaveBeenCalled();
  });

  test.for<[number, ProblemCode]>([
    [1_500, "signature_broken"],
    [9_000, "too_large"],
  ])("a graph of %i things that look alike is left within a moment", async ([length, code]) => {
    const nodes = Array.from({ length }, () => ({ type: ["Alignment"], targetName: "x", targetUrl: "urn:x" }));
    const text = await badge((each) => {
      const subject = Object(each["credentialSubject"]) as { achievement: object };
      return { ...each, credentialSubject: { ...subject, achievement: { ...subject.achievement, alignment: nodes } } };
    })();
    expect((await check(text)).problems).toEqual([{ code, at: null }]);
  });
});

test("a good file says what stands in it, whose key signed, and when", async () => {
  const { kind, verified, issuers, signedAt, says } = await check(`\uFEFF${await badgeText()}`);
  expect({ kind, verified, signedAt }).toEqual({ kind: "badge", verified: true, signedAt: "2026-11-26T09:30:00Z" });
  expect(issuers).toEqual([{ did: (await signer.signatory()).did, name: "Testbedrijf" }]);
  expect(says).toMatchObject({ kind: "badge", name: null, skills: [{ name: "vloeren vegen", framework: "starter 1" }] });
});

describe("in a thread of its own", () => {
  test("a file is checked as it is here", async () => {
    const text = await badgeText();
    const bytes = new TextEncoder().encode(text);
    expect(await createFileChecks().check(bytes, nowMs)).toEqual(await check(text));
  });

  test("what takes too long is left, and others wait their turn", async () => {
    const checks = createFileChecks({ atOnce: 1, maxMs: 1, maxMemoryMb: 64 });
    const bytes = new TextEncoder().encode(await badgeText());
    const [first, second] = await Promise.allSettled([checks.check(bytes, nowMs), checks.check(bytes, nowMs)]);
    expect(first).toMatchObject({ value: { verified: false, problems: [{ code: "too_large" }] } });
    expect(second).toMatchObject({ reason: { code: "request_too_many" } });
  });
});
