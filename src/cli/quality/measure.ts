import type { Skills } from "../../composition/skills.ts";
import type { Finding, Findings } from "../../domain/finding.ts";
import type { Language } from "../../domain/language.ts";
import { findAll } from "../../extraction/conversation-findings.ts";
import { type PersonaCounts, rightConcepts, scorePersona, uuidOf } from "../../extraction/evaluation.ts";
import { scoreTalk, type TalkCounts } from "../../extraction/talk-evaluation.ts";
import { rankOutcome } from "../../grounding/evaluation.ts";
import { type GroundedUtterance, groundUtterance } from "../ground-utterance.ts";
import { type Spread, spreadOf } from "../spread.ts";
import { type AlternativesFigures, alternativesFigures } from "./alternatives.ts";
import { listeningTo } from "./listening-finder.ts";
import { type Miss, withLabels } from "./misses.ts";
import type { GateOutcome, Outcomes } from "./outcomes.ts";
import { type Judged, type Reliability, reliabilityOf } from "./reliability.ts";
import type { QueryUnit, RowSet, Sets, TalkerUnit, TwiceUnit } from "./sets.ts";
import { talkMisses } from "./talk-misses.ts";

/** What one way of running the product gives on all sets; interviews are played apart. */
export interface Measured {
  readonly outcomes: Omit<Outcomes, "interviews">;
  readonly reliability: Readonly<Record<string, Reliability>>;
  readonly alternatives: AlternativesFigures;
  /** Milliseconds that grounding one text takes, by language. */
  readonly groundingMs: Readonly<Partial<Record<Language, Spread>>>;
  /** How many utterances of a set there were, and how many of them a model has read; the others the embedded extractor has. */
  readonly read: Readonly<Record<string, Reading>>;
  readonly misses: readonly Miss[];
}

export interface Reading {
  readonly utterances: number;
  readonly byModel: number;
}

/** What one set gave. */
interface OfSet<Outcome> {
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly found: readonly Findings[];
  readonly judged: readonly NamedJudged[];
  readonly misses: readonly Miss[];
}

interface NamedJudged extends Judged {
  /** What is judged together. */
  readonly name: string;
  /** The offer that was judged; absent where something else was. */
  readonly offer?: Finding;
}

type Ask = (text: string, language: Language) => Promise<GroundedUtterance>;

/** Ranks beyond this count as not found. */
const depth = 200;
const shownOfMiss = 5;

/** Asks everything once, one after another. @param onProgress texts, personas and talkers done */
export async function measure(skills: Skills, sets: Sets, onProgress: (done: number) => void): Promise<Measured> {
  const asked = new Map<string, { readonly language: Language; readonly grounded: GroundedUtterance }>();
  const ask: Ask = async (text, language) => {
    const key = `${language} ${text}`;
    const known = asked.get(key);
    if (known) return known.grounded;
    const grounded = await groundUtterance(skills, text, language, depth);
    asked.set(key, { language, grounded });
    onProgress(asked.size);
    return grounded;
  };
  const ranked = await each(sets.ranked, (set) => measureRanked(ask, set));
  const agreement = await each(sets.agreement, (set) => measureAgreement(ask, set));
  const gate = await each(sets.gate, (set) => measureGate(ask, set));
  const personas = await measurePersonas(skills, sets.personas, (done) => onProgress(asked.size + done));
  let talked = asked.size + sets.personas.length;
  const talk = await each(sets.talk, (set) => measureTalk(skills, set, () => onProgress((talked += 1))));

  const all: (readonly [name: string, ofSet: OfSet<unknown>])[] = [...ranked, ...agreement, ...gate, ["personas", personas], ...talk];
  const judged = all.flatMap(([, ofSet]) => ofSet.judged);
  const times = (wanted: Language) => [...asked.values()].flatMap(({ language, grounded }) => (language === wanted ? [grounded.groundingMs] : []));
  return {
    outcomes: {
      ranked: outcomesOf(ranked),
      agreement: outcomesOf(agreement),
      gate: outcomesOf(gate),
      personas: personas.outcomes,
      talk: outcomesOf(talk),
    },
    reliability: Object.fromEntries([...Map.groupBy(judged, ({ name }) => name)].map(([name, together]) => [name, reliabilityOf(together)])),
    alternatives: alternativesFigures(judged.flatMap(({ offer }) => offer ?? [])),
    groundingMs: Object.fromEntries(
      (["nl", "en"] as const).flatMap((language) => (times(language).length > 0 ? [[language, spreadOf(times(language))]] : [])),
    ),
    read: Object.fromEntries(all.map(([name, { found }]) => [name, readingOf(found)])),
    misses: all.flatMap(([, ofSet]) => ofSet.misses).map((miss) => withLabels(miss, skills.catalogue)),
  };
}

async function each<Row, Outcome, Kind extends RowSet<Row>>(sets: readonly Kind[], measureOne: (set: Kind) => Promise<OfSet<Outcome>>) {
  const measured: (readonly [name: string, ofSet: OfSet<Outcome>])[] = [];
  for (const set of sets) measured.push([set.name, await measureOne(set)]);
  return measured;
}

function outcomesOf<Outcome>(measured: readonly (readonly [string, OfSet<Outcome>])[]): Record<string, Record<string, Outcome>> {
  return Object.fromEntries(measured.map(([name, { outcomes }]) => [name, outcomes]));
}

async function measureRanked(ask: Ask, { name, rows }: RowSet<QueryUnit>): Promise<OfSet<ReturnType<typeof rankOutcome>>> {
  const measured = [];
  for (const { unit, kind, text, language, gold } of rows) {
    const { concepts, accepted, ranked, found } = await ask(text, language);
    const uris = concepts.map(({ uri }) => uri);
    const outcome = rankOutcome(uris, gold, accepted);
    const [first] = ranked;
    const judged: NamedJudged[] = first
      ? [{ name: `${familyOf(name)}, first concept`, probability: first.probability, accepted: gold.has(first.uri) }]
      : [];
    const miss: Miss = {
      set: name,
      kind,
      language,
      text,
      rank: outcome.ranks[0] ?? null,
      gold: [...gold],
      first: uris.slice(0, shownOfMiss),
      offered: accepted,
    };
    measured.push({ unit, outcome, found, miss, judged: [...judged, ...judgedOffers(name, found.findings, gold)] });
  }
  return {
    outcomes: Object.fromEntries(measured.map(({ unit, outcome }) => [unit, outcome])),
    found: measured.map(({ found }) => found),
    judged: measured.flatMap(({ judged }) => judged),
    misses: measured.map(({ miss }) => miss),
  };
}

async function measureAgreement(ask: Ask, { rows }: RowSet<TwiceUnit>): Promise<OfSet<boolean>> {
  const measured = [];
  for (const { unit, nl, en } of rows) {
    const [dutch, english] = [await ask(nl, "nl"), await ask(en, "en")];
    const [one, other] = [dutch.concepts[0]?.uri, english.concepts[0]?.uri];
    measured.push({ unit, isSame: one !== undefined && one === other, found: [dutch.found, english.found] });
  }
  return {
    outcomes: Object.fromEntries(measured.map(({ unit, isSame }) => [unit, isSame])),
    found: measured.flatMap(({ found }) => found),
    judged: [],
    misses: [],
  };
}

async function measureGate(ask: Ask, { name, language, rows }: Sets["gate"][number]): Promise<OfSet<GateOutcome>> {
  const measured = [];
  for (const { unit, kind, text, holdsSkill } of rows) {
    const { concepts, accepted, found } = await ask(text, language);
    const offered = accepted > 0;
    const first = concepts.slice(0, accepted).map(({ uri }) => uri);
    const missed: Miss[] = holdsSkill === offered ? [] : [{ set: name, kind, language, text, rank: null, gold: [], first, offered: accepted }];
    measured.push({ unit, outcome: { holdsSkill, offered }, found, missed });
  }
  return {
    outcomes: Object.fromEntries(measured.map(({ unit, outcome }) => [unit, outcome])),
    found: measured.map(({ found }) => found),
    // A phrase without a skill is told among those with one: whatever is offered for it is wrong.
    judged: name.startsWith("phrases_") ? measured.flatMap(({ found }) => judgedOffers(name, found.findings, new Set())) : [],
    misses: measured.flatMap(({ missed }) => missed),
  };
}

async function measurePersonas(skills: Skills, personas: Sets["personas"], onProgress: (done: number) => void): Promise<OfSet<PersonaCounts>> {
  const known = knownIn(skills);
  const listening = listeningTo(skills.finder);
  const measured = [];
  for (const { unit, persona } of personas) {
    const all = await findAll(persona.utterances, persona.lang, listening.finder);
    const found = listening.take();
    const right = rightConcepts(persona, all.offers);
    const gold = new Set(all.offers.flatMap(({ uri }) => (uri !== null && right.has(uuidOf(uri)) ? [uri] : [])));
    const offered = new Set(all.offers.map(({ uri }) => uri));
    const offers = found.flatMap(({ findings }) => findings).filter(({ concept }) => concept && offered.has(concept.uri));
    const missed = persona.gold.flatMap(({ uuid, level, evidence }): Miss[] => {
      const uri = known.get(uuid);
      if (level !== "core" || uri === undefined || offered.has(uri)) return [];
      const first = all.offers.flatMap((offer) =>
        offer.uri !== null && (offer.evidence.includes(evidence) || evidence.includes(offer.evidence)) ? [offer.uri] : [],
      );
      return [{ set: "personas", kind: persona.id, language: persona.lang, text: evidence, rank: null, gold: [uri], first, offered: first.length }];
    });
    measured.push({ unit, missed, counts: scorePersona(persona, all, new Set(known.keys())), found, judged: judgedOffers("personas", offers, gold) });
    onProgress(measured.length);
  }
  return {
    outcomes: Object.fromEntries(measured.map(({ unit, counts }) => [unit, counts])),
    found: measured.flatMap(({ found }) => found),
    judged: measured.flatMap(({ judged }) => judged),
    misses: measured.flatMap(({ missed }) => missed),
  };
}

/** Whole conversations, with verdicts on what was offered. Half right is neither yes nor no, so chances are not judged by them. */
async function measureTalk(skills: Skills, { name, rows }: RowSet<TalkerUnit>, onDone: () => void): Promise<OfSet<TalkCounts>> {
  const known = knownIn(skills);
  const listening = listeningTo(skills.finder);
  const measured = [];
  for (const { unit, talker } of rows) {
    const { offers } = await findAll(talker.utterances, talker.lang, listening.finder);
    measured.push({
      unit,
      counts: scoreTalk(talker, offers, new Set(known.keys())),
      found: listening.take(),
      missed: talkMisses(name, talker, offers, known),
    });
    onDone();
  }
  return {
    outcomes: Object.fromEntries(measured.map(({ unit, counts }) => [unit, counts])),
    found: measured.flatMap(({ found }) => found),
    judged: [],
    misses: measured.flatMap(({ missed }) => missed),
  };
}

/** The addresses of the taxonomy's concepts, by uuid. */
function knownIn({ catalogue }: Skills): ReadonlyMap<string, string> {
  return new Map([...catalogue.all()].map(({ uri }) => [uuidOf(uri), uri]));
}

function judgedOffers(set: string, findings: readonly Finding[], gold: ReadonlySet<string>): NamedJudged[] {
  return findings.flatMap((offer) =>
    offer.concept ? [{ name: `${familyOf(set)}, all offers`, probability: offer.probability, accepted: gold.has(offer.concept.uri), offer }] : [],
  );
}

/** Sets whose offers are judged together: phrases (to develop on), pairs (only to test with), vacancies (public), personas. */
function familyOf(set: string): string {
  if (set === "house" || set === "tech") return "vacancies";
  return set.split("_")[0] ?? set;
}

function readingOf(found: readonly Findings[]): Reading {
  return { utterances: found.length, byModel: found.filter(({ source }) => source.extractor === "model").length };
}
