import { z } from "zod";
import { Counsellor } from "../domain/counsellor.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import type { CounsellorAccount, CounsellorAccounts } from "./counsellor-accounts.ts";
import { createPasskeyCeremony, PasskeyKey, passkeyRefused } from "./passkey-ceremony.ts";
import type { PasskeyPlace } from "./passkey-responses.ts";
import { looksLikeSecret, newSecret, sha256Hex } from "./secrets.ts";
import { takeOnce } from "./take-once.ts";

const invitationDays = 7;
const msPerDay = 86_400_000;
const passkeyKind = "counsellor-passkey";

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

const KeptKey = PasskeyKey.extend({ counsellorSubject: z.string() });

export function createCounsellorPasskeys(options: {
  readonly store: Pick<PassportStore, "putRecord" | "getRecord" | "changeRecord" | "deleteRecord">;
  readonly accounts: CounsellorAccounts;
  readonly nowMs?: () => number;
}): CounsellorPasskeys {
  const { store, accounts } = options;
  const nowMs = options.nowMs ?? Date.now;
  const ceremony = createPasskeyCeremony({ store, challengeKind: "counsellor-challenge", nowMs });
  const unusable = () => new RefusalError("sign_in_refused", "This invitation has been used or is too old: ask for a new one");

  async function invitationOf(secret: string): Promise<Invitation> {
    const found = looksLikeSecret(secret) && Invitation.safeParse(await store.getRecord("counsellor-invitation", sha256Hex(secret), nowMs()));
    if (!found || !found.success) throw unusable();
    return found.data;
  }

  return {
    async invite(invitation) {
      const secret = newSecret();
      await store.putRecord("counsellor-invitation", sha256Hex(secret), Invitation.parse(invitation), nowMs() + invitationDays * msPerDay);
      return secret;
    },

    async beginInvited(secret, place) {
      const { name, organisation } = await invitationOf(secret);
      const about = { userName: `${name} (${organisation})`, userDisplayName: name };
      return { name, organisation, options: await ceremony.beginMaking(sha256Hex(secret), about, place) };
    },

    async finishInvited(secret, response, place) {
      const invitation = await invitationOf(secret);
      const { id, credentialId, publicKey, counter } = await ceremony.finishMaking(sha256Hex(secret), response, place);
      // Used up before anything is made of it: of two that come at once, one is too late.
      if ((await takeOnce(store, "counsellor-invitation", sha256Hex(secret), nowMs())) === undefined) throw unusable();
      await store.putRecord(passkeyKind, id, { counsellorSubject: credentialId, publicKey, counter }, null);
      return accounts.remember({ way: "passkey", subject: credentialId, ...invitation });
    },

    begin: (place) => ceremony.beginSignIn(place),

    async finish(response, place) {
      const find = async (id: string) => KeptKey.safeParse(await store.getRecord(passkeyKind, id, nowMs())).data;
      const { id, key } = await ceremony.finishSignIn(response, place, find);
      const account = await accounts.bySubject("passkey", key.counsellorSubject);
      if (!account || account.revokedAt !== null) throw passkeyRefused();
      await store.putRecord(passkeyKind, id, key, null);
      return account;
    },
  };
}
