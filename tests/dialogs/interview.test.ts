import { describe, expect, test } from "vitest";
import { experienceAreas } from "../../src/domain/area.ts";
import { Passport } from "../../src/domain/passport.ts";
import { questionOf } from "../../src/dialogs/questions.ts";
import { Interview } from "../../src/dialogs/state.ts";
import { conceptCard, disclosure, finding, nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

function agreed(...options: Parameters<typeof startInterview>) {
  const player = startInterview(...options);
  player.press("begin");
  return player;
}

/** What the buttons under the last message do. */
const buttonsOf = (player: ReturnType<typeof agreed>) =>
  player
    .heard()
    .at(-1)
    ?.choices.map(({ action }) => action.action);

describe("the opening", () => {
  test("R23: nothing is processed or kept before the notice was agreed to", () => {
    const player = startInterview();
    player.say("ik *kook* elke dag");
    expect(player.question()).toBe("opening.ask");
    expect(player.work()).toEqual([]);
    expect(player.events()).toEqual([]);
    expect(player.outcome().keepText).toBe(false);
  });

  test("agreeing leaves a receipt of what was said", () => {
    const player = agreed();
    expect(player.passport().consents).toMatchObject([{ language: "nl", wordingHash: "test", disclosure: { transcriptDays: 30 } }]);
    expect(player.question()).toBe("open.day");
  });

  test.for(["ik ben 14", "I'm 12 years old"])("somebody under 16 (“%s”) is declined kindly, and nothing is kept", (text) => {
    const player = startInterview();
    player.say(text);
    expect(player.heard().map((message) => message.key)).toEqual(["opening.too_young"]);
    expect(player.outcome().work).toEqual([{ kind: "erase_everything" }]);
    player.say("ik *kook* graag");
    expect(player.passport().claims).toEqual([]);
    expect(player.work().filter((work) => work.kind === "find_skills")).toEqual([]);
  });

  test("another language can be asked for before agreeing", () => {
    const player = startInterview();
    player.say("english please");
    expect(player.state().language).toBe("en");
    expect(player.question()).toBe("opening.ask");
  });
});

describe("a whole conversation", () => {
  function whole() {
    const player = agreed();
    player.say("ik *maak kantoren schoon*");
    player.press("yes");
    while (player.question() !== "closed.ask") {
      const question = player.question();
      if (question === "open.volunteering") player.say("ik ben scheidsrechter");
      else if (question === "open.motive") player.say("ik help graag mensen");
      else if (question === "open.goal") player.say("ik wil leidinggeven leren");
      else if (question === "open.who") player.say("rustig en precies");
      else if (question === "summary.ask") player.press("yes");
      else if (question.startsWith("follow_up") || question === "enough.ask") player.say(question === "enough.ask" ? "verder" : "sla over");
      else player.say("dat was alles");
    }
    return player;
  }

  test("R6: no area is left out: each is done, or noted as skipped", () => {
    const player = whole();
    const { parts } = player.state();
    for (const area of experienceAreas) expect(["done", "skipped"], area).toContain(parts[area]);
    const skipped = experienceAreas.filter((area) => parts[area] === "skipped");
    expect(player.passport().skipped).toEqual(expect.arrayContaining(skipped));
    expect(skipped).toContain("self_employed");
  });

  test("R4: a motive and a goal are asked for and kept in the holder's words", () => {
    expect(whole().passport().wants).toMatchObject([
      { kind: "motive", text: "ik help graag mensen" },
      { kind: "goal", text: "ik wil leidinggeven leren" },
    ]);
  });

  test("R4: a goal that is not given is marked as skipped", () => {
    const player = agreed();
    while (player.question() !== "open.goal") player.say("sla over");
    player.say("sla over");
    expect(player.passport().skipped).toContain("goal");
  });

  test("R2: who somebody is holds only what they said", () => {
    expect(whole().passport().who).toMatchObject([{ text: "rustig en precies" }]);
  });

  test("R7: every skill quotes the holder's own words", () => {
    for (const claim of whole().passport().claims) {
      expect(claim.evidence.length).toBeGreaterThan(0);
      for (const { quote } of claim.evidence) expect("ik *maak kantoren schoon*").toContain(quote);
    }
  });

  test("R1, R8: every claim has a history, a resolvable URI and the taxonomy's version", () => {
    const passport = whole().passport();
    expect(passport.claims.length).toBeGreaterThan(0);
    for (const claim of passport.claims) {
      expect(passport.history.some((entry) => entry.subject === claim.id && entry.event === "claim_confirmed")).toBe(true);
      expect(claim).toMatchObject({ uri: expect.stringMatching(/^urn:test:/), taxonomy: { name: "test", version: "1" }, type: "skill" });
    }
  });

  test("R9: nobody but the holder has validated anything", () => {
    for (const claim of whole().passport().claims) expect(claim.status).toBe("self_declared");
  });

  test("the passport it leaves is a valid passport.json, and its state survives being saved", () => {
    const player = whole();
    expect(Passport.parse(JSON.parse(JSON.stringify(player.passport())))).toEqual(player.passport());
    expect(Interview.parse(JSON.parse(JSON.stringify(player.state())))).toEqual(player.state());
  });

  test("R15: one question a turn, and never more than three buttons beside Later and None of these", () => {
    const player = startInterview();
    const turns = [player.heard()];
    for (const text of [
      "ja",
      "ik *kook* en *poets*",
      "nee",
      "iets anders",
      "later",
      "weet niet",
      "ja",
      "help",
      "sla over",
      "terug",
      "mijn paspoort",
      "ja",
    ]) {
      turns.push(player.say(text));
    }
    for (const messages of turns) {
      expect(messages.filter((message) => message.asks)).toHaveLength(1);
      expect(messages.at(-1)?.asks).toBe(true);
      const choices = messages.at(-1)?.choices ?? [];
      const waysOut = ["later", "none_of_these"];
      expect(choices.filter((choice) => !waysOut.includes(choice.action.action)).length).toBeLessThanOrEqual(3);
    }
  });
});

describe("confirming", () => {
  test("the first skill is offered on the first answer, best first, and at most three in a round", () => {
    const player = agreed();
    player.say("ik *kook*, *poets*, *strijk* en *naai*");
    const asked: string[] = [];
    while (player.question().startsWith("offer")) {
      const { card } = player.heard().at(-1) ?? { card: null };
      asked.push(card?.type === "offer" ? card.offer.evidence.quote : "");
      player.press("yes");
    }
    expect(asked).toEqual(["kook", "poets", "strijk"]);
    expect(player.passport().claims).toHaveLength(3);
  });

  test("a bare “ja” to an open question confirms nothing", () => {
    const player = agreed();
    player.say("ik *kook*, *poets*, *strijk* en *naai*");
    for (let i = 0; i < 3; i++) player.press("yes");
    expect(player.question()).toMatch(/^follow_up/);
    player.say("ja");
    expect(player.passport().claims).toHaveLength(3);
    expect(player.question()).toBe("go_ahead_follow_up.what");
  });

  test("two refusals in a row, and it asks further instead", () => {
    const player = agreed();
    player.say("ik *kook*, *poets*, *strijk* en *naai*");
    for (let i = 0; i < 2; i++) {
      player.press("no");
      player.press("plain_no");
    }
    expect(player.question()).toMatch(/^follow_up/);
    expect(player.passport().offers.map((offer) => offer.state)).toEqual(["rejected", "rejected"]);
  });

  test("what was rejected is never offered again, whoever says it", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.press("no");
    player.press("plain_no");
    player.say("echt waar, ik *kook*");
    expect(player.question()).not.toMatch(/^offer/);
    const { work } = {
      work: player
        .work()
        .filter((each) => each.kind === "find_skills")
        .at(-1),
    };
    expect(work).toMatchObject({ alreadyOffered: ["urn:test:kook"] });
  });

  test("“weet ik niet” explains first and keeps it for later the second time", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.press("dont_know");
    expect(player.heard().at(-1)?.card).toMatchObject({ type: "offer", explained: true });
    player.say("weet niet");
    expect(player.passport().offers).toMatchObject([{ state: "later" }]);
  });

  test("something else: three different concepts, one of which can be picked", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.press("no");
    player.press("something_else");
    const { card } = player.heard().at(-1) ?? { card: null };
    const uris = card?.type === "alternatives" ? card.options.map((option) => option.uri) : [];
    expect(new Set(uris).size).toBe(3);
    player.press("pick", uris[1]);
    // `press` ties the action to the first choice's question, which is the same one.
    expect(player.passport().claims).toMatchObject([{ uri: uris[1], evidence: [{ quote: "kook" }] }]);
    expect(player.passport().offers).toMatchObject([{ state: "rejected", concept: { uri: "urn:test:kook" } }]);
  });

  test("none of what is shown: a button says so, and the offer goes", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.press("no");
    player.press("something_else");
    expect(buttonsOf(player)).toEqual(["pick", "pick", "pick", "none_of_these", "later"]);
    player.press("none_of_these");
    expect(player.passport().claims).toEqual([]);
    expect(player.passport().offers).toMatchObject([{ state: "rejected", concept: { uri: "urn:test:kook" } }]);
    expect(player.question()).not.toMatch(/^alternatives/);
  });

  test("where nothing else is known, the offer can still go by a button", () => {
    const player = agreed((utterance) => ({ ...nothingFound, findings: [finding(utterance, "kook", { alternatives: [] })] }));
    player.say("ik kook");
    player.press("no");
    player.press("something_else");
    expect(buttonsOf(player)).toEqual(["plain_no", "later"]);
    player.press("plain_no");
    expect(player.passport().offers).toMatchObject([{ state: "rejected" }]);
  });

  test("an alternative that was heard in other words too, and waits its turn, is confirmed once", () => {
    const clean = conceptCard("schoonmaken");
    const player = agreed((utterance) => {
      const { findings, ...rest } = starredFindings(utterance);
      const [first, second] = findings;
      return {
        ...rest,
        findings:
          first && second
            ? [
                { ...first, alternatives: [clean] },
                { ...second, concept: clean },
              ]
            : [],
      };
    });
    player.say("ik *stuur schoonmakers aan* en *maak kantoren schoon*");
    player.press("no");
    player.press("something_else");
    player.press("pick", clean.uri);
    expect(player.passport().claims).toMatchObject([{ uri: clean.uri, evidence: [{ quote: "maak kantoren schoon" }] }]);
    expect(player.question()).not.toBe("offer.ask");
  });

  test("typed words search, and can be kept as they are (R16)", () => {
    const player = agreed(starredFindings, { search: () => [conceptCard("soep koken")] });
    player.say("ik *kook*");
    player.press("no");
    player.say("pannen soep maken");
    const { card } = player.heard().at(-1) ?? { card: null };
    expect(card?.type === "alternatives" ? card.options.map((option) => option.label.nl) : []).toEqual(["soep koken", "pannen soep maken"]);
    player.say("2");
    expect(player.passport().claims).toMatchObject([{ uri: null, type: null, taxonomy: null, label: { nl: "pannen soep maken" } }]);
  });

  test("an offer that a person did not name is asked as such, and marked (R29)", () => {
    const player = agreed((utterance) => ({ ...nothingFound, findings: [finding(utterance, "praat zacht", { discovered: true })] }));
    player.say("ik praat zacht als ze bang is");
    expect(player.question()).toBe("offer.ask_discovered");
    player.press("yes");
    expect(player.passport().claims).toMatchObject([{ discovered: true }]);
  });

  test("an old card, answered late, changes nothing and says so kindly", () => {
    const player = agreed();
    player.say("ik *kook* en *poets*");
    const old = player.heard().at(-1)?.choices[0]?.action ?? { action: "yes" as const };
    player.send(old);
    const claims = player.passport().claims.length;
    player.send(old);
    expect(player.heard().map((message) => message.key)).toContain("offer.superseded");
    expect(player.passport().claims).toHaveLength(claims);
  });

  test("what is kept for later comes back at the end", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.press("later");
    while (!["waiting.ask", "closed.ask"].includes(player.question())) player.press(player.question() === "summary.ask" ? "yes" : "skip");
    expect(player.question()).toBe("waiting.ask");
    player.press("yes");
    player.press("yes");
    expect(player.passport()).toMatchObject({ claims: [{ uri: "urn:test:kook" }], offers: [] });
  });
});

describe("words that are no answer to an offer", () => {
  test("more of the story is heard and kept, and the offer stays", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.say("en ik *naai* ook kleren voor de buren");
    expect(player.heard().map((message) => message.key)).toEqual(["offer.noted", "offer.ask_plainly"]);
    player.press("yes");
    expect(player.passport().claims).toMatchObject([{ uri: "urn:test:kook" }]);
    expect(player.question()).toBe("offer.ask");
    player.press("yes");
    expect(player.passport().claims).toMatchObject([{ uri: "urn:test:kook" }, { uri: "urn:test:naai" }]);
  });

  test("letters held too long and swapped: “neee …” is a no, “jaa kolpt” a yes", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.say("neee hoor");
    expect(player.passport().offers).toMatchObject([{ state: "rejected" }]);
    player.say("terug");
    player.say("jaa kolpt");
    expect(player.passport().claims).toHaveLength(1);
  });

  test("“nee, …” is a no; “ja, maar …” is a yes with a limit, and none where it takes the yes back", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.say("ja maar dat doe ik nu niet meer");
    expect(player.passport().claims).toEqual([]);
    player.say("nee dat doet mijn zus meestal");
    expect(player.passport()).toMatchObject({ claims: [], offers: [{ state: "rejected" }] });
    const other = agreed();
    other.say("ik *kook*");
    other.say("ja maar niet zo vaak");
    expect(other.passport().claims).toMatchObject([{ evidence: [{ quote: "kook" }, { quote: "ja maar niet zo vaak" }] }]);
  });

  test("a language that nobody reads here is named kindly", () => {
    const player = agreed((utterance) => (utterance.text.includes("bakıyorum") ? { ...nothingFound, language: "tr" } : starredFindings(utterance)));
    player.say("ik *kook*");
    player.say("evde anneme bakıyorum");
    expect(player.heard().map((message) => message.key)).toEqual(["language.unread", "offer.ask"]);
  });
});

describe("an experience", () => {
  const jobs = ["bakker", "postbode"].map((title) => ({ area: "paid_work" as const, title, organisation: null, start: "2018", end: null }));

  test("several in one message are a list", () => {
    const player = agreed(() => ({ ...nothingFound, experiences: jobs }));
    player.say("ik was bakker en postbode");
    expect(player.passport().experiences.map((each) => each.title)).toEqual(["bakker", "postbode"]);
  });

  test("R7: one in which no skill was found is kept with an explicit none", () => {
    const player = agreed((utterance) => (utterance.text.includes("bakker") ? { ...nothingFound, experiences: jobs.slice(0, 1) } : nothingFound));
    player.say("ik was bakker");
    while (player.question() !== "summary.ask") player.say("sla over");
    expect(player.passport().experiences).toMatchObject([{ title: "bakker", noSkills: true }]);
  });

  test("the summary can be corrected in words and in the card", () => {
    const player = agreed((utterance) => (utterance.text.includes("bakker") ? { ...nothingFound, experiences: jobs.slice(0, 1) } : nothingFound));
    player.say("ik was bakker");
    while (player.question() !== "summary.ask") player.say("sla over");
    player.say("niet 2018 maar 2019");
    expect(player.passport().experiences).toMatchObject([{ start: "2019" }]);
    player.press("change");
    const id = player.passport().experiences[0]?.id ?? "";
    player.send({ action: "save", fields: { [`${id}.organisation`]: "Bakkerij Voorbeeld" } });
    expect(player.passport().experiences).toMatchObject([{ title: "bakker", organisation: "Bakkerij Voorbeeld" }]);
  });

  test("“nee, dat was 2019” puts right what was just told", () => {
    const player = agreed(() => ({ ...nothingFound, experiences: jobs.slice(0, 1) }));
    player.say("ik was bakker in 2018");
    player.say("nee, dat was 2019");
    expect(player.passport().experiences).toMatchObject([{ start: "2019" }]);
    expect(player.heard().map((message) => message.key)).toContain("corrected");
  });

  test.for([
    ["basisschool was niet 2011", [null, "2011"]],
    ["nee, dat was niet in 2011, de basisschool", [null, "2011"]],
    ["heftruck is niet uit 2011", ["2011", null]],
    // Nothing was told of that year.
    ["basisschool was niet 2014", ["2011", "2011"]],
  ] as const)("a year can be taken back in words: “%s”", ([said, dates]) => {
    const paper = { institution: null, date: "2011", level: null, finished: null };
    const papers = [
      { ...paper, title: "Basisschool" },
      { ...paper, title: "Heftruckcertificaat" },
    ];
    const player = agreed((utterance) => (utterance.text.includes("papieren") ? { ...nothingFound, credentials: papers } : nothingFound));
    player.say("dat zijn mijn papieren");
    player.say(said);
    expect(player.passport().credentials.map(({ date }) => date)).toEqual(dates);
  });

  test("of the only thing told with that year, it is taken back without a name", () => {
    const player = agreed(() => ({ ...nothingFound, experiences: jobs.slice(0, 1) }));
    player.say("ik was bakker in 2018");
    player.say("nee, dat was niet 2018");
    expect(player.passport().experiences).toMatchObject([{ title: "bakker", start: null }]);
  });

  test("at most two follow-ups, and never the same one twice", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.press("yes");
    const asked: string[] = [];
    for (let i = 0; player.question().startsWith("follow_up") && i < 9; i++) {
      asked.push(player.question());
      player.say(`dat deed ik met *iets ${i}*`);
      while (player.question().startsWith("offer")) player.press("yes");
    }
    expect(asked).toEqual(["follow_up_about_now.what", "follow_up_about.how"]);
  });

  test("an answer that holds no skill brings one question for an example, then it goes on", () => {
    const player = agreed(() => nothingFound);
    player.say("mooi weer vandaag");
    expect(player.question()).toBe("follow_up_concrete.day");
    player.say("ja lekker hoor dat zonnetje");
    expect(player.question()).toBe("open.paid_work");
  });
});

describe("at any moment", () => {
  const commands = [
    ["help", "help.text"],
    ["mijn paspoort", "passport.shown"],
    ["een mens", "person.none"],
    ["english please", "language.changed"],
    ["wat vroeg je", null],
  ] as const;

  test.for(commands)("“%s” is heard, and the question stays open", ([text, key]) => {
    const player = agreed();
    player.say("ik *kook* en *poets*");
    player.press("yes");
    const before = questionOf(player.state());
    player.say(text);
    if (key) expect(player.heard().map((message) => message.key)).toContain(key);
    expect(questionOf(player.state()).key).toBe(before.key);
    expect(player.passport().claims).toHaveLength(1);
  });

  test("a person is named when there is one", () => {
    const contact = { name: "Anneke Voorbeeld", email: null, phone: "010 000 00 00" };
    const player = agreed(starredFindings, { disclosure: { ...disclosure, contact } });
    player.say("ik wil iemand spreken");
    expect(player.heard().map((message) => message.key)).toContain("person.contact");
  });

  test("stop, and another day it goes on at the same question", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.say("stop");
    expect(player.state().phase).toBe("paused");
    player.wait(24 * 60);
    player.say("hoi");
    expect(player.question()).toBe("offer.ask");
    player.press("yes");
    expect(player.passport().claims).toHaveLength(1);
  });

  test("undo takes back the last step, passport and all", () => {
    const player = agreed();
    player.say("ik *kook* en *poets*");
    const before = player.state();
    player.press("yes");
    player.say("terug");
    expect(player.passport().claims).toEqual([]);
    expect(questionOf(player.state())).toEqual(questionOf(before));
    player.press("yes");
    expect(player.passport().claims).toHaveLength(1);
  });

  test("undo gives back a whole story with its offers", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.say("terug");
    expect(player.question()).toBe("open.day");
    expect(player.state().offers).toEqual([]);
    expect(player.passport().experiences).toEqual([]);
  });

  test("a skill is removed by name, with an empty tombstone in history", () => {
    const player = agreed();
    player.say("ik *kook graag soep* en *poets*");
    player.press("yes");
    player.say("haal soep weg");
    expect(player.question()).toBe("claims.change");
    player.press("remove");
    expect(player.passport().claims).toEqual([]);
    const erased = player.passport().history.filter((entry) => entry.subject?.startsWith("claim-"));
    expect(erased.map(({ event, detail }) => ({ event, detail }))).toEqual([
      { event: "claim_confirmed", detail: null },
      { event: "claim_erased", detail: null },
    ]);
    expect(player.question()).toBe("offer.ask");
  });

  test("erase asks once more, and “nee” keeps everything", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.press("yes");
    player.say("wis alles");
    player.say("nee");
    expect(player.outcome().work).toEqual([]);
    expect(player.passport().claims).toHaveLength(1);
    player.say("wis alles");
    player.press("yes");
    expect(player.outcome().work).toEqual([{ kind: "erase_everything" }]);
    expect(player.outcome().keepText).toBe(false);
  });

  test("a shared phone is wiped at once", () => {
    const player = agreed();
    player.say("deze telefoon wordt gedeeld");
    expect(player.outcome().work).toEqual([{ kind: "end_session" }]);
  });

  test("before this phone is wiped, it is asked, and said what is then needed to come back", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.press("yes");
    const before = player.question();
    player.say("wis deze telefoon");
    expect(player.outcome().work).toEqual([]);
    expect(player.question()).toBe("wipe.ask");
    player.say("nee");
    expect(player.outcome().work).toEqual([]);
    expect(player.question()).toBe(before);
    player.say("wis alles");
    player.press("wipe_device");
    player.press("yes");
    expect(player.outcome().work).toEqual([{ kind: "end_session" }]);
    player.send({ action: "returned" });
    expect(player.heard().map((message) => message.key)).toEqual(["stop.welcome_back", before]);
    expect(player.passport().claims).toHaveLength(1);
  });

  test.for([
    { where: "after stopping", leave: "stop" },
    { where: "while asked whether to erase everything", leave: "wis alles" },
    { where: "in the middle of a question", leave: null },
  ])("who comes back with a code $where is greeted, and asked what was being asked", ({ leave }) => {
    const player = agreed();
    player.say("ik *kook*");
    const before = player.question();
    if (leave !== null) player.say(leave);
    player.send({ action: "returned" });
    expect(player.heard().map((message) => message.key)).toEqual(["stop.welcome_back", before]);
    player.press("yes");
    expect(player.passport().claims).toHaveLength(1);
  });

  test("who comes back before agreeing is asked to agree, and no more", () => {
    const player = startInterview();
    player.send({ action: "returned" });
    expect(player.heard().map((message) => message.key)).toEqual(["opening.ask"]);
  });

  test("in Teams there is no phone to wipe and no code to keep", () => {
    const player = agreed(undefined, { disclosure: { ...disclosure, channel: "teams" } });
    player.say("ik *kook*");
    player.press("yes");
    const before = player.question();
    player.say("wis deze telefoon");
    expect(player.heard().map((message) => message.key)).toEqual(["wipe.teams", before]);
    player.say("hoe kom ik terug?");
    expect(player.heard().map((message) => message.key)).toEqual(["come_back.teams", "come_back.page_link", before]);
    player.say("wis alles");
    expect(questionOf(player.state()).choices.map((choice) => choice.action.action)).toEqual(["yes", "no"]);
  });

  test.for(["code", "hoe kom ik terug", "Hoe kom ik terug?", "how do i come back", "How do I come back?", "mijn code"])(
    "“%s”: told where the code is, and the question stays",
    (text) => {
      const opening = startInterview();
      opening.say(text);
      expect(opening.heard().map((message) => message.key)).toEqual(["come_back.opening", "opening.ask"]);
      expect(opening.outcome().keepText).toBe(false);
      const player = agreed();
      player.say(text);
      expect(player.heard().map((message) => message.key)).toEqual(["come_back.where", "open.day"]);
    },
  );

  test.for(["A7K-4PX-0TM-12C-58R-VFG-H93", "mijn code is a7k 4px 0tm 12c 58r vfg h93"])(
    "a code itself (“%s”) is not kept, nor read for skills",
    (text) => {
      const player = agreed();
      player.say(text);
      expect(player.heard().map((message) => message.key)).toEqual(["come_back.typed", "open.day"]);
      expect(player.outcome().keepText).toBe(false);
      expect(player.outcome().work).toEqual([]);
    },
  );

  test("who is tired need not answer, and finds the same question after going on", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.say("ik ben moe");
    expect(player.heard().map((message) => message.key)).toEqual(["tired.kind", "distress.ask"]);
    player.press("go_on");
    expect(player.question()).toBe("offer.ask");
    player.say("pff ben zo moe");
    player.press("enough");
    expect(player.heard().map((message) => message.key)).toContain("closing.for_today");
  });

  test("“neee geen ander werk” to the question whether there is more is no experience", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.press("yes");
    while (player.question().startsWith("follow_up")) player.say("sla over");
    expect(player.question()).toBe("open_touched.paid_work");
    player.say("ja, ik *bakte brood*");
    player.press("yes");
    while (player.question().startsWith("follow_up")) player.say("sla over");
    expect(player.question()).toMatch(/^more/);
    const work = player.work().length;
    player.say("neee geen ander werk");
    expect(player.work()).toHaveLength(work);
    expect(player.question()).toMatch(/^summary/);
  });

  test("distress gets a kind sentence, and no form", () => {
    const player = agreed((utterance) => ({ ...starredFindings(utterance), distress: true }));
    player.say("ik ben niks waard, ik *zorg* alleen maar");
    expect(player.heard().map((message) => message.key)).toEqual(["distress.kind", "distress.ask"]);
  });
});

test("what may not be kept is left out of what somebody wants", () => {
  const player = agreed((utterance) => {
    const start = utterance.text.indexOf("diabetes");
    return { ...nothingFound, sensitive: start < 0 ? [] : [{ start, end: start + "diabetes".length }] };
  });
  while (player.question() !== "open.motive") player.say("sla over");
  player.say("ondanks mijn diabetes help ik graag");
  expect(JSON.stringify(player.passport())).not.toContain("diabetes");
  expect(player.passport().wants).toMatchObject([{ text: "ondanks mijn … help ik graag" }]);
});

describe("after ten minutes or 25 answers", () => {
  test("it asks whether it is enough, once something was found and an area is finished", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.press("yes");
    player.wait(11);
    while (player.question().startsWith("follow_up")) player.say("sla over");
    expect(player.question()).toBe("enough.ask");
    player.press("enough");
    expect(player.heard().map((message) => message.key)).toContain("closing.for_today");
  });

  test("“verder” goes on with the next part, and another day “genoeg” leaves it open", () => {
    const player = agreed();
    player.say("ik *kook*");
    player.press("yes");
    player.wait(11);
    while (player.question().startsWith("follow_up")) player.say("sla over");
    player.press("go_on");
    expect(player.question()).toBe("open_touched.paid_work");
  });

  test("it does not ask while nothing was found yet", () => {
    const player = agreed(() => nothingFound);
    player.wait(11);
    player.say("niks bijzonders eigenlijk vandaag");
    player.say("echt helemaal niks te melden");
    expect(player.question()).toBe("open.paid_work");
  });
});
