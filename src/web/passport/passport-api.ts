import type { Request, Response, Server } from "restify";
import type { HeadlineOf } from "../../domain/concept.ts";
import type { KeepWords, LeftOut } from "../../domain/left-out.ts";
import { applyPassportEvent } from "../../domain/passport-events.ts";
import { noOtherLanguages, type OtherLanguages, withOtherLabels } from "../../domain/other-languages.ts";
import type { Passport } from "../../domain/passport.ts";
import type { PassportEvent } from "../../domain/passport-events.ts";
import type { Limits } from "../../domain/limits.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { HeadingOf } from "../../domain/skill-heading.ts";
import type { PassportStore } from "../../domain/store.ts";
import type { Vouch } from "../../domain/vouching.ts";
import type { Sessions } from "../../identity/sessions.ts";
import { ownSession } from "../own-session.ts";
import { parsedBody } from "../parsed-body.ts";
import type { FilePlaces } from "../file-places.ts";
import type { RequestGuard } from "../request-guard.ts";
import { registerEvidenceApi } from "./evidence-api.ts";
import { keptAction } from "./kept-actions.ts";
import { eventOf, PageActions } from "./page-actions.ts";
import { type ConceptFacts, passportView } from "./passport-view.ts";

export interface PassportApiDeps {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly guard: RequestGuard;
  readonly limits: Limits;
  /** For files while they come in. */
  readonly places: FilePlaces;
  /** Plain headlines of the taxonomy in use; without it the page shows labels only. */
  readonly headlineOf?: HeadlineOf;
  /** Plain headings of the taxonomy in use; without it every skill stands under other things. */
  readonly headingOf?: HeadingOf;
  /** Which concepts are of use in many kinds of work; without it none is marked. */
  readonly isTransferable?: (uri: string) => boolean;
  /** In which languages the taxonomy in use has labels beside our own; without it in none. */
  readonly languages?: OtherLanguages;
  /** What of others' words can be vouched for here. */
  readonly vouch: Vouch;
  /** What may be kept of what a holder types. */
  readonly keepWords: KeepWords;
  readonly nowMs?: () => number;
}

/** `GET /api/passport`, `GET /api/passport.json` (a download), `POST /api/passport/events`, and files (see `evidence-api.ts`). Only ever the visitor's own.
 *  The answer to a change also says what of it was not kept (`leftOut`), and whether anything was (`isChanged`). */
export function registerPassportApi(server: Server, deps: PassportApiDeps): void {
  const { store, sessions, guard, keepWords, vouch } = deps;
  const nowMs = deps.nowMs ?? Date.now;
  const facts: ConceptFacts = {
    headlineOf: deps.headlineOf ?? (() => null),
    headingOf: deps.headingOf ?? (() => "other"),
    isTransferable: deps.isTransferable ?? (() => false),
  };
  const languages = deps.languages ?? noOtherLanguages;
  const view = async (passport: Passport) =>
    passportView(await withOtherLabels(passport, languages), facts, languages.codes, await vouch(passport.claims));
  registerEvidenceApi(server, { store, sessions, guard, limits: deps.limits, places: deps.places, keepWords, view, nowMs });

  async function ownPassport(request: Request): Promise<{ holderId: string; passport: Passport }> {
    const { holderId } = await ownSession(sessions, request);
    const passport = await store.passport(holderId);
    if (!passport) throw new RefusalError("session_missing", "There is no passport any more");
    return { holderId, passport };
  }

  server.get("/api/passport", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    response.send(200, await view((await ownPassport(request)).passport));
  });

  server.get("/api/passport.json", async (request: Request, response: Response) => {
    // A plain link: no marker. SameSite=Strict and Sec-Fetch-Site keep other sites out.
    const { passport } = await ownPassport(request);
    response.setHeader("Content-Disposition", 'attachment; filename="passport.json"');
    response.send(200, await withOtherLabels(passport, languages));
  });

  server.post("/api/passport/events", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const { holderId, passport } = await ownPassport(request);
    const { actions } = parsedBody(PageActions, request.body);
    const at = new Date(nowMs()).toISOString();
    const events: PassportEvent[] = [];
    const leftOut = new Set<LeftOut>();
    // Each action is read against what the ones before it leave, so that two edits of one thing add up.
    let seen = passport;
    for (const asked of actions) {
      // Refused as it was asked, whatever may be kept of it.
      eventOf(asked, seen, at, facts.headingOf);
      const { action, leftOut: out } = keptAction(asked, seen, keepWords);
      for (const one of out) leftOut.add(one);
      if (action === null) continue;
      const event = eventOf(action, seen, at, facts.headingOf);
      events.push(event);
      seen = applyPassportEvent(seen, event);
    }
    const changed = events.length > 0 ? await store.changePassport(holderId, events) : passport;
    if (!changed) throw new RefusalError("session_missing", "There is no passport any more");
    response.send(200, { ...(await view(changed)), leftOut: [...leftOut], isChanged: events.length > 0 });
  });
}
