import type { Language } from "../domain/language.ts";
import { normalise } from "./answers.ts";
import type { Answered, Outcome } from "./events.ts";
import { askAgain, order, say } from "./outcome.ts";

const msPerDay = 86_400_000;
const mostDays = 366;

type Wish = { readonly kind: "remind"; readonly days: number | null } | { readonly kind: "stop" } | { readonly kind: "allow" };

const numbers: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ["een", "one", "a", "an"],
    ["twee", "two", "paar", "couple of"],
    ["drie", "three"],
    ["vier", "four"],
    ["vijf", "five"],
    ["zes", "six"],
    ["zeven", "seven"],
    ["acht", "eight"],
    ["negen", "nine"],
    ["tien", "ten"],
  ].flatMap((words, index) => words.map((word) => [word, index + 1])),
);
const unitDays: Readonly<Record<string, number>> = { dag: 1, day: 1, week: 7, weken: 7, maand: 30, month: 30, jaar: 365, year: 365 };
const fixedDays: Readonly<Record<string, number>> = {
  morgen: 1,
  tomorrow: 1,
  overmorgen: 2,
  "the day after tomorrow": 2,
  "volgende week": 7,
  "next week": 7,
  "volgende maand": 30,
  "next month": 30,
  "volgend jaar": 365,
  "next year": 365,
};

const number = String.raw`\d{1,4}|${Object.keys(numbers).join("|")}`;
const unit = String.raw`dag(?:en)?|days?|week|weken|weeks|maand(?:en)?|months?|jaar|years?|uur|uren|hours?|minuut|minuten|minutes?`;
const span = new RegExp(String.raw`\b(?:over|in) (?:een |a )?(${number}) (${unit})\b`);
const fixed = new RegExp(
  String.raw`\b(${Object.keys(fixedDays)
    .toSorted((a, b) => b.length - a.length)
    .join("|")})\b`,
);

const please = String.raw`(?:(?:ja|oke|ok|goed|yes|please|graag|alsjeblieft|kun je|kan je|kunt u|kan u|wil je|wilt u|zou je|can you|could you|will you|would you) )*`;
const thing = String.raw`(?:een |n |nog een |a |another )?(?:berichtje|bericht|seintje|herinnering|appje|message|reminder|note)`;
/** "stuur me over een week een berichtje", "herinner me morgen", "send me a message in two weeks". */
const asked = new RegExp(
  String.raw`^${please}(?:(?:stuur|geef|doe|send|give) (?:me|mij|ons|us)\b.*\b${thing}\b|(?:send|stuur) ${thing} (?:to me|aan mij)\b|(?:me|mij) .*\b${thing} (?:sturen|geven)\b)`,
);
const askedWithTime = new RegExp(String.raw`^${please}(?:herinner (?:me|mij)|remind me)\b`);
const messages = String.raw`(?:berichtje|berichtjes|bericht|berichten|herinnering|herinneringen|message|messages|reminder|reminders)`;
const stopped = new RegExp(
  String.raw`^(?:toch |liever |please |nee |no )*(?:geen ${messages}(?: meer)?|no (?:more )?${messages}|(?:stuur|send) (?:me |mij )?(?:geen|no) ${messages}(?: meer| any more| anymore)?|(?:stop met|stop|annuleer|cancel) (?:de |het |the |sending |my |mijn |met )*${messages}|(?:do not|dont) (?:send|remind) me(?: (?:a|any|more|${messages}))*)(?: please| graag| aub)*$`,
);
const allowed = new RegExp(
  String.raw`^(?:toch |ja )*(?:wel ${messages}|stuur (?:me |mij )?(?:toch )?wel ${messages}|${messages} please|${messages} graag)$`,
);
const mostWords = 18;

function daysIn(plain: string): number | null {
  const named = fixed.exec(plain)?.[1];
  const [, count = "", of = ""] = span.exec(plain) ?? [];
  if (count === "") return named === undefined ? null : (fixedDays[named] ?? null);
  const single = of.replace(/(?<=dag|maand)en$|(?<=day|week|month|year)s$/, "");
  // Less than a day is told apart from no time at all: it is refused, not asked again.
  return (numbers[count] ?? Number(count)) * (unitDays[single] ?? 0);
}

/** What somebody wants of messages, when that is all they say; null where it is anything else. */
export function messageWish(text: string): Wish | null {
  const plain = normalise(text);
  if (plain.split(" ").length > mostWords) return null;
  if (stopped.test(plain)) return { kind: "stop" };
  if (allowed.test(plain)) return { kind: "allow" };
  const days = daysIn(plain);
  if (asked.test(plain) || (askedWithTime.test(plain) && days !== null)) return { kind: "remind", days };
  return null;
}

function dateIn(language: Language, atMs: number): string {
  return new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "Europe/Amsterdam",
  }).format(atMs);
}

/** "Stuur me over een week een berichtje", and the like; null where it is no such wish. The open question stays open. */
export function onMessageWish(outcome: Outcome, event: Answered): Outcome | null {
  const wish = event.action !== null || event.text === null ? null : messageWish(event.text);
  if (wish === null) return null;
  const { phase, disclosure, language } = outcome.state;
  // Who has stopped is left in peace.
  const andGoOn = phase === "paused" ? (said: Outcome) => said : askAgain;
  if (disclosure.channel !== "teams") return andGoOn(say(outcome, "remind.not_here"));
  switch (wish.kind) {
    case "stop":
      return andGoOn(order(say(outcome, "remind.stopped"), { kind: "stop_notices" }));
    case "allow":
      return andGoOn(order(say(outcome, "remind.allowed"), { kind: "allow_notices" }));
    case "remind": {
      if (wish.days === null) return andGoOn(say(outcome, "remind.when"));
      if (wish.days < 1 || wish.days > mostDays) return andGoOn(say(outcome, "remind.range"));
      const dueMs = Date.parse(event.at) + wish.days * msPerDay;
      return andGoOn(order(say(outcome, "remind.set", { date: dateIn(language, dueMs) }), { kind: "remind", dueMs }));
    }
  }
}
