import { createHash, randomBytes } from "node:crypto";
import { QdrantClient, type Schemas } from "@qdrant/js-client-rest";
import { z } from "zod";
import type { TaxonomyInfo } from "../domain/concept.ts";
import type { ConceptFilter, ConceptIndex, ScoredConcept } from "../domain/ports.ts";
import { IndexUnavailableError } from "./errors.ts";
import { comesBefore, roundedScore } from "./memory-concept-index.ts";
import type { ConceptVectors, Progress } from "./vectors.ts";

export interface QdrantOptions {
  readonly url: string;
  readonly apiKey?: string | undefined;
  /** For one search. */
  readonly searchTimeoutMs?: number;
  /** For one step of building. */
  readonly buildTimeoutMs?: number;
}

/** Concepts sent at a time; some 2 MB of vectors. */
const batchSize = 200;
/** Asked beyond `topK`, so that concepts that tie at the end are cut by URI and not by chance. */
const spare = 16;
/** A half-built collection that is older was left behind by a crash. */
const abandonedAfterMs = 60 * 60 * 1000;

const Payload = z.object({ uri: z.string() });
const VectorSize = z.object({ size: z.number() });

/**
 * Searches the concepts of one taxonomy version as one model sees them, in Qdrant. Each concept is a point whose several
 * vectors are compared one by one; the best counts. Search is exact: with some 14,000 concepts the graph gains nothing
 * and was seen to miss half.
 */
export function openQdrantIndex(options: QdrantOptions, taxonomy: TaxonomyInfo, fingerprint: string): ConceptIndex {
  const client = clientOf(options, options.searchTimeoutMs ?? 2_000);
  const alias = aliasOf(taxonomy, fingerprint);
  return {
    search: (query, topK, filter) =>
      orUnavailable(alias, async () => {
        const ask = () =>
          client.query(alias, {
            query: [Array.from(query)],
            limit: topK + spare,
            params: { exact: true },
            with_payload: ["uri"],
            ...filterOf(filter),
          });
        const { points } = await onceMore(ask);
        // No concept at all would make every word that matches look like a sure thing.
        if (points.length === 0 && !filter) throw new Error("the collection is empty");
        return points
          .map((point): ScoredConcept => ({ uri: Payload.parse(point.payload).uri, score: roundedScore(point.score) }))
          .sort((a, b) => (comesBefore(a, b) ? -1 : 1))
          .slice(0, topK);
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
    if (current?.startsWith(`${alias}.${vectors.contentHash}.`)) return false;
    const collection = `${alias}.${vectors.contentHash}.${Date.now()}-${randomBytes(3).toString("hex")}`;
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
  const { concepts, dimension } = vectors;
  await client.createCollection(collection, {
    vectors: { size: dimension, distance: "Cosine", multivector_config: { comparator: "max_sim" }, hnsw_config: { m: 0 } },
  });
  for (const field_name of ["type", "reuseLevel"]) await client.createPayloadIndex(collection, { field_name, field_schema: "keyword", wait: true });
  const points = pointsOf(vectors);
  for (let from = 0; from < points.length; from += batchSize) {
    const batch = points.slice(from, from + batchSize).map((point) => point());
    await onceMore(() => client.upsert(collection, { wait: true, points: batch }));
    onProgress(Math.min(from + batchSize, concepts.length), concepts.length);
  }
  const { count } = await client.count(collection, { exact: true });
  if (count !== points.length) throw new Error(`${count} of ${points.length} concepts arrived`);
}

/** One point per concept that has vectors, made when asked for: all at once as JSON would fill the memory. */
function pointsOf({ concepts, owners, matrix, dimension }: ConceptVectors): (() => Schemas["PointStruct"])[] {
  const rows = new Map<number, number[]>();
  owners.forEach((owner, row) => rows.set(owner, [...(rows.get(owner) ?? []), row]));
  return [...rows].map(([owner, owned]) => () => ({
    id: owner,
    vector: owned.map((row) => Array.from(matrix.subarray(row * dimension, (row + 1) * dimension))),
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

/** One name per taxonomy version and model; what is behind it may be rebuilt. */
function aliasOf({ name, version }: TaxonomyInfo, fingerprint: string): string {
  const readable = `${name}-${version}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const exact = createHash("sha256")
    .update(JSON.stringify([name, version, fingerprint]))
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
