import type { Request, Response, Server } from "restify";
import { type KeepWords, saysAnything } from "../../domain/left-out.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { HolderReviews } from "../../review/holder-reviews.ts";
import type { Reviews } from "../../review/reviews.ts";
import { parsedBody } from "../parsed-body.ts";
import type { RequestGuard } from "../request-guard.ts";
import { ownCounsellor, type Roles } from "./own-counsellor.ts";
import { BesideBody } from "./review-bodies.ts";

export interface BesideApiDeps extends Roles {
  readonly guard: RequestGuard;
  readonly reviews: Pick<Reviews, "again" | "holderOf">;
  readonly holderReviews: Pick<HolderReviews, "answer">;
  readonly keepWords: KeepWords;
}

function idIn(request: Request): string {
  const id: unknown = request.params?.id;
  return typeof id === "string" ? id : "";
}

/** Side by side on one device: both are signed in in this browser, the counsellor of a review and its holder.
 *  `GET /api/counsellor/reviews/:id/beside`: whether that is so. `POST …/beside`: the holder answers, and it is kept that they did so
 *  beside the counsellor. Each has a session of their own: the counsellor's alone answers nothing. */
export function registerBesideApi(server: Server, deps: BesideApiDeps): void {
  const { guard, sessions, reviews, holderReviews, keepWords } = deps;

  /** The holder of this review, where they are signed in here too; undefined where they are not. @throws {RefusalError} as `Reviews.again` */
  async function besides(request: Request) {
    guard.checkMarker(request);
    const counsellor = await ownCounsellor(deps, request);
    const holderId = await reviews.holderOf(counsellor, idIn(request));
    const session = await sessions.find(request.headers.cookie);
    return { counsellor, holderId: session?.holderId === holderId ? holderId : undefined };
  }

  server.get("/api/counsellor/reviews/:id/beside", async (request: Request, response: Response) => {
    response.send(200, { beside: (await besides(request)).holderId !== undefined });
  });

  server.post("/api/counsellor/reviews/:id/beside", async (request: Request, response: Response) => {
    const { counsellor, holderId } = await besides(request);
    if (holderId === undefined) throw new RefusalError("role_not_allowed", "The holder of this passport is not signed in here");
    const { claimId, verdictId, kind, text } = parsedBody(BesideBody, request.body);
    const { language } = await reviews.again(counsellor, idIn(request));
    const words = text === null ? null : keepWords(text, language);
    if (words !== null && !saysAnything(words)) throw new RefusalError("request_invalid", "Nothing of this text may be kept");
    await holderReviews.answer(holderId, idIn(request), claimId, verdictId, { kind, text: words?.kept ?? null, beside: true });
    response.send(200, await reviews.again(counsellor, idIn(request)));
  });
}
