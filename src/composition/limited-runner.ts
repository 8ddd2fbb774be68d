import { languageOf } from "../domain/language.ts";
import type { Limits } from "../domain/limits.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { TurnRunner } from "../domain/turns.ts";

/** Where no HTTP answer reaches the person (Teams), who does too much is told so in the conversation. Nothing of it is kept.
 *  @param limits asked when a turn comes */
export function limitedRunner(runner: TurnRunner, limits: () => Limits): TurnRunner {
  return {
    async run(turn, onWaiting) {
      if (turn.channel !== "teams" || turn.isStart) return runner.run(turn, onWaiting);
      try {
        await limits().take("messages", turn.holderId, null, languageOf(turn.locale));
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error;
        // Sequence 0: before everything that is stored, so that nothing counts as sent.
        return { activities: [{ sequence: 0, activity: { type: "message", from: { role: "bot" }, text: error.message } }] };
      }
      return runner.run(turn, onWaiting);
    },
  };
}
