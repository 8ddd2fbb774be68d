import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv, readEveryday, type Row } from "./esco-concepts.ts";

export interface Pair {
  readonly nl: string;
  readonly en: string;
  /** How much the pair counts. */
  readonly weight: number;
}

export interface Pairs {
  /** Texts that say the same, for aligning words. */
  readonly aligned: readonly Pair[];
  /** Short texts whose Dutch should land on the embedding of their English. */
  readonly projected: readonly Pair[];
  /** What ESCO says of its concepts, where it says so in both languages. */
  readonly meanings: readonly Pair[];
  /** Our own glossary: Dutch word, or two words that together mean something, and the English to put there. */
  readonly glossary: readonly { readonly nl: string; readonly en: string }[];
}

/** What our own sentences count beside a label of ESCO: people talk like these. */
const sentenceWeight = 3;

/** What a description of ESCO counts: whole sentences, though nobody talks like them. */
const meaningWeight = 2;

/** Of two files that read a word differently the later one wins: the first glossary was written with the rules beside it, the everyday one to fill gaps. */
const weightOf = (name: string) => (name === "glossary.tsv" ? 2 : name === "glossary-everyday.tsv" ? 0 : 1);

const cellLines = (cell: string | undefined) =>
  (cell ?? "")
    .split(/\n| \| /)
    .map((text) => text.trim())
    .filter(Boolean);

export function readPairs(escoFolder: string, everydayFolder: string, bridgeFolder: string): Pairs {
  const aligned: Pair[] = [];
  const projected: Pair[] = [];
  const meanings: Pair[] = [];
  for (const name of ["skills", "occupations", "ISCOGroups", "skillGroups", "digitalSkillsCollection", "transversalSkillsCollection"]) {
    const english = new Map(readCsv(join(escoFolder, "en", `${name}_en.csv`)).map((row) => [row["conceptUri"], row]));
    for (const dutch of readCsv(join(escoFolder, "nl", `${name}_nl.csv`))) {
      const other = english.get(dutch["conceptUri"] ?? "");
      if (other) addRow({ aligned, projected, meanings }, dutch, other);
    }
  }
  for (const own of readEveryday(everydayFolder).values()) {
    const both = [own.headline, own.meaning].map(({ nl, en }) => ({ nl, en, weight: 1 }));
    aligned.push(...both);
    projected.push(...both);
    own.phrases.nl.forEach((nl, i) =>
      projected.push({ nl, en: own.phrases.en[i % own.phrases.en.length] ?? own.headline.en, weight: 0.5 }, { nl, en: own.headline.en, weight: 0.5 }),
    );
  }
  const files = (kind: string) =>
    readdirSync(bridgeFolder)
      .filter((name) => name.startsWith(kind) && name.endsWith(".tsv"))
      .toSorted((a, b) => weightOf(a) - weightOf(b) || (a < b ? -1 : 1))
      .map((name) => readFileSync(join(bridgeFolder, name), "utf8"));
  for (const { nl, en } of files("sentences").flatMap(readSentences)) {
    aligned.push({ nl, en, weight: sentenceWeight });
    projected.push({ nl, en, weight: sentenceWeight });
  }
  const glossary = files("glossary").flatMap(readGlossary);
  projected.push(...glossary.flatMap(({ nl, en }) => (en ? [{ nl, en, weight: 1 }] : [])));
  return { aligned, projected, meanings, glossary };
}

function addRow({ aligned, projected, meanings }: Record<"aligned" | "projected" | "meanings", Pair[]>, dutch: Row, english: Row): void {
  const en = english["preferredLabel"] ?? "";
  const nl = dutch["preferredLabel"] ?? "";
  if (nl && en) {
    aligned.push({ nl, en, weight: 1 });
    projected.push({ nl, en, weight: 1 });
  }
  for (const alternative of cellLines(dutch["altLabels"])) {
    aligned.push({ nl: alternative, en, weight: 0.5 });
    projected.push({ nl: alternative, en, weight: 0.7 });
  }
  const descriptions = { nl: dutch["description"] ?? "", en: english["description"] ?? "" };
  if (!descriptions.nl || !descriptions.en || descriptions.nl === descriptions.en) return;
  aligned.push({ ...descriptions, weight: 1 });
  meanings.push({ ...descriptions, weight: meaningWeight });
}

/** Lines `dutch <tab> english`; several Dutch words with one meaning are parted by commas; `#` begins a comment, `-` is nothing. */
function readGlossary(text: string): { nl: string; en: string }[] {
  return text.split("\n").flatMap((line) => {
    const [dutch, en] = line.split("\t");
    if (!dutch || !en || line.startsWith("#")) return [];
    return dutch.split(",").map((nl) => ({ nl: nl.trim(), en: en.trim() === "-" ? "" : en.trim() }));
  });
}

/** Lines `dutch <tab> english`. */
function readSentences(text: string): { nl: string; en: string }[] {
  return text.split("\n").flatMap((line) => {
    const [nl, en] = line.split("\t");
    return nl && en ? [{ nl, en }] : [];
  });
}
