import type { Response } from "restify";
import type { ExportedFile, ExportFormat } from "../../passport/export/exporter.ts";

/** What a file is called where it lands; no name of a person stands in it. */
const names: Readonly<Record<ExportFormat, string>> = {
  pdf: "skillspaspoort",
  json: "passport",
  "json-resume": "resume",
  "open-badge": "open-badge",
};

/** Hands an export out as a download and nothing else. */
export function sendExport(response: Response, format: ExportFormat, { bytes, mediaType, ending }: ExportedFile): void {
  response.setHeader("Content-Type", mediaType);
  response.setHeader("Content-Disposition", `attachment; filename="${names[format]}.${ending}"`);
  response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cache-Control", "no-store");
  response.writeHead(200, { "Content-Length": String(bytes.length) });
  response.end(Buffer.from(bytes));
}
