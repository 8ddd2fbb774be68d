import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

const source = (name: string) => JSON.stringify(new URL(`../../src/grounding/${name}`, import.meta.url).href);
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "quiet-"));
});
afterEach(() => rmSync(home, { recursive: true }));

/** Runs a few lines in a process with an empty home, as on a machine that is not a build server's. @returns the files in its home afterwards */
async function leftBy(lines: string): Promise<readonly string[]> {
  const script = join(home, "script.mjs");
  const own = join(home, "home");
  mkdirSync(own);
  writeFileSync(script, lines);
  const env = { PATH: process.env["PATH"] ?? "", HOME: own, XDG_CACHE_HOME: join(own, "cache") };
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script], { env, stdio: "inherit" });
  expect(await once(child, "exit")).toEqual([0, null]);
  return readdirSync(own, { recursive: true, encoding: "utf8" });
}

const matrix = `const { createMatrixProduct } = await import(${source("matrix-product.ts")});
await (await createMatrixProduct(new Float32Array([1, 0]), 2)).multiply([new Float32Array([1, 0])]);`;
const thread = `const { startEmbeddingThread } = await import(${source("embedding-thread.ts")});
const thread = await startEmbeddingThread();
await thread.embed(["ik bak brood"], "nl");
await thread.close();`;
/** So that it could have written. */
const wait = `await new Promise((resolve) => setTimeout(resolve, 1500));`;

test("multiplying leaves nothing: no id of the machine, no reports to send", { timeout: 120_000 }, async () => {
  expect(await leftBy(`${matrix}\n${wait}`)).toEqual([]);
});

test("embedding leaves nothing, nor does multiplying after it", { timeout: 120_000 }, async () => {
  expect(await leftBy(`${thread}\n${matrix}\n${wait}`)).toEqual([]);
});

test("left to itself the runtime does write: so the two above can fail", { timeout: 120_000 }, async () => {
  const itself = `process.env = new Proxy(process.env, { set: () => true });\n${matrix}\n${wait}`;
  expect((await leftBy(itself)).some((path) => path.includes("onnxruntime"))).toBe(true);
});
