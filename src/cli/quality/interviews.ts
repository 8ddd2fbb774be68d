import { Persona } from "../persona.ts";
import { type InterviewParts, playInterview } from "../played-interview.ts";
import type { Outcomes } from "./outcomes.ts";
import type { PersonaUnit } from "./sets.ts";

/**
 * Plays the personas through the real bot, saying yes only to what is in their gold; what the `interview` command writes in
 * figures.json, by unit. A persona that cannot be played (an utterance about nothing) is left out.
 */
export async function playInterviews(parts: InterviewParts, personas: readonly PersonaUnit[]): Promise<Outcomes["interviews"]> {
  const played: Record<string, Record<string, number | null>> = {};
  for (const { unit, persona } of personas) {
    const playable = Persona.safeParse(persona);
    if (!playable.success) continue;
    const { counts, asked, transcript } = await playInterview(parts, playable.data, "gold");
    played[unit] = numbersOf({ ...counts, ...asked, ...transcript });
  }
  return played;
}

function numbersOf(figures: object): Record<string, number | null> {
  const isNumber = (entry: [string, unknown]): entry is [string, number | null] => entry[1] === null || typeof entry[1] === "number";
  return Object.fromEntries(Object.entries(figures).filter(isNumber));
}
