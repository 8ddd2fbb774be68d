import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export interface RegisteredClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** A real OpenID provider on a free port of this machine; any name signs in, with any password. Whoever is called "stagiair" has no role. */
export async function startIdentityProvider(clients: (issuer: string) => readonly RegisteredClient[]) {
  let provider: Provider | undefined;
  const server = createServer((request, response) => provider?.callback()(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  provider = new Provider(issuer, {
    clients: clients(issuer).map(({ clientId, clientSecret, redirectUri }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      grant_types: ["authorization_code"],
      response_types: ["code"],
    })),
    pkce: { required: () => true },
    claims: { openid: ["sub"], profile: ["name", "roles"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["for tests alone"] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: `${id} Voorbeeld`, roles: id === "stagiair" ? [] : ["skills-counsellor"] }),
    }),
  });
  return {
    issuer,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Somebody's browser at the provider: keeps cookies, fills in its forms. */
export function browserAt(issuer: string) {
  const jar = new Map<string, string>();
  async function go(url: string, body?: URLSearchParams): Promise<Response> {
    const response = await fetch(url, {
      redirect: "manual",
      method: body ? "POST" : "GET",
      headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(body ? { body } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      jar.set(name, value);
    }
    return response;
  }
  return {
    /** Signs in and consents. @returns where the provider sends the browser back to */
    async signIn(address: string, login: string): Promise<URL> {
      let next = address;
      for (let step = 0; step < 12; step += 1) {
        if (!next.startsWith(issuer)) return new URL(next);
        const response = await go(next);
        const location = response.headers.get("location");
        if (location !== null) {
          next = new URL(location, issuer).href;
          continue;
        }
        const page = await response.text();
        const isLogin = page.includes('value="login"');
        const form = isLogin ? { prompt: "login", login, password: "x" } : { prompt: "consent" };
        const answered = await go(next, new URLSearchParams(form));
        next = new URL(answered.headers.get("location") ?? "", issuer).href;
      }
      throw new Error("the provider never sent the browser back");
    },
  };
}
