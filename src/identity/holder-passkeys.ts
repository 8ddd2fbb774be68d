import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import { challengeIn, expectedAt, MadeKey, type PasskeyPlace, UsedKey } from "./passkey-responses.ts";
import { sha256Hex } from "./secrets.ts";

const challengeWithinMs = 5 * 60_000;
const mostPasskeys = 10;
/** Kind of the holder's rows that passkeys are kept in, and of the record that finds them. */
const passkeyKind = "passkey";
const challengeKind = "passkey-challenge";

export interface KnownPasskey {
  readonly id: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly usedAt: string | null;
}

/** Passkeys with which a holder comes back: an offer, never a condition. */
export interface HolderPasskeys {
  /** What the browser needs to make one. @throws {RefusalError} too_many_passkeys */
  begin(holderId: string, place: PasskeyPlace): Promise<object>;
  /** @throws {RefusalError} sign_in_refused */
  finish(holderId: string, response: unknown, place: PasskeyPlace): Promise<KnownPasskey>;
  list(holderId: string): Promise<readonly KnownPasskey[]>;
  /** @returns false where this holder has no such passkey */
  remove(holderId: string, id: string): Promise<boolean>;
  /** What the browser needs to sign in. Names nobody: the passkey itself says whose it is. */
  beginSignIn(place: PasskeyPlace): Promise<object>;
  /** Whose passkey answered. @throws {RefusalError} sign_in_refused, the same for whatever is wrong */
  finishSignIn(response: unknown, place: PasskeyPlace): Promise<string>;
}

/** Sealed with the holder's own key; the record outside holds no more than whose it is. */
const KeptKey = z.object({
  credentialId: z.string(),
  publicKey: z.string(),
  counter: z.number(),
  madeAt: z.string(),
  usedAt: z.string().nullable(),
});
type KeptKey = z.infer<typeof KeptKey>;
const Owner = z.object({ holderId: z.string() });
const Challenge = z.object({ challenge: z.string(), for: z.string().nullable() });

const known = (id: string, { madeAt, usedAt }: KeptKey): KnownPasskey => ({ id, madeAt, usedAt });

/** What authenticators call the holder: the same for all passkeys of one, and nothing to know anybody by. */
function handleOf(holderId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(sha256Hex(`passkey handle ${holderId}`), "hex"));
}

export function createHolderPasskeys(options: { readonly store: PassportStore; readonly nowMs?: () => number }): HolderPasskeys {
  const { store } = options;
  const nowMs = options.nowMs ?? Date.now;
  const now = () => new Date(nowMs()).toISOString();
  const refused = (cause?: unknown) => new RefusalError("sign_in_refused", "The passkey did not work: please try again", { cause });

  /** @param holderId null: for signing in */
  async function keepChallenge(challenge: string, holderId: string | null): Promise<void> {
    await store.putRecord(challengeKind, sha256Hex(challenge), { challenge, for: holderId }, nowMs() + challengeWithinMs);
  }

  /** A challenge that was ours, for this and nothing else, and was not answered before; gone from now on. */
  async function takeChallenge(clientDataJson: string, holderId: string | null): Promise<string> {
    const id = sha256Hex(challengeIn(clientDataJson));
    const kept = Challenge.safeParse(await store.getRecord(challengeKind, id, nowMs())).data;
    await store.deleteRecord(challengeKind, id);
    if (!kept || kept.for !== holderId) throw refused();
    return kept.challenge;
  }

  async function keysOf(holderId: string): Promise<readonly { readonly id: string; readonly key: KeptKey }[]> {
    const rows = await store.holderRows(holderId, passkeyKind);
    return rows.flatMap(({ id, value }) => {
      const key = KeptKey.safeParse(value).data;
      return key ? [{ id, key }] : [];
    });
  }

  return {
    async begin(holderId, { origin }) {
      const keys = await keysOf(holderId);
      if (keys.length >= mostPasskeys) throw new RefusalError("too_many_passkeys", "There are as many passkeys as can be kept. Remove one first");
      const made = await generateRegistrationOptions({
        rpName: "Skillsgesprek",
        rpID: new URL(origin).hostname,
        userID: handleOf(holderId),
        // Stands in the list of the phone's own passkeys, for whoever looks at it: names nobody.
        userName: "Mijn skillspaspoort",
        userDisplayName: "Mijn skillspaspoort",
        attestationType: "none",
        excludeCredentials: keys.map(({ key }) => ({ id: key.credentialId })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      await keepChallenge(made.challenge, holderId);
      return made;
    },

    async finish(holderId, response, place) {
      const parsed = MadeKey.safeParse(response);
      if (!parsed.success) throw refused();
      const expectedChallenge = await takeChallenge(parsed.data.response.clientDataJSON, holderId);
      const verified = await verifyRegistrationResponse({
        response: parsed.data as RegistrationResponseJSON,
        expectedChallenge,
        ...expectedAt(place),
      }).catch((cause: unknown) => {
        throw refused(cause);
      });
      if (!verified.verified) throw refused();
      const { credential } = verified.registrationInfo;
      const id = sha256Hex(credential.id);
      // A credential that is somebody's already is not made anybody else's.
      if ((await store.getRecord(passkeyKind, id, nowMs())) !== undefined) throw refused();
      const publicKey = Buffer.from(credential.publicKey).toString("base64url");
      const kept: KeptKey = { credentialId: credential.id, publicKey, counter: credential.counter, madeAt: now(), usedAt: null };
      await store.putHolderRow(holderId, passkeyKind, id, kept);
      await store.putRecord(passkeyKind, id, { holderId }, null);
      return known(id, kept);
    },

    async list(holderId) {
      return (await keysOf(holderId)).map(({ id, key }) => known(id, key)).toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
    },

    async remove(holderId, id) {
      if ((await store.holderRow(holderId, passkeyKind, id)) === undefined) return false;
      await store.deleteRecord(passkeyKind, id);
      await store.deleteHolderRow(holderId, passkeyKind, id);
      return true;
    },

    async beginSignIn({ origin }) {
      const made = await generateAuthenticationOptions({ rpID: new URL(origin).hostname, userVerification: "required" });
      await keepChallenge(made.challenge, null);
      return made;
    },

    async finishSignIn(response, place) {
      const parsed = UsedKey.safeParse(response);
      if (!parsed.success) throw refused();
      const expectedChallenge = await takeChallenge(parsed.data.response.clientDataJSON, null);
      const id = sha256Hex(parsed.data.id);
      const holderId = Owner.safeParse(await store.getRecord(passkeyKind, id, nowMs())).data?.holderId ?? "";
      const kept = KeptKey.safeParse(await store.holderRow(holderId, passkeyKind, id)).data;
      if (!kept) throw refused();
      const verified = await verifyAuthenticationResponse({
        response: parsed.data as AuthenticationResponseJSON,
        expectedChallenge,
        ...expectedAt(place),
        credential: { id: kept.credentialId, publicKey: new Uint8Array(Buffer.from(kept.publicKey, "base64url")), counter: kept.counter },
      }).catch((cause: unknown) => {
        throw refused(cause);
      });
      if (!verified.verified) throw refused();
      const { newCounter } = verified.authenticationInfo;
      await store.changeHolderRow(holderId, passkeyKind, id, (before) =>
        before === undefined ? undefined : { ...kept, counter: newCounter, usedAt: now() },
      );
      return holderId;
    },
  };
}
