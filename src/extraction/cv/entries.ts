import type { CvLine } from "./cv-line.ts";
import { isJob } from "./head-lines.ts";
import { labelledEntries } from "./labelled-entries.ts";
import { type Period, periodIn } from "./periods.ts";

/** One job, school or course in a section. */
export interface Entry {
  readonly period: Period | null;
  /** Its name and place, a line each; without the time. */
  readonly head: readonly string[];
  readonly body: readonly CvLine[];
}

const longestHead = 90;
const mostHeadLines = 3;

/** A line that tells, rather than names. */
function isTelling({ text, isBullet }: CvLine): boolean {
  return isBullet || text.length > 70 || /[.;!]$/.test(text) || /^\p{Ll}/u.test(text);
}

interface Dated {
  readonly at: number;
  readonly period: Period;
  readonly rest: string;
}

function datedIn(lines: readonly CvLine[], takesMoments: boolean): Dated[] {
  return lines.flatMap((line, at): Dated[] => {
    const found = periodIn(line.text);
    if (!found || !found.isAtEdge || found.rest.length > longestHead) return [];
    if (found.period.isMoment && !takesMoments) return [];
    if (line.isBullet && found.period.isMoment && !takesMoments) return [];
    return [{ at, period: found.period, rest: found.rest }];
  });
}

/** How many lines of its name stand above the time of an entry: as in the first, so in all of a section. */
function linesAbove(lines: readonly CvLine[], first: Dated): number {
  const above = lines.slice(0, first.at);
  return above.length <= mostHeadLines && !above.some((line) => line.isBullet || line.text.length > longestHead) ? above.length : 0;
}

/** Where the name of an entry begins: not above what is told of the entry before it. */
function headStart(lines: readonly CvLine[], { at }: Dated, above: number, after: number): number {
  let start = at;
  while (start > Math.max(at - above, after) && !lines[start - 1]?.isBullet) start -= 1;
  return start;
}

function datedEntries(lines: readonly CvLine[], dated: readonly Dated[], isSchool: boolean): Entry[] {
  const [first] = dated;
  if (!first) return [];
  const above = linesAbove(lines, first);
  const starts = dated.map((each, index) => headStart(lines, each, above, (dated[index - 1]?.at ?? -1) + 1));
  return dated.map((each, index) => {
    const start = starts[index] ?? each.at;
    const end = starts[index + 1] ?? lines.length;
    const head = [...lines.slice(start, each.at).map(({ text }) => text), each.rest].filter((text) => text !== "");
    let bodyAt = each.at + 1;
    // The time stands first: name and place follow it.
    const wanted = above > 0 ? 0 : head.length === 0 ? 2 : needsMore(head, lines[bodyAt], isSchool) ? 1 : 0;
    for (let taken = 0; taken < wanted && bodyAt < end; taken += 1) {
      const line = lines[bodyAt];
      if (!line || line.isBullet || (isTelling(line) && head.length > 0) || (line.isApart && head.length > 0)) break;
      head.push(line.text);
      bodyAt += 1;
    }
    return { period: each.period, head, body: lines.slice(bodyAt, end) };
  });
}

/** Whether the name on the line of the time is half of it, and the next line the other half. */
function needsMore(head: readonly string[], next: CvLine | undefined, isSchool: boolean): boolean {
  if (!next || isTelling(next)) return false;
  const said = head.join("\t");
  if (isSchool) return !/\t|,|\s[|–-]\s/.test(said);
  return !isJob(said) || !/\t|,|\s(?:bij|at|\||–|-)\s/.test(said);
}

/** Without any time: a name is what stands above a list, or apart. */
function undatedEntries(lines: readonly CvLine[], isSchool: boolean): Entry[] {
  if (isSchool || lines.every((line) => !isTelling(line) || line.isBullet)) {
    const hasHeads = lines.some(({ isBullet }) => isBullet) && lines.some(({ isBullet }) => !isBullet);
    if (!hasHeads)
      return isSchool || lines.every(({ text }) => isJob(text)) ? lines.map(({ text }) => ({ period: null, head: [text], body: [] })) : [];
  }
  const entries: { head: string[]; body: CvLine[] }[] = [];
  for (const line of lines) {
    const current = entries.at(-1);
    const begins = !isTelling(line) && (!current || line.isApart || current.body.some(({ isBullet }) => isBullet));
    if (begins) entries.push({ head: [line.text], body: [] });
    else if (current && current.body.length === 0 && current.head.length === 1 && !isTelling(line)) current.head.push(line.text);
    else current?.body.push(line);
  }
  return entries.map((entry) => ({ period: null, ...entry }));
}

/** The entries of a section, in the order written; `loose`: lines that belong to none.
 *  @param isSchool a year by itself is the time of a diploma, and a line may be all there is of it */
export function entriesIn(lines: readonly CvLine[], isSchool: boolean): { readonly entries: readonly Entry[]; readonly loose: readonly CvLine[] } {
  const labelled = labelledEntries(lines);
  if (labelled.length > 0) return { entries: labelled, loose: [] };
  const ranges = datedIn(lines, false);
  const dated = isSchool || ranges.length === 0 ? datedIn(lines, true) : ranges;
  if (dated.length === 0) {
    const entries = undatedEntries(lines, isSchool);
    return { entries, loose: entries.length > 0 ? [] : lines };
  }
  const above = dated[0] ? linesAbove(lines, dated[0]) : 0;
  const before = above > 0 || !dated[0] ? [] : lines.slice(0, dated[0].at);
  return { entries: [...(isSchool ? undatedEntries(before, true) : []), ...datedEntries(lines, dated, isSchool)], loose: isSchool ? [] : before };
}
