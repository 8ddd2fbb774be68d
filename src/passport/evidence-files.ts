import { randomUUID } from "node:crypto";
import { z } from "zod";
import { fileLimits, filePieceIds, filePieceKind, filesOf } from "../domain/claim-files.ts";
import type { ClaimFile, Passport } from "../domain/passport.ts";
import type { PassportEvent } from "../domain/passport-events.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import { evidenceContent } from "./evidence-content.ts";

type Store = Pick<PassportStore, "passport" | "changePassport" | "putHolderRow" | "holderRow" | "holderRows" | "deleteHolderRow">;

/** A row of the store holds so much of a file. */
const pieceBytes = 1024 * 1024;
const Piece = z.object({ base64: z.string() });

/** Names what is being written, so that what a crash left half is found and taken away. */
const pendingKind = "claim-file-pending";
const Pending = z.object({ id: z.string(), pieces: z.number(), startedMs: z.number() });
const pendingForMs = 60 * 60 * 1000;

/** What a file is kept with. */
export type FilePlace = { readonly claimId: string } | { readonly credentialId: string };

export interface HandedIn {
  readonly bytes: Uint8Array;
  /** As people see it, without what may not be kept, and without a path or an ending. */
  readonly name: string;
}

async function drop(store: Store, holderId: string, file: Pick<ClaimFile, "id" | "pieces">): Promise<void> {
  for (const id of filePieceIds(file)) await store.deleteHolderRow(holderId, filePieceKind, id);
  await store.deleteHolderRow(holderId, pendingKind, file.id);
}

/** Takes away what an earlier attempt left half. What did get into the passport stays. */
async function dropAbandoned(store: Store, holderId: string, passport: Passport, nowMs: number): Promise<void> {
  const kept = new Set(filesOf(passport).map(({ id }) => id));
  for (const { id, value } of await store.holderRows(holderId, pendingKind)) {
    const pending = Pending.safeParse(value).data;
    if (pending && pending.startedMs > nowMs - pendingForMs) continue;
    if (!pending || kept.has(id)) await store.deleteHolderRow(holderId, pendingKind, id);
    else await drop(store, holderId, pending);
  }
}

async function put(store: Store, holderId: string, file: ClaimFile, bytes: Uint8Array, nowMs: number): Promise<void> {
  const pending: z.infer<typeof Pending> = { id: file.id, pieces: file.pieces, startedMs: nowMs };
  await store.putHolderRow(holderId, pendingKind, file.id, pending);
  for (const [index, pieceId] of filePieceIds(file).entries()) {
    const piece = Buffer.from(bytes).subarray(index * pieceBytes, (index + 1) * pieceBytes);
    await store.putHolderRow(holderId, filePieceKind, pieceId, { base64: piece.toString("base64") } satisfies z.infer<typeof Piece>);
  }
}

/** @throws {RefusalError} not_found, too_many_files */
function checkRoom(passport: Passport, place: FilePlace): void {
  const thing =
    "claimId" in place ? passport.claims.find(({ id }) => id === place.claimId) : passport.credentials.find(({ id }) => id === place.credentialId);
  if (!thing) throw new RefusalError("not_found", "This is not in the passport");
  const isFull = (thing.files ?? []).length >= fileLimits.perThing || filesOf(passport).length >= fileLimits.perHolder;
  if (isFull) throw new RefusalError("too_many_files", "There are as many files as can be kept. Remove one first");
}

function eventOf(place: FilePlace, file: ClaimFile): PassportEvent {
  const { addedAt: at } = file;
  return "claimId" in place ? { type: "claim_file_added", at, ...place, file } : { type: "credential_file_added", at, ...place, file };
}

/** Keeps a file with a claim, which is evidenced from then on, or with a diploma: all of it, or nothing.
 *  @param nowMs epoch milliseconds
 *  @throws {RefusalError} not_found, too_many_files, and those of `evidenceContent`  @throws {StoreUnavailableError} */
export async function keepFile(store: Store, holderId: string, place: FilePlace, handedIn: HandedIn, nowMs: number): Promise<Passport> {
  const passport = await store.passport(holderId);
  if (!passport) throw new RefusalError("session_missing", "There is no passport any more");
  checkRoom(passport, place);
  const content = await evidenceContent(handedIn.bytes);
  await dropAbandoned(store, holderId, passport, nowMs);
  const addedAt = new Date(nowMs).toISOString();
  const { kind, bytes } = content;
  const file: ClaimFile = {
    id: randomUUID(),
    name: handedIn.name,
    kind,
    bytes: bytes.length,
    pieces: Math.ceil(bytes.length / pieceBytes),
    addedAt,
  };
  const isKept = (seen: Passport) => filesOf(seen).some(({ id }) => id === file.id);
  try {
    await put(store, holderId, file, bytes, nowMs);
    const changed = await store.changePassport(holderId, [eventOf(place, file)]);
    // What it is kept with may have gone while the picture was drawn.
    if (!changed || !isKept(changed)) throw new RefusalError("not_found", "This is not in the passport any more");
    await store.deleteHolderRow(holderId, pendingKind, file.id).catch(() => undefined);
    return changed;
  } catch (error) {
    // An answer may get lost after the change was made. Where nothing can be looked up now, the next attempt clears up.
    const seen = await store.passport(holderId).catch(() => null);
    if (seen !== null && !(seen && isKept(seen))) await drop(store, holderId, file).catch(() => undefined);
    throw error;
  }
}

/** The content of a file in this passport; undefined where it is not there (any more). */
export async function fileContent(
  store: Pick<PassportStore, "holderRow">,
  holderId: string,
  file: Pick<ClaimFile, "id" | "pieces" | "bytes">,
): Promise<Uint8Array | undefined> {
  const pieces: Buffer[] = [];
  for (const id of filePieceIds(file)) {
    const piece = Piece.safeParse(await store.holderRow(holderId, filePieceKind, id)).data;
    if (!piece) return undefined;
    pieces.push(Buffer.from(piece.base64, "base64"));
  }
  const content = Buffer.concat(pieces);
  return content.length === file.bytes ? content : undefined;
}
