import { InvalidConfigurationError } from "../domain/errors.ts";
import { isLoopback } from "./request-guard.ts";

export interface ListeningConfig {
  /** Address to listen on. */
  readonly host: string;
  readonly publicUrl: URL | null;
  /** null: Bot Framework's authentication is off. */
  readonly microsoftAppId: string | null;
}

/** Without an app id anybody who reaches us could post as any channel: then only this machine may reach us.
 *  @throws {InvalidConfigurationError} naming the setting to change */
export function assertSafeToListen(config: ListeningConfig): void {
  if (isLoopback(config.host)) return;
  if (config.microsoftAppId === null) {
    throw new InvalidConfigurationError(
      `HOST=${config.host} is reachable from outside, but MICROSOFT_APP_ID is not set. ` +
        "Leave HOST at 127.0.0.1 (with a reverse proxy in front, if need be), or set MICROSOFT_APP_ID.",
    );
  }
  if (config.publicUrl === null) {
    throw new InvalidConfigurationError(
      `HOST=${config.host} is reachable from outside, but PUBLIC_URL is not set. Set PUBLIC_URL to the address that people open.`,
    );
  }
}

/** True where only this machine reaches us, so that the Bot Framework Emulator may be let in without a token. A public URL
 *  means that a proxy lets others in: then it may not. */
export function mayServeEmulator(config: ListeningConfig): boolean {
  return isLoopback(config.host) && (config.publicUrl === null || isLoopback(config.publicUrl.hostname));
}
