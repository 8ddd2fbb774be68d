export interface Tab {
  readonly tab: HTMLButtonElement;
  readonly panel: HTMLElement;
}

/** On a narrow screen one of the panels at a time, as tabs; on a wide one both, side by side, and no tabs at all. */
export function setUpTabs(tabs: readonly Tab[]): void {
  const wide = matchMedia("(min-width: 60rem)");
  let chosen = 0;

  function apply(): void {
    for (const [index, { tab, panel }] of tabs.entries()) {
      const isChosen = index === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      panel.hidden = !wide.matches && !isChosen;
      if (wide.matches) panel.setAttribute("role", "region");
      else panel.setAttribute("role", "tabpanel");
    }
  }
  function choose(index: number, focus: boolean): void {
    chosen = index;
    apply();
    if (focus) tabs[index]?.tab.focus();
  }
  for (const [index, { tab }] of tabs.entries()) {
    tab.addEventListener("click", () => choose(index, false));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      choose((index + step + tabs.length) % tabs.length, true);
    });
  }
  wide.addEventListener("change", apply);
  apply();
}
