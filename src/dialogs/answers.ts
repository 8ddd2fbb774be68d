import { isOneSlipAway } from "../domain/one-slip.ts";
import { type Meaning, phrases } from "./answer-phrases.ts";
import { clausesOf, normalise } from "./clauses.ts";
import { saysSaidAlready, withoutSaidAlready } from "./said-already.ts";
import { isTired } from "./tired.ts";

export type { Meaning };
export { normalise };

const fillers = new Set([
  "hoor",
  "joh",
  "graag",
  "maar",
  "even",
  "eigenlijk",
  "wel",
  "toch",
  "echt",
  "aub",
  "please",
  "pls",
  "dan",
  "nou",
  "nu",
  "mij",
  "eens",
  "ff",
  "effe",
  "gewoon",
  "pff",
  "gast",
]);

const exact = new Map<string, Meaning>();
for (const meaning of Object.keys(phrases) as Meaning[]) {
  for (const phrase of phrases[meaning]) if (!exact.has(normalise(phrase))) exact.set(normalise(phrase), meaning);
}

/** Commands that destroy or end something are taken literally, or not at all. */
const literalOnly: ReadonlySet<Meaning> = new Set(["erase", "wipe_device"]);

/** "o nee foutje, dat klopt niet": the last answer was a slip. */
const slip =
  /\b((?:oeps|oops|oei|sorry) fout|(?:ik )?bedoel(?:de)? (?:nee|neen|ja)|(?:i )?mean(?:t)? (?:no|yes)|foutje|fout (?:gedrukt|geklikt)|vergist|vergissing|per ongeluk|verkeerde? (knop|antwoord)|by mistake|my mistake|by accident|wrong button|misclicked)\b/;

/** What stands beside a slip in a message that is about it: more than this, and it tells something else. */
const besideSlip = new Set(
  "o oh oeps oops oei ojee nee neen sorry ik heb had ben me mij mijn was dat dit het die een de klopt niet wel op gedrukt ingedrukt geklikt getypt gekozen gezegd gegeven antwoord knop ja no i my it that was is the a have pressed clicked typed chose on yes mean meant bedoel bedoelde moet moest zijn should be fout wrong answer button not right".split(
    " ",
  ),
);

/** "per ongeluk leren lassen" has the words of a slip in it, and is none. */
function isSlip(plain: string): boolean {
  return (
    slip.test(plain) &&
    plain
      .replace(slip, " ")
      .split(" ")
      .every((word) => word === "" || fillers.has(word) || besideSlip.has(word))
  );
}

/** "ik snap vraag niet", "sorry I don't really get this question". */
const lost =
  /^(?:sorry )?(?:ik )?(?:snap|begrijp|versta) (?:(?:het|dit|dat|je|u|jou|de|deze|die|vraag|echt|helemaal|er|hier|nog|goed|woord|even) )*(?:niet|nie|niks|niets)(?: (?:goed|zo goed|van|echt|wat je bedoelt|wat u bedoelt))*$|^(?:sorry )?(?:i )?(?:dont|do not|cant) (?:really )?(?:understand|get|follow)(?: (?:it|this|that|you|the|question|what|mean|means|well))*$|^(?:sorry )?(?:ik )?(?:lees (?:(?:zo|echt|heel) )*(?:nie|niet) (?:(?:zo|echt|heel) )*goed|kan (?:nie|niet) (?:(?:zo|echt|heel) )*goed lezen)(?: (?:hoor|sorry|eigenlijk))*$|^(?:sorry )?(?:(?:dit|het|dat) is )?te ?veel (?:lezen|tekst|letters|woorden)(?: voor (?:mij|me))?(?: hoor)?$|^(?:sorry )?(?:(?:thats|this is|its) )?too (?:much|many) (?:reading|text|words|to read)(?: for me)?$|^(?:sorry )?i (?:dont|cant) read (?:(?:so|very|that) )?(?:well|good)$/;

/** "ik moet stoppen nu, ben moe", "i have to stop now": and nothing after it that one could stop with. */
const leaving =
  /^(?:sorry |oke |ok )?(?:ik|i) (?:moet|wil|ga|have to|need to|want to|must|gotta) (?:(?:nu|even|echt|er|nou|now|really) )*(?:stoppen|ophouden|stop)(?: (?:nu|even|er|mee|ermee|hiermee|voor|vandaag|want|now|for|today|here|because|this))*(?: (?:ik )?ben (?:zo |heel |erg )?moe| (?:im|i am) (?:so |very )?tired)?$/;

/** So many words beside "zei ik al" name what was said, and tell nothing new. */
const mostWordsSaid = 7;

/** What a whole short message means, or null when it is a story (or cannot be told). Pure; forgiving of small typos. */
export function meaningOf(text: string): Meaning | null {
  const plain = normalise(text);
  if (plain === "") return null;
  const found = exact.get(plain);
  if (found) return found;
  const words = plain.split(" ");
  if (saysSaidAlready(text)) return "already_said";
  if (words.length > 8) return null;
  // "haha nee echt niet", "of course yes": what is called out before it changes nothing.
  const calm = opened(text) ? exact.get(normalise(text.slice(opened(text)?.from ?? 0))) : undefined;
  if (calm === "yes" || calm === "no") return calm;
  const bare = words.filter((word) => !fillers.has(word)).join(" ");
  if (isSlip(plain)) return "undo";
  if (leaving.test(plain)) return "stop";
  if (isTired(bare)) return "tired";
  if (lost.test(plain)) return "unclear";
  const withoutFillers = exact.get(bare);
  if (withoutFillers && bare !== "") return withoutFillers;
  // "ja zei ik toch al", "terug zei ik": the same once more. Of anything else it was said before, and that is all.
  const once = withoutSaidAlready(text);
  if (once !== text) return meaningOf(once) ?? (words.length <= mostWordsSaid && !/\bzei ik$/.test(plain) ? "already_said" : null);
  // "nee dat is alles", "o nee, doe ik niet": an end, or what one does not do, is that with a no before it as well.
  const behindNo = exact.get(bare.replace(/^(?:(?:oh?|nou|ach) )?(?:(?:nee|neen|no) )+/, ""));
  if (behindNo === "nothing_more" || behindNo === "skip") return behindNo;
  if (plain.length >= 5) {
    for (const [phrase, meaning] of exact) {
      if (phrase.length >= 5 && !literalOnly.has(meaning) && isOneSlipAway(plain, phrase)) return meaning;
    }
  }
  return null;
}

/** "wat is kookmanieren?", "what does supervise mean": somebody asks what a word is. */
export function asksWhatItIs(text: string): boolean {
  const plain = normalise(text);
  return plain.split(" ").length <= 6 && /^(?:(?:en|maar|and|but) )?(?:wat (?:is|zijn|betekent|betekenen)|what (?:is|are|does)) \S{3}/.test(plain);
}

/** Long enough to tell something; shorter words are an answer that was not understood. */
export function isStory(text: string): boolean {
  return text.trim().split(/\s+/).length >= 3;
}

/** "ik ben ook kapster geweest": somebody worked, whatever else it says. */
export function tellsOfWork(text: string): boolean {
  const plain = normalise(text);
  return /\bik\b.*\b(?:geweest|gewerkt|werkte)\b|\bik werk(?:te)? (?:ook |nu |vroeger )*(?:als|bij|in|op|voor)\b|\bi (?:also )?(?:worked|used to (?:be|work))\b|\bi (?:have |had )?(?:also )?been an? \w|^(?:(?:oh|and|en|also|ook|nog|heb|had|vroeger|well|o ?ja) )*(?:used to (?:be an?|work) \w|worked (?:as|at|for|in) \w|als (?:een )?\w+ gewerkt)/.test(
    plain,
  );
}

/** What is called out before an answer, and is none: "haha", "huh", "good. ", "what? ". */
const calledOut =
  /^(?:(?:(?:ha)+h?|(?:he){2,}|hihi|lol|huh|he+|hey|oh?|ah|ach|nou|wat|what|well|so|good|goed|of course|natuurlijk|tuurlijk|zeg|joh|sorry|uh+m?|eh+m?|euh|pff+|wow)\b[\s,.!?:;…-]*){1,3}(?=\S)/i;
const saidYes = /^(?:(?:ja+h?)+|jawel|jazeker|jep+|yes+|yeah|yep|yup|(?:dat |het )?klop+t+)(?![\p{L}'’])[\s,.!?:;…-]*/iu;
/** These are a yes only where a pause follows, or somebody goes on with it: "precies werken" and "natuurlijk en gezond koken" are none. */
const saidYesApart =
  /^(?:zeker(?: weten)?|natuurlijk|tuurlijk|inderdaad|precies|absoluut|sure|of course|correct|exactly|indeed|absolutely|definitely|true|(?:that is |that['’]?s )(?:true|right))(?:\s*[,.!;:…]+\s*|\s+(?=(?:en|and|maar|but) (?:ik|i|we|wij|ook|also)\b))/i;
const saidYesShort = /^(?:ye+h?|yh|aye)(?:\s*[,.!;:…]+\s*|\s+(?=(?:en|and|maar|but|ik|i|we|plus)\b))/i;
const saidNo =
  /^(?:n+e+h?|nee+n?|neej|nope|nah|no+(?! (?:problem|doubt|one|matter|worries)\b)|(?:dat )?klopt niet|(?:natuurlijk|zeker|tuurlijk) niet|(?:of course|definitely|certainly) not)(?![\p{L}'’])[\s,.!?:;…-]*/iu;

/** Where a text begins with a yes or a no, called out or not: which, where it begins, and where what follows begins. */
function opened(text: string): { readonly word: "yes" | "no"; readonly from: number; readonly to: number } | null {
  const start = text.length - text.trimStart().length;
  const called = calledOut.exec(text.slice(start))?.[0] ?? "";
  // "nou ja" is a sigh, "oh no" a fright.
  const isSigh = /^(?:(?:nou|ach|tja) ja|oh? no)\b/.test(normalise(text));
  for (const from of isSigh ? [start] : [start, start + called.length]) {
    const behind = text.slice(from);
    const no = saidNo.exec(behind)?.[0];
    const said = no ?? [saidYes, saidYesApart, saidYesShort].map((yes) => yes.exec(behind)?.[0]).find((each) => each !== undefined);
    if (said !== undefined) return { word: no === undefined ? "yes" : "no", from, to: from + said.length };
  }
  return null;
}

/** "ja en nee", "nee ja toch wel": both at once is neither. */
export function isInTwoMinds(text: string): boolean {
  const first = opened(text);
  if (!first) return false;
  const rest = normalise(text.slice(first.to)).replace(/^(?:(?:en|of|maar|eigenlijk|toch|wel|and|or|but|well|actually) )*/, "");
  return first.word === "yes" ? /^(?:nee|neen|nope|no)\b/.test(rest) : /^(?:jaa?|jawel|yes|yeah|yep)\b/.test(rest);
}

/** What takes a yes back, in part or whole. */
const takesBack =
  /\b(?:niet|nie|geen|nooit|not|never|dont|no)\b|\b(?:maar|but)\b.*\b(?:liever|anders|alleen|vroeger|bedoel|rather|only|mean|instead)\b/;
/** What was not thought, known or noticed before: that takes back no yes. */
export const notThought =
  /\b(?:stilgestaan|nagedacht|gedacht|bedacht|beseft|gemerkt|geweten|verwacht|wist|dacht|zag|besefte|realiseerde|idee van|bij stil|thought|realised|realized|noticed|expected|expect|think|know|knew|guess|guessed|imagined|idea|aware)\b|^(?:waarom|why) (?:niet|not)$|\b(?:niks|niets|nothing) (?:mis|vreemds|wrong|strange)\b|\b(?:niet|isnt it|not) (?:waar|true|right)$|\b(?:kan|can) niet anders\b|\b(?:geen|no) (?:probleem|twijfel|problem|doubt)\b/;

/** What follows a yes, without asides that deny nothing of it. */
function behindYes(text: string): string {
  return clausesOf(text)
    .filter((clause) => !notThought.test(clause))
    .join(" ");
}

/** "nee, dat is meer voor mijn zus", "haha ja, elke dag": a yes or a no with words after it, whatever was called out before it. */
export function openingWord(text: string): "yes" | "no" | null {
  const first = opened(text);
  const rest = first ? normalise(text.slice(first.to)) : "";
  if (!first || rest === "" || isInTwoMinds(text)) return null;
  if (first.word === "no") return "no";
  // "klopt dat?" asks.
  if (/^(?:dat )?klopt (?:het|dat|dit)\b/i.test(text.slice(first.from))) return null;
  return takesBack.test(behindYes(text.slice(first.to))) ? null : "yes";
}

/** A story without the yes or no it begins with; what follows stands where it stood, so that its quotes are found in the message. */
export function withoutOpening(text: string): string {
  const first = opened(text);
  const bare = first && first.to < text.length ? " ".repeat(first.to) + text.slice(first.to) : text;
  return bare.replace(/^\s*(?:(?:n+e+h?|nee+n?|nope|nah|no+|ja+|jawel|jazeker|yes|yeah|yep)\b[\s,.!:;-]*)+(?=\S)/i, (said) =>
    " ".repeat(said.length),
  );
}

/** What somebody means instead, in "geen van die. gewoon koken" or "nee, koken": the words after the refusal. */
export function afterRefusal(text: string): string {
  const first = opened(text);
  const said = first?.word === "no" ? text.slice(first.from) : text;
  return said
    .trim()
    .replace(/^(?:(?:nee+|neen|neej|nope|nah|no|geen van (?:deze|die|alle\w*)|none of (?:these|those|them))\b[\s,.!:;-]*)+(?=\S)/i, "");
}

/** The 1-based number of a choice, when the message is nothing but that: "1", "2.", "optie 3", "de tweede". */
export function choiceNumber(text: string): number | null {
  const plain = normalise(text);
  const digits = /^(?:optie|nummer|nr|antwoord|option|number|answer)? ?(\d)$/.exec(plain);
  if (digits?.[1]) return Number(digits[1]);
  const ordinals = [
    ["eerste", "de eerste", "first", "the first", "the first one", "een", "one"],
    ["tweede", "de tweede", "second", "the second", "the second one", "twee", "two"],
    ["derde", "de derde", "third", "the third", "the third one", "drie", "three"],
  ];
  const at = ordinals.findIndex((names) => names.includes(plain));
  return at < 0 ? null : at + 1;
}

/** The age somebody gives of themselves, in years, when the message says so; null otherwise. */
export function statedAge(text: string): number | null {
  const plain = normalise(text);
  const match =
    /(?:^| )(?:ik ben|ben|i am|im) (?:pas |nog maar |maar |only |just )?(\d{1,2})(?: jaar| years? old| year old| jr)?(?: oud)?(?= |$)/.exec(plain);
  if (!match?.[1]) return null;
  const age = Number(match[1]);
  // "ik ben 3 jaar kassamedewerker geweest" tells how long, not how old.
  const after = plain.slice(match.index + match[0].length).trim();
  const before = plain.slice(0, match.index).trim();
  const tellsHowLong = /^(?:en|and) (?:een |a )?(?:half|halve|\d)|\b(?:geweest|werkzaam|in dienst)\b/.test(after);
  if (age < 8 || tellsHowLong) return null;
  return after === "" || (before === "" && /^(?:en|and|oud|old|dus|so)\b/.test(after)) ? age : null;
}

/** "nee, dat was 2019", "niet 2018 maar 2019", "sorry, in 2020": the year meant, and the one it replaces if named. */
export function correctedYear(text: string): { readonly from: string | null; readonly to: string } | null {
  const plain = normalise(text);
  if (plain.split(" ").length > 9) return null;
  const swap = /\bniet (?:in )?((?:19|20)\d\d) maar (?:in )?((?:19|20)\d\d)\b|\bnot (?:in )?((?:19|20)\d\d) but (?:in )?((?:19|20)\d\d)\b/.exec(
    plain,
  );
  if (swap) return { from: swap[1] ?? swap[3] ?? null, to: swap[2] ?? swap[4] ?? "" };
  if (yearTakenBack(text) !== null) return null;
  const single = /^(?:nee|neen|sorry|oh nee|no|oh no|actually|o nee|correctie|wacht)\b.*\b((?:19|20)\d\d)$/.exec(plain);
  return single?.[1] ? { from: null, to: single[1] } : null;
}

/** "de mavo was niet 2006", "that was not in 2006": the year that it was not, where no other is said; null for all else. */
export function yearTakenBack(text: string): string | null {
  const plain = normalise(text);
  const [year, ...others] = plain.match(/\b(?:19|20)\d\d\b/g) ?? [];
  if (year === undefined || others.length > 0 || plain.split(" ").length > 9) return null;
  return new RegExp(String.raw`\b(?:was|is|haalde ik|got it) (?:dat |it |toch |helemaal )*(?:niet|not) (?:in |from |uit |van )?${year}\b`).test(plain)
    ? year
    : null;
}

/** "niet X maar Y" in a correction of a title or a name. Keeps the case in which Y was typed. */
export function correctedWords(text: string): { readonly from: string; readonly to: string } | null {
  const match = /^(?:(?:nee|no|sorry)[, ]+)?(?:niet|not)\s+(.{2,60}?)[, ]+(?:maar|but)\s+(.{2,60}?)[.!]?$/i.exec(text.trim());
  return match?.[1] && match[2] ? { from: match[1], to: match[2] } : null;
}
