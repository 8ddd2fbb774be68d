import { callApi, listIn, textIn, valueIn } from "../../chat/client/api.ts";
import { createDisclosures } from "../../chat/client/disclosures.ts";
import { element } from "../../chat/client/dom.ts";
import { inLanguage, type PageSpeech } from "../../chat/client/words.ts";
import type { GrantView, LookView, SharingView } from "../sharing-api.ts";
import { copyLink } from "./copy-link.ts";
import { openShareDialog } from "./share-dialog.ts";
import { dayToShow } from "./shared-view.ts";

export interface SharingPanel {
  refresh(): Promise<void>;
}

/** Our own server's answer: its shape was checked there. */
function isSharing(value: unknown): value is SharingView {
  return Array.isArray(valueIn(value, "grants")) && Array.isArray(valueIn(value, "requests"));
}

function momentToShow(iso: string, language: string): string {
  return new Date(iso).toLocaleString(language, { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
}

/** The holder's part about sharing: to share, what is shared, who looked, to stop, and who asks. */
export function createSharing(root: HTMLElement, speech: PageSpeech): SharingPanel {
  const { say } = speech;
  let sharing: SharingView | null = null;
  /** A link is shown once, where it was asked for: it is kept nowhere. */
  let newLink: { readonly of: string; readonly link: string; readonly svg: string } | null = null;
  const disclose = createDisclosures();
  const told = element("p", { class: "announced", role: "status" });
  const list = element("div", {});

  function show(answer: unknown): void {
    if (!isSharing(answer)) return;
    const same = JSON.stringify(answer) === JSON.stringify(sharing);
    sharing = answer;
    if (!same || !list.hasChildNodes()) draw();
  }

  async function refresh(): Promise<void> {
    show(await callApi("GET", "/api/sharing"));
  }

  /** Sends one change. @param doneKey what is told then */
  async function act(path: string, doneKey: string, linkOf: string | null = null): Promise<void> {
    try {
      const answer = await callApi("POST", path, {});
      const link = textIn(answer, "link");
      newLink = linkOf !== null && link !== null ? { of: linkOf, link, svg: textIn(answer, "qr") ?? "" } : null;
      show(answer);
      draw();
      told.textContent = say(doneKey);
    } catch {
      told.textContent = say("status.failed");
      await refresh().catch(() => undefined);
    }
  }

  async function dialog(options: Parameters<typeof openShareDialog>[1]): Promise<void> {
    const answer = await openShareDialog(speech, options);
    if (answer === null) return;
    newLink = null;
    show(answer);
    told.textContent = say(options.kind === "give" ? "sharing.given" : options.kind === "accept" ? "sharing.accepted" : "status.saved");
  }

  function button(key: string, id: string, click: () => void, kind = "quiet"): HTMLElement {
    return element("button", { type: "button", class: kind, id, click }, say(key));
  }

  function linkBox(of: string): HTMLElement | null {
    if (newLink?.of !== of) return null;
    const words = { label: say("sharing.link"), copy: say("sharing.copy"), copied: say("sharing.copied") };
    const qr = { svg: newLink.svg, words: say("sharing.qr") };
    return element("div", {}, copyLink(newLink.link, `link-${of}`, words, qr), element("p", { class: "hint" }, say("sharing.link_once")));
  }

  function lookItem({ at, times, by, skills, file }: LookView, grant: GrantView): HTMLElement {
    const names = skills.map((label) => (label ? inLanguage(label, speech.language) : say("sharing.erased_skill"))).join(", ");
    const line = say(times === 1 ? "sharing.look_once" : "sharing.look_times", {
      moment: momentToShow(at, speech.language),
      who: by ?? say("sharing.who_has_link", { name: grant.for.name }),
      times,
    });
    const opened = file === null ? null : element("p", {}, say("sharing.look_file", { name: file === "" ? say("sharing.erased_file") : file }));
    return element("li", {}, element("p", {}, line), opened, names === "" ? null : element("p", { class: "kind" }, names));
  }

  function looks(grant: GrantView): HTMLElement {
    const total = grant.looks.reduce((sum, { times }) => sum + times, grant.earlierLooks);
    if (total === 0) return element("p", { class: "kind" }, say("sharing.looks_none"));
    const earlier = grant.earlierLooks > 0 ? element("p", { class: "kind" }, say("sharing.looks_earlier", { count: grant.earlierLooks })) : null;
    const items = grant.looks.map((each) => lookItem(each, grant));
    return disclose(`looks-${grant.id}`, say("sharing.looks", { count: total }), () => [
      element("p", { class: "hint" }, say("sharing.looks_hint")),
      element("ul", { class: "looks" }, ...items),
      earlier,
    ]);
  }

  function grantItem(grant: GrantView): HTMLElement {
    const { id, state } = grant;
    const isOpen = state === "open";
    const until = dayToShow(state === "revoked" ? (grant.revokedAt ?? grant.expiresAt) : grant.expiresAt, speech.language);
    const what = say("sharing.what", { view: say(`sharing.view_${grant.view}`), count: grant.shownCount });
    const parts = grant.parts.map((part) => say(`passport.${part}`)).join(", ");
    const buttons = isOpen
      ? [
          button("sharing.stop", `stop-${id}`, () => void act(`/api/grants/${id}/revoke`, "sharing.stopped"), "danger"),
          button("sharing.change", `change-${id}`, () => void dialog({ kind: "change", grant })),
          button("sharing.new_link", `new-link-${id}`, () => void act(`/api/grants/${id}/link`, "sharing.link_renewed", id)),
        ]
      : [button("sharing.forget", `forget-${id}`, () => void act(`/api/grants/${id}/erase`, "sharing.forgotten"))];
    return element(
      "li",
      { class: `grant grant-${state}` },
      element("h4", { class: "row-title" }, grant.for.name),
      grant.for.purpose === "" ? null : element("p", {}, grant.for.purpose),
      element("p", { class: "kind" }, what),
      grant.parts.length > 0 ? element("p", { class: "kind" }, say("sharing.what_parts", { parts })) : null,
      element("p", { class: "kind" }, say(`sharing.state_${state}`, { date: until })),
      grant.mode === "review" ? element("p", { class: "kind" }, say("sharing.may_review")) : null,
      grant.withQuotes ? element("p", { class: "kind" }, say("sharing.has_quotes")) : null,
      grant.withFiles ? element("p", { class: "kind" }, say("sharing.has_files")) : null,
      linkBox(id),
      looks(grant),
      element("div", { class: "row" }, ...buttons),
    );
  }

  function requestItem({ id, from, askedAt }: SharingView["requests"][number]): HTMLElement {
    return element(
      "li",
      { class: "request" },
      element("h4", { class: "row-title" }, say("sharing.asks", { name: from.name })),
      from.purpose === "" ? null : element("p", {}, from.purpose),
      element("p", { class: "kind" }, dayToShow(askedAt, speech.language)),
      element("p", { class: "hint" }, say("sharing.asks_hint")),
      element(
        "div",
        { class: "row" },
        button("sharing.accept", `accept-${id}`, () => void dialog({ kind: "accept", requestId: id, name: from.name }), "primary"),
        button("sharing.decline", `decline-${id}`, () => void act(`/api/requests/${id}/decline`, "sharing.declined")),
      ),
    );
  }

  function asking({ requestLinkMadeAt }: SharingView): HTMLElement {
    const has = requestLinkMadeAt !== null;
    return disclose("asking", say("sharing.ask"), () => [
      element("p", {}, say("sharing.ask_hint")),
      has ? element("p", { class: "kind" }, say("sharing.ask_has", { date: dayToShow(requestLinkMadeAt, speech.language) })) : null,
      linkBox("ask"),
      element(
        "div",
        { class: "row" },
        button(has ? "sharing.ask_again" : "sharing.ask_make", "ask-make", () => void act("/api/request-link", "sharing.ask_made", "ask")),
        has ? button("sharing.ask_end", "ask-end", () => void act("/api/request-link/end", "sharing.ask_ended")) : null,
      ),
    ]);
  }

  function draw(): void {
    if (!sharing) return;
    const focused = root.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const heading = element("h3", { id: "sharing-heading", tabindex: -1 }, say("sharing.heading"));
    const requests = listIn(sharing, "requests").length > 0 ? element("ul", { class: "rows" }, ...sharing.requests.map(requestItem)) : null;
    const grants = sharing.grants.length > 0 ? element("ul", { class: "rows" }, ...sharing.grants.map(grantItem)) : null;
    const parts = [
      heading,
      element("p", { class: "hint" }, say("sharing.intro")),
      told,
      requests,
      element(
        "p",
        { class: "share-now" },
        button("sharing.share", "share-now", () => void dialog({ kind: "give" }), "primary"),
      ),
      grants,
      asking(sharing),
    ];
    list.replaceChildren(...parts.filter((part) => part !== null));
    if (root.firstChild !== list) root.replaceChildren(list);
    root.setAttribute("aria-labelledby", heading.id);
    if (focused === undefined || focused === "") return;
    (document.getElementById(focused) ?? heading).focus({ preventScroll: true });
  }

  speech.onChange(() => {
    told.textContent = "";
    draw();
  });
  return { refresh };
}
