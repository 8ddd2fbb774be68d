import type { Passport } from "../domain/passport.ts";
import type { Choice, Message } from "../dialogs/events.ts";
import { progressOf, questionId } from "../dialogs/questions.ts";
import { choiceText, textOf } from "../dialogs/speech.ts";
import type { Interview } from "../dialogs/state.ts";
import type { RenderActivities } from "../dialogs/turn-runner.ts";
import type { Wording, Words } from "../dialogs/wording.ts";
import { documentCard } from "./document-card.ts";
import { botAccount } from "./direct-line-activities.ts";
import { type AdaptiveCard, alternativesCard, closingCard, type Concepts, offerCard, passportCard, summaryCard, summaryForm } from "./cards.ts";

function cardOf(message: Message, state: Interview, passport: Passport, words: Words, concepts: Concepts): AdaptiveCard | null {
  const { card, choices } = message;
  switch (card?.type) {
    case undefined:
      return null;
    case "offer":
      return offerCard(card, choices, words, concepts);
    case "alternatives":
      return alternativesCard(card.options, choices, words);
    case "summary":
      return card.shows === "form" ? summaryForm(card, questionId(state.asking), choices, words) : summaryCard(card, choices, words);
    case "document":
      return documentCard(card, choices, words);
    case "passport":
      return passport.claims.length > 0 ? passportCard(passport, words, concepts) : null;
    case "closing":
      return closingCard(passport, card, state.disclosure.channel === "teams", words, concepts);
  }
}

/** Buttons under a message without a card; they send their own words, which every channel can. */
function suggestions(choices: readonly Choice[], words: Words) {
  const actions = choices.map((choice) => {
    const title = choiceText(choice, words);
    return { type: "imBack", title, value: title };
  });
  return actions.length > 0 ? { suggestedActions: { to: [], actions } } : {};
}

/** Renders messages as Bot Framework activities for any channel: text, a card where it helps, buttons. */
export function createActivityRenderer(wording: Wording, concepts: Concepts = { get: () => undefined }): RenderActivities {
  return (messages, state, passport, turn) => {
    const words = wording[state.language];
    const progress = progressOf(state);
    return messages.map((message, index) => {
      const card = cardOf(message, state, passport, words, concepts);
      const text = textOf(message, state.disclosure, words);
      return {
        type: "message",
        id: `${turn.activityId}.${index + 1}`,
        timestamp: turn.at,
        from: botAccount,
        locale: words.language,
        textFormat: "plain",
        text,
        ...(card
          ? {
              summary: `${card.fallbackText}\n${text}`,
              attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
            }
          : suggestions(message.choices, words)),
        inputHint: message.asks ? "expectingInput" : "acceptingInput",
        channelData: {
          kind: message.card?.type ?? (message.asks ? "question" : "say"),
          key: message.key,
          ...(message.asks ? { question: questionId(state.asking), part: state.part } : {}),
          ...(message.card?.type === "offer"
            ? { offer: { uri: message.card.offer.concept?.uri ?? null, discovered: message.card.offer.discovered } }
            : {}),
          progress: {
            done: progress.done,
            total: progress.total,
            label: words.say(`part.${progress.part}`),
            text: words.say("progress", { number: progress.number, total: progress.total }),
          },
          claims: passport.claims.length,
        },
      };
    });
  };
}
