import { randomInt } from "node:crypto";
import { z } from "zod";
import { Endorsement } from "../domain/endorsement.ts";
import type { PassportStore } from "../domain/store.ts";
import { signedCredential, wholeSeconds } from "./credential-proof.ts";
import { credentialsContext } from "./offline-documents.ts";
import type { OrganisationKeys } from "./organisation-keys.ts";
import { countSet, decodedBits, emptyBits, encodedBits, isSet, listLength, withSet } from "./status-bits.ts";

/** What a credential says of where its status is told. */
export const StatusEntry = z.object({
  id: z.string(),
  type: z.literal("BitstringStatusListEntry"),
  statusPurpose: z.literal("revocation"),
  /** 0..131071, as text: so the recommendation has it. */
  statusListIndex: z.string().regex(/^\d{1,6}$/),
  statusListCredential: z.string(),
});
export type StatusEntry = z.infer<typeof StatusEntry>;

const KeptList = z.object({ taken: z.string(), withdrawn: z.string() });
type KeptList = z.infer<typeof KeptList>;

/** Fuller than this, finding a free place by chance takes long: then the next list begins. */
const usuallyTaken = listLength / 2;
const validForMs = 24 * 60 * 60 * 1000;
/** The same signed list is handed out for so long, while nothing changed. */
const signedForMs = 60 * 60 * 1000;

/** Whether endorsements were withdrawn, for whoever has a copy of one: a list of bits for each organisation (W3C Bitstring Status List).
 *  A list tells which places are withdrawn; whose endorsement has which place stands in the endorsement alone. */
export interface StatusLists {
  /** A place for one more endorsement of this organisation; null where no address is known that others could ask. */
  newEntry(did: string): Promise<StatusEntry | null>;
  /** Marks the endorsement with this credential as withdrawn. One without a place in a list of ours stays as it is. */
  withdraw(credential: Readonly<Record<string, unknown>>): Promise<void>;
  /** A signed list of this organisation, by its number from 1; undefined where there is none. */
  signedList(did: string, number: string): Promise<Readonly<Record<string, unknown>> | undefined>;
}

export interface StatusListsDeps {
  readonly store: Pick<PassportStore, "changeRecord" | "getRecord">;
  readonly keys: Pick<OrganisationKeys, "of" | "nameOf">;
  /** Where lists are found, up to DID and number; null: nowhere. */
  readonly address: URL | null;
  /** How full a list gets; less only in tests. */
  readonly mostTaken?: number;
  readonly nowMs: () => number;
}

const recordKind = "status-list";
const noList: KeptList = { taken: encodedBits(emptyBits()), withdrawn: encodedBits(emptyBits()) };

/** Which list of ours, and which place in it, a credential names; undefined where it names none. The address that this installation had
 *  then may be another one, so the number of the list alone counts. */
function placeOf(credential: Readonly<Record<string, unknown>>): { readonly name: string; readonly index: number } | undefined {
  const entry = StatusEntry.safeParse(credential["credentialStatus"]).data;
  const did = z.object({ id: z.string() }).safeParse(credential["issuer"]).data?.id;
  const number = entry && /\/(\d+)$/.exec(entry.statusListCredential)?.[1];
  return entry && number && did !== undefined ? { name: nameOf(did, Number(number)), index: Number(entry.statusListIndex) } : undefined;
}

const nameOf = (did: string, number: number) => `${encodeURIComponent(did)}/${number}`;

/** True where an endorsement says that it stands, and an organisation here has withdrawn it. */
export async function isWithdrawnHere(store: Pick<PassportStore, "getRecord">, endorsement: unknown, nowMs: number): Promise<boolean> {
  const { data } = Endorsement.safeParse(endorsement);
  const place = data?.withdrawn === null ? placeOf(data.credential) : undefined;
  const list = place && KeptList.safeParse(await store.getRecord(recordKind, place.name, nowMs)).data;
  return list !== undefined && place !== undefined && place.index < listLength && isSet(decodedBits(list.withdrawn), place.index);
}

export function createStatusLists({ store, keys, address, nowMs, mostTaken = usuallyTaken }: StatusListsDeps): StatusLists {
  const signed = new Map<string, { readonly withdrawn: string; readonly madeMs: number; readonly credential: Record<string, unknown> }>();
  const listAddress = (name: string) => (address === null ? null : new URL(name, address).href);

  /** Takes a free place in this list by chance; undefined where it is full. */
  async function take(name: string): Promise<number | undefined> {
    let index: number | undefined;
    await store.changeRecord(recordKind, name, null, (before): KeptList | undefined => {
      const list = KeptList.safeParse(before).data ?? noList;
      const taken = decodedBits(list.taken);
      if (countSet(taken) >= mostTaken) return undefined;
      do index = randomInt(listLength);
      while (isSet(taken, index));
      return { ...list, taken: encodedBits(withSet(taken, index)) };
    });
    return index;
  }

  return {
    async newEntry(did) {
      for (let number = 1; ; number += 1) {
        const statusListCredential = listAddress(nameOf(did, number));
        if (statusListCredential === null) return null;
        const index = await take(nameOf(did, number));
        if (index === undefined) continue;
        const id = `${statusListCredential}#${index}`;
        return { id, type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: String(index), statusListCredential };
      }
    },

    async withdraw(credential) {
      const place = placeOf(credential);
      if (!place) return;
      await store.changeRecord(recordKind, place.name, null, (before) => {
        const list = KeptList.safeParse(before).data;
        return list && { ...list, withdrawn: encodedBits(withSet(decodedBits(list.withdrawn), place.index)) };
      });
    },

    async signedList(did, number) {
      const name = nameOf(did, Number(number));
      const list = KeptList.safeParse(await store.getRecord(recordKind, name, nowMs())).data;
      const [organisation, id] = [await keys.nameOf(did), listAddress(name)];
      if (!list || organisation === undefined || id === null) return undefined;
      const made = signed.get(name);
      if (made && made.withdrawn === list.withdrawn && nowMs() - made.madeMs < signedForMs) return made.credential;
      const { signer } = await keys.of(organisation);
      const seconds = (ms: number) => wholeSeconds(new Date(ms).toISOString());
      const said = {
        "@context": [credentialsContext],
        id,
        type: ["VerifiableCredential", "BitstringStatusListCredential"],
        issuer: { id: did, name: organisation },
        validFrom: seconds(nowMs()),
        validUntil: seconds(nowMs() + validForMs),
        credentialSubject: { id: `${id}#list`, type: "BitstringStatusList", statusPurpose: "revocation", encodedList: list.withdrawn },
      };
      const credential = await signedCredential(said, signer, seconds(nowMs()));
      signed.set(name, { withdrawn: list.withdrawn, madeMs: nowMs(), credential });
      return credential;
    },
  };
}
