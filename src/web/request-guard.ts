import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { RefusalError } from "../domain/refusals.ts";

/** Set by our own pages on every call; a foreign page cannot set it without a CORS preflight, which is never granted. */
export const pageMarkerHeader = "x-skillsgesprek";

type Incoming = Pick<IncomingMessage, "headers" | "method" | "url"> & Partial<Pick<IncomingMessage, "rawHeaders">>;

/** Tells our own pages' requests from those of other sites. */
export interface RequestGuard {
  /** @throws {RefusalError} request_host_unknown (DNS rebinding), request_cross_site */
  check(request: Incoming): void;
  /** For calls that only our own pages make. @throws {RefusalError} request_without_marker */
  checkMarker(request: Incoming): void;
  /** `https://host`: where others find the page that sent this request; the public address where there is one. */
  pageOrigin(request: Incoming): string;
  /** `ws://host` or `wss://host`, as the page that sent this request reaches us. */
  socketOrigin(request: Incoming): string;
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** True for an address or name that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return loopbackNames.has(host.toLowerCase()) || host === "::1" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d{1,5}$/, "");
}

/** A page of ours, written plainly: an address with dots or escapes in it may be read as another one further on. */
function isPage(url: string | undefined): boolean {
  return /^\/(?!(?:api|v3)(?:\/|$))(?:[\w-]+(?:\/[\w-]+)*)?$/.test((url ?? "/").replace(/[?#].*$/s, ""));
}

/** Of two hosts a proxy in front may have looked at the other one. */
function hostsIn({ headers, rawHeaders = [] }: Incoming): number {
  const named = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length;
  return Math.max(named, headers.host === undefined ? 0 : 1);
}

/** What anybody's page may read: it is the same for everybody, and tells of nobody. */
function isForAll(url: string | undefined): boolean {
  return /^\/endorsement-status\/[\w%:-]+\/\d+$/.test(url ?? "/");
}

function single(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
}

/** @param publicUrl where the outside world reaches us; null: loopback only */
export function createRequestGuard(publicUrl: URL | null): RequestGuard {
  function isOwnHost(host: string | undefined): host is string {
    if (host === undefined) return false;
    return loopbackNames.has(hostName(host)) || host.toLowerCase() === publicUrl?.host;
  }

  function isOwnOrigin(origin: string, host: string): boolean {
    if (origin === publicUrl?.origin) return true;
    return loopbackNames.has(hostName(host)) && origin.toLowerCase() === `http://${host.toLowerCase()}`;
  }

  function isCrossSite(request: Incoming, host: string): boolean {
    const origin = single(request.headers, "origin");
    const site = single(request.headers, "sec-fetch-site");
    if ((request.method === "GET" || request.method === "HEAD") && isForAll(request.url)) return false;
    // A form posted under referrer policy "no-referrer" says "null"; the browser's own word then decides.
    if (origin === "null") return site !== "same-origin";
    if (origin !== undefined && !isOwnOrigin(origin, host)) return true;
    if (site === undefined || site === "same-origin") return false;
    const reads = request.method === "GET" || request.method === "HEAD";
    if (site === "none") return !reads;
    // Following a link from elsewhere to one of our pages is fine; reaching into the API is not.
    return !(reads && single(request.headers, "sec-fetch-mode") === "navigate" && isPage(request.url));
  }

  function pageOrigin(request: Incoming): string {
    return publicUrl?.origin ?? `http://${request.headers.host ?? "localhost"}`;
  }

  return {
    check(request) {
      const host = request.headers.host;
      if (!isOwnHost(host) || hostsIn(request) !== 1) throw new RefusalError("request_host_unknown", "This host name is not served here");
      if (isCrossSite(request, host)) throw new RefusalError("request_cross_site", "Requests from other sites are not taken");
    },
    checkMarker(request) {
      if (single(request.headers, pageMarkerHeader) === "1") return;
      throw new RefusalError("request_without_marker", "The header X-Skillsgesprek: 1 is lacking");
    },
    pageOrigin,
    socketOrigin: (request) => pageOrigin(request).replace(/^http/, "ws"),
  };
}
