import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Says which release it was installed as, then does as its first argument says. */
const entry = `import { release } from "a-package";
const [what] = process.argv.slice(2);
if (what === "fail") process.exit(7);
if (what === "wait") {
  process.on("SIGTERM", () => process.exit(3));
  setInterval(() => undefined, 1000);
}
process.stdout.write(JSON.stringify({ release, arguments: process.argv.slice(2) }) + "\\n");
if (what === "read") process.stdin.pipe(process.stdout);
`;

const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

let home = "";
let made = "";
let project = "";

/** npm on the Node that runs this, without a network, and with a cache of our own. */
const environment = (cache: string) => ({
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env["PATH"]}`,
  npm_config_offline: "true",
  npm_config_cache: join(home, cache),
});
const npm = (cwd: string, ...args: string[]) => execFileSync("npm", args, { cwd, stdio: "ignore", env: environment("cache") });
const write = (path: string, content: unknown) => writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));

/** Makes a project depend on a package of our own, as a tarball beside it: installing it needs no network. */
function release(project: string, version: string): void {
  const [source, folder] = [mkdtempSync(join(home, "package-")), mkdtempSync(join(home, "release-"))];
  write(join(source, "package.json"), { name: "a-package", version, type: "module", exports: "./index.js" });
  write(join(source, "index.js"), `export const release = "${version}";\n`);
  npm(source, "pack", "--pack-destination", folder);
  write(join(folder, "package.json"), {
    name: "a-project",
    version: "1.0.0",
    private: true,
    type: "module",
    scripts: { ground: scripts["ground"] },
    dependencies: { "a-package": `file:a-package-${version}.tgz` },
  });
  npm(folder, "install", "--package-lock-only");
  cpSync(folder, project, { recursive: true });
}

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], cache = "cache"): ChildProcess {
  return spawn(process.execPath, ["scripts/run.mjs", ...args], { cwd: project, stdio: "pipe", env: environment(cache) });
}

async function ended(child: ChildProcess): Promise<Ended> {
  if (!child.stdout || !child.stderr) throw new Error("no streams");
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [status, out, err] = await Promise.all([exit, text(child.stdout), text(child.stderr)]);
  return { status, out, err };
}

const run = (...args: string[]) => ended(start(args));

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "skillsgesprek-doors-"));
  made = join(home, "made");
  mkdirSync(join(made, "scripts"), { recursive: true });
  mkdirSync(join(made, "src", "cli"), { recursive: true });
  for (const file of ["scripts/run.mjs", "scripts/setup.mjs"]) cpSync(join(root, file), join(made, file));
  write(join(made, "src", "cli", "ground.ts"), entry);
  release(made, "1.0.0");
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

beforeEach(() => {
  project = mkdtempSync(join(home, "project-"));
  cpSync(made, project, { recursive: true });
});

describe("a command on a fresh clone", () => {
  test("installs, then runs; standard output holds its own lines alone", async () => {
    const first = await run("ground", "--lang", "nl");
    expect(first).toMatchObject({ status: 0, out: '{"release":"1.0.0","arguments":["--lang","nl"]}\n' });
    expect(first.err).toContain("Setting up (nothing is installed yet)");
    expect(await run("ground")).toEqual({ status: 0, out: '{"release":"1.0.0","arguments":[]}\n', err: "" });
  });

  test("installs once when two start at the same moment", async () => {
    const both = await Promise.all([run("ground"), run("ground")]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(both.filter(({ err }) => err.includes("Setting up (")).length).toBe(1);
    expect(existsSync(join(project, ".setup-lock"))).toBe(false);
  });

  test("takes over from one that died while installing", async () => {
    const dead = spawn(process.execPath, ["-e", ""]);
    await new Promise((resolve) => dead.once("exit", resolve));
    write(join(project, ".setup-lock"), { pid: dead.pid, host: hostname() });
    expect((await run("ground")).status).toBe(0);
  });

  test("says in one sentence that installing failed, and leaves no lock behind", async () => {
    rmSync(join(project, "a-package-1.0.0.tgz"));
    const { status, out, err } = await ended(start(["ground"], "empty-cache"));
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err.trimEnd().split("\n").at(-1)).toMatch(/^Setting up failed: npm could not install the packages\./);
    expect(err).not.toContain("at async");
    expect(existsSync(join(project, ".setup-lock"))).toBe(false);
  });
});

describe("with the npm that Debian has", () => {
  /** Says it is 9.2.0, and with a newer one that it is asked to fetch does what any npm does. */
  function oldNpm(): string {
    const folder = mkdtempSync(join(home, "old-npm-"));
    const real = execFileSync("sh", ["-c", "command -v npm"], { encoding: "utf8", env: environment("cache") }).trim();
    const script = `#!/bin/sh
if [ "$1" = --version ]; then echo 9.2.0; exit 0; fi
if [ "$1 $2 $4 $5" != "exec --yes -- npm" ]; then echo "old npm was asked: $*" >&2; exit 1; fi
echo "$3" >> "${folder}/fetched"
pwd >> "${folder}/from"
shift 5
exec "${real}" "$@"
`;
    writeFileSync(join(folder, "npm"), script, { mode: 0o755 });
    return folder;
  }

  test("a newer one installs, and is said", async () => {
    const folder = oldNpm();
    const env = { ...environment("cache"), npm_execpath: "", PATH: `${folder}${delimiter}${environment("cache").PATH}` };
    const first = await ended(spawn(process.execPath, ["scripts/run.mjs", "ground"], { cwd: project, stdio: "pipe", env }));
    expect(first).toMatchObject({ status: 0, out: '{"release":"1.0.0","arguments":[]}\n' });
    expect(first.err).toContain("This npm (9.2.0) is too old to read the lock file; npm@10.9.2 is fetched for it");
    expect(readFileSync(join(folder, "fetched"), "utf8")).toMatch(/^--package=npm@10\.9\.2\n/);
    // It is called from elsewhere: what is installed here, it cannot read.
    expect(readFileSync(join(folder, "from"), "utf8")).not.toContain(project);
  });
});

describe("what is installed", () => {
  test.for([
    { change: "another release is asked for", make: () => release(project, "1.1.0"), why: "a-package is version 1.0.0, not 1.1.0", then: "1.1.0" },
    {
      change: "a package is gone",
      make: () => rmSync(join(project, "node_modules", "a-package"), { recursive: true }),
      why: "a-package is not installed",
      then: "1.0.0",
    },
    {
      change: "npm was stopped halfway",
      make: () => rmSync(join(project, "node_modules", ".package-lock.json")),
      why: "nothing is installed yet",
      then: "1.0.0",
    },
  ])("is made up to date when $change", async ({ make, why, then }) => {
    await run("ground");
    make();
    const { status, out, err } = await run("ground");
    expect({ status, release: JSON.parse(out).release }).toEqual({ status: 0, release: then });
    expect(err).toContain(`Setting up (${why})`);
  });

  const machine = { os: [process.platform], cpu: [process.arch] };
  test.for([
    { entry: {}, development: false, counts: true, is: "a package" },
    { entry: { dev: true }, development: false, counts: false, is: "a development package, for running" },
    { entry: { dev: true }, development: true, counts: true, is: "a development package, for testing" },
    { entry: { optional: true }, development: false, counts: false, is: "an optional package" },
    { entry: { optional: true, ...machine }, development: false, counts: true, is: "an optional package made for this machine" },
    {
      entry: { optional: true, ...machine, cpu: ["another"] },
      development: false,
      counts: false,
      is: "an optional package made for another processor",
    },
    {
      entry: { optional: true, ...machine, libc: ["another"] },
      development: false,
      counts: false,
      is: "an optional package made for another C library",
    },
    { entry: { dev: true, optional: true, ...machine }, development: false, counts: false, is: "an optional development package, for running" },
    {
      entry: { devOptional: true, ...machine },
      development: true,
      counts: true,
      is: "a package that testing needs and running may use, for testing",
    },
  ])("$is that lacks: counts as lacking $counts", async ({ entry: fields, development, counts }) => {
    const { lacking }: { lacking: (root: string, development: boolean) => { path: string }[] } = await import(join(root, "scripts", "setup.mjs"));
    write(join(project, "package-lock.json"), { packages: { "": {}, "node_modules/x": { version: "1.0.0", ...fields } } });
    mkdirSync(join(project, "node_modules"));
    write(join(project, "node_modules", ".package-lock.json"), { packages: {} });
    expect(lacking(project, development).map(({ path }) => path)).toEqual(counts ? ["node_modules/x"] : []);
  });
});

describe("a command that runs", () => {
  test("hands on standard input and the exit status", async () => {
    const child = start(["ground", "read"]);
    child.stdin?.end("één regel\n");
    expect((await ended(child)).out).toContain("één regel\n");
    expect((await run("ground", "fail")).status).toBe(7);
  });

  test.for([
    { by: "the script", file: process.execPath, before: ["scripts/run.mjs"] },
    { by: "npm", file: "npm", before: ["run", "--silent"] },
  ])("gets a signal that $by gets, and its exit status comes back", async ({ file, before }) => {
    await run("ground");
    const child = spawn(file, [...before, "ground", "wait"], { cwd: project, stdio: "pipe", env: environment("cache") });
    child.stdout.once("data", () => child.kill("SIGTERM"));
    expect((await ended(child)).status).toBe(3);
  });

  test("that does not exist: names those that do", async () => {
    const { status, err } = await run("grond");
    expect(status).toBe(1);
    expect(err).toMatch(/^Unknown command "grond"\. There are: start, .*ground.*\n$/);
    expect(existsSync(join(project, "node_modules"))).toBe(false);
  });
});

describe("package-lock.json", () => {
  interface Entry {
    readonly optionalDependencies?: Readonly<Record<string, string>>;
    readonly optional?: boolean;
    readonly os?: string | readonly string[];
    readonly cpu?: string | readonly string[];
    readonly resolved?: string;
  }
  const { packages }: { packages: Readonly<Record<string, Entry>> } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

  test("holds the packages of every platform: npm ci refuses it otherwise", () => {
    const named = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    expect(named.filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
  });

  test("asks of no machine a package that was made for one processor", () => {
    const bound = Object.entries(packages).filter(([, { cpu, optional }]) => cpu && !optional);
    expect(bound.map(([path]) => path)).toEqual([]);
  });

  test("names no registry", () => {
    const places = Object.values(packages).flatMap(({ resolved }) => resolved ?? []);
    expect(places.filter((place) => place.includes("://"))).toEqual([]);
  });
});
