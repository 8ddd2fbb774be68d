import { parse } from "csv-parse/sync";
import type { DocumentExperience } from "../../domain/document.ts";
import type { Language } from "../../domain/language.ts";
import type { CvPassage, CvSections } from "./cv-sections.ts";

/** Columns of a list of gigs. The client's is known only so that it is left alone. */
const columns: Readonly<Record<"date" | "task" | "client" | "rating", RegExp>> = {
  date: /^(?:datum|date|dag|day|uitgevoerd op|completed(?: on| at)?|afgerond op)$/,
  task: /^(?:taak|klus|task|gig|werk|werkzaamheden|soort(?: werk| klus)?|type|job|dienst|service|omschrijving|description|activiteit)$/,
  client: /^(?:klant|opdrachtgever|client|customer|naam|name)$/,
  rating: /^(?:beoordeling|cijfer|score|sterren|rating|stars|waardering)$/,
};

const mostRows = 5_000;

const nameOf = (cell: string) =>
  cell
    .replace(/^\ufeff/, "")
    .trim()
    .toLowerCase();

interface Gig {
  readonly task: string;
  /** `yyyy-mm`; null where it cannot be read. */
  readonly month: string | null;
  readonly rating: number | null;
}

const monthNames: Readonly<Record<Language, readonly string[]>> = {
  nl: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};

/** Day first, as in Europe, unless that cannot be. */
function monthIn(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})(?:-\d{1,2})?(?:[T ].*)?$/.exec(text);
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  const [, first = "", second = "", last = ""] = numbers ?? [];
  const month = iso ? Number(iso[2]) : Number(second) > 12 ? Number(first) : Number(second);
  const year = iso?.[1] ?? last;
  if (month >= 1 && month <= 12 && /^(?:19|20)\d\d$/.test(year)) return `${year}-${String(month).padStart(2, "0")}`;
  const named = /^(?:\d{1,2}\s+)?(\p{L}{3,})\.?(?:\s+\d{1,2},)?\s+(\d{4})$/u.exec(text);
  const at = (["nl", "en"] as const)
    .map((language) => monthNames[language].findIndex((name) => name.toLowerCase().startsWith((named?.[1] ?? "-").toLowerCase())))
    .find((index) => index >= 0);
  return named && at !== undefined ? `${named[2]}-${String(at + 1).padStart(2, "0")}` : null;
}

function said(month: string, language: Language): string {
  const [year, number] = month.split("-");
  return `${monthNames[language][Number(number) - 1] ?? ""} ${year}`;
}

function ratingIn(text: string): number | null {
  const number = Number(text.replace(",", ".").replace(/\s*(?:\/|van|of|out of)\s*\d+$/, ""));
  return text !== "" && Number.isFinite(number) && number >= 0 && number <= 100 ? number : null;
}

/** The rows of a list of gigs; null where the first line is not the head of one. @throws Error for CSV that cannot be read */
export function gigsIn(text: string): readonly Gig[] | null {
  const [head = ""] = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/, 1);
  const delimiter = head.split(";").length >= head.split(",").length ? ";" : ",";
  const named = head.split(delimiter).map((cell) => nameOf(cell.replace(/^"|"$/g, "")));
  const at = (column: keyof typeof columns) => named.findIndex((name) => columns[column].test(name));
  const places = { date: at("date"), task: at("task"), rating: at("rating") };
  if (named.length < 2 || places.task < 0 || places.date < 0) return null;
  const rows: string[][] = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    from_line: 2,
    to: mostRows,
    max_record_size: 10_000,
  });
  return rows.flatMap((row): Gig[] => {
    const task = (row[places.task] ?? "").replace(/\s+/g, " ").trim();
    if (!/\p{L}{2}/u.test(task)) return [];
    return [{ task: task.slice(0, 100), month: monthIn((row[places.date] ?? "").trim()), rating: ratingIn((row[places.rating] ?? "").trim()) }];
  });
}

function summaryOf(gigs: readonly Gig[], language: Language): string {
  const count =
    language === "nl" ? `${gigs.length} ${gigs.length === 1 ? "klus" : "klussen"}` : `${gigs.length} ${gigs.length === 1 ? "gig" : "gigs"}`;
  const ratings = gigs.flatMap(({ rating }) => (rating === null ? [] : [rating]));
  if (ratings.length === 0) return count;
  const mean = (ratings.reduce((sum, each) => sum + each, 0) / ratings.length).toFixed(1);
  return language === "nl" ? `${count}, gemiddelde beoordeling ${mean.replace(".", ",")}` : `${count}, average rating ${mean}`;
}

/** One experience for each kind of task, with how many there were and when; who the clients were is left out. Pure. */
export function gigSections(gigs: readonly Gig[], language: Language): CvSections {
  const byTask = Map.groupBy(gigs, ({ task }) => task.toLowerCase());
  const groups = [...byTask.values()].toSorted((a, b) => b.length - a.length);
  const experiences = groups.map((group): DocumentExperience => {
    const months = group.flatMap(({ month }) => (month === null ? [] : [month])).toSorted();
    const [first] = months;
    const last = months.at(-1);
    return {
      area: "self_employed",
      title: group[0]?.task ?? "",
      organisation: null,
      start: first === undefined ? null : said(first, language),
      end: last === undefined ? null : said(last, language),
      summary: summaryOf(group, language),
    };
  });
  const passages = experiences.map(({ title }, experience): CvPassage => ({ about: "self_employed", experience, lines: [title] }));
  return { experiences, credentials: [], passages };
}
