import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inside, mutated } from "../support/hostile-values.ts";
import { starredBot } from "../support/starred-bot.ts";
import { bot, botMention, botsBesideChannel, person, sentFile, teamsActivity, teamsToken, tenantId } from "../support/teams-bot.ts";

/** `npm run test:long` sets more. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 60);
/** For one route; then it is enough. */
const mostMs = process.env["TEST_LONG"] ? 300_000 : 20_000;
const beside = botsBesideChannel();

const valid = {
  message: teamsActivity({ text: "<at>Skillsgesprek</at> Ik *maak kantoren schoon* &amp; meer", entities: [botMention] }),
  formatted: teamsActivity({ attachments: [{ contentType: "text/html", content: "<div>Ik <b>kook</b><br>en bak</div>" }], textFormat: "xml" }),
  card: teamsActivity({ text: undefined, replyToId: "1699999999999", value: { action: "save", about: "summary:hobby", "e1.title": "Bakken" } }),
  file: teamsActivity({ text: "mijn cv", attachments: [sentFile] }),
  installed: teamsActivity({ type: "installationUpdate", text: undefined, action: "add" }),
  joined: teamsActivity({ type: "conversationUpdate", text: undefined, membersAdded: [person, bot] }),
  edited: teamsActivity({ type: "messageUpdate", channelData: { eventType: "editMessage", tenant: { id: tenantId } } }),
  reaction: teamsActivity({ type: "messageReaction", text: undefined, reactionsAdded: [{ type: "like" }] }),
  invoke: teamsActivity({
    type: "invoke",
    name: "fileConsent/invoke",
    text: undefined,
    value: { type: "fileUpload", action: "accept", context: {} },
  }),
  group: teamsActivity({ conversation: { id: "19:group", conversationType: "groupChat", isGroup: true, tenantId } }),
};

/** What our own code does wrong shows as one of these; what a channel's library makes of nonsense does too. */
const ourFault = /^(?:TypeError|RangeError|SyntaxError|ReferenceError|Error|URIError)$/;

async function startTalking() {
  const bare = await beside.startInTeams();
  const app = await beside.startInTeams({ store: bare.store, runner: starredBot(bare.store, { PUBLIC_URL: "https://skills.example" }) });
  await app.post(valid.installed, teamsToken(beside.channel));
  await app.post({ ...valid.message, id: "agree", text: "ja", entities: [] }, teamsToken(beside.channel));
  return app;
}

describe("an activity that would do, with one thing in it changed", () => {
  test.for(Object.entries(valid))("%s: an answer without a look inside, and nothing falls over", { timeout: 3_600_000 }, async ([, activity]) => {
    const app = await startTalking();
    await fc.assert(
      fc.asyncProperty(mutated(JSON.parse(JSON.stringify(activity))), async (changed) => {
        const { status, text } = await app.post(Object(changed), teamsToken(beside.channel));
        // An invoke that asks for what there is not is answered so.
        expect(status === 501 ? 200 : status, `${text.slice(0, 200)} ${JSON.stringify(changed)?.slice(0, 500)}`).toBeLessThan(500);
        expect(text).not.toMatch(inside);
        expect(
          app.codes.filter((code) => ourFault.test(code)),
          JSON.stringify(changed)?.slice(0, 1_000),
        ).toEqual([]);
      }),
      { numRuns: runs, interruptAfterTimeLimit: mostMs },
    );
  });
});

test("a card with anything at all in its answer is met with words", { timeout: 3_600_000 }, async () => {
  const app = await startTalking();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.jsonValue({ maxDepth: 4 }), mutated({ action: "yes", about: "offer:o", value: "x", "e1.title": "Bakken" })),
      async (value) => {
        number += 1;
        const { status } = await app.post({ ...valid.card, id: `card-${number}`, value }, teamsToken(beside.channel));
        expect(status).toBe(200);
        expect(app.codes, JSON.stringify(value)).toEqual([]);
      },
    ),
    { numRuns: runs * 2, interruptAfterTimeLimit: mostMs },
  );
});

describe("what is no activity at all", () => {
  const bodies: readonly (readonly [string, string, string | Uint8Array<ArrayBuffer>])[] = [
    ["a form", "application/x-www-form-urlencoded", "type=message&text=hoi"],
    [
      "a form with a file",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nhoi\r\n--x--\r\n',
    ],
    ["a form that breaks off", "multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="file"'],
    ["a form without a boundary", "multipart/form-data", "--x"],
    ["plain text", "text/plain", JSON.stringify(valid.message)],
    ["broken JSON", "application/json", '{"type":"message"'],
    ["nothing", "application/json", ""],
    ["a list", "application/json", "[]"],
    ["a number", "application/json", "1"],
    ["null", "application/json", "null"],
    ["bytes that are no text", "application/json", new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ["far too deep", "application/json", `{"a":${"[".repeat(10_000)}${"]".repeat(10_000)}}`],
    ["a thousand members and more", "application/json", JSON.stringify(teamsActivity({ membersAdded: Array.from({ length: 1_001 }, () => person) }))],
    ["a name that reaches for prototypes", "application/json", '{"__proto__":{"type":"message"},"constructor":{"prototype":{}}}'],
    ["far too large", "application/json", JSON.stringify({ text: "x".repeat(600_000) })],
  ];
  test.for(bodies)("%s is refused, with and without a token", async ([, type, body]) => {
    const app = await beside.startInTeams();
    for (const headers of [{}, { Authorization: teamsToken(beside.channel) }]) {
      const response = await fetch(`${app.origin}/api/messages`, { method: "POST", headers: { "Content-Type": type, ...headers }, body });
      const text = await response.text();
      expect([400, 401, 403, 413, 415]).toContain(response.status);
      expect(text).toMatch(/^\{"error":\{"code":"[a-z_]+","message":"[^"]+"\}\}$/);
      expect(text).not.toMatch(inside);
    }
    expect(app.runner.turns).toEqual([]);
    expect(beside.channel.fetched).toEqual([]);
  });
});

test(
  "what is sent back is only what a channel may have: no other serviceUrl is ever called, whatever stands in the activity",
  { timeout: 3_600_000 },
  async () => {
    const app = await startTalking();
    const urls = fc.oneof(fc.webUrl(), fc.constantFrom("https://evil.example/", "http://127.0.0.1:1/", "https://smba.trafficmanager.net\t/"));
    await fc.assert(
      fc.asyncProperty(urls, async (serviceUrl) => {
        const { status } = await app.post(teamsActivity({ serviceUrl }), teamsToken(beside.channel, { serviceurl: serviceUrl }));
        expect(status, serviceUrl).toBe(403);
      }),
      { numRuns: runs },
    );
  },
);
