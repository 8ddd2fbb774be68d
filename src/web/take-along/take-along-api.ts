import type { Request, Response, Server } from "restify";
import { z } from "zod";
import { takenIn } from "../../domain/importing.ts";
import { Language } from "../../domain/language.ts";
import type { Limits } from "../../domain/limits.ts";
import { type OtherLanguages, withOtherLabels } from "../../domain/other-languages.ts";
import type { Passport } from "../../domain/passport.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { PassportStore } from "../../domain/store.ts";
import type { Sessions } from "../../identity/sessions.ts";
import { PassportFileError } from "../../passport/errors.ts";
import { type Exporters, ExportFormat, ExportName, ExportView } from "../../passport/export/exporter.ts";
import { type AcceptDeps, acceptedPassport, type AcceptedPassport, checkFits, importLimits } from "../../passport/import/accepted-passport.ts";
import { readMultipartFile } from "../multipart-file.ts";
import { ownSession } from "../own-session.ts";
import { parsedBody } from "../parsed-body.ts";
import type { FilePlaces } from "../file-places.ts";
import type { RequestGuard } from "../request-guard.ts";
import { sendExport } from "./send-export.ts";

export interface TakeAlongDeps {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly guard: RequestGuard;
  readonly limits: Limits;
  readonly places: FilePlaces;
  readonly exporters: Exporters;
  /** In which languages the taxonomy in use has labels beside our own. */
  readonly languages: OtherLanguages;
  readonly accept: AcceptDeps;
  readonly nowMs: () => number;
}

const ExportBody = z.strictObject({ format: ExportFormat, view: ExportView, language: Language, name: ExportName.nullable() });

const refusalOf: Readonly<Record<PassportFileError["code"], "file_unreadable" | "file_unsupported" | "file_too_large">> = {
  passport_file_invalid: "file_unreadable",
  passport_file_newer: "file_unsupported",
  passport_file_too_much: "file_too_large",
};

/** @throws {RefusalError} in the place of what is wrong with a file */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PassportFileError) throw new RefusalError(refusalOf[error.code], error.message, { cause: error });
    throw error;
  }
}

/** The holder's own passport, out and in: `POST /api/passport/export` gives a file; `POST /api/passport/import/look` tells what a passport
 *  from elsewhere (a multipart form with one `file`) would add, and `POST /api/passport/import` adds it. Nothing of it is kept before that. */
export function registerTakeAlongApi(
  server: Server,
  { store, sessions, guard, limits, places, exporters, languages, accept, nowMs }: TakeAlongDeps,
): void {
  async function own(request: Request): Promise<{ readonly holderId: string; readonly passport: Passport }> {
    guard.checkMarker(request);
    const { holderId } = await ownSession(sessions, request);
    const passport = await store.passport(holderId);
    if (!passport) throw new RefusalError("session_missing", "There is no passport any more");
    return { holderId, passport };
  }

  server.post("/api/passport/export", async (request: Request, response: Response) => {
    const { passport: stored } = await own(request);
    const { format, ...asked } = parsedBody(ExportBody, request.body);
    const passport = await withOtherLabels(stored, languages);
    sendExport(response, format, await exporters[format]({ passport, ...asked, at: new Date(nowMs()).toISOString() }));
  });

  async function handedIn(request: Request, holderId: string, language: Language): Promise<AcceptedPassport> {
    await limits.take("uploads", holderId, request, language);
    return places.during(request, async () => {
      const { bytes } = await readMultipartFile(request, "file", importLimits.maxBytes);
      return acceptedPassport(bytes, accept);
    });
  }

  for (const [path, isForReal] of [
    ["/api/passport/import/look", false],
    ["/api/passport/import", true],
  ] as const) {
    server.post(path, async (request: Request, response: Response) => {
      const { holderId, passport } = await own(request);
      if (passport.consents.length === 0) throw new RefusalError("consent_missing", "Agree to the notice in the conversation first");
      const { passport: incoming, left } = await refusing(() => handedIn(request, holderId, passport.language));
      const at = new Date(nowMs()).toISOString();
      const { passport: next, counts } = takenIn(passport, incoming, at);
      await refusing(async () => checkFits(next));
      const changed = isForReal ? await store.changePassport(holderId, [{ type: "passport_imported", at, passport: incoming }]) : passport;
      if (!changed) throw new RefusalError("session_missing", "There is no passport any more");
      response.send(200, { counts, left });
    });
  }
}
