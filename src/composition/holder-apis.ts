import type { Server } from "restify";
import { type DirectLine, type DirectLineDeps, registerDirectLine } from "../bot/direct-line-routes.ts";
import type { HeadlineOf } from "../domain/concept.ts";
import type { KeepWords } from "../domain/left-out.ts";
import type { Passport } from "../domain/passport.ts";
import type { HeadingOf } from "../domain/skill-heading.ts";
import type { Language } from "../domain/language.ts";
import type { PassportStore } from "../domain/store.ts";
import type { TurnRunner } from "../domain/turns.ts";
import { type AttemptLimits, createAttempts } from "../identity/attempts.ts";
import { type ComeBackCodes, createComeBackCodes } from "../identity/come-back-codes.ts";
import { createHolderPasskeys } from "../identity/holder-passkeys.ts";
import { createPageLinks } from "../identity/page-links.ts";
import { createConversationTokens } from "../identity/conversation-tokens.ts";
import { createSessions, type Sessions } from "../identity/sessions.ts";
import { registerComeBackApi } from "../web/come-back-api.ts";
import { registerConversationsApi } from "../web/conversations-api.ts";
import { registerDoorsApi } from "../web/doors-api.ts";
import { createEntrance } from "../web/enter-holder.ts";
import { registerPassportApi } from "../web/passport/passport-api.ts";
import type { RequestGuard } from "../web/request-guard.ts";
import { registerSessionApi } from "../web/session-api.ts";
import { createReviewNews, type ReviewNewsDesk } from "./review-news.ts";
import { registerSharing, type Sharing } from "./sharing.ts";

export interface HolderApisDeps {
  readonly store: PassportStore;
  readonly runner: TurnRunner;
  readonly guard: RequestGuard;
  /** Null: only this machine reaches the server. */
  readonly publicUrl: URL | null;
  readonly newPassport: (language: Language) => Passport;
  readonly headlineOf?: HeadlineOf;
  readonly headingOf?: HeadingOf;
  readonly isTransferable?: (uri: string) => boolean;
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

/** All that a holder's page talks to: sessions, Direct Line, coming back with a code, the passport. */
export function registerHolderApis(server: Server, deps: HolderApisDeps): HolderApis {
  const { store, runner, guard, publicUrl, newPassport, onError, headlineOf, headingOf, keepWords, attemptLimits, nowMs } = deps;
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
  const directLine = registerDirectLine(server, { store, tokens, runner, guard, onError, onOpened, ...deps.direct });
  const { disconnect, welcomeBack } = directLine;
  registerSessionApi(server, { store, sessions, tokens, guard, disconnect });
  const behindProxy = publicUrl !== null;
  const enterAs = createEntrance({ store, sessions, tokens, disconnect, welcomeBack });
  registerComeBackApi(server, { sessions, codes, attempts, guard, behindProxy, enterAs });
  const passkeys = createHolderPasskeys({ store, ...clock });
  const links = createPageLinks({ store, ...clock });
  registerDoorsApi(server, { store, sessions, codes, passkeys, links, attempts, guard, behindProxy, enterAs, disconnect });
  registerConversationsApi(server, { store, sessions, guard, disconnect, ...clock });
  registerPassportApi(server, {
    store,
    sessions,
    guard,
    keepWords,
    ...(headlineOf ? { headlineOf } : {}),
    ...(headingOf ? { headingOf } : {}),
    ...(deps.isTransferable ? { isTransferable: deps.isTransferable } : {}),
    ...clock,
  });
  const sharing = registerSharing(server, { store, sessions, guard, headlineOf, behindProxy, nowMs });
  return { directLine, sessions, codes, sharing, news };
}
