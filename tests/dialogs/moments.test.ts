import { describe, expect, test } from "vitest";
import { momentIn } from "../../src/dialogs/moments.ts";
import { startInterview, starredFindings } from "../support/interview-player.ts";

test.for([
  ["de hele ploeg gaf me een knuffel", "valued"],
  ["kreeg ik een bos bloemen van de familie", "valued"],
  ["my boss was proud of me", "valued"],
  ["everyone clapped at the end", "valued"],
  ["ik was zo trots toen de taart heel bleef", "proud"],
  ["i was dead proud when it worked", "proud"],
  ["im really proud of my allotment", "proud"],
  ["ik was apetrots en heb het niemand verteld, nooit", "proud"],
  ["i was so proud and i never told anybody", "proud"],
  ["het was een moeilijke periode", "hard"],
  ["it was so tough", "hard"],
  ["mijn buren steunden me in een moeilijke tijd", "hard"],
  ["my sister helped me through a hard time", "hard"],
  ["dat waren zware jaren maar we zijn erdoor gekomen", "through"],
  ["that was a rough time and we pulled through", "through"],
] as const)("“%s” tells of a moment: %s", ([said, kind]) => {
  expect(momentIn(said)).toBe(kind);
});

test.for([
  "de dochter gaf me een knuffel toen haar vader stierf",
  "her mum brought me flowers after he died",
  "i gave her a hug",
  "ik geef klanten een compliment",
  "het was zwaar werk",
  "that was hard work",
  "de dozen waren zwaar",
  "ik ben er niet trots op",
  "ik heb nog nooit applaus gekregen",
  "waar ben je trots op?",
  "mijn moeder is trots",
  "het was moeilijk om te lezen",
  "we hebben een kat gered",
  "als ik het haal ben ik trots",
  "i got through the paperwork",
  "ik steun buren in een moeilijke tijd",
  "we begeleiden jongeren die een zware periode hebben",
  "i helped families through a hard time",
  "supporting people in a rough patch",
  "the kids are proud when it works",
  "bewoners zijn trots op hun tuin",
])("“%s” tells of none", (said) => {
  expect(momentIn(said)).toBeNull();
});

describe("a moment that is told gets one warm sentence", () => {
  const begun = (language: "nl" | "en" = "nl") => {
    const player = startInterview((utterance) => ({ ...starredFindings(utterance), followUps: ["how", "result"] }), { language });
    player.press("begin");
    player.say(language === "nl" ? "ik *bak taarten*" : "i *bake cakes*");
    return player;
  };
  const keys = (player: ReturnType<typeof begun>) => player.heard().map(({ key }) => key);

  test("beside a card, and the card stays", () => {
    const player = begun("en");
    player.say("the bride gave me a hug");
    expect(keys(player)[0]).toBe("warm.valued");
    expect(player.state().asking.step).toBe("offer");
  });

  test("in place of a shrug, and what one is proud of is not asked any more", () => {
    const player = begun();
    player.press("yes");
    expect(player.question()).toBe("follow_up_about.how");
    player.say("ik was apetrots toen hij heel bleef");
    expect(keys(player)[0]).toBe("warm.proud");
    expect(keys(player)).not.toContain("noted.heard");
    expect(keys(player)).not.toContain("noted.thanks");
    expect(player.question()).not.toContain("result");
  });

  test("once for each kind; then it is heard as ever", () => {
    const player = begun();
    player.press("yes");
    player.say("dat was een zware tijd");
    expect(keys(player)[0]).toBe("warm.hard");
    player.say("dat was een zware tijd");
    expect(keys(player)).not.toContain("warm.hard");
  });

  test("an illness of somebody near has its own word", () => {
    const player = begun();
    player.say("mijn man is ziek, dat was een zware tijd");
    expect(keys(player)[0]).toBe("sorrow.ill");
    expect(keys(player)).not.toContain("warm.hard");
  });

  test("a question to the bot beside it is answered, and the moment gets its word another time", () => {
    const player = begun("en");
    player.press("yes");
    player.say("it was hard, how long does this take");
    expect(keys(player).filter((key) => /^(?:warm|faq)\./.test(key))).toEqual(["faq.how_far"]);
    expect(player.state().warmed).toEqual([]);
  });

  test("a moment that is not told gets none", () => {
    const player = begun();
    player.press("yes");
    player.say("het was zwaar werk");
    expect(keys(player).some((key) => key.startsWith("warm."))).toBe(false);
  });
});
