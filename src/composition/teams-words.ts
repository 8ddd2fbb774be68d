import type { Config } from "../config.ts";
import { loadWording } from "../dialogs/wording.ts";
import { loadPageWords, type PageWords } from "../web/chat/page-words.ts";

/** What the app in Teams says of itself (`prompts/teams.*.yaml`), with what the conversation's own notice says of Teams. */
export function teamsWords({ formOfAddress, operatorName }: Pick<Config, "formOfAddress" | "operatorName">): PageWords {
  const words = loadPageWords(formOfAddress, undefined, "teams");
  const wording = loadWording(formOfAddress);
  const filled = (language: "nl" | "en") => {
    const reads = wording[language].say("notice.readers_teams");
    const operator = operatorName ?? wording[language].say("notice.operator_unnamed");
    return Object.fromEntries(
      Object.entries(words[language]).map(([key, text]) => [key, text.replaceAll("{reads}", () => reads).replaceAll("{operator}", () => operator)]),
    );
  };
  return { nl: filled("nl"), en: filled("en") };
}
