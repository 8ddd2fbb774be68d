import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface Asset {
  readonly type: string;
  readonly plain: Uint8Array;
  readonly gzip: Uint8Array;
  readonly brotli: Uint8Array;
}

export interface ChatAssets {
  /** Files by name, each named after its content, so that browsers may keep them for ever. */
  readonly files: ReadonlyMap<string, Asset>;
  readonly script: string;
  readonly style: string;
}

const entry = (name: string) => fileURLToPath(new URL(`client/${name}`, import.meta.url));
const types: Readonly<Record<string, string>> = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

function assetOf(name: string, plain: Uint8Array): Asset {
  return {
    type: types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    plain,
    gzip: gzipSync(plain, { level: 9 }),
    brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  };
}

/** Bundles the page's script and style, in memory; cards come as a piece of their own, loaded with the first card. */
export async function buildChatAssets(): Promise<ChatAssets> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry("main.ts"), entry("style.css")],
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    legalComments: "none",
    write: false,
    metafile: true,
    outdir: "assets",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    target: ["es2022", "chrome100", "firefox100", "safari15"],
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    logLevel: "silent",
  });
  const files = new Map(outputFiles.map((file) => [file.path.split(/[\\/]/).at(-1) ?? "", assetOf(file.path, file.contents)]));
  const nameOf = (ending: string) => {
    const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint?.endsWith(ending));
    return found?.[0].split("/").at(-1) ?? "";
  };
  return { files, script: nameOf("main.ts"), style: nameOf("style.css") };
}

