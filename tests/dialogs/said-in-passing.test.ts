import { describe, expect, test } from "vitest";
import type { FoundExperience } from "../../src/domain/finding.ts";
import { passingIn } from "../../src/dialogs/said-in-passing.ts";
import { finding, nothingFound, type Player, startInterview, starredFindings } from "../support/interview-player.ts";

test.for([
  ["ja bij de hema in goor", "hema in goor", null],
  ["ja, dat was bij Vos Tegels", "Vos Tegels", null],
  ["klopt, maar het was een peuterspeelzaal", "peuterspeelzaal", null],
  ["yes, at the Lidl in Hull", "Lidl in Hull", null],
  ["yeah but that was in a care home", "care home", null],
  ["yes, it was the Shell in Derby", "Shell in Derby", null],
  ["ja, bij de Gamma in Nijkerk", "Gamma in Nijkerk", null],
  ["yes, as a shop manager", null, "shop manager"],
  ["ja, als buschauffeur", null, "buschauffeur"],
  ["ja, als leerling kok", null, "leerling kok"],
  ["yes as a teaching assistant", null, "teaching assistant"],
] as const)("“%s” says where it was, or as what", ([said, place, role]) => {
  expect(passingIn(said)).toEqual({ place, role });
});

test.for([
  "ja",
  "ja, in de zomer",
  "yes at night",
  "ja bij de kassa",
  "yes at the till",
  "ja, voor de klanten",
  "ja het was een mooie tijd",
  "yes, it was hard",
  "ja als kind",
  "ja als ik tijd heb",
  "yes as well",
  "ja in een team",
  "yes but only in the shop",
  "ja, bij de Fatih moskee",
  "ja bij mevrouw Bakker",
  "ja, in de Laurenskerk",
  "ja bij de Sint Bavokathedraal",
  "ja, bij Oma in Epe",
  "yes, for Grandad",
  "ja, als alleenstaande moeder",
  "yes as a single mother",
  "ja als patient",
  "yes, as a prisoner",
  "yes as a teenager",
  "yes as ever",
  "ja als eerder",
  "ja, in het Frans",
  "yes, in Polish",
  "yes at Christmas",
  "ja op Zaterdag",
  "yes in March",
  "nee, bij de Hema",
  "was dat bij de Hema?",
])("“%s” says nothing of the kind", (said) => {
  expect(passingIn(said)).toBeNull();
});

const job = (title: string, organisation: string | null = null): FoundExperience => ({
  area: "paid_work",
  title,
  organisation,
  start: null,
  end: null,
});

/** Somebody who told of these jobs; the first skill is on the table. */
function working(...jobs: readonly FoundExperience[]): Player {
  const player = startInterview((utterance) => ({ ...starredFindings(utterance), experiences: [...jobs] }));
  player.press("begin");
  player.press("skip");
  player.say("ik *vul vakken*");
  return player;
}
const toSummary = (player: Player) => {
  for (let turns = 0; turns < 8 && player.question() !== "summary.ask"; turns++)
    player.press(player.question() === "offer.ask" ? "yes" : player.question().startsWith("more") ? "nothing_more" : "skip");
  expect(player.question()).toBe("summary.ask");
};
const known = (player: Player) => player.passport().experiences.map(({ title, organisation }) => [title, organisation]);

describe("what is said in passing belongs to the experience that it is about", () => {
  test("beside an offer: a yes, and the place is kept", () => {
    const player = working(job("In een winkel gewerkt"));
    player.say("ja, bij de Coop in Borne");
    expect(
      player
        .heard()
        .map(({ key }) => key)
        .slice(0, 2),
    ).toEqual(["noted.added", "offer.confirmed_first"]);
    expect(known(player)).toEqual([["In een winkel gewerkt", "Coop in Borne"]]);
    expect(player.passport().claims).toHaveLength(1);
  });

  test("a skill of another part of life says nothing of where the job was", () => {
    const player = startInterview((utterance) => ({
      ...starredFindings(utterance),
      experiences: [{ area: "volunteering", title: "Scoutleider", organisation: null, start: null, end: null }],
    }));
    player.press("begin");
    player.say("ik ben scoutleider en ik *vul vakken*");
    player.say("ja, bij de Coop in Borne");
    expect(known(player)).toEqual([["Scoutleider", null]]);
    expect(player.passport().claims).toHaveLength(1);
  });

  test("what one does for oneself has no place of work", () => {
    const player = startInterview((utterance) => ({
      ...nothingFound,
      experiences: [{ area: "hobby", title: "Schilderen", organisation: null, start: null, end: null }],
      findings: [finding(utterance, "schilder", {}, "hobby")],
    }));
    player.press("begin");
    player.say("ik schilder");
    player.say("ja, bij de Coop in Borne");
    expect(known(player)).toEqual([["Schilderen", null]]);
  });

  test("a name that would be too long stays as it was", () => {
    const title = "Werk in een grote keuken met veel mensen en veel potten";
    const player = working(job(title));
    toSummary(player);
    player.say("ja, als spoelhulp");
    expect(known(player)).toEqual([[title, null]]);
  });

  test("without a yes the offer stays", () => {
    const player = working(job("In een winkel gewerkt"));
    player.say("dat was bij de Coop in Borne");
    expect(player.heard().map(({ key }) => key)).toEqual(["noted.added", "offer.ask"]);
    expect(known(player)).toEqual([["In een winkel gewerkt", "Coop in Borne"]]);
  });

  test("beside a summary: it is kept, and it goes on", () => {
    const player = working(job("Work at a school", "school"));
    toSummary(player);
    player.say("yes but it was a nursery school");
    expect(known(player)).toEqual([["Work at a nursery school", "nursery school"]]);
    expect(player.question()).toBe("open.self_employed");
  });

  test("a role goes behind the name", () => {
    const player = working(job("Werk in een keuken"));
    toSummary(player);
    player.say("ja, als spoelhulp");
    expect(known(player)).toEqual([["Werk in een keuken, als spoelhulp", null]]);
  });

  test("of several it is the one of which it was not known", () => {
    const player = working(job("Post bezorgen", "PostNL"), job("Vakken vullen"));
    toSummary(player);
    player.say("ja, bij de Coop in Borne");
    expect(known(player)).toEqual([
      ["Post bezorgen", "PostNL"],
      ["Vakken vullen", "Coop in Borne"],
    ]);
  });

  test("of two that may be meant neither is changed, and a name that was told stays", () => {
    const two = working(job("Post bezorgen"), job("Vakken vullen"));
    toSummary(two);
    two.say("ja, bij de Coop in Borne");
    expect(known(two).map(([, at]) => at)).toEqual([null, null]);
    const one = working(job("Post bezorgen", "PostNL"));
    toSummary(one);
    one.say("ja, bij een winkel");
    expect(known(one)).toEqual([["Post bezorgen", "PostNL"]]);
  });

  test("asked what was done there, it is asked again", () => {
    const player = startInterview((utterance) => ({ ...starredFindings(utterance), experiences: [job("Worked in a shop")], followUps: ["what"] }), {
      language: "en",
    });
    player.press("begin");
    player.press("skip");
    player.say("i worked in a shop");
    expect(player.question()).toBe("follow_up_about.what");
    player.say("at the Spar in Leeds");
    expect(player.heard().map(({ key }) => key)).toEqual(["noted.added", "follow_up_about.what"]);
    expect(known(player)).toEqual([["Worked in a shop", "Spar in Leeds"]]);
  });
});
