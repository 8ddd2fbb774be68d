import { describe, expect, test } from "vitest";
import type { Findings, FollowUp } from "../../src/domain/finding.ts";
import { nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

/** An interview at its question about hobbies, in which the first answer tells of a choir. */
function askedAboutHobbies(followUps: FollowUp[]) {
  let told = 0;
  const player = startInterview((utterance): Findings => {
    if (!utterance.text.includes("*")) return nothingFound;
    told += 1;
    const choir = { area: "hobby", title: "Koor dirigeren", organisation: null, start: null, end: null } as const;
    return { ...starredFindings(utterance), experiences: told === 1 ? [choir] : [], followUps };
  });
  player.press("begin");
  while (player.question() !== "open.hobby") player.press("skip");
  const tell = (text: string) => {
    player.say(text);
    return player.work().findLast((work) => work.kind === "find_skills")?.goesOn ?? null;
  };
  return { player, tell };
}

describe("what an answer goes on about", () => {
  test("nothing where it is the first; what was told of where it was asked on about", () => {
    const { player, tell } = askedAboutHobbies(["how"]);
    expect(tell("ik *leid een koor*")).toBeNull();
    while (player.question().startsWith("offer")) player.press("yes");
    expect(player.state().asking.step).toBe("follow_up");
    expect(tell("ik *kies de stukken*")).toEqual({ area: "hobby", title: "Koor dirigeren" });
  });

  test("nothing where something else was asked for", () => {
    const { player, tell } = askedAboutHobbies([]);
    tell("ik *leid een koor*");
    while (player.question().startsWith("offer")) player.press("yes");
    expect(player.state().asking.step).toBe("more");
    expect(tell("ik *brei truien*")).toBeNull();
  });
});
