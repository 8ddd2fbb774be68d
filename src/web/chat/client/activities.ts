import { listIn, numberIn, textIn, valueIn } from "./api.ts";
import { isLanguage, type Language } from "./words.ts";

export type CardJson = Readonly<Record<string, unknown>>;

/** A quick reply under a message. */
export interface QuickReply {
  readonly title: string;
  readonly text: string | null;
  readonly value: unknown;
}

export interface BotMessage {
  readonly from: "bot";
  readonly id: string;
  readonly language: Language | null;
  readonly text: string;
  readonly card: CardJson | null;
  readonly replies: readonly QuickReply[];
  readonly kind: string;
  /** Key of the wording; tells a goodbye from other words. */
  readonly key: string;
  readonly progress: { readonly done: number; readonly total: number; readonly label: string } | null;
  /** Number of skills in the passport after this turn. */
  readonly claims: number | null;
}

export interface HolderMessage {
  readonly from: "holder";
  readonly id: string;
  readonly text: string;
  readonly value: unknown;
}

export type Received = BotMessage | HolderMessage | { readonly from: "typing" };

function readReply(action: unknown): readonly QuickReply[] {
  const title = textIn(action, "title") ?? textIn(action, "text");
  const type = textIn(action, "type");
  const value = valueIn(action, "value");
  if (title === null) return [];
  if (type === "messageBack") return [{ title, text: textIn(action, "text") ?? title, value: value ?? null }];
  if (type === "postBack" && typeof value === "object") return [{ title, text: title, value }];
  return [{ title, text: typeof value === "string" ? value : title, value: null }];
}

function readCard(activity: unknown): CardJson | null {
  for (const attachment of listIn(activity, "attachments")) {
    const content = valueIn(attachment, "content");
    const isCard = textIn(attachment, "contentType") === "application/vnd.microsoft.card.adaptive";
    if (isCard && typeof content === "object" && content !== null) return { ...content };
  }
  return null;
}

/** What the page shows of an activity; null for what it does not know. */
export function readActivity(activity: unknown): Received | null {
  const from = valueIn(activity, "from");
  const isHolder = textIn(from, "role") === "user";
  const type = textIn(activity, "type");
  if (type === "typing") return isHolder ? null : { from: "typing" };
  if (type !== "message") return null;
  const channelData = valueIn(activity, "channelData");
  const text = textIn(activity, "text") ?? "";
  if (isHolder) {
    const id = textIn(channelData, "clientActivityID") ?? textIn(activity, "id") ?? "";
    return { from: "holder", id, text, value: valueIn(activity, "value") ?? null };
  }
  const progress = valueIn(channelData, "progress");
  const done = numberIn(progress, "done");
  const total = numberIn(progress, "total");
  const locale = textIn(activity, "locale")?.slice(0, 2);
  return {
    from: "bot",
    id: textIn(activity, "id") ?? "",
    language: isLanguage(locale) ? locale : null,
    text,
    card: readCard(activity),
    replies: listIn(valueIn(activity, "suggestedActions"), "actions").flatMap(readReply),
    kind: textIn(channelData, "kind") ?? "say",
    key: textIn(channelData, "key") ?? "",
    progress: done === null || total === null ? null : { done, total, label: textIn(progress, "label") ?? "" },
    claims: numberIn(channelData, "claims"),
  };
}

/** The words of the card action that a submitted value stands for: ours carry `action` and what they are `about`.
 *  Without the place that a choice of a list has before them: whoever chose it said the words. */
export function actionTitle(card: CardJson, value: unknown): string | null {
  let place = 0;
  for (const action of listIn(card, "actions")) {
    const data = valueIn(action, "data");
    if (textIn(data, "action") === "pick") place += 1;
    const same = ["action", "about", "value"].every((key) => textIn(data, key) === textIn(value, key));
    if (!same || textIn(value, "action") === null) continue;
    const title = textIn(action, "title");
    const numbered = `${place}. `;
    return textIn(data, "action") === "pick" && title?.startsWith(numbered) ? title.slice(numbered.length) : title;
  }
  return null;
}
