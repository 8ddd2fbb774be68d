import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { CallerError } from "../domain/errors.ts";
import type { DelimiterCode } from "../extraction/quarantine.ts";

/** What a model was asked, exactly: the schema of its answer belongs to it. */
export const ModelRequest = z.object({
  system: z.string(),
  user: z.string(),
  schemaName: z.string(),
  schema: z.record(z.string(), z.unknown()),
});
export type ModelRequest = z.infer<typeof ModelRequest>;

/** One reply of a model, kept under the hash of its request: no text of the request is kept. */
export const Recording = z.strictObject({
  /** SHA-256 of the request, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** SHA-256 of the prompt file it was made with, hex. */
  promptHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Name of the schema: `extraction` or `choices`. */
  kind: z.string(),
  /** What was being played when it was first asked: `personas`, `phrases_nl` … */
  set: z.string(),
  reply: z.unknown(),
  /** Estimated, as nobody counted: see {@link estimatedUsage}. */
  usage: z.strictObject({ inputTokens: z.number().int(), outputTokens: z.number().int() }),
});
export type Recording = z.infer<typeof Recording>;

/** Recordings that cannot be read. */
export class RecordingsUnreadableError extends CallerError {
  readonly code = "composition_recordings_unreadable";
}

export const recordingsDirectory: string = fileURLToPath(new URL("../../tests/fixtures/model/recordings", import.meta.url));

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

export function requestHash({ system, user, schemaName, schema }: ModelRequest): string {
  return sha256(JSON.stringify([system, user, schemaName, schema]));
}

/** Of the prompt file: the system message is the file, whole. */
export function promptHashOf({ system }: ModelRequest): string {
  return sha256(system);
}

/** The same for the same text, so that a recorded request can come again. Never for a real model: it can be guessed. */
export const codeFromText: DelimiterCode = (text) => sha256(text).slice(0, 32);

/** Characters for one token, roughly, in English and Dutch. */
const charactersPerToken = 4;

/** Tokens as estimated from characters: prompt, message and schema in; the reply, as compact JSON, out. */
export function estimatedUsage({ system, user, schema }: ModelRequest, reply: unknown): Recording["usage"] {
  const tokens = (characters: number) => Math.ceil(characters / charactersPerToken);
  return {
    inputTokens: tokens(system.length + user.length + JSON.stringify(schema).length),
    outputTokens: tokens(JSON.stringify(reply).length),
  };
}

/** All recordings of a folder, by hash; none where there is no folder. @throws {RecordingsUnreadableError} naming file and line */
export function readRecordings(directory: string): Map<string, Recording> {
  const recordings = new Map<string, Recording>();
  if (!existsSync(directory)) return recordings;
  for (const name of readdirSync(directory)
    .filter((each) => each.endsWith(".jsonl"))
    .sort()) {
    const lines = readFileSync(join(directory, name), "utf8").split("\n");
    for (const [index, line] of lines.entries()) {
      if (line.trim() === "") continue;
      const recording = recordingIn(line);
      if (!recording) throw new RecordingsUnreadableError(`${join(directory, name)}, line ${index + 1} is no recording`);
      recordings.set(recording.hash, recording);
    }
  }
  return recordings;
}

function recordingIn(line: string): Recording | undefined {
  try {
    return Recording.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
