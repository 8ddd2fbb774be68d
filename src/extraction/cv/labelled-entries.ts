import type { CvLine } from "./cv-line.ts";
import type { Entry } from "./entries.ts";
import { periodIn } from "./periods.ts";

type Field = "period" | "title" | "organisation" | "body" | "aside";

const labels: readonly (readonly [Field, RegExp])[] = [
  ["period", /^(?:periode|data|datum|dates?|period|van\s?[-–/]\s?tot|jaar|year)$/],
  [
    "title",
    /^(?:functie|functietitel|beroep|functie of beroep|beroep of functie|rol|job title|position|role|occupation|occupation or position held|title of qualification awarded|naam van de opleiding|opleiding|studie|diploma|toegekende kwalificatie|kwalificatie|cursus|course|qualification)$/,
  ],
  [
    "organisation",
    /^(?:werkgever|bedrijf|organisatie|naam (?:en adres )?van(?: de)?(?: werkgever)?|name and address of|employer|company|organi[sz]ation|name and address of employer|school|instelling|onderwijsinstelling|institution|naam (?:en aard )?van de (?:onderwijs)?instelling|name and type of organi[sz]ation providing education and training|opdrachtgever|client)$/,
  ],
  [
    "body",
    /^(?:taken|werkzaamheden|taken en verantwoordelijkheden|(?:voornaamste |belangrijkste )?(?:taken|werkzaamheden|activiteiten)(?: en(?: verantwoordelijkheden)?)?|main activities and|verantwoordelijkheden|omschrijving|tasks|duties|responsibilities|description|main activities and responsibilities|activities|resultaten|results)$/,
  ],
  ["aside", /^(?:plaats|sector|soort bedrijf(?: of sector)?|branche|type of business or sector|location|city|adres|niveau|level|reden van vertrek)$/],
];

function labelIn(text: string): { readonly field: Field; readonly value: string } | null {
  const split = /^([^:\t]{3,70}?)\s*(?::|\t)\s*(.*)$/u.exec(text);
  const name = (split?.[1] ?? "").toLowerCase().trim();
  const known = labels.find(([, pattern]) => pattern.test(name));
  return known ? { field: known[0], value: split?.[2] ?? "" } : null;
}

/** Whether it is one of the labels of a form. */
export function isLabel(text: string): boolean {
  return labelIn(`${text.replace(/\s*:\s*$/, "")}:`) !== null;
}

/** Entries written as a form: "Functie: …", "Werkgever: …", as the older Europass has them. None where fewer than two labels stand there. */
export function labelledEntries(lines: readonly CvLine[]): Entry[] {
  const read = lines.map((line) => ({ line, label: labelIn(line.text) }));
  const used = read.flatMap(({ label }) => (label ? [label.field] : []));
  const [opening] = used;
  if (used.length < 2 || !opening || !used.includes("title")) return [];
  const entries: { values: Map<Field, string>; body: CvLine[]; last: Field }[] = [];
  for (const { line, label } of read) {
    const current = entries.at(-1);
    if (label && (!current || label.field === opening)) entries.push({ values: new Map([[label.field, label.value]]), body: [], last: label.field });
    else if (label && current) {
      current.last = label.field;
      if (label.field === "body") current.body.push(...(label.value ? [{ ...line, text: label.value }] : []));
      else if (!current.values.has(label.field)) current.values.set(label.field, label.value);
    } else if (current?.last === "body") current.body.push(line);
  }
  return entries.flatMap(({ values, body }): Entry[] => {
    const title = values.get("title");
    if (!title) return [];
    const organisation = values.get("organisation");
    // Name and address of an employer: the name.
    const name = organisation?.split(/,\s|\t/)[0];
    return [{ period: periodIn(values.get("period") ?? "")?.period ?? null, head: [title, ...(name ? [name] : [])], body }];
  });
}
