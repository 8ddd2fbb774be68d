import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { openTeams } from "../../src/composition/teams.ts";
import { createLog } from "../../src/composition/log.ts";
import { loadConfig } from "../../src/config.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { createNotices } from "../../src/domain/notices.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import { createServer } from "../../src/web/server.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { createScriptedRunner } from "../support/scripted-runner.ts";

const isLoaded = vi.hoisted(() => ({ now: false }));
vi.mock("botbuilder", async (original) => {
  isLoaded.now = true;
  return await original();
});

/** @returns what may be asked on a free port */
async function open(development: boolean) {
  const store = createMemoryStore();
  const { server } = createServer({ publicUrl: null, log: () => {} });
  const teams = await openTeams(server, {
    config: loadConfig({}),
    store,
    runner: createScriptedRunner(store),
    notices: createNotices({ store }),
    wording: loadWording(),
    newPassport: (language) => emptyPassport(language, { name: "test", version: "1" }),
    development,
    awaitsHolder: async () => false,
    log: createLog("silent"),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port }: AddressInfo = server.address();
  return {
    status: async () => {
      const headers = { "Content-Type": "application/json" };
      return (await fetch(`http://127.0.0.1:${port}/api/messages`, { method: "POST", headers, body: "{}" })).status;
    },
    close: async () => {
      await teams.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

test("where no channel gets in, there is nothing to write to, and the Bot Framework is not loaded; for an emulator with its first message", async () => {
  const closed = await open(false);
  expect([await closed.status(), isLoaded.now]).toEqual([404, false]);
  await closed.close();
  const onOwnMachine = await open(true);
  expect(isLoaded.now).toBe(false);
  // Nothing that could be a message: refused, by what had to be loaded to know.
  expect([await onOwnMachine.status(), isLoaded.now]).toEqual([400, true]);
  await onOwnMachine.close();
});
