import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { PromptMissingError } from "./errors.ts";

export interface Prompt {
  readonly text: string;
  /** SHA-256 of the file, hex: says later by which words something was found. */
  readonly hash: string;
}

/** A prompt from `prompts/`. @throws {PromptMissingError} */
export function loadPrompt(name: "extract-skills" | "choose-concepts"): Prompt {
  let text: string;
  try {
    text = readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), "utf8");
  } catch (error) {
    throw new PromptMissingError(`prompts/${name}.md cannot be read`, { cause: error });
  }
  if (text.trim() === "") throw new PromptMissingError(`prompts/${name}.md is empty`);
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}
