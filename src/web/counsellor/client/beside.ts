import { element } from "../../chat/client/dom.ts";
import { awaitsHolder } from "../../../review/claim-state.ts";
import type { Verdict } from "../../../review/review-rows.ts";
import { changeWords } from "./claim-card.ts";
import type { Desk } from "./desk.ts";

/** What the holder answers, without the claim. */
export interface BesideAnswer {
  readonly verdictId: string;
  readonly kind: "confirmed" | "declined" | "replied";
  readonly text: string | null;
}

/** The words in which the holder is asked. */
function question({ kind, comment, after }: Verdict, { speech }: Pick<Desk, "speech">): readonly HTMLElement[] {
  const asked = element(
    "p",
    {},
    kind === "question" ? (comment ?? "") : speech.say(`beside.${kind}`, { after: after ? changeWords(after, speech) : "" }),
  );
  return kind === "question" || comment === null ? [asked] : [asked, element("p", { class: "hint" }, comment)];
}

/** The holder's own part, beside the counsellor's: what the last word on a claim asks of them.
 *  @param verdict the last word; undefined, or one that asks nothing: it says so */
export function holderSide(
  desk: Pick<Desk, "speech">,
  id: string,
  verdict: Verdict | undefined,
  answer: (answer: BesideAnswer) => Promise<void>,
): HTMLElement {
  const { speech } = desk;
  const heading = element("h2", { id: `beside-${id}`, tabindex: -1 }, speech.say("beside.holder"));
  const side = element("section", { class: "holder-side", "aria-labelledby": heading.id }, heading);
  if (!verdict || !awaitsHolder(verdict)) {
    side.append(element("p", { class: "hint" }, speech.say("beside.nothing")));
    return side;
  }
  const verdictId = verdict.id;
  const button = (key: string, kind: "confirmed" | "declined", look: string) =>
    element("button", { type: "button", class: look, click: () => void answer({ verdictId, kind, text: null }) }, speech.say(`beside.${key}`));
  side.append(...question(verdict, desk));
  if (verdict.kind !== "question") {
    const [yes, no] = verdict.kind === "suggest" ? ["can_do", "cannot"] : ["take_over", "keep"];
    side.append(element("div", { class: "row" }, button(yes, "confirmed", "primary"), button(no, "declined", "quiet")));
    return side;
  }
  const text = element("textarea", { id: `beside-text-${id}`, rows: 3, maxlength: 600, required: true });
  const form = element(
    "form",
    { class: "edit" },
    element("label", { for: text.id }, speech.say("beside.answer")),
    text,
    element(
      "p",
      { class: "row" },
      element("button", { type: "submit", class: "primary" }, speech.say("beside.send")),
      button("no_answer", "declined", "quiet"),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void answer({ verdictId, kind: "replied", text: text.value.trim() });
  });
  side.append(form);
  return side;
}

/** Says who types where, and how it ends. @param done signs the counsellor out of the holder's device */
export function besideNote({ speech }: Pick<Desk, "speech">, done: () => void): HTMLElement {
  return element(
    "section",
    { class: "beside-note", "aria-labelledby": "beside-title" },
    element("h2", { id: "beside-title" }, speech.say("beside.title")),
    element("p", {}, speech.say("beside.how")),
    element("button", { type: "button", class: "quiet", click: done }, speech.say("beside.done")),
  );
}
