import { createHmac, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Activity, ConfigurationBotFrameworkAuthentication, type ResourceResponse, type TurnContext } from "botbuilder";
import { ServiceClientCredentialsFactory } from "botframework-connector";
import { z } from "zod";
import { ChannelAdapter } from "../../src/bot/teams-adapter.ts";

export const appId = "11111111-2222-3333-4444-555555555555";
export const issuer = "https://issuer.example";

const Sent = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  conversation: z.looseObject({ id: z.string() }).optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).optional(),
  suggestedActions: z.looseObject({ actions: z.array(z.looseObject({ type: z.string(), value: z.string() })) }).optional(),
});

/** A channel on this machine: it publishes signing keys, and takes the bot's replies as a connector does. */
export async function startFakeChannel() {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const sent: z.infer<typeof Sent>[] = [];
  const fetched: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.setHeader("Content-Type", "application/json");
      fetched.push(request.url ?? "");
      if (request.url === "/openid")
        response.end(JSON.stringify({ issuer, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ["RS256"] }));
      else if (request.url === "/keys")
        response.end(
          JSON.stringify({
            keys: [
              { ...publicKey.export({ format: "jwk" }), kid: "key-1", use: "sig", endorsements: ["msteams", "emulator"] },
              { ...publicKey.export({ format: "jwk" }), kid: "key-for-others", use: "sig", endorsements: ["webchat"] },
              { ...publicKey.export({ format: "jwk" }), kid: "key-for-nobody", use: "sig", endorsements: [] },
            ],
          }),
        );
      else {
        sent.push(Sent.parse(JSON.parse(Buffer.concat(chunks).toString("utf8"))));
        response.end(JSON.stringify({ id: `sent-${sent.length}` }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    privateKey,
    publicKey,
    /** Every address that was asked for here, in order. */
    fetched,
    /** Everything that the bot sent, in order. */
    sent,
    texts: () => sent.flatMap((each) => (each.type === "message" ? [each.text] : [])),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type FakeChannel = Awaited<ReturnType<typeof startFakeChannel>>;

export interface TokenParts {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly key: KeyObject;
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** A signed token as the channel would send it, with parts changed. */
export function signToken({ header, payload, key }: TokenParts): string {
  const now = Math.floor(Date.now() / 1000);
  const head = base64url({ alg: "RS256", typ: "JWT", kid: "key-1", ...header });
  const body = base64url({ iss: issuer, aud: appId, nbf: now - 60, exp: now + 600, ...payload });
  return `${head}.${body}.${createSign("RSA-SHA256").update(`${head}.${body}`).sign(key).toString("base64url")}`;
}

/** The trick of signing with the published key as if it were a shared secret. */
export function signWithPublicKey({ publicKey, privateKey }: FakeChannel, payload: Readonly<Record<string, unknown>>): string {
  const [head = "", body = ""] = signToken({ key: privateKey, payload, header: { alg: "HS256" } }).split(".");
  const secret = publicKey.export({ type: "spki", format: "pem" });
  return `${head}.${body}.${createHmac("sha256", secret).update(`${head}.${body}`).digest("base64url")}`;
}

class OfflineCredentials extends ServiceClientCredentialsFactory {
  override async isValidAppId(id: string): Promise<boolean> {
    return id === appId;
  }
  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }
  override async createCredentials() {
    return { signRequest: async <T>(request: T) => request };
  }
}

function authenticationBy(channel: FakeChannel): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: appId,
      ToBotFromChannelOpenIdMetadataUrl: `${channel.origin}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${channel.origin}/openid`,
      ToBotFromChannelTokenIssuer: issuer,
      ToChannelFromBotLoginUrl: `${channel.origin}/login`,
      ToChannelFromBotOAuthScope: "https://api.example",
      OAuthUrl: `${channel.origin}/oauth`,
    },
    new OfflineCredentials(),
  );
}

/** CloudAdapter with real token checks against the fake channel's keys, and no token fetched for what it sends. */
export function adapterTrusting(channel: FakeChannel, tenantId: string | null = null): ChannelAdapter {
  return new ChannelAdapter(authenticationBy(channel), { issuer, tenantId });
}

export const teamsServiceUrl = "https://smba.trafficmanager.net/emea/";

/** The same for Teams itself, whose address nobody may call from here: what would go there is noted by the fake channel. */
export function teamsAdapter(
  channel: FakeChannel,
  options: { readonly tenantId?: string; readonly failing?: () => Error | undefined } = {},
): ChannelAdapter {
  class TeamsAdapter extends ChannelAdapter {
    override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
      const failure = options.failing?.();
      if (failure) throw failure;
      const answers = activities.filter(({ type }) => type === "invokeResponse");
      if (answers.length > 0) return super.sendActivities(context, answers);
      return activities.map((activity) => ({ id: `sent-${channel.sent.push(Sent.parse(JSON.parse(JSON.stringify(activity))))}` }));
    }
  }
  return new TeamsAdapter(authenticationBy(channel), { issuer, tenantId: options.tenantId ?? null });
}
