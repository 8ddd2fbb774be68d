import type { KeyObject } from "node:crypto";
import { z } from "zod";
import { ConversationCounts } from "../domain/counts.ts";
import { Passport } from "../domain/passport.ts";
import { StoredRowNewerError, StoredRowUnreadableError } from "./errors.ts";
import { type Place, seal, unsealWithAny } from "./seal.ts";

/** Version of everything below; a row of a higher one is refused, not guessed at. */
const contentVersion = 1;

/** What is sealed, by kind of row. A conversation is one small row that never changes, one head that every turn replaces,
 *  and a row for each turn and each activity. */
export const contents = {
  passport: Passport,
  conversation: z.object({ conversationId: z.string(), ordinal: z.number().int().nonnegative() }),
  /** The row's version is the number of turns committed. */
  head: z.object({ state: z.unknown(), activities: z.number().int().nonnegative() }),
  /** Sequence numbers of what a turn appended; `last < first` where it was nothing. */
  turn: z.object({
    first: z.number().int().positive(),
    last: z.number().int().nonnegative(),
    /** When it was committed, epoch milliseconds; older releases did not write it. */
    at: z.number().optional(),
  }),
  /** When the oldest and the latest of what a conversation still holds was said, epoch milliseconds. */
  transcript: z.object({ oldestAt: z.number(), latestAt: z.number() }),
  activity: z.object({ sequence: z.number().int().positive(), activity: z.record(z.string(), z.unknown()) }),
  /** Numbers for the operator's figures, one row for a conversation. */
  counts: ConversationCounts,
  /** Whatever is kept of a holder beside that, under kinds of its own ("holder:grant"). */
  holder: z.object({ id: z.string(), value: z.unknown() }),
  record: z.object({ value: z.unknown(), expiresAt: z.number().nullable() }),
  /** Its version says it all. */
  "key-progress": z.object({}),
} as const;

export type Kind = keyof typeof contents;
export type Content<K extends Kind> = z.output<(typeof contents)[K]>;

/** As it will be read back: what JSON does not carry is gone. */
export function asJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

const Envelope = z.object({ v: z.number().int().positive(), body: z.unknown() });
const WithVersion = z.object({ version: z.number() });

/** `kind` names the shape; `place` may carry a longer kind (a record's own). */
export function sealContent<K extends Kind>(key: KeyObject, kind: K, place: Place, body: Content<K>): Buffer {
  return seal(key, place, Buffer.from(JSON.stringify({ v: contentVersion, body: contents[kind].parse(body) }), "utf8"));
}

/** @param keys one of them was it sealed with
 *  @throws {StoredRowUnreadableError} @throws {StoredRowNewerError} both name the kind and nothing else */
export function openContent<K extends Kind>(keys: readonly KeyObject[], kind: K, place: Place, sealed: Uint8Array): Content<K> {
  const envelope = Envelope.safeParse(jsonOf(unsealWithAny(keys, place, sealed)));
  if (!envelope.success) throw new StoredRowUnreadableError(kind);
  const { v, body } = envelope.data;
  const passportVersion = kind === "passport" ? (WithVersion.safeParse(body).data?.version ?? 1) : 1;
  if (v > contentVersion || passportVersion > 1) throw new StoredRowNewerError(kind);
  const content = contents[kind].safeParse(body);
  // The zod issues would quote what is stored: they stay out of the error.
  if (!content.success) throw new StoredRowUnreadableError(kind);
  return content.data as Content<K>;
}

function jsonOf(plain: Buffer): unknown {
  try {
    return JSON.parse(plain.toString("utf8"));
  } catch {
    return undefined;
  }
}
