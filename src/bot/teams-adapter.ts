import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from "botbuilder";
import type { AuthenticateRequestResult, BotFrameworkAuthentication } from "botframework-connector";
import { z } from "zod";
import { DependencyError } from "../domain/errors.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { ChannelActivity } from "./teams-admission.ts";

export interface MicrosoftApp {
  /** null: authentication is off; only for the emulator on this machine. */
  readonly appId: string | null;
  readonly appPassword: string | null;
  readonly appType: "MultiTenant" | "SingleTenant" | "UserAssignedMSI" | null;
  readonly tenantId: string | null;
}

export class ChannelKeysUnavailableError extends DependencyError {
  readonly code = "channel_keys_unavailable";
  constructor(cause: unknown) {
    super("Microsoft's signing keys could not be fetched", { cause });
  }
}

/** Who signs what Microsoft's channels send to bots. */
const channelIssuer = "https://api.botframework.com";

export interface ChannelTrust {
  /** The one issuer of tokens that is taken; null: authentication is off, and nothing is asked. */
  readonly issuer: string | null;
  /** The one tenant whose people are served; null: every tenant's. */
  readonly tenantId: string | null;
}

/** A token without an end would be good for ever. */
const Claims = z.looseObject({ iss: z.string(), exp: z.number(), tid: z.string().optional() });

/** What a token says of itself; nothing of it is proved yet. */
function claimsOf(authorization: string): z.infer<typeof Claims> | undefined {
  const [scheme, token, ...more] = authorization.split(" ");
  const [, payload, , ...parts] = token?.split(".") ?? [];
  if (scheme !== "Bearer" || payload === undefined || more.length + parts.length > 0) return undefined;
  try {
    return Claims.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

function isSame(id: string | null | undefined, other: string): boolean {
  return id == null || id.toLowerCase() === other.toLowerCase();
}

/** CloudAdapter, with authentication as a step of its own: it answers 500 to some bad tokens where 401 is due, and takes tokens of
 *  other bots and of the emulator where only a channel's are meant (and remembers every tenant that an unproved token names). */
export class ChannelAdapter extends CloudAdapter {
  readonly #authentication: BotFrameworkAuthentication;
  readonly #trust: ChannelTrust;

  constructor(authentication: BotFrameworkAuthentication, trust: ChannelTrust) {
    super(authentication);
    this.#authentication = authentication;
    this.#trust = trust;
  }

  /** Before anything is fetched. @throws {RefusalError} channel_unauthenticated */
  #checkClaims(activity: ChannelActivity, authorization: string): void {
    const { issuer, tenantId } = this.#trust;
    if (issuer === null) return;
    const claims = claimsOf(authorization);
    const tenants = [claims?.tid, activity.conversation.tenantId, activity.channelData?.tenant?.id];
    const isTenants = tenantId === null || tenants.every((each) => isSame(each, tenantId));
    if (claims?.iss !== issuer || !isTenants) throw new RefusalError("channel_unauthenticated", "The channel's token is not valid");
  }

  /** @throws {RefusalError} channel_unauthenticated  @throws {ChannelKeysUnavailableError} */
  async authenticate(admitted: ChannelActivity, activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    this.#checkClaims(admitted, authorization);
    try {
      return await this.#authentication.authenticateRequest(activity, authorization);
    } catch (cause) {
      if (isKeyFetchFailure(cause)) throw new ChannelKeysUnavailableError(cause);
      throw new RefusalError("channel_unauthenticated", "The channel's token is not valid", { cause });
    }
  }

  /** Runs one authenticated turn. @returns what an invoke activity is to be answered with, if it was one */
  async receive(
    authenticated: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<{ status: number } | undefined> {
    return this.processActivity(authenticated, activity, logic);
  }
}

function isKeyFetchFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "FetchError" || error.message === "fetch failed" || error.message.startsWith("Failed to load openID config");
}

/** A tenant can be written as a name too; activities have its id. */
function tenantServed({ appType, tenantId }: MicrosoftApp): string | null {
  return appType !== "MultiTenant" && tenantId !== null && /^[\da-f-]{36}$/i.test(tenantId) ? tenantId : null;
}

export function createChannelAdapter(app: MicrosoftApp): ChannelAdapter {
  const settings: Record<string, string> = {};
  if (app.appId !== null) settings["MicrosoftAppId"] = app.appId;
  if (app.appPassword !== null) settings["MicrosoftAppPassword"] = app.appPassword;
  if (app.appType !== null) settings["MicrosoftAppType"] = app.appType;
  if (app.tenantId !== null) settings["MicrosoftAppTenantId"] = app.tenantId;
  const trust: ChannelTrust = { issuer: app.appId === null ? null : channelIssuer, tenantId: tenantServed(app) };
  return new ChannelAdapter(new ConfigurationBotFrameworkAuthentication(settings), trust);
}
