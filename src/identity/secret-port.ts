import type { Secrets } from "../domain/secrets.ts";
import { looksLikeSecret, newSecret, sha256Hex } from "./secrets.ts";

/** Our secrets, for those who may not import this folder. */
export const secrets: Secrets = { newSecret, hashOf: sha256Hex, looksLikeSecret };
