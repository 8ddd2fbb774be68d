import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Brought, type Intruder, routesOf, type Siege, startSiege, type Target } from "../support/intruders.ts";
import { isAsset, type Knock, knocks, openRoutes } from "../support/knocks.ts";
import { type WebApp } from "../support/web-app.ts";

const document = new URL("../../docs/security.md", import.meta.url);
const [begin, end] = ["<!-- the table below is made by tests/web/route-table.test.ts -->", "<!-- end of the table -->"];
const rows = new Map<string, string[]>();

let app: WebApp;
let siege: Siege;
beforeAll(async () => {
  ({ app, siege } = await startSiege());
});
afterAll(() => app.close());

async function knock(route: string, knocked: Knock, { cookie, token, link }: Brought, target: Target): Promise<{ status: number; text: string }> {
  const [method = "", pattern = ""] = route.split(" ");
  const body = knocked.body?.(target, link);
  const response = await fetch(`${app.origin}${knocked.path?.(target) ?? pattern}`, {
    method,
    headers: {
      "X-Skillsgesprek": "1",
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

/** Takes a file into one's own passport; who did not agree to the notice yet is told so. */
const takesFile = new Set(["POST /api/passport/import/look", "POST /api/passport/import"]);

/** Who has a session for this kind of page, and asks for nothing that has an id, gets their own: an empty one. */
function mayGetOwn(route: string, knocked: Knock, { name }: Intruder): boolean {
  if (route.includes(":")) return false;
  return knocked.for === "counsellor" ? name.includes("counsellor") : knocked.for === "holder" && name === "another holder";
}

test("every route is either knocked at below, or open to anybody for a reason", () => {
  const unknown = routesOf(app).filter((route) => !(route in knocks) && !(route in openRoutes) && !isAsset(route));
  expect(unknown).toEqual([]);
});

describe.for(Object.entries(knocks))("%s", ([route, knocked]) => {
  test("nobody without a right to it gets or changes anything of a holder", async () => {
    const before = await siege.everything();
    for (const intruder of siege.intruders) {
      const { status, text } = await knock(route, knocked, await intruder.come(knocked.for), { ...siege.target, review: intruder.review });
      const isOwn = (status < 300 || (takesFile.has(route) && status === 409)) && mayGetOwn(route, knocked, intruder);
      if (!isOwn) expect([401, 403, 404], `${intruder.name}: ${status} ${text.slice(0, 120)}`).toContain(status);
      for (const mark of siege.marks) expect(text.toLowerCase(), intruder.name).not.toContain(mark.toLowerCase());
      rows.set(route, [...(rows.get(route) ?? []), isOwn ? "own" : String(status)]);
    }
    expect(await siege.everything()).toEqual(before);
  });
});

/** Would do, had the holder something more: a verdict to answer, a file in the request, a taxonomy with occupations. */
const lacksMore = new Set([
  "POST /api/occupations/compare",
  "POST /api/occupations/goal",
  "POST /api/occupations/goal/leave",
  "POST /v3/directline/conversations/:id/upload",
  "POST /api/reviews/answer",
  "POST /api/counsellor/reviews/:id/beside",
  "POST /api/reviews/remove-endorsement",
  "POST /api/passport/claims/:claimId/files",
  "POST /api/passport/credentials/:credentialId/files",
  "POST /api/passport/import/look",
  "POST /api/passport/import",
  "POST /api/passkeys",
  "POST /api/passkeys/:id/remove",
  "POST /api/sessions/:id/end",
  "POST /api/conversations/:id/erase",
]);
/** What ends or empties things comes last, in this order. */
const last = [
  "withdraw",
  "accept",
  "request-link",
  "grants/:id/link",
  "change",
  "revoke",
  "grants/:id/erase",
  "request-link/end",
  "sign-out",
  "everywhere",
  "events",
  "sessions/end-others",
  "session/end",
];
const order = (route: string) => last.findIndex((ending) => route.endsWith(ending));

test("whoever has a right to it is let in by the same knock", async () => {
  const routes = Object.entries(knocks).toSorted(([a], [b]) => order(a) - order(b));
  for (const [route, knocked] of routes) {
    // One request can be answered once; a passport erased once, and in another test.
    if (lacksMore.has(route) || ["POST /api/requests/:id/decline", "POST /api/erase"].includes(route)) continue;
    const brought = await siege.rightful[route === "POST /api/requests" ? "asker" : knocked.for]();
    const { status, text } = await knock(route, knocked, brought, siege.target);
    expect(status, `${route}: ${text.slice(0, 200)}`).toBeLessThan(300);
  }
});

test("docs/security.md holds this table", () => {
  const heads = siege.intruders.map(({ name }) => name);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const table = [
    line(["route", ...heads]),
    line(["---", ...heads.map(() => "---")]),
    ...[...rows].map(([route, cells]) => line([`\`${route}\``, ...cells])),
    "",
    "Open to anybody:",
    "",
    ...Object.entries(openRoutes).map(([route, why]) => `- \`${route}\`: ${why}`),
  ].join("\n");
  const text = readFileSync(document, "utf8");
  const [head, rest = ""] = text.split(begin);
  const tail = rest.split(end)[1] ?? "";
  const whole = `${head ?? ""}${begin}\n\n${table}\n\n${end}${tail}`;
  if (process.env["UPDATE_SECURITY_TABLE"] === "1") writeFileSync(document, whole);
  expect(readFileSync(document, "utf8"), "run this test with UPDATE_SECURITY_TABLE=1").toBe(whole);
});
