import type { Language } from "../../domain/language.ts";
import { type KeepWords, type LeftOut, saysAnything } from "../../domain/left-out.ts";
import type { Passport } from "../../domain/passport.ts";
import type { PageAction } from "./page-actions.ts";

export interface KeptAction {
  /** The action without what may not be kept; null where nothing of it is left. */
  readonly action: PageAction | null;
  readonly leftOut: readonly LeftOut[];
}

type Words = Readonly<Record<string, unknown>>;

/** Names need a text: where nothing of it may be kept, the one that was there stays. */
const needed: ReadonlySet<string> = new Set(["title"]);
const days: ReadonlySet<string> = new Set(["start", "end", "date"]);
/** "12-03-2019": eight digits that are no number of a person. */
const day = /^\d{1,2}\s?[-/. ]\s?\d{1,2}\s?[-/. ]\s?(?:19|20)\d{2}$/;

/** The changes without what may not be kept; what was not changed stays as it is. */
function keptChanges<T extends Words>(changes: T, before: Words, keep: (text: string) => ReturnType<KeepWords>) {
  const kept: T = { ...changes };
  const leftOut: LeftOut[] = [];
  for (const [name, value] of Object.entries(changes)) {
    if (typeof value !== "string" || value === before[name] || (days.has(name) && day.test(value))) continue;
    const words = keep(value);
    if (words.leftOut.length === 0) continue;
    leftOut.push(...words.leftOut);
    if (saysAnything(words)) Object.assign(kept, { [name]: words.kept });
    else if (needed.has(name)) Reflect.deleteProperty(kept, name);
    else Object.assign(kept, { [name]: null });
  }
  return { kept, leftOut };
}

/** What a holder typed on the page, without what may not be kept: the rule of the conversation. */
export function keptAction(action: PageAction, passport: Passport, keepWords: KeepWords): KeptAction {
  const language: Language = passport.language;
  const keep = (text: string) => keepWords(text, language);
  const one = (text: string, rebuilt: (text: string) => PageAction): KeptAction => {
    const words = keep(text);
    if (words.leftOut.length === 0) return { action, leftOut: [] };
    return { action: saysAnything(words) ? rebuilt(words.kept) : null, leftOut: words.leftOut };
  };
  switch (action.action) {
    case "relabel_claim":
      return one(action.label, (label) => ({ ...action, label }));
    case "edit_want":
    case "edit_who":
      return one(action.text, (text) => ({ ...action, text }));
    case "add_own": {
      const [label, example] = [keep(action.label), action.example === null ? null : keep(action.example)];
      const leftOut = [...new Set([...label.leftOut, ...(example?.leftOut ?? [])])];
      if (!saysAnything(label)) return { action: null, leftOut };
      return { action: { ...action, label: label.kept, example: example && saysAnything(example) ? example.kept : null }, leftOut };
    }
    case "edit_experience": {
      const before = passport.experiences.find(({ id }) => id === action.experienceId);
      const { area, ...words } = action.changes;
      const { kept, leftOut } = keptChanges(words, before ?? {}, keep);
      const changes = { ...kept, ...(area === undefined ? {} : { area }) };
      return { action: Object.keys(changes).length > 0 ? { ...action, changes } : null, leftOut };
    }
    case "edit_credential": {
      const before = passport.credentials.find(({ id }) => id === action.credentialId);
      const { level, ...words } = action.changes;
      const { kept, leftOut } = keptChanges(words, before ?? {}, keep);
      const levelWords = level ? keep(level.value) : null;
      const isLevelOut = levelWords !== null && levelWords.leftOut.length > 0;
      const changes = { ...kept, ...(level === undefined ? {} : { level: isLevelOut ? null : level }) };
      return {
        action: Object.keys(changes).length > 0 ? { ...action, changes } : null,
        leftOut: [...leftOut, ...(levelWords?.leftOut ?? [])],
      };
    }
    default:
      return { action, leftOut: [] };
  }
}
