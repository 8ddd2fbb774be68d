/**
 * Builds the starter taxonomy: `node scripts/build-starter.ts ESCO_FOLDER`.
 * Our own texts in taxonomy/starter/everyday say which concepts it holds; facts about them come from ESCO. Running it
 * again changes nothing.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ReuseLevel } from "../src/domain/concept.ts";
import { EverydayText, parseJsonLines } from "../src/taxonomy/everyday-texts.ts";
import { nearestGroup } from "../src/taxonomy/nearest-group.ts";
import { StarterConcept, StarterGroup, StarterManifest } from "../src/taxonomy/starter-catalogue.ts";
import { mergeTexts, normaliseText, sharedPhrases } from "./everyday-merge.ts";
import { readCsv, type Row } from "./esco-concepts.ts";

const [escoFolder] = process.argv.slice(2);
if (!escoFolder) {
  console.error("usage: node scripts/build-starter.ts ESCO_FOLDER");
  process.exit(2);
}
const folder = join("taxonomy", "starter");
const prefix = "http://data.europa.eu/esco/";
const idOf = (uri: string) => uri.replace(prefix, "").replace(/^skill\//, "");
const byId = (rows: readonly Row[]) => new Map(rows.map((row) => [idOf(row["conceptUri"] ?? ""), row]));
const read = (language: "nl" | "en", name: string) => byId(readCsv(join(escoFolder, language, `${name}_${language}.csv`)));

const skills = { nl: read("nl", "skills"), en: read("en", "skills") };
const groups = { nl: read("nl", "skillGroups"), en: read("en", "skillGroups") };
const broader = new Map<string, string[]>();
for (const row of readCsv(join(escoFolder, "en", "broaderRelationsSkillPillar_en.csv"))) {
  const narrow = idOf(row["conceptUri"] ?? "");
  broader.set(narrow, [...(broader.get(narrow) ?? []), idOf(row["broaderUri"] ?? "")]);
}

const everydayFiles = readdirSync(join(folder, "everyday"))
  .filter((name) => name.endsWith(".jsonl"))
  .sort();
const written = everydayFiles.map((file) => ({
  file,
  texts: parseJsonLines(readFileSync(join(folder, "everyday", file), "utf8"), EverydayText, file).map(normaliseText),
}));
const labels = new Set([...skills.nl.values(), ...skills.en.values()].map((row) => (row["preferredLabel"] ?? "").toLowerCase()));
const { files, merged, droppedLabels } = mergeTexts(written, labels);
const texts = files.flatMap((file) => file.texts);

const facts = texts.map(({ id }) => {
  const [nl, en] = [skills.nl.get(id), skills.en.get(id)];
  const fact = {
    id,
    type: en?.["skillType"] === "knowledge" ? "knowledge" : "skill",
    reuse: ReuseLevel.safeParse(en?.["reuseLevel"]).data ?? null,
    nl: nl?.["preferredLabel"],
    en: en?.["preferredLabel"],
    group: nearestGroup(id, broader, (one) => groups.en.has(one)),
  };
  const parsed = StarterConcept.safeParse(fact);
  if (!parsed.success) throw new Error(`${id} is not in ESCO with a label in both languages and a group: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
});
const byCode = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const groupLines = [...new Set(facts.map((fact) => fact.group))]
  .map((id) => StarterGroup.parse({ id, nl: groups.nl.get(id)?.["preferredLabel"], en: groups.en.get(id)?.["preferredLabel"] }))
  .toSorted(byCode);

const outputs = new Map<string, string>();
const put = (name: string, lines: readonly unknown[]) => outputs.set(name, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
put("concepts.jsonl", facts.toSorted(byCode));
put("groups.jsonl", groupLines);
for (const { file, texts: own } of files) put(`everyday/${file}`, own);

const count = (wanted: (fact: StarterConcept) => boolean) => facts.filter(wanted).length;
const hashes = Object.fromEntries([...outputs].map(([name, content]) => [name, createHash("sha256").update(content).digest("hex")]));
const manifest: StarterManifest = {
  format: "skillsgesprek-starter",
  version: 1,
  source: {
    name: "ESCO",
    version: "1.2.0",
    publisher: "European Commission",
    reuse: "© European Union, Commission Decision 2011/833/EU",
    changes: "A selection. Of each concept only URI, type, reuse level, preferred label in Dutch and English and one broader group.",
  },
  notice: "This service uses the ESCO classification of the European Commission.",
  ownTexts: "Headlines, meanings and phrases in everyday/ are our own writing, not ESCO's.",
  date: dateFor(hashes),
  counts: {
    concepts: facts.length,
    skills: count((fact) => fact.type === "skill"),
    knowledge: count((fact) => fact.type === "knowledge"),
    transversal: count((fact) => fact.reuse === "transversal"),
    groups: groupLines.length,
    phrasesNl: texts.reduce((sum, text) => sum + text.phrases.nl.length, 0),
    phrasesEn: texts.reduce((sum, text) => sum + text.phrases.en.length, 0),
  },
  files: hashes,
};
for (const [name, content] of outputs) writeFileSync(join(folder, name), content);
writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);

for (const { phrase, ids } of sharedPhrases(texts)) console.error(`said of ${ids.length} concepts: "${phrase}" (${ids.join(", ")})`);
for (const phrase of droppedLabels) console.error(`left out, it is a label: "${phrase}"`);
console.error(`${facts.length} concepts, ${merged} of them written in more than one file`);
console.log(JSON.stringify(manifest.counts));

function dateFor(wanted: Readonly<Record<string, string>>): string {
  try {
    const before = StarterManifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
    if (Object.keys(wanted).every((name) => before.files[name] === wanted[name])) return before.date;
  } catch {
    // The first time there is none.
  }
  return new Date().toISOString().slice(0, 10);
}
