import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openCurrentTaxonomy, taxonomiesDir } from "../../src/taxonomy/taxonomies.ts";
import { dutch, folderOf, importInto, skillsCsv, smallEsco, temporaryDir, uri } from "./made-up-esco.ts";

const child = fileURLToPath(new URL("import-child.ts", import.meta.url));
const visible = async (dataDir: string) => (await readdir(taxonomiesDir(dataDir))).sort();

async function inUse() {
  const dataDir = await temporaryDir();
  await importInto(dataDir, await folderOf(smallEsco), { name: "in-use" });
  return { dataDir, before: await visible(dataDir) };
}
const another = () =>
  folderOf({
    "skills_nl.csv": skillsCsv(Array.from({ length: 2_000 }, (_, i) => ({ conceptUri: uri(i), preferredLabel: `iets doen met ding ${i}` }))),
  });

describe("an import that is killed", () => {
  test.for(["checking", "reading", "embedding"])(
    "while it is %s leaves the one in use as it was, and the next import works and cleans up",
    async (stage) => {
      const { dataDir, before } = await inUse();
      const source = await another();
      const running = spawn(process.execPath, [child, source, dataDir, "another", stage], { stdio: ["ignore", "pipe", "inherit"] });
      const [said] = await once(running.stdout, "data");
      expect(String(said)).toBe(`stopped in ${stage}\n`);
      if (stage !== "checking") expect(await visible(dataDir)).toHaveLength(before.length + 1);
      running.kill("SIGKILL");
      await once(running, "exit");

      expect(await openCurrentTaxonomy(dataDir)).toMatchObject({ name: "in-use", problem: null, catalogue: { size: 3 } });
      await importInto(dataDir, source, { name: "another" });
      expect(await openCurrentTaxonomy(dataDir)).toMatchObject({ name: "another", problem: null, catalogue: { size: 2_000 } });
      expect((await readdir(taxonomiesDir(dataDir))).filter((name) => name.startsWith("."))).toEqual([]);
    },
  );

  test("while another one runs does not take that one's work away", async () => {
    const { dataDir, before } = await inUse();
    const running = spawn(process.execPath, [child, await another(), dataDir, "another", "embedding"], { stdio: ["ignore", "pipe", "inherit"] });
    await once(running.stdout, "data");
    await importInto(dataDir, await folderOf({ "skills_nl.csv": skillsCsv(dutch) }), { name: "third" });
    const hidden = (await visible(dataDir)).filter((name) => name.startsWith(".importing"));
    running.kill("SIGKILL");
    await once(running, "exit");
    expect(hidden).toHaveLength(1);
    expect(await visible(dataDir)).toEqual(expect.arrayContaining(before));
  });
});

describe("an import that breaks", () => {
  test("because its vectors cannot be built leaves nothing behind", async () => {
    const { dataDir, before } = await inUse();
    const buildVectors = () => Promise.reject(new Error("no weights"));
    await expect(importInto(dataDir, await another(), { buildVectors })).rejects.toThrow("no weights");
    expect(await visible(dataDir)).toEqual(before);
    expect((await openCurrentTaxonomy(dataDir)).name).toBe("in-use");
  });

  test("because there is no room for its files says so and leaves nothing behind", async ({ skip }) => {
    if (process.platform === "win32") skip("there is no ulimit");
    const { dataDir, before } = await inUse();
    // No file may grow beyond 64 kB: writing fails as on a full disk.
    const limited = `trap '' XFSZ; ulimit -f 128; exec "$0" "$@"`;
    const running = spawn("/bin/sh", ["-c", limited, process.execPath, child, await another(), dataDir, "another"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(running.stdout, "data");
    expect(String(said)).toMatch(/^taxonomy_storage_failed: There is no room left/);
    expect(await visible(dataDir)).toEqual(before);
    expect(await openCurrentTaxonomy(dataDir)).toMatchObject({ name: "in-use", problem: null });
    await importInto(dataDir, await another(), { name: "another" });
    expect((await openCurrentTaxonomy(dataDir)).name).toBe("another");
  });
});
