import { describe, expect, test } from "vitest";
import type { Language } from "../../src/domain/language.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";

const quotesIn = (text: string, language: Language) => [
  ...new Set(extractEmbedded({ id: "u", text, about: "paid_work" }, language).candidates.map(({ evidence }) => evidence.quote)),
];

describe("nothing is read as the holder's doing", () => {
  test.for([
    ["nl", "we hangen een lijst op, wie dweilt, wie kookt", "who does it", ["dweilt", "kookt"]],
    ["nl", "ik zei: mevrouw, u staat hier al een uur te wachten", "told to somebody", ["wachten"]],
    ["nl", "ja de notaris regelt het testament", "another's", ["testament"]],
    ["nl", "ik zit nu met een bord soep in de trein", "where somebody is", ["soep"]],
    ["nl", "mn zus zegt altijd dat ik taarten moet verkopen", "urged by others", ["taarten"]],
    ["nl", "even wachten aub", "asked of the reader", ["wachten"]],
    ["nl", "ik val flauw als ik bloed zie", "denied", ["bloed"]],
    ["en", "we put a list up. who sweeps, who cooks", "who does it", ["sweeps", "cooks"]],
    ["en", "my pal Odd from the corner can weld anything", "another's", ["weld"]],
    ["en", "our planner Sunna is the one who makes the rota", "another's", ["rota"]],
    ["en", "hospital kept saying be patient", "another's", ["patient"]],
    ["en", "sorry writing this on the tram with a sandwich", "where somebody is", ["sandwich"]],
    ["en", "we lost our shed in the storm", "what was lost", ["shed"]],
    ["en", "I faint when I see a needle", "denied", ["needle"]],
    ["en", "I'm banned from ladders since last year", "denied", ["ladders"]],
    ["en", "my brother says i should sell my cakes", "urged by others", ["cakes"]],
    ["en", "one moment please", "asked of the reader", ["moment"]],
  ] as const)("$0: $1 ($2)", ([language, said, , words]) => {
    const quoted = quotesIn(said, language).join(" ");
    expect(words.filter((word) => quoted.includes(word))).toEqual([]);
  });
});

describe("but what they do themselves is", () => {
  test.for([
    ["nl", "ik bepaal wie dweilt en ik maak het rooster", "rooster"],
    ["nl", "ik zit bij oude mensen en lees ze voor", "lees"],
    ["nl", "de boekhouder en ik doen samen de aangifte", "aangifte"],
    ["nl", "mijn baas zegt dat ik goed las", "las"],
    ["nl", "ik sta nu elke ochtend soep te koken voor 80 mensen", "soep"],
    ["nl", "ik sta nu op de markt kaas te verkopen", "kaas"],
    ["nl", "ik zit nu facturen te boeken voor een bakker", "facturen"],
    ["nl", "ik loop nu elke ochtend honden uit te laten", "honden"],
    ["nl", "ik typ nu brieven uit voor een advocaat", "brieven"],
    ["nl", "u moet weten, ik bak al tien jaar taarten", "taarten"],
    ["nl", "mijn chef zei dat ik de nieuwe mensen moest inwerken", "inwerken"],
    ["nl", "haren knippen en verven alsjeblieft", "knippen"],
    ["en", "my job is the till and I stack shelves", "stack"],
    ["en", "I can weld, my pal taught me", "weld"],
    ["en", "I write letters for people on the tram", "letters"],
    ["en", "my boss says I bake the best bread", "bake"],
    ["en", "I ask customers to wait please and call the next one", "call"],
    ["en", "hospital always asked me to interpret for patients", "interpret"],
    ["en", "the bank always had me train the new cashiers", "train"],
    ["en", "my manager says I have to train the new starters", "train"],
    ["en", "my supervisor said I could run the till", "till"],
    ["en", "I'm answering calls at the front desk of a hotel", "answering"],
    ["en", "our team does all the wedding cakes", "cakes"],
    ["en", "kids who got banned from the bus I drove to school", "drove"],
  ] as const)("$0: $1", ([language, said, word]) => {
    expect(quotesIn(said, language).join(" ")).toContain(word);
  });
});
