import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endorsed } from "../../src/domain/endorsement.ts";
import type { Passport } from "../../src/domain/passport.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { passportJson } from "../../src/passport/passport-json.ts";
import { signEndorsement } from "../../src/review/endorsement-credential.ts";
import { checkEndorsement } from "../../src/review/signed-endorsements.ts";
import { endorsementsOf } from "../../src/domain/endorsement.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { fullPassport, noPassport, someClaim } from "../support/passport-samples.ts";
import { readPdf } from "../support/pdf-reader.ts";
import { labelled, send, sharingHolder } from "../support/sharing-client.ts";
import { startWebApp, type WebApp } from "../support/web-app.ts";
import { endorsingWith } from "../support/endorsing.ts";

const at = "2026-11-24T10:00:00.000Z";
const receipt = { ...fullPassport().consents[0], id: "here", at } as Passport["consents"][number];
const agreed: PassportEvent = { type: "consent_given", at, receipt };

let app: WebApp;
beforeAll(async () => {
  app = await startWebApp();
});
afterAll(() => app.close());

const exportFor = (cookie: string, body: Record<string, unknown>) =>
  fetch(`${app.origin}/api/passport/export`, {
    method: "POST",
    headers: { "X-Skillsgesprek": "1", "Content-Type": "application/json", Cookie: cookie },
    body: JSON.stringify({ format: "pdf", view: "applying", language: "nl", name: null, ...body }),
  });

async function bringIn(cookie: string, content: string, path = "/api/passport/import"): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData();
  form.append("file", new Blob([content], { type: "application/json" }), "passport.json");
  const response = await fetch(`${app.origin}${path}`, { method: "POST", headers: { "X-Skillsgesprek": "1", Cookie: cookie }, body: form });
  return { status: response.status, body: Object(await response.json()) };
}

describe("a file of one's own passport", () => {
  test.for([
    { format: "pdf", type: "application/pdf", file: "skillspaspoort.pdf" },
    { format: "json", type: "application/json", file: "passport.json" },
    { format: "json-resume", type: "application/json", file: "resume.json" },
    { format: "open-badge", type: /json/, file: /^open-badge\./ },
  ])("$format is a download and nothing else", async ({ format, type, file }) => {
    const holder = await sharingHolder(app, [labelled("c1", "brood bakken")]);
    const response = await exportFor(holder.cookie, { format });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(type);
    expect(/filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1]).toMatch(file);
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  test("the name stands in the file, and is kept nowhere", async () => {
    const holder = await sharingHolder(app, [labelled("c1", "brood bakken")]);
    const response = await exportFor(holder.cookie, { name: "Zwaluwstaart" });
    expect((await readPdf(new Uint8Array(await response.arrayBuffer()))).title).toBe("Skillspaspoort van Zwaluwstaart");
    expect(JSON.stringify([app.store.dumpRecords(), await app.store.passport(holder.holderId), app.log])).not.toContain("Zwaluwstaart");
  });

  test.for([{ format: "doc" }, { view: "picked" }, { language: "de" }, { name: "x".repeat(200) }, { more: 1 }])("%j is refused", async (body) => {
    const holder = await sharingHolder(app, []);
    expect((await exportFor(holder.cookie, body)).status).toBe(400);
  });
});

describe("what is shared, as a PDF", () => {
  test("R18: holds what the link shows and nothing else, is in the log, and is gone with the link", async () => {
    const secretClaim = labelled("secret", "orgel spelen");
    const holder = await sharingHolder(app, [labelled("bread", "brood bakken"), secretClaim]);
    const { id, secret } = await holder.give({ view: "picked", claimIds: ["bread"], parts: [], shownAs: "Bram V." });
    const pdf = async () =>
      fetch(`${app.origin}/api/share/pdf`, {
        method: "POST",
        headers: { "X-Skillsgesprek": "1", "Content-Type": "application/json" },
        body: JSON.stringify({ link: secret, language: "en" }),
      });
    const { text, title, language } = await readPdf(new Uint8Array(await (await pdf()).arrayBuffer()));
    expect({ title, language }).toEqual({ title: "Skills passport of Bram V.", language: "en" });
    expect(text).toContain("Brood bakken");
    expect(text).not.toContain("orgel");
    // Quotes were not put in.
    expect(text).not.toContain("zei ik");
    const { grants } = await holder.own("GET", "/api/sharing");
    expect(grants[0]?.looks).toHaveLength(1);
    await holder.own("POST", `/api/grants/${id}/revoke`, {});
    expect((await pdf()).status).toBe(404);
  });

  test("a link to review with gives none", async () => {
    const holder = await sharingHolder(app, [labelled("bread", "brood bakken")]);
    const { secret } = await holder.give({ mode: "review" });
    expect(await send(app, "POST", "/api/share/pdf", { link: secret })).toMatchObject({ status: 404 });
  });
});

describe("R36: a passport from another installation", () => {
  const elsewhere = (): Passport => ({ ...fullPassport(), claims: [labelled("c1", "brood bakken"), labelled("c2", "ramen wassen")] });
  const here = async (...claims: Parameters<typeof sharingHolder>[1]) => sharingHolder(app, claims, [agreed]);
  const stored = async (holderId: string) => app.store.passport(holderId);

  test("is looked at first: what is told changes nothing", async () => {
    const holder = await here(labelled("c1", "brood bakken"));
    const before = await stored(holder.holderId);
    const { status, body } = await bringIn(holder.cookie, passportJson(elsewhere()), "/api/passport/import/look");
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { counts: { claims: { added: 1, known: 1 }, experiences: { added: 1, known: 0 } } },
    });
    expect(await stored(holder.holderId)).toEqual(before);
  });

  test("comes in whole, once, and goes out as it came but for what was agreed to here", async () => {
    const holder = await here();
    const file = passportJson(elsewhere());
    for (const _ of [1, 2]) expect((await bringIn(holder.cookie, file)).status).toBe(200);
    const out: Passport = Object(await (await exportFor(holder.cookie, { format: "json" })).json());
    expect(out.consents.at(-1)).toEqual(receipt);
    expect({ ...out, consents: out.consents.slice(0, -1), history: out.history.filter(({ subject }) => subject !== "here") }).toEqual(elsewhere());
  });

  test("endorsements still verify; made-up ones and made-up validations stay behind", async () => {
    const by = { name: "Marja Koster", role: "loopbaanbegeleider", organisation: "Werkplein Oost", relation: "begeleidt mij" };
    const claim = someClaim("c1");
    const keys = endorsingWith(createMemoryStore());
    const signed = await signEndorsement(keys, { id: "0b6f4a52-7ad1-4b2f-9b57-111111111111", at, claimId: "c1", by, claim });
    const genuine = endorsed(claim, signed);
    const forged = endorsed({ ...someClaim("c2"), uri: "http://data.europa.eu/esco/skill/c2" }, { ...signed, by: { ...by, name: "Iemand Anders" } });
    const boasted = { ...someClaim("c3"), uri: "http://data.europa.eu/esco/skill/c3", status: "assessed" as const };
    const holder = await here();
    const { body } = await bringIn(holder.cookie, passportJson({ ...noPassport(), claims: [genuine, forged, boasted] }));
    expect(body).toMatchObject({ left: { endorsements: 1 } });
    const claims = (await stored(holder.holderId))?.claims ?? [];
    expect(claims.map(({ id, status, endorsements }) => [id, status, endorsements.length])).toEqual([
      ["c1", "endorsed", 1],
      ["c2", "self_declared", 0],
      ["c3", "self_declared", 0],
    ]);
    const [kept] = claims;
    const [endorsement] = kept ? endorsementsOf(kept) : [];
    expect(kept && endorsement && (await checkEndorsement(endorsement, kept, Date.now())).problem).toBeNull();
  });

  test("what may not be kept here is left out", async () => {
    const holder = await here();
    const told = { ...someClaim("c1", "mijn bsn is 111222333 en ik veeg"), uri: null };
    const { body } = await bringIn(holder.cookie, passportJson({ ...noPassport(), claims: [told] }));
    expect(body).toMatchObject({ left: { words: 1 } });
    expect(JSON.stringify(await stored(holder.holderId))).not.toContain("111222333");
  });

  test("before the notice was agreed to nothing comes in", async () => {
    const holder = await sharingHolder(app, []);
    expect((await bringIn(holder.cookie, passportJson(elsewhere()))).status).toBe(409);
    expect((await stored(holder.holderId))?.claims).toEqual([]);
  });

  test.for([
    { what: "no JSON", content: "Zwaluwstaart", status: 422 },
    { what: "something else", content: '{"format":"Zwaluwstaart"}', status: 422 },
    { what: "cut off", content: passportJson(fullPassport()).slice(0, 500), status: 422 },
    {
      what: "nested without end",
      content: `${passportJson(noPassport()).trimEnd().slice(0, -1)}, "x": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      status: 422,
    },
    { what: "of a later version", content: passportJson(noPassport()).replace('"version": 1', '"version": 2'), status: 415 },
    { what: "too large", content: `"${"x".repeat(5 * 1024 * 1024)}"`, status: 413 },
    {
      what: "of too many things",
      content: passportJson({ ...noPassport(), who: Array.from({ length: 6_000 }, (_, index) => ({ id: `w${index}`, text: "x" })) }),
      status: 413,
    },
  ])("$what is refused in words that hold nothing of it", async ({ content, status }) => {
    const holder = await here();
    const answer = await bringIn(holder.cookie, content);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).not.toContain("Zwaluwstaart");
    expect((await stored(holder.holderId))?.who).toEqual([]);
  });
});
