import { assert, asyncProperty, constantFrom, jsonValue, oneof, record, string, uniqueArray } from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { botsBesideChannel, teamsActivity, teamsToken } from "../support/teams-bot.ts";

const beside = botsBesideChannel();

const fields = [
  ...Object.keys(teamsActivity()),
  "value",
  "name",
  "action",
  "attachments",
  "membersAdded",
  "membersRemoved",
  "replyToId",
  "expiration",
  "reactionsAdded",
  "suggestedActions",
  "__proto__",
  "constructor",
];
const types = constantFrom(
  "message",
  "messageUpdate",
  "messageDelete",
  "conversationUpdate",
  "installationUpdate",
  "invoke",
  "event",
  "messageReaction",
);
const strange = constantFrom<unknown>(
  "\u0000",
  "\u202egnirts",
  "😀".repeat(50),
  "<at>".repeat(200),
  [{ contentType: "text/html", content: '<blockquote itemtype="x/Reply">' }],
  [{ type: "mention", text: "<at>(</at>", mentioned: { id: "28:bot" } }],
  { action: "yes", about: "x".repeat(90), "a.b": "c" },
  { eventType: "editMessage" },
  { tenant: null },
  -1,
  Number.MAX_SAFE_INTEGER,
);

describe("an activity with anything in it", () => {
  test("never makes the door fall over, nor shows its inside", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const app = await beside.startInTeams();
    const change = record({ field: constantFrom(...fields), value: oneof(jsonValue({ maxDepth: 3 }), strange) });
    let runs = 0;
    await assert(
      asyncProperty(
        types,
        uniqueArray(change, { maxLength: 4, selector: ({ field }) => field }),
        string({ maxLength: 200 }),
        async (type, changes, text) => {
          runs += 1;
          const changed = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
          const answer = await app.post(teamsActivity({ type, id: `f${runs}`, text, ...changed }), teamsToken(beside.channel));
          // An invoke that asks for what there is not is answered so.
          expect([200, 400, 401, 403, 501]).toContain(answer.status);
          expect(answer.text).not.toMatch(/node_modules|\.ts:|at \w+ \(|29:person/);
        },
      ),
      { numRuns: 250 },
    );
    expect(app.codes).toEqual([]);
  });
});
