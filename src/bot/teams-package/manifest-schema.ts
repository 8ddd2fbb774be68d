import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import addFormats from "ajv-formats";
import Ajv from "ajv-draft-04";
import { manifestVersion } from "./manifest.ts";

const schemaFiles = { manifest: "MicrosoftTeams.schema.json", localisation: "MicrosoftTeams.Localization.schema.json" } as const;

function bundledSchema(file: string): object {
  const entry = createRequire(import.meta.url).resolve("@microsoft/app-manifest");
  const text = readFileSync(join(dirname(entry), "json-schemas", "teams", `v${manifestVersion}`, file), "utf8");
  const schema: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
  if (typeof schema !== "object" || schema === null) throw new TypeError(`${file} is no schema`);
  return schema;
}

/** What Microsoft's published schema has against a file of the app, each as "place: what"; none: it passes. Nothing is fetched. */
export function manifestProblems(kind: keyof typeof schemaFiles, content: unknown): readonly string[] {
  // Their patterns have escapes that the strict reading of Unicode patterns refuses.
  const ajv = new Ajv.default({ strict: false, unicodeRegExp: false, allErrors: true });
  addFormats.default(ajv, ["uri", "email", "regex"]);
  const validate = ajv.compile(bundledSchema(schemaFiles[kind]));
  if (validate(content)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"}: ${message ?? "does not fit"}`);
}
