import type { PassportEvent } from "../domain/passport-events.ts";
import type { Card, Choice, Message, Outcome, Work } from "./events.ts";
import { questionOf } from "./questions.ts";
import type { Asking, Interview } from "./state.ts";

/** An outcome in which nothing has happened yet. */
export function nothingYet(state: Interview): Outcome {
  return { state, messages: [], claimEvents: [], work: [], keepText: true };
}

export function withState(outcome: Outcome, change: Partial<Interview>): Outcome {
  return { ...outcome, state: { ...outcome.state, ...change } };
}

/** An answer is counted towards the question whether it has been enough. */
export function counted(outcome: Outcome): Outcome {
  return withState(outcome, { answers: outcome.state.answers + 1 });
}

export function message(
  key: string,
  params: Readonly<Record<string, string | number>> = {},
  more: { readonly card?: Card; readonly choices?: readonly Choice[]; readonly asks?: boolean } = {},
): Message {
  return { key, params, card: more.card ?? null, choices: more.choices ?? [], asks: more.asks ?? false };
}

/** Says something that asks nothing. */
export function say(outcome: Outcome, key: string, params: Readonly<Record<string, string | number>> = {}, card?: Card): Outcome {
  return { ...outcome, messages: [...outcome.messages, message(key, params, card ? { card } : {})] };
}

/** Makes `asking` the question of the moment, and asks it. */
export function ask(outcome: Outcome, asking: Asking): Outcome {
  return askAgain(withState(outcome, { asking }));
}

/** Puts the question of the moment (again). */
export function askAgain(outcome: Outcome): Outcome {
  return { ...outcome, messages: [...outcome.messages, questionOf(outcome.state)] };
}

export function emit(outcome: Outcome, ...events: readonly PassportEvent[]): Outcome {
  return { ...outcome, claimEvents: [...outcome.claimEvents, ...events] };
}

export function order(outcome: Outcome, work: Work): Outcome {
  return { ...outcome, work: [...outcome.work, work] };
}

/** A new id, unique over all conversations of a holder. */
export function freshId(outcome: Outcome, kind: string): readonly [Outcome, string] {
  const { idPrefix, nextId } = outcome.state;
  return [withState(outcome, { nextId: nextId + 1 }), `${kind}-${idPrefix}-${nextId}`];
}
