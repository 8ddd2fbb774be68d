import { describe, expect, test } from "vitest";
import type { DocumentCredential, DocumentExperience, Passage, ReadDocument } from "../../src/domain/document.ts";
import type { Card } from "../../src/dialogs/events.ts";
import { interview } from "../../src/dialogs/interview.ts";
import { Interview } from "../../src/dialogs/state.ts";
import { type Player, startInterview } from "../support/interview-player.ts";

const job = (title: string, more: Partial<DocumentExperience> = {}): DocumentExperience => ({
  area: "paid_work",
  title,
  organisation: "Zaak Zuid",
  start: "2018",
  end: "2020",
  summary: null,
  ...more,
});

const school = (title: string, more: Partial<DocumentCredential> = {}): DocumentCredential => ({
  title,
  institution: "ROC Verzonnen",
  date: "2016",
  level: null,
  finished: true,
  isCourse: false,
  ...more,
});

const lines = (experience: number | null, text: string, more: Partial<Passage> = {}): Passage => ({ about: "paid_work", experience, text, ...more });

const cv = (more: Partial<ReadDocument> = {}): { document: ReadDocument } => ({
  document: {
    kind: "cv",
    experiences: [job("Kok"), job("Bezorger", { organisation: null })],
    credentials: [school("Mbo 2 Kok")],
    passages: [lines(0, "*soep koken*\n*menu's bedenken*"), lines(1, "*pakketten bezorgen*")],
    limits: [],
    ...more,
  },
});

function talking(): Player {
  const player = startInterview();
  player.press("begin");
  return player;
}

function cardOf(player: Player): Extract<Card, { type: "document" }> {
  const card = player.heard().findLast(({ asks }) => asks)?.card;
  if (card?.type !== "document") throw new Error("there is no card of a document");
  return card;
}

const keys = (player: Player) => player.heard().map(({ key }) => key);
const titles = (player: Player) => player.passport().experiences.map(({ title }) => title);
const offered = (player: Player) => {
  const card = player.heard().findLast(({ asks }) => asks)?.card;
  return card?.type === "offer" ? card.offer.evidence.quote : null;
};

describe("a document that was sent along", () => {
  test("R23: before the notice was agreed to it is neither read nor kept, and that is said", () => {
    const player = startInterview();
    player.hand(cv());
    expect(keys(player)).toEqual(["document.agree_first", "opening.ask"]);
    expect(player.work()).toEqual([]);
    expect(player.outcome().keepText).toBe(false);
    player.press("begin");
    player.hand(cv());
    expect(player.question()).toBe("document.ask_cv");
  });

  test("what cannot be read is said, and what was being asked is asked again", () => {
    const player = talking();
    player.say("ik *bak brood*");
    player.hand({ problem: "no_text" });
    expect(keys(player)).toEqual(["document.problem_no_text", "offer.ask"]);
    expect(player.state().document).toBeNull();
  });

  test("R5, R13: nothing of it is in the passport until the card was answered; then what stayed ticked is, and no more", () => {
    const player = talking();
    player.hand(cv());
    expect(player.passport()).toMatchObject({ experiences: [], credentials: [], claims: [], offers: [] });
    const [cook, courier] = cardOf(player).experiences;
    if (!cook || !courier) throw new Error("two jobs were read");
    player.send({ action: "save", about: `document:a2`, fields: { [`${cook.id}.keep`]: "true", [`${courier.id}.keep`]: "false" } });
    expect(titles(player)).toEqual(["Kok"]);
    expect(player.passport().experiences[0]).toMatchObject({
      area: "paid_work",
      organisation: "Zaak Zuid",
      start: "2018",
      end: "2020",
      noSkills: false,
    });
    expect(player.passport().credentials).toEqual([
      { id: expect.any(String), title: "Mbo 2 Kok", institution: "ROC Verzonnen", date: "2016", level: null, finished: true },
    ]);
    expect(player.passport().claims).toEqual([]);
    // Of what was left out no line is read either.
    expect(player.work().flatMap((work) => (work.kind === "find_skills" ? [work.utterance.text] : []))).toEqual(["*soep koken*\n*menu's bedenken*"]);
  });

  test("its lines are offered one at a time, in their own words, as of the document; then it goes on where it was", () => {
    const player = talking();
    player.hand(cv());
    player.press("save");
    expect(keys(player)).toEqual(["document.taken", "document.skills_cv", "offer.ask"]);
    expect(offered(player)).toBe("soep koken");
    player.press("yes");
    expect(offered(player)).toBe("menu's bedenken");
    player.send({ action: "plain_no" });
    expect(offered(player)).toBe("pakketten bezorgen");
    player.press("yes");
    expect(player.question()).toBe("open.day");
  });

  test("a claim out of a document says so, quotes it, and belongs to its job", () => {
    const player = talking();
    player.hand(cv());
    player.press("save");
    player.press("yes");
    player.press("later");
    player.press("yes");
    expect(player.question()).toBe("open.day");
    expect(player.state().document).toBeNull();
    const { claims, experiences } = player.passport();
    expect(claims.map(({ evidence, origin }) => ({ evidence, document: origin.document }))).toEqual([
      { evidence: [{ quote: "soep koken", about: "paid_work", experienceId: experiences[0]?.id }], document: "cv" },
      { evidence: [{ quote: "pakketten bezorgen", about: "paid_work", experienceId: experiences[1]?.id }], document: "cv" },
    ]);
    expect(player.passport().offers.map(({ state, evidence }) => [state, evidence.quote])).toEqual([["later", "menu's bedenken"]]);
  });

  test("evidence stands at its place in the lines", () => {
    const player = talking();
    player.hand(cv());
    player.press("save");
    for (const { evidence } of player.state().offers) {
      const { utteranceId, start, end, quote } = evidence;
      const line = cv().document.passages[Number(utteranceId.split("-").at(-1)) - 1];
      expect(line?.text.slice(start, end)).toBe(quote);
    }
    expect(player.state().offers).toHaveLength(3);
  });

  test("corrected on the form, one thing at a time: the corrected words are kept; an emptied title takes a thing out", () => {
    const player = talking();
    player.hand(cv());
    const put = (which: string, fields: Readonly<Record<string, string>>) => {
      player.press("change");
      expect(player.question()).toBe("document.which");
      expect(cardOf(player).shows).toBe("list");
      player.say(which);
      expect(player.question()).toBe("document.change");
      const { experiences, credentials, shows } = cardOf(player);
      expect(shows).toBe("form");
      const [only, ...others] = [...experiences, ...credentials];
      expect(others).toEqual([]);
      player.send({
        action: "save",
        about: "document_change:a2",
        fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${only?.id}.${name}`, value])),
      });
      expect(keys(player)).toEqual(["document.changed", "document.ask_cv"]);
    };
    put("de eerste", { title: "Chef-kok", end: "2021" });
    put("bezorger", { title: " " });
    put("2", { date: "" });
    player.press("save");
    expect(player.passport().experiences).toMatchObject([{ title: "Chef-kok", end: "2021" }]);
    expect(player.passport().credentials).toMatchObject([{ title: "Mbo 2 Kok", date: null }]);
  });

  test.for([
    ["1 en 3", ["Kok"], ["Mbo 2 Kok"]],
    ["the first and the last", ["Kok"], ["Mbo 2 Kok"]],
    ["alleen de bezorger", ["Bezorger"], []],
    ["alles behalve de tweede", ["Kok"], ["Mbo 2 Kok"]],
    ["neem ze allemaal", ["Kok", "Bezorger"], ["Mbo 2 Kok"]],
    ["all of them please", ["Kok", "Bezorger"], ["Mbo 2 Kok"]],
    ["geen van die drie", [], []],
    ["none of these three", [], []],
  ] as const)("“%s” takes over what it says", ([said, jobs, papers]) => {
    const player = talking();
    player.hand(cv());
    player.say(said);
    expect(player.passport().experiences.map(({ title }) => title)).toEqual(jobs);
    expect(player.passport().credentials.map(({ title }) => title)).toEqual(papers);
    expect(player.question()).not.toBe("document.ask_cv");
  });

  test.for(["haal de tweede weg", "that one: the second can go", "bezorger hoort er niet bij"])(
    "“%s” leaves it out, and asks about the rest",
    (said) => {
      const player = talking();
      player.hand(cv());
      player.say(said);
      expect(keys(player)).toEqual(["document.out", "document.ask_cv"]);
      expect(cardOf(player).experiences.map(({ title }) => title)).toEqual(["Kok"]);
      player.press("save");
      expect(player.state().offers.map(({ evidence }) => evidence.quote)).not.toContain("pakketten bezorgen");
    },
  );

  test("of more than a screen holds, the number is typed", () => {
    const player = talking();
    player.hand(cv({ experiences: Array.from({ length: 8 }, (_, at) => job(`Baan ${at + 1}x`)), passages: [] }));
    player.press("change");
    expect(player.heard().at(-1)?.choices).toHaveLength(1);
    player.say("nummer 7");
    expect(cardOf(player).experiences.map(({ title }) => title)).toEqual(["Baan 7x"]);
  });

  test("what was unticked before the form is opened does not come back on it", () => {
    const player = talking();
    player.hand(cv());
    const [cook] = cardOf(player).experiences;
    player.send({ action: "change", about: "document:a2", fields: { [`${cook?.id}.keep`]: "false" } });
    expect(cardOf(player).experiences.map(({ title }) => title)).toEqual(["Bezorger"]);
    player.press("save");
    expect(titles(player)).toEqual(["Bezorger"]);
    expect(offered(player)).toBe("pakketten bezorgen");
  });

  test.for(["plain_no", "later", "skip"] as const)("“%s” takes nothing over, and nothing is asked out of it", (action) => {
    const player = talking();
    player.hand(cv());
    player.send({ action, about: "document:a2" });
    expect(keys(player)).toEqual(["document.left", "open.day"]);
    expect(player.passport()).toMatchObject({ experiences: [], credentials: [] });
    expect(player.state()).toMatchObject({ document: null, offers: [] });
  });

  test("“ja” takes over all of it; other words do not", () => {
    const player = talking();
    player.hand(cv());
    player.say("hm");
    expect(player.question()).toBe("document.ask_cv");
    expect(titles(player)).toEqual([]);
    player.say("ja");
    expect(titles(player)).toEqual(["Kok", "Bezorger"]);
  });

  test("a step back takes out what was taken over, and asks again", () => {
    const player = talking();
    player.hand(cv());
    player.press("save");
    player.say("terug");
    expect(player.question()).toBe("document.ask_cv");
    expect(player.passport()).toMatchObject({ experiences: [], credentials: [] });
    player.say("terug");
    expect(player.question()).toBe("open.day");
    expect(player.state().document).toBeNull();
  });

  test("the offer that was on the table comes back afterwards", () => {
    const player = talking();
    player.say("ik *bak brood*");
    player.hand(cv({ passages: [] }));
    player.press("save");
    expect(offered(player)).toBe("bak brood");
  });

  test("a second document in the middle of the first takes its place, and it still ends where it began", () => {
    const player = talking();
    player.hand(cv());
    player.hand(cv({ experiences: [job("Tuinman")], credentials: [], passages: [] }));
    player.press("save");
    expect(titles(player)).toEqual(["Tuinman"]);
    expect(player.question()).toBe("open.day");
  });

  test("an answer to the card of a document that was replaced changes nothing", () => {
    const player = talking();
    player.hand(cv());
    player.hand(cv({ experiences: [job("Tuinman")] }));
    player.send({ action: "save", about: "document:a2" });
    expect(keys(player)).toContain("offer.superseded");
    expect(titles(player)).toEqual([]);
  });

  test("sent again, it adds nothing; what is new is asked about", () => {
    const player = talking();
    player.hand(cv());
    player.press("save");
    player.press("yes");
    player.press("yes");
    player.press("yes");
    player.hand(cv());
    expect(keys(player)).toContain("document.only_lines");
    expect(titles(player)).toEqual(["Kok", "Bezorger"]);
    expect(player.question()).toBe("open.day");
    player.hand(cv({ experiences: [job("Kok"), job("Tuinman")] }));
    expect(cardOf(player).experiences.map(({ title }) => title)).toEqual(["Tuinman"]);
    expect(cardOf(player).credentials).toEqual([]);
  });

  test("R6: parts of life that a document tells of are asked about as such", () => {
    const player = talking();
    player.hand(cv({ experiences: [job("Bestuurslid", { area: "volunteering" })], credentials: [school("BHV", { isCourse: true })], passages: [] }));
    player.press("save");
    const { parts } = player.state();
    expect(parts).toMatchObject({ volunteering: "touched", course: "touched", diploma: "open", paid_work: "open" });
  });

  test("a story told while the card is open is heard, and the card stays", () => {
    const player = talking();
    player.hand(cv());
    player.say("Ik *repareer ook fietsen* voor de buren op zaterdag");
    expect(player.question()).toBe("document.ask_cv");
    player.press("save");
    expect(titles(player)).toContain("Kok");
  });

  test("stopping and coming back goes on with it", () => {
    const player = talking();
    player.hand(cv());
    player.press("save");
    player.say("stop");
    player.say("verder");
    expect(offered(player)).toBe("soep koken");
  });

  test("sent after the closing, it is talked about, and the closing stays", () => {
    const player = talking();
    player.say("ik *bak brood*");
    player.press("yes");
    player.say("ik ben moe");
    player.press("enough");
    expect(player.state().phase).toBe("closed");
    player.hand(cv());
    player.press("save");
    player.press("yes");
    player.press("yes");
    player.press("yes");
    expect(player.state()).toMatchObject({ phase: "closed", asking: { step: "closed" } });
    expect(player.passport().claims).toHaveLength(4);
  });

  test("a document leaves the conversation as many offers as it had", () => {
    const many = Array.from({ length: 30 }, (_, at) => `*klus nummer ${String.fromCodePoint(97 + at)}*`).join("\n");
    const player = talking();
    player.hand(cv({ passages: [lines(0, many)] }));
    player.press("save");
    expect(player.state().offers).toHaveLength(20);
    player.press("yes");
    player.press("yes");
    player.press("yes");
    player.say("ik *bak brood*");
    expect(offered(player)).toBe("bak brood");
  });

  test("what was not read is said before the card", () => {
    const player = talking();
    player.hand(cv({ limits: ["pages", "things"] }));
    expect(keys(player)).toEqual(["document.limit_pages", "document.limit_things", "document.ask_cv"]);
  });

  test("the state of a conversation from before there were documents is read as it was", () => {
    const { document: _, ...older } = talking().state();
    expect(older).not.toHaveProperty("document");
    const again = interview(Interview.parse(older), { type: "file_sent", at: "2026-03-02T19:00:00Z", activityId: "x" });
    expect(again.work).toEqual([{ kind: "read_document", activityId: "x" }]);
  });
});
