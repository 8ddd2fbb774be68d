import { z } from "zod";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import { createPasskeyCeremony, PasskeyKey, passkeyRefused } from "./passkey-ceremony.ts";
import type { PasskeyPlace } from "./passkey-responses.ts";
import { sha256Hex } from "./secrets.ts";

const mostPasskeys = 10;
/** Kind of the holder's rows that passkeys are kept in, and of the record that finds them. */
const passkeyKind = "passkey";

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
const KeptKey = PasskeyKey.extend({ credentialId: z.string(), madeAt: z.string(), usedAt: z.string().nullable() });
type KeptKey = z.infer<typeof KeptKey>;
const Owner = z.object({ holderId: z.string() });

const known = (id: string, { madeAt, usedAt }: KeptKey): KnownPasskey => ({ id, madeAt, usedAt });

/** What authenticators call the holder: the same for all passkeys of one, and nothing to know anybody by. */
function handleOf(holderId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(sha256Hex(`passkey handle ${holderId}`), "hex"));
}

export function createHolderPasskeys(options: { readonly store: PassportStore; readonly nowMs?: () => number }): HolderPasskeys {
  const { store } = options;
  const nowMs = options.nowMs ?? Date.now;
  const now = () => new Date(nowMs()).toISOString();
  const ceremony = createPasskeyCeremony({ store, challengeKind: "passkey-challenge", nowMs });

  async function keysOf(holderId: string): Promise<readonly { readonly id: string; readonly key: KeptKey }[]> {
    const rows = await store.holderRows(holderId, passkeyKind);
    return rows.flatMap(({ id, value }) => {
      const key = KeptKey.safeParse(value).data;
      return key ? [{ id, key }] : [];
    });
  }

  async function found(id: string): Promise<(KeptKey & z.infer<typeof Owner>) | undefined> {
    const owner = Owner.safeParse(await store.getRecord(passkeyKind, id, nowMs())).data;
    const key = owner && KeptKey.safeParse(await store.holderRow(owner.holderId, passkeyKind, id)).data;
    return key && { ...key, ...owner };
  }

  return {
    async begin(holderId, place) {
      const keys = await keysOf(holderId);
      if (keys.length >= mostPasskeys) throw new RefusalError("too_many_passkeys", "There are as many passkeys as can be kept. Remove one first");
      const about = {
        userID: handleOf(holderId),
        // Stands in the list of the phone's own passkeys, for whoever looks at it: names nobody.
        userName: "Mijn skillspaspoort",
        userDisplayName: "Mijn skillspaspoort",
        excludeCredentials: keys.map(({ key }) => ({ id: key.credentialId })),
      };
      return ceremony.beginMaking(holderId, about, place);
    },

    async finish(holderId, response, place) {
      const { id, ...made } = await ceremony.finishMaking(holderId, response, place);
      // A credential that is somebody's already is not made anybody else's.
      if ((await store.getRecord(passkeyKind, id, nowMs())) !== undefined) throw passkeyRefused();
      const kept: KeptKey = { ...made, madeAt: now(), usedAt: null };
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

    beginSignIn: (place) => ceremony.beginSignIn(place),

    async finishSignIn(response, place) {
      const { id, key } = await ceremony.finishSignIn(response, place, found);
      const { holderId, ...kept } = key;
      await store.changeHolderRow(holderId, passkeyKind, id, (before) => (before === undefined ? undefined : { ...kept, usedAt: now() }));
      return holderId;
    },
  };
}
