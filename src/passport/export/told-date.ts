const months: readonly (readonly string[])[] = [
  ["januari", "january", "jan"],
  ["februari", "february", "feb"],
  ["maart", "march", "mrt", "mar"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["augustus", "august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov"],
  ["december", "dec"],
];

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** A day, month or year as ISO 8601 writes it ("2021-06-03", "2021-06", "2021") of what somebody told ("juni 2021");
 *  null where it says something else, or no day of the calendar: "vorig jaar", "valid till 2027", "2023-02-30". Years 1900 to 2099. */
export function isoDate(told: string | null): string | null {
  const text = (told ?? "").trim().toLowerCase();
  const [, year = "", month, day] = /^((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?(?:t.*)?$/.exec(text) ?? [];
  if (year !== "") {
    if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null;
    if (day === undefined) return month === undefined ? year : `${year}-${month}`;
    const date = `${year}-${month ?? ""}-${day}`;
    const at = new Date(`${date}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null;
  }
  const [, name = "", named = ""] = /^(\p{L}+)\.?\s+((?:19|20)\d\d)$/u.exec(text) ?? [];
  const index = months.findIndex((names) => names.includes(name));
  return index < 0 ? null : `${named}-${twoDigits(index + 1)}`;
}
