import type { Request, Response, Server } from "restify";
import { z } from "zod";
import { isPassportEmpty } from "../domain/passport.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import { type Attempts, beginningLimits, createAttempts } from "../identity/attempts.ts";
import type { ComeBackCodes } from "../identity/come-back-codes.ts";
import type { HolderPasskeys } from "../identity/holder-passkeys.ts";
import { Language } from "../domain/language.ts";
import { linkingWords, teamsChatUrl } from "../domain/page-link.ts";
import type { PageLinks } from "../identity/page-links.ts";
import type { Session, Sessions } from "../identity/sessions.ts";
import { clientAddress, type TrustedProxies } from "./client-address.ts";
import type { EnterAs } from "./enter-holder.ts";
import { ownSession } from "./own-session.ts";
import { parsedBody } from "./parsed-body.ts";
import type { RequestGuard } from "./request-guard.ts";

export interface DoorsApiDeps {
  readonly store: Pick<PassportStore, "passport">;
  readonly sessions: Sessions;
  readonly codes: ComeBackCodes;
  readonly passkeys: HolderPasskeys;
  readonly links: PageLinks;
  /** Links from the page to Teams. */
  readonly teamsLinks: Pick<PageLinks, "make">;
  /** Of the bot in Teams; null: there is none. */
  readonly teamsAppId: string | null;
  /** Counts what did not open anything: codes, passkeys and links together. */
  readonly attempts: Attempts;
  readonly guard: RequestGuard;
  readonly trustedProxies: TrustedProxies;
  readonly enterAs: EnterAs;
  /** Closes the sockets of a holder; those whose session lives come back by themselves. */
  readonly disconnect: (holderId: string) => void;
}

const SignIn = z.strictObject({ response: z.unknown(), instead: z.boolean().default(false) });
const Made = z.strictObject({ response: z.unknown() });
const Link = z.strictObject({ link: z.string().min(1).max(200), instead: z.boolean().default(false) });
const InLanguage = z.strictObject({ language: Language });
const Id = z.string().min(1).max(100);

/** The ways back to a passport, and who is in: passkeys, sessions, one-time links.
 *  `GET /api/doors`; `POST /api/passkeys/begin`, `/api/passkeys`, `/api/passkeys/:id/remove`; `POST /api/sessions/:id/end`,
 *  `/api/sessions/end-others`, `/api/teams-link`; without a session: `POST /api/sign-in/begin`, `/api/sign-in/finish`, `/api/page-link/redeem`. */
export function registerDoorsApi(server: Server, deps: DoorsApiDeps): void {
  const { store, sessions, codes, passkeys, links, attempts, guard, enterAs } = deps;
  const beginnings = createAttempts({ limits: beginningLimits, tooMany: "Too many tries to sign in" });
  const placeOf = (request: Request) => ({ origin: guard.pageOrigin(request) });

  async function own(request: Request): Promise<Session> {
    guard.checkMarker(request);
    return ownSession(sessions, request);
  }

  function idIn(request: Request): string {
    const id: unknown = request.params?.id;
    return parsedBody(Id, id);
  }

  server.get("/api/doors", async (request: Request, response: Response) => {
    const session = await own(request);
    const passport = await store.passport(session.holderId);
    const codeMadeAtMs = await codes.madeAt(session.holderId);
    response.send(200, {
      // A way back is offered once there is something to lose.
      hasSomething: passport !== undefined && !isPassportEmpty(passport),
      codeMadeAt: codeMadeAtMs === null ? null : new Date(codeMadeAtMs).toISOString(),
      passkeys: await passkeys.list(session.holderId),
      sessions: await sessions.list(session),
      inTeams: deps.teamsAppId !== null,
    });
  });

  server.post("/api/teams-link", async (request: Request, response: Response) => {
    const { holderId } = await own(request);
    if (deps.teamsAppId === null) throw new RefusalError("not_found", "There is no bot in Teams here");
    const { language } = parsedBody(InLanguage, request.body);
    const message = `${linkingWords[language]} ${await deps.teamsLinks.make(holderId)}`;
    response.send(200, { message, url: teamsChatUrl(deps.teamsAppId, message) });
  });

  server.post("/api/passkeys/begin", async (request: Request, response: Response) => {
    const { holderId } = await own(request);
    response.send(200, await passkeys.begin(holderId, placeOf(request)));
  });

  server.post("/api/passkeys", async (request: Request, response: Response) => {
    const { holderId } = await own(request);
    response.send(200, await passkeys.finish(holderId, parsedBody(Made, request.body).response, placeOf(request)));
  });

  server.post("/api/passkeys/:id/remove", async (request: Request, response: Response) => {
    const { holderId } = await own(request);
    if (!(await passkeys.remove(holderId, idIn(request)))) throw new RefusalError("not_found", "There is no such passkey");
    response.send(200, { removed: true });
  });

  server.post("/api/sessions/end-others", async (request: Request, response: Response) => {
    const session = await own(request);
    await sessions.endOthers(session);
    deps.disconnect(session.holderId);
    response.send(200, { ended: true });
  });

  server.post("/api/sessions/:id/end", async (request: Request, response: Response) => {
    const { holderId } = await own(request);
    if (!(await sessions.endOne(holderId, idIn(request)))) throw new RefusalError("not_found", "There is no such session");
    deps.disconnect(holderId);
    response.send(200, { ended: true });
  });

  server.post("/api/sign-in/begin", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    // Who guessed too often gets no challenge either.
    attempts.begin(clientAddress(request, deps.trustedProxies)).succeeded();
    beginnings.begin(clientAddress(request, deps.trustedProxies));
    response.send(200, await passkeys.beginSignIn(placeOf(request)));
  });

  server.post("/api/sign-in/finish", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const body = parsedBody(SignIn, request.body);
    const attempt = attempts.begin(clientAddress(request, deps.trustedProxies));
    const holderId = await passkeys.finishSignIn(body.response, placeOf(request));
    attempt.succeeded();
    await enterAs(request, response, holderId, body.instead);
  });

  server.post("/api/page-link/redeem", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const body = parsedBody(Link, request.body);
    const attempt = attempts.begin(clientAddress(request, deps.trustedProxies));
    const holderId = await links.peek(body.link);
    if (holderId === undefined) throw new RefusalError("code_unknown", "This link does not work (any more)");
    attempt.succeeded();
    await enterAs(request, response, holderId, body.instead, () => links.use(body.link));
  });
}
