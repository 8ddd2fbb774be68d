import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from "botbuilder";
import type { AuthenticateRequestResult, BotFrameworkAuthentication } from "botframework-connector";
import { DependencyError } from "../domain/errors.ts";
import { RefusalError } from "../domain/refusals.ts";

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

/** CloudAdapter, with authentication as a step of its own: it answers 500 to some bad tokens where 401 is due. */
export class ChannelAdapter extends CloudAdapter {
  readonly #authentication: BotFrameworkAuthentication;

  constructor(authentication: BotFrameworkAuthentication) {
    super(authentication);
    this.#authentication = authentication;
  }

  /** @throws {RefusalError} channel_unauthenticated  @throws {ChannelKeysUnavailableError} */
  async authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
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

/** @param overrides for tests: endpoints of their own, all of them or none */
export function createChannelAdapter(app: MicrosoftApp, overrides: Readonly<Record<string, string>> = {}): ChannelAdapter {
  const settings: Record<string, string> = { ...overrides };
  if (app.appId !== null) settings["MicrosoftAppId"] = app.appId;
  if (app.appPassword !== null) settings["MicrosoftAppPassword"] = app.appPassword;
  if (app.appType !== null) settings["MicrosoftAppType"] = app.appType;
  if (app.tenantId !== null) settings["MicrosoftAppTenantId"] = app.tenantId;
  return new ChannelAdapter(new ConfigurationBotFrameworkAuthentication(settings));
}
