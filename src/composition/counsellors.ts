import type { Request, Response, Server } from "restify";
import type { OidcConfig } from "../config.ts";
import type { HeadlineOf } from "../domain/concept.ts";
import type { KeepWords } from "../domain/left-out.ts";
import type { PassportStore } from "../domain/store.ts";
import { createAttempts } from "../identity/attempts.ts";
import { type CounsellorAccounts, createCounsellorAccounts } from "../identity/counsellor-accounts.ts";
import { createCounsellorOidc } from "../identity/counsellor-oidc.ts";
import { type CounsellorPasskeys, createCounsellorPasskeys } from "../identity/counsellor-passkeys.ts";
import { type CounsellorSessions, createCounsellorSessions, type SessionLog } from "../identity/counsellor-sessions.ts";
import type { Sessions } from "../identity/sessions.ts";
import { createHolderReviews, type HolderReviews } from "../review/holder-reviews.ts";
import { createOrganisationKeys } from "../review/organisation-keys.ts";
import { createReviewBindings } from "../review/review-bindings.ts";
import { createReviews, type Reviews } from "../review/reviews.ts";
import { createStatusLists } from "../review/status-lists.ts";
import type { ChatAssets } from "../web/chat/chat-assets.ts";
import { registerBesideApi } from "../web/counsellor/beside-api.ts";
import { registerCounsellorPages } from "../web/counsellor/counsellor-pages.ts";
import { registerHolderReviewsApi } from "../web/counsellor/holder-reviews-api.ts";
import { refuseCounsellors } from "../web/counsellor/own-counsellor.ts";
import { type ConceptDesk, registerReviewApi } from "../web/counsellor/review-api.ts";
import { registerSignInApi } from "../web/counsellor/sign-in-api.ts";
import type { TrustedProxies } from "../web/client-address.ts";
import { registerStatusListApi, statusListPath } from "../web/counsellor/status-list-api.ts";
import type { RequestGuard } from "../web/request-guard.ts";
import type { ReviewNewsDesk } from "./review-news.ts";
import { vouchingIn } from "./signing.ts";
import type { Sharing } from "./sharing.ts";

export interface CounsellorsDeps {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly sharing: Pick<Sharing, "grants" | "accessLog">;
  readonly news: Pick<ReviewNewsDesk, "said">;
  readonly guard: RequestGuard;
  readonly publicUrl: URL | null;
  readonly trustedProxies: TrustedProxies;
  readonly oidc: OidcConfig | null;
  readonly concepts: ConceptDesk;
  readonly keepWords: KeepWords;
  /** Plain headlines of the taxonomy in use. */
  readonly headlineOf: HeadlineOf;
  readonly assets: ChatAssets;
  readonly form: "je" | "u";
  readonly log?: SessionLog;
  /** Told of everything that a counsellor says. */
  readonly onSaid?: (holderId: string) => Promise<void>;
  readonly nowMs?: () => number;
}

export interface Counsellors {
  readonly accounts: CounsellorAccounts;
  readonly passkeys: CounsellorPasskeys;
  readonly counsellorSessions: CounsellorSessions;
  readonly reviews: Reviews;
  readonly holderReviews: HolderReviews;
}

/** Everything about counsellors: getting in, reviewing, and what the holder does with it. */
export function registerCounsellors(server: Server, deps: CounsellorsDeps): Counsellors {
  const { store, sessions, sharing, news, guard, publicUrl, concepts, keepWords, headlineOf, oidc: settings } = deps;
  const nowMs = deps.nowMs ?? Date.now;
  const secure = publicUrl?.protocol === "https:";
  const accounts = createCounsellorAccounts({ store, nowMs });
  const counsellorSessions = createCounsellorSessions({ store, accounts, secure, nowMs, ...(deps.log ? { log: deps.log } : {}) });
  const passkeys = createCounsellorPasskeys({ store, accounts, nowMs });
  const oidc = settings && createCounsellorOidc({ settings, store, accounts, nowMs });
  const keys = createOrganisationKeys(store);
  const address = publicUrl && new URL(statusListPath, publicUrl);
  const statusLists = createStatusLists({ store, keys, address, nowMs });
  const endorsing = { keys, statusLists };
  const bindings = createReviewBindings({ store, nowMs });
  const { grants, accessLog } = sharing;
  const onSaid = async (holderId: string) => {
    news.said(holderId);
    await deps.onSaid?.(holderId);
  };
  const vouch = vouchingIn(store);
  const reviews = createReviews({ store, grants, accessLog, bindings, endorsing, statusLists, vouch, headlineOf, onSaid, nowMs });
  const holderReviews = createHolderReviews({ store, endorsing, nowMs });
  const roles = { sessions, counsellorSessions };
  const attempts = createAttempts({ tooMany: "Too many tries to sign in", nowMs });

  server.use(async (request: Request, _response: Response) => refuseCounsellors(roles, request));
  const { sendRefused } = registerCounsellorPages(server, { assets: deps.assets, guard, form: deps.form });
  registerSignInApi(server, { ...roles, guard, passkeys, oidc, attempts, trustedProxies: deps.trustedProxies, secure, sendRefused });
  registerReviewApi(server, { ...roles, store, guard, reviews, concepts, keepWords });
  registerStatusListApi(server, statusLists);
  registerBesideApi(server, { ...roles, guard, reviews, holderReviews, keepWords });
  registerHolderReviewsApi(server, { store, sessions, guard, reviews: holderReviews, keepWords, headlineOf });
  return { accounts, passkeys, counsellorSessions, reviews, holderReviews };
}
