import type { Request, Response } from "restify";
import { RefusalError } from "../domain/refusals.ts";
import type { ConversationTokens } from "../domain/visitors.ts";
import type { OpenedSession, Session, Sessions } from "../identity/sessions.ts";

/** The session that this request comes with. @throws {RefusalError} session_missing */
export async function ownSession(sessions: Sessions, request: Request): Promise<Session> {
  const session = await sessions.find(request.headers.cookie);
  if (!session) throw new RefusalError("session_missing", "There is no session: open the page first");
  return session;
}

/** Answers with a session that was opened: its cookie, and a token for its conversation. */
export async function sendSession(response: Response, tokens: ConversationTokens, session: OpenedSession, returning: boolean): Promise<void> {
  const { conversationId, token, expiresInSeconds } = await tokens.issueForCookie(session.setCookie.split(";")[0]);
  response.setHeader("Set-Cookie", session.setCookie);
  response.send(200, { conversationId, token, expires_in: expiresInSeconds, returning });
}
