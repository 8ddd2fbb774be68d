/** Secrets that open a door: random, 256 bit, kept only as a hash. */
export interface Secrets {
  newSecret(): string;
  /** What is kept of a secret, and looked up by. */
  hashOf(secret: string): string;
  /** The shape of what `newSecret` makes; anything else need not be looked up. */
  looksLikeSecret(text: string): boolean;
}
