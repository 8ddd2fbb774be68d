import type { GrantPart } from "../../../domain/grant.ts";
import { partsWithContent, selectionFor } from "../../../domain/grant-selection.ts";
import { credentialLine, experienceLine } from "../../../domain/told-lines.ts";
import { callApi, textIn, valueIn } from "../../chat/client/api.ts";
import { showDialog } from "../../chat/client/dialogs.ts";
import { element } from "../../chat/client/dom.ts";
import { inLanguage, type PageSpeech } from "../../chat/client/words.ts";
import type { PassportView } from "../../passport/passport-view.ts";
import type { GrantView } from "../sharing-api.ts";
import { copyLink } from "./copy-link.ts";

export type ShareDialog =
  | { readonly kind: "give" }
  | { readonly kind: "accept"; readonly requestId: string; readonly name: string }
  | { readonly kind: "change"; readonly grant: GrantView };

const views = ["applying", "developing", "orienting", "picked"] as const;
const lengths = [7, 30, 90, 180, 365];

function isPassport(value: unknown): value is PassportView {
  return textIn(value, "format") === "skillsgesprek-passport" && Array.isArray(valueIn(value, "claims"));
}

interface Box {
  readonly value: string;
  readonly input: HTMLInputElement;
}

function tick(id: string, label: string, checked: boolean, describedBy?: string) {
  const input = element("input", { type: "checkbox", id, checked, "aria-describedby": describedBy });
  return { input, line: element("label", { class: "tick", for: id }, input, element("span", {}, label)) };
}

/** All that a part holds, in the words that others read. */
function linesOf(part: GrantPart, passport: PassportView, { say }: PageSpeech): readonly string[] {
  switch (part) {
    case "experiences":
      return passport.experiences.map((each) => `${say(`area.${each.area}`)}: ${experienceLine(each)}`);
    case "credentials":
      return passport.credentials.map((each) => credentialLine(each, say("passport.not_finished")));
    case "wants":
    case "who":
      return passport[part].map(({ text }) => text);
  }
}

/** What is shown: by a view, or picked. Whatever the view, the holder sees every skill that goes along. */
function selectionFields(passport: PassportView, options: ShareDialog, speech: PageSpeech) {
  const { say, language } = speech;
  const before = options.kind === "change" ? options.grant : null;
  const first = before ?? { view: "applying" as const, ...selectionFor("applying", passport) };
  const shareable = passport.claims.filter(({ hidden }) => !hidden);
  const skills = shareable.map((claim) => {
    const name = claim.headline?.[language] ?? inLanguage(claim.label, language);
    return { value: claim.id, ...tick(`pick-${claim.id}`, name, first.claimIds.includes(claim.id)) };
  });
  const parts = partsWithContent(passport).map((part) => {
    const id = `holds-${part}`;
    const lines = linesOf(part, passport, speech).map((line) => element("li", {}, line));
    return {
      value: part,
      ...tick(`pick-part-${part}`, say(`passport.${part}`), first.parts.includes(part), id),
      holds: element("ul", { id, class: "holds" }, ...lines),
    };
  });
  const quotes = tick("pick-quotes", say("sharing.with_quotes"), before?.withQuotes ?? false);
  const radios = views.map((view) => {
    const input = element("input", { type: "radio", name: "share-view", id: `view-${view}`, value: view, checked: view === first.view });
    return { view, input, line: element("label", { class: "tick", for: input.id }, input, element("span", {}, say(`sharing.view_${view}`))) };
  });
  const count = element("summary", {});
  const ticked = <T extends Box>(boxes: readonly T[]): T["value"][] => boxes.filter(({ input }) => input.checked).map(({ value }) => value);
  const showCount = () => (count.textContent = say("sharing.picked_count", { count: ticked(skills).length, all: skills.length }));
  showCount();
  for (const { view, input } of radios) {
    input.addEventListener("change", () => {
      if (view === "picked") return;
      const proposed = selectionFor(view, passport);
      for (const box of skills) box.input.checked = proposed.claimIds.includes(box.value);
      for (const box of parts) box.input.checked = proposed.parts.includes(box.value);
      showCount();
    });
  }
  for (const { input } of [...skills, ...parts]) {
    input.addEventListener("change", () => {
      showCount();
      for (const radio of radios) radio.input.checked = radio.view === "picked";
    });
  }
  const node = element(
    "fieldset",
    {},
    element("legend", {}, say("sharing.what_legend")),
    ...radios.map(({ line }) => line),
    element("details", { class: "picks", open: before !== null }, count, element("div", { class: "disclosed" }, ...skills.map(({ line }) => line))),
    parts.length > 0 ? element("p", { class: "hint" }, say("sharing.parts_hint")) : null,
    ...parts.flatMap(({ line, holds }) => [line, holds]),
    quotes.line,
  );
  return {
    node,
    chosen: () => ({
      view: radios.find(({ input }) => input.checked)?.view ?? "picked",
      claimIds: ticked(skills),
      parts: ticked<Box & { readonly value: GrantPart }>(parts),
      withQuotes: quotes.input.checked,
    }),
  };
}

function labelled(label: string, input: HTMLElement, hint: string | null = null): HTMLElement {
  return element("label", { for: input.id }, element("span", {}, label), hint === null ? null : element("small", {}, hint), input);
}

/** Asks what to show to whom, and shares it. @returns the server's answer; null: nothing was done */
export async function openShareDialog(speech: PageSpeech, options: ShareDialog): Promise<unknown> {
  const { say } = speech;
  const title = element(
    "h2",
    { id: "share-title", tabindex: -1 },
    say(`sharing.${options.kind}_title`, options.kind === "accept" ? { name: options.name } : {}),
  );
  const told = element("p", { class: "announced", role: "status" });
  const content = element("div", {}, element("p", {}, say("passport.loading")));
  const dialog = element("dialog", { class: "wide share-dialog", "aria-labelledby": title.id }, title, content);
  let answer: unknown = null;

  function showLink(link: string, svg: string, mode: "read" | "review"): void {
    const words = { label: say("sharing.link"), copy: say("sharing.copy"), copied: say("sharing.copied") };
    const done = element("button", { type: "button", class: "primary", click: () => dialog.close() }, say("code.done"));
    title.textContent = say("sharing.given");
    content.replaceChildren(
      element("p", {}, say(mode === "review" ? "sharing.link_how_review" : "sharing.link_how")),
      copyLink(link, "share-link", words, { svg, words: say("sharing.qr") }),
      ...(mode === "review" ? [element("p", {}, element("a", { href: link, id: "share-beside" }, say("sharing.beside")))] : []),
      element("p", { class: "hint" }, say("sharing.link_once")),
      element("div", { class: "dialog-buttons" }, done),
    );
    title.focus();
  }

  function form(passport: PassportView): HTMLElement {
    const selection = selectionFields(passport, options, speech);
    const name = element("input", { id: "share-name", maxlength: 120, required: true, autocomplete: "off" });
    const purpose = element("input", { id: "share-purpose", maxlength: 200, autocomplete: "off" });
    const shownAs = element("input", { id: "share-shown-as", maxlength: 120, autocomplete: "name" });
    const days = element(
      "select",
      { id: "share-days" },
      ...lengths.map((length) => element("option", { value: length, selected: length === 30 }, say(`sharing.days_${length}`))),
    );
    const review = tick("share-review", say("sharing.review"), false, "share-review-hint");
    const reviewHint = element("p", { class: "hint", id: "share-review-hint", hidden: true }, say("sharing.review_hint"));
    const forReview = [review.line, reviewHint];
    const isChange = options.kind === "change";
    const before = options.kind === "change" ? options.grant : null;
    const files = tick("share-files", say("sharing.with_files"), before?.withFiles ?? false);
    const hasFiles = passport.claims.some((claim) => (claim.files ?? []).length > 0);
    // Files are for who reviews, never for whoever has a link.
    const showFiles = () => (files.line.hidden = !hasFiles || !(before === null ? review.input.checked : before.mode === "review"));
    review.input.addEventListener("change", () => {
      reviewHint.hidden = !review.input.checked;
      showFiles();
    });
    showFiles();
    const whom = options.kind === "give" ? [labelled(say("sharing.name"), name), labelled(say("sharing.purpose"), purpose)] : [];
    const terms = isChange ? [] : [labelled(say("sharing.shown_as"), shownAs, say("sharing.shown_as_hint")), labelled(say("sharing.days"), days)];
    const cancel = element("button", { type: "button", class: "quiet", click: () => dialog.close() }, say("sharing.cancel"));
    const submit = element("button", { type: "submit", class: "primary" }, say(isChange ? "passport.save" : "sharing.do"));
    const made = element(
      "form",
      { class: "edit" },
      ...whom,
      ...(isChange ? [] : forReview),
      selection.node,
      ...terms,
      files.line,
      told,
      element("div", { class: "dialog-buttons" }, cancel, submit),
    );

    async function send(): Promise<void> {
      const chosen = selection.chosen();
      if (chosen.claimIds.length + chosen.parts.length === 0) {
        told.textContent = say("sharing.nothing_picked");
        return;
      }
      const withFiles = !files.line.hidden && files.input.checked;
      const { view, ...picked } = { ...chosen, withFiles };
      const mode = review.input.checked ? "review" : "read";
      const grant = { ...chosen, withFiles, shownAs: shownAs.value.trim() === "" ? null : shownAs.value.trim(), mode, days: Number(days.value) };
      submit.disabled = true;
      try {
        if (options.kind === "change") answer = await callApi("POST", `/api/grants/${options.grant.id}/change`, picked);
        else if (options.kind === "accept") answer = await callApi("POST", `/api/requests/${options.requestId}/accept`, grant);
        else answer = await callApi("POST", "/api/grants", { ...grant, view, for: { name: name.value.trim(), purpose: purpose.value.trim() } });
        const link = textIn(answer, "link");
        if (link === null) dialog.close();
        else showLink(link, textIn(answer, "qr") ?? "", mode);
      } catch {
        told.textContent = say("status.failed");
      } finally {
        submit.disabled = false;
      }
    }
    made.addEventListener("submit", (event) => {
      event.preventDefault();
      void send();
    });
    return made;
  }

  function nothingYet(): HTMLElement {
    const close = element("button", { type: "button", class: "primary", click: () => dialog.close() }, say("code.done"));
    return element("div", {}, element("p", {}, say("sharing.nothing_yet")), element("div", { class: "dialog-buttons" }, close));
  }

  async function load(): Promise<void> {
    try {
      const passport = await callApi("GET", "/api/passport");
      if (!isPassport(passport)) throw new TypeError("no passport in the answer");
      const isEmpty = passport.claims.every(({ hidden }) => hidden) && partsWithContent(passport).length === 0;
      content.replaceChildren(isEmpty ? nothingYet() : form(passport));
    } catch {
      content.replaceChildren(
        element("p", {}, say("status.failed")),
        element("button", { type: "button", class: "quiet", click: () => dialog.close() }, say("sharing.cancel")),
      );
    }
  }

  const closed = showDialog(dialog, title);
  void load();
  await closed;
  return answer;
}
