import { randomUUID } from "node:crypto";
import type { Request, Response, Server } from "restify";
import { eraseConversation } from "../domain/erasure.ts";
import type { Limits } from "../domain/limits.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import type { Session, Sessions } from "../identity/sessions.ts";
import { ownSession } from "./own-session.ts";
import type { RequestGuard } from "./request-guard.ts";

export interface ConversationsApiDeps {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly guard: RequestGuard;
  readonly limits: Limits;
  readonly disconnect: (holderId: string) => void;
  readonly nowMs?: () => number;
}

/** A conversation that nothing was said in yet need not be begun a second time. */
async function isUnused(store: PassportStore, holderId: string, conversationId: string): Promise<boolean> {
  return ((await store.load(holderId, conversationId))?.state ?? null) === null;
}

/** `GET` and `POST /api/conversations`, `POST /api/conversations/:id/erase`: one passport, many conversations. */
export function registerConversationsApi(server: Server, deps: ConversationsApiDeps): void {
  const { store, sessions, guard, limits } = deps;
  const nowMs = deps.nowMs ?? Date.now;

  async function own(request: Request): Promise<Session> {
    guard.checkMarker(request);
    return ownSession(sessions, request);
  }

  server.get("/api/conversations", async (request: Request, response: Response) => {
    const { holderId } = await own(request);
    const current = await sessions.conversationOf(holderId);
    const listed = [];
    for (const id of await store.conversations(holderId)) {
      const lines = await store.activities(holderId, id, 0);
      const times = lines.map(({ activity }) => activity["timestamp"]).filter((each) => typeof each === "string");
      listed.push({ id, lines: lines.length, from: times[0] ?? null, until: times.at(-1) ?? null, isCurrent: id === current });
    }
    response.send(200, { conversations: listed.toReversed() });
  });

  server.post("/api/conversations", async (request: Request, response: Response) => {
    const { holderId } = await own(request);
    const latest = await sessions.conversationOf(holderId);
    const isAnother = !(await isUnused(store, holderId, latest));
    if (isAnother) await limits.take("conversations", holderId, request, async () => (await store.passport(holderId))?.language ?? "nl");
    const id = isAnother ? randomUUID() : latest;
    await store.createConversation(holderId, id);
    response.send(200, { id });
  });

  server.post("/api/conversations/:id/erase", async (request: Request, response: Response) => {
    const { holderId } = await own(request);
    const id: unknown = request.params?.id;
    const receipt = typeof id === "string" ? await eraseConversation(store, holderId, id, nowMs()) : undefined;
    if (!receipt) throw new RefusalError("not_found", "There is no such conversation");
    deps.disconnect(holderId);
    response.send(200, { erased: true, receipt });
  });
}
