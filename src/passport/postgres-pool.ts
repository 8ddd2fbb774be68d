import pg from "pg";
import { InvalidConfigurationError } from "../domain/errors.ts";
import { StoreUnavailableError } from "./errors.ts";

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`; it never gets into an error or a log. */
  readonly databaseUrl: string;
  /** Connections of this process, 1..10. */
  readonly poolSize?: number;
  /** For one statement, and for getting a connection. */
  readonly timeoutMs?: number;
}

/** One connection within one transaction. */
export interface Connection {
  /** @returns the rows, as yet unread @throws {StoreUnavailableError} */
  query(text: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly Record<string, unknown>[]; readonly count: number }>;
}

export interface Database {
  /** Runs `work` between `begin` and COMMIT, or rolls back. The connection is held for that long and no longer. */
  transaction<T>(begin: string, work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** SQLSTATE classes and codes (PostgreSQL, appendix A) that say something about the server rather than about us. */
const advice: readonly (readonly [prefix: string, sentence: string])[] = [
  ["53100", "The database server's disk is full: make room there, then try again; nothing was half-written"],
  ["53300", "The database server takes no more connections: raise its limit or run fewer processes"],
  ["53", "The database server is short of memory, disk or connections: look at the server"],
  ["57014", "The database did not answer in time: look at its load"],
  ["57P", "The database server is stopping or starting: it is tried again with the next message"],
  ["55P03", "Another process holds a lock for too long: look for long transactions in the database"],
  ["40", "Transactions were in each other's way: try again"],
  ["25006", "The database can only be read: DATABASE_URL has to name the primary server"],
  ["25P", "The database ended a transaction that took too long: try again"],
  ["28", "The database refuses the account in DATABASE_URL: look at its name and password"],
  ["3D000", "The database that DATABASE_URL names does not exist: create it"],
  ["42501", "The account in DATABASE_URL may not do this: it needs CREATE on the database once, and its own schemas after that"],
  ["08", "The connection to the database was lost: it is tried again with the next message"],
  ["58", "The database server cannot reach its files: look at the server"],
  ["XX", "The database reports damage: look at the server's log"],
];

function unavailable(cause: unknown): unknown {
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
  if (!(cause instanceof pg.DatabaseError) || code === undefined) {
    return new StoreUnavailableError("The database does not answer: look whether the server runs and whether DATABASE_URL names it", { cause });
  }
  const sentence = advice.find(([prefix]) => code.startsWith(prefix))?.[1];
  return sentence === undefined ? cause : new StoreUnavailableError(sentence, { cause });
}

function connectionOptions(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl) || !["postgres:", "postgresql:"].includes(new URL(databaseUrl).protocol)) {
    throw new InvalidConfigurationError("DATABASE_URL is not the address of a PostgreSQL database: postgres://user:password@host:5432/database");
  }
  return databaseUrl;
}

/** @throws {InvalidConfigurationError} an address that is none; nothing is connected yet */
export function openPool({ databaseUrl, poolSize = 10, timeoutMs = 10_000 }: PostgresOptions): Database {
  const pool = new pg.Pool({
    connectionString: connectionOptions(databaseUrl),
    max: Math.min(Math.max(poolSize, 1), 10),
    application_name: "skillsgesprek",
    connectionTimeoutMillis: timeoutMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: timeoutMs,
    lock_timeout: timeoutMs,
    idle_in_transaction_session_timeout: timeoutMs,
    // The server's own timeouts come first; this one is for a server that fell silent.
    query_timeout: timeoutMs * 1.2,
  });
  // A connection that breaks emits "error", idle or not; unheard it would end the process. The query that needed it fails anyway.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));

  const connectionOf = (client: pg.PoolClient): Connection => ({
    async query(text, values = []) {
      try {
        const { rows, rowCount } = await client.query<Record<string, unknown>>(text, [...values]);
        return { rows, count: rowCount ?? 0 };
      } catch (error) {
        throw unavailable(error);
      }
    },
  });

  /** A connection with its transaction begun. Those that the server closed in the meantime fail at once and are thrown away, all of
   *  them if need be; one that fell silent has used up the time by then, and is not followed by another. */
  async function begun(begin: string, untilMs = performance.now() + timeoutMs, mayBeDead = pool.idleCount + 1): Promise<pg.PoolClient> {
    const client = await pool.connect().catch((error: unknown) => {
      throw unavailable(error);
    });
    try {
      await connectionOf(client).query(begin);
      return client;
    } catch (error) {
      client.release(true);
      const again = mayBeDead > 0 && performance.now() < untilMs && error instanceof StoreUnavailableError;
      if (again) return begun(begin, untilMs, mayBeDead - 1);
      throw error;
    }
  }

  return {
    async transaction(begin, work) {
      const client = await begun(begin);
      const connection = connectionOf(client);
      let broken = true;
      try {
        const result = await work(connection);
        await connection.query("COMMIT");
        broken = false;
        return result;
      } catch (error) {
        broken = await connection.query("ROLLBACK").then(
          () => false,
          () => true,
        );
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}
