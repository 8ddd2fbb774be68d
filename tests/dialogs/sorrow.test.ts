import { describe, expect, test } from "vitest";
import { sorrowIn, withoutSorrow } from "../../src/dialogs/sorrow.ts";
import { talkWithBot } from "../support/starred-bot.ts";
import { nothingFound, type Player, startInterview, starredFindings } from "../support/interview-player.ts";

test.for([
  ["mijn man is ziek", "ill", true],
  ["Mijn moeder heeft dementie.", "ill", true],
  ["mn zusje ligt op sterven", "ill", true],
  ["mijn vader is vorig jaar overleden", "lost", true],
  ["ik heb mijn vrouw verloren", "lost", true],
  ["nou, mijn zoon is dood", "lost", true],
  ["me mum died last year", "lost", true],
  ["My husband is very ill, he has cancer", "ill", true],
  ["I lost my dad in March", "lost", true],
  ["our daughter has ms", "ill", true],
  ["mijn broer heeft als", "ill", true],
  ["mijn nicht ligt op de intensive care", "ill", true],
  ["my uncle is in a hospice", "ill", true],
  ["mijn zus werkte tot ze kanker kreeg", "ill", true],
  ["mijn oom kreeg als, ik help hem", "ill", false],
  ["mijn tante heeft als gekregen", "ill", true],
  ["mijn opa is ziek, hij heeft nu als", "ill", true],
  ["mijn man is ziek en ik kook elke dag voor hem", "ill", false],
  ["my wife passed away, I raised three kids on my own", "lost", false],
  ["ik zorg voor mijn man want hij is ziek", null, false],
  ["ik zorg voor mijn moeder die dement is", "ill", false],
] as const)("“%s”: %s, and nothing besides: %s", ([said, kind, isAll]) => {
  const sorrow = sorrowIn(said);
  expect(sorrow?.kind ?? null).toBe(kind);
  expect(sorrow?.isAll ?? false).toBe(isAll);
});

test.for([
  "mijn man is kok",
  "mijn dochter is nooit ziek",
  "ik werk met zieke mensen",
  "my sister is a nurse for ill people, I clean",
  "mijn vader werkte als timmerman",
  "my brother lost his job",
  "de plant is dood",
  "ik was vaak ziek",
  "mijn nicht werkt op de intensive care",
  "mijn broer heeft in een hospice gewerkt",
  "my aunt is a nurse in a hospice",
  "my dad worked for a funeral home",
  "mijn opa heeft als slager gewerkt",
  "mijn zus had als kind een pony, ik verzorgde hem",
  "mijn man kreeg als eerste een vast contract",
])("“%s” tells of none", (said) => {
  expect(sorrowIn(said)?.isAll ?? false).toBe(false);
  expect(sorrowIn(said)?.spans ?? []).toEqual([]);
});

test("an experience told in such a clause is left out, whatever it is called; one told beside it stays", () => {
  const text = "mijn opa ligt in een hospice, ik kook voor hem";
  const experience = { area: "family_care" as const, organisation: null, start: null, end: null };
  const experiences = [
    { ...experience, title: "Zorg", told: { start: 0, end: 28 } },
    { ...experience, title: "Koken", told: { start: 30, end: 46 } },
  ];
  expect(withoutSorrow({ ...nothingFound, experiences }, text).experiences.map(({ title }) => title)).toEqual(["Koken"]);
});

const keys = (player: Player) => player.heard().map(({ key }) => key);

function told(language: "nl" | "en"): Player {
  const player = startInterview(
    (utterance) => ({
      ...starredFindings(utterance),
      experiences: [{ area: "family_care", title: utterance.text, organisation: null, start: null, end: null }],
    }),
    { language },
  );
  player.press("begin");
  return player;
}

describe.for([
  ["nl", "mijn man is heel ziek", "mijn broer is overleden"],
  ["en", "my husband is really ill", "my brother passed away"],
] as const)("%s: the illness or death of somebody near", ([language, first, second]) => {
  test("is met with one warm sentence, once, and it goes on with the question; nothing is written down", () => {
    const player = told(language);
    const before = player.events().length;
    player.say(first);
    expect(keys(player)).toEqual(["sorrow.ill", "open.day"]);
    player.say(second);
    expect(keys(player)).toEqual(["noted.heard", "open.day"]);
    expect(player.work()).toEqual([]);
    expect(player.events()).toHaveLength(before);
  });

  test("beside an offer leaves the offer as it is", () => {
    const player = told(language);
    player.say("ik *kook* elke dag");
    player.say(second);
    expect(keys(player)).toEqual(["sorrow.lost", "offer.ask"]);
  });

  test("told with what one does oneself: that is read, and the rest is left out", () => {
    const player = told(language);
    player.say(`${first}, ik *kook* voor hem`);
    expect(keys(player)[0]).toBe("sorrow.ill");
    expect(player.question()).toBe("offer.ask");
    expect(player.state().offers.map(({ evidence }) => evidence.quote)).toEqual(["kook"]);
  });

  test("is not kept in what was said either", async () => {
    const { store, say } = await talkWithBot({}, "web", language);
    await say(null);
    await say(language === "nl" ? "goed, beginnen" : "ok, let's start");
    await say(`${first}, ik *kook* voor hem`);
    const texts = (await store.activities("h", "c", 0)).map(({ activity }) => JSON.stringify(activity));
    expect(texts.some((text) => text.includes(first))).toBe(false);
  });
});

test("of what one is glad of, only what is not that is kept", () => {
  const player = startInterview(() => ({ ...starredFindings({ id: "x", text: "", about: null }) }));
  player.press("begin");
  while (player.question() !== "open.motive") player.say(player.question() === "summary.ask" ? "ja" : "sla over");
  player.say("rust in huis, mijn vrouw is overleden");
  expect(JSON.stringify(player.passport().wants)).not.toContain("overleden");
  expect(JSON.stringify(player.passport().wants)).toContain("rust in huis");
});

test.for([
  ["een jongen op school wilde zichzelf iets aandoen, ik *praatte met hem*", true],
  ["one client talked about killing herself, so I *called the helpline*", true],
  ["ik *knip* de heg en hij snijdt het gras", false],
  ["she cut the hair herself and I *swept*", false],
] as const)("of another who wanted to do themself harm, “%s”: a warm word: %s, and the story is read", ([said, isWarm]) => {
  const player = startInterview();
  player.press("begin");
  player.say(said);
  expect(player.heard()[0]?.key === "sorrow.heavy").toBe(isWarm);
  expect(player.question()).toBe("offer.ask");
  player.press("yes");
  player.say(said);
  expect(player.heard().map(({ key }) => key)).not.toContain("sorrow.heavy");
});

test("told after the closing, it gets its warm word, and the closing is not said once more", () => {
  const player = startInterview((utterance) => ({ ...starredFindings(utterance), followUps: [] }));
  player.press("begin");
  player.say("ik *kook*");
  player.press("yes");
  for (let turn = 0; player.question() !== "closed.ask" && turn < 60; turn++) player.say(player.question() === "summary.ask" ? "ja" : "sla over");
  player.say("mijn zus is vorig jaar overleden");
  expect(player.heard().map(({ key }) => key)).toEqual(["sorrow.lost", "closed.ask"]);
});
