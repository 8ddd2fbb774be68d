import { describe, expect, test } from "vitest";
import type { Findings } from "../../src/domain/finding.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { tellsMore, toldBehind } from "../../src/dialogs/tells-more.ts";
import { conceptCard, finding, nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

const bringing = (word: string) => (utterance: Utterance) => {
  const at = utterance.text.indexOf(word);
  if (at < 0) return starredFindings(utterance);
  const found: Findings = { ...nothingFound, findings: [finding(utterance, word)] };
  return found;
};

/** A card, where `word` is found in whatever is read next. */
function offered(word: string, language: "nl" | "en" = "nl") {
  const player = startInterview(bringing(word), { language, search: () => [conceptCard("indelen")] });
  player.press("begin");
  player.say(language === "nl" ? "ik *kook* daar" : "I *cook* there");
  expect(player.question()).toBe("offer.ask");
  return player;
}
type Player = ReturnType<typeof offered>;
const labels = (player: Player) => player.passport().claims.map(({ label }) => label.nl ?? label.en);
const readSince = (player: Player) =>
  player
    .work()
    .flatMap((work) => (work.kind === "find_skills" ? [work.utterance.text] : []))
    .slice(1);

describe("what is told beside a yes without saying who does it", () => {
  test.for([
    ["nl", "ja, en afwassen", "afwassen"],
    ["nl", "jep, borden klaarzetten hoorde er ook bij", "klaarzetten"],
    ["nl", "ja dat ook, afwassen deed ik trouwens ook", "afwassen"],
    ["nl", "ja dat doe ik en tafels dekken ook", "tafels dekken"],
    ["nl", "ja maar vooral groente snijden", "groente snijden"],
    ["nl", "jaja, tafels dekken doen we samen", "tafels dekken"],
    ["nl", "klopt, en achter de balie ook", "balie"],
    ["nl", "doe ik ja, en de vloer dweilen", "vloer dweilen"],
    ["nl", "bedienen ook, ja", "bedienen"],
    ["en", "yeah, and did the orders and all", "orders"],
    ["en", "yes I did. also mended it when it broke", "mended"],
    ["en", "sure, counting the stock at night too", "counting"],
    ["en", "I do, and wash up", "wash up"],
    ["en", "aye and serving", "serving"],
    ["en", "true and I carry the plates", "plates"],
    ["en", "ye but i also drove the van", "van"],
    ["en", "yes I do the till as well", "till"],
  ] as const)("%s “%s” confirms, and the rest is put next", ([language, said, told]) => {
    const player = offered(told, language);
    player.say(said);
    expect(labels(player)).toEqual([language === "nl" ? "kook" : "cook"]);
    expect(player.question()).toBe("offer.ask");
    player.press("yes");
    expect(labels(player)).toEqual([language === "nl" ? "kook" : "cook", told]);
  });

  test.for([
    "ja, en heel graag ook",
    "ja, ook op maandag",
    "ja en mijn zus ook",
    "ja en leuk was het ook",
    "ja, in de keuken van de school",
    "ja, al vijf jaar lang",
    "ja dat doe ik ook",
    "ja klopt helemaal wel",
    "natuurlijk, met mijn broer samen",
    "yes and very often too",
    "yes, and for the neighbours as well",
    "yes, and it was fun too",
    "yeah and my mother does as well",
    "yep, mostly in the evening",
    "yes I do every day",
    "yes I do that too",
  ])("“%s” is only a yes", (said) => {
    const player = offered("nergens");
    player.say(said);
    expect(labels(player)).toEqual(["kook"]);
    expect(readSince(player)).toEqual([]);
  });

  test.for(["precies werken", "natuurlijk en gezond eten maken", "right so this is a thing"])("“%s” is no yes", (said) => {
    const player = offered("nergens");
    player.say(said);
    expect(labels(player)).toEqual([]);
  });
});

describe("what is told beside a no", () => {
  test.for([
    ["nl", "nee nooit, maar tafels dekken wel", "maar tafels dekken wel"],
    ["nl", "nee dat doen de meiden. bestellen en afrekenen is mijn werk", "bestellen en afrekenen is mijn werk"],
    ["nl", "nee niet echt, mar ik schenk wel de koffie", "mar ik schenk wel de koffie"],
    ["en", "no not really, but I do wipe the tables", "but I do wipe the tables"],
    ["nl", "nee joh dat doet Henk. ik doe alleen de bar", "ik doe alleen de bar"],
    ["nl", "nee dat doet hun oudste zoon, ik dek de tafels", "ik dek de tafels"],
    ["en", "no, my colleague does that one. pouring tea is my thing", "pouring tea is my thing"],
    ["en", "nope that's Joan. the bar is what I do", "the bar is what I do"],
    ["en", "nah just wiping the tables and pouring tea", "just wiping the tables and pouring tea"],
    ["en", "oh no. wiping tables and pouring tea", "wiping tables and pouring tea"],
  ] as const)("%s “%s”: only what is told is read", ([language, said, told]) => {
    const player = offered("nergens", language);
    player.say(said);
    expect(labels(player)).toEqual([]);
    expect(readSince(player).map((text) => text.trim())).toEqual([told]);
    const [read = ""] = readSince(player);
    expect(said.slice(read.length - told.length)).toBe(told);
  });

  test.for(["nee, dat zijn eenden in het park", "no they're ducks in the park", "nee hoor dat doet mijn broer"])(
    "“%s” leads to no skill of somebody else's",
    (said) => {
      const player = offered("nergens");
      player.say(said);
      expect(labels(player)).toEqual([]);
      expect(player.passport().experiences).toHaveLength(1);
    },
  );
});

test.for([
  ["nah just wiping the tables and pouring tea", "just wiping the tables and pouring tea"],
  ["nee hoor, wel heb ik de glazen gespoeld", "wel heb ik de glazen gespoeld"],
  ["dat niet, glazen spoelen wel", "glazen spoelen"],
  ["that one no, rinsing glasses yes", "rinsing glasses"],
  ["nee dat doen de meiden. glazen spoelen is mijn werk", "glazen spoelen is mijn werk"],
] as const)("typed after a no by the button, “%s” is looked for, and named, as “%s”", ([said, name]) => {
  const player = offered("nergens");
  player.press("no");
  player.say(said);
  const card = player.heard().findLast(({ asks }) => asks)?.card;
  expect(card?.type === "alternatives" && card.options.at(-1)?.label.nl).toBe(name);
});

test("what stands behind a yes or a no stands where it stood", () => {
  expect(toldBehind("nee, dat doet de baas. ik tel de kassa")).toBe(`${" ".repeat(23)}ik tel de kassa`);
  expect(toldBehind("nee dat doet de baas")).toBe("    dat doet de baas");
  expect(toldBehind("ik tel de kassa")).toBe("ik tel de kassa");
});

test.for([
  ["ja, en klanten helpen ook", true],
  ["ja, en de klanten waren blij", false],
  ["yes, helping people too", true],
  ["yes, in the morning too", false],
] as const)("“%s” tells more: %s", ([said, tells]) => {
  expect(tellsMore(said)).toBe(tells);
});
