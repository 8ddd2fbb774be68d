import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { labelled, look, namesIn, secretIn, send, sharingHolder, shown } from "../support/sharing-client.ts";
import { darkModules, modulesOf } from "../support/qr-modules.ts";
import { startWebApp, visit, type WebApp } from "../support/web-app.ts";

const day = 86_400_000;
const at = "2026-11-24T10:00:00.000Z";

let app: WebApp;
beforeAll(async () => {
  app = await startWebApp();
});
afterAll(() => app.close());

const bread = labelled("bread", "brood bakken");
const till = labelled("till", "een kassa bedienen", { level: { scheme: "plain", value: "with_help" } });
const secret = labelled("secret", "orgel spelen");
const hidden = labelled("hidden", "dieren verzorgen", { hidden: true });
const everything: readonly PassportEvent[] = [
  { type: "who_set", at, who: { id: "w", text: "Rustig en precies" } },
  { type: "want_set", at, want: { id: "g", kind: "goal", text: "een eigen zaak", occupationUri: null } },
  {
    type: "experience_set",
    at,
    experience: {
      id: "e1",
      area: "paid_work",
      title: "bakker",
      organisation: "De Molen",
      start: "2019",
      end: null,
      summary: "ik bakte",
      noSkills: false,
    },
  },
  { type: "credential_set", at, credential: { id: "d", title: "vmbo", institution: null, date: "2012", level: null, finished: true } },
];
const newHolder = () => sharingHolder(app, [bread, till, secret, hidden], everything);

describe("R11: usable for inflow, development, outflow", () => {
  test.for([
    { view: "applying", skills: ["brood bakken", "orgel spelen"], parts: ["credentials"] },
    { view: "developing", skills: ["brood bakken", "een kassa bedienen", "orgel spelen"], parts: ["credentials", "wants"] },
    { view: "orienting", skills: ["brood bakken", "een kassa bedienen", "orgel spelen"], parts: ["who", "wants"] },
  ])("R11: the view $view shows what suits it, and nothing beside it", async ({ view, skills, parts }) => {
    const holder = await newHolder();
    const seen = await shown(app, (await holder.give({ view })).secret);
    expect(namesIn(seen)).toEqual(skills);
    const filled = (["experiences", "credentials", "wants", "who"] as const).filter((part) => seen[part].length > 0);
    expect(filled.toSorted()).toEqual(parts.toSorted());
  });

  test("R11: picked by hand, it shows what was picked", async () => {
    const holder = await newHolder();
    const seen = await shown(app, (await holder.give({ view: "picked", claimIds: ["till"], parts: ["who"] })).secret);
    expect(namesIn(seen)).toEqual(["een kassa bedienen"]);
    expect(seen).toMatchObject({ who: ["Rustig en precies"], wants: [], experiences: [], credentials: [] });
  });
});

describe("R17: one frame of interpretation", () => {
  test("R17: each shared skill comes with its meaning, its status and its date", async () => {
    const holder = await newHolder();
    const [first] = (await shown(app, (await holder.give()).secret)).claims;
    expect(first).toMatchObject({ meaning: bread.meaning, group: bread.group, status: "self_declared", confirmedOn: "2026-11-24" });
  });
});

describe("R18: the worker owns it and decides who sees it", () => {
  test("R18: nobody has access until it is given, and then to that alone", async () => {
    const holder = await newHolder();
    expect((await holder.own("GET", "/api/sharing")).grants).toEqual([]);
    const { secret: link } = await holder.give({ view: "picked", claimIds: ["bread"], parts: [] });
    const body = JSON.stringify((await look(app, link)).body);
    expect(body).toContain("brood bakken");
    // Neither the others, nor how many there are, nor anything that tells one share from another.
    for (const other of ["orgel", "kassa", "dieren", "Rustig", "De Molen", "vmbo", '"id"', "claimIds", "bread", holder.holderId])
      expect(body).not.toContain(other);
  });

  test("R18: what was done, in the holder's own words, goes along only where the holder puts it in", async () => {
    const holder = await newHolder();
    const seen = async (change: Record<string, unknown>) => JSON.stringify(await shown(app, (await holder.give(change)).secret));
    for (const view of ["applying", "developing", "orienting"]) expect(await seen({ view })).not.toContain("De Molen");
    expect(await seen({ view: "applying", parts: ["experiences"] })).toContain("De Molen");
  });

  test("R18: quotes stay out unless the holder puts them in; of a skill that was merged in, only where it was granted too", async () => {
    const holder = await newHolder();
    const quotes = async (change: object) =>
      (await shown(app, (await holder.give({ view: "picked", parts: [], ...change })).secret)).claims[0]?.quotes;
    expect(await quotes({ claimIds: ["bread"] })).toEqual([]);
    expect(await quotes({ claimIds: ["bread"], withQuotes: true })).toEqual(["brood bakken, zei ik"]);
    const before = await holder.give({ view: "picked", claimIds: ["bread"], parts: [], withQuotes: true });
    await app.store.changePassport(holder.holderId, [{ type: "claims_merged", at, claimId: "bread", fromId: "secret" }]);
    expect((await shown(app, before.secret)).claims[0]?.quotes).toEqual(["brood bakken, zei ik"]);
  });

  test("R18: taken back in one call, the next request fails, an open page hears it, and it stays taken back", async () => {
    const holder = await newHolder();
    const { id, secret: link } = await holder.give();
    expect((await send(app, "POST", "/api/share/live", { link })).status).toBe(200);
    await holder.own("POST", `/api/grants/${id}/revoke`);
    expect((await look(app, link)).status).toBe(404);
    expect((await send(app, "POST", "/api/share/live", { link })).status).toBe(404);
    expect((await send(app, "POST", `/api/grants/${id}/link`, {}, holder.cookie)).status).toBe(404);
    expect((await send(app, "POST", `/api/grants/${id}/change`, { claimIds: ["bread"], parts: [], withQuotes: false }, holder.cookie)).status).toBe(
      404,
    );
    expect((await holder.own("GET", "/api/sharing")).grants).toMatchObject([{ id, state: "revoked" }]);
  });

  test("R18: a grant ends by itself: after 30 days, or the days that were chosen, a year at most", async () => {
    const holder = await newHolder();
    const usual = await holder.give();
    const short = await holder.give({ days: 7 });
    for (const days of [0, 366, 1.5]) {
      const body = { for: { name: "Kwibus", purpose: "" }, view: "applying", days };
      expect((await send(app, "POST", "/api/grants", body, holder.cookie)).status).toBe(400);
    }
    const statusAfter = async (ms: number, link: string) => {
      app.clock.offsetMs = ms;
      const { status } = await look(app, link);
      app.clock.offsetMs = 0;
      return status;
    };
    expect(await statusAfter(7 * day - 5000, short.secret)).toBe(200);
    expect(await statusAfter(7 * day, short.secret)).toBe(404);
    expect(await statusAfter(30 * day - 5000, usual.secret)).toBe(200);
    expect(await statusAfter(30 * day, usual.secret)).toBe(404);
  });

  test("R18: a link comes as a drawing to be scanned too, which holds the link and nothing else; it is kept nowhere", async () => {
    const holder = await newHolder();
    const asked = { for: { name: "Bakkerij Kwibus", purpose: "" }, view: "applying" };
    for (const mode of ["read", "review"]) {
      const { link = "", qr = "" } = await holder.own("POST", "/api/grants", { ...asked, mode });
      expect(darkModules(qr)).toEqual(modulesOf(link));
    }
    const { id } = await holder.give();
    for (const path of [`/api/grants/${id}/link`, "/api/request-link"]) {
      const { link = "", qr = "" } = await holder.own("POST", path);
      expect(darkModules(qr)).toEqual(modulesOf(link));
    }
    expect((await holder.own("GET", "/api/sharing")).qr).toBeUndefined();
  });

  test("R18: what was shared to be reviewed is not shown to whoever has the link, and looking in vain is no look", async () => {
    const holder = await newHolder();
    const { secret: link } = await holder.give({ mode: "review", withQuotes: true });
    expect(await look(app, link)).toEqual({ status: 200, body: { review: true } });
    expect((await holder.own("GET", "/api/sharing")).grants).toMatchObject([{ mode: "review", looks: [] }]);
  });

  test("R18: a new link ends the one before it", async () => {
    const holder = await newHolder();
    const { id, secret: first } = await holder.give();
    const second = secretIn((await holder.own("POST", `/api/grants/${id}/link`)).link);
    expect((await look(app, first)).status).toBe(404);
    expect((await look(app, second)).status).toBe(200);
  });

  test("R18: the link is a secret of 256 bits, kept nowhere but as a hash", async () => {
    const holder = await newHolder();
    const { secret: link } = await holder.give();
    expect(Buffer.from(link, "base64url")).toHaveLength(32);
    const rows = JSON.stringify(await app.store.holderRows(holder.holderId, "grant"));
    expect(app.store.dumpRecords() + rows).not.toContain(link);
    expect(JSON.stringify(app.log)).not.toContain(link);
  });

  test("R18: another holder's grants and requests are not there, and cannot be touched", async () => {
    const [holder, stranger] = [await newHolder(), await newHolder()];
    const { id, secret: link } = await holder.give();
    const ask = secretIn((await holder.own("POST", "/api/request-link")).link);
    await send(app, "POST", "/api/requests", { link: ask, from: { name: "Kwibus", purpose: "" } });
    const requestId = (await holder.own("GET", "/api/sharing")).requests[0]?.id ?? "";
    const change = { claimIds: ["bread"], parts: [], withQuotes: true };
    for (const [path, body] of [
      [`/api/grants/${id}/revoke`, {}],
      [`/api/grants/${id}/link`, {}],
      [`/api/grants/${id}/change`, change],
      [`/api/grants/${id}/erase`, {}],
      [`/api/requests/${requestId}/accept`, { view: "applying" }],
      [`/api/requests/${requestId}/decline`, {}],
    ] as const) {
      expect((await send(app, "POST", path, body, stranger.cookie)).status, path).toBe(404);
    }
    expect((await look(app, link)).status).toBe(200);
    expect((await holder.own("GET", "/api/sharing")).requests).toHaveLength(1);
    expect((await stranger.own("GET", "/api/sharing")).grants).toEqual([]);
  });
});

describe("R19: employers may ask to look in", () => {
  test("R19: who asks sees nothing until the holder accepts, and then what was accepted", async () => {
    const holder = await newHolder();
    const ask = secretIn((await holder.own("POST", "/api/request-link")).link);
    const asked = await send(app, "POST", "/api/requests", { link: ask, from: { name: "Bakkerij Kwibus", purpose: "een vaste plek" } });
    const kept = secretIn((asked.body as { link?: string }).link);
    expect((await look(app, kept)).status).toBe(404);
    const { requests } = await holder.own("GET", "/api/sharing");
    expect(requests).toMatchObject([{ from: { name: "Bakkerij Kwibus", purpose: "een vaste plek" } }]);

    const after = await holder.own("POST", `/api/requests/${requests[0]?.id}/accept`, { view: "picked", claimIds: ["bread"], parts: [] });
    expect(after.requests).toEqual([]);
    expect(after.grants).toMatchObject([{ for: { name: "Bakkerij Kwibus" }, claimIds: ["bread"] }]);
    expect(namesIn(await shown(app, kept))).toEqual(["brood bakken"]);
  });

  test("R19: declined, nothing is left of it, and who asked cannot tell it from no answer", async () => {
    const holder = await newHolder();
    const ask = secretIn((await holder.own("POST", "/api/request-link")).link);
    const asked = await send(app, "POST", "/api/requests", { link: ask, from: { name: "Bakkerij Kwibus", purpose: "" } });
    const kept = secretIn((asked.body as { link?: string }).link);
    const waiting = await look(app, kept);
    const id = (await holder.own("GET", "/api/sharing")).requests[0]?.id ?? "";
    expect(await holder.own("POST", `/api/requests/${id}/decline`)).toMatchObject({ requests: [], grants: [] });
    expect(await look(app, kept)).toEqual(waiting);
    expect((await send(app, "POST", `/api/requests/${id}/accept`, { view: "applying" }, holder.cookie)).status).toBe(404);
    expect(await app.store.holderRows(holder.holderId, "look-request")).toEqual([]);
  });

  test("R19: asking never writes into the passport, and the link to ask with opens nothing and can be ended", async () => {
    const holder = await newHolder();
    const before = await app.store.passport(holder.holderId);
    const ask = secretIn((await holder.own("POST", "/api/request-link")).link);
    const request = { link: ask, from: { name: "Kwibus", purpose: "" } };
    expect((await send(app, "POST", "/api/requests", request)).status).toBe(200);
    expect(await app.store.passport(holder.holderId)).toEqual(before);
    expect((await look(app, ask)).status).toBe(404);
    expect((await holder.own("POST", "/api/request-link/end")).requestLinkMadeAt).toBeNull();
    expect((await send(app, "POST", "/api/requests", request)).status).toBe(404);
  });
});

describe("R20: paying or facilitating gives no access", () => {
  test("R20: whoever pays has no other door than asking, and what they say about it changes nothing", async () => {
    const holder = await newHolder();
    const ask = secretIn((await holder.own("POST", "/api/request-link")).link);
    const from = { name: "Kwibus BV, betaalt dit paspoort", purpose: "wij betalen" };
    const extra = await send(app, "POST", "/api/requests", { link: ask, from: { ...from, sponsor: true }, sponsor: true });
    expect(extra.status).toBe(400);
    const asked = await send(app, "POST", "/api/requests", { link: ask, from });
    const kept = secretIn((asked.body as { link?: string }).link);
    expect((await look(app, kept)).status).toBe(404);
    // A session of one's own, or the link to ask with, is no way in either.
    const { cookie } = await visit(app);
    expect((await send(app, "GET", "/api/sharing", undefined, cookie)).body).toMatchObject({ grants: [], requests: [] });
    expect((await holder.own("GET", "/api/sharing")).grants).toEqual([]);
  });
});

describe("R21: insight into new staff and applicants", () => {
  test("R21: what is shared is read-only: the link writes nothing, and holds no score, rank or percentage", async () => {
    const holder = await newHolder();
    const { id, secret: link } = await holder.give();
    const before = await app.store.passport(holder.holderId);
    const body = JSON.stringify(await shown(app, link));
    expect(body).not.toMatch(/score|rank|percent|probability|discovered/i);
    const cookie = `skillsgesprek=${link}`;
    expect((await send(app, "POST", "/api/passport/events", { actions: [{ action: "erase_claim", claimId: "bread" }] }, cookie)).status).toBe(401);
    expect((await send(app, "POST", `/api/grants/${id}/change`, { claimIds: ["secret"], parts: [], withQuotes: true }, cookie)).status).toBe(401);
    expect((await send(app, "GET", "/api/passport", undefined, cookie)).status).toBe(401);
    expect(await app.store.passport(holder.holderId)).toEqual(before);
  });
});

describe("R25: put skills in and take them out", () => {
  test("R25: skills go in and out of a share that is already out there, under the same link", async () => {
    const holder = await newHolder();
    const { id, secret: link } = await holder.give({ view: "picked", claimIds: ["bread"], parts: [] });
    await holder.own("POST", `/api/grants/${id}/change`, { claimIds: ["secret", "till"], parts: [], withQuotes: false });
    expect(namesIn(await shown(app, link))).toEqual(["een kassa bedienen", "orgel spelen"]);
  });

  test("R25: a hidden skill is in no share, goes out of those it is in, and comes back when it is shown again", async () => {
    const holder = await newHolder();
    const body = { for: { name: "Kwibus", purpose: "" }, view: "picked", claimIds: ["hidden"], parts: [] };
    expect((await send(app, "POST", "/api/grants", body, holder.cookie)).status).toBe(404);
    const { secret: link } = await holder.give();
    const names = async (isHidden: boolean) => {
      await app.store.changePassport(holder.holderId, [{ type: "claim_hidden_set", at, claimId: "bread", hidden: isHidden }]);
      return namesIn(await shown(app, link));
    };
    expect(await names(true)).toEqual(["orgel spelen"]);
    expect(await names(false)).toEqual(["brood bakken", "orgel spelen"]);
  });

  test("R25: what is confirmed later is in no share that is out already", async () => {
    const holder = await newHolder();
    const { secret: link } = await holder.give();
    await app.store.changePassport(holder.holderId, [{ type: "claim_confirmed", at, claim: labelled("later", "taarten versieren") }]);
    expect(namesIn(await shown(app, link))).not.toContain("taarten versieren");
  });
});

describe("R37: ownership, privacy, security", () => {
  test("R37: the holder sees who looked, when and at what; checking whether it may still be shown is no look", async () => {
    const holder = await newHolder();
    const { secret: link } = await holder.give({ view: "picked", claimIds: ["bread"], parts: [] });
    const looks = async () => (await holder.own("GET", "/api/sharing")).grants[0]?.looks ?? [];
    expect(await looks()).toEqual([]);
    await look(app, link);
    await send(app, "POST", "/api/share/live", { link });
    const [first] = await looks();
    expect(first).toMatchObject({ times: 1, by: null, skills: [{ nl: "brood bakken" }] });
    expect(Math.abs(Date.parse(first?.at ?? "") - Date.now())).toBeLessThan(60_000);
    await look(app, link);
    expect(await looks()).toMatchObject([{ times: 2 }]);
    app.clock.offsetMs = 60 * 60_000;
    await look(app, link);
    app.clock.offsetMs = 0;
    expect(await looks()).toMatchObject([{ times: 1 }, { times: 2 }]);
    // Erased from the passport, its name is gone from the log too.
    await app.store.changePassport(holder.holderId, [{ type: "claim_erased", at, claimId: "bread" }]);
    expect(JSON.stringify(await looks())).not.toContain("brood");
  });

  test("R37: a share that was taken back can be erased with its log, and everything goes when the holder erases everything", async () => {
    const holder = await newHolder();
    const { id, secret: link } = await holder.give();
    const { secret: other } = await holder.give();
    await holder.own("POST", "/api/request-link");
    await look(app, link);
    await holder.own("POST", `/api/grants/${id}/erase`);
    expect((await look(app, link)).status).toBe(404);
    expect((await app.store.holderRows(holder.holderId, "looks")).map((row) => row.id)).toEqual([]);
    await send(app, "POST", "/api/erase", { confirm: "erase_everything" }, holder.cookie);
    expect((await look(app, other)).status).toBe(404);
    expect(app.store.dumpRecords()).not.toContain(holder.holderId);
  });
});
