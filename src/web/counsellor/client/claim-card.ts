import { element } from "../../chat/client/dom.ts";
import { inLanguage, type PageSpeech } from "../../chat/client/words.ts";
import { awaitsHolder } from "../../../review/claim-state.ts";
import type { Verdict } from "../../../review/review-rows.ts";
import type { ReviewClaim } from "../../../review/review-view.ts";
import { sizeOf } from "../../passport/client/file-size.ts";
import { starrParts } from "../../../review/starr.ts";
import { type Desk, dayOf } from "./desk.ts";
import { adjustForm, commentForm } from "./judge-forms.ts";

export interface CardActions {
  readonly reviewId: string;
  readonly number: number;
  readonly total: number;
  /** One claim further or back. */
  go(step: 1 | -1): void;
  judge(body: object): Promise<void>;
  withdraw(because: string): Promise<void>;
}

function levelWords(level: ReviewClaim["level"], speech: PageSpeech): string {
  if (level === null) return speech.say("review.no_level");
  return speech.say("review.level", { level: level.scheme === "plain" ? speech.say(`level.${level.value}`) : level.value });
}

/** What a claim would become, in a few words. */
export function changeWords(after: Pick<ReviewClaim, "label" | "level">, speech: PageSpeech): string {
  return `${inLanguage(after.label, speech.language)} (${levelWords(after.level, speech)})`;
}

/** What was said before and what the holder answered, oldest first. */
export function pastVerdicts(verdicts: readonly Verdict[], speech: PageSpeech): HTMLElement[] {
  return verdicts.map((verdict) => {
    const { kind, at, comment, after, answer } = verdict;
    const changed = after ? changeWords(after, speech) : "";
    const answered = answer
      ? speech.say(`answer.${answer.kind}`, { text: answer.text ?? "" })
      : awaitsHolder(verdict)
        ? speech.say("answer.none")
        : null;
    return element(
      "div",
      { class: "verdict" },
      element("p", {}, speech.say(`verdict.${kind}`, { date: dayOf(at, speech), after: changed })),
      comment === null ? null : element("p", { class: "hint" }, comment),
      answered === null ? null : element("p", { class: "answer" }, answered),
      answer?.beside ? element("p", { class: "hint" }, speech.say("answer.beside")) : null,
    );
  });
}

function told(claim: ReviewClaim, speech: PageSpeech): HTMLElement[] {
  const quotes = claim.quotes;
  const quoted =
    quotes === null
      ? [element("p", { class: "hint" }, speech.say("review.quotes_hidden"))]
      : quotes.length === 0
        ? [element("p", { class: "hint" }, speech.say("review.quotes_none"))]
        : quotes.map(({ quote, about }) =>
            element("p", { class: "quote" }, element("q", {}, quote), " ", element("small", {}, speech.say(`area.${about}`))),
          );
  const lived =
    claim.experiences === null
      ? [element("p", { class: "hint" }, speech.say("review.experiences_hidden"))]
      : claim.experiences.map(({ title, area, organisation, start, end, summary }) => {
          const when = [start, end].filter((day) => day !== null).join(" – ");
          const line = [title, organisation, when].filter((part) => part !== null && part !== "").join(", ");
          return element(
            "p",
            {},
            `${speech.say(`area.${area}`)}: ${line}`,
            summary === null ? null : element("span", { class: "hint" }, ` ${summary}`),
          );
        });
  return [
    element("h3", {}, speech.say("review.quotes")),
    ...quoted,
    ...(lived.length > 0 ? [element("h3", {}, speech.say("review.experiences")), ...lived] : []),
  ];
}

/** Files that the holder keeps with it: downloads, never shown here. */
function evidence(claim: ReviewClaim, reviewId: string, speech: PageSpeech): HTMLElement[] {
  if (claim.files === null) return claim.status === "evidenced" ? [element("p", { class: "hint" }, speech.say("review.files_hidden"))] : [];
  if (claim.files.length === 0) return [];
  const rows = claim.files.map(({ id, name, kind, bytes }) =>
    element(
      "li",
      {},
      element(
        "a",
        { href: `/api/counsellor/reviews/${reviewId}/files/${encodeURIComponent(id)}`, download: "" },
        speech.say("review.file", { name, kind: kind.toUpperCase(), size: sizeOf(bytes, speech.language) }),
      ),
    ),
  );
  return [
    element("h3", {}, speech.say("review.files")),
    element("ul", { class: "files" }, ...rows),
    element("p", { class: "hint" }, speech.say("review.files_hint")),
  ];
}

/** What others confirmed, apart from what was said in this review. */
function others({ saidByOthers }: ReviewClaim, speech: PageSpeech): HTMLElement[] {
  if (saidByOthers.length === 0) return [];
  const lines = saidByOthers.map(({ by, at, withdrawnAt, vouching }) =>
    element("p", {}, speech.say(`review.others_${vouching}`, { ...by, date: dayOf(withdrawnAt ?? at, speech) })),
  );
  return [element("h3", {}, speech.say("review.others")), ...lines];
}

function starr(missing: NonNullable<ReviewClaim["missing"]>, speech: PageSpeech): HTMLElement {
  const parts = starrParts.map((part) => {
    const lacks = missing.includes(part);
    const mark = speech.say(lacks ? "review.starr_missing" : "review.starr_there");
    return element("li", { class: lacks ? "missing" : "there" }, element("b", {}, speech.say(`review.${part}`)), ` ${mark}`);
  });
  return element(
    "div",
    { class: "starr" },
    element("h3", {}, speech.say("review.starr")),
    element("ul", {}, ...parts),
    element("p", { class: "hint" }, speech.say("review.starr_hint")),
  );
}

/** A claim beside all that belongs to it, with what can be said of it. Keys work while focus is in the card, never while typing. */
export function claimCard(desk: Desk, claim: ReviewClaim, actions: CardActions): HTMLElement {
  const { speech } = desk;
  const name = inLanguage(claim.label, speech.language);
  const other = claim.label[speech.language === "nl" ? "en" : "nl"];
  const meaning = claim.meaning ? inLanguage(claim.meaning, speech.language) : "";
  const group = claim.group ? inLanguage(claim.group, speech.language) : "";
  const forms = element("div", { class: "forms" });
  const close = () => {
    forms.replaceChildren();
    card.focus();
  };
  const open = (form: HTMLFormElement) => {
    forms.replaceChildren(form);
    desk.tell("");
    form.querySelector<HTMLElement>("input, textarea")?.focus();
  };
  const isFinal = claim.verdicts.some(({ answer, kind }) => kind === "adjust" && answer?.kind === "declined");
  const asksFor = (kind: string, label: string, send: (text: string) => Promise<void>) => () =>
    open(commentForm(desk, `${kind}-${claim.id}`, speech.say(label), send, close));
  const isEndorsed = claim.state === "endorsed";
  const doing: Readonly<Record<string, () => void>> = isEndorsed
    ? { withdraw: asksFor("withdraw", "judge.because", actions.withdraw) }
    : {
        accept: () => void actions.judge({ kind: "accept" }),
        ...(isFinal ? {} : { adjust: () => open(adjustForm(desk, claim, (change) => actions.judge({ kind: "adjust", ...change }), close)) }),
        reject: asksFor("reject", "judge.comment", (comment) => actions.judge({ kind: "reject", comment })),
        question: asksFor("question", "judge.question_label", (comment) => actions.judge({ kind: "question", comment })),
      };
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    a: doing["accept"],
    w: doing["adjust"],
    n: doing["reject"],
    v: doing["question"],
    arrowleft: () => actions.go(-1),
    arrowright: () => actions.go(1),
  };
  const badges = [
    claim.discovered ? element("span", { class: "badge" }, speech.say("review.discovered")) : null,
    claim.uri === null ? element("span", { class: "badge" }, speech.say("review.own")) : null,
  ];
  const card = element(
    "article",
    { class: "card", tabindex: -1, "aria-labelledby": "claim-name" },
    element("p", { class: "hint" }, speech.say("review.progress", { number: actions.number, total: actions.total })),
    element("h2", { id: "claim-name" }, name),
    element(
      "p",
      { class: "hint" },
      claim.headline === null ? null : `${speech.say("review.holder_reads", { name: inLanguage(claim.headline, speech.language) })} `,
      other === null || other === name ? null : speech.say("review.other_language"),
      other === null || other === name ? null : element("span", { lang: speech.language === "nl" ? "en" : "nl" }, other),
    ),
    element("p", { class: "badges" }, ...badges),
    element("h3", {}, speech.say("review.meaning")),
    element("p", {}, meaning === "" ? speech.say("review.no_meaning") : meaning),
    element(
      "p",
      {},
      levelWords(claim.level, speech),
      group === "" ? null : element("span", { class: "hint" }, `. ${speech.say("review.group", { group })}`),
    ),
    ...told(claim, speech),
    ...evidence(claim, actions.reviewId, speech),
    claim.missing === null ? null : starr(claim.missing, speech),
    ...others(claim, speech),
    claim.verdicts.length > 0 ? element("h3", {}, speech.say("review.said")) : null,
    ...pastVerdicts(claim.verdicts, speech),
    claim.state === "removed" ? element("p", { class: "answer" }, speech.say("review.endorsement_gone")) : null,
    element(
      "div",
      { class: "row judge" },
      ...Object.entries(doing).map(([kind, act]) =>
        element(
          "button",
          { type: "button", class: kind === "accept" ? "primary" : "quiet", "data-judge": kind, click: act },
          speech.say(`judge.${kind}`),
        ),
      ),
    ),
    forms,
    element(
      "div",
      { class: "row steps" },
      element(
        "button",
        { type: "button", class: "quiet", disabled: actions.number === 1, click: () => actions.go(-1) },
        speech.say("review.previous"),
      ),
      element(
        "button",
        { type: "button", class: "quiet", disabled: actions.number === actions.total, click: () => actions.go(1) },
        speech.say("review.next"),
      ),
    ),
  );
  card.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select") !== null;
    if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape" && forms.hasChildNodes()) return close();
    // A key that is held down signs nothing a second time.
    const act = event.repeat ? undefined : keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  return card;
}
