// The doors: `npm start`, `npm test` and the other commands. Runs on any Node from 18 on, before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join, delimiter } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [command = "", ...args] = process.argv.slice(2);
const needsDevelopment = new Set(["test", "check"]);
const entries = { start: "src/index.ts" };
for (const name of ["taxonomy", "ground", "extract", "interview", "eval", "bench"]) entries[name] = `src/cli/${name}.ts`;

const say = (text) => process.stderr.write(`${text}\n`);
const fail = (text) => {
  say(text);
  process.exit(1);
};

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch {
    return null;
  }
};

/** What is installed, against what the lock file asks for. @returns null when all is there, else why not */
function lacking(development) {
  const wanted = readJson("package-lock.json")?.packages;
  if (!wanted) fail("package-lock.json is missing or damaged: put the file from the release back.");
  const present = readJson("node_modules/.package-lock.json")?.packages;
  if (!present) return "nothing is installed yet";
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || entry.link || entry.inBundle || (entry.dev && !development)) continue;
    // An optional package may lack on this machine; it may not be another one than asked for.
    const found = present[path];
    if (!found) {
      if (entry.optional || entry.devOptional || entry.peer) continue;
      return `${path} is not installed`;
    }
    if (found.version !== entry.version) return `${path} is ${found.version}, not ${entry.version}`;
    if (found.integrity && entry.integrity && found.integrity !== entry.integrity) return `${path} is not the one in package-lock.json`;
    if (!existsSync(join(root, path))) return `${path} is not there`;
  }
  return null;
}

function hasDevelopment() {
  return existsSync(join(root, "node_modules", "vitest", "package.json"));
}

/** The machine's own node and npm: those in node_modules are what is being replaced. */
function outsideEnvironment() {
  const own = join(root, "node_modules", ".bin");
  const path = (process.env.PATH ?? "").split(delimiter).filter((each) => !each.startsWith(own)).join(delimiter);
  return { ...process.env, PATH: path };
}

function install(development, reason) {
  say(`Setting up (${reason}). This takes a minute the first time.`);
  const production = development || hasDevelopment() ? [] : ["--omit=dev"];
  // What was given to this command is not meant for the installation.
  const env = outsideEnvironment();
  for (const name of Object.keys(env)) if (/^npm_config_(omit|production|include|only|ignore_scripts)$/i.test(name)) delete env[name];
  const { npm_execpath: npm } = process.env;
  const [file, first] = npm && /\.c?js$/.test(npm) ? [existsSync(process.execPath) && !process.execPath.startsWith(join(root, "node_modules")) ? process.execPath : "node", [npm]] : ["npm", []];
  const done = spawnSync(file, [...first, "ci", ...production, "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, env, stdio: ["ignore", 2, 2] });
  if (done.status !== 0) fail("Setting up failed: npm could not install the packages. Check the connection to the npm registry and the disk, then run the command again.");
}

/** One installation at a time, also when two commands start at once. */
function withLock(action) {
  const lock = join(root, ".setup-lock");
  const until = Date.now() + 10 * 60_000;
  for (;;) {
    try {
      closeSync(openSync(lock, "wx"));
      break;
    } catch {
      const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
      if (age > 10 * 60_000 || Date.now() > until) rmSync(lock, { force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  action();
  release();
}

function setUp() {
  const development = needsDevelopment.has(command);
  if (!lacking(development)) return;
  withLock(() => {
    const reason = lacking(development);
    if (reason) install(development, reason);
    const still = lacking(development);
    if (still) fail(`Setting up did not complete: ${still}. Run the command again.`);
  });
}

/** Node 24, which comes with the dependencies; else the machine's own, if it is new enough. */
function modernNode() {
  for (const name of [`node-linux-${process.arch}`]) {
    const path = join(root, "node_modules", name, "bin", "node");
    if (existsSync(path)) return path;
  }
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major >= 24 || (major === 22 && minor >= 18)) return process.execPath;
  fail(`No Node 24 came with the dependencies for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}: install Node 24 and try again.`);
}

function run(node, argv) {
  const child = spawn(node, argv, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => resolve(signal ? 1 : (code ?? 1)));
    child.on("error", (error) => fail(`${node} cannot be started: ${error.message}`));
  });
}

const checks = [
  ["types", ["node_modules/typescript/bin/tsc", "-p", "."]],
  ["lint", ["node_modules/oxlint/bin/oxlint", "--type-aware", "src", "tests", "scripts"]],
  ["format", ["node_modules/oxfmt/bin/oxfmt", "--check", "src", "tests", "scripts"]],
  ["unused code", ["node_modules/knip/bin/knip.js"]],
];

const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 18) fail(`Skillsgesprek needs Node 18 or newer to set itself up; this is Node ${process.versions.node}.`);
if (!(command in entries) && !needsDevelopment.has(command)) fail(`Unknown command "${command}". There are: ${[...Object.keys(entries), ...needsDevelopment].join(", ")}.`);
mkdirSync(root, { recursive: true });
setUp();
const node = modernNode();
if (command === "test") {
  process.exitCode = await run(node, ["node_modules/vitest/vitest.mjs", "run", ...args]);
} else if (command === "check") {
  for (const [name, argv] of checks) {
    say(`— ${name}`);
    const code = await run(node, argv);
    if (code !== 0) process.exitCode = code;
  }
} else {
  process.exitCode = await run(node, ["--disable-warning=ExperimentalWarning", entries[command], ...args]);
}
