import { callApi, listIn, RequestFailedError, valueIn } from "../../chat/client/api.ts";
import { createDisclosures } from "../../chat/client/disclosures.ts";
import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import type { Localised } from "../../../domain/language.ts";
import { awaitsHolder } from "../../../review/claim-state.ts";
import type { HolderReview } from "../../../review/holder-reviews.ts";
import type { AuditEntry, ReviewLine, Verdict } from "../../../review/review-rows.ts";
import { nameOf } from "../../passport/client/skill-name.ts";
import { auditList, type NameOf } from "./holder-audit.ts";

interface Reviews {
  readonly reviews: readonly HolderReview[];
  readonly audit: readonly AuditEntry[];
  readonly erased: number;
  readonly helps: boolean;
  /** Plain names of the skills in it, by concept. */
  readonly headlines: Readonly<Record<string, Localised>>;
}

/** How many things were not answered or seen yet, and how many of those wait for an answer. */
export interface ReviewCounts {
  readonly open: number;
  readonly waiting: number;
}

/** One thing that was said, with where it was said. */
interface Said {
  readonly review: HolderReview;
  readonly line: ReviewLine;
  readonly verdict: Verdict;
}

/** Our own server's answer: its shape was checked there. */
function isReviews(value: unknown): value is Reviews {
  return Array.isArray(valueIn(value, "reviews")) && Array.isArray(valueIn(value, "audit"));
}

/** The holder's part about reviews: what counsellors say, and what the holder does with it.
 *  `onChanged`: the passport is another one now. `onCounted`: what is still to be looked at.  @returns fetches it anew */
export function createHolderReviews(
  root: HTMLElement,
  speech: PageSpeech,
  { onChanged, onCounted }: { readonly onChanged: () => void; readonly onCounted: (counts: ReviewCounts) => void },
): () => Promise<void> {
  const { say } = speech;
  let shown: Reviews | null = null;
  const disclose = createDisclosures();
  const told = element("p", { class: "announced", role: "status" });
  const list = element("div", {});

  async function send(path: string, body: object, doneKey: string): Promise<void> {
    try {
      const answer = await callApi("POST", path, body);
      if (isReviews(answer)) shown = answer;
      draw();
      told.textContent = say(listIn(answer, "leftOut").length > 0 ? "reviews.left_out" : doneKey);
      onChanged();
    } catch (error) {
      const isLate = error instanceof RequestFailedError && error.status === 409;
      await refresh().catch(() => undefined);
      told.textContent = say(isLate ? "reviews.too_late" : "status.failed");
    }
  }

  /** As the passport calls it. */
  const skillName: NameOf = ({ uri, label }) => nameOf({ uri, label, headline: (uri === null ? null : shown?.headlines[uri]) ?? null }, speech);

  function skillOf({ before, after }: Verdict): string {
    const content = before ?? after;
    return content ? skillName(content) : "";
  }

  function afterWords({ before, after }: Verdict): string {
    if (after === null) return "";
    const label = skillName(after);
    const isSameLevel = JSON.stringify(after.level) === JSON.stringify(before?.level ?? null);
    if (after.level === null || (isSameLevel && before !== null)) return label;
    return `${label} (${after.level.scheme === "plain" ? say(`passport.level_${after.level.value}`) : after.level.value})`;
  }

  function answers({ review, line, verdict }: Said): HTMLElement {
    const about = { reviewId: review.id, claimId: line.claimId, verdictId: verdict.id };
    const button = (key: string, kind: string, look = "quiet") =>
      element(
        "button",
        {
          type: "button",
          id: `answer-${kind}-${verdict.id}`,
          class: look,
          click: () => void send("/api/reviews/answer", { ...about, kind, text: null }, "reviews.done"),
        },
        say(key),
      );
    if (verdict.kind === "adjust") {
      return element("div", { class: "row" }, button("reviews.take_over", "confirmed", "primary"), button("reviews.keep", "declined"));
    }
    if (verdict.kind === "suggest") {
      return element("div", { class: "row" }, button("reviews.can_do", "confirmed", "primary"), button("reviews.cannot", "declined"));
    }
    if (verdict.kind !== "question") return element("div", { class: "row" }, button("reviews.seen", "seen"));
    const text = element("textarea", { id: `reply-${verdict.id}`, rows: 3, maxlength: 600, required: true });
    const form = element(
      "form",
      { class: "edit" },
      element("label", { for: text.id }, say("reviews.answer")),
      text,
      element(
        "div",
        { class: "row" },
        element("button", { type: "submit", id: `send-${verdict.id}`, class: "primary" }, say("reviews.send")),
        button("reviews.no_answer", "declined"),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send("/api/reviews/answer", { ...about, kind: "replied", text: text.value.trim() }, "reviews.done");
    });
    return form;
  }

  /** All that asks for no answer, with one tap. */
  async function seeAll(tidings: readonly Said[]): Promise<void> {
    try {
      for (const { review, line, verdict } of tidings) {
        const about = { reviewId: review.id, claimId: line.claimId, verdictId: verdict.id };
        await callApi("POST", "/api/reviews/answer", { ...about, kind: "seen", text: null });
      }
      told.textContent = say("reviews.all_seen_done");
    } catch {
      told.textContent = say("status.failed");
    }
    await refresh().catch(() => undefined);
    onChanged();
  }

  /** True where the holder took this endorsement away. One of the same claim that was given later stands. */
  function isRemoved({ line, verdict }: Said): boolean {
    if (verdict.endorsementId === null) return false;
    const next = line.verdicts[line.verdicts.indexOf(verdict) + 1];
    return (shown?.audit ?? []).some(
      ({ action, reviewId, claimId, at }) =>
        action === "endorsement_removed" &&
        reviewId === line.reviewId &&
        claimId === line.claimId &&
        at >= verdict.at &&
        (next === undefined || at <= next.at),
    );
  }

  /** An endorsement that stands in the passport: not withdrawn, and not taken away by the holder. */
  function removal(said: Said): HTMLElement | null {
    const { line, verdict } = said;
    const { endorsementId } = verdict;
    const isLast = line.verdicts.at(-1)?.id === verdict.id;
    if (endorsementId === null || !isLast || isRemoved(said)) return null;
    const remove = () => void send("/api/reviews/remove-endorsement", { claimId: line.claimId, endorsementId }, "reviews.removed");
    return element("button", { type: "button", id: `remove-${verdict.id}`, class: "quiet", click: remove }, say("reviews.remove"));
  }

  function item(said: Said, isOpen: boolean): HTMLElement {
    const { verdict, review } = said;
    const words = { skill: skillOf(verdict), name: review.by.name, after: afterWords(verdict) };
    const answered = verdict.answer && say(`reviews.answered_${verdict.answer.kind}`, { text: verdict.answer.text ?? "" });
    return element(
      "li",
      { class: `said said-${verdict.kind}` },
      element("p", { class: "row-title" }, say(`reviews.${verdict.kind}`, words)),
      verdict.comment === null ? null : element("p", { class: "quote" }, element("q", {}, verdict.comment)),
      element("p", { class: "kind" }, say("reviews.from", { ...review.by })),
      answered === null ? null : element("p", { class: "kind" }, answered),
      verdict.answer?.beside ? element("p", { class: "kind" }, say("reviews.beside")) : null,
      isRemoved(said) ? element("p", { class: "kind" }, say("reviews.removed_by_you")) : null,
      isOpen ? answers(said) : null,
      removal(said),
    );
  }

  function helping(helps: boolean): HTMLElement {
    const box = element("input", { type: "checkbox", id: "reviews-help", checked: helps, "aria-describedby": "reviews-help-hint" });
    box.addEventListener("change", () => void send("/api/reviews/help", { allowed: box.checked }, "status.saved"));
    return element(
      "div",
      { class: "edit" },
      element("label", { class: "tick", for: "reviews-help" }, box, element("span", {}, say("reviews.help"))),
      element("p", { id: "reviews-help-hint", class: "kind" }, say("reviews.help_hint")),
    );
  }

  function draw(): void {
    if (!shown) return;
    const focused = root.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const { reviews, audit, erased } = shown;
    const all = reviews.flatMap((review) => review.lines.flatMap((line) => line.verdicts.map((verdict): Said => ({ review, line, verdict }))));
    const isOpen = ({ line, verdict }: Said) => verdict.answer === null && line.verdicts.at(-1)?.id === verdict.id;
    const open = all.filter(isOpen);
    // What waits for an answer comes first, then what somebody does not agree with, then the rest.
    const rank = ({ verdict }: Said) => (verdict.kind === "accept" ? 1 : 0);
    const tidings = open.filter(({ verdict }) => !awaitsHolder(verdict)).toSorted((a, b) => rank(a) - rank(b));
    const past = all.filter((said) => !isOpen(said));
    const heading = element("h3", { id: "reviews-heading", tabindex: -1 }, say("reviews.heading"));
    const waiting = open.filter(({ verdict }) => awaitsHolder(verdict)).length;
    const rows = (some: readonly Said[]) => (some.length > 0 ? element("ul", { class: "rows" }, ...some.map((said) => item(said, true))) : null);
    const parts = [
      heading,
      element("p", { class: "hint" }, say("reviews.intro")),
      told,
      waiting > 0
        ? element("p", { class: "waiting-count" }, say(waiting === 1 ? "reviews.waiting_one" : "reviews.waiting_other", { count: waiting }))
        : null,
      rows(open.filter(({ verdict }) => awaitsHolder(verdict))),
      tidings.length > 1
        ? element("button", { type: "button", id: "reviews-all-seen", class: "quiet", click: () => void seeAll(tidings) }, say("reviews.all_seen"))
        : null,
      rows(tidings),
      past.length > 0
        ? disclose("reviews-before", say("reviews.before"), () => [element("ul", { class: "rows" }, ...past.map((said) => item(said, false)))])
        : null,
      helping(shown.helps),
      disclose("reviews-audit", say("reviews.audit"), () => auditList(audit, erased, skillName, speech)),
    ];
    list.replaceChildren(...parts.filter((part) => part !== null));
    if (root.firstChild !== list) root.replaceChildren(list);
    root.hidden = reviews.length === 0;
    onCounted({ open: open.length, waiting });
    root.setAttribute("aria-labelledby", heading.id);
    if (focused === undefined || focused === "") return;
    (document.getElementById(focused) ?? heading).focus({ preventScroll: true });
  }

  async function refresh(): Promise<void> {
    const answer = await callApi("GET", "/api/reviews");
    if (!isReviews(answer)) return;
    const isSame = JSON.stringify(answer) === JSON.stringify(shown);
    shown = answer;
    // What somebody is typing stays.
    if (!isSame) draw();
  }

  speech.onChange(() => {
    told.textContent = "";
    draw();
  });
  return refresh;
}
