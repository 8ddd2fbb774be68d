import { describe, expect, test } from "vitest";
import { bot, botMention, botsBesideChannel, person, sentFile, teamsActivity, teamsToken, type TeamsBot, wording } from "../support/teams-bot.ts";

const beside = botsBesideChannel();
const { startInTeams } = beside;
const { nl, en } = wording;

const greeting = "Hoi! Wat doe je op een gewone dag?";
const post = (app: TeamsBot, changes: Readonly<Record<string, unknown>> = {}) => app.post(teamsActivity(changes), teamsToken(beside.channel));
const formatted = { contentType: "text/html", content: "<div>Ik <strong>kook</strong></div>" };

describe("what somebody writes in Teams", () => {
  test("is answered in the same chat, and what was typed is read without Teams' markup", async () => {
    const app = await startInTeams();
    expect(
      (await post(app, { text: "<at>Skillsgesprek</at>&nbsp;Ik <strong>kook</strong> &amp; bak", entities: [botMention], attachments: [formatted] }))
        .status,
    ).toBe(200);
    expect(app.runner.turns[0]).toMatchObject({ text: "Ik kook & bak", channel: "teams", locale: "nl-NL" });
    expect(beside.channel.sent[0]).toMatchObject({ type: "message", conversation: { id: "a:chat-1" }, replyToId: "1700000000001" });
  });

  test.for([
    { name: "only the bot's name", changes: { text: "<at>Skillsgesprek</at> ", entities: [botMention] } },
    { name: "only formatting", changes: { text: "<p>&nbsp;</p>", attachments: [formatted] } },
    { name: "nothing", changes: { text: undefined } },
  ])("$name is taken and does nothing", async ({ changes }) => {
    const app = await startInTeams();
    expect((await post(app, changes)).status).toBe(200);
    expect([app.runner.turns, beside.channel.sent]).toEqual([[], []]);
  });

  test("a card's answer comes as a value, with what was typed in it", async () => {
    const app = await startInTeams();
    await post(app, { text: undefined, replyToId: "1699999999999", value: { action: "save", about: "summary_change:hobby", "e1.title": "Bakken" } });
    expect(app.runner.turns[0]).toMatchObject({ text: null, value: { action: "save", "e1.title": "Bakken" } });
  });
});

describe("files", () => {
  test.for([
    { name: "a file", attachments: [sentFile] },
    {
      name: "a pasted picture",
      attachments: [{ contentType: "image/*", contentUrl: "https://smba.trafficmanager.net/emea/v3/attachments/1/views/original" }],
    },
  ])("$name alone is kindly not read, nor fetched, nor a turn", async ({ attachments }) => {
    const app = await startInTeams();
    expect((await post(app, { text: "", attachments })).status).toBe(200);
    expect(beside.channel.texts()).toEqual([nl.say("teams.files")]);
    expect(app.runner.turns).toEqual([]);
    expect(app.store.dumpRecords()).not.toContain(person.id);
  });

  test("with words beside it, the words are read", async () => {
    const app = await startInTeams();
    await post(app, { text: "Dit is mijn diploma lassen", attachments: [formatted, sentFile] });
    expect(beside.channel.texts()).toEqual([nl.say("teams.files"), "echo: Dit is mijn diploma lassen"]);
    expect(JSON.stringify(app.runner.turns)).not.toContain("sharepoint");
  });

  test("an answer to an offer of a file, which we never make, is answered and does nothing", async () => {
    const app = await startInTeams();
    const consent = { type: "fileConsent", action: "accept", context: {}, uploadInfo: { uploadUrl: "https://evil.example/", name: "x" } };
    expect((await post(app, { type: "invoke", name: "fileConsent/invoke", text: undefined, value: consent })).status).toBe(200);
    expect([app.runner.turns, beside.channel.sent]).toEqual([[], []]);
  });

  test.for(["task/fetch", "composeExtension/query", "signin/verifyState", "adaptiveCard/action", "somethingNew"])(
    "%s asks for what we do not have: 501",
    async (name) => {
      const app = await startInTeams();
      expect((await post(app, { type: "invoke", name, text: undefined, value: {} })).status).toBe(501);
      expect([app.runner.turns, beside.channel.sent]).toEqual([[], []]);
    },
  );
});

describe("what happens to a message afterwards", () => {
  const edit = { type: "messageUpdate", channelData: { eventType: "editMessage" }, text: "Ik maak scholen schoon" };

  test("an edited one is not read again, and that is said: once for each edit, however often it is delivered", async () => {
    const app = await startInTeams();
    await post(app);
    await Promise.all([post(app, edit), post(app, edit)]);
    expect(beside.channel.texts().slice(1)).toEqual([nl.say("teams.edited")]);
    await post(app, { ...edit, timestamp: "2026-11-26T10:05:00.000Z" });
    expect(beside.channel.texts().slice(1)).toEqual([nl.say("teams.edited"), nl.say("teams.edited")]);
    expect(app.runner.turns).toHaveLength(1);
  });

  test("a deleted one stays here until it is erased, and that is said, in the language of the passport", async () => {
    const app = await startInTeams();
    await post(app);
    const { holderId = "" } = app.runner.turns[0] ?? {};
    await app.store.changePassport(holderId, [{ type: "language_chosen", at: "2026-11-26T10:00:00.000Z", language: "en" }]);
    await post(app, { type: "messageDelete", channelData: { eventType: "softDeleteMessage" }, text: undefined });
    expect(beside.channel.texts().at(-1)).toBe(en.say("teams.deleted"));
    expect(app.runner.turns).toHaveLength(1);
  });

  test.for([
    { name: "one put back", changes: { type: "messageUpdate", channelData: { eventType: "undeleteMessage" } } },
    { name: "an update that says not of what", changes: { type: "messageUpdate" } },
    { name: "a thumb up", changes: { type: "messageReaction", text: undefined, reactionsAdded: [{ type: "like" }], replyToId: "sent-1" } },
    { name: "a heart taken back", changes: { type: "messageReaction", text: undefined, reactionsRemoved: [{ type: "heart" }], replyToId: "sent-1" } },
    {
      name: "a read receipt",
      changes: { type: "event", name: "application/vnd.microsoft.readReceipt", text: undefined, value: { lastReadMessageId: "1" } },
    },
    { name: "typing", changes: { type: "typing", text: undefined } },
  ])("$name means nothing: no yes, no turn, no answer", async ({ changes }) => {
    const app = await startInTeams();
    await post(app);
    expect((await post(app, changes)).status).toBe(200);
    expect(app.runner.turns).toHaveLength(1);
    expect(beside.channel.sent).toHaveLength(1);
  });
});

describe("where others read along", () => {
  const group = {
    conversation: { id: "19:group@thread.v2", conversationType: "groupChat", isGroup: true, tenantId: teamsActivity().conversation.tenantId },
  };
  const channel = (thread: string) => ({
    conversation: {
      id: `19:general@thread.tacv2;messageid=${thread}`,
      conversationType: "channel",
      isGroup: true,
      tenantId: teamsActivity().conversation.tenantId,
    },
    text: "<at>Skillsgesprek</at> hoi",
    entities: [botMention],
  });

  test("it declines to interview, kindly, once in a group, and keeps nothing of who spoke", async () => {
    const app = await startInTeams();
    await post(app, group);
    await post(app, { ...group, id: "2", from: { id: "29:other", aadObjectId: "bbbbbbbb-0000-0000-0000-000000000002" } });
    await post(app, { ...group, id: "3", attachments: [sentFile] });
    expect(beside.channel.texts()).toEqual([nl.say("only_in_private")]);
    expect(app.runner.turns).toEqual([]);
    expect(app.store.dumpRecords()).not.toMatch(/holderId|29:/);
  });

  test("once in a channel, whatever the thread; in another place again", async () => {
    const app = await startInTeams();
    for (const thread of ["1", "2", "3"]) await post(app, channel(thread));
    await post(app, { ...group, locale: "en-GB" });
    expect(beside.channel.texts()).toEqual([nl.say("only_in_private"), en.say("only_in_private")]);
  });

  test("two processes say it once too", async () => {
    const one = await startInTeams();
    const other = await startInTeams({ store: one.store });
    await Promise.all([post(one, group), post(other, group)]);
    expect(beside.channel.texts()).toEqual([nl.say("only_in_private")]);
  });

  test("brought into a team it says so; of people who come and go it says nothing", async () => {
    const app = await startInTeams();
    const team = { ...channel("1"), text: undefined, type: "conversationUpdate", entities: undefined };
    const inTeam = { ...team, conversation: { ...team.conversation, id: "19:general@thread.tacv2", isGroup: "True" } };
    await post(app, { ...inTeam, membersAdded: [{ id: "29:new" }] });
    await post(app, { ...inTeam, membersRemoved: [{ id: "29:new" }] });
    expect(beside.channel.sent).toEqual([]);
    await post(app, { ...inTeam, membersAdded: [{ id: bot.id }] });
    await post(app, { ...inTeam, type: "installationUpdate", action: "add" });
    expect(beside.channel.texts()).toEqual([nl.say("only_in_private")]);
  });
});

describe("coming and going", () => {
  const installed = { type: "installationUpdate", action: "add", text: undefined };

  test("whoever installs the app is greeted once, in whichever process and however it is announced", async () => {
    const one = await startInTeams();
    const other = await startInTeams({ store: one.store });
    await Promise.all([
      post(one, installed),
      post(other, { type: "conversationUpdate", id: "2", text: undefined, membersAdded: [bot] }),
      post(other, { type: "conversationUpdate", id: "3", text: undefined, membersAdded: [person, bot] }),
    ]);
    expect(new Set(beside.channel.texts())).toEqual(new Set([greeting]));
    expect(new Set([...one.runner.turns, ...other.runner.turns].map(({ holderId }) => holderId)).size).toBe(1);
    expect((await post(one, installed)).status).toBe(200);
  });

  test.for(["add-upgrade", "remove-upgrade"])("%s: a new version of the app is no arrival and no leaving", async (action) => {
    const app = await startInTeams();
    expect((await post(app, { ...installed, action })).status).toBe(200);
    expect([app.runner.turns, beside.channel.sent]).toEqual([[], []]);
  });

  test("whoever takes the app away finds the same passport when they come back", async () => {
    const app = await startInTeams();
    await post(app);
    await post(app, { ...installed, action: "remove" });
    expect(beside.channel.sent).toHaveLength(1);
    await post(app, { id: "2", text: "Daar ben ik weer" });
    expect(app.runner.turns[1]?.holderId).toBe(app.runner.turns[0]?.holderId);
  });
});

describe("a turn that takes long", () => {
  test("is answered to the channel in time, shows typing, and its reply comes when it is there; delivered again it is no second turn", async () => {
    const app = await startInTeams({ answerWithinMs: 20 });
    expect((await post(app, { text: "wait" })).status).toBe(200);
    await expect.poll(() => beside.channel.sent.map(({ type }) => type)).toEqual(["typing"]);
    expect((await post(app, { text: "wait" })).status).toBe(200);
    app.runner.release();
    await expect.poll(() => beside.channel.texts()).toEqual(["echo: wait"]);
    expect(app.runner.turns).toHaveLength(1);
    expect(app.codes).toEqual([]);
  });

  test("delivered again in another process while the first still runs: one turn is kept", async () => {
    const one = await startInTeams({ answerWithinMs: 20 });
    const other = await startInTeams({ store: one.store, runner: one.runner });
    await post(one, { text: "wait" });
    await expect.poll(() => one.runner.turns.length).toBe(1);
    const again = post(other, { text: "wait" });
    await expect.poll(() => one.runner.turns.length).toBe(2);
    one.runner.release();
    await again;
    const { holderId = "", conversationId = "" } = one.runner.turns[0] ?? {};
    await expect.poll(async () => (await one.store.load(holderId, conversationId))?.version).toBe(1);
  });

  test("fails without a word of what was said, after the channel was answered too", async () => {
    const app = await startInTeams({ answerWithinMs: 0 });
    expect((await post(app, { text: "fail" })).status).toBe(200);
    await expect.poll(() => beside.channel.texts()).toEqual([nl.say("apology")]);
    expect(app.codes).toEqual(["Error"]);
  });
});
