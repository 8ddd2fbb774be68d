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

function open(development: boolean) {
  const store = createMemoryStore();
  return openTeams(createServer({ publicUrl: null, log: () => {} }).server, {
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
}

test("where no channel gets in, the Bot Framework is not loaded", async () => {
  await (await open(false)).close();
  expect(isLoaded.now).toBe(false);
  await (await open(true)).close();
  expect(isLoaded.now).toBe(true);
});
