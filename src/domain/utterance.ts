import { z } from "zod";
import { Area } from "./area.ts";

/** A half-open range in UTF-16 units of the holder's original text. */
export const Span = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });
export type Span = z.infer<typeof Span>;

/** The holder's text in one activity. `id` is the activity's id. */
export const Utterance = z.object({ id: z.string(), text: z.string(), about: Area.nullable() });
export type Utterance = z.infer<typeof Utterance>;

/** A verbatim span of an utterance: `text.slice(start, end) === quote`, never empty. */
export const Evidence = z.object({
  utteranceId: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  quote: z.string().min(1),
  about: Area,
});
export type Evidence = z.infer<typeof Evidence>;
