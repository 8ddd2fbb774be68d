import { describe, expect, test } from "vitest";
import { FollowUp } from "../../src/domain/finding.ts";
import { textOf } from "../../src/dialogs/speech.ts";
import { interviewParts, isExperiencePart } from "../../src/dialogs/state.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { conceptCard, disclosure, finding, nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

const wording = loadWording();
const unclear = { nl: "snap ik niet", en: "I don't understand" } as const;
const languages = ["nl", "en"] as const;

function agreed(...options: Parameters<typeof startInterview>) {
  const player = startInterview(...options);
  player.press("begin");
  return player;
}
type Player = ReturnType<typeof agreed>;
const keys = (player: Player) => player.heard().map((message) => message.key);
const told = (player: Player) => player.heard().map((message) => textOf(message, disclosure, wording[player.state().language]));

describe.for(languages)("who does not understand a question (%s)", (language) => {
  test("gets it in an easier form with examples, and the second time the next one", () => {
    const player = agreed(undefined, { language });
    for (const part of interviewParts) {
      expect(player.question()).toBe(`open.${part}`);
      player.say(unclear[language]);
      expect(keys(player)).toEqual([`easier.${part}`]);
      player.say(unclear[language]);
      expect(keys(player)[0]).toBe("easier.skipped");
    }
    expect(player.question()).toBe("closed.ask");
    expect(player.passport().skipped).toContain("paid_work");
  });

  test("a follow-up, and whether there is more", () => {
    const player = agreed(undefined, { language });
    while (player.question() !== "open.paid_work") player.say("skip");
    player.say("ik *kook*");
    player.press("yes");
    expect(player.question()).toBe("follow_up_about.what");
    player.say(unclear[language]);
    expect(keys(player)).toEqual(["easier_follow_up.what"]);
    player.say(unclear[language]);
    expect(keys(player)).toEqual(["easier.skipped", "follow_up_about.how"]);
    player.say("skip");
    expect(player.question()).toBe("more.paid_work");
    player.say(unclear[language]);
    expect(keys(player)).toEqual(["easier_more.paid_work"]);
    player.say(unclear[language]);
    expect(keys(player)).toEqual(["easier.skipped", "summary.ask"]);
    player.say(unclear[language]);
    expect(keys(player)).toEqual(["easier_step.summary", "summary.ask"]);
  });

  test("an answer to the easier form is heard as any other", () => {
    const player = agreed(undefined, { language });
    player.say(unclear[language]);
    player.say("ik *kook*");
    expect(player.question()).toBe("offer.ask");
  });

  test("an offer is told by its meaning and asked again; the second time it waits", () => {
    const card = conceptCard("kook", { meaning: { nl: "Dat je eten maakt.", en: "That you make food." } });
    const player = agreed((utterance) => ({ ...nothingFound, findings: [finding(utterance, "kook", { concept: card })] }), { language });
    player.say("ik kook");
    player.say(unclear[language]);
    expect(told(player)[0]).toContain(card.meaning[language]);
    expect(player.question()).toBe("offer.ask_explained");
    player.say(unclear[language]);
    expect(keys(player)[0]).toBe("offer.kept_for_later");
    expect(player.passport()).toMatchObject({ claims: [], offers: [{ state: "later" }] });
  });

  test("a skill without a meaning is told by what it belongs to", () => {
    const card = conceptCard("kook", { meaning: { nl: null, en: null }, group: { nl: "horeca", en: "catering" } });
    const player = agreed((utterance) => ({ ...nothingFound, findings: [finding(utterance, "kook", { concept: card })] }), { language });
    player.say("ik kook");
    player.say(unclear[language]);
    expect(told(player)[0]).toContain(card.group[language]);
  });

  test("“what is not right?” is said more simply, and nothing is decided", () => {
    const player = agreed(undefined, { language });
    player.say("ik *kook*");
    player.press("no");
    player.say(unclear[language]);
    expect(keys(player)).toEqual(["easier_step.wrong", "wrong.ask"]);
    player.press("own_words");
    player.say(unclear[language]);
    expect(keys(player)).toEqual(["easier_step.own_words", "own_words.ask"]);
    expect(player.passport().claims).toEqual([]);
  });

  test("before agreeing nothing is agreed to or kept by it", () => {
    const player = startInterview(undefined, { language });
    player.say(unclear[language]);
    expect(keys(player)).toEqual(["easier_step.consent", "opening.ask"]);
    expect(player.outcome()).toMatchObject({ keepText: false, work: [], claimEvents: [] });
    expect(player.state().consentedAt).toBeNull();
  });

  test("every question has its easier form, with two or three examples", () => {
    const easier = [
      ...interviewParts.map((part) => `easier.${part}`),
      ...interviewParts.filter(isExperiencePart).map((part) => `easier_more.${part}`),
      ...FollowUp.options.map((followUp) => `easier_follow_up.${followUp}`),
    ];
    for (const key of easier) {
      const [, examples = ""] = wording[language].say(key).split(/Bijvoorbeeld: |For example: /);
      const listed = (examples.split(/[.]/)[0] ?? "").split(/, | of | or | en dan | then /).filter((each) => each.trim() !== "");
      expect(listed.length, key).toBeGreaterThanOrEqual(2);
    }
  });
});

describe.for([
  ["nl", "weet ik niet", "geen idee"],
  ["en", "I don't know", "no idea"],
] as const)("who does not know (%s)", ([language, first, second]) => {
  test("what to say to an open question is helped with other words, and then it goes on", () => {
    const player = agreed(starredFindings, { language });
    player.say(first);
    expect(keys(player)).toEqual(["easier.day"]);
    player.say(second);
    expect(keys(player)).toEqual(["easier.skipped", "open.paid_work"]);
  });

  test("how it was done is helped too", () => {
    const player = agreed(undefined, { language });
    player.say("ik *kook*");
    player.press("yes");
    player.say(first);
    expect(keys(player)).toEqual(["easier_follow_up.what"]);
    player.say(second);
    expect(keys(player)[0]).toBe("easier.skipped");
  });

  test("whether a skill is right is told what it means, and then it waits", () => {
    const card = conceptCard("kook", { meaning: { nl: "Dat je eten maakt.", en: "That you make food." } });
    const player = agreed((utterance) => ({ ...nothingFound, findings: [finding(utterance, "kook", { concept: card })] }), { language });
    player.say("ik kook");
    player.say(first);
    expect(told(player)[0]).toContain(card.meaning[language]);
    expect(player.question()).toBe("offer.ask_explained");
    player.say(second);
    expect(keys(player)[0]).toBe("offer.kept_for_later");
  });
});

describe("who asks what a word is", () => {
  test.for([
    ["nl", "wat is kookmanieren?"],
    ["nl", "wat betekent beheerst"],
    ["en", "what is techniques?"],
    ["en", "what does apply mean"],
  ] as const)("%s: “%s” beside an offer gets its meaning, and not “choose first”", ([language, said]) => {
    const player = agreed(
      (utterance) => ({
        ...starredFindings(utterance),
        findings: [finding(utterance, "kook", { concept: conceptCard("koken", { meaning: { nl: "Eten maken.", en: "Making food." } }) })],
      }),
      { language },
    );
    player.say("ik kook");
    player.say(said);
    expect(keys(player)).toEqual(["offer.plainly", "offer.ask_explained"]);
    expect(told(player)[0]).toContain(language === "nl" ? "Eten maken." : "Making food.");
  });

  test("a story that begins so is read", () => {
    const player = agreed();
    player.say("wat is er nog meer: ik *kook* voor de hele straat");
    expect(player.question()).toBe("offer.ask");
  });
});
