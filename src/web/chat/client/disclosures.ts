import { element } from "./dom.ts";

/** Makes parts that open with a tap, and that are open still when they are made anew under the same id. Filled when opened: there may
 *  be hundreds. */
export function createDisclosures(): (id: string, title: string, content: () => readonly (Node | null)[]) => HTMLElement {
  // Each one itself says whether it is open: its event comes a moment after the tap, and in between it may be made anew.
  const made = new Map<string, HTMLDetailsElement>();
  return (id, title, content) => {
    const inside = element("div", { class: "disclosed" });
    const part = element("details", { open: made.get(id)?.open ?? false }, element("summary", { id: `part-${id}` }, title), inside);
    const fill = () => {
      if (inside.childNodes.length === 0) inside.append(...content().filter((each) => each !== null));
    };
    if (part.open) fill();
    part.addEventListener("toggle", () => part.open && fill());
    made.set(id, part);
    return part;
  };
}
