import { describe, expect, test, vi } from "vitest";
import { bot, botsBesideChannel, emulatorActivity, person, wording } from "../support/teams-bot.ts";

const beside = botsBesideChannel();
const { start } = beside;

const activity = (changes: object = {}) => emulatorActivity(beside.channel, changes);

describe("a conversation through the emulator", () => {
  test("a person who joins is greeted once, however many updates an installation sends", async () => {
    const app = await start();
    await Promise.all([
      app.post(activity({ type: "conversationUpdate", id: "u-1", text: undefined, membersAdded: [bot] })),
      app.post(activity({ type: "conversationUpdate", id: "u-2", text: undefined, membersAdded: [person] })),
      app.post(activity({ type: "installationUpdate", id: "u-3", text: undefined, action: "add" })),
    ]);
    expect(beside.channel.texts()).toEqual(["Hoi! Wat doe je op een gewone dag?"]);
  });

  test("a message is answered, and the person's own line is not sent back", async () => {
    const app = await start();
    expect((await app.post(activity())).status).toBe(200);
    expect(beside.channel.texts()).toEqual(["echo: Ik maak kantoren schoon"]);
    expect(beside.channel.sent[0]).toMatchObject({ replyToId: "a-1", conversation: { id: "conversation-1" }, from: { id: "28:bot" } });
    expect(app.runner.turns[0]).toMatchObject({ channel: "teams", locale: "nl-NL", isStart: false, activityId: "a-1" });
  });

  test("an activity delivered again changes nothing and repeats the reply", async () => {
    const app = await start();
    await app.post(activity());
    await app.post(activity());
    expect(beside.channel.texts()).toEqual(["echo: Ik maak kantoren schoon", "echo: Ik maak kantoren schoon"]);
    const { holderId = "", conversationId = "" } = app.runner.turns[0] ?? {};
    expect((await app.store.load(holderId, conversationId))?.version).toBe(1);
  });

  test("an activity delivered again while the first still runs is answered once", async () => {
    const app = await start();
    const arrivals = vi.spyOn(app.store, "conversations");
    const first = app.post(activity({ text: "wait" }));
    await expect.poll(() => beside.channel.sent.length).toBe(1);
    const second = app.post(activity({ text: "wait" }));
    await expect.poll(() => arrivals.mock.calls.length).toBe(2);
    app.runner.release();
    await Promise.all([first, second]);
    expect(beside.channel.sent.map((each) => each.type)).toEqual(["typing", "message"]);
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
    expect(beside.channel.texts()).toEqual(["echo: een", "kwijt", "echo: drie"]);
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
    for (const id of [person.id, "29:other"]) expect(app.store.dumpRecords()).not.toContain(id);
  });

  test("after erasing, the same account begins as somebody new", async () => {
    const app = await start();
    await app.post(activity());
    await app.post(activity({ id: "a-2", text: "erase" }));
    expect(beside.channel.texts().at(-1)).toBe("Alles is weg.");
    expect(app.store.dumpRecords()).toBe("[]");
    await app.post(activity({ id: "a-3" }));
    expect(app.runner.turns.at(-1)?.holderId).not.toBe(app.runner.turns[0]?.holderId);
  });

  test("in a group it says nothing but that it would rather talk alone", async () => {
    const app = await start();
    await app.post(activity({ conversation: { id: "group", isGroup: true, conversationType: "groupChat" } }));
    expect(beside.channel.texts()).toEqual([wording.nl.say("only_in_private")]);
    expect(app.runner.turns).toEqual([]);
  });

  test.for(["typing", "messageReaction", "endOfConversation", "messageUpdate", "messageDelete", "event", "handoff", "somethingNew"])(
    "%s is taken and does nothing",
    async (type) => {
      const app = await start();
      expect((await app.post(activity({ type }))).status).toBe(200);
      expect(app.runner.turns).toEqual([]);
      expect(beside.channel.sent).toEqual([]);
    },
  );

  test("a failure is met with a kind sentence in the person's language; only its code is logged", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const app = await start();
    expect((await app.post(activity({ text: "fail" }))).status).toBe(200);
    await app.post(activity({ id: "a-2", text: "fail", locale: "en-GB" }));
    expect(beside.channel.texts()).toEqual([wording.nl.say("apology"), wording.en.say("apology")]);
    expect(app.codes).toEqual(["Error", "Error"]);
    expect(logged).not.toHaveBeenCalled();
  });
});
