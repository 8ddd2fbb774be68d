import { CallerError } from "./errors.ts";

/** Why a request was refused. The web server alone turns these into status codes. */
export type RefusalCode =
  | "request_invalid"
  | "request_malformed"
  | "request_too_deep"
  | "request_too_large"
  | "request_too_many"
  | "request_unsupported"
  | "request_cross_site"
  | "request_host_unknown"
  | "request_without_marker"
  | "session_missing"
  | "token_missing"
  | "token_expired"
  | "channel_not_allowed"
  | "channel_unauthenticated"
  | "code_unknown"
  | "conversation_in_the_way"
  | "too_many_passkeys"
  | "not_found"
  | "grants_full"
  | "claim_has_concept"
  | "claim_not_mergeable"
  | "level_not_of_this"
  | "consent_missing"
  | "file_too_large"
  | "file_unsupported"
  | "file_unreadable"
  | "too_many_files"
  | "sign_in_refused"
  | "role_not_allowed"
  | "review_superseded";

/** A request that cannot be carried out. The message is shown to the caller: it names the thing, never a value. */
export class RefusalError extends CallerError {
  readonly code: RefusalCode;
  /** When to try again, where that is known. */
  readonly retryAfterSeconds: number | null;
  constructor(code: RefusalCode, message: string, options: ErrorOptions & { readonly retryAfterSeconds?: number } = {}) {
    super(message, options);
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
