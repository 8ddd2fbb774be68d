type Cell = number | string | null;
type Row = Readonly<Record<string, Cell>>;

/** Rows by name as a table on standard error, for people; what scripts read goes to standard output. */
export function showTable(title: string, rows: Readonly<Record<string, Row>>): void {
  process.stderr.write(`\n${title}\n${linesOf(rows).join("\n")}\n`);
}

/** Names to the left, figures to the right; what is not there is a dash, and a column that only some rows have is left open in others. */
export function linesOf(rows: Readonly<Record<string, Row>>): string[] {
  const columns = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  const texts = Object.entries(rows).map(([name, row]) => [name, ...columns.map((column) => textOf(row[column]))]);
  const table = [["", ...columns], ...texts];
  const widths = table.reduce<number[]>((most, row) => row.map((text, at) => Math.max(most[at] ?? 0, text.length)), []);
  return table.map((row) =>
    row
      .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

function textOf(cell: Cell | undefined): string {
  return cell === null ? "–" : String(cell ?? "");
}

/** A flat row of figures, its numbers with at most `digits` decimals. */
export function rounded(row: object, digits = 3): Record<string, Cell> {
  const factor = 10 ** digits;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => {
      if (typeof value === "number") return [name, Math.round(value * factor) / factor];
      return [name, typeof value === "string" ? value : null];
    }),
  );
}
