import type { IncomingMessage } from "node:http";
import { BlockList, isIP, isIPv6 } from "node:net";

type Incoming = Pick<IncomingMessage, "headers"> & { readonly socket: Pick<IncomingMessage["socket"], "remoteAddress"> };

/** Where a reverse proxy of ours can stand: this machine, and networks that no visitor from outside comes from. */
const near = new BlockList();
for (const [network, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
] as const) {
  near.addSubnet(network, prefix, "ipv4");
}
near.addAddress("::1", "ipv6");
near.addSubnet("fc00::", 7, "ipv6");
near.addSubnet("fe80::", 10, "ipv6");

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

function isNear(address: string): boolean {
  return near.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

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

/** Whom a request comes from, for limits per address: never logged, never stored.
 *  @param behindProxy true: a proxy nearby is believed in the last entry of `X-Forwarded-For`, which it wrote itself */
export function clientAddress(request: Incoming, behindProxy: boolean): string {
  const peer = plainAddress(request.socket.remoteAddress ?? "");
  if (peer === null) return "unknown";
  if (!behindProxy || !isNear(peer)) return network(peer);
  const header = request.headers["x-forwarded-for"];
  const last = (typeof header === "string" ? header : "").split(",").at(-1) ?? "";
  return network(plainAddress(last) ?? peer);
}
