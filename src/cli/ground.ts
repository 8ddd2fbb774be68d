import { Language } from "../domain/language.ts";
import { localised } from "../domain/language.ts";
import type { Skills } from "../composition/skills.ts";
import { commandOptions, inputLines, openSkillsFor, printLine, runCommand, UsageError } from "./shell.ts";

const help = `Finds concepts for words.

  npm run --silent ground -- --lang nl|en [--top 10] < utterances.txt

One utterance per line in; one JSON line each out:
  {"text", "concepts": [{"uri", "label", "type", "score"}], "accepted": N}
The first N concepts are what the conversation would offer by itself; 0: it abstains.`;

const maxTop = 200;

async function groundOne({ grounder, finder, catalogue }: Skills, text: string, language: Language, top: number) {
  if (text.trim() === "") return { text, concepts: [], accepted: 0 };
  const [[ranked = []], findings] = await Promise.all([
    grounder.ground([{ text, language }], maxTop),
    finder.find({ id: "line", text, about: null }, { language, question: null, known: [], alreadyOffered: new Set() }),
  ]);
  const scores = new Map(ranked.map((each) => [each.uri, each.score]));
  const offered = findings.findings.flatMap(({ concept, score }) => (concept ? [{ uri: concept.uri, score: scores.get(concept.uri) ?? score }] : []));
  const offeredUris = new Set(offered.map((each) => each.uri));
  const rest = ranked.filter((each) => !offeredUris.has(each.uri));
  const concepts = [...offered, ...rest].slice(0, top).flatMap(({ uri, score }) => {
    const concept = catalogue.get(uri);
    return concept ? [{ uri, label: localised(concept.label, language), type: concept.type, score }] : [];
  });
  return { text, concepts, accepted: Math.min(offered.length, concepts.length) };
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
