import { createHash, timingSafeEqual } from "node:crypto";
import type { Request, Response, Server } from "restify";
import { RefusalError } from "../domain/refusals.ts";
import { isLoopback } from "./request-guard.ts";

export interface WatchingApiDeps {
  /** Whether this process can serve, and what is lacking. */
  readonly readiness: () => Promise<{ readonly status: string }>;
  readonly metrics: { readonly contentType: string; exposition(): Promise<string> };
  /** Opens `/metrics` from anywhere; null: only this machine may read them, as long as no proxy stands in front. */
  readonly metricsToken: string | null;
  /** True where a proxy may let others in. */
  readonly behindProxy: boolean;
}

const hashed = (text: string) => createHash("sha256").update(text).digest();

function mayReadMetrics(request: Request, { metricsToken, behindProxy }: WatchingApiDeps): boolean {
  const given = /^Bearer (\S{1,500})$/i.exec(request.headers.authorization ?? "")?.[1];
  if (metricsToken !== null) return given !== undefined && timingSafeEqual(hashed(given), hashed(metricsToken));
  // Whoever comes by a proxy on this machine seems to be this machine.
  const isForwarded = ["forwarded", "x-forwarded-for", "via"].some((name) => request.headers[name] !== undefined);
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/i, "");
  return !behindProxy && !isForwarded && isLoopback(peer);
}

/** `GET /healthz`: the process is alive. `GET /readyz`: it can serve (503: it cannot); what is lacking is named.
 *  `GET /metrics`: for Prometheus. */
export function registerWatchingApi(server: Server, deps: WatchingApiDeps): void {
  server.get("/healthz", async (_request: Request, response: Response) => {
    response.send(200, { status: "ok" });
  });

  server.get("/readyz", async (_request: Request, response: Response) => {
    const readiness = await deps.readiness();
    const serves = readiness.status === "ready" || readiness.status === "degraded";
    response.send(serves ? 200 : 503, readiness);
  });

  server.get("/metrics", async (request: Request, response: Response) => {
    if (!mayReadMetrics(request, deps)) {
      throw new RefusalError("token_missing", "Metrics are for this machine, or for who has METRICS_TOKEN");
    }
    const text = await deps.metrics.exposition();
    response.setHeader("Content-Type", deps.metrics.contentType);
    response.sendRaw(200, text);
  });
}
