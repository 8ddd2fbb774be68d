type Child = Node | string | null | undefined | false;
type Listener = (event: Event) => void;
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | Listener>>;

function assign(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
}

function fill(node: Element, children: readonly Child[]): void {
  for (const child of children) if (child !== null && child !== undefined && child !== false) node.append(child);
}

/** An element with attributes; a function is a listener for the event it is named after. Strings become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  assign(node, attributes);
  fill(node, children);
  return node;
}

const svgNamespace = "http://www.w3.org/2000/svg";

export function svg(name: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  const node = document.createElementNS(svgNamespace, name);
  assign(node, attributes);
  fill(node, children);
  return node;
}

/** A line drawing of 24 by 24, in the colour of the text; decoration only. */
export function icon(path: string): SVGElement {
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" }, svg("path", { d: path }));
}

export class PageIncompleteError extends Error {
  constructor(id: string) {
    super(`the page has no #${id}`);
    this.name = "PageIncompleteError";
  }
}

/** The element of the served page with this id. @throws {PageIncompleteError} */
export function byId<T extends HTMLElement>(id: string, type: { new (): T }): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new PageIncompleteError(id);
  return found;
}

/** Paths of the icons, drawn for this page. */
export const icons = {
  speaker: "M4 9.5v5h3.5L12 19V5L7.5 9.5H4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
  stop: "M7 7h10v10H7z",
  check: "M5 12.5l4.5 4.5L19 7.5",
} as const;
