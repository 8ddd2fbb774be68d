import { type FSWatcher, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Persona } from "../../src/cli/persona.ts";
import { playPersona } from "../../src/cli/persona-player.ts";
import type { TurnRunner } from "../../src/domain/turns.ts";
import { putVectors } from "../support/application.ts";
import { channelClient } from "../support/channel-client.ts";
import { type MortalServer, startMortalServer, startServerProcess } from "../support/server-process.ts";
import { type DirectLineAnswer, visit } from "../support/web-app.ts";

/** Words that stand nowhere but in what this person types. */
const marked = ["Kwibusmolen", "Zwervelinck", "Prutteldijk", "Wervelbaard", "Snorrebos", "Tuffelaar"];

const persona: Persona = {
  id: "marked",
  lang: "nl",
  gold: [],
  utterances: [
    { about: "paid_work", text: "Ik werk bij bakkerij Kwibusmolen. Ik bak brood en ik help klanten aan de kassa." },
    { about: "paid_work", text: "Voor Zwervelinck reed ik op een heftruck en ik telde de voorraad in het magazijn." },
    { about: "volunteering", text: "Bij voetbalclub Prutteldijk geef ik training aan kinderen en ik regel de vrijwilligers." },
    { about: "family_care", text: "Ik zorg voor mijn buurman Wervelbaard. Ik kook voor hem en ik doe zijn boodschappen." },
    { about: "hobby", text: "In de tuin van Snorrebos snoei ik bomen en ik repareer fietsen." },
    { about: "drives", text: "Ik wil later bij Tuffelaar werken, want ik help graag mensen." },
  ],
};

type Activity = DirectLineAnswer["activities"][number];
const QuestionData = z.looseObject({ question: z.string().optional(), offer: z.object({ uri: z.string().nullable() }).optional() });

/** Numbers from 0 to 1, always the same ones (the generator of Park and Miller). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const random = seeded(20_260_302);
/** Milliseconds within which a turn is done and a start is not. */
const turnMs = 60;
const startMs = 1500;

type Moment =
  | { readonly when: "between turns" }
  /** After the message was sent. */
  | { readonly when: "in a turn"; readonly ms: number }
  /** After the first write to the database that a turn causes. */
  | { readonly when: "in a write"; readonly ms: number };

/** When to kill, by the number of the turn: in every third one, each way in its turn. */
function moments(): ReadonlyMap<number, Moment> {
  const ways = [
    (): Moment => ({ when: "in a turn", ms: random() * turnMs }),
    (): Moment => ({ when: "in a write", ms: random() * 3 }),
    (): Moment => ({ when: "between turns" }),
  ];
  return new Map(Array.from({ length: 10 }, (_, index) => [2 + 3 * index, ways[index % ways.length]?.() ?? { when: "between turns" }]));
}

function busyWait(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

const asStored = (activities: readonly Activity[]) => activities.map((activity, index) => ({ sequence: index + 1, activity }));
const questionIn = (log: readonly Activity[]) =>
  log.map((activity) => QuestionData.optional().parse(activity["channelData"])).findLast((data) => data?.question !== undefined);

/** Kills the server at a moment of the turn that is being sent. Resolves when it was killed, or when the turn was over before. */
async function strike(server: MortalServer, dataDir: string, moment: Moment, over: Promise<unknown>): Promise<void> {
  if (moment.when === "in a turn") {
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, moment.ms))]);
  } else if (moment.when === "in a write") {
    let watcher: FSWatcher | undefined;
    const written = new Promise<void>((resolve) => (watcher = watch(join(dataDir, "passport.sqlite-wal"), () => resolve())));
    await Promise.race([over, written]);
    watcher?.close();
    busyWait(moment.ms);
  } else await over;
  server.killAndStart(random() < 0.3 ? random() * startMs : null);
}

/** Kills servers that find an empty folder, while they make their keys and tables. */
async function killFirstStarts(dataDir: string, count: number): Promise<void> {
  for (let round = 0; round < count; round += 1) {
    const server = startServerProcess({ PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "info" }, dataDir);
    let watcher: FSWatcher | undefined;
    const made = new Promise<void>((resolve) => {
      watcher = watch(dataDir, { recursive: true }, () => resolve());
    });
    await Promise.race([made, server.ready]);
    watcher?.close();
    busyWait(random() * 15);
    await server.kill();
  }
}

/** Files below a folder in which a word stands, in UTF-8 or UTF-16, whatever its case. */
function filesHolding(word: string, folder: string): string[] {
  const wanted = [word.toLowerCase(), word.toUpperCase(), word].flatMap((each) => [
    Buffer.from(each, "utf8"),
    Buffer.from(each, "utf16le"),
    Buffer.from(each, "utf16le").swap16(),
  ]);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .filter((path) => {
      const content = readFileSync(path);
      return wanted.some((each) => content.includes(each));
    });
}

describe("the whole server, killed again and again during a conversation", () => {
  let folder: string;
  let dataDir: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "killed-server-"));
    dataDir = join(folder, "data");
    mkdirSync(dataDir);
    await putVectors(dataDir);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test(
    "nothing that was acknowledged is lost, nothing is doubled, and the conversation is the one it would have been",
    { timeout: 600_000 },
    async () => {
      const firstStarts = 3;
      await killFirstStarts(dataDir, firstStarts);
      const server = await startMortalServer(dataDir);
      try {
        await server.up();
        const visitor = await visit(server);
        const client = channelClient(server, visitor);
        const plan = moments();
        const sent: string[] = [];
        const confirmed: (string | null)[] = [];
        const found = { "not stored": 0, "stored, not answered": 0, answered: 0 };
        let log: readonly Activity[] = [];

        async function holdsAll(): Promise<void> {
          expect(log.filter((each) => each.from.role === "user").map((each) => each.id)).toEqual(sent);
          expect(new Set(log.map((each) => each.id)).size).toBe(log.length);
          const { claims } = await client.passport();
          expect(claims.map((claim) => claim.uri)).toEqual(confirmed);
          expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length);
        }

        /** One turn, in which the server may be killed. */
        const runner: TurnRunner = {
          run: async (turn) => {
            const before = log;
            const asked = questionIn(before);
            let brokenOff: readonly Activity[] | null = null;
            const sending = client.send(turn, async () => {
              brokenOff ??= await client.log();
            });
            const moment = plan.get(sent.length);
            if (moment) await strike(server, dataDir, moment, sending);
            await sending;
            if (!turn.isStart) sent.push(turn.activityId);
            if (turn.text === "ja" && asked?.question?.startsWith("offer:")) confirmed.push(asked.offer?.uri ?? null);
            log = await client.log();
            await holdsAll();
            // A turn that was broken off is wholly there or not at all; sending it again adds nothing to the first, all to the second.
            const after = brokenOff as readonly Activity[] | null;
            if (moment) found[!after ? "answered" : after.length === before.length ? "not stored" : "stored, not answered"] += 1;
            if (after) expect(after).toEqual(after.length === before.length ? before : log);
            expect(log.slice(0, before.length)).toEqual(before);
            return { activities: asStored(log).slice(before.length) };
          },
        };
        const played = await playPersona({ persona, runner, holderId: "h", conversationId: visitor.conversationId, confirm: "all" });

        expect(server.kills() + firstStarts).toBeGreaterThanOrEqual(12);
        expect(confirmed.length).toBeGreaterThanOrEqual(5);
        console.info(`killed ${server.kills() + firstStarts} times; the turn then was ${JSON.stringify(found)}; ${confirmed.length} claims kept`);

        // The same conversation without a single kill.
        const other = channelClient(server, await visit(server));
        let seen = 0;
        const undisturbed: TurnRunner = {
          run: async (turn) => {
            await other.send(turn);
            const activities = asStored(await other.log()).slice(seen);
            seen += activities.length;
            return { activities };
          },
        };
        expect(played).toEqual(await playPersona({ persona, runner: undisturbed, holderId: "h", conversationId: "c", confirm: "all" }));
        expect(played.lines.map((line) => line.text).join("\n")).toContain(marked[0]);
      } finally {
        await server.kill();
      }

      const said = server.said();
      expect(said.split("\n").filter((line) => line.includes('"level":"error"'))).toEqual([]);
      for (const word of marked) {
        expect(said.toLowerCase()).not.toContain(word.toLowerCase());
        expect(filesHolding(word, dataDir)).toEqual([]);
      }
      // The search does find what is there.
      writeFileSync(join(folder, "utf8"), `… ${marked[0]} …`);
      writeFileSync(join(folder, "utf16"), `… ${marked[0]} …`, "utf16le");
      expect(filesHolding(marked[0] ?? "", folder)).toHaveLength(2);
    },
  );
});
