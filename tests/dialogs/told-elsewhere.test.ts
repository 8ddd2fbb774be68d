import { expect, test } from "vitest";
import { nothingFound, startInterview } from "../support/interview-player.ts";

function at(part: string) {
  const player = startInterview(() => nothingFound);
  player.press("begin");
  while (player.state().part !== part) player.press("skip");
  return player;
}

test("a part of life that is named in passing is asked for more of, and not all of it", () => {
  const player = at("paid_work");
  player.say("ik deed vroeger vrijwilligerswerk");
  expect(player.state().parts.volunteering).toBe("touched");
});

test("named where it is asked about, with nothing told, it is not told of yet", () => {
  const player = at("volunteering");
  player.say("ik deed vroeger vrijwilligerswerk");
  expect(player.state().parts.volunteering).toBe("open");
});
