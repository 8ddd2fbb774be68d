import type { Exporters } from "../passport/export/exporter.ts";
import { exportJson } from "../passport/export/json.ts";
import { exportJsonResume } from "../passport/export/json-resume.ts";

/** Every way out of a passport, by its format. */
export function openExporters(): Exporters {
  return { json: exportJson, "json-resume": exportJsonResume };
}
