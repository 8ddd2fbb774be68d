import { describe, expect, test } from "vitest";
import type { FoundCredential } from "../../src/domain/finding.ts";
import { type Player, startInterview, starredFindings } from "../support/interview-player.ts";

const baker = { area: "paid_work" as const, title: "Bakker", organisation: "Broodhuis", start: "2015", end: null };
const postman = { ...baker, title: "Postbode", organisation: null };
const first: FoundCredential = { title: "BHV", institution: null, date: "2017", level: null, finished: true };
const second: FoundCredential = { ...first, title: "Heftruck" };

/** At the summary of a part in which two things of a kind were told. */
function summaryOf(part: "paid_work" | "course") {
  const player = startInterview((utterance) => ({
    ...starredFindings(utterance),
    experiences: part === "paid_work" && utterance.text.includes("*") ? [baker, postman] : [],
    credentials: part === "course" && utterance.text.includes("*") ? [first, second] : [],
  }));
  player.press("begin");
  while (player.question() !== `open.${part}`) player.say("sla over");
  player.say("ik *kook*");
  player.press("yes");
  for (let turn = 0; player.question() !== "summary.ask" && turn < 9; turn++) player.say("sla over");
  player.press("change");
  expect(player.question()).toBe("summary.which");
  return player;
}

const card = (player: Player) => {
  const found = player.heard().findLast(({ asks }) => asks)?.card;
  if (found?.type !== "summary") throw new Error("there is no summary");
  return found;
};
const titlesKept = (player: Player) => [...player.passport().experiences, ...player.passport().credentials].map(({ title }) => title);

test.for([["postbode"], ["2"], ["de tweede"], ["the last one"], ["doe maar die van de postbode"], ["postboode"]])(
  "of several it is chosen first which is changed: “%s” shows the fields of that one alone",
  ([said]) => {
    const player = summaryOf("paid_work");
    expect(card(player)).toMatchObject({ shows: "list", experiences: [{ title: "Bakker" }, { title: "Postbode" }] });
    player.say(said ?? "");
    expect(player.question()).toBe("summary.change");
    expect(card(player)).toMatchObject({ shows: "form", experiences: [{ title: "Postbode" }], credentials: [] });
    const [, postbode] = player.passport().experiences;
    player.send({ action: "save", about: "summary_change:paid_work", fields: { [`${postbode?.id}.start`]: "2016" } });
    // The others may be put right after it.
    expect(player.question()).toBe("summary.ask");
    expect(player.passport().experiences.at(-1)?.start).toBe("2016");
  },
);

test("a button for each, and one that takes it away, with a way back", () => {
  const player = summaryOf("paid_work");
  const [bakker] = player.passport().experiences;
  expect(
    player
      .heard()
      .at(-1)
      ?.choices.map(({ action }) => action.action),
  ).toEqual(["pick", "pick", "go_on"]);
  player.press("pick", bakker?.id);
  player.press("remove");
  expect(player.heard().map(({ key }) => key)).toEqual(["summary.removed", "summary.ask"]);
  expect(titlesKept(player)).toEqual(["Postbode"]);
  player.say("terug");
  expect(titlesKept(player).toSorted()).toEqual(["Bakker", "Postbode"]);
});

test("who goes on telling while a form is open has nothing to put right: the summary comes back, and a yes ends it", () => {
  const player = summaryOf("paid_work");
  player.say("postbode");
  expect(player.question()).toBe("summary.change");
  player.say("thuis zorg ik ook nog voor mijn moeder, ik help haar met wassen en aankleden");
  expect(player.question()).toBe("summary.ask");
  expect(titlesKept(player)).toEqual(expect.arrayContaining(["Bakker", "Postbode"]));
  player.say("ja");
  expect(player.question()).not.toMatch(/^summary/);
});

/** At a summary, nothing pressed yet. */
function lookingAt(part: "paid_work" | "course") {
  const player = summaryOf(part);
  player.say("terug");
  expect(player.question()).toBe("summary.ask");
  return player;
}

test.for([
  ["haal de tweede weg", ["Bakker"]],
  ["bakker hoort er niet bij", ["Postbode"]],
  ["the first one isn't right", ["Postbode"]],
  ["remove 1 and 2", []],
] as const)("“%s” takes away what it names", ([said, left]) => {
  const player = lookingAt("paid_work");
  player.say(said);
  expect(titlesKept(player)).toEqual(left);
});

test.for(["dat is geen werk, weg", "that's not a job, remove it", "nee dit hoort er niet bij", "klopt niet, haal weg"])(
  "“%s” asks which of several is meant, and takes that away",
  (said) => {
    const player = lookingAt("paid_work");
    player.say(said);
    expect(player.question()).toBe("summary.which_goes");
    player.say("de eerste");
    expect(titlesKept(player)).toEqual(["Postbode"]);
    // Of the one that is left it is clear what is meant.
    player.say(said);
    expect(titlesKept(player)).toEqual([]);
    expect(player.heard()[0]?.key).toBe("summary.removed");
  },
);

test("“nee” alone takes nothing away, and neither does a story", () => {
  const player = lookingAt("paid_work");
  player.say("nee");
  expect(player.question()).toBe("summary.which");
  player.say("ik haalde ook het oud papier weg");
  expect(titlesKept(player)).toEqual(["Bakker", "Postbode"]);
});

test("of an experience what was changed on the card is changed, and nothing else", () => {
  const player = summaryOf("paid_work");
  const [changed, same] = player.passport().experiences;
  const before = player.events().length;
  player.send({
    action: "save",
    fields: {
      [`${changed?.id}.title`]: "Banketbakker",
      [`${changed?.id}.organisation`]: " ",
      [`${changed?.id}.start`]: "2015",
      [`${same?.id}.title`]: "Postbode",
    },
  });
  expect(player.passport().experiences).toEqual([{ ...changed, title: "Banketbakker", organisation: null }, same]);
  expect(player.state().experiences).toEqual(player.passport().experiences);
  expect(player.events().slice(before)).toHaveLength(1);
});

test("an experience whose title was emptied goes", () => {
  const player = summaryOf("paid_work");
  const [gone, stays] = player.passport().experiences;
  player.send({ action: "save", fields: { [`${gone?.id}.title`]: "" } });
  expect(player.passport().experiences).toEqual([stays]);
  expect(player.state().experiences).toEqual([stays]);
});

test("a course is changed on its card, and goes with its title", () => {
  const player = summaryOf("course");
  const [changed, gone] = player.passport().credentials;
  player.send({
    action: "save",
    fields: { [`${changed?.id}.date`]: "2018", [`${changed?.id}.title`]: "BHV", [`${gone?.id}.title`]: "" },
  });
  expect(player.passport().credentials).toEqual([{ ...changed, date: "2018" }]);
  expect(player.state().credentials).toEqual(player.passport().credentials);
});

test.for([
  ["nl", "dat is geen werk, weg"],
  ["nl", "dit hoort er niet bij"],
  ["en", "that isn't a job, remove it please"],
  ["en", "no this doesn't belong here"],
] as const)("asked on about something that is none, “%s: %s” takes it away, and it is not asked about again", ([language, said]) => {
  const player = startInterview((utterance) => ({ ...starredFindings(utterance), experiences: utterance.text.includes("*") ? [baker] : [] }), {
    language,
  });
  player.press("begin");
  player.say("ik *kook* ook");
  player.press("yes");
  expect(player.question()).toMatch(/^follow_up/);
  player.say(said);
  expect(player.heard()[0]).toMatchObject({ key: "summary.removed", params: { title: "Bakker" } });
  expect(player.question()).not.toMatch(/^follow_up/);
  expect(player.passport().experiences).toEqual([]);
  // What can be done stays, whatever it was told with.
  expect(player.passport().claims).toHaveLength(1);
  player.say("terug");
  expect(player.passport().experiences.map(({ title }) => title)).toEqual(["Bakker"]);
  expect(player.passport().claims).toHaveLength(1);
});

test.for(["dat hoort hier niet, weg ermee", "that's not my job, delete it"])("beside an offer “%s” lets the offer go", (said) => {
  const player = startInterview();
  player.press("begin");
  player.say("ik *kook* en *poets*");
  player.say(said);
  expect(player.state().offers.map(({ state }) => state)).toEqual(["rejected", "waiting"]);
});

test.for([
  ["nl", "klopt niet, haal weg"],
  ["en", "no that's wrong, delete it"],
] as const)("where nothing is on the table, “%s: %s” is no story: it is asked what of the passport should go", ([language, said]) => {
  const player = startInterview(undefined, { language });
  player.press("begin");
  player.say("ik *kook*");
  player.press("yes");
  while (player.question() !== "open.self_employed") player.say(player.question() === "summary.ask" ? "ja" : "sla over");
  const reads = player.work().length;
  player.say(said);
  expect(player.question()).toBe("claims.change");
  expect(player.work()).toHaveLength(reads);
});

test("asked for more of a part, “dat is geen werk, weg” is about what was told of it; where nothing was, there is nothing to tell", () => {
  const player = startInterview((utterance) => ({
    ...starredFindings(utterance),
    experiences: utterance.text.includes("*") ? [baker] : [],
    followUps: [],
  }));
  player.press("begin");
  player.say("ik *kook* ook");
  player.press("yes");
  expect(player.question()).toBe("open_touched.paid_work");
  player.say("dat is geen werk, weg");
  expect(player.heard().map(({ key }) => key)).toEqual(["summary.removed", "open_touched.paid_work"]);
  player.press("nothing_more");
  expect(player.question()).toBe("open.self_employed");
  player.say("that is no business of mine, dat heb ik nooit gedaan");
  expect(player.question()).toBe("open.volunteering");
  expect(player.passport().experiences).toEqual([]);
});

test.for(["haal de bakker weg", "remove Bakker", "verwijder de eerste"])(
  "“%s” is about the card that is shown, though a skill was told in the same words",
  (said) => {
    const player = startInterview((utterance) => ({
      ...starredFindings(utterance),
      experiences: utterance.text.includes("*") ? [baker, postman] : [],
    }));
    player.press("begin");
    while (player.question() !== "open.paid_work") player.say("sla over");
    player.say("ik *bak als bakker de eerste broden*");
    player.press("yes");
    for (let turn = 0; player.question() !== "summary.ask" && turn < 9; turn++) player.say("sla over");
    player.say(said);
    expect(titlesKept(player)).toEqual(["Postbode"]);
    expect(player.passport().claims).toHaveLength(1);
  },
);

describe("words at a summary act on it", () => {
  const shop = { ...baker, title: "Winkel aan de markt", organisation: "Jansma" };
  const cat = { ...postman, title: "Met de kat spelen" };

  /** A summary, of one or of several, as it is asked at the end of its part. */
  function at(part: "paid_work" | "course", experiences: readonly (typeof baker | typeof postman)[], credentials: readonly FoundCredential[] = []) {
    const player = startInterview((utterance) => ({
      ...starredFindings(utterance),
      experiences: utterance.text.includes("*") ? [...experiences] : [],
      credentials: utterance.text.includes("*") ? [...credentials] : [],
      followUps: [],
    }));
    player.press("begin");
    while (player.question() !== `open.${part}`) player.say("sla over");
    player.say("ik *kook*");
    player.press("yes");
    for (let turn = 0; player.question() !== "summary.ask" && turn < 9; turn++) player.say("sla over");
    return player;
  }

  test.for([
    ["2 ook weg dat is geen werk", ["Bakker", "Winkel aan de markt", "Met de kat spelen"]],
    ["kat weg", ["Bakker", "Postbode", "Winkel aan de markt"]],
    ["de kat is geen werk", ["Bakker", "Postbode", "Winkel aan de markt"]],
    ["remove 1, 2, 4. it is only the shop", ["Winkel aan de markt"]],
    ["postbode en kat zijn geen werk", ["Bakker", "Winkel aan de markt"]],
    ["postbode is hetzelfde als bakker", ["Bakker", "Winkel aan de markt", "Met de kat spelen"]],
    ["dat is toch allemaal hetzelfde, de winkel", ["Winkel aan de markt"]],
  ] as const)("“%s” leaves %j", ([said, left]) => {
    const player = at("paid_work", [baker, postman, shop, cat]);
    player.say(said);
    expect(titlesKept(player)).toEqual(left);
    expect(player.question()).toBe("summary.ask");
  });

  test("what was heard with things that are one belongs to the one that stays, and with one gone to none", () => {
    const heardWith = (player: Player) => player.state().offers.map(({ experienceId }) => experienceId);
    const joined = at("paid_work", [baker, shop]);
    const [first, stays] = joined.passport().experiences;
    expect(heardWith(joined)).toEqual([first?.id]);
    joined.say("het is allemaal hetzelfde, de winkel");
    expect(heardWith(joined)).toEqual([stays?.id]);
    const gone = at("paid_work", [baker, shop]);
    gone.say("bakker weg");
    expect(heardWith(gone)).toEqual([null]);
  });

  test.for([
    ["dat is toch allemaal hetzelfde", [first, second]],
    ["that is all the same", [first]],
  ] as const)("“%s” of papers joins nothing, and is answered", ([said, papers]) => {
    const player = at("course", [], papers);
    player.say(said);
    expect(titlesKept(player)).toEqual(papers.map(({ title }) => title));
    expect(player.heard().some(({ asks }) => asks)).toBe(true);
    expect(player.heard().map(({ key }) => key)).not.toContain("summary.joined");
  });

  test("one job alone is not joined with anything", () => {
    const player = at("paid_work", [baker]);
    player.say("dat is allemaal hetzelfde");
    expect(player.heard().map(({ key }) => key)).not.toContain("summary.joined");
    expect(titlesKept(player)).toEqual(["Bakker"]);
  });

  test("a step back takes back what was put right on the card, and nothing before it", () => {
    const player = at("paid_work", [postman]);
    player.say("het heet bezorger");
    player.say("terug");
    expect(titlesKept(player)).toEqual(["Postbode"]);
    expect(player.question()).toBe("summary.ask");
    expect(player.passport().claims).toHaveLength(1);
  });

  test.for(["wel afgemaakt", "I did finish it"])("of two papers “%s” says not which one", (said) => {
    const player = at(
      "course",
      [],
      [
        { ...first, finished: false },
        { ...second, finished: false },
      ],
    );
    player.say(said);
    expect(player.passport().credentials.map(({ finished }) => finished)).toEqual([false, false]);
  });

  test.for(["geen van beide", "none of them"])("of two jobs “%s” is to be changed: on it goes", (said) => {
    const player = summaryOf("paid_work");
    player.say(said);
    expect(titlesKept(player)).toEqual(["Bakker", "Postbode"]);
    expect(player.question()).not.toMatch(/^summary/);
  });

  test("a place where two things were told stays, for nobody says of which it goes", () => {
    const player = at("paid_work", [shop, { ...shop, title: "Kraam bij de kerk" }]);
    player.say("jansma moet weg");
    expect(player.passport().experiences.map(({ organisation }) => organisation)).toEqual(["Jansma", "Jansma"]);
  });

  test("a yes with more of the story is read", () => {
    const player = at("paid_work", [postman]);
    const before = player.work().length;
    player.say("ja en ik sorteerde ook de pakketten van de hele wijk");
    expect(
      player
        .work()
        .slice(before)
        .map(({ kind }) => kind),
    ).toContain("find_skills");
  });

  test("of the place that something was not told at only the place goes", () => {
    const player = at("paid_work", [baker, shop]);
    player.say("jansma moet weg bij die winkel");
    expect(player.passport().experiences.map(({ title, organisation }) => [title, organisation])).toEqual([
      ["Bakker", "Broodhuis"],
      ["Winkel aan de markt", null],
    ]);
  });

  test.for(["ja zo is het goed", "laat maar", "ja boeie", "yes that is fine", "never mind", "ja klopt allemaal wel"])(
    "“%s”: it is right, and on it goes",
    (said) => {
      const player = at("paid_work", [baker, postman]);
      player.say(said);
      expect(titlesKept(player)).toEqual(["Bakker", "Postbode"]);
      expect(player.question()).not.toMatch(/^summary/);
    },
  );

  test.for(["weg, dat was een grapje", "nee dat is een cursus, geen werk", "no that is a paper not a company", "remove, I was joking"])(
    "one thing on the card: “%s” takes it away",
    (said) => {
      const player = at("paid_work", [postman]);
      player.say(said);
      expect(titlesKept(player)).toEqual([]);
    },
  );

  test("one thing on the card takes the name that it is given", () => {
    const player = at("paid_work", [postman]);
    player.say("het heet bezorger");
    expect(titlesKept(player)).toEqual(["bezorger"]);
  });

  test("what is typed into no field is not sent to one", () => {
    const several = at("paid_work", [baker, postman]);
    several.say("zzz zz");
    expect(several.heard().map(({ key }) => key)).toEqual(["summary.how_to_list", "summary.which"]);
    const one = at("paid_work", [postman]);
    one.say("zzz zz");
    expect(one.heard().map(({ key }) => key)).toEqual(["summary.how_to_change", "summary.change"]);
  });

  test.for([
    ["school wel afgemaakt, alleen zonder papier", true],
    ["I did finish the school, I passed", true],
  ] as const)("“%s”: the paper on the card was finished", ([said, isFinished]) => {
    const unfinished: FoundCredential = { ...first, title: "Huishoudschool", finished: false };
    const player = at("course", [], [unfinished, { ...second, finished: false }]);
    player.say(said);
    expect(player.passport().credentials.map(({ title, finished }) => [title, finished])).toEqual([
      ["Huishoudschool", isFinished],
      ["Heftruck", false],
    ]);
  });

  test("a correction is about the card, and not about what was told before", () => {
    const player = at("course", [baker], [first, second]);
    player.say("niet bakker maar banketbakker");
    expect(player.passport().experiences.map(({ title }) => title)).not.toContain("banketbakker");
  });
});
