import { element } from "./dom.ts";

/** Makes parts that open with a tap, and that are open still when they are made anew under the same id. Filled when opened: there may
 *  be hundreds. */
export function createDisclosures(): (id: string, title: string, content: () => readonly (Node | null)[]) => HTMLElement {
  const openParts = new Set<string>();
  return (id, title, content) => {
    const inside = element("div", { class: "disclosed" });
    const part = element("details", { open: openParts.has(id) }, element("summary", { id: `part-${id}` }, title), inside);
    const fill = () => {
      if (inside.childNodes.length === 0) inside.append(...content().filter((each) => each !== null));
    };
    if (part.open) fill();
    part.addEventListener("toggle", () => {
      if (part.open) fill();
      void (part.open ? openParts.add(id) : openParts.delete(id));
    });
    return part;
  };
}
