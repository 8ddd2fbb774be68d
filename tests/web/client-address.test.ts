import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { clientAddress } from "../../src/web/client-address.ts";

const from = (remoteAddress: string | undefined, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
});

const trusted = loadConfig({ TRUSTED_PROXIES: "127.0.0.1, ::1, 172.18.0.0/16, fd00::/8" }).production.trustedProxies;

describe("whom a request comes from", () => {
  test.for([
    { peer: "198.51.100.4", seen: "198.51.100.4" },
    { peer: "::ffff:198.51.100.4", seen: "198.51.100.4" },
    { peer: "2001:db8:1:2:aaaa:bbbb:cccc:dddd", seen: "2001:db8:1:2" },
    { peer: "2001:db8:1:2::7", seen: "2001:db8:1:2" },
    { peer: "2001:db8::7", seen: "2001:db8:0:0" },
    { peer: "::1", seen: "0:0:0:0" },
    { peer: undefined, seen: "unknown" },
  ])("$peer without a proxy: $seen, whatever the header says", ({ peer, seen }) => {
    expect(clientAddress(from(peer), null)).toBe(seen);
    expect(clientAddress(from(peer, "203.0.113.9"), null)).toBe(seen);
  });

  test.for([
    { peer: "127.0.0.1", forwarded: "203.0.113.9", seen: "203.0.113.9", because: "the proxy on this machine says so" },
    { peer: "::ffff:172.18.0.3", forwarded: "203.0.113.9", seen: "203.0.113.9", because: "a proxy in the next container says so" },
    { peer: "fd00::3", forwarded: "2001:db8:1:2::7", seen: "2001:db8:1:2", because: "so over IPv6" },
    { peer: "127.0.0.1", forwarded: "1.1.1.1, 203.0.113.9", seen: "203.0.113.9", because: "what a visitor wrote stands before it" },
    { peer: "127.0.0.1", forwarded: "203.0.113.9:51234", seen: "203.0.113.9", because: "some proxies add a port" },
    { peer: "127.0.0.1", forwarded: "[2001:db8:1:2::7]:443", seen: "2001:db8:1:2", because: "some add brackets as well" },
    { peer: "127.0.0.1", forwarded: "unknown", seen: "127.0.0.1", because: "that is no address" },
    { peer: "127.0.0.1", forwarded: "", seen: "127.0.0.1", because: "nothing was said" },
    { peer: "127.0.0.1", forwarded: undefined, seen: "127.0.0.1", because: "the proxy does not say" },
    { peer: "198.51.100.4", forwarded: "203.0.113.9", seen: "198.51.100.4", because: "a stranger is not believed" },
    { peer: "10.0.0.3", forwarded: "203.0.113.9", seen: "10.0.0.3", because: "nobody said that this proxy is ours" },
    { peer: "127.0.0.1", forwarded: "1.1.1.1, 203.0.113.9, 172.18.0.3", seen: "203.0.113.9", because: "two proxies of ours stand in a row" },
    { peer: "127.0.0.1", forwarded: "172.18.0.9", seen: "172.18.0.9", because: "what comes from within is from within" },
  ])("$peer behind a proxy with “$forwarded”: $seen ($because)", ({ peer, forwarded, seen }) => {
    expect(clientAddress(from(peer, forwarded), trusted)).toBe(seen);
  });
});
