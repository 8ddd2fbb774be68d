import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createChannelAdapter } from "../../src/bot/teams-adapter.ts";
import { reachRow } from "../../src/domain/notices.ts";
import { secrets } from "../../src/identity/secret-port.ts";
import { createAccessLog } from "../../src/review/access-log.ts";
import { createGrants, type GrantAsked } from "../../src/review/grants.ts";
import { createHolderReviews } from "../../src/review/holder-reviews.ts";
import { createReviewBindings } from "../../src/review/review-bindings.ts";
import { hasUnanswered, readLines } from "../../src/review/review-rows.ts";
import { vouchingIn } from "../../src/composition/signing.ts";
import { createReviews } from "../../src/review/reviews.ts";
import { confirmed } from "../support/passport-samples.ts";
import { noApp, teamsActivity, teamsToken, wording } from "../support/teams-bot.ts";
import { roundsOf, talkInTeams } from "../support/teams-talk.ts";
import { endorsingWith } from "../support/endorsing.ts";

const talk = talkInTeams();
const { nl } = wording;

type Talk = Awaited<ReturnType<typeof talk.begin>>;
const Records = z.array(z.looseObject({ kind: z.string(), value: z.looseObject({ holderId: z.string().optional() }) }));

function holderOf({ store }: Talk): string {
  const records = Records.parse(JSON.parse(store.dumpRecords()));
  return records.find(({ kind }) => kind === "channel-account")?.value.holderId ?? "";
}

/** What the connector answers. */
const answered = (statusCode: number) => Object.assign(new Error(`the text of ${statusCode}`), { statusCode });

describe("a message of our own accord", () => {
  test("of three processes that do rounds at once, one sends it", async () => {
    const { store, say } = await talk.begin();
    await say("stuur me morgen een berichtje");
    const { channel } = talk.beside;
    const before = channel.texts().length;
    const processes = [roundsOf(channel, store), roundsOf(channel, store), roundsOf(channel, store)];
    expect((await Promise.all(processes.map(({ after }) => after(1.1)))).toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    expect(channel.texts().slice(before)).toEqual([nl.say("remind.now")]);
  });

  test("survives that every process was started anew meanwhile", async () => {
    const { store, say } = await talk.begin();
    await say("stuur me morgen een berichtje");
    expect(await roundsOf(talk.beside.channel, store).after(0.5)).toBe(0);
    expect(await roundsOf(talk.beside.channel, store).after(1.5)).toBe(1);
  });

  test.for([403, 404, 410])("whom the channel does not reach any more (%i) is not tried again, and no way to them is kept", async (status) => {
    const going = await talk.begin();
    await going.say("stuur me morgen een berichtje");
    const { channel } = talk.beside;
    const before = channel.texts().length;
    const rounds = roundsOf(channel, going.store, { failing: () => answered(status) });
    expect(await rounds.after(1.1)).toBe(1);
    for (const days of [1.2, 2, 9]) expect(await rounds.after(days)).toBe(0);
    expect(channel.texts()).toHaveLength(before);
    expect(rounds.codes).toEqual(["notice_gone"]);
    expect(await going.store.holderRow(holderOf(going), reachRow.kind, reachRow.id)).toBeUndefined();
  });

  test("where the channel is down it goes out later, and no apology does", async () => {
    const { store, say } = await talk.begin();
    await say("stuur me morgen een berichtje");
    const { channel } = talk.beside;
    const before = channel.texts().length;
    let isDown = true;
    const rounds = roundsOf(channel, store, { failing: () => (isDown ? answered(502) : undefined) });
    expect(await rounds.after(1.1)).toBe(1);
    expect(channel.texts()).toHaveLength(before);
    isDown = false;
    expect(await rounds.after(1.1)).toBe(0);
    expect(await rounds.after(1.2)).toBe(1);
    expect(channel.texts().slice(before)).toEqual([nl.say("remind.now")]);
    expect(rounds.codes).toEqual(["notice_failed"]);
  });

  test("is not sent to an address that is not Microsoft's, wherever it came from", async () => {
    const going = await talk.begin();
    await going.say("stuur me morgen een berichtje");
    const holderId = holderOf(going);
    const reach = z.looseObject({}).parse(await going.store.holderRow(holderId, reachRow.kind, reachRow.id));
    await going.store.putHolderRow(holderId, reachRow.kind, reachRow.id, { ...reach, serviceUrl: "https://evil.example/" });
    const { channel } = talk.beside;
    const before = channel.sent.length;
    await roundsOf(channel, going.store).after(1.1);
    expect(channel.sent).toHaveLength(before);
  });

  test("goes over the connector itself, to the same chat, as a message that answers nothing", async () => {
    const { channel } = talk.beside;
    const emulator = { channelId: "emulator", serviceUrl: channel.origin };
    const bare = await talk.beside.start();
    const send = (id: string, text: string) =>
      bare.post({
        type: "message",
        id,
        ...emulator,
        from: { id: "29:p" },
        recipient: { id: "28:b" },
        conversation: { id: "c-1" },
        locale: "nl",
        text,
      });
    await send("1", "hoi");
    const { holderId = "" } = bare.runner.turns[0] ?? {};
    const disclosure = {
      operatorName: null,
      modelHost: null,
      channel: "teams",
      transcriptDays: 30,
      abandonedDays: null,
      contact: null,
      storedWhere: "this_machine",
    } as const;
    await bare.store.changePassport(holderId, [
      {
        type: "consent_given",
        at: "2026-01-01T00:00:00.000Z",
        receipt: { id: "r1", at: "2026-01-01T00:00:00.000Z", language: "nl", wordingHash: "x", disclosure },
      },
    ]);
    await send("2", "nog eens");
    const rounds = roundsOf(channel, bare.store, { adapter: createChannelAdapter(noApp), appId: null, development: true });
    await rounds.notices.remind(holderId, "a1", Date.now());
    expect(await rounds.after(0.1)).toBe(1);
    expect(channel.sent.at(-1)).toMatchObject({
      type: "message",
      text: nl.say("remind.now"),
      conversation: { id: "c-1" },
      recipient: { id: "29:p" },
    });
    expect(channel.sent.at(-1)?.replyToId).toBeUndefined();
    expect(rounds.codes).toEqual([]);
  });

  test("nothing of where somebody is reached is kept before they agreed, and no name ever", async () => {
    const app = await talk.beside.startInTeams();
    await app.post(teamsActivity(), teamsToken(talk.beside.channel));
    const { holderId = "" } = app.runner.turns[0] ?? {};
    expect(await app.store.holderRow(holderId, reachRow.kind, reachRow.id)).toBeUndefined();
    const going = await talk.begin();
    const kept = JSON.stringify(await going.store.holderRow(holderOf(going), reachRow.kind, reachRow.id));
    expect(kept).toContain("a:chat-1");
    expect(kept).not.toMatch(/Sam|aaaaaaaa/);
  });
});

describe("a counsellor's answer", () => {
  /** Somebody in Teams who let a counsellor look at two skills. */
  async function reviewed() {
    const going = await talk.begin();
    const { store } = going;
    const holderId = holderOf(going);
    await store.changePassport(holderId, [confirmed("c1"), confirmed("c2")]);
    const rounds = roundsOf(talk.beside.channel, store, { awaitsHolder: (id) => hasUnanswered(store, id) });
    const nowMs = Date.now;
    const grants = createGrants({ store, secrets, nowMs });
    const endorsing = endorsingWith(store);
    const reviews = createReviews({
      store,
      grants,
      bindings: createReviewBindings({ store, nowMs }),
      accessLog: createAccessLog({ store, nowMs }),
      endorsing,
      statusLists: { withdraw: async () => undefined },
      vouch: vouchingIn(store),
      onSaid: (id) => rounds.notices.counsellorAnswered(id),
      nowMs,
    });
    const asked: GrantAsked = {
      for: { name: "Ria", purpose: "" },
      shownAs: null,
      mode: "review",
      view: "picked",
      claimIds: ["c1", "c2"],
      parts: [],
      withQuotes: true,
      withFiles: false,
      days: 30,
    };
    const { secret } = await grants.give(holderId, asked);
    const ria = { id: "ria", name: "Ria Voorbeeld", role: "loopbaanbegeleider", organisation: "De Kade" };
    const { id } = await reviews.takeUp(ria, secret, "begeleider");
    const holderReviews = createHolderReviews({ store, endorsing, nowMs });
    const judge = (claimId: string) => reviews.judge(ria, id, claimId, { kind: "question", comment: "Hoe groot is de gang?" });
    return { ...going, holderId, rounds, id, judge, holderReviews };
  }

  test("is told once for all that was said, in words that give nothing of it away, with the way to it and how to stop", async () => {
    const { judge, rounds } = await reviewed();
    const { channel } = talk.beside;
    const before = channel.texts().length;
    await judge("c1");
    await judge("c2");
    expect(await rounds.after(0)).toBe(0);
    expect(await rounds.after(1)).toBe(1);
    expect(await rounds.after(2)).toBe(0);
    expect(channel.texts().slice(before)).toEqual([nl.say("remind.counsellor")]);
    expect(nl.say("remind.counsellor")).toMatch(/“mijn paspoort”.*“geen berichtjes”/);
    expect(channel.texts().join()).not.toMatch(/Ria|Kade|gang/);
  });

  test("is not told to who has seen and answered it meanwhile", async () => {
    const { judge, rounds, holderReviews, holderId, id, store } = await reviewed();
    await judge("c1");
    const [line] = await readLines(store, holderId);
    await holderReviews.answer(holderId, id, "c1", line?.verdicts[0]?.id ?? "", { kind: "replied", text: "Veertig meter" });
    const before = talk.beside.channel.texts().length;
    expect(await rounds.after(1)).toBe(1);
    expect(talk.beside.channel.texts()).toHaveLength(before);
  });

  test("is not told to who wants no messages, until they want them again", async () => {
    const { judge, rounds, say } = await reviewed();
    expect((await say("geen berichtjes"))[0]).toBe(nl.say("remind.stopped"));
    await judge("c1");
    expect(await rounds.after(1)).toBe(0);
    expect((await say("wel berichtjes"))[0]).toBe(nl.say("remind.allowed"));
    await judge("c2");
    expect(await rounds.after(2)).toBe(1);
  });
});
