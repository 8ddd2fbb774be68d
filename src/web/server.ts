import { randomUUID } from "node:crypto";
import restify, { type Next, type Request, type Response, type Server } from "restify";
import { errorAnswer, errorCode } from "./error-answers.ts";
import { type BodyLimits, defaultBodyLimits, readJsonBody } from "./json-body.ts";
import { createRequestGuard, type RequestGuard } from "./request-guard.ts";
import { baseHeaders } from "./security-headers.ts";

/** One line per request. Routes are patterns: no id, token or query of an URL gets in. */
export interface RequestLogEntry {
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** Set where the request failed. */
  readonly code: string | null;
}

export interface ServerOptions {
  readonly publicUrl: URL | null;
  readonly bodyLimits?: BodyLimits;
  readonly log: (entry: RequestLogEntry) => void;
}

export interface HardenedServer {
  readonly server: Server;
  readonly guard: RequestGuard;
}

const methodsWithBody = new Set(["POST", "PUT", "PATCH", "DELETE"]);

function answerError(request: Request, response: Response, error: unknown, done: () => void): void {
  if (!response.headersSent) {
    const { status, code, message, retryAfterSeconds } = errorAnswer(error);
    // What is left of a body that was not read would be taken for the next request.
    if (!request.complete) response.setHeader("Connection", "close");
    if (retryAfterSeconds !== null) response.setHeader("Retry-After", String(retryAfterSeconds));
    response.setHeader("Content-Type", "application/json");
    response.send(status, { error: { code, message } });
  }
  done();
}

/**
 * A restify server that refuses by default: unknown hosts, other sites, large, deep or malformed bodies.
 * Bodies of routes registered on it arrive parsed in `request.body`; multipart bodies are left unread.
 */
export function createServer(options: ServerOptions): HardenedServer {
  const guard = createRequestGuard(options.publicUrl);
  const headers = Object.entries(baseHeaders(options.publicUrl?.protocol === "https:"));
  const limits = options.bodyLimits ?? defaultBodyLimits;
  const server = restify.createServer({ name: "", ignoreTrailingSlash: false, maxParamLength: 100, strictFormatters: false });
  const started = new WeakMap<Request, number>();

  server.pre((request: Request, response: Response, next: Next) => {
    started.set(request, performance.now());
    for (const [name, value] of headers) response.setHeader(name, value);
    try {
      guard.check(request);
    } catch (error) {
      next(error);
      return;
    }
    // Node leaves the body out of an answer to HEAD by itself; so every GET route answers HEAD as well.
    if (request.method === "HEAD") request.method = "GET";
    next();
  });

  server.use(async (request: Request, _response: Response) => {
    if (!methodsWithBody.has(request.method ?? "")) return;
    if ((request.headers["content-type"] ?? "").toLowerCase().startsWith("multipart/")) return;
    const body = await readJsonBody(request, limits);
    Object.assign(request, { body });
  });

  server.on("restifyError", answerError);
  server.on("after", (request: Request, response: Response, route: { path?: unknown } | null | undefined, error: unknown) => {
    options.log({
      requestId: randomUUID(),
      method: request.method ?? "",
      route: typeof route?.path === "string" ? route.path : "-",
      status: response.statusCode,
      ms: Math.round(performance.now() - (started.get(request) ?? performance.now())),
      code: error ? errorCode(error) : null,
    });
  });

  const http = server.server;
  // 10 MB over a poor telephone line; bodies of JSON have a shorter time of their own.
  http.requestTimeout = 180_000;
  http.headersTimeout = 15_000;
  return { server, guard };
}
