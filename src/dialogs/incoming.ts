import type { Language } from "../domain/language.ts";
import { maskIdentifiers } from "../domain/redaction.ts";
import type { IncomingTurn } from "../domain/turns.ts";
import type { Span } from "../domain/utterance.ts";
import { normalise } from "./answers.ts";
import { isNamed } from "./chosen.ts";
import { Action, type Choice, type Outcome } from "./events.ts";
import { withoutSpans } from "./kept-text.ts";
import { choiceText } from "./speech.ts";
import type { Wording } from "./wording.ts";

/** The action that a channel sent; not `readable` where it is none of ours. */
export function parseAction(value: unknown): { action: Action | null; readable: boolean } {
  if (value === null || value === undefined) return { action: null, readable: true };
  const plain = typeof value === "object" && !Array.isArray(value) ? withFields(value as Record<string, unknown>) : value;
  const parsed = Action.safeParse(plain);
  return parsed.success ? { action: parsed.data, readable: true } : { action: null, readable: false };
}

/** Inputs of a submitted card arrive beside the action; those named `<id>.<field>` are its fields. */
function withFields(value: Record<string, unknown>): Record<string, unknown> {
  const fields = Object.fromEntries(Object.entries(value).filter(([key, each]) => key.includes(".") && typeof each === "string"));
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !key.includes(".")));
  return Object.keys(fields).length > 0 ? { ...rest, fields } : rest;
}

/** What cannot be undone is taken literally. */
const isFinal = ({ label }: Choice) => "key" in label && /^choice\.(?:erase|wipe)/.test(label.key);

/** The choice whose button text was typed: as it stands there, with one slip, or with words of choosing around it. */
export function choiceTyped(text: string, choices: readonly Choice[], wording: Wording, language: Language): Action | null {
  const plain = normalise(text);
  const words = wording[language];
  const match =
    choices.find((choice) => normalise(choiceText(choice, words)) === plain) ??
    choices.find((choice) => !isFinal(choice) && isNamed(text, choiceText(choice, words)));
  return match?.action ?? null;
}

/** Nobody said this: the program tells that somebody came back. */
export function isReturn(turn: IncomingTurn): boolean {
  return parseAction(turn.value).action?.action === "returned";
}

/** Which button was pressed; what was typed into the fields beside it stands in the passport, and only there. */
function withoutFields(action: Action | null): object {
  const { fields: _, ...pressed } = action ?? {};
  return pressed;
}

/** The holder's own activity for the log: masked, or empty where nothing may be kept. */
export function ownActivity(
  turn: IncomingTurn,
  outcome: Outcome,
  sensitive: readonly Span[],
  wording: Wording,
  at: string,
): Readonly<Record<string, unknown>> {
  const { action } = parseAction(turn.value);
  const words = wording[outcome.state.language];
  const pressed = action && words.has(`choice.${action.action}`) ? words.say(`choice.${action.action}`) : "";
  // What the file is called may be somebody's name: it is not kept either.
  const sent = turn.file ? words.say("document.sent") : pressed;
  const plain = turn.text === null ? sent : withoutSpans(turn.text, sensitive);
  return {
    type: "message",
    id: turn.activityId,
    timestamp: at,
    from: { id: turn.holderId, role: "user" },
    text: outcome.keepText ? maskIdentifiers(plain).masked : "",
    ...(turn.value === null || turn.value === undefined ? {} : { value: withoutFields(action) }),
    channelData: { clientActivityID: turn.activityId, ...(outcome.keepText ? {} : { notKept: true }) },
  };
}
