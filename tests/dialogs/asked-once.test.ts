import { describe, expect, test } from "vitest";
import { beginsWithNone, saysNothingToTell } from "../../src/dialogs/denials.ts";
import type { Part } from "../../src/dialogs/state.ts";
import type { FoundCredential } from "../../src/domain/finding.ts";
import { nothingFound, type Player, startInterview, starredFindings } from "../support/interview-player.ts";

const paper = (title: string): FoundCredential => ({ title, institution: null, date: null, level: null, finished: true });

/** Reads "*…*" as skills, "[…]" as an experience of that name, and "<…>" as a paper. */
function open(part: Part, language: "nl" | "en" = "nl"): Player {
  const player = startInterview(
    (utterance) => {
      const titles = [...utterance.text.matchAll(/\[(.+?)\]/g)].map((match) => match[1] ?? "");
      const papers = [...utterance.text.matchAll(/<(.+?)>/g)].map((match) => paper(match[1] ?? ""));
      return {
        ...(utterance.text.includes("*") ? starredFindings(utterance) : nothingFound),
        experiences: titles.map((title) => ({ area: utterance.about ?? "paid_work", title, organisation: null, start: null, end: null })),
        credentials: papers,
        followUps: [],
      };
    },
    { language },
  );
  player.press("begin");
  goTo(player, part);
  return player;
}
function goTo(player: Player, part: Part): void {
  for (let turn = 0; turn < 40 && !new RegExp(`^open(?:_touched)?\\.${part}$`).test(player.question()); turn++)
    player.press(player.question() === "summary.ask" ? "yes" : "skip");
}

describe("a no with words closes the question", () => {
  test.for([
    "daar heb ik helemaal geen zin in",
    "nee, nooit tijd voor gehad",
    "doe ik ook niet",
    "niks dus, ik zeg toch dat ik daar geen tijd voor heb",
    "oh nee, doe ik niet hoor",
    "nergens",
    "I don't have any time for that",
    "nothing really, no energy",
    "no, never did anything like that",
  ])("“%s” tells nothing", (said) => {
    expect(saysNothingToTell(said)).toBe(true);
    expect(beginsWithNone(said)).toBe(true);
  });
  test.for([
    "nooit te laat gekomen",
    "ik geef niet op",
    "geen dag hetzelfde, altijd met mensen",
    "ik kan niks",
    "niet alleen koken maar ook bakken",
    "I never give up",
    "no idea who taught me, but I sew",
    "niet veel, een beetje tuinieren",
  ])("“%s” tells something, or asks for more", (said) => {
    expect(saysNothingToTell(said)).toBe(false);
  });

  test.for([
    ["volunteering", "nl", "nee daar heb ik geen tijd voor"],
    ["hobby", "nl", "ook niet"],
    ["hobby", "en", "I don't have the time for anything"],
    ["volunteering", "nl", "nee, gestopt na een jaar"],
  ] as const)("%s, %s, “%s”: on to the next part", ([part, language, said]) => {
    const player = open(part, language);
    player.say(said);
    expect(player.state().part).not.toBe(part);
    expect(player.question()).toMatch(/^open/);
  });

  test("no to the one thing that was asked for: not asked for once more", () => {
    const player = open("volunteering");
    player.say("tja, dat is zo'n ding");
    expect(player.question()).toBe("follow_up_concrete.volunteering");
    player.say("niks");
    expect(player.state().part).not.toBe("volunteering");
  });
});

describe("each question is asked once", () => {
  test("whether there is more: once in the same words, and not at all after a no with a story", () => {
    const player = open("paid_work");
    player.say("[Zomer in de kassen bij een heel groot bedrijf in het westland] *tomaten plukken*");
    player.press("yes");
    const asked = [player.question()];
    for (let turn = 0; turn < 6 && player.state().part === "paid_work"; turn++) {
      player.say(`[Werk nummer ${turn} met een naam die veel te lang is om te noemen] *doen ${turn}*`);
      if (player.question().startsWith("offer")) player.press("yes");
      if (player.state().asking.step === "more") asked.push(player.question());
      if (player.question() === "summary.ask") break;
    }
    expect(asked).toEqual(["more.paid_work", "more_again"]);
  });

  test("more jobs by their names are asked on about, each once", () => {
    const player = open("paid_work");
    player.say("[Bakker] *brood bakken*");
    player.press("yes");
    expect(player.question()).toBe("more.paid_work");
    player.say("[Kapper] *knippen*");
    player.press("yes");
    expect(player.question()).toBe("more_besides");
    player.say("[Kok] *koken*");
    player.press("yes");
    expect(player.question()).toBe("more_besides");
    player.say("nee alleen dat, en [Kok] *bestellen*");
    player.press("yes");
    expect(player.question()).toBe("summary.ask");
  });

  test("one job of several is not named twice; whoever reads the answer is told the question as ever", () => {
    const player = open("paid_work");
    for (const said of ["[Slager] *worst draaien*", "[Schipper] *varen*", "[Schipper] *aanleggen*"]) {
      player.say(said);
      player.press("yes");
    }
    expect(player.question()).toBe("more_again");
    player.say("[Schipper] *het dek schrobben*");
    const read = player.work().flatMap((work) => (work.kind === "find_skills" ? [work.questionKey] : []));
    expect(read.at(-1)).toBe("more.paid_work");
  });

  test.for([
    ["nl", "geen andere baan, alleen deze. ik *veeg* daar ook"],
    ["nl", "nee zei ik al. wel nog dit, ik *veeg* ook"],
    ["en", "no other jobs. I *sweep* there too"],
  ] as const)("%s: “%s” is read, and there is no more", ([language, said]) => {
    const player = open("paid_work", language);
    player.say("[Bakker] *brood*");
    player.press("yes");
    expect(player.question()).toBe("more.paid_work");
    player.say(said);
    expect(player.question()).toBe("offer.ask");
    player.press("yes");
    expect(player.question()).toBe("summary.ask");
  });

  test("asked whether there is more work, nothing of another part of life is named", () => {
    const player = startInterview((utterance) => ({
      ...starredFindings(utterance),
      followUps: [],
      experiences: utterance.text.includes("vader")
        ? [{ area: "family_care", title: "Zorg voor mijn vader", organisation: null, start: null, end: null }]
        : [{ area: "paid_work", title: "Bakker", organisation: null, start: null, end: null }],
    }));
    player.press("begin");
    player.say("ik *bak brood*");
    player.press("yes");
    expect(player.question()).toBe("open_touched.paid_work");
    player.say("ik *help mijn vader*");
    player.press("yes");
    expect(player.question()).toBe("more.paid_work");
  });

  test.for([
    ["<Vmbo kader> en <VCA> heb ik", ["open_told.course", "open_told.diploma"]],
    ["<A-levels> I did", ["open.course", "open_told.diploma"]],
    ["ik had een atelier in Homs", ["open_touched.self_employed"]],
    ["we ran a small shop in Leeds", ["open_touched.self_employed"]],
    ["geen eigen zaak gehad, <VCA> wel", ["open.self_employed", "open_told.course"]],
  ] as const)("“%s” told elsewhere: more of it is asked, and not all of it", ([said, expected]) => {
    const player = open("paid_work");
    player.say(`[Bakker] *brood* ${said}`);
    const seen = new Set<string>();
    for (let turn = 0; turn < 60 && player.state().phase === "talking"; turn++) {
      seen.add(player.question());
      player.press(player.question() === "summary.ask" || player.question().startsWith("offer") ? "yes" : "skip");
    }
    for (const key of expected) expect([...seen]).toContain(key);
  });

  test.for([
    ["nl", "Ik wil graag lasser worden", false],
    ["nl", "websites maken ik wil leren. rust vind ik fijn", false],
    ["en", "I want to become a nurse", false],
    ["nl", "rust in de tent", true],
  ] as const)("%s: what somebody wants is asked anew after “%s”: %s", ([language, said, isAsked]) => {
    const player = open("motive", language);
    player.say(said);
    if (player.question() === "open.motive") player.press("skip");
    expect(player.question()).toBe(isAsked ? "open.goal" : "open_touched.goal");
  });
});
