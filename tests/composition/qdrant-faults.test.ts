import { QdrantClient } from "@qdrant/js-client-rest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApplication, type TestApplication } from "../support/application.ts";
import { originOf, readinessOf, story } from "../support/fault-samples.ts";
import { qdrantBinary, type QdrantServer, startQdrant } from "../support/qdrant-server.ts";
import { startLink } from "../support/slow-link.ts";
import { talkingVisitor } from "../support/talking-visitor.ts";

const qdrantProgram = qdrantBinary();
if (!qdrantProgram) console.warn("Skipped: no Qdrant for this machine");

describe.skipIf(!qdrantProgram)("a Qdrant that does not do its work: what was told is searched by words alone", () => {
  let qdrant: QdrantServer;
  let link: Awaited<ReturnType<typeof startLink>>;
  let client: QdrantClient;
  let app: TestApplication;
  beforeAll(async () => {
    qdrant = await startQdrant(qdrantProgram ?? "");
    link = await startLink(Number(new URL(qdrant.url).port));
    client = new QdrantClient({ url: qdrant.url, checkCompatibility: false });
    // The vectors are put in place first.
    await (await startTestApplication({ QDRANT_URL: qdrant.url })).close();
    app = await startTestApplication({ QDRANT_URL: `http://127.0.0.1:${link.port}` });
  }, 240_000);
  afterAll(async () => {
    await app?.close();
    await link?.close();
    await qdrant?.stop();
  });
  const alias = async () => (await client.getAliases()).aliases[0] ?? { alias_name: "", collection_name: "" };

  /** What a person and the operator see meanwhile. */
  async function goesOnByWords(): Promise<void> {
    const person = await talkingVisitor(originOf(app));
    const heard = await person.say(story);
    expect(heard.status).toBe(200);
    expect(heard.texts.length).toBeGreaterThan(0);
    expect(app.logged.join("")).toContain("grounding_index_unavailable");
    await expect
      .poll(() => readinessOf(app), { timeout: 10_000 })
      .toMatchObject({ status: "degraded", dependencies: { store: { status: "ok" }, index: { status: "missing" } } });
  }

  test("well: it finds by meaning", async () => {
    const person = await talkingVisitor(originOf(app));
    expect((await person.say(story)).question).toMatch(/^offer:/);
    expect(await readinessOf(app)).toMatchObject({ status: "ready" });
  });

  test("slow", async () => {
    link.slow(5_000);
    await goesOnByWords();
    link.slow(0);
  });

  test("down, and back again", async () => {
    link.cut();
    await goesOnByWords();
    link.mend();
    await expect.poll(() => readinessOf(app), { timeout: 10_000 }).toMatchObject({ status: "ready" });
  });

  test("of another dimension", async () => {
    const { alias_name, collection_name } = await alias();
    await client.createCollection("other", { vectors: { size: 3, distance: "Cosine", multivector_config: { comparator: "max_sim" } } });
    await client.upsert("other", { wait: true, points: [{ id: 1, vector: [[1, 0, 0]], payload: { uri: "x" } }] });
    const put = (to: string) =>
      client.updateCollectionAliases({ actions: [{ delete_alias: { alias_name } }, { create_alias: { alias_name, collection_name: to } }] });
    await put("other");
    await goesOnByWords();
    await put(collection_name);
  });

  test("empty", async () => {
    await client.delete((await alias()).collection_name, { wait: true, filter: { must_not: [{ key: "uri", match: { value: "none of them" } }] } });
    await goesOnByWords();
  });

  test("gone before the start: the program says so in a line, and does not start", async () => {
    link.cut();
    await expect(startTestApplication({ QDRANT_URL: `http://127.0.0.1:${link.port}` })).rejects.toMatchObject({
      code: "grounding_index_unavailable",
    });
  });
});
