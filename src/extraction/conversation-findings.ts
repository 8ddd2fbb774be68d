import { isHeld } from "./credentials.ts";
import type { Area } from "../domain/area.ts";
import type { Finding, FoundCredential, FoundExperience, Withheld } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import { mostOffered, offerKey } from "../domain/offer.ts";
import type { SkillFinder } from "../domain/ports.ts";
import { isLanguageLabel } from "./language-skills.ts";
import { plain } from "./words.ts";

export interface TalkedUtterance {
  readonly about: Area | null;
  readonly text: string;
}

/** One offer as the `extract` command prints it; `utterances[utterance].text.slice(start, end) === evidence`. */
export interface ListedOffer {
  /** null: an own skill. */
  readonly uri: string | null;
  readonly label: string;
  readonly type: "skill" | "knowledge" | null;
  readonly evidence: string;
  readonly utterance: number;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly discovered: boolean;
}

export interface ListedCredential {
  readonly title: string;
  readonly institution: string | null;
  readonly date: string | null;
  readonly level: string | null;
}

export interface ConversationFindings {
  readonly offers: readonly ListedOffer[];
  readonly credentials: readonly ListedCredential[];
  readonly withheld: readonly { readonly reason: Withheld["reason"]; readonly utterance: number; readonly start: number; readonly end: number }[];
}

/** All that a person would be offered over a whole conversation: utterances one after another, with memory; first skills before second ones of the same words, each best first. */
export async function findAll(utterances: readonly TalkedUtterance[], language: Language, finder: SkillFinder): Promise<ConversationFindings> {
  const offered = new Set<string>();
  const told: FoundExperience[] = [];
  const found: { finding: Finding; utterance: number }[] = [];
  const credentials: FoundCredential[] = [];
  const withheld: { reason: Withheld["reason"]; utterance: number; start: number; end: number }[] = [];
  for (const [index, { about, text }] of utterances.entries()) {
    if (text.trim() === "") continue;
    const goesOn = told.findLast(({ area }) => area === about) ?? null;
    const findings = await finder.find({ id: String(index), text, about }, { language, question: null, goesOn, alreadyOffered: offered });
    told.push(...findings.experiences);
    for (const finding of findings.findings) {
      const key = offerKey(finding);
      if (offered.has(key)) continue;
      offered.add(key);
      found.push({ finding, utterance: index });
    }
    for (const credential of findings.credentials) addCredential(credentials, credential);
    withheld.push(...findings.withheld.map(({ reason, start, end }) => ({ reason, utterance: index, start, end })));
  }
  const concepts = eachThingFirst(found.filter(({ finding }) => finding.concept).sort((a, b) => b.finding.probability - a.finding.probability));
  const best = concepts.slice(0, mostOffered.offers);
  const ownRoom = Math.min(mostOffered.ownSkills, mostOffered.offers - best.length);
  const own = found.filter(({ finding }) => !finding.concept).slice(0, ownRoom);
  return {
    offers: [...best, ...own].map(({ finding, utterance }) => listed(finding, utterance, language)),
    // What was broken off is no credential; what is under way is left open.
    credentials: credentials.filter(isHeld).map(({ title, institution, date, level }) => ({ title, institution, date, level: level?.value ?? null })),
    withheld,
  };
}

/** One skill for each thing that was told, before any second one that the same words show. Languages are a thing each. @param found best first */
function eachThingFirst<One extends { readonly finding: Finding; readonly utterance: number }>(found: readonly One[]): One[] {
  const quotes = new Set<string>();
  const [firsts, seconds]: [One[], One[]] = [[], []];
  for (const one of found) {
    const { evidence, concept } = one.finding;
    const quote = `${one.utterance}:${evidence.start}-${evidence.end}`;
    const isSecond = quotes.has(quote) && !isLanguageLabel(concept?.label.en ?? "");
    quotes.add(quote);
    (isSecond ? seconds : firsts).push(one);
  }
  return [...firsts, ...seconds];
}

function listed(finding: Finding, utterance: number, language: Language): ListedOffer {
  const { concept, evidence, score, discovered } = finding;
  return {
    uri: concept?.uri ?? null,
    label: labelOf(finding, language),
    type: concept?.type ?? null,
    evidence: evidence.quote,
    utterance,
    start: evidence.start,
    end: evidence.end,
    score,
    discovered,
  };
}

function labelOf({ concept, ownLabel }: Finding, language: Language): string {
  return concept ? (concept.label[language] ?? concept.label[language === "nl" ? "en" : "nl"] ?? "") : (ownLabel ?? "");
}

function addCredential(all: FoundCredential[], found: FoundCredential): void {
  const at = all.findIndex((one) => plain(one.title).includes(plain(found.title)) || plain(found.title).includes(plain(one.title)));
  const same = all[at];
  if (!same) {
    all.push(found);
    return;
  }
  all[at] = {
    title: same.title.length >= found.title.length ? same.title : found.title,
    institution: same.institution ?? found.institution,
    date: same.date ?? found.date,
    level: same.level ?? found.level,
    finished: same.finished ?? found.finished,
  };
}
