/** The symbols of a come-back code: one of each set that looks alike on paper (0 O Q, 1 I L, 2 Z, 5 S, 8 B, V U). */
export const codeAlphabet = "0123456789ACDEFGHJKMNPRTVWXY";
/** 28 symbols to the power of 21: 100.9 bits. */
export const codeLength = 21;
const groupLength = 3;

const readAs: Readonly<Record<string, string>> = { O: "0", Q: "0", I: "1", L: "1", Z: "2", S: "5", B: "8", U: "V" };

/** A code as it was typed or pasted, in the one way it is compared: capitals, look-alikes as what was meant, nothing in between.
 *  Of a pasted link only what stands after `#terug=` counts. Not checked: it may be no code at all. */
export function readCode(typed: string): string {
  const code = typed.slice(typed.indexOf("#") + 1).replace(/^\s*terug=/i, "");
  return code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/[A-Z]/g, (letter) => readAs[letter] ?? letter);
}

/** True for what `readCode` made of a whole code. */
export function isWholeCode(code: string): boolean {
  return code.length === codeLength && [...code].every((symbol) => codeAlphabet.includes(symbol));
}

/** The code in groups, as it is shown and read aloud: "A7K", "4PX", … */
export function codeGroups(code: string): readonly string[] {
  return code.match(new RegExp(`.{1,${groupLength}}`, "g")) ?? [];
}

/** The part of a link that brings a code along. What follows "#" never leaves the browser. */
export function codeFragment(code: string): string {
  return `#terug=${codeGroups(code).join("-")}`;
}

// No lookbehind: the page runs this too, in browsers that have none.
const groupsOfThree = /(?:^|[^\p{L}\p{N}])((?:[a-z0-9]{3}[\s\-–—.]{1,3}){6}[a-z0-9]{3})(?![\p{L}\p{N}])/iu;
const inOnePiece = new RegExp(`(?:^|[^\\p{L}\\p{N}])(?=(?:[a-z]*[0-9]){2})([a-z0-9]{${codeLength}})(?![\\p{L}\\p{N}])`, "iu");

/** The code that stands in a text, as `readCode` gives it, so that it can be kept out of what is stored and read along; null
 *  where there is none. Words are no code: it takes seven groups of three, at least one of them with a digit, or one piece with
 *  two digits in it. */
export function codeIn(text: string): string | null {
  const link = /#terug=(\S+)/i.exec(text)?.[1];
  if (link !== undefined) return readCode(link);
  const grouped = groupsOfThree.exec(text)?.[1] ?? "";
  if (/[0-9]/.test(grouped)) return readCode(grouped);
  const piece = inOnePiece.exec(text)?.[1];
  return piece === undefined ? null : readCode(piece);
}
