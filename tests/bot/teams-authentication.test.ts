import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { adapterTrusting, signToken, signWithPublicKey, startFakeChannel, teamsAdapter, teamsServiceUrl } from "../support/fake-channel.ts";
import { botsBesideChannel, emulatorActivity, teamsActivity, teamsToken, tenantId, withApp } from "../support/teams-bot.ts";

const beside = botsBesideChannel();
const { start, startInTeams } = beside;

const activity = (changes: object = {}) => emulatorActivity(beside.channel, changes);

describe("who may knock", () => {
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
    expect(beside.channel.sent).toEqual([]);
  });

  test("loopback is not called outside development", async () => {
    const app = await start({ development: false, app: withApp, adapter: adapterTrusting(beside.channel) });
    expect((await app.post(activity(), `Bearer ${signToken({ key: beside.channel.privateKey })}`)).status).toBe(403);
  });
});

describe("where it would call back", () => {
  test.for([
    { serviceUrl: "https://evil.example/" },
    { serviceUrl: "https://smba.trafficmanager.net.evil.example/" },
    { serviceUrl: "https://evil.smba.trafficmanager.net/" },
    { serviceUrl: "https://smba.trafficmanager.net@evil.example/" },
    { serviceUrl: "https://smba.trafficmanager.net:8443/" },
    { serviceUrl: "http://smba.trafficmanager.net/emea/" },
    { serviceUrl: "https://botframework.com.evil.example/" },
    { serviceUrl: "https://evilbotframework.com/" },
    { serviceUrl: "https://smba.trafficmanager.net\\@evil.example/" },
    { serviceUrl: "https://smba%2etrafficmanager%2enet.evil.example/" },
    { serviceUrl: "https://ſmba.trafficmanager.net.evil.example/" },
    { serviceUrl: "http://169.254.169.254/metadata" },
    { serviceUrl: "http://[::ffff:169.254.169.254]/" },
    { serviceUrl: "https://0x7f000001/" },
    { serviceUrl: "https://2130706433/" },
    { serviceUrl: "http://127.0.0.1:1/" },
    { serviceUrl: "https://localhost/" },
    { serviceUrl: "https://[::1]/" },
    { serviceUrl: "file:///etc/passwd" },
    { serviceUrl: "gopher://smba.trafficmanager.net/" },
    { serviceUrl: "//smba.trafficmanager.net/" },
    { serviceUrl: "" },
  ])("$serviceUrl is refused before anything is fetched, keys included, whatever the token", async ({ serviceUrl }) => {
    const app = await startInTeams();
    const answer = await app.post(teamsActivity({ serviceUrl }), teamsToken(beside.channel, { serviceurl: serviceUrl }));
    expect(answer.status).toBe(403);
    expect(beside.channel.fetched).toEqual([]);
    expect(app.runner.turns).toEqual([]);
  });

  test.for([{ channelId: "slack" }, { channelId: "MSTEAMS" }, { channelId: "agents:email" }, { channelId: "skype" }])(
    "$channelId is no channel of ours, and nothing is fetched",
    async ({ channelId }) => {
      const app = await startInTeams();
      expect((await app.post(teamsActivity({ channelId }), teamsToken(beside.channel))).status).toBe(403);
      expect(beside.channel.fetched).toEqual([]);
    },
  );
});

describe("a token", () => {
  const now = Math.floor(Date.now() / 1000);
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const signed = (payload: object = {}, header: object = {}) =>
    signToken({ key: beside.channel.privateKey, payload: { serviceurl: teamsServiceUrl, ...payload }, header: { ...header } });

  test("that is good is let in and answered", async () => {
    const app = await startInTeams();
    expect((await app.post(teamsActivity(), `Bearer ${signed()}`)).status).toBe(200);
    expect(beside.channel.texts()).toEqual(["echo: Ik maak kantoren schoon"]);
    expect(beside.channel.fetched).toEqual(["/openid", "/keys"]);
  });

  test.for<{ readonly name: string; readonly authorization: () => string | undefined; readonly fetches?: false }>([
    { name: "is lacking", authorization: () => undefined, fetches: false },
    { name: "is empty", authorization: () => "Bearer ", fetches: false },
    { name: "is of another scheme", authorization: () => "Basic YTpi", fetches: false },
    { name: "is a good one under another scheme", authorization: () => `bearer ${signed()}`, fetches: false },
    { name: "is no token", authorization: () => "Bearer abc", fetches: false },
    { name: "is three parts of nothing", authorization: () => "Bearer a.b.c", fetches: false },
    { name: "has a payload that is no object", authorization: () => `Bearer e30.${Buffer.from("[]").toString("base64url")}.e30`, fetches: false },
    { name: "has a fourth part", authorization: () => `Bearer ${signed()}.e30`, fetches: false },
    { name: "is two", authorization: () => `Bearer ${signed()} ${signed()}`, fetches: false },
    { name: "has a wrong signature", authorization: () => `Bearer ${signToken({ key: stranger, payload: { serviceurl: teamsServiceUrl } })}` },
    { name: "has no signature", authorization: () => `Bearer ${signed().replace(/[^.]*$/, "")}` },
    { name: "has another's claims under a good signature", authorization: () => spliced(signed(), signed({ tid: tenantId })) },
    { name: "has an unknown key", authorization: () => `Bearer ${signed({}, { kid: "key-2" })}` },
    { name: "names no key", authorization: () => `Bearer ${signed({}, { kid: undefined })}` },
    {
      name: "brings its key along",
      authorization: () => `Bearer ${signed({}, { kid: "key-2", jwk: beside.channel.publicKey.export({ format: "jwk" }) })}`,
    },
    { name: "names where its key is", authorization: () => `Bearer ${signed({}, { kid: "key-2", jku: `${beside.channel.origin}/mine` })}` },
    { name: "has a key that is endorsed for another channel", authorization: () => `Bearer ${signed({}, { kid: "key-for-others" })}` },
    { name: "has another audience", authorization: () => `Bearer ${signed({ aud: "another-app" })}` },
    { name: "has no audience", authorization: () => `Bearer ${signed({ aud: undefined })}` },
    { name: "has another issuer", authorization: () => `Bearer ${signed({ iss: "https://evil.example" })}`, fetches: false },
    { name: "has no issuer", authorization: () => `Bearer ${signed({ iss: undefined })}`, fetches: false },
    {
      name: "is one of the emulator",
      authorization: () =>
        `Bearer ${signed({ iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", ver: "1.0", appid: withApp.appId })}`,
      fetches: false,
    },
    {
      name: "is one of a tenant's own directory",
      authorization: () => `Bearer ${signed({ iss: `https://sts.windows.net/${tenantId}/`, tid: tenantId, ver: "1.0", appid: withApp.appId })}`,
      fetches: false,
    },
    {
      name: "is one of another bot",
      authorization: () =>
        `Bearer ${signed({ iss: `https://login.microsoftonline.com/${tenantId}/v2.0`, ver: "2.0", azp: "22222222-2222-3333-4444-555555555555" })}`,
      fetches: false,
    },
    { name: "has expired", authorization: () => `Bearer ${signed({ exp: now - 4000, nbf: now - 8000 })}` },
    { name: "never expires", authorization: () => `Bearer ${signed({ exp: undefined })}`, fetches: false },
    { name: "is for later", authorization: () => `Bearer ${signed({ nbf: now + 4000 })}` },
    { name: "is for another serviceUrl", authorization: () => `Bearer ${signed({ serviceurl: "https://smba.trafficmanager.net/amer/" })}` },
    { name: "is for no serviceUrl", authorization: () => `Bearer ${signed({ serviceurl: undefined })}` },
    { name: "is of another tenant", authorization: () => `Bearer ${signed({ tid: "88888888-2222-3333-4444-555555555555" })}`, fetches: false },
    { name: "says alg none", authorization: () => `Bearer ${signed({}, { alg: "none" }).replace(/\.[^.]*$/, ".")}` },
    {
      name: "is signed with the published key as a shared secret",
      authorization: () => `Bearer ${signWithPublicKey(beside.channel, { serviceurl: teamsServiceUrl })}`,
    },
    { name: "says another algorithm than it has", authorization: () => `Bearer ${signed({}, { alg: "RS512" })}` },
  ])("that $name: 401, no turn, and nobody is called", async ({ authorization, fetches = true }) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const app = await startInTeams();
    const answer = await app.post(teamsActivity(), authorization());
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toEqual({ error: { code: "channel_unauthenticated", message: "The channel's token is not valid" } });
    expect(app.runner.turns).toEqual([]);
    expect(beside.channel.sent).toEqual([]);
    expect(beside.channel.fetched.filter((path) => path !== "/openid" && path !== "/keys")).toEqual([]);
    if (!fetches) expect(beside.channel.fetched).toEqual([]);
  });

  test("leaves nothing behind that grows, however many tenants unproved ones name", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { ToBotFromBotOrEmulatorTokenValidationParameters } = await import("botframework-connector/lib/auth/tokenValidationParameters.js");
    const before = ToBotFromBotOrEmulatorTokenValidationParameters.issuer?.length;
    const app = await startInTeams();
    for (let i = 0; i < 5; i += 1) {
      const tid = `${i}8888888-2222-3333-4444-555555555555`;
      expect((await app.post(teamsActivity(), `Bearer ${signed({ tid, iss: `https://sts.windows.net/${tid}/` })}`)).status).toBe(401);
    }
    expect(ToBotFromBotOrEmulatorTokenValidationParameters.issuer?.length).toBe(before);
  });

  test.for([
    {
      where: "in the conversation",
      changes: { conversation: { id: "a:chat-1", conversationType: "personal", tenantId: "88888888-2222-3333-4444-555555555555" } },
    },
    { where: "in the channel's data", changes: { channelData: { tenant: { id: "88888888-2222-3333-4444-555555555555" } } } },
  ])("that is good, but with another tenant $where: 401; served where all tenants are", async ({ changes }) => {
    const app = await startInTeams();
    expect((await app.post(teamsActivity(changes), teamsToken(beside.channel))).status).toBe(401);
    expect(app.runner.turns).toEqual([]);
    const forAll = await startInTeams({ adapter: teamsAdapter(beside.channel) });
    expect((await forAll.post(teamsActivity(changes), teamsToken(beside.channel))).status).toBe(200);
  });

  test("keys that cannot be fetched: 503, so that the channel tries again", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const away = await startFakeChannel();
    const adapter = adapterTrusting(away);
    await away.close();
    const app = await startInTeams({ adapter });
    expect((await app.post(teamsActivity(), teamsToken(beside.channel))).status).toBe(503);
  });
});

/** The first two parts of one token, signed by another. */
function spliced(signedOne: string, other: string): string {
  const [head = "", , signature = ""] = signedOne.split(".");
  return `Bearer ${head}.${other.split(".")[1] ?? ""}.${signature}`;
}
