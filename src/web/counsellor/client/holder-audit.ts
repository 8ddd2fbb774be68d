import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import type { ClaimContent } from "../../../domain/endorsement.ts";
import type { AuditEntry } from "../../../review/review-rows.ts";

/** What the page calls a skill. */
export type NameOf = (content: Pick<ClaimContent, "uri" | "label">) => string;

function momentToShow(iso: string, language: string): string {
  return new Date(iso).toLocaleString(language === "nl" ? "nl-NL" : "en-GB", { dateStyle: "long", timeStyle: "short" });
}

function contentWords(content: ClaimContent, nameOf: NameOf, { say }: PageSpeech): string {
  const label = nameOf(content);
  if (content.level === null) return label;
  return `${label} (${content.level.scheme === "plain" ? say(`passport.level_${content.level.value}`) : content.level.value})`;
}

function foundBy(origin: NonNullable<AuditEntry["origin"]>, { say }: PageSpeech): string {
  const kind = origin.extractor === "holder" ? "holder" : origin.model === null ? "embedded" : "model";
  const extractor = say(`reviews.extractor_${kind}`, { model: origin.model ?? "" });
  const version = origin.promptHash === null ? "" : say("reviews.audit_version", { hash: origin.promptHash.slice(0, 12) });
  return say("reviews.audit_found", { extractor, version }).trim();
}

/** Everything that was done to claims in reviews, newest first, and how many of those are gone. */
export function auditList(audit: readonly AuditEntry[], erased: number, nameOf: NameOf, speech: PageSpeech): readonly HTMLElement[] {
  const { say, language } = speech;
  const items = audit.toReversed().map(({ at, actor, action, before, after, origin, beside }) => {
    const who = actor.kind === "holder" ? say("reviews.audit_you") : `${actor.by.name}, ${actor.by.role}, ${actor.by.organisation}`;
    const what = [before, after].flatMap((content) => (content ? [contentWords(content, nameOf, speech)] : [])).join(" → ");
    return element(
      "li",
      {},
      element("p", {}, `${momentToShow(at, language)}: ${who}: ${say(`reviews.did_${action}`)}`),
      what === "" ? null : element("p", { class: "kind" }, what),
      beside ? element("p", { class: "kind" }, say("reviews.beside")) : null,
      // What had found the claim that was judged: it found nothing of what the holder says.
      origin === null || actor.kind === "holder" ? null : element("p", { class: "kind" }, foundBy(origin, speech)),
    );
  });
  const gone =
    erased === 0 ? [] : [element("p", { class: "kind" }, say(erased === 1 ? "reviews.erased_one" : "reviews.erased_other", { count: erased }))];
  return [element("p", { class: "hint" }, say("reviews.audit_hint")), element("ul", { class: "looks" }, ...items), ...gone];
}
