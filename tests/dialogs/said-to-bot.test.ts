import { describe, expect, test } from "vitest";
import { saidToBot } from "../../src/dialogs/said-to-bot.ts";
import { nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

describe("what is said to the bot", () => {
  test.for([
    ["oef, ik ben vandaag behoorlijk gesloopt. slecht geslapen", ["tired"]],
    ["sorry dear, I'm rather worn out, it was a long week", ["tired"]],
    ["jij maakt mij moe", ["tired"]],
    ["nou ik vind het wel mooi geweest voor vandaag", ["stop"]],
    ["ik heb er geen zin meer in", ["stop"]],
    ["That is enough for tonight, thanks", ["stop"]],
    ["I don't want to go on any more", ["stop"]],
    ["wat weet je nu allemaal over mij?", ["passport"]],
    ["what have you written down so far?", ["passport"]],
    ["wat staat er bij mijn werk?", ["passport"]],
    ["what code do you mean?", ["come_back"]],
    ["is dit verplicht voor de bijstand?", ["faq.must"]],
    ["do I have to answer this?", ["faq.must"]],
    ["mijn adres ook, heb je dat nodig?", ["faq.needed"]],
    ["pff, zijn we al bijna klaar?", ["faq.how_long"]],
    ["what are you talking about? what do you mean by that", ["unclear"]],
    ["dat vraag je me nou al weer", ["already_said"]],
    ["dat heb ik net toch verteld", ["already_said"]],
    ["I just told you that", ["already_said"]],
    ["don't write that down please", ["unwritten"]],
    ["nee joh, schrijf dat maar niet op. ik ben bekaf", ["unwritten", "tired"]],
    ["kun je ook Turks?", ["faq.unknown"]],
    ["nee joh, ik vroeg je iets", ["faq.unknown"]],
    ["hey mate, I was asking you something", ["faq.unknown"]],
    ["ben er klaar mee voor vandaag", ["stop"]],
    ["im done for today", ["stop"]],
    ["shattered. I'm stopping here", ["tired", "stop"]],
    ["wheres my info going, does my manager see it", ["faq.what_kept", "faq.who_reads"]],
    ["wat gebeurd er eigelijk met me gegevens, krijgt de gemeente dit", ["faq.what_kept", "faq.who_reads"]],
    ["ik ben moe, hoe lang duurt dit nog. pff", ["tired", "faq.how_long"]],
    ["well, as I said", ["already_said"]],
    ["no. as I told you", ["already_said"]],
  ] as const)("“%s”", ([said, kinds]) => {
    expect(saidToBot(said)).toMatchObject({ kinds, isAll: true });
  });

  test.for([
    ["tuinieren. mag ik vragen wie dit leest?", "tuinieren."],
    ["de heftruck, zei ik al", "de heftruck"],
    ["al verteld. bakker in Assen", "bakker in Assen"],
    ["knitting I told you already. And I sing in a choir", "knitting"],
    ["I clean offices. How much longer is this?", "I clean offices."],
    ["ik strijk voor het hele gezin. trouwens wie leest dit", "ik strijk voor het hele gezin."],
    ["I fix bikes for people. oh wait why do you ask me this", "I fix bikes for people."],
  ] as const)("“%s”: the rest is told, where it stood", ([said, left]) => {
    const read = saidToBot(said);
    expect(read?.isAll).toBe(false);
    expect(read?.told).toHaveLength(said.length);
    expect(read?.told.indexOf(left)).toBe(said.indexOf(left));
  });

  test.for([
    "ik vertel klanten wat er in de soep zit",
    "I told the nurse about it and she called the doctor",
    "ik haal het vuil weg en ververs het bed",
    "mijn moeder was moe en ik bracht haar naar bed",
    "ik vraag wat ze nodig hebben",
    "genoeg koken voor twintig man",
    "I asked them again and again until they paid",
    "dat vroeg ik de klant ook",
    "ik stop altijd voor rood",
    "we helpen elkaar, altijd",
    "ik stop de gordijnen in de was",
    "schrijven doe ik graag",
    "I write everything down for my boss",
    "koken?",
    "orders, delivery notes, who gets what, I keep it all",
  ])("“%s” tells something", (said) => {
    expect(saidToBot(said)).toBeNull();
  });
});

/** At the question about paid work, after a job was told in which nothing was found. */
function noted(language: "nl" | "en" = "nl") {
  const player = startInterview(
    (utterance) => ({
      ...(utterance.text.includes("*") ? starredFindings(utterance) : nothingFound),
      experiences: [{ area: "paid_work" as const, title: utterance.text.trim(), organisation: null, start: null, end: null }],
      followUps: ["what", "how"],
    }),
    { language },
  );
  player.press("begin");
  while (player.question() !== "open.paid_work") player.say(language === "nl" ? "sla over" : "skip");
  player.say(language === "nl" ? "magazijn" : "warehouse");
  expect(player.passport().experiences).toHaveLength(1);
  return player;
}
const keys = (player: ReturnType<typeof noted>) => player.heard().map(({ key }) => key);

describe("is no answer to a question", () => {
  test.for([
    ["ik ben best wel moe, het was een lange dag", "tired.kind"],
    ["ik vind het zo genoeg", "stop.kept"],
    ["wat heb je tot nu toe van mij?", "passport.empty"],
    ["moet dit van het UWV?", "faq.must"],
    ["heb je mijn adres nodig?", "faq.needed"],
    ["welke code?", "come_back.where"],
  ] as const)("“%s” is answered: %s, and nothing of it is read or kept", ([said, key]) => {
    const player = noted();
    const before = { work: player.work().length, events: player.events().length };
    player.say(said);
    expect(keys(player)).toContain(key);
    expect({ work: player.work().length, events: player.events().length }).toEqual(before);
  });

  test.for([
    ["nl", "dat hoef je niet op te schrijven hoor"],
    ["en", "No no, erase that, my boss will be angry"],
  ] as const)("%s: what was noted just now goes again: “%s”", ([language, said]) => {
    const player = noted(language);
    player.say(said);
    expect(player.passport().experiences).toHaveLength(0);
    expect(keys(player)).toContain("summary.removed");
    player.say(language === "nl" ? "terug" : "back");
    expect(player.passport().experiences).toHaveLength(1);
  });

  test("tired with it: it goes, and what comes next waits", () => {
    const player = noted();
    player.say("nee dat hoef je niet te noteren, ik ben gewoon moe");
    expect(player.passport().experiences).toHaveLength(0);
    expect(player.question()).toBe("distress.ask");
  });

  test("a question beside a story is answered, and the story is read without it", () => {
    const player = noted();
    player.say("ik *stapel dozen*. moet dit van de gemeente?");
    expect(keys(player)[0]).toBe("faq.must");
    expect(player.question()).toBe("offer.ask");
    const last = player.work().findLast(({ kind }) => kind === "find_skills");
    expect(last?.kind === "find_skills" && last.utterance.text).toBe("ik *stapel dozen*.");
  });

  test("stopping with it: it goes, and nothing more is asked", () => {
    const player = noted();
    player.say("ik wil nu stoppen. en schrijf dat maar niet op");
    expect(player.passport().experiences).toHaveLength(0);
    expect(keys(player)).toEqual(["summary.removed", "stop.kept"]);
  });

  test("where skills were found in it, it stays", () => {
    const player = noted();
    player.say("ik *stapel dozen*");
    player.press("yes");
    expect(player.question()).toMatch(/^(?:follow_up|more)/);
    player.say("dat hoef je niet op te schrijven");
    expect(player.passport().experiences).toHaveLength(1);
    expect(keys(player)).toContain("noted.not_kept");
  });

  test("“haal dat maar weg” where nothing was noted is about the passport", () => {
    const player = startInterview(() => nothingFound);
    player.press("begin");
    player.say("haal dat maar weg");
    expect(keys(player)).toContain("claims.none");
  });

  test("a question that nobody can answer, beside a story, is let be", () => {
    const player = noted();
    player.say("ik *stapel dozen*. kun je ook Turks?");
    expect(keys(player)).not.toContain("faq.unknown");
    expect(player.question()).toBe("offer.ask");
  });

  test.for(["nl", "en"] as const)("%s: what somebody would like is not read from a question to the bot", (language) => {
    const player = startInterview(() => nothingFound, { language });
    player.press("begin");
    while (player.question() !== "open.goal") player.say(language === "nl" ? "sla over" : "skip");
    player.say(language === "nl" ? "wat staat er bij wat ik leuk vind?" : "do you need my address?");
    expect(player.passport().wants).toHaveLength(0);
    expect(player.question()).toBe("open.goal");
  });
});

describe("what goes deeper than being tired", () => {
  test.for(["ik ben zo moe van het leven", "ik word moe van dit leven", "I'm so tired of living", "I am exhausted of life"])(
    "“%s” is no wish to rest",
    (said) => {
      expect(saidToBot(said)?.kinds ?? []).not.toContain("tired");
    },
  );

  test.for(["ik ben doodmoe van dat sjouwen", "I'm tired of all these questions", "ik word moe van die vragen"])("“%s” is one", (said) => {
    expect(saidToBot(said)).toMatchObject({ kinds: ["tired"], isAll: true });
  });

  test.for([
    "Interviewer: Wat deed je daar dan?\nKandidaat: Ik lakte deuren.\nInterviewer: Wie leest dit?",
    "Coach: how long did that take?\nMe: I painted doors for a week.",
  ])("a talk written down says nothing to the bot: %s", (text) => {
    expect(saidToBot(text)).toBeNull();
  });
});
