import type { Endorsement } from "./endorsement.ts";
import type { Claim } from "./passport.ts";

/** Who signs: a did:key, which holds the key that checks the signature, and the name that stands with it. */
export interface Signatory {
  readonly did: string;
  readonly name: string;
  /** Where others find this installation; null where only this machine reaches it. */
  readonly url: string | null;
}

/** An endorsement whose signature is whole. */
export interface StandingEndorsement {
  readonly endorsement: Endorsement;
  /** False: a key that this installation did not make. Anybody can make one, and write any name beside it. */
  readonly isKnown: boolean;
}

/** Signs what this installation hands out. */
export interface CredentialSigner {
  signatory(): Promise<Signatory>;
  /** @param credential a W3C Verifiable Credential 2.0 that names the signatory as its issuer  @param at ISO 8601, whole seconds
   *  @returns the same with its proof */
  sign(credential: Readonly<Record<string, unknown>>, at: string): Promise<Readonly<Record<string, unknown>>>;
  /** What others said of each of these claims and stand for: not withdrawn, whole as they signed it, and of the claim as it is now. */
  standing(claims: readonly Claim[]): Promise<readonly (readonly StandingEndorsement[])[]>;
}
