import { describe, expect, test } from "vitest";
import { conceptCard, finding, nothingFound, type Player, startInterview } from "../support/interview-player.ts";

interface Case {
  readonly said: string;
  /** Quotes of what is offered, in order. */
  readonly quotes: readonly string[];
  /** What is chosen in place of the first. */
  readonly chosen: string;
  readonly language?: "nl" | "en";
}

function choose({ said, quotes, chosen, language = "nl" }: Case): Player {
  const concept = conceptCard(chosen);
  const player = startInterview(
    (utterance) => ({
      ...nothingFound,
      findings: quotes.map((quote, at) =>
        finding(utterance, quote, {
          concept: conceptCard(`vaardigheid ${at}`),
          alternatives: at === 0 ? [concept] : [],
          probability: 0.9 - at / 100,
        }),
      ),
    }),
    { language },
  );
  player.press("begin");
  player.say(said);
  player.press("no");
  player.press("something_else");
  player.press("pick", concept.uri);
  return player;
}

const quoteOf = (each: Case) =>
  choose(each)
    .passport()
    .claims[0]?.evidence.map(({ quote }) => quote);

describe("what was chosen in place of an offer stands with words that tell of it", () => {
  test.for<Case & { readonly rests: string }>([
    {
      said: "ik werk in een loods en ik verplaats pallets met de heftruck",
      quotes: ["ik werk in een loods", "verplaats pallets met de heftruck"],
      chosen: "heftrucks bedienen",
      rests: "verplaats pallets met de heftruck",
    },
    {
      said: "ik help in het buurthuis, daar zet ik koffie en schrijf ik brieven",
      quotes: ["ik help in het buurthuis", "zet ik koffie", "schrijf ik brieven"],
      chosen: "brieven opstellen",
      rests: "schrijf ik brieven",
    },
    {
      said: "I am in a shop all week and I count the stock",
      quotes: ["I am in a shop all week", "I count the stock"],
      chosen: "monitor stock level",
      language: "en",
      rests: "I count the stock",
    },
  ])("$said → $chosen", (each) => {
    expect(quoteOf(each)).toEqual([each.rests]);
  });

  test.for<Case & { readonly because: string }>([
    {
      said: "ik kook soep voor groepen en ik was de borden",
      quotes: ["kook soep voor groepen", "was de borden"],
      chosen: "soep bereiden",
      because: "its own words tell of it",
    },
    {
      said: "ik naai kleren en ik zing in een koor",
      quotes: ["naai kleren", "zing in een koor"],
      chosen: "stoffen knippen",
      because: "no other words do",
    },
    {
      said: "ik zorg voor oma en ik werk op de markt",
      quotes: ["zorg voor oma", "werk op de markt"],
      chosen: "werken in teams",
      because: "a word of every work tells nothing apart",
    },
  ])("$said → $chosen keeps the words of the offer: $because", (each) => {
    expect(quoteOf(each)).toEqual([each.quotes[0]]);
  });

  test("words of another answer are none of this one", () => {
    const cook = conceptCard("soep koken");
    const player = startInterview((utterance) => ({
      ...nothingFound,
      findings: utterance.text.includes("soep")
        ? [finding(utterance, "maak soep", { concept: conceptCard("iets eerst") })]
        : [finding(utterance, "sta in de keuken", { concept: conceptCard("iets later"), alternatives: [cook] })],
    }));
    player.press("begin");
    player.say("ik maak soep");
    player.press("yes");
    player.say("ik sta in de keuken");
    player.press("no");
    player.press("something_else");
    player.press("pick", cook.uri);
    expect(player.passport().claims.map(({ evidence }) => evidence.map(({ quote }) => quote))).toEqual([["maak soep"], ["sta in de keuken"]]);
  });
});
