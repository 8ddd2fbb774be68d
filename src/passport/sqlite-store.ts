import { join } from "node:path";
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { DataKeysMissingError, StoredRowNewerError, StoredRowUnreadableError, StoreUnavailableError } from "./errors.ts";
import { type Installation, installationFrom, namedValues, progressKind, type RecordRow, type Row, type RowStore, type RowsWrite } from "./rows.ts";
import { openSealedStore, type SealedStore } from "./sealed-store.ts";
import { emptyLog, openDatabase, patiently, setPragmas, unavailable } from "./sqlite-files.ts";

const layoutVersion = 1;

const dataTables = `
  CREATE TABLE IF NOT EXISTS sealed_rows (
    owner TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, sealed BLOB NOT NULL,
    PRIMARY KEY (owner, kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS records (
    kind TEXT NOT NULL, id TEXT NOT NULL, owner TEXT, expires_at INTEGER, sealed BLOB NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS records_owner ON records (owner, kind);
  CREATE INDEX IF NOT EXISTS records_expiry ON records (expires_at);
  CREATE TABLE IF NOT EXISTS erasing (owner TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`;

const keyTables = `
  CREATE TABLE IF NOT EXISTS data_keys (owner TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS installation (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;`;

type Columns = Record<string, SQLOutputValue>;

function bytes(columns: Columns, name: string): Uint8Array {
  const value = columns[name];
  if (!(value instanceof Uint8Array)) throw new StoredRowUnreadableError(String(columns["kind"] ?? name));
  return value;
}

function rowOf(columns: Columns): Row {
  return {
    owner: String(columns["owner"]),
    kind: String(columns["kind"]),
    id: String(columns["id"]),
    version: Number(columns["version"]),
    sealed: bytes(columns, "sealed"),
  };
}

function recordOf(columns: Columns): RecordRow {
  const { owner, expires_at: expiresAt } = columns;
  return {
    kind: String(columns["kind"]),
    id: String(columns["id"]),
    owner: typeof owner === "string" ? owner : null,
    expiresAt: typeof expiresAt === "number" ? expiresAt : null,
    sealed: bytes(columns, "sealed"),
  };
}

export interface SqliteOptions {
  /** Folder of the database; the data keys lie in `keys/` below it, which a backup of the data leaves out. */
  readonly dataDir: string;
  /** How long to wait for another process that holds the lock. */
  readonly lockWaitMs?: number;
  /** Epoch milliseconds; for tests. */
  readonly nowMs?: () => number;
}

/** A row store that gives tests a way to its open files. */
export interface SqliteRowStore extends RowStore {
  readonly data: DatabaseSync;
}

/** @throws {StoreUnavailableError} @throws {StoredRowNewerError} */
export async function openSqliteRows({ dataDir, lockWaitMs = 5000 }: SqliteOptions): Promise<SqliteRowStore> {
  const opened: DatabaseSync[] = [];
  async function openOne(path: string, tables: string): Promise<DatabaseSync> {
    const database = openDatabase(path);
    opened.push(database);
    await patiently(lockWaitMs, () => setPragmas(database));
    const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
    if (Number(version) > layoutVersion) throw new StoredRowNewerError("layout");
    if (Number(version) < layoutVersion) {
      await patiently(lockWaitMs, () => database.exec(`BEGIN IMMEDIATE; ${tables} PRAGMA user_version = ${layoutVersion}; COMMIT`));
    }
    return database;
  }
  try {
    const data = await openOne(join(dataDir, "passport.sqlite"), dataTables);
    const keys = await openOne(join(dataDir, "keys", "keys.sqlite"), keyTables);
    const store = sqliteRows(data, keys, lockWaitMs);
    await store.finishErasures();
    return store;
  } catch (error) {
    for (const database of opened) if (database.isOpen) database.close();
    throw unavailable(error);
  }
}

function sqliteRows(data: DatabaseSync, keys: DatabaseSync, lockWaitMs: number): SqliteRowStore & { finishErasures(): Promise<void> } {
  const sql = {
    dataKey: keys.prepare("SELECT wrapped FROM data_keys WHERE owner = ?"),
    addDataKey: keys.prepare("INSERT INTO data_keys (owner, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING"),
    deleteDataKey: keys.prepare("DELETE FROM data_keys WHERE owner = ?"),
    installation: keys.prepare("SELECT name, sealed FROM installation"),
    install: keys.prepare("INSERT INTO installation (name, sealed) VALUES ('check', ?), ('root', ?) ON CONFLICT DO NOTHING"),
    replaceDataKey: keys.prepare("UPDATE data_keys SET wrapped = ? WHERE owner = ?"),
    dataKeyOwners: keys.prepare("SELECT owner FROM data_keys WHERE owner > ? ORDER BY owner LIMIT ?"),
    putInstallation: keys.prepare("INSERT OR REPLACE INTO installation (name, sealed) VALUES (?, ?)"),
    dropInstallation: keys.prepare("DELETE FROM installation WHERE name = ?"),
    anything: data.prepare("SELECT EXISTS (SELECT 1 FROM sealed_rows) OR EXISTS (SELECT 1 FROM records) AS found"),
    row: data.prepare("SELECT * FROM sealed_rows WHERE owner = ? AND kind = ? AND id = ?"),
    rows: data.prepare("SELECT * FROM sealed_rows WHERE owner = ? AND kind = ? AND id > ? AND id < ? ORDER BY id"),
    progress: data.prepare(`SELECT version FROM sealed_rows WHERE owner = ? AND kind = '${progressKind}' AND id = ''`),
    nextRow: data.prepare("SELECT * FROM sealed_rows WHERE owner = ? AND (kind, id) > (?, ?) ORDER BY kind, id LIMIT 1"),
    rowsOfKind: data.prepare("SELECT * FROM sealed_rows WHERE kind = ? ORDER BY owner"),
    add: data.prepare("INSERT INTO sealed_rows (owner, kind, id, version, sealed) VALUES (?, ?, ?, ?, ?)"),
    replace: data.prepare("UPDATE sealed_rows SET version = ?, sealed = ? WHERE owner = ? AND kind = ? AND id = ?"),
    deleteRow: data.prepare("DELETE FROM sealed_rows WHERE owner = ? AND kind = ? AND id = ?"),
    deleteRows: data.prepare("DELETE FROM sealed_rows WHERE owner = ? AND kind = ? AND id > ? AND id < ?"),
    hasRecord: data.prepare("SELECT 1 FROM records WHERE owner = ? AND kind = ? LIMIT 1"),
    deleteOwner: data.prepare("DELETE FROM sealed_rows WHERE owner = ?"),
    record: data.prepare("SELECT * FROM records WHERE kind = ? AND id = ?"),
    recordsOfKind: data.prepare("SELECT * FROM records WHERE kind = ?"),
    putRecord: data.prepare("INSERT OR REPLACE INTO records (kind, id, owner, expires_at, sealed) VALUES (?, ?, ?, ?, ?)"),
    deleteRecord: data.prepare("DELETE FROM records WHERE kind = ? AND id = ?"),
    deleteRecordsOf: data.prepare("DELETE FROM records WHERE kind = ? AND owner = ?"),
    deleteOwnersRecords: data.prepare("DELETE FROM records WHERE owner = ?"),
    deleteExpired: data.prepare("DELETE FROM records WHERE expires_at <= ?"),
    erasing: data.prepare("SELECT owner FROM erasing"),
    markErasing: data.prepare("INSERT OR IGNORE INTO erasing (owner) VALUES (?)"),
    unmarkErasing: data.prepare("DELETE FROM erasing WHERE owner = ?"),
  };

  const rows: RowsWrite = {
    async dataKey(owner) {
      // First the rows, then the key: the keys lie in another file, and what is read there later knows of what was read here.
      const progress = Number(sql.progress.get(owner)?.["version"] ?? 0);
      const found = sql.dataKey.get(owner);
      return found && { wrapped: bytes(found, "wrapped"), progress };
    },
    async addDataKey(owner, wrapped) {
      await patiently(lockWaitMs, () => sql.addDataKey.run(owner, wrapped));
    },
    async row(owner, kind, id) {
      const found = sql.row.get(owner, kind, id);
      return found && rowOf(found);
    },
    async rows(owner, kind, after, before) {
      return sql.rows.all(owner, kind, after, before).map(rowOf);
    },
    async nextRow(owner, after) {
      const found = sql.nextRow.get(owner, after.kind, after.id);
      return found && rowOf(found);
    },
    async rowsOfKind(kind) {
      return sql.rowsOfKind.all(kind).map(rowOf);
    },
    async add(added) {
      for (const row of added) sql.add.run(row.owner, row.kind, row.id, row.version, row.sealed);
    },
    async replace(row) {
      if (sql.replace.run(row.version, row.sealed, row.owner, row.kind, row.id).changes !== 1) throw new StoredRowUnreadableError(row.kind);
    },
    async deleteRow(owner, kind, id) {
      sql.deleteRow.run(owner, kind, id);
    },
    async deleteRows(owner, kind, after, before) {
      sql.deleteRows.run(owner, kind, after, before);
    },
    async record(kind, id) {
      const found = sql.record.get(kind, id);
      return found && recordOf(found);
    },
    async recordsOfKind(kind) {
      return sql.recordsOfKind.all(kind).map(recordOf);
    },
    async dataKeyOwners(after, limit) {
      return sql.dataKeyOwners.all(after, limit).map((each) => String(each["owner"]));
    },
    installation: async () => installation(),
    async replaceDataKey(owner, wrapped) {
      await patiently(lockWaitMs, () => sql.replaceDataKey.run(wrapped, owner));
    },
    // Writers come one after the other here, over all processes.
    lockInstallation: async () => undefined,
    holdInstallation: async () => installation(),
    async putInstallation(made) {
      const values = namedValues(made);
      const gone = sql.installation
        .all()
        .map((each) => String(each["name"]))
        .filter((name) => !values.has(name));
      await patiently(lockWaitMs, () => keys.exec("BEGIN IMMEDIATE"));
      try {
        for (const [name, sealed] of values) sql.putInstallation.run(name, sealed);
        for (const name of gone) sql.dropInstallation.run(name);
        keys.exec("COMMIT");
      } catch (error) {
        if (keys.isTransaction) keys.exec("ROLLBACK");
        throw error;
      }
      // What was replaced shall not live on in the log; a reader that is in the way gives way at the next start.
      if (gone.length > 0) await emptyLog(keys, lockWaitMs).catch(() => undefined);
    },
    async hasRecords(owner, kinds) {
      return kinds.some((kind) => sql.hasRecord.get(owner, kind) !== undefined);
    },
    async putRecord({ kind, id, owner, expiresAt, sealed }) {
      sql.putRecord.run(kind, id, owner, expiresAt === null ? null : Math.ceil(expiresAt), sealed);
    },
    async deleteRecord(kind, id) {
      sql.deleteRecord.run(kind, id);
    },
    async deleteRecordsOf(kind, owner) {
      sql.deleteRecordsOf.run(kind, owner);
    },
    async deleteExpired(nowMs) {
      return Number(sql.deleteExpired.run(Math.floor(nowMs)).changes);
    },
  };

  // There is one connection: what awaits inside a transaction must not let another one in.
  let queue: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work).catch((error: unknown) => {
      throw unavailable(error);
    });
    queue = done.catch(() => undefined);
    return done;
  }

  async function transaction<T>(begin: "BEGIN" | "BEGIN IMMEDIATE", work: () => Promise<T>): Promise<T> {
    await patiently(lockWaitMs, () => data.exec(begin));
    try {
      const result = await work();
      data.exec("COMMIT");
      return result;
    } catch (error) {
      // After a full disk SQLite may have rolled back by itself.
      if (data.isOpen && data.isTransaction) data.exec("ROLLBACK");
      throw error;
    }
  }

  /** Destroys the keys of holders whose rows are gone. Under the data's write lock, so that nobody makes the holder anew meanwhile. */
  async function finishErasures(): Promise<void> {
    if (sql.erasing.get() === undefined) return;
    await transaction("BEGIN IMMEDIATE", async () => {
      const marked = sql.erasing.all().map((each) => String(each["owner"]));
      for (const owner of marked) await patiently(lockWaitMs, () => sql.deleteDataKey.run(owner));
      await emptyLog(keys, lockWaitMs);
      for (const owner of marked) sql.unmarkErasing.run(owner);
    });
    await emptyLog(data, lockWaitMs);
  }

  function installation(): Installation | undefined {
    const stored = new Map(sql.installation.all().map((each) => [String(each["name"]), bytes(each, "sealed")]));
    return installationFrom(stored);
  }

  return {
    data,
    finishErasures: () => inTurn(finishErasures),
    installation: () =>
      inTurn(async () => {
        const stored = installation();
        if (!stored && sql.anything.get()?.["found"] !== 0) throw new DataKeysMissingError("keys/keys.sqlite");
        return stored;
      }),
    install: (made) =>
      inTurn(async () => {
        await patiently(lockWaitMs, () => sql.install.run(made.check, made.root));
        const stored = installation();
        if (!stored) throw new StoreUnavailableError("The database did not keep its keys");
        return stored;
      }),
    read: (work) => inTurn(() => transaction("BEGIN", () => work(rows))),
    write: (_owner, work) => inTurn(() => transaction("BEGIN IMMEDIATE", () => work(rows))),
    erase: (owner) =>
      inTurn(async () => {
        await transaction("BEGIN IMMEDIATE", async () => {
          sql.deleteOwner.run(owner);
          sql.deleteOwnersRecords.run(owner);
          sql.markErasing.run(owner);
        });
        await finishErasures();
      }),
    // Not in turn: a copy of the keys that is being made may be in the way for a while, and nobody else has to wait for it.
    clearKeyLog: () =>
      emptyLog(keys, lockWaitMs).catch((error: unknown) => {
        throw unavailable(error);
      }),
    close: () =>
      inTurn(async () => {
        for (const database of [data, keys]) if (database.isOpen) database.close();
      }),
  };
}

/** Does something with the bare rows, for commands that need no open passport. */
export async function withSqliteRows<T>(options: SqliteOptions, work: (rows: RowStore) => Promise<T>): Promise<T> {
  const rows = await openSqliteRows(options);
  try {
    return await work(rows);
  } finally {
    await rows.close();
  }
}

/** The store in files under `dataDir`: for one machine, with no configuration at all.
 *  @param masterKey value of MASTER_KEY; undefined: `<dataDir>/keys/master.key`, made at the first start */
export async function openSqliteStore(options: SqliteOptions & { readonly masterKey: string | undefined }): Promise<SealedStore> {
  const rows = await openSqliteRows(options);
  try {
    return await openSealedStore(rows, { masterKey: options.masterKey, keyFile: join(options.dataDir, "keys", "master.key") }, options.nowMs);
  } catch (error) {
    await rows.close();
    throw error;
  }
}
