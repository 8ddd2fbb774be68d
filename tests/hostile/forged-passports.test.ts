import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { endorsed, type Endorsement, endorsementsOf } from "../../src/domain/endorsement.ts";
import type { Claim, Passport } from "../../src/domain/passport.ts";
import { importLimits } from "../../src/passport/import/accepted-passport.ts";
import { passportJson } from "../../src/passport/passport-json.ts";
import { signEndorsement } from "../../src/review/endorsement-credential.ts";
import { endorsingWith } from "../support/endorsing.ts";
import { fullPassport, noPassport, someClaim } from "../support/passport-samples.ts";
import { send, sharingHolder } from "../support/sharing-client.ts";
import { startWebApp, type WebApp } from "../support/web-app.ts";

const at = "2026-11-24T10:00:00.000Z";
const by = { name: "Marja Koster", role: "loopbaanbegeleider", organisation: "Werkplein Oost", relation: "begeleidt mij" };

let app: WebApp;
let holder: Awaited<ReturnType<typeof sharingHolder>>;
beforeAll(async () => {
  app = await startWebApp();
});
beforeEach(async () => {
  const receipt = { ...fullPassport().consents[0], id: "here", at } as Passport["consents"][number];
  holder = await sharingHolder(app, [], [{ type: "consent_given", at, receipt }]);
});
afterAll(() => app.close());

async function bringIn(passport: Passport): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData();
  form.append("file", new Blob([passportJson(passport)], { type: "application/json" }), "passport.json");
  const headers = { "X-Skillsgesprek": "1", Cookie: holder.cookie };
  const response = await fetch(`${app.origin}/api/passport/import`, { method: "POST", headers, body: form });
  return { status: response.status, body: Object(await response.json()) };
}
const stored = async () => (await app.store.passport(holder.holderId)) ?? noPassport();

/** Its words are signed by nobody, and it takes the time of many to find that out. */
function heavyEndorsement(id: string): Endorsement {
  const did = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
  const proof = { type: "DataIntegrityProof", cryptosuite: "eddsa-rdfc-2022", proofPurpose: "assertionMethod", created: at };
  const { uri, label, level } = someClaim("c1");
  return {
    id,
    at,
    by,
    claim: { uri, label, level },
    credential: {
      "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
      id: `urn:uuid:${id}`,
      type: ["VerifiableCredential", "EndorsementCredential"],
      name: "vloeren vegen",
      issuer: { id: did, type: ["Profile"], name: by.organisation },
      validFrom: at,
      credentialSubject: { id: "urn:skillsgesprek:claim:c1", type: ["EndorsementSubject"], endorsementComment: "ja" },
      evidence: Array.from({ length: 1_200 }, () => ({ type: ["Evidence"], name: "alike" })),
      proof: { ...proof, verificationMethod: `${did}#${did.slice(8)}`, proofValue: `z${"3".repeat(88)}` },
    },
    withdrawn: null,
  };
}

describe("a passport from elsewhere that somebody wrote by hand", () => {
  // Its content was looked for in as many pieces as the file said: a few hundred millions stopped the whole server.
  test("brings no file along with a diploma, whatever it says there is", async () => {
    const paper = { id: "paper", name: "diploma", kind: "pdf" as const, bytes: 10, pieces: 3, addedAt: at };
    const [diploma] = fullPassport().credentials;
    const { body } = await bringIn({ ...noPassport(), credentials: diploma ? [{ ...diploma, files: [paper] }] : [] });
    expect(body).toMatchObject({ counts: { credentials: { added: 1 } }, left: { files: 1 } });
    expect((await stored()).credentials.flatMap(({ files }) => files ?? [])).toEqual([]);
    expect(await send(app, "GET", "/api/passport/files/paper", undefined, holder.cookie)).toMatchObject({ status: 404 });
  });

  // A few of them kept everybody waiting for minutes.
  test("with signatures that take long to check keeps nobody else waiting", async () => {
    const claim: Claim = { ...someClaim("c1"), endorsements: Array.from({ length: 6 }, (_, index) => heavyEndorsement(`heavy-${index}`)) };
    let isLookedThrough = false;
    let answered = 0;
    const handing = bringIn({ ...noPassport(), claims: [claim] }).finally(() => (isLookedThrough = true));
    while (!isLookedThrough) if ((await send(app, "GET", "/api/check/key")).status === 200) answered += 1;
    const { status, body } = await handing;
    expect(answered).toBeGreaterThan(60);
    if (status === 200) expect(body).toMatchObject({ left: { endorsements: 6 } });
    else expect(status).toBe(413);
    expect((await stored()).claims.flatMap(endorsementsOf)).toEqual([]);
  });

  test("does not bring back what was withdrawn here since", async () => {
    const endorsing = endorsingWith(app.store);
    const claim = someClaim("c1");
    const before = await signEndorsement(endorsing, { id: "0b6f4a52-7ad1-4b2f-9b57-222222222222", at, claimId: "c1", by, claim });
    await endorsing.statusLists.withdraw(before.credential);
    const { body } = await bringIn({ ...noPassport(), claims: [endorsed(claim, before)] });
    expect(body).toMatchObject({ left: { endorsements: 1 } });
    expect((await stored()).claims.map(({ status, endorsements }) => [status, endorsements])).toEqual([["self_declared", []]]);
  });

  test.for(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vegen"])("calls no concept %s", async (uri) => {
    await bringIn({ ...noPassport(), claims: [{ ...someClaim("c1"), uri, label: { nl: "vegen, bel 06 12345678", en: null } }] });
    const [kept] = (await stored()).claims;
    expect(kept).toMatchObject({ uri: null, taxonomy: null, meaning: null, group: null });
    expect(kept?.label.nl).not.toContain("12345678");
  });

  test("again and again with other things in it makes a passport no larger than fits in one", async () => {
    const full = (round: number): Passport => ({
      ...noPassport(),
      who: Array.from({ length: importLimits.maxEntries - 10 }, (_, index) => ({ id: `w${round}-${index}`, text: `${round} ${index}` })),
    });
    expect((await bringIn(full(1))).status).toBe(200);
    expect((await bringIn(full(2))).status).toBe(413);
    expect((await stored()).who).toHaveLength(importLimits.maxEntries - 10);
  });
});
