import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { freePort } from "../../src/cli/quality/free-port.ts";
import { type ScriptedModel, startScriptedModel } from "../../src/cli/speed/scripted-model.ts";
import { openPostgresStore } from "../../src/passport/postgres-store.ts";
import { putVectors } from "../support/application.ts";
import { postgresPackage, type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { qdrantBinary, type QdrantServer, startQdrant } from "../support/qdrant-server.ts";
import { type ServerProcess, startServerProcess } from "../support/server-process.ts";
import { openStream } from "../support/stream-client.ts";
import { talkingVisitor } from "../support/talking-visitor.ts";
import { call } from "../support/web-app.ts";

const [postgresBinaries, qdrantProgram] = [postgresPackage(), qdrantBinary()];
if (!postgresBinaries || !qdrantProgram) console.warn("Skipped: no PostgreSQL or no Qdrant for this machine");

const masterKey = "cd".repeat(32);
const conversations = 200;
const Passport = z.object({ claims: z.array(z.object({ id: z.string() })) });

describe.skipIf(!postgresBinaries || !qdrantProgram)("two processes over one PostgreSQL and one Qdrant", () => {
  let postgres: PostgresServer;
  let qdrant: QdrantServer;
  let model: ScriptedModel;
  let databaseUrl = "";
  let folder = "";
  const servers: ServerProcess[] = [];
  const origins: string[] = [];
  const [a, b] = [() => origins[0] ?? "", () => origins[1] ?? ""];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "many-processes-"));
    await putVectors(folder);
    [postgres, qdrant, model] = await Promise.all([
      startPostgres(postgresBinaries ?? ""),
      startQdrant(qdrantProgram ?? ""),
      startScriptedModel({ kind: "good", afterMs: 5 }),
    ]);
    databaseUrl = await postgres.newDatabase();
    for (const _ of [1, 2]) {
      const port = await freePort();
      const settings = {
        PORT: String(port),
        DATA_DIR: folder,
        DATABASE_URL: databaseUrl,
        MASTER_KEY: masterKey,
        QDRANT_URL: qdrant.url,
        LLM_MODEL: "openai:scripted",
        OPENAI_BASE_URL: model.baseUrl,
      };
      servers.push(startServerProcess(settings, folder));
      // The first one puts the concepts into Qdrant.
      if (servers.length === 1) await servers[0]?.ready;
      origins.push(`http://127.0.0.1:${port}`);
    }
    await Promise.all(servers.map(({ ready }) => ready));
  }, 240_000);
  afterAll(async () => {
    for (const server of servers) await server.kill();
    await Promise.all([model?.close(), qdrant?.stop(), postgres?.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  test("a client that alternates between them has one conversation; its socket hears of both, and comes back at either", async () => {
    const person = await talkingVisitor(a());
    const { token, conversationId } = person.visitor;
    const streamAt = async (origin: string, watermark = "-") => {
      const { body } = await call({ origin }, token, "GET", `/conversations/${conversationId}?watermark=${watermark}`);
      return openStream(body.streamUrl);
    };
    const first = await streamAt(a());
    expect((await person.say("Ik reed op een heftruck. Dat deed ik jaren.", { origin: b() })).question).toMatch(/^offer:/);
    const confirmed = await person.say("ja", { origin: a() });
    expect(confirmed.texts.join(" ")).toContain("paspoort");
    await first.until(() => first.texts().some((text) => text?.includes("eerste vaardigheid")));
    const watermark = first.watermark();
    await first.close();
    await person.say("Ik help ook mensen in de buurt met hun fiets.", { origin: b() });
    const second = await streamAt(b(), watermark);
    await second.until(() => second.activities.length >= 2);
    const log = await person.log(a());
    expect([...first.activities, ...second.activities].filter(({ type }) => type === "message").map(({ id }) => id)).toEqual(log.map(({ id }) => id));
    expect(await person.log(b())).toEqual(log);
    await second.close();
  });

  test("the same message at both at once is one turn; an offer answered at both at once is one claim", async () => {
    const person = await talkingVisitor(a());
    const told = await Promise.all([a(), b(), a(), b()].map((origin) => person.say("Ik reed op een heftruck.", { origin, id: "the-very-same" })));
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await person.log()).filter(({ id }) => id === "the-very-same")).toHaveLength(1);
    const answered = await Promise.all([a(), b()].map((origin, at) => person.say("ja", { origin, id: `yes-${at}` })));
    expect(answered.map(({ status }) => status)).toEqual([200, 200]);
    const { claims } = Passport.parse(JSON.parse((await person.api("GET", "/api/passport")).text));
    expect(claims).toHaveLength(new Set(claims.map(({ id }) => id)).size);
    expect(claims.length).toBeGreaterThanOrEqual(1);
    const log = await person.log();
    expect(log.map(({ id }) => id)).toEqual([...new Set(log.map(({ id }) => id))]);
    expect(await person.log(b())).toEqual(log);
    // Both answers are there, in one order, each with what it led to.
    expect(log.filter(({ id, from }) => from.role === "user" && id?.startsWith("yes-"))).toHaveLength(2);
  });

  test("what is added up in the store is right, whoever adds at the same moment", async () => {
    const stores = await Promise.all([1, 2].map(() => openPostgresStore({ databaseUrl, masterKey })));
    const add = (before: unknown) => ({ sum: (z.object({ sum: z.number() }).safeParse(before).data?.sum ?? 0) + 1 });
    const adding = stores.flatMap((store) => Array.from({ length: 20 }, () => store.changeRecord("sum", "x", null, add)));
    await Promise.all(adding);
    expect(await stores[0]?.getRecord("sum", "x", Date.now())).toEqual({ sum: 40 });
    for (const store of stores) await store.close();
  });

  test(
    `${conversations} people tell something while the model takes two seconds, on ten connections for each process`,
    { timeout: 180_000 },
    async () => {
      const people = [];
      for (let from = 0; from < conversations; from += 20) {
        const some = Array.from({ length: 20 }, (_, at) => talkingVisitor(origins[at % 2] ?? ""));
        people.push(...(await Promise.all(some)));
      }
      model.be({ kind: "good", afterMs: 2_000 });
      const watcher = new pg.Client({ connectionString: databaseUrl });
      await watcher.connect();
      const seen = { mostWaiting: 0, mostConnections: 0 };
      let isOver = false;
      const watching = (async () => {
        while (!isOver) {
          const { rows } = await watcher.query<{ connections: number }>(
            "SELECT count(*)::int AS connections FROM pg_stat_activity WHERE application_name = 'skillsgesprek'",
          );
          seen.mostWaiting = Math.max(seen.mostWaiting, model.waiting());
          seen.mostConnections = Math.max(seen.mostConnections, rows[0]?.connections ?? 0);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      })();
      const begun = performance.now();
      const heard = await Promise.all(
        people.map((person, at) => person.say("Ik reed op een heftruck. Dat deed ik jaren.", { origin: origins[(at + 1) % 2] ?? "" })),
      );
      const seconds = (performance.now() - begun) / 1000;
      isOver = true;
      await watching;
      await watcher.end();
      console.info(`${conversations} turns with a model of two seconds in ${seconds.toFixed(1)} s; ${JSON.stringify(seen)}`);
      expect(heard.map(({ status }) => status)).toEqual(people.map(() => 200));
      expect(heard.filter(({ question }) => question.startsWith("offer:"))).toHaveLength(conversations);
      // Far more turns wait for the model than there are connections: none of them holds one.
      expect(seen.mostWaiting).toBeGreaterThan(20);
      expect(seen.mostConnections).toBeLessThanOrEqual(20);
      // On a busy machine a model may be too slow and the search too late; what stands in for them did. Nothing else went wrong.
      const errors = servers.flatMap((server) =>
        server
          .said()
          .split("\n")
          .filter((line) => line.includes('"level":"error"')),
      );
      expect(errors.filter((line) => !/extraction_model_unavailable|grounding_index_unavailable/.test(line))).toEqual([]);
    },
  );
});
