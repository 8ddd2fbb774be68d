import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createCounsellorAccounts } from "../../src/identity/counsellor-accounts.ts";
import { createCounsellorOidc, type OidcSettings } from "../../src/identity/counsellor-oidc.ts";
import { sha256Hex } from "../../src/identity/secrets.ts";
import { browserAt, startIdentityProvider } from "../support/identity-provider.ts";
import { createMemoryStore, type MemoryStore } from "../support/memory-store.ts";

const callback = "http://localhost:3978/counsellor/callback";
const ours = { clientId: "skillsgesprek", clientSecret: "x".repeat(43), redirectUri: callback };
const others = { ...ours, clientId: "another-application" };

let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let store: MemoryStore;
let offsetMs = 0;

beforeAll(async () => {
  provider = await startIdentityProvider(() => [ours, others]);
});
afterAll(() => provider.close());
beforeEach(() => {
  store = createMemoryStore();
  offsetMs = 0;
});

function open(more: Partial<OidcSettings> & { readonly fetch?: Parameters<typeof createCounsellorOidc>[0]["fetch"] } = {}) {
  const { fetch, ...settings } = more;
  const nowMs = () => Date.now() + offsetMs;
  return createCounsellorOidc({
    store,
    accounts: createCounsellorAccounts({ store, nowMs }),
    settings: {
      issuer: new URL(provider.issuer),
      clientId: ours.clientId,
      clientSecret: ours.clientSecret,
      requiredRole: null,
      role: "loopbaanbegeleider",
      organisation: "De Kade",
      ...settings,
    },
    ...(fetch ? { fetch } : {}),
    nowMs,
  });
}

/** From the first click to the provider's answer. */
async function cameBack(oidc: ReturnType<typeof open>, login = "ria") {
  const { address, browserSecret } = await oidc.begin(callback);
  return { address, browserSecret, url: await browserAt(provider.issuer).signIn(address.href, login) };
}

const refused = { code: "sign_in_refused" };

describe("signing in with a real OpenID provider", () => {
  test("R35: code flow with PKCE, state and nonce: who comes back is known, and known again", async () => {
    const oidc = open();
    const { address, browserSecret, url } = await cameBack(oidc);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ response_type: "code", code_challenge_method: "S256", scope: "openid profile" });
    for (const name of ["state", "nonce", "code_challenge"]) expect(address.searchParams.get(name)?.length).toBeGreaterThanOrEqual(43);
    const account = await oidc.finish(url, browserSecret);
    expect(account).toMatchObject({ name: "ria Voorbeeld", organisation: "De Kade", role: "loopbaanbegeleider", way: "oidc" });
    const again = await cameBack(oidc);
    expect((await oidc.finish(again.url, again.browserSecret)).id).toBe(account.id);
    const other = await cameBack(oidc, "bram");
    expect((await oidc.finish(other.url, other.browserSecret)).id).not.toBe(account.id);
  });

  test("R35: an answer is good once: the same state again is refused", async () => {
    const oidc = open();
    const { url, browserSecret } = await cameBack(oidc);
    await oidc.finish(url, browserSecret);
    await expect(oidc.finish(url, browserSecret)).rejects.toMatchObject(refused);
  });

  test("R35: another browser's answer, an invented state and a late answer are refused", async () => {
    const oidc = open();
    const mine = await cameBack(oidc);
    const theirs = await cameBack(oidc, "bram");
    await expect(oidc.finish(theirs.url, mine.browserSecret)).rejects.toMatchObject(refused);
    await expect(oidc.finish(mine.url, undefined)).rejects.toMatchObject(refused);
    const invented = new URL(callback);
    invented.search = new URLSearchParams({ code: "x", state: "y".repeat(43) }).toString();
    await expect(oidc.finish(invented, mine.browserSecret)).rejects.toMatchObject(refused);
    const late = await cameBack(oidc);
    offsetMs = 11 * 60_000;
    await expect(oidc.finish(late.url, late.browserSecret)).rejects.toMatchObject(refused);
  });

  test("R35: a code without its verifier, or with another's, is refused", async () => {
    const oidc = open();
    const mine = await cameBack(oidc);
    const theirs = await cameBack(oidc, "bram");
    const mixed = new URL(mine.url);
    mixed.searchParams.set("code", theirs.url.searchParams.get("code") ?? "");
    await expect(oidc.finish(mixed, mine.browserSecret)).rejects.toMatchObject(refused);
  });

  const Answer = z.looseObject({ id_token: z.string() });

  /** A fetch that puts this ID token in the place of the provider's own, where there is one. */
  function swapping(token: { made: string | null; seen: string | null }): Parameters<typeof createCounsellorOidc>[0]["fetch"] {
    return async (url, init) => {
      const response = await fetch(url, init as RequestInit);
      if (!String(url).endsWith("/token")) return response;
      const answer = Answer.parse(await response.json());
      token.seen = answer.id_token;
      return Response.json({ ...answer, id_token: token.made ?? answer.id_token });
    };
  }

  const asBram = (body: string) => Buffer.from(Buffer.from(body, "base64url").toString("utf8").replace('"ria"', '"bram"')).toString("base64url");
  const payloadOf = (token: string): unknown => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));

  test("R35: an ID token that the provider made for another application is refused, be all else as it should", async () => {
    const token = { made: null as string | null, seen: null as string | null };
    const oidc = open({ fetch: swapping(token) });
    const { address, browserSecret } = await oidc.begin(callback);
    // The same request, in the name of another application: the same nonce, the same challenge.
    const elsewhere = new URL(address);
    elsewhere.searchParams.set("client_id", others.clientId);
    const code = (await browserAt(provider.issuer).signIn(elsewhere.href, "ria")).searchParams.get("code") ?? "";
    const kept = z
      .object({ codeVerifier: z.string() })
      .parse(await store.getRecord("counsellor-sign-in", sha256Hex(address.searchParams.get("state") ?? ""), Date.now()));
    const answer = await fetch(`${provider.issuer}/token`, {
      method: "POST",
      headers: { Authorization: `Basic ${Buffer.from(`${others.clientId}:${others.clientSecret}`).toString("base64")}` },
      body: new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: callback, code_verifier: kept.codeVerifier }),
    });
    token.made = Answer.parse(await answer.json()).id_token;
    expect(payloadOf(token.made)).toMatchObject({ aud: others.clientId, sub: "ria", nonce: address.searchParams.get("nonce") });
    const url = await browserAt(provider.issuer).signIn(address.href, "ria");
    await expect(oidc.finish(url, browserSecret)).rejects.toMatchObject(refused);
    expect(payloadOf(token.seen ?? "")).toMatchObject({ aud: ours.clientId, sub: "ria" });
  });

  test("R35: an ID token of an earlier sign-in is refused: its nonce is another", async () => {
    const token = { made: null as string | null, seen: null as string | null };
    const oidc = open({ fetch: swapping(token) });
    const first = await cameBack(oidc);
    await oidc.finish(first.url, first.browserSecret);
    token.made = token.seen;
    const second = await cameBack(oidc);
    await expect(oidc.finish(second.url, second.browserSecret)).rejects.toMatchObject(refused);
  });

  test.for([
    ["no signature", (token: string) => `${token.split(".").slice(0, 2).join(".")}.`],
    ["another signature", (token: string) => token.replace(/[^.]{20}$/, "A".repeat(20))],
    ["other claims under its signature", (token: string) => token.replace(/\.([^.]+)\./, (_, body: string) => `.${asBram(body)}.`)],
  ] as const)("R35: an ID token with %s is refused, though it came over a safe line", async ([, change]) => {
    const oidc = open({
      async fetch(url, init) {
        const response = await fetch(url, init as RequestInit);
        if (!String(url).endsWith("/token")) return response;
        const answer = Answer.parse(await response.json());
        return Response.json({ ...answer, id_token: change(answer.id_token) });
      },
    });
    const { url, browserSecret } = await cameBack(oidc);
    await expect(oidc.finish(url, browserSecret)).rejects.toMatchObject(refused);
  });

  test("R35: where a role is asked for, an account without it stays out", async () => {
    const oidc = open({ requiredRole: "skills-counsellor" });
    const intern = await cameBack(oidc, "stagiair");
    await expect(oidc.finish(intern.url, intern.browserSecret)).rejects.toMatchObject({ code: "role_not_allowed" });
    const ria = await cameBack(oidc);
    expect(await oidc.finish(ria.url, ria.browserSecret)).toMatchObject({ name: "ria Voorbeeld" });
  });

  test("R35: a revoked account stays out, however often it signs in", async () => {
    const accounts = createCounsellorAccounts({ store });
    const oidc = open();
    const first = await cameBack(oidc);
    const { id } = await oidc.finish(first.url, first.browserSecret);
    await accounts.endSessions(id, true);
    const again = await cameBack(oidc);
    await expect(oidc.finish(again.url, again.browserSecret)).rejects.toMatchObject({ code: "role_not_allowed" });
  });

  test("R35: a provider that does not answer is said to be the matter", async () => {
    const oidc = open({ issuer: new URL("http://127.0.0.1:9") });
    await expect(oidc.begin(callback)).rejects.toMatchObject({ code: "identity_provider_unavailable" });
  });
});
