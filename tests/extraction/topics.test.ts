import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Language } from "../../src/domain/language.ts";
import type { ToldOf } from "../../src/domain/ports.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";

const extractor = createEmbeddedExtractor();

interface Telling {
  readonly said: string;
  readonly about?: Area | null;
  readonly language?: Language;
  readonly goesOn?: ToldOf;
}

/** The topic of each quote; null where there is none. */
async function topicsIn({ said, about = null, language = "nl", goesOn }: Telling): Promise<Record<string, string | null>> {
  const context = { language, question: null, ...(goesOn ? { goesOn } : {}) };
  const { candidates } = await extractor.extract({ id: "u", text: said, about }, context);
  return Object.fromEntries(candidates.map(({ evidence, topic }) => [evidence.quote, topic ?? null]));
}

describe("what the talk was about already", () => {
  test.for<Telling & { quote: string; topic: string }>([
    { said: "Ik dirigeer een koor in het dorp. Ik kies de stukken.", quote: "Ik kies de stukken", topic: "Ik dirigeer een koor in het dorp" },
    { said: "I make violins at home. I carve the scroll.", language: "en", quote: "I carve the scroll", topic: "I make violins at home" },
    {
      said: "Ik werk in een slagerij. Ik draai de worsten. Daarna vul ik de toonbank.",
      about: "paid_work",
      quote: "Daarna vul ik de toonbank",
      topic: "Ik werk in een slagerij",
    },
    {
      said: "Ik werkte bij een bakker. Ik kneedde het deeg. Daarna werkte ik in een garage. Ik verving de banden.",
      about: "paid_work",
      quote: "Ik verving de banden",
      topic: "Daarna werkte ik in een garage",
    },
    { said: "Er waren veel geiten op de boerderij. Ik molk ze.", quote: "Ik molk ze", topic: "Er waren veel geiten op de boerderij" },
    { said: "There were many ponies on the farm. I fed them.", language: "en", quote: "I fed them", topic: "There were many ponies on the farm" },
    {
      said: "Vroeger speelde ik orgel en dat kan ik nog steeds. Ik kies de liederen.",
      quote: "Ik kies de liederen",
      topic: "Vroeger speelde ik orgel en dat kan ik nog steeds",
    },
  ])("“$quote” is about “$topic”", async ({ quote, topic, ...telling }) => {
    expect((await topicsIn(telling))[quote]).toBe(topic);
  });

  test.for<Telling & { quote: string; because: string }>([
    { said: "Ik kies de stukken.", quote: "Ik kies de stukken", because: "nothing was told before" },
    { said: "Ik werk in een slagerij, ik draai de worsten.", quote: "ik draai de worsten", because: "its own sentence says it" },
    {
      said: "Ik werk in een slagerij. Thuis zorg ik voor mijn vader.",
      quote: "Thuis zorg ik voor mijn vader",
      because: "it is another part of life",
    },
    { said: "Ik dirigeer een koor in het dorp.\nIk snoei de heg.", quote: "Ik snoei de heg", because: "it is another line" },
    { said: "Goedemorgen! Ik kies de stukken.", quote: "Ik kies de stukken", because: "nothing was told of what one does" },
    {
      said: "Ik zit op maandag bij de vakbond FNV met collega's. Ik schrijf de verslagen.",
      about: "volunteering",
      quote: "Ik schrijf de verslagen",
      because: "it may not be kept",
    },
    { said: "Ik zet koffie in de moskee. Ik was de kopjes af.", about: "volunteering", quote: "Ik was de kopjes af", because: "it may not be kept" },
    {
      said: "Ik vul vakken sinds mijn burn-out. Ik tel de voorraad.",
      about: "paid_work",
      quote: "Ik tel de voorraad",
      because: "a part of it may not be kept",
    },
    { said: "Ik werk bij een bakker. Ik blijf rustig.", about: "behaviour", quote: "Ik blijf rustig", because: "it is no part of that" },
  ])("“$quote” has none, as $because", async ({ quote, ...telling }) => {
    const topics = await topicsIn(telling);
    expect(topics).toHaveProperty([quote], null);
  });
});

describe("an answer that goes on about what an earlier one told of", () => {
  const goesOn: ToldOf = { area: "hobby", title: "Koor dirigeren" };

  test.for<Telling & { quote: string; topic: string | null; because: string }>([
    { said: "Ik kies de stukken", about: "hobby", quote: "Ik kies de stukken", topic: "Koor dirigeren", because: "it names nothing else" },
    { said: "Er waren er dertig, ik molk ze", about: "hobby", quote: "ik molk ze", topic: "Koor dirigeren", because: "it names none at all" },
    { said: "Ik kies de stukken", about: "paid_work", quote: "Ik kies de stukken", topic: null, because: "it is of another part of life" },
    {
      said: "Ik help ook bij de Voedselbank. Ik pak de kratten.",
      about: "volunteering",
      goesOn: { area: "volunteering", title: "Koor dirigeren" },
      quote: "Ik pak de kratten",
      topic: "Ik help ook bij de Voedselbank",
      because: "it names another place first",
    },
  ])("“$quote” is about $topic, as $because", async ({ quote, topic, ...telling }) => {
    expect(await topicsIn({ goesOn, ...telling })).toHaveProperty([quote], topic);
  });
});
