import { z } from "zod";
import { DataKeysMissingError, StoredRowNewerError, StoredRowUnreadableError, StoreUnavailableError } from "./errors.ts";
import { type Connection, type Database, openPool, type PostgresOptions } from "./postgres-pool.ts";
import {
  type Installation,
  installationFrom,
  namedValues,
  progressKind,
  type RecordRow,
  type Row,
  type RowStore,
  type RowsRead,
  type RowsWrite,
} from "./rows.ts";
import { openSealedStore, type SealedStore } from "./sealed-store.ts";

const layoutVersion = 1;
/** Processes that start at once make the tables one after the other: any number will do, as long as it is always the same. */
const layoutLock = 7_305_422_918;
/** Who makes a data key holds it with others; who ends a rotation of the master key holds it alone. */
const installationLock = 7_305_422_919;

/** The data keys have a schema of their own: `pg_dump --schema=skillsgesprek` is a backup without them. */
const tables = `
  CREATE SCHEMA IF NOT EXISTS skillsgesprek;
  CREATE SCHEMA IF NOT EXISTS skillsgesprek_keys;
  CREATE TABLE IF NOT EXISTS skillsgesprek.sealed_rows (
    owner text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL,
    version integer NOT NULL, sealed bytea NOT NULL, PRIMARY KEY (owner, kind, id));
  CREATE TABLE IF NOT EXISTS skillsgesprek.records (
    kind text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, owner text COLLATE "C", expires_at bigint, sealed bytea NOT NULL,
    PRIMARY KEY (kind, id));
  CREATE INDEX IF NOT EXISTS records_owner ON skillsgesprek.records (owner, kind);
  CREATE INDEX IF NOT EXISTS records_expiry ON skillsgesprek.records (expires_at);
  CREATE TABLE IF NOT EXISTS skillsgesprek_keys.data_keys (owner text COLLATE "C" PRIMARY KEY, wrapped bytea NOT NULL);
  CREATE TABLE IF NOT EXISTS skillsgesprek_keys.installation (name text PRIMARY KEY, sealed bytea NOT NULL);
  CREATE TABLE IF NOT EXISTS skillsgesprek.layout (version integer NOT NULL);
  INSERT INTO skillsgesprek.layout (version) SELECT ${layoutVersion} WHERE NOT EXISTS (SELECT FROM skillsgesprek.layout);`;

const Bytes = z.instanceof(Uint8Array);
const RowColumns = z.object({ owner: z.string(), kind: z.string(), id: z.string(), version: z.number(), sealed: Bytes });
const RecordColumns = z.object({
  kind: z.string(),
  id: z.string(),
  owner: z.string().nullable(),
  /** A bigint comes as text. */
  expires_at: z.coerce.number().nullable(),
  sealed: Bytes,
});

function rowOf(columns: unknown): Row {
  return RowColumns.parse(columns);
}

function recordOf(columns: unknown): RecordRow {
  const { expires_at: expiresAt, ...rest } = RecordColumns.parse(columns);
  return { ...rest, expiresAt };
}

function rowsRead({ query }: Connection): RowsRead {
  return {
    async dataKey(owner) {
      const progress = `SELECT version FROM skillsgesprek.sealed_rows WHERE owner = $1 AND kind = '${progressKind}' AND id = ''`;
      const text = `SELECT wrapped, coalesce((${progress}), 0) AS progress FROM skillsgesprek_keys.data_keys WHERE owner = $1`;
      const [found] = (await query(text, [owner])).rows;
      return found && { wrapped: Bytes.parse(found["wrapped"]), progress: Number(found["progress"]) };
    },
    async row(owner, kind, id) {
      const [found] = (await query("SELECT * FROM skillsgesprek.sealed_rows WHERE owner = $1 AND kind = $2 AND id = $3", [owner, kind, id])).rows;
      return found && rowOf(found);
    },
    async rows(owner, kind, after, before) {
      const text = "SELECT * FROM skillsgesprek.sealed_rows WHERE owner = $1 AND kind = $2 AND id > $3 AND id < $4 ORDER BY id";
      return (await query(text, [owner, kind, after, before])).rows.map(rowOf);
    },
    async nextRow(owner, { kind, id }) {
      const text = "SELECT * FROM skillsgesprek.sealed_rows WHERE owner = $1 AND (kind, id) > ($2, $3) ORDER BY kind, id LIMIT 1";
      const [found] = (await query(text, [owner, kind, id])).rows;
      return found && rowOf(found);
    },
    async rowsOfKind(kind) {
      return (await query("SELECT * FROM skillsgesprek.sealed_rows WHERE kind = $1 ORDER BY owner", [kind])).rows.map(rowOf);
    },
    async record(kind, id) {
      const [found] = (await query("SELECT * FROM skillsgesprek.records WHERE kind = $1 AND id = $2", [kind, id])).rows;
      return found && recordOf(found);
    },
    async recordsOfKind(kind) {
      return (await query("SELECT * FROM skillsgesprek.records WHERE kind = $1", [kind])).rows.map(recordOf);
    },
    async dataKeyOwners(after, limit) {
      const text = "SELECT owner FROM skillsgesprek_keys.data_keys WHERE owner > $1 ORDER BY owner LIMIT $2";
      return (await query(text, [after, limit])).rows.map((each) => String(each["owner"]));
    },
    installation: () => installationIn({ query }),
    async hasRecords(owner, kinds) {
      const text = "SELECT EXISTS (SELECT FROM skillsgesprek.records WHERE owner = $1 AND kind = ANY ($2)) AS found";
      return (await query(text, [owner, kinds])).rows[0]?.["found"] === true;
    },
  };
}

function rowsWrite(connection: Connection): RowsWrite {
  const { query } = connection;
  return {
    ...rowsRead(connection),
    async addDataKey(owner, wrapped) {
      await query("INSERT INTO skillsgesprek_keys.data_keys (owner, wrapped) VALUES ($1, $2) ON CONFLICT DO NOTHING", [owner, wrapped]);
    },
    async replaceDataKey(owner, wrapped) {
      await query("UPDATE skillsgesprek_keys.data_keys SET wrapped = $2 WHERE owner = $1", [owner, wrapped]);
    },
    async lockInstallation() {
      await query("SELECT pg_advisory_xact_lock($1)", [installationLock]);
    },
    async holdInstallation() {
      await query("SELECT pg_advisory_xact_lock_shared($1)", [installationLock]);
      return installationIn(connection);
    },
    async putInstallation(installation) {
      const values = namedValues(installation);
      await query("DELETE FROM skillsgesprek_keys.installation WHERE name <> ALL ($1)", [[...values.keys()]]);
      const text =
        "INSERT INTO skillsgesprek_keys.installation (name, sealed) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET sealed = EXCLUDED.sealed";
      for (const [name, sealed] of values) await query(text, [name, sealed]);
    },
    async add(rows) {
      await query(
        `INSERT INTO skillsgesprek.sealed_rows (owner, kind, id, version, sealed)
         SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::bytea[])`,
        [
          rows.map((row) => row.owner),
          rows.map((row) => row.kind),
          rows.map((row) => row.id),
          rows.map((row) => row.version),
          rows.map((row) => row.sealed),
        ],
      );
    },
    async replace({ owner, kind, id, version, sealed }) {
      const text = "UPDATE skillsgesprek.sealed_rows SET version = $4, sealed = $5 WHERE owner = $1 AND kind = $2 AND id = $3";
      if ((await query(text, [owner, kind, id, version, sealed])).count !== 1) throw new StoredRowUnreadableError(kind);
    },
    async deleteRow(owner, kind, id) {
      await query("DELETE FROM skillsgesprek.sealed_rows WHERE owner = $1 AND kind = $2 AND id = $3", [owner, kind, id]);
    },
    async deleteRows(owner, kind, after, before) {
      const text = "DELETE FROM skillsgesprek.sealed_rows WHERE owner = $1 AND kind = $2 AND id > $3 AND id < $4";
      await query(text, [owner, kind, after, before]);
    },
    async putRecord({ kind, id, owner, expiresAt, sealed }) {
      await query(
        `INSERT INTO skillsgesprek.records (kind, id, owner, expires_at, sealed) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (kind, id) DO UPDATE SET owner = EXCLUDED.owner, expires_at = EXCLUDED.expires_at, sealed = EXCLUDED.sealed`,
        [kind, id, owner, expiresAt === null ? null : Math.ceil(expiresAt), sealed],
      );
    },
    async deleteRecord(kind, id) {
      await query("DELETE FROM skillsgesprek.records WHERE kind = $1 AND id = $2", [kind, id]);
    },
    async deleteRecordsOf(kind, owner) {
      await query("DELETE FROM skillsgesprek.records WHERE kind = $1 AND owner = $2", [kind, owner]);
    },
    async deleteExpired(nowMs) {
      return (await query("DELETE FROM skillsgesprek.records WHERE expires_at <= $1", [Math.floor(nowMs)])).count;
    },
  };
}

async function installationIn({ query }: Connection): Promise<Installation | undefined> {
  const stored = new Map(
    (await query("SELECT name, sealed FROM skillsgesprek_keys.installation")).rows.map((each) => [String(each["name"]), Bytes.parse(each["sealed"])]),
  );
  return installationFrom(stored);
}

/** Makes schemas and tables where there are none; needs no right to make them where they are. */
async function prepareLayout(database: Database): Promise<void> {
  await database.transaction("BEGIN", async ({ query }) => {
    await query("SELECT pg_advisory_xact_lock($1)", [layoutLock]);
    const [found] = (
      await query("SELECT to_regclass('skillsgesprek.layout') IS NOT NULL AND to_regclass('skillsgesprek_keys.data_keys') IS NOT NULL AS there")
    ).rows;
    if (found?.["there"] !== true) for (const statement of tables.split(";").filter((each) => each.trim())) await query(statement);
    const [layout] = (await query("SELECT max(version) AS version FROM skillsgesprek.layout")).rows;
    if (Number(layout?.["version"]) > layoutVersion) throw new StoredRowNewerError("layout");
  });
}

function postgresRows(database: Database): RowStore {
  const read = <T>(work: (connection: Connection) => Promise<T>) => database.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work);
  /** Statements after the lock see what its last owner committed: each has a snapshot of its own (READ COMMITTED). */
  const write = <T>(owner: string, work: (connection: Connection) => Promise<T>) =>
    database.transaction("BEGIN ISOLATION LEVEL READ COMMITTED", async (connection) => {
      await connection.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [owner]);
      return work(connection);
    });

  return {
    installation: () =>
      read(async (connection) => {
        const stored = await installationIn(connection);
        const anything = "SELECT EXISTS (SELECT FROM skillsgesprek.sealed_rows) OR EXISTS (SELECT FROM skillsgesprek.records) AS found";
        if (!stored && (await connection.query(anything)).rows[0]?.["found"] === true)
          throw new DataKeysMissingError("the schema skillsgesprek_keys");
        return stored;
      }),
    install: (made) =>
      write("", async (connection) => {
        const text = "INSERT INTO skillsgesprek_keys.installation (name, sealed) VALUES ('check', $1), ('root', $2) ON CONFLICT DO NOTHING";
        await connection.query(text, [made.check, made.root]);
        const stored = await installationIn(connection);
        if (!stored) throw new StoreUnavailableError("The database did not keep its keys");
        return stored;
      }),
    read: (work) => read((connection) => work(rowsRead(connection))),
    write: (owner, work) => write(owner, (connection) => work(rowsWrite(connection))),
    erase: (owner) =>
      write(owner, async ({ query }) => {
        await query("DELETE FROM skillsgesprek.sealed_rows WHERE owner = $1", [owner]);
        await query("DELETE FROM skillsgesprek.records WHERE owner = $1", [owner]);
        await query("DELETE FROM skillsgesprek_keys.data_keys WHERE owner = $1", [owner]);
      }),
    clearKeyLog: async () => undefined,
    close: () => database.close(),
  };
}

/** Does something with the bare rows, for commands that need no open passport. */
export async function withPostgresRows<T>(options: PostgresOptions, work: (rows: RowStore) => Promise<T>): Promise<T> {
  const database = openPool(options);
  try {
    await prepareLayout(database);
    return await work(postgresRows(database));
  } finally {
    await database.close();
  }
}

/** The store in PostgreSQL: any number of processes at once.
 *  @param masterKey value of MASTER_KEY; it has to be set, as every process needs the same
 *  @throws {StoreUnavailableError} @throws {MasterKeyError} @throws {InvalidConfigurationError} */
export async function openPostgresStore(
  options: PostgresOptions & { readonly masterKey: string | undefined; readonly nowMs?: () => number },
): Promise<SealedStore> {
  const database = openPool(options);
  try {
    await prepareLayout(database);
    return await openSealedStore(postgresRows(database), { masterKey: options.masterKey, keyFile: null }, options.nowMs);
  } catch (error) {
    await database.close();
    throw error;
  }
}
