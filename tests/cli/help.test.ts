import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { compileCache } from "../support/compile-cache.ts";

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(fromRoot("package.json"), "utf8")));
const readme = readFileSync(fromRoot("README.md"), "utf8");

const entryOf = (name: string) => fromRoot(`src/cli/${name.replace(":", "-")}.ts`);
const commands = Object.keys(scripts).filter((name) => existsSync(entryOf(name)));

describe("every command", () => {
  test.for(commands)("npm run %s answers to --help, and does nothing else", (name) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", entryOf(name), "--help"], {
      encoding: "utf8",
      env: { ...process.env, ...compileCache },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^[A-Z][^\n]+\n\n {2}npm run /);
    expect(stdout).toContain(` ${name}`);
  });

  test.for(Object.keys(scripts))("npm's script %s stands in the README", (name) => {
    expect(readme).toMatch(new RegExp(`\`npm (?:run )?(?:--silent )?${name}\\b`));
  });
});
