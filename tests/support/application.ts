import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Application, startApplication } from "../../src/composition/application.ts";
import { createLog } from "../../src/composition/log.ts";
import { loadConfig } from "../../src/config.ts";
import { quickTmpdir } from "./quick-tmpdir.ts";

export interface TestApplication extends Application {
  readonly dataDir: string;
  /** Every line that was logged. */
  readonly logged: string[];
}

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Names what the vectors are made from; they are kept under it, so that they never outlive a change of the taxonomy. */
function contentName(): string {
  const hash = createHash("sha256");
  const files = readdirSync(fromRoot("taxonomy"), { recursive: true, encoding: "utf8" }).map((name) => join(fromRoot("taxonomy"), name));
  for (const file of [...files.filter((path) => statSync(path).isFile()).toSorted(), fromRoot("src/grounding/vectors.ts")])
    hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Vectors of the starter taxonomy, built once for all tests; the product itself checks that they fit. */
const caches = fromRoot("node_modules/.cache/skillsgesprek");
const vectorsCache = join(caches, contentName());

/** Puts vectors aside for the next test, whole or not at all; where that cannot be written, the next test builds its own. */
async function keepVectors(taxonomies: string): Promise<void> {
  if (existsSync(vectorsCache) || !existsSync(taxonomies)) return;
  const partial = `${vectorsCache}.${process.pid}.partial`;
  try {
    await mkdir(caches, { recursive: true });
    await cp(taxonomies, partial, { recursive: true });
    await rename(partial, vectorsCache);
  } catch {
    await rm(partial, { recursive: true, force: true });
  }
}

/** The whole product on a free port, with a data folder of its own, on the starter taxonomy. */
export async function startTestApplication(settings: Readonly<Record<string, string>> = {}): Promise<TestApplication> {
  const dataDir = settings["DATA_DIR"] ?? (await mkdtemp(join(quickTmpdir, "skillsgesprek-test-")));
  const taxonomies = join(dataDir, "taxonomies");
  if (existsSync(vectorsCache)) await cp(vectorsCache, taxonomies, { recursive: true, force: false });
  const logged: string[] = [];
  const log = createLog("info", (line) => logged.push(line));
  const application = await startApplication(loadConfig({ PORT: "0", ...settings, DATA_DIR: dataDir }), { log });
  if (settings["DATA_DIR"] === undefined && settings["EMBEDDINGS"] === undefined) await keepVectors(taxonomies);
  return {
    ...application,
    dataDir,
    logged,
    async close() {
      await application.close();
      if (settings["DATA_DIR"] === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Builds the vectors, unless a test before did. */
export async function haveVectors(): Promise<void> {
  if (!existsSync(vectorsCache)) await (await startTestApplication()).close();
}

/** Puts the built vectors, and nothing else, into a data folder, for a server that shall start at once. */
export async function putVectors(dataDir: string): Promise<void> {
  if (existsSync(vectorsCache)) await cp(vectorsCache, join(dataDir, "taxonomies"), { recursive: true });
}
