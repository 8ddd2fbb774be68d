import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const script = fileURLToPath(new URL("../../.ci/run", import.meta.url));
const tools = ["bash", "dirname", "mktemp", "rm", "tee", "grep", "tail", "timeout"];

/** What the programs do that the script calls, as shell; each notes that it was called. */
interface Machine {
  readonly has?: readonly string[];
  readonly isRoot?: boolean;
  readonly apt?: string;
  readonly setup?: string;
  readonly check?: string;
  readonly test?: string;
}

const closing = (line: string, status = 0) => `echo "some output"; echo "${line}"; exit ${status}`;
const allPassed = closing("12 passed, 0 failed, 1 skipped");
const complete = ["npm", "chromium", "fc-list"];

describe.skipIf(process.platform === "win32")("continuous integration", () => {
  let home = "";
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), "skillsgesprek-ci-"));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  /** Runs the script on a machine that has only these programs. */
  function runOn({ has = complete, isRoot = true, apt = "exit 0", setup = "exit 0", check = "exit 0", test: tests = allPassed }: Machine) {
    const project = mkdtempSync(join(home, "project-"));
    const programs = join(project, "programs");
    mkdirSync(join(project, ".ci"));
    mkdirSync(programs);
    copyFileSync(script, join(project, ".ci", "run"));
    for (const tool of tools) symlinkSync(execFileSync("sh", ["-c", `command -v ${tool}`], { encoding: "utf8" }).trim(), join(programs, tool));
    const calls = join(project, "calls");
    const program = (name: string, body: string) => {
      writeFileSync(join(programs, name), `#!/bin/sh\necho "${name} $*" >> "${calls}"\n${body}\n`);
      chmodSync(join(programs, name), 0o755);
    };
    for (const name of has.filter((each) => each !== "npm")) program(name, "exit 0");
    program("id", `echo ${isRoot ? 0 : 1000}`);
    program("apt-get", apt);
    program("node", setup);
    if (has.includes("npm")) program("npm", `case "$*" in "run check") ${check} ;; test) ${tests} ;; esac`);
    const { status, stdout } = spawnSync(join(programs, "bash"), [join(project, ".ci", "run")], {
      encoding: "utf8",
      env: { PATH: programs, TMPDIR: project },
    });
    const called = existsSync(calls) ? readFileSync(calls, "utf8").split("\n") : [];
    return { status, last: stdout.trimEnd().split("\n").at(-1), stdout, called };
  }

  test.for([
    { when: "all is well", machine: {}, last: "12 passed, 0 failed, 1 skipped", status: 0 },
    { when: "a test failed", machine: { test: closing("11 passed, 1 failed, 1 skipped", 1) }, last: "11 passed, 1 failed, 1 skipped", status: 1 },
    { when: "the check found something", machine: { check: "exit 2" }, last: "12 passed, 1 failed, 1 skipped", status: 1 },
    {
      when: "both",
      machine: { check: "exit 2", test: closing("10 passed, 2 failed, 1 skipped", 1) },
      last: "10 passed, 3 failed, 1 skipped",
      status: 1,
    },
    { when: "the tests broke off", machine: { test: "echo boom; exit 134" }, last: "0 passed, 1 failed, 0 skipped", status: 1 },
    {
      when: "no test failed, but the run did",
      machine: { test: closing("12 passed, 0 failed, 1 skipped", 1) },
      last: "12 passed, 1 failed, 1 skipped",
      status: 1,
    },
    { when: "no test was run", machine: { test: closing("0 passed, 0 failed, 0 skipped") }, last: "0 passed, 1 failed, 0 skipped", status: 1 },
    { when: "the project could not be set up", machine: { setup: "exit 1" }, last: "0 passed, 1 failed, 0 skipped", status: 1 },
  ])("where $when, it ends with “$last” and status $status", ({ machine, last, status }) => {
    expect(runOn(machine)).toMatchObject({ last, status });
  });

  test("a machine that has all is left as it is, apart from the fonts", () => {
    const { called } = runOn({});
    expect(called.filter((call) => call.startsWith("apt-get") && call.includes("chromium"))).toEqual([]);
    expect(called.slice(-4)).toEqual(["node scripts/run.mjs setup", "npm run check", "npm test", ""]);
  });

  test("what lacks is installed first, by root", () => {
    const { called } = runOn({ has: ["npm"] });
    const installed = called.find((call) => call.startsWith("apt-get") && call.includes(" install "));
    for (const name of ["chromium", "fontconfig"]) expect(installed).toContain(` ${name}`);
    expect(called.indexOf(installed ?? "")).toBeLessThan(called.indexOf("node scripts/run.mjs setup"));
  });

  test("what cannot be installed counts as one failure, and the tests run all the same", () => {
    const { stdout, called, last, status } = runOn({ has: ["npm"], apt: "echo no network; exit 100" });
    expect({ last, status }).toEqual({ last: "12 passed, 1 failed, 1 skipped", status: 1 });
    expect(stdout).toContain("no network");
    expect(called).toContain("npm test");
  });

  test("somebody else than root is told what lacks, and the tests run without it", () => {
    const { stdout, called, last, status } = runOn({ has: ["npm"], isRoot: false });
    expect({ last, status }).toEqual({ last: "12 passed, 0 failed, 1 skipped", status: 0 });
    expect(stdout).toContain("chromium");
    expect(called.filter((call) => call.startsWith("apt-get"))).toEqual([]);
  });
});
