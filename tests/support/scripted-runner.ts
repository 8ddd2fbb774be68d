import { eraseEverything } from "../../src/domain/erasure.ts";
import type { PassportStore } from "../../src/domain/store.ts";
import type { IncomingTurn, TurnRunner } from "../../src/domain/turns.ts";

export interface ScriptedRunner extends TurnRunner {
  /** Every turn that was run, in order. */
  readonly turns: readonly IncomingTurn[];
  /** Turns whose text, or file, is "wait" stay open until this is called. */
  release(): void;
}

/** A runner that commits real turns to a store and answers by rote: "echo: …", a greeting on a start, a goodbye on "erase". */
export function createScriptedRunner(store: PassportStore): ScriptedRunner {
  const turns: IncomingTurn[] = [];
  const waiting: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => waiting.push(resolve));

  async function commit(turn: IncomingTurn, replies: readonly object[]) {
    for (;;) {
      const before = await store.findTurn(turn.holderId, turn.conversationId, turn.activityId);
      if (before) return { activities: before };
      const loaded = await store.load(turn.holderId, turn.conversationId);
      if (!loaded) throw new Error("no such conversation");
      const said = turn.isStart
        ? []
        : [{ type: "message", id: turn.activityId, text: turn.text?.replace(/\d{9}/g, "[bsn]") ?? "", from: { role: "user" } }];
      const outcome = await store.commitTurn({
        holderId: turn.holderId,
        conversationId: turn.conversationId,
        activityId: turn.activityId,
        expectedVersion: loaded.version,
        state: { turns: loaded.version + 1 },
        claimEvents: [],
        outbox: [...said, ...replies.map((reply) => ({ ...reply }))],
      });
      if (outcome.outcome !== "conflict") return { activities: outcome.activities };
    }
  }

  return {
    turns,
    release() {
      for (const goOn of waiting.splice(0)) goOn();
    },
    async run(turn, onWaiting) {
      turns.push(turn);
      if (turn.text === "fail") throw new Error("the text was: fail");
      const said = turn.file ? new TextDecoder().decode(turn.file.bytes.subarray(0, 10)) : turn.text;
      if (said === "wait") {
        onWaiting();
        await wait();
      }
      if (turn.text === "silence") await wait();
      if (turn.text === "erase") {
        await eraseEverything(store, turn.holderId);
        return { activities: [{ sequence: 1, activity: { type: "message", text: "Alles is weg.", from: { role: "bot" } } }] };
      }
      const text = turn.isStart ? "Hoi! Wat doe je op een gewone dag?" : `echo: ${turn.text ?? JSON.stringify(turn.value)}`;
      return commit(turn, [{ type: "message", text, locale: "nl", from: { role: "bot" } }]);
    },
  };
}
