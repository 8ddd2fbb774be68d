import { openBot } from "../../src/composition/bot.ts";
import { loadConfig } from "../../src/config.ts";
import type { ConceptCatalogue } from "../../src/domain/concept.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import type { SkillFinder } from "../../src/domain/ports.ts";
import type { PassportStore } from "../../src/domain/store.ts";
import type { IncomingTurn, TurnRunner } from "../../src/domain/turns.ts";
import { starredFindings, testTaxonomy } from "./interview-player.ts";
import { createMemoryStore } from "./memory-store.ts";

export type Settings = Readonly<Record<string, string>>;

/** The real bot of an installation with these settings, which finds what stands between asterisks. */
export function starredBot(store: PassportStore, settings: Settings = {}, search: SkillFinder["search"] = async () => []): TurnRunner {
  const catalogue: ConceptCatalogue = { info: testTaxonomy, size: 0, get: () => undefined, all: () => [] };
  const finder: SkillFinder = { find: async (utterance) => starredFindings(utterance), search };
  const config = loadConfig(settings);
  return openBot(config, { store, skills: { catalogue, finder }, withModel: config.model !== null }).runner;
}

/** A new holder "h" in conversation "c" with that bot. `say` gives the texts that were said back; null starts the conversation. */
export async function talkWithBot(settings: Settings, channel: IncomingTurn["channel"], language: "nl" | "en" = "nl") {
  const store = createMemoryStore();
  const runner = starredBot(store, settings);
  await store.createHolder("h", emptyPassport(language, testTaxonomy));
  let turns = 0;
  async function say(text: string | null): Promise<string> {
    turns += 1;
    const turn = {
      holderId: "h",
      conversationId: "c",
      activityId: `a${turns}`,
      channel,
      text,
      value: null,
      locale: language,
      isStart: text === null,
    };
    const { activities } = await runner.run(turn, () => undefined);
    return activities.map(({ activity }) => (typeof activity["text"] === "string" ? activity["text"] : "")).join("\n");
  }
  return { store, say };
}
