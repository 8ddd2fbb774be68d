import type { Request, Response, Server } from "restify";
import type { ConceptCard } from "../../domain/concept.ts";
import type { ClaimContent } from "../../domain/endorsement.ts";
import type { Language } from "../../domain/language.ts";
import { type KeepWords, saysAnything } from "../../domain/left-out.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { PassportStore } from "../../domain/store.ts";
import { fileContent } from "../../passport/evidence-files.ts";
import type { Judgement, Reviews } from "../../review/reviews.ts";
import type { Verdict } from "../../review/review-rows.ts";
import type { ReviewView } from "../../review/review-view.ts";
import { markOf } from "../mark.ts";
import type { RequestGuard } from "../request-guard.ts";
import { sendEvidence } from "../passport/send-evidence.ts";
import { preferredLanguage } from "../session-api.ts";
import { ownCounsellor, type Roles } from "./own-counsellor.ts";
import { parsedBody } from "../parsed-body.ts";
import { JudgeBody, SearchBody, SuggestBody, TakeUpBody, WithdrawBody } from "./review-bodies.ts";

/** Concepts of the taxonomy in use, for adjusting and suggesting. */
export interface ConceptDesk {
  search(text: string, language: Language): Promise<readonly ConceptCard[]>;
  /** What a claim of this concept says; undefined where the taxonomy has no such concept. */
  content(uri: string): Omit<ClaimContent, "level"> | undefined;
}

export interface ReviewApiDeps extends Roles {
  readonly store: Pick<PassportStore, "holderRow">;
  readonly guard: RequestGuard;
  readonly reviews: Reviews;
  readonly concepts: ConceptDesk;
  /** What may be kept of what a counsellor types: the same rule as for the holder. */
  readonly keepWords: KeepWords;
}

function idIn(request: Request, name: "id" | "fileId" = "id"): string {
  const id: unknown = request.params?.[name];
  return typeof id === "string" ? id : "";
}

/** A skill in somebody's own words. */
function ownContent(label: string, language: Language): Omit<ClaimContent, "level"> {
  return { uri: null, label: { nl: null, en: null, [language]: label }, type: null, taxonomy: null, meaning: null, group: null };
}

/** What the holder has a hand in: what is shown, and the answers. The counsellor's own words are on the counsellor's screen already. */
function holdersPart({ claims, suggestions, ...about }: Omit<ReviewView, "relation" | "boundAt">) {
  const answers = (verdicts: readonly Verdict[]) => verdicts.flatMap(({ id, answer }) => (answer === null ? [] : [[id, answer]]));
  return {
    ...about,
    claims: claims.map((claim) => {
      const { verdicts, state, status: _, saidByOthers: __, ...shown } = claim;
      return { ...shown, isRemoved: state === "removed", answers: answers(verdicts) };
    }),
    suggestions: suggestions.map(({ verdicts }) => answers(verdicts)),
  };
}

/** A counsellor's own: `POST /api/counsellor/reviews` takes up a link, `GET …` is the queue, `GET …/:id` one review, `…/:id/open` whether it still is (its mark is another one once the holder changed something), `…/:id/files/:fileId` a download,
 *  `POST …/:id/verdicts`,
 *  `…/suggestions`, `…/withdraw`; `POST /api/counsellor/concepts` searches the taxonomy, never people. */
export function registerReviewApi(server: Server, deps: ReviewApiDeps): void {
  const { store, guard, reviews, concepts, keepWords } = deps;

  async function own(request: Request) {
    guard.checkMarker(request);
    return ownCounsellor(deps, request);
  }

  function kept(text: string, language: Language): string {
    const words = keepWords(text, language);
    if (!saysAnything(words)) throw new RefusalError("request_invalid", "Nothing of this text may be kept");
    return words.kept;
  }

  function concept(uri: string): Omit<ClaimContent, "level"> {
    const found = concepts.content(uri);
    if (!found) throw new RefusalError("not_found", "The taxonomy in use has no such concept");
    return found;
  }

  function judgementOf(body: JudgeBody, before: ClaimContent | undefined, language: Language): Judgement {
    if (body.kind === "accept") return { kind: "accept" };
    const comment = kept(body.comment, language);
    if (body.kind !== "adjust") return { kind: body.kind, comment };
    if (body.label !== undefined && (body.uri !== undefined || before?.uri != null)) {
      throw new RefusalError("claim_has_concept", "Only a skill in the holder's own words can be worded anew");
    }
    const after = {
      ...(body.uri === undefined ? {} : concept(body.uri)),
      ...(body.label === undefined || !before ? {} : { label: { ...before.label, [language]: kept(body.label, language) } }),
      ...(body.level === undefined ? {} : { level: body.level }),
    };
    return { kind: "adjust", after, comment };
  }

  server.get("/api/counsellor/reviews", async (request: Request, response: Response) => {
    response.send(200, { reviews: await reviews.queue(await own(request)) });
  });

  server.post("/api/counsellor/reviews", async (request: Request, response: Response) => {
    const counsellor = await own(request);
    const { link, relation } = parsedBody(TakeUpBody, request.body);
    response.send(200, await reviews.takeUp(counsellor, link, kept(relation, preferredLanguage(request.headers["accept-language"]))));
  });

  server.get("/api/counsellor/reviews/:id", async (request: Request, response: Response) => {
    response.send(200, await reviews.open(await own(request), idIn(request)));
  });

  server.get("/api/counsellor/reviews/:id/open", async (request: Request, response: Response) => {
    const { relation: _, boundAt: __, ...view } = await reviews.again(await own(request), idIn(request));
    response.send(200, { open: true, mark: markOf(holdersPart(view)) });
  });

  server.get("/api/counsellor/reviews/:id/files/:fileId", async (request: Request, response: Response) => {
    // A plain link: no marker. SameSite=Strict and Sec-Fetch-Site keep other sites out.
    const { holderId, file } = await reviews.file(await ownCounsellor(deps, request), idIn(request), idIn(request, "fileId"));
    const content = await fileContent(store, holderId, file);
    if (!content) throw new RefusalError("not_found", "There is no such file");
    sendEvidence(response, file, content);
  });

  server.post("/api/counsellor/reviews/:id/verdicts", async (request: Request, response: Response) => {
    const counsellor = await own(request);
    // Whose review it is comes before what is in the body: a stranger learns nothing of either.
    const { claims, language } = await reviews.again(counsellor, idIn(request));
    const body = parsedBody(JudgeBody, request.body);
    const before = claims.find(({ id }) => id === body.claimId);
    await reviews.judge(counsellor, idIn(request), body.claimId, judgementOf(body, before, language));
    response.send(200, await reviews.again(counsellor, idIn(request)));
  });

  server.post("/api/counsellor/reviews/:id/suggestions", async (request: Request, response: Response) => {
    const counsellor = await own(request);
    const { language } = await reviews.again(counsellor, idIn(request));
    const { uri, label, level, comment } = parsedBody(SuggestBody, request.body);
    if ((uri === undefined) === (label === undefined)) throw new RefusalError("request_invalid", "Suggest a concept, or a skill in words");
    const content = uri === undefined ? ownContent(kept(label ?? "", language), language) : concept(uri);
    await reviews.suggest(counsellor, idIn(request), { ...content, level: level ?? null }, kept(comment, language));
    response.send(200, await reviews.again(counsellor, idIn(request)));
  });

  server.post("/api/counsellor/reviews/:id/withdraw", async (request: Request, response: Response) => {
    const counsellor = await own(request);
    const { claimId, because } = parsedBody(WithdrawBody, request.body);
    await reviews.withdraw(counsellor, idIn(request), claimId, kept(because, preferredLanguage(request.headers["accept-language"])));
    response.send(200, { withdrawn: true });
  });

  server.post("/api/counsellor/concepts", async (request: Request, response: Response) => {
    await own(request);
    const { text, language } = parsedBody(SearchBody, request.body);
    const found = await concepts.search(text, language);
    response.send(200, { concepts: found.map(({ uri, label, meaning, group, type }) => ({ uri, label, meaning, group, type })) });
  });
}
