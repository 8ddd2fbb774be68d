import { from, generate, type KeyPair } from "@digitalbazaar/ed25519-multikey";
import { z } from "zod";
import type { PassportStore } from "../domain/store.ts";
import { didKeyMethod } from "./offline-documents.ts";

/** The key with which an organisation signs; made at its first signature, kept sealed with the installation's own key. */
export interface OrganisationKeys {
  /** @param organisation its name  @returns its DID (did:key) and what signs */
  of(organisation: string): Promise<{ readonly did: string; readonly signer: unknown }>;
  /** Its DID; null where it never signed anything. Makes no key. */
  didOf(organisation: string): Promise<string | null>;
  /** The organisation whose DID this is, once it signed something. */
  nameOf(did: string): Promise<string | undefined>;
}

/** Keys of organisations, and the one of the installation itself, lie apart: what a holder says of themselves is signed by no organisation. */
type KeyKind = "organisation-key" | "installation-signing-key";

const KeptKey = z.object({ id: z.string(), controller: z.string(), publicKeyMultibase: z.string(), secretKeyMultibase: z.string() });
const Named = z.object({ organisation: z.string() });
type KeptKey = z.infer<typeof KeptKey>;

async function newKey(): Promise<KeptKey> {
  const made = await generate({});
  const { secretKeyMultibase } = z.object({ secretKeyMultibase: z.string() }).parse(await made.export({ secretKey: true, publicKey: true }));
  const { publicKeyMultibase } = made;
  const controller = `did:key:${publicKeyMultibase}`;
  return { id: didKeyMethod(controller), controller, publicKeyMultibase, secretKeyMultibase };
}

export function createOrganisationKeys(
  store: Pick<PassportStore, "changeRecord" | "getRecord">,
  kind: KeyKind = "organisation-key",
): OrganisationKeys {
  const opened = new Map<string, Promise<{ readonly did: string; readonly pair: KeyPair }>>();
  /** Of organisations that signed something: a key that was made stays. */
  const dids = new Map<string, string>();

  async function stored(organisation: string): Promise<KeptKey | undefined> {
    return KeptKey.safeParse(await store.getRecord(kind, organisation, 0)).data;
  }

  async function open(organisation: string): Promise<{ readonly did: string; readonly pair: KeyPair }> {
    const made = (await stored(organisation)) ?? (await newKey());
    // Of two processes that make one at once, both go on with the one that was first.
    const kept = KeptKey.parse(
      await store.changeRecord(kind, organisation, null, (before) => (KeptKey.safeParse(before).success ? undefined : made)),
    );
    const named = { organisation } satisfies z.infer<typeof Named>;
    if (kind === "organisation-key")
      await store.changeRecord("organisation-did", kept.controller, null, (before) => (before === undefined ? named : undefined));
    return { did: kept.controller, pair: await from({ "@context": "https://w3id.org/security/multikey/v1", type: "Multikey", ...kept }) };
  }

  return {
    nameOf: async (did) => Named.safeParse(await store.getRecord("organisation-did", did, 0)).data?.organisation,

    async of(organisation) {
      const opening = opened.get(organisation) ?? open(organisation);
      opened.set(organisation, opening);
      opening.catch(() => opened.delete(organisation));
      const { did, pair } = await opening;
      return { did, signer: pair.signer() };
    },
    async didOf(organisation) {
      const did = dids.get(organisation) ?? (await stored(organisation))?.controller;
      if (did !== undefined) dids.set(organisation, did);
      return did ?? null;
    },
  };
}
