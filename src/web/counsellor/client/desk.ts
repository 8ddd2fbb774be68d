import type { PageSpeech } from "../../chat/client/words.ts";

/** What the parts of the counsellor's page work with. */
export interface Desk {
  readonly speech: PageSpeech;
  /** Puts a screen in the place of the one before, and focus on its heading. */
  show(heading: HTMLElement, ...content: readonly (HTMLElement | null)[]): void;
  /** Read out by screen readers, and shown at the bottom. */
  tell(line: string): void;
  openQueue(): Promise<void>;
  openReview(id: string): Promise<void>;
  /** The session is over. */
  signedOut(): Promise<void>;
}

/** A day as people write it in the page's language. @param iso ISO 8601 */
export function dayOf(iso: string, { language }: PageSpeech): string {
  const format = { day: "numeric", month: "long", year: "numeric" } as const;
  return new Date(iso).toLocaleDateString(language === "nl" ? "nl-NL" : "en-GB", format);
}
