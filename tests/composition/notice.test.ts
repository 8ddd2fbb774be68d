import { describe, expect, test } from "vitest";
import type { IncomingTurn } from "../../src/domain/turns.ts";
import { type Settings, talkWithBot } from "../support/starred-bot.ts";

/** What somebody hears first, and to a question, from an installation with these settings. */
async function heard(settings: Settings, channel: IncomingTurn["channel"] = "web") {
  const { say } = await talkWithBot(settings, channel);
  const notice = await say(null);
  await say("ja");
  return { notice, who: await say("wie leest er mee?") };
}

const openai = { LLM_MODEL: "openai:some-model" };

describe("R23: the opening notice is true of what is configured", () => {
  test.for<{
    readonly is: string;
    readonly settings: Readonly<Record<string, string>>;
    readonly channel?: IncomingTurn["channel"];
    readonly says: readonly string[];
  }>([
    { is: "nothing", settings: {}, says: ["op de computer van dit gesprek", "Niemand leest mee", "Na 30 dagen", "hier 365 dagen niet"] },
    { is: "terms", settings: { TRANSCRIPT_DAYS: "7", ABANDONED_DAYS: "90" }, says: ["Na 7 dagen gooien we het gesprek weg", "hier 90 dagen niet"] },
    { is: "that everything stays", settings: { TRANSCRIPT_DAYS: "0", ABANDONED_DAYS: "0" }, says: ["tot je ze wist"] },
    {
      is: "an operator",
      settings: { OPERATOR_NAME: "Buurthuis Voorbeeld" },
      says: ["Buurthuis Voorbeeld biedt dit gesprek aan", "Niemand leest mee"],
    },
    { is: "a model", settings: { ...openai, OPENAI_API_KEY: "k" }, says: ["op de computer van dit gesprek", "Een taalmodel bij OpenAI leest mee"] },
    { is: "a model elsewhere", settings: { ...openai, OPENAI_BASE_URL: "https://llm.example/v1" }, says: ["llm.example leest mee"] },
    {
      is: "a model at Azure",
      settings: { LLM_MODEL: "azure_openai:some", AZURE_OPENAI_ENDPOINT: "https://some.azure.example", AZURE_OPENAI_API_KEY: "k" },
      says: ["some.azure.example leest mee"],
    },
    {
      is: "embeddings elsewhere",
      settings: { EMBEDDINGS: "openai:e", OPENAI_BASE_URL: "https://vectors.example/v1" },
      says: ["vectors.example leest mee"],
    },
    { is: "embeddings of OpenAI", settings: { EMBEDDINGS: "openai:e", OPENAI_API_KEY: "k" }, says: ["OpenAI leest mee"] },
    {
      is: "a model and embeddings at two places",
      settings: { LLM_MODEL: "ollama:m", EMBEDDINGS: "openai:e", OPENAI_API_KEY: "k" },
      says: ["127.0.0.1:11434, OpenAI leest mee"],
    },
    {
      is: "PostgreSQL",
      settings: { DATABASE_URL: "postgres://u:p@db.example/d", OPERATOR_NAME: "Gemeente Voorbeeld" },
      says: ["bewaart Gemeente Voorbeeld", "De sleutel ligt bij Gemeente Voorbeeld"],
    },
    {
      is: "a public address",
      settings: { PUBLIC_URL: "https://skills.example" },
      says: ["bewaart de beheerder", "De sleutel ligt bij de beheerder"],
    },
    {
      is: "Teams",
      settings: { PUBLIC_URL: "https://skills.example" },
      channel: "teams",
      says: ["bewaart de beheerder", "In Teams kan je organisatie"],
    },
  ])("$is", async ({ settings, channel, says }) => {
    const { notice } = await heard(settings, channel);
    for (const words of says) expect(notice).toContain(words);
    const isRead = says.some((words) => /leest mee|sleutel|organisatie/.test(words) && !words.startsWith("Niemand"));
    expect(notice.includes("Niemand leest mee")).toBe(!isRead);
  });

  test("nobody is told that what they type stays here while it goes to a model", async () => {
    expect((await heard({ ...openai, OPENAI_API_KEY: "k" })).notice).not.toMatch(/blijft op de computer|alleen op de computer/);
  });

  test.for([
    { settings: {}, channel: "web" as const, promised: true },
    { settings: { PUBLIC_URL: "https://skills.example" }, channel: "web" as const, promised: false },
    { settings: {}, channel: "teams" as const, promised: false },
  ])("that the boss sees nothing is only said where nobody's employer can look: $settings, $channel", async ({ settings, channel, promised }) => {
    const { who } = await heard(settings, channel);
    expect(who.includes("Je baas ziet niets")).toBe(promised);
    expect(who).toContain("Het paspoort is van jou");
  });
});
