import { z } from "zod";
import { Language } from "./language.ts";

/** What is true of the running installation and has to be said before anything is processed. */
export const Disclosure = z.object({
  operatorName: z.string().nullable(),
  /** Hosts that read along when a language model or foreign embeddings are configured; null: the text stays here. */
  modelHost: z.string().nullable(),
  channel: z.enum(["web", "teams", "cli"]),
  /** Days after which the conversation's text is removed; null: it stays until the holder erases it. */
  transcriptDays: z.number().int().positive().nullable(),
  /** Days without a visit after which a passport goes that nobody has a way back to; null: it stays. Older receipts do not hold it. */
  abandonedDays: z.number().int().positive().nullable().default(null),
  contact: z.object({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  /** Where things are kept: on this machine, or in the operator's database. */
  storedWhere: z.enum(["this_machine", "operator_database"]),
});
export type Disclosure = z.infer<typeof Disclosure>;

/** What was agreed, when, to which wording. */
export const ConsentReceipt = z.object({
  id: z.string(),
  at: z.string(),
  language: Language,
  wordingHash: z.string(),
  disclosure: Disclosure,
});
export type ConsentReceipt = z.infer<typeof ConsentReceipt>;
