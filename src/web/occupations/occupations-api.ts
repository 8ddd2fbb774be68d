import { randomUUID } from "node:crypto";
import type { Request, Response, Server } from "restify";
import { z } from "zod";
import { Language, localised } from "../../domain/language.ts";
import type { Limits } from "../../domain/limits.ts";
import type { Occupation, WorkFacts } from "../../domain/occupation.ts";
import type { OtherLanguages } from "../../domain/other-languages.ts";
import type { Passport } from "../../domain/passport.ts";
import type { PassportEvent } from "../../domain/passport-events.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { PassportStore } from "../../domain/store.ts";
import { longestVacancy, type ReadVacancy } from "../../domain/vacancy.ts";
import type { Sessions } from "../../identity/sessions.ts";
import { ownSession } from "../own-session.ts";
import { parsedBody } from "../parsed-body.ts";
import type { RequestGuard } from "../request-guard.ts";
import { brief, type ConceptNames, goalAbout, occupationViews, type VacancyView } from "./occupations-view.ts";

export interface OccupationsApiDeps {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly guard: RequestGuard;
  /** A vacancy costs what a message costs, and counts as one. */
  readonly limits: Limits;
  readonly work: () => Promise<WorkFacts>;
  readonly names: ConceptNames;
  readonly languages: OtherLanguages;
  readonly readVacancy: ReadVacancy;
  readonly nowMs: () => number;
}

const Uri = z.string().min(1).max(300);
const SearchBody = z.strictObject({ text: z.string().trim().min(1).max(200), language: Language });
const CompareBody = z.strictObject({ occupationUri: Uri });
const VacancyBody = z.strictObject({ text: z.string().trim().min(1).max(longestVacancy), language: Language });
const GoalBody = z.strictObject({ occupationUri: Uri, wantId: z.string().min(1).max(100).nullable() });
const LeaveBody = z.strictObject({ wantId: z.string().min(1).max(100) });

const mostFound = 8;
/** A vacancy is some fifty texts to make vectors of: a second of one core. */
const mostVacanciesAtOnce = 2;

/** The event with which an occupation becomes a goal: of an existing one, or a new one with its name.
 *  @throws {RefusalError} not_found, consent_missing */
export function goalChosen(passport: Passport, occupation: Occupation, wantId: string | null, at: string): PassportEvent | null {
  if (passport.consents.length === 0) throw new RefusalError("consent_missing", "Agree to the notice in the conversation first");
  if (wantId === null) {
    if (goalAbout(passport, occupation.uri)) return null;
    const text = localised(occupation.label, passport.language);
    return { type: "want_set", at, want: { id: `goal-${randomUUID()}`, kind: "goal", text, occupationUri: occupation.uri } };
  }
  const { notYet: _, ...want } = ownGoal(passport, wantId);
  return { type: "want_set", at, want: { ...want, occupationUri: occupation.uri } };
}

/** The event with which a goal is about no occupation any more; one that only had its name goes. @throws {RefusalError} not_found */
export function goalLeft(passport: Passport, wantId: string, labelOf: (uri: string) => Occupation["label"] | null, at: string): PassportEvent {
  const { notYet: _, ...want } = ownGoal(passport, wantId);
  const label = want.occupationUri === null ? null : labelOf(want.occupationUri);
  if (label !== null && (want.text === label.nl || want.text === label.en)) return { type: "want_erased", at, wantId };
  return { type: "want_set", at, want: { ...want, occupationUri: null } };
}

function ownGoal({ wants }: Passport, wantId: string): Passport["wants"][number] {
  const want = wants.find(({ id, kind }) => id === wantId && kind === "goal");
  if (!want) throw new RefusalError("not_found", "This is not in the passport");
  return want;
}

/** `GET /api/occupations` and `POST /api/occupations/search`, `…/compare`, `…/vacancy`, `…/goal`, `…/goal/leave`: work beside the
 *  visitor's own passport. What is searched for and pasted is kept nowhere. */
export function registerOccupationsApi(server: Server, deps: OccupationsApiDeps): void {
  const { store, sessions, guard, limits, work, names, languages, readVacancy, nowMs } = deps;
  let reading = 0;

  async function viewsFor({ labelLanguage: language }: Passport) {
    return occupationViews(await work(), names, language === undefined ? null : { language, labels: await languages.labels(language) });
  }

  async function ownPassport(request: Request): Promise<{ holderId: string; passport: Passport }> {
    guard.checkMarker(request);
    const { holderId } = await ownSession(sessions, request);
    const passport = await store.passport(holderId);
    if (!passport) throw new RefusalError("session_missing", "There is no passport any more");
    return { holderId, passport };
  }

  async function occupationOf(uri: string): Promise<Occupation> {
    const occupation = (await work()).occupations?.get(uri);
    if (!occupation) throw new RefusalError("not_found", "The taxonomy in use has no such occupation");
    return occupation;
  }

  async function change(holderId: string, event: PassportEvent | null, passport: Passport): Promise<Passport> {
    const changed = event === null ? passport : await store.changePassport(holderId, [event]);
    if (!changed) throw new RefusalError("session_missing", "There is no passport any more");
    return changed;
  }

  server.get("/api/occupations", async (request: Request, response: Response) => {
    const { passport } = await ownPassport(request);
    response.send(200, (await viewsFor(passport)).whole(passport));
  });

  server.post("/api/occupations/search", async (request: Request, response: Response) => {
    await ownPassport(request);
    const { text, language } = parsedBody(SearchBody, request.body);
    const { occupations } = await work();
    response.send(200, { occupations: (occupations?.search(text, language, mostFound) ?? []).map(brief) });
  });

  server.post("/api/occupations/compare", async (request: Request, response: Response) => {
    const { passport } = await ownPassport(request);
    const occupation = await occupationOf(parsedBody(CompareBody, request.body).occupationUri);
    response.send(200, (await viewsFor(passport)).comparison(occupation, passport));
  });

  server.post("/api/occupations/vacancy", async (request: Request, response: Response) => {
    const { holderId, passport } = await ownPassport(request);
    const { text, language } = parsedBody(VacancyBody, request.body);
    if (passport.consents.length === 0) {
      response.send(200, { isAgreed: false, asks: [] } satisfies VacancyView);
      return;
    }
    await limits.take("messages", holderId, request, language);
    if (reading >= mostVacanciesAtOnce) {
      throw new RefusalError("request_too_many", "Too many vacancies at once. Try again in a moment", { retryAfterSeconds: 5 });
    }
    reading += 1;
    try {
      response.send(200, (await viewsFor(passport)).vacancy(await readVacancy(text, language), passport));
    } finally {
      reading -= 1;
    }
  });

  server.post("/api/occupations/goal", async (request: Request, response: Response) => {
    const { holderId, passport } = await ownPassport(request);
    const { occupationUri, wantId } = parsedBody(GoalBody, request.body);
    const event = goalChosen(passport, await occupationOf(occupationUri), wantId, new Date(nowMs()).toISOString());
    const changed = await change(holderId, event, passport);
    response.send(200, (await viewsFor(changed)).whole(changed));
  });

  server.post("/api/occupations/goal/leave", async (request: Request, response: Response) => {
    const { holderId, passport } = await ownPassport(request);
    const { wantId } = parsedBody(LeaveBody, request.body);
    const { occupations } = await work();
    const labelOf = (uri: string) => occupations?.get(uri)?.label ?? null;
    const changed = await change(holderId, goalLeft(passport, wantId, labelOf, new Date(nowMs()).toISOString()), passport);
    response.send(200, (await viewsFor(changed)).whole(changed));
  });
}
