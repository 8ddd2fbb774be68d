import { Language, localised } from "../domain/language.ts";
import type { Skills } from "../composition/skills.ts";
import { groundUtterance } from "./ground-utterance.ts";
import { commandOptions, inputLines, openSkillsFor, printLine, runCommand, UsageError } from "./shell.ts";

const help = `Finds concepts for words.

  npm run --silent ground -- --lang nl|en [--top 10] < utterances.txt

One utterance per line in; one JSON line each out:
  {"text", "concepts": [{"uri", "label", "type", "score"}], "accepted": N}
The first N concepts are what the conversation would offer by itself; 0: it abstains.`;

const maxTop = 200;

async function groundOne(skills: Skills, text: string, language: Language, top: number) {
  if (text.trim() === "") return { text, concepts: [], accepted: 0 };
  const grounded = await groundUtterance(skills, text, language, maxTop);
  const concepts = grounded.concepts.slice(0, top).flatMap(({ uri, score }) => {
    const concept = skills.catalogue.get(uri);
    return concept ? [{ uri, label: localised(concept.label, language), type: concept.type, score }] : [];
  });
  return { text, concepts, accepted: Math.min(grounded.accepted, concepts.length) };
}

await runCommand(help, async () => {
  const { lang, top = "10" } = commandOptions({ lang: { type: "string" }, top: { type: "string" } });
  const language = Language.safeParse(lang);
  if (!language.success) throw new UsageError("--lang must be nl or en");
  const count = Number(top);
  if (!Number.isInteger(count) || count < 1 || count > maxTop) throw new UsageError(`--top must be a whole number from 1 to ${maxTop}`);
  const skills = await openSkillsFor(false);
  for await (const { text } of inputLines()) printLine(await groundOne(skills, text, language.data, count));
});
