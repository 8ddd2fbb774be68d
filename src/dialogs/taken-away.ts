import { meaningOf, normalise } from "./answers.ts";
import { type Chosen, chosenIn } from "./chosen.ts";
import { clausesOf } from "./clauses.ts";

/** "weg", "haal maar weg", "please remove it": a clause that says nothing else. */
const away =
  /^(?:(?:dat|dit|die|deze|het|kan|mag|moet|dan|dus|maar|gewoon|ook|graag|helemaal|er|please|this|that|it|just|so|can|could|you|should|must|has to|be|pls) )*(?:weg(?:halen|gooien|laten|doen)?|eruit|eraf|verwijder(?:en)?|schrap(?:pen)?|wis(?:sen)?|(?:haal|gooi|doe|laat)(?: (?:dat|dit|die|deze|het|er|maar|even|dan|hem))* (?:weg|eruit|eraf)|remove|delete|go|removed|deleted|(?:take|leave) (?:it|this|that) (?:out|away|off)|get rid of (?:it|this|that))(?: (?:it|this|that|dit|dat|die|ermee|maar|graag|please|pls|aub|hoor|then|dan))*$/;

const kinds =
  "werk|baan|job|bijbaan|ervaring|hobby|vrijwilligerswerk|taak|zaak|bedrijf|cursus|opleiding|school|studie|diploma|work|experience|business|course|school|training|volunteering|thing i did";
/** "dat is geen werk", "this doesn't belong here", "dat heb ik nooit gedaan". */
const denied = [
  new RegExp(
    `^(?:dat|dit|het|die|deze|that|this|it)(?: is|s| was| isnt| wasnt)? (?:(?:echt|helemaal|toch|gewoon|eigenlijk|ook|really|even) )*(?:geen|niet (?:mijn|een)|not (?:a|an|my|any)|a|an|no) (?:(?:echte?|eigen|betaalde?|real|proper|paid) )?(?:${kinds})(?: (?:van mij|of mine|geweest|hoor))?$`,
  ),
  /^(?:(?:dat|dit|het|die|deze) )?hoort (?:(?:er|hier|daar|echt|helemaal) )*niet(?: (?:bij|in|thuis|hier|bij mij))*$/,
  /^(?:(?:that|this|it) )?(?:does not|doesnt|did not) belong(?: (?:here|there|to me|in here|on this list))?$/,
  /^(?:that|this|it) (?:should not|shouldnt) be (?:here|there|in (?:here|it|there))$/,
  /^(?:dat|dit) (?:heb|deed) ik (?:(?:helemaal|echt) )?(?:nooit|niet)(?: gedaan)?$/,
  /^i never (?:did|had|worked)(?: (?:that|this|there|it))?$/,
] as const;
/** "geen eigen werk", "not a company", "dat is een cursus": what it is not, or is instead. */
const otherKind = new RegExp(
  `^(?:geen|niet (?:mijn|een)|not (?:a|an|my|any)|no) (?:(?:echte?|eigen|betaalde?|real|proper|paid|own) )*(?:${kinds}|company|firm)$|^(?:dat|dit|het|die|that|this|it)(?: is|s| was) (?:(?:gewoon|alleen|maar|eigenlijk|just|only) )*(?:een|n|a|an) (?:\\S+ )?(?:cursus|papier(?:tje)?|diploma|certificaat|opleiding|training|rijbewijs|paper|course|certificate|diploma|licence|hobby|grap(?:je)?|joke)(?: (?:en|and) (?:geen|no|not a) (?:${kinds}|company|firm))?(?: (?:not a|geen|no) (?:(?:eigen|own) )?(?:${kinds}|company|firm))?$`,
);
/** Why something goes, with the word that it goes: "remove, I joked". */
const whyGone =
  /^(?:(?:ik|i|dat|that|it|het)(?: (?:was|is|zei|maakte|said|made))? )?(?:(?:ik|i|maar|just|only|gewoon|een|a|was|it|dat|zo|that|like) )*(?:grap(?:je)?|joke[d]?|joking|kidding|zomaar|maar zo|fout(?:je)?|mistake|onzin|nonsense|dubbel|double|hetzelfde|the same)$/;
const isnt = /^(?:that|this|it)(?: is|s| was)? (?:a|an) /;

const leadingUp = /^(?:(?:nee|neen|no|nope|ok|oke|sorry|maar|but|oh|nou|ja) )+/;
/** "en" and "so" part what is said of it too. */
const clausesIn = (text: string) => text.split(/\s(?:dus|so|en|and)\s/).flatMap((part) => clausesOf(part, leadingUp));

const isDenied = (clause: string) => !isnt.test(clause) && denied.some((pattern) => pattern.test(clause));

/**
 * Something on the table is no such thing, or goes, and nothing else is said: "dat is geen werk, weg".
 * @param isOnCard it is on the screen, written down: then it may also be said what it is instead, or why it goes
 */
export function saysItGoes(text: string, isOnCard = false): boolean {
  const clauses = clausesIn(text);
  if (clauses.length === 0 || clauses.length > 4) return false;
  const isOther = (clause: string) => isOnCard && otherKind.test(clause);
  const isOfIt = (clause: string) =>
    away.test(clause) ||
    isDenied(clause) ||
    isOther(clause) ||
    (isOnCard && whyGone.test(clause)) ||
    ["no", "thanks", "remove"].includes(meaningOf(clause) ?? "");
  const goes = (clause: string) => away.test(clause) || isDenied(clause) || (isOther(clause) && /\b(?:geen|niet|not|no)\b/.test(clause));
  return clauses.every(isOfIt) && (clauses.some(goes) || meaningOf(text) === "remove");
}

/** The same, where it is said of it that it is none: "weg" alone may be about something else. */
export function saysItIsNone(text: string): boolean {
  return saysItGoes(text) && clausesIn(text).some(isDenied);
}

const namedFirst =
  /^(?:haal|gooi|doe|laat) (.+?) (?:(?:maar|dan|graag) )*(?:weg|eruit|eraf)$|^(?:verwijder|schrap|wis|remove|delete|drop|take (?:out|away)) (.+)$/;
const reasons = "(?: (?:hoor|dus|want|omdat|maar|dat|die|it|that|because|cause|as|since)(?: .*)?)?";
const said = "(?:(?:ook|mag|moet|kan|dus|maar|gewoon|graag|can|should|must|too|also|has to|zijn|is) )*";
const namedBefore = new RegExp(
  `^(?:en |and |dan |ook )*(.+?) ${said}(?:weg|eruit|eraf|go|be removed|(?:hoort|horen) (?:er|hier) niet(?: bij| in| thuis)?|klopt niet|kloppen niet|(?:is|zijn|are) (?:(?:toch|ook|echt|gewoon|really|just) )*(?:niet goed|fout|onzin|geen (?:echt |eigen )?(?:werk|baan|banen|hobby|ervaring)|wrong|not right|not mine|(?:not|no) (?:a |my )?(?:jobs?|work)|niet van mij|(?:het)?zelfde als .+|the same as .+)|doesnt belong(?: here)?|dont belong(?: here)?|(?:isnt|arent) (?:right|mine|a job|jobs|work))${reasons}$`,
);

/** Numbers, a name, or a word of it: whatever tells one of the list apart. "geen baas en mijn fiets" are two. */
function chosenByWords(words: string, names: readonly (readonly string[])[]): Chosen {
  const bare = words.replace(/^(?:(?:die|dat|deze|de|het|that|the|those|numbers?|nummers?|nr) )+/, "");
  const whole = chosenIn(words, names) ?? chosenIn(`over ${bare}`, names);
  if (whole !== null) return whole;
  const parts = bare.split(/ (?:en|and) /).map((part) => chosenIn(part, names) ?? chosenIn(`over ${part}`, names));
  if (parts.length < 2 || parts.some((part) => part === null || part === "none")) return null;
  return [...new Set(parts.flatMap((part) => (part === null || part === "none" ? [] : [...part])))].toSorted((a, b) => a - b);
}

/** In UTF-16 units; more of them tell a story. */
const mostLetters = 500;

const sentencesOf = (text: string) => text.split(/[.!?;\n…]+(?=\s|$)/).filter((sentence) => sentence.trim() !== "");

/** Which of a list is to go, in "haal de tweede weg" and "die van de bakker hoort er niet bij"; null where none is named. */
export function takenAway(text: string, names: readonly (readonly string[])[]): Chosen {
  // "remove 1, 2, 3. it is only the bakery": a list has commas in it.
  for (const clause of [normalise(text), ...sentencesOf(text).map(normalise), ...clausesIn(text)]) {
    const plain = clause.replace(/^(?:(?:nee|no|ja|yes|ok|oke|maar|but|en|and) )+/, "");
    if (plain.length > mostLetters) continue;
    const match = namedFirst.exec(plain) ?? namedBefore.exec(plain);
    const chosen = match ? chosenByWords(match[1] ?? match[2] ?? "", names) : null;
    if (chosen !== null) return chosen;
  }
  return null;
}

/** "zo is het goed", "laat maar", "ja boeie": nothing is to be changed. */
const leftAsItIs =
  /^(?:(?:nee|ja|jawel|ok|oke|okay|ach|nou|goed|no|yes|yeah|well|fine|prima) )*(?:laat (?:(?:het|dat|ze|alles|dan) )*(?:maar|zo|staan|zitten|gewoon)(?: (?:maar|zo|staan|zitten))*|leave (?:it|them|that|everything)(?: (?:as it is|like that|like this|so|be|alone))?|never ?mind|boeie(?:n|nd)?|whatever|(?:het )?maakt (?:me |mij )?niet(?:s)? uit|(?:dat |het |alles |zo )*(?:is )?(?:het )?(?:wel )?(?:goed|prima|ok|oke|klaar|best)(?: (?:zo|hoor|genoeg))*|(?:its|thats|it is|that is|all) (?:is )?(?:fine|ok|good|right)(?: (?:like (?:this|that)|enough|now))?|i dont (?:care|mind)|fine|good enough)$/;

export const saysLeaveIt = (text: string): boolean => leftAsItIs.test(normalise(text));

const sameThing =
  /\b(?:(?:is|zijn|are|its|thats)(?: (?:dat|toch|ook|gewoon|allemaal|alles|all|just|really))* )(?:allemaal |alles |eigenlijk |all )*(?:hetzelfde|het zelfde|dezelfde|een en hetzelfde|the same|one and the same|one thing)\b/;

/** "dat is toch allemaal hetzelfde, zorgen voor mijn oma": one thing, and its name where it is given ("" where not); null for all else. */
export function saysAllTheSame(text: string): string | null {
  const [first = "", ...rest] = text.split(/[,.:;–]+\s+/);
  const plain = normalise(first);
  if (
    !sameThing.test(plain) ||
    plain.split(" ").length > 9 ||
    !/^(?:nee |no |maar |but )*(?:dat|dit|die|het|alles|ze|they|that|this|it|these|those|all|its|thats)\b/.test(plain)
  )
    return null;
  return rest.join(", ").trim();
}
