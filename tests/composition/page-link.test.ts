import { describe, expect, test } from "vitest";
import { createPageLinks } from "../../src/identity/page-links.ts";
import { type Settings, talkWithBot } from "../support/starred-bot.ts";

/** A talk that has begun, in this channel. */
async function talkIn(channel: "web" | "teams", settings: Settings = { PUBLIC_URL: "https://skills.example" }) {
  const talk = await talkWithBot(settings, channel);
  await talk.say(null);
  return talk;
}
const linkIn = (text: string) => /https:\/\/skills\.example\/#open=([\w-]{43})/.exec(text)?.[1];

describe("from Teams to the page", () => {
  test.for(["mijn paspoort", "hoe kom ik terug"])("R24: %s gives a link to the holder's own page, a new one each time", async (words) => {
    const { store, say } = await talkIn("teams");
    await say("ja");
    const first = linkIn(await say(words)) ?? "";
    const second = linkIn(await say(words)) ?? "";
    const links = createPageLinks({ store });
    expect(second).not.toBe(first);
    expect(await links.peek(first)).toBeUndefined();
    expect(await links.peek(second)).toBe("h");
    expect(store.dumpRecords()).not.toContain(second);
  });

  test("a link is good for ten minutes, once; of two who use it at once, one gets in", async () => {
    const { store } = await talkIn("teams");
    let nowMs = 0;
    const links = createPageLinks({ store, nowMs: () => nowMs });
    const secret = await links.make("h");
    nowMs = 10 * 60_000 - 1;
    expect(await links.peek(secret)).toBe("h");
    expect((await Promise.all([links.use(secret), links.use(secret)])).filter(Boolean)).toHaveLength(1);
    expect(await links.peek(secret)).toBeUndefined();
    const late = await links.make("h");
    nowMs += 10 * 60_000;
    expect(await links.peek(late)).toBeUndefined();
    expect(await links.use(late)).toBe(false);
    for (const guess of ["", "x".repeat(43), `${late}x`]) expect(await links.peek(guess)).toBeUndefined();
  });

  test("before the notice was agreed to, on the web, and where there is no page, no link is given", async () => {
    expect(linkIn(await (await talkIn("teams")).say("hoe kom ik terug"))).toBeUndefined();
    const web = await talkIn("web");
    await web.say("ja");
    expect(await web.say("mijn paspoort")).not.toContain("#open=");
    const nowhere = await talkIn("teams", { PORT: "0" });
    await nowhere.say("ja");
    const heard = await nowhere.say("mijn paspoort");
    expect(heard).not.toMatch(/#open=|\{link\}/);
  });
});
