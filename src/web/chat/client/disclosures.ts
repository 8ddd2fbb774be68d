import { element } from "./dom.ts";
import { moves } from "./in-sight.ts";

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
    let isTapped = false;
    part.firstElementChild?.addEventListener("click", () => (isTapped = true));
    part.addEventListener("toggle", () => {
      if (part.open) fill();
      // What somebody opens comes into sight; what was open and is made anew stays where it was.
      if (part.open && isTapped) part.scrollIntoView({ block: "nearest", behavior: moves(false) });
      isTapped = false;
    });
    made.set(id, part);
    return part;
  };
}
