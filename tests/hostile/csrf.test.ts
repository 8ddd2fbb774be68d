import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Brought, routesOf, type Siege, startSiege } from "../support/intruders.ts";
import { isAsset, knocks, openRoutes } from "../support/knocks.ts";
import { type WebApp } from "../support/web-app.ts";

let app: WebApp;
let siege: Siege;
beforeAll(async () => {
  ({ app, siege } = await startSiege());
});
afterAll(() => app.close());

const own = { "X-Skillsgesprek": "1", "Content-Type": "application/json" };

/** What a browser sends for another site's page: its own cookies, and nothing that a page cannot make it send. */
const attacks: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["a form", { "Content-Type": "application/x-www-form-urlencoded", Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }],
  ["a form in plain text", { "Content-Type": "text/plain", Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }],
  ["a form with a file", { "Content-Type": "multipart/form-data; boundary=x", Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }],
  ["a form of an old browser", { "Content-Type": "application/x-www-form-urlencoded", Origin: "https://evil.example" }],
  ["a script with our own header", { ...own, Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }],
  ["a script of a host beside ours", { ...own, Origin: "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site" }],
  ["a frame without an origin", { ...own, Origin: "null", "Sec-Fetch-Site": "cross-site" }],
  ["a frame without an origin, of an old browser", { ...own, Origin: "null" }],
  ["a call that hides where it comes from", { ...own, "Sec-Fetch-Site": "cross-site" }],
];

async function send(method: string, path: string, { cookie, token }: Brought, headers: Readonly<Record<string, string>>, body: string | null) {
  const response = await fetch(`${app.origin}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...headers,
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(method === "GET" || body === null ? {} : { body }),
  });
  return { status: response.status, text: await response.text(), setCookie: response.headers.get("set-cookie") };
}

const all = [...Object.entries(knocks), ...Object.keys(openRoutes).map((route) => [route, { for: "nobody" as const }] as const)];
const changing = all.filter(([route]) => !route.startsWith("GET"));

test("every route that changes something is among those that are tried", () => {
  const known = new Set(changing.map(([route]) => route));
  expect(routesOf(app).filter((route) => !route.startsWith("GET") && !known.has(route) && !isAsset(route))).toEqual([]);
  expect(changing.length).toBeGreaterThan(45);
});

describe.for(changing)("%s", ([route, knocked]) => {
  const [method = "", pattern = ""] = route.split(" ");
  const pathOf = () => ("path" in knocked ? knocked.path?.(siege.target) : undefined) ?? pattern.replaceAll(/:\w+/g, "x");
  const who = () => siege.rightful[route === "POST /api/requests" ? "asker" : knocked.for]();

  test("another site's page gets nothing done with somebody's cookie", async () => {
    const before = await siege.everything();
    const brought = await who();
    const body = JSON.stringify(("body" in knocked ? knocked.body?.(siege.target, brought.link) : undefined) ?? {});
    for (const [name, headers] of attacks) {
      const { status, setCookie } = await send(method, pathOf(), brought, headers, body);
      expect([status, setCookie], name).toEqual([403, null]);
    }
    expect(await siege.everything()).toEqual(before);
  });

  test("our own page's call without the page's own header, or as a form, gets nothing done with a cookie", async () => {
    const before = await siege.everything();
    const { cookie, link } = await who();
    // Without a token: that one no browser sends by itself.
    const brought = { link, ...(cookie === undefined ? {} : { cookie }) };
    const body = JSON.stringify(("body" in knocked ? knocked.body?.(siege.target, link) : undefined) ?? {});
    for (const type of ["application/json", "application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"]) {
      const { status } = await send(method, pathOf(), brought, { "Content-Type": type }, body);
      expect([401, 403, 415], type).toContain(status);
    }
    expect(await siege.everything()).toEqual(before);
  });
});

test("reading changes nothing", async () => {
  const reading = all.filter(([route]) => route.startsWith("GET") && !isAsset(route));
  const come = await Promise.all(reading.map(async ([, knocked]) => siege.rightful[knocked.for]()));
  // The first look into a conversation begins it.
  const conversation = reading.findIndex(([route]) => route === "GET /v3/directline/conversations/:id");
  await send("GET", `/v3/directline/conversations/${siege.target.conversation}`, come[conversation] ?? { link: "" }, own, null);
  // That a counsellor looked is written down for the holder, and nothing else is.
  const kept = async () => {
    const { passport, log } = await siege.everything();
    return { passport, log };
  };
  const before = await kept();
  for (const [at, [route, knocked]] of reading.entries()) {
    const [method = "", pattern = ""] = route.split(" ");
    const path = ("path" in knocked ? knocked.path?.(siege.target) : undefined) ?? pattern;
    const { status } = await send(method, path, come[at] ?? { link: "" }, own, null);
    expect(status, route).toBeLessThan(500);
  }
  expect(await kept()).toEqual(before);
});
