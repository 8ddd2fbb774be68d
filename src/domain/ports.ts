import type { Concept, ConceptCard, ConceptType, ReuseLevel } from "./concept.ts";
import type { DocumentAnswer } from "./document.ts";
import type { Extraction, Findings, FoundExperience } from "./finding.ts";
import type { Language } from "./language.ts";
import type { Utterance } from "./utterance.ts";

/** A unit-length vector. */
export type Embedding = Float32Array;

/** Turns short texts into unit-length vectors in which meaning is nearness. */
export interface Embedder {
  /** Names model and weights; an index built with another fingerprint is refused. */
  readonly fingerprint: string;
  readonly dimension: number;
  /** So many texts are read one after another: each may as well be asked for by itself, and put to use while the next is read. */
  readonly oneByOneUpTo?: number;
  /** @param texts any number of short texts in `language`; @returns one embedding each, in order
   *  @throws {EmbedderUnavailableError} */
  embed(texts: readonly string[], language: Language): Promise<readonly Embedding[]>;
}

export interface ScoredConcept {
  readonly uri: string;
  /** How near: by meaning a cosine or a weighted mean of two, -1..1; by words a share, 0..1; of a grounder the two together, which has no bounds, and belongs to the place: equally good concepts may have changed places. */
  readonly score: number;
}

export interface ConceptFilter {
  readonly types?: readonly ConceptType[];
  readonly reuseLevels?: readonly ReuseLevel[];
}

/** A place where concepts can be found by meaning. A concept has several vectors (labels, phrases); its two nearest count. */
export interface ConceptIndex {
  /** @param query unit-length embedding  @param topK 1..200
   *  @returns at most `topK` concepts, best first, ties by URI; fewer where the nearest texts belong to fewer
   *  @throws {IndexUnavailableError} where it failed or did not answer in time */
  search(query: Embedding, topK: number, filter?: ConceptFilter): Promise<readonly ScoredConcept[]>;
}

/** What to look for: any of these texts may be given; `text` in the holder's language always is. */
export interface GroundingQuery {
  readonly text: string;
  readonly language: Language;
  /** An English wording and a more general one, when a model gave them. */
  readonly en?: string | null;
  readonly enGeneral?: string | null;
  /** The sentence that `text` was taken from, in the same language: what surrounds words tells which sense they have. */
  readonly context?: string | null;
  /** True where the text is the product's own and nobody's words: what it leads to may be remembered. */
  readonly isOurs?: boolean;
  /** What the talk was about before, in the same language: it settles which trade or pastime the words are of. */
  readonly topic?: string | null;
  /** All that was said around the words, themselves included: with it, what search finds is verified. */
  readonly surroundings?: Surroundings | null;
}

/** What was said together, and the parts of it that are searched for by themselves. */
export interface Surroundings {
  readonly text: string;
  readonly language: Language;
  readonly parts: readonly string[];
}

export interface GroundedConcept extends ScoredConcept {
  readonly concept: Concept;
  /** Calibrated chance, 0..1, that a counsellor would accept this concept for these words, by search alone. */
  readonly probability: number;
  /** The same, 0..1, of who read the words, the concept and what was said around as well; absent where nothing was given that was said around, or nobody verifies. */
  readonly verifiedChance?: number;
}

/** Text to concepts: retrieve, rank, calibrate. Does not judge whether the words hold a skill at all. */
export interface Grounder {
  /** @returns for each query at most `topK` concepts, best first; always filled when the taxonomy is not empty */
  ground(queries: readonly GroundingQuery[], topK: number): Promise<readonly (readonly GroundedConcept[])[]>;
  /** Probability from which on a concept may be offered unasked. */
  readonly offerThreshold: number;
}

export interface ExtractionContext {
  readonly language: Language;
  /** What the bot had asked, in words; helps to read a short answer. Null at the command line. */
  readonly question: string | null;
  /** What was told of in an earlier answer, and is gone on about; absent or null where nothing is. */
  readonly goesOn?: ToldOf | null;
}

/** An experience that was told of before, by the name it goes by. */
export type ToldOf = Pick<FoundExperience, "area" | "title">;

/** An utterance to candidate skills. */
export interface Extractor {
  /** @throws {DependencyError} when a model did not answer usefully; the caller falls back */
  extract(utterance: Utterance, context: ExtractionContext): Promise<Extraction>;
}

/** Extraction and grounding together: all that the interview asks of an utterance. Never throws for a failing model. */
export interface SkillFinder {
  find(utterance: Utterance, context: ExtractionContext & { readonly alreadyOffered: ReadonlySet<string> }): Promise<Findings>;
  /** Concepts for words that a person typed to search with, best first, different from one another. */
  search(text: string, language: Language, topK: number): Promise<readonly ConceptCard[]>;
}

/** Reads what somebody hands in: a CV, a JSON Resume, a list of gigs. */
export interface DocumentReader {
  /** @param bytes the file as it came; it is kept nowhere  @param language of the conversation
   *  @returns what may be kept of it, or why there is nothing; never throws for what a file holds */
  read(bytes: Uint8Array, language: Language): Promise<DocumentAnswer>;
}
