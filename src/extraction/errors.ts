import { DependencyError } from "../domain/errors.ts";
import type { ModelUsage } from "../domain/finding.ts";

export type ModelFailure = "timeout" | "refusal" | "bad_reply" | "rate_limit" | "quota" | "unauthorised" | "down" | "budget";

/** A language model did not answer usefully. The message names the model and the reason, never what was asked or said. */
export class ModelUnavailableError extends DependencyError {
  readonly code = "extraction_model_unavailable";
  readonly reason: ModelFailure;
  /** What the failed attempt cost, as far as the server said. */
  readonly usage: ModelUsage;
  readonly #isPermanent: boolean;
  constructor(
    model: string,
    reason: ModelFailure,
    usage: ModelUsage = { calls: 1, inputTokens: 0, outputTokens: 0 },
    options: ErrorOptions & { readonly isPermanent?: boolean } = {},
  ) {
    super(`The language model ${model} did not answer usefully (${reason})`, { cause: options.cause });
    this.reason = reason;
    this.#isPermanent = options.isPermanent ?? false;
    this.usage = usage;
  }

  /** A second try may help after a slow, garbled or overloaded answer; not after a refusal or an empty purse. */
  get mayHelpToRetry(): boolean {
    return !this.#isPermanent && (this.reason === "timeout" || this.reason === "bad_reply" || this.reason === "rate_limit" || this.reason === "down");
  }
}

/** A prompt file is missing or empty. */
export class PromptMissingError extends DependencyError {
  readonly code = "extraction_prompt_missing";
}
