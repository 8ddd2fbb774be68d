import { titleToShow } from "../../../domain/told-lines.ts";
import { inLanguage, type PageSpeech } from "../../chat/client/words.ts";
import type { ClaimView } from "../passport-view.ts";

/** What a skill is called on the page. */
export function nameOf(claim: Pick<ClaimView, "uri" | "label" | "headline">, { language }: Pick<PageSpeech, "language">): string {
  const name = claim.headline?.[language] ?? inLanguage(claim.label, language);
  return claim.uri === null ? titleToShow(name) : name;
}
