import { callApi, textIn } from "./api.ts";
import { showDialog } from "./dialogs.ts";
import { element } from "./dom.ts";
import type { PageSpeech } from "./words.ts";

export interface KeepCodeOptions {
  readonly speech: PageSpeech;
  /** Somebody who opens this may be looking for the place to fill a code in. */
  readonly onHaveCode: () => void;
  /** The code may be another one now, or none. */
  readonly onClosed: () => void;
}

interface MadeCode {
  readonly groups: readonly string[];
  /** Address of the page to come back to. */
  readonly page: string;
  /** The QR code, drawn by our own server. */
  readonly qr: string;
  /** ISO 8601; tells whether this is still the code that works. */
  readonly madeAt: string;
}

function readMade(answer: unknown): MadeCode {
  const [code, page, qr, madeAt] = ["code", "page", "qr", "madeAt"].map((key) => textIn(answer, key) ?? "");
  if (!code || !page || !qr || !madeAt) throw new TypeError("no code in the answer");
  return { groups: code.split("-"), page, qr, madeAt };
}

function codeList(groups: readonly string[], label: string): HTMLElement {
  return element("ol", { class: "code", "aria-label": label }, ...groups.map((group) => element("li", {}, group)));
}

function qrImage(made: MadeCode, alt: string): HTMLElement {
  return element("img", { class: "qr", src: `data:image/svg+xml,${encodeURIComponent(made.qr)}`, alt });
}

const withSheet = "with-print-sheet";

/** "Keep your code": shows the code to come back with, once, large and as a QR code; makes a new one, ends it, prints it. */
export function createKeepCode({ speech, onHaveCode, onClosed }: KeepCodeOptions): { open(): Promise<void> } {
  const { say } = speech;
  /** The code is kept nowhere but here, while the page is open: the server has no more than its hash. */
  let shown: MadeCode | null = null;
  let isOpen = false;

  async function open(): Promise<void> {
    if (isOpen) return;
    isOpen = true;
    const title = element("h2", { id: "keep-code-title", tabindex: -1 }, say("code.title"));
    const content = element("div", { class: "keep-code" }, element("p", {}, say("code.loading")));
    const announce = element("p", { class: "announced", role: "status" });
    const actions = element("div", { class: "dialog-buttons" });
    const links = element("p", { class: "links" });
    const dialog = element("dialog", { class: "wide", "aria-labelledby": "keep-code-title" }, title, announce, content, actions, links);
    const sheet = element("section", { class: "print-sheet", "aria-hidden": "true" });

    const button = (key: string, kind: "primary" | "quiet" | "link", click: () => void) =>
      element("button", { type: "button", class: kind, click }, say(key));
    const done = () => button("code.done", "primary", () => dialog.close());
    const haveCode = () =>
      button("enter_code.open", "link", () => {
        dialog.close();
        onHaveCode();
      });
    const ending = () => button("code.end", "link", () => void run(end));

    function show(parts: readonly HTMLElement[], buttons: readonly HTMLElement[], hasCode: boolean): void {
      content.replaceChildren(...parts);
      actions.replaceChildren(...buttons);
      links.replaceChildren(...(hasCode ? [ending()] : []), haveCode());
      // A pressed button is gone with what it stood under.
      if (!dialog.contains(document.activeElement) || document.activeElement === dialog) title.focus();
    }

    function showSheet(made: MadeCode | null): void {
      document.documentElement.classList.toggle(withSheet, made !== null);
      sheet.replaceChildren();
      if (!made) return sheet.remove();
      const line = element("p", {}, say("code.print_line", { page: made.page.replace(/^https?:\/\/|\/$/g, "") }));
      sheet.append(line, codeList(made.groups, say("code.label")), qrImage(made, ""));
      document.body.append(sheet);
    }

    function showCode(made: MadeCode): void {
      shown = made;
      showSheet(made);
      show(
        [
          element("p", {}, say("code.intro")),
          element("div", { class: "code-and-qr" }, codeList(made.groups, say("code.label")), qrImage(made, say("code.qr"))),
          element("p", { class: "hint" }, say("code.secret")),
        ],
        [button("code.print", "quiet", () => window.print()), button("code.new", "quiet", () => void run(renew)), done()],
        true,
      );
    }

    function showEarlier(madeAt: string): void {
      const date = new Date(madeAt).toLocaleDateString(speech.language, { day: "numeric", month: "long", year: "numeric" });
      show(
        [element("p", {}, say("code.has_one", { date })), element("p", {}, say("code.has_one_hint"))],
        [button("code.new", "quiet", () => void run(renew)), done()],
        true,
      );
    }

    async function make(): Promise<void> {
      showCode(readMade(await callApi("POST", "/api/come-back-code", {})));
    }
    async function renew(): Promise<void> {
      await make();
      announce.textContent = say("code.renewed");
    }
    async function end(): Promise<void> {
      await callApi("POST", "/api/come-back-code/end", {});
      shown = null;
      showSheet(null);
      show([], [button("code.make", "quiet", () => void run(make)), done()], false);
      announce.textContent = say("code.ended");
    }
    async function first(): Promise<void> {
      const madeAt = textIn(await callApi("GET", "/api/come-back-code"), "madeAt");
      if (madeAt === null) await make();
      else if (shown?.madeAt === madeAt) showCode(shown);
      else showEarlier(madeAt);
    }
    async function run(step: () => Promise<void>): Promise<void> {
      announce.textContent = "";
      for (const each of actions.querySelectorAll("button")) each.disabled = true;
      try {
        await step();
      } catch {
        announce.textContent = say("status.failed");
        if (!actions.hasChildNodes()) show([], [done()], false);
      } finally {
        for (const each of actions.querySelectorAll("button")) each.disabled = false;
      }
    }

    const closed = showDialog(dialog, title);
    void run(first);
    await closed;
    showSheet(null);
    isOpen = false;
    onClosed();
  }

  return { open };
}
