import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Findings, FoundExperience } from "../../src/domain/finding.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { conceptCard, finding, nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

const experience = (title: string, area: Area): FoundExperience => ({ area, title, organisation: null, start: null, end: null });

/** Finds what is starred; each utterance tells of one experience, named by its first words. */
const reader =
  (areas: Readonly<Record<string, Area>> = {}) =>
  (utterance: Utterance): Findings => {
    const title = utterance.text.replaceAll("*", "").split(",")[0]?.trim() ?? "";
    const [, area = utterance.about ?? "paid_work"] = Object.entries(areas).find(([word]) => utterance.text.includes(word)) ?? [];
    const found = starredFindings(utterance);
    const findings = found.findings.map((each) => ({ ...each, evidence: { ...each.evidence, about: area } }));
    return { ...found, findings, followUps: ["result", "learned"], experiences: [experience(title, area)] };
  };

function talking(...[find = reader(), options]: Parameters<typeof startInterview>) {
  const player = startInterview(find, options);
  player.press("begin");
  return player;
}
const titles = (player: ReturnType<typeof talking>) => player.passport().experiences.map(({ title }) => title);
const asked = (player: ReturnType<typeof talking>) => player.heard().findLast((message) => message.asks);

describe.for(["nl", "en"] as const)("what is said beside an offer (%s)", (language) => {
  const said =
    language === "nl"
      ? { story: "kraam op de markt, ik *vraag vergunningen*", no: "nee mijn man doet dat, ik alleen *verkopen*" }
      : { story: "stall on the market, I *ask permits*", no: "no my husband does that, I only do *selling*" };

  test("a reason given with a no is no experience, and what was told is asked on about", () => {
    const player = talking(undefined, { language });
    player.say(said.story);
    player.say(said.no);
    expect(player.question()).toBe("offer.ask");
    player.press("yes");
    expect(titles(player)).toHaveLength(1);
    expect(String(asked(player)?.params["title"]).toLowerCase()).toBe(titles(player)[0]);
  });

  test("more of it told while the offer stands does not take the place of the story", () => {
    const player = talking(undefined, { language });
    player.say(said.story);
    player.say(language === "nl" ? "beetje, ik *kook gewoon soep*" : "a little, I just *cook soup*");
    player.press("yes");
    player.press("yes");
    expect(String(asked(player)?.params["title"]).toLowerCase()).toMatch(/kraam|stall/);
  });
});

describe("a doing told beside a yes", () => {
  test.for(["ja, notulen deed ik ook altijd, *notuleren*", "ja, en *notuleren* ook", "ja, *notuleren* en archief bijhouden hoorde er ook bij"])(
    "is more of what the card was heard in: “%s”",
    (said) => {
      const player = talking();
      player.say("kantoor, ik *plan afspraken*");
      player.press("later");
      player.say("kantoor, ik *bel klanten*");
      player.say(said);
      expect(titles(player)).toEqual(["kantoor"]);
      player.press("yes");
      expect(new Set(player.passport().claims.flatMap(({ evidence }) => evidence.map(({ experienceId }) => experienceId))).size).toBe(1);
    },
  );

  test("of another part of life, or where it says that somebody worked, it is one of its own", () => {
    const player = talking(reader({ buren: "volunteering" }));
    player.say("kantoor, ik *plan afspraken*");
    player.say("ja, en buren *help ik* ook");
    expect(titles(player)).toHaveLength(2);
    player.press("yes");
    player.say("kantoor, ik *bel klanten*");
    player.say("ja, en ik heb ook als kok gewerkt en *gekookt*");
    expect(titles(player)).toHaveLength(3);
  });
});

test("what is said beside an offer that was heard at home is of home", () => {
  const player = talking(reader({ thuis: "family_care" }));
  player.say("koken, ik *kook thuis*");
  player.say("beetje, ik *kook soep*");
  expect(player.work().findLast((work) => work.kind === "find_skills")).toMatchObject({ utterance: { about: "family_care" } });
});

describe("what one is proud of, asked of an experience", () => {
  test("makes no other experience of a remark", () => {
    const player = talking(reader({ zonen: "family_care" }));
    player.say("schoonmaken, ik *maak schoon*");
    player.press("yes");
    player.say("mijn soep is lekker zeggen mijn zonen");
    expect(titles(player)).toEqual(["schoonmaken"]);
    expect(player.heard()[0]?.key).toBe("noted.heard");
    expect(asked(player)?.params).toEqual({ title: "Schoonmaken" });
  });

  test("a skill of another part of life is one", () => {
    const player = talking(reader({ zonen: "family_care" }));
    player.say("schoonmaken, ik *maak schoon*");
    player.press("yes");
    player.say("huiswerk, ik *help mijn zonen*");
    expect(titles(player)).toEqual(["schoonmaken", "huiswerk"]);
  });
});

describe("what waits its turn, heard again", () => {
  const sewing = "naaien, ik *meet* ik *naai* ik *knip* ik *strijk*";

  test("is put forward with the words just said", () => {
    const player = talking();
    player.say(sewing);
    for (let times = 0; times < 3; times++) player.press("yes");
    expect(player.passport().claims).toHaveLength(3);
    expect(player.question()).toBe("follow_up_about.result");
    player.say("elke dag, ik *strijk* hemden");
    expect(player.question()).toBe("offer.ask");
    expect(asked(player)?.card).toMatchObject({ offer: { concept: { label: { nl: "strijk" } }, evidence: { utteranceId: "a6" } } });
    expect(player.work().findLast((work) => work.kind === "find_skills")?.alreadyOffered).not.toContain(conceptCard("strijk").uri);
  });

  test("what was asked is not asked again", () => {
    const player = talking();
    player.say(sewing);
    player.press("later");
    for (let times = 0; times < 2; times++) player.press("yes");
    player.say("elke dag, ik *meet* gordijnen");
    expect(player.question()).not.toBe("offer.ask");
  });
});

describe("typed where it is asked what is wrong", () => {
  const search = () => [conceptCard("zingen")];
  const story = (utterance: Utterance): Findings => ({
    ...starredFindings(utterance),
    findings: utterance.text.includes("koor")
      ? [finding(utterance, "zing in koor"), finding(utterance, "naai kleren")]
      : starredFindings(utterance).findings,
  });

  test("a story of other things is read whole, and nothing of it is lost", () => {
    const player = talking(story, { search });
    player.say("ik *praat met mensen*");
    player.press("no");
    player.say("ik zing in koor elke donderdag, en ik naai kleren voor mijn kleinkind");
    player.press("yes");
    player.press("yes");
    expect(player.passport().claims.map(({ label }) => label.nl)).toEqual(["zing in koor", "naai kleren"]);
  });

  test.for([
    ["nl", "kleren naaien en zing in koor", ["zingen", "kleren naaien"]],
    ["en", "sewing clothes. also I zing in koor", ["zingen", "sewing clothes"]],
  ] as const)("%s: what is said beside the alternative that is chosen is heard too: %s", ([language, said, names]) => {
    const player = talking(
      (utterance) => (utterance.text.includes("koor") ? { ...nothingFound, findings: [finding(utterance, names[1])] } : starredFindings(utterance)),
      { search, language },
    );
    player.say("ik *praat met mensen*");
    player.press("no");
    player.say(said);
    player.press("pick", conceptCard("zingen").uri);
    expect(player.question()).toBe("offer.ask");
    player.press("yes");
    expect(player.passport().claims.map(({ label }) => label.nl)).toEqual(names);
    const heard = player.work().findLast((work) => work.kind === "find_skills")?.utterance;
    expect(heard?.text.slice(said.indexOf(names[1])).startsWith(names[1])).toBe(true);
  });

  test("a name for it is searched for", () => {
    const player = talking(story, { search });
    player.say("ik *praat met mensen*");
    player.press("no");
    player.say("mensen helpen");
    expect(player.question()).toBe("alternatives.ask");
  });
});

test("who stops finds a button to go on by", () => {
  const player = talking();
  player.say("ik moet stoppen nu, ben moe");
  expect(player.state().phase).toBe("paused");
  const [stopped] = player.heard();
  expect(stopped).toMatchObject({ key: "stop.kept", choices: [{ label: { key: "choice.go_on" } }] });
  const [goOn] = stopped?.choices ?? [];
  player.send(goOn?.action ?? { action: "yes" });
  expect(player.heard().map(({ key }) => key)).toEqual(["stop.welcome_back", "open.day"]);
});

describe("what was shown in place of an offer, and passed by", () => {
  const [sewing, measuring] = [conceptCard("verstellen"), conceptCard("maat nemen")];
  const find = (utterance: Utterance): Findings =>
    utterance.text.includes("koor")
      ? {
          ...nothingFound,
          findings: [finding(utterance, "koor", { alternatives: [sewing, measuring] }), finding(utterance, "naai", { concept: sewing })],
        }
      : nothingFound;

  test("does not come again when something else is typed", () => {
    const player = talking(find, { search: () => [sewing, conceptCard("vouwen")] });
    player.say("koor en naai");
    player.press("no");
    player.press("something_else");
    player.say("kleding sorteren");
    const card = asked(player)?.card;
    expect(card?.type === "alternatives" && card.options.map(({ label }) => label.nl)).toEqual(["vouwen", "kleding sorteren"]);
  });

  test("is not asked by itself once another was chosen", () => {
    const player = talking(find);
    player.say("koor en naai");
    player.press("no");
    player.press("something_else");
    player.press("pick", measuring.uri);
    expect(player.question()).not.toBe("offer.ask");
    expect(player.passport().claims.map(({ label }) => label.nl)).toEqual(["maat nemen"]);
  });
});
