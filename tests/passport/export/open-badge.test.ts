import { existsSync, readFileSync } from "node:fs";
import { verifyCredential } from "@digitalcredentials/verifier-core";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { endorsed } from "../../../src/domain/endorsement.ts";
import type { Claim, Passport } from "../../../src/domain/passport.ts";
import { ExportView, type ExportAsked } from "../../../src/passport/export/exporter.ts";
import { createOpenBadgeExporter } from "../../../src/passport/export/open-badge.ts";
import { checkCredential } from "../../../src/review/check-credential.ts";
import { signEndorsement } from "../../../src/review/endorsement-credential.ts";
import { createInstallationSigner, installationDid } from "../../../src/review/installation-signer.ts";
import { createOrganisationKeys } from "../../../src/review/organisation-keys.ts";
import { anyPassport } from "../../support/generated-passports.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { fullPassport, someClaim } from "../../support/passport-samples.ts";
import { endorsingWith } from "../../support/endorsing.ts";

const at = "2026-11-26T09:30:00.000Z";
const nowMs = Date.parse("2026-11-26T10:00:00Z");
const store = createMemoryStore();
const signer = createInstallationSigner(store, { name: "Testbedrijf", url: "https://voorbeeld.test/" });
const exporter = createOpenBadgeExporter(signer);
const counsellor = { name: "Els Test", role: "begeleider", organisation: "Werkhuis", relation: "begeleidt de eigenaar sinds mei" };

async function badgeOf(passport: Passport, more: Partial<ExportAsked> = {}): Promise<Record<string, unknown>> {
  const { bytes } = await exporter({ passport, view: "applying", language: "nl", name: null, at, ...more });
  return z.record(z.string(), z.unknown()).parse(JSON.parse(new TextDecoder().decode(bytes)));
}

async function endorsedClaim(claim: Claim): Promise<Claim> {
  const id = "5f3c9d0e-1f6a-4a53-9a21-3f0c8d1b2a11";
  return endorsed(
    claim,
    await signEndorsement(endorsingWith(store), { id, at: "2026-11-25T12:00:00.000Z", by: counsellor, claim, claimId: claim.id }),
  );
}

const Achievement = z.looseObject({ alignment: z.array(z.record(z.string(), z.unknown())).default([]), tag: z.array(z.string()).default([]) });
const achievementOf = (badge: Record<string, unknown>) => z.looseObject({ achievement: Achievement }).parse(badge["credentialSubject"]).achievement;

/** Whether the signature is whole for a verifier that is not ours. */
const SecondOpinion = z.looseObject({ log: z.array(z.looseObject({ id: z.string(), valid: z.boolean() })).optional() });
async function isWholeForOthers(badge: unknown): Promise<boolean> {
  const { log } = SecondOpinion.parse(await verifyCredential({ credential: structuredClone(badge) as never, knownDIDRegistries: [] }));
  return log?.find(({ id }) => id === "valid_signature")?.valid ?? false;
}

// It would look for schemas and registries on the network, and says so; a test never does.
beforeAll(() => {
  vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("no network here"));
  for (const way of ["log", "error", "warn"] as const) vi.spyOn(console, way).mockImplementation(() => undefined);
});
afterAll(() => vi.restoreAllMocks());

const schemas = new URL("../../../../shared/schemas/", import.meta.url);
const schema = (name: string): object => JSON.parse(readFileSync(new URL(name, schemas), "utf8")) as object;

/** What the two published schemas have against it. */
function complaints(): (badge: unknown) => unknown[] {
  const [badges, credentials] = [new Ajv2019({ strict: false }), new Ajv2020({ strict: false })];
  for (const ajv of [badges, credentials]) addFormats.default(ajv);
  const validators = [
    badges.compile(schema("ob_v3p0_achievementcredential_schema.json")),
    credentials.compile(schema("w3c_verifiable_credential_v2_schema.json")),
  ];
  return (badge) => validators.flatMap((validate) => (validate(badge) ? [] : [validate.errors]));
}

describe("an Open Badge", () => {
  test("R36: every passport's is whole for us and for a second implementation", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPassport(12),
        fc.constantFrom(...ExportView.options),
        fc.option(fc.string({ minLength: 1, unit: "binary" }), { nil: null }),
        async (passport, view, name) => {
          const badge = await badgeOf(passport, { view, name });
          expect((await checkCredential(badge, nowMs)).problems).toEqual([]);
          expect(await isWholeForOthers(badge)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  test.skipIf(!existsSync(schemas))("R36: every passport's is valid by the published schemas of Open Badges 3.0 and VC 2.0", async () => {
    const against = complaints();
    expect(against({ type: ["VerifiableCredential"] })).toHaveLength(2);
    await fc.assert(
      fc.asyncProperty(anyPassport(200), fc.constantFrom(...ExportView.options), async (passport, view) => {
        expect(against(await badgeOf(passport, { view }))).toEqual([]);
      }),
      { numRuns: 25 },
    );
    const claim = await endorsedClaim(someClaim("c1"));
    expect(against(await badgeOf({ ...fullPassport(), claims: [claim] }, { name: "Samira Test" }))).toEqual([]);
  });

  test("R8, R26: each skill points to its URI and the taxonomy's version, the same in Dutch and in English", async () => {
    const [dutch, english] = await Promise.all((["nl", "en"] as const).map((language) => badgeOf(fullPassport(), { language })));
    const points = [dutch, english].map((badge) => achievementOf(badge ?? {}).alignment);
    for (const alignment of points)
      expect(alignment).toMatchObject([{ targetUrl: "http://data.europa.eu/esco/skill/c1", targetFramework: "starter 1" }]);
    expect(points.map(([first]) => first?.["targetName"])).toEqual(["vloeren vegen", "sweep floors"]);
    expect(JSON.stringify(points)).not.toContain("targetType");
  });

  test("R9: says that it is self-declared, and that a signature proves only who signed", async () => {
    for (const [language, words] of [
      ["nl", [/zelf verklaard/, /bewijst alleen wie ondertekende/, /niet van wie dit bestand is/, /geen examen/i]],
      ["en", [/self-declared/, /proves only who signed/, /nor whose file this is/, /no exam/i]],
    ] as const) {
      const { criteria, alignment } = achievementOf(await badgeOf(fullPassport(), { language }));
      const { narrative } = z.object({ narrative: z.string() }).parse(criteria);
      for (const each of words) expect(narrative).toMatch(each);
      expect(alignment[0]?.["targetDescription"]).toContain("2026-11-24");
    }
  });

  test("R9: what nobody signed is the holder's own word, whatever the passport calls it", async () => {
    const claims = (["assessed", "credential", "endorsed"] as const).map((status, index) => ({ ...someClaim(`c${index}`), status }));
    const badge = await badgeOf({ ...fullPassport(), claims });
    for (const { targetDescription } of achievementOf(badge).alignment)
      expect(targetDescription).toContain("De eigenaar zegt dit zelf, bevestigd op 2026-11-24.");
    expect(badge["endorsement"]).toBeUndefined();
  });

  test("R9: the day of confirming is not told as the day on which a skill began", async () => {
    const claims = (["self_declared", "evidenced"] as const).map((status, index) => ({ ...someClaim(`c${index}`), status }));
    for (const language of ["nl", "en"] as const) {
      const { alignment } = achievementOf(await badgeOf({ ...fullPassport(), claims }, { language }));
      expect(alignment.length).toBeGreaterThan(0);
      for (const { targetDescription } of alignment) {
        expect(targetDescription).toMatch(/(?:bevestigd op|confirmed on) 2026-11-24/u);
        expect(targetDescription).not.toMatch(/sinds|since/u);
      }
    }
  });

  test("R32: an endorsement goes along as it was signed, and says by whom; withdrawn, forged or of another skill it does not", async () => {
    const claim = await endorsedClaim(someClaim("c1"));
    const badge = await badgeOf({ ...fullPassport(), claims: [claim] });
    expect(badge["endorsement"]).toMatchObject([{ credentialSubject: { endorsementComment: expect.stringContaining("Els Test") } }]);
    expect(achievementOf(badge).alignment[0]?.["targetDescription"]).toContain("Bevestigd door Els Test, begeleider, Werkhuis, op 2026-11-25");
    expect((await checkCredential(badge, nowMs)).problems).toEqual([]);
    expect(await isWholeForOthers(badge)).toBe(true);
    const [endorsement] = claim.endorsements;
    const others: Claim[] = [
      { ...claim, endorsements: [{ ...Object(endorsement), withdrawn: { at, because: "vergissing" } }] },
      { ...claim, endorsements: [{ ...Object(endorsement), by: { ...counsellor, name: "De minister" } }] },
      { ...claim, uri: "http://data.europa.eu/esco/skill/hersenchirurgie" },
    ];
    for (const other of others) {
      const without = await badgeOf({ ...fullPassport(), claims: [other] });
      expect(without["endorsement"]).toBeUndefined();
      expect(JSON.stringify(without)).not.toMatch(/Els Test|minister/);
    }
  });

  test("R9: of an endorsement with a key that anybody can have made, the installation says that it does not know it", async () => {
    const id = "5f3c9d0e-1f6a-4a53-9a21-3f0c8d1b2a12";
    const strange = endorsingWith(createMemoryStore());
    const claim = someClaim("c1");
    const given = { id, at: "2026-11-25T12:00:00.000Z", by: { ...counsellor, name: "De minister" }, claim, claimId: "c1" };
    const badge = await badgeOf({ ...fullPassport(), claims: [endorsed(claim, await signEndorsement(strange, given))] });
    const [skill] = achievementOf(badge).alignment;
    expect(skill?.["targetDescription"]).toContain("een sleutel die deze installatie niet kent");
    expect(skill?.["targetDescription"]).not.toContain("Bevestigd door");
    expect(await checkCredential(badge, nowMs)).toMatchObject({ problems: [], endorsers: [{ did: (await strange.keys.of("Werkhuis")).did }] });
  });

  test("R22: a hidden skill, what is still being learned, quotes, ids, wishes and diplomas stay out", async () => {
    const claims = [
      someClaim("c1", "mijn eigen woorden"),
      { ...someClaim("c2"), hidden: true, label: { nl: "verborgen kunst", en: null } },
      { ...someClaim("c3"), level: { scheme: "plain" as const, value: "with_help" }, label: { nl: "nog leren", en: null } },
    ];
    const text = JSON.stringify(await badgeOf({ ...fullPassport(), claims }));
    for (const word of ["mijn eigen woorden", "verborgen", "nog leren", "Een school", "vaste baan", "Rustig"]) expect(text).not.toContain(word);
    expect(achievementOf(await badgeOf({ ...fullPassport(), claims }, { view: "developing" })).alignment).toHaveLength(2);
  });

  test("R16: a skill in own words stays in own words, and points nowhere", async () => {
    const own: Claim = { ...someClaim("c1"), uri: null, type: null, taxonomy: null, meaning: null, label: { nl: "oma's soep", en: null } };
    const { alignment, tag, criteria } = achievementOf(await badgeOf({ ...fullPassport(), claims: [own] }));
    expect([alignment, tag]).toEqual([[], ["Oma's soep"]]);
    expect(JSON.stringify(criteria)).toContain("eigen woorden");
  });

  test("R27: open standards only, and no claim to be what it is not", async () => {
    const badge = await badgeOf(fullPassport(), { name: "Samira Test" });
    expect(badge["type"]).toEqual(["VerifiableCredential", "OpenBadgeCredential"]);
    expect(JSON.stringify(badge)).not.toMatch(/europass|validated|gevalideerd|eidas/i);
  });

  test("is signed by the installation's own key, not by an organisation's; no two exports share an id", async () => {
    const [one, two] = [await badgeOf(fullPassport()), await badgeOf(fullPassport())];
    const did = await installationDid(store);
    expect(one["issuer"]).toEqual({ id: did, type: ["Profile"], name: "Testbedrijf", url: "https://voorbeeld.test/" });
    expect(did).not.toBe(await createOrganisationKeys(store).didOf("Testbedrijf"));
    const uuids = (badge: unknown) => [...JSON.stringify(badge).matchAll(/urn:uuid:[\w-]+/g)].map(([id]) => id);
    expect(uuids(one)).toHaveLength(3);
    for (const id of uuids(one)) expect(uuids(two)).not.toContain(id);
  });
});

/** Every place in it that holds a value, as a path. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, Array.isArray(value) ? Number(key) : key]));
}

function changedAt(value: unknown, path: readonly (string | number)[], change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const copy: unknown = structuredClone(value);
  if (typeof copy === "object" && copy !== null) Reflect.set(copy, key, changedAt(Reflect.get(copy, key), rest, change));
  return copy;
}

describe("tampering", () => {
  test("R36: with any field at all is detected", async () => {
    const claims = [await endorsedClaim(someClaim("c1")), { ...someClaim("c2"), uri: null, label: { nl: "soep koken", en: null } }];
    const badge = await badgeOf({ ...fullPassport(), claims }, { name: "Samira Test" });
    const paths = leaves(badge);
    expect(paths.length).toBeGreaterThan(50);
    const missed: string[] = [];
    for (const path of paths) {
      const altered = changedAt(badge, path, (old) => (typeof old === "string" ? `${old}x` : !old));
      if ((await checkCredential(altered, nowMs)).problems.length === 0) missed.push(path.join("."));
    }
    expect(missed).toEqual([]);
  });

  test("R36: by leaving out or adding a field is detected", async () => {
    const badge = await badgeOf({ ...fullPassport(), claims: [someClaim("c1"), someClaim("c2")] }, { name: "Samira Test" });
    const { credentialSubject, ...rest } = badge;
    const subject = z.looseObject({ achievement: Achievement }).parse(credentialSubject);
    const { achievement } = subject;
    const { criteria: _, ...noCriteria } = achievement;
    const withAchievement = (altered: object) => ({ ...rest, credentialSubject: { ...subject, achievement: altered } });
    const all: Readonly<Record<string, unknown>> = {
      "a skill less": withAchievement({ ...achievement, alignment: achievement.alignment.slice(1) }),
      "a skill more": withAchievement({ ...achievement, alignment: [...achievement.alignment, { ...achievement.alignment[0], targetName: "x" }] }),
      "no criteria": withAchievement(noCriteria),
      "criteria under their whole address": withAchievement({
        ...noCriteria,
        criteria: {},
        "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Criteria": achievement["criteria"],
      }),
      "an unknown field": withAchievement({ ...achievement, grade: "10" }),
      "a term turned round": { ...badge, "@context": [...Object(badge["@context"]), { name: "https://schema.org/description" }] },
      "no proof": { ...badge, proof: undefined },
      "two proofs": { ...badge, proof: [...Object(badge["proof"]), ...Object(badge["proof"])] },
      "another issuer": { ...badge, issuer: { ...Object(badge["issuer"]), id: "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp" } },
      "an issuer on the web": { ...badge, issuer: { ...Object(badge["issuer"]), id: "did:web:voorbeeld.test" } },
    };
    for (const [name, altered] of Object.entries(all)) expect((await checkCredential(altered, nowMs)).problems, name).toHaveLength(1);
    expect((await checkCredential(badge, nowMs)).problems).toEqual([]);
  });

  test("a badge of tomorrow is not of today", async () => {
    const badge = await badgeOf(fullPassport());
    expect((await checkCredential(badge, Date.parse("2026-11-20"))).problems).toEqual([{ code: "not_yet_valid", at: null }]);
  });
});
