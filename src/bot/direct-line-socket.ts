import type { IncomingMessage, Server as HttpServer } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { correlated } from "../domain/correlation.ts";
import { SkillsgesprekError } from "../domain/errors.ts";
import type { ConversationTokens } from "../domain/visitors.ts";
import { readWatermark } from "./direct-line-activities.ts";
import type { Streams } from "./direct-line-streams.ts";

/** Refuses requests from other sites and hosts. */
export interface AdmissionGuard {
  /** @throws {RefusalError} */
  check(request: Pick<IncomingMessage, "headers" | "rawHeaders" | "method" | "url">): void;
  socketOrigin(request: Pick<IncomingMessage, "headers" | "method" | "url">): string;
}

const streamPath = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/;

/** Path and query of a stream; the ticket in it is worth nothing once used. */
export function streamUrl(origin: string, conversationId: string, ticket: string, watermark: string | null): string {
  const query = new URLSearchParams({ watermark: watermark || "-", t: ticket });
  return `${origin}/v3/directline/conversations/${conversationId}/stream?${query.toString()}`;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Takes WebSocket upgrades for `…/stream`; every other upgrade is refused. */
export function listenForStreams(
  http: HttpServer,
  deps: {
    readonly tokens: Pick<ConversationTokens, "redeemTicket">;
    readonly guard: AdmissionGuard;
    readonly streams: Streams;
    readonly onError: (error: unknown) => void;
  },
): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096, perMessageDeflate: false, clientTracking: false });

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    try {
      deps.guard.check({ headers: withoutFetchSite(request), rawHeaders: request.rawHeaders, method: request.method, url: request.url });
    } catch (error) {
      if (!(error instanceof SkillsgesprekError)) throw error;
      refuse(socket, "403 Forbidden");
      return;
    }
    const url = URL.parse(request.url ?? "/", "http://localhost");
    const conversationId = url === null ? undefined : streamPath.exec(url.pathname)?.[1];
    if (url === null || conversationId === undefined) {
      refuse(socket, "404 Not Found");
      return;
    }
    const access = await deps.tokens.redeemTicket(url.searchParams.get("t"));
    if (!access) {
      refuse(socket, "401 Unauthorized");
      return;
    }
    if (access.conversationId !== conversationId) {
      refuse(socket, "404 Not Found");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      deps.streams.attach(webSocket, access, readWatermark(url.searchParams.get("watermark")));
    });
  }

  http.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    void correlated(() =>
      admit(request, socket, head).catch((error: unknown) => {
        deps.onError(error);
        refuse(socket, "503 Service Unavailable");
      }),
    );
  });
}

/** Browsers differ in what Sec-Fetch-Site they send with a WebSocket; Origin is always there, and decides. */
function withoutFetchSite(request: IncomingMessage): IncomingMessage["headers"] {
  return { ...request.headers, "sec-fetch-site": undefined };
}
