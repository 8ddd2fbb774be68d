import { openBot } from "../../composition/bot.ts";
import type { Skills } from "../../composition/skills.ts";
import type { Config } from "../../config.ts";
import type { Language } from "../../domain/language.ts";
import type { TurnRunner } from "../../domain/turns.ts";
import { createEmbeddedExtractor } from "../../extraction/embedded-extractor.ts";
import { withOwnStore } from "../own-store.ts";
import type { Persona } from "../persona.ts";
import { playPersona } from "../persona-player.ts";
import { type Spread, spreadOf } from "../spread.ts";
import { sixtyWords } from "./answers.ts";
import { blockedDuring } from "./event-loop.ts";
import { timed } from "./timed.ts";

/** Concepts asked of each grounding. */
const topK = 10;
/** People who type at the same moment. */
const atOnce = 50;

export interface PhraseSpeed {
  /** Milliseconds that one phrase takes, one at a time. */
  readonly one: Spread;
  /** Longest block of the event loop within each of them. */
  readonly blocked: Spread;
}

/** Phrases one at a time, after one round that does not count. @param phrases at least one */
export async function phraseSpeed({ grounder }: Skills, phrases: readonly string[], language: Language, runs: number): Promise<PhraseSpeed> {
  const ground = (text: string) => grounder.ground([{ text, language }], topK);
  for (const text of phrases) await ground(text);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) for (const text of phrases) await timed(times, () => ground(text));
  const blocks: number[] = [];
  for (const text of phrases) blocks.push(await blockedDuring(() => ground(text)));
  return { one: spreadOf(times), blocked: spreadOf(blocks) };
}

export interface CrowdSpeed {
  /** Milliseconds until the last of fifty has its answer. */
  readonly all: Spread;
  /** Longest block of the event loop meanwhile. */
  readonly blocked: Spread;
}

/** Fifty phrases at the same moment. */
export async function crowdSpeed({ grounder }: Skills, phrases: readonly string[], language: Language, runs: number): Promise<CrowdSpeed> {
  const all: number[] = [];
  const blocks: number[] = [];
  const texts = Array.from({ length: atOnce }, (_, at) => phrases[at % phrases.length] ?? "");
  for (let run = 0; run < runs; run += 1) {
    const together = () => Promise.all(texts.map((text) => grounder.ground([{ text, language }], topK)));
    blocks.push(await blockedDuring(() => timed(all, together)));
  }
  return { all: spreadOf(all), blocked: spreadOf(blocks) };
}

export interface AnswerSpeed {
  /** Reading sixty words: clauses, candidates, credentials. */
  readonly extracted: Spread;
  /** … and grounding and choosing what is offered. */
  readonly found: Spread;
  readonly blocked: Spread;
}

/** An answer of sixty words through the embedded extractor, after one that does not count. */
export async function answerSpeed({ finder }: Skills, language: Language, runs: number): Promise<AnswerSpeed> {
  const extractor = createEmbeddedExtractor();
  const utterance = { id: "answer", text: sixtyWords[language], about: "paid_work" } as const;
  const context = { language, question: null, alreadyOffered: new Set<string>() };
  const find = () => finder.find(utterance, context);
  await find();
  const extracted: number[] = [];
  const found: number[] = [];
  const blocks: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await timed(extracted, () => extractor.extract(utterance, context));
    await timed(found, find);
    blocks.push(await blockedDuring(find));
  }
  return { extracted: spreadOf(extracted), found: spreadOf(found), blocked: spreadOf(blocks) };
}

export interface TurnSpeed {
  readonly all: Spread;
  /** Turns in which the person told something of their own. */
  readonly story: Spread;
}

/** Whole turns, as a channel waits for them, over whole interviews with a sealed SQLite store. */
export async function turnSpeed(config: Config, skills: Skills, personas: readonly Persona[], runs: number): Promise<TurnSpeed> {
  const all: number[] = [];
  const story: number[] = [];
  await withOwnStore(config, async (store) => {
    const { runner } = openBot(config, { store, skills, withModel: false });
    for (let run = 0; run < runs; run += 1) {
      for (const persona of personas) {
        const told = new Set(persona.utterances.map(({ text }) => text));
        const timedRunner: TurnRunner = {
          run: async (turn, onWaiting) => {
            const result = await timed(all, () => runner.run(turn, onWaiting));
            if (turn.text !== null && told.has(turn.text)) story.push(...all.slice(-1));
            return result;
          },
        };
        const id = `${persona.id}-${run}`;
        await playPersona({ persona, runner: timedRunner, holderId: id, conversationId: id, confirm: "all" });
      }
    }
  });
  return { all: spreadOf(all), story: spreadOf(story) };
}
