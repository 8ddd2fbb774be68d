import { EventEmitter, once } from "node:events";
import type { IncomingMessage, Server as HttpServer } from "node:http";
import restify, { type Next, type Request, type Response, type Server } from "restify";
import { correlated, correlationId } from "../domain/correlation.ts";
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
  /** Looks on at each request. */
  readonly watch?: () => RequestWatch;
}

/** One request, watched from its first line to its answer. */
export interface RequestWatch {
  /** Runs the request's work as part of what is watched. */
  run<T>(work: () => T): T;
  ended(entry: RequestLogEntry): void;
}

export interface HardenedServer {
  readonly server: Server;
  readonly guard: RequestGuard;
  /** Resolves once every request that came in has its answer. */
  idle(): Promise<void>;
}

/** Probes come by an address and not by our name, and learn nothing that is anybody's; whoever comes for metrics with a token
 *  does too. Metrics without a token are kept from other sites' pages as all the rest is. */
function isForProbes({ url, headers }: IncomingMessage): boolean {
  if (url === "/healthz" || url === "/readyz") return true;
  return url === "/metrics" && headers.authorization !== undefined;
}

/** Everything that a request leads to knows its id. */
function correlateRequests(http: HttpServer, around: (request: IncomingMessage, work: () => void) => void): Pick<HardenedServer, "idle"> {
  const listeners = http.listeners("request");
  const answered = new EventEmitter();
  let open = 0;
  http.removeAllListeners("request");
  http.on("request", (request, response) => {
    open += 1;
    response.once("close", () => {
      open -= 1;
      if (open === 0) answered.emit("all");
    });
    correlated(() => around(request, () => listeners.forEach((listener) => Reflect.apply(listener, http, [request, response]))));
  });
  return {
    async idle() {
      if (open > 0) await once(answered, "all");
    },
  };
}

/** Where people's messages come in. They may be longer than can be read: it is the conversation that says so, in kind words. Teams sends
 *  each message twice, as text and as HTML. */
const takesMessages = /^\/(?:api\/messages|v3\/directline\/conversations\/[\w-]{1,100}\/activities)(?:\?|$)/;
const maxMessageBytes = 512 * 1024;

const methodsWithBody = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** How much of a refused body is still taken, and how long: whoever is cut off while sending never reads the answer. */
const lingering = { maxBytes: 1024 * 1024, maxMs: 2_000 } as const;

/** Calls `then` once the rest of the body is in, or too much or too long in coming. Nothing of it is kept. */
function afterRest(request: Request, then: () => void): void {
  if (request.complete || request.destroyed) return then();
  let bytes = 0;
  const over = () => {
    clearTimeout(late);
    request.off("data", count);
    for (const event of ["end", "close", "error"]) request.off(event, over);
    then();
  };
  const count = (chunk: Uint8Array) => {
    bytes += chunk.length;
    if (bytes > lingering.maxBytes) over();
  };
  const late = setTimeout(over, lingering.maxMs);
  for (const event of ["end", "close", "error"]) request.on(event, over);
  request.on("data", count);
  request.resume();
}

function answerError(request: Request, response: Response, error: unknown, done: () => void): void {
  afterRest(request, () => sendError(request, response, error, done));
}

function sendError(request: Request, response: Response, error: unknown, done: () => void): void {
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
  const started = new WeakMap<object, { readonly atMs: number; readonly requestId: string; readonly watch: RequestWatch | undefined }>();
  const { idle } = correlateRequests(server.server, (request, work) => {
    const watch = options.watch?.();
    started.set(request, { atMs: performance.now(), requestId: correlationId() ?? "", watch });
    if (watch) watch.run(work);
    else work();
  });

  server.pre((request: Request, response: Response, next: Next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    // So that a person who reports something can say which request it was.
    response.setHeader("X-Request-Id", started.get(request)?.requestId ?? "");
    try {
      if (!isForProbes(request)) guard.check(request);
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
    const body = await readJsonBody(request, takesMessages.test(request.url ?? "") ? { ...limits, maxBytes: maxMessageBytes } : limits);
    Object.assign(request, { body });
  });

  server.on("restifyError", answerError);
  server.on("after", (request: Request, response: Response, route: { path?: unknown } | null | undefined, error: unknown) => {
    const begun = started.get(request);
    const entry: RequestLogEntry = {
      requestId: begun?.requestId ?? "",
      method: request.method ?? "",
      route: typeof route?.path === "string" ? route.path : "-",
      status: response.statusCode,
      ms: Math.round(performance.now() - (begun?.atMs ?? performance.now())),
      code: error ? errorCode(error) : null,
    };
    options.log(entry);
    begun?.watch?.ended(entry);
  });

  const http = server.server;
  // 10 MB over a poor telephone line; bodies of JSON have a shorter time of their own.
  http.requestTimeout = 180_000;
  http.headersTimeout = 15_000;
  return { server, guard, idle };
}
