/**
 * Fits how what was said around a few words bears out the concept that was found in them: `node scripts/fit-borne-out.ts [GOLD_FOLDER]`,
 * with the taxonomy in use (`DATA_DIR`). Writes `borneOut` into `taxonomy/calibration.json`.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openSkillsFor } from "../src/cli/shell.ts";
import { readConfig } from "../src/config.ts";
import type { GroundedConcept, Grounder } from "../src/domain/ports.ts";
import { findAll, type ListedOffer, type TalkedUtterance } from "../src/extraction/conversation-findings.ts";
import { rightConcepts, uuidOf } from "../src/extraction/evaluation.ts";
import { readPersonas } from "../src/extraction/gold.ts";
import { readTalkers, type Verdict } from "../src/extraction/gold-talk.ts";
import { type BorneOutFeatures, Calibration, logOdds } from "../src/grounding/calibration.ts";
import type { RankedConcept } from "../src/grounding/grounder.ts";
import type { Language } from "../src/domain/language.ts";
import { chanceOf, fitLogistic, type LogisticWeights } from "./logistic.ts";

/** Of what was right so much has to stay, by people who were held out. */
const mustStay = 0.98;
/** In examples. */
const ridge = 0.3;

interface Judged extends BorneOutFeatures {
  readonly set: string;
  readonly person: string;
  readonly verdict: Verdict;
}

const [gold = "tests/fixtures/gold"] = process.argv.slice(2);
const isRanked = (one: GroundedConcept): one is RankedConcept => "lead" in one;
const heard = new Map<string, BorneOutFeatures>();
const listening = (grounder: Grounder): Grounder => ({
  offerThreshold: grounder.offerThreshold,
  // All is offered that would be without these weights.
  ground: async (queries, topK) => {
    const answers = await grounder.ground(queries, topK);
    for (const { uri, probability: chance, score, whole } of answers.flat().filter(isRanked)) {
      const before = heard.get(uri);
      if (whole !== undefined && chance > (before?.chance ?? -1)) heard.set(uri, { chance, score, whole });
    }
    return answers.map((answer) => answer.map((one) => ({ ...one, isBorneOut: true })));
  },
});
const skills = await openSkillsFor(false, readConfig(), {
  around: { model: (one) => one, extractor: (one) => one, chooser: (one) => one, grounder: listening },
});

/** What is offered over a conversation, with what was heard of it when it was found first. */
async function offersTo(utterances: readonly TalkedUtterance[], language: Language): Promise<(ListedOffer & BorneOutFeatures)[]> {
  const features = new Map<string, BorneOutFeatures>();
  const { offers } = await findAll(utterances, language, {
    ...skills.finder,
    find: async (utterance, context) => {
      heard.clear();
      const findings = await skills.finder.find(utterance, context);
      for (const { concept } of findings.findings) {
        const known = concept && heard.get(concept.uri);
        if (known && !features.has(concept.uri)) features.set(concept.uri, known);
      }
      return findings;
    },
  });
  return offers.flatMap((offer) => {
    const known = offer.uri === null ? undefined : features.get(offer.uri);
    return known ? [{ ...offer, ...known }] : [];
  });
}

const judged: Judged[] = [];
for (const [set, folder] of [
  ["talk", join(gold, "talk")],
  ["second", join(gold, "talk", "second")],
] as const)
  for (const { id, lang, utterances, verdicts } of readTalkers(folder))
    for (const { uri, utterance, chance, score, whole } of await offersTo(utterances, lang)) {
      const verdict = verdicts[utterance]?.get(uuidOf(uri ?? ""));
      if (verdict) judged.push({ set, person: id, verdict, chance, score, whole });
    }
for (const persona of readPersonas(join(gold, "personas"))) {
  const offers = await offersTo(persona.utterances, persona.lang);
  const right = rightConcepts(persona, offers);
  for (const { uri, chance, score, whole } of offers)
    judged.push({ set: "personas", person: persona.id, verdict: right.has(uuidOf(uri ?? "")) ? "right" : "wrong", chance, score, whole });
}

const featuresOf = ({ chance, score, whole }: BorneOutFeatures) => [logOdds(chance), score, logOdds(whole)];
const fit = (some: readonly Judged[]): LogisticWeights =>
  fitLogistic(
    some.map((one) => ({ features: featuresOf(one), accepted: one.verdict === "wrong" ? 0 : 1 })),
    ridge,
  );
const people = new Set(judged.map(({ person }) => person));
const heldOut = [...people].flatMap((person) => {
  const weights = fit(judged.filter((one) => one.person !== person));
  return judged.filter((one) => one.person === person).map((one) => ({ ...one, borneOut: chanceOf(weights, featuresOf(one)) }));
});
const of = (some: readonly { readonly verdict: Verdict }[], verdict: Verdict) => some.filter((one) => one.verdict === verdict).length;
let least = 0;
for (let at = 0.2; at < 0.8; at += 0.01) {
  const stays = of(
    heldOut.filter(({ borneOut }) => borneOut >= at),
    "right",
  );
  if (stays >= mustStay * of(heldOut, "right")) least = Math.round(at * 100) / 100;
}
for (const set of new Set(judged.map((one) => one.set))) {
  const all = heldOut.filter((one) => one.set === set);
  const stay = all.filter(({ borneOut }) => borneOut >= least);
  const lines = (["right", "half", "wrong"] as const).map((verdict) => `${verdict} ${of(stay, verdict)} of ${of(all, verdict)}`);
  console.error(`${set}: of ${all.length} offers ${stay.length} stay: ${lines.join(", ")}`);
}
const [bias = 0, chance = 0, score = 0, whole = 0] = fit(judged).map((weight) => Math.round(weight * 1000) / 1000);
const path = join("taxonomy", "calibration.json");
const { offerThreshold, ...others } = Calibration.parse(JSON.parse(await readFile(path, "utf8")));
await writeFile(path, `${JSON.stringify({ ...others, borneOut: { bias, chance, score, whole, least }, offerThreshold }, null, 2)}\n`);
console.error(`borne out: bias ${bias}, chance ${chance}, score ${score}, whole ${whole}, least ${least}`);
process.exit(0);
