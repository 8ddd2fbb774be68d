import { element } from "../../chat/client/dom.ts";

/** A link in a box of its own, to be copied or marked. @param words what stands at the box, on the button, and what is told once it is copied */
export function copyLink(link: string, id: string, words: { readonly label: string; readonly copy: string; readonly copied: string }): HTMLElement {
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
  const button = element("button", { type: "button", class: "quiet", click: () => void copy() }, words.copy);
  return element("div", { class: "copy-link" }, element("label", { for: id }, words.label), element("div", { class: "copy-row" }, box, button), told);
}
