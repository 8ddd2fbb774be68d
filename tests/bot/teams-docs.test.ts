import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { teamsWords } from "../../src/composition/teams-words.ts";
import { configurationNames } from "../../src/config.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { manifestVersion } from "../../src/bot/teams-package/manifest.ts";
import { talkWithBot } from "../support/starred-bot.ts";

const docs = readFileSync(new URL("../../docs/teams.md", import.meta.url), "utf8");
const wording = loadWording();
const inBoth = ["nl", "en"] as const;

describe("docs/teams.md", () => {
  test.for(inBoth)(
    "what the organisation can read is said in one sentence: here, in the opening, in the app's description and on its tab (%s)",
    async (language) => {
      const sentence = wording[language].say("notice.readers_teams");
      expect(docs).toContain(`> ${sentence}`);
      const { say } = await talkWithBot({ PUBLIC_URL: "https://skills.example" }, "teams", language);
      const opening = await say(null);
      expect(opening).toContain(sentence);
      expect(opening).not.toContain(wording[language].say("notice.readers_nobody"));
      const app = teamsWords({ formOfAddress: "je", operatorName: null })[language];
      expect(app["app.full"]).toContain(sentence);
      expect(app["tab.data_chat"]).toContain(sentence);
    },
  );

  test("the web's opening does not say it", async () => {
    const { say } = await talkWithBot({ PUBLIC_URL: "https://skills.example" }, "web");
    expect(await say(null)).not.toContain(wording.nl.say("notice.readers_teams"));
  });

  test("every setting that it names is one, and every setting of Teams is named", () => {
    const named = [...docs.matchAll(/\b((?:MICROSOFT|PUBLIC|OPERATOR|LLM)_[A-Z_]+)\b/g)].map(([, name]) => name);
    expect(named.filter((name) => !configurationNames.includes(name ?? ""))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(configurationNames.filter((name) => name.startsWith("MICROSOFT_"))));
  });

  test("names the manifest's version, and the words that the bot understands", () => {
    expect(docs).toContain(`version ${manifestVersion}`);
    for (const words of ["stuur me over een week een berichtje", "Geen berichtjes", "wis alles"]) expect(docs).toContain(words);
  });
});
