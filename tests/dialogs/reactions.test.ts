import { describe, expect, test } from "vitest";
import type { Findings, FoundCredential } from "../../src/domain/finding.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { textOf } from "../../src/dialogs/speech.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { conceptCard, disclosure, finding, nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

const wording = loadWording();

function agreed(find: (utterance: Utterance) => Findings = starredFindings, language: "nl" | "en" = "nl") {
  const player = startInterview(find, { language });
  player.press("begin");
  return player;
}
const keys = (player: ReturnType<typeof agreed>) => player.heard().map((message) => message.key);
const told = (player: ReturnType<typeof agreed>) => player.heard().map((message) => textOf(message, disclosure, wording[player.state().language]));

function until(player: ReturnType<typeof agreed>, question: string) {
  for (let turn = 0; player.question() !== question && turn < 40; turn++) player.say(player.question() === "summary.ask" ? "ja" : "sla over");
}

const havo: FoundCredential = { title: "Havo", institution: null, date: "2017", level: null, finished: true };
const vmbo: FoundCredential = { ...havo, title: "Vmbo kader" };

describe("every story gets a reaction before the next question", () => {
  test("a diploma is named back", () => {
    const player = agreed((utterance) => ({ ...nothingFound, credentials: utterance.text.includes("havo") ? [havo, vmbo] : [] }));
    until(player, "open.diploma");
    player.say("vmbo kader en havo in 2017");
    expect(told(player)[0]).toBe("Ik heb opgeschreven: Havo, Vmbo kader.");
  });

  test.for(["motive", "goal", "who"] as const)("a %s is thanked for", (part) => {
    const player = agreed(() => nothingFound);
    until(player, `open.${part}`);
    player.say("rust en gezelligheid om me heen");
    expect(keys(player)[0]).toBe(`noted.${part}`);
  });

  test("an experience without a skill is named back", () => {
    const player = agreed(() => ({
      ...nothingFound,
      experiences: [{ area: "paid_work", title: "Kok in een hotel", organisation: null, start: null, end: null }],
    }));
    player.say("ik was kok in een hotel");
    expect(told(player)[0]).toBe("Ik heb opgeschreven: Kok in een hotel.");
  });

  test("what adds to an experience is heard, and not written down as another", () => {
    const job = (title: string) => ({ area: "paid_work" as const, title, organisation: null, start: null, end: null });
    const player = agreed((utterance) => ({
      ...(utterance.text.includes("kok") ? starredFindings(utterance) : nothingFound),
      experiences: [job(utterance.text.includes("kok") ? "Kok in een hotel" : "Eerder klaar")],
    }));
    until(player, "open.paid_work");
    player.say("ik was kok, ik *kook*");
    player.press("yes");
    player.say("we waren een uur eerder klaar");
    expect(keys(player)[0]).toBe("noted.heard");
    expect(player.passport().experiences.map(({ title }) => title)).toEqual(["Kok in een hotel"]);
  });

  test("a story in which nothing was found is thanked for, the second time too", () => {
    const player = agreed(() => nothingFound);
    player.say("dat doet mijn zus allemaal");
    expect(told(player)).toEqual(["Dank je. Wat doe je zelf op zo'n dag? Eén ding is genoeg."]);
    player.say("zij kan dat veel beter dan ik");
    expect(keys(player)).toEqual(["noted.thanks", "open.paid_work"]);
  });

  test("where an offer takes up what was said, that is the reaction", () => {
    const player = agreed();
    player.say("ik *kook*");
    expect(keys(player)).toEqual(["offer.ask"]);
  });
});

describe("what was told earlier waits for the end", () => {
  const rated = (utterance: Utterance): Findings => ({
    ...nothingFound,
    findings: [...utterance.text.matchAll(/(\w+)=([\d.]+)/g)].map(([quote, name = "", chance]) =>
      finding(utterance, quote, { concept: conceptCard(name), alternatives: [], probability: Number(chance) }),
    ),
  });

  test("each answer is answered with its own skills; the rest come at the end, and are said to be from earlier", () => {
    const player = agreed(rated);
    const offered: [string, boolean][] = [];
    const stories = ["een=0.9 twee=0.8 drie=0.7 vier=0.6", "later=0.3"];
    for (let turn = 0; player.question() !== "closed.ask" && turn < 80; turn++) {
      const card = player.heard().at(-1)?.card;
      if (card?.type === "offer") {
        offered.push([card.offer.concept?.label.nl ?? "", card.isEarlier]);
        player.press("yes");
      } else if (player.question() === "waiting.ask" || player.question() === "summary.ask") player.press("yes");
      else player.say(stories.shift() ?? "dat was alles");
    }
    expect(offered).toEqual([
      ["een", false],
      ["twee", false],
      ["drie", false],
      ["later", false],
      ["vier", true],
    ]);
  });

  test("an answer with nothing new is thanked for, not answered with an old skill", () => {
    const player = agreed((utterance) => (utterance.text.includes("=") ? rated(utterance) : { ...nothingFound, credentials: [havo] }));
    player.say("een=0.9 twee=0.8 drie=0.7 vier=0.6");
    for (let at = 0; at < 3; at++) player.press("yes");
    player.say("ik deed de havo");
    expect(keys(player)[0]).toBe("noted.credential");
    expect(player.question()).not.toBe("offer.ask");
  });
});

test("a diploma told at home is looked at with the diplomas", () => {
  const player = agreed((utterance) => (utterance.text.includes("havo") ? { ...starredFindings(utterance), credentials: [havo] } : nothingFound));
  until(player, "open.family_care");
  player.say("ik *kook*, en ik deed havo");
  const seen: string[] = [];
  for (let turn = 0; player.question() !== "closed.ask" && turn < 60; turn++) {
    const card = player.heard().at(-1)?.card;
    if (card?.type === "summary") seen.push(`${card.part}: ${card.credentials.map(({ title }) => title).join()}`);
    if (["summary.ask", "offer.ask", "waiting.ask"].includes(player.question())) player.press("yes");
    else player.say("sla over");
  }
  expect(seen).toEqual(["family_care: ", "course: Havo"]);
});

describe("questions that come back say what they are about", () => {
  test("“wat klopt niet?” names the skill", () => {
    const player = agreed();
    player.say("ik *kook* en *poets*");
    player.press("no");
    expect(told(player)).toEqual(["Over “kook”. Wat klopt niet?"]);
    player.press("plain_no");
    player.press("no");
    expect(told(player)).toEqual(["Over “poets”. Wat klopt niet?"]);
  });

  test.for(["nl", "en"] as const)("in a whole conversation in %s no question is put twice in the same words", (language) => {
    const player = agreed((utterance) => starredFindings(utterance), language);
    const no = language === "nl" ? "nee" : "no";
    const asked: string[] = [];
    let story = 0;
    for (let turn = 0; player.question() !== "closed.ask" && turn < 200; turn++) {
      const question = player.heard().at(-1);
      const card = question?.card;
      const about = card?.type === "offer" ? card.offer.id : card?.type === "summary" ? card.part : "";
      if (question) asked.push(`${textOf(question, disclosure, wording[language])} ${about}`);
      if (card?.type === "offer") player.say(turn % 3 === 0 ? no : language === "nl" ? "ja" : "yes");
      else if (player.question() === "wrong.ask") player.press("plain_no");
      else if (player.question() === "summary.ask" || player.question() === "waiting.ask") player.press("yes");
      else if (player.question() === "enough.ask") player.press("go_on");
      else if (story < 30 && player.question().startsWith("open")) player.say(`ik *kunst ${story++}* en *kunde ${story++}*`);
      else player.say(language === "nl" ? "dat was alles" : "that was all");
    }
    expect(player.question()).toBe("closed.ask");
    expect(asked.filter((text, at) => asked.indexOf(text) !== at)).toEqual([]);
  });
});

describe("buttons fit their question", () => {
  test("nobody “has none” of what makes them glad", () => {
    const player = agreed(() => nothingFound);
    until(player, "open.motive");
    expect(
      player
        .heard()
        .at(-1)
        ?.choices.map(({ label }) => label),
    ).toEqual([{ key: "choice.skip" }]);
  });

  test("and what was told about already can be left at that", () => {
    const player = agreed(() => ({
      ...nothingFound,
      experiences: [{ area: "paid_work", title: "Kok", organisation: null, start: null, end: null }],
    }));
    player.say("ik was kok");
    until(player, "open_touched.paid_work");
    expect(
      player
        .heard()
        .at(-1)
        ?.choices.map(({ label }) => label),
    ).toEqual([{ key: "choice.nothing_more" }]);
  });
});

test("every fifth skill is counted aloud", () => {
  const player = agreed();
  const heard: string[] = [];
  for (let story = 0; heard.length < 6 && story < 8; story++) {
    player.say(`ik *kunst ${story}*`);
    if (player.question() !== "offer.ask") continue;
    player.press("yes");
    heard.push(told(player)[0] ?? "");
  }
  expect(heard[0]).toContain("eerste vaardigheid");
  expect(heard[4]).toBe("Mooi! Dat zijn er al 5.");
});

test("a course with a certificate is a credential, not an experience besides", () => {
  const player = agreed((utterance) =>
    utterance.text.includes("bhv") ? { ...starredFindings(utterance), credentials: [{ ...havo, title: "BHV" }] } : nothingFound,
  );
  until(player, "open.course");
  player.say("bhv, ik kan *blussen*");
  expect(player.passport().experiences).toEqual([]);
  expect(player.passport().credentials).toMatchObject([{ title: "BHV" }]);
});

describe("a skill belongs to the experience in whose words it was told", () => {
  const job = (title: string, said: string, text: string) => ({
    area: "paid_work" as const,
    title,
    organisation: title,
    start: null,
    end: null,
    told: { start: text.indexOf(said), end: text.indexOf(said) + said.length },
  });
  const story = "ik was kok, ik *kook* graag. daarna was ik koerier, ik *rijd* veel";

  test("of two jobs in one message each has its own", () => {
    const player = agreed((utterance) => ({
      ...starredFindings(utterance),
      experiences: [
        job("Kok", "ik was kok, ik *kook* graag", utterance.text),
        job("Koerier", "daarna was ik koerier, ik *rijd* veel", utterance.text),
      ],
    }));
    until(player, "open.paid_work");
    player.say(story);
    player.press("yes");
    player.press("yes");
    const { claims, experiences } = player.passport();
    const titles = claims.map(({ evidence }) => experiences.find(({ id }) => id === evidence[0]?.experienceId)?.title);
    expect(titles).toEqual(["Kok", "Koerier"]);
  });

  test("an answer to a follow-up adds to what was asked about, also where that is told of under another part", () => {
    const player = agreed((utterance) => {
      const isSchool = utterance.text.includes("school");
      const told = { ...job("x", utterance.text, utterance.text), organisation: null, title: isSchool ? "Help op school" : "Help met woorden" };
      const area = isSchool ? ("family_care" as const) : (utterance.about ?? "paid_work");
      const { findings, followUps, ...rest } = starredFindings(utterance);
      return {
        ...rest,
        followUps,
        findings: findings.map((each) => ({ ...each, evidence: { ...each.evidence, about: area } })),
        experiences: [{ ...told, area }],
      };
    });
    until(player, "open.volunteering");
    player.say("ik *help* op school van mijn dochter");
    player.press("yes");
    expect(player.question()).toContain("follow_up");
    player.say("ik *oefen woorden* met ze");
    player.press("yes");
    const { claims, experiences } = player.passport();
    expect(experiences.map(({ title }) => title)).toEqual(["Help op school"]);
    expect(claims.map(({ evidence }) => evidence[0]?.experienceId)).toEqual([experiences[0]?.id, experiences[0]?.id]);
  });
});

test("a story told to a summary is kept, and looked at before the end", () => {
  const job = { area: "paid_work" as const, title: "Kok", organisation: null, start: null, end: null };
  const player = agreed((utterance) => ({ ...starredFindings(utterance), experiences: utterance.text.includes("kok") ? [job] : [] }));
  until(player, "open.paid_work");
  player.say("ik was kok, ik *kook*");
  player.press("yes");
  for (let turn = 0; player.question() !== "summary.ask" && turn < 9; turn++) player.say("sla over");
  player.say("ik *verkoop taarten* op de markt");
  expect(keys(player)).toEqual(["offer.noted", "summary.ask"]);
  player.say("mooi weer vandaag zeg");
  expect(keys(player)).toEqual(["summary.how_to_change", "summary.change"]);
  player.press("go_on");
  for (let turn = 0; player.question() !== "waiting.ask" && turn < 40; turn++) player.say(player.question() === "summary.ask" ? "ja" : "sla over");
  player.press("yes");
  player.press("yes");
  expect(player.passport().claims.map(({ uri }) => uri)).toContain("urn:test:verkoop-taarten");
});

test("a story told before what waits is looked at is heard, and looked at with it", () => {
  const player = agreed((utterance) => ({ ...starredFindings(utterance), followUps: [] }));
  player.say("ik *kook*");
  player.press("later");
  until(player, "waiting.ask");
  player.say("ik *verkoop taarten* op de markt");
  expect(keys(player)).toEqual(["offer.noted", "waiting.ask"]);
  player.say("mooi weer vandaag zeg");
  expect(keys(player)).toEqual(["offer.please_answer", "waiting.ask"]);
  player.press("yes");
  player.press("yes");
  player.press("yes");
  expect(new Set(player.passport().claims.map(({ uri }) => uri))).toEqual(new Set(["urn:test:kook", "urn:test:verkoop-taarten"]));
  expect(player.question()).toBe("closed.ask");
});

test("other jobs told to a follow-up are others, and do not change the one that was asked on about", () => {
  const job = (title: string, more: object = {}) => ({ area: "paid_work" as const, title, organisation: null, start: null, end: null, ...more });
  const told: Record<string, Findings["experiences"]> = {
    "ik *vul zeep bij*": [job("Vul zeep bij")],
    "met een kan, daarvoor was ik kok in een hotel": [job("Met een kan"), job("Kok", { organisation: "hotel" })],
    "eerder was ik *koerier*": [job("Koerier", { isAnother: true })],
  };
  const player = agreed((utterance) => ({ ...starredFindings(utterance), experiences: told[utterance.text] ?? [] }));
  until(player, "open.paid_work");
  player.say("ik *vul zeep bij*");
  player.press("yes");
  player.say("met een kan, daarvoor was ik kok in een hotel");
  expect(player.question()).toContain("follow_up");
  player.say("eerder was ik *koerier*");
  expect(player.passport().experiences.map(({ title, organisation }) => [title, organisation])).toEqual([
    ["Vul zeep bij", null],
    ["Kok", "hotel"],
    ["Koerier", null],
  ]);
});

test.for([
  ["ja laat maar eens zien dan", "offer.ask"],
  ["yes go ahead and show me", "offer.ask"],
  ["nee dat hoeft nu niet", "closed.ask"],
  ["no I don't need that now", "closed.ask"],
] as const)("“%s” to what waits is the answer to it", ([said, question]) => {
  const player = startInterview();
  player.press("begin");
  player.say("ik *kook* altijd voor allen samen");
  player.press("later");
  for (let turn = 0; player.question() !== "waiting.ask" && turn < 40; turn++) player.say(player.question() === "summary.ask" ? "ja" : "sla over");
  player.say(said);
  expect(player.question()).toBe(question);
});
