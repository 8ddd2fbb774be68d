import type { Request, Response, Server } from "restify";
import { z } from "zod";
import { Language } from "../../domain/language.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { PassportStore } from "../../domain/store.ts";
import type { Vouch } from "../../domain/vouching.ts";
import type { PdfSetter } from "../../passport/export/pdf/export-pdf.ts";
import type { AccessLog } from "../../review/access-log.ts";
import type { Grants } from "../../review/grants.ts";
import { claimsShown, grantedContent } from "../../review/shared-passport.ts";
import { parsedBody } from "../parsed-body.ts";
import type { RequestGuard } from "../request-guard.ts";
import { sendExport } from "../take-along/send-export.ts";
import { LinkBody } from "./sharing-bodies.ts";

export interface SharePdfDeps {
  readonly store: PassportStore;
  readonly guard: RequestGuard;
  readonly grants: Grants;
  readonly accessLog: AccessLog;
  readonly pdf: PdfSetter;
  readonly vouch: Vouch;
  readonly nowMs: () => number;
}

const PdfBody = LinkBody.extend({ language: z.optional(Language) });

/** `POST /api/share/pdf`: what a link shows, on paper, for whoever has it; it counts as a look. A link to review with gives none: who reviews
 *  reads along, and what they read changes. */
export function registerSharePdf(server: Server, { store, guard, grants, accessLog, pdf, vouch, nowMs }: SharePdfDeps): void {
  server.post("/api/share/pdf", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const { link, language } = parsedBody(PdfBody, request.body);
    const open = await grants.open(link);
    const passport = open && open.grant.mode === "read" ? await store.passport(open.holderId) : undefined;
    if (!open || !passport) throw new RefusalError("not_found", "Nothing is shared with this link");
    const { holderId, grant } = open;
    await accessLog.looked(holderId, grant.id, { by: null, claimIds: claimsShown(grant, passport).map(({ id }) => id) });
    const file = await pdf({
      content: grantedContent(grant, passport),
      vouched: await vouch(claimsShown(grant, passport)),
      view: grant.view,
      language: language ?? passport.language,
      toldIn: passport.language,
      // As the page of the link shows it.
      labelLanguage: null,
      name: grant.shownAs,
      at: new Date(nowMs()).toISOString(),
    });
    sendExport(response, "pdf", file);
  });
}
