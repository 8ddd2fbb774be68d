import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";
import { Counsellor } from "../domain/counsellor.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import type { CounsellorAccount, CounsellorAccounts } from "./counsellor-accounts.ts";
import { challengeIn, expectedAt, MadeKey, type PasskeyPlace, UsedKey } from "./passkey-responses.ts";
import { looksLikeSecret, newSecret, sha256Hex } from "./secrets.ts";

const invitationDays = 7;
const msPerDay = 86_400_000;
const challengeWithinMs = 5 * 60_000;

const Invitation = Counsellor.pick({ name: true, role: true, organisation: true });
export type Invitation = z.infer<typeof Invitation>;

/** Passkeys of counsellors, for a practice without a provider of its own. An invitation is good once, for a week. */
export interface CounsellorPasskeys {
  /** @returns the secret of the one-time link */
  invite(invitation: Invitation): Promise<string>;
  /** What the browser needs to make a passkey. @throws {RefusalError} sign_in_refused: used, too old, or never made */
  beginInvited(secret: string, place: PasskeyPlace): Promise<object>;
  /** @throws {RefusalError} sign_in_refused */
  finishInvited(secret: string, response: unknown, place: PasskeyPlace): Promise<CounsellorAccount>;
  /** What the browser needs to sign in. Names nobody: the passkey itself says whose it is. */
  begin(place: PasskeyPlace): Promise<object>;
  /** @throws {RefusalError} sign_in_refused */
  finish(response: unknown, place: PasskeyPlace): Promise<CounsellorAccount>;
}

const KeptKey = z.object({ counsellorSubject: z.string(), publicKey: z.string(), counter: z.number() });
const KeptChallenge = z.object({ challenge: z.string() });

export function createCounsellorPasskeys(options: {
  readonly store: Pick<PassportStore, "putRecord" | "getRecord" | "deleteRecord">;
  readonly accounts: CounsellorAccounts;
  readonly nowMs?: () => number;
}): CounsellorPasskeys {
  const { store, accounts } = options;
  const nowMs = options.nowMs ?? Date.now;
  const refused = (cause?: unknown) => new RefusalError("sign_in_refused", "Signing in did not work: please try again", { cause });
  const unusable = () => new RefusalError("sign_in_refused", "This invitation has been used or is too old: ask for a new one");

  async function invitationOf(secret: string): Promise<Invitation> {
    const found = looksLikeSecret(secret) && Invitation.safeParse(await store.getRecord("counsellor-invitation", sha256Hex(secret), nowMs()));
    if (!found || !found.success) throw unusable();
    return found.data;
  }

  async function keepChallenge(challenge: string): Promise<void> {
    await store.putRecord("counsellor-challenge", sha256Hex(challenge), { challenge }, nowMs() + challengeWithinMs);
  }

  /** A challenge that was ours and was not answered before; gone from now on. */
  async function takeChallenge(clientDataJson: string): Promise<string> {
    const id = sha256Hex(challengeIn(clientDataJson));
    const kept = KeptChallenge.safeParse(await store.getRecord("counsellor-challenge", id, nowMs()));
    await store.deleteRecord("counsellor-challenge", id);
    if (!kept.success) throw refused();
    return kept.data.challenge;
  }

  return {
    async invite(invitation) {
      const secret = newSecret();
      await store.putRecord("counsellor-invitation", sha256Hex(secret), Invitation.parse(invitation), nowMs() + invitationDays * msPerDay);
      return secret;
    },

    async beginInvited(secret, { origin }) {
      const { name, organisation } = await invitationOf(secret);
      const made = await generateRegistrationOptions({
        rpName: "Skillsgesprek",
        rpID: new URL(origin).hostname,
        userName: `${name} (${organisation})`,
        userDisplayName: name,
        attestationType: "none",
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      await keepChallenge(made.challenge);
      return { name, organisation, options: made };
    },

    async finishInvited(secret, response, place) {
      const invitation = await invitationOf(secret);
      const parsed = MadeKey.safeParse(response);
      if (!parsed.success) throw refused();
      const expectedChallenge = await takeChallenge(parsed.data.response.clientDataJSON);
      const verified = await verifyRegistrationResponse({
        response: parsed.data as RegistrationResponseJSON,
        expectedChallenge,
        ...expectedAt(place),
      }).catch((cause: unknown) => {
        throw refused(cause);
      });
      if (!verified.verified) throw refused();
      // Used up before anything is made of it: of two that come at once, one finds it gone.
      await store.deleteRecord("counsellor-invitation", sha256Hex(secret));
      const { credential } = verified.registrationInfo;
      const subject = credential.id;
      const kept = { counsellorSubject: subject, publicKey: Buffer.from(credential.publicKey).toString("base64url"), counter: credential.counter };
      await store.putRecord("counsellor-passkey", sha256Hex(credential.id), kept, null);
      return accounts.remember({ way: "passkey", subject, ...invitation });
    },

    async begin({ origin }) {
      const made = await generateAuthenticationOptions({ rpID: new URL(origin).hostname, userVerification: "required" });
      await keepChallenge(made.challenge);
      return made;
    },

    async finish(response, place) {
      const parsed = UsedKey.safeParse(response);
      if (!parsed.success) throw refused();
      const expectedChallenge = await takeChallenge(parsed.data.response.clientDataJSON);
      const keyName = sha256Hex(parsed.data.id);
      const kept = KeptKey.safeParse(await store.getRecord("counsellor-passkey", keyName, nowMs())).data;
      if (!kept) throw refused();
      const verified = await verifyAuthenticationResponse({
        response: parsed.data as AuthenticationResponseJSON,
        expectedChallenge,
        ...expectedAt(place),
        credential: { id: parsed.data.id, publicKey: new Uint8Array(Buffer.from(kept.publicKey, "base64url")), counter: kept.counter },
      }).catch((cause: unknown) => {
        throw refused(cause);
      });
      const account = await accounts.bySubject("passkey", kept.counsellorSubject);
      if (!verified.verified || !account || account.revokedAt !== null) throw refused();
      await store.putRecord("counsellor-passkey", keyName, { ...kept, counter: verified.authenticationInfo.newCounter }, null);
      return account;
    },
  };
}
