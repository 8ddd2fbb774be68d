import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApplication, type TestApplication } from "../support/application.ts";
import { inside } from "../support/hostile-values.ts";
import { visit } from "../support/web-app.ts";

let application: TestApplication;
let port: number;
let cookie: string;
beforeAll(async () => {
  application = await startTestApplication();
  const { origin, port: listening } = new URL(application.url);
  port = Number(listening);
  ({ cookie } = await visit({ origin }));
});
afterAll(() => application.close());

/** Bytes as they are: no client tidies the path, or what stands beside it. @returns all that came back until the end */
async function sendRaw(...lines: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(lines.join("\r\n")));
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => (said += chunk));
    socket.on("error", () => resolve(said));
    socket.on("close", () => resolve(said));
  });
}
const get = (path: string, ...headers: readonly string[]) =>
  sendRaw(`GET ${path} HTTP/1.1`, `Host: localhost:${port}`, "Connection: close", `Cookie: ${cookie}`, ...headers, "", "");
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

const climbs = [
  "../../package.json",
  "..%2f..%2fpackage.json",
  "%2e%2e/%2e%2e/package.json",
  "%2e%2e%2f%2e%2e%2fpackage.json",
  "..%252f..%252fpackage.json",
  "..\\..\\package.json",
  "..%5c..%5cpackage.json",
  "....//....//package.json",
  "..;/..;/package.json",
  ".%00./package.json",
  "package.json%00.js",
  "%c0%ae%c0%ae%c0%afpackage.json",
  "..%c0%af..%c0%afpackage.json",
  "%E0%A4%A",
  "/etc/passwd",
  "%2fetc%2fpasswd",
  "file:///etc/passwd",
  "C:\\windows\\win.ini",
  "passport.sqlite",
  "keys%2fmaster.key",
  ".env",
  ".git/config",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "",
  ".",
  "..",
  "%20",
  "x".repeat(7_000),
];
const places = [
  "/assets/",
  "/share-assets/",
  "/check-assets/",
  "/counsellor-assets/",
  "/api/passport/files/",
  "/v3/directline/conversations/",
  "/",
  "/api/",
];

describe.for(places)("below %s", (place) => {
  test("nobody climbs out, and nothing but the files of the page is served", async () => {
    for (const climb of climbs) {
      const path = `${place}${climb}`;
      // The pages themselves.
      if (["/", "/."].includes(path) || path.endsWith("/..")) continue;
      const answer = await get(path);
      expect([400, 401, 403, 404, 431], `${path.slice(0, 80)}: ${answer.slice(0, 200)}`).toContain(statusOf(answer));
      expect(answer, path.slice(0, 80)).not.toMatch(/root:|skillsgesprek",|SQLite format|MASTER|\[core\]/);
      expect(answer, path.slice(0, 80)).not.toMatch(inside);
    }
  });
});

const link = ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"] as const;

test.for([
  "/%61pi/passport.json",
  "/api/passport.json",
  "/x/../api/passport.json",
  "/./api/passport.json",
  "/%2e/api/passport.json",
  "//api/passport.json",
])("another site's link to %s is refused, however it is written", async (path) => {
  expect(statusOf(await get(path, ...link))).toBe(403);
});

test.for(["/", "/?x=1", "/share", "/check", "/privacy?lang=en", "/counsellor"])("another site's link to %s opens it", async (path) => {
  expect(statusOf(await get(path, ...link))).toBe(200);
});

describe("what is no honest request", () => {
  const host = () => `Host: localhost:${port}`;
  const json = "Content-Type: application/json";
  test.for<[string, () => readonly string[]]>([
    ["a method that shows what was sent", () => ["TRACE / HTTP/1.1", host(), `Cookie: ${cookie}`]],
    ["a tunnel", () => ["CONNECT evil.example:443 HTTP/1.1", "Host: evil.example:443"]],
    ["a whole address of somebody else", () => ["GET http://evil.example/ HTTP/1.1", "Host: evil.example"]],
    ["no host", () => ["GET / HTTP/1.1"]],
    ["two hosts", () => ["GET / HTTP/1.1", host(), "Host: evil.example"]],
    ["two hosts, to a page's calls", () => ["GET /api/check/key HTTP/1.1", host(), "Host: evil.example"]],
    ["two hosts, the other way round", () => ["GET / HTTP/1.1", "Host: evil.example", host()]],
    ["another host", () => ["GET / HTTP/1.1", "Host: evil.example", `X-Forwarded-Host: localhost:${port}`]],
    ["two lengths", () => ["POST /api/session HTTP/1.1", host(), json, "Content-Length: 2", "Content-Length: 30"]],
    ["a length and pieces", () => ["POST /api/session HTTP/1.1", host(), json, "Content-Length: 30", "Transfer-Encoding: chunked"]],
    ["pieces of a made-up kind", () => ["POST /api/session HTTP/1.1", host(), json, "Transfer-Encoding: xchunked"]],
    ["a length below nothing", () => ["POST /api/session HTTP/1.1", host(), json, "Content-Length: -1"]],
    ["a line that is folded", () => ["GET / HTTP/1.1", host(), "X-A: b", " c: d"]],
    ["a space before the colon", () => ["GET / HTTP/1.1", host(), "Transfer-Encoding : chunked"]],
    ["a bare line feed in a name", () => ["GET / HTTP/1.1", host(), "X-A\n: b"]],
    ["an old version", () => ["GET / HTTP/0.9", host()]],
    ["another version", () => ["PRI * HTTP/2.0", ""]],
    ["headers without end", () => ["GET / HTTP/1.1", host(), `X-A: ${"a".repeat(20_000)}`]],
    ["very many cookies", () => ["GET /api/passport HTTP/1.1", host(), `Cookie: ${"a=b; ".repeat(4_000)}`]],
    [
      "another protocol",
      () => [
        "GET / HTTP/1.1",
        host(),
        "Connection: Upgrade, HTTP2-Settings",
        "Upgrade: h2c",
        "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
        "Sec-Fetch-Site: cross-site",
      ],
    ],
    ["a socket at no address", () => ["GET // HTTP/1.1", host(), "Connection: Upgrade", "Upgrade: websocket"]],
    [
      "a socket elsewhere",
      () => [
        "GET /api/passport HTTP/1.1",
        host(),
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
      ],
    ],
  ])("%s is refused, and shows nothing", async ([, lines]) => {
    const answer = await sendRaw(...lines(), "Connection: close", "", '{"language":"nl"}');
    expect([0, 400, 401, 403, 404, 405, 431], answer.slice(0, 300)).toContain(statusOf(answer));
    expect(answer).not.toMatch(/skillsgesprek=[\w-]{43}/);
    expect(answer).not.toMatch(inside);
    // Whatever stood behind it was not taken for a second request.
    expect(answer.match(/HTTP\/1\.1 \d{3}/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  test("after all of this an honest one is served, and nothing of what was tried stands in the log", async () => {
    expect(statusOf(await get("/"))).toBe(200);
    const logged = application.logged.join("");
    for (const tried of ["evil.example", "package.json", "etc/passwd", cookie.split("=")[1] ?? "?"]) expect(logged).not.toContain(tried);
    expect(application.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});
