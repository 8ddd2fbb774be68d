import { describe, expect, test } from "vitest";
import { roundsOf, talkInTeams } from "../support/teams-talk.ts";
import { talkWithBot } from "../support/starred-bot.ts";
import { teamsActivity, wording } from "../support/teams-bot.ts";

const { nl, en } = wording;
const talk = talkInTeams();

describe("R34: reminders only when asked for", () => {
  test("whoever asks for none gets none, however long they stay away", async () => {
    const { store, say } = await talk.begin();
    await say("Ik *maak kantoren schoon*");
    await say("stop");
    const rounds = roundsOf(talk.beside.channel, store);
    const before = talk.beside.channel.sent.length;
    for (const days of [1, 7, 30, 366]) expect(await rounds.after(days)).toBe(0);
    expect(talk.beside.channel.sent).toHaveLength(before);
  });

  test("whoever asks gets one, on the day that was said, and no second one", async () => {
    const { store, say } = await talk.begin();
    const day = new Intl.DateTimeFormat("nl-NL", { weekday: "long", day: "numeric", month: "long", timeZone: "Europe/Amsterdam" });
    const inAWeek = () => nl.say("remind.set", { date: day.format(Date.now() + 7 * 86_400_000) });
    const asked = inAWeek();
    const [answer] = await say("stuur me over een week een berichtje");
    // Midnight may have come in between.
    expect([asked, inAWeek()]).toContain(answer);
    const rounds = roundsOf(talk.beside.channel, store);
    const before = talk.beside.channel.sent.length;
    expect(await rounds.after(6.9)).toBe(0);
    expect(await rounds.after(7.1)).toBe(1);
    expect(talk.beside.channel.sent.slice(before)).toMatchObject([{ type: "message", text: nl.say("remind.now"), conversation: { id: "a:chat-1" } }]);
    for (const days of [7.2, 8, 30]) expect(await rounds.after(days)).toBe(0);
  });

  test("also after stopping for now, which stays so; and the conversation goes on from the reminder", async () => {
    const { say } = await talk.begin();
    await say("stop");
    const answer = await say("kun je me morgen een berichtje sturen?");
    expect(answer).toHaveLength(1);
    expect(answer[0]).toMatch(/^Goed\. Ik stuur je op /);
    expect(await say("verder")).toContain(nl.say("stop.welcome_back"));
  });

  test("in English, for who speaks English", async () => {
    const { store, say } = await talk.begin({ locale: "en-GB" });
    expect((await say("send me a message in two weeks"))[0]).toMatch(/^All right\. I will send you one message on \w+/);
    const rounds = roundsOf(talk.beside.channel, store);
    expect(await rounds.after(13)).toBe(0);
    expect(await rounds.after(14.1)).toBe(1);
    expect(talk.beside.channel.texts().at(-1)).toBe(en.say("remind.now"));
  });

  test("another wish takes the place of the first", async () => {
    const { store, say } = await talk.begin();
    await say("stuur me morgen een berichtje");
    await say("stuur me over een maand een berichtje");
    const rounds = roundsOf(talk.beside.channel, store);
    expect(await rounds.after(2)).toBe(0);
    expect(await rounds.after(31)).toBe(1);
  });

  test.for(["geen berichtje", "stuur me geen berichtjes meer", "toch geen herinnering", "no more messages"])("“%s” takes it back", async (words) => {
    const { store, say } = await talk.begin();
    await say("stuur me over een week een berichtje");
    expect((await say(words))[0]).toBe(nl.say("remind.stopped"));
    expect(await roundsOf(talk.beside.channel, store).after(8)).toBe(0);
  });

  test.for([
    { gone: "took the app away", changes: { type: "installationUpdate", action: "remove", text: undefined } },
    { gone: "was taken out of the chat", changes: { type: "conversationUpdate", membersRemoved: [teamsActivity().recipient], text: undefined } },
  ])("whoever $gone is not written to; nor when they come back without asking", async ({ changes }) => {
    const { store, say, send } = await talk.begin();
    await say("stuur me over een week een berichtje");
    await send(changes);
    const rounds = roundsOf(talk.beside.channel, store);
    expect(await rounds.after(8)).toBe(0);
    await send({ type: "installationUpdate", action: "add", text: undefined });
    await say("hoi");
    expect(await rounds.after(9)).toBe(0);
  });

  test("erasing everything erases the wish", async () => {
    const { store, say } = await talk.begin();
    await say("stuur me over een week een berichtje");
    await say("wis alles");
    await say("ja");
    expect(await roundsOf(talk.beside.channel, store).after(8)).toBe(0);
    expect(store.dumpRecords()).toBe("[]");
  });

  test("on the web it cannot reach anybody, and says so; so does “no messages”", async () => {
    const { store, say } = await talkWithBot({}, "web");
    await say(null);
    await say("ja");
    expect(await say("stuur me over een week een berichtje")).toContain(nl.say("remind.not_here"));
    expect(await say("geen berichtjes")).toContain(nl.say("remind.not_here"));
    expect(store.dumpRecords()).toBe("[]");
  });

  test("before somebody agreed to the conversation, nothing is kept of the wish", async () => {
    const { store, say } = await talkWithBot({}, "teams");
    await say(null);
    expect(await say("stuur me over een week een berichtje")).toContain(nl.say("opening.first_agree"));
    expect(store.dumpRecords()).toBe("[]");
  });

  test("without a day it asks for one; too soon and too far it says what can be", async () => {
    const { store, say } = await talk.begin();
    expect((await say("stuur me een herinnering"))[0]).toBe(nl.say("remind.when"));
    expect((await say("stuur me over een uur een berichtje"))[0]).toBe(nl.say("remind.range"));
    expect((await say("stuur me over 3 jaar een berichtje"))[0]).toBe(nl.say("remind.range"));
    expect(await roundsOf(talk.beside.channel, store).after(400)).toBe(0);
  });
});
