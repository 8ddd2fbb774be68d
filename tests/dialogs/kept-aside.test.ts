import { describe, expect, test } from "vitest";
import type { Findings } from "../../src/domain/finding.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { conceptCard, finding, nothingFound, type Player, startInterview, starredFindings } from "../support/interview-player.ts";

const kitchen = { area: "paid_work" as const, title: "Keuken", organisation: null, start: null, end: null };
const cooking = (utterance: Utterance): Findings => ({
  ...starredFindings(utterance),
  experiences: utterance.text.includes("*") ? [kitchen] : [],
  followUps: [],
});

function told(text: string, language: "nl" | "en" = "nl", find = cooking): Player {
  const player = startInterview(find, { language });
  player.press("begin");
  while (player.question() !== "open.paid_work") player.press("skip");
  player.say(text);
  return player;
}
const keys = (player: Player) => player.heard().map(({ key }) => key);
const offeredNow = (player: Player) => {
  const card = player.heard().findLast(({ asks }) => asks)?.card;
  return card?.type === "offer" ? card.offer.evidence.quote : null;
};

/** Goes on without telling anything more, with a yes to every card; the quotes that were offered, and what was asked before each. */
function goOn(player: Player): readonly string[] {
  const offered: string[] = [];
  for (let turn = 0; player.question() !== "waiting.ask" && player.question() !== "closed.ask" && turn < 60; turn++) {
    const quote = offeredNow(player);
    if (quote !== null) offered.push(quote);
    if (quote !== null) player.press("yes");
    else player.say(player.question() === "summary.ask" ? "ja" : "sla over");
  }
  return offered;
}

describe("what was told beside a card, and said to be kept", () => {
  test.for([
    ["nl", "ik *kook*, ik *snijd* en ik *poets*", "en als gasten schreeuwen *breng ik ze tot rust*", "breng ik ze tot rust"],
    ["en", "I *cook*, I *cut* and I *clean*", "and when guests shout I *calm them down*", "calm them down"],
  ] as const)("%s: is offered yet, also where its words point at something", ([language, story, aside, quote]) => {
    const player = told(story, language);
    player.press("yes");
    player.press("yes");
    player.say(aside);
    expect(keys(player)).toEqual(["offer.noted", "offer.ask_plainly"]);
    player.press("yes");
    expect(offeredNow(player)).toBeNull();
    expect(goOn(player)).toEqual([quote]);
  });

  test("goes before what was only heard, where not all of it can be asked", () => {
    const unsure = (utterance: Utterance): Findings => {
      const read = cooking(utterance);
      return utterance.text.includes("kassa") ? { ...read, findings: read.findings.map((each) => ({ ...each, probability: 0.2 })) } : read;
    };
    const player = told("ik *kook*, *snijd*, *poets*, *plan*, *bestel* en *leid op*", "nl", unsure);
    player.press("yes");
    player.press("yes");
    player.say("o, en de *kassa doe ik ook*");
    player.press("yes");
    player.press("nothing_more");
    const offered: (string | null)[] = [];
    for (; offeredNow(player) !== null; player.press("yes")) offered.push(offeredNow(player));
    expect(offered).toHaveLength(3);
    expect(offered).toContain("kassa doe ik ook");
  });

  test("comes up soon, where its own part of life is over already", () => {
    const player = told("ik *kook*");
    player.press("nothing_more");
    for (let turn = 0; player.question() !== "open.hobby" && turn < 20; turn++) player.say(player.question() === "summary.ask" ? "ja" : "sla over");
    player.say("ik *naai*, *brei* en *haak*");
    player.press("yes");
    player.press("yes");
    player.say("op het werk *haal ik ook de bestellingen op*");
    expect(keys(player)).toContain("offer.noted");
    expect(goOn(player)).toContain("haal ik ook de bestellingen op");
  });

  test("is not put aside for what is heard later and more surely", () => {
    const rated = (utterance: Utterance): Findings => {
      const found = [...utterance.text.matchAll(/(\w+)=([\d.]+)/g)].map(([quote, name = "", chance = ""]) =>
        finding(utterance, quote, { concept: conceptCard(name), alternatives: [], probability: Number(chance) }),
      );
      return { ...nothingFound, findings: found, experiences: [kitchen] };
    };
    const player = told("een=0.9 twee=0.9 drie=0.9", "nl", rated);
    player.press("yes");
    player.press("yes");
    player.say("ik deed daar ook zwak=0.3");
    expect(keys(player)).toContain("offer.noted");
    player.press("yes");
    player.say(Array.from({ length: 30 }, (_, at) => `veel${at}=0.8`).join(" "));
    expect(goOn(player)).toContain("zwak=0.3");
  });

  test("a stop keeps it for later", () => {
    const player = told("ik *kook*, ik *snijd* en ik *poets*");
    player.say("en ik *breng ze naar huis*");
    player.say("ik ben moe");
    player.press("enough");
    expect(player.passport().offers.map(({ evidence }) => evidence.quote)).toContain("breng ze naar huis");
  });
});

describe("what was said to be kept of nothing", () => {
  test("nothing is promised where nothing was heard", () => {
    const player = told("ik *kook* en *snijd*");
    player.say("de lucht was blauw die dag");
    expect(keys(player)).toEqual(["offer.ask_plainly"]);
    expect(player.state().promised).toEqual([]);
  });
});

describe("a doing told beside a card, in which no skill is heard", () => {
  const step = (title: string) => ({ ...kitchen, title, isStep: true });
  const withStep = (utterance: Utterance): Findings =>
    utterance.text.includes("kantinedienst") || utterance.text.includes("canteen")
      ? { ...nothingFound, experiences: [step(utterance.text.includes("canteen") ? "Running the canteen" : "Kantinedienst draaien")] }
      : cooking(utterance);

  test.for([
    ["nl", "ik *kook* en *snijd*", "ik draai ook kantinedienst op zaterdag", "Kantinedienst draaien"],
    ["en", "I *cook* and *cut*", "I also run the canteen on Saturdays", "Running the canteen"],
  ] as const)("%s: becomes part of the experience that it belongs to", ([language, story, aside, kept]) => {
    const player = told(story, language, withStep);
    player.say(aside);
    expect(keys(player)).toEqual(["offer.noted", "offer.ask_plainly"]);
    expect(player.passport().experiences).toMatchObject([{ title: "Keuken", summary: kept }]);
  });

  test("is kept with a yes before it, and once", () => {
    const player = told("ik *kook* en *snijd*", "nl", withStep);
    player.say("ja en ik draai ook kantinedienst op zaterdag");
    player.say("ja en ik draai kantinedienst op zondag");
    expect(player.passport().experiences).toMatchObject([{ title: "Keuken", summary: "Kantinedienst draaien" }]);
  });

  test("with a no it is a reason, and kept nowhere", () => {
    const player = told("ik *kook* en *snijd*", "nl", withStep);
    player.say("nee, ik draai alleen kantinedienst daar");
    expect(player.passport().experiences).toMatchObject([{ summary: null }]);
  });
});

describe("“no, not this but that” beside what was written down", () => {
  const atSummary = (language: "nl" | "en") => {
    const player = told(language === "nl" ? "ik *kook*" : "I *cook*", language);
    player.press("yes");
    player.press("nothing_more");
    expect(player.question()).toBe("summary.ask");
    return player;
  };

  test.for([
    ["nl", "nee ik heb het niet geschilderd, ik heb het geschuurd"],
    ["nl", "nee, ik heb hem niet verkocht maar gerepareerd"],
    ["en", "no i didnt drive it i only washed it"],
  ] as const)("%s: “%s” opens no form of what it does not name", ([language, said]) => {
    const player = atSummary(language);
    player.say(said);
    expect(keys(player)).toEqual(["noted.heard", "summary.ask"]);
    expect(player.passport().experiences).toMatchObject([{ title: "Keuken", summary: null }]);
  });

  test.for(["nee ik werkte niet in de keuken maar in de bediening", "nee dat klopt helemaal niet zo"])(
    "“%s” still leads to how it is changed",
    (said) => {
      const player = atSummary("nl");
      player.say(said);
      expect(player.question()).toContain("summary");
      expect(keys(player)).not.toContain("noted.heard");
    },
  );
});

test("what was told beside a card of a part that is still to come waits for that part", () => {
  const shelter = { ...kitchen, area: "volunteering" as const, title: "Asiel" };
  const cat = (utterance: Utterance): Findings => {
    const read = cooking(utterance);
    if (!utterance.text.includes("asiel")) return read;
    return {
      ...read,
      findings: read.findings.map((each) => ({ ...each, evidence: { ...each.evidence, about: "volunteering" as const } })),
      experiences: [shelter],
    };
  };
  const player = told("ik *kook*, ik *snijd* en ik *poets*", "nl", cat);
  player.press("yes");
  player.press("yes");
  player.say("en bij het asiel *verzorg ik katten*");
  player.press("yes");
  while (player.state().part === "paid_work") {
    expect(offeredNow(player)).toBeNull();
    player.say(player.question() === "summary.ask" ? "ja" : "sla over");
  }
  expect(goOn(player)).toEqual(["verzorg ik katten"]);
});

test("a story told for the second time in place of a card leaves it, also where what waits is worked through", () => {
  const player = told("ik *kook*");
  player.press("later");
  while (player.question() !== "waiting.ask") player.say(player.question() === "summary.ask" ? "ja" : "sla over");
  player.press("yes");
  expect(offeredNow(player)).toBe("kook");
  player.say("poeh wat een gedoe zeg");
  player.say("vroeger was alles anders dan nu");
  expect(keys(player)[0]).toBe("offer.kept_for_later");
  expect(offeredNow(player)).toBeNull();
});
