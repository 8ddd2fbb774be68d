import { expect, test } from "vitest";
import { interview } from "../../src/dialogs/interview.ts";
import { withPageChanges } from "../../src/dialogs/page-changes.ts";
import type { Experience } from "../../src/domain/passport.ts";
import { finding, nothingFound, startInterview } from "../support/interview-player.ts";

/** Told in the conversation: a garden as paid work, with an offer that waits. */
function told() {
  const player = startInterview((utterance) => ({
    ...nothingFound,
    experiences: [{ area: "paid_work", title: "Tuin bijhouden", organisation: null, start: null, end: null }],
    credentials: [{ title: "Cursus snoeien", institution: null, date: null, level: null, finished: null }],
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
  const { credentials } = state;
  const next = withPageChanges(state, { credentials, experiences: changed(state.experiences[0], { area: "volunteering", title: "Buurttuin" }) });
  expect(next.experiences).toMatchObject([{ area: "volunteering", title: "Buurttuin" }]);
  expect(next.offers.map(({ evidence }) => evidence.about)).toEqual(["volunteering", "volunteering"]);
});

test("what was heard of another part of life stays there", () => {
  const before = told();
  const offers = before.offers.map((each) => ({ ...each, evidence: { ...each.evidence, about: "hobby" as const } }));
  const state = { ...before, offers };
  expect(withPageChanges(state, { ...state, experiences: changed(state.experiences[0], { area: "volunteering" }) }).offers).toEqual(offers);
});

test("the part of life into which something was put is asked on about, and not as if nothing was told", () => {
  const state = told();
  const { credentials } = state;
  expect(state.parts.volunteering).toBe("open");
  const next = withPageChanges(state, { credentials, experiences: changed(state.experiences[0], { area: "volunteering" }) });
  expect(next.parts).toEqual({ ...state.parts, volunteering: "touched" });
  const done = { ...state, parts: { ...state.parts, volunteering: "done" as const } };
  expect(withPageChanges(done, { credentials, experiences: next.experiences }).parts.volunteering).toBe("done");
});

test("a paper is as it stands there now", () => {
  const state = told();
  const { experiences } = state;
  const next = withPageChanges(state, { experiences, credentials: state.credentials.map((each) => ({ ...each, title: "Cursus enten" })) });
  expect(next.credentials.map(({ title }) => title)).toEqual(["Cursus enten"]);
  expect(withPageChanges(state, { experiences, credentials: [] }).credentials).toEqual([]);
});

test("what was taken away there is gone here too, and what was heard with it stays", () => {
  const state = told();
  const next = withPageChanges(state, { experiences: [], credentials: state.credentials });
  expect(next).toMatchObject({ experiences: [], experienceId: null });
  expect(next.offers.map(({ evidence, experienceId }) => [evidence.quote, experienceId])).toEqual([
    ["snoei heggen", null],
    ["maai gras", null],
  ]);
});

test("where nothing was changed there, or only words, offers stay as they were", () => {
  const state = told();
  expect(withPageChanges(state, state)).toBe(state);
  expect(withPageChanges(state, { ...state, experiences: changed(state.experiences[0], { title: "Tuinen" }) }).offers).toEqual(state.offers);
});

test("what was taken away there does not come back with what is said of it", () => {
  const player = startInterview((utterance) => ({
    ...nothingFound,
    experiences: [{ area: "paid_work", title: "Tuin bijhouden", organisation: null, start: null, end: null }],
    findings: [finding(utterance, "snoei heggen")],
  }));
  player.press("begin");
  player.say("ik snoei heggen");
  const passport = { ...player.passport(), experiences: [] };
  const answered = { type: "answered", at: "2026-03-02T20:00:00Z", activityId: "z", action: null, passport } as const;
  const { claimEvents, messages } = interview(player.state(), { ...answered, text: "ja, bij de Coop in Borne" });
  expect(claimEvents.map(({ type }) => type)).toEqual(["claim_confirmed"]);
  expect(messages.map(({ key }) => key)).not.toContain("noted.added");
});
