import { describe, expect, test } from "vitest";
import { reachRow } from "../../src/domain/notices.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import { createPageLinks } from "../../src/identity/page-links.ts";
import { confirmed } from "../support/passport-samples.ts";
import { botsBesideChannel, teamsActivity, teamsToken, wording } from "../support/teams-bot.ts";

const beside = botsBesideChannel();
const { nl } = wording;
const greeting = "Hoi! Wat doe je op een gewone dag?";

/** A bot in Teams, and somebody who has a passport on the web. */
async function setUp() {
  const app = await beside.startInTeams();
  const { store } = app;
  await store.createHolder("web", emptyPassport("nl", { name: "test", version: "1" }));
  await store.changePassport("web", [confirmed("c1")]);
  const clock = { nowMs: Date.now() };
  const links = createPageLinks({ store, kind: "teams-link", nowMs: () => clock.nowMs });
  let messages = 0;
  return {
    app,
    store,
    links,
    clock,
    /** @returns what came back */
    async say(text: string, changes: Readonly<Record<string, unknown>> = {}) {
      messages += 1;
      const before = beside.channel.texts().length;
      await app.post(teamsActivity({ id: `m${messages}`, text, ...changes }), teamsToken(beside.channel));
      return beside.channel.texts().slice(before);
    },
    holders: () => app.runner.turns.map(({ holderId }) => holderId),
  };
}

describe("a passport of the web page, in Teams too", () => {
  test.for(["koppel", "Link", "KOPPEL"])(
    "“%s” and the page's link: from there on it is one passport, and the link is in no conversation",
    async (word) => {
      const { say, links, holders, store } = await setUp();
      const secret = await links.make("web");
      expect(await say(`${word} ${secret}`)).toEqual([nl.say("teams.joined"), greeting]);
      await say("Ik kook");
      expect(new Set(holders())).toEqual(new Set(["web"]));
      const conversations = await store.conversations("web");
      const said = JSON.stringify(await Promise.all(conversations.map((id) => store.activities("web", id, 0))));
      expect(said).toContain("Ik kook");
      expect(said).not.toContain(secret);
      expect(store.dumpRecords()).not.toContain(secret);
    },
  );

  test("who had only been greeted in Teams leaves nothing behind there", async () => {
    const { say, links, holders, store } = await setUp();
    await say("hoi");
    const [before = ""] = holders();
    await say(`koppel ${await links.make("web")}`);
    expect(await store.hasHolder(before)).toBe(false);
    expect(store.dumpRecords()).not.toContain(before);
  });

  test("a passport that was begun in Teams is never lost over it", async () => {
    const { say, links, holders, store } = await setUp();
    await say("hoi");
    const [before = ""] = holders();
    await store.changePassport(before, [confirmed("c2")]);
    const secret = await links.make("web");
    expect(await say(`koppel ${secret}`)).toEqual([nl.say("teams.link_in_the_way")]);
    await say("nog iets");
    expect(holders().at(-1)).toBe(before);
    expect(await links.peek(secret)).toBe("web");
  });

  test("a link works once, for ten minutes; a newer one ends it; a guess and a link to the page open nothing", async () => {
    const { say, links, clock, holders, store } = await setUp();
    const unknown = [nl.say("teams.link_unknown")];
    const first = await links.make("web");
    const second = await links.make("web");
    expect(await say(`koppel ${first}`)).toEqual(unknown);
    expect(await say(`koppel ${"x".repeat(43)}`)).toEqual(unknown);
    expect(await say(`koppel ${await createPageLinks({ store }).make("web")}`)).toEqual(unknown);
    expect((await say(`koppel ${second}`))[0]).toBe(nl.say("teams.joined"));
    expect(await say(`koppel ${second}`, { from: { id: "29:other", aadObjectId: "bbbbbbbb-0000-0000-0000-000000000002" } })).toEqual(unknown);
    clock.nowMs -= 11 * 60_000;
    expect(await say(`koppel ${await links.make("web")}`)).toEqual(unknown);
    expect(holders()).toEqual(["web"]);
  });

  test("who is linked already hears so; “ontkoppel” ends it and leaves the passport; the next message is somebody new's", async () => {
    const { say, links, holders, store } = await setUp();
    await say(`koppel ${await links.make("web")}`);
    expect(await say(`koppel ${await links.make("web")}`)).toEqual([nl.say("teams.link_there")]);
    await store.putHolderRow("web", reachRow.kind, reachRow.id, { somewhere: true });
    expect(await say("ontkoppel")).toEqual([nl.say("teams.unlinked")]);
    expect(await store.holderRow("web", reachRow.kind, reachRow.id)).toBeUndefined();
    expect((await store.passport("web"))?.claims).toHaveLength(1);
    await say("hoi");
    expect(holders().at(-1)).not.toBe("web");
  });

  test("who began in Teams cannot lose their passport with “ontkoppel”: it is a word like another", async () => {
    const { say, holders } = await setUp();
    await say("hoi");
    expect(await say("ontkoppel")).toEqual(["echo: ontkoppel"]);
    expect(new Set(holders()).size).toBe(1);
  });

  test("in a group nobody links anything", async () => {
    const { say, links } = await setUp();
    const secret = await links.make("web");
    const group = { conversation: { ...teamsActivity().conversation, conversationType: "groupChat", isGroup: true } };
    expect(await say(`koppel ${secret}`, group)).toEqual([nl.say("only_in_private")]);
    expect(await links.peek(secret)).toBe("web");
  });
});
