import { AdaptiveCard, SerializationContext, Versions } from "adaptivecards";
import { z } from "zod";

/** What Teams draws of version 1.5, as far as we use it. */
const elements = new Set(["RichTextBlock", "TextRun", "Input.Text", "Input.Toggle", "ColumnSet", "Column", "Container", "TextBlock"]);
const inputs = new Set(["Input.Text", "Input.Toggle"]);

export const Submit = z.looseObject({ type: z.literal("Action.Submit"), title: z.string().min(1), data: z.looseObject({ action: z.string() }) });
export type Submit = z.infer<typeof Submit>;

export const Card = z.looseObject({
  type: z.literal("AdaptiveCard"),
  version: z.literal("1.5"),
  lang: z.enum(["nl", "en"]),
  fallbackText: z.string(),
  body: z.array(z.unknown()),
  actions: z.array(Submit),
});
export type Card = z.infer<typeof Card>;

/** Every object with a type in a card, however deep. */
function typed(part: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(part)) return part.flatMap(typed);
  if (typeof part !== "object" || part === null) return [];
  const record: Record<string, unknown> = { ...part };
  return [...(typeof record["type"] === "string" ? [record] : []), ...Object.values(record).flatMap(typed)];
}

/** Inputs of a card, with what stands in them. */
export function inputsOf(card: Card): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    typed(card.body)
      .filter((each) => inputs.has(String(each["type"])))
      .map((each) => [String(each["id"]), each["value"]]),
  );
}

/** What is wrong with a card by version 1.5 and by what Teams draws: a line each. Microsoft's own reader of cards is asked too. */
export function cardProblems(content: unknown): readonly string[] {
  const parsed = Card.safeParse(content);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  const all = typed(parsed.data.body);
  const unknown = all.map((each) => String(each["type"])).filter((type) => !elements.has(type));
  const ids = all.filter((each) => inputs.has(String(each["type"]))).map((each) => String(each["id"]));
  const unlabelled = all.filter((each) => each["type"] === "Input.Text" && !each["label"]).map((each) => `${String(each["id"])}: no label`);
  const context = new SerializationContext(Versions.v1_5);
  new AdaptiveCard().parse(content, context);
  // Its pattern for languages keeps its place between two readings, and so refuses every other one.
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message).filter(
    (each) => !each.includes('"lang"'),
  );
  return [
    ...unknown.map((type) => `${type} is not drawn`),
    ...(new Set(ids).size === ids.length ? [] : ["an id of an input stands twice"]),
    ...unlabelled,
    ...events,
    ...(JSON.stringify(content).length > 25_000 ? ["larger than Teams takes"] : []),
  ];
}
