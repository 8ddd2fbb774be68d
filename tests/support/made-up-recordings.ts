import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openFinder } from "../../src/composition/finder.ts";
import type { RecordedModel } from "../../src/composition/recorded-model.ts";
import type { SkillFinder } from "../../src/domain/ports.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";
import type { Choices } from "../../src/extraction/concept-chooser.ts";
import type { ModelReply } from "../../src/extraction/langchain-extractor.ts";
import { Pending } from "../../scripts/pending-replies.ts";
import { lexicalGrounder } from "../extraction/some-grounder.ts";

const nothing = {
  language: "nl",
  skills: [],
  experiences: [],
  credentials: [],
  sensitive: [],
  follow_ups: [],
  distress: false,
} satisfies ModelReply;

/** What no model ever said: replies of our own making, for tests of models, and of recording and playing back. */
export const madeUp = {
  sandwiches: {
    ...nothing,
    skills: [
      {
        quote: "ik maak broodjes",
        english: "make sandwiches",
        general: "prepare food",
        dutch: "broodjes klaarmaken",
        told: "named",
        status: "does",
      },
    ],
  } satisfies ModelReply,
  nothing,
  first: { choices: [{ statement: 1, option: 1, sure: true, also: 0 }] } satisfies Choices,
};

/** The product's own finder on a recorded model and a small taxonomy of our own making. */
export function finderOn(model: RecordedModel, onModelFailure: (error: unknown) => void = () => undefined): Promise<SkillFinder> {
  const parts = { grounder: lexicalGrounder(), embedded: createEmbeddedExtractor(), delimiterCode: model.delimiterCode, onModelFailure };
  return openFinder(parts, model.config);
}

/** Prompts that wait in a folder. */
export function pendingIn(directory: string): Pending[] {
  mkdirSync(directory, { recursive: true });
  return readdirSync(directory)
    .filter((name) => /^[0-9a-f]{64}\.json$/.test(name))
    .map((name) => Pending.parse(JSON.parse(readFileSync(join(directory, name), "utf8"))));
}

/** Puts a reply beside its prompt, as whoever asked a model would. */
export function putReply(directory: string, { replyFile }: Pending, reply: unknown): void {
  writeFileSync(join(directory, replyFile), typeof reply === "string" ? reply : JSON.stringify(reply));
}
