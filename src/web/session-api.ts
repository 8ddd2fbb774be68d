import type { Request, Response, Server } from "restify";
import { z } from "zod";
import { eraseEverything } from "../domain/erasure.ts";
import { Language } from "../domain/language.ts";
import type { Limits } from "../domain/limits.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import type { ConversationTokens } from "../domain/visitors.ts";
import { deviceKind } from "../identity/devices.ts";
import type { Sessions } from "../identity/sessions.ts";
import { ownSession, sendSession } from "./own-session.ts";
import type { RequestGuard } from "./request-guard.ts";

export interface SessionApiDeps {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly tokens: ConversationTokens;
  readonly guard: RequestGuard;
  readonly limits: Limits;
  /** Closes the sockets of a holder whose session ended. */
  readonly disconnect: (holderId: string) => void;
}

const OpenSession = z.object({ language: Language.optional() });
/** The word has to be sent along, so that no slip of a finger or a script erases a passport. */
const Erase = z.object({ confirm: z.literal("erase_everything") });

/** The first of our languages in an Accept-Language header; Dutch where none is. */
export function preferredLanguage(header: string | undefined): Language {
  for (const part of (header ?? "").split(",")) {
    const language = Language.safeParse(part.trim().slice(0, 2).toLowerCase());
    if (language.success) return language.data;
  }
  return "nl";
}

/** Tells the browser to let go of whatever it may have kept of this page. Our cookie ends by itself: the header would take those of other services too. */
function leaveNothing(response: Response): void {
  response.setHeader("Clear-Site-Data", '"cache", "storage"');
}

/** `POST /api/session`, `POST /api/session/end`, `POST /api/erase`. */
export function registerSessionApi(server: Server, deps: SessionApiDeps): void {
  const { store, sessions, tokens, guard, limits, disconnect } = deps;

  server.post("/api/session", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const body = OpenSession.safeParse(request.body ?? {});
    if (!body.success) throw new RefusalError("request_invalid", "language must be nl or en");
    const language = body.data.language ?? preferredLanguage(request.headers["accept-language"]);
    // Whoever comes back is always let in.
    if (!(await sessions.find(request.headers.cookie))) await limits.take("conversations", null, request, language);
    const session = await sessions.open(request.headers.cookie, language, deviceKind(request.headers["user-agent"]));
    await sendSession(response, tokens, session, session.returning);
  });

  server.post("/api/session/end", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const session = await ownSession(sessions, request);
    response.setHeader("Set-Cookie", await sessions.end(request.headers.cookie));
    leaveNothing(response);
    disconnect(session.holderId);
    response.send(200, { ended: true });
  });

  server.post("/api/erase", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const session = await ownSession(sessions, request);
    if (!Erase.safeParse(request.body).success) {
      throw new RefusalError("request_invalid", 'Erasing needs {"confirm": "erase_everything"}');
    }
    const receipt = await eraseEverything(store, session.holderId);
    response.setHeader("Set-Cookie", await sessions.end(request.headers.cookie));
    leaveNothing(response);
    disconnect(session.holderId);
    response.send(200, { erased: true, receipt });
  });
}
