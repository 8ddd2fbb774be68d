import { randomBytes } from "node:crypto";

/** Names the delimiter around a text. */
export type DelimiterCode = (text: string) => string;

/** 128 random bits for every text: what production uses. */
const randomCode: DelimiterCode = () => randomBytes(16).toString("hex");

/**
 * The person's text as data that cannot close its own delimiter: a tag with a code that nobody can guess, and no angle
 * bracket inside. Letter for letter the same length, so that offsets stay.
 */
export function quarantined(
  text: string,
  tag: "answer" | "statements",
  codeFor: DelimiterCode = randomCode,
): { readonly block: string; readonly inside: string } {
  const inside = text.replaceAll("<", "‹").replaceAll(">", "›");
  const code = codeFor(inside);
  return { block: `<${tag}-${code}>\n${inside}\n</${tag}-${code}>`, inside };
}
