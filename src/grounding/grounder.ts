import type { Concept, ConceptCatalogue } from "../domain/concept.ts";
import { DependencyError } from "../domain/errors.ts";
import type { Language } from "../domain/language.ts";
import type { ConceptIndex, Embedder, Embedding, GroundedConcept, Grounder, GroundingQuery, ScoredConcept, Surroundings } from "../domain/ports.ts";
import { probabilityOf, uncalibrated, type Calibration } from "./calibration.ts";
import { clausesOf } from "./clauses.ts";
import { createTurns, type InTurn } from "./in-turns.ts";
import type { LexicalIndex } from "./lexical-index.ts";
import { nearerTopic } from "./nearer-topic.ts";
import type { Retrieved, SaidWords, Verifier } from "./verifier.ts";

export interface GrounderParts {
  readonly catalogue: ConceptCatalogue;
  readonly lexical: LexicalIndex;
  /** Search by meaning; absent where no embedding weights could be had. The embedder reads both languages. */
  readonly dense?: { readonly embedder: Embedder; readonly index: ConceptIndex } | undefined;
  readonly calibration?: Calibration | undefined;
  /** Verifies what is found in words where it is given what was said around them; absent for embedders that it did not learn from. */
  readonly verifier?: Verifier | undefined;
  /** Told when search by meaning does not answer; search by words then goes on alone. Without it the error is thrown. */
  readonly onMeaningUnavailable?: ((error: DependencyError) => void) | undefined;
}

/** Concepts looked at more closely, of each kind of search. */
const retrieved = 200;
/** What was said together means one of so many; what comes behind them is not meant. */
const meantTogether = 60;
/** How much each text of a query counts. A model's English wording says best what is meant. */
const shares = { alone: 1, clauses: 0.7, english: 1, general: 0.35, beside: 0.15, context: 0.5, together: 0.4 } as const;

/** A grounded concept with what its probability was read from, besides the score; a verifier reads it too. */
export interface RankedConcept extends GroundedConcept {
  /** Share of the query's words found in the concept's texts, 0..1. */
  readonly lexical: number;
  /** See {@link leadOver}. */
  readonly lead: number;
}

export interface RankingGrounder extends Grounder {
  ground(queries: readonly GroundingQuery[], topK: number): Promise<readonly (readonly RankedConcept[])[]>;
}

interface Wording {
  readonly text: string;
  readonly language: Language;
  readonly share: number;
  /** Wordings with the same part count as one, by the best of them. */
  readonly part: number;
  readonly isOurs?: boolean;
}

/** Text to concepts: search by meaning and by words, joined by weight, a small lead for skills that many can use; of equals those that people understand first. */
export function createGrounder(parts: GrounderParts): RankingGrounder {
  const { catalogue, lexical, dense, calibration = uncalibrated, verifier, onMeaningUnavailable } = parts;
  const inTurn = createTurns();
  // Of the product's own wordings only, some dozens: what people say is forgotten.
  const remembered = new Map<string, Read>();

  /** null: by words alone. */
  async function meaningOf(texts: readonly Said[]): Promise<FoundByMeaning | null> {
    if (!dense) return null;
    try {
      return await searchMeaning(dense, texts, remembered);
    } catch (error) {
      if (!(error instanceof DependencyError) || !onMeaningUnavailable) throw error;
      onMeaningUnavailable(error);
      return null;
    }
  }

  return {
    offerThreshold: calibration.offerThreshold,
    ground: async (asked, topK) => {
      // Where nothing would be read from it, nobody's words are searched for.
      const surroundings = dense && verifier ? surroundingsOf(asked) : [];
      const queries: GroundingQuery[] = [...asked, ...surroundings];
      const wordings = [...asked.map(wordingsOf), ...surroundings.map(wordingsTogether)];
      // By words while others read and compare.
      const [found, said] = await Promise.all([
        meaningOf([...wordings.flat(), ...queries.flatMap(topicOf)]),
        searchAllWords(searchingOnce(lexical, inTurn), wordings),
      ]);
      const answers: RankedConcept[][] = [];
      for (const [i, query] of queries.entries()) {
        const [ofQuery, words] = [wordings[i] ?? [], said[i] ?? new Map<string, number>()];
        const meant = await inTurn(() => (found ? meantBy(query, ofQuery, found) : new Map<string, number>()));
        const most = i < asked.length ? topK : meantTogether;
        answers.push(await inTurn(() => rank({ catalogue, calibration, query, topK: most, hasDense: found !== null, meant, words })));
      }
      const wholes = new Map(surroundings.map((one, at) => [wordingKey(one), answers[asked.length + at] ?? []]));
      const out: (readonly RankedConcept[])[] = [];
      for (const [at, query] of asked.entries()) {
        const answer = answers[at] ?? [];
        const said = found && saidWords(query, found);
        const whole = query.surroundings && wholes.get(wordingKey(query.surroundings));
        out.push(verifier && said && whole ? await inTurn(() => verify(verifier, said, answer, whole)) : answer);
      }
      return out;
    },
  };
}

/** Each text once. */
function surroundingsOf(queries: readonly GroundingQuery[]): Surroundings[] {
  return [...new Map(queries.flatMap(({ surroundings }) => (surroundings ? [[wordingKey(surroundings), surroundings] as const] : []))).values()];
}

/** The whole, and the best of its parts, which are searched for already: in a list of tasks each of them is meant. */
function wordingsTogether({ text, language, parts }: Surroundings): Wording[] {
  return [
    { text, language, share: shares.alone, part: 0 },
    ...parts.filter((part) => part !== text).map((part) => ({ text: part, language, share: shares.together, part: 1 })),
  ];
}

/** Null where nothing was given that was said around, or its meaning is not known. */
function saidWords(query: GroundingQuery, found: FoundByMeaning): SaidWords | null {
  const { text, language, isOurs = false, surroundings } = query;
  const vector = found.get(wordingKey({ text, language }))?.vector;
  const around = surroundings && found.get(wordingKey(surroundings))?.vector;
  return vector && around ? { text, isOurs, vector, around } : null;
}

/** @param whole what all that was said around means, best first */
function verify(verifier: Verifier, said: SaidWords, found: readonly RankedConcept[], whole: readonly RankedConcept[]): readonly RankedConcept[] {
  const wholes = new Map(whole.map(({ uri, probability }) => [uri, probability]));
  const chances = verifier.verify(
    said,
    found.map(({ uri, probability, ...one }): Retrieved => ({ ...one, chance: probability, whole: wholes.get(uri) ?? 0 })),
  );
  return found.map((one, at) => {
    const verifiedChance = chances[at];
    return verifiedChance === undefined ? one : { ...one, verifiedChance };
  });
}

function wordingsOf({ text, language, en, enGeneral, context, isOurs = false }: GroundingQuery): Wording[] {
  if (isOurs) return [{ text, language, share: shares.alone, part: 0, isOurs }];
  if (en || enGeneral) {
    return [
      { text: en ?? enGeneral ?? "", language: "en", share: shares.english, part: 0 },
      ...(en && enGeneral ? [{ text: enGeneral, language: "en" as const, share: shares.general, part: 1 }] : []),
      { text, language, share: shares.beside, part: 2 },
    ];
  }
  return [
    { text, language, share: shares.alone, part: 0 },
    ...clausesOf(text).map((clause) => ({ text: clause, language, share: shares.clauses, part: 1 })),
    ...(context && context !== text ? [{ text: context, language, share: shares.context, part: 2 }] : []),
  ];
}

type Said = Pick<Wording, "text" | "language" | "isOurs">;

/** What was told before leads among what words may mean; what a model worded says itself what is meant. */
const topicOf = ({ topic, language, en, enGeneral }: GroundingQuery): Said[] => (topic && !en && !enGeneral ? [{ text: topic, language }] : []);

/** A text's vector, and what search by meaning gave for it, best first. */
interface Read {
  readonly vector: Embedding;
  readonly nearest: readonly ScoredConcept[];
}
type FoundByMeaning = ReadonlyMap<string, Read>;

const wordingKey = ({ text, language }: Said) => `${language} ${text}`;

async function searchMeaning(
  { embedder, index }: { readonly embedder: Embedder; readonly index: ConceptIndex },
  texts: readonly Said[],
  remembered: Map<string, Read>,
): Promise<FoundByMeaning> {
  const found = new Map(remembered);
  for (const language of ["nl", "en"] as const) {
    // Several queries may share a sentence: each text is read and searched once.
    const isNew = (one: Said) => one.language === language && !remembered.has(wordingKey(one));
    const said = [...new Set(texts.flatMap((one) => (isNew(one) ? [one.text] : [])))];
    const together = said.length <= (embedder.oneByOneUpTo ?? 0) ? said.map((text) => [text]) : [said];
    const answers = await Promise.all(
      together.map(async (read) => {
        const embeddings = await embedder.embed(read, language);
        return Promise.all(embeddings.map(async (vector): Promise<Read> => ({ vector, nearest: await index.search(vector, retrieved) })));
      }),
    );
    answers.flat().forEach((answer, i) => found.set(wordingKey({ language, text: said[i] ?? "" }), answer));
  }
  for (const one of texts) {
    const answer = one.isOurs ? found.get(wordingKey(one)) : undefined;
    if (answer) remembered.set(wordingKey(one), answer);
  }
  return found;
}

/** @returns score by URI */
function meantBy(query: GroundingQuery, wordings: readonly Wording[], found: FoundByMeaning): Map<string, number> {
  const scores = combine(wordings, found);
  const [topic] = topicOf(query);
  return topic ? nearerTopic(scores, found.get(wordingKey(topic))?.nearest ?? []) : scores;
}

/** @returns score by URI, the weighted mean of the parts of a query; what a search did not return counts as its last */
function combine(wordings: readonly Wording[], found: FoundByMeaning): Map<string, number> {
  const searched = wordings.map((wording) => {
    const answer = found.get(wordingKey(wording))?.nearest ?? [];
    return { ...wording, scores: new Map(answer.map(({ uri, score }) => [uri, score])), least: answer.at(-1)?.score ?? 0 };
  });
  const parts = [...Map.groupBy(searched, (one) => one.part).values()];
  const total = parts.reduce((sum, part) => sum + (part[0]?.share ?? 0), 0);
  const combined = new Map<string, number>();
  for (const uri of new Set(searched.flatMap((one) => [...one.scores.keys()]))) {
    let score = 0;
    for (const part of parts) {
      const best = Math.max(...part.map((one) => one.scores.get(uri) ?? one.least));
      score += ((part[0]?.share ?? 0) * best) / total;
    }
    combined.set(uri, score);
  }
  return combined;
}

type WordSearch = (text: string, language: Language) => Promise<readonly ScoredConcept[]>;

/** For queries that share a sentence. */
function searchingOnce(lexical: LexicalIndex, inTurn: InTurn): WordSearch {
  const found = new Map<string, readonly ScoredConcept[]>();
  return async (text, language) => {
    const key = `${language} ${text}`;
    const answer = found.get(key) ?? (await inTurn(() => lexical.search(text, language, retrieved)));
    found.set(key, answer);
    return answer;
  };
}

async function searchAllWords(search: WordSearch, wordings: readonly (readonly Wording[])[]): Promise<readonly Map<string, number>[]> {
  const found: Map<string, number>[] = [];
  for (const ofQuery of wordings) found.push(await searchWords(search, ofQuery));
  return found;
}

async function searchWords(search: WordSearch, wordings: readonly Wording[]): Promise<Map<string, number>> {
  const main = wordings.filter((wording) => wording.part !== 1);
  const total = main.reduce((sum, wording) => sum + wording.share, 0);
  const combined = new Map<string, number>();
  for (const { text, language, share } of main)
    for (const { uri, score } of await search(text, language)) combined.set(uri, (combined.get(uri) ?? 0) + (share * score) / total);
  return combined;
}

interface Ranking {
  readonly catalogue: ConceptCatalogue;
  readonly calibration: Calibration;
  readonly query: GroundingQuery;
  readonly topK: number;
  readonly hasDense: boolean;
  readonly meant: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
}

function rank({ catalogue, calibration, query, topK, hasDense, meant, words }: Ranking): RankedConcept[] {
  const isWorded = Boolean(query.en ?? query.enGeneral);
  const language = isWorded ? "en" : query.language;
  const lexicalWeight = hasDense ? calibration.lexicalWeight[language] : 1;
  const least = Math.min(...meant.values(), 1);
  const scored = [...new Set([...meant.keys(), ...words.keys()])].flatMap((uri): Scored[] => {
    const concept = catalogue.get(uri);
    if (!concept) return [];
    const lexical = words.get(uri) ?? 0;
    const prior = concept.reuseLevel ? (calibration.prior[concept.reuseLevel] ?? 0) : 0;
    const dense = hasDense ? (meant.get(uri) ?? least) : 0;
    return [{ concept, lexical, score: dense + lexicalWeight * lexical + prior }];
  });
  scored.sort((a, b) => b.score - a.score || (a.concept.uri < b.concept.uri ? -1 : 1));
  const logistic = calibration.logistic[hasDense ? (isWorded ? "worded" : language) : "lexicalOnly"];
  const leadOf = leadOver(scored.map(({ score }) => score));
  const ranked = plainFirst(scored, calibration.equalWithin);
  return filled(ranked.slice(0, topK), topK, catalogue).map(({ concept, lexical, score }, at) => {
    const lead = leadOf(at);
    return { uri: concept.uri, concept, lexical, score, lead, probability: probabilityOf(logistic, { score, lead, lexical }) };
  });
}

/**
 * Of equally good concepts those with a plain meaning go first, so that one thing gets one name, whatever the language or the words it was told in.
 * Scores, and how far they stand out, stay with the places; what words are shared with the text stays with the concept.
 * @param scored best first  @param equalWithin scores that lie no further below the best one count as equal
 */
function plainFirst(scored: readonly Scored[], equalWithin: number): Scored[] {
  const least = (scored[0]?.score ?? 0) - equalWithin;
  const equal = scored.filter(({ score }) => score >= least);
  const [plain = [], others = []] = [true, false].map((wanted) => equal.filter(({ concept }) => hasPlainMeaning(concept) === wanted));
  const ordered = [...plain, ...others].map((one, place): Scored => ({ ...one, score: scored[place]?.score ?? one.score }));
  return [...ordered, ...scored.slice(equal.length)];
}

const hasPlainMeaning = ({ headline }: Concept) => headline.nl !== null || headline.en !== null;

/** So many concepts, the best ones, are what a concept may stand out from. */
const standOutFrom = 10;

/** How far each stands above the mean of the other best ones. @param scores best first  @returns by place */
function leadOver(scores: readonly number[]): (place: number) => number {
  const best = scores.slice(0, standOutFrom);
  const sum = best.reduce((total, score) => total + score, 0);
  return (place) => {
    const own = scores[place] ?? 0;
    const others = place < best.length ? best.length - 1 : best.length;
    return others > 0 ? own - (place < best.length ? sum - own : sum) / others : 0;
  };
}

interface Scored {
  readonly concept: Concept;
  readonly lexical: number;
  readonly score: number;
}

/** Without an embedder a text may share no word with any concept; the answer is still filled, at score zero. */
function filled(found: readonly Scored[], topK: number, catalogue: ConceptCatalogue): Scored[] {
  const taken = new Set(found.map(({ concept }) => concept.uri));
  const others: Scored[] = [];
  for (const concept of taken.size < topK ? catalogue.all() : [])
    if (found.length + others.length < topK && !taken.has(concept.uri)) others.push({ concept, lexical: 0, score: 0 });
  return [...found, ...others];
}
