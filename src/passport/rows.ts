/** One sealed thing of one holder. `owner` and `id` are keyed hashes; only `kind` and `version` can be read without a key. */
export interface Row {
  readonly owner: string;
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly sealed: Uint8Array;
}

/** A sealed thing of the installation. `owner` is the hash of the holder it points at, if it does. */
export interface RecordRow {
  readonly kind: string;
  readonly id: string;
  readonly owner: string | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number | null;
  readonly sealed: Uint8Array;
}

/** The two secrets of an installation, both sealed with the master key. */
export interface Installation {
  /** A known value: opens only with the right master key. */
  readonly check: Uint8Array;
  /** The installation's own key: names of rows and the seal of records derive from it. */
  readonly root: Uint8Array;
  /** Only while the master key is being replaced. */
  readonly next: Handover | null;
}

/** The same two secrets under the next master key, and the way from one key to the other. */
export interface Handover {
  readonly check: Uint8Array;
  readonly root: Uint8Array;
  /** What wraps data keys next, sealed with what wraps them now. */
  readonly forward: Uint8Array;
  /** The other way round. */
  readonly back: Uint8Array;
}

/** An installation as named values: as it lies in the tables. */
export function namedValues({ check, root, next }: Installation): ReadonlyMap<string, Uint8Array> {
  const values: [string, Uint8Array][] = [
    ["check", check],
    ["root", root],
  ];
  if (next) values.push(["next-check", next.check], ["next-root", next.root], ["next-forward", next.forward], ["next-back", next.back]);
  return new Map(values);
}

/** Undefined where there is none. */
export function installationFrom(values: ReadonlyMap<string, Uint8Array>): Installation | undefined {
  const [check, root] = [values.get("check"), values.get("root")];
  if (!check || !root) return undefined;
  const [nextCheck, nextRoot] = [values.get("next-check"), values.get("next-root")];
  const [forward, back] = [values.get("next-forward"), values.get("next-back")];
  const next = nextCheck && nextRoot && forward && back ? { check: nextCheck, root: nextRoot, forward, back } : null;
  return { check, root, next };
}

/** A holder's data key as it is kept. */
export interface KeptKey {
  readonly wrapped: Uint8Array;
  /** How far the holder's rows were moved to newer keys: version of the row that says so (see `keyProgress`); 0: they never were. */
  readonly progress: number;
}

/** Kind of that row, in clear: with the version of the key it says whether rows and key belong to one another. */
export const progressKind = "key-progress";

/** What can be asked within one transaction; all of it sees one state of the database. */
export interface RowsRead {
  /** Read no earlier than the owner's rows: a key that is there while they are read is known then. */
  dataKey(owner: string): Promise<KeptKey | undefined>;
  row(owner: string, kind: string, id: string): Promise<Row | undefined>;
  /** Rows of a kind, `after < id < before` by bytes, in that order. */
  rows(owner: string, kind: string, after: string, before: string): Promise<readonly Row[]>;
  /** The owner's row that comes after this place, by kind and then by id, both by bytes. */
  nextRow(owner: string, after: Pick<Row, "kind" | "id">): Promise<Row | undefined>;
  /** Rows of a kind of all owners, by owner. */
  rowsOfKind(kind: string): Promise<readonly Row[]>;
  record(kind: string, id: string): Promise<RecordRow | undefined>;
  recordsOfKind(kind: string): Promise<readonly RecordRow[]>;
  /** Whether there is a record of one of these kinds that points at this owner. */
  hasRecords(owner: string, kinds: readonly string[]): Promise<boolean>;
  /** Owners of a data key, which every holder has, in order, those after `after`. @param limit at most so many */
  dataKeyOwners(after: string, limit: number): Promise<readonly string[]>;
  installation(): Promise<Installation | undefined>;
}

export interface RowsWrite extends RowsRead {
  /** Keeps the key that is there already, if there is one. */
  addDataKey(owner: string, wrapped: Uint8Array): Promise<void>;
  replaceDataKey(owner: string, wrapped: Uint8Array): Promise<void>;
  /** Waits for who is making a data key, and keeps others from making one until the transaction ends. */
  lockInstallation(): Promise<void>;
  /** The same for who makes one: the installation stays as it is until the transaction ends. */
  holdInstallation(): Promise<Installation | undefined>;
  /** All of it at once. */
  putInstallation(installation: Installation): Promise<void>;
  /** Adds rows that are not there yet; fails where one is. */
  add(rows: readonly Row[]): Promise<void>;
  /** Puts a row in the place of the one that is there. */
  replace(row: Row): Promise<void>;
  deleteRow(owner: string, kind: string, id: string): Promise<void>;
  /** Deletes rows of a kind, `after < id < before` by bytes. */
  deleteRows(owner: string, kind: string, after: string, before: string): Promise<void>;
  putRecord(record: RecordRow): Promise<void>;
  deleteRecord(kind: string, id: string): Promise<void>;
  deleteRecordsOf(kind: string, owner: string): Promise<void>;
  /** @returns how many went */
  deleteExpired(nowMs: number): Promise<number>;
}

/** A database as the sealed store needs it. Every method throws {StoreUnavailableError} when it cannot do its work,
 *  and then nothing of it was written. */
export interface RowStore {
  /** Undefined before the first start. @throws {DataKeysMissingError} rows without the keys that open them */
  installation(): Promise<Installation | undefined>;
  /** Stores these, unless another process was first. @returns those that are stored */
  install(made: Installation): Promise<Installation>;
  read<T>(work: (rows: RowsRead) => Promise<T>): Promise<T>;
  /** One transaction; writers of the same owner come one after the other. */
  write<T>(owner: string, work: (rows: RowsWrite) => Promise<T>): Promise<T>;
  /** Every row and record of this owner, and the data key; an erasure that was interrupted is finished when opened again. */
  erase(owner: string): Promise<void>;
  /** Data keys that were replaced or deleted live on in no log of the database's own. */
  clearKeyLog(): Promise<void>;
  close(): Promise<void>;
}
