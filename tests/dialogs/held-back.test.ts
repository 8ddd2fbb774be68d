import { describe, expect, test } from "vitest";
import { type Player, startInterview, starredFindings } from "../support/interview-player.ts";

const kitchen = { area: "paid_work" as const, title: "Keuken", organisation: null, start: null, end: null };
const find: Parameters<typeof startInterview>[0] = (utterance) => ({
  ...starredFindings(utterance),
  experiences: utterance.text.includes("*") ? [kitchen] : [],
  followUps: [],
});

function told(text: string, language: "nl" | "en" = "nl"): Player {
  const player = startInterview(find, { language });
  player.press("begin");
  while (player.question() !== "open.paid_work") player.press("skip");
  player.say(text);
  return player;
}
const six = "ik *kook* en *snijd* en *bestel* en *poets* en *plan* en *leid op*";
const keys = (player: Player) => player.heard().map(({ key }) => key);
const asked = (player: Player) => player.state().asked.length;
const offeredNow = (player: Player) => {
  const card = player.heard().findLast(({ asks }) => asks)?.card;
  return card?.type === "offer" ? { quote: card.offer.evidence.quote, isEarlier: card.isEarlier } : null;
};

describe("what a long answer told beyond the first offers", () => {
  test.for(["nl", "en"] as const)("%s: comes up before that part of life is left, three at most, as said earlier", (language) => {
    const player = told(six, language);
    for (let turn = 0; turn < 3; turn++) player.press("yes");
    expect(player.question()).toBe("more.paid_work");
    player.press("nothing_more");
    expect(keys(player)).toEqual(["offer.held", "offer.ask"]);
    expect(offeredNow(player)).toEqual({ quote: "poets", isEarlier: true });
    player.press("yes");
    player.press("yes");
    player.press("yes");
    expect(player.question()).toBe("summary.ask");
    expect(player.passport().claims).toHaveLength(6);
  });

  test("is asked at the end of the part once, and what is more than that at the closing, in portions", () => {
    const many = Array.from({ length: 14 }, (_, at) => `*ding ${at}x*`).join(" en ");
    const player = told(`ik doe ${many}`);
    for (let turn = 0; turn < 3; turn++) player.press("yes");
    player.press("nothing_more");
    for (let turn = 0; turn < 3; turn++) player.press("yes");
    expect(player.question()).toBe("summary.ask");
    expect(asked(player)).toBe(6);
    for (let turn = 0; player.question() !== "waiting.ask" && turn < 40; turn++) player.say(player.question() === "summary.ask" ? "ja" : "sla over");
    player.press("yes");
    for (let turn = 0; turn < 5; turn++) player.press("yes");
    // No wall: whether to go on is asked in between.
    expect(player.question()).toBe("waiting.ask");
    player.press("yes");
    for (let turn = 0; turn < 3; turn++) player.press("yes");
    expect(player.state().phase).toBe("closed");
    expect(player.passport().claims).toHaveLength(14);
  });

  test("two refusals end a round, and lose nothing of the rest", () => {
    const player = told(six);
    player.say("nee");
    player.say("nee");
    expect(offeredNow(player)).toBeNull();
    player.press("nothing_more");
    expect(offeredNow(player)).toEqual({ quote: "bestel", isEarlier: true });
  });

  test("is not lost over a pause: it comes up once that part of life is told of again", () => {
    const player = told(six);
    for (let turn = 0; turn < 3; turn++) player.press("yes");
    player.say("ik ben moe");
    player.press("enough");
    expect(player.state().phase).toBe("closed");
    player.press("go_on");
    for (let turn = 0; player.question() !== "more.paid_work" && !player.question().startsWith("offer") && turn < 5; turn++) player.say("sla over");
    expect(offeredNow(player)?.quote).toBe("poets");
    player.press("later");
    player.press("yes");
    player.press("yes");
    expect(player.question()).toBe("summary.ask");
  });

  test("what was put off until later is not asked again before the closing", () => {
    const player = told("ik *kook* en *snijd*");
    player.press("later");
    player.press("later");
    player.press("nothing_more");
    expect(player.question()).toBe("summary.ask");
  });

  test("after the closing “ja, verder” leads to what still waits", () => {
    const player = told(six);
    for (let turn = 0; turn < 3; turn++) player.press("later");
    for (let turn = 0; player.question() !== "waiting.ask" && turn < 40; turn++) {
      if (player.question().startsWith("offer")) player.press("later");
      else player.say(player.question() === "summary.ask" ? "ja" : "sla over");
    }
    player.press("later");
    expect(player.state().phase).toBe("closed");
    player.press("go_on");
    expect(player.question()).toBe("offer.ask");
  });
});

describe("a bare no, typed", () => {
  test.for([
    ["nl", "nee"],
    ["nl", "nee hoor"],
    ["nl", "klopt niet"],
    ["en", "no"],
    ["en", "nope"],
  ] as const)("%s: “%s” goes on at once", ([language, said]) => {
    const player = told("ik *kook* en *poets* en *naai*", language);
    player.say(said);
    expect(keys(player)).toEqual(["offer.rejected_first", "offer.ask"]);
    player.say(said);
    expect(keys(player)[0]).toBe("offer.rejected");
  });

  test.for([
    ["nl", "ander woord"],
    ["nl", "verkeerd woord"],
    ["en", "wrong word"],
    ["en", "nearly right"],
  ] as const)("%s: “%s” after it says what it should have been, and then it goes on where it was", ([language, said]) => {
    const player = told("ik *kook* en *poets*", language);
    player.say(language === "nl" ? "nee" : "no");
    player.say(said);
    expect(player.question()).toBe("alternatives.ask");
    player.say(language === "nl" ? "de tweede" : "the second one");
    expect(player.passport().claims.map(({ uri }) => uri)).toEqual(["urn:test:kook-nog-anders"]);
    expect(offeredNow(player)?.quote).toBe("poets");
  });

  test.for([
    ["nl", "nee", "mijn eigen woorden", "poppen haken"],
    ["en", "no", "my own words", "crocheting dolls"],
  ] as const)("%s: after it one's own words may be given, and then it goes on where it was", ([language, no, own, words]) => {
    const player = told("ik *kook* en *poets*", language);
    player.say(no);
    player.say(own);
    expect(player.question()).toBe("own_words.ask");
    player.say(words);
    expect(player.passport().claims.map(({ label }) => label[language])).toEqual([words]);
    expect(offeredNow(player)?.quote).toBe("poets");
  });

  test("“ander woord” of another skill than the one refused is about that one", () => {
    const player = told("ik *kook* en *poets*");
    player.press("yes");
    player.say("ander woord");
    expect(player.heard().at(-1)?.card).toMatchObject({ type: "alternatives", offerId: player.state().offers[1]?.id });
  });

  test("the button still leads to what else it may be, and words after a no are heard", () => {
    const player = told("ik *kook* en *poets*");
    player.press("no");
    expect(player.question()).toBe("wrong.ask");
    player.press("plain_no");
    player.say("nee, ik *veeg* alleen de stoep");
    expect(player.state().offers.map(({ evidence }) => evidence.quote)).toContain("veeg");
  });
});

describe("what was told in place of an offer", () => {
  test.for([
    ["nl", "ik zing ook graag in een koor en *naai* kleren", "haal weg"],
    ["nl", "ik *repareer* al jaren brommers voor de buurt", "geen van die"],
    ["en", "I also *sew clothes* for the neighbours every week", "none of those"],
  ] as const)("%s: “%s” is read for other skills once all that was shown is refused", ([language, story, no]) => {
    const player = told("ik *kook*", language);
    player.press("something_else");
    player.say(story);
    const before = player.work().filter(({ kind }) => kind === "find_skills").length;
    expect(player.question()).toMatch(/^alternatives|offer/);
    if (player.question().startsWith("alternatives")) {
      player.say(no);
      expect(player.work().filter(({ kind }) => kind === "find_skills")).toHaveLength(before + 1);
    }
    expect(offeredNow(player)?.quote).toBe(/\*(.+)\*/.exec(story)?.[1]);
  });

  test("a name alone, or a reason, is read no more", () => {
    const player = told("ik *kook*");
    player.press("something_else");
    player.say("soep maken");
    const before = player.work().filter(({ kind }) => kind === "find_skills").length;
    player.say("haal weg");
    expect(player.work().filter(({ kind }) => kind === "find_skills")).toHaveLength(before);
    expect(keys(player)[0]).toBe("offer.rejected");
  });
});

test.for([
  ["nl", "ik *kook* en *snijd* en *bestel* en *haal ze eruit* en *plan feesten*", "plan feesten"],
  ["en", "I *cook* and *cut* and *order* and *keep them tidy* and *plan parties*", "plan parties"],
] as const)("%s: words that point at something said before do not come back by themselves", ([language, said, left]) => {
  const player = told(said, language);
  for (let turn = 0; turn < 3; turn++) player.press("yes");
  player.press("nothing_more");
  expect(offeredNow(player)?.quote).toBe(left);
  player.press("yes");
  expect(player.question()).toBe("summary.ask");
});

test.for(["nl", "en"] as const)("%s: own words come back, whatever they point at, for they are a name by themselves", (language) => {
  const player = startInterview(
    (utterance) => {
      const read = starredFindings(utterance);
      const findings = read.findings.map((each) => ({ ...each, concept: null, ownLabel: each.evidence.quote }));
      return { ...read, findings, experiences: [kitchen], followUps: [] };
    },
    { language },
  );
  player.press("begin");
  while (player.question() !== "open.paid_work") player.press("skip");
  player.say("*kook* *snijd* *bestel* *haal ze eruit*");
  for (let turn = 0; turn < 3; turn++) player.press("yes");
  player.press("nothing_more");
  expect(offeredNow(player)?.quote).toBe("haal ze eruit");
});
