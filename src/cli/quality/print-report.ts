import { rounded, showTable } from "../figures-table.ts";
import type { Spread } from "../spread.ts";
import { type Difference, differencesBetween, unitsApart } from "./compare.ts";
import { mapValues } from "./map-values.ts";
import { differenceRows, labelOf, reliabilityRows, sectionsOf, type Shown } from "./report.ts";
import { keyOf, type Run } from "./results-file.ts";
import type { Carried } from "./run-plan.ts";

/** Two runs that were compared, and in what they differ. */
interface Comparison {
  readonly run: string;
  readonly with: string;
  readonly differences: readonly Difference[];
  /** Rows of sets that only one of the two has. */
  readonly added: number;
  readonly gone: number;
}

const test = "two-sided sign test over the rows that both have, at 5 %";

/** The whole table on standard error. @param all runs on one taxonomy  @param committed results to compare with */
export function printReport(all: readonly Carried[], committed: readonly Run[], remarks: readonly string[]): void {
  const [first] = all;
  if (!first) return;
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const { taxonomy, concepts } = first.run;
  say(`\n${taxonomy}, ${concepts} concepts. In brackets: 95 % interval, bootstrap of 1,000 resamples over rows (people, where they talk).`);
  const shown = shownBeside(all, committed);
  if (shown.length > all.length) say("*: committed results, not measured now.");
  for (const { title, rows } of sectionsOf(first.sets, shown)) showTable(title, rows);

  const labelled = all.map((each, at) => [shown[at]?.label ?? "", each] as const);
  for (const [label, { run }] of labelled.filter(([, { run: each }]) => each.index === "memory"))
    showTable(
      `Reliability, ${label}: how many were given this probability, what it was on average → what share was right (%)`,
      reliabilityRows(run.reliability),
    );
  const perRun = <Row>(of: (each: Carried) => Row) => Object.fromEntries(labelled.map(([label, each]) => [label, of(each)]));
  showTable(
    "Alternatives under an offer (shares)",
    perRun(({ measured }) => rounded(measured.alternatives)),
  );
  showTable(
    "Grounding one text (milliseconds; see npm run bench)",
    perRun(({ measured: { groundingMs } }) => latencyRow(groundingMs)),
  );
  for (const [label, { measured, run }] of labelled) {
    if (run.extractor === "recorded")
      showTable(
        `Utterances read by the model, ${label}`,
        mapValues(measured.read, (reading) => ({ ...reading })),
      );
  }

  for (const { run, with: other, differences, added, gone } of comparisons(all, committed)) {
    say(`\n${run}, compared with ${other}: ${sentenceOn(differences)}`);
    const beyond = differenceRows(differences);
    if (Object.keys(beyond).length > 0) showTable(`More than chance (${test})`, beyond);
    if (added + gone > 0) say(`Not compared: ${added} rows are new or rewritten, ${gone} are gone.`);
  }
  const lacking = all.filter(({ run }) => !committed.some((old) => keyOf(old) === keyOf(run)));
  for (const { run } of lacking) say(`\n${keyOf(run)}: there are no committed results to compare with.`);
  for (const remark of remarks) say(`\n${remark}`);
}

/** The same for scripts. */
export function lineOf(all: readonly Carried[], committed: readonly Run[], remarks: readonly string[]): unknown {
  return {
    taxonomy: all[0]?.run.taxonomy,
    concepts: all[0]?.run.concepts,
    runs: all.map(({ run: { embeddings, extractor, index, figures, reliability }, measured: { alternatives, groundingMs, read } }) => ({
      embeddings,
      extractor,
      index,
      figures,
      reliability,
      alternatives,
      groundingMs,
      read,
    })),
    comparisons: comparisons(all, committed),
    remarks,
  };
}

/** What was measured now, and beside it what the committed results have of this taxonomy otherwise. */
function shownBeside(all: readonly Carried[], committed: readonly Run[]): readonly Shown[] {
  const now = all.map(({ run }) => run);
  const old = committed.filter((run) => run.taxonomy === now[0]?.taxonomy && !now.some((each) => keyOf(each) === keyOf(run)));
  const several = new Set([...now, ...old].map(({ embeddings }) => embeddings)).size > 1;
  return [
    ...now.map((run) => ({ label: labelOf(run, false, several), index: run.index, outcomes: run.outcomes })),
    ...old.map((run) => ({ label: labelOf(run, true, several), index: run.index, outcomes: run.outcomes })),
  ];
}

/** Each run with its committed results, and with the first run that it differs from in one thing. */
function comparisons(all: readonly Carried[], committed: readonly Run[]): readonly Comparison[] {
  const runs = all.map(({ run }) => run);
  return runs.flatMap((run) => {
    const old = committed.find((each) => keyOf(each) === keyOf(run));
    const otherIndex = run.index === "qdrant" ? runs.find((each) => keyOf({ ...run, index: "memory" }) === keyOf(each)) : undefined;
    const usual = runs.find((each) => each.extractor === run.extractor && each.index === run.index);
    return [
      ...(old ? [compared(run, old, "the committed results")] : []),
      ...(otherIndex ? [compared(run, otherIndex, "the search in this process")] : []),
      ...(usual && usual.embeddings !== run.embeddings ? [compared(run, usual, usual.embeddings)] : []),
    ];
  });
}

function sentenceOn(differences: readonly Difference[]): string {
  if (differences.length === 0) return "no figure differs.";
  const within = differences.filter(({ isMoreThanChance }) => !isMoreThanChance);
  const listed = within.map(({ set, figure, higher, lower }) => `${set} ${figure} (+${higher} −${lower})`);
  return listed.length > 0
    ? `within chance, higher and lower on so many rows: ${listed.join(", ")}.`
    : "all that differs differs by more than chance.";
}

function compared(run: Run, other: Run, name: string): Comparison {
  return { run: keyOf(run), with: name, differences: differencesBetween(other.outcomes, run.outcomes), ...unitsApart(other.outcomes, run.outcomes) };
}

function latencyRow(spreads: Readonly<Partial<Record<string, Spread>>>) {
  const cells = Object.entries(spreads).flatMap(([language, spread]) =>
    spread
      ? [
          [`${language} median`, spread.median],
          [`${language} p95`, spread.p95],
        ]
      : [],
  );
  return rounded(Object.fromEntries(cells), 1);
}
