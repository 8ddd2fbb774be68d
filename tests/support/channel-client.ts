import { expect } from "vitest";
import { Passport } from "../../src/domain/passport.ts";
import type { IncomingTurn } from "../../src/domain/turns.ts";
import type { MortalServer } from "./server-process.ts";
import { call, type Visitor } from "./web-app.ts";

/** Does something over HTTP until an answer comes: what breaks off is done again once the server is back. */
async function insistently<T>(server: MortalServer, ask: () => Promise<T>, onBrokenOff: () => Promise<void> = async () => undefined): Promise<T> {
  for (let left = 20; ; left -= 1) {
    await server.up();
    try {
      return await ask();
    } catch (error) {
      // What fetch throws where there is no answer, or half of one.
      if (!(error instanceof TypeError) || left === 0) throw error;
    }
    await server.up();
    await onBrokenOff();
  }
}

/** A Direct Line client that sends a message again, under the same id, until it hears that it arrived. */
export function channelClient(server: MortalServer, visitor: Visitor) {
  const path = `/conversations/${visitor.conversationId}/activities`;
  return {
    log: () =>
      insistently(server, async () => {
        const { status, body } = await call(server, visitor.token, "GET", path);
        expect(status).toBe(200);
        expect(body.watermark).toBe(String(body.activities.length));
        return body.activities;
      }),
    send: (turn: IncomingTurn, onBrokenOff?: () => Promise<void>) =>
      insistently(
        server,
        async () => {
          const message = { type: "message", text: turn.text, channelData: { clientActivityID: turn.activityId } };
          const { status, body } = turn.isStart
            ? await call(server, visitor.token, "POST", "/conversations", { locale: turn.locale })
            : await call(server, visitor.token, "POST", path, message);
          expect(status).toBe(turn.isStart ? 201 : 200);
          if (!turn.isStart) expect(body.id).toBe(turn.activityId);
        },
        onBrokenOff,
      ),
    passport: () =>
      insistently(server, async () => {
        const response = await fetch(`${server.origin}/api/passport`, { headers: { Cookie: visitor.cookie, "X-Skillsgesprek": "1" } });
        return Passport.parse(await response.json());
      }),
  };
}
