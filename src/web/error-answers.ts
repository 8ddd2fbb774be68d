import { CallerError, OperatorError, DependencyError, SkillsgesprekError } from "../domain/errors.ts";
import { type RefusalCode, RefusalError } from "../domain/refusals.ts";

export interface ErrorAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** For a `Retry-After` header; null: there is no use in trying again as it is. */
  readonly retryAfterSeconds: number | null;
}

/** How long to wait where nobody knows better. */
const shortWaitSeconds = 2;

const statusOfRefusal: Readonly<Record<RefusalCode, number>> = {
  request_invalid: 400,
  request_malformed: 400,
  request_too_deep: 400,
  request_too_large: 413,
  request_too_many: 429,
  request_unsupported: 415,
  request_cross_site: 403,
  request_host_unknown: 403,
  request_without_marker: 403,
  session_missing: 401,
  token_missing: 401,
  // Direct Line clients wait for a fresh token at 403 and give up at 401.
  token_expired: 403,
  channel_not_allowed: 403,
  channel_unauthenticated: 401,
  code_unknown: 404,
  conversation_in_the_way: 409,
  too_many_passkeys: 409,
  not_found: 404,
  grants_full: 409,
  claim_has_concept: 409,
  claim_not_mergeable: 409,
  level_not_of_this: 409,
  consent_missing: 409,
  file_too_large: 413,
  file_unsupported: 415,
  file_unreadable: 422,
  too_many_files: 409,
  sign_in_refused: 403,
  role_not_allowed: 403,
  review_superseded: 409,
};

/** What was under way while all of it was erased: nobody's fault, and as if it had never been. */
const goneMeanwhile: ReadonlySet<string> = new Set(["passport_holder_gone", "dialogs_holder_erased"]);

const framework: Readonly<Record<number, Pick<ErrorAnswer, "code" | "message">>> = {
  400: { code: "request_invalid", message: "The request cannot be used" },
  404: { code: "not_found", message: "There is nothing here" },
  405: { code: "method_not_allowed", message: "This cannot be done here" },
};

/** What the outside hears of an error: the caller's faults in words, ours and others' without any detail. */
export function errorAnswer(error: unknown): ErrorAnswer {
  if (error instanceof RefusalError) {
    const status = statusOfRefusal[error.code];
    const retryAfterSeconds = error.retryAfterSeconds ?? (status === 429 ? shortWaitSeconds : null);
    return { status, code: error.code, message: error.message, retryAfterSeconds };
  }
  if (error instanceof CallerError && goneMeanwhile.has(error.code)) {
    return { status: 404, code: "not_found", message: "There is nothing here any more", retryAfterSeconds: null };
  }
  if (error instanceof DependencyError || error instanceof OperatorError) {
    const message = "This does not work right now. Try again in a moment";
    return { status: 503, code: "temporarily_unavailable", message, retryAfterSeconds: shortWaitSeconds };
  }
  if (!(error instanceof SkillsgesprekError) && error instanceof Error && "statusCode" in error) {
    const status = Number(error.statusCode);
    const known = framework[status];
    if (known) return { status, ...known, retryAfterSeconds: null };
  }
  return { status: 500, code: "internal_error", message: "Something went wrong on our side", retryAfterSeconds: null };
}

/** What may be logged of an error: its stable code, or its kind. Never a message: it may quote a person. */
export function errorCode(error: unknown): string {
  if (error instanceof SkillsgesprekError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}
