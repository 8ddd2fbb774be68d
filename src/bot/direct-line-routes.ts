import type { Request, Response, Server } from "restify";
import { forgetDoors } from "../domain/erasure.ts";
import { languageOf } from "../domain/language.ts";
import { type Limits, noLimits } from "../domain/limits.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import type { IncomingTurn, TurnRunner } from "../domain/turns.ts";
import type { ConversationAccess, ConversationTokens, IssuedToken } from "../domain/visitors.ts";
import { answerId, fileTurn, readPosted, readWatermark, returnTurn, startTurn, toWire, typingActivity } from "./direct-line-activities.ts";
import { type AdmissionGuard, listenForStreams, streamUrl } from "./direct-line-socket.ts";
import { createStreams, type StreamLimits } from "./direct-line-streams.ts";
import { createTurnDesk } from "./turn-desk.ts";

export interface DirectLineDeps {
  readonly store: PassportStore;
  readonly tokens: ConversationTokens;
  readonly runner: TurnRunner;
  readonly guard: AdmissionGuard & { checkMarker(request: Request): void };
  /** Reads an uploaded form in memory. @throws {RefusalError} */
  readonly readUpload: (request: Request) => Promise<{ readonly bytes: Uint8Array; readonly activity: unknown }>;
  /** Of what one visitor may do; by default there are none. */
  readonly visitorLimits?: Limits;
  readonly limits?: Partial<StreamLimits>;
  /** Typing is shown by itself after this long. */
  readonly firstTypingMs?: number;
  /** Somebody opens a conversation that is under way: says first what happened meanwhile. */
  readonly onOpened?: (holderId: string) => Promise<void>;
  /** Hears of errors that no answer tells of. */
  readonly onError: (error: unknown) => void;
}

export interface DirectLine {
  /** Closes the sockets of a holder whose session ended. */
  disconnect(holderId: string): void;
  /** Greets who came back with a code, and asks again what was being asked. */
  welcomeBack(access: ConversationAccess): Promise<void>;
  /** Runs a turn of the program's own, and shows what it says. */
  run(turn: IncomingTurn): Promise<void>;
  /** Asks the store for what other processes committed; a timer does so every few seconds. */
  poll(): Promise<void>;
  close(): void;
}

const root = "/v3/directline";
const maxActivitiesPerPage = 500;
/** Files lie in memory while they are read. */
const mostUploads = 6;

function bearer(request: Request): string | null {
  const match = /^Bearer ([\w-]{1,200})$/i.exec(request.headers.authorization ?? "");
  return match?.[1] ?? null;
}

function acceptedLanguage(request: Request): string | null {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*/.exec(request.headers["accept-language"] ?? "")?.[0] ?? null;
}

function queried(request: Request, name: string): string | null {
  return new URLSearchParams(request.getQuery()).get(name);
}

function tokenAnswer({ token, conversationId, expiresInSeconds }: IssuedToken) {
  return { conversationId, token, expires_in: expiresInSeconds };
}

/** Direct Line 3.0, served by ourselves: any Direct Line client can talk to the bot. One token, one conversation. */
export function registerDirectLine(server: Server, deps: DirectLineDeps): DirectLine {
  const { store, tokens, runner, guard, visitorLimits = noLimits, onError } = deps;
  const desk = createTurnDesk(runner, deps.firstTypingMs === undefined ? {} : { firstTypingMs: deps.firstTypingMs });
  const streams = createStreams({ store, tokens, onError, ...(deps.limits ? { limits: deps.limits } : {}) });
  listenForStreams(server.server, { tokens, guard, streams, onError });

  /** The conversation that the token opens; somebody else's looks as if it were not there. */
  async function accessTo(request: Request): Promise<ConversationAccess & { expiresInSeconds: number }> {
    const access = await tokens.authenticate(bearer(request));
    const wanted: unknown = request.params?.id;
    if (wanted !== undefined && wanted !== access.conversationId) throw new RefusalError("not_found", "There is no such conversation");
    return access;
  }

  async function runTurn(turn: IncomingTurn): Promise<string> {
    const { activities, joined } = await desk.run(turn, () => streams.show(turn.conversationId, typingActivity(turn.conversationId)));
    if (joined) return answerId(turn, activities);
    // "Erase everything" in the conversation leaves nothing to read the goodbye from.
    if (await store.hasHolder(turn.holderId)) streams.committed(turn.conversationId, activities);
    else {
      streams.farewell(turn.conversationId, activities);
      await forgetDoors(store, turn.holderId);
    }
    return answerId(turn, activities);
  }

  async function startIfNew(access: ConversationAccess, locale: string | null): Promise<void> {
    const conversation = await store.load(access.holderId, access.conversationId);
    if (!conversation) throw new RefusalError("not_found", "There is no such conversation");
    if (conversation.state === null) await runTurn(startTurn(access, locale));
    else await deps.onOpened?.(access.holderId).catch(onError);
  }

  async function connection(request: Request, access: ConversationAccess & { expiresInSeconds: number }) {
    const ticket = await tokens.issueTicket(access);
    return {
      conversationId: access.conversationId,
      token: bearer(request),
      expires_in: access.expiresInSeconds,
      streamUrl: streamUrl(guard.socketOrigin(request), access.conversationId, ticket, queried(request, "watermark")),
    };
  }

  server.post(`${root}/tokens/generate`, async (request: Request, response: Response) => {
    guard.checkMarker(request);
    response.send(200, tokenAnswer(await tokens.issueForCookie(request.headers.cookie)));
  });

  server.post(`${root}/tokens/refresh`, async (request: Request, response: Response) => {
    response.send(200, tokenAnswer(await tokens.refresh(bearer(request))));
  });

  server.post(`${root}/conversations`, async (request: Request, response: Response) => {
    const access = await accessTo(request);
    const body: unknown = request.body;
    const asked = typeof body === "object" && body !== null && "locale" in body && typeof body.locale === "string" ? body.locale.slice(0, 35) : null;
    await startIfNew(access, asked);
    response.send(201, await connection(request, access));
  });

  server.get(`${root}/conversations/:id`, async (request: Request, response: Response) => {
    const access = await accessTo(request);
    await startIfNew(access, null);
    response.send(200, await connection(request, access));
  });

  server.get(`${root}/conversations/:id/activities`, async (request: Request, response: Response) => {
    const { holderId, conversationId } = await accessTo(request);
    const after = readWatermark(queried(request, "watermark"));
    const found = (await store.activities(holderId, conversationId, after)).slice(0, maxActivitiesPerPage);
    const waiting = desk.isWaiting(conversationId) ? [typingActivity(conversationId)] : [];
    response.send(200, {
      activities: [...found.map((each) => toWire(conversationId, each)), ...waiting],
      watermark: String(found.at(-1)?.sequence ?? after),
    });
  });

  server.post(`${root}/conversations/:id/activities`, async (request: Request, response: Response) => {
    const access = await accessTo(request);
    const posted = readPosted(request.body, access);
    if (posted.kind === "turn" && !posted.turn.isStart) {
      await visitorLimits.take("messages", access.holderId, request, languageOf(posted.turn.locale ?? acceptedLanguage(request)));
    }
    const id = posted.kind === "turn" ? await runTurn(posted.turn) : `${access.conversationId}|ignored`;
    response.send(200, { id });
  });

  const uploading = new Set<string>();
  server.post(`${root}/conversations/:id/upload`, async (request: Request, response: Response) => {
    const access = await accessTo(request);
    const { conversationId } = access;
    await visitorLimits.take("uploads", access.holderId, request, async () => (await store.passport(access.holderId))?.language ?? "nl");
    if (uploading.has(conversationId) || uploading.size >= mostUploads) {
      throw new RefusalError("request_too_many", "Too many files at once. Try again in a moment", { retryAfterSeconds: 5 });
    }
    uploading.add(conversationId);
    try {
      const { bytes, activity } = await deps.readUpload(request);
      response.send(200, { id: await runTurn(fileTurn(access, bytes, activity, null)) });
    } finally {
      uploading.delete(conversationId);
    }
  });

  return {
    disconnect: (holderId) => streams.disconnect(holderId),
    async welcomeBack(access) {
      try {
        await runTurn(returnTurn(access));
      } catch (error) {
        // The conversation is there without a greeting, too.
        onError(error);
      }
    },
    async run(turn) {
      await runTurn(turn);
    },
    poll: () => streams.poll(),
    close: () => streams.close(),
  };
}
