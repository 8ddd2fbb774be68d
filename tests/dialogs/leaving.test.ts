import { expect, test } from "vitest";
import { startInterview } from "../support/interview-player.ts";

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
