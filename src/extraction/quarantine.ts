import { randomBytes } from "node:crypto";

/**
 * The person's text as data that cannot close its own delimiter: a tag with 128 random bits per call, and no angle
 * bracket inside. Letter for letter the same length, so that offsets stay.
 */
export function quarantined(
  text: string,
  tag: "answer" | "quote",
  code = randomBytes(16).toString("hex"),
): { readonly block: string; readonly inside: string } {
  const inside = text.replaceAll("<", "‹").replaceAll(">", "›");
  return { block: `<${tag}-${code}>\n${inside}\n</${tag}-${code}>`, inside };
}
