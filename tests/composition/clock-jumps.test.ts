import { expect, test, vi } from "vitest";
import { startTestApplication } from "../support/application.ts";
import { claimsOf, originOf, story } from "../support/fault-samples.ts";
import { talkingVisitor } from "../support/talking-visitor.ts";
import { call } from "../support/web-app.ts";

test("a clock that jumps: a token that ran out is replaced by the cookie's, and nothing is lost or put out of order", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const app = await startTestApplication();
  try {
    const person = await talkingVisitor(originOf(app));
    await person.say(story);
    await person.say("ja");
    const hours = (count: number) => vi.setSystemTime(Date.now() + count * 3_600_000);
    hours(1);
    expect(await person.say("ja")).toMatchObject({ status: 403, error: { code: "token_expired" } });
    const later = await talkingVisitor(originOf(app), { cookie: person.visitor.cookie, agree: false });
    expect((await later.say("ja")).status).toBe(200);
    hours(-48);
    expect((await later.say("Ik bak ook brood.")).status).toBe(200);
    const log = await later.log();
    expect(log.map(({ id }) => id)).toEqual([...new Set(log.map(({ id }) => id))]);
    const { body } = await call({ origin: originOf(app) }, later.visitor.token, "GET", `/conversations/${later.visitor.conversationId}/activities`);
    expect(body.watermark).toBe(String(body.activities.length));
    expect(await claimsOf(later)).toBeGreaterThanOrEqual(1);
  } finally {
    vi.useRealTimers();
    await app.close();
  }
});
