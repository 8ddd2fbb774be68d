import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { InternalError } from "../../domain/errors.ts";

export interface Asset {
  readonly type: string;
  readonly plain: Uint8Array;
  /** As small as it goes: packed when somebody first asks for it, for that takes as long as bundling. */
  readonly packed: (encoding: Packing) => Promise<Uint8Array>;
}

export type Packing = "br" | "gzip";

export interface ChatAssets {
  /** Files by name; names hold a hash of the content, so that a browser may keep them for ever. */
  readonly files: ReadonlyMap<string, Asset>;
  readonly script: string;
  readonly style: string;
}

export class AssetMissingError extends InternalError {
  readonly code = "web_asset_missing";
  constructor(ending: string) {
    super(`the bundle of the page holds no ${ending}`);
  }
}

const types: Readonly<Record<string, string>> = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

/** Polyfills for browsers that are gone, another transport, and carousels: a third of the weight, and never run here. */
const leaveOut: Plugin = {
  name: "leave-out",
  setup({ onResolve, onLoad }) {
    const nothing = (path: string) => ({ path, namespace: "nothing", sideEffects: false });
    onResolve({ filter: /^(?:core-js\/|url-search-params-polyfill$|swiper(?:\/|$))/ }, ({ path }) => nothing(path));
    onResolve({ filter: /^\.\/directLineStreaming$/ }, ({ path }) => nothing(path));
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "module.exports = {};", loader: "js" }));
  },
};

function fileNameOf(url: URL): string {
  return `/${url.pathname.split("/").at(-1) ?? ""}`;
}

const packers: Readonly<Record<Packing, (plain: Uint8Array) => Promise<Uint8Array>>> = {
  br: (plain) => promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (plain) => promisify(gzip)(plain, { level: 9 }),
};

function assetOf(name: string, plain: Uint8Array): Asset {
  const packed = new Map<Packing, Promise<Uint8Array>>();
  return {
    type: types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    plain,
    packed: (encoding) => {
      const before = packed.get(encoding) ?? packers[encoding](plain);
      packed.set(encoding, before);
      return before;
    },
  };
}

/** Bundles the page's script and style, in memory. What draws cards is a piece of its own, fetched after the first words. */
export function buildChatAssets(): Promise<ChatAssets> {
  return buildPageAssets(new URL("client/main.ts", import.meta.url), new URL("client/style.css", import.meta.url));
}

/** Bundles the script and style of one page, in memory. @param script `*.ts`  @param style `*.css`; no two of our pages share a name */
export async function buildPageAssets(script: URL, style: URL): Promise<ChatAssets> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(script), fileURLToPath(style)],
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
    target: ["es2020", "chrome87", "firefox83", "safari14.1"],
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    plugins: [leaveOut],
    logLevel: "silent",
  });
  const named = outputFiles.map(({ path, contents }) => {
    const name = path.split(/[\\/]/).at(-1) ?? "";
    return [name, assetOf(name, contents)] as const;
  });
  const entryFile = (ending: string): string => {
    const found = Object.entries(metafile.outputs)
      .find(([, output]) => output.entryPoint?.endsWith(ending))?.[0]
      .split("/")
      .at(-1);
    if (found === undefined) throw new AssetMissingError(ending);
    return found;
  };
  return { files: new Map(named), script: entryFile(fileNameOf(script)), style: entryFile(fileNameOf(style)) };
}
