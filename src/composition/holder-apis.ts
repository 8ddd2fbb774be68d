import type { Request, Server } from "restify";
import { type DirectLine, type DirectLineDeps, registerDirectLine } from "../bot/direct-line-routes.ts";
import { documentLimits } from "../domain/document-limits.ts";
import type { HeadlineOf } from "../domain/concept.ts";
import type { KeepWords } from "../domain/left-out.ts";
import type { Passport } from "../domain/passport.ts";
import type { HeadingOf } from "../domain/skill-heading.ts";
import type { Language } from "../domain/language.ts";
import { type Limits, noLimits } from "../domain/limits.ts";
import type { PassportStore } from "../domain/store.ts";
import type { TurnRunner } from "../domain/turns.ts";
import { type AttemptLimits, createAttempts } from "../identity/attempts.ts";
import { type ComeBackCodes, createComeBackCodes } from "../identity/come-back-codes.ts";
import { createHolderPasskeys } from "../identity/holder-passkeys.ts";
import { createPageLinks } from "../identity/page-links.ts";
import { createConversationTokens } from "../identity/conversation-tokens.ts";
import { createSessions, type Sessions } from "../identity/sessions.ts";
import type { TrustedProxies } from "../web/client-address.ts";
import { registerComeBackApi } from "../web/come-back-api.ts";
import { registerConversationsApi } from "../web/conversations-api.ts";
import { registerDoorsApi } from "../web/doors-api.ts";
import { createEntrance } from "../web/enter-holder.ts";
import { createFilePlaces } from "../web/file-places.ts";
import { registerOccupationsApi } from "../web/occupations/occupations-api.ts";
import { readActivityUpload } from "../web/multipart-file.ts";
import { registerPassportApi } from "../web/passport/passport-api.ts";
import type { RequestGuard } from "../web/request-guard.ts";
import { registerSessionApi } from "../web/session-api.ts";
import { registerChecking } from "./checking.ts";
import { createReviewNews, type ReviewNewsDesk } from "./review-news.ts";
import { registerSharing, type Sharing } from "./sharing.ts";
import { vouchingIn } from "./signing.ts";
import { registerTakeAlong, type TakeAlong } from "./take-along.ts";
import { noWork, type Work } from "./work.ts";

export interface HolderApisDeps {
  readonly store: PassportStore;
  readonly runner: TurnRunner;
  readonly guard: RequestGuard;
  /** Null: only this machine reaches the server. */
  readonly publicUrl: URL | null;
  /** Null, as by default: no proxy stands in front. */
  readonly trustedProxies?: TrustedProxies;
  /** By default there are none. */
  readonly limits?: Limits;
  /** Of the bot in Teams, where there is one. */
  readonly teamsAppId?: string | null;
  readonly newPassport: (language: Language) => Passport;
  readonly headlineOf?: HeadlineOf;
  readonly headingOf?: HeadingOf;
  readonly isTransferable?: (uri: string) => boolean;
  /** Work beside the passport; without it the page says that there are no occupations. */
  readonly work?: Work;
  /** Ways out of the passport; without them there is `passport.json` alone. */
  readonly takeAlong?: TakeAlong;
  /** What may be kept of what a holder types on the page. */
  readonly keepWords: KeepWords;
  /** Hears of errors that no answer tells of. */
  readonly onError: (error: unknown) => void;
  readonly direct?: Pick<DirectLineDeps, "limits" | "firstTypingMs">;
  readonly attemptLimits?: AttemptLimits;
  /** How long counsellors say nothing more before the holder is told. */
  readonly newsQuietMs?: number | undefined;
  readonly nowMs?: () => number;
}

export interface HolderApis {
  readonly directLine: DirectLine;
  readonly sessions: Sessions;
  readonly codes: ComeBackCodes;
  readonly sharing: Sharing;
  readonly news: ReviewNewsDesk;
}

/** Files of 10 MB lie in memory while they come in and are looked at. */
const mostFilesComingIn = 8;

/** All that a holder's page talks to: sessions, Direct Line, coming back with a code, the passport. */
export function registerHolderApis(server: Server, deps: HolderApisDeps): HolderApis {
  const { store, runner, guard, publicUrl, newPassport, onError, headlineOf, headingOf, keepWords, attemptLimits, nowMs } = deps;
  const { trustedProxies = null, limits = noLimits } = deps;
  const clock = nowMs ? { nowMs } : {};
  const sessions = createSessions({ store, secure: publicUrl?.protocol === "https:", newPassport, ...clock });
  const tokens = createConversationTokens({ store, sessions, ...clock });
  const codes = createComeBackCodes({ store, ...clock });
  const attempts = createAttempts({ ...(attemptLimits ? { limits: attemptLimits } : {}), ...clock });
  const news = createReviewNews({
    store,
    headlineOf: headlineOf ?? (() => null),
    run: (turn) => directLine.run(turn),
    onError,
    quietMs: deps.newsQuietMs,
  });
  const onOpened = (holderId: string) => news.tell(holderId);
  const places = createFilePlaces(mostFilesComingIn, trustedProxies);
  const readUpload = (request: Request) => places.during(request, () => readActivityUpload(request, documentLimits.maxBytes));
  const directLine = registerDirectLine(server, {
    store,
    tokens,
    runner,
    guard,
    readUpload,
    visitorLimits: limits,
    onError,
    onOpened,
    ...deps.direct,
  });
  const { disconnect, welcomeBack } = directLine;
  registerSessionApi(server, { store, sessions, tokens, guard, limits, disconnect });
  const enterAs = createEntrance({ store, sessions, tokens, disconnect, welcomeBack });
  registerComeBackApi(server, { sessions, codes, attempts, guard, trustedProxies, enterAs });
  const passkeys = createHolderPasskeys({ store, ...clock });
  const links = createPageLinks({ store, ...clock });
  const teamsLinks = createPageLinks({ store, kind: "teams-link", ...clock });
  const teamsAppId = deps.teamsAppId ?? null;
  registerDoorsApi(server, { store, sessions, codes, passkeys, links, teamsLinks, teamsAppId, attempts, guard, trustedProxies, enterAs, disconnect });
  registerConversationsApi(server, { store, sessions, guard, limits, disconnect, ...clock });
  const { facts, names, languages, readVacancy } = deps.work ?? noWork;
  const vouch = vouchingIn(store);
  registerPassportApi(server, {
    languages,
    vouch,
    store,
    sessions,
    guard,
    limits,
    places,
    keepWords,
    ...(headlineOf ? { headlineOf } : {}),
    ...(headingOf ? { headingOf } : {}),
    ...(deps.isTransferable ? { isTransferable: deps.isTransferable } : {}),
    ...clock,
  });
  registerOccupationsApi(server, { store, sessions, guard, limits, work: facts, names, languages, readVacancy, nowMs: nowMs ?? Date.now });
  registerChecking(server, { store, guard, trustedProxies, ...clock });
  if (deps.takeAlong) {
    const { exporters } = deps.takeAlong;
    registerTakeAlong(server, { store, sessions, guard, limits, places, keepWords, exporters, languages, nowMs: nowMs ?? Date.now });
  }
  const sharing = registerSharing(server, { store, sessions, guard, headlineOf, trustedProxies, pdf: deps.takeAlong?.pdf, vouch, nowMs });
  return { directLine, sessions, codes, sharing, news };
}
