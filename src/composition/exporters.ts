import type { CredentialSigner } from "../domain/signing.ts";
import type { Exporters } from "../passport/export/exporter.ts";
import type { Vouch } from "../domain/vouching.ts";
import { exportJson } from "../passport/export/json.ts";
import { createJsonResumeExporter } from "../passport/export/json-resume.ts";
import { createOpenBadgeExporter } from "../passport/export/open-badge.ts";
import { pdfExporter, type PdfSetter } from "../passport/export/pdf/export-pdf.ts";

export interface ExporterDeps {
  readonly pdf: PdfSetter;
  readonly signer: CredentialSigner;
  readonly vouch: Vouch;
}

/** Every way out of a passport, by its format. */
export function openExporters({ pdf, signer, vouch }: ExporterDeps): Exporters {
  return {
    pdf: pdfExporter(pdf, vouch),
    json: exportJson,
    "json-resume": createJsonResumeExporter(vouch),
    "open-badge": createOpenBadgeExporter(signer),
  };
}
