import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request as httpRequest } from "node:http";
import { WebSocket } from "ws";
import { z } from "zod";

const Opened = z.object({ token: z.string(), conversationId: z.string() });
const Connected = z.object({ streamUrl: z.string() });

export interface Talker {
  /** One turn, until it is stored and answered. */
  turn(text: string): Promise<void>;
  close(): void;
}

export class LoadError extends Error {}

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

/** A request over connections that stay open: what is measured is the server and not the greeting. */
async function post(url: string, headers: Readonly<Record<string, string>>, body: unknown): Promise<unknown> {
  const text = JSON.stringify(body);
  const sent = httpRequest(url, {
    agent,
    method: "POST",
    headers: { ...headers, "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) },
  });
  // Heard here too, so that one that comes after the answer ends nothing.
  sent.on("error", () => undefined);
  sent.end(text);
  let response: IncomingMessage;
  try {
    [response] = await once(sent, "response");
  } catch (error) {
    // The server closed a connection that was idle at the very moment it was used again.
    if (sent.reusedSocket && error instanceof Error && "code" in error && error.code === "ECONNRESET") return post(url, headers, body);
    throw error;
  }
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  const answer = Buffer.concat(parts).toString();
  if ((response.statusCode ?? 500) >= 300)
    throw new LoadError(`${new URL(url).pathname.split("/").slice(0, 4).join("/")} answered ${response.statusCode}`);
  return answer === "" ? {} : JSON.parse(answer);
}

/** Somebody on the page, past the notice. @param withSocket as the page keeps one open */
export async function visitOurs(origin: string, withSocket: boolean, agree = true): Promise<Talker> {
  const { token, conversationId } = Opened.parse(await post(`${origin}/api/session`, { "X-Skillsgesprek": "1" }, { language: "nl" }));
  const headers = { Authorization: `Bearer ${token}` };
  const path = `${origin}/v3/directline/conversations`;
  const { streamUrl } = Connected.parse(await post(path, headers, { locale: "nl" }));
  let socket: WebSocket | null = null;
  if (withSocket) {
    socket = new WebSocket(streamUrl.replace(/^ws:\/\/[^/]+/, origin.replace("http", "ws")));
    await once(socket, "open");
  }
  const turn = async (text: string) => {
    await post(`${path}/${conversationId}/activities`, headers, {
      type: "message",
      text,
      locale: "nl",
      channelData: { clientActivityID: randomUUID() },
    });
  };
  if (agree) await turn("ja");
  return { turn, close: () => socket?.terminate() };
}

/** Where a bot sends its answers: a channel that takes all of them. */
export async function startChannel(): Promise<{ readonly serviceUrl: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader("Content-Type", "application/json");
    response.end('{"id":"1"}');
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { serviceUrl: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

/** Somebody who talks with the echo bot over a channel of ours. */
export function visitEcho(origin: string, serviceUrl: string): Talker {
  const id = randomUUID();
  const activity = {
    type: "message",
    channelId: "emulator",
    serviceUrl,
    from: { id: `from-${id}` },
    recipient: { id: "bot" },
    conversation: { id },
  };
  return {
    turn: async (text) => void (await post(`${origin}/api/messages`, {}, { ...activity, id: randomUUID(), text })),
    close: () => undefined,
  };
}
