import { createHash } from "node:crypto";
import type { ConceptCatalogue } from "../domain/concept.ts";
import type { Disclosure } from "../domain/consent.ts";
import { type Language, languageOf } from "../domain/language.ts";
import { longestMessage } from "../domain/message-text.ts";
import type { Passport } from "../domain/passport.ts";
import { maskIdentifiers } from "../domain/redaction.ts";
import type { LoadedConversation } from "../domain/store.ts";
import type { IncomingTurn } from "../domain/turns.ts";
import { meaningOf } from "./answers.ts";
import { saysOtherwise } from "./consent.ts";
import type { Action, Outcome } from "./events.ts";
import { choiceTyped, parseAction } from "./incoming.ts";
import { interview } from "./interview.ts";
import { questionOf } from "./questions.ts";
import { onReviewed } from "./review-news.ts";
import { Interview } from "./state.ts";
import type { Wording } from "./wording.ts";

export interface FirstOutcomeDependencies {
  readonly catalogue: Pick<ConceptCatalogue, "info">;
  readonly wording: Wording;
  readonly disclosure: (channel: IncomingTurn["channel"]) => Disclosure;
  /** ISO 8601. */
  readonly now: () => string;
  /** A text without what may not be kept: for words that are kept as they were typed. Without it only identifiers are masked. */
  readonly withoutDetails?: (text: string, language: Language) => string;
  /** Whether words ask for kindness before anything else. */
  readonly soundsDistressed?: (text: string) => boolean;
}

/** The language that was asked for in so many words, else that of the channel, else that which the passport was opened in. */
function firstLanguage({ locale, text }: IncomingTurn, { language }: Passport): Language {
  const asked = text === null ? null : meaningOf(text);
  if (asked === "to_english") return "en";
  if (asked === "to_dutch") return "nl";
  return locale === null ? language : languageOf(locale);
}

/** Begins the ids of what this conversation finds. One that began anew under its old name takes another: ids stay the passport's own. */
function idPrefixOf(conversationId: string, passport: Passport): string {
  const used = JSON.stringify(passport);
  for (let times = 0; ; times += 1) {
    const name = times === 0 ? conversationId : `${conversationId} ${times}`;
    const prefix = createHash("sha256").update(name).digest("hex").slice(0, 8);
    if (!used.includes(`-${prefix}-`)) return prefix;
  }
}

/** The fields of a card are kept as they were typed; what was not changed stays. */
function withoutDetailsIn(
  action: Action,
  { experiences, credentials, document, language }: Interview,
  withoutDetails: (text: string, language: Language) => string,
): Action {
  if (!action.fields) return action;
  const read = [...(document?.experiences ?? []), ...(document?.credentials ?? [])];
  const kept = new Set([...experiences, ...credentials, ...read].flatMap((each): unknown[] => Object.values(each)));
  const fields = Object.entries(action.fields).map(([name, value]) => [name, kept.has(value) ? value : withoutDetails(value, language)]);
  return { ...action, fields: Object.fromEntries(fields) };
}

/** What the interview does with a turn as it came in: which event it is, and what follows at once. No I/O. */
export function firstOutcome(deps: FirstOutcomeDependencies, turn: IncomingTurn, loaded: LoadedConversation): Outcome {
  const { catalogue, wording } = deps;
  const withoutDetails = deps.withoutDetails ?? ((text: string) => maskIdentifiers(text).masked);
  const at = deps.now();
  const disclosure = deps.disclosure(turn.channel);
  if (loaded.state === null) {
    return interview(null, {
      type: "started",
      at,
      idPrefix: idPrefixOf(turn.conversationId, loaded.passport),
      language: firstLanguage(turn, loaded.passport),
      taxonomy: catalogue.info,
      disclosure,
      wordingHash: wording.hash,
    });
  }
  const saved = Interview.parse(loaded.state);
  if (turn.news) return onReviewed(saved, turn.news);
  // Another taxonomy may be in use than when this conversation began: what is found now is of that one.
  const state: Interview = { ...saved, taxonomy: catalogue.info, disclosure: { ...saved.disclosure, contact: disclosure.contact } };
  const isOver = state.phase === "declined" || state.phase === "erased";
  if (!isOver && saysOtherwise(state.disclosure, disclosure))
    return interview(state, { type: "disclosure_changed", at, disclosure, wordingHash: wording.hash });
  if (turn.file) return interview(state, { type: "file_sent", at, activityId: turn.activityId });
  const { action, readable } = parseAction(turn.value);
  if (!readable) return interview(state, { type: "unreadable", at });
  if (turn.text !== null && turn.text.length > longestMessage) return interview(state, { type: "too_long", at });
  const meant = action ?? (turn.text === null ? null : choiceTyped(turn.text, questionOf(state).choices, wording, state.language));
  return interview(state, {
    type: "answered",
    at,
    activityId: turn.activityId,
    text: turn.text,
    textToKeep: turn.text === null ? null : withoutDetails(turn.text, state.language),
    isDistressed: turn.text !== null && (deps.soundsDistressed?.(turn.text) ?? false),
    action: meant === null ? null : withoutDetailsIn(meant, state, withoutDetails),
    passport: loaded.passport,
  });
}
