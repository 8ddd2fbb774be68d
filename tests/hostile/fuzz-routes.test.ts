import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inside, nasty } from "../support/hostile-values.ts";
import { type Brought, routesOf, type Siege, startSiege } from "../support/intruders.ts";
import { type WebApp } from "../support/web-app.ts";

/** `npm run test:long` sets more. The seed is printed by fast-check where something is found. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 40);
/** For one route; then it is enough. */
const mostMs = process.env["TEST_LONG"] ? 300_000 : 20_000;
const generous = { atOnce: 1_000_000, perMinute: 1_000_000 };

let app: WebApp;
let siege: Siege;
let callers: readonly Brought[];
beforeAll(async () => {
  ({ app, siege } = await startSiege({ attemptLimits: { perAddress: generous, overAll: generous } }));
  callers = [await siege.rightful.holder(), await siege.rightful.counsellor(), await siege.rightful.nobody(), await siege.rightful.asker()];
});
afterAll(() => app.close());

/** Names of fields that routes read somewhere, and of what no object should be asked for. */
const fields = [
  "action actions activities allowed answer area at attachments because by claimId claimIds code comment concept confirm contentType credentialId data",
  "date days end endorsementId events experienceId expiresAt fileId finished for form format from grantId id ids institution items key kind label language",
  "level link mode name note offerId order organisation parts passport purpose quote reason relation replyToId response reviewId role start summary text",
  "title token type uri url value verdictId version view who why withQuotes __proto__ constructor hasOwnProperty length then toJSON",
]
  .join(" ")
  .split(" ");

function bodies(known: readonly string[]): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(
    nasty,
    fc.constantFrom(...known),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const { node } = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.array(tie("node"), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...fields), tie("node"), { maxKeys: 8, noNullPrototype: false }),
    ),
  }));
  return fc.oneof({ weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...fields), node, { maxKeys: 10 }) }, { weight: 1, arbitrary: node });
}

const types = fc.constantFrom(
  ["application/json"],
  ["application/json; charset=utf-16"],
  ["text/plain"],
  ["multipart/form-data; boundary=x"],
  ["multipart/form-data"],
  ["application/x-www-form-urlencoded"],
  [],
);

/** Bytes as a request body: JSON, broken JSON, a form, a form that breaks off, noise. */
function payloads(known: readonly string[]): fc.Arbitrary<string | Uint8Array<ArrayBuffer>> {
  const json = bodies(known).map((body) => JSON.stringify(body) ?? "");
  const part = fc
    .tuple(fc.constantFrom("file", "activity", "", "file\r\nX: y"), nasty, fc.string({ unit: "binary", maxLength: 300 }))
    .map(([name, filename, content]) => `--x\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\n\r\n${content}\r\n`);
  return fc.oneof(
    { weight: 6, arbitrary: json },
    { weight: 1, arbitrary: json.map((text) => text.slice(0, Math.floor(text.length / 2))) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 4_000 }).map((depth) => "[".repeat(depth) + "]".repeat(depth)) },
    { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 70_000 }).map((length) => JSON.stringify({ text: "a".repeat(length) })) },
    { weight: 1, arbitrary: fc.array(part, { maxLength: 3 }).map((parts) => `${parts.join("")}--x--\r\n`) },
    { weight: 1, arbitrary: fc.array(part, { maxLength: 3 }).map((parts) => parts.join("")) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)) },
  );
}

async function shoot(
  route: string,
  params: readonly string[],
  query: string,
  type: readonly string[],
  payload: string | Uint8Array<ArrayBuffer>,
  who: Brought,
) {
  const [method = "", pattern = ""] = route.split(" ");
  let at = 0;
  const path = pattern.replace(/:\w+/g, () => encodeURIComponent((params[at++ % params.length] ?? "").toWellFormed()));
  const response = await fetch(`${app.origin}${path}${query}`, {
    method,
    redirect: "manual",
    headers: {
      "X-Skillsgesprek": "1",
      ...(type[0] === undefined ? {} : { "Content-Type": type[0] }),
      ...(who.cookie === undefined ? {} : { Cookie: who.cookie }),
      ...(who.token === undefined ? {} : { Authorization: `Bearer ${who.token}` }),
    },
    ...(method === "GET" ? {} : { body: payload }),
  });
  return { status: response.status, text: await response.text() };
}

const mayEnd = /session\/end|sign-out|sessions\/end|\/erase$|revoke/;

describe("whatever is sent to a route, it never falls over and never shows its inside", () => {
  test("every route", { timeout: 3_600_000 }, async () => {
    const known = [...Object.values(siege.target), siege.holder.holderId];
    const routes = routesOf(app).filter((route) => !/assets\//.test(route));
    expect(routes.length).toBeGreaterThan(50);
    const queries = fc.oneof(
      fc.constant(""),
      fc
        .tuple(fc.constantFrom("watermark", "t", "id", "state", "code", "lang"), nasty)
        .map(([name, value]) => `?${name}=${encodeURIComponent(value.toWellFormed())}`),
    );
    // What ends a session or erases comes last, so that the others have been let in.
    for (const route of routes.toSorted((a, b) => Number(mayEnd.test(a)) - Number(mayEnd.test(b)))) {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(nasty, fc.constantFrom(...known)), { minLength: 2, maxLength: 2 }),
          queries,
          fc.oneof({ weight: 5, arbitrary: fc.constant(["application/json"]) }, { weight: 2, arbitrary: types }),
          payloads(known),
          fc.nat({ max: 3 }),
          async (params, query, type, payload, caller) => {
            const { status, text } = await shoot(route, params, query, type, payload, callers[caller] ?? { link: "" });
            expect(status, `${route} answered ${status}: ${text.slice(0, 200)}`).toBeLessThan(500);
            expect(text.slice(0, 20_000), route).not.toMatch(inside);
          },
        ),
        { numRuns: runs, interruptAfterTimeLimit: mostMs },
      );
    }
    expect(app.errors).toEqual([]);
  });
});
