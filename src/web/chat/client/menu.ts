/** A button that shows and hides a list of commands. Escape and a press elsewhere close it. */
export function setUpMenu(button: HTMLButtonElement, list: HTMLElement, onCommand: (command: string, label: string) => void): void {
  function show(shown: boolean): void {
    list.hidden = !shown;
    button.setAttribute("aria-expanded", String(shown));
  }
  button.addEventListener("click", () => show(list.hidden !== false));
  list.addEventListener("click", (event) => {
    const chosen = event.target instanceof Element ? event.target.closest("button") : null;
    if (!chosen) return;
    show(false);
    button.focus();
    onCommand(chosen.dataset["command"] ?? "", chosen.textContent ?? "");
  });
  for (const place of [button, list]) {
    place.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || list.hidden) return;
      show(false);
      button.focus();
    });
  }
  list.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !list.contains(event.relatedTarget) && event.relatedTarget !== button) show(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !list.contains(event.target) && !button.contains(event.target)) show(false);
  });
}
