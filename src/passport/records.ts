import type { PassportStore } from "../domain/store.ts";
import { asJson, openContent, sealContent } from "./contents.ts";
import { ownerOf } from "./holder-rows.ts";
import type { Keyring } from "./keyring.ts";
import type { RecordRow, RowStore } from "./rows.ts";

function recordPlace(record: Pick<RecordRow, "kind" | "id" | "owner">) {
  return { owner: record.owner ?? "", kind: `record:${record.kind}`, id: record.id, version: 1 } as const;
}

function holderIdIn(value: unknown): string | null {
  return typeof value === "object" && value !== null && "holderId" in value && typeof value.holderId === "string" ? value.holderId : null;
}

type Records = Pick<PassportStore, "putRecord" | "changeRecord" | "getRecord" | "deleteRecord" | "deleteRecordsOf"> & {
  purgeExpired(nowMs: number): Promise<number>;
};

/** What belongs to the installation, sealed with its key: sessions, tokens, links. */
export function sealedRecords(store: RowStore, keyring: Keyring): Records {
  const recordName = (kind: string, id: string) => keyring.nameOf("record", kind, id);
  return {
    putRecord(kind, id, value, expiresAt) {
      const holderId = holderIdIn(value);
      const record = { kind, id: recordName(kind, id), owner: holderId === null ? null : ownerOf(keyring, holderId), expiresAt };
      const sealed = sealContent(keyring.recordKey, "record", recordPlace(record), { value: asJson(value), expiresAt });
      return store.write(record.owner ?? record.id, (rows) => rows.putRecord({ ...record, sealed }));
    },

    changeRecord(kind, id, change) {
      const place = { kind, id: recordName(kind, id), owner: null, expiresAt: null };
      return store.write(place.id, async (rows) => {
        const found = await rows.record(kind, place.id);
        const before = found && openContent(keyring.recordKey, "record", recordPlace(found), found.sealed).value;
        const after = change(before);
        if (after === undefined) return before;
        const value = asJson(after);
        await rows.putRecord({ ...place, sealed: sealContent(keyring.recordKey, "record", recordPlace(place), { value, expiresAt: null }) });
        return value;
      });
    },

    getRecord: (kind, id, nowMs) =>
      store.read(async (rows) => {
        const found = await rows.record(kind, recordName(kind, id));
        if (!found) return undefined;
        const { value, expiresAt } = openContent(keyring.recordKey, "record", recordPlace(found), found.sealed);
        return expiresAt === null || expiresAt > nowMs ? value : undefined;
      }),

    deleteRecord: (kind, id) => store.write(recordName(kind, id), (rows) => rows.deleteRecord(kind, recordName(kind, id))),
    deleteRecordsOf(kind, holderId) {
      const owner = ownerOf(keyring, holderId);
      return store.write(owner, (rows) => rows.deleteRecordsOf(kind, owner));
    },
    purgeExpired: (nowMs) => store.write("", (rows) => rows.deleteExpired(nowMs)),
  };
}
