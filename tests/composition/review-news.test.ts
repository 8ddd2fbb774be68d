import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createReviewNews, type ReviewNewsDesk } from "../../src/composition/review-news.ts";
import { Interview } from "../../src/dialogs/state.ts";
import { claimContent } from "../../src/domain/endorsement.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import type { TurnRunner } from "../../src/domain/turns.ts";
import { type Review, reviewKinds, type ReviewLine, type Verdict } from "../../src/review/review-rows.ts";
import { windows, windowsHeadline } from "../support/counsellor-desk.ts";
import { testTaxonomy } from "../support/interview-player.ts";
import { createMemoryStore, type MemoryStore } from "../support/memory-store.ts";
import { labelled } from "../support/sharing-client.ts";
import { starredBot } from "../support/starred-bot.ts";

let store: MemoryStore;
let runner: TurnRunner;
let news: ReviewNewsDesk;
let errors: unknown[];
let minute = 0;

const web = { holderId: "h", conversationId: "c", channel: "web", value: null, locale: "nl" } as const;
const review: Review = {
  id: "g1",
  counsellor: { id: "ria", name: "Ria Verzonnen", role: "begeleider", organisation: "De Kade" },
  relation: "begeleider",
  boundAt: "2026-11-24T10:00:00.000Z",
};

/** The counsellor says something of a claim. */
async function says(kind: Verdict["kind"], name: string, change: Partial<Verdict> = {}): Promise<void> {
  minute += 1;
  const content = claimContent(labelled(name, name));
  const at = new Date(Date.UTC(2026, 10, 25, 10, minute)).toISOString();
  const verdict: Verdict = {
    id: `v${minute}`,
    kind,
    at,
    comment: null,
    before: kind === "suggest" ? null : content,
    after: kind === "suggest" ? content : null,
    origin: null,
    endorsementId: null,
    answer: null,
    ...change,
  };
  const line: ReviewLine = { reviewId: "g1", claimId: name, verdicts: [verdict] };
  await store.putHolderRow("h", reviewKinds.line, `g1.${name}`, line);
}

async function talk(text: string | null): Promise<void> {
  await runner.run({ ...web, activityId: `t${(minute += 1)}`, text, isStart: text === null }, () => undefined);
}

const texts = async (conversationId = "c") => (await store.activities("h", conversationId, 0)).map(({ activity }) => String(activity["text"]));
const state = async () => Interview.parse((await store.load("h", "c"))?.state);

beforeEach(async () => {
  store = createMemoryStore();
  runner = starredBot(store);
  errors = [];
  news = createReviewNews({
    store,
    headlineOf: (uri) => (uri === windows.uri ? windowsHeadline : null),
    run: async (turn) => void (await runner.run(turn, () => undefined)),
    onError: (error) => errors.push(error),
    quietMs: 1000,
  });
  await store.createHolder("h", emptyPassport("nl", testTaxonomy));
  await store.putHolderRow("h", reviewKinds.review, "g1", review);
  await talk(null);
});
afterEach(() => {
  news.close();
  vi.useRealTimers();
});

describe("R35: what a counsellor said arrives in the conversation", () => {
  test("R35: once, by what was said, with the question that stood open asked again", async () => {
    await talk("goed");
    const [before, question] = [(await texts()).length, (await texts()).at(-1)];
    await says("accept", "brood bakken");
    await says("accept", "ramen", { before: { ...windows, level: null } });
    await says("question", "orgel spelen");
    await says("suggest", "planten verzorgen");
    const stateBefore = await state();
    await news.tell("h");
    expect((await texts()).slice(before)).toEqual([
      "Ria Verzonnen onderschrijft: “brood bakken”, “Je wast ramen”.",
      "Ria Verzonnen heeft een vraag over “orgel spelen”.",
      "Ria Verzonnen denkt dat je ook dit kunt: “planten verzorgen”.",
      "Lees het bij Mijn paspoort. Daar geef je antwoord. Jij beslist.",
      question,
    ]);
    expect(await state()).toEqual(stateBefore);
    await news.tell("h");
    expect(await texts()).toHaveLength(before + 5);
    // Only what is new, and what was not answered meanwhile.
    await says("reject", "brood bakken");
    await says("withdraw", "ramen", { answer: { at: "2026-11-25T12:00:00.000Z", kind: "seen", text: null } });
    await news.tell("h");
    expect((await texts()).slice(before + 5)).toEqual([
      "Ria Verzonnen ziet dit niet zo: “brood bakken”.",
      // Nothing in it asks for an answer.
      "Lees het bij Mijn paspoort.",
      question,
    ]);
  });

  test("R35: thirty skills are one line, and two processes at once tell it once", async () => {
    await talk("goed");
    const before = (await texts()).length;
    for (let index = 0; index < 30; index += 1) await says("accept", `vaardigheid ${index}`);
    await Promise.all([news.tell("h"), news.tell("h")]);
    const told = (await texts()).slice(before);
    expect(told).toHaveLength(3);
    expect(told[0]).toContain("“vaardigheid 4” en nog 25.");
  });

  test("R23: before anything was agreed to nothing is said, and then nothing is lost", async () => {
    await says("accept", "brood bakken");
    const before = await texts();
    await news.tell("h");
    expect(await texts()).toEqual(before);
    await talk("goed");
    await news.tell("h");
    expect((await texts()).join()).toContain("Ria Verzonnen onderschrijft");
  });

  test("a conversation of another channel is left to that channel", async () => {
    await talk("goed");
    await store.createConversation("h", "channel-teams-1");
    await says("accept", "brood bakken");
    await news.tell("h");
    expect(await texts("channel-teams-1")).toEqual([]);
    expect((await texts()).join()).toContain("onderschrijft");
  });

  test("a sitting is told as one, once it is quiet; who erased everything meanwhile hears nothing", async () => {
    await talk("goed");
    const before = (await texts()).length;
    vi.useFakeTimers();
    await says("accept", "brood bakken");
    news.said("h");
    await vi.advanceTimersByTimeAsync(900);
    await says("accept", "orgel spelen");
    news.said("h");
    await vi.advanceTimersByTimeAsync(900);
    expect(await texts()).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(200);
    expect((await texts()).slice(before)[0]).toBe("Ria Verzonnen onderschrijft: “brood bakken”, “orgel spelen”.");
    await says("reject", "brood bakken");
    news.said("h");
    await store.eraseHolder("h");
    await vi.advanceTimersByTimeAsync(2000);
    expect(errors).toEqual([]);
    expect(await store.hasHolder("h")).toBe(false);
  });
});
