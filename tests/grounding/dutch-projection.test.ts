import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeProjection, loadDutchProjection, packedRow, type ProjectionWeights } from "../../src/grounding/dutch-projection.ts";
import { dutchFeatures } from "../../src/grounding/dutch-features.ts";
import { dutchStem } from "../../src/grounding/dutch-stem.ts";
import { VectorsOutdatedError } from "../../src/grounding/errors.ts";
import { hashOf } from "../../src/grounding/words.ts";

const unpacked = ({ packed, scale }: ReturnType<typeof packedRow>) =>
  [...packed].flatMap((both) => [(both & 15) - 8, (both >> 4) - 8].map((whole) => whole * scale));

describe("a row of the projection in four bits", () => {
  test("comes back in its order, with its signs", () => {
    const row = Float32Array.from([0.7, -0.7, 0, 0.1, -0.3, 0.5]);
    unpacked(packedRow(row)).forEach((value, at) => expect(value).toBeCloseTo(row[at] ?? 0, 6));
  });

  test("a single large value does not blur the others: it is cut off where that comes nearer to the whole", () => {
    const row = Float32Array.from({ length: 384 }, (_, at) => (at === 7 ? 1 : 0.55 * Math.cos(at)));
    const off = (values: readonly number[]) => values.reduce((sum, value, at) => sum + (value - (row[at] ?? 0)) ** 2, 0);
    const uncut = [...row].map((value) => Math.round(value * 7) / 7);
    expect(off(unpacked(packedRow(row)))).toBeLessThan(off(uncut));
  });

  test("is refused where four bits cannot hold it", () => {
    for (const row of [
      [1, 2, 3],
      [1, Number.NaN],
      [1, Number.POSITIVE_INFINITY],
    ])
      expect(() => packedRow(Float32Array.from(row))).toThrow(RangeError);
  });

  test("a row of nothing stays nothing", () => {
    expect(unpacked(packedRow(new Float32Array(4)))).toEqual([0, 0, 0, 0]);
  });
});

describe("the projection from its file", () => {
  const rows = { maaien: [0.5, 0, 0, 0], poets: [0, 0, 0.3, -0.3] };
  let folder = "";
  let path = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "bridge-"));
    path = join(folder, "projection.bin");
    await writeFile(path, encodeProjection(smallProjection()));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function smallProjection(): ProjectionWeights {
    const known = Object.entries(rows).flatMap(([word, row]) =>
      [...dutchFeatures(word).keys()].map((hash) => ({ hash, ...packedRow(Float32Array.from(row)) })),
    );
    known.sort((a, b) => a.hash - b.hash);
    const header = {
      format: "skillsgesprek-dutch-projection",
      version: 3,
      model: "made up",
      dimension: 4,
      features: known.length,
    } as const;
    return {
      header,
      features: Uint32Array.from(known, ({ hash }) => hash),
      scales: Float32Array.from(known, ({ scale }) => scale),
      matrix: Uint8Array.from(known.flatMap(({ packed }) => [...packed])),
    };
  }

  test("leads a text where the rows of what it holds lead, whatever their hashes", async () => {
    expect(smallProjection().features.some((hash) => hash >= 2 ** 31)).toBe(true);
    const projection = await loadDutchProjection(path);
    const [mowing, cleaning, both] = ["maaien", "poets", "maaien en poets"].map((text) => [...projection.project(text)]);
    [1, 0, 0, 0].forEach((value, at) => expect(mowing?.[at]).toBeCloseTo(value, 5));
    [0, 0, Math.SQRT1_2, -Math.SQRT1_2].forEach((value, at) => expect(cleaning?.[at]).toBeCloseTo(value, 5));
    expect(both?.[0]).toBeGreaterThan(0.1);
    expect(both?.[2]).toBeGreaterThan(0.1);
    expect(both?.[3]).toBeCloseTo(-(both?.[2] ?? 0), 5);
  });

  test("says which English embedder it was trained for", async () => {
    expect((await loadDutchProjection(path)).english).toBe("made up");
  });

  test("leads what it does not know nowhere", async () => {
    const projection = await loadDutchProjection(path);
    expect([...projection.project("zwoegt")]).toEqual([0, 0, 0, 0]);
  });

  test.for([
    { what: "a byte is missing", of: (bytes: Buffer) => bytes.subarray(0, -1) },
    {
      what: "it is of the version before",
      of: (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace('"version":3', '"version":2'), "latin1"),
    },
    {
      what: "two values do not fill its bytes",
      of: (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace('"dimension":4', '"dimension":3'), "latin1"),
    },
  ])("is refused when $what", async ({ of }) => {
    const damaged = join(folder, "damaged.bin");
    await writeFile(damaged, of(await readFile(path)));
    await expect(loadDutchProjection(damaged)).rejects.toBeInstanceOf(VectorsOutdatedError);
  });
});

describe("what the projection sees of a Dutch text", () => {
  test.for([
    ["repareren", "repareerde"],
    ["snijden", "sneed"],
  ])("%s and %s share a stem", ([verb = "", form = ""]) => {
    for (const word of [verb, form]) expect(dutchFeatures(word).has(hashOf(`s:${dutchStem(verb)}`))).toBe(true);
  });

  test("a verb and its loose part are seen as one", () => {
    expect(dutchFeatures("ik ruim de kast op").has(hashOf("s:opruim"))).toBe(true);
  });

  test("words that say nothing are not seen", () => {
    expect(dutchFeatures("ik heb dat ook").size).toBe(0);
  });
});
