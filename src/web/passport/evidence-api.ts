import type { Request, Response, Server } from "restify";
import { fileLimits, filesOf } from "../../domain/claim-files.ts";
import { type KeepWords, saysAnything } from "../../domain/left-out.ts";
import type { Language } from "../../domain/language.ts";
import type { Limits } from "../../domain/limits.ts";
import type { Passport } from "../../domain/passport.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { PassportStore } from "../../domain/store.ts";
import type { Sessions } from "../../identity/sessions.ts";
import { HolderGoneError } from "../../passport/errors.ts";
import { fileContent, type FilePlace, keepFile } from "../../passport/evidence-files.ts";
import { readMultipartFile } from "../multipart-file.ts";
import { ownSession } from "../own-session.ts";
import type { FilePlaces } from "../file-places.ts";
import type { RequestGuard } from "../request-guard.ts";
import { sendEvidence } from "./send-evidence.ts";

export interface EvidenceApiDeps {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly guard: RequestGuard;
  readonly limits: Limits;
  readonly places: FilePlaces;
  readonly keepWords: KeepWords;
  /** What the page is answered. */
  readonly view: (passport: Passport) => Promise<object>;
  readonly nowMs: () => number;
}

const maxNameLength = 80;

function parameter(request: Request, name: string): string {
  const value: unknown = request.params?.[name];
  if (typeof value !== "string" || value === "") throw new RefusalError("not_found", "There is nothing here");
  return value;
}

/** What a file is called on the page: without folders, ending, and what may not be kept. */
export function fileName(given: string, language: Language, keepWords: KeepWords): string {
  const base = given.split(/[\\/]/).at(-1) ?? "";
  const plain = base
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/[\p{C}_]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const words = keepWords([...plain].slice(0, maxNameLength).join(""), language);
  return saysAnything(words) ? words.kept : { nl: "bewijs", en: "evidence" }[language];
}

/** `POST /api/passport/claims/:claimId/files` and `…/credentials/:credentialId/files` (a multipart form with one `file`), `GET /api/passport/files/:fileId` (a download).
 *  Only ever the visitor's own: anything else is 404. */
export function registerEvidenceApi(server: Server, { store, sessions, guard, limits, places, keepWords, view, nowMs }: EvidenceApiDeps): void {
  async function ownPassport(request: Request): Promise<{ holderId: string; passport: Passport }> {
    const { holderId } = await ownSession(sessions, request);
    const passport = await store.passport(holderId);
    if (!passport) throw new RefusalError("session_missing", "There is no passport any more");
    return { holderId, passport };
  }

  async function keep(request: Request, response: Response, place: FilePlace): Promise<void> {
    guard.checkMarker(request);
    const { holderId, passport } = await ownPassport(request);
    const [things, thingId] = "claimId" in place ? [passport.claims, place.claimId] : [passport.credentials, place.credentialId];
    if (!things.some(({ id }) => id === thingId)) throw new RefusalError("not_found", "This is not in the passport");
    await limits.take("uploads", holderId, request, passport.language);
    try {
      const changed = await places.during(request, async () => {
        const { bytes, name } = await readMultipartFile(request, "file", fileLimits.maxBytes);
        return keepFile(store, holderId, place, { bytes, name: fileName(name, passport.language, keepWords) }, nowMs());
      });
      response.send(200, await view(changed));
    } catch (error) {
      throw error instanceof HolderGoneError ? new RefusalError("session_missing", "There is no passport any more") : error;
    }
  }

  server.post("/api/passport/claims/:claimId/files", async (request: Request, response: Response) => {
    await keep(request, response, { claimId: parameter(request, "claimId") });
  });

  server.post("/api/passport/credentials/:credentialId/files", async (request: Request, response: Response) => {
    await keep(request, response, { credentialId: parameter(request, "credentialId") });
  });

  server.get("/api/passport/files/:fileId", async (request: Request, response: Response) => {
    // A plain link: no marker. SameSite=Strict and Sec-Fetch-Site keep other sites out.
    const { holderId, passport } = await ownPassport(request);
    const fileId = parameter(request, "fileId");
    const file = filesOf(passport).find(({ id }) => id === fileId);
    const content = file && (await fileContent(store, holderId, file));
    if (!file || !content) throw new RefusalError("not_found", "There is no such file");
    sendEvidence(response, file, content);
  });
}
