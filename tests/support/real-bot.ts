import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Persona } from "../../src/cli/persona.ts";
import { type Played, playPersona } from "../../src/cli/persona-player.ts";
import { openBot } from "../../src/composition/bot.ts";
import { openSkills, type Skills } from "../../src/composition/skills.ts";
import { openStore } from "../../src/composition/store.ts";
import { loadConfig } from "../../src/config.ts";
import type { TurnFigures } from "../../src/dialogs/turn-runner.ts";
import { Interview } from "../../src/dialogs/state.ts";
import type { Passport } from "../../src/domain/passport.ts";
import type { SkillFinder } from "../../src/domain/ports.ts";
import type { StoredActivity } from "../../src/domain/store.ts";
import type { IncomingTurn } from "../../src/domain/turns.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { putVectors } from "./application.ts";
import { quickTmpdir } from "./quick-tmpdir.ts";

const Reply = z.looseObject({
  text: z.string().default(""),
  from: z.looseObject({ role: z.string() }),
  attachments: z.array(z.looseObject({ content: z.unknown() })).default([]),
  channelData: z.looseObject({ question: z.string().optional() }).optional(),
});

/** Words, a pressed button, a file; null: the start. */
type Given = string | { readonly value: unknown } | { readonly bytes: Uint8Array } | null;

/** What the bot said in one turn. */
export interface Heard {
  readonly texts: readonly string[];
  /** Name of the question that is open now. */
  readonly question: string;
  /** Everything that came back, cards included, as JSON. */
  readonly json: string;
}

function heardIn(activities: readonly StoredActivity[]): Heard {
  const replies = activities.map(({ activity }) => Reply.parse(activity)).filter(({ from }) => from.role === "bot");
  return {
    texts: replies.map(({ text }) => text),
    question: replies.findLast(({ channelData }) => channelData?.question)?.channelData?.question ?? "",
    json: JSON.stringify(replies),
  };
}

export interface PlayedThrough extends Played {
  readonly passport: Passport;
  readonly state: Interview;
  /** Names of all questions that were put. */
  readonly asked: ReadonlySet<string>;
}

/** The interview with everything around it but a channel: a sealed SQLite store of its own, the starter taxonomy, and the embedded
 *  defaults; or the language model that the settings name. */
export async function openRealBot(
  settings: Readonly<Record<string, string>> = {},
  told: { readonly onTurn?: (figures: TurnFigures) => void; readonly onModelFailure?: (error: unknown) => void } = {},
) {
  const dataDir = await mkdtemp(join(quickTmpdir, "skillsgesprek-bot-"));
  await putVectors(dataDir);
  const config = loadConfig({ ...settings, DATA_DIR: dataDir });
  const withModel = config.model !== null;
  const { onTurn, onModelFailure } = told;
  const skills: Skills = await openSkills(config, { withModel, ...(onModelFailure ? { onModelFailure } : {}) });
  const read: Utterance[] = [];
  const finder: SkillFinder = {
    ...skills.finder,
    find: (utterance, context) => {
      read.push(utterance);
      return skills.finder.find(utterance, context);
    },
  };
  let store = await openStore(config);
  let turns = 0;
  const bot = () => openBot(config, { store, skills: { ...skills, finder }, withModel, ...(onTurn ? { onTurn } : {}) });
  let { runner } = bot();

  async function turn(holderId: string, conversationId: string, given: Given): Promise<Heard> {
    turns += 1;
    const isStart = given === null;
    const incoming: IncomingTurn = {
      holderId,
      conversationId,
      activityId: isStart ? "start" : `turn-${turns}`,
      channel: "cli",
      text: typeof given === "string" ? given : null,
      value: given !== null && typeof given === "object" && "value" in given ? given.value : null,
      ...(given !== null && typeof given === "object" && "bytes" in given ? { file: { bytes: given.bytes } } : {}),
      locale: "nl",
      isStart,
    };
    return heardIn((await runner.run(incoming, () => undefined)).activities);
  }

  return {
    skills,
    store: () => store,
    /** Every utterance that was read for skills. */
    read,
    /** A conversation in Dutch, before anything was said in it. */
    async begin(holderId: string, conversationId = `${holderId}-1`) {
      const opening = await turn(holderId, conversationId, null);
      const passport = async (): Promise<Passport> => {
        const found = await store.passport(holderId);
        if (!found) throw new Error("there is no passport");
        return found;
      };
      return {
        opening,
        say: (text: string) => turn(holderId, conversationId, text),
        /** Presses a button of a card, with what stands in its fields. */
        press: (value: Readonly<Record<string, string>>) => turn(holderId, conversationId, { value }),
        /** Sends a file along. */
        hand: (bytes: Uint8Array) => turn(holderId, conversationId, { bytes }),
        passport,
        log: async () => (await store.activities(holderId, conversationId, 0)).map(({ activity }) => activity),
      };
    },
    /** A whole conversation with a persona. */
    async play(persona: Persona, confirm: "all" | "gold" = "all"): Promise<PlayedThrough> {
      const holderId = `${persona.id}-${confirm}`;
      const asked = new Set<string>();
      const listening = {
        run: async (...given: Parameters<typeof runner.run>) => {
          const done = await runner.run(...given);
          asked.add(heardIn(done.activities).question);
          return done;
        },
      };
      const played = await playPersona({ persona, runner: listening, holderId, conversationId: holderId, confirm });
      const loaded = await store.load(holderId, holderId);
      if (!loaded) throw new Error("there is no conversation");
      return { ...played, passport: loaded.passport, state: Interview.parse(loaded.state), asked };
    },
    /** Closes everything and opens it again on the same data, as a restart does. */
    async restart(): Promise<void> {
      await store.close();
      store = await openStore(config);
      ({ runner } = bot());
    },
    async close(): Promise<void> {
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type RealBot = Awaited<ReturnType<typeof openRealBot>>;
