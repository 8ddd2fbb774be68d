import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const dataDir = mkdtempSync(join(tmpdir(), "counsellor-cli-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

function run(...args: string[]) {
  const entry = fileURLToPath(new URL("../../src/cli/counsellor.ts", import.meta.url));
  const env = { ...process.env, DATA_DIR: dataDir, PUBLIC_URL: "https://skills.example" };
  return spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", entry, ...args], { encoding: "utf8", env });
}

describe("npm run counsellor", () => {
  test("R35: invite prints one line with a link to the public address; the secret stands behind a #", () => {
    const { status, stdout, stderr } = run("invite", "--name", "Ria Voorbeeld", "--organisation", "De Kade");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({ link: expect.stringMatching(/^https:\/\/skills\.example\/counsellor#invite=[\w-]{43}$/), days: 7 });
    // An invitation is no account yet.
    expect(run("list").stdout).toBe("");
  });

  test.for([
    [["invite", "--name", "Ria"], "invite needs --name and --organisation"],
    [["revoke", "--id", "nobody"], "There is no such account"],
    [["wave"], "Say invite, list, revoke, quality or pairs"],
    [["invite", "--nam", "Ria"], "--nam"],
  ] as const)("%j says what is the matter and ends with 2", ([args, said]) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(said);
  });
});
