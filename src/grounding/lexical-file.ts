import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { z } from "zod";
import { type Concept, headlineToSearch } from "../domain/concept.ts";
import { VectorsOutdatedError } from "./errors.ts";
import type { LexicalSides } from "./lexical-index.ts";
import type { LexicalTables } from "./lexical-tables.ts";
import { writeWhole } from "./whole-file.ts";

const Header = z.object({
  format: z.literal("skillsgesprek-words"),
  version: z.literal(1),
  mark: z.string(),
  checksum: z.number(),
  /** How many numbers each table has, in the order of {@link numbersOf}. */
  counts: z.array(z.number().int().nonnegative()),
});
type Header = z.infer<typeof Header>;

type Numbers = Uint16Array | Uint32Array | Float32Array | Float64Array;

/** The code that decides what is read of a text: whatever changes there makes another file. */
export const readingCode = [
  "../domain/concept.ts",
  "dutch-stem.ts",
  "dutch-strong-forms.ts",
  "first-place.ts",
  "lexical-tables.ts",
  "reading-words.ts",
  "vocabulary.ts",
  "word-list.ts",
  "words.ts",
] as const;

/** Changes with any text that search by words reads, with the concepts' order, and with the code (or the Unicode tables) that reads them. */
export async function lexicalMark(concepts: readonly Concept[], code: readonly string[] = readingCode): Promise<string> {
  const hash = createHash("sha256").update(process.versions["unicode"] ?? "");
  for (const source of await Promise.all(code.map((name) => readFile(new URL(name, import.meta.url))))) hash.update(source);
  for (let from = 0; from < concepts.length; from += conceptsAtOnce)
    hash.update(
      JSON.stringify(
        concepts.slice(from, from + conceptsAtOnce).map((concept) => [concept.label, concept.altLabels, headlineToSearch(concept), concept.phrases]),
      ),
    );
  return hash.digest("hex").slice(0, 32);
}

/** Some hundred kilobytes of text. */
const conceptsAtOnce = 500;

/** @param mark see {@link lexicalMark}  @throws what the disk says */
export async function saveSides(path: string, sides: LexicalSides, mark: string): Promise<void> {
  const tables = [sides.nl, sides.en].flatMap(numbersOf);
  const body = tables.map((part) =>
    Buffer.concat([Buffer.from(part.buffer, part.byteOffset, part.byteLength), Buffer.alloc(paddingOf(part.byteLength))]),
  );
  const header: Header = {
    format: "skillsgesprek-words",
    version: 1,
    mark,
    checksum: body.reduce((sum, part) => crc32(part, sum), 0),
    counts: tables.map(({ length }) => length),
  };
  const line = JSON.stringify(header);
  await writeWhole(path, [`${line.padEnd(line.length + paddingOf(Buffer.byteLength(line) + 1))}\n`, ...body]);
}

/** @throws {VectorsOutdatedError} when the file is absent, damaged, or made of other texts or by other code */
export async function loadSides(path: string, mark: string): Promise<LexicalSides> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new VectorsOutdatedError("There is no file of words yet", { cause });
  });
  const lineEnd = Math.max(0, bytes.indexOf(10));
  const header = parseHeader(bytes.subarray(0, lineEnd).toString());
  if (header.mark !== mark) throw new VectorsOutdatedError("The file of words was made of other texts, or by another release");
  const written = bytes.subarray(lineEnd + 1);
  if (crc32(written) !== header.checksum) throw new VectorsOutdatedError("The file of words is damaged");
  // Copied only where no numbers may begin: what is read is some megabytes.
  const { buffer, byteOffset, byteLength } = written.byteOffset % 8 === 0 ? written : new Uint8Array(written);
  const counts = header.counts.values();
  let from = 0;
  const damaged = new VectorsOutdatedError("The file of words is damaged");
  const next = (bytesEach: number) => {
    const [at, count] = [from, counts.next().value ?? 0];
    from += count * bytesEach + paddingOf(count * bytesEach);
    if (from > byteLength) throw damaged;
    return [buffer, byteOffset + at, count] as const;
  };
  const sides = { nl: tablesFrom(next), en: tablesFrom(next) };
  if (from !== byteLength) throw damaged;
  return sides;
}

function numbersOf({ terms, vocabulary, postings, lengths, wholes }: LexicalTables): Numbers[] {
  return [
    [terms.units, terms.starts, terms.slots],
    [vocabulary.pairs, vocabulary.pairStarts, vocabulary.pairWords, vocabulary.heads, vocabulary.tails],
    [postings.starts, postings.concepts, postings.weights, lengths],
    [wholes.hashes, wholes.starts, wholes.terms, wholes.concepts],
  ].flat();
}

/** In the order of {@link numbersOf}. */
function tablesFrom(next: (bytesEach: number) => readonly [ArrayBufferLike, number, number]): LexicalTables {
  const whole = () => new Uint32Array(...next(4));
  return {
    terms: { units: new Uint16Array(...next(2)), starts: whole(), slots: whole() },
    vocabulary: { pairs: whole(), pairStarts: whole(), pairWords: whole(), heads: whole(), tails: whole() },
    postings: { starts: whole(), concepts: whole(), weights: new Float32Array(...next(4)) },
    lengths: new Float64Array(...next(8)),
    wholes: { hashes: whole(), starts: whole(), terms: whole(), concepts: whole() },
  };
}

/** The first line ends and each table begins at a multiple of eight bytes. */
function paddingOf(byteLength: number): number {
  return (8 - (byteLength % 8)) % 8;
}

function parseHeader(line: string): Header {
  try {
    return Header.parse(JSON.parse(line));
  } catch (cause) {
    throw new VectorsOutdatedError("The file of words is damaged", { cause });
  }
}
