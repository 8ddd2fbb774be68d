import type { Finding } from "../domain/finding.ts";
import { settledKeys } from "../domain/passport.ts";
import type { Found, Outcome } from "./events.ts";
import { keepCredentials, keepExperiences, keepOffers } from "./keep-found.ts";
import { withoutSpans } from "./kept-text.ts";
import { nextMissing } from "./missing-skills.ts";
import { offerNext, startRound } from "./offers.ts";
import { say, withState } from "./outcome.ts";
import { comfort } from "./rest.ts";
import { tellsWhyNot } from "./refusals.ts";
import { evidenceTyped } from "./typed-evidence.ts";

/** Fewer words tell nothing of how something was done. */
const fewestWords = 3;

/** The skill that was asked about, on the holder's own words: as it was found in them, else on the longest of them that may be kept.
 *  null where they say that it was not done, or say too little. */
function findingOf({ utterance, findings }: Found, skill: Finding["concept"]): Finding | null {
  const found = findings.findings.find(({ concept }) => concept?.uri === skill?.uri);
  if (found) return { ...found, probability: 1 };
  const about = findings.findings[0]?.evidence.about ?? findings.experiences[0]?.area ?? "informal_learning";
  const words = withoutSpans(utterance.text, findings.sensitive);
  const evidence = evidenceTyped({ text: utterance.text, activityId: utterance.id }, words, about);
  if (evidence === null || tellsWhyNot(utterance.text) || evidence.quote.trim().split(/\s+/).length < fewestWords) return null;
  return { concept: skill, ownLabel: null, alternatives: [], evidence, score: 1, probability: 1, discovered: false };
}

/** What was told of a skill that the goal asks: put to the holder as an offer, with the words it rests on; nothing is claimed without a yes. */
export function onMissingTold(outcome: Outcome, event: Found): Outcome {
  const { asking, goal } = outcome.state;
  if (asking.step !== "tell_missing" || goal === null) return outcome;
  const { skill } = asking;
  const own = findingOf(event, skill);
  const others = event.findings.findings.filter(({ concept }) => concept?.uri !== skill.uri);
  const findings = own === null ? others : [own, ...others];
  const heard: Found = { ...event, findings: { ...event.findings, findings } };
  const fresh = withState(outcome, { experienceId: null });
  const { outcome: kept, told } = findings.length > 0 ? keepExperiences(fresh, heard) : { outcome: fresh, told: [] };
  const read = keepOffers(keepCredentials(kept, heard), heard, told);
  if (event.findings.distress) return comfort(read);
  const round = startRound(read, event.utterance.id);
  const isSettled = settledKeys(event.passport).includes(skill.uri);
  const next = offerNext(round);
  if (next) return next;
  return nextMissing(say(round, isSettled ? "noted.heard" : "goal.too_little"));
}
