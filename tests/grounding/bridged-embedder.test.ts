import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createBridgedEmbedder } from "../../src/grounding/bridged-embedder.ts";
import { openDutchReader } from "../../src/grounding/dutch-reader.ts";
import { EmbedderUnavailableError, VectorsOutdatedError } from "../../src/grounding/errors.ts";

const vectorsOf =
  (x: number, y: number) =>
  async (texts: readonly string[]): Promise<Float32Array[]> =>
    texts.map(() => Float32Array.of(x, y));
const english = { fingerprint: "english", dimension: 2, embed: vectorsOf(-1, 0) };
const reader = { fingerprint: "reader", dimension: 2, english: "english", embed: vectorsOf(1, 0) };
const projection = { fingerprint: "projection", english: "english", project: () => Float32Array.of(0, 1) };

test("Dutch is what the reader and the projection say, by their shares, at unit length; English is left to the English models", async () => {
  const bridged = createBridgedEmbedder(english, { reader, projection }, 0.2);
  const [dutch] = await bridged.embed(["ik kook"], "nl");
  expect(dutch?.[0]).toBeCloseTo(0.8 / Math.hypot(0.8, 0.2), 6);
  expect(dutch?.[1]).toBeCloseTo(0.2 / Math.hypot(0.8, 0.2), 6);
  expect(await bridged.embed(["i cook"], "en")).toEqual([Float32Array.of(-1, 0)]);
});

test("what the projection knows nothing of is left to the reader", async () => {
  const knowsNothing = { ...projection, project: () => new Float32Array(2) };
  const [dutch] = await createBridgedEmbedder(english, { reader, projection: knowsNothing }).embed(["ik kook"], "nl");
  expect([...(dutch ?? [])]).toEqual([1, 0]);
});

test("its fingerprint changes with each of its parts, so that vectors of another bridge are not taken for its own", () => {
  const fingerprintWith = (changed: Partial<{ reader: typeof reader; projection: typeof projection }>, share?: number) =>
    createBridgedEmbedder(english, { reader, projection, ...changed }, share).fingerprint;
  const all = [
    fingerprintWith({}),
    fingerprintWith({ reader: { ...reader, fingerprint: "another" } }),
    fingerprintWith({ projection: { ...projection, fingerprint: "another" } }),
    fingerprintWith({}, 0.1),
  ];
  expect(new Set(all).size).toBe(4);
});

test("a reader or a projection that was trained for other English models is refused, by its name", () => {
  for (const [name, parts] of [
    ["reader", { reader: { ...reader, english: "others" }, projection }],
    ["projection", { reader, projection: { ...projection, english: "others" } }],
  ] as const) {
    expect(() => createBridgedEmbedder(english, parts)).toThrow(VectorsOutdatedError);
    expect(() => createBridgedEmbedder(english, parts)).toThrow(name);
  }
});

test("a folder that does not say what it was trained for is no reader", async () => {
  const folder = await mkdtemp(join(tmpdir(), "reader-"));
  try {
    await writeFile(join(folder, "config.json"), '{"pad_token_id": 0}');
    await expect(openDutchReader(folder)).rejects.toBeInstanceOf(EmbedderUnavailableError);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
