import { meaningOf, normalise } from "./answers.ts";
import { type Chosen, chosenIn } from "./chosen.ts";

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
const isnt = /^(?:that|this|it)(?: is|s| was)? (?:a|an) /;

const clausesOf = (text: string) =>
  text
    .split(/[.,!?;:\n…]+|\s(?:-|–)\s|\s(?:dus|so|en|and)\s/)
    .map((clause) => normalise(clause).replace(/^(?:(?:nee|neen|no|nope|ok|oke|sorry|maar|but|oh|nou|ja) )+/, ""))
    .filter((clause) => clause !== "");

const isDenied = (clause: string) => !isnt.test(clause) && denied.some((pattern) => pattern.test(clause));

/** Something on the table is no such thing, or goes, and nothing else is said: "dat is geen werk, weg". */
export function saysItGoes(text: string): boolean {
  const clauses = clausesOf(text);
  if (clauses.length === 0 || clauses.length > 4) return false;
  const isOfIt = (clause: string) => away.test(clause) || isDenied(clause) || ["no", "thanks", "remove"].includes(meaningOf(clause) ?? "");
  return clauses.every(isOfIt) && (clauses.some((clause) => away.test(clause) || isDenied(clause)) || meaningOf(text) === "remove");
}

/** The same, where it is said of it that it is none: "weg" alone may be about something else. */
export function saysItIsNone(text: string): boolean {
  return saysItGoes(text) && clausesOf(text).some(isDenied);
}

const namedFirst =
  /^(?:haal|gooi|doe|laat) (.+?) (?:(?:maar|dan|graag) )*(?:weg|eruit|eraf)$|^(?:verwijder|schrap|wis|remove|delete|drop|take (?:out|away)) (.+)$/;
const namedBefore =
  /^(.+?) (?:(?:mag|moet|kan|can|should|must|has to) )?(?:weg|eruit|eraf|go|be removed|hoort (?:er|hier) niet(?: bij| in| thuis)?|klopt niet|is (?:niet goed|fout|onzin|geen werk|wrong|not right|not mine|not a job|niet van mij)|doesnt belong(?: here)?|isnt (?:right|mine|a job))$/;

/** Which of a list is to go, in "haal de tweede weg" and "die van de bakker hoort er niet bij"; null where none is named. */
export function takenAway(text: string, names: readonly (readonly string[])[]): Chosen {
  for (const clause of [normalise(text), ...clausesOf(text)]) {
    const match = namedFirst.exec(clause.replace(/^(?:nee|no) /, "")) ?? namedBefore.exec(clause.replace(/^(?:nee|no) /, ""));
    const chosen = match ? chosenIn(match[1] ?? match[2] ?? "", names) : null;
    if (chosen !== null) return chosen;
  }
  return null;
}
