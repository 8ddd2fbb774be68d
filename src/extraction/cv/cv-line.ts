/** A line of a document, in reading order. A tab stands between what was set far apart on one line. */
export interface CvLine {
  readonly text: string;
  /** It stood in a list. */
  readonly isBullet: boolean;
  /** There was white space above it. */
  readonly isApart: boolean;
}

const bullet = /^\s*(?:[•●▪◦‣⁃∙■□➢➤✓✔►\uf0b7\uf0a7\u2043]|[-–—*+](?=\s))\s*/u;

/** Letters set wide: "W E R K E R V A R I N G". */
const letterspaced = /^(?:\p{L} ){3,}\p{L}(?: {2,}(?:\p{L} )*\p{L})*$/u;

/** A line without what only a printer needs; null where nothing is left. */
export function cvLine(raw: string, isApart: boolean, isBullet = false): CvLine | null {
  const plain = raw
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "")
    // Private use: pictures of a letter, a telephone, a house.
    .replace(/[\ue000-\uf0a6\uf0a8-\uf0b6\uf0b8-\uf8ff]/g, " ")
    .replace(/[^\P{C}\t\uf0b7\uf0a7]/gu, " ");
  const inList = isBullet || bullet.test(plain);
  const body = plain.replace(bullet, "");
  const joined = letterspaced.test(body.trim()) ? body.trim().replace(/(\p{L}) (?=\p{L}(?: |$))/gu, "$1") : body;
  const text = joined
    .split("\t")
    .map((cell) => cell.replace(/\s+/g, " ").trim())
    .filter((cell) => cell !== "")
    .join("\t");
  return text === "" ? null : { text, isBullet: inList, isApart };
}

/** The lines of a plain text. */
export function linesOf(text: string): CvLine[] {
  const lines: CvLine[] = [];
  let isApart = false;
  for (const raw of text.split(/\r\n|[\n\r\f\v\u0085]/)) {
    // Text that was lined up with spaces.
    const line = cvLine(raw.replace(/(\S) {3,}(?=\S)/g, "$1\t"), isApart);
    if (line) lines.push(line);
    isApart = line === null;
  }
  return lines;
}
