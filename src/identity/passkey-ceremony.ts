import type { AuthenticationResponseJSON, GenerateRegistrationOptionsOpts, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import { challengeIn, expectedAt, MadeKey, type PasskeyPlace, UsedKey } from "./passkey-responses.ts";
import { sha256Hex } from "./secrets.ts";
import { takeOnce } from "./take-once.ts";

const challengeWithinMs = 5 * 60_000;
/** A tenth of a second and 16 MB: loaded once somebody has to do with a passkey. */
const webAuthn = () => import("@simplewebauthn/server");

/** What has to be kept of a passkey, to know it again. */
export const PasskeyKey = z.object({ publicKey: z.string(), counter: z.number() });
export type PasskeyKey = z.infer<typeof PasskeyKey>;

export interface MadePasskey extends PasskeyKey {
  /** Hash of the credential's id: what it is kept under. */
  readonly id: string;
  readonly credentialId: string;
}

/** Making a passkey and signing in with one: a challenge of ours, answered once, within five minutes, for what it was made for.
 *  Whatever is wrong with an answer, it is the same {RefusalError} sign_in_refused. */
export interface PasskeyCeremony {
  /** What the browser needs to make one. @param owner who may finish this */
  beginMaking(
    owner: string,
    about: Pick<GenerateRegistrationOptionsOpts, "userName" | "userDisplayName" | "userID" | "excludeCredentials">,
    place: PasskeyPlace,
  ): Promise<object>;
  finishMaking(owner: string, response: unknown, place: PasskeyPlace): Promise<MadePasskey>;
  /** What the browser needs to sign in. Names nobody: the passkey itself says whose it is. */
  beginSignIn(place: PasskeyPlace): Promise<object>;
  /** @param find what is kept under the hash of a credential's id  @returns that, with the counter it has from now on */
  finishSignIn<K extends PasskeyKey>(
    response: unknown,
    place: PasskeyPlace,
    find: (id: string) => Promise<K | undefined>,
  ): Promise<{ readonly id: string; readonly key: K }>;
}

/** `for`: who makes a passkey with it; null: it is for signing in. */
const Challenge = z.object({ challenge: z.string(), for: z.string().nullable() });

export function passkeyRefused(cause?: unknown): RefusalError {
  return new RefusalError("sign_in_refused", "The passkey did not work: please try again", { cause });
}

/** @param options.challengeKind kind of the records that challenges are kept in */
export function createPasskeyCeremony(options: {
  readonly store: Pick<PassportStore, "putRecord" | "getRecord" | "changeRecord" | "deleteRecord">;
  readonly challengeKind: string;
  readonly nowMs: () => number;
}): PasskeyCeremony {
  const { store, challengeKind, nowMs } = options;

  async function keepChallenge(challenge: string, owner: string | null): Promise<void> {
    await store.putRecord(challengeKind, sha256Hex(challenge), { challenge, for: owner }, nowMs() + challengeWithinMs);
  }

  /** Gone from now on, whatever comes of it. */
  async function takeChallenge(clientDataJson: string, owner: string | null): Promise<string> {
    const id = sha256Hex(challengeIn(clientDataJson));
    const kept = Challenge.safeParse(await takeOnce(store, challengeKind, id, nowMs())).data;
    if (!kept || kept.for !== owner) throw passkeyRefused();
    return kept.challenge;
  }

  function answerIn<T>(schema: z.ZodType<T>, response: unknown): T {
    const parsed = schema.safeParse(response);
    if (!parsed.success) throw passkeyRefused();
    return parsed.data;
  }

  async function checked<T extends { readonly verified: boolean }>(checking: Promise<T>): Promise<T & { readonly verified: true }> {
    const result = await checking.catch((cause: unknown) => {
      throw passkeyRefused(cause);
    });
    if (!result.verified) throw passkeyRefused();
    return result as T & { readonly verified: true };
  }

  return {
    async beginMaking(owner, about, { origin }) {
      const { generateRegistrationOptions } = await webAuthn();
      const made = await generateRegistrationOptions({
        ...about,
        rpName: "Skillsgesprek",
        rpID: new URL(origin).hostname,
        attestationType: "none",
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      await keepChallenge(made.challenge, owner);
      return made;
    },

    async finishMaking(owner, response, place) {
      const answer = answerIn(MadeKey, response);
      const expectedChallenge = await takeChallenge(answer.response.clientDataJSON, owner);
      const { verifyRegistrationResponse } = await webAuthn();
      const { registrationInfo } = await checked(
        verifyRegistrationResponse({ response: answer as RegistrationResponseJSON, expectedChallenge, ...expectedAt(place) }),
      );
      const { id: credentialId, publicKey, counter } = registrationInfo.credential;
      return { id: sha256Hex(credentialId), credentialId, publicKey: Buffer.from(publicKey).toString("base64url"), counter };
    },

    async beginSignIn({ origin }) {
      const { generateAuthenticationOptions } = await webAuthn();
      const made = await generateAuthenticationOptions({ rpID: new URL(origin).hostname, userVerification: "required" });
      await keepChallenge(made.challenge, null);
      return made;
    },

    async finishSignIn(response, place, find) {
      const answer = answerIn(UsedKey, response);
      const expectedChallenge = await takeChallenge(answer.response.clientDataJSON, null);
      const id = sha256Hex(answer.id);
      const key = await find(id);
      if (!key) throw passkeyRefused();
      const { verifyAuthenticationResponse } = await webAuthn();
      const publicKey = new Uint8Array(Buffer.from(key.publicKey, "base64url"));
      const { authenticationInfo } = await checked(
        verifyAuthenticationResponse({
          response: answer as AuthenticationResponseJSON,
          expectedChallenge,
          ...expectedAt(place),
          credential: { id: answer.id, publicKey, counter: key.counter },
        }),
      );
      return { id, key: { ...key, counter: authenticationInfo.newCounter } };
    },
  };
}
