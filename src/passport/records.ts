import type { PassportStore } from "../domain/store.ts";
import { asJson, openContent, sealContent } from "./contents.ts";
import { ownerOf } from "./holder-rows.ts";
import type { Keyring } from "./keyring.ts";
import type { RecordRow, RowStore, RowsRead, RowsWrite } from "./rows.ts";

function recordPlace(record: Pick<RecordRow, "kind" | "id" | "owner">) {
  return { owner: record.owner ?? "", kind: `record:${record.kind}`, id: record.id, version: 1 } as const;
}

function holderIdIn(value: unknown): string | null {
  return typeof value === "object" && value !== null && "holderId" in value && typeof value.holderId === "string" ? value.holderId : null;
}

type Records = Pick<PassportStore, "putRecord" | "addRecord" | "recordsOf" | "changeRecord" | "getRecord" | "deleteRecord" | "deleteRecordsOf"> & {
  purgeExpired(nowMs: number): Promise<number>;
};

/** What the store itself notes of an owner, one record of a kind; it goes when the owner is erased. */
export function ownersRecord(keyring: Keyring, kind: string, owner: string) {
  const place = { kind, id: keyring.nameOf("record", kind, owner), owner, expiresAt: null };
  return {
    async get(rows: RowsRead): Promise<unknown> {
      const found = await rows.record(kind, place.id);
      return found && openContent([keyring.recordKey], "record", recordPlace(place), found.sealed).value;
    },
    put: (rows: RowsWrite, value: unknown): Promise<void> =>
      rows.putRecord({ ...place, sealed: sealContent(keyring.recordKey, "record", recordPlace(place), { value, expiresAt: null }) }),
    delete: (rows: RowsWrite): Promise<void> => rows.deleteRecord(kind, place.id),
  };
}

/** What belongs to the installation, sealed with its key: sessions, tokens, links. */
export function sealedRecords(store: RowStore, keyring: Keyring): Records {
  const recordName = (kind: string, id: string) => keyring.nameOf("record", kind, id);

  function sealedRecord(kind: string, id: string, value: unknown, expiresAt: number | null): RecordRow {
    const holderId = holderIdIn(value);
    const record = { kind, id: recordName(kind, id), owner: holderId === null ? null : ownerOf(keyring, holderId), expiresAt };
    return { ...record, sealed: sealContent(keyring.recordKey, "record", recordPlace(record), { value: asJson(value), expiresAt }) };
  }

  const opened = (record: RecordRow) => openContent([keyring.recordKey], "record", recordPlace(record), record.sealed);
  const isValid = ({ expiresAt }: { readonly expiresAt: number | null }, nowMs: number) => expiresAt === null || expiresAt > nowMs;

  return {
    putRecord(kind, id, value, expiresAt) {
      const record = sealedRecord(kind, id, value, expiresAt);
      return store.write(record.owner ?? record.id, (rows) => rows.putRecord(record));
    },

    addRecord(kind, id, value, expiresAt, nowMs) {
      const record = sealedRecord(kind, id, value, expiresAt);
      // Whoever adds the same one waits for this, whomever it points at.
      return store.write(record.id, async (rows) => {
        const before = await rows.record(kind, record.id);
        if (before && isValid(opened(before), nowMs)) return false;
        await rows.putRecord(record);
        return true;
      });
    },

    recordsOf: (kind, nowMs) =>
      store.read(async (rows) =>
        (await rows.recordsOfKind(kind))
          .map(opened)
          .filter((record) => isValid(record, nowMs))
          .map(({ value }) => value),
      ),

    getRecord: (kind, id, nowMs) =>
      store.read(async (rows) => {
        const found = await rows.record(kind, recordName(kind, id));
        if (!found) return undefined;
        const record = opened(found);
        return isValid(record, nowMs) ? record.value : undefined;
      }),

    changeRecord(kind, id, expiresAt, change) {
      const name = recordName(kind, id);
      return store.write(name, async (rows) => {
        const found = await rows.record(kind, name);
        const before = found && opened(found).value;
        const after = change(before);
        if (after === undefined) return before;
        await rows.putRecord(sealedRecord(kind, id, after, expiresAt));
        return asJson(after);
      });
    },

    deleteRecord: (kind, id) => store.write(recordName(kind, id), (rows) => rows.deleteRecord(kind, recordName(kind, id))),
    deleteRecordsOf(kind, holderId) {
      const owner = ownerOf(keyring, holderId);
      return store.write(owner, (rows) => rows.deleteRecordsOf(kind, owner));
    },
    purgeExpired: (nowMs) => store.write("", (rows) => rows.deleteExpired(nowMs)),
  };
}
