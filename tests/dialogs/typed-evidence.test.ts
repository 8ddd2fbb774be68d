import { describe, expect, test } from "vitest";
import { evidenceTogether, evidenceTyped } from "../../src/dialogs/typed-evidence.ts";
import type { Answered } from "../../src/dialogs/events.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import { conceptCard, startInterview, testTaxonomy } from "../support/interview-player.ts";

const languages = ["nl", "en"] as const;

function offered(story: string, language: "nl" | "en" = "nl") {
  const player = startInterview(undefined, { language, search: () => [conceptCard("gevonden")] });
  player.press("begin");
  player.say(story);
  return player;
}
const quotes = (player: ReturnType<typeof offered>) => player.passport().claims.map(({ evidence }) => evidence.map(({ quote }) => quote));

describe("what was typed instead is what the skill rests on", () => {
  test.for(languages)("%s: words typed at “Wat klopt niet?”, and a skill chosen", (language) => {
    const player = offered("ik *maak kantoren schoon*", language);
    player.press("no");
    player.say("nee, ik dweil  vloeren");
    player.press("pick", "urn:test:gevonden");
    expect(quotes(player)).toEqual([["ik dweil  vloeren"]]);
    expect(player.state().offers.find(({ state }) => state === "confirmed")?.evidence).toMatchObject({ start: 5, end: 22, utteranceId: "a4" });
  });

  test("kept in those very words", () => {
    const player = offered("ik *maak kantoren schoon*");
    player.press("no");
    player.say("vloeren dweilen");
    player.say("2");
    expect(player.passport().claims).toMatchObject([{ uri: null, label: { nl: "vloeren dweilen" } }]);
    expect(quotes(player)).toEqual([["vloeren dweilen"]]);
  });

  test.for([
    ["nl", "eigen woorden", "ramen lappen bij mensen thuis"],
    ["en", "my own words", "washing windows at people's homes"],
  ] as const)("%s: own words", ([language, ask, said]) => {
    const player = offered("ik *maak kantoren schoon*", language);
    player.say(ask);
    player.say(said);
    expect(quotes(player)).toEqual([[said]]);
  });

  test("what was said before stays beside it where it tells of the same", () => {
    const player = offered("ik *repareer fietsen*");
    player.press("no");
    player.say("gewone fietsen, geen elektrische");
    player.press("pick", "urn:test:gevonden");
    expect(quotes(player)).toEqual([["gewone fietsen, geen elektrische", "repareer fietsen"]]);
  });

  test.for([
    ["nl", "ik *maak schoon op school*", "nee, ik maak niet school schoon maar kantoor", "ik maak niet school schoon maar kantoor"],
    ["en", "I *clean a school*", "no, not a school but offices, I clean", "not a school but offices, I clean"],
  ] as const)("%s: but not where that is what was denied", ([language, story, said, quote]) => {
    const player = offered(story, language);
    player.press("no");
    player.say(said);
    player.press("pick", "urn:test:gevonden");
    expect(quotes(player)).toEqual([[quote]]);
  });

  test("a skill chosen without typing keeps its quote", () => {
    const player = offered("ik *kook*");
    player.press("no");
    player.press("something_else");
    player.press("pick", "urn:test:kook-anders");
    expect(quotes(player)).toEqual([["kook"]]);
  });

  test("a skill renamed later has the new words beside the old", () => {
    const player = offered("ik *kook*");
    player.press("yes");
    player.say("haal kook weg");
    player.press("reword");
    player.say("soep maken");
    expect(quotes(player)).toEqual([["soep maken", "kook"]]);
  });
});

describe("evidence of typed words", () => {
  const typed = (text: string): Answered => ({
    type: "answered",
    at: "2026-03-02T19:00:00.000Z",
    activityId: "a",
    text,
    action: null,
    passport: emptyPassport("nl", testTaxonomy),
  });

  test.for([
    ["zorgen voor iemand met kanker", "zorgen voor iemand met …", "zorgen voor iemand met"],
    ["bel 0612345678 als ik  iets bak", "bel [phone] als ik iets bak", "als ik  iets bak"],
    ["kanker", "…", null],
  ] as const)("“%s”: the longest stretch that may be kept, letter for letter", ([text, words, quote]) => {
    const evidence = evidenceTyped(typed(text), words, "hobby");
    expect(evidence?.quote ?? null).toBe(quote);
    if (evidence) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  });

  test("words that nobody typed are no evidence", () => {
    expect(evidenceTyped(typed("ramen lappen"), "vloeren dweilen", "hobby")).toBeNull();
  });

  test("the same words twice are one quote", () => {
    const evidence = evidenceTyped(typed("ramen lappen"), "ramen lappen", "hobby");
    expect(evidence && evidenceTogether(evidence, evidence)).toEqual([evidence]);
  });
});
