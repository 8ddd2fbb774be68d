import type { Request, Response, Server } from "restify";
import type { HeadlineOf } from "../../domain/concept.ts";
import type { Localised } from "../../domain/language.ts";
import { type KeepWords, saysAnything } from "../../domain/left-out.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { PassportStore } from "../../domain/store.ts";
import type { Sessions } from "../../identity/sessions.ts";
import type { HolderReviews } from "../../review/holder-reviews.ts";
import { ownSession } from "../own-session.ts";
import type { RequestGuard } from "../request-guard.ts";
import { parsedBody } from "../parsed-body.ts";
import { AnswerBody, HelpBody, RemoveBody } from "./review-bodies.ts";

export interface HolderReviewsApiDeps {
  readonly store: Pick<PassportStore, "passport">;
  readonly sessions: Sessions;
  readonly guard: RequestGuard;
  readonly reviews: HolderReviews;
  readonly keepWords: KeepWords;
  readonly headlineOf: HeadlineOf;
}

type SaidAndDone = Awaited<ReturnType<HolderReviews["of"]>>;

/** The plain names of the skills in it, by concept: the page calls them as the passport does. */
function headlinesIn({ reviews, audit }: SaidAndDone, headlineOf: HeadlineOf): Readonly<Record<string, Localised>> {
  const all = [...audit, ...reviews.flatMap(({ lines }) => lines.flatMap(({ verdicts }) => verdicts))];
  const uris = new Set(all.flatMap(({ before, after }) => [before?.uri ?? [], after?.uri ?? []].flat()));
  return Object.fromEntries(
    [...uris].flatMap((uri) => {
      const headline = headlineOf(uri);
      return headline ? [[uri, headline]] : [];
    }),
  );
}

/** The holder's own: `GET /api/reviews` (what was said, and all that was done), `POST /api/reviews/answer`, `…/help`,
 *  `…/remove-endorsement`. */
export function registerHolderReviewsApi(server: Server, deps: HolderReviewsApiDeps): void {
  const { store, sessions, guard, reviews, keepWords, headlineOf } = deps;

  async function saidAndDone(holderId: string) {
    const all = await reviews.of(holderId);
    return { ...all, headlines: headlinesIn(all, headlineOf) };
  }

  async function own(request: Request): Promise<string> {
    guard.checkMarker(request);
    return (await ownSession(sessions, request)).holderId;
  }

  server.get("/api/reviews", async (request: Request, response: Response) => {
    response.send(200, await saidAndDone(await own(request)));
  });

  server.post("/api/reviews/answer", async (request: Request, response: Response) => {
    const holderId = await own(request);
    const { reviewId, claimId, verdictId, kind, text } = parsedBody(AnswerBody, request.body);
    const words = text === null ? null : keepWords(text, (await store.passport(holderId))?.language ?? "nl");
    if (words !== null && !saysAnything(words)) throw new RefusalError("request_invalid", "Nothing of this text may be kept");
    await reviews.answer(holderId, reviewId, claimId, verdictId, { kind, text: words?.kept ?? null });
    response.send(200, { ...(await saidAndDone(holderId)), leftOut: words?.leftOut ?? [] });
  });

  server.post("/api/reviews/help", async (request: Request, response: Response) => {
    const holderId = await own(request);
    await reviews.help(holderId, parsedBody(HelpBody, request.body).allowed);
    response.send(200, await saidAndDone(holderId));
  });

  server.post("/api/reviews/remove-endorsement", async (request: Request, response: Response) => {
    const holderId = await own(request);
    const { claimId, endorsementId } = parsedBody(RemoveBody, request.body);
    await reviews.removeEndorsement(holderId, claimId, endorsementId);
    response.send(200, await saidAndDone(holderId));
  });
}
