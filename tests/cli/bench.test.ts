import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { runScript } from "../support/command-process.ts";
import { qdrantBinary } from "../support/qdrant-server.ts";
import { smallEsco } from "../taxonomy/made-up-esco.ts";

/** A place with a taxonomy of three concepts. */
let place = "";

const command = (name: string, ...args: readonly string[]) =>
  runScript(`src/cli/${name}.ts`, args, { cwd: place, env: { PORT: "1", MASTER_KEY: "" } });

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), "skillsgesprek-bench-test-"));
  for (const [path, content] of Object.entries(smallEsco)) {
    mkdirSync(join(place, "esco", path, ".."), { recursive: true });
    writeFileSync(join(place, "esco", path), content);
  }
  expect(await command("taxonomy", "import", "esco")).toMatchObject({ status: 0 });
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const Spread = z.object({ n: z.int().min(1), median: z.number(), p95: z.number(), max: z.number() });
const Speed = z.object({ turns: z.int().min(1), perSecond: z.number().positive(), p50: z.number(), p95: z.number(), p99: z.number() });
const Line = z.object({
  conversations: z.record(z.string(), Speed.extend({ timesEcho: z.number().nullable() })),
  idleMemory: z.object({ conversations: z.int(), residentMb: z.number(), usedMb: z.number() }),
  taxonomy: z.object({ concepts: z.int() }),
  milliseconds: z.record(z.string(), Spread),
  memory: z.record(z.string(), z.object({ resident: z.number().min(20), peak: z.number().min(20) })),
});

test("npm run bench measures phrases, answers, turns, starts, memory and the event loop, and leaves the installation's store alone", async () => {
  const { status, out, messages } = await command("bench", "--runs", "1", "--seconds", "1", "--people", "1,4");
  expect({ status, messages }).toEqual({ status: 0, messages: expect.stringContaining("event loop, fifty phrases at once") });
  const { taxonomy, milliseconds, memory, conversations } = Line.parse(JSON.parse(out));
  expect(taxonomy.concepts).toBe(3);
  expect(Object.keys(milliseconds)).toEqual(
    expect.arrayContaining([
      "a phrase, nl",
      "sixty words read, nl",
      "sixty words to offers, en",
      "a turn with a story",
      "event loop, a phrase, nl",
      "start of the server",
      "PDF of 60 skills",
      "JSON of 200 skills",
      "occupations beside 60 skills",
      "CV of a page read, text",
      "CV of some pages read, PDF",
      "store of 1,000 passports, load",
      "page: my passport",
      "page: a shared passport",
      "page: a counsellor's review",
      ...(qdrantBinary() ? ["Qdrant: a phrase, nl"] : []),
    ]),
  );
  expect(Object.keys(conversations).toSorted()).toEqual(
    ["echo bot", "embedded", "model of 2 s"].flatMap((name) => [1, 4].map((crowd) => `${name}, ${crowd} at once`)).toSorted(),
  );
  expect(conversations["embedded, 4 at once"]?.timesEcho).toBeGreaterThan(0);
  // Whoever asks a model of two seconds waits for it.
  expect(conversations["model of 2 s, 4 at once"]?.p99).toBeGreaterThan(2_000);
  expect(Object.keys(memory)).toHaveLength(2);
  expect(readdirSync(join(place, ".data"))).toEqual(["taxonomies"]);
}, 180_000);
