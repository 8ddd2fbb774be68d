import { anyOf } from "./clauses.ts";

const howTired =
  "zo|heel|erg|best|wel|een|n|beetje|echt|al|nu|ook|gewoon|eigenlijk|behoorlijk|flink|nogal|little|bit|so|very|really|a|too|just|kinda|sorta|kind|sort|of|rather|quite|pretty|getting|feeling|also|well|er|helemaal|totally|completely";
const spent = "moe|doodmoe|bekaf|kapot|gesloopt|uitgeput|doodop|op|tired|exhausted|knackered|shattered|worn out|beat|done in";
const iAm = "(?:ik )?(?:ben|word|raak|voel me|voel mij)|i am|im|am|i feel|feeling|i get";
const behind = "nu|now|hoor|vandaag|today|joh|man|tbh|love|dear|geworden|eerlijk gezegd|to be honest|honestly";
const tired = `(?:(?:pff|oef|sorry|nou|oh|ja|nee|no|yes) )*(?:${iAm}) (?:(?:${howTired}) )*(?:${spent})(?: (?:${behind}))*`;
const isMadeTired = [
  `(?:(?:pff|oef|oh|nou) )*(?:je|jij|u|dit|dat|you|this|it) (?:maakt|maak|makes?|make|is making|are making) (?:mij|me|mn|ik) (?:(?:${howTired}|hier) )*(?:${spent})`,
  "(?:je|jij|dit|u) (?:maakt?|word) (?:ik )?(?:hier )?moe(?: van)?",
];
/** "so tired now", "beetje moe": without who. */
const howAlone = `(?:(?:pff+|oef|sorry|nou|oh) )*(?:zo|heel|erg|best|(?:een )?beetje|behoorlijk|te|so|very|really|too|quite|pretty|dead|(?:a )?bit|getting) (?:(?:wel|heel|erg|very|nu) )*(?:moe|tired|knackered)(?: (?:${behind}))*`;
/** "knackered" by itself. */
const spentAlone =
  "(?:(?:pff+|oef|nou|oh|man) )*(?:bekaf|doodmoe|gesloopt|uitgeput|knackered|shattered|exhausted)(?: (?:nu|now|hoor|joh|man|mate|tbh|love))*";
const bare = anyOf(tired, howAlone, spentAlone, ...isMadeTired);
/** A few words say of what; more of them tell a story. */
const tiredOf = anyOf(`${tired} (?:van|door|from|after|of)(?:(?: [^ ]+){1,4}|(?=.{3,26}$)(?: [^ ]+)+)`);

/** What goes deeper than being tired: "moe van het leven". */
const deeper = /\b(?:leven|levend|dood(?!moe|op)\w*|life|living|alive|to live|to die|dying|dead)\b/;

const soon = "(?:nu|zo|dadelijk|straks|even|ff|effe|lekker|maar|dan|echt|weer|bijna|gauw|snel|vroeg|direct|meteen)";
const soonBehind =
  "(?: (?:nu|zo|hoor|joh|man|dadelijk|straks|denk ik|even|ff|lekker|dan|now|soon|mate|love|dear|then|shortly|tbh|i think|today|tonight|in a bit|in a minute))*";
/** Somebody goes to bed: "ik ga zo slapen", "off to bed". */
const bedSources = [
  `(?:ik )?(?:ga|moet|wil)(?: ${soon})* (?:slapen|pitten|maffen|rusten|liggen|naar bed|naar (?:mn|mijn|me) (?:bed|nest)|(?:mn|mijn|me) (?:bed|nest) in)${soonBehind}`,
  `(?:ik )?(?:duik|kruip|rol|stap)(?: ${soon})* (?:(?:mn|mijn|me|het|t) (?:bed|nest) in|in (?:(?:mn|mijn|me) )?(?:bed|nest))${soonBehind}`,
  `(?:im |i am |i |ill |i will |am |ive |i have )?(?:(?:just|really|about to|soon|now) )*(?:(?:off|heading|going|gonna|go|gotta|got to|need|have to|want to|wanna|should|must) )+(?:(?:now|straight|soon|off|to|get|go|have|some|a|my|the|hit) )*(?:bed|sleep|nap|kip|lie down|hay|sack|rest)${soonBehind}`,
  `time for (?:bed|sleep)${soonBehind}`,
];
const bed = anyOf(...bedSources);

/** "im off to bed", "ga zo pitten": a clause, after `normalise`, that says nothing besides. */
export const goesToBed = (clause: string): boolean => bed.test(clause);

/** "pff, ik ben zo moe": a clause, after `normalise`, that says nothing besides. "Ik ben snel moe" and "niet moe" are not that. */
export const isTired = (clause: string): boolean => bare.test(clause) || isTiredInOneBreath(clause);

/** The same, and perhaps of what: "ben moe van het werk". */
export const isTiredOf = (clause: string): boolean => isTired(clause) || (tiredOf.test(clause) && !deeper.test(clause));

/** Why somebody is tired: of no use by itself, and nothing to write down. */
const whySources = [
  "(?:ik )?(?:heb|had|was|it was|its been|it has been|i had)? ?(?:weer|again|net|just)? ?(?:een|n|a)? ?(?:korte|slechte|lange|zware|drukke|rotte|short|bad|long|rough|hard|busy|late) (?:nacht|dag|week|dienst|night|day|week|shift)(?: (?:gehad|again|weer|gemaakt|achter de rug))?",
  "(?:ik )?(?:heb )?(?:slecht|niet|nauwelijks|weinig|te weinig) geslapen",
  "(?:i )?(?:slept (?:badly|poorly|too little)|(?:did not|didnt) sleep(?: well| much)?|hardly slept)",
  "(?:it )?(?:has|s) been (?:quite )?a (?:long |hard |busy )?(?:day|week|year)(?: .{2,20})?|has been (?:quite )?a year(?: .{2,20})?",
  "(?:net|pas|just) (?:gewerkt|thuis|klaar|klaar met werk|uit werk|van werk|finished work|got home|came home)",
];
const why = anyOf(...whySources);

export const saysWhyTired = (clause: string): boolean => why.test(clause);

/** Said of the day with no mark between: by itself it may be the beginning of a story. */
const ofTheDay = [
  "(?:ik )?(?:heb |had )?(?:de )?(?:hele|heel de) (?:dag|nacht|avond|ochtend) (?:gewerkt|gestaan|gelopen|bezig geweest)",
  "(?:ik )?(?:kom|ben) (?:net|pas) (?:thuis|uit (?:mn |mijn )?werk|van (?:mn |mijn )?werk|klaar)(?: (?:met|van) (?:werk|werken))?",
  "(?:i )?(?:have |ive )?(?:just )?(?:been )?work(?:ed|ing) all (?:day|night)|(?:i )?just (?:got|came) (?:back|in|off)(?: (?:from )?(?:work|shift))?",
];
const ofTiredness = anyOf(tired, howAlone, spentAlone);
const besideTiredness = anyOf(...bedSources, ...whySources, ...ofTheDay, "pff+|oef|sorry|nou|oh|oke?|man|joh|en|and|so|dus|want|cos|because");
const namesTired = new RegExp(`(?:^| )(?:${spent})(?: |$)`);
/** In words: more tell something besides, and no one part of it is longer. */
const mostInOneBreath = 20;
const longestPart = 10;

/** "pff ben moe net gewerkt ik ga zo slapen": parts that each say so, why, or where to, with no mark between. */
function isTiredInOneBreath(clause: string): boolean {
  const words = clause.split(" ");
  if (words.length > mostInOneBreath || !namesTired.test(clause)) return false;
  // Up to which word it can be parted so; true where being tired was said by then.
  const reached = new Map<number, boolean>([[0, false]]);
  for (let from = 0; from < words.length; from++) {
    const saidBefore = reached.get(from);
    if (saidBefore === undefined) continue;
    for (let to = from + 1; to <= Math.min(words.length, from + longestPart); to++) {
      const part = words.slice(from, to).join(" ");
      const says = ofTiredness.test(part);
      if (says || besideTiredness.test(part)) reached.set(to, says || saidBefore || reached.get(to) === true);
    }
  }
  return reached.get(words.length) === true;
}

/** What goes deeper than being tired, or is told about it, anywhere in a message. */
const told = /\b(?:waard|niet meer|zin meer|live|die|anymore|any more|maar|but|altijd|always|als|when|vaak|often|never|nooit)\b/;
export const isDeeperOrTold = (plain: string): boolean => deeper.test(plain) || told.test(plain);
