import { readFileSync } from "node:fs";
import { z } from "zod";
import { Area } from "../domain/area.ts";
import { CallerError } from "../domain/errors.ts";
import { Language } from "../domain/language.ts";

/** What a scripted person says, and, for measuring, which concepts their words show. */
export const Persona = z.object({
  id: z.string(),
  lang: Language,
  utterances: z.array(z.object({ about: Area, text: z.string().min(1) })).min(1),
  gold: z.array(z.object({ uuid: z.string() })).default([]),
});
export type Persona = z.infer<typeof Persona>;

export class PersonaUnreadableError extends CallerError {
  readonly code = "cli_persona_unreadable";
}

/** @throws {PersonaUnreadableError} naming the file and what is wrong with it */
export function readPersona(path: string): Persona {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new PersonaUnreadableError(`${path} cannot be read as JSON`, { cause });
  }
  const parsed = Persona.safeParse(json);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new PersonaUnreadableError(`${path} is no persona: ${first?.path.join(".") ?? ""}: ${first?.message ?? ""}`);
}
