import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { longestMessage } from "../../src/domain/message-text.ts";
import { haveVectors, startTestApplication, type TestApplication } from "../support/application.ts";
import { startInterview } from "../support/interview-player.ts";
import { openRealBot, type RealBot } from "../support/real-bot.ts";
import { talkingVisitor } from "../support/talking-visitor.ts";
import { talkInTeams } from "../support/teams-talk.ts";
import { wording } from "../support/teams-bot.ts";

const story = "Ik maak kantoren schoon en ik repareer fietsen voor de buurt. ";
const ofLength = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const tooLong = wording.nl.say("too_long");

describe("a message of 100,000 characters", () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication();
  });
  afterAll(() => application.close());

  test("on the page: it is told kindly, nothing of it is kept, and what was asked is asked again", async () => {
    const sam = await talkingVisitor(new URL(application.url).origin);
    const before = (await sam.say("volgende")).question;
    const heard = await sam.say(ofLength(story, 100_000));
    expect(heard).toMatchObject({ status: 200, question: before });
    expect(heard.texts[0]).toBe(tooLong);
    expect(JSON.stringify(await sam.log())).not.toContain("repareer");
    expect((await sam.say("ik kook voor dertig mensen")).status).toBe(200);
  });

  test("is read where it is ten times smaller", async () => {
    const sam = await talkingVisitor(new URL(application.url).origin);
    expect((await sam.say(ofLength(story, 10_000))).texts).not.toContain(tooLong);
  });

  test("beyond all measure it is refused before it is read", async () => {
    const sam = await talkingVisitor(new URL(application.url).origin);
    expect(await sam.say("x".repeat(600_000))).toMatchObject({ status: 413, error: { code: "request_too_large" } });
  });
});

describe("a long message in Teams", () => {
  const { begin } = talkInTeams();
  test.for([
    ["plain", { text: ofLength(story, 100_000) }],
    ["formatted", { text: "kort", attachments: [{ contentType: "text/html", content: ofLength(`<p>${story}</p>`, 100_000) }] }],
    [
      "quoting",
      {
        text: "kort",
        attachments: [{ contentType: "text/html", content: `<blockquote itemtype="x/Reply"></blockquote>${ofLength(story, 100_000)}` }],
      },
    ],
  ] as const)("of 100,000 characters, %s: an answer, and a conversation that goes on", async ([, changes]) => {
    const talk = await begin();
    const texts = await talk.send(changes);
    expect(texts.length).toBeGreaterThan(0);
    if (changes.text !== "kort") expect(texts.join("\n")).toContain(tooLong);
    expect((await talk.say("ik *maak kantoren schoon*")).join("\n")).not.toContain(tooLong);
    expect(talk.app.codes).toEqual([]);
  });
});

// Each of these once took minutes, for one pattern or another looked through all of it from each of its characters.
describe("what is no writing", () => {
  let bot: RealBot;
  beforeAll(async () => {
    await haveVectors();
    bot = await openRealBot();
  });
  afterAll(() => bot.close());

  test.for([
    ["letters", "a"],
    ["digits", "1"],
    ["addresses that never end", "a."],
    ["at signs", "a@"],
    ["brackets", "("],
    ["quotes", '"'],
    ["spaces", " "],
    ["lines", "\n"],
    ["dashes", "- "],
    ["accents", "\u0301"],
    ["joiners", "\u200D"],
    ["turned text", "\u202E\u202C"],
    ["pictures", "👩‍👩‍👧‍👦"],
    ["halves of pairs", "\uD800"],
    ["one word over and over", "ik kan "],
    ["numbers with spaces", "0 "],
    ["years", "2019-"],
    ["papers", "diploma "],
  ] as const)("%s without end get an answer, and the next answer is heard", async ([name, piece]) => {
    const talk = await bot.begin(`holder-${name}`);
    await talk.say("ja");
    for (const length of [longestMessage, longestMessage + 1]) {
      const { texts, question } = await talk.say(ofLength(piece, length));
      expect(texts.length).toBeGreaterThan(0);
      expect(question).not.toBe("");
    }
    // Rows of hundreds are not kept either.
    if (!/\s/.test(piece)) expect(JSON.stringify(await talk.log())).not.toContain(JSON.stringify(ofLength(piece, 600)).slice(1, -1));
    await talk.say(story);
  });

  test("a word of hundreds of letters is left out, and what stands around it is read", async () => {
    const talk = await bot.begin("holder-around");
    await talk.say("ja");
    const { question } = await talk.say(`ik maak kantoren schoon ${"a".repeat(4_000)} en ik repareer fietsen`);
    expect(question).toContain("offer");
    expect(JSON.stringify(await talk.log())).not.toContain("aaaaaaaaaa");
  });
});

test("very many words typed in place of an offer are looked for in the message without falling over", () => {
  const player = startInterview(undefined, { search: () => [] });
  player.press("begin");
  player.say("ik *maak kantoren schoon*");
  player.press("no");
  const words = Array.from({ length: 3_000 }, (_, at) => `woord${at}`).join(" ");
  expect(player.say(words).length).toBeGreaterThan(0);
});
