import type { Talker } from "./load.ts";
import { timed } from "./timed.ts";

export interface ConversationsSpeed {
  readonly turns: number;
  readonly perSecond: number;
  /** Milliseconds that somebody waits for an answer. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Every third turn tells something with skills in it, the others answer: as in an interview. */
const said = [
  "Ik reed op een heftruck in een groot magazijn en ik telde de voorraad.",
  "ja",
  "ja",
  "In het weekend kook ik soep voor de buurt en ik bak brood.",
  "ja",
  "ja",
  "Ik help mijn oma met de boodschappen en ik doe haar was.",
  "ja",
  "ja",
] as const;

/** At most so many begin at the same moment: beginning is not what is measured. */
const beginAtOnce = 20;

async function gathered(count: number, come: () => Promise<Talker>): Promise<Talker[]> {
  const all: Talker[] = [];
  while (all.length < count) {
    const some = Array.from({ length: Math.min(beginAtOnce, count - all.length) }, come);
    all.push(...(await Promise.all(some)));
  }
  return all;
}

export function atShare(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** So many people at once, each answering as soon as there is something to answer, for some seconds. Each turn that was begun
 *  in that time counts. */
export async function conversationsSpeed(come: () => Promise<Talker>, atOnce: number, seconds: number): Promise<ConversationsSpeed> {
  const people = await gathered(atOnce, come);
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(
    people.map(async (person, at) => {
      for (let turn = 0; performance.now() - begun < seconds * 1_000; turn += 1)
        await timed(times, () => person.turn(said[(at + turn) % said.length] ?? "ja"));
    }),
  );
  const took = (performance.now() - begun) / 1_000;
  for (const person of people) person.close();
  const sorted = times.toSorted((a, b) => a - b);
  return {
    turns: sorted.length,
    perSecond: sorted.length / took,
    p50: atShare(sorted, 0.5),
    p95: atShare(sorted, 0.95),
    p99: atShare(sorted, 0.99),
  };
}

export interface IdleMemory {
  readonly conversations: number;
  /** For a thousand of them, with their sockets open. */
  readonly residentMb: number;
  readonly usedMb: number;
}

export interface MeasuredServer {
  memory(): Promise<{ readonly residentMb: number; readonly usedMb: number }>;
}

/** What conversations cost in which nobody says anything. */
export async function idleMemory(server: MeasuredServer, come: () => Promise<Talker>, conversations: number): Promise<IdleMemory> {
  // The first ones bring what everybody shares.
  const first = await gathered(beginAtOnce, come);
  const before = await server.memory();
  const people = await gathered(conversations, come);
  const after = await server.memory();
  for (const person of [...first, ...people]) person.close();
  const forThousand = (name: "residentMb" | "usedMb") => ((after[name] - before[name]) * 1_000) / conversations;
  return { conversations, residentMb: forThousand("residentMb"), usedMb: forThousand("usedMb") };
}

export interface Soak {
  readonly minutes: number;
  readonly turns: number;
  readonly failures: number;
  /** Medians of the second and of the last third of the time; the first one is for warming up. */
  readonly usedMb: { readonly middle: number; readonly end: number };
  readonly residentMb: { readonly middle: number; readonly end: number };
}

/** People come, talk for a while and go, for some minutes; memory is looked at every few seconds. */
export async function soak(server: MeasuredServer, come: () => Promise<Talker>, minutes: number): Promise<Soak> {
  const seen: { residentMb: number; usedMb: number }[] = [];
  const until = performance.now() + minutes * 60_000;
  let turns = 0;
  let failures = 0;
  const oneAfterAnother = async () => {
    while (performance.now() < until) {
      try {
        const person = await come();
        for (let turn = 0; turn < 30 && performance.now() < until; turn += 1, turns += 1) await person.turn(said[turn % said.length] ?? "ja");
        person.close();
      } catch {
        failures += 1;
      }
    }
  };
  const looking = async () => {
    while (performance.now() < until) {
      seen.push(await server.memory());
      await new Promise((resolve) => setTimeout(resolve, (minutes * 60_000) / 60));
    }
  };
  await Promise.all([...Array.from({ length: 10 }, oneAfterAnother), looking()]);
  const third = Math.floor(seen.length / 3);
  const median = (from: number, to: number, name: "residentMb" | "usedMb") =>
    atShare(
      seen
        .slice(from, to)
        .map((each) => each[name])
        .toSorted((a, b) => a - b),
      0.5,
    );
  const thirds = (name: "residentMb" | "usedMb") => ({ middle: median(third, 2 * third, name), end: median(2 * third, seen.length, name) });
  return { minutes, turns, failures, usedMb: thirds("usedMb"), residentMb: thirds("residentMb") };
}
