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

const Account = z.looseObject({
  id: z.string().min(1).max(500),
  name: z.string().max(500).nullish(),
  aadObjectId: z.string().max(100).nullish(),
  role: z.string().nullish(),
});

const Entity = z.looseObject({
  type: z.string().max(200),
  text: z.string().max(2000).nullish(),
  mentioned: z.looseObject({ id: z.string().max(500) }).nullish(),
});

/** Of a file only that there is one; of formatted text its HTML. No address in it is ever called. */
const Attachment = z.looseObject({ contentType: z.string().max(200), content: z.unknown().optional() });

const Tenant = z.looseObject({ id: z.string().max(100) });

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
    /** Teams also writes "True". */
    isGroup: z.union([z.boolean(), z.string().max(10)]).nullish(),
    conversationType: z.string().max(50).nullish(),
  }),
  text: z.string().nullish(),
  locale: z.string().max(35).nullish(),
  action: z.string().max(50).nullish(),
  /** Of an invoke. */
  name: z.string().max(200).nullish(),
  membersAdded: z.array(Account).max(500).nullish(),
  membersRemoved: z.array(Account).max(500).nullish(),
  entities: z.array(Entity).max(500).nullish(),
  attachments: z.array(Attachment).max(100).nullish(),
  channelData: z.looseObject({ eventType: z.string().max(100).nullish(), tenant: Tenant.nullish() }).nullish(),
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

/** What every reader of addresses takes the same way: no user part, no backslash, no escapes, nothing after the path. */
const unambiguousUrl = /^https?:\/\/[\w.[\]:-]+(?:\/[\w./~-]*)?$/;

/** Whether channels get in at all. Without an app nothing proves who sends: then only the emulator on this machine does. */
export function isOpenToChannels(app: { readonly appId: string | null }, development: boolean): boolean {
  return app.appId !== null || development;
}

/** Whether we call back there. @param development the emulator on this machine may be called back as well */
export function isCallable(channelId: string, serviceUrl: string, development: boolean): boolean {
  const url = unambiguousUrl.test(serviceUrl) ? URL.parse(serviceUrl) : null;
  return url !== null && (isMicrosoftUrl(url) || (development && channelId === "emulator" && isEmulatorUrl(url)));
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
  if (isCallable(activity.channelId, activity.serviceUrl, development)) return activity;
  throw new RefusalError("channel_not_allowed", "This serviceUrl is not called");
}
