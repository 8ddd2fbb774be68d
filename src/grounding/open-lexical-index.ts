import { join } from "node:path";
import type { Concept } from "../domain/concept.ts";
import { VectorsOutdatedError } from "./errors.ts";
import { lexicalMark, loadSides, saveSides } from "./lexical-file.ts";
import { createLexicalIndex, type LexicalIndex, readSides } from "./lexical-index.ts";

export interface OpenedLexicalIndex {
  readonly lexical: LexicalIndex;
  /** Why what was read of the words could not be kept, with the way out; null when all is well. */
  readonly problem: string | null;
}

/** Search by words from its file in `directory`; where there is none of these concepts, they are read and it is put there.  @param save for tests */
export async function openLexicalIndex(concepts: readonly Concept[], directory: string, save = saveSides): Promise<OpenedLexicalIndex> {
  const path = join(directory, "words.bin");
  const mark = await lexicalMark(concepts);
  try {
    return { lexical: createLexicalIndex(concepts, await loadSides(path, mark)), problem: null };
  } catch (error) {
    if (!(error instanceof VectorsOutdatedError)) throw error;
  }
  const sides = readSides(concepts);
  const problem = await save(path, sides, mark).then(() => null, notKept);
  return { lexical: createLexicalIndex(concepts, sides), problem };
}

const outOfRoom = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** Nobody's search is worse for it: only the next start takes longer. @throws what is no fault of the disk's */
function notKept(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === null) throw error;
  const why = outOfRoom.has(code) ? "the disk of DATA_DIR is full: make room there" : `DATA_DIR cannot be written (${code}): let it be written`;
  return `The words of the taxonomy are read anew at each start, which takes a second or two, for ${why}`;
}
