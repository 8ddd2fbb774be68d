import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Who may import whom, and which guarded packages a folder may use: as the architecture says it, not as the rules do. */
const architecture: Record<string, { folders: string[]; packages: string[] }> = {
  domain: { folders: [], packages: [] },
  taxonomy: { folders: ["domain"], packages: [] },
  grounding: { folders: ["domain"], packages: ["openai", "@qdrant/js-client-rest"] },
  extraction: { folders: ["domain"], packages: ["langchain", "@langchain/core/messages", "openai"] },
  dialogs: { folders: ["domain"], packages: [] },
  passport: { folders: ["domain"], packages: ["pg", "node:sqlite"] },
  identity: { folders: ["domain"], packages: [] },
  review: { folders: ["domain"], packages: [] },
  bot: { folders: ["domain", "dialogs"], packages: ["botbuilder", "botbuilder-dialogs", "botframework-connector", "restify"] },
  web: { folders: ["domain", "passport", "identity", "review"], packages: ["restify"] },
};
const folders = Object.keys(architecture);
const outer = ["cli", "composition"];
const forbiddenPackages: Record<string, string[]> = {
  domain: ["botbuilder", "restify", "langchain", "@langchain/openai", "openai", "openai/helpers/zod", "@qdrant/js-client-rest", "pg", "node:sqlite"],
  taxonomy: ["botbuilder-dialogs", "restify", "openai", "@qdrant/js-client-rest", "pg", "node:sqlite"],
  grounding: ["botbuilder", "restify", "pg", "node:sqlite"],
  extraction: ["botbuilder", "restify", "@qdrant/js-client-rest", "pg", "node:sqlite"],
  dialogs: ["restify", "langchain", "@langchain/core/messages", "openai", "@qdrant/js-client-rest", "pg", "node:sqlite"],
  passport: ["botbuilder", "botframework-connector", "restify", "langchain", "openai", "@qdrant/js-client-rest"],
  identity: ["botbuilder", "restify", "langchain", "openai", "@qdrant/js-client-rest", "pg", "node:sqlite"],
  review: ["botbuilder", "restify", "langchain", "openai", "@qdrant/js-client-rest", "pg", "node:sqlite"],
  bot: ["langchain", "@langchain/openai", "openai", "@qdrant/js-client-rest", "pg", "node:sqlite"],
  web: ["botbuilder", "botbuilder-dialogs", "botframework-connector", "langchain", "openai", "@qdrant/js-client-rest", "pg", "node:sqlite"],
};

interface Case {
  readonly path: string;
  readonly from: string;
  readonly how: string;
}
const importOf = (from: string) => `import { thing } from "${from}";\nthing();\n`;
const allowed: (Case & { readonly text: string })[] = [];
const forbidden: (Case & { readonly text: string })[] = [];

function add(to: typeof allowed, folder: string, from: string, how = "imports", text = importOf(from)): void {
  to.push({ path: `src/${folder}/case-${allowed.length + forbidden.length}.ts`, from, how, text });
}

for (const folder of folders) {
  const may = architecture[folder] ?? { folders: [], packages: [] };
  add(allowed, folder, "./beside.ts");
  for (const other of folders.filter((each) => each !== folder))
    add(may.folders.includes(other) ? allowed : forbidden, folder, `../${other}/thing.ts`);
  for (const other of outer) add(forbidden, folder, `../${other}/thing.ts`);
  for (const file of ["../index.ts", "../config.ts"]) add(forbidden, folder, file);
  for (const name of [...may.packages, "zod", "node:crypto"]) add(allowed, folder, name);
  for (const name of forbiddenPackages[folder] ?? []) add(forbidden, folder, name);
}
for (const from of ["../domain/thing.ts", "../web/thing.ts", "../config.ts", "botbuilder", "pg"])
  for (const folder of outer) add(allowed, folder, from);
add(
  forbidden,
  "domain",
  "../grounding/thing.ts",
  "imports a type from",
  `import type { Thing } from "../grounding/thing.ts";\nexport const thing: Thing | null = null;\n`,
);
add(forbidden, "extraction", "../grounding/thing.ts", "re-exports from", `export { thing } from "../grounding/thing.ts";\n`);
add(forbidden, "extraction", "../grounding/thing.ts", "re-exports all of", `export * from "../grounding/thing.ts";\n`);
add(forbidden, "dialogs", "../grounding/thing.ts", "imports while running", `export const thing = await import("../grounding/thing.ts");\n`);
add(forbidden, "web/passport", "../../dialogs/thing.ts", "imports, a folder deeper,");
add(allowed, "web/passport", "../../passport/thing.ts", "imports, a folder deeper,");

const Diagnostics = z.object({
  number_of_files: z.number(),
  diagnostics: z.array(z.object({ filename: z.string(), code: z.string(), message: z.string(), help: z.string().nullish() })),
});
let project = "";
let linted: z.infer<typeof Diagnostics>;

function put(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

const problemsIn = (path: string) =>
  linted.diagnostics.filter(({ filename, code }) => filename.replaceAll("\\", "/") === path && code.includes("no-restricted-imports"));

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "skillsgesprek-lint-"));
  copyFileSync(join(root, ".oxlintrc.json"), join(project, ".oxlintrc.json"));
  for (const { path, text } of [...allowed, ...forbidden]) put(path, text);
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules/oxlint/bin/oxlint"), "--format", "json", "src"], {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 64 * 2 ** 20,
  });
  if (!stdout.trim().startsWith("{")) throw new Error(`oxlint gave no report: ${stdout}${stderr}`);
  linted = Diagnostics.parse(JSON.parse(stdout));
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

test("every case was looked at", () => {
  expect(linted.number_of_files).toBe(allowed.length + forbidden.length);
});

describe("an import that the architecture forbids is refused", () => {
  test.for(forbidden)("$path $how $from", ({ path }) => {
    const folder = path.split("/")[1] ?? "";
    const problems = problemsIn(path);
    expect(problems).toHaveLength(1);
    expect(`${problems[0]?.message} ${problems[0]?.help}`).toContain(`src/${folder} may not`);
  });
});

describe("an import that the architecture allows passes", () => {
  test.for(allowed)("$path $how $from", ({ path }) => {
    expect(problemsIn(path)).toEqual([]);
  });
});
