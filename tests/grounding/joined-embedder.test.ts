import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmbeddingThread, startEmbeddingThread } from "../../src/grounding/embedding-thread.ts";
import { openEmbeddingWorkers } from "../../src/grounding/embedding-workers.ts";
import { EmbedderUnavailableError, VectorsOutdatedError } from "../../src/grounding/errors.ts";
import { createJoinedEmbedder, loadJoin, sideBySide } from "../../src/grounding/joined-embedder.ts";
import { createMatrixProduct } from "../../src/grounding/matrix-product.ts";
import { openEmbedder, openEnglishEmbedder } from "../../src/grounding/open-grounding.ts";
import { createBgeEmbedder, createMiniLmEmbedder } from "../../src/grounding/packaged-models.ts";
import { encodeWeights } from "../../src/grounding/weights-file.ts";
import { dot } from "../../src/grounding/vectors.ts";
import { principalAxes } from "../../scripts/principal-axes.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "join-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("two models as one", () => {
  test("vectors side by side have the weighted mean of both cosines", () => {
    const [a, b] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
    const one = sideBySide(a, a, 0.3);
    expect(dot(one, one)).toBeCloseTo(1, 6);
    expect(dot(one, sideBySide(a, b, 0.3))).toBeCloseTo(0.3, 6);
    expect(dot(one, sideBySide(b, a, 0.3))).toBeCloseTo(0.7, 6);
  });

  test("the joint vector is of unit length, and near to what means the same", async () => {
    const joined = await openEnglishEmbedder();
    const [till, cash, weld] = await joined.embed(["i work at the cash register", "operate cash register", "weld steel pipes"], "en");
    if (!till || !cash || !weld) throw new Error("every text gives a vector");
    expect(till).toHaveLength(joined.dimension);
    expect(dot(till, till)).toBeCloseTo(1, 5);
    expect(dot(till, cash)).toBeGreaterThan(dot(till, weld) + 0.2);
    expect(await joined.embed([], "en")).toEqual([]);
  });

  test("is refused for other models, and when its file is damaged", async () => {
    const [first, second] = [await createMiniLmEmbedder(), await createBgeEmbedder()];
    const header = { format: "skillsgesprek-join", version: 1, models: ["made up", second.fingerprint], share: 0.3, dimension: 2 } as const;
    const width = first.dimension + second.dimension;
    const path = join(folder, "join.bin");
    await writeFile(path, encodeWeights(header, [new Float32Array(2 * width)]));
    const join1 = await loadJoin(path, width);
    await expect(createJoinedEmbedder(first, second, join1)).rejects.toBeInstanceOf(VectorsOutdatedError);
    await writeFile(path, (await readFile(path)).subarray(0, -4));
    await expect(loadJoin(path, width)).rejects.toBeInstanceOf(VectorsOutdatedError);
    await writeFile(path, "no header\n");
    await expect(loadJoin(path, width)).rejects.toBeInstanceOf(VectorsOutdatedError);
  });

  test("principal axes are those along which vectors spread most, at right angles", () => {
    const spread = [4, 2, 1];
    const vectors = spread.flatMap((size, d) => [size, -size].map((value) => Float32Array.from([0, 1, 2], (at) => (at === d ? value : 0))));
    const axes = principalAxes(vectors, 2);
    expect(Math.abs(axes[0] ?? 0)).toBeCloseTo(1, 4);
    expect(Math.abs(axes[4] ?? 0)).toBeCloseTo(1, 4);
    expect(dot(axes.slice(0, 3), axes.slice(3))).toBeCloseTo(0, 5);
  });
});

describe("a matrix times some vectors", () => {
  test("is what adding up by hand gives, for one query and for several", async () => {
    const matrix = Float32Array.from({ length: 5 * 7 }, (_, i) => Math.sin(i));
    const queries = [0, 1, 2].map((q) => Float32Array.from({ length: 7 }, (_, i) => Math.cos(i + q)));
    const product = await createMatrixProduct(matrix, 7);
    const wanted = queries.map((query) => [0, 1, 2, 3, 4].map((row) => dot(matrix.slice(row * 7, row * 7 + 7), query)));
    const got = await product.multiply(queries);
    for (const [q, row] of wanted.entries()) for (const [r, value] of row.entries()) expect(got[q]?.[r]).toBeCloseTo(value, 5);
    const [alone] = await product.multiply(queries.slice(1, 2));
    for (const [r, value] of (wanted[1] ?? []).entries()) expect(alone?.[r]).toBeCloseTo(value, 5);
  });

  test("of no rows is empty", async () => {
    const product = await createMatrixProduct(new Float32Array(), 7);
    expect(await product.multiply([new Float32Array(7)])).toEqual([new Float32Array()]);
  });
});

describe("threads that embed", () => {
  test("give the same vectors as this thread, in the order asked, in both languages", async () => {
    const here = await openEmbedder({ kind: "embedded" });
    const workers = await openEmbeddingWorkers(2);
    try {
      expect(workers.embedder.fingerprint).toBe(here.fingerprint);
      for (const [language, texts] of [
        ["nl", ["ik veeg de vloer", "brood", "wij bakten elke ochtend vroeg brood voor de hele straat"]],
        ["en", ["i sweep floors", "bread"]],
      ] as const) {
        const [there, wanted] = [await workers.embedder.embed(texts, language), await here.embed(texts, language)];
        expect(there).toHaveLength(texts.length);
        for (const [i, vector] of wanted.entries()) expect(dot(there[i] ?? new Float32Array(), vector)).toBeCloseTo(1, 5);
      }
    } finally {
      await workers.close();
    }
  });

  test("that ended by themselves are started again, once, with the next text", async () => {
    const started: string[] = [];
    const thread = async (): Promise<EmbeddingThread> => {
      const name = `thread ${started.length + 1}`;
      started.push(name);
      let stopped = false;
      return {
        fingerprint: "made up",
        dimension: 1,
        hasStopped: () => stopped,
        embed: async (texts) => {
          // The first one does not survive its first text.
          if (name === "thread 1" && !stopped) {
            stopped = true;
            throw new EmbedderUnavailableError("gone");
          }
          return texts.map(() => Float32Array.of(1));
        },
        close: async () => undefined,
      };
    };
    const { embedder } = await openEmbeddingWorkers(1, thread);
    await expect(embedder.embed(["one"], "en")).rejects.toBeInstanceOf(EmbedderUnavailableError);
    const answers = await Promise.all([embedder.embed(["two"], "en"), embedder.embed(["three"], "en")]);
    expect(answers.map((vectors) => vectors.length)).toEqual([1, 1]);
    expect(started).toEqual(["thread 1", "thread 2"]);
  });

  test("answer what came first while they still read what came later", async () => {
    const thread = await startEmbeddingThread();
    let answered = 0;
    const read = Array.from({ length: 12 }, (_, at) =>
      thread.embed([`number ${at}: i sweep floors and wipe tables in the canteen`], "en").then(() => (answered += 1)),
    );
    await read[0];
    // What is there by now comes in at once.
    await setTimeout(3);
    expect(answered).toBeLessThan(read.length / 2);
    await Promise.all(read);
    await thread.close();
  });

  test("that are closed finish what they were asked, and afterwards say so instead of keeping anybody waiting", async () => {
    const thread = await startEmbeddingThread();
    const asked = thread.embed(["i sweep floors"], "en");
    await thread.close();
    expect(await asked).toHaveLength(1);
    await expect(thread.embed(["i sweep floors"], "en")).rejects.toMatchObject({ code: "grounding_embedder_unavailable" });
  });
});
