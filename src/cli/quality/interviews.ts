import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBot } from "../../composition/bot.ts";
import type { Skills } from "../../composition/skills.ts";
import { openStore } from "../../composition/store.ts";
import type { Config } from "../../config.ts";
import { conversationFigures } from "../conversation-figures.ts";
import { Persona } from "../persona.ts";
import { playPersona } from "../persona-player.ts";
import type { Outcomes } from "./outcomes.ts";
import type { PersonaUnit } from "./sets.ts";

/**
 * Plays the personas through the real bot, in a store of their own, saying yes only to what is in their gold; what the
 * `interview` command writes in figures.json, by unit. A persona that cannot be played (an utterance about nothing) is left out.
 */
export async function playInterviews(config: Config, skills: Skills, personas: readonly PersonaUnit[]): Promise<Outcomes["interviews"]> {
  const temporary = await mkdtemp(join(tmpdir(), "skillsgesprek-eval-"));
  const store = await openStore({ ...config, databaseUrl: null, masterKey: null, dataDir: temporary });
  try {
    const played: Record<string, Record<string, number | null>> = {};
    for (const { unit, persona } of personas) {
      const usage = { modelCalls: 0, inputTokens: 0, outputTokens: 0 };
      const { runner } = openBot(config, {
        store,
        skills,
        withModel: config.model !== null,
        onTurn: ({ modelCalls, inputTokens, outputTokens }) => {
          usage.modelCalls += modelCalls;
          usage.inputTokens += inputTokens;
          usage.outputTokens += outputTokens;
        },
      });
      const playable = Persona.safeParse(persona);
      if (!playable.success) continue;
      const holderId = `persona-${persona.id}`;
      const { lines, ...counts } = await playPersona({
        persona: playable.data,
        runner,
        holderId,
        conversationId: `interview-${persona.id}`,
        confirm: "gold",
      });
      played[unit] = numbersOf({ ...counts, ...usage, ...conversationFigures(lines) });
    }
    return played;
  } finally {
    await store.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

function numbersOf(figures: object): Record<string, number | null> {
  const isNumber = (entry: [string, unknown]): entry is [string, number | null] => entry[1] === null || typeof entry[1] === "number";
  return Object.fromEntries(Object.entries(figures).filter(isNumber));
}
