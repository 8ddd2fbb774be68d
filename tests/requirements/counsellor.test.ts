import { verifyCredential } from "@digitalcredentials/verifier-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Counsellors } from "../../src/composition/counsellors.ts";
import { Endorsement } from "../../src/domain/endorsement.ts";
import { Looks } from "../../src/domain/look.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { keepFile } from "../../src/passport/evidence-files.ts";
import { isSignatureWhole } from "../../src/review/credential-proof.ts";
import { withReviewsForgotten } from "../../src/review/forget-reviews.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { allPairs } from "../../src/review/training-pairs.ts";
import { openCounsellorDesk, windows, windowsHeadline } from "../support/counsellor-desk.ts";
import { somePdf } from "../support/evidence-samples.ts";
import { someClaim } from "../support/passport-samples.ts";
import { startWebApp, visit, type Visitor, type WebApp } from "../support/web-app.ts";

const at = "2026-01-01T00:00:00.000Z";
let app: WebApp;
let desk: Counsellors;
let holder: Visitor;
let holderId: string;
let ria: string;
let bram: string;

const Given = z.object({ link: z.string(), grants: z.array(z.looseObject({ id: z.string() })) });
const Line = z.object({
  claimId: z.string(),
  verdicts: z.array(z.looseObject({ id: z.string(), kind: z.string(), comment: z.string().nullable() })),
});
const Seen = z.object({
  reviews: z.array(z.object({ id: z.string(), by: z.looseObject({ name: z.string() }), lines: z.array(Line) })),
  audit: z.array(z.looseObject({ action: z.string(), claimId: z.string().nullable() })),
  erased: z.number(),
  headlines: z.record(z.string(), z.looseObject({})),
});
const Claim = z.looseObject({
  id: z.string(),
  state: z.string(),
  quotes: z.array(z.looseObject({ quote: z.string() })).nullable(),
  experiences: z.array(z.looseObject({})).nullable(),
  missing: z.array(z.string()).nullable(),
  verdicts: z.array(z.looseObject({ kind: z.string(), answer: z.looseObject({ kind: z.string(), text: z.string().nullable() }).nullable() })),
});
const View = z.looseObject({ id: z.string(), claims: z.array(Claim), suggestions: z.array(Line) });
const Queue = z.object({ reviews: z.array(z.looseObject({ id: z.string(), state: z.string() })) });

async function call(cookie: string | null, method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${app.origin}${path}`, {
    method,
    headers: { "Content-Type": "application/json", "X-Skillsgesprek": "1", ...(cookie === null ? {} : { Cookie: cookie }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function done<T>(schema: z.ZodType<T>, cookie: string | null, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await call(cookie, method, path, body);
  expect(answer).toMatchObject({ status: 200 });
  return schema.parse(answer.body);
}

async function signedIn(name: string): Promise<string> {
  const account = await desk.accounts.remember({ way: "passkey", subject: name, name, role: "loopbaanbegeleider", organisation: "De Kade" });
  return (await desk.counsellorSessions.begin(account)).split(";")[0] ?? "";
}

async function grant(claimIds: readonly string[], more: object = {}): Promise<{ id: string; secret: string }> {
  const asked = {
    for: { name: "Ria Voorbeeld", purpose: "meekijken" },
    mode: "review",
    view: "picked",
    claimIds,
    withQuotes: true,
    days: 30,
    ...more,
  };
  const { link, grants } = await done(Given, holder.cookie, "POST", "/api/grants", asked);
  expect(link).toContain("/counsellor#");
  return { id: grants[0]?.id ?? "", secret: link.split("#")[1] ?? "" };
}

async function takenUp(claimIds: readonly string[], more: object = {}): Promise<string> {
  const { secret } = await grant(claimIds, more);
  const { id } = await done(z.object({ id: z.string() }), ria, "POST", "/api/counsellor/reviews", { link: secret, relation: "begeleider naar werk" });
  return id;
}

const judge = (review: string, body: object) => call(ria, "POST", `/api/counsellor/reviews/${review}/verdicts`, body);
const open = (review: string) => done(View, ria, "GET", `/api/counsellor/reviews/${review}`);
const seen = () => done(Seen, holder.cookie, "GET", "/api/reviews");
const claimOf = async (id: string) => (await app.store.passport(holderId))?.claims.find((claim) => claim.id === id);

async function answerLast(reviewId: string, claimId: string, kind: string, text: string | null = null): Promise<number> {
  const { reviews } = await seen();
  const line = reviews.find(({ id }) => id === reviewId)?.lines.find((each) => each.claimId === claimId);
  const verdictId = line?.verdicts.at(-1)?.id ?? "";
  return (await call(holder.cookie, "POST", "/api/reviews/answer", { reviewId, claimId, verdictId, kind, text })).status;
}

/** A holder with three skills, and two counsellors who are signed in. */
async function comeIn(): Promise<void> {
  holder = await visit(app);
  holderId = (await app.sessions.find(holder.cookie))?.holderId ?? "";
  const claims = ["c1", "c2", "c3"].map((id): PassportEvent => ({ type: "claim_confirmed", at, claim: someClaim(id, `ik veeg ${id} elke dag`) }));
  const experience = {
    id: "e1",
    area: "paid_work",
    title: "schoonmaker",
    organisation: "een school",
    start: "2019",
    end: null,
    summary: null,
    noSkills: false,
  } as const;
  await app.store.changePassport(holderId, [...claims, { type: "experience_set", at, experience }]);
  ria = await signedIn("Ria Voorbeeld");
  bram = await signedIn("Bram Voorbeeld");
}

beforeEach(async () => {
  app = await startWebApp({ store: withReviewsForgotten(createMemoryStore()) });
  desk = await openCounsellorDesk(app, { withPages: false, nowMs: () => Date.now() + app.clock.offsetMs });
  await comeIn();
});
afterEach(() => app.close());

describe("R35: a counsellor's review", () => {
  test("R35: a counsellor sees what was granted for review and nothing else, until it ends", async () => {
    const id = await takenUp(["c1", "c2"], { withQuotes: false, parts: [] });
    const { claims } = await open(id);
    expect(claims.map((claim) => claim.id)).toEqual(["c1", "c2"]);
    expect(claims[0]).toMatchObject({ quotes: null, experiences: null, missing: null });
    expect(JSON.stringify(claims)).not.toContain("ik veeg");
    expect(await call(bram, "GET", `/api/counsellor/reviews/${id}`)).toMatchObject({ status: 404 });
    expect((await judge(id, { kind: "accept", claimId: "c3" })).status).toBe(404);
    const stillOpen = async (cookie: string) => (await call(cookie, "GET", `/api/counsellor/reviews/${id}/open`)).status;
    expect([await stillOpen(ria), await stillOpen(bram)]).toEqual([200, 404]);

    await call(holder.cookie, "POST", `/api/grants/${id}/revoke`);
    expect(await call(ria, "GET", `/api/counsellor/reviews/${id}`)).toMatchObject({ status: 404 });
    expect(await stillOpen(ria)).toBe(404);
    expect((await judge(id, { kind: "accept", claimId: "c1" })).status).toBe(404);
    expect((await done(Queue, ria, "GET", "/api/counsellor/reviews")).reviews).toEqual([{ id, state: "ended" }]);
  });

  test("R35: what was said of a skill that went into another one, and that nobody granted, stays out", async () => {
    await app.store.changePassport(holderId, [{ type: "claims_merged", at, claimId: "c1", fromId: "c2" }]);
    const { claims } = await open(await takenUp(["c1"]));
    expect(claims[0]?.quotes?.map(({ quote }) => quote)).toEqual(["ik veeg c1 elke dag"]);
  });

  test("R35: whoever opens the link first keeps it: for another counsellor it is not there", async () => {
    const { secret } = await grant(["c1"]);
    const body = { link: secret, relation: "begeleider" };
    expect((await call(ria, "POST", "/api/counsellor/reviews", body)).status).toBe(200);
    expect((await call(ria, "POST", "/api/counsellor/reviews", body)).status).toBe(200);
    expect((await call(bram, "POST", "/api/counsellor/reviews", body)).status).toBe(404);
    expect((await done(Queue, ria, "GET", "/api/counsellor/reviews")).reviews).toHaveLength(1);
  });

  test("R35: a grant to read is nothing to review", async () => {
    const asked = { for: { name: "Een werkgever", purpose: "" }, mode: "read", view: "picked", claimIds: ["c1"], days: 30 };
    const { link } = await done(Given, holder.cookie, "POST", "/api/grants", asked);
    expect(link).toContain("/share#");
    expect((await call(ria, "POST", "/api/counsellor/reviews", { link: link.split("#")[1], relation: "x" })).status).toBe(404);
  });

  test("R35: quotes and experience stand beside the claim, with the missing parts of STARR", async () => {
    await app.store.changePassport(holderId, [
      { type: "claim_confirmed", at, claim: someClaim("c4", "ik moest de hal vegen, daardoor was hij schoon, en ik leerde plannen") },
    ]);
    const id = await takenUp(["c1", "c4"], { parts: ["experiences"] });
    const [first, fourth] = (await open(id)).claims;
    expect(first?.quotes?.map(({ quote }) => quote)).toEqual(["ik veeg c1 elke dag"]);
    expect(first?.experiences).toMatchObject([{ title: "schoonmaker", organisation: "een school" }]);
    expect(first?.missing).toEqual(["task", "result", "reflection"]);
    expect(fourth?.missing).toEqual([]);
  });

  describe("files kept as proof", () => {
    const keep = async (claimId: string, name: string) => {
      const kept = await keepFile(app.store, holderId, { claimId }, { bytes: somePdf(name), name }, Date.parse(at));
      return kept.claims.find(({ id }) => id === claimId)?.files?.at(-1)?.id ?? "";
    };
    const download = (review: string, file: string, cookie = ria) =>
      fetch(`${app.origin}/api/counsellor/reviews/${review}/files/${file}`, { headers: { Cookie: cookie } });
    const logged = async () => (await app.store.holderRows(holderId, "looks")).map(({ value }) => Looks.parse(value).looks);

    test("R35: of granted skills they can be opened, as a download and nothing else, and the holder sees that they were", async () => {
      const file = await keep("c1", "diploma");
      const id = await takenUp(["c1"], { withFiles: true });
      expect((await open(id)).claims[0]?.["files"]).toEqual([{ id: file, name: "diploma", kind: "pdf", bytes: somePdf("diploma").length }]);
      const answer = await download(id, file);
      expect(answer.status).toBe(200);
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(somePdf("diploma"));
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
      expect(answer.headers.get("content-security-policy")).toContain("sandbox");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect((await logged())[0]).toMatchObject([
        { by: "Ria Voorbeeld, De Kade", claimIds: ["c1"] },
        { by: "Ria Voorbeeld, De Kade", claimIds: ["c1"], fileId: file },
      ]);
      const { grants } = await done(
        z.object({ grants: z.array(z.looseObject({ looks: z.array(z.looseObject({})) })) }),
        holder.cookie,
        "GET",
        "/api/sharing",
      );
      expect(grants[0]?.looks.map(({ file: name }) => name)).toEqual(["diploma", null]);
    });

    test("R35: not unless the holder put them in, not of another skill, not for another counsellor, not after it ended", async () => {
      const [own, other] = [await keep("c1", "diploma"), await keep("c2", "iets anders")];
      const without = await takenUp(["c1"]);
      expect((await open(without)).claims[0]?.["files"]).toBeNull();
      const id = await takenUp(["c1"], { withFiles: true });
      const statuses = await Promise.all([download(without, own), download(id, other), download(id, own, bram), download(id, own, holder.cookie)]);
      expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 403]);
      expect((await logged()).flat().every(({ fileId }) => fileId === undefined)).toBe(true);
      await call(holder.cookie, "POST", `/api/grants/${id}/revoke`);
      expect((await download(id, own)).status).toBe(404);
    });

    test("R35: not of a skill that went into another one, and that nobody granted; never with a grant to read", async () => {
      const file = await keep("c2", "iets anders");
      await app.store.changePassport(holderId, [{ type: "claims_merged", at, claimId: "c1", fromId: "c2" }]);
      const id = await takenUp(["c1"], { withFiles: true });
      expect((await open(id)).claims[0]?.["files"]).toEqual([]);
      expect((await download(id, file)).status).toBe(404);
      const { grants } = await done(Given, holder.cookie, "POST", "/api/grants", {
        for: { name: "Een werkgever", purpose: "" },
        view: "picked",
        claimIds: ["c1"],
        withFiles: true,
      });
      expect(grants[0]).toMatchObject({ mode: "read", withFiles: false });
    });
  });

  test("R35: an adjustment counts only once the holder confirms it; then it carries the counsellor's word", async () => {
    const id = await takenUp(["c1"]);
    expect((await judge(id, { kind: "adjust", claimId: "c1", uri: windows.uri, comment: "het gaat om ramen" })).status).toBe(200);
    expect(await claimOf("c1")).toMatchObject({ label: { nl: "vloeren vegen" }, status: "self_declared", endorsements: [] });
    expect(await answerLast(id, "c1", "confirmed")).toBe(200);
    expect(await claimOf("c1")).toMatchObject({ uri: windows.uri, label: windows.label, status: "endorsed", level: { value: "on_my_own" } });
    expect((await open(id)).claims[0]?.verdicts[0]?.answer?.kind).toBe("confirmed");
    // Answered once is answered.
    expect(await answerLast(id, "c1", "declined")).toBe(409);
  });

  test("R35: what the holder changed meanwhile is not undone by a yes", async () => {
    const id = await takenUp(["c1"]);
    await judge(id, { kind: "adjust", claimId: "c1", uri: windows.uri, comment: "ramen" });
    await app.store.changePassport(holderId, [{ type: "claim_level_set", at, claimId: "c1", level: { scheme: "plain", value: "i_teach_it" } }]);
    await answerLast(id, "c1", "confirmed");
    expect(await claimOf("c1")).toMatchObject({ uri: windows.uri, level: { value: "i_teach_it" } });
  });

  test("R35: an agreed change may teach the program only where the holder allows it, and holds no word of anybody", async () => {
    const id = await takenUp(["c1"]);
    await judge(id, { kind: "adjust", claimId: "c1", uri: windows.uri, comment: "ramen" });
    await answerLast(id, "c1", "confirmed");
    expect(await allPairs(app.store)).toEqual([]);
    const help = (allowed: boolean) => call(holder.cookie, "POST", "/api/reviews/help", { allowed });
    expect((await help(true)).status).toBe(200);
    const pair = { from: someClaim("c1").uri, to: windows.uri, extractor: "embedded", promptHash: null };
    expect(await allPairs(app.store)).toEqual([pair]);
    await help(false);
    expect(await allPairs(app.store)).toEqual([]);
    await help(true);
    await call(holder.cookie, "POST", "/api/passport/events", { actions: [{ action: "erase_claim", claimId: "c1" }] });
    expect(await allPairs(app.store)).toEqual([]);
  });

  test("R35: a no to an adjustment is final, and the counsellor sees it", async () => {
    const id = await takenUp(["c1"]);
    const level = { scheme: "plain", value: "with_help" };
    await judge(id, { kind: "adjust", claimId: "c1", level, comment: "nog met hulp" });
    expect(await answerLast(id, "c1", "declined")).toBe(200);
    expect(await claimOf("c1")).toMatchObject({ level: { value: "on_my_own" }, endorsements: [] });
    expect((await open(id)).claims[0]?.verdicts[0]?.answer?.kind).toBe("declined");
    expect((await judge(id, { kind: "adjust", claimId: "c1", level, comment: "toch" })).status).toBe(409);
  });

  test("R35: a rejection leaves the claim where it was; a question gets an answer, without numbers of people", async () => {
    const id = await takenUp(["c1", "c2"]);
    expect((await judge(id, { kind: "reject", claimId: "c1", comment: "dit zag ik niet" })).status).toBe(200);
    expect(await claimOf("c1")).toMatchObject({ status: "self_declared", endorsements: [] });
    await judge(id, { kind: "question", claimId: "c2", comment: "wat deed je precies?" });
    expect((await done(Queue, ria, "GET", "/api/counsellor/reviews")).reviews).toMatchObject([{ state: "waiting", open: 0, waiting: 1 }]);
    expect(await answerLast(id, "c2", "replied", "de gang, bel 06 12345678")).toBe(200);
    const answer = (await open(id)).claims[1]?.verdicts[0]?.answer;
    expect(answer?.text).toContain("de gang");
    expect(JSON.stringify(answer)).not.toContain("12345678");
    // It is the counsellor's turn again.
    expect((await done(Queue, ria, "GET", "/api/counsellor/reviews")).reviews).toMatchObject([{ state: "new", open: 1 }]);
  });

  test("R35: a skill that was missed is an offer until the holder says yes", async () => {
    const id = await takenUp(["c1"]);
    const suggest = () => call(ria, "POST", `/api/counsellor/reviews/${id}/suggestions`, { uri: windows.uri, comment: "dat zag ik u doen" });
    expect((await suggest()).status).toBe(200);
    expect((await app.store.passport(holderId))?.claims).toHaveLength(3);
    expect((await suggest()).status).toBe(409);
    const lineId = (await open(id)).suggestions[0]?.claimId ?? "";
    expect(await answerLast(id, lineId, "confirmed")).toBe(200);
    expect(await claimOf(lineId)).toMatchObject({ uri: windows.uri, status: "endorsed" });
  });

  describe("side by side on one device", () => {
    const Beside = z.object({ beside: z.boolean() });
    const both = () => `${holder.cookie}; ${ria}`;
    const lastOf = async (id: string) => (await open(id)).claims[0]?.verdicts.at(-1);
    const answer = (cookie: string, id: string, body: object) => call(cookie, "POST", `/api/counsellor/reviews/${id}/beside`, body);

    test("R35: the holder answers with a session of their own; who typed what is kept, and that it was side by side", async () => {
      const id = await takenUp(["c1"]);
      await judge(id, { kind: "adjust", claimId: "c1", uri: windows.uri, comment: "het gaat om ramen" });
      const verdictId = (await lastOf(id))?.["id"];
      expect(await done(Beside, both(), "GET", `/api/counsellor/reviews/${id}/beside`)).toEqual({ beside: true });
      const view = await done(View, both(), "POST", `/api/counsellor/reviews/${id}/beside`, { claimId: "c1", verdictId, kind: "confirmed" });
      expect(view.claims[0]).toMatchObject({ state: "endorsed", verdicts: [{ answer: { kind: "confirmed", beside: true } }] });
      expect((await seen()).audit.slice(-2)).toMatchObject([
        { action: "adjust", actor: { kind: "counsellor", by: { name: "Ria Voorbeeld" } } },
        { action: "confirmed", actor: { kind: "holder" }, beside: true },
      ]);
      // What is answered elsewhere is not said to be.
      const other = await takenUp(["c2"]);
      await judge(other, { kind: "question", claimId: "c2", comment: "waar?" });
      await answerLast(other, "c2", "replied", "op school");
      expect((await seen()).audit.at(-1)).not.toHaveProperty("beside");
    });

    test("R35: what the holder types there is kept by the same rule as everywhere", async () => {
      const id = await takenUp(["c1"]);
      await judge(id, { kind: "question", claimId: "c1", comment: "waar?" });
      const verdictId = (await lastOf(id))?.["id"];
      expect((await answer(both(), id, { claimId: "c1", verdictId, kind: "replied", text: "op school, bel 06 12345678" })).status).toBe(200);
      const given = JSON.stringify((await lastOf(id))?.answer);
      expect(given).toContain("op school");
      expect(given).not.toContain("12345678");
    });

    test("R35: a counsellor alone answers nothing, nor beside somebody else, nor after it ended", async () => {
      const id = await takenUp(["c1"]);
      await judge(id, { kind: "adjust", claimId: "c1", uri: windows.uri, comment: "ramen" });
      const body = { claimId: "c1", verdictId: (await lastOf(id))?.["id"], kind: "confirmed" };
      const stranger = (await visit(app)).cookie;
      const beside = async (cookie: string) => (await call(cookie, "GET", `/api/counsellor/reviews/${id}/beside`)).body;
      expect([await beside(ria), await beside(`${stranger}; ${ria}`)]).toEqual([{ beside: false }, { beside: false }]);
      const tries = [ria, `${stranger}; ${ria}`, holder.cookie, `${holder.cookie}; ${bram}`];
      const statuses = await Promise.all(tries.map(async (cookie) => (await answer(cookie, id, body)).status));
      expect(statuses).toEqual([403, 403, 403, 404]);
      await call(holder.cookie, "POST", `/api/grants/${id}/revoke`);
      expect((await answer(both(), id, body)).status).toBe(404);
      expect(await claimOf("c1")).toMatchObject({ status: "self_declared", endorsements: [] });
    });
  });

  test("R35: what is asked of a verdict is asked: a reason, a change, a claim", async () => {
    const id = await takenUp(["c1"]);
    for (const body of [
      { kind: "reject", claimId: "c1" },
      { kind: "question", claimId: "c1", comment: " " },
      { kind: "adjust", claimId: "c1", comment: "niets" },
      { kind: "validate", claimId: "c1" },
    ])
      expect((await judge(id, body)).status).toBe(400);
    expect((await judge(id, { kind: "adjust", claimId: "c1", label: "anders", comment: "x" })).status).toBe(409);
    expect((await seen()).reviews[0]?.lines).toEqual([]);
  });
});

describe("R32: a ladder, and what stands on it", () => {
  test("R32: an accepted claim is endorsed: by whom, in what role, for whom, knowing the holder how, when", async () => {
    const id = await takenUp(["c1"]);
    expect((await judge(id, { kind: "accept", claimId: "c1" })).status).toBe(200);
    const claim = await claimOf("c1");
    expect(claim?.status).toBe("endorsed");
    const endorsement = Endorsement.parse(claim?.endorsements[0]);
    expect(endorsement).toMatchObject({
      by: { name: "Ria Voorbeeld", role: "loopbaanbegeleider", organisation: "De Kade", relation: "begeleider naar werk" },
      claim: { label: { nl: "vloeren vegen" } },
      withdrawn: null,
    });
    expect(Math.abs(Date.parse(endorsement.at) - Date.now())).toBeLessThan(60_000);
  });

  // Of six at the same moment three stood in the passport, one beside the other.
  test("R32: a yes that is sent many times at once is one endorsement", async () => {
    const id = await takenUp(["c1"]);
    // Signing takes its time: meanwhile all of them have come in.
    const { changePassport, changeHolderRow } = app.store;
    let cameIn = 0;
    let allCame = () => {};
    const all = new Promise<void>((resolve) => (allCame = resolve));
    vi.spyOn(app.store, "changeHolderRow").mockImplementation(async (...row) => {
      if (row[1] === "review-line" && (cameIn += 1) === 6) allCame();
      return changeHolderRow(...row);
    });
    vi.spyOn(app.store, "changePassport").mockImplementation(async (...change) => all.then(() => changePassport(...change)));
    const answers = await Promise.all(Array.from({ length: 6 }, () => judge(id, { kind: "accept", claimId: "c1" })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409]);
    expect((await claimOf("c1"))?.endorsements).toHaveLength(1);
    expect((await open(id)).claims[0]?.verdicts).toHaveLength(1);
  });

  test("R32: the credential is whole for a second implementation; one letter changed is not", async () => {
    const id = await takenUp(["c1"]);
    await judge(id, { kind: "accept", claimId: "c1" });
    const { credential } = Endorsement.parse((await claimOf("c1"))?.endorsements[0]);
    expect(credential).toMatchObject({ type: ["VerifiableCredential", "EndorsementCredential"], proof: { cryptosuite: "eddsa-rdfc-2022" } });
    // Of the holder it holds nothing.
    expect(JSON.stringify(credential)).not.toContain(holderId);
    // It may look for schemas and registries on the network; a test never does.
    const offline = vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("no network here"));
    const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const logs = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const Result = z.looseObject({ log: z.array(z.looseObject({ id: z.string(), valid: z.boolean() })).optional() });
    const signature = async (each: object) =>
      Result.parse(await verifyCredential({ credential: structuredClone(each) as never, knownDIDRegistries: [] })).log?.find(
        (one) => one.id === "valid_signature",
      )?.valid ?? false;
    const forged = { ...credential, credentialSubject: { ...Object(credential["credentialSubject"]), endorsementComment: "Alles / everything" } };
    expect(await signature(credential)).toBe(true);
    expect(await signature(forged)).toBe(false);
    expect([await isSignatureWhole(credential), await isSignatureWhole(forged)]).toEqual([true, false]);
    for (const spy of [offline, errors, logs]) spy.mockRestore();
  });

  test("R32: a copy of an endorsement shows its withdrawal to a second implementation, and nothing of anybody else", async () => {
    await app.close();
    app = await startWebApp({ store: withReviewsForgotten(createMemoryStore()) });
    desk = await openCounsellorDesk(app, { withPages: false, publicUrl: new URL("http://skills.example/") });
    await comeIn();
    const id = await takenUp(["c1", "c2"]);
    for (const claimId of ["c1", "c2"]) await judge(id, { kind: "accept", claimId });
    const copyOf = async (claimId: string) => Endorsement.parse((await claimOf(claimId))?.endorsements[0]).credential;
    const [first, second] = [await copyOf("c1"), await copyOf("c2")];
    const { statusListCredential } = z.object({ statusListCredential: z.string() }).parse(first["credentialStatus"]);
    expect(statusListCredential).toMatch(/^http:\/\/skills\.example\/endorsement-status\/did%3Akey%3Az6Mk\w+\/1$/);
    // Anybody's page may ask; the answer is the same for all, and holds no id of an endorsement, a claim or a holder.
    const fetchReally = globalThis.fetch;
    const here = statusListCredential.replace("http://skills.example", app.origin);
    const asked = await fetchReally(here, { headers: { Origin: "https://elsewhere.example" } });
    expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
    const list = await asked.text();
    // Keys and signatures are random letters, in which short words turn up by themselves; so words are looked for as values.
    for (const word of [holderId, String(first["id"]), "vegen", '"c1"', '"Ria"', "Ria "]) expect(list).not.toContain(word);
    for (const wrong of ["/2", "/0", "/x"]) expect((await fetchReally(here.replace(/\/1$/, wrong))).status).toBe(404);

    const online = vi.spyOn(globalThis, "fetch").mockImplementation(async (to, init) => {
      const address = to instanceof Request ? to.url : String(to);
      if (!address.startsWith("http://skills.example/") && !address.startsWith(app.origin)) throw new TypeError("no network here");
      return fetchReally(address.replace("http://skills.example", app.origin), init);
    });
    const quiet = [vi.spyOn(console, "error"), vi.spyOn(console, "log")].map((spy) => spy.mockImplementation(() => undefined));
    const Result = z.looseObject({ log: z.array(z.looseObject({ id: z.string(), valid: z.boolean() })) });
    const checked = async (each: object) => {
      const { log } = Result.parse(await verifyCredential({ credential: structuredClone(each) as never, knownDIDRegistries: [] }));
      return ["valid_signature", "revocation_status"].map((step) => log.find((one) => one.id === step)?.valid);
    };
    try {
      expect([await checked(first), await checked(second)]).toEqual([
        [true, true],
        [true, true],
      ]);
      expect((await call(ria, "POST", `/api/counsellor/reviews/${id}/withdraw`, { claimId: "c1", because: "ik vergiste me" })).status).toBe(200);
      expect([await checked(first), await checked(second)]).toEqual([
        [true, false],
        [true, true],
      ]);
    } finally {
      for (const spy of [online, ...quiet]) spy.mockRestore();
    }
  });

  test("R32: where nobody else reaches this machine, an endorsement names no place to ask", async () => {
    const id = await takenUp(["c1"]);
    await judge(id, { kind: "accept", claimId: "c1" });
    expect(Endorsement.parse((await claimOf("c1"))?.endorsements[0]).credential).not.toHaveProperty("credentialStatus");
  });

  test("R32: a withdrawal is seen, never silent; the claim goes a rung down", async () => {
    const id = await takenUp(["c1"]);
    await judge(id, { kind: "accept", claimId: "c1" });
    expect((await judge(id, { kind: "reject", claimId: "c1", comment: "toch niet" })).status).toBe(409);
    const withdraw = (claimId: string | null) => call(ria, "POST", `/api/counsellor/reviews/${id}/withdraw`, { claimId, because: "ik vergiste me" });
    // Also when the holder let nobody in any more.
    await call(holder.cookie, "POST", `/api/grants/${id}/revoke`);
    expect((await withdraw(null)).status).toBe(200);
    const claim = await claimOf("c1");
    expect(claim?.status).toBe("self_declared");
    expect(Endorsement.parse(claim?.endorsements[0]).withdrawn).toMatchObject({ because: "ik vergiste me" });
    expect((await seen()).audit.map(({ action }) => action)).toEqual(["took_up", "accept", "withdraw"]);
    expect((await withdraw(null)).status).toBe(404);
  });

  test("R32: with a file a claim stays evidenced when the counsellor's word goes", async () => {
    const file = { id: "f", name: "bewijs.pdf", kind: "pdf", bytes: 10, pieces: 1, addedAt: at } as const;
    await app.store.changePassport(holderId, [{ type: "claim_file_added", at, claimId: "c1", file }]);
    const id = await takenUp(["c1"]);
    await judge(id, { kind: "accept", claimId: "c1" });
    expect((await claimOf("c1"))?.status).toBe("endorsed");
    const endorsementId = Endorsement.parse((await claimOf("c1"))?.endorsements[0]).id;
    expect((await call(holder.cookie, "POST", "/api/reviews/remove-endorsement", { claimId: "c1", endorsementId })).status).toBe(200);
    expect(await claimOf("c1")).toMatchObject({ status: "evidenced", endorsements: [] });
  });

  test("R32: a claim whose endorsement the holder took away is to be done again, and can be", async () => {
    const id = await takenUp(["c1"]);
    const queue = async () => (await done(Queue, ria, "GET", "/api/counsellor/reviews")).reviews;
    await judge(id, { kind: "accept", claimId: "c1" });
    expect(await queue()).toMatchObject([{ state: "answered", open: 0 }]);
    const endorsementId = Endorsement.parse((await claimOf("c1"))?.endorsements[0]).id;
    await call(holder.cookie, "POST", "/api/reviews/remove-endorsement", { claimId: "c1", endorsementId });
    expect((await open(id)).claims).toMatchObject([{ state: "removed" }]);
    expect(await queue()).toMatchObject([{ state: "new", open: 1 }]);
    // Which skill it was, the holder can read.
    expect((await seen()).audit.at(-1)).toMatchObject({ action: "endorsement_removed", before: { label: { nl: "vloeren vegen" } } });
    await judge(id, { kind: "accept", claimId: "c1" });
    expect((await open(id)).claims).toMatchObject([{ state: "endorsed" }]);
    expect(await queue()).toMatchObject([{ open: 0 }]);
  });
});

describe("R35: where each claim stands, in the counsellor's list", () => {
  const question = { kind: "question", comment: "waar deed u dat?" };
  const change = { kind: "adjust", level: { scheme: "plain", value: "with_help" }, comment: "met hulp" };
  test.for<[string, object | null, string | null]>([
    ["new", null, null],
    ["endorsed", { kind: "accept" }, null],
    ["endorsed", { kind: "accept" }, "seen"],
    ["rejected", { kind: "reject", comment: "dat zag ik niet" }, null],
    ["asked", question, null],
    ["replied", question, "replied"],
    ["replied", question, "declined"],
    ["proposed", change, null],
    ["declined", change, "declined"],
    ["endorsed", change, "confirmed"],
  ])("%s: %j, and the holder's answer %s", async ([state, said, answer]) => {
    const id = await takenUp(["c1"]);
    if (said) await judge(id, { claimId: "c1", ...said });
    if (answer !== null) await answerLast(id, "c1", answer, answer === "replied" ? "thuis" : null);
    expect((await open(id)).claims).toMatchObject([{ state }]);
  });
});

test("R35: the holder reads of skills by the names that the passport has for them", async () => {
  const id = await takenUp(["c1"]);
  await judge(id, { kind: "adjust", claimId: "c1", uri: windows.uri, comment: "het gaat om ramen" });
  // The skill it was has no plain name in this taxonomy: its label stands there.
  expect((await seen()).headlines).toEqual({ [windows.uri ?? ""]: windowsHeadline });
});

test("R37: the holder's access log has the counsellor by name: once for a sitting, however much is said in it", async () => {
  const id = await takenUp(["c1", "c2"]);
  await open(id);
  for (const claimId of ["c1", "c2"]) await judge(id, { kind: "accept", claimId });
  const Log = z.object({ grants: z.array(z.object({ looks: z.array(z.looseObject({ by: z.string().nullable(), times: z.number() })) })) });
  const { grants } = await done(Log, holder.cookie, "GET", "/api/sharing");
  expect(grants[0]?.looks).toMatchObject([{ by: "Ria Voorbeeld, De Kade", times: 1 }]);
});

describe("R9: status, source and date on every claim", () => {
  test("R9: the holder reads who did what, what it was before and after, and what had found it", async () => {
    const id = await takenUp(["c1"]);
    await judge(id, { kind: "adjust", claimId: "c1", level: { scheme: "plain", value: "i_teach_it" }, comment: "u leert het anderen" });
    await answerLast(id, "c1", "confirmed");
    const origin = { extractor: "embedded", model: null, promptHash: null };
    const by = { name: "Ria Voorbeeld", organisation: "De Kade", relation: "begeleider naar werk" };
    expect((await seen()).audit).toMatchObject([
      { action: "took_up", actor: { kind: "counsellor", by } },
      { action: "adjust", actor: { by }, before: { level: { value: "on_my_own" } }, after: { level: { value: "i_teach_it" } }, origin },
      { action: "confirmed", actor: { kind: "holder" }, origin },
    ]);
    const history = (await app.store.passport(holderId))?.history.filter(({ subject }) => subject === "c1").map(({ event }) => event);
    expect(history).toEqual(["claim_confirmed", "claim_adjusted", "claim_endorsed"]);
  });

  test("R9: no counsellor can say assessed or credential", async () => {
    const id = await takenUp(["c1"]);
    for (const status of ["assessed", "credential"]) expect((await judge(id, { kind: "accept", claimId: "c1", status })).status).toBe(400);
    await judge(id, { kind: "accept", claimId: "c1" });
    expect((await claimOf("c1"))?.status).toBe("endorsed");
  });

  test("R9: erasing a claim leaves of its review only a count", async () => {
    const id = await takenUp(["c1", "c2"]);
    await judge(id, { kind: "reject", claimId: "c1", comment: "Zwaluwstaart" });
    await judge(id, { kind: "accept", claimId: "c2" });
    await call(holder.cookie, "POST", "/api/passport/events", { actions: [{ action: "erase_claim", claimId: "c1" }] });
    const after = await seen();
    expect(after.erased).toBe(1);
    expect(JSON.stringify(after)).not.toContain("Zwaluwstaart");
    expect(JSON.stringify(await app.store.holderRows(holderId, "review-line"))).not.toContain("Zwaluwstaart");
    expect(after.audit.map(({ claimId }) => claimId)).toEqual([null, "c2"]);
  });

  test("R9: erasing everything leaves no door to it at the counsellor's", async () => {
    const id = await takenUp(["c1"]);
    expect((await call(holder.cookie, "POST", "/api/erase", { confirm: "erase_everything" })).status).toBe(200);
    expect(await call(ria, "GET", `/api/counsellor/reviews/${id}`)).toMatchObject({ status: 404 });
    expect(app.store.dumpRecords()).not.toContain(holderId);
  });
});

describe("R35: whose side is whose", () => {
  const counsellors = [
    ["GET", "/api/counsellor/me"],
    ["GET", "/api/counsellor/reviews"],
    ["POST", "/api/counsellor/reviews"],
    ["GET", "/api/counsellor/reviews/x"],
    ["GET", "/api/counsellor/reviews/x/open"],
    ["POST", "/api/counsellor/reviews/x/verdicts"],
    ["POST", "/api/counsellor/reviews/x/suggestions"],
    ["POST", "/api/counsellor/reviews/x/withdraw"],
    ["POST", "/api/counsellor/concepts"],
    ["POST", "/api/counsellor/sign-out"],
    ["POST", "/api/counsellor/sign-out-everywhere"],
  ] as const;
  test.for(counsellors)("%s %s: nobody 401, a holder 403, without the page's own header 403", async ([method, path]) => {
    const body = method === "POST" ? {} : undefined;
    expect((await call(null, method, path, body)).status).toBe(401);
    expect((await call(holder.cookie, method, path, body)).status).toBe(403);
    const bare = await fetch(`${app.origin}${path}`, { method, headers: { Cookie: ria } });
    expect(bare.status).toBe(403);
  });

  test.for([
    ["GET", "/api/passport"],
    ["GET", "/api/passport.json"],
    ["GET", "/api/reviews"],
    ["POST", "/api/reviews/answer"],
    ["POST", "/api/reviews/remove-endorsement"],
    ["POST", "/api/erase"],
    ["GET", "/api/sharing"],
    ["POST", "/api/grants"],
  ] as const)("%s %s: a counsellor 403, nobody 401", async ([method, path]) => {
    const body = method === "POST" ? {} : undefined;
    expect((await call(ria, method, path, body)).status).toBe(403);
    expect((await call(null, method, path, body)).status).toBe(401);
  });

  test("a session ends after half an hour without use, by signing out, everywhere at once, and when the account is revoked", async () => {
    const status = async (cookie: string) => (await call(cookie, "GET", "/api/counsellor/me")).status;
    const idle = await signedIn("Ria Voorbeeld");
    for (const minutes of [29, 58]) {
      app.clock.offsetMs = minutes * 60_000;
      expect(await status(idle)).toBe(200);
    }
    app.clock.offsetMs = 89 * 60_000;
    expect(await status(idle)).toBe(401);
    app.clock.offsetMs = 0;

    expect(await status(ria)).toBe(200);
    await call(ria, "POST", "/api/counsellor/sign-out");
    expect(await status(ria)).toBe(401);
    const [here, there] = [await signedIn("Ria Voorbeeld"), await signedIn("Ria Voorbeeld")];
    await call(here, "POST", "/api/counsellor/sign-out-everywhere");
    expect([await status(here), await status(there)]).toEqual([401, 401]);
    const account = (await desk.accounts.list()).find(({ name }) => name === "Bram Voorbeeld");
    await desk.accounts.endSessions(account?.id ?? "", true);
    expect(await status(bram)).toBe(401);
  });
});
