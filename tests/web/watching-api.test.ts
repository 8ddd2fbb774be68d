import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createServer } from "../../src/web/server.ts";
import { registerWatchingApi } from "../../src/web/watching-api.ts";

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

/** @returns where it listens */
async function serve(options: { readonly metricsToken?: string; readonly publicUrl?: string; readonly status?: string } = {}): Promise<string> {
  const publicUrl = options.publicUrl === undefined ? null : new URL(options.publicUrl);
  const { server } = createServer({ publicUrl, log: () => undefined });
  registerWatchingApi(server, {
    readiness: async () => ({ status: options.status ?? "ready" }),
    metrics: { contentType: "text/plain; version=0.0.4", exposition: async () => "turns 7\n" },
    metricsToken: options.metricsToken ?? null,
    behindProxy: publicUrl !== null,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => new Promise((resolve) => server.close(() => resolve()));
  const address: AddressInfo = server.address();
  return `http://127.0.0.1:${address.port}`;
}

const metricsOf = async (origin: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/metrics`, { headers: { Connection: "close", ...headers } });
const token = "nobody-guesses-this";
const bearer = (text: string) => ({ Authorization: `Bearer ${text}` });

describe("who may read /metrics", () => {
  test("this machine, where no proxy stands in front", async () => {
    const answer = await metricsOf(await serve());
    expect({ status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() }).toEqual({
      status: 200,
      type: "text/plain; version=0.0.4",
      text: "turns 7\n",
    });
  });

  test.for([
    { name: "who comes through a proxy that nobody told of", options: {}, headers: { "X-Forwarded-For": "203.0.113.9" }, status: 401 },
    { name: "a page of another site", options: {}, headers: { Origin: "https://elsewhere.example" }, status: 403 },
    { name: "this machine, where a proxy stands in front", options: { publicUrl: "https://chat.example" }, headers: {}, status: 401 },
    { name: "who has no token", options: { metricsToken: token }, headers: {}, status: 401 },
    { name: "who has another token", options: { metricsToken: token }, headers: bearer("nobody-guesses-thiz"), status: 401 },
    { name: "who has the beginning of it", options: { metricsToken: token }, headers: bearer("nobody"), status: 401 },
    { name: "who has a token where there is none", options: { publicUrl: "https://chat.example" }, headers: bearer(token), status: 401 },
  ])("not $name", async ({ options, headers, status }) => {
    const answer = await metricsOf(await serve(options), headers);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain("turns");
  });

  test("who has the token, from anywhere", async () => {
    const origin = await serve({ metricsToken: token, publicUrl: "https://chat.example" });
    expect((await metricsOf(origin, { ...bearer(token), "X-Forwarded-For": "203.0.113.9" })).status).toBe(200);
  });
});

test.for([
  ["ready", 200],
  ["degraded", 200],
  ["not_ready", 503],
  ["stopping", 503],
] as const)("/readyz: %s is %i", async ([status, code]) => {
  const answer = await fetch(`${await serve({ status })}/readyz`, { headers: { Connection: "close" } });
  expect({ status: answer.status, body: await answer.json() }).toEqual({ status: code, body: { status } });
});
