import { Console } from "node:console";

type Row = Readonly<Record<string, number | string | null>>;

/** Rows by name as a table on standard error, for people; what scripts read goes to standard output. */
export function showTable(title: string, rows: Readonly<Record<string, Row>>): void {
  const errors = new Console(process.stderr, process.stderr);
  errors.error(`\n${title}`);
  errors.table(rows);
}

/** A flat row of figures, its numbers with at most `digits` decimals. */
export function rounded(row: object, digits = 3): Record<string, number | string | null> {
  const factor = 10 ** digits;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => {
      if (typeof value === "number") return [name, Math.round(value * factor) / factor];
      return [name, typeof value === "string" ? value : null];
    }),
  );
}
