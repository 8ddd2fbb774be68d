import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Grant, grantEnd, type GrantFor, type GrantMode, grantRowKind, type GrantSelection, grantState, type GrantView } from "../domain/grant.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { Secrets } from "../domain/secrets.ts";
import type { PassportStore } from "../domain/store.ts";

/** So many are kept of one holder, ended ones included. */
const mostGrants = 200;

/** A grant as it is kept: with the hash of the one link that opens it. */
const KeptGrant = Grant.extend({ linkHash: z.string().nullable() });
type KeptGrant = z.infer<typeof KeptGrant>;
const LinkRecord = z.object({ holderId: z.string(), grantId: z.string() });

export interface GrantAsked extends GrantSelection {
  readonly for: GrantFor;
  readonly shownAs: string | null;
  readonly mode: GrantMode;
  readonly view: GrantView;
  /** Whole days from now, 1..365. */
  readonly days: number;
}

export interface OpenGrant {
  readonly holderId: string;
  readonly grant: Grant;
}

/** What holders let others see. Only a holder makes, changes and takes back grants of their own passport. */
export interface Grants {
  /** Newest first. */
  list(holderId: string): Promise<readonly Grant[]>;
  /** @throws {RefusalError} not_found (a skill that is not there, or hidden), grants_full */
  give(holderId: string, asked: GrantAsked): Promise<{ readonly grant: Grant; readonly secret: string }>;
  /** A grant that a link opens which somebody has already. @param linkHash hash of its secret  @throws as give */
  giveUnder(holderId: string, asked: GrantAsked, linkHash: string): Promise<Grant>;
  /** Puts skills in and takes them out of an open grant. @throws {RefusalError} not_found */
  change(holderId: string, grantId: string, selection: GrantSelection): Promise<Grant>;
  /** Another link to an open grant; the one before it ends here. @throws {RefusalError} not_found */
  newLink(holderId: string, grantId: string): Promise<string>;
  /** From here on nothing is shown. Taken back stays taken back. @throws {RefusalError} not_found */
  revoke(holderId: string, grantId: string): Promise<Grant>;
  /** Forgets a grant, open or not. @throws {RefusalError} not_found */
  erase(holderId: string, grantId: string): Promise<void>;
  /** What this link opens now; undefined for an unknown, replaced, ended or revoked one, without a difference. */
  open(secret: string): Promise<OpenGrant | undefined>;
  /** This grant while it is open. */
  openById(holderId: string, grantId: string): Promise<OpenGrant | undefined>;
}

function noSuchGrant(): RefusalError {
  return new RefusalError("not_found", "There is no such grant");
}

function withoutLink(kept: KeptGrant): Grant {
  return Grant.parse(kept);
}

export function createGrants(options: { readonly store: PassportStore; readonly secrets: Secrets; readonly nowMs: () => number }): Grants {
  const { store, secrets, nowMs } = options;

  async function kept(holderId: string): Promise<readonly KeptGrant[]> {
    return (await store.holderRows(holderId, grantRowKind)).flatMap(({ value }) => KeptGrant.safeParse(value).data ?? []);
  }

  async function one(holderId: string, grantId: string): Promise<KeptGrant> {
    const found = KeptGrant.safeParse(await store.holderRow(holderId, grantRowKind, grantId)).data;
    if (!found) throw noSuchGrant();
    return found;
  }

  /** @throws {RefusalError} not_found also where a change needs an open grant and it is not */
  async function changed(holderId: string, grantId: string, change: (grant: KeptGrant) => KeptGrant | undefined): Promise<KeptGrant> {
    let isThere = false;
    const after = await store.changeHolderRow(holderId, grantRowKind, grantId, (before) => {
      const grant = KeptGrant.safeParse(before).data;
      const next = grant && change(grant);
      isThere = next !== undefined;
      return next;
    });
    if (!isThere) throw noSuchGrant();
    return KeptGrant.parse(after);
  }

  const ifOpen = (grant: KeptGrant) => (grantState(grant, nowMs()) === "open" ? grant : undefined);

  /** Only what is in the passport, and not hidden, can be shown. */
  async function checkClaims(holderId: string, claimIds: readonly string[]): Promise<void> {
    const claims = (await store.passport(holderId))?.claims ?? [];
    const shown = new Set(claims.filter(({ hidden }) => !hidden).map(({ id }) => id));
    if (claimIds.some((id) => !shown.has(id))) throw new RefusalError("not_found", "A skill that was picked is not in the passport, or is hidden");
  }

  async function putLink(linkHash: string, holderId: string, grant: Grant): Promise<void> {
    await store.putRecord("grant-link", linkHash, { holderId, grantId: grant.id }, Date.parse(grant.expiresAt));
  }

  async function giveUnder(holderId: string, asked: GrantAsked, linkHash: string): Promise<Grant> {
    await checkClaims(holderId, asked.claimIds);
    if ((await kept(holderId)).length >= mostGrants) {
      throw new RefusalError("grants_full", "There are too many shares: remove those that have ended first");
    }
    const { days, ...rest } = asked;
    const times = { createdAt: new Date(nowMs()).toISOString(), expiresAt: grantEnd(nowMs(), days), revokedAt: null };
    const grant = Grant.parse({ id: randomUUID(), ...rest, claimIds: [...new Set(rest.claimIds)], parts: [...new Set(rest.parts)], ...times });
    await store.putHolderRow(holderId, grantRowKind, grant.id, { ...grant, linkHash });
    await putLink(linkHash, holderId, grant);
    return grant;
  }

  async function openById(holderId: string, grantId: string): Promise<KeptGrant | undefined> {
    const grant = KeptGrant.safeParse(await store.holderRow(holderId, grantRowKind, grantId)).data;
    return grant && ifOpen(grant);
  }

  return {
    giveUnder,

    async list(holderId) {
      return (await kept(holderId)).map(withoutLink).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
    },

    async give(holderId, asked) {
      const secret = secrets.newSecret();
      return { grant: await giveUnder(holderId, asked, secrets.hashOf(secret)), secret };
    },

    async change(holderId, grantId, { claimIds, parts, withQuotes, withFiles }) {
      await one(holderId, grantId);
      await checkClaims(holderId, claimIds);
      const selection = { view: "picked" as const, claimIds: [...new Set(claimIds)], parts: [...new Set(parts)], withQuotes };
      const withSelection = (grant: KeptGrant): KeptGrant => ({ ...grant, ...selection, withFiles: withFiles && grant.mode === "review" });
      return withoutLink(await changed(holderId, grantId, (grant) => ifOpen(grant) && withSelection(grant)));
    },

    async newLink(holderId, grantId) {
      const before = await one(holderId, grantId);
      const secret = secrets.newSecret();
      const linkHash = secrets.hashOf(secret);
      const grant = await changed(holderId, grantId, (each) => ifOpen(each) && { ...each, linkHash });
      await putLink(linkHash, holderId, grant);
      if (before.linkHash !== null) await store.deleteRecord("grant-link", before.linkHash);
      return secret;
    },

    async revoke(holderId, grantId) {
      const before = await one(holderId, grantId);
      const revokedAt = new Date(nowMs()).toISOString();
      const grant = await changed(holderId, grantId, (each) => ({ ...each, revokedAt: each.revokedAt ?? revokedAt, linkHash: null }));
      if (before.linkHash !== null) await store.deleteRecord("grant-link", before.linkHash);
      return withoutLink(grant);
    },

    async erase(holderId, grantId) {
      const { linkHash } = await one(holderId, grantId);
      await store.deleteHolderRow(holderId, grantRowKind, grantId);
      if (linkHash !== null) await store.deleteRecord("grant-link", linkHash);
    },

    async open(secret) {
      if (!secrets.looksLikeSecret(secret)) return undefined;
      const linkHash = secrets.hashOf(secret);
      const link = LinkRecord.safeParse(await store.getRecord("grant-link", linkHash, nowMs())).data;
      const grant = link && (await openById(link.holderId, link.grantId));
      // The grant has the last word: a record that stayed behind opens nothing.
      return link && grant?.linkHash === linkHash ? { holderId: link.holderId, grant: withoutLink(grant) } : undefined;
    },

    async openById(holderId, grantId) {
      const grant = await openById(holderId, grantId);
      return grant && { holderId, grant: withoutLink(grant) };
    },
  };
}
