import type { Request, Response, Server } from "restify";
import { z } from "zod";
import { RefusalError } from "../../domain/refusals.ts";
import { type Attempts, beginningLimits, createAttempts } from "../../identity/attempts.ts";
import type { CounsellorAccount } from "../../identity/counsellor-accounts.ts";
import { readCounsellorCookie, writeCounsellorCookie } from "../../identity/counsellor-cookie.ts";
import type { CounsellorOidc } from "../../identity/counsellor-oidc.ts";
import type { CounsellorPasskeys } from "../../identity/counsellor-passkeys.ts";
import type { CounsellorSessions } from "../../identity/counsellor-sessions.ts";
import { clientAddress, type TrustedProxies } from "../client-address.ts";
import { parsedBody } from "../parsed-body.ts";
import type { RequestGuard } from "../request-guard.ts";
import { ownCounsellor, type Roles } from "./own-counsellor.ts";

export interface SignInApiDeps extends Roles {
  readonly guard: RequestGuard;
  readonly counsellorSessions: CounsellorSessions;
  readonly passkeys: CounsellorPasskeys;
  /** Null: no provider is configured. */
  readonly oidc: CounsellorOidc | null;
  readonly attempts: Attempts;
  readonly trustedProxies: TrustedProxies;
  readonly secure: boolean;
  /** Answers a browser that came back without success with a page that says so. */
  readonly sendRefused: (request: Request, response: Response) => void;
}

const signInSeconds = 600;
const Secret = z.string().max(100);
const InvitationBody = z.strictObject({ invitation: Secret });
const InvitedBody = z.strictObject({ invitation: Secret, response: z.unknown() });
const PasskeyBody = z.strictObject({ response: z.unknown() });

/** Getting in as a counsellor: `GET /counsellor/sign-in` and `…/callback` (OpenID Connect), `POST /api/counsellor/invitation` and
 *  `…/passkey` (passkeys, each in two steps), `GET /api/counsellor/me`, `POST /api/counsellor/sign-out`, `…/sign-out-everywhere`. */
export function registerSignInApi(server: Server, deps: SignInApiDeps): void {
  const { guard, counsellorSessions, passkeys, oidc, attempts, trustedProxies, secure } = deps;
  const beginnings = createAttempts({ limits: beginningLimits, tooMany: "Too many tries to sign in" });
  const place = (request: Request) => ({ origin: guard.pageOrigin(request) });
  const callback = (request: Request) => new URL("/counsellor/callback", guard.pageOrigin(request));

  async function welcome(request: Request, response: Response, account: CounsellorAccount): Promise<void> {
    // Whoever signs in anew leaves no session behind in this browser.
    await counsellorSessions.end(request.headers.cookie);
    response.setHeader("Set-Cookie", await counsellorSessions.begin(account));
    const { name, role, organisation } = account;
    response.send(200, { name, role, organisation });
  }

  /** What fails counts against the address it comes from. */
  async function attempted<T>(request: Request, work: () => Promise<T>): Promise<T> {
    const attempt = attempts.begin(clientAddress(request, trustedProxies));
    const result = await work();
    attempt.succeeded();
    return result;
  }

  server.get("/counsellor/sign-in", async (request: Request, response: Response) => {
    if (!oidc) throw new RefusalError("not_found", "There is no provider to sign in with here");
    beginnings.begin(clientAddress(request, trustedProxies));
    const { address, browserSecret } = await oidc.begin(callback(request).href);
    response.setHeader("Set-Cookie", writeCounsellorCookie("sign-in", browserSecret, secure, signInSeconds));
    response.setHeader("Location", address.href);
    response.sendRaw(303, "");
  });

  server.get("/counsellor/callback", async (request: Request, response: Response) => {
    if (!oidc) throw new RefusalError("not_found", "There is no provider to sign in with here");
    const current = callback(request);
    current.search = new URL(request.url ?? "/", current).search;
    const ended = writeCounsellorCookie("sign-in", null, secure, 0);
    try {
      const account = await oidc.finish(current, readCounsellorCookie(request.headers.cookie, "sign-in", secure));
      response.setHeader("Set-Cookie", [ended, await counsellorSessions.begin(account)]);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      response.setHeader("Set-Cookie", ended);
      deps.sendRefused(request, response);
      return;
    }
    // The code and the state leave the address bar at once.
    response.setHeader("Location", "/counsellor");
    response.sendRaw(303, "");
  });

  server.get("/api/counsellor/ways", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    response.send(200, { oidc: oidc !== null });
  });

  server.get("/api/counsellor/me", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const { id, name, role, organisation } = await ownCounsellor(deps, request);
    response.send(200, { name, role, organisation, signIns: await counsellorSessions.signIns(id) });
  });

  server.post("/api/counsellor/sign-out", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    await ownCounsellor(deps, request);
    response.setHeader("Set-Cookie", await counsellorSessions.end(request.headers.cookie));
    response.send(200, { ended: true });
  });

  server.post("/api/counsellor/sign-out-everywhere", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const { id } = await ownCounsellor(deps, request);
    await counsellorSessions.endAll(id);
    response.setHeader("Set-Cookie", await counsellorSessions.end(request.headers.cookie));
    response.send(200, { ended: true });
  });

  server.post("/api/counsellor/invitation", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const { invitation } = parsedBody(InvitationBody, request.body);
    response.send(200, await attempted(request, () => passkeys.beginInvited(invitation, place(request))));
  });

  server.post("/api/counsellor/invitation/finish", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const { invitation, response: made } = parsedBody(InvitedBody, request.body);
    await welcome(request, response, await attempted(request, () => passkeys.finishInvited(invitation, made, place(request))));
  });

  server.post("/api/counsellor/passkey", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    beginnings.begin(clientAddress(request, trustedProxies));
    response.send(200, await passkeys.begin(place(request)));
  });

  server.post("/api/counsellor/passkey/finish", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const { response: used } = parsedBody(PasskeyBody, request.body);
    await welcome(request, response, await attempted(request, () => passkeys.finish(used, place(request))));
  });
}
