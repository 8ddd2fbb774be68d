import { join } from "node:path";
import { SingleBar } from "cli-progress";
import type { RecordedModel } from "../../composition/recorded-model.ts";
import type { TaxonomyInfo } from "../../domain/concept.ts";
import { openSkillsFor } from "../shell.ts";
import { playInterviews } from "./interviews.ts";
import { measure, type Measured } from "./measure.ts";
import type { Plan } from "./plans.ts";
import { type Run, writtenFigures } from "./results-file.ts";
import { type readOwnSets, type Sets, setsFor } from "./sets.ts";

/** A plan carried out: what it gave, and what is too fleeting to keep. */
export interface Carried {
  readonly run: Run;
  readonly measured: Measured;
  /** All sets that the taxonomy can answer, also those that this plan left out. */
  readonly sets: Sets;
}

export interface Material {
  readonly own: ReturnType<typeof readOwnSets>;
  /** Folder with public sets; need not exist. */
  readonly benchmarks: string;
  /** Embedder of the installation: others keep their vectors elsewhere. */
  readonly usualEmbeddings: string;
  readonly recorded: RecordedModel | null;
  /** Names of the sets that there are recorded replies for. */
  readonly recordedSets: ReadonlySet<string>;
}

/** @throws {WeightsMissingError} */
export async function carryOut({ key, config }: Plan, material: Material): Promise<Carried> {
  const { own, benchmarks, usualEmbeddings, recorded, recordedSets } = material;
  const model = key.extractor === "recorded" ? recorded : null;
  const elsewhere = join(config.dataDir, "eval", "vectors", key.embeddings.replace(/[^\w.-]+/g, "-"));
  const skills = await openSkillsFor(false, config, {
    ...(model ? { recorded: model } : {}),
    ...(key.embeddings === usualEmbeddings ? {} : { vectorsDir: elsewhere }),
  });
  const sets = setsFor(own, benchmarks, skills.catalogue);
  const asked = model ? onlySets(sets, recordedSets) : sets;
  const bar = new SingleBar({
    stream: process.stderr,
    format: `measuring (${key.extractor}, ${key.index}) {bar} {value}/{total}`,
    noTTYOutput: false,
  });
  bar.start(textsIn(asked), 0);
  const measured = await measure(skills, asked, (done) => bar.update(done));
  bar.stop();
  // What the person is asked does not hang on where the vectors lie.
  const isPlayed = key.index === "memory" && (!model || recordedSets.has("interviews"));
  const interviews = isPlayed
    ? await playInterviews({ config: { ...config, model: model?.config ?? null }, skills, withModel: model !== null }, sets.personas)
    : {};
  const { info, size } = skills.catalogue;
  const outcomes = { ...measured.outcomes, interviews };
  const run = {
    taxonomy: taxonomyName(info),
    ...key,
    concepts: size,
    figures: writtenFigures(outcomes),
    reliability: measured.reliability,
    outcomes,
  };
  return { run, measured, sets };
}

/** "ESCO 1.2.0 starter". */
const taxonomyName = ({ name, version }: TaxonomyInfo) => `${name} ${version}`;

function onlySets({ ranked, agreement, gate, personas, talk }: Sets, names: ReadonlySet<string>): Sets {
  const isWanted = ({ name }: { readonly name: string }) => names.has(name) || names.has(name.replace(/_none$/, ""));
  return {
    ranked: ranked.filter(isWanted),
    agreement: agreement.filter(isWanted),
    gate: gate.filter(isWanted),
    personas: names.has("personas") ? personas : [],
    talk: talk.filter(isWanted),
  };
}

function textsIn({ ranked, agreement, gate, personas, talk }: Sets): number {
  const texts = [
    ...ranked.flatMap(({ rows }) => rows.map(({ language, text }) => `${language} ${text}`)),
    ...gate.flatMap(({ rows, language }) => rows.map(({ text }) => `${language} ${text}`)),
    ...agreement.flatMap(({ rows }) => rows.flatMap(({ nl, en }) => [`nl ${nl}`, `en ${en}`])),
  ];
  return new Set(texts).size + personas.length + talk.flatMap(({ rows }) => rows).length;
}
