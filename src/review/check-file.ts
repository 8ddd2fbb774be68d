import { z } from "zod";
import { Endorsement } from "../domain/endorsement.ts";
import { jsonShape } from "../domain/json-shape.ts";
import { type Claim, Passport } from "../domain/passport.ts";
import { checkCredential, type Issuer, type Says } from "./check-credential.ts";
import type { CredentialProblem, ProblemCode } from "./credential-problems.ts";
import { checkEndorsement } from "./signed-endorsements.ts";

export type { Issuer };

export const checkLimits = { maxBytes: 4 * 1024 * 1024, maxDepth: 40, maxEndorsements: 1000 } as const;

/** Whose key it is, as far as an installation knows by itself: its own, that of an organisation whose counsellors sign in there, or
 *  anybody's. */
export type KnownAs = "installation" | "organisation" | "unknown";

/** What became of checking a file. */
export interface CheckedFile {
  readonly kind: "badge" | "endorsement" | "passport" | null;
  /** True: at least one signature, and all of them whole. */
  readonly verified: boolean;
  /** Whose signatures are whole, each once. */
  readonly issuers: readonly Issuer[];
  /** Whose endorsements stand whole in a badge, each once. */
  readonly endorsers: readonly Issuer[];
  /** When: the latest of `issuers`, ISO 8601. */
  readonly signedAt: string | null;
  readonly problems: readonly CredentialProblem[];
  /** What stands in it; null for a passport, and where it did not verify. */
  readonly says: Says | null;
  /** How many endorsements of a passport were withdrawn: they are whole, and stand for nothing. */
  readonly withdrawn: number;
}

/** A file of which nothing was checked. */
export function unread(code: ProblemCode): CheckedFile {
  return { kind: null, verified: false, issuers: [], endorsers: [], signedAt: null, problems: [{ code, at: null }], says: null, withdrawn: 0 };
}

function keysIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + keysIn(each), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + 1 + keysIn(each), 0);
}

function eachOnce(issuers: readonly (Issuer | null)[]): readonly Issuer[] {
  return [...new Map(issuers.flatMap((each) => (each ? [[`${each.did} ${each.name ?? ""}`, each] as const] : []))).values()];
}

function latest(instants: readonly (string | null)[]): string | null {
  return (
    instants
      .flatMap((each) => each ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

async function checkClaim(claim: Claim, at: string, nowMs: number) {
  const checked = [];
  const withdrawn: string[] = [];
  let standing = 0;
  for (const [index, written] of claim.endorsements.entries()) {
    const place = `${at}.endorsements[${index}]`;
    const { data: endorsement } = Endorsement.safeParse(written);
    if (!endorsement) {
      checked.push({ problem: "endorsement_unreadable" as const, issuer: null, signedAt: null, at: place });
      continue;
    }
    if (endorsement.withdrawn === null) standing += 1;
    else withdrawn.push(endorsement.id);
    checked.push({ ...(await checkEndorsement(endorsement, claim, nowMs)), at: place });
  }
  const lacks = claim.status === "endorsed" && standing === 0;
  return { checked: lacks ? [...checked, { problem: "endorsed_without" as const, issuer: null, signedAt: null, at }] : checked, withdrawn };
}

/** Every claim, and where it stands in the file; doubles that were merged into it too, with what was said of them. */
export function claimsIn({ claims }: Passport): readonly { readonly claim: Claim; readonly at: string }[] {
  return claims.flatMap((claim, index) => [
    { claim, at: `claims[${index}]` },
    ...(claim.merged ?? []).map((each, place) => ({ claim: each.claim, at: `claims[${index}].merged[${place}].claim` })),
  ]);
}

/** Everything in a passport that somebody signed. What the holder says of themselves is signed by nobody. */
async function checkPassport(value: unknown, nowMs: number): Promise<CheckedFile> {
  const { data: passport } = Passport.safeParse(value);
  if (!passport) return { ...unread("passport_unreadable"), kind: "passport" };
  const claims = claimsIn(passport);
  if (claims.reduce((sum, { claim }) => sum + claim.endorsements.length, 0) > checkLimits.maxEndorsements)
    return { ...unread("too_large"), kind: "passport" };
  const all = [];
  const withdrawn = new Set<string>();
  for (const { claim, at } of claims) {
    const each = await checkClaim(claim, at, nowMs);
    all.push(...each.checked);
    for (const id of each.withdrawn) withdrawn.add(id);
  }
  const problems = all.flatMap(({ problem, at }): CredentialProblem[] => (problem === null ? [] : [{ code: problem, at }]));
  if (all.length === 0) problems.push({ code: "nothing_signed", at: null });
  const whole = all.filter(({ problem }) => problem === null);
  return {
    kind: "passport",
    verified: problems.length === 0,
    issuers: eachOnce(whole.map(({ issuer }) => issuer)),
    endorsers: [],
    signedAt: latest(whole.map(({ signedAt }) => signedAt)),
    problems,
    says: null,
    withdrawn: withdrawn.size,
  };
}

function parsed(text: string): { readonly value: unknown } | ProblemCode {
  const shape = jsonShape(text);
  if (shape.depth > checkLimits.maxDepth) return "too_deep";
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return "not_json";
  }
  return keysIn(value) === shape.keys ? { value } : "said_twice";
}

/** Checks a badge, an endorsement, or all endorsements of a passport.json. Reaches for no network, trusts nobody, keeps nothing.
 *  Whatever comes in, an answer comes out. @param bytes UTF-8  @param nowMs epoch milliseconds */
export async function checkFile(bytes: Uint8Array, nowMs: number): Promise<CheckedFile> {
  if (bytes.length > checkLimits.maxBytes) return unread("too_large");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return unread("not_json");
  }
  const read = parsed(text);
  if (typeof read === "string") return unread(read);
  const { value } = read;
  if (z.looseObject({ format: z.literal("skillsgesprek-passport") }).safeParse(value).success) return checkPassport(value, nowMs);
  const { problems, issuer, signedAt, says, endorsers } = await checkCredential(value, nowMs);
  const verified = problems.length === 0;
  return {
    kind: says?.kind ?? null,
    verified,
    issuers: eachOnce([issuer]),
    endorsers: eachOnce(endorsers),
    signedAt,
    problems,
    says: verified ? says : null,
    withdrawn: 0,
  };
}
