import { z } from "zod";
import { RefusalError } from "../domain/refusals.ts";

/** `channelId` in the body selects how the token is checked, and `serviceUrl` where we call back: both are checked first. */
const allowedChannels = ["msteams", "emulator", "webchat", "directline"] as const;

const microsoftHosts = [
  "smba.trafficmanager.net",
  "smba.infra.gcc.teams.microsoft.com",
  "smba.infra.gov.teams.microsoft.us",
  "smba.infra.dod.teams.microsoft.us",
  "botframework.com",
  "botframework.azure.us",
] as const;

/** Hosts under which Microsoft hands out no names to others, so that any subdomain is theirs. */
const withSubdomains = new Set<string>(["botframework.com", "botframework.azure.us"]);

const Account = z.looseObject({ id: z.string().min(1).max(500), aadObjectId: z.string().max(100).nullish(), role: z.string().nullish() });

/** Of what a channel sends, the parts that we read; the rest is kept for the adapter. */
export const ChannelActivity = z.looseObject({
  type: z.string().min(1).max(50),
  id: z.string().max(500).nullish(),
  channelId: z.string(),
  serviceUrl: z.string().max(500),
  from: Account,
  recipient: Account,
  conversation: z.looseObject({
    id: z.string().min(1).max(1000),
    tenantId: z.string().max(100).nullish(),
    isGroup: z.boolean().nullish(),
    conversationType: z.string().max(50).nullish(),
  }),
  text: z.string().nullish(),
  locale: z.string().max(35).nullish(),
  action: z.string().max(50).nullish(),
  membersAdded: z.array(Account).max(500).nullish(),
});
export type ChannelActivity = z.infer<typeof ChannelActivity>;

function isMicrosoftUrl(url: URL): boolean {
  if (url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") return false;
  return microsoftHosts.some((host) => url.hostname === host || (withSubdomains.has(host) && url.hostname.endsWith(`.${host}`)));
}

function isEmulatorUrl(url: URL): boolean {
  const loopback = url.hostname === "localhost" || url.hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(url.hostname);
  return loopback && url.protocol === "http:" && url.username === "" && url.password === "";
}

/** Reads a channel's activity, and refuses channels and call-back addresses that are not Microsoft's.
 *  @param development the emulator on this machine may be called back as well
 *  @throws {RefusalError} request_invalid, channel_not_allowed */
export function admitActivity(body: unknown, development: boolean): ChannelActivity {
  const parsed = ChannelActivity.safeParse(body);
  if (!parsed.success) throw new RefusalError("request_invalid", "This is not a channel's activity");
  const activity = parsed.data;
  if (!allowedChannels.some((channel) => channel === activity.channelId)) {
    throw new RefusalError("channel_not_allowed", "This channel is not served");
  }
  const url = URL.parse(activity.serviceUrl);
  if (url && (isMicrosoftUrl(url) || (development && activity.channelId === "emulator" && isEmulatorUrl(url)))) return activity;
  throw new RefusalError("channel_not_allowed", "This serviceUrl is not called");
}
