import type { Language } from "../domain/language.ts";
import type { LimitedThing, Limits, RequestSource } from "../domain/limits.ts";
import { RefusalError } from "../domain/refusals.ts";
import { createAllowance } from "./allowance.ts";

/** So many within an hour; null: no end to it. */
export interface HourlyLimit {
  readonly perVisitor: number | null;
  readonly perAddress: number | null;
}

export type LimitName = LimitedThing | "modelTokens";

export interface LimitsOptions {
  readonly limits: Readonly<Record<LimitName, HourlyLimit>>;
  readonly addressOf: (from: RequestSource) => string;
  /** What a person is told. @param minutes at least 1 */
  readonly sentence: (limit: LimitName, language: Language, minutes: number) => string;
  readonly onLimited?: (limit: LimitName) => void;
  readonly nowMs?: () => number;
}

export interface CountingLimits extends Limits {
  /** What a turn of this holder cost; it counts for the address that their last message came from, too. */
  spend(holderId: string, tokens: number): void;
}

/** Where somebody was last seen is forgotten after this many of others. */
const mostPlaces = 10_000;

/** Limits in the memory of this process: who did how much within the last hour. Addresses are neither stored nor logged. */
export function createLimits({ limits, addressOf, sentence, onLimited, nowMs }: LimitsOptions): CountingLimits {
  const allowances = (limit: LimitName) => ({
    visitor: createAllowance(limits[limit].perVisitor, nowMs),
    address: createAllowance(limits[limit].perAddress, nowMs),
  });
  const all = {
    conversations: allowances("conversations"),
    messages: allowances("messages"),
    uploads: allowances("uploads"),
    modelTokens: allowances("modelTokens"),
  };
  const places = new Map<string, string>();

  function waitMs(limit: LimitName, holderId: string | null, address: string | null): number {
    const { visitor, address: ofAddress } = all[limit];
    return Math.max(holderId === null ? 0 : visitor.waitMs(holderId), address === null ? 0 : ofAddress.waitMs(address));
  }

  async function refuse(limit: LimitName, ms: number, language: Language | (() => Promise<Language>)): Promise<never> {
    onLimited?.(limit);
    const retryAfterSeconds = Math.max(1, Math.ceil(ms / 1000));
    const spoken = typeof language === "function" ? await language() : language;
    throw new RefusalError("request_too_many", sentence(limit, spoken, Math.ceil(retryAfterSeconds / 60)), { retryAfterSeconds });
  }

  return {
    async take(thing, holderId, from, language) {
      const address = from === null ? null : addressOf(from);
      for (const limit of thing === "messages" ? (["messages", "modelTokens"] as const) : [thing]) {
        const ms = waitMs(limit, holderId, address);
        if (ms > 0) await refuse(limit, ms, language);
      }
      if (holderId !== null) all[thing].visitor.take(holderId, 1);
      if (address === null) return;
      all[thing].address.take(address, 1);
      if (holderId === null) return;
      places.delete(holderId);
      places.set(holderId, address);
      if (places.size > mostPlaces) for (const oldest of [...places.keys()].slice(0, mostPlaces / 10)) places.delete(oldest);
    },
    spend(holderId, tokens) {
      if (tokens === 0) return;
      all.modelTokens.visitor.take(holderId, tokens);
      const address = places.get(holderId);
      if (address !== undefined) all.modelTokens.address.take(address, tokens);
    },
  };
}
