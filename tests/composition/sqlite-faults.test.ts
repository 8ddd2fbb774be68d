import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "../../src/cli/quality/free-port.ts";
import { putVectors } from "../support/application.ts";
import { type ServerProcess, startServerProcess } from "../support/server-process.ts";
import { talkingVisitor } from "../support/talking-visitor.ts";

let dataDir = "";
let servers: ServerProcess[] = [];
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "sqlite-faults-"));
  await putVectors(dataDir);
});
afterEach(async () => {
  for (const server of servers) await server.kill();
  servers = [];
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(more: Parameters<typeof startServerProcess>[2] = {}): Promise<{ readonly origin: string; readonly server: ServerProcess }> {
  const port = await freePort();
  const server = startServerProcess({ PORT: String(port), DATA_DIR: dataDir }, dataDir, more);
  servers.push(server);
  await server.ready;
  return { origin: `http://127.0.0.1:${port}`, server };
}

/** Another program that takes the database for itself. @returns lets go of it */
async function lockDatabase(): Promise<() => Promise<void>> {
  const script = `const { DatabaseSync } = require("node:sqlite"); const d = new DatabaseSync(process.argv[1]); d.exec("PRAGMA busy_timeout=5000; BEGIN IMMEDIATE"); console.log("locked"); process.stdin.resume();`;
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "-e", script, join(dataDir, "passport.sqlite")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return async () => {
    child.kill("SIGKILL");
    await once(child, "close");
  };
}

describe("an SQLite that cannot be written", () => {
  test("locked by another program: the person is told to try again, and then it works, once", async () => {
    const { origin, server } = await start();
    const person = await talkingVisitor(origin);
    const letGo = await lockDatabase();
    const refused = await person.say("Ik stond op en zette koffie.", { id: "told" });
    expect(refused).toMatchObject({ status: 503, retryAfter: "2", error: { code: "temporarily_unavailable" } });
    await letGo();
    expect((await person.say("Ik stond op en zette koffie.", { id: "told" })).status).toBe(200);
    expect((await person.log()).filter(({ id, from }) => from.role === "user" && id === "told")).toHaveLength(1);
    expect(server.said()).toContain("passport_store_unavailable");
    expect(server.said()).not.toContain("koffie");
  });

  test.skipIf(process.platform === "win32")(
    "the disk full: what was acknowledged stays, what was not is not half there, and with room again it goes on",
    async () => {
      // A file may not grow beyond this: the same error for SQLite as a full disk.
      const { origin, server } = await start({ maxFileKb: 400 });
      const person = await talkingVisitor(origin);
      const taken: string[] = [];
      let refusedId = "";
      for (let turn = 0; refusedId === "" && turn < 400; turn += 1) {
        const id = `turn-${turn}`;
        const heard = await person.say("help", { id });
        if (heard.status === 200) taken.push(id);
        else {
          expect(heard).toMatchObject({ status: 503, error: { code: "temporarily_unavailable" } });
          refusedId = id;
        }
      }
      expect(refusedId).not.toBe("");
      expect(taken.length).toBeGreaterThan(0);
      await server.kill();
      const { origin: roomy } = await start();
      const mine = async () =>
        (await person.log(roomy)).filter(({ from, id }) => from.role === "user" && id?.startsWith("turn-")).map(({ id }) => id);
      expect(await mine()).toEqual(taken);
      expect((await person.say("help", { id: refusedId, origin: roomy })).status).toBe(200);
      expect(await mine()).toEqual([...taken, refusedId]);
    },
  );
});
