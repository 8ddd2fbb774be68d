import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, vi } from "vitest";
import { createMessages, type MessagesDeps } from "../../src/bot/teams-messages.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { createNotices } from "../../src/domain/notices.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import { createPageLinks } from "../../src/identity/page-links.ts";
import { createServer } from "../../src/web/server.ts";
import { appId, type FakeChannel, signToken, startFakeChannel, teamsAdapter, teamsServiceUrl } from "./fake-channel.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";
import { createScriptedRunner } from "./scripted-runner.ts";

export const wording = loadWording();
export const noApp = { appId: null, appPassword: null, appType: null, tenantId: null } as const;
export const withApp = { ...noApp, appId };

type Overrides = Partial<MessagesDeps> & { readonly store?: MemoryStore };

/** `POST /api/messages` on a free port, in front of a runner that answers by rote. */
async function startTeamsBot(overrides: Overrides = {}) {
  const store = overrides.store ?? createMemoryStore();
  const runner = createScriptedRunner(store);
  const codes: string[] = [];
  const { server } = createServer({ publicUrl: null, log: () => {} });
  const messages = createMessages({
    store,
    runner,
    newPassport: (language) => emptyPassport(language, { name: "test", version: "1" }),
    app: noApp,
    development: true,
    notices: createNotices({ store }),
    links: createPageLinks({ store, kind: "teams-link" }),
    say: (language, key) => wording[language].say(key),
    onError: (code) => codes.push(code),
    ...overrides,
  });
  server.post("/api/messages", messages.receive);
  // Both ends are in one process: where it is busy for seconds, a connection is not to be given up.
  server.server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo = server.address();
  return {
    store,
    runner,
    codes,
    origin: `http://127.0.0.1:${address.port}`,
    async post(activity: object, authorization?: string) {
      const response = await fetch(`http://127.0.0.1:${address.port}/api/messages`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...(authorization === undefined ? {} : { Authorization: authorization }) },
        body: JSON.stringify(activity),
      });
      return { status: response.status, text: await response.text() };
    },
    async close() {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type TeamsBot = Awaited<ReturnType<typeof startTeamsBot>>;

/** A channel of its own for each test of a file, and bots that end with it. */
export function botsBesideChannel() {
  let channel: FakeChannel;
  const bots: TeamsBot[] = [];
  beforeEach(async () => {
    channel = await startFakeChannel();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const each of bots.splice(0)) await each.close();
    await channel.close();
  });
  async function start(overrides: Overrides = {}): Promise<TeamsBot> {
    const started = await startTeamsBot(overrides);
    bots.push(started);
    return started;
  }
  return {
    get channel(): FakeChannel {
      return channel;
    },
    start,
    /** As it stands in production: with an app id, in front of Teams. */
    startInTeams: (overrides: Overrides = {}) =>
      start({ app: withApp, development: false, adapter: teamsAdapter(channel, { tenantId }), ...overrides }),
  };
}

export const person = { id: "29:person", name: "Sam Voorbeeld", aadObjectId: "aaaaaaaa-0000-0000-0000-000000000001" };
export const bot = { id: "28:bot", name: "Skillsgesprek" };
export const tenantId = "99999999-2222-3333-4444-555555555555";

/** A message through the emulator. */
export function emulatorActivity(channel: FakeChannel, changes: object = {}) {
  return {
    type: "message",
    id: "a-1",
    channelId: "emulator",
    serviceUrl: channel.origin,
    from: person,
    recipient: bot,
    conversation: { id: "conversation-1", conversationType: "personal" },
    locale: "nl-NL",
    text: "Ik maak kantoren schoon",
    ...changes,
  };
}

/** As Teams sends them along. */
export const botMention = { type: "mention", text: "<at>Skillsgesprek</at>", mentioned: { id: bot.id, name: bot.name } };
export const sentFile = {
  contentType: "application/vnd.microsoft.teams.file.download.info",
  contentUrl: "https://tenant.sharepoint.com/personal/sam/Documents/diploma.pdf",
  name: "diploma.pdf",
  content: { downloadUrl: "https://tenant.sharepoint.com/download?tempauth=secret", uniqueId: "1150D938", fileType: "pdf" },
};

/** A message in a private chat in Teams, as the published schema has it and Teams fills it in. */
export function teamsActivity(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    type: "message",
    id: "1700000000001",
    timestamp: "2026-11-26T10:00:00.000Z",
    localTimestamp: "2026-11-26T11:00:00.000+01:00",
    localTimezone: "Europe/Amsterdam",
    channelId: "msteams",
    serviceUrl: teamsServiceUrl,
    from: person,
    recipient: bot,
    conversation: { id: "a:chat-1", conversationType: "personal", tenantId },
    channelData: { tenant: { id: tenantId } },
    entities: [{ type: "clientInfo", locale: "nl-NL", country: "NL", platform: "Web", timezone: "Europe/Amsterdam" }],
    locale: "nl-NL",
    textFormat: "plain",
    text: "Ik maak kantoren schoon",
    ...changes,
  };
}

/** The token that comes with it. */
export function teamsToken(channel: FakeChannel, payload: Readonly<Record<string, unknown>> = {}): string {
  return `Bearer ${signToken({ key: channel.privateKey, payload: { serviceurl: teamsServiceUrl, ...payload } })}`;
}
