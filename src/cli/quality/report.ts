import { cellOf, decimals, percent, plainOf } from "./cells.ts";
import type { Difference } from "./compare.ts";
import { countOf, type Figure, type Shares } from "./figure.ts";
import { figuresBySet } from "./figures.ts";
import { mapValues } from "./map-values.ts";
import type { Outcomes } from "./outcomes.ts";
import { published } from "./published.ts";
import type { Reliability } from "./reliability.ts";
import type { Run } from "./results-file.ts";
import type { Sets } from "./sets.ts";

export type Rows = Readonly<Record<string, Readonly<Record<string, number | string | null>>>>;

/** Part of the table: rows by name under a title. */
export interface Section {
  readonly title: string;
  readonly rows: Rows;
}

/** A run as it is shown beside others. */
export interface Shown {
  /** What tells it from the others, such as "recorded, Qdrant". */
  readonly label: string;
  readonly index: Run["index"];
  readonly outcomes: Outcomes;
}

/** All sets, side by side for the runs given; sections without rows are left out. */
export function sectionsOf(sets: Sets, shown: readonly Shown[]): readonly Section[] {
  const figures = shown.map(({ label, outcomes }) => ({ label, bySet: figuresBySet(outcomes) }));
  // Where the vectors lie changes nothing by kind that it does not change over all.
  const inMemory = figures.filter((_, at) => shown[at]?.index === "memory");
  const kinds = kindsOf(sets);
  const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);
  const agreement = names(sets.agreement).map((name) => `${name}_agreement`);
  const sections: Section[] = [
    { title: "Words to concepts, % (MRR: 0–1)", rows: setRows(names(sets.ranked), figures) },
    { title: "Words to concepts, by kind", rows: kindRows(names(sets.ranked).filter(isOwn), inMemory, kinds, ["hit@10", "MRR"]) },
    { title: publishedTitle, rows: publishedRows(figures) },
    { title: "The same skill in Dutch and English: share with the same first concept, %", rows: besideRows(agreement, figures, kinds) },
    {
      title: "Messages: nothing offered where there is no skill (abstained), something where there is one (offered), %",
      rows: setRows(names(sets.gate), figures),
    },
    { title: "Messages, by kind", rows: kindRows(names(sets.gate), inMemory, kinds, ["abstained", "offered"]) },
    {
      title: "Free talk, by what was said of its concepts (shares in %; offers and own skills a talker: means)",
      rows: setRows(names(sets.talk), figures),
    },
    { title: "Personas: what a whole conversation offers (shares in %)", rows: personRows("personas", figures, kinds) },
    { title: "Personas: the interview played through the bot, yes said to gold only (means)", rows: personRows("interviews", figures, kinds) },
  ];
  return sections.filter(({ rows }) => Object.keys(rows).length > 0);
}

const publishedTitle =
  "Sentences of English vacancies, RP@5 / RP@10, %: published figures are on the TEST parts, ours on the VALIDATION parts, so near and not the same";
const isOwn = (set: string) => set !== "house" && set !== "tech";

interface Column {
  readonly label: string;
  readonly bySet: Readonly<Record<string, readonly Figure[]>>;
}
type Kinds = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** A row per set and run, a column per figure. */
function setRows(sets: readonly string[], columns: readonly Column[]): Rows {
  return rowsFrom(
    sets.flatMap((set) =>
      columns.flatMap(({ label, bySet }) => {
        const figures = bySet[set]?.filter(({ shares }) => countOf(shares) > 0) ?? [];
        const name = columns.length > 1 ? `${set} · ${label}` : set;
        const cells = Object.fromEntries(figures.map((figure) => [figure.name, cellOf(figure)]));
        return figures.length > 0 ? [[name, { n: Math.max(...figures.map(({ shares }) => shares.size)), ...cells }] as const] : [];
      }),
    ),
  );
}

/** A row per set and kind, a column per run and figure. */
function kindRows(sets: readonly string[], columns: readonly Column[], kinds: Kinds, wanted: readonly string[]): Rows {
  return rowsFrom(
    sets.flatMap((set) =>
      [...new Set(kinds[set]?.values())].sort().flatMap((kind) => {
        const cells = columns.flatMap(({ label, bySet }) =>
          (bySet[set] ?? [])
            .filter(({ name }) => wanted.includes(name))
            .map((figure) => ({ ...figure, shares: ofKind(figure.shares, kinds[set], kind) }))
            .filter(({ shares }) => countOf(shares) > 0)
            .map((figure) => ({ column: columns.length > 1 ? `${label} ${figure.name}` : figure.name, figure })),
        );
        if (cells.length === 0) return [];
        const n = Math.max(...cells.map(({ figure }) => figure.shares.size));
        return [[`${set} · ${kind}`, { n, ...Object.fromEntries(cells.map(({ column, figure }) => [column, cellOf(figure)])) }] as const];
      }),
    ),
  );
}

/** A row per set and per kind in it, a column per run: for sets with one figure. */
function besideRows(sets: readonly string[], columns: readonly Column[], kinds: Kinds): Rows {
  const row = (name: string, shown: readonly { readonly label: string; readonly figure: Figure | undefined }[]) => {
    const known = shown.flatMap(({ label, figure }) => (figure ? [{ label, figure }] : []));
    if (known.length === 0) return [];
    const n = Math.max(...known.map(({ figure }) => figure.shares.size));
    return [[name, { n, ...Object.fromEntries(known.map(({ label, figure }) => [label, cellOf(figure)])) }] as const];
  };
  return rowsFrom(
    sets.flatMap((set) => {
      const figures = columns.map(({ label, bySet }) => ({ label, figure: bySet[set]?.[0] }));
      const all = [...new Set(kinds[set]?.values())].sort();
      const perKind = all.length > 1 ? all : [];
      return [
        ...row(set, figures),
        ...perKind.flatMap((kind) =>
          row(
            `${set} · ${kind}`,
            figures.map(({ label, figure }) => ({ label, figure: figure && { ...figure, shares: ofKind(figure.shares, kinds[set], kind) } })),
          ),
        ),
      ];
    }),
  );
}

/** A row per figure, a column per run: over all, and per language. */
function personRows(set: "personas" | "interviews", columns: readonly Column[], kinds: Kinds): Rows {
  const names = [...new Set(columns.flatMap(({ bySet }) => bySet[set]?.map(({ name }) => name) ?? []))];
  return rowsFrom(
    names.map((name) => {
      const cells = columns.flatMap(({ label, bySet }) => {
        const figure = bySet[set]?.find((each) => each.name === name);
        if (!figure) return [];
        const column = columns.length > 1 ? `${label} ` : "";
        const inLanguage = (language: string) => ({ ...figure, shares: ofKind(figure.shares, kinds["personas"], language) });
        return [
          [`${column}all`, cellOf(figure)],
          [`${column}nl`, plainOf(inLanguage("nl"))],
          [`${column}en`, plainOf(inLanguage("en"))],
        ] as const;
      });
      return [name, Object.fromEntries(cells)] as const;
    }),
  );
}

function publishedRows(columns: readonly Column[]): Rows {
  const ours = columns.flatMap(({ label, bySet }) => {
    const pair = (set: "house" | "tech") => {
      const [five, ten] = ["RP@5", "RP@10"].map((name) => bySet[set]?.find((figure) => figure.name === name));
      return five && ten ? `${plainOf(five)} / ${cellOf(ten)}` : null;
    };
    const [house, tech] = [pair("house"), pair("tech")];
    const countIn = (set: "house" | "tech") => countOf(bySet[set]?.[0]?.shares ?? new Map());
    return house !== null || tech !== null
      ? [[`this product, ${label} (validation; sentences: ${countIn("house")}, ${countIn("tech")})`, { HOUSE: house, TECH: tech }] as const]
      : [];
  });
  if (ours.length === 0) return {};
  const told = (pair: readonly [number, number] | null) => pair && pair.map((each) => each.toFixed(1)).join(" / ");
  const others = mapValues(published, ({ house, tech }) => ({ HOUSE: told(house), TECH: told(tech) }));
  return { ...rowsFrom(ours), ...Object.fromEntries(Object.entries(others).map(([name, row]) => [`${name} (test)`, row])) };
}

/** Per probability given, what was right: count, mean probability → share accepted. */
export function reliabilityRows(reliability: Readonly<Record<string, Reliability>>): Rows {
  const names = Object.keys(reliability);
  const [first] = Object.values(reliability);
  const bins = first?.bins.map(({ from, to }, at) => {
    const cells = names.map((name) => {
      const bin = reliability[name]?.bins[at];
      const isEmpty = bin === undefined || bin.predicted === null || bin.accepted === null;
      return [name, isEmpty ? "" : `${bin.count}: ${percent(bin.predicted)} → ${percent(bin.accepted)}`] as const;
    });
    return [`${from.toFixed(1)}–${to.toFixed(1)}`, Object.fromEntries(cells)] as const;
  });
  const errors = names.map((name) => [name, percent(reliability[name]?.expectedCalibrationError ?? null)] as const);
  return names.length > 0 ? { ...rowsFrom(bins ?? []), "expected calibration error": Object.fromEntries(errors) } : {};
}

/** Those that are more than chance, the least likely to be chance first. */
export function differenceRows(differences: readonly Difference[]): Rows {
  return rowsFrom(
    differences
      .filter(({ isMoreThanChance }) => isMoreThanChance)
      .toSorted((a, b) => a.p - b.p)
      .map(({ set, figure, before, after, compared, higher, lower, p }) => [
        `${set} ${figure}`,
        {
          before: decimals(before),
          after: decimals(after),
          units: compared,
          "higher on": higher,
          "lower on": lower,
          p: p.toFixed(3),
        },
      ]),
  );
}

/** Kinds of every set's units, by set as the figures name it. */
function kindsOf({ ranked, agreement, gate, personas }: Sets): Kinds {
  const kinds = (rows: readonly { readonly unit: string; readonly kind: string }[]) => new Map(rows.map(({ unit, kind }) => [unit, kind]));
  return Object.fromEntries([
    ...[...ranked, ...gate].map(({ name, rows }) => [name, kinds(rows)] as const),
    ...agreement.map(({ name, rows }) => [`${name}_agreement`, kinds(rows)] as const),
    ["personas", kinds(personas)],
  ]);
}

function ofKind(shares: Shares, kinds: ReadonlyMap<string, string> | undefined, kind: string): Shares {
  return new Map([...shares].filter(([unit]) => kinds?.get(unit) === kind));
}

const rowsFrom = (rows: readonly (readonly [string, Rows[string]])[]): Rows => Object.fromEntries(rows);

/** What tells runs on one taxonomy apart. @param isOld from the committed results, not measured now */
export function labelOf({ embeddings, extractor, index }: Pick<Run, "embeddings" | "extractor" | "index">, isOld: boolean, several: boolean): string {
  const parts = [extractor, ...(index === "qdrant" ? ["Qdrant"] : []), ...(several ? [`vectors: ${embeddings}`] : [])];
  return parts.join(", ") + (isOld ? "*" : "");
}
