import { z } from "zod";
import { readConfig } from "../config.ts";
import { Area } from "../domain/area.ts";
import { CallerError, InvalidConfigurationError } from "../domain/errors.ts";
import { Language } from "../domain/language.ts";
import { findAll } from "../extraction/conversation-findings.ts";
import { commandOptions, inputLines, openSkillsFor, printLine, runCommand } from "./shell.ts";

const help = `Lists all that a person would be offered in a conversation.

  npm run --silent extract -- [--model] < people.jsonl

Per line in:  {"id", "lang", "utterances": [{"about", "text"}]}
Per line out: {"id", "offers": […], "credentials": […], "withheld": […]}, best offer first.
--model uses the configured language model; otherwise the embedded extractor answers.`;

const Person = z.object({
  id: z.string(),
  lang: Language,
  utterances: z.array(z.object({ about: Area.nullable().default(null), text: z.string() })),
});

class InputLineError extends CallerError {
  readonly code = "cli_input_line";
}

function readPerson(text: string, number: number): z.infer<typeof Person> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new InputLineError(`Line ${number} is not JSON`, { cause });
  }
  const parsed = Person.safeParse(json);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new InputLineError(`Line ${number} cannot be used: ${first?.path.join(".") ?? ""}: ${first?.message ?? ""}`);
}

await runCommand(help, async () => {
  const { model = false } = commandOptions({ model: { type: "boolean" } });
  const config = readConfig();
  if (model && !config.model) throw new InvalidConfigurationError("--model needs LLM_MODEL to be set (see .env.example)");
  const { finder } = await openSkillsFor(model, config);
  for await (const { number, text } of inputLines()) {
    if (text.trim() === "") continue;
    const { id, lang, utterances } = readPerson(text, number);
    printLine({ id, ...(await findAll(utterances, lang, finder)) });
  }
});
