import { isOneSlipAway } from "../domain/one-slip.ts";
import { normalise } from "./answers.ts";

/** What is chosen from a list: 0-based places, in order; none of it; null where a message chooses nothing. */
export type Chosen = readonly number[] | "none" | null;

/** What stands around a choice and says nothing of it: "doe maar de …", "I'll take the …". */
const before = new RegExp(
  `^(?:(?:${[
    "ja|jawel|yes|yeah|nou|oke|ok|okay|uh+m?|eh+m?|dan|maar|even|graag|gewoon|dus|so|well|please|nee|no",
    "doe|neem|pak|kies|geef|zet|alleen|enkel|only|just|liever|liefst|mij|me|het is|dat is|its|it is|thats|dat was",
    "ik (?:kies|wil|neem|bedoel|pak|doe|ga voor|zou)|(?:i|ill|id) (?:choose|pick|want|mean|take|like|go (?:for|with)|will take|would like)|take|pick|choose|give me|go (?:for|with)|let us take",
    "nummer|nr|optie|antwoord|keuze|vakje|number|option|answer|choice|box|item",
  ].join("|")}) )+`,
);
const behind =
  /(?: (?:graag|maar|please|pls|dan|hoor|alsjeblieft|alstublieft|aub|thanks|thank you|bedankt|dank je|klopt|klopt wel|is goed|is right|past|past bij mij|fits|fits me|wel|het meest|the most|lijkt me|then|denk ik|i think))+$/;
/** "die van koken", "the one about cooking": then a word of its name is enough. */
const pointing =
  /^(?:(?:die|dat|deze|degene|diegene|de|het|the|that|this) )?(?:(?:ene|one|ones) )?(?:(?:van|over|met|voor|waar|about|with|for|of|where) )(?:(?:de|het|the|dat|die) )?/;
const article = /^(?:de|het|een|the|a|an|die|dat|that|this) /;

const numbers: readonly (readonly string[])[] = [
  ["1", "een", "one", "eerste", "1e", "1ste", "first", "1st"],
  ["2", "twee", "two", "tweede", "2e", "2de", "second", "2nd"],
  ["3", "drie", "three", "derde", "3e", "3de", "third", "3rd"],
  ["4", "vier", "four", "vierde", "4e", "4de", "fourth", "4th"],
  ["5", "vijf", "five", "vijfde", "5e", "5de", "fifth", "5th"],
  ["6", "zes", "six", "zesde", "6e", "6de", "sixth", "6th"],
  ["7", "zeven", "seven", "zevende", "7e", "7de", "seventh", "7th"],
  ["8", "acht", "eight", "achtste", "8e", "8ste", "eighth", "8th"],
  ["9", "negen", "nine", "negende", "9e", "9de", "ninth", "9th"],
];
const placeOf = (word: string): number => {
  const digits = /^(\d{1,2})$/.exec(word)?.[1];
  return digits === undefined ? numbers.findIndex((names) => names.includes(word)) : Number(digits) - 1;
};
const besideNumbers = new Set(
  "de het the die deze dat that those these this en and plus & ook also nummer nr optie antwoord keuze vakje number option answer choice box van of them nummers numbers ones".split(
    " ",
  ),
);
const wholes =
  /^(?:(?:well|nou|oh|ja|yes|eigenlijk|denk ik|i think|doe maar|ze|it is|its|het zijn) )*(?:(?:alle|alles|allemaal|allebei|alletwee|alledrie|beide|beiden|all|both|everything|every one|al)(?: |$))+(?:(?:die|deze|ze|of|them|these|those|kloppen|kloppend|are right|zijn goed|overnemen|\d|twee|drie|vier|vijf|two|three|four|five|passen|thats me|that is me|dat ben ik|dat doe ik|i do|hoor|please|graag|really|echt|wel)(?: |$))*$/;
const nones =
  /^(?:(?:nee|neen|no) )?(?:geen|none|neither|niet een|not one|not any|niks|nothing)(?: (?:ervan|hiervan|daarvan|(?:van|of) (?:die|deze|de|het|them|these|those|the|allen|alle|al|beide|both|allebei|above|\d|twee|drie|vier|two|three|four|lijst|list|bovenstaande)(?: (?:die|deze|these|twee|drie|vier|two|three|four|above|\d))*))(?: (?:klopt|past|kloppen|fits|fit|is right|past bij mij))?$/;

/** "1 en 3", "de laatste twee", "the second one". */
function numbered(said: string, most: number): readonly number[] | null {
  const words = said.split(" ");
  const found: number[] = [];
  let isOneSaid = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const isEnd = word === "laatste" || word === "last";
    const count = placeOf(words[at + 1] ?? "") + 1;
    const isRun =
      (isEnd || word === "eerste" || word === "first") && count >= 2 && count <= most && !/\d(?:e|de|ste|nd|rd|th)$/.test(words[at + 1] ?? "");
    if (isRun) {
      found.push(...Array.from({ length: count }, (_, index) => (isEnd ? most - count + index : index)));
      at += 1;
    } else if (isEnd) found.push(most - 1);
    else if ((word === "middelste" || word === "middle") && most % 2 === 1) found.push((most - 1) / 2);
    else if (word === "one" || word === "een") isOneSaid = true;
    else if (placeOf(word) >= 0) found.push(placeOf(word));
    else if (!besideNumbers.has(word)) return null;
  }
  // "the second one" is one thing; "one" alone is the first.
  const places =
    found.length === 0 && isOneSaid
      ? [0]
      : isOneSaid && words.some((each) => each === "en" || each === "and") && /^(?:een|one) /.test(said)
        ? [0, ...found]
        : found;
  const within = [...new Set(places)].filter((place) => place >= 0 && place < most);
  return within.length > 0 && within.length === new Set(places).size ? within.toSorted((a, b) => a - b) : null;
}

const ownPronoun = /^(?:je|jij|u|you|ik|i)(?: (?:kunt|kan|can|weet iets van|know about))? /;
const empty = new Set("een het van voor met and the for with your you over aan bij als dat die niet not geen wel ook also iets some".split(" "));
const tellingWords = (text: string) => text.split(" ").filter((word) => word.length >= 3 && !empty.has(word));

function isWordIn(word: string, name: readonly string[]): boolean {
  const stem = word.slice(0, Math.max(4, word.length - 2));
  return name.some((each) => each === word || (word.length >= 4 && each.startsWith(stem)) || (word.length >= 5 && isOneSlipAway(word, each)));
}

/** How well words fit a name: 3 the name itself, 2 its beginning, 1 all of the words stand in it, 0 not. */
function fit(said: string, called: string, isPointing: boolean): number {
  const name = normalise(called);
  const bare = name.replace(ownPronoun, "");
  if (said === name || said === bare) return 3;
  if (said.length >= 5 && (isOneSlipAway(said, name) || isOneSlipAway(said, bare))) return 3;
  const begins = (whole: string) =>
    whole.startsWith(`${said} `) || (said.length >= 6 && whole.length > said.length && isOneSlipAway(said, whole.slice(0, said.length)));
  if (said.length >= 4 && (begins(name) || begins(bare) || (said.length >= 6 && (name.startsWith(said) || bare.startsWith(said))))) return 2;
  const words = tellingWords(said);
  const inName = tellingWords(bare);
  if (words.length === 0 || !words.every((word) => isWordIn(word, inName))) return 0;
  // Somebody's own sentence tells something, and chooses nothing.
  const isOwnSentence = /\b(?:ik|i|we|wij|ge\w{3,}[dt])\b/.test(said);
  return isPointing || (!isOwnSentence && words.length >= 2 && words.length * 2 >= inName.length) ? 1 : 0;
}

/** The one name that fits best; null where none does, or two do as well. */
function named(said: string, names: readonly (readonly string[])[], isPointing: boolean): number | null {
  const fits = names.map((each) => Math.max(0, ...each.map((name) => fit(said, name, isPointing))));
  const best = Math.max(0, ...fits);
  const at = fits.indexOf(best);
  return best > 0 && fits.lastIndexOf(best) === at ? at : null;
}

function chosenWithin(plain: string, names: readonly (readonly string[])[], isTicked: boolean): Chosen {
  if (nones.test(plain)) return "none";
  const whole = named(plain, names, false);
  if (whole !== null) return [whole];
  const said = plain.replace(before, "").replace(behind, "").trim();
  if (said === "") return null;
  const [, except] =
    /^(?:(?:alle\w*|all|everything|al)(?: (?:of them|die|ze))?) (?:behalve|except|but|zonder|without|maar niet|not) (.+)$/.exec(said) ?? [];
  const without = except ?? /^(?:niet|not|zonder|without|behalve|except) (.+)$/.exec(said)?.[1];
  if (without !== undefined) {
    // "niet koken" tells what something is not, and does not choose all the others.
    if (!isTicked && except === undefined) return null;
    const left = chosenWithin(without, names, false) ?? chosenWithin(`over ${without}`, names, false);
    return left === null || left === "none" ? null : names.flatMap((_, at) => (left.includes(at) ? [] : [at]));
  }
  if (wholes.test(said)) return names.map((_, at) => at);
  const places = numbered(said, names.length);
  if (places) return places;
  const isPointing = pointing.test(said);
  const called = said.replace(pointing, "").replace(article, "");
  const one = called.length >= 3 ? named(called, names, isPointing) : null;
  return one === null ? null : [one];
}

const mostWords = 12;

/**
 * What a message chooses from a list that is on the screen: by number, by its place, by its name or the beginning of it, with
 * a slip, or by words that point at it. Pure.
 * @param names what each item is called; one may have several names
 * @param isTicked each is ticked already: then "niet de tweede" leaves that one out
 */
export function chosenIn(text: string, names: readonly (readonly string[])[], isTicked = false): Chosen {
  const plain = normalise(text).replace(/\s*[&+]\s*/g, " en ");
  if (plain === "" || names.length === 0 || plain.split(" ").length > mostWords) return null;
  const chosen = chosenWithin(plain, names, isTicked);
  if (chosen !== null) return chosen;
  // "de tweede, dat doe ik elke dag": a number, and what is told with it.
  const [first = ""] = text.split(/[,.;:!–]+\s/);
  const clause = normalise(first).replace(before, "").replace(behind, "");
  return clause !== plain && /\d|[a-z]{3}/.test(clause) && clause.split(" ").length <= 4 ? numbered(clause, names.length) : null;
}

/** "de eerste", "2", "alle": a place in a list, and no name of anything. */
export function isPlace(text: string): boolean {
  const said = normalise(text).replace(before, "").replace(behind, "");
  return wholes.test(said) || numbered(said, numbers.length) !== null;
}

/** The name on a button that was typed, with words of choosing around it or one slip. Their beginnings are other answers. */
export function isNamed(text: string, name: string): boolean {
  const plain = normalise(text);
  const called = normalise(name);
  if (plain === called) return true;
  const said = plain.replace(before, "").replace(behind, "");
  return called.length >= 6 && (said === called || isOneSlipAway(plain, called));
}
