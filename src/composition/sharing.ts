import type { Server } from "restify";
import type { HeadlineOf } from "../domain/concept.ts";
import type { PassportStore } from "../domain/store.ts";
import type { Vouch } from "../domain/vouching.ts";
import { type AttemptLimits, createAttempts } from "../identity/attempts.ts";
import { secrets } from "../identity/secret-port.ts";
import type { Sessions } from "../identity/sessions.ts";
import { type AccessLog, createAccessLog } from "../review/access-log.ts";
import { createGrants, type Grants } from "../review/grants.ts";
import { createLookRequests, type LookRequests } from "../review/look-requests.ts";
import type { PdfSetter } from "../passport/export/pdf/export-pdf.ts";
import type { TrustedProxies } from "../web/client-address.ts";
import type { RequestGuard } from "../web/request-guard.ts";
import { registerShareApi } from "../web/share/share-api.ts";
import { registerSharePdf } from "../web/share/share-pdf.ts";
import { registerSharingApi } from "../web/share/sharing-api.ts";

export interface SharingDeps {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly guard: RequestGuard;
  readonly headlineOf?: HeadlineOf | undefined;
  readonly trustedProxies: TrustedProxies;
  /** Sets what is shared on paper; without it there is no PDF of it. */
  readonly pdf?: PdfSetter | undefined;
  readonly vouch: Vouch;
  readonly nowMs?: (() => number) | undefined;
}

export interface Sharing {
  readonly grants: Grants;
  readonly accessLog: AccessLog;
  readonly requests: LookRequests;
}

/** Requests from one address, answered or not. */
const askLimits: AttemptLimits = { perAddress: { atOnce: 10, perMinute: 1 }, overAll: { atOnce: 300, perMinute: 60 } };

/** Everything about sharing a passport: the holder's side, and that of whoever has a link. */
export function registerSharing(server: Server, deps: SharingDeps): Sharing {
  const { store, sessions, guard, trustedProxies, vouch } = deps;
  const nowMs = deps.nowMs ?? Date.now;
  const headlineOf: HeadlineOf = deps.headlineOf ?? (() => null);
  const grants = createGrants({ store, secrets, nowMs });
  const accessLog = createAccessLog({ store, nowMs });
  const requests = createLookRequests({ store, grants, secrets, nowMs });
  const asking = createAttempts({ limits: askLimits, tooMany: "Too many requests from here", nowMs });
  registerSharingApi(server, { store, sessions, guard, grants, requests, accessLog, headlineOf, nowMs });
  registerShareApi(server, { store, guard, grants, requests, accessLog, headlineOf, vouch, asking, trustedProxies });
  if (deps.pdf) registerSharePdf(server, { store, guard, grants, accessLog, pdf: deps.pdf, vouch, nowMs });
  return { grants, accessLog, requests };
}
