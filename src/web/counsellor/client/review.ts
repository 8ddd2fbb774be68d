import { callApi, listIn, RequestFailedError, textIn } from "../../chat/client/api.ts";
import { element } from "../../chat/client/dom.ts";
import { inLanguage } from "../../chat/client/words.ts";
import { awaitsHolder, isToDo } from "../../../review/claim-state.ts";
import type { Verdict } from "../../../review/review-rows.ts";
import type { ReviewView } from "../../../review/review-view.ts";
import { besideNote, holderSide } from "./beside.ts";
import { claimCard, pastVerdicts } from "./claim-card.ts";
import { type Desk, dayOf } from "./desk.ts";
import { suggestForm } from "./judge-forms.ts";

interface Sitting {
  /** Index of the claim to begin with. */
  readonly from: number;
  /** The holder is signed in in this browser too, and answers at once. */
  readonly isBeside: boolean;
}

export interface ReviewScreen {
  /** Shows the review as it is now. @returns false: not yet, somebody is typing about a claim that is still there */
  update(now: ReviewView): boolean;
}

/** One review: a claim at a time, all of them in a list beside it. */
export function showReview(desk: Desk, first: ReviewView, { from, isBeside }: Sitting): ReviewScreen {
  const { speech } = desk;
  let review = first;
  let index = from;

  const heading = element("h1", { tabindex: -1 }, review.shownAs ?? speech.say("review.title"));
  const index_ = element("nav", { "aria-label": speech.say("review.list"), class: "claim-list" });
  const place = element("div", { class: isBeside ? "card-place beside" : "card-place" });
  const suggestions = element("section", { class: "suggestions" });

  async function send(path: string, body: object): Promise<boolean> {
    try {
      const answer = await callApi("POST", `/api/counsellor/reviews/${review.id}/${path}`, body);
      // A withdrawal answers with no review: it also goes where there is none to be seen any more.
      if (listIn(answer, "claims").length > 0) review = answer as ReviewView;
      desk.tell(speech.say(textIn(body, "kind") === "accept" ? "status.endorsed" : "status.saved"));
      return true;
    } catch (error) {
      const status = error instanceof RequestFailedError ? error.status : 0;
      if (status === 401 || status === 403) void desk.signedOut();
      else if (status === 404) await desk.openQueue();
      else desk.tell(speech.say(status === 409 ? "status.superseded" : "status.failed"));
      if (status === 404) desk.tell(speech.say("status.gone"));
      return false;
    }
  }

  /** The next claim that is to be done, after this one and then from the start; else this one stays. */
  function goOn(): void {
    const order = review.claims.map((_, step) => (index + 1 + step) % review.claims.length);
    const next = order.find((each) => {
      const claim = review.claims[each];
      return claim !== undefined && isToDo(claim.state);
    });
    if (next === undefined) desk.tell(speech.say("review.done"));
    draw(next ?? index);
  }

  /** What the last word on this claim asks of the holder, who sits beside. */
  function sideOf(claimId: string, verdicts: readonly Verdict[]): HTMLElement {
    return holderSide(desk, claimId, verdicts.at(-1), async (answer) => {
      if (!(await send("beside", { claimId, ...answer }))) return;
      desk.tell(speech.say("beside.saved"));
      if (review.claims.some(({ id }) => id === claimId)) goOn();
      else draw(index);
    });
  }

  function focusHolder(claimId: string): void {
    document.getElementById(`beside-${claimId}`)?.focus();
  }

  /** Ends the counsellor's session: what is left on the device is the holder's own. */
  async function leaveTogether(): Promise<void> {
    await callApi("POST", "/api/counsellor/sign-out", {}).catch(() => undefined);
    location.assign("/");
  }

  function go(to: number): void {
    draw(Math.min(Math.max(to, 0), review.claims.length - 1));
  }

  /** The list is often longer than the room it has. */
  function bringListAlong(): void {
    const current = index_.querySelector("[aria-current=true]");
    if (current) index_.scrollTop += current.getBoundingClientRect().top - index_.getBoundingClientRect().top - index_.clientHeight / 3;
  }

  function draw(at: number, focus = true): void {
    index = at;
    const claim = review.claims[index];
    index_.replaceChildren(
      element(
        "ol",
        {},
        ...review.claims.map((each, number) =>
          element(
            "li",
            {},
            element(
              "button",
              {
                type: "button",
                class: isToDo(each.state) ? "todo" : "done",
                "aria-current": number === index ? "true" : null,
                click: () => go(number),
              },
              inLanguage(each.label, speech.language),
              element("small", {}, speech.say(`review.state_${each.state}`)),
            ),
          ),
        ),
      ),
    );
    bringListAlong();
    drawSuggestions();
    if (!claim) return place.replaceChildren();
    const card = claimCard(desk, claim, {
      reviewId: review.id,
      number: index + 1,
      total: review.claims.length,
      go: (step) => go(index + step),
      async judge(body) {
        if (!(await send("verdicts", { claimId: claim.id, ...body }))) return;
        const last = review.claims[index]?.verdicts.at(-1);
        if (!isBeside || !last || !awaitsHolder(last)) return goOn();
        // It is the holder's turn, right now.
        draw(index, false);
        focusHolder(claim.id);
      },
      async withdraw(because) {
        if (!(await send("withdraw", { claimId: claim.id, because }))) return;
        review = (await callApi("GET", `/api/counsellor/reviews/${review.id}`)) as ReviewView;
        draw(index);
      },
    });
    place.replaceChildren(card, ...(isBeside ? [sideOf(claim.id, claim.verdicts)] : []));
    if (focus) card.focus();
  }

  async function suggest(body: object): Promise<void> {
    if (!(await send("suggestions", body))) return;
    draw(index, !isBeside);
    if (isBeside) focusHolder(review.suggestions.at(-1)?.claimId ?? "");
  }

  function drawSuggestions(): void {
    const made = review.suggestions.map((line) => {
      const last = line.verdicts.at(-1);
      const side = isBeside && last && awaitsHolder(last) ? [sideOf(line.claimId, line.verdicts)] : [];
      return element("li", {}, ...pastVerdicts(line.verdicts, speech), ...side);
    });
    const ask = element(
      "button",
      {
        type: "button",
        class: "quiet",
        click: () => {
          const form = suggestForm(desk, suggest, drawSuggestions);
          suggestions.replaceChildren(title, form);
          form.querySelector<HTMLElement>("input")?.focus();
        },
      },
      speech.say("judge.suggest"),
    );
    const title = element("h2", {}, speech.say("judge.suggest"));
    suggestions.replaceChildren(title, element("p", { class: "hint" }, speech.say("judge.suggest_hint")), element("ul", {}, ...made), ask);
  }

  const hasText = (part: HTMLElement) => [...part.querySelectorAll("textarea")].some(({ value }) => value.trim() !== "");

  function update(now: ReviewView): boolean {
    if (JSON.stringify(now) === JSON.stringify(review)) return true;
    const isThere = (id: string | undefined) => now.claims.some((each) => each.id === id);
    const current = review.claims[index]?.id;
    const isGone = review.claims.some(({ id }) => !isThere(id));
    const isWriting = hasText(place) || place.querySelector(".forms form") !== null;
    if (!isGone && (isWriting || hasText(suggestions))) return false;
    // What was taken out goes at once; what somebody is typing about the rest stays.
    const hadFocus = place.contains(document.activeElement);
    const writing = isWriting && isThere(current) ? [...place.childNodes] : null;
    const suggesting = hasText(suggestions) ? [...suggestions.childNodes] : null;
    review = now;
    draw(isThere(current) ? now.claims.findIndex(({ id }) => id === current) : Math.max(Math.min(index, now.claims.length - 1), 0), hadFocus);
    if (writing) place.replaceChildren(...writing);
    if (suggesting) suggestions.replaceChildren(...suggesting);
    desk.tell(speech.say("review.changed"));
    return true;
  }

  draw(index, false);
  desk.show(
    heading,
    element(
      "p",
      { class: "hint" },
      `${review.for.purpose === "" ? "" : `${review.for.purpose}. `}${speech.say("review.until", { until: dayOf(review.until, speech) })}`,
    ),
    element("p", { class: "hint" }, speech.say("review.keys")),
    element("p", { class: "hint" }, speech.say("review.signs")),
    element(
      "p",
      { class: "back" },
      element("button", { type: "button", class: "quiet", click: () => void desk.openQueue() }, speech.say("review.back")),
    ),
    isBeside ? besideNote(desk, () => void leaveTogether()) : null,
    element("div", { class: "review" }, index_, place),
    suggestions,
  );
  bringListAlong();
  // The keys work where focus is: on the first claim to be done, at once.
  place.querySelector<HTMLElement>("article.card")?.focus({ preventScroll: true });
  return { update };
}
