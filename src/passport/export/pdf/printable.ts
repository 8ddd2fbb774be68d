/** Which characters a font can draw, as its `cmap` table says (formats 4 and 12, as all Unicode fonts have).
 *  @param font an OpenType file  @returns code points; empty where the file has no such table */
export function codePointsOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const found = new Set<number>();
  const tables = view.getUint16(4);
  for (let table = 0; table < tables; table += 1) {
    const record = 12 + table * 16;
    // "cmap"
    if (view.getUint32(record) !== 0x636d6170) continue;
    const start = view.getUint32(record + 8);
    const encodings = view.getUint16(start + 2);
    for (let encoding = 0; encoding < encodings; encoding += 1) {
      const at = start + view.getUint32(start + 4 + encoding * 8 + 4);
      const format = view.getUint16(at);
      if (format === 4) readSegments(view, at, found);
      else if (format === 12) readGroups(view, at, found);
    }
  }
  return found;
}

function readSegments(view: DataView, at: number, found: Set<number>): void {
  const double = view.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + double];
  const [deltas, offsets] = [starts + double, starts + 2 * double];
  for (let each = 0; each < double; each += 2) {
    const [first, last] = [view.getUint16(starts + each), view.getUint16(ends + each)];
    const [delta, offset] = [view.getUint16(deltas + each), view.getUint16(offsets + each)];
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const glyph = offset === 0 ? code + delta : view.getUint16(offsets + each + offset + (code - first) * 2);
      if ((glyph & 0xffff) !== 0) found.add(code);
    }
  }
}

function readGroups(view: DataView, at: number, found: Set<number>): void {
  const groups = view.getUint32(at + 12);
  for (let each = 0; each < groups; each += 1) {
    const group = at + 16 + each * 12;
    const last = view.getUint32(group + 4);
    for (let code = view.getUint32(group); code <= last; code += 1) found.add(code);
  }
}

/** Draws nothing in any font, or steers what stands around it: taken out of a text without a trace. */
const unseen = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Variation_Selector}/gu;
const pictures = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/gu;
/** Where a long word may be broken; and what Persian and Indian scripts need between letters. */
const kept = new Set(["\u200B", "\u200C"]);

export interface Printable {
  readonly text: string;
  /** False: something in it has no picture in any of the fonts, and was left out or replaced by "�". */
  readonly isWhole: boolean;
}

/** A text as the fonts at hand can draw it. @param covers whether there is a picture of this code point */
export function printable(text: string, covers: (codePoint: number) => boolean): Printable {
  const plain = text
    .toWellFormed()
    .replace(/\s+/gu, " ")
    .replace(unseen, (character) => (kept.has(character) ? character : ""));
  let isWhole = true;
  const lost = (replacement: string) => {
    isWhole = false;
    return replacement;
  };
  const drawn = plain
    .replace(pictures, (character) => (covers(character.codePointAt(0) ?? 0) ? character : lost("")))
    .replace(/./gsu, (character) => (kept.has(character) || covers(character.codePointAt(0) ?? 0) ? character : lost("\uFFFD")));
  // A heading may not be empty, and neither may what was said.
  return text === "" || /[^\s\u200B\u200C]/u.test(drawn) ? { text: drawn, isWhole } : { text: "\uFFFD", isWhole: false };
}

/** A longer run of letters may not fit in half the width of a page: it may be broken after every few. */
const pieceLength = 6;

/** The text, cut off with "…" where it is longer than so many characters, with places to break where a word is too long for a line. */
export function inRoom(text: string, most: number): string {
  const characters = [...text.replace(/\s+/gu, " ").trim()];
  // A skill or a person called by spaces alone: a heading may not be empty.
  if (characters.length === 0) return text === "" ? "" : "…";
  const whole = characters.length <= most ? characters.join("") : `${characters.slice(0, most).join("").trimEnd()}…`;
  return whole.replace(/\S{25,}/gu, (word) => {
    const letters = [...word];
    const pieces = Array.from({ length: Math.ceil(letters.length / pieceLength) }, (_, at) =>
      letters.slice(at * pieceLength, (at + 1) * pieceLength).join(""),
    );
    return pieces.join("\u200B");
  });
}
