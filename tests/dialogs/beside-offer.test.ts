import { describe, expect, test } from "vitest";
import type { Findings } from "../../src/domain/finding.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { textOf } from "../../src/dialogs/speech.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { conceptCard, disclosure, finding, nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

const baker = { area: "paid_work" as const, title: "Bakker in een dorp", organisation: null, start: "2015", end: "2018" };

function offered(find: (utterance: Utterance) => Findings = (utterance) => ({ ...starredFindings(utterance), experiences: [baker] })) {
  const player = startInterview(find);
  player.press("begin");
  player.say("ik was bakker, ik *bak brood* en *verkoop het*");
  expect(player.question()).toBe("offer.ask");
  return player;
}
const keys = (player: ReturnType<typeof offered>) => player.heard().map((message) => message.key);

describe("a correction while an offer is on the table", () => {
  test.for([
    ["nee, dat was 2014", { start: "2014", end: "2018" }],
    ["sorry, het was 2019", { start: "2015", end: "2019" }],
    ["niet 2015 maar 2013", { start: "2013", end: "2018" }],
  ] as const)("“%s” puts the nearest year right, and the offer is asked again", ([said, years]) => {
    const player = offered();
    player.say(said);
    expect(keys(player)).toEqual(["corrected", "offer.ask"]);
    expect(player.passport().experiences).toMatchObject([years]);
    expect(player.passport().claims).toEqual([]);
  });

  test("after “nee” too, where it would be searched for otherwise", () => {
    const player = offered();
    player.say("nee");
    player.say("nee, dat was 2014");
    expect(keys(player)).toEqual(["corrected", "offer.ask"]);
    expect(player.work().filter(({ kind }) => kind === "search")).toEqual([]);
  });

  test("where no year was told, it is the year of what was told last", () => {
    const player = offered((utterance) => ({ ...starredFindings(utterance), experiences: [{ ...baker, start: null, end: null }] }));
    player.say("nee, dat was 2014");
    expect(player.passport().experiences).toMatchObject([{ start: "2014", end: null }]);
  });
});

describe("words beside an offer that are no story", () => {
  test.for([
    ["dat heb ik al gezegd", "open.already_said"],
    ["dank je wel", "open.welcome"],
    ["goedemorgen", "open.hello_back"],
    ["haal koken weg", "claims.not_found"],
    ["wie leest dit mee?", "faq.who_reads"],
  ] as const)("“%s” gets its answer, and is not read for skills", ([said, key]) => {
    const player = offered();
    const before = player.work().length;
    player.say(said);
    expect(keys(player)).toEqual([key, "offer.ask"]);
    expect(player.work()).toHaveLength(before);
  });

  test("a story that begins like a wish is a story", () => {
    const player = offered();
    player.say("verander de banden en *ververs de olie* van onze auto");
    expect(keys(player)).toEqual(["offer.noted", "offer.ask_plainly"]);
  });

  test("a sigh becomes no experience", () => {
    const player = offered((utterance) =>
      utterance.text.includes("gedoe") ? { ...nothingFound, experiences: [{ ...baker, title: "Wat een gedoe" }] } : starredFindings(utterance),
    );
    player.say("poeh wat een gedoe zeg");
    expect(keys(player)).toEqual(["offer.ask_plainly"]);
    expect(player.passport().experiences.map(({ title }) => title)).not.toContain("Wat een gedoe");
  });

  test("distress gets a kind sentence and no form; “verder” comes back to the offer, another day too", () => {
    const player = offered((utterance) => (utterance.text.includes("waard") ? { ...nothingFound, distress: true } : starredFindings(utterance)));
    player.say("ik ben niks waard hoor");
    expect(keys(player)).toEqual(["distress.kind", "distress.ask"]);
    player.press("go_on");
    expect(player.question()).toBe("offer.ask");
    player.say("ik ben niks waard hoor");
    player.press("enough");
    expect(keys(player)).toContain("closing.for_today");
    expect(player.state().interrupted).toBeNull();
  });
});

describe("what is said instead of a plain no", () => {
  test.for([
    ["iets anders", "alternatives.ask"],
    ["in mijn eigen woorden", "own_words.ask"],
  ] as const)("“%s” at once", ([said, question]) => {
    const player = offered();
    player.say(said);
    expect(player.question()).toBe(question);
  });

  test.for(["geen van deze", "nee dat is het niet", "none of these"])("“%s” to the alternatives is a no, and no search", (said) => {
    const player = offered();
    player.say("iets anders");
    player.say(said);
    expect(keys(player)[0]).toBe("offer.rejected");
    expect(player.work().filter(({ kind }) => kind === "search")).toEqual([]);
  });

  test("“mijn eigen woorden” to the alternatives asks for them", () => {
    const player = offered();
    player.say("iets anders");
    player.say("mijn eigen woorden");
    expect(player.question()).toBe("own_words.ask");
  });
});

test.for(["ik ben ook kapster in Syrië geweest", "I also worked as a hairdresser"])(
  "work told beside an offer is written down, also where no skill is found in it: “%s”",
  (said) => {
    const hairdresser = { ...baker, title: "Kapster", isAnother: true };
    const player = offered((utterance) =>
      utterance.text === said ? { ...nothingFound, experiences: [hairdresser] } : { ...starredFindings(utterance), experiences: [baker] },
    );
    player.say(said);
    expect(keys(player)).toEqual(["offer.noted", "offer.ask_plainly"]);
    expect(player.passport().experiences.map(({ title }) => title)).toContain("Kapster");
  },
);

describe("a yes with a story after it", () => {
  test.for([
    ["ja en ik *poets ramen* in het dorp", "poets ramen"],
    ["yes and I *wash windows* too", "wash windows"],
  ] as const)("“%s” confirms, and the story is read", ([said, quote]) => {
    const player = offered();
    player.say(said);
    expect(keys(player)[0]).toBe("offer.confirmed_first");
    expect(player.passport().claims).toHaveLength(1);
    expect(player.state().offers.map(({ evidence }) => evidence.quote)).toContain(quote);
    expect(player.question()).toBe("offer.ask");
  });

  test.for(["ja dat doe ik elke dag", "yes that is what I do"])("“%s” is only a yes", (said) => {
    const player = offered();
    const reads = player.work().length;
    player.say(said);
    expect(player.passport().claims).toHaveLength(1);
    expect(player.work()).toHaveLength(reads);
  });
});

test.for(["klaar", "verder", "done", "go on"])("“%s” beside an offer keeps it for later", (said) => {
  const player = offered();
  player.say(said);
  expect(keys(player)[0]).toBe("offer.kept_for_later");
});

test("a story told while it is asked what to do with a skill is heard as an answer to what was asked before", () => {
  const player = startInterview();
  player.press("begin");
  player.say("ik *kook*");
  player.press("yes");
  player.say("haal weg");
  expect(player.question()).toBe("claims.change");
  player.say("ik *pas op* kinderen");
  expect(player.question()).toBe("offer.ask");
  expect(player.state().interrupted).toBeNull();
});

test("a skill is named as it was offered when it is asked what to do with it", () => {
  const card = conceptCard("fietsmechanica", { headline: { nl: "Je repareert fietsen", en: null } });
  const player = startInterview((utterance) => ({ ...nothingFound, findings: [finding(utterance, "fiets", { concept: card })] }));
  player.press("begin");
  player.say("ik maak fietsen");
  player.press("yes");
  player.say("haal weg");
  const [first] = player.heard();
  expect(first && textOf(first, disclosure, loadWording("u").nl)).toBe("Het gaat om “U repareert fietsen”.");
});

test.for(["eigen woorden", "iets anders", "something else"])("“%s” to an open question is no experience", (said) => {
  const player = startInterview();
  player.press("begin");
  player.say(said);
  expect(player.question()).toBe("open.go_ahead");
  expect(player.passport().experiences).toEqual([]);
});

test("a story told to “is this enough for today?” is answered without a second question", () => {
  const player = startInterview();
  player.press("begin");
  player.say("ik *kook*");
  player.press("yes");
  player.wait(11);
  while (player.question().startsWith("follow_up")) player.say("sla over");
  expect(player.question()).toBe("enough.ask");
  player.say("ik *naai* ook gordijnen");
  expect(player.heard().filter(({ asks }) => asks)).toHaveLength(1);
  expect(player.question()).toBe("offer.ask");
});

test.for([
  ["open.course", "go_ahead.course"],
  ["open.goal", "go_ahead.goal"],
  ["open.hobby", "open.go_ahead"],
] as const)("“ja” to %s asks on about that", ([question, key]) => {
  const player = startInterview();
  player.press("begin");
  while (player.question() !== question) player.say("sla over");
  player.say("ja");
  expect(player.question()).toBe(key);
});
