import type { Request, Response, Server } from "restify";
import { filesOf } from "../../domain/claim-files.ts";
import type { HeadlineOf } from "../../domain/concept.ts";
import { type Grant, grantState } from "../../domain/grant.ts";
import type { Localised } from "../../domain/language.ts";
import { type Look, noLooks } from "../../domain/look.ts";
import type { Claim, Passport } from "../../domain/passport.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { PassportStore } from "../../domain/store.ts";
import type { Sessions } from "../../identity/sessions.ts";
import type { AccessLog } from "../../review/access-log.ts";
import type { Grants } from "../../review/grants.ts";
import type { LookRequests } from "../../review/look-requests.ts";
import { ownSession } from "../own-session.ts";
import { claimsShown } from "../../review/shared-passport.ts";
import { qrSvg } from "../qr-code.ts";
import type { RequestGuard } from "../request-guard.ts";
import { parsedBody } from "../parsed-body.ts";
import { AcceptBody, ChangeBody, completed, GiveBody, somethingOf } from "./sharing-bodies.ts";

export interface SharingApiDeps {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly guard: RequestGuard;
  readonly grants: Grants;
  readonly requests: LookRequests;
  readonly accessLog: AccessLog;
  readonly headlineOf: HeadlineOf;
  readonly nowMs: () => number;
}

/** A look as the holder reads it. */
export interface LookView extends Pick<Look, "at" | "lastAt" | "times" | "by"> {
  /** What was seen; null in the place of a skill that has been erased since. */
  readonly skills: readonly (Localised | null)[];
  /** Name of a file that was opened; null where none was, "" where it has gone since. */
  readonly file: string | null;
}

export interface GrantView extends Grant {
  readonly state: ReturnType<typeof grantState>;
  /** How many skills it shows now: hidden, merged and erased ones went out of it. */
  readonly shownCount: number;
  /** Newest first. */
  readonly looks: readonly LookView[];
  /** How many looks there were before those. */
  readonly earlierLooks: number;
}

export interface SharingView {
  readonly grants: readonly GrantView[];
  readonly requests: readonly { readonly id: string; readonly from: Grant["for"]; readonly askedAt: string }[];
  /** ISO 8601; null: nobody can ask. */
  readonly requestLinkMadeAt: string | null;
}

/** Skills that went into another one: still the holder's, under their own names. */
function mergedIn(claims: Passport["claims"]): readonly Pick<Claim, "id" | "uri" | "label">[] {
  return claims.flatMap(({ merged }) => (merged ?? []).map(({ claim }) => claim));
}

/** The holder's own: `GET /api/sharing`, `POST /api/grants` and below, `POST /api/request-link` and below,
 *  `POST /api/requests/:id/accept` and `…/decline`. Another holder's grant or request is not there: 404. */
export function registerSharingApi(server: Server, deps: SharingApiDeps): void {
  const { store, sessions, guard, grants, requests, accessLog, headlineOf, nowMs } = deps;

  async function own(request: Request): Promise<string> {
    guard.checkMarker(request);
    return (await ownSession(sessions, request)).holderId;
  }

  async function passportOf(holderId: string): Promise<Passport> {
    const passport = await store.passport(holderId);
    if (!passport) throw new RefusalError("session_missing", "There is no passport any more");
    return passport;
  }

  function idIn(request: Request): string {
    const id: unknown = request.params?.id;
    return typeof id === "string" ? id : "";
  }

  /** The secret stands behind a "#": browsers do not send it, so no log and no preview of a link gets it. */
  const linkTo = (request: Request, page: "share" | "ask" | "counsellor", secret: string) => `${guard.pageOrigin(request)}/${page}#${secret}`;

  /** A link that is shown once, also as a drawing to be scanned. */
  async function linkAnswer(request: Request, page: Parameters<typeof linkTo>[1], secret: string) {
    const link = linkTo(request, page, secret);
    return { link, qr: await qrSvg(link) };
  }

  /** Who reviews signs in first. */
  const pageOf = (grant: Pick<Grant, "mode"> | undefined) => (grant?.mode === "review" ? "counsellor" : "share");

  async function view(holderId: string): Promise<SharingView> {
    const passport = await passportOf(holderId);
    const { claims } = passport;
    const fileNames = new Map(filesOf(passport).map(({ id, name }) => [id, name]));
    const names = new Map([...claims, ...mergedIn(claims)].map(({ id, uri, label }) => [id, (uri === null ? null : headlineOf(uri)) ?? label]));
    const log = await accessLog.of(holderId);
    const shown = (grant: Grant): GrantView => {
      const { looks, earlier } = log.get(grant.id) ?? noLooks;
      const told = looks.map(({ at, lastAt, times, by, claimIds, fileId }) => ({
        at,
        lastAt,
        times,
        by,
        skills: claimIds.map((id) => names.get(id) ?? null),
        file: fileId === undefined ? null : (fileNames.get(fileId) ?? ""),
      }));
      return {
        ...grant,
        state: grantState(grant, nowMs()),
        shownCount: claimsShown(grant, passport).length,
        looks: told.toReversed(),
        earlierLooks: earlier,
      };
    };
    return {
      grants: (await grants.list(holderId)).map(shown),
      requests: (await requests.waiting(holderId)).map(({ id, from, askedAt }) => ({ id, from, askedAt })),
      requestLinkMadeAt: await requests.linkMadeAt(holderId),
    };
  }

  server.get("/api/sharing", async (request: Request, response: Response) => {
    response.send(200, await view(await own(request)));
  });

  server.post("/api/grants", async (request: Request, response: Response) => {
    const holderId = await own(request);
    const { for: whom, ...asked } = parsedBody(GiveBody, request.body);
    const { secret, grant } = await grants.give(holderId, { ...completed(asked, await passportOf(holderId)), for: whom });
    response.send(200, { ...(await view(holderId)), ...(await linkAnswer(request, pageOf(grant), secret)) });
  });

  server.post("/api/grants/:id/change", async (request: Request, response: Response) => {
    const holderId = await own(request);
    await grants.change(holderId, idIn(request), somethingOf(parsedBody(ChangeBody, request.body)));
    response.send(200, await view(holderId));
  });

  server.post("/api/grants/:id/link", async (request: Request, response: Response) => {
    const holderId = await own(request);
    const secret = await grants.newLink(holderId, idIn(request));
    const after = await view(holderId);
    const grant = after.grants.find(({ id }) => id === idIn(request));
    response.send(200, { ...after, ...(await linkAnswer(request, pageOf(grant), secret)) });
  });

  server.post("/api/grants/:id/revoke", async (request: Request, response: Response) => {
    const holderId = await own(request);
    await grants.revoke(holderId, idIn(request));
    response.send(200, await view(holderId));
  });

  server.post("/api/grants/:id/erase", async (request: Request, response: Response) => {
    const holderId = await own(request);
    await grants.erase(holderId, idIn(request));
    await accessLog.erase(holderId, idIn(request));
    response.send(200, await view(holderId));
  });

  server.post("/api/request-link", async (request: Request, response: Response) => {
    const holderId = await own(request);
    const secret = await requests.makeLink(holderId);
    response.send(200, { ...(await view(holderId)), ...(await linkAnswer(request, "ask", secret)) });
  });

  server.post("/api/request-link/end", async (request: Request, response: Response) => {
    const holderId = await own(request);
    await requests.endLink(holderId);
    response.send(200, await view(holderId));
  });

  server.post("/api/requests/:id/accept", async (request: Request, response: Response) => {
    const holderId = await own(request);
    const asked = parsedBody(AcceptBody, request.body);
    await requests.accept(holderId, idIn(request), completed(asked, await passportOf(holderId)));
    response.send(200, await view(holderId));
  });

  server.post("/api/requests/:id/decline", async (request: Request, response: Response) => {
    const holderId = await own(request);
    await requests.decline(holderId, idIn(request));
    response.send(200, await view(holderId));
  });
}
