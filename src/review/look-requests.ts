import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Grant, GrantFor } from "../domain/grant.ts";
import { LookRequest, requestRowKind } from "../domain/look-request.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { Secrets } from "../domain/secrets.ts";
import type { PassportStore } from "../domain/store.ts";
import type { GrantAsked, Grants } from "./grants.ts";

const mostWaiting = 20;
const msPerDay = 86_400_000;
/** How long a request waits for an answer, and how long the link that lets people ask works. */
const waitDays = 30;
const linkDays = 365;

const currentKind = "request-link-made";
const LinkRecord = z.object({ holderId: z.string() });
const CurrentLink = z.object({ linkHash: z.string(), madeAt: z.string() });

/** Asking to see a passport. Who asks hears nothing about it, not even whether the holder read it: only what is granted, if it is. */
export interface LookRequests {
  /** A link with which somebody may ask. The one before it ends here. */
  makeLink(holderId: string): Promise<string>;
  /** ISO 8601; null: there is no link that works. */
  linkMadeAt(holderId: string): Promise<string | null>;
  endLink(holderId: string): Promise<void>;
  isLink(secret: string): Promise<boolean>;
  /** @returns the secret of a link that opens what the holder grants, if anything
   *  @throws {RefusalError} not_found, request_too_many (too many wait already) */
  ask(linkSecret: string, from: GrantFor): Promise<string>;
  /** Those that wait for an answer, newest first. */
  waiting(holderId: string): Promise<readonly LookRequest[]>;
  /** @throws {RefusalError} not_found, and as `Grants.give` */
  accept(holderId: string, requestId: string, asked: Omit<GrantAsked, "for">): Promise<Grant>;
  /** Nothing of the request is left. @throws {RefusalError} not_found */
  decline(holderId: string, requestId: string): Promise<void>;
}

export function createLookRequests(options: {
  readonly store: PassportStore;
  readonly grants: Grants;
  readonly secrets: Secrets;
  readonly nowMs: () => number;
}): LookRequests {
  const { store, grants, secrets, nowMs } = options;

  async function current(holderId: string): Promise<z.infer<typeof CurrentLink> | undefined> {
    const found = CurrentLink.safeParse(await store.holderRow(holderId, currentKind, "")).data;
    return found && Date.parse(found.madeAt) + linkDays * msPerDay > nowMs() ? found : undefined;
  }

  async function holderOf(secret: string): Promise<string | undefined> {
    if (!secrets.looksLikeSecret(secret)) return undefined;
    const linkHash = secrets.hashOf(secret);
    const link = LinkRecord.safeParse(await store.getRecord("request-link", linkHash, nowMs())).data;
    return link && (await current(link.holderId))?.linkHash === linkHash ? link.holderId : undefined;
  }

  async function waiting(holderId: string): Promise<readonly LookRequest[]> {
    const all = (await store.holderRows(holderId, requestRowKind)).flatMap(({ value }) => LookRequest.safeParse(value).data ?? []);
    const isOld = ({ askedAt }: LookRequest) => Date.parse(askedAt) + waitDays * msPerDay <= nowMs();
    for (const old of all.filter(isOld)) await store.deleteHolderRow(holderId, requestRowKind, old.id);
    return all.filter((each) => !isOld(each)).toSorted((a, b) => b.askedAt.localeCompare(a.askedAt));
  }

  async function one(holderId: string, requestId: string): Promise<LookRequest> {
    const found = (await waiting(holderId)).find(({ id }) => id === requestId);
    if (!found) throw new RefusalError("not_found", "There is no such request");
    return found;
  }

  async function endLink(holderId: string): Promise<void> {
    await store.deleteHolderRow(holderId, currentKind, "");
    await store.deleteRecordsOf("request-link", holderId);
  }

  return {
    endLink,
    waiting,

    async makeLink(holderId) {
      await endLink(holderId);
      const secret = secrets.newSecret();
      const linkHash = secrets.hashOf(secret);
      await store.putRecord("request-link", linkHash, { holderId }, nowMs() + linkDays * msPerDay);
      await store.putHolderRow(holderId, currentKind, "", { linkHash, madeAt: new Date(nowMs()).toISOString() });
      return secret;
    },

    async linkMadeAt(holderId) {
      return (await current(holderId))?.madeAt ?? null;
    },

    async isLink(secret) {
      return (await holderOf(secret)) !== undefined;
    },

    async ask(linkSecret, from) {
      const holderId = await holderOf(linkSecret);
      if (holderId === undefined) throw new RefusalError("not_found", "This link does not work");
      if ((await waiting(holderId)).length >= mostWaiting) {
        throw new RefusalError("request_too_many", "Too many requests wait for an answer already", { retryAfterSeconds: msPerDay / 1000 });
      }
      const secret = secrets.newSecret();
      const request = LookRequest.parse({ id: randomUUID(), from, askedAt: new Date(nowMs()).toISOString(), linkHash: secrets.hashOf(secret) });
      await store.putHolderRow(holderId, requestRowKind, request.id, request);
      return secret;
    },

    async accept(holderId, requestId, asked) {
      const { from, linkHash } = await one(holderId, requestId);
      const grant = await grants.giveUnder(holderId, { ...asked, for: from }, linkHash);
      await store.deleteHolderRow(holderId, requestRowKind, requestId);
      return grant;
    },

    async decline(holderId, requestId) {
      await one(holderId, requestId);
      await store.deleteHolderRow(holderId, requestRowKind, requestId);
    },
  };
}
