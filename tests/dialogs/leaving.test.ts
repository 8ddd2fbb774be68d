import { describe, expect, test } from "vitest";
import { toldWhileEnding } from "../../src/dialogs/told-while-ending.ts";
import { startInterview, starredFindings } from "../support/interview-player.ts";

test.for([
  ["nl", "ik *laste hekken* in een werkplaats. ik moet nu echt weg"],
  ["en", "I *welded gates* in a workshop for years. can i stop now"],
] as const)("%s: “%s” is read and kept, and nothing more is asked", ([language, said]) => {
  const player = startInterview(undefined, { language });
  player.press("begin");
  player.say(said);
  expect(player.work().some(({ kind }) => kind === "find_skills")).toBe(true);
  expect(player.state().offers).toHaveLength(1);
  expect(player.state()).toMatchObject({ phase: "paused", isLeaving: false });
  expect(player.heard().some(({ asks }) => asks)).toBe(false);
  expect(player.heard().filter(({ key }) => key === "stop.kept")).toHaveLength(1);
});

describe("something told in the same breath as being tired, or as going", () => {
  test.for([
    ["ben kapot, had ook nog een lasdiploma", "tired", "had ook nog een lasdiploma"],
    ["ik heb ook nog als stratenmaker gewerkt maar ben nu moe", "tired", "ik heb ook nog als stratenmaker gewerkt"],
    ["moet nu gaan. o ja ik heb ook haccp", "stop", "ik heb ook haccp"],
    ["so tired now, used to be a lifeguard as well", "tired", "used to be a lifeguard as well"],
    ["gotta run, passed my crane licence too", "stop", "passed my crane licence too"],
    ["i also worked as a roofer but i have to go", "stop", "i also worked as a roofer"],
  ] as const)("“%s” ends in %s, with “%s”", ([said, ends, told]) => {
    const both = toldWhileEnding(said);
    expect(both?.ends).toBe(ends);
    expect(both?.told.endsWith(told)).toBe(true);
    // It stands where it stood.
    expect(said.startsWith(both?.told.trim() ?? "-", both?.told.search(/\S/))).toBe(true);
  });

  test.for([
    "ben moe, heb de hele dag gewerkt",
    "ben moe, ook honger",
    "moe, net bij de tandarts geweest",
    "ik moet weg, de kinderen halen",
    "i am tired, i have to pick up the kids too",
    "ben moe en heb nooit een diploma gehaald",
    "ik was moe dus ik ging naar huis en toen heb ik ook gekookt",
    "ik ben gestopt met school, heb wel vca",
    "ben moe van het leven, heb ook vca",
    "ben moe, moet ik ook een diploma hebben?",
    "ik heb ook nog vca",
    "moet weg",
  ])("“%s” is not both", (said) => {
    expect(toldWhileEnding(said)).toBeNull();
  });

  const withPaper = () => {
    const player = startInterview((utterance) => ({
      ...starredFindings(utterance),
      credentials: utterance.text.includes("vca") ? [{ title: "VCA", institution: null, date: null, level: null, finished: true }] : [],
    }));
    player.press("begin");
    player.say("ik *sjouw balken*");
    return player;
  };

  test("beside a card: it is kept, the card waits, and whether to go on is asked", () => {
    const player = withPaper();
    player.say("ben bekaf, ik heb ook nog vca");
    expect(player.passport().credentials).toMatchObject([{ title: "VCA" }]);
    expect(player.heard().map(({ key }) => key)).toEqual(["noted.credential", "tired.kind", "distress.ask"]);
    player.press("go_on");
    expect(player.question()).toBe("offer.ask");
  });

  test("who goes is asked nothing more", () => {
    const player = withPaper();
    player.say("ik heb ook nog vca maar ik moet gaan");
    expect(player.passport().credentials).toMatchObject([{ title: "VCA" }]);
    expect(player.heard().map(({ key }) => key)).toEqual(["noted.credential", "stop.kept"]);
    expect(player.state()).toMatchObject({ phase: "paused", isLeaving: false, isResting: false });
  });
});
