import { element } from "../../chat/client/dom.ts";

interface LinkWords {
  readonly label: string;
  readonly copy: string;
  /** What is told once it is copied. */
  readonly copied: string;
}

/** A link in a box of its own, to be copied or marked. @param qr the same to be scanned from this screen */
export function copyLink(link: string, id: string, words: LinkWords, qr?: { readonly svg: string; readonly words: string }): HTMLElement {
  const told = element("p", { class: "hint", role: "status" });
  const box = element("input", { id, readonly: true, value: link, autocomplete: "off", focus: () => box.select() });
  async function copy(): Promise<void> {
    box.select();
    try {
      await navigator.clipboard.writeText(link);
      told.textContent = words.copied;
    } catch {
      // No leave to copy: it is marked now, and can be copied by hand.
      box.focus();
    }
  }
  const drawn = qr
    ? element(
        "figure",
        { class: "copy-qr" },
        element("img", { src: `data:image/svg+xml,${encodeURIComponent(qr.svg)}`, alt: "" }),
        element("figcaption", { class: "hint" }, qr.words),
      )
    : null;
  const button = element("button", { type: "button", class: "quiet", click: () => void copy() }, words.copy);
  return element(
    "div",
    { class: "copy-link" },
    element("label", { for: id }, words.label),
    element("div", { class: "copy-row" }, box, button),
    told,
    drawn,
  );
}
