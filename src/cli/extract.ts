import { z } from "zod";
import { readConfig } from "../config.ts";
import { Area } from "../domain/area.ts";
import { CallerError } from "../domain/errors.ts";
import { Language } from "../domain/language.ts";
import { findAll } from "../extraction/conversation-findings.ts";
import { modelHelp, modelOptions, openChosenSkills, withModelNamed } from "./model-choice.ts";
import { commandOptions, inputLines, printLine, runCommand } from "./shell.ts";

const help = `Lists all that a person would be offered in a conversation.

  npm run --silent extract -- [--model [recorded]] < people.jsonl

Per line in:  {"id", "lang", "utterances": [{"about", "text"}]}
Per line out: {"id", "offers": […], "credentials": […], "withheld": […]}, best offer first.
${modelHelp}`;

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
  const options = commandOptions(modelOptions, withModelNamed(process.argv.slice(2)));
  const { skills, finish } = await openChosenSkills(options, readConfig());
  try {
    for await (const { number, text } of inputLines()) {
      if (text.trim() === "") continue;
      const { id, lang, utterances } = readPerson(text, number);
      printLine({ id, ...(await findAll(utterances, lang, skills.finder)) });
    }
  } finally {
    await finish();
  }
});
