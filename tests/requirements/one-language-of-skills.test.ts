import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSkills, type Skills } from "../../src/composition/skills.ts";
import { loadConfig } from "../../src/config.ts";
import type { Language } from "../../src/domain/language.ts";
import { putVectors } from "../support/application.ts";

let dataDir = "";
let skills: Skills;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "skillsgesprek-test-"));
  await putVectors(dataDir);
  skills = await openSkills(loadConfig({ DATA_DIR: dataDir }), { withModel: false });
}, 180_000);
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function offered(text: string, language: Language): Promise<readonly (string | undefined)[]> {
  const { findings } = await skills.finder.find({ id: "u", text, about: "paid_work" }, { language, question: null, alreadyOffered: new Set() });
  return findings.map(({ concept }) => concept?.uri);
}

describe("R26: one skills language with one meaning", () => {
  test.for([
    ["Ik bak elke dag brood", "I bake bread every day"],
    ["Ik was ramen", "I clean windows"],
    ["Ik rijd op de heftruck", "I drive a forklift"],
    ["Ik schilder muren", "I paint walls"],
    ["Ik bedien de kassa", "I operate the cash register"],
  ] as const)("R26: “%s” and “%s” get the same URI", async ([dutch, english]) => {
    const [inDutch, inEnglish] = [await offered(dutch, "nl"), await offered(english, "en")];
    expect(inDutch[0]).toMatch(/^http:\/\/data\.europa\.eu\/esco\/skill\//);
    expect(inEnglish[0]).toBe(inDutch[0]);
  });

  test("R26: what is something else gets another one", async () => {
    expect((await offered("Ik was ramen", "nl"))[0]).not.toBe((await offered("I paint walls", "en"))[0]);
  });
});
