import { type BlockList, isIP, isIPv6 } from "node:net";
import type { RequestSource } from "../domain/limits.ts";

/** An address without a port, brackets or zone, IPv4 in its own form; null where it is none. */
function plainAddress(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[([^\]]+)\](?::\d{1,5})?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i, "$1");
  return isIP(bare) === 0 ? null : bare;
}

const isIn = (list: BlockList, address: string) => list.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/** A household or phone has 2^64 addresses of IPv6 to choose from: the first half names it. */
function network(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = (part: string | undefined) => (part ? part.split(":") : []);
  const before = groups(head);
  const after = groups(tail);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

/** Proxies that stand in front of us; null: none does, and no header is believed. */
export type TrustedProxies = BlockList | null;

/** Whom a request comes from, for limits per address: never logged, never stored. `X-Forwarded-For` is read from its end, for each
 *  proxy that is trusted: what stands before the first that is not, anybody may have written. */
export function clientAddress(request: RequestSource, trusted: TrustedProxies): string {
  const peer = plainAddress(request.socket.remoteAddress ?? "");
  if (peer === null) return "unknown";
  if (trusted === null) return network(peer);
  const header = request.headers["x-forwarded-for"];
  const said = (typeof header === "string" ? header : "").split(",");
  let seen = peer;
  while (isIn(trusted, seen)) {
    const before = plainAddress(said.pop() ?? "");
    if (before === null) break;
    seen = before;
  }
  return network(seen);
}
