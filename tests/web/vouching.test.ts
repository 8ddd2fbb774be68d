import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { vouchingIn } from "../../src/composition/signing.ts";
import { endorsed } from "../../src/domain/endorsement.ts";
import type { Claim } from "../../src/domain/passport.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { passportJson } from "../../src/passport/passport-json.ts";
import { signEndorsement } from "../../src/review/endorsement-credential.ts";
import { reviewView } from "../../src/review/review-view.ts";
import { endorsingWith } from "../support/endorsing.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { fullPassport, noPassport } from "../support/passport-samples.ts";
import { readPdf } from "../support/pdf-reader.ts";
import { labelled, send, sharingHolder, shown } from "../support/sharing-client.ts";
import { startWebApp, type WebApp } from "../support/web-app.ts";

const at = "2026-11-24T10:00:00.000Z";
const by = { name: "Marja Koster", role: "loopbaanbegeleider", organisation: "Werkplein Oost", relation: "begeleidt mij" };
const receipt = { ...fullPassport().consents[0], id: "here", at } as ReturnType<typeof fullPassport>["consents"][number];
const agreed: PassportEvent = { type: "consent_given", at, receipt };
const concept = (id: string) => ({ uri: `http://data.europa.eu/esco/skill/${id}` });

let app: WebApp;
let elsewhere: Claim;
let here: Claim;
let changed: Claim;
beforeAll(async () => {
  app = await startWebApp();
  const endorse = async (store: WebApp["store"], claim: Claim, number: number) => {
    const given = { id: `0b6f4a52-7ad1-4b2f-9b57-11111111111${number}`, at, by, claim, claimId: claim.id };
    return endorsed(claim, await signEndorsement(endorsingWith(store), given));
  };
  // The same counsellor of the same organisation by name: only the key tells that it is another installation's.
  elsewhere = await endorse(createMemoryStore(), labelled("c1", "brood bakken", concept("c1")), 1);
  here = await endorse(app.store, labelled("c2", "ramen wassen", concept("c2")), 2);
  changed = { ...(await endorse(app.store, labelled("c3", "vloeren vegen", concept("c3")), 3)), level: { scheme: "plain", value: "i_teach_it" } };
});
afterAll(() => app.close());

async function importing() {
  const holder = await sharingHolder(app, [], [agreed]);
  const form = new FormData();
  form.append("file", new Blob([passportJson({ ...noPassport(), claims: [elsewhere, here, changed] })]), "passport.json");
  const headers = { "X-Skillsgesprek": "1", Cookie: holder.cookie };
  const response = await fetch(`${app.origin}/api/passport/import`, { method: "POST", headers, body: form });
  expect(response.status).toBe(200);
  return holder;
}

async function exported(cookie: string, format: string): Promise<Uint8Array> {
  const response = await fetch(`${app.origin}/api/passport/export`, {
    method: "POST",
    headers: { "X-Skillsgesprek": "1", "Content-Type": "application/json", Cookie: cookie },
    body: JSON.stringify({ format, view: "applying", language: "nl", name: null }),
  });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

const Said = z.object({ vouching: z.string() });
const Claims = z.object({
  claims: z.array(z.object({ id: z.string().optional(), status: z.string(), endorsedBy: z.array(Said).optional(), endorsements: z.array(Said) })),
});
const vouchings = (said: readonly z.infer<typeof Said>[] | undefined) => said?.map(({ vouching }) => vouching);

describe("what others said of a skill, signed with a key that nobody here knows", () => {
  test("raises no step on the holder's page, and stands there apart", async () => {
    const { cookie } = await importing();
    const { body } = await send(app, "GET", "/api/passport", undefined, cookie);
    const view = z.object({ claims: z.array(z.object({ status: z.string(), endorsedBy: z.array(Said) })) }).parse(body);
    expect(view.claims.map(({ status, endorsedBy }) => [status, ...(vouchings(endorsedBy) ?? [])])).toEqual([
      ["self_declared", "elsewhere"],
      ["endorsed", "here"],
      ["self_declared", "changed"],
    ]);
  });

  test("nor on what is shared, where an employer reads whose word it is; what was said of a skill as it was is not shown", async () => {
    const holder = await importing();
    const { secret } = await holder.give({ view: "picked", claimIds: ["c1", "c2", "c3"], parts: [] });
    const { claims } = Claims.parse(await shown(app, secret));
    expect(claims.map(({ status, endorsements }) => [status, ...(vouchings(endorsements) ?? [])])).toEqual([
      ["self_declared", "elsewhere"],
      ["endorsed", "here"],
      ["self_declared"],
    ]);
  });

  test.for(["the holder's own", "shared"])(
    "in the PDF (%s) it says so, counts as nobody's confirmation, and it says what that means",
    async (which) => {
      const holder = await importing();
      const { secret } = await holder.give({ view: "picked", claimIds: ["c1", "c2", "c3"], parts: [] });
      const ofLink = async () => {
        const body = JSON.stringify({ link: secret, language: "nl" });
        const headers = { "X-Skillsgesprek": "1", "Content-Type": "application/json" };
        return new Uint8Array(await (await fetch(`${app.origin}/api/share/pdf`, { method: "POST", headers, body })).arrayBuffer());
      };
      const { text } = await readPdf(which === "shared" ? await ofLink() : await exported(holder.cookie, "pdf"));
      const said = "Bevestigd door Marja Koster, loopbaanbegeleider bij Werkplein Oost (begeleidt mij), op 24 nov 2026";
      expect(text.split(`${said}, getekend met een sleutel die deze website niet kent.`)).toHaveLength(2);
      expect(text.split(`${said}.`)).toHaveLength(2);
      expect(text).toContain("Bevestigd door een ander: ramen wassen.");
      expect(text).toContain("1 bevestigd door een ander");
      expect(text).toContain("staat alleen in voor bevestigingen die daar zijn gegeven");
    },
  );

  test("JSON Resume calls endorsed only what was endorsed here; passport.json stays as it came", async () => {
    const { cookie } = await importing();
    const decoded = async (format: string): Promise<unknown> => JSON.parse(new TextDecoder().decode(await exported(cookie, format)));
    const { skills } = z.object({ skills: z.array(z.object({ status: z.string() })) }).parse(await decoded("json-resume"));
    expect(skills.map(({ status }) => status)).toEqual(["self_declared", "endorsed", "self_declared"]);
    expect(await decoded("json")).toMatchObject({ claims: [elsewhere, here, changed] });
  });

  test("on a counsellor's desk it stands among what others said, and what was said in this review does not", async () => {
    const vouched = await vouchingIn(app.store)([elsewhere, here, changed]);
    const grant = { id: "g1", claimIds: ["c1", "c2", "c3"], parts: [], withQuotes: false, withFiles: false, for: { name: "Ria", purpose: "" } };
    const reviewed = { headlineOf: () => null, grant: Object(grant), passport: { ...noPassport(), claims: [elsewhere, here, changed] }, vouched };
    const accepted = { kind: "accept", answer: null, endorsementId: "0b6f4a52-7ad1-4b2f-9b57-111111111112" };
    const { claims } = reviewView(Object({ id: "g1" }), reviewed, [{ reviewId: "g1", claimId: "c2", verdicts: [Object(accepted)] }]);
    expect(claims.map(({ status, saidByOthers }) => [status, ...saidByOthers.map(({ vouching }) => vouching)])).toEqual([
      ["self_declared", "elsewhere"],
      ["endorsed"],
      ["self_declared", "changed"],
    ]);
  });

  test("where nobody endorsed anything no signature is looked at", async () => {
    expect((await vouchingIn(createMemoryStore())([labelled("c4", "soep koken")])).size).toBe(0);
  });
});
