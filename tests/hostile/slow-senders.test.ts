import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { PassThrough } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Passport } from "../../src/domain/passport.ts";
import { passportJson } from "../../src/passport/passport-json.ts";
import { readMultipartFile } from "../../src/web/multipart-file.ts";
import { fullPassport, noPassport } from "../support/passport-samples.ts";
import { labelled, sharingHolder } from "../support/sharing-client.ts";
import { startWebApp, visit, type WebApp } from "../support/web-app.ts";

const at = "2026-11-24T10:00:00.000Z";
const receipt = { ...fullPassport().consents[0], id: "here", at } as Passport["consents"][number];
const marked = { "X-Skillsgesprek": "1" };

describe("files that come in a letter at a time", () => {
  let app: WebApp;
  let holder: Awaited<ReturnType<typeof sharingHolder>>;
  const slow: Socket[] = [];
  beforeAll(async () => {
    app = await startWebApp({ publicUrl: new URL("http://skills.example.org") });
    holder = await sharingHolder(app, [labelled("c1", "brood bakken")], [{ type: "consent_given", at, receipt }]);
  });
  afterEach(() => slow.splice(0).forEach((socket) => socket.destroy()));
  afterAll(() => app.close());

  /** Begins to send, and says no more. */
  async function beginSlowly(path: string, cookie: string): Promise<void> {
    const head = [`POST ${path} HTTP/1.1`, "Host: localhost", "X-Skillsgesprek: 1", `Cookie: ${cookie}`, "X-Forwarded-For: 192.0.2.1"];
    const body = ["Content-Type: multipart/form-data; boundary=x", "Content-Length: 100000", "", "--x"];
    const socket = connect(app.port, "127.0.0.1", () => socket.write([...head, ...body, ""].join("\r\n")));
    socket.on("error", () => undefined);
    slow.push(socket);
    await new Promise((resolve) => socket.once("connect", resolve));
  }

  async function sendFile(path: string, content: string, address: string): Promise<number> {
    const form = new FormData();
    form.append("file", new Blob([content]), "file.json");
    const headers = { ...marked, Cookie: holder.cookie, "X-Forwarded-For": address };
    return (await fetch(`${app.origin}${path}`, { method: "POST", headers, body: form })).status;
  }

  // Six such senders, or two for a passport, took all the places there were, and nobody else's file came in.
  test.for([
    ["/api/check", "{}", 200],
    ["/api/passport/import/look", passportJson(noPassport()), 200],
    ["/api/passport/claims/c1/files", "no picture", 415],
  ] as const)("%s: whoever sends slowly leaves places for others", async ([path, content, status]) => {
    const { cookie } = await sharingHolder(app, [labelled("c1", "ramen wassen")], [{ type: "consent_given", at, receipt }]);
    for (let one = 0; one < 12; one += 1) await beginSlowly(path, cookie);
    // All of them have come in once those from the same address find no place.
    await vi.waitFor(async () => expect(await sendFile(path, content, "192.0.2.1")).toBe(429));
    expect(await sendFile(path, content, "192.0.2.2")).toBe(status);
  });
});

// Each counted as a fault of the server's own, in its log and its metrics.
test.for([
  ["/api/check", "multipart/form-data; boundary=x", "--x"],
  ["/api/session", "application/json", "{"],
] as const)("%s: whoever goes away while sending is refused, and no fault of ours", async ([path, type, begun]) => {
  const app = await startWebApp();
  const head = [`POST ${path} HTTP/1.1`, "Host: localhost", "X-Skillsgesprek: 1", `Content-Type: ${type}`, "Content-Length: 1000", "", begun];
  const socket = connect(app.port, "127.0.0.1", () => socket.write(head.join("\r\n")));
  await once(app.server.server, "request");
  socket.destroy();
  await vi.waitFor(() => expect(app.log.at(-1)).toMatchObject({ route: path, status: 400, code: "request_malformed" }));
  await app.close();
});

describe("a file without end", () => {
  afterEach(() => vi.useRealTimers());

  test("is given up once it has been slower than any telephone line for a while", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
    const stream = new PassThrough();
    const request = Object.assign(stream, { headers: { "content-type": "multipart/form-data; boundary=x" } }) as unknown as IncomingMessage;
    const reading = readMultipartFile(request, "file", 1_000_000);
    const refused = expect(reading).rejects.toMatchObject({ code: "request_malformed" });
    for (let second = 0; second < 30; second += 1) {
      if (!stream.destroyed) stream.write("x");
      vi.advanceTimersByTime(1_000);
    }
    await refused;
  });
});

test("tokens are given out by the dozen and not by the thousand: each lies in the store for a day", async () => {
  const app = await startWebApp();
  const { cookie } = await visit(app);
  const ask = () => fetch(`${app.origin}/v3/directline/tokens/generate`, { method: "POST", headers: { ...marked, Cookie: cookie } });
  const answers = await Promise.all(Array.from({ length: 200 }, ask));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(50);
  expect(refused[0]?.headers.get("retry-after")).toMatch(/^\d+$/);
  // Another visitor does not notice.
  await visit(app);
  await app.close();
});

test("challenges to sign in with, which anybody gets, are given out by the dozen as well", async () => {
  const app = await startWebApp();
  const ask = () =>
    fetch(`${app.origin}/api/sign-in/begin`, { method: "POST", headers: { ...marked, "Content-Type": "application/json" }, body: "{}" });
  const answers = await Promise.all(Array.from({ length: 160 }, ask));
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(100);
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(40);
  await app.close();
});
