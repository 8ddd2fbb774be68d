import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Application, startApplication } from "../../src/composition/application.ts";
import { createLog } from "../../src/composition/log.ts";
import { loadConfig } from "../../src/config.ts";

export interface TestApplication extends Application {
  readonly dataDir: string;
  /** Every line that was logged. */
  readonly logged: string[];
}

/** Vectors of the starter taxonomy, built once for all tests; the product itself checks that they fit. */
const vectorsCache = fileURLToPath(new URL("../../node_modules/.cache/skillsgesprek/taxonomies", import.meta.url));

/** The whole product on a free port, with a data folder of its own, on the starter taxonomy. */
export async function startTestApplication(settings: Readonly<Record<string, string>> = {}): Promise<TestApplication> {
  const dataDir = settings["DATA_DIR"] ?? (await mkdtemp(join(tmpdir(), "skillsgesprek-test-")));
  const taxonomies = join(dataDir, "taxonomies");
  await cp(vectorsCache, taxonomies, { recursive: true, force: false }).catch(() => undefined);
  const logged: string[] = [];
  const log = createLog("info", (line) => logged.push(line));
  const application = await startApplication(loadConfig({ PORT: "0", ...settings, DATA_DIR: dataDir }), { log });
  await cp(taxonomies, vectorsCache, { recursive: true, force: false }).catch(() => undefined);
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

/** Puts the built vectors into a data folder, for a server that shall start at once; builds them where no test did so yet. */
export async function putVectors(dataDir: string): Promise<void> {
  if (!existsSync(vectorsCache)) await (await startTestApplication()).close();
  await cp(vectorsCache, join(dataDir, "taxonomies"), { recursive: true });
}
