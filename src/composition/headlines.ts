import { type FormOfAddress, readdressed } from "../dialogs/wording.ts";
import type { ConceptCatalogue, HeadlineOf } from "../domain/concept.ts";
import type { HeadingOf } from "../domain/skill-heading.ts";

/** The headlines of the taxonomy in use, in the form of address that was chosen. */
export function headlinesFrom(catalogue: Pick<ConceptCatalogue, "get">, form: FormOfAddress): HeadlineOf {
  return (uri) => {
    const headline = catalogue.get(uri)?.headline;
    if (!headline || (headline.nl === null && headline.en === null)) return null;
    return { nl: headline.nl === null ? null : readdressed(headline.nl, "nl", form), en: headline.en };
  };
}

/** The plain headings of the taxonomy in use. */
export function headingsFrom(catalogue: Pick<ConceptCatalogue, "get">): HeadingOf {
  return (uri) => catalogue.get(uri)?.heading ?? "other";
}

/** Which concepts of the taxonomy in use are of use in many kinds of work: ESCO calls them transversal or cross-sector. */
export function transferableFrom(catalogue: Pick<ConceptCatalogue, "get">): (uri: string) => boolean {
  return (uri) => {
    const level = catalogue.get(uri)?.reuseLevel;
    return level === "transversal" || level === "cross-sector";
  };
}
