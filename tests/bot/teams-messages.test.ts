import { generateKeyPairSync } from "node:crypto";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type MessagesDeps, registerMessages } from "../../src/bot/teams-messages.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import { createServer } from "../../src/web/server.ts";
import { adapterTrusting, appId, type FakeChannel, signToken, startFakeChannel } from "../support/fake-channel.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { createScriptedRunner } from "../support/scripted-runner.ts";

const noApp = { appId: null, appPassword: null, appType: null, tenantId: null } as const;

async function startBot(overrides: Partial<MessagesDeps> = {}) {
  const store = createMemoryStore();
  const runner = createScriptedRunner(store);
  const codes: string[] = [];
  const { server } = createServer({ publicUrl: null, log: () => {} });
  const registered = registerMessages(server, {
    store,
    runner,
    newPassport: (language) => emptyPassport(language, { name: "test", version: "1" }),
    app: noApp,
    development: true,
    apologise: (language) => (language === "nl" ? "Sorry, er ging iets mis." : "Sorry, something went wrong."),
    onlyInPrivate: () => "Liever onder ons.",
    onError: (code) => codes.push(code),
    ...overrides,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo = server.address();
  return {
    store,
    runner,
    codes,
    registered,
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

type Bot = Awaited<ReturnType<typeof startBot>>;

let channel: FakeChannel;
const bots: Bot[] = [];
async function start(overrides?: Partial<MessagesDeps>): Promise<Bot> {
  const bot = await startBot(overrides);
  bots.push(bot);
  return bot;
}
beforeEach(async () => {
  channel = await startFakeChannel();
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const bot of bots.splice(0)) await bot.close();
  await channel.close();
});

const person = { id: "29:person", name: "Sam Voorbeeld" };
const bot = { id: "28:bot", name: "Skillsgesprek" };
function activity(changes: object = {}) {
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

describe("a conversation through the emulator", () => {
  test("a person who joins is greeted once, however many updates an installation sends", async () => {
    const app = await start();
    await Promise.all([
      app.post(activity({ type: "conversationUpdate", id: "u-1", text: undefined, membersAdded: [bot] })),
      app.post(activity({ type: "conversationUpdate", id: "u-2", text: undefined, membersAdded: [person] })),
      app.post(activity({ type: "installationUpdate", id: "u-3", text: undefined, action: "add" })),
    ]);
    expect(channel.texts()).toEqual(["Hoi! Wat doe je op een gewone dag?"]);
  });

  test("a message is answered, and the person's own line is not sent back", async () => {
    const app = await start();
    expect((await app.post(activity())).status).toBe(200);
    expect(channel.texts()).toEqual(["echo: Ik maak kantoren schoon"]);
    expect(channel.sent[0]).toMatchObject({ replyToId: "a-1", conversation: { id: "conversation-1" }, from: { id: "28:bot" } });
    expect(app.runner.turns[0]).toMatchObject({ channel: "teams", locale: "nl-NL", isStart: false, activityId: "a-1" });
  });

  test("an activity delivered again changes nothing and repeats the reply", async () => {
    const app = await start();
    await app.post(activity());
    await app.post(activity());
    expect(channel.texts()).toEqual(["echo: Ik maak kantoren schoon", "echo: Ik maak kantoren schoon"]);
    const { holderId = "", conversationId = "" } = app.runner.turns[0] ?? {};
    expect((await app.store.load(holderId, conversationId))?.version).toBe(1);
  });

  test("an activity delivered again while the first still runs is answered once", async () => {
    const app = await start();
    const arrivals = vi.spyOn(app.store, "conversations");
    const first = app.post(activity({ text: "wait" }));
    await expect.poll(() => channel.sent.length).toBe(1);
    const second = app.post(activity({ text: "wait" }));
    await expect.poll(() => arrivals.mock.calls.length).toBe(2);
    app.runner.release();
    await Promise.all([first, second]);
    expect(channel.sent.map((each) => each.type)).toEqual(["typing", "message"]);
  });

  test("a reply that a crash kept back goes out before the next one", async () => {
    const app = await start();
    await app.post(activity({ id: "a-1", text: "een" }));
    const { holderId = "", conversationId = "" } = app.runner.turns[0] ?? {};
    const loaded = await app.store.load(holderId, conversationId);
    await app.store.commitTurn({
      holderId,
      conversationId,
      activityId: "a-2",
      expectedVersion: loaded?.version ?? 0,
      state: {},
      claimEvents: [],
      outbox: [{ type: "message", text: "kwijt", from: { role: "bot" } }],
    });
    await app.post(activity({ id: "a-3", text: "drie" }));
    expect(channel.texts()).toEqual(["echo: een", "kwijt", "echo: drie"]);
  });

  test("what a card submits reaches the turn as its value", async () => {
    const app = await start();
    await app.post(activity({ text: undefined, value: { answer: "yes" } }));
    expect(app.runner.turns[0]).toMatchObject({ text: null, value: { answer: "yes" } });
  });

  test("one person keeps one passport, over conversations; another person gets another", async () => {
    const app = await start();
    await app.post(activity());
    await app.post(activity({ id: "a-2", conversation: { id: "conversation-2" } }));
    await app.post(activity({ id: "a-3", from: { id: "29:other" } }));
    const [first, second, third] = app.runner.turns;
    expect(second?.holderId).toBe(first?.holderId);
    expect(second?.conversationId).not.toBe(first?.conversationId);
    expect(third?.holderId).not.toBe(first?.holderId);
    expect(app.store.dumpRecords()).not.toContain("29:");
  });

  test("after erasing, the same account begins as somebody new", async () => {
    const app = await start();
    await app.post(activity());
    await app.post(activity({ id: "a-2", text: "erase" }));
    expect(channel.texts().at(-1)).toBe("Alles is weg.");
    expect(app.store.dumpRecords()).toBe("[]");
    await app.post(activity({ id: "a-3" }));
    expect(app.runner.turns.at(-1)?.holderId).not.toBe(app.runner.turns[0]?.holderId);
  });

  test("in a group it says nothing but that it would rather talk alone", async () => {
    const app = await start();
    await app.post(activity({ conversation: { id: "group", isGroup: true, conversationType: "groupChat" } }));
    expect(channel.texts()).toEqual(["Liever onder ons."]);
    expect(app.runner.turns).toEqual([]);
  });

  test.for(["typing", "messageReaction", "endOfConversation", "messageUpdate", "event"])("%s is taken and does nothing", async (type) => {
    const app = await start();
    expect((await app.post(activity({ type }))).status).toBe(200);
    expect(app.runner.turns).toEqual([]);
    expect(channel.sent).toEqual([]);
  });

  test("a failure is met with a kind sentence in the person's language; only its code is logged", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const app = await start();
    expect((await app.post(activity({ text: "fail" }))).status).toBe(200);
    await app.post(activity({ id: "a-2", text: "fail", locale: "en-GB" }));
    expect(channel.texts()).toEqual(["Sorry, er ging iets mis.", "Sorry, something went wrong."]);
    expect(app.codes).toEqual(["Error", "Error"]);
    expect(logged).not.toHaveBeenCalled();
  });
});

describe("what Teams makes of a text", () => {
  test.for([
    { text: "<at>Skillsgesprek</at> ik kook &amp; bak", becomes: "ik kook & bak" },
    { text: "5 &gt; 4 &quot;ja&quot;&nbsp;hoor", becomes: '5 > 4 "ja" hoor' },
    { text: "caf&#233; en caf&#xe9;", becomes: "café en café" },
    { text: "&amp;lt; blijft &lt;", becomes: "&lt; blijft <" },
    { text: "AT&T en &onbekend;", becomes: "AT&T en &onbekend;" },
  ])("$text is read as $becomes", async ({ text, becomes }) => {
    const { plainText } = await import("../../src/bot/teams-turns.ts");
    expect(plainText({ channelId: "msteams", text })).toBe(becomes);
  });
});

describe("who may knock", () => {
  test("without an app id, and not in development, the door does not exist", async () => {
    const app = await start({ development: false });
    expect(app.registered).toBe(false);
    expect((await app.post(activity())).status).toBe(404);
  });

  test.for([
    { name: "an unknown channel", changes: { channelId: "slack" }, status: 403 },
    { name: "a channel that is an object", changes: { channelId: {} }, status: 400 },
    { name: "no conversation", changes: { conversation: undefined }, status: 400 },
    { name: "no type", changes: { type: undefined }, status: 400 },
    { name: "a stranger's serviceUrl", changes: { serviceUrl: "https://evil.example/" }, status: 403 },
    { name: "a look-alike host", changes: { serviceUrl: "https://smba.trafficmanager.net.evil.example/" }, status: 403 },
    { name: "a neighbour under trafficmanager.net", changes: { serviceUrl: "https://evil.smba.trafficmanager.net/" }, status: 403 },
    { name: "a host in the user part", changes: { serviceUrl: "https://smba.trafficmanager.net@evil.example/" }, status: 403 },
    { name: "Microsoft's host without https", changes: { serviceUrl: "http://smba.trafficmanager.net/emea/" }, status: 403 },
    { name: "the cloud's metadata address", changes: { serviceUrl: "http://169.254.169.254/" }, status: 403 },
    { name: "loopback from a channel that is not the emulator", changes: { channelId: "msteams" }, status: 403 },
    { name: "something that is no address", changes: { serviceUrl: "::" }, status: 403 },
  ])("$name is refused with $status, and nobody is called", async ({ changes, status }) => {
    const app = await start();
    expect((await app.post(activity(changes))).status).toBe(status);
    expect(app.runner.turns).toEqual([]);
    expect(channel.sent).toEqual([]);
  });

  test("loopback is not called outside development", async () => {
    const app = await start({ development: false, app: { ...noApp, appId }, adapter: adapterTrusting(channel) });
    expect((await app.post(activity(), `Bearer ${signToken({ key: channel.privateKey })}`)).status).toBe(403);
  });
});

describe("with an app id", () => {
  const withApp = () => start({ app: { ...noApp, appId }, adapter: adapterTrusting(channel) });
  const now = Math.floor(Date.now() / 1000);
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const good = (payload: object = {}, header: object = {}) =>
    signToken({ key: channel.privateKey, payload: { serviceurl: channel.origin, ...payload }, header: { ...header } });

  test("a good token is let in and answered", async () => {
    const app = await withApp();
    expect((await app.post(activity(), `Bearer ${good()}`)).status).toBe(200);
    expect(channel.texts()).toEqual(["echo: Ik maak kantoren schoon"]);
  });

  test.for([
    { name: "no token", authorization: () => undefined },
    { name: "another scheme", authorization: () => "Basic YTpi" },
    { name: "something that is no token", authorization: () => "Bearer abc" },
    { name: "a wrong signature", authorization: () => `Bearer ${signToken({ key: stranger, payload: { serviceurl: channel.origin } })}` },
    { name: "an unknown key", authorization: () => `Bearer ${good({}, { kid: "key-2" })}` },
    { name: "another audience", authorization: () => `Bearer ${good({ aud: "another-app" })}` },
    { name: "another issuer", authorization: () => `Bearer ${good({ iss: "https://evil.example" })}` },
    { name: "an expired token", authorization: () => `Bearer ${good({ exp: now - 4000, nbf: now - 8000 })}` },
    { name: "a token for later", authorization: () => `Bearer ${good({ nbf: now + 4000 })}` },
    { name: "a token for another serviceUrl", authorization: () => `Bearer ${good({ serviceurl: "https://smba.trafficmanager.net/" })}` },
    { name: "alg none", authorization: () => `Bearer ${good({}, { alg: "none" }).replace(/\.[^.]*$/, ".")}` },
    { name: "a shared-secret signature", authorization: () => `Bearer ${good({}, { alg: "HS256" })}` },
  ])("$name: 401, and no turn is run", async ({ authorization }) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const app = await withApp();
    const answer = await app.post(activity(), authorization());
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toEqual({ error: { code: "channel_unauthenticated", message: "The channel's token is not valid" } });
    expect(app.runner.turns).toEqual([]);
    expect(channel.sent).toEqual([]);
  });

  test("keys that cannot be fetched: 503, so that the channel tries again", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const away = await startFakeChannel();
    const adapter = adapterTrusting(away);
    await away.close();
    const app = await start({ app: { ...noApp, appId }, adapter });
    expect((await app.post(activity(), `Bearer ${good()}`)).status).toBe(503);
  });
});
