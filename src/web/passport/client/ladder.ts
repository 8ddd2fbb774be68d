import { isValidated, ladder } from "../../../domain/ladder.ts";
import type { ClaimStatus } from "../../../domain/passport.ts";
import type { Vouching } from "../../../domain/vouching.ts";
import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import type { ClaimView } from "../passport-view.ts";
import type { PanelTools } from "./panel.ts";

/** Made once: making one takes longer than drawing a skill. */
const days = {
  nl: new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" }),
  en: new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }),
} as const;

/** A day as people say it: "26 november 2026". */
export function dayOf(at: string, { language }: PageSpeech): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return days[language].format(date);
}

/** What a step is called, with a capital; of a claim "validated" is said only where somebody who may judge it did. */
export function stepName(status: ClaimStatus, speech: PageSpeech): string {
  const name = speech.say(`ladder.${status}`);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function standing(status: ClaimStatus, speech: PageSpeech): string {
  return isValidated(status) ? speech.say("ladder.validated", { status: speech.say(`ladder.${status}`) }) : stepName(status, speech);
}

/** Five steps with the reached ones filled; decoration beside the words. */
function steps(status: ClaimStatus): HTMLElement {
  const reached = ladder.indexOf(status);
  const each = ladder.map((_, index) => element("i", { class: index <= reached ? "reached" : null }));
  return element("span", { class: "steps", "aria-hidden": "true" }, ...each);
}

/** Where it came from: the page, the conversation, or what was sent along in it. */
function sourceOf({ origin }: ClaimView): string {
  if (origin.document !== undefined) return `passport.source_${origin.document}`;
  return origin.extractor === "holder" ? "passport.source_page" : "passport.source_conversation";
}

const saidBy: Readonly<Record<Vouching, string>> = {
  here: "passport.endorsed_by",
  elsewhere: "passport.endorsed_elsewhere",
  changed: "passport.endorsement_changed",
  withdrawn: "passport.endorsement_withdrawn",
};

/** Who says so, where it came from, and when it was confirmed; and by name who confirmed it. */
export function standingOf(claim: ClaimView, { speech }: PanelTools): HTMLElement {
  const source = speech.say(sourceOf(claim));
  const line = speech.say("passport.stands", { status: standing(claim.status, speech), source, date: dayOf(claim.origin.confirmedAt, speech) });
  const others = claim.endorsedBy.map(({ name, organisation, at, withdrawnAt, vouching }) =>
    element("p", { class: "standing-by" }, speech.say(saidBy[vouching], { name, organisation, date: dayOf(withdrawnAt ?? at, speech) })),
  );
  return element("div", { class: "standing" }, element("p", {}, steps(claim.status), line), ...others);
}

/** What the steps mean, from the weakest to the strongest. */
export function ladderExplained({ speech, disclose }: PanelTools): HTMLElement {
  const items = ladder.map((status) =>
    element(
      "li",
      {},
      steps(status),
      element("div", {}, element("b", {}, stepName(status, speech)), element("p", {}, speech.say(`ladder.${status}_hint`))),
    ),
  );
  return disclose(
    "ladder",
    speech.say("ladder.heading"),
    element("p", { class: "hint" }, speech.say("ladder.intro")),
    element("ol", { class: "ladder" }, ...items),
  );
}
