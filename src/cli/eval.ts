import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readConfig } from "../config.ts";
import { evaluateGate } from "../extraction/gate-evaluation.ts";
import { evaluatePersonas, summarisePersonas } from "../extraction/evaluation.ts";
import { readMessages, readPersonas } from "../extraction/gold.ts";
import { evaluateGrounding } from "../grounding/evaluation.ts";
import { rounded, showTable } from "./figures-table.ts";
import { commandOptions, openSkillsFor, printLine, runCommand } from "./shell.ts";

const help = `Measures quality on the taxonomy in use, with the embedded extractor.

  npm run eval [-- --embeddings NAME] [--data DIR]

--embeddings  as EMBEDDINGS in .env.example: embedded, openai:<model>, or a folder with a model
--data        folder with phrases_nl.tsv, phrases_en.tsv, none_nl.tsv, none_en.tsv and personas/p*.json;
              otherwise our own development sets
Public benchmarks count along where ../shared/benchmarks is there.
Tables on standard error, one JSON line on standard output.`;

const fromRoot = (...path: string[]) => fileURLToPath(new URL(join("..", "..", ...path), import.meta.url));

await runCommand(help, async () => {
  const { embeddings, data = fromRoot("tests", "fixtures", "gold") } = commandOptions({ embeddings: { type: "string" }, data: { type: "string" } });
  // Read first: what cannot be measured with is said before anything is opened.
  const personas = readPersonas(join(data, "personas"));
  const messages = { nl: readMessages(join(data, "none_nl.tsv")), en: readMessages(join(data, "none_en.tsv")) };
  const config = readConfig(".env", embeddings ? { EMBEDDINGS: embeddings } : {});
  const { catalogue, grounder, finder } = await openSkillsFor(false, config);

  const groundingFigures = await evaluateGrounding(grounder, catalogue, data, fromRoot("..", "shared", "benchmarks"));
  const grounding = Object.fromEntries(Object.entries(groundingFigures).map(([name, figures]) => [name, rounded(figures)]));
  const gate = {
    nl: rounded(await evaluateGate(messages.nl, "nl", finder)),
    en: rounded(await evaluateGate(messages.en, "en", finder)),
  };
  const counts = await evaluatePersonas(personas, finder, catalogue);
  const countsIn = (language: "nl" | "en") => counts.filter((_, index) => personas[index]?.lang === language);
  const interviews = {
    all: rounded(summarisePersonas(counts)),
    nl: rounded(summarisePersonas(countsIn("nl"))),
    en: rounded(summarisePersonas(countsIn("en"))),
  };

  const { info, size } = catalogue;
  showTable(`Words to concepts (${info.name} ${info.version}, ${size} concepts, embeddings: ${embeddings ?? config.embeddings.kind})`, grounding);
  showTable("Messages with and without a skill: share for which nothing, and something, was offered", gate);
  const byFigure = Object.keys(interviews.all).map((name) => [
    name,
    { all: interviews.all[name] ?? null, nl: interviews.nl[name] ?? null, en: interviews.en[name] ?? null },
  ]);
  showTable("Personas", Object.fromEntries(byFigure));
  printLine({ taxonomy: { ...info, concepts: size }, embeddings: embeddings ?? config.embeddings.kind, grounding, gate, personas: interviews });
});
