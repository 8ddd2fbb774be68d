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
    ["nl", "Ik slik pillen voor mijn hart en spuit insuline", "own medicine", ["pillen", "insuline"]],
    ["nl", "We hebben de badkamer laten betegelen", "done for them", ["betegelen"]],
    ["nl", "mijn auto heb ik pas nog laten keuren", "done for them", ["auto"]],
    ["nl", "de ramen doet een firma van buiten", "another's", ["ramen"]],
    ["nl", "Ik laat mijn haar elke maand knippen en verven", "done to them", ["knippen", "verven"]],
    ["nl", "De loodgieter heeft onze kraan gemaakt", "another's trade", ["kraan"]],
    ["nl", "Ik ben ontslagen bij de bakker", "dismissed", ["bakker"]],
    ["nl", "Ik ben gezakt voor mijn vrachtwagenrijbewijs", "failed", ["vrachtwagen"]],
    ["nl", "Ik repareer horloges, grapje, ik kan nog geen batterij verwisselen", "taken back", ["horloges"]],
    ["nl", "Ze vroegen me om de ploeg te leiden maar dat heb ik niet gedaan", "taken back", ["leiden"]],
    ["nl", "Heftruck rijden? Nee joh, daar heb ik het papiertje niet voor", "asked, and no", ["Heftruck"]],
    ["nl", "Koken doe ik nooit, we halen altijd patat", "eaten", ["patat", "Koken"]],
    ["nl", "Ik heb een boek gelezen over bijen houden", "read of", ["bijen"]],
    ["en", "I have diabetes and need to inject insulin every day", "own medicine", ["insulin"]],
    ["en", "I was treated for depression and take medication", "own medicine", ["medication"]],
    ["en", "I had my kitchen tiled and my car serviced", "done for them", ["tiled", "serviced"]],
    ["en", "I get my hair cut and my nails done every month", "done to them", ["hair", "nails"]],
    ["en", "I have massages every week for my back", "done to them", ["massages"]],
    ["en", "I got sacked from the bakery because I burnt every loaf", "dismissed", ["bakery", "loaf"]],
    ["en", "I failed my welding exam three times", "failed", ["welding"]],
    ["en", "My job application as a baker got rejected", "refused", ["application"]],
    ["en", "I never cook, I order takeaway", "eaten", ["takeaway", "cook"]],
    ["en", "Sure I can drive a forklift, just kidding, haven't got a clue", "taken back", ["forklift"]],
    ["en", "I repair watches. Not! I can't even change a battery", "taken back", ["watches"]],
    ["en", "Knitting bores me to tears", "not liked", ["Knitting"]],
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
    ["nl", "ik neem de medicijnen mee voor de bewoners", "medicijnen"],
    ["nl", "ik gebruik geen pillen maar ik spuit mijn moeder insuline in", "insuline"],
    ["nl", "ik heb de badkamer betegeld", "badkamer"],
    ["nl", "de ramen doe ik zelf, met een trekker", "ramen"],
    ["nl", "mijn auto heb ik zelf gerepareerd", "auto"],
    ["nl", "we hebben de keuken zelf geverfd", "keuken"],
    ["nl", "ik laat de kinderen hun tanden poetsen", "tanden"],
    ["nl", "ik verf haar en knip haar bij vriendinnen", "verf"],
    ["nl", "de loodgieter en ik hebben samen de leidingen gelegd", "leidingen"],
    ["nl", "we halen elke week eten op voor de voedselbank", "voedselbank"],
    ["en", "I take the medication round to residents", "medication"],
    ["en", "I inject insulin for my dad every morning", "insulin"],
    ["en", "I had the kids fed and washed by seven", "kids"],
    ["en", "I got my car running again with a new gearbox", "gearbox"],
    ["en", "I give massages at the salon every week", "massages"],
    ["en", "I take pizza orders and run the till", "pizza"],
    ["en", "I repair watches. Not clocks, they are too big", "watches"],
    ["nl", "Koken? Nee, maar bakken wel, ik bak elke week brood", "brood"],
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
