import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { somePicture } from "../support/evidence-samples.ts";
import { inside, mutated, mutatedBytes } from "../support/hostile-values.ts";
import { type Brought, type Siege, startSiege, type Target } from "../support/intruders.ts";
import { type Knock, knocks } from "../support/knocks.ts";
import { fullPassport } from "../support/passport-samples.ts";
import { type WebApp } from "../support/web-app.ts";

/** `npm run test:long` sets more. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 25);
/** For one route; then it is enough. */
const mostMs = process.env["TEST_LONG"] ? 300_000 : 20_000;
const generous = { atOnce: 1_000_000, perMinute: 1_000_000 };

let app: WebApp;
let siege: Siege;
beforeAll(async () => {
  ({ app, siege } = await startSiege({ attemptLimits: { perAddress: generous, overAll: generous } }));
  // Files are taken from those alone who agreed to the notice.
  for (const receipt of fullPassport().consents)
    await app.store.changePassport(siege.holder.holderId, [{ type: "consent_given", at: receipt.at, receipt }]);
});
afterAll(() => app.close());

async function send(method: string, path: string, { cookie, token }: Brought, body: string | FormData) {
  const response = await fetch(`${app.origin}${path}`, {
    method,
    headers: {
      "X-Skillsgesprek": "1",
      ...(typeof body === "string" ? { "Content-Type": "application/json" } : {}),
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body,
  });
  const text = await response.text();
  expect(response.status, `${path} answered ${response.status}: ${text.slice(0, 200)}`).toBeLessThan(500);
  expect(text.slice(0, 20_000), path).not.toMatch(inside);
  return response.status;
}

const bodyOf = (knocked: Knock, target: Target, link: string) => knocked.body?.(target, link);
/** What ends a session, takes everything away or begins elsewhere would leave nobody to knock with. */
const ending = /\/end$|end-others|sign-out|\/erase$|revoke|decline|api\/conversations$/;
const routes = Object.entries(knocks).filter(([route, knocked]) => route.startsWith("POST") && knocked.body && !ending.test(route));

test("there are bodies to change", () => expect(routes.length).toBeGreaterThan(25));

describe("a body that would do, with one thing in it changed", () => {
  test.for(routes)("%s: never falls over, never shows its inside", { timeout: 3_600_000 }, async ([route, knocked]) => {
    const [method = "", pattern = ""] = route.split(" ");
    const who = await siege.rightful[route === "POST /api/requests" ? "asker" : knocked.for]();
    const path = knocked.path?.(siege.target) ?? pattern;
    await fc.assert(
      fc.asyncProperty(mutated(bodyOf(knocked, siege.target, who.link)), async (body) => {
        await send(method, path, who, JSON.stringify(body) ?? "");
      }),
      { numRuns: runs, interruptAfterTimeLimit: mostMs },
    );
    expect(app.errors).toEqual([]);
  });
});

const activity = {
  type: "message",
  text: "mijn cv",
  channelData: { clientActivityID: "a-1" },
  attachments: [{ contentType: "image/png", name: "x" }],
};
const passportFile = () => new TextEncoder().encode(JSON.stringify(fullPassport()));
const uploads: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, (target: Target) => string])[] = [
  ["a picture as proof", () => somePicture("png"), ({ claim }) => `/api/passport/claims/${claim}/files`],
  ["a photo as proof", () => somePicture("jpeg"), ({ claim }) => `/api/passport/claims/${claim}/files`],
  ["a passport to look at", passportFile, () => "/api/passport/import/look"],
  ["a passport to take in", passportFile, () => "/api/passport/import"],
  ["a file to check", passportFile, () => "/api/check"],
  ["a file in the chat", passportFile, ({ conversation }) => `/v3/directline/conversations/${conversation}/upload`],
];

describe("a file that would do, with bytes of it changed", () => {
  test.for(uploads)("%s", { timeout: 3_600_000 }, async ([, make, path]) => {
    const valid = await make();
    const who = await siege.rightful.holder();
    const where = path(siege.target);
    const names = fc.constantFrom("x.json", "../../x.png", "a\u0000b.pdf", "\u202Egnp.exe", "x".repeat(3_000), "");
    await fc.assert(
      fc.asyncProperty(mutatedBytes(valid), names, mutated(activity), async (bytes, name, along) => {
        const form = new FormData();
        if (where.endsWith("/upload")) form.set("activity", new Blob([JSON.stringify(along) ?? ""], { type: "application/vnd.microsoft.activity" }));
        form.set("file", new Blob([bytes]), name);
        await send("POST", where, who, form);
      }),
      // Each file to check gets a thread of its own.
      { numRuns: Math.ceil(runs / (where === "/api/check" ? 8 : 2)), interruptAfterTimeLimit: mostMs },
    );
    expect(app.errors).toEqual([]);
  });

  test(
    "a passport to take in with one thing in it changed, and whatever became of it can be shown and taken along",
    { timeout: 3_600_000 },
    async () => {
      const who = await siege.rightful.holder();
      const handedIn = (changed: unknown) => {
        const form = new FormData();
        form.set("file", new Blob([JSON.stringify(changed) ?? ""]), "passport.json");
        return send("POST", "/api/passport/import", who, form);
      };
      const valid: unknown = JSON.parse(JSON.stringify(fullPassport()));
      expect(await handedIn(valid)).toBe(200);
      await fc.assert(
        fc.asyncProperty(mutated(valid), async (changed) => {
          if ((await handedIn(changed)) !== 200) return;
          for (const format of ["json", "json-resume", "open-badge"]) {
            expect(await send("POST", "/api/passport/export", who, JSON.stringify({ format, view: "developing", language: "nl", name: null }))).toBe(
              200,
            );
          }
        }),
        { numRuns: runs * 2, interruptAfterTimeLimit: mostMs },
      );
      expect(app.errors).toEqual([]);
    },
  );
});
