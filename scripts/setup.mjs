// Installs what a command needs when it is not there or out of date. Any Node from 18 on, no dependencies.
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const lockPatienceMs = 15 * 60_000;
const installedMark = join("node_modules", ".setup.json");

/** A sentence for the person at the keyboard; nothing else is shown. */
export class SetupError extends Error {}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** Whether a package's own list (`["linux"]`, `"x64"`, `["!win32"]`) takes this machine. */
function takes(list, own) {
  const names = [list ?? []].flat();
  const wanted = names.filter((name) => !name.startsWith("!"));
  return !names.includes(`!${own}`) && (wanted.length === 0 || wanted.includes(own));
}

function libc() {
  if (process.platform !== "linux") return "";
  // Without it a report may wait for name servers.
  process.report.excludeNetwork = true;
  const { header } = process.report.getReport();
  return header.glibcVersionRuntime ? "glibc" : "musl";
}

/**
 * What the lock file asks for on this machine and node_modules does not have.
 * An optional package counts only when it was made for this machine (a native binary): such a one lacks after a
 * copy from another machine, and after an installation by a Node too old for it.
 * @returns {{ path: string, optional: boolean, why: string }[]} empty when all is there
 */
export function lacking(root, development) {
  const wanted = readJson(join(root, "package-lock.json"))?.packages;
  if (!wanted) throw new SetupError("package-lock.json is missing or damaged: put the file from the release back.");
  const present = readJson(join(root, "node_modules", ".package-lock.json"))?.packages;
  if (!present) return [{ path: "node_modules", optional: false, why: "nothing is installed yet" }];
  const excused = new Set(readJson(join(root, installedMark))?.without ?? []);
  const own = { os: process.platform, cpu: process.arch, libc: libc() };
  const problems = [];
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.startsWith("node_modules/") || entry.link || entry.inBundle || (entry.dev && !development)) continue;
    if (!takes(entry.os, own.os) || !takes(entry.cpu, own.cpu) || !takes(entry.libc, own.libc)) continue;
    const optional = Boolean(entry.optional || (entry.devOptional && !development));
    const problem = (why) => problems.push({ path, optional, why: `${path.slice("node_modules/".length)} ${why}` });
    const found = existsSync(join(root, path)) ? present[path] : undefined;
    if (!found) {
      const native = entry.os || entry.cpu;
      if (!optional || (native && !excused.has(path))) problem("is not installed");
    } else if (found.version !== entry.version) {
      problem(`is version ${found.version}, not ${entry.version}`);
    } else if (found.integrity && entry.integrity && found.integrity !== entry.integrity) {
      problem("is another one than in package-lock.json");
    }
  }
  return problems;
}

/** The machine's own programs: those in node_modules are what gets replaced. */
function outsideEnvironment(root) {
  const own = join(root, "node_modules");
  const path = (process.env.PATH ?? "").split(delimiter).filter((each) => !each.startsWith(own));
  const env = { ...process.env, PATH: path.join(delimiter) };
  // What was given to this command is not meant for the installation.
  for (const name of Object.keys(env))
    if (/^npm_config_(omit|include|only|also|production|dev|dry_run|package_lock_only)$/i.test(name)) delete env[name];
  return env;
}

/** npm as Debian 12 and 13 have it (9.2) cannot read a lock file in which an override names another package. */
const oldestNpm = [9, 9];
/** The oldest that can, and runs on every Node from 18 on; and one for a Node that came after it. */
const newerNpm = { any: "npm@9.9.4", node20: "npm@10.9.2" };

function atLeast(version, [major, minor]) {
  const [ownMajor = 0, ownMinor = 0] = version.split(".").map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** How npm is called here, by itself or by way of a newer one that it fetches. @param node what runs npm; null: the one in the path */
function npmCommand(root, node, env) {
  const script = process.env.npm_execpath ?? "";
  const [file, first] = /\.c?js$/.test(script) && existsSync(script) ? [node ?? "node", [script]] : ["npm", []];
  const version = (program, args) => (spawnSync(program, args, { env, encoding: "utf8" }).stdout ?? "").trim().replace(/^v/, "");
  const own = version(file, [...first, "--version"]);
  if (own === "" || atLeast(own, oldestNpm)) return { file, first, cwd: root };
  const newer = atLeast(version(node ?? "node", ["--version"]), [20, 5]) ? newerNpm.node20 : newerNpm.any;
  process.stderr.write(`This npm (${own}) is too old to read the lock file; ${newer} is fetched for it and not installed.\n`);
  // From elsewhere, for the old one would look at what is installed here, and cannot read that either.
  return { file, first: [...first, "exec", "--yes", `--package=${newer}`, "--", "npm", "--prefix", root], cwd: tmpdir() };
}

/** Runs npm, everything it says on standard error. @returns its exit status */
function npm(root, node, args) {
  const env = outsideEnvironment(root);
  if (node) env.PATH = `${dirname(node)}${delimiter}${env.PATH}`;
  const { file, first, cwd } = npmCommand(root, node, env);
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...first, ...args], { cwd, env, stdio: ["ignore", 2, 2] });
    const forward = (signal) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, forward);
    child.once("error", () => reject(new SetupError("npm cannot be started: install Node 18 or newer together with npm.")));
    child.once("exit", (code, signal) => {
      for (const each of signals) process.off(each, forward);
      if (signal) reject(new SetupError("Setting up was stopped. Run the command again."));
      else resolve(code ?? 1);
    });
  });
}

/** @param node what runs npm; null: the one in the path */
async function install(root, full, node) {
  const kinds = full ? ["--include=dev", "--include=optional"] : ["--omit=dev", "--include=optional"];
  const status = await npm(root, node, ["ci", ...kinds, "--no-audit", "--no-fund", "--loglevel=error"]);
  if (status !== 0) {
    throw new SetupError(
      "Setting up failed: npm could not install the packages. Check the connection to the npm registry and the room on the disk, then run the command again.",
    );
  }
}

/** The Node 24 that came with the packages, or null where it does not come for this machine. */
export function bundledNode(root) {
  const path = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  return existsSync(path) ? path : null;
}

/** npm leaves out optional packages that the Node it runs on is too old for, native parts of the test and lint tools among them. */
async function installWithBundledNode(root, full) {
  const bundled = bundledNode(root);
  if (!bundled) return;
  const folder = mkdtempSync(join(tmpdir(), "skillsgesprek-node-"));
  try {
    // A copy, for npm ci begins by removing the one it would run on.
    const node = join(folder, "node");
    copyFileSync(bundled, node);
    await install(root, full, node);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Older than what the test and lint tools were built for. */
function isOld() {
  return Number(process.versions.node.split(".")[0]) < 20;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function holderIsGone(lock) {
  const holder = readJson(lock);
  const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
  if (!holder) return age > 5_000;
  if (holder.host !== hostname()) return age > lockPatienceMs;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** One installation at a time, also when two commands start at once. */
async function withLock(lock, action) {
  const own = JSON.stringify({ pid: process.pid, host: hostname() });
  const until = Date.now() + lockPatienceMs;
  let said = false;
  for (;;) {
    try {
      writeFileSync(lock, own, { flag: "wx" });
      await pause(50);
      if (readFileSync(lock, "utf8") === own) break;
    } catch (error) {
      if (error.code !== "EEXIST" && error.code !== "ENOENT")
        throw new SetupError(`Nothing can be installed here: ${dirname(lock)} cannot be written.`);
      if (holderIsGone(lock)) rmSync(lock, { force: true });
      else if (Date.now() > until) throw new SetupError(`Another command has been setting up for too long. If none is running, remove ${lock}.`);
      else if (!said) process.stderr.write("Another command is setting up; waiting for it.\n");
      said = true;
      await pause(300);
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  try {
    return await action();
  } finally {
    process.off("exit", release);
    release();
  }
}

/**
 * Sees to it that everything is installed that running (or with `development`: testing and checking) needs.
 * @throws {SetupError} with one sentence
 */
export async function setUp(root, development) {
  const lock = join(root, ".setup-lock");
  if (!existsSync(lock) && lacking(root, development).length === 0) return;
  await withLock(lock, async () => {
    const [first] = lacking(root, development);
    if (!first) return;
    process.stderr.write(`Setting up (${first.why}). This takes a minute or two the first time.\n`);
    // A full installation stays a full one.
    const full = development || existsSync(join(root, "node_modules", "vitest", "package.json"));
    const running = process.execPath.startsWith(join(root, "node_modules")) ? null : process.execPath;
    // On an old Node the small installation first, for the Node 24 in it.
    if (!full || !isOld() || !bundledNode(root)) await install(root, full && !isOld(), running);
    if (lacking(root, full).length > 0) await installWithBundledNode(root, full);
    // Where no Node 24 comes for this machine, its own has to do.
    if (full && lacking(root, full).some((problem) => !problem.optional)) await install(root, full, running);
    const left = lacking(root, development);
    const [missing] = left.filter((problem) => !problem.optional);
    if (missing) throw new SetupError(`Setting up did not complete: ${missing.why}. Run the command again.`);
    writeFileSync(join(root, installedMark), JSON.stringify({ without: left.map((problem) => problem.path) }));
  });
}
