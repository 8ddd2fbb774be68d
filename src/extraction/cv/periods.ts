const month =
  "(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const year = "(?:19[4-9]\\d|20\\d\\d)";
const point = `(?:\\d{1,2}[-/.]\\d{1,2}[-/.]${year}|\\d{1,2}\\s${month}\\.?\\s${year}|${year}-(?:0[1-9]|1[0-2])(?:-\\d{2})?(?!\\d)|(?:0?[1-9]|1[0-2])\\s?[-/.]\\s?${year}|${month}\\.?,?\\s?(?:'\\d{2}|${year})|${year})`;
const today = "(?:heden|nu|present|now|today|current(?:ly)?|huidig|vandaag|to date|lopend|ongoing)";
const between = "\\s*(?:-|–|—|‐|‑|tot(?: en met)?|t\\/m|to|until|till)\\s*";

const range = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:van|from)\\s+)?(${point})${between}(${point}|${today})(?![\\p{L}\\p{N}])`, "iu");
const since = new RegExp(`(?<![\\p{L}\\p{N}])(?:sinds|vanaf|since|from)\\s+(${point})(?:${between}${today})?(?![\\p{L}\\p{N}])`, "iu");
const openEnded = new RegExp(`(?<![\\p{L}\\p{N}])(${point})\\s*[-–—]\\s*$`, "iu");
const single = new RegExp(`(?<![\\p{L}\\p{N}])(${point})(?![\\p{L}\\p{N}])`, "iu");

export interface Period {
  /** As it stands there. */
  readonly start: string | null;
  /** Null also where it still goes on. */
  readonly end: string | null;
  readonly isCurrent: boolean;
  /** One moment, not from and to. */
  readonly isMoment: boolean;
}

export interface PeriodInLine {
  readonly period: Period;
  /** The line without it, and without the brackets and commas around it. */
  readonly rest: string;
  /** At the beginning or the end of the line, where dates of an entry stand. */
  readonly isAtEdge: boolean;
}

const goesOn = new RegExp(`^${today}$`, "i");
const edges = /^[\s()[\],;:|·•–—-]+|[\s()[\],;:|·•–—-]+$/gu;

function read(pattern: RegExp, text: string, isMoment: boolean): PeriodInLine | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [all, first, last] = match;
  const before = text.slice(0, match.index).replace(edges, "");
  const after = text.slice(match.index + all.length).replace(edges, "");
  const start = first?.replace(/\s+/g, " ") ?? null;
  const end = last?.replace(/\s+/g, " ") ?? null;
  const isCurrent = !isMoment && (end === null || goesOn.test(end));
  return {
    period: isMoment ? { start: null, end: start, isCurrent, isMoment } : { start, end: isCurrent ? null : end, isCurrent, isMoment },
    rest: [before, after].filter((part) => part !== "").join("\t"),
    isAtEdge: before === "" || after === "" || /^[\p{Lu}][\p{L} -]{1,30}$/u.test(after),
  };
}

/** From and to, "since", or a year by itself; null where the line names no time. */
export function periodIn(text: string): PeriodInLine | null {
  return read(range, text, false) ?? read(since, text, false) ?? read(openEnded, text, false) ?? read(single, text, true);
}
