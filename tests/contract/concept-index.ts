import { beforeAll, describe, expect, test } from "vitest";
import type { ConceptType, ReuseLevel } from "../../src/domain/concept.ts";
import type { ConceptIndex } from "../../src/domain/ports.ts";
import { quantizedRows, rowOf } from "../../src/grounding/quantized-rows.ts";
import type { ConceptVectors } from "../../src/grounding/vectors.ts";

const dimension = 24;
const reuseLevels: readonly (ReuseLevel | null)[] = ["transversal", "cross-sector", "sector-specific", "occupation-specific", null];

/** The same pseudo-random numbers every time (mulberry32), -1..1. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

export function unitVector(next: () => number): Float32Array {
  const vector = Float32Array.from({ length: dimension }, next);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** Concepts with two to four vectors each; every fourth says one vector twice, and the last two say one and the same. */
export function someVectors(size = 300): ConceptVectors {
  const next = numbers(7);
  const rows: Float32Array[] = [];
  const owners: number[] = [];
  for (let concept = 0; concept < size; concept++) {
    const twin = concept === size - 1 ? rows.at(-1) : undefined;
    const isTwice = concept >= size - 2 || concept % 4 === 0;
    const single = twin ?? unitVector(next);
    for (let i = 0; i < (isTwice ? 2 : 1 + (concept % 4)); i++) {
      rows.push(isTwice || i === 0 ? single : unitVector(next));
      owners.push(concept);
    }
    if (!isTwice && concept % 4 === 1) {
      rows.push(unitVector(next));
      owners.push(concept);
    }
  }
  const type = (i: number): ConceptType => (i % 3 === 0 ? "knowledge" : "skill");
  return {
    fingerprint: "test-model",
    contentHash: "content-1",
    concepts: Array.from({ length: size }, (_, i) => ({
      uri: `http://example.org/skill/${String(i).padStart(4, "0")}`,
      type: type(i),
      reuseLevel: reuseLevels[i % reuseLevels.length] ?? null,
    })),
    owners: Uint32Array.from(owners),
    ...quantizedRows(rows, dimension),
  };
}

/** A concept's best cosine and its second best, of which seven tenths count, reckoned in the plainest way. */
function expected(vectors: ConceptVectors, query: Float32Array, keep: (concept: number) => boolean = () => true) {
  const texts = [...vectors.owners]
    .map((owner, row) => ({ owner, cosine: rowOf(vectors, row).reduce((sum, value, d) => sum + value * (query[d] ?? 0), 0) }))
    .filter(({ owner }) => keep(owner))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, 800);
  const last = texts.at(-1)?.cosine ?? 0;
  const byOwner = Map.groupBy(texts, ({ owner }) => owner);
  return [...byOwner]
    .map(([owner, [first, second]]) => ({
      uri: vectors.concepts[owner]?.uri ?? "",
      score: ((first?.cosine ?? 0) + 0.7 * (second?.cosine ?? last)) / 1.7,
    }))
    .sort((a, b) => b.score - a.score);
}

const uris = (answer: readonly { readonly uri: string }[]) => answer.map(({ uri }) => uri);

/** What every concept index does, whatever it is built on. */
export function conceptIndexContract(name: string, open: (vectors: ConceptVectors) => Promise<ConceptIndex>): void {
  describe(`a concept index (${name})`, () => {
    const vectors = someVectors();
    let index: ConceptIndex;
    beforeAll(async () => {
      index = await open(vectors);
    });

    test("gives the ten nearest concepts, each once, by its two best vectors", async () => {
      const next = numbers(99);
      for (let i = 0; i < 20; i++) {
        const query = unitVector(next);
        const found = await index.search(query, 10);
        const wanted = expected(vectors, query).slice(0, 10);
        expect(uris(found)).toEqual(uris(wanted));
        found.forEach((one, at) => expect(one.score).toBeCloseTo(wanted[at]?.score ?? 0, 5));
      }
    });

    test("finds a concept that says one thing by that, at cosine one", async () => {
      for (const concept of [0, 4, 40, 200]) {
        const row = vectors.owners.indexOf(concept);
        const [first] = await index.search(rowOf(vectors, row), 1);
        expect(first?.uri).toBe(vectors.concepts[concept]?.uri);
        expect(first?.score).toBeCloseTo(1, 4);
      }
    });

    test("puts a concept that says it twice before one that only once comes nearest", async () => {
      const near = (by: number) => {
        const vector = new Float32Array(dimension);
        vector[0] = Math.cos(by);
        vector[1] = Math.sin(by);
        return vector;
      };
      const rows = [near(0.1), near(1.4), near(0.2), near(-0.2)];
      const two: ConceptVectors = {
        ...vectors,
        contentHash: "two",
        fingerprint: "two",
        concepts: vectors.concepts.slice(0, 2),
        owners: Uint32Array.from([0, 0, 1, 1]),
        ...quantizedRows(rows, dimension),
      };
      const found = await (await open(two)).search(near(0), 2);
      expect(uris(found)).toEqual([two.concepts[1]?.uri, two.concepts[0]?.uri]);
      expect(found[0]?.score).toBeCloseTo(Math.cos(0.2), 4);
      expect(found[1]?.score).toBeCloseTo((Math.cos(0.1) + 0.7 * Math.cos(1.4)) / 1.7, 4);
    });

    test.for([
      { filter: undefined, keep: () => true },
      { filter: { types: ["skill"] as const }, keep: (i: number) => i % 3 !== 0 },
    ])("looks at the nearest eight hundred texts, and at none besides (filter $filter)", async ({ filter, keep }) => {
      const many = { ...someVectors(600), contentHash: "many", fingerprint: "many" };
      expect([...many.owners].filter(keep).length).toBeGreaterThan(900);
      const opened = await open(many);
      const next = numbers(56);
      // None of these queries parts the two concepts that say the same.
      for (let i = 0; i < 10; i++) {
        const query = unitVector(next);
        const found = await opened.search(query, 600, filter);
        const wanted = new Map(expected(many, query, keep).map(({ uri, score }) => [uri, score]));
        expect(uris(found).toSorted()).toEqual([...wanted.keys()].toSorted());
        for (const { uri, score } of found) expect(score).toBeCloseTo(wanted.get(uri) ?? 0, 5);
      }
    });

    test("gives fewer than asked when there are fewer", async () => {
      expect(await index.search(unitVector(numbers(1)), 200, { types: ["knowledge"], reuseLevels: ["transversal"] })).toHaveLength(20);
    });

    test.for([
      { filter: { types: ["knowledge"] as const }, keep: (i: number) => i % 3 === 0 },
      { filter: { types: ["skill"] as const }, keep: (i: number) => i % 3 !== 0 },
      { filter: { reuseLevels: ["transversal", "cross-sector"] as const }, keep: (i: number) => i % 5 < 2 },
      { filter: { types: ["skill"] as const, reuseLevels: ["sector-specific"] as const }, keep: (i: number) => i % 3 !== 0 && i % 5 === 2 },
    ])("keeps to the filter $filter", async ({ filter, keep }) => {
      const query = unitVector(numbers(5));
      expect(uris(await index.search(query, 10, filter))).toEqual(uris(expected(vectors, query, keep).slice(0, 10)));
    });

    test("takes two concepts that a query lies midway between as equally near", async () => {
      const next = numbers(12);
      for (let i = 0; i < 8; i++) {
        const one = unitVector(next);
        const other = one.toReversed();
        const two: ConceptVectors = {
          ...vectors,
          contentHash: `midway ${i}`,
          fingerprint: `midway ${i}`,
          concepts: vectors.concepts.slice(0, 2).toReversed(),
          owners: Uint32Array.from([0, 0, 1, 1]),
          ...quantizedRows([one, one, other, other], dimension),
        };
        const between = one.map((value, d) => value + (other[d] ?? 0));
        const length = Math.hypot(...between);
        const found = await (
          await open(two)
        ).search(
          between.map((value) => value / length),
          2,
        );
        expect(uris(found)).toEqual(uris(vectors.concepts.slice(0, 2)));
      }
    });

    test("puts concepts that are equally near in the order of their URIs", async () => {
      const rows = vectors.owners.length;
      const shared = rowOf(vectors, rows - 1);
      const twins = vectors.concepts.slice(-2).map(({ uri }) => uri);
      expect(uris(await index.search(shared, 2))).toEqual(twins);
      expect(uris(await index.search(shared, 1))).toEqual(twins.slice(0, 1));
    });
  });
}
