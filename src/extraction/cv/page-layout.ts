import { type CvLine, cvLine } from "./cv-line.ts";
import { isLabel } from "./labelled-entries.ts";
import { periodIn } from "./periods.ts";

/** A piece of text on a page, in points; `y` grows upward. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly height: number;
}

/** Pieces on one line without a wide gap between them. */
interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

/** A gap of more than so many letter heights sets apart. */
const wideGap = 1.6;

function rowsOf(pieces: readonly TextPiece[]): TextPiece[][] {
  const rows: TextPiece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - piece.y) < Math.max(2, Math.min(first.height, piece.height) * 0.5)) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

function runsOf(row: readonly TextPiece[]): Run[] {
  const runs: Run[] = [];
  for (const { text, x, y, width, height } of row.toSorted((a, b) => a.x - b.x)) {
    const last = runs.at(-1);
    const gap = last ? x - last.right : 0;
    if (!last || gap > wideGap * Math.max(height, 6)) runs.push({ text, left: x, right: x + width, y, height });
    else {
      const space = gap > height * 0.15 && !/\s$/.test(last.text) && !/^\s/.test(text) ? " " : "";
      runs[runs.length - 1] = {
        ...last,
        text: `${last.text}${space}${text}`,
        right: Math.max(last.right, x + width),
        height: Math.max(last.height, height),
      };
    }
  }
  return runs.filter(({ text }) => text.trim() !== "");
}

const leastInColumn = 4;

/** Where a page falls into two columns: a strip that hardly a line crosses, with text on both sides at the same heights; null: it does not. */
function gutterOf(runs: readonly Run[], width: number): number | null {
  let best: { readonly at: number; readonly room: number; readonly crossing: number } | null = null;
  for (let at = width * 0.18; at < width * 0.75; at += 3) {
    const left = runs.filter(({ right }) => right <= at);
    const right = runs.filter((run) => run.left >= at);
    const crossing = runs.length - left.length - right.length;
    if (left.length < leastInColumn || right.length < leastInColumn || crossing > runs.length * 0.12) continue;
    const room = Math.min(...right.map((run) => run.left)) - Math.max(...left.map((run) => run.right));
    if (!best || crossing < best.crossing || (crossing === best.crossing && room > best.room)) best = { at, room, crossing };
  }
  if (!best || best.room < 8) return null;
  const { at } = best;
  const left = runs.filter(({ right }) => right <= at);
  const right = runs.filter((run) => run.left >= at);
  const bottom = Math.max(Math.min(...left.map(({ y }) => y)), Math.min(...right.map(({ y }) => y)));
  const top = Math.min(Math.max(...left.map(({ y }) => y)), Math.max(...right.map(({ y }) => y)));
  if (top - bottom < 40) return null;
  // Times in a column of their own belong to what stands beside them: that is read across.
  const dated = (side: readonly Run[]) => side.filter(({ text }) => text.length < 30 && periodIn(text)?.rest === "").length;
  if (dated(left) >= left.length * 0.3 || dated(right) >= right.length * 0.3) return null;
  // Labels of a form stand on the very line of what they name.
  const labels = left.filter((run) => isLabel(run.text.trim()) && right.some(({ y }) => Math.abs(y - run.y) < 1)).length;
  return labels >= 3 ? null : at;
}

function linesOfRows(rows: readonly (readonly Run[])[]): CvLine[] {
  const usual = rows.flatMap((row, index) => {
    const above = rows[index - 1]?.[0]?.y;
    const y = row[0]?.y;
    return above === undefined || y === undefined ? [] : [above - y];
  });
  const step = usual.toSorted((a, b) => a - b)[Math.floor(usual.length / 3)] ?? 0;
  return rows.flatMap((row, index): CvLine[] => {
    const [first] = row;
    const above = rows[index - 1]?.[0];
    if (!first) return [];
    const isApart = above !== undefined && above.y - first.y > step * 1.35 + 1;
    const line = cvLine(row.map(({ text }) => text).join("\t"), isApart);
    return line ? [line] : [];
  });
}

const byRow = (runs: readonly Run[]): Run[][] => {
  const rows: Run[][] = [];
  for (const run of runs.toSorted((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row?.[0] && Math.abs(row[0].y - run.y) < Math.max(2, row[0].height * 0.5)) row.push(run);
    else rows.push([run]);
  }
  return rows;
};

/** The lines of one page in reading order: column by column where there are two, across where times or labels stand beside. Pure.
 *  @param width of the page, in points */
export function linesOfPage(pieces: readonly TextPiece[], width: number): CvLine[] {
  const runs = rowsOf(pieces.filter(({ text, height }) => text.trim() !== "" && height > 0)).flatMap(runsOf);
  const gutter = gutterOf(runs, width);
  if (gutter === null) return linesOfRows(byRow(runs));
  const lines: CvLine[] = [];
  let band: Run[] = [];
  const endBand = (): void => {
    lines.push(...linesOfRows(byRow(band.filter(({ right }) => right <= gutter))), ...linesOfRows(byRow(band.filter(({ left }) => left >= gutter))));
    band = [];
  };
  for (const run of runs.toSorted((a, b) => b.y - a.y)) {
    const crosses = run.left < gutter && run.right > gutter;
    if (!crosses) band.push(run);
    else {
      endBand();
      lines.push(...linesOfRows([[run]]));
    }
  }
  endBand();
  return lines;
}
