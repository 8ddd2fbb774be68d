import { passingRowKinds } from "../domain/erasure.ts";
import type { HolderRow, PassportStore } from "../domain/store.ts";
import { asJson } from "./contents.ts";
import { HolderGoneError } from "./errors.ts";
import { afterAll, openHolder, ownerOf, rowsByHolder, valueKind } from "./holder-rows.ts";
import { keyIsDue } from "./key-renewal.ts";
import type { Keyring } from "./keyring.ts";
import type { RowStore } from "./rows.ts";

/** A value's id in the tables. */
export function valueName(keyring: Keyring, holderId: string, kind: string, id: string): string {
  return keyring.nameOf("holder-row", holderId, kind, id);
}

type KeptValues = Pick<PassportStore, "putHolderRow" | "changeHolderRow" | "holderRow" | "holderRows" | "deleteHolderRow" | "rowsOfAllHolders">;

/** Whatever is kept of a holder beside passport and conversations: grants, reviews, pieces of files. */
export function keptValues(store: RowStore, keyring: Keyring): KeptValues {
  function changeHolderRow(holderId: string, kind: string, id: string, change: (before: unknown) => unknown): Promise<unknown> {
    const owner = ownerOf(keyring, holderId);
    return store.write(owner, async (rows) => {
      const holder = await openHolder(rows, keyring, owner);
      if (!holder) throw new HolderGoneError();
      const name = valueName(keyring, holderId, kind, id);
      const row = await rows.row(owner, valueKind(kind), name);
      const before = row && holder.opened("holder", row).value;
      const after = change(before);
      if (after === undefined) return before;
      const value = asJson(after);
      const next = holder.sealedAs(valueKind(kind), "holder", name, (row?.version ?? 0) + 1, { id, value });
      await (row ? rows.replace(next) : rows.add([next]));
      return value;
    });
  }

  return {
    async putHolderRow(holderId, kind, id, value) {
      await changeHolderRow(holderId, kind, id, () => asJson(value));
    },
    changeHolderRow,

    holderRow: (holderId, kind, id) =>
      store.read(async (rows) => {
        const owner = ownerOf(keyring, holderId);
        const holder = await openHolder(rows, keyring, owner);
        const row = holder && (await rows.row(owner, valueKind(kind), valueName(keyring, holderId, kind, id)));
        return row && holder.opened("holder", row).value;
      }),

    holderRows: (holderId, kind) =>
      store.read(async (rows) => {
        const owner = ownerOf(keyring, holderId);
        const holder = await openHolder(rows, keyring, owner);
        if (!holder) return [];
        return (await rows.rows(owner, valueKind(kind), "", afterAll)).map((row): HolderRow => {
          const { id, value } = holder.opened("holder", row);
          return { id, value };
        });
      }),

    deleteHolderRow: (holderId, kind, id) => {
      const owner = ownerOf(keyring, holderId);
      const name = valueName(keyring, holderId, kind, id);
      return store.write(owner, async (rows) => {
        const isErasure = !passingRowKinds.has(kind) && (await rows.row(owner, valueKind(kind), name)) !== undefined;
        await rows.deleteRow(owner, valueKind(kind), name);
        if (isErasure) await keyIsDue(rows, keyring, owner);
      });
    },

    rowsOfAllHolders: (kind) =>
      store.read((rows) => rowsByHolder(rows, keyring, valueKind(kind), (holder, row) => holder.opened("holder", row).value)),
  };
}
