// The doors: `npm start`, `npm test` and the other commands. Runs on any Node from 18 on, before anything is installed.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [command = "", ...args] = process.argv.slice(2);
const oldestNode = 18;

const entries = { start: "src/index.ts", "teams:package": "src/cli/teams-package.ts" };
for (const name of ["taxonomy", "ground", "extract", "interview", "export", "verify", "eval", "bench", "figures", "rotate-key", "counsellor"])
  entries[name] = `src/cli/${name}.ts`;

const checks = [
  ["types", ["node_modules/typescript/bin/tsc", "-p", "."]],
  ["lint", ["node_modules/oxlint/bin/oxlint", "--type-aware", "src", "tests", "scripts"]],
  ["format", ["node_modules/oxfmt/bin/oxfmt", "--check", "src", "tests", "scripts"]],
  ["unused code", ["node_modules/knip/bin/knip.js"]],
];
// A small nursery for new objects: 120 MB less, and no slower in `npm run bench`.
const nodeOptions = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=4"];
/** What `npm test` plays a slice of. */
const longTests = [
  "tests/composition/kill-turns.test.ts",
  "tests/passport/kill.test.ts",
  "tests/bot/kill-server.test.ts",
  "tests/hostile/fuzz-routes.test.ts",
  "tests/hostile/fuzz-teams.test.ts",
  "tests/hostile/mutated-bodies.test.ts",
];
const needsDevelopment = new Set(["test", "test:long", "check", "setup"]);

const say = (text) => process.stderr.write(`${text}\n`);
const fail = (text) => {
  say(text);
  process.exit(1);
};

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < oldestNode) fail(`Skillsgesprek needs Node ${oldestNode} or newer to set itself up; this is Node ${process.versions.node}.`);
if (!(command in entries) && !needsDevelopment.has(command)) {
  fail(`Unknown command "${command}". There are: ${[...Object.keys(entries), ...needsDevelopment].join(", ")}.`);
}

/** Runs on the given Node with our own standard streams. @returns its exit status; 128 + number after a signal, as shells have it */
function run(node, argv, more = {}) {
  const child = spawn(node, argv, {
    cwd: root,
    stdio: "inherit",
    env: {
      // Compiled code is kept between starts: half a second and 20 MB each time.
      NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "compiled"),
      // What the models needed while they were read goes back to the system: 40 MB.
      MALLOC_ARENA_MAX: "2",
      MALLOC_MMAP_THRESHOLD_: "131072",
      MALLOC_TRIM_THRESHOLD_: "131072",
      ...process.env,
      ...more,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => resolve(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)));
    child.on("error", () => fail(`${node} cannot be started on this machine: install Node 24 and try again.`));
  });
}

async function runChecks(node) {
  let status = 0;
  for (const [name, argv] of checks) {
    say(`— ${name}`);
    status = (await run(node, argv)) || status;
  }
  return status;
}

// After the checks above, for these lines need a Node that can run them.
const { bundledNode, setUp, SetupError } = await import("./setup.mjs");
try {
  await setUp(root, needsDevelopment.has(command));
} catch (error) {
  if (error instanceof SetupError) fail(error.message);
  throw error;
}
const newEnough = major >= 24 || (major === 22 && minor >= 18);
const node = bundledNode(root) ?? (newEnough ? process.execPath : null);
if (!node)
  fail(
    `No Node 24 came with the packages for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}: install Node 24 and try again.`,
  );
if (command === "test") process.exitCode = await run(node, ["node_modules/vitest/vitest.mjs", "run", ...args]);
else if (command === "test:long")
  process.exitCode = await run(node, ["node_modules/vitest/vitest.mjs", "run", ...(args.length > 0 ? args : longTests)], {
    TEST_LONG: "1",
    FUZZ_RUNS: process.env.FUZZ_RUNS ?? "1000",
  });
else if (command === "check") process.exitCode = await runChecks(node);
// All that "setup" does is done by now.
else if (command !== "setup") process.exitCode = await run(node, [...nodeOptions, entries[command], ...args]);
