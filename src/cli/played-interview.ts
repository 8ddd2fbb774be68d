import { openBot } from "../composition/bot.ts";
import type { Skills } from "../composition/skills.ts";
import type { Config } from "../config.ts";
import type { Passport } from "../domain/passport.ts";
import { type ConversationFigures, conversationFigures } from "./conversation-figures.ts";
import { withOwnStore } from "./own-store.ts";
import type { Persona } from "./persona.ts";
import { type Played, type PlayedLine, type PlayOptions, playPersona } from "./persona-player.ts";

/** What language models were asked in an interview. */
export interface ModelsAsked {
  readonly modelCalls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface PlayedInterview {
  readonly passport: Passport | undefined;
  readonly lines: readonly PlayedLine[];
  readonly counts: Omit<Played, "lines">;
  readonly asked: ModelsAsked;
  readonly transcript: ConversationFigures;
}

export interface InterviewParts {
  /** As it was opened with these skills: its model is the one that reads. */
  readonly config: Config;
  readonly skills: Skills;
  readonly withModel: boolean;
}

/** Plays a persona through the real bot, in a store of its own, and counts. */
export async function playInterview(
  { config, skills, withModel }: InterviewParts,
  persona: Persona,
  confirm: PlayOptions["confirm"],
): Promise<PlayedInterview> {
  return withOwnStore(config, async (store) => {
    const asked = { modelCalls: 0, inputTokens: 0, outputTokens: 0 };
    const { runner } = openBot(config, {
      store,
      skills,
      withModel,
      onTurn: ({ modelCalls, inputTokens, outputTokens }) => {
        asked.modelCalls += modelCalls;
        asked.inputTokens += inputTokens;
        asked.outputTokens += outputTokens;
      },
    });
    const holderId = `persona-${persona.id}`;
    const { lines, ...counts } = await playPersona({ persona, runner, holderId, conversationId: `interview-${persona.id}`, confirm });
    return { passport: await store.passport(holderId), lines, counts, asked, transcript: conversationFigures(lines) };
  });
}
