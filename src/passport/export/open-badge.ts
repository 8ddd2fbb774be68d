import { randomUUID } from "node:crypto";
import { endorsementsOf } from "../../domain/endorsement.ts";
import { type Language, localised } from "../../domain/language.ts";
import type { Claim } from "../../domain/passport.ts";
import type { CredentialSigner, Signatory } from "../../domain/signing.ts";
import { titleToShow } from "../../domain/told-lines.ts";
import { exportContent } from "./content.ts";
import { type ExportAsked, type Exporter, textFile } from "./exporter.ts";
import { handedOnWords, type SayExport } from "./handed-on-words.ts";

const contexts = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

/** Half a character would be another one after it was signed. */
function whole(text: string): string {
  return text.toWellFormed();
}

/** What can be said of a claim beside its name: what it is, who says so and since when, and what it means. */
function factsOf(claim: Claim, language: Language, say: SayExport): string {
  const { type, level, status, origin, meaning } = claim;
  const plain = level?.scheme === "plain" && ["with_help", "on_my_own", "i_teach_it"].includes(level.value);
  const levelWords = level === null ? "" : `${plain ? say(`level.${level.value}`) : level.value}.`;
  const facts = say("badge.facts", {
    type: say(`type.${type ?? "skill"}`),
    level: levelWords,
    status: say(`status.${status}`),
    date: origin.confirmedAt.slice(0, 10),
  });
  const endorsed = endorsementsOf(claim)
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ by, at }) => say("badge.endorsed_by", { name: by.name, role: by.role, organisation: by.organisation, date: at.slice(0, 10) }));
  const means = meaning === null ? "" : localised(meaning, language);
  return [facts.replace(/\s+/g, " "), ...endorsed, ...(means === "" ? [] : [say("badge.meaning", { text: means })])].join(" ");
}

/** A skill of the taxonomy. What kind of thing ESCO's concepts are has no word in Open Badges: `targetType` stays out. */
function alignment(claim: Claim & { readonly uri: string }, language: Language, say: SayExport): Record<string, unknown> {
  const { uri, label, taxonomy } = claim;
  return {
    type: ["Alignment"],
    targetName: whole(localised(label, language)),
    targetUrl: whole(uri),
    ...(taxonomy === null ? {} : { targetFramework: whole(`${taxonomy.name} ${taxonomy.version}`) }),
    targetDescription: whole(factsOf(claim, language, say)),
  };
}

function hasConcept(claim: Claim): claim is Claim & { readonly uri: string } {
  return claim.uri !== null;
}

/** One entry for each key: two that say the same would be one once they are signed. */
function firstOf<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();
}

/** An Open Badges 3.0 AchievementCredential (W3C Verifiable Credential 2.0) for the claims of the chosen view, before it is signed.
 *  Hidden skills, quotes, files and everything but skills stay out. Pure.
 *  @param ids UUIDs, new for each export, so that no two can be told to be of one holder */
export function openBadge(
  { passport, view, language, name, at }: ExportAsked,
  { did, name: issuerName, url }: Signatory,
  ids: { readonly credential: string; readonly subject: string; readonly achievement: string },
): Record<string, unknown> {
  const say = handedOnWords(language);
  const { claims } = exportContent(passport, view);
  const concepts = firstOf(claims.filter(hasConcept), ({ uri }) => uri);
  const own = [...new Set(claims.filter(({ uri }) => uri === null).map(({ label }) => whole(titleToShow(localised(label, language)))))].filter(
    Boolean,
  );
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
        ...(concepts.length > 0 ? { alignment: concepts.map((claim) => alignment(claim, language, say)) } : {}),
      },
    },
  };
}

/** One signed credential for the skills of the chosen view. */
export function createOpenBadgeExporter(signer: CredentialSigner): Exporter {
  return async (asked) => {
    const ids = { credential: randomUUID(), subject: randomUUID(), achievement: randomUUID() };
    const credential = await signer.sign(openBadge(asked, await signer.signatory(), ids), asked.at);
    return textFile(`${JSON.stringify(credential, null, 2)}\n`, "application/json", "json");
  };
}
