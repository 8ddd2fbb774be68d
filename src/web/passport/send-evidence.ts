import type { Response } from "restify";
import type { ClaimFile, ClaimFileKind } from "../../domain/passport.ts";

const types: Readonly<Record<ClaimFileKind, string>> = { pdf: "application/pdf", jpeg: "image/jpeg", png: "image/png" };
const endings: Readonly<Record<ClaimFileKind, string>> = { pdf: "pdf", jpeg: "jpg", png: "png" };

/** The name under which it is downloaded, in the two forms of RFC 6266. */
export function dispositionOf({ name, kind }: Pick<ClaimFile, "name" | "kind">): string {
  const full = `${name}.${endings[kind]}`;
  const plain = full
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9 ._-]/g, "")
    .trim();
  const encoded = encodeURIComponent(full).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain.startsWith(".") || plain === "" ? `file.${endings[kind]}` : plain}"; filename*=UTF-8''${encoded}`;
}

/** Hands a file out as a download and nothing else: whatever is in it, it is never shown, run or guessed at on our address. */
export function sendEvidence(response: Response, file: Pick<ClaimFile, "name" | "kind">, content: Uint8Array): void {
  response.setHeader("Content-Type", types[file.kind]);
  response.setHeader("Content-Disposition", dispositionOf(file));
  response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cache-Control", "no-store");
  response.writeHead(200, { "Content-Length": String(content.length) });
  response.end(content);
}
