import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  customFetch,
  type CustomFetch,
  discovery,
  enableNonRepudiationChecks,
  randomPKCECodeVerifier,
} from "openid-client";
import { z } from "zod";
import { DependencyError } from "../domain/errors.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import type { CounsellorAccount, CounsellorAccounts } from "./counsellor-accounts.ts";
import { looksLikeSecret, newSecret, sha256Hex } from "./secrets.ts";
import { takeOnce } from "./take-once.ts";

const signInWithinMs = 10 * 60_000;

export interface OidcSettings {
  /** Any OpenID provider: Entra ID, Keycloak, … */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who may review: only accounts with this in `roles` or `groups`; null: every account of the provider. */
  readonly requiredRole: string | null;
  /** Said of everybody who signs in this way. */
  readonly role: string;
  readonly organisation: string;
}

/** The provider does not answer, or not as OpenID Connect says. */
export class SignInUnavailableError extends DependencyError {
  readonly code = "identity_provider_unavailable";
  constructor(cause: unknown) {
    super("The OpenID provider does not answer: look at OIDC_ISSUER and at the provider itself", { cause });
  }
}

/** Signing in with the organisation's own accounts: code flow with PKCE, state and nonce, each good for one try. */
export interface CounsellorOidc {
  /** Where to send the browser, and the secret that ties the answer to this browser. @throws {SignInUnavailableError} */
  begin(redirectUri: string): Promise<{ readonly address: URL; readonly browserSecret: string }>;
  /** @param currentUrl as the provider sent the browser back  @throws {RefusalError} sign_in_refused, {SignInUnavailableError} */
  finish(currentUrl: URL, browserSecret: string | undefined): Promise<CounsellorAccount>;
}

const Begun = z.object({ nonce: z.string(), codeVerifier: z.string(), browserHash: z.string() });
const Claims = z.object({
  sub: z.string().min(1),
  iss: z.string().min(1),
  name: z.string().min(1).max(120).optional(),
  preferred_username: z.string().min(1).max(120).optional(),
  roles: z.array(z.string()).optional(),
  groups: z.array(z.string()).optional(),
});

export function createCounsellorOidc(options: {
  readonly settings: OidcSettings;
  readonly store: Pick<PassportStore, "putRecord" | "getRecord" | "changeRecord" | "deleteRecord">;
  readonly accounts: CounsellorAccounts;
  readonly fetch?: CustomFetch;
  readonly nowMs?: () => number;
}): CounsellorOidc {
  const { settings, store, accounts } = options;
  const nowMs = options.nowMs ?? Date.now;
  const refused = (cause?: unknown) => new RefusalError("sign_in_refused", "Signing in did not work: please try again", { cause });
  let found: Promise<Configuration> | undefined;

  async function provider(): Promise<Configuration> {
    // Without TLS only on this machine: for a provider beside it, and for tests.
    const isLocal = settings.issuer.protocol === "http:" && ["localhost", "127.0.0.1"].includes(settings.issuer.hostname);
    found ??= discovery(settings.issuer, settings.clientId, settings.clientSecret, undefined, {
      // The line to the provider vouches for its tokens; their signature is checked all the same.
      execute: [enableNonRepudiationChecks, ...(isLocal ? [allowInsecureRequests] : [])],
      ...(options.fetch ? { [customFetch]: options.fetch } : {}),
    });
    try {
      return await found;
    } catch (cause) {
      found = undefined;
      throw new SignInUnavailableError(cause);
    }
  }

  /** What was kept for this state; gone from now on, whatever comes of it. */
  async function take(state: string | null, browserSecret: string | undefined): Promise<z.infer<typeof Begun>> {
    if (!looksLikeSecret(state) || browserSecret === undefined) throw refused();
    const id = sha256Hex(state);
    const begun = Begun.safeParse(await takeOnce(store, "counsellor-sign-in", id, nowMs()));
    if (!begun.success || begun.data.browserHash !== sha256Hex(browserSecret)) throw refused();
    return begun.data;
  }

  async function claimsOf(currentUrl: URL, state: string, { nonce, codeVerifier }: z.infer<typeof Begun>): Promise<z.infer<typeof Claims>> {
    const config = await provider();
    try {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true };
      const tokens = await authorizationCodeGrant(config, currentUrl, checks);
      return Claims.parse(tokens.claims());
    } catch (cause) {
      throw refused(cause);
    }
  }

  return {
    async begin(redirectUri) {
      const config = await provider();
      const [state, nonce, browserSecret, codeVerifier] = [newSecret(), newSecret(), newSecret(), randomPKCECodeVerifier()];
      const begun = { nonce, codeVerifier, browserHash: sha256Hex(browserSecret) };
      await store.putRecord("counsellor-sign-in", sha256Hex(state), begun, nowMs() + signInWithinMs);
      const address = buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: "openid profile",
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
        state,
        nonce,
      });
      return { address, browserSecret };
    },

    async finish(currentUrl, browserSecret) {
      const state = currentUrl.searchParams.get("state");
      const begun = await take(state, browserSecret);
      const claims = await claimsOf(currentUrl, state ?? "", begun);
      const { requiredRole, role, organisation } = settings;
      if (requiredRole !== null && ![...(claims.roles ?? []), ...(claims.groups ?? [])].includes(requiredRole)) {
        throw new RefusalError("role_not_allowed", "This account may not review passports: ask who runs this for the counsellor's role");
      }
      const name = claims.name ?? claims.preferred_username;
      // A holder has to see who says something of them.
      if (name === undefined) throw refused();
      const account = await accounts.remember({ way: "oidc", subject: JSON.stringify([claims.iss, claims.sub]), name, role, organisation });
      if (account.revokedAt !== null) throw new RefusalError("role_not_allowed", "This account may not review passports any more");
      return account;
    },
  };
}
