import { anyOf } from "./clauses.ts";

const howTired =
  "zo|heel|erg|best|wel|een|n|beetje|echt|al|nu|ook|gewoon|eigenlijk|behoorlijk|flink|nogal|little|bit|so|very|really|a|too|just|kinda|sorta|kind|sort|of|rather|quite|pretty|getting|feeling|also|well|er|helemaal|totally|completely";
const spent = "moe|doodmoe|bekaf|kapot|gesloopt|uitgeput|doodop|op|tired|exhausted|knackered|shattered|worn out|beat|done in";
const iAm = "(?:ik )?(?:ben|word|raak|voel me|voel mij)|i am|im|i feel|feeling|i get";
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

/** "pff, ik ben zo moe": a clause, after `normalise`, that says nothing besides. "Ik ben snel moe" and "niet moe" are not that. */
export const isTired = (clause: string): boolean => bare.test(clause);

/** The same, and perhaps of what: "ben moe van het werk". */
export const isTiredOf = (clause: string): boolean => isTired(clause) || (tiredOf.test(clause) && !deeper.test(clause));

/** Why somebody is tired: of no use by itself, and nothing to write down. */
const why = anyOf(
  "(?:ik )?(?:heb|had|was|it was|its been|it has been|i had)? ?(?:weer|again|net|just)? ?(?:een|n|a)? ?(?:korte|slechte|lange|zware|drukke|rotte|short|bad|long|rough|hard|busy|late) (?:nacht|dag|week|dienst|night|day|week|shift)(?: (?:gehad|again|weer|gemaakt|achter de rug))?",
  "(?:ik )?(?:heb )?(?:slecht|niet|nauwelijks|weinig|te weinig) geslapen",
  "(?:i )?(?:slept (?:badly|poorly|too little)|(?:did not|didnt) sleep(?: well| much)?|hardly slept)",
  "(?:it )?(?:has|s) been (?:quite )?a (?:long |hard |busy )?(?:day|week|year)(?: .{2,20})?|has been (?:quite )?a year(?: .{2,20})?",
  "(?:net|pas|just) (?:gewerkt|thuis|klaar|klaar met werk|uit werk|van werk|finished work|got home|came home)",
);

export const saysWhyTired = (clause: string): boolean => why.test(clause);

/** What goes deeper than being tired, or is told about it, anywhere in a message. */
const told = /\b(?:waard|niet meer|zin meer|live|die|anymore|any more|maar|but|altijd|always|als|when|vaak|often|never|nooit)\b/;
export const isDeeperOrTold = (plain: string): boolean => deeper.test(plain) || told.test(plain);
