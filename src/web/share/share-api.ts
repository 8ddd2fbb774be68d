import type { Request, Response, Server } from "restify";
import type { HeadlineOf } from "../../domain/concept.ts";
import type { Grant } from "../../domain/grant.ts";
import type { Passport } from "../../domain/passport.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { PassportStore } from "../../domain/store.ts";
import type { Vouch } from "../../domain/vouching.ts";
import type { Attempts } from "../../identity/attempts.ts";
import type { AccessLog } from "../../review/access-log.ts";
import type { Grants, OpenGrant } from "../../review/grants.ts";
import type { LookRequests } from "../../review/look-requests.ts";
import { claimsShown, sharedPassport } from "../../review/shared-passport.ts";
import { clientAddress, type TrustedProxies } from "../client-address.ts";
import { markOf } from "../mark.ts";
import type { RequestGuard } from "../request-guard.ts";
import { parsedBody } from "../parsed-body.ts";
import { AskBody, LinkBody } from "./sharing-bodies.ts";

export interface ShareApiDeps {
  readonly store: PassportStore;
  readonly guard: RequestGuard;
  readonly grants: Grants;
  readonly requests: LookRequests;
  readonly accessLog: AccessLog;
  readonly headlineOf: HeadlineOf;
  readonly vouch: Vouch;
  /** How often one address may ask. */
  readonly asking: Attempts;
  readonly trustedProxies: TrustedProxies;
}

/** For whoever has a link, without signing in: `POST /api/share` shows, `POST /api/share/live` tells whether it still may be shown,
 *  with a mark that is another one once what it shows is; `POST /api/requests` asks. The secret travels in the body, so that it stands in no log. */
export function registerShareApi(server: Server, deps: ShareApiDeps): void {
  const { store, guard, grants, requests, accessLog, headlineOf, vouch, asking, trustedProxies } = deps;

  /** Unknown, not answered, declined, ended and taken back look the same. */
  async function opened(request: Request): Promise<OpenGrant> {
    guard.checkMarker(request);
    const open = await grants.open(parsedBody(LinkBody, request.body).link);
    if (!open) throw new RefusalError("not_found", "Nothing is shared with this link");
    return open;
  }

  async function passportOf(holderId: string): Promise<Passport> {
    const passport = await store.passport(holderId);
    if (!passport) throw new RefusalError("not_found", "Nothing is shared with this link");
    return passport;
  }

  const shownBy = async (grant: Grant, passport: Passport) => sharedPassport(grant, passport, headlineOf, await vouch(claimsShown(grant, passport)));

  server.post("/api/share", async (request: Request, response: Response) => {
    const { holderId, grant } = await opened(request);
    if (grant.mode === "review") {
      // Who may say something of a passport signs in first, and is in the log by name: on the counsellor's page.
      response.send(200, { review: true });
      return;
    }
    const passport = await passportOf(holderId);
    await accessLog.looked(holderId, grant.id, { by: null, claimIds: claimsShown(grant, passport).map(({ id }) => id) });
    response.send(200, await shownBy(grant, passport));
  });

  server.post("/api/share/live", async (request: Request, response: Response) => {
    const { holderId, grant } = await opened(request);
    response.send(200, { live: true, mark: markOf(grant.mode === "review" ? null : await shownBy(grant, await passportOf(holderId))) });
  });

  server.post("/api/requests", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const { link, from } = parsedBody(AskBody, request.body);
    // Each request counts, answered or not: somebody is bothered by every one.
    asking.begin(clientAddress(request, trustedProxies));
    const secret = await requests.ask(link, from);
    response.send(200, { link: `${guard.pageOrigin(request)}/share#${secret}` });
  });
}
