import type { Config } from "../../config.ts";
import { type ConversationsSpeed, conversationsSpeed, idleMemory, type IdleMemory } from "./conversations.ts";
import { startChannel, visitEcho, visitOurs } from "./load.ts";
import { startScriptedModel } from "./scripted-model.ts";
import { serve } from "./served.ts";

const modelMs = 2_000;
/** A model of two seconds takes four for a turn: fewer seconds would measure none. */
const leastWithModel = 9;

export interface CrowdFigures {
  /** By "embedded, 10 at once" and so on. */
  readonly speeds: Readonly<Record<string, ConversationsSpeed & { readonly timesEcho: number | null }>>;
  readonly idle: IdleMemory;
}

/** Whole servers in processes of their own, talked to over HTTP by so many people at once; a bare echo bot beside them. */
export async function crowdFigures({ dataDir }: Config, seconds: number, crowds: readonly number[]): Promise<CrowdFigures> {
  const speeds: Record<string, ConversationsSpeed & { timesEcho: number | null }> = {};
  const echoes = new Map<number, ConversationsSpeed>();

  const channel = await startChannel();
  const echo = await serve("echo", dataDir);
  try {
    for (const crowd of crowds) {
      const speed = await conversationsSpeed(async () => visitEcho(echo.origin, channel.serviceUrl), crowd, seconds);
      echoes.set(crowd, speed);
      speeds[`echo bot, ${crowd} at once`] = { ...speed, timesEcho: null };
    }
  } finally {
    await echo.stop();
    channel.close();
  }
  /** How often as long a turn takes as an echo, by what a second holds of each. */
  const timesEcho = (crowd: number, { perSecond }: ConversationsSpeed) => (echoes.get(crowd)?.perSecond ?? Number.NaN) / perSecond;

  const ours = await serve("ours", dataDir);
  let idle: IdleMemory;
  try {
    // One round that does not count.
    await conversationsSpeed(() => visitOurs(ours.origin, false), 2, 1);
    // Before the crowds, whose traces in the memory go by and by.
    idle = await idleMemory(ours, () => visitOurs(ours.origin, true, false), Math.min(1_000, 5 * Math.max(...crowds)));
    for (const crowd of crowds) {
      const speed = await conversationsSpeed(() => visitOurs(ours.origin, false), crowd, seconds);
      speeds[`embedded, ${crowd} at once`] = { ...speed, timesEcho: timesEcho(crowd, speed) };
    }
  } finally {
    await ours.stop();
  }

  const model = await startScriptedModel({ kind: "good", afterMs: modelMs });
  const withModel = await serve("ours", dataDir, model.baseUrl);
  try {
    for (const crowd of crowds) {
      const speed = await conversationsSpeed(() => visitOurs(withModel.origin, false), crowd, Math.max(seconds, leastWithModel));
      speeds[`model of 2 s, ${crowd} at once`] = { ...speed, timesEcho: timesEcho(crowd, speed) };
    }
  } finally {
    await withModel.stop();
    await model.close();
  }
  return { speeds, idle };
}
