import { randomUUID } from "node:crypto";
import { type Language, localised } from "../../domain/language.ts";
import { ownStatus } from "../../domain/ladder.ts";
import type { Claim } from "../../domain/passport.ts";
import type { CredentialSigner, Signatory, StandingEndorsement } from "../../domain/signing.ts";
import { chosenLabel, languageName } from "../../domain/other-languages.ts";
import { titleToShow } from "../../domain/told-lines.ts";
import { exportContent } from "./content.ts";
import { type ExportAsked, type Exporter, textFile } from "./exporter.ts";
import { handedOnWords, levelWords, type SayExport } from "./handed-on-words.ts";

const contexts = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

/** Half a character would be another one after it was signed. */
function whole(text: string): string {
  return text.toWellFormed();
}

/** A claim, and who stands for it by a signature that is whole. */
interface StandingClaim {
  readonly claim: Claim;
  readonly endorsements: readonly StandingEndorsement[];
}

interface Speech {
  readonly language: Language;
  readonly labelLanguage: string | undefined;
  readonly say: SayExport;
}

/** What can be said of a claim beside its name: what it is, who says so and when it was confirmed, and what it means. No more than a signature
 *  that goes along stands for: "assessed" without one is the holder's own word. */
function factsOf({ claim, endorsements }: StandingClaim, { language, labelLanguage, say }: Speech): string {
  const { type, origin, meaning } = claim;
  const level = levelWords(claim, say);
  const means = meaning === null ? "" : localised(meaning, language);
  const other = chosenLabel(claim, labelLanguage);
  return [
    `${say(`type.${type ?? "skill"}`)}.`,
    ...(level === null ? [] : [`${level}.`]),
    say(`status.${ownStatus(claim)}`, { date: origin.confirmedAt.slice(0, 10) }),
    ...endorsements.map(({ endorsement: { by, at }, isKnown }) => {
      const { name, role, organisation } = by;
      return say(isKnown ? "badge.endorsed_by" : "badge.endorsed_by_unknown", { name, role, organisation, date: at.slice(0, 10) });
    }),
    ...(means === "" ? [] : [say("badge.meaning", { text: means })]),
    ...(other === null ? [] : [`${languageName(other.lang, language)}: ${other.text}`]),
  ].join(" ");
}

/** A skill of the taxonomy. What kind of thing ESCO's concepts are has no word in Open Badges: `targetType` stays out. */
function alignment(standing: StandingClaim, speech: Speech): Record<string, unknown> {
  const { uri, label, taxonomy } = standing.claim;
  return {
    type: ["Alignment"],
    targetName: whole(localised(label, speech.language)),
    targetUrl: whole(uri ?? ""),
    ...(taxonomy === null ? {} : { targetFramework: whole(`${taxonomy.name} ${taxonomy.version}`) }),
    targetDescription: whole(factsOf(standing, speech)),
  };
}

/** One entry for each key: two that say the same would be one once they are signed. */
function firstOf<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();
}

/** The claims that go along: those of the view, each concept once. */
function claimsOf({ passport, view }: ExportAsked): readonly Claim[] {
  return firstOf(exportContent(passport, view).claims, ({ uri, id }) => uri ?? id);
}

/** An Open Badges 3.0 AchievementCredential (W3C Verifiable Credential 2.0) for the claims of the chosen view, before it is signed.
 *  Hidden skills, quotes, files and everything but skills stay out; what others signed goes along as they signed it. Pure.
 *  @param ids UUIDs, new for each export, so that no two can be told to be of one holder */
function openBadge(
  { passport, language, name, at }: ExportAsked,
  standing: readonly StandingClaim[],
  { did, name: issuerName, url }: Signatory,
  ids: { readonly credential: string; readonly subject: string; readonly achievement: string },
): Record<string, unknown> {
  const say = handedOnWords(language);
  const speech = { language, labelLanguage: passport.labelLanguage, say };
  const concepts = standing.filter(({ claim }) => claim.uri !== null);
  const own = [
    ...new Set(standing.flatMap(({ claim: { uri, label } }) => (uri === null ? [whole(titleToShow(localised(label, language)))] : []))),
  ].filter(Boolean);
  const endorsements = standing.flatMap((each) => each.endorsements);
  return {
    "@context": contexts,
    id: `urn:uuid:${ids.credential}`,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: say("badge.name"),
    issuer: { id: did, type: ["Profile"], name: whole(issuerName), ...(url === null ? {} : { url }) },
    validFrom: `${at.slice(0, 19)}Z`,
    credentialSubject: {
      id: `urn:uuid:${ids.subject}`,
      type: ["AchievementSubject"],
      ...(name === null ? {} : { identifier: [{ type: "IdentityObject", identityType: "name", hashed: false, identityHash: whole(name) }] }),
      achievement: {
        id: `urn:uuid:${ids.achievement}`,
        type: ["Achievement"],
        name: say("badge.name"),
        description: say("badge.description", { count: concepts.length + own.length }),
        inLanguage: language,
        criteria: { narrative: own.length > 0 ? `${say("badge.criteria")} ${say("badge.own")}` : say("badge.criteria") },
        ...(own.length > 0 ? { tag: own } : {}),
        ...(concepts.length > 0 ? { alignment: concepts.map((each) => alignment(each, speech)) } : {}),
      },
    },
    ...(endorsements.length > 0 ? { endorsement: endorsements.map(({ endorsement }) => withProofs(endorsement.credential)) } : {}),
  };
}

/** The schema of Open Badges has a list of proofs, where others have one; to whoever checks it is the same. */
function withProofs(credential: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { proof } = credential;
  return proof === undefined || Array.isArray(proof) ? credential : { ...credential, proof: [proof] };
}

/** One signed credential for the skills of the chosen view. */
export function createOpenBadgeExporter(signer: CredentialSigner): Exporter {
  return async (asked) => {
    const ids = { credential: randomUUID(), subject: randomUUID(), achievement: randomUUID() };
    const claims = claimsOf(asked);
    const endorsements = await signer.standing(claims);
    const standing = claims.map((claim, index) => ({ claim, endorsements: endorsements[index] ?? [] }));
    const credential = await signer.sign(openBadge(asked, standing, await signer.signatory(), ids), asked.at);
    return textFile(`${JSON.stringify(withProofs(credential), null, 2)}\n`, "application/json", "json");
  };
}
