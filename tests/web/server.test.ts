import { request } from "node:http";
import type { AddressInfo } from "node:net";
import type { Request, Response } from "restify";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createServer } from "../../src/web/server.ts";
import { pageContentSecurityPolicy } from "../../src/web/security-headers.ts";
import { closedAfterEach } from "../support/closed-after-each.ts";
import { visit, startWebApp, type WebApp, type WebAppOptions } from "../support/web-app.ts";

const start = closedAfterEach<WebAppOptions, WebApp>(startWebApp);

/** fetch sets Host itself; this lets a test choose it. */
async function raw(app: WebApp, method: string, path: string, headers: Record<string, string>, body?: string | Buffer) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port: app.port, method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

const redeem = "/api/come-back-code/redeem";
const ErrorBody = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) });
const marked = { "X-Skillsgesprek": "1", "Content-Type": "application/json" };

describe("what is refused, and how", () => {
  test.for<[string, string, string, Record<string, string>, string | Buffer | undefined, number, string]>([
    ["an unknown route", "GET", "/nothing/here", {}, undefined, 404, "not_found"],
    ["markup in the path", "GET", "/%3Cscript%3E", {}, undefined, 404, "not_found"],
    ["climbing out", "GET", "/../../etc/passwd", {}, undefined, 404, "not_found"],
    ["a broken escape", "GET", "/%E0%A4%A", {}, undefined, 404, "not_found"],
    ["another method", "PUT", "/api/session", marked, "{}", 405, "method_not_allowed"],
    ["a preflight", "OPTIONS", "/api/session", {}, undefined, 405, "method_not_allowed"],
    ["malformed JSON", "POST", "/api/session", marked, '{"language": "nl', 400, "request_malformed"],
    ["bytes that are no text", "POST", "/api/session", marked, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400, "request_malformed"],
    ["deep nesting", "POST", "/api/session", marked, "[".repeat(33) + "]".repeat(33), 400, "request_too_deep"],
    ["very deep nesting", "POST", "/api/session", marked, "[".repeat(60_000), 400, "request_too_deep"],
    ["an unknown language", "POST", "/api/session", marked, '{"language":"xx"}', 400, "request_invalid"],
    ["a form", "POST", "/api/session", { ...marked, "Content-Type": "application/x-www-form-urlencoded" }, "a=b", 415, "request_unsupported"],
    ["JSON that calls itself text", "POST", "/api/session", { ...marked, "Content-Type": "text/plain" }, "{}", 415, "request_unsupported"],
    ["a compressed body", "POST", "/api/session", { ...marked, "Content-Encoding": "gzip" }, "{}", 415, "request_unsupported"],
    ["a large body", "POST", "/api/session", marked, JSON.stringify({ a: "x".repeat(65_536) }), 413, "request_too_large"],
    [
      "a large body in pieces",
      "POST",
      "/api/session",
      { ...marked, "Transfer-Encoding": "chunked" },
      JSON.stringify({ a: "x".repeat(65_536) }),
      413,
      "request_too_large",
    ],
    ["a code in a form", "POST", redeem, { ...marked, "Content-Type": "application/x-www-form-urlencoded" }, "code=A7K", 415, "request_unsupported"],
    ["a code in malformed JSON", "POST", redeem, marked, '{"code": "A7K', 400, "request_malformed"],
    ["no code", "POST", redeem, marked, "{}", 400, "request_invalid"],
    ["a code that is far too long", "POST", redeem, marked, JSON.stringify({ code: "7".repeat(201) }), 400, "request_invalid"],
    ["a code in a large body", "POST", redeem, marked, JSON.stringify({ code: "x".repeat(65_536) }), 413, "request_too_large"],
    ["a code in the path", "GET", "/api/come-back-code/A7K4PX0TM12C58RVFGH93", {}, undefined, 404, "not_found"],
    ["a code that is only to be fetched", "GET", redeem, marked, undefined, 405, "method_not_allowed"],
    ["another host name", "GET", "/api/passport", { Host: "rebound.example" }, undefined, 403, "request_host_unknown"],
    ["a host that begins like ours", "GET", "/api/passport", { Host: "localhost.evil.example" }, undefined, 403, "request_host_unknown"],
  ])("%s", async ([, method, path, headers, body, status, code]) => {
    const app = await start();
    const answer = await raw(app, method, path, headers, body);
    expect(answer.status).toBe(status);
    expect(ErrorBody.parse(JSON.parse(answer.text)).error.code).toBe(code);
    expect(answer.text).not.toMatch(/node_modules|\.ts:|\.js:|at /);
  });

  test("a body of exactly the limit is read", async () => {
    const app = await start();
    const body = JSON.stringify({ a: "x".repeat(64 * 1024 - 8) });
    expect(body).toHaveLength(64 * 1024);
    expect((await raw(app, "POST", "/api/session", marked, body)).status).toBe(200);
  });

  test.for(["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])("the loopback name %s is served", async (name) => {
    const app = await start();
    expect((await raw(app, "GET", "/api/passport.json", { Host: `${name}:${app.port}` })).status).toBe(401);
  });

  test("the public host is served where there is one, and its pages are our own", async () => {
    const app = await start({ publicUrl: new URL("https://skills.example") });
    const own = { ...marked, Host: "skills.example", Origin: "https://skills.example" };
    expect((await raw(app, "POST", "/api/session", own, "{}")).status).toBe(200);
    expect((await raw(app, "POST", "/api/session", { ...own, Origin: "http://skills.example" }, "{}")).status).toBe(403);
    expect((await raw(app, "POST", "/api/session", { ...own, Origin: "https://skills.example:444" }, "{}")).status).toBe(403);
    expect((await raw(app, "POST", "/api/session", { ...own, Host: "skills.example.evil" }, "{}")).status).toBe(403);
  });
});

describe("every answer", () => {
  test.for(["/nothing", "/api/passport.json", "/api/session", "/api/come-back-code", redeem])(
    "%s carries the strict headers and no CORS",
    async (path) => {
      const app = await start();
      const response = await fetch(`${app.origin}${path}`);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-security-policy": expect.stringContaining("default-src 'none'"),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
        "content-type": expect.stringContaining("application/json"),
      });
      const names = [...response.headers.keys()];
      expect(names.filter((name) => name.startsWith("access-control") || name === "server")).toEqual([]);
    },
  );

  test("over https tells browsers to come back that way alone, to this host and those below it", async () => {
    const app = await start({ publicUrl: new URL("https://skills.example") });
    for (const path of ["/nothing", "/api/passport.json"]) {
      const response = await fetch(`${app.origin}${path}`);
      expect(response.headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
    }
    expect((await fetch(`${(await start()).origin}/nothing`)).headers.get("strict-transport-security")).toBeNull();
  });

  test("HEAD answers as GET does, without the body", async () => {
    const app = await start();
    const { cookie } = await visit(app);
    const response = await fetch(`${app.origin}/api/passport.json`, { method: "HEAD", headers: { Cookie: cookie } });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(100);
    expect(await response.text()).toBe("");
  });

  test("is logged by its route's pattern: no id, token, query or word of a person", async () => {
    const app = await start();
    const { token, conversationId, cookie } = await visit(app);
    await fetch(`${app.origin}/v3/directline/conversations/${conversationId}/activities?watermark=12345`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    await fetch(`${app.origin}/v3/directline/conversations/${conversationId}/activities`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ type: "message", text: "fail" }),
    });
    await fetch(`${app.origin}/secret-${token}`);
    await expect.poll(() => app.log.length).toBe(4);
    expect(app.log.map(({ method, route, status, code }) => ({ method, route, status, code }))).toEqual([
      { method: "POST", route: "/api/session", status: 200, code: null },
      { method: "GET", route: "/v3/directline/conversations/:id/activities", status: 200, code: null },
      { method: "POST", route: "/v3/directline/conversations/:id/activities", status: 500, code: "Error" },
      { method: "GET", route: "-", status: 404, code: expect.any(String) },
    ]);
    const logged = JSON.stringify(app.log);
    for (const secret of [token, conversationId, cookie, "12345", "fail"]) expect(logged).not.toContain(secret);
  });
});

test("a page's policy lets in nothing but our own origin, its sockets and its nonce", () => {
  const policy = pageContentSecurityPolicy({ nonce: "abc", socketOrigin: "ws://localhost:3978" });
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-abc'",
    "connect-src 'self' ws://localhost:3978",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ]);
  expect(pageContentSecurityPolicy({ nonce: "abc", socketOrigin: "ws://x", allowStyleAttributes: true })).toContain("style-src-attr 'unsafe-inline'");
});

test("a body that dribbles in is cut off, and the next request is answered", async () => {
  const { server } = createServer({ publicUrl: null, bodyLimits: { maxBytes: 1000, maxDepth: 5, maxMs: 100 }, log: () => undefined });
  server.post("/taken", async (_request: Request, response: Response) => void response.send(200, {}));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo = server.address();
  try {
    const ended = new Promise<string>((resolve) => {
      const headers = { "Content-Type": "application/json", "Content-Length": "50" };
      const outgoing = request({ host: "127.0.0.1", port: address.port, method: "POST", path: "/taken", headers }, () => resolve("answered"));
      outgoing.on("error", () => resolve("cut off"));
      outgoing.write("{");
    });
    expect(await ended).toBe("cut off");
    const next = await fetch(`http://127.0.0.1:${address.port}/taken`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    });
    expect(next.status).toBe(200);
  } finally {
    server.server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
});
