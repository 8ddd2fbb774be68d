import { randomInt } from "node:crypto";
import { z } from "zod";
import { codeAlphabet, codeLength, readCode } from "../domain/come-back-code.ts";
import type { PassportStore } from "../domain/store.ts";
import { sha256Hex } from "./secrets.ts";

/** Codes with which a holder comes back on another day or device. One at a time; kept only as a hash, so never shown twice. */
export interface ComeBackCodes {
  /** A new code for this holder. The one before it ends here. */
  make(holderId: string): Promise<string>;
  /** When the code that now works was made (epoch milliseconds); null: there is none. */
  madeAt(holderId: string): Promise<number | null>;
  /** Whose code this is, however it was typed; undefined for a wrong, replaced or ended one. */
  holderOf(typed: string): Promise<string | undefined>;
  end(holderId: string): Promise<void>;
}

const CodeRecord = z.object({ holderId: z.string() });
/** Which of the codes ever made for a holder is the one that works: a single record, so that there is never more than one. */
const CurrentRecord = z.object({ holderId: z.string(), codeHash: z.string(), madeAtMs: z.number() });

function newCode(): string {
  return Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join("");
}

export function createComeBackCodes(options: { readonly store: PassportStore; readonly nowMs?: () => number }): ComeBackCodes {
  const { store } = options;
  const nowMs = options.nowMs ?? Date.now;

  async function current(holderId: string): Promise<z.infer<typeof CurrentRecord> | undefined> {
    return CurrentRecord.safeParse(await store.getRecord("come-back-holder", holderId, nowMs())).data;
  }

  return {
    async make(holderId) {
      const code = newCode();
      const codeHash = sha256Hex(code);
      const before = await current(holderId);
      // Of two that are made at once, the one that is written last here works; the other never does.
      await store.putRecord("come-back-code", codeHash, { holderId }, null);
      await store.putRecord("come-back-holder", holderId, { holderId, codeHash, madeAtMs: nowMs() }, null);
      if (before) await store.deleteRecord("come-back-code", before.codeHash);
      return code;
    },

    async madeAt(holderId) {
      return (await current(holderId))?.madeAtMs ?? null;
    },

    async holderOf(typed) {
      const codeHash = sha256Hex(readCode(typed));
      const found = CodeRecord.safeParse(await store.getRecord("come-back-code", codeHash, nowMs())).data;
      // Asked for a code that nobody has as well, so that each refusal takes the same way.
      const holderId = found?.holderId ?? "";
      const [works, exists] = [(await current(holderId))?.codeHash === codeHash, await store.hasHolder(holderId)];
      return works && exists ? holderId : undefined;
    },

    async end(holderId) {
      await store.deleteRecordsOf("come-back-holder", holderId);
      await store.deleteRecordsOf("come-back-code", holderId);
    },
  };
}
