import { describe, expect, test } from "vitest";
import type { Findings } from "../../src/domain/finding.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { meantInstead, saysItIsAPaper, tellsWhyNot } from "../../src/dialogs/refusals.ts";
import { conceptCard, finding, nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

const languages = ["nl", "en"] as const;

function offered(language: "nl" | "en" = "nl", find: (utterance: Utterance) => Findings = starredFindings) {
  const player = startInterview(find, { language, search: () => [conceptCard("gevonden")] });
  player.press("begin");
  player.say("ik *kook* en *poets*");
  expect(player.question()).toBe("offer.ask");
  return player;
}
type Player = ReturnType<typeof offered>;
const keys = (player: Player) => player.heard().map((message) => message.key);
const work = (player: Player, kind: string) => player.work().filter((each) => each.kind === kind);

describe("a no costs one answer, or two words", () => {
  test.for([
    ["nl", "nee"],
    ["nl", "nee nee"],
    ["nl", "gewoon nee"],
    ["nl", "haal weg"],
    ["en", "no"],
    ["en", "just no"],
    ["en", "remove it"],
  ] as const)("%s: “%s” to “Wat klopt niet?” goes on at once", ([language, said]) => {
    const player = offered(language);
    player.press("no");
    expect(player.question()).toBe("wrong.ask");
    player.say(said);
    expect(keys(player)).toEqual(["offer.rejected", "offer.ask"]);
  });

  test.for(languages)("%s: “Nee” pressed again on the same card is a plain no", (language) => {
    const player = offered(language);
    const no = player
      .heard()
      .at(-1)
      ?.choices.find(({ action }) => action.action === "no")?.action ?? { action: "no" as const };
    player.send(no);
    player.send(no);
    expect(keys(player)).toEqual(["offer.rejected", "offer.ask"]);
    player.send(no);
    expect(keys(player)).toEqual(["offer.superseded", "offer.ask"]);
  });

  test.for([
    ["nl", "nee ik kook niet voor baby's"],
    ["nl", "neee, dat doet mijn zus"],
    ["en", "no I don't cook for babies"],
    ["en", "no, my sister does that"],
  ] as const)("%s: “%s” is a no, its reason is read, and nothing more is asked of it", ([language, said]) => {
    const player = offered(language);
    player.say(said);
    expect(keys(player)).toEqual(["offer.rejected", "offer.ask"]);
    const read = work(player, "find_skills").at(-1);
    expect(read?.kind === "find_skills" && said.endsWith(read.utterance.text.trim())).toBe(true);
    expect(player.passport().offers).toMatchObject([{ state: "rejected", concept: { uri: "urn:test:kook" } }]);
    expect(player.heard().at(-1)?.card).toMatchObject({ offer: { concept: { uri: "urn:test:poets" } } });
  });

  test.for([
    ["nl", "nee ik *bak taart* voor de buurt"],
    ["en", "no I *bake cakes* for the street"],
  ] as const)("%s: a skill in the reason is offered, with the words it was told in", ([language, said]) => {
    const player = offered(language);
    player.say(said);
    player.press("yes");
    player.press("yes");
    expect(player.passport().claims.map(({ evidence }) => evidence[0]?.quote)).toContain(/\*(.+)\*/.exec(said)?.[1]);
  });

  test.for(["dat doet mijn zus", "ik kook niet voor baby's", "my sister does that", "I never cook for babies"])(
    "“%s” to “Wat klopt niet?” says why, and is not searched for",
    (said) => {
      const player = offered();
      player.press("no");
      player.say(said);
      expect(keys(player)).toEqual(["offer.rejected", "offer.ask"]);
      expect(work(player, "search")).toEqual([]);
    },
  );

  test("after the last offer of a story it goes on to the next question", () => {
    const player = startInterview();
    player.press("begin");
    player.say("ik *kook*");
    player.say("nee dat is niet zo bij mij thuis");
    expect(keys(player)).toEqual(["offer.rejected", "follow_up_about_now.what"]);
  });

  test("distress in a reason gets a kind word; “verder” does not bring the offer back", () => {
    const player = offered("nl", (utterance) =>
      utterance.text.includes("waard") ? { ...nothingFound, distress: true } : starredFindings(utterance),
    );
    player.say("nee ik ben niks waard");
    expect(keys(player)).toEqual(["offer.rejected", "distress.kind", "distress.ask"]);
    player.press("go_on");
    expect(player.heard().at(-1)?.card).toMatchObject({ offer: { concept: { uri: "urn:test:poets" } } });
  });

  test("a step back brings the offer again", () => {
    const player = offered();
    player.say("nee ik kook niet voor baby's");
    player.say("terug");
    expect(player.passport().offers).toEqual([]);
    expect(player.heard().at(-1)?.card).toMatchObject({ offer: { concept: { uri: "urn:test:kook" } } });
  });
});

describe("“haal weg” beside an offer is a no", () => {
  test.for([
    ["nl", "haal weg"],
    ["nl", "weg ermee"],
    ["nl", "haal deze weg"],
    ["en", "delete it"],
    ["en", "get rid of it"],
  ] as const)("%s: “%s”", ([language, said]) => {
    const player = offered(language);
    player.say(said);
    expect(keys(player)).toEqual(["offer.rejected", "offer.ask"]);
    expect(player.passport().offers).toMatchObject([{ state: "rejected" }]);
  });

  test("elsewhere it is asked what of the passport should go", () => {
    const player = offered();
    player.press("yes");
    player.say("nee ik poets niet");
    expect(player.question()).toContain("follow_up");
    player.say("haal weg");
    expect(player.question()).toBe("claims.change");
    player.say("haal weg");
    expect(player.passport().claims).toEqual([]);
  });
});

describe("“dat is een diploma” beside an offer", () => {
  const bhv = { title: "BHV", institution: null, date: null, level: null, finished: true };

  test.for([
    ["nl", "dat is diploma"],
    ["nl", "dat is een cursus"],
    ["en", "that is a course"],
    ["en", "that's my certificate"],
  ] as const)("%s: “%s” is no skill, and it is said where papers stand", ([language, said]) => {
    const player = offered(language);
    player.say(said);
    expect(keys(player)).toEqual(["offer.is_paper", "offer.ask"]);
    expect(player.passport()).toMatchObject({ claims: [], credentials: [], offers: [{ state: "rejected" }] });
  });

  test.for([
    ["nl", "dat is mijn BHV cursus"],
    ["en", "that is my BHV certificate"],
  ] as const)("%s: “%s” names one, which is noted", ([language, said]) => {
    const player = offered(language, (utterance) =>
      utterance.text.includes("BHV") ? { ...nothingFound, credentials: [bhv] } : starredFindings(utterance),
    );
    player.say(said);
    expect(keys(player)).toEqual(["offer.is_paper", "noted.credential", "offer.ask"]);
    expect(player.passport().credentials).toMatchObject([{ title: "BHV" }]);
  });
});

describe("a correction with content beside an offer is a no, and looked for again", () => {
  test.for([
    ["nl", "gewone fiets geen elektrisch", "kook, gewone fiets"],
    ["nl", "nee, gewone fiets, niet elektrisch", "kook, gewone fiets"],
    ["nl", "niet kook maar gewoon bakken", "kook, gewoon bakken"],
    ["en", "normal bike, not electric", "kook, normal bike"],
    ["en", "no, a normal bike, no electric", "kook, a normal bike"],
  ] as const)("%s: “%s”", ([language, said, searched]) => {
    const player = offered(language);
    player.say(said);
    expect(player.question()).toBe("alternatives.ask");
    expect(work(player, "search")).toMatchObject([{ text: searched }]);
    player.press("pick", "urn:test:gevonden");
    expect(player.passport().claims).toMatchObject([{ uri: "urn:test:gevonden" }]);
    for (const { quote } of player.passport().claims[0]?.evidence ?? []) expect(said).toContain(quote);
  });

  test("one of a name that was told with it changes that name, and the offer is asked again", () => {
    const job = { area: "paid_work" as const, title: "Kok", organisation: "bakkerij Jansma", start: null, end: null };
    const player = offered("nl", (utterance) => ({ ...starredFindings(utterance), experiences: [job] }));
    player.say("niet bakkerij Jansma maar bakkerij Hiemstra");
    expect(keys(player)).toEqual(["corrected", "offer.ask"]);
    expect(player.passport()).toMatchObject({ experiences: [{ organisation: "bakkerij Hiemstra" }], offers: [] });
  });
});

test.for([
  ["ik kook graag, geen vlees", null],
  ["dat klopt niet helemaal", null],
  ["ik weet het niet zeker", null],
  ["sorry geen idee", null],
  ["nog niet zo lang", null],
  ["geen elektrische fiets maar een gewone", "een gewone"],
  ["nee, ik maak niet school schoon maar kantoor", "kantoor"],
  ["I don't clean schools", null],
  ["ik kook niet thuis maar ik bak wel", null],
  ["alleen kantoren, geen ramen", "alleen kantoren"],
  ["offices, not windows", "offices"],
  ["I don't know really", null],
] as const)("“%s” says what it is instead: %s", ([said, meant]) => {
  expect(meantInstead(said)).toBe(meant);
});

test.for([
  ["ik kook niet voor baby's", true],
  ["dat doet mijn zus", true],
  ["ik kook met mijn zus", false],
  ["niet thuis maar wel op het werk", false],
  ["pannen soep maken", false],
  ["my husband does that", true],
  ["only for my own children", false],
] as const)("“%s” tells only why not: %s", ([said, why]) => {
  expect(tellsWhyNot(said)).toBe(why);
});

test.for([
  ["dat is diploma", true],
  ["nee dat is een lasdiploma", true],
  ["it's a course", true],
  ["dat is geen diploma", false],
  ["ik heb een diploma", false],
  ["dat is leuk", false],
  ["that is not a course", false],
] as const)("“%s” says that it is a paper: %s", ([said, paper]) => {
  expect(saysItIsAPaper(said)).toBe(paper);
});

test.for([
  ["nl", "gewone fiets geen elektrisch"],
  ["en", "normal bike, not electric"],
] as const)("%s: “%s” is not answered with what was said not to be", ([language, said]) => {
  const label = { nl: "elektrische fietsen repareren", en: "repair electric bicycles" };
  const player = startInterview(undefined, { language, search: () => [conceptCard("e-bike", { label }), conceptCard("gevonden")] });
  player.press("begin");
  player.say("ik *repareer fiets* voor buren");
  player.say(said);
  const { card } = player.heard().at(-1) ?? { card: null };
  expect(card?.type === "alternatives" ? card.options.map(({ uri }) => uri) : []).toEqual(["urn:test:gevonden", `own:${said}`]);
});

test("but a word that was said before tells nothing apart", () => {
  const player = startInterview(undefined, { search: () => [conceptCard("kantoren schoonmaken")] });
  player.press("begin");
  player.say("ik *maak schoon op school*");
  player.say("nee, ik maak niet school schoon maar kantoor");
  const { card } = player.heard().at(-1) ?? { card: null };
  expect(card?.type === "alternatives" ? card.options[0]?.uri : null).toBe("urn:test:kantoren-schoonmaken");
});

test.for(["nee ik kook niet voor baby's", "no I don't cook for babies"])("a reason that only denies is read whole: “%s”", (said) => {
  const player = offered();
  player.say(said);
  expect(work(player, "find_skills").at(-1)).toMatchObject({ utterance: { text: said } });
});

test("a reason is read without its “nee”, at the place where it stood", () => {
  const player = offered();
  player.say("neee,  ik *bak taart*");
  expect(work(player, "find_skills").at(-1)).toMatchObject({ utterance: { text: "       ik *bak taart*" } });
});

test("a skill that is offered is found with its quote in what was typed", () => {
  const player = offered("nl", (utterance) =>
    utterance.text.includes("ramen") ? { ...nothingFound, findings: [finding(utterance, "was ramen")] } : starredFindings(utterance),
  );
  player.say("nee, ik was ramen");
  player.press("yes");
  player.press("yes");
  const quotes = player.passport().claims.flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
  expect(quotes).toContain("was ramen");
  for (const quote of quotes) expect("nee, ik was ramen ik *kook* en *poets*").toContain(quote);
});

describe("what it is stands behind what it is not", () => {
  test.for([
    ["nee geen muziek, spelen met kind", "spelen met kind"],
    ["nee niet op straat. binnen bij buro", "binnen bij buro"],
    ["no not music, playing games", "playing games"],
    ["not in the street. inside the office", "inside the office"],
  ] as const)("“%s”: “%s”", ([said, meant]) => {
    expect(meantInstead(said)).toBe(meant);
  });
  test.for(["geen tijd, later misschien", "niet elke dag, mijn zus doet dat", "nee niet goed, ik kan dat niet", "not really, my sister does it"])(
    "“%s” names nothing instead",
    (said) => {
      expect(meantInstead(said)).toBeNull();
    },
  );
});
