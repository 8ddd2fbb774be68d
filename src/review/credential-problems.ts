/** Why a file does not verify. */
export type ProblemCode =
  | "not_json"
  | "too_large"
  | "too_deep"
  | "said_twice"
  | "not_signed_kind"
  | "unknown_context"
  | "malformed"
  | "not_signed"
  | "unknown_suite"
  | "unknown_issuer"
  | "signature_broken"
  | "not_yet_valid"
  | "expired"
  | "nothing_signed"
  | "passport_unreadable"
  | "endorsement_unreadable"
  | "not_as_signed"
  | "claim_changed"
  | "endorsed_without";

export interface CredentialProblem {
  readonly code: ProblemCode;
  /** Where in the file ("claims[3]"); null: the whole of it. */
  readonly at: string | null;
}

const sentences: Readonly<Record<ProblemCode, string>> = {
  not_json: "this is not JSON, or it was cut off",
  too_large: "this is larger than what is checked here",
  too_deep: "this nests deeper than any credential does",
  said_twice: "a field stands twice in the same place: programs may read different things in it",
  not_signed_kind: "this is neither a badge or endorsement of this kind nor a passport.json",
  unknown_context: "it names definitions that this release does not know; nothing is fetched",
  malformed: "it does not have the fields of its kind",
  not_signed: "it is not signed",
  unknown_suite: "it is signed in a way that is not checked here: only one proof of eddsa-rdfc-2022",
  unknown_issuer: "its issuer is not a did:key (Ed25519): the key cannot be found without the network",
  signature_broken: "the signature does not fit: something was changed after it was signed, or another key signed it",
  not_yet_valid: "it is of a time that has yet to come",
  expired: "it is no longer valid",
  nothing_signed: "nothing in this passport is signed",
  passport_unreadable: "this passport.json cannot be read by this release",
  endorsement_unreadable: "an endorsement that this release cannot read",
  not_as_signed: "the passport shows another endorsement than was signed",
  claim_changed: "the skill or its level was changed after it was endorsed",
  endorsed_without: "the skill says that it is endorsed, and no standing endorsement is there",
};

/** For a developer or a log. Never a word of what stands in the file. */
export function problemSentence({ code, at }: CredentialProblem): string {
  return at === null ? sentences[code] : `${at}: ${sentences[code]}`;
}
