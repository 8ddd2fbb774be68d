/**
 * Imports in a process of its own, to be killed: `node import-child.ts SOURCE DATA_DIR NAME [STAGE]`. Stops dead, still
 * running, once it is in the middle of that stage, and says so on standard output.
 */
import { writeSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { importTaxonomy } from "../../src/taxonomy/import-taxonomy.ts";

const [source = "", dataDir = "", name = "", stage] = process.argv.slice(2);
const stopIn = (now: string) => {
  if (now !== stage) return;
  writeSync(1, `stopped in ${now}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
try {
  await importTaxonomy({
    source,
    dataDir,
    name,
    now: new Date(),
    buildVectors: async (_concepts, directory) => {
      await writeFile(join(directory, "vectors.bin"), Buffer.alloc(1_000));
      stopIn("embedding");
    },
    onProgress: (now, done) => {
      if (done > 0) stopIn(now);
    },
  });
  writeSync(1, "imported\n");
} catch (error) {
  writeSync(1, `${error instanceof Error ? `${"code" in error ? String(error.code) : ""}: ${error.message}` : "?"}\n`);
  process.exitCode = 1;
}
