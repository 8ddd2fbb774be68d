import type { Area } from "../domain/area.ts";
import type { CredentialLevel } from "../domain/finding.ts";

/** How one kind of paper or course is told, and what that says. */
export interface CredentialKind {
  readonly pattern: RegExp;
  /** Title from the match and from what follows in the sentence; the match itself by default. */
  readonly title?: (match: RegExpExecArray, rest: readonly string[]) => string;
  readonly level?: (match: RegExpExecArray) => CredentialLevel | null;
  /** A certificate or licence: having it means that it was finished. */
  readonly certificate?: boolean;
  /** Only where the clause says that it was obtained, or a course or diploma was asked for. */
  readonly needsProof?: boolean;
  /** A course that was followed, not given. */
  readonly taken?: boolean;
  /** Where this stands in the clause, something else is told. */
  readonly unless?: RegExp;
  readonly only?: readonly Area[];
  /** Counts only where it was obtained, not while it is being studied for. */
  readonly obtained?: boolean;
}

const b = "(?<![\\p{L}\\p{N}])";
const e = "(?![\\p{L}\\p{N}])";
/** The words by themselves, in capitals or not. */
export const re = (source: string) => new RegExp(`${b}(?:${source})${e}`, "iu");
