import { readFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openRecordedModel, type RecordedModel } from "../src/composition/recorded-model.ts";
import { Recording } from "../src/composition/recordings.ts";
import type { SkillFinder } from "../src/domain/ports.ts";
import { choicesName } from "../src/extraction/concept-chooser.ts";
import { putPending } from "./pending-replies.ts";

/** Something that is played through the finder, from its beginning to its end. */
export interface Play {
  /** Name of the set it belongs to. */
  readonly set: string;
  play(finder: SkillFinder): Promise<void>;
  /** Reads what comes later, where reading depends on nothing before it; what is to be chosen there is not known yet. */
  readAhead?(finder: SkillFinder): Promise<void>;
}

export interface RoundPlaces {
  readonly pendingDirectory: string;
  readonly recordingsDirectory: string;
  /** Names the taxonomy in use: what is chosen among depends on it. */
  readonly taxonomy: string;
}

export interface Round {
  readonly model: RecordedModel;
  /** Plays as far as the recordings go. @returns how many prompts it had to put down */
  play(one: Play, finder: SkillFinder): Promise<number>;
}

/** A reply is lacking: what would come after it cannot be known. */
class ReplyPendingError extends Error {}

/** Reading is the same with every taxonomy; choosing is not, nor is an interview, where questions follow from choices. */
export function fileFor(set: string, schemaName: string, taxonomy: string): string {
  return schemaName === choicesName || set === "interviews" ? `${set}.${taxonomy}.jsonl` : `${set}.jsonl`;
}

/** One round: the model answers from the recordings, and what it has no reply for is put down once. Nothing is invented. */
export async function openRound({ pendingDirectory, recordingsDirectory, taxonomy }: RoundPlaces): Promise<Round> {
  const asked = new Set<string>();
  let now: { set: string; ahead: boolean; lacking: number; put: number } = { set: "", ahead: false, lacking: 0, put: 0 };
  const model = await openRecordedModel({
    directory: recordingsDirectory,
    onMissing: (hash, request) => {
      now.lacking += 1;
      if (asked.has(hash) || (now.ahead && request.schemaName === choicesName)) return;
      asked.add(hash);
      now.put += 1;
      putPending(pendingDirectory, request, { set: now.set, file: fileFor(now.set, request.schemaName, taxonomy) });
    },
  });
  const stopping = (finder: SkillFinder): SkillFinder => ({
    ...finder,
    find: async (utterance, context) => {
      const before = now.lacking;
      const findings = await finder.find(utterance, context);
      if (now.lacking > before) throw new ReplyPendingError();
      return findings;
    },
  });
  return {
    model,
    async play(one, finder) {
      now = { set: one.set, ahead: false, lacking: 0, put: 0 };
      try {
        await one.play(stopping(finder));
      } catch (error) {
        if (!(error instanceof ReplyPendingError)) throw error;
        now.ahead = true;
        await one.readAhead?.(finder);
      }
      return now.put;
    },
  };
}

/** Takes the recordings out of a file that nobody asked for. @returns how many went */
export function pruneFile(directory: string, file: string, used: ReadonlySet<string>): number {
  const path = join(directory, file);
  if (!existsSync(path)) return 0;
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const kept = lines.filter((line) => used.has(Recording.parse(JSON.parse(line)).hash));
  if (kept.length < lines.length) writeFileSync(path, kept.map((line) => `${line}\n`).join(""));
  return lines.length - kept.length;
}
