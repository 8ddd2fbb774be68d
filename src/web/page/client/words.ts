export type PageLanguage = "nl" | "en";

const all = JSON.parse(document.getElementById("words")?.textContent ?? "{}") as Record<PageLanguage, Record<string, string>>;
let language: PageLanguage = document.documentElement.lang === "en" ? "en" : "nl";

export function pageLanguage(): PageLanguage {
  return language;
}

export function word(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  return (all[language][key] ?? key).replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot));
}

/** Changes the language of everything on the page that carries a key. */
export function usePageLanguage(next: PageLanguage): void {
  language = next;
  document.documentElement.lang = next;
  document.title = word("page.title");
  for (const element of document.querySelectorAll<HTMLElement>("[data-word]")) element.textContent = word(element.dataset["word"] ?? "");
  for (const element of document.querySelectorAll<HTMLElement>("[data-word-label]")) {
    element.setAttribute("aria-label", word(element.dataset["wordLabel"] ?? ""));
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-word-placeholder]")) {
    element.setAttribute("placeholder", word(element.dataset["wordPlaceholder"] ?? ""));
  }
}
