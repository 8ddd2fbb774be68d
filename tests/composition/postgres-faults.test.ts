import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type ScriptedModel, startScriptedModel } from "../../src/cli/speed/scripted-model.ts";
import { startTestApplication, type TestApplication } from "../support/application.ts";
import { claimsOf, originOf, story } from "../support/fault-samples.ts";
import { postgresPackage, type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { type TalkingVisitor, talkingVisitor } from "../support/talking-visitor.ts";

const postgresBinaries = postgresPackage();
if (!postgresBinaries) console.warn("Skipped: no PostgreSQL for this machine");

describe.skipIf(!postgresBinaries)("a PostgreSQL that does not do its work: nothing is lost, and the person can send it again", () => {
  let postgres: PostgresServer;
  let model: ScriptedModel;
  let app: TestApplication;
  let databaseUrl = "";
  beforeAll(async () => {
    postgres = await startPostgres(postgresBinaries ?? "");
    model = await startScriptedModel({ kind: "good", afterMs: 5 });
    databaseUrl = await postgres.newDatabase();
    app = await startTestApplication({
      DATABASE_URL: databaseUrl,
      MASTER_KEY: "ef".repeat(32),
      LLM_MODEL: "openai:scripted",
      OPENAI_BASE_URL: model.baseUrl,
    });
  });
  afterAll(async () => {
    await app?.close();
    await model?.close();
    await postgres?.remove();
  });
  afterEach(() => model.be({ kind: "good", afterMs: 5 }));

  async function midTurn(person: TalkingVisitor, id: string, meanwhile: () => Promise<void>) {
    model.be({ kind: "good", afterMs: 700 });
    const answering = person.say(story, { id });
    while (model.waiting() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await meanwhile();
    return answering;
  }

  test("restarted in the middle of a turn: the turn does not notice", async () => {
    const person = await talkingVisitor(originOf(app));
    const heard = await midTurn(person, "told", async () => {
      await postgres.stop();
      await postgres.start();
    });
    expect(heard).toMatchObject({ status: 200, question: expect.stringMatching(/^offer:/) });
    await person.say("ja");
    expect(await claimsOf(person)).toBe(1);
  });

  test("gone at the end of a turn: it is said that it did not work; sent again it counts once", async () => {
    const person = await talkingVisitor(originOf(app));
    const failed = await midTurn(person, "told", () => postgres.stop());
    expect(failed).toMatchObject({
      status: 503,
      error: { code: "temporarily_unavailable", message: "This does not work right now. Try again in a moment" },
    });
    expect(failed.retryAfter).toBe("2");
    const notReady = await fetch(`${originOf(app)}/readyz`);
    expect(notReady.status).toBe(503);
    expect(await notReady.json()).toMatchObject({
      status: "not_ready",
      dependencies: { store: { status: "missing", reason: "passport_store_unavailable" } },
    });
    await postgres.start();
    expect(await person.say(story, { id: "told" })).toMatchObject({ status: 200, question: expect.stringMatching(/^offer:/) });
    await person.say("ja");
    expect(await claimsOf(person)).toBe(1);
    expect((await person.log()).filter(({ id, from }) => from.role === "user" && id === "told")).toHaveLength(1);
  });

  test("all connections taken: whoever waits too long is told to try again; after that all is as it was", { timeout: 90_000 }, async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => talkingVisitor(originOf(app))));
    const other = new pg.Client({ connectionString: databaseUrl });
    await other.connect();
    await other.query("BEGIN");
    await other.query("LOCK TABLE skillsgesprek.sealed_rows IN ACCESS EXCLUSIVE MODE");
    const heard = await Promise.all(people.map((person) => person.say("Ik stond op.", { id: "again" })));
    expect(new Set(heard.map(({ status }) => status))).toEqual(new Set([503]));
    await other.query("ROLLBACK");
    await other.end();
    const again = await Promise.all(people.map((person) => person.say("Ik stond op.", { id: "again" })));
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
