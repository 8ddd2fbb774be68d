import { expect, test } from "vitest";
import { withPageChanges } from "../../src/dialogs/page-changes.ts";
import type { Experience } from "../../src/domain/passport.ts";
import { finding, nothingFound, startInterview } from "../support/interview-player.ts";

/** Told in the conversation: a garden as paid work, with an offer that waits. */
function told() {
  const player = startInterview((utterance) => ({
    ...nothingFound,
    experiences: [{ area: "paid_work", title: "Tuin bijhouden", organisation: null, start: null, end: null }],
    findings: ["snoei heggen", "maai gras"].map((quote) => finding(utterance, quote)),
  }));
  player.press("begin");
  player.say("ik snoei heggen en maai gras");
  return player.state();
}
const changed = (experience: Experience | undefined, changes: Partial<Experience>): Experience[] =>
  experience ? [{ ...experience, ...changes }] : [];

test("what was put right on the page is so in the conversation too, with what waits to be asked of it", () => {
  const state = told();
  const next = withPageChanges(state, { experiences: changed(state.experiences[0], { area: "volunteering", title: "Buurttuin" }) });
  expect(next.experiences).toMatchObject([{ area: "volunteering", title: "Buurttuin" }]);
  expect(next.offers.map(({ evidence }) => evidence.about)).toEqual(["volunteering", "volunteering"]);
});

test("where nothing was changed there, or only words, offers stay as they were", () => {
  const state = told();
  expect(withPageChanges(state, { experiences: state.experiences })).toBe(state);
  expect(withPageChanges(state, { experiences: [] })).toBe(state);
  expect(withPageChanges(state, { experiences: changed(state.experiences[0], { title: "Tuinen" }) }).offers).toEqual(state.offers);
});
