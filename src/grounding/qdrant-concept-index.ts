import { createHash, randomBytes } from "node:crypto";
import { QdrantClient, type Schemas } from "@qdrant/js-client-rest";
import { z } from "zod";
import type { TaxonomyInfo } from "../domain/concept.ts";
import type { ConceptFilter, ConceptIndex, ScoredConcept } from "../domain/ports.ts";
import { IndexUnavailableError } from "./errors.ts";
import { conceptsOfTexts, textsLookedAt } from "./nearest-texts.ts";
import { rowOf } from "./quantized-rows.ts";
import type { ConceptVectors, Progress } from "./vectors.ts";

export interface QdrantOptions {
  readonly url: string;
  readonly apiKey?: string | undefined;
  /** For one search. */
  readonly searchTimeoutMs?: number;
  /** For one step of building. */
  readonly buildTimeoutMs?: number;
}

/** Texts sent at a time; some 2 MB of vectors. */
const batchSize = 500;
/** A half-built collection that is older was left behind by a crash. */
const abandonedAfterMs = 60 * 60 * 1000;

const Payload = z.object({ uri: z.string() });
const VectorSize = z.object({ size: z.number() });

/**
 * Searches the concepts of one taxonomy version as one model sees them, in Qdrant. Each text of a concept is a point of its
 * own, for a concept is ranked by its two nearest texts, and of several vectors in one point Qdrant tells only the best.
 * Search is exact: with some 80,000 texts the graph gains nothing and was seen to miss half.
 */
export function openQdrantIndex(options: QdrantOptions, taxonomy: TaxonomyInfo, fingerprint: string): ConceptIndex {
  const client = clientOf(options, options.searchTimeoutMs ?? 2_000);
  const alias = aliasOf(taxonomy, fingerprint);
  return {
    search: (query, topK, filter) =>
      orUnavailable(alias, async () => {
        const ask = () =>
          client.query(alias, {
            query: Array.from(query),
            limit: textsLookedAt,
            params: { exact: true },
            with_payload: ["uri"],
            ...filterOf(filter),
          });
        const { points } = await onceMore(ask);
        // No concept at all would make every word that matches look like a sure thing.
        if (points.length === 0 && !filter) throw new Error("the collection is empty");
        const texts = points.map((point): ScoredConcept => ({ uri: Payload.parse(point.payload).uri, score: point.score }));
        return conceptsOfTexts(texts, topK);
      }),
  };
}

/** Whether these vectors are there to be searched. @throws {IndexUnavailableError} gone, empty, or of another dimension */
export async function checkQdrantIndex(options: QdrantOptions, taxonomy: TaxonomyInfo, vectors: ConceptVectors): Promise<void> {
  const alias = aliasOf(taxonomy, vectors.fingerprint);
  await orUnavailable(alias, async () => {
    const { points_count: points, config } = await clientOf(options, options.searchTimeoutMs ?? 2_000).getCollection(alias);
    const size = VectorSize.safeParse(config.params.vectors).data?.size;
    if (!points || size !== vectors.dimension) throw new Error(`${points ?? 0} points of dimension ${size ?? 0}`);
  });
}

/**
 * Fills Qdrant with these vectors, unless it holds them already. Built aside and put in place by switching an alias, so
 * that searches see the old collection or the whole new one.
 * @returns whether anything had to be built  @throws {IndexUnavailableError}
 */
export async function buildQdrantIndex(
  options: QdrantOptions,
  taxonomy: TaxonomyInfo,
  vectors: ConceptVectors,
  onProgress: Progress = () => {},
): Promise<boolean> {
  const client = clientOf(options, options.buildTimeoutMs ?? 30_000);
  const alias = aliasOf(taxonomy, vectors.fingerprint);
  return orUnavailable(alias, async () => {
    const current = await collectionBehind(client, alias);
    const content = `${alias}.${vectors.contentHash}.`;
    if (current?.startsWith(content)) return false;
    const collection = `${content}${Date.now()}-${randomBytes(3).toString("hex")}`;
    try {
      await fill(client, collection, vectors, onProgress);
      await client.updateCollectionAliases({
        actions: [
          ...(current ? [{ delete_alias: { alias_name: alias } }] : []),
          { create_alias: { alias_name: alias, collection_name: collection } },
        ],
      });
    } catch (error) {
      await client.deleteCollection(collection).catch(() => false);
      throw error;
    }
    await removeOthers(client, alias, collection, current);
    return true;
  });
}

async function fill(client: QdrantClient, collection: string, vectors: ConceptVectors, onProgress: Progress): Promise<void> {
  const { owners, dimension } = vectors;
  await client.createCollection(collection, {
    vectors: { size: dimension, distance: "Cosine", hnsw_config: { m: 0 } },
  });
  for (const field_name of ["type", "reuseLevel"]) await client.createPayloadIndex(collection, { field_name, field_schema: "keyword", wait: true });
  for (let from = 0; from < owners.length; from += batchSize) {
    const batch = pointsOf(vectors, from, Math.min(from + batchSize, owners.length));
    await onceMore(() => client.upsert(collection, { wait: true, points: batch }));
    onProgress(Math.min(from + batchSize, owners.length), owners.length);
  }
  const { count } = await client.count(collection, { exact: true });
  if (count !== owners.length) throw new Error(`${count} of ${owners.length} texts arrived`);
}

/** One point for each text: all at once as JSON would fill the memory. */
function pointsOf(vectors: ConceptVectors, from: number, to: number): Schemas["PointStruct"][] {
  const { concepts, owners } = vectors;
  return [...owners.subarray(from, to)].map((owner, at) => ({
    id: from + at,
    vector: Array.from(rowOf(vectors, from + at)),
    payload: { ...concepts[owner] },
  }));
}

async function collectionBehind(client: QdrantClient, alias: string): Promise<string | undefined> {
  const { aliases } = await client.getAliases();
  return aliases.find((one) => one.alias_name === alias)?.collection_name;
}

/** Takes away the collection that was replaced, and what a crash left half-built. */
async function removeOthers(client: QdrantClient, alias: string, kept: string, replaced: string | undefined): Promise<void> {
  const { collections } = await client.getCollections();
  for (const { name } of collections) {
    if (!name.startsWith(`${alias}.`) || name === kept) continue;
    const begun = Number(/\.(\d+)-/.exec(name.slice(alias.length))?.[1] ?? Number.NaN);
    if (name === replaced || Date.now() - begun > abandonedAfterMs) await client.deleteCollection(name);
  }
}

function filterOf(filter: ConceptFilter | undefined): { filter?: Schemas["Filter"] } {
  const must = [
    ...(filter?.types ? [{ key: "type", match: { any: [...filter.types] } }] : []),
    ...(filter?.reuseLevels ? [{ key: "reuseLevel", match: { any: [...filter.reuseLevels] } }] : []),
  ];
  return must.length > 0 ? { filter: { must } } : {};
}

/** What a point is. A release in which it is something else searches its own, and leaves ours to processes that still run. */
const form = "texts";

/** One name per taxonomy version, model and form of points; what is behind it may be rebuilt. */
function aliasOf({ name, version }: TaxonomyInfo, fingerprint: string): string {
  const readable = `${name}-${version}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const exact = createHash("sha256")
    .update(JSON.stringify([name, version, fingerprint, form]))
    .digest("hex")
    .slice(0, 12);
  return `skillsgesprek-${readable}-${exact}`;
}

function clientOf({ url, apiKey }: QdrantOptions, timeout: number): QdrantClient {
  // Compressed answers come in several packets, each of which waits 40 ms for the last one's receipt.
  const headers = { "accept-encoding": "identity" };
  return new QdrantClient({ url, timeout, headers, checkCompatibility: false, ...(apiKey ? { apiKey } : {}) });
}

/** A server that closes idle connections may do so at the very moment one is used again: what does no harm twice is said again. */
async function onceMore<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return ask();
  }
}

async function orUnavailable<T>(collection: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new IndexUnavailableError(collection, cause);
  }
}
