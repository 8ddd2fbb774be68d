export type Language = "nl" | "en";
type Texts = Readonly<Record<string, string>>;

/** The words of the page, in the language of the moment. */
export interface PageSpeech {
  readonly language: Language;
  say(key: string, params?: Readonly<Record<string, string | number>>): string;
  /** Switches the language: what the server wrote is relabelled, then listeners are told. */
  setLanguage(language: Language): void;
  onChange(listener: () => void): void;
}

export function isLanguage(value: unknown): value is Language {
  return value === "nl" || value === "en";
}

/** The text in this language, else in the other one. */
export function inLanguage(text: Readonly<Record<Language, string | null>>, language: Language): string {
  return text[language] ?? text[language === "nl" ? "en" : "nl"] ?? "";
}

function relabel(say: PageSpeech["say"]): void {
  for (const node of document.querySelectorAll<HTMLElement>("[data-words]")) node.textContent = say(node.dataset["words"] ?? "");
  for (const node of document.querySelectorAll<HTMLElement>("[data-words-label]")) {
    node.setAttribute("aria-label", say(node.dataset["wordsLabel"] ?? ""));
  }
  for (const node of document.querySelectorAll<HTMLElement>("[data-words-placeholder]")) {
    node.setAttribute("placeholder", say(node.dataset["wordsPlaceholder"] ?? ""));
  }
}

export function createSpeech(all: Readonly<Record<Language, Texts>>, first: Language): PageSpeech {
  let language = first;
  const listeners: (() => void)[] = [];
  const say: PageSpeech["say"] = (key, params = {}) =>
    (all[language][key] ?? key).replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot));
  return {
    get language() {
      return language;
    },
    say,
    setLanguage(wanted) {
      if (wanted === language) return;
      language = wanted;
      document.documentElement.lang = wanted;
      document.title = say("page.title");
      relabel(say);
      for (const listener of listeners) listener();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

/** The words that the server put into the page, as data. */
export function readEmbeddedWords(): Readonly<Record<Language, Texts>> {
  const text = document.getElementById("words")?.textContent ?? "{}";
  const parsed: unknown = JSON.parse(text);
  const texts = (language: Language): Texts => {
    const found: unknown = typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, language) : null;
    return typeof found === "object" && found !== null ? Object.fromEntries(Object.entries(found).map(([key, value]) => [key, String(value)])) : {};
  };
  return { nl: texts("nl"), en: texts("en") };
}
