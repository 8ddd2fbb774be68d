import { describe, expect, test } from "vitest";
import type { Disclosure } from "../../src/domain/consent.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import type { SkillFinder } from "../../src/domain/ports.ts";
import { createTurnRunner } from "../../src/dialogs/turn-runner.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { conceptCard, disclosure, starredFindings, testTaxonomy } from "../support/interview-player.ts";
import { createMemoryStore } from "../support/memory-store.ts";

/** A conversation on an installation that changes between two turns. */
async function conversation() {
  const store = createMemoryStore();
  const read: string[] = [];
  const finder: SkillFinder = {
    find: async (utterance) => {
      read.push(utterance.text);
      return starredFindings(utterance);
    },
    search: async () => [conceptCard("zoeken")],
  };
  const now = { disclosure, taxonomy: testTaxonomy };
  const runner = createTurnRunner({
    store,
    finder,
    catalogue: {
      get info() {
        return now.taxonomy;
      },
    },
    wording: loadWording(),
    render: (messages) => messages.map((message) => ({ text: message.key })),
    disclosure: () => now.disclosure,
    now: () => "2026-03-02T19:00:00.000Z",
    withoutDetails: (text) => text.replace("kanker", "…"),
    soundsDistressed: (text) => text.includes("niks waard"),
    eraseEverything: async () => undefined,
    endSessions: async () => undefined,
  });
  await store.createHolder("h", emptyPassport("nl", testTaxonomy));
  let turns = 0;
  async function turn(text: string | null): Promise<unknown[]> {
    turns += 1;
    const isStart = text === null;
    const made = { holderId: "h", conversationId: "c", activityId: `a${turns}`, channel: "web", text, value: null, locale: "nl", isStart } as const;
    const { activities } = await runner.run(made, () => undefined);
    return activities.map(({ activity }) => activity["text"]).filter((key) => typeof key === "string" && /^[a-z_]+\./.test(key));
  }
  await turn(null);
  return {
    store,
    read,
    say: turn,
    passport: async () => (await store.passport("h")) ?? emptyPassport("nl", testTaxonomy),
    change: (change: Partial<Disclosure>) => (now.disclosure = { ...now.disclosure, ...change }),
    use: (version: string) => (now.taxonomy = { ...testTaxonomy, version }),
  };
}

const changes: readonly Partial<Disclosure>[] = [
  { modelHost: "model.example" },
  { storedWhere: "operator_database" },
  { transcriptDays: null },
  { operatorName: "Gemeente Voorbeeld" },
];

describe("R23: what the notice says is no longer so", () => {
  test.for(changes)("%j: it is said again, and nothing is read before that was agreed to", async (change) => {
    const { say, read, passport, change: set } = await conversation();
    await say("ja");
    set(change);
    expect(await say("ik *kook*")).toEqual(["opening.changed", "opening.notice", "opening.ask_changed"]);
    expect(await say("ik *kook*")).toEqual(["opening.first_agree_changed", "opening.ask_changed"]);
    expect(read).toEqual([]);
    expect(await say("Goed, verder")).toEqual(["open.day"]);
    expect((await passport()).consents).toMatchObject([{ disclosure }, { disclosure: { ...disclosure, ...change } }]);
    expect(await say("ik *kook*")).toEqual(["offer.ask"]);
  });

  test("the question that was open is open again afterwards, also when erasing was thought of in between", async () => {
    const { say, change } = await conversation();
    await say("ja");
    await say("ik *kook*");
    change({ modelHost: "model.example" });
    await say("ja");
    expect(await say("wis alles")).toEqual(["erase.ask"]);
    expect(await say("nee")).toEqual(["erase.kept", "opening.ask_changed"]);
    expect(await say("ja")).toEqual(["offer.ask"]);
    expect(await say("ja")).toContain("offer.confirmed_first");
  });

  test("“ja” to logging out agrees to nothing", async () => {
    const { say, change, passport } = await conversation();
    await say("ja");
    await say("ik *kook*");
    await say("ja");
    change({ modelHost: "model.example" });
    await say("ja");
    expect(await say("wis deze telefoon")).toEqual(["wipe.ask"]);
    expect(await say("ja")).toEqual(["erase.device_wiped"]);
    expect((await passport()).consents).toHaveLength(1);
  });

  test("who does not agree keeps what there was", async () => {
    const { say, change, passport } = await conversation();
    await say("ja");
    await say("ik *kook*");
    await say("ja");
    change({ modelHost: "model.example" });
    await say("ik *naai*");
    expect(await say("nee")).toEqual(["opening.not_agreed", "opening.ask_changed"]);
    expect((await passport()).claims).toHaveLength(1);
  });

  test("another contact person is simply named", async () => {
    const { say, change } = await conversation();
    await say("ja");
    change({ contact: { name: "Sam Voorbeeld", email: null, phone: null } });
    expect(await say("een mens")).toEqual(["person.contact", "open.day"]);
  });
});

test("a skill found after another taxonomy came into use names that one", async () => {
  const { say, use, passport } = await conversation();
  await say("ja");
  use("2");
  await say("ik *kook*");
  await say("ja");
  expect((await passport()).claims).toMatchObject([{ taxonomy: { name: "test", version: "2" } }]);
});

test("the language chosen before agreeing is the passport's", async () => {
  const { say, passport } = await conversation();
  await say("english please");
  expect((await passport()).language).toBe("nl");
  await say("yes");
  expect((await passport()).language).toBe("en");
});

test("own words are kept without what may not be kept", async () => {
  const { say, passport } = await conversation();
  await say("ja");
  await say("ik *kook*");
  await say("eigen woorden");
  await say("zorgen voor iemand met kanker");
  expect((await passport()).claims).toMatchObject([{ uri: null, label: { nl: "zorgen voor iemand met …" } }]);
});

test("a story is read whole, also where it begins sadly", async () => {
  const { say, read } = await conversation();
  await say("ja");
  expect(await say("ik ben niks waard zeggen ze, maar ik *kook*")).toEqual(["offer.ask"]);
  expect(read).toHaveLength(1);
});

test("distress is heard where words are asked for, too, and becomes no skill", async () => {
  const { say, passport } = await conversation();
  await say("ja");
  await say("ik *kook*");
  await say("eigen woorden");
  expect(await say("ik ben niks waard")).toEqual(["distress.kind", "distress.ask"]);
  expect((await passport()).claims).toEqual([]);
  expect(await say("verder")).toEqual(["own_words.ask"]);
});
