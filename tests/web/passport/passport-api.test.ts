import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Claim, Passport } from "../../../src/domain/passport.ts";
import type { PassportEvent } from "../../../src/domain/passport-events.ts";
import { fullPassport } from "../../support/passport-samples.ts";
import { call, startWebApp, visit, type Visitor, type WebApp } from "../../support/web-app.ts";

let app: WebApp;
let visitor: Visitor;
let holderId: string;

const at = "2026-01-01T00:00:00.000Z";
function claim(id: string, uri: string | null): Claim {
  return {
    id,
    uri,
    label: { nl: `vaardigheid ${id}`, en: null },
    type: "skill",
    taxonomy: null,
    meaning: null,
    group: null,
    level: null,
    discovered: false,
    hidden: false,
    status: "self_declared",
    evidence: [{ quote: "ik maak fietsen", about: "hobby", experienceId: "e1" }],
    origin: { extractor: "embedded", model: null, promptHash: null, confirmedAt: at, channel: "web" },
    endorsements: [],
  };
}
const someExperience = {
  id: "e1",
  area: "hobby",
  title: "fietsen maken",
  organisation: null,
  start: "2019",
  end: null,
  summary: null,
  noSkills: false,
} as const;
const told: PassportEvent[] = [
  { type: "experience_set", at, experience: someExperience },
  { type: "credential_set", at, credential: { id: "c1", title: "rijbewijs B", institution: null, date: null, level: null, finished: true } },
  { type: "want_set", at, want: { id: "w1", kind: "goal", text: "een eigen zaak", occupationUri: null } },
  { type: "who_set", at, who: { id: "p1", text: "ik ben rustig" } },
  { type: "claim_confirmed", at, claim: claim("own", null) },
  { type: "claim_confirmed", at, claim: claim("listed", "http://data.europa.eu/esco/skill/0") },
];

beforeEach(async () => {
  app = await startWebApp();
  visitor = await visit(app);
  await call(app, visitor.token, "POST", "/conversations");
  holderId = app.runner.turns[0]?.holderId ?? "";
  await app.store.changePassport(holderId, told);
});
afterEach(async () => app.close());

async function api(method: string, path: string, body?: unknown) {
  const response = await fetch(`${app.origin}${path}`, {
    method,
    headers: {
      Cookie: visitor.cookie,
      "X-Skillsgesprek": "1",
      Origin: app.origin,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: response.headers.get("content-type")?.includes("json") ? await response.json() : undefined,
  };
}
const act = (...actions: object[]) => api("POST", "/api/passport/events", { actions });
const kept = async () => Passport.parse(await app.store.passport(holderId));

describe("reading", () => {
  test("the page gets the whole passport", async () => {
    const answer = await api("GET", "/api/passport");
    expect(answer.status).toBe(200);
    expect(Passport.parse(answer.body)).toEqual(await kept());
  });

  test("the download is the same passport, as a file", async () => {
    const answer = await api("GET", "/api/passport.json");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="passport.json"');
    expect(Passport.parse(answer.body)).toEqual(await kept());
  });
});

describe("changing", () => {
  test.for<[string, object, (passport: Passport) => unknown, unknown]>([
    [
      "a level",
      { action: "set_level", claimId: "own", level: { scheme: "plain", value: "on_my_own" } },
      (p) => p.claims[0]?.level,
      { scheme: "plain", value: "on_my_own" },
    ],
    [
      "a language level",
      { action: "set_level", claimId: "own", level: { scheme: "cefr", value: "B1" } },
      (p) => p.claims[0]?.level,
      { scheme: "cefr", value: "B1" },
    ],
    ["hiding", { action: "set_hidden", claimId: "listed", hidden: true }, (p) => p.claims[1]?.hidden, true],
    ["own words", { action: "relabel_claim", claimId: "own", label: " fietsen repareren " }, (p) => p.claims[0]?.label.nl, "fietsen repareren"],
    ["erasing a skill", { action: "erase_claim", claimId: "own" }, (p) => p.claims.map((each) => each.id), ["listed"]],
    [
      "erasing an experience",
      { action: "erase_experience", experienceId: "e1" },
      (p) => [p.experiences, p.claims[0]?.evidence[0]?.experienceId],
      [[], null],
    ],
    ["erasing a diploma", { action: "erase_credential", credentialId: "c1" }, (p) => p.credentials, []],
    ["a wish", { action: "edit_want", wantId: "w1", text: " mijn eigen zaak " }, (p) => p.wants[0]?.text, "mijn eigen zaak"],
    ["who I am", { action: "edit_who", whoId: "p1", text: "ik blijf rustig" }, (p) => p.who[0]?.text, "ik blijf rustig"],
    ["erasing a wish", { action: "erase_want", wantId: "w1" }, (p) => p.wants, []],
    ["erasing who I am", { action: "erase_who", whoId: "p1" }, (p) => p.who, []],
    [
      "an experience's end",
      { action: "edit_experience", experienceId: "e1", changes: { end: "2022" } },
      (p) => p.experiences[0],
      { id: "e1", area: "hobby", title: "fietsen maken", organisation: null, start: "2019", end: "2022", summary: null, noSkills: false },
    ],
    [
      "an experience's part of life, and with it that of what was told of it",
      { action: "edit_experience", experienceId: "e1", changes: { area: "volunteering" } },
      (p) => [p.experiences[0]?.area, ...p.claims.flatMap(({ evidence }) => evidence.map(({ about }) => about))],
      ["volunteering", "volunteering", "volunteering"],
    ],
    ["taking a date away", { action: "edit_experience", experienceId: "e1", changes: { start: null } }, (p) => p.experiences[0]?.start, null],
    [
      "a diploma's school",
      { action: "edit_credential", credentialId: "c1", changes: { institution: "CBR" } },
      (p) => p.credentials[0],
      { id: "c1", title: "rijbewijs B", institution: "CBR", date: null, level: null, finished: true },
    ],
  ])("%s is kept, answered and written in history", async ([, action, look, expected]) => {
    const before = (await kept()).history.length;
    const answer = await act(action);
    expect(answer.status).toBe(200);
    expect(look(Passport.parse(answer.body))).toEqual(expected);
    expect(look(await kept())).toEqual(expected);
    expect((await kept()).history.length).toBe(before + 1);
  });

  test("two edits of one experience in one call add up", async () => {
    await act(
      { action: "edit_experience", experienceId: "e1", changes: { start: "2018" } },
      { action: "edit_experience", experienceId: "e1", changes: { end: "2022" } },
    );
    expect((await kept()).experiences[0]).toMatchObject({ start: "2018", end: "2022" });
  });

  test.for<[string, object, (passport: Passport) => unknown, unknown, string[]]>([
    [
      "a telephone number in own words",
      { action: "relabel_claim", claimId: "own", label: "fietsen maken, bel 06 12345678" },
      (p) => p.claims[0]?.label.nl,
      "fietsen maken, bel …",
      ["number"],
    ],
    [
      "a BSN in a title",
      { action: "edit_experience", experienceId: "e1", changes: { title: "fietsen maken 111222333" } },
      (p) => p.experiences[0]?.title,
      "fietsen maken …",
      ["number"],
    ],
    [
      "an e-mail in a place",
      { action: "edit_experience", experienceId: "e1", changes: { organisation: "de winkel, baas@voorbeeld.nl" } },
      (p) => p.experiences[0]?.organisation,
      "de winkel, …",
      ["number"],
    ],
    [
      "an IBAN in a summary",
      { action: "edit_experience", experienceId: "e1", changes: { summary: "betaald op NL91 ABNA 0417 1643 00" } },
      (p) => p.experiences[0]?.summary,
      "betaald op …",
      ["number"],
    ],
    [
      "a street in a school",
      { action: "edit_credential", credentialId: "c1", changes: { institution: "CBR, Dorpsstraat 12, 1234 AB Zwolle" } },
      (p) => p.credentials[0]?.institution,
      "CBR, …",
      ["number"],
    ],
    [
      "illness in who I am",
      { action: "edit_who", whoId: "p1", text: "rustig, ik heb reuma" },
      (p) => p.who[0]?.text,
      "rustig, ik heb …",
      ["sensitive"],
    ],
    [
      "debts in a wish",
      { action: "edit_want", wantId: "w1", text: "werk, want ik heb schulden" },
      (p) => p.wants[0]?.text,
      "werk, want ik heb …",
      ["sensitive"],
    ],
    [
      "somebody's name in a title",
      { action: "edit_experience", experienceId: "e1", changes: { title: "fietsen maken met Mohammed" } },
      (p) => p.experiences[0]?.title,
      "fietsen maken met …",
      ["name"],
    ],
  ])("%s is left out, and that is said", async ([, action, look, expected, leftOut]) => {
    const answer = await act(action);
    expect(answer.body).toMatchObject({ leftOut, isChanged: true });
    expect(look(Passport.parse(answer.body))).toBe(expected);
    expect(JSON.stringify(await kept())).not.toMatch(/12345678|111222333|voorbeeld\.nl|0417|Dorpsstraat|reuma|schulden|Mohammed/);
  });

  test("where nothing of it may be kept, a name stays as it was and a place is emptied", async () => {
    const before = await kept();
    expect((await act({ action: "relabel_claim", claimId: "own", label: "06 12345678" })).body).toMatchObject({
      leftOut: ["number"],
      isChanged: false,
    });
    expect((await act({ action: "edit_experience", experienceId: "e1", changes: { title: "06 12345678" } })).body).toMatchObject({
      isChanged: false,
    });
    expect(await kept()).toEqual(before);
    await act({ action: "edit_experience", experienceId: "e1", changes: { organisation: "06 12345678" } });
    expect((await kept()).experiences[0]).toMatchObject({ title: "fietsen maken", organisation: null });
  });

  test("what was not touched is not looked at again, and a day is no number of a person", async () => {
    const title = "reuma";
    await app.store.changePassport(holderId, [{ type: "experience_set", at, experience: { ...someExperience, title } }]);
    const answer = await act({ action: "edit_experience", experienceId: "e1", changes: { title, end: "12-03-2013", start: "01-09-2005" } });
    expect(answer.body).toMatchObject({ leftOut: [], isChanged: true });
    expect((await kept()).experiences[0]).toMatchObject({ title, start: "01-09-2005", end: "12-03-2013" });
  });

  test("one action that cannot be done undoes the whole call", async () => {
    const before = await kept();
    expect((await act({ action: "erase_claim", claimId: "own" }, { action: "erase_claim", claimId: "unknown" })).status).toBe(404);
    expect(await kept()).toEqual(before);
  });

  test.for<[string, readonly object[], (passport: Passport) => unknown, unknown]>([
    [
      "a skill put in by hand, with an example",
      [{ action: "add_own", label: " tuinieren ", example: "ik hou mijn tuin bij", about: "hobby" }],
      (p) => p.claims.at(-1),
      {
        uri: null,
        label: { nl: "tuinieren", en: null },
        status: "self_declared",
        evidence: [{ quote: "ik hou mijn tuin bij", about: "hobby", experienceId: null }],
        origin: { extractor: "holder", channel: "page" },
      },
    ],
    [
      "one without an example: its own words are the quote",
      [{ action: "add_own", label: "tuinieren", example: null, about: "hobby" }],
      (p) => p.claims.at(-1)?.evidence,
      [{ quote: "tuinieren" }],
    ],
    [
      "the order",
      [{ action: "move_claim", claimId: "listed", beforeId: "own" }],
      (p) => p.claims.map(({ id }) => ({ id })),
      [{ id: "listed" }, { id: "own" }],
    ],
    [
      "doubles merged",
      [{ action: "merge_claims", claimId: "listed", fromId: "own" }],
      (p) => p.claims,
      [{ id: "listed", merged: [{ claim: { id: "own" } }] }],
    ],
    [
      "doubles merged and taken apart in one call",
      [
        { action: "merge_claims", claimId: "listed", fromId: "own" },
        { action: "unmerge_claims", claimId: "listed", fromId: "own" },
      ],
      (p) => p.claims,
      [{ id: "listed" }, { id: "own" }],
    ],
  ])("%s", async ([, actions, look, expected]) => {
    const receipt = fullPassport().consents[0];
    if (receipt) await app.store.changePassport(holderId, [{ type: "consent_given", at, receipt }]);
    const answer = await act(...actions);
    expect(answer.status).toBe(200);
    expect(look(await kept())).toMatchObject(expected as object);
  });

  test("what may not be kept is left out of a skill put in by hand; where nothing is left, none is", async () => {
    const receipt = fullPassport().consents[0];
    if (receipt) await app.store.changePassport(holderId, [{ type: "consent_given", at, receipt }]);
    const added = await act({ action: "add_own", label: "koken", example: "bel 06 12345678", about: "hobby" });
    expect(added.body).toMatchObject({ leftOut: ["number"], isChanged: true });
    expect((await kept()).claims.at(-1)?.evidence[0]?.quote).toBe("bel …");
    const before = await kept();
    const nothing = await act({ action: "add_own", label: "06 12345678", example: null, about: "hobby" });
    expect(nothing.body).toMatchObject({ leftOut: ["number"], isChanged: false });
    expect(await kept()).toEqual(before);
  });

  test.for<[string, object, number]>([
    ["a skill by hand, before agreeing to the notice", { action: "add_own", label: "koken", example: null, about: "hobby" }, 409],
    ["moving what is not there", { action: "move_claim", claimId: "gone", beforeId: null }, 404],
    ["moving before what is not there", { action: "move_claim", claimId: "own", beforeId: "gone" }, 404],
    ["merging with itself", { action: "merge_claims", claimId: "own", fromId: "own" }, 409],
    ["taking apart what is not merged", { action: "unmerge_claims", claimId: "own", fromId: "listed" }, 404],
    ["removing a file that is not there", { action: "remove_file", claimId: "own", fileId: "gone" }, 404],
    ["a language level for what is no language", { action: "set_level", claimId: "listed", level: { scheme: "cefr", value: "B1" } }, 409],
  ])("%s is refused and changes nothing", async ([, action, status]) => {
    const before = await kept();
    expect((await act(action)).status).toBe(status);
    expect(await kept()).toEqual(before);
  });

  test("an official name is not the holder's to change", async () => {
    expect((await act({ action: "relabel_claim", claimId: "listed", label: "anders" })).status).toBe(409);
  });

  test.for([
    { actions: [] },
    { actions: [{ action: "claim_confirmed", claim: claim("new", null) }] },
    { actions: [{ action: "set_level", claimId: "own", level: { scheme: "plain", value: "best_ever" } }] },
    { actions: [{ action: "edit_experience", experienceId: "e1", changes: { id: "e2" } }] },
    { actions: [{ action: "edit_experience", experienceId: "e1", changes: { area: "behaviour" } }] },
    { actions: [{ action: "edit_experience", experienceId: "e1", changes: { title: "" } }] },
    { actions: [{ action: "erase_claim", claimId: "own", holderId: "somebody" }] },
    { actions: Array.from({ length: 51 }, () => ({ action: "erase_claim", claimId: "own" })) },
    { action: "erase_claim", claimId: "own" },
    [],
  ])("what is no page action changes nothing: %#", async (body) => {
    const before = await kept();
    expect((await api("POST", "/api/passport/events", body)).status).toBe(400);
    expect(await kept()).toEqual(before);
  });
});

describe("erasing everything", () => {
  test.for([undefined, {}, { confirm: true }, { confirm: "yes" }])("needs to be confirmed: %j is not enough", async (body) => {
    expect((await api("POST", "/api/erase", body)).status).toBe(400);
    expect(await app.store.hasHolder(holderId)).toBe(true);
  });

  test("leaves no passport, no session and no token", async () => {
    const answer = await api("POST", "/api/erase", { confirm: "erase_everything" });
    expect(answer).toMatchObject({ status: 200, body: { erased: true } });
    expect(answer.headers.get("set-cookie")).toContain("Max-Age=0");
    expect(await app.store.hasHolder(holderId)).toBe(false);
    expect(app.store.dumpRecords()).toBe("[]");
    expect((await api("GET", "/api/passport")).status).toBe(401);
    expect((await call(app, visitor.token, "POST", "/tokens/refresh")).status).toBe(401);
  });
});
