import type { Span } from "./utterance.ts";

export type IdentifierKind = "bsn" | "phone" | "email" | "iban" | "address";

/** Where an identifying number, address or e-mail stands, in UTF-16 units of the original text. */
export interface IdentifierSpan extends Span {
  readonly kind: IdentifierKind;
}

export interface Masked {
  /** The text with each identifier replaced by its kind between square brackets: "[phone]". */
  readonly masked: string;
  readonly spans: readonly IdentifierSpan[];
  /** Offset in the original text of an offset in the masked one; inside a mask: the start of what was masked. */
  toOriginal(offset: number): number;
}

/** Replaces what identifies a person by number or place: BSN, phone, e-mail, IBAN, postal address. Pure. */
export function maskIdentifiers(text: string): Masked {
  const spans = withoutOverlap([...emails(text), ...ibans(text), ...addresses(text), ...phones(text), ...bsns(text)]);
  let masked = "";
  let at = 0;
  const shifts: { readonly from: number; readonly to: number; readonly span: IdentifierSpan }[] = [];
  for (const span of spans) {
    masked += text.slice(at, span.start);
    const from = masked.length;
    masked += `[${span.kind}]`;
    shifts.push({ from, to: masked.length, span });
    at = span.end;
  }
  masked += text.slice(at);
  return {
    masked,
    spans,
    toOriginal: (offset) => {
      let moved = 0;
      for (const { from, to, span } of shifts) {
        if (offset <= from) break;
        if (offset < to) return span.start;
        moved = span.end - to;
      }
      return offset + moved;
    },
  };
}

/** In order; what was found first wins where two overlap. */
function withoutOverlap(found: readonly IdentifierSpan[]): IdentifierSpan[] {
  const kept: IdentifierSpan[] = [];
  for (const span of found) if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
}

function matches(text: string, pattern: RegExp, kind: IdentifierKind, accept: (match: RegExpMatchArray) => boolean = () => true): IdentifierSpan[] {
  return [...text.matchAll(pattern)].filter(accept).map((match) => ({ kind, start: match.index ?? 0, end: (match.index ?? 0) + match[0].length }));
}

function emails(text: string): IdentifierSpan[] {
  return matches(
    text,
    /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|[[(]\s?(?:at|apenstaartje)\s?[\])])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu,
    "email",
  );
}

const countryAndCheck = /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]){11,30}/giu;

/** An IBAN by its check digits (ISO 7064, mod 97), or by the Dutch shape, which a typing error leaves recognisable. */
function ibans(text: string): IdentifierSpan[] {
  return [...text.matchAll(countryAndCheck)].flatMap((match) => {
    const start = match.index ?? 0;
    for (let length = match[0].length; length >= 15; length--) {
      const candidate = match[0].slice(0, length);
      const rest = match[0].slice(length);
      if (/^[a-z0-9]/i.test(rest) || /[ -]$/.test(candidate)) continue;
      const compact = candidate.replace(/[ -]/g, "").toUpperCase();
      if (isIban(compact) || /^NL\d{2}[A-Z]{4}\d{10}$/.test(compact)) return [{ kind: "iban" as const, start, end: start + length }];
    }
    return [];
  });
}

function isIban(compact: string): boolean {
  let remainder = 0;
  for (const sign of compact.slice(4) + compact.slice(0, 4)) {
    for (const digit of Number.parseInt(sign, 36).toString()) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}

function phones(text: string): IdentifierSpan[] {
  const international = /(?<![\p{L}\p{N}+])(?:\+|00)[1-9]\d{0,2}[\s().-]{0,3}(?:\(0\)\s?)?\d(?:[\s.()/-]{0,2}\d){5,12}(?!\d)/gu;
  const national = /(?<![\p{L}\p{N}.,+-])\(?0[1-9](?:[\s./()-]{0,2}\d){8,9}(?!\d)/gu;
  const dutchMobile = /(?<![\p{N}+])0?6[\s.-]{0,3}(?:\d[\s.-]{0,2}){7}\d(?!\d)/gu;
  return [
    ...matches(text, international, "phone"),
    ...matches(text, national, "phone"),
    ...matches(
      text,
      dutchMobile,
      "phone",
      (match) => match[0].startsWith("0") || /(?:tel|bel|nummer|nr|phone|call|app|mob)/i.test(before(text, match, 30)),
    ),
  ];
}

/** A citizen service number by the eleven-check, or any eight or nine digits called so. */
function bsns(text: string): IdentifierSpan[] {
  return matches(text, /(?<![\p{L}\p{N}])\d(?:[ .-]?\d){7,8}(?![\p{L}\p{N}])/gu, "bsn", (match) => {
    const digits = match[0].replace(/\D/g, "");
    return isBsn(digits) || /(?:bsn|burgerservice|sofi|citizen service)[^\d]{0,25}$/i.test(before(text, match, 45));
  });
}

function isBsn(digits: string): boolean {
  const nine = digits.padStart(9, "0");
  if (/^0+$/.test(nine)) return false;
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0;
}

const streetEnding =
  "(?:straat|str\\.|laan|weg|plein|gracht|kade|dijk|steeg|singel|dreef|plantsoen|hof|pad|wal|markt|park|baan|lei|ring|erf|kwartier|poort|vaart|haven|burg|akker|veld|oord)";
const houseNumber = "\\d{1,4}(?:\\s?[a-zA-Z](?![\\p{L}])|\\s?-\\s?\\d{1,3}|\\s?(?:bis|hs|huis)(?!\\p{L}))?";
/** After a number these make it a count, not a house. */
const counted =
  /^\s*(?:x\b|%|keer|maal|uur|uren|dag|week|weken|maand|jaar|jaren|man\b|mensen|kinderen|personen|stuks|km|kilo|meter|minuten|euro|times|years?|days?|weeks?|months?|hours?|people|miles)/i;
const notAStreet =
  /^(?:onderweg|halverweg|terugweg|heenweg|snelweg|schoolplein|werkplaats|supermarkt|arbeidsmarkt|vakantiepark|pretpark|speelveld|voetbalveld|thuishaven|bijbaan|loopbaan|zorghof|spoorbaan|rijbaan|fietspad)$/i;

function addresses(text: string): IdentifierSpan[] {
  const dutch = new RegExp(
    `(?<![\\p{L}])((?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Hh]et|'t|[Tt]en|[Tt]er|[\\p{Lu}][\\p{L}'.-]*)\\s){0,4}(?:[\\p{L}'.-]{2,}${streetEnding}|(?:[Ll]aan|[Pp]lein|[Ww]eg|[Ss]traat|[Mm]arkt|[Hh]of)\\s(?:van|der|de|den|het)\\s(?:\\p{L}+\\s?){1,3}))\\s?(${houseNumber})`,
    "gu",
  );
  const english =
    /(?<!\p{N})\d{1,4}[a-z]?,?\s(?:[\p{Lu}][\p{L}'-]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Court|Crescent|Terrace|Gardens|Square|Way|Place)(?!\p{L})/gu;
  const streets = [...text.matchAll(dutch)].flatMap((match): IdentifierSpan[] => {
    const said = match[1] ?? "";
    const name = said.trim().split(/\s+/).at(-1) ?? "";
    const lead = /^(?:(?:van|de|der|den|het|ten|ter)\s)+(?=\p{Ll})/u.exec(said)?.[0].length ?? 0;
    const start = (match.index ?? 0) + lead;
    const end = (match.index ?? 0) + match[0].trimEnd().length;
    if (notAStreet.test(name) || counted.test(text.slice(end))) return [];
    const capital = /\p{Lu}/u.test(said);
    if (!capital && !/(?:woon|wonen|woont|adres|live at|living at|address)/i.test(before(text, match, 45))) return [];
    return [{ kind: "address", start, end: end + placeAfter(text.slice(end)) }];
  });
  const postcodes = [...text.matchAll(/(?<![\p{L}\p{N}])[1-9]\d{3}\s?([A-Z]{2}|[a-z]{2})(?![\p{L}\p{N}])/gu)].flatMap((match): IdentifierSpan[] => {
    const letters = match[1] ?? "";
    const isWord = /^(?:en|in|op|is|de|ik|om|we|of|to|at|on|my|it|so|as|an|do|me|he|us|by|if|al|te|nu|ze|je|er|af|km|kg|cm)$/i.test(letters);
    if (isWord || (letters === letters.toLowerCase() && /\s/.test(match[0]))) return [];
    const start = match.index ?? 0;
    const end = start + match[0].length;
    return [{ kind: "address", start, end: end + placeAfter(text.slice(end)) }];
  });
  const british = matches(text, /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?![\p{L}\p{N}])/gu, "address");
  return joined([...streets, ...postcodes, ...matches(text, english, "address"), ...british], text);
}

/** Length of ", 1234 AB Zwolle" or ", Zwolle" that follows a street or a postcode. */
function placeAfter(rest: string): number {
  const place = "[\\p{Lu}][\\p{L}'’-]+(?:\\s(?:aan|op|bij|den|de|het)(?:\\s(?:de|den|het))?\\s[\\p{Lu}][\\p{L}-]+)?";
  const match = new RegExp(`^(?:,?\\s*[1-9]\\d{3}\\s?[A-Z]{2}(?!\\p{L})(?:,?\\s+${place})?|,\\s*${place}|\\s+${place})`, "u").exec(rest);
  return match ? match[0].length : 0;
}

/** Parts of one address that touch are one span. */
function joined(spans: readonly IdentifierSpan[], text: string): IdentifierSpan[] {
  const out: IdentifierSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last && /^[\s,]*$/.test(text.slice(last.end, Math.max(last.end, span.start))))
      out[out.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

function before(text: string, match: RegExpMatchArray, length: number): string {
  const start = match.index ?? 0;
  return text.slice(Math.max(0, start - length), start);
}
