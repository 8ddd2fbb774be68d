import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { estimatedUsage, ModelRequest, promptHashOf, Recording, requestHash } from "../src/composition/recordings.ts";
import { Choices, choicesName } from "../src/extraction/concept-chooser.ts";
import { extractionName, ModelReply } from "../src/extraction/langchain-extractor.ts";

/** A prompt that waits for a model's reply, as it lies in the folder: `<hash>.json`. */
export const Pending = ModelRequest.extend({
  hash: z.string(),
  promptHash: z.string(),
  set: z.string(),
  /** The file of recordings it will go to. */
  file: z.string(),
  /** Where the reply is expected, beside this file: JSON that keeps to `schema`, and nothing else. */
  replyFile: z.string(),
});
export type Pending = z.infer<typeof Pending>;

/** By the name of their schema. */
const schemas: Readonly<Record<string, z.ZodType>> = { [extractionName]: ModelReply, [choicesName]: Choices };

export interface TakenReplies {
  readonly taken: number;
  /** One line each, naming the file and what is wrong with it. */
  readonly rejected: readonly string[];
}

/** Puts a prompt down for somebody to answer. */
export function putPending(directory: string, request: ModelRequest, where: Pick<Pending, "set" | "file">): void {
  const hash = requestHash(request);
  const pending: Pending = { hash, promptHash: promptHashOf(request), ...where, replyFile: `${hash}.reply.json`, ...request };
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${hash}.json`), `${JSON.stringify(pending, null, 2)}\n`);
}

/**
 * Good replies go to the recordings and leave the folder with their prompts; bad ones stay, and are told.
 * @param prompts hashes of the prompt files as they are now
 */
export function takeReplies(pendingDirectory: string, recordingsDirectory: string, prompts: ReadonlySet<string>): TakenReplies {
  const names = existsSync(pendingDirectory)
    ? readdirSync(pendingDirectory)
        .filter((name) => name.endsWith(".reply.json"))
        .sort()
    : [];
  const rejected: string[] = [];
  let taken = 0;
  for (const name of names) {
    const promptPath = join(pendingDirectory, name.replace(".reply.json", ".json"));
    const reading = readReply(promptPath, join(pendingDirectory, name), prompts);
    if ("problem" in reading) {
      rejected.push(`${name}: ${reading.problem}`);
      continue;
    }
    mkdirSync(recordingsDirectory, { recursive: true });
    appendFileSync(join(recordingsDirectory, reading.file), `${JSON.stringify(reading.recording)}\n`);
    rmSync(join(pendingDirectory, name));
    rmSync(promptPath);
    taken += 1;
  }
  return { taken, rejected };
}

/** Prompts without a reply are asked for anew in every round: what nobody asks any more goes. */
export function forgetPrompts(directory: string): void {
  if (!existsSync(directory)) return;
  const names = new Set(readdirSync(directory));
  for (const name of names) if (/^[0-9a-f]{64}\.json$/.test(name) && !names.has(name.replace(".json", ".reply.json"))) rmSync(join(directory, name));
}

function readReply(
  promptPath: string,
  replyPath: string,
  prompts: ReadonlySet<string>,
): { readonly recording: Recording; readonly file: string } | { readonly problem: string } {
  const pending = existsSync(promptPath) ? Pending.safeParse(jsonOf(promptPath)) : undefined;
  if (!pending?.success) return { problem: "there is no prompt beside it" };
  const { hash, promptHash, set, file, system, user, schemaName, schema } = pending.data;
  const request: ModelRequest = { system, user, schemaName, schema };
  if (requestHash(request) !== hash || promptHashOf(request) !== promptHash) return { problem: "the prompt beside it was changed by hand" };
  if (!prompts.has(promptHash)) return { problem: "it answers a prompt that has changed since: delete it" };
  const reply = jsonOf(replyPath);
  if (reply === undefined) return { problem: "this is no JSON" };
  const parsed = schemas[schemaName]?.safeParse(reply);
  if (!parsed) return { problem: `nothing is known of the schema ${schemaName}` };
  const issue = parsed.error?.issues[0];
  if (issue) return { problem: `${issue.path.join(".") || "the reply"}: ${issue.message}` };
  if (!isDeepStrictEqual(parsed.data, reply)) return { problem: "it has fields that the schema does not know" };
  return { file, recording: { hash, promptHash, kind: schemaName, set, reply, usage: estimatedUsage(request, reply) } };
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
