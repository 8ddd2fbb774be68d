import { expect, test } from "vitest";
import { scoreTalk } from "../../src/extraction/talk-evaluation.ts";
import { offerFrom as offer, talkerOf as talker } from "../support/made-up-talk.ts";

const known = new Set(["fold", "polish", "sweep", "climb"]);

test("each concept is right, half, wrong or not judged; own words are counted apart", () => {
  const offers = [offer(0, "fold"), offer(0, "sweep"), offer(1, "polish"), offer(1, "climb"), offer(1, null)];
  expect(scoreTalk(talker({ fold: "right", sweep: "half" }, { polish: "wrong" }), offers, known)).toEqual({
    right: 1,
    half: 1,
    wrong: 1,
    notJudged: 1,
    own: 1,
    fitting: 1,
  });
});

test("a verdict holds for the message that it was given on, and for no other", () => {
  const twice = talker({ fold: "wrong" }, { fold: "right" }, {});
  expect(scoreTalk(twice, [offer(1, "fold")], known)).toMatchObject({ right: 1, wrong: 0, notJudged: 0 });
  expect(scoreTalk(twice, [offer(0, "fold")], known)).toMatchObject({ right: 0, wrong: 1, notJudged: 0 });
  expect(scoreTalk(twice, [offer(2, "fold")], known)).toMatchObject({ right: 0, wrong: 0, notJudged: 1 });
});

test("what fits at two places is one concept to find, and what the taxonomy lacks is none", () => {
  const fits = talker({ fold: "right", elsewhere: "right" }, { fold: "right", polish: "half" });
  expect(scoreTalk(fits, [], known)).toEqual({ right: 0, half: 0, wrong: 0, notJudged: 0, own: 0, fitting: 1 });
  expect(scoreTalk(fits, [offer(1, "fold")], known)).toMatchObject({ right: 1, fitting: 1 });
});
