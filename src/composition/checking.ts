import type { Server } from "restify";
import type { PassportStore } from "../domain/store.ts";
import { type AttemptLimits, createAttempts } from "../identity/attempts.ts";
import { createFileChecks } from "../review/check-thread.ts";
import { installationDid } from "../review/installation-signer.ts";
import { registerCheckApi } from "../web/check/check-api.ts";
import type { TrustedProxies } from "../web/client-address.ts";
import type { RequestGuard } from "../web/request-guard.ts";
import { knownAs } from "./known-issuers.ts";

export interface CheckingDeps {
  readonly store: PassportStore;
  readonly guard: RequestGuard;
  readonly trustedProxies: TrustedProxies;
  readonly limits?: AttemptLimits;
  readonly nowMs?: () => number;
}

/** Files from one address, whatever came of them. */
const checkLimits: AttemptLimits = { perAddress: { atOnce: 20, perMinute: 6 }, overAll: { atOnce: 100, perMinute: 60 } };

/** Everything behind the page where anybody checks a signed file. */
export function registerChecking(server: Server, { store, guard, trustedProxies, limits = checkLimits, nowMs = Date.now }: CheckingDeps): void {
  registerCheckApi(server, {
    guard,
    checks: createFileChecks(),
    knownAs: (issuer) => knownAs(store, issuer),
    ownKey: () => installationDid(store),
    attempts: createAttempts({ limits, tooMany: "Too many files from here", nowMs }),
    trustedProxies,
    nowMs,
  });
}
