import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { Passport } from "../../../src/domain/passport.ts";
import { longestVacancy } from "../../../src/domain/vacancy.ts";
import { claimsOf, madeUpTaxonomy, madeUpWork, occupationUri, skillUri } from "../../support/made-up-work.ts";
import { fullPassport } from "../../support/passport-samples.ts";
import { type Answer, send } from "../../support/sharing-client.ts";
import { startWebApp, visit, type WebApp } from "../../support/web-app.ts";

const sky = madeUpTaxonomy([
  { name: "wolkenvouwer", also: ["vouwer van wolken"], essential: ["wolken vouwen", "mist oprollen", "ladders zetten"], optional: ["regen tellen"] },
  { name: "sterrenpoetser", essential: ["sterren poetsen", "doeken wassen"] },
]);
const pasted = "Je vouwt wolken voor Jan Verzonnen, 06-12345678";
let read: string[];
const work = madeUpWork(sky, {
  languages: { codes: ["tr"], labels: async () => new Map([[skillUri("wolken vouwen"), "bulut katlamak"]]) },
  readVacancy: async (text) => {
    read.push(text);
    const concept = sky.catalogue.get(skillUri("wolken vouwen"));
    return concept ? [{ line: text, concepts: [concept] }] : [];
  },
});

let app: WebApp;
let cookie: string;
let holderId: string;
beforeEach(async () => {
  read = [];
  app = await startWebApp({ work });
  ({ cookie } = await visit(app));
  holderId = /"holderId":"([^"]+)"/.exec(app.store.dumpRecords())?.[1] ?? "";
});
afterEach(() => app.close());

const ask = (method: string, path: string, body?: unknown, as = cookie): Promise<Answer> => send(app, method, path, body, as);
const agreed = () =>
  app.store.changePassport(
    holderId,
    (fullPassport().consents ?? []).map((receipt) => ({ type: "consent_given", at: receipt.at, receipt })),
  );
const withSkills = async (...names: readonly string[]) => {
  await agreed();
  await app.store.changePassport(
    holderId,
    claimsOf(...names).map((claim) => ({ type: "claim_confirmed", at: claim.origin.confirmedAt, claim })),
  );
};
const Whole = z.object({
  fitting: z.looseObject({ state: z.string() }),
  goals: z.array(
    z.looseObject({
      wantId: z.string(),
      comparison: z.looseObject({ has: z.array(z.looseObject({ uri: z.string() })), lacks: z.array(z.looseObject({ uri: z.string() })) }),
      nextStep: z.looseObject({ skill: z.looseObject({ uri: z.string() }) }).nullable(),
    }),
  ),
  openGoals: z.array(z.looseObject({ wantId: z.string(), suggestions: z.array(z.looseObject({ uri: z.string() })) })),
});
const five = ["wolken vouwen", "mist oprollen", "regen tellen", "doeken wassen", "ladders zetten"];

describe("R31: work beside the holder's own passport", () => {
  test("R31: too early, and later the occupations with what is there and what is not", async () => {
    expect((await ask("GET", "/api/occupations")).body).toMatchObject({ fitting: { state: "too_early", counted: 0, needed: 5 } });
    await withSkills(...five.slice(0, 4), "sterren poetsen");
    const { fitting } = Whole.parse((await ask("GET", "/api/occupations")).body);
    expect(fitting["fits"]).toMatchObject([
      { occupation: { label: { nl: "sterrenpoetser" } }, asks: 2, lacks: [] },
      { occupation: { label: { nl: "wolkenvouwer" } }, asks: 3, has: [{}, {}], lacks: [{ uri: skillUri("ladders zetten") }], alsoHas: [{}] },
    ]);
  });

  test("R31: an occupation is found by typing, also by another name, and laid beside the passport", async () => {
    await withSkills("wolken vouwen");
    const found = await ask("POST", "/api/occupations/search", { text: "vouwer van", language: "nl" });
    expect(found.body).toEqual({ occupations: [{ uri: occupationUri("wolkenvouwer"), label: { nl: "wolkenvouwer", en: "wolkenvouwer worker" } }] });
    const beside = await ask("POST", "/api/occupations/compare", { occupationUri: occupationUri("wolkenvouwer") });
    expect(beside.body).toMatchObject({ asks: 3, has: [{ uri: skillUri("wolken vouwen"), answering: { kind: "same" } }], lacksMore: 0 });
    expect((await ask("POST", "/api/occupations/compare", { occupationUri: "urn:gone" })).status).toBe(404);
  });

  test("R31: a vacancy is read once agreed, and nothing of it is kept or logged", async () => {
    expect((await ask("POST", "/api/occupations/vacancy", { text: pasted, language: "nl" })).body).toEqual({ isAgreed: false, asks: [] });
    expect(read).toEqual([]);
    await withSkills("wolken vouwen");
    const before = JSON.stringify(await app.store.passport(holderId)) + app.store.dumpRecords();
    const { body } = await ask("POST", "/api/occupations/vacancy", { text: pasted, language: "nl" });
    expect(body).toMatchObject({ isAgreed: true, asks: [{ line: pasted, skill: { uri: skillUri("wolken vouwen"), answering: { kind: "same" } } }] });
    expect(read).toEqual([pasted]);
    expect(JSON.stringify(await app.store.passport(holderId)) + app.store.dumpRecords()).toBe(before);
    expect(JSON.stringify(app.log)).not.toMatch(/Verzonnen|06-/);
  });

  test.for([
    { body: { text: "", language: "nl" } },
    { body: { text: "x".repeat(longestVacancy + 1), language: "nl" } },
    { body: { text: "goed", language: "fr" } },
    { body: { text: 7, language: "nl" } },
  ])("R31: a vacancy that cannot be read is refused by place ($body.language)", async ({ body }) => {
    await agreed();
    expect((await ask("POST", "/api/occupations/vacancy", body)).status).toBe(400);
    expect(read).toEqual([]);
  });
});

describe("R12: from a goal to a next step", () => {
  test("R12: an occupation becomes a goal, shows what is missing and where to begin, and goes again", async () => {
    await withSkills("wolken vouwen");
    const chosen = await ask("POST", "/api/occupations/goal", { occupationUri: occupationUri("wolkenvouwer"), wantId: null });
    const { goals } = Whole.parse(chosen.body);
    expect(goals[0]?.comparison.lacks.map(({ uri }) => uri)).toEqual([skillUri("mist oprollen"), skillUri("ladders zetten")]);
    expect(goals[0]?.nextStep?.skill.uri).toBe(skillUri("mist oprollen"));
    const wantId = goals[0]?.wantId ?? "";
    expect(Passport.parse(await app.store.passport(holderId)).wants).toEqual([
      { id: wantId, kind: "goal", text: "wolkenvouwer", occupationUri: occupationUri("wolkenvouwer") },
    ]);
    const left = await ask("POST", "/api/occupations/goal/leave", { wantId });
    expect(Whole.parse(left.body).goals).toEqual([]);
    expect(Passport.parse(await app.store.passport(holderId)).wants).toEqual([]);
  });

  test("R12: a goal in own words is asked which work it is about", async () => {
    await agreed();
    await app.store.changePassport(holderId, [
      {
        type: "want_set",
        at: "2026-11-26T09:00:00.000Z",
        want: { id: "g", kind: "goal", text: "ik wil graag wolkenvouwer worden", occupationUri: null },
      },
    ]);
    const { openGoals } = Whole.parse((await ask("GET", "/api/occupations")).body);
    expect(openGoals).toMatchObject([{ wantId: "g", suggestions: [{ uri: occupationUri("wolkenvouwer") }] }]);
  });

  test("R12: no goal before the notice was agreed to, and none of an occupation or a goal that is not there", async () => {
    const goal = { occupationUri: occupationUri("wolkenvouwer"), wantId: null };
    expect((await ask("POST", "/api/occupations/goal", goal)).status).toBe(409);
    await agreed();
    expect((await ask("POST", "/api/occupations/goal", { ...goal, occupationUri: "urn:gone" })).status).toBe(404);
    expect((await ask("POST", "/api/occupations/goal", { ...goal, wantId: "gone" })).status).toBe(404);
    expect((await ask("POST", "/api/occupations/goal/leave", { wantId: "gone" })).status).toBe(404);
  });

  test("R12: another holder sees nothing of it", async () => {
    await withSkills(...five);
    await ask("POST", "/api/occupations/goal", { occupationUri: occupationUri("wolkenvouwer"), wantId: null });
    const { cookie: other } = await visit(app);
    expect((await ask("GET", "/api/occupations", undefined, other)).body).toMatchObject({ fitting: { state: "too_early", counted: 0 }, goals: [] });
    expect((await send(app, "GET", "/api/occupations")).status).toBe(401);
  });
});

describe("R26: names in another language of the taxonomy", () => {
  test("R26: chosen on the page, shown with skills and occupations, in passport.json; the passport itself stays as it was", async () => {
    await withSkills("wolken vouwen");
    expect((await ask("GET", "/api/passport")).body).toMatchObject({ labelLanguages: ["tr"] });
    const chosen = await ask("POST", "/api/passport/events", { actions: [{ action: "choose_label_language", language: "tr" }] });
    expect(chosen.body).toMatchObject({ claims: [{ label: { nl: "wolken vouwen" }, otherLabels: { tr: "bulut katlamak" } }] });
    const beside = await ask("POST", "/api/occupations/compare", { occupationUri: occupationUri("wolkenvouwer") });
    expect(beside.body).toMatchObject({ has: [{ otherName: { language: "tr", label: "bulut katlamak" } }] });
    const file = Passport.parse((await ask("GET", "/api/passport.json")).body);
    expect(file.claims[0]).toMatchObject({ label: { nl: "wolken vouwen", en: "to wolken vouwen" }, otherLabels: { tr: "bulut katlamak" } });
    expect(Passport.parse(await app.store.passport(holderId)).claims[0]).not.toHaveProperty("otherLabels");
    expect((await ask("POST", "/api/passport/events", { actions: [{ action: "choose_label_language", language: "<b>" }] })).status).toBe(400);
  });
});
