import { z } from "zod";
import { isSignatureWhole } from "./credential-proof.ts";
import type { CredentialProblem, ProblemCode } from "./credential-problems.ts";
import { credentialsContext, openBadgesContext } from "./offline-documents.ts";

/** Clocks differ. */
const skewMs = 5 * 60_000;
/** A badge of many skills with what others said of them; more makes checking slow. */
const mostCharacters = 600_000;
/** Things that look alike take the square of their number to tell apart: a second for 2,000, a quarter of a minute for 9,000. */
const mostObjects = 4_000;

const Text = z.string();
const Types = (name: string) => z.array(Text).refine((types) => types.includes("VerifiableCredential") && types.includes(name));
const Issuing = z.looseObject({ id: Text, type: z.array(Text), name: Text.optional() });
const Proof = z.looseObject({
  type: z.literal("DataIntegrityProof"),
  cryptosuite: z.literal("eddsa-rdfc-2022"),
  proofPurpose: z.literal("assertionMethod"),
  verificationMethod: Text,
  created: z.iso.datetime(),
  proofValue: Text,
});
/** One, whether it stands in a list or not. */
const OneProof = Proof.or(z.tuple([Proof]).transform(([proof]) => proof));
const Shared = z.looseObject({
  "@context": z.array(Text),
  id: Text,
  issuer: Issuing,
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime().optional(),
  proof: z.unknown().optional(),
});
const EndorsementShape = Shared.extend({
  type: Types("EndorsementCredential"),
  name: Text,
  description: Text.optional(),
  credentialSubject: z.looseObject({ id: Text, endorsementComment: Text }),
  endorsement: z.never().optional(),
});
const Alignment = z.looseObject({
  targetName: Text,
  targetUrl: Text,
  targetFramework: Text.optional(),
  targetDescription: Text.optional(),
});
const BadgeShape = Shared.extend({
  type: Types("OpenBadgeCredential").or(Types("AchievementCredential")),
  credentialSubject: z.looseObject({
    id: Text.optional(),
    identifier: z.array(z.looseObject({ identityType: Text, hashed: z.boolean(), identityHash: Text })).optional(),
    achievement: z.looseObject({
      name: Text,
      description: Text,
      criteria: z.looseObject({ narrative: Text.optional() }),
      tag: z.array(Text).optional(),
      alignment: z.array(Alignment).optional(),
    }),
  }),
  endorsement: z.array(z.unknown()).optional(),
});

/** A skill that a badge names. */
export interface BadgeSkill {
  readonly name: string;
  /** URI in the taxonomy; null: in the holder's own words. */
  readonly uri: string | null;
  readonly framework: string | null;
  /** Level, who says so, when it was confirmed, and what it means, as the issuer wrote it. */
  readonly description: string | null;
}

/** What stands in a signed thing. All of it is somebody's word, and shown as text only. */
export type Says =
  | { readonly kind: "badge"; readonly name: string | null; readonly criteria: string | null; readonly skills: readonly BadgeSkill[] }
  | { readonly kind: "endorsement"; readonly comment: string };

export interface Issuer {
  readonly did: string;
  /** What it calls itself: the signature vouches for the DID alone. */
  readonly name: string | null;
}

export interface CheckedCredential {
  /** Empty: the signature is whole, and it is what it says it is. */
  readonly problems: readonly CredentialProblem[];
  /** null where that could not be read. */
  readonly issuer: Issuer | null;
  /** ISO 8601 */
  readonly signedAt: string | null;
  readonly says: Says | null;
  /** Whose endorsements stand whole in it. */
  readonly endorsers: readonly Issuer[];
}

/** True where a field has a name that JSON-LD itself understands, or a whole address for a name: with such names two texts can be one
 *  signed graph, and what is read is not what was signed. */
function hasAlias(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasAlias);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, each]) => key.startsWith("@") || key.includes(":") || key === "__proto__" || hasAlias(each));
}

function objectsIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + objectsIn(each), Array.isArray(value) ? 0 : 1);
}

function typesIn(value: unknown): readonly string[] {
  return z.looseObject({ type: z.array(Text) }).safeParse(value).data?.type ?? [];
}

/** Whether this value is one of the kinds that are checked here. */
function isCredentialOfOurKind(value: unknown): boolean {
  return typesIn(value).some((type) => ["OpenBadgeCredential", "AchievementCredential", "EndorsementCredential"].includes(type));
}

function badgeSays({ credentialSubject: { identifier = [], achievement } }: z.infer<typeof BadgeShape>): Says {
  const skills = (achievement.alignment ?? []).map(({ targetName, targetUrl, targetFramework, targetDescription }) => ({
    name: targetName,
    uri: targetUrl,
    framework: targetFramework ?? null,
    description: targetDescription ?? null,
  }));
  const own = (achievement.tag ?? []).map((name) => ({ name, uri: null, framework: null, description: null }));
  const named = identifier.find(({ identityType, hashed }) => identityType === "name" && !hashed);
  return { kind: "badge", name: named?.identityHash ?? null, criteria: achievement.criteria.narrative ?? null, skills: [...skills, ...own] };
}

/** What is to be checked, read as its kind has it. */
interface Read {
  readonly shape: z.infer<typeof Shared>;
  readonly proof: z.infer<typeof Proof>;
  readonly says: Says;
  /** Credentials of others that stand whole in it. */
  readonly inner: readonly unknown[];
}

function readShape(value: unknown): Pick<Read, "shape" | "says" | "inner"> | null {
  if (typesIn(value).includes("EndorsementCredential")) {
    const { data } = EndorsementShape.safeParse(value);
    return data ? { shape: data, says: { kind: "endorsement", comment: data.credentialSubject.endorsementComment }, inner: [] } : null;
  }
  const { data } = BadgeShape.safeParse(value);
  return data ? { shape: data, says: badgeSays(data), inner: data.endorsement ?? [] } : null;
}

/** What there is against it before anybody looks at the signature, or what stands in it. */
function read(value: unknown, nowMs: number): ProblemCode | Read {
  if (!isCredentialOfOurKind(value)) return "not_signed_kind";
  if (JSON.stringify(value).length > mostCharacters || objectsIn(value) > mostObjects) return "too_large";
  const { "@context": contexts, endorsement: _, ...fields } = z.looseObject({ "@context": z.unknown().optional() }).parse(value);
  if (JSON.stringify(contexts) !== JSON.stringify([credentialsContext, openBadgesContext])) return "unknown_context";
  const found = hasAlias(fields) ? null : readShape(value);
  if (!found) return "malformed";
  const { issuer, validFrom, validUntil, proof: signed } = found.shape;
  if (signed === undefined) return "not_signed";
  const proof = OneProof.safeParse(signed);
  if (!proof.success) return "unknown_suite";
  if (!issuer.id.startsWith("did:key:z6Mk")) return "unknown_issuer";
  if (Math.max(Date.parse(validFrom), Date.parse(proof.data.created)) > nowMs + skewMs) return "not_yet_valid";
  if (validUntil !== undefined && Date.parse(validUntil) < nowMs - skewMs) return "expired";
  return { ...found, proof: proof.data };
}

async function isWhole(value: unknown, at: Date): Promise<boolean> {
  try {
    return await isSignatureWhole(value, at);
  } catch {
    // Whatever the libraries stumble over was not signed with them.
    return false;
  }
}

/** Checks one badge or endorsement, without the network and without trusting anybody: a did:key holds its own key.
 *  Pure but for its cost. @param nowMs epoch milliseconds */
export async function checkCredential(value: unknown, nowMs: number): Promise<CheckedCredential> {
  const nothing = { issuer: null, signedAt: null, says: null, endorsers: [] };
  const found = read(value, nowMs);
  if (typeof found === "string") return { ...nothing, problems: [{ code: found, at: null }] };
  const { shape, proof, says, inner } = found;
  // `validFrom` and `validUntil` were looked at before, where they have a name of their own.
  if (!(await isWhole(value, new Date(shape.validFrom)))) return { ...nothing, problems: [{ code: "signature_broken", at: null }] };
  const problems: CredentialProblem[] = [];
  const endorsers: Issuer[] = [];
  for (const [index, each] of inner.entries()) {
    const isEndorsement = typesIn(each).includes("EndorsementCredential");
    const checked = isEndorsement ? await checkCredential(each, nowMs) : null;
    const [problem] = checked ? checked.problems : [{ code: "malformed" as const }];
    if (problem) problems.push({ code: problem.code, at: `endorsement[${index}]` });
    else if (checked?.issuer) endorsers.push(checked.issuer);
  }
  return { problems, issuer: { did: shape.issuer.id, name: shape.issuer.name ?? null }, signedAt: proof.created, says, endorsers };
}
