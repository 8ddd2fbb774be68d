import type { IncomingMessage } from "node:http";
import type { Language } from "./language.ts";

/** What nobody may do without end: it costs others their turn, or the operator money. */
export type LimitedThing = "conversations" | "messages" | "uploads";

/** Where a request comes from. */
export type RequestSource = Pick<IncomingMessage, "headers"> & { readonly socket: Pick<IncomingMessage["socket"], "remoteAddress"> };

/** Keeps one visitor, or all of one address together, from taking what others need. */
export interface Limits {
  /** Takes one. @param holderId null: nobody yet @param from null: from where nobody tells, as in Teams
   *  @param language of the sentence @throws {RefusalError} request_too_many, with a sentence for the person and the time to wait */
  take(thing: LimitedThing, holderId: string | null, from: RequestSource | null, language: Language | (() => Promise<Language>)): Promise<void>;
}

export const noLimits: Limits = { take: async () => undefined };
