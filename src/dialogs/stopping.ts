import { anyOf } from "./clauses.ts";
import { goesToBed } from "./tired.ts";

/** Somebody goes: a clause that says nothing else. */
const leaves = [
  /^(?:ik|i) (?:moet|must|have to|need to|gotta|got to) (?:(?:zo|nu|even|ff|echt|er|dadelijk|straks|really|now) )*(?:weg|gaan|vandoor|ervandoor|stoppen|ophouden|go|leave|stop)(?: (?:nu|zo|even|vandoor|now|soon))*$/,
  /^(?:(?:i |ive |we )?(?:got to|gotta|need to|have to|must) (?:really |now )?(?:go|leave|run|dash|be off)|moet (?:(?:nu|zo|even|ff|echt) )+(?:weg|gaan|vandoor|ervandoor|stoppen)|(?:ik )?moet (?:gaan|ervandoor|er vandoor))(?: (?:nu|zo|now|soon|hoor|mate|love|sorry))*$/,
  /^(?:ik wil|ik ga|i want to|i will|im going to) (?:(?:nu|even|echt|now) )*(?:stoppen|ophouden|stop)(?: (?:nu|ermee|hiermee|now|for today|here|voor vandaag))*$/,
  /^(?:(?:doei|bye|goodbye|good night|goodnight|welterusten|slaap lekker|trusten|tot later|tot morgen|tot ziens|see you(?: later| tomorrow)?)(?: (?:en|and|hoor|doei|bye|tot morgen|tot later|good night|see you))*)$/,
  /^(?:stop maar|hou op|genoeg voor (?:vandaag|nu)|enough for (?:today|now)|geen vragen meer|no more questions|(?:morgen|later|andere keer) verder|kunnen we stoppen|can we stop)(?: (?:nu|now|please|aub|even|hoor|dan|voor (?:vandaag|nu)|for (?:today|now)))*$/,
];
const atOnce = /^(?:stop|stoppen|stopp|ik stop|quit|i stop)(?: (?:nu|now|even|ff|please|aub|maar|hier|ermee|it|hoor))*$/;
/** It was enough: "ik vind het genoeg voor vandaag", "that will do for now", "laten we het hierbij laten". */
const enough = [
  /^(?:(?:ik|i|dit|dat|het|zo|t|this|that|thats|its|it|is|was|vind|denk|heb|think|have|ive|had|wel|echt|nu|now|er|really|quite|ruim) )*(?:genoeg|enough)(?: (?:gedaan|gehad|verteld|geweest|gepraat|zo|done|said|of it))* (?:voor|for) (?:vandaag|nu|vanavond|deze keer|today|now|tonight|one day|me today)(?: .{0,12})?$/,
  /^(?:laten we|laat ons|laat het|zullen we|lets|let us|shall we|could we|can we|kunnen we) (?:(?:het|er|nu|maar|it|here|now|we|please|dan) )*(?:hierbij laten|erbij laten|stoppen|ophouden|mee stoppen|mee ophouden|stop|leave it|leave it there|leave it here|call it a day|end)(?: (?:nu|hier|hiermee|ermee|here|there|now|for today|at this|voor vandaag|mee|it|at that|please))*$/,
  /^(?:ik ben|ben|i am|im) (?:(?:er|nu|wel|even|echt|now|just|all|about) )*(?:klaar|done|finished)(?: (?:mee|ermee|here|hier))* (?:voor|for) (?:vandaag|nu|vanavond|today|now|tonight)$/,
  /^(?:ik ben|i am|im|ill be) (?:(?:nu|now|just) )*(?:aan het stoppen|stopping)(?: (?:here|there|now|hier|nu|at this|it))*$/,
  /^(?:that|this|thatll|it)(?: will)? do (?:me )?(?:for (?:today|now|tonight))$/,
  /^(?:kan|mag|can|could|may) (?:ik|i) (?:(?:dan|er|nou|alsjeblieft|please|just) )*(?:(?:nu|now|even|hier|hiermee) (?:(?:even|mee|please) )*(?:stoppen|ophouden|stop)|stop (?:now|here|it here))(?: (?:nu|please|now|mee|aub|met dit))*$/,
];
/** No more of it is wanted; said among other things it may be about another day. */
const noMore = anyOf(
  "(?:ik )?vind (?:het|dit) (?:genoeg|mooi geweest|welletjes|voldoende)(?: zo)?(?: voor(?: nu| deze keer)?)?",
  "(?:het|dit|dat|t) (?:is|was) (?:genoeg|mooi geweest|welletjes)(?: zo)?(?: (?:voor|geweest|zo))*",
  "(?:ik )?(?:heb|wil|kan)(?: (?:er|hier|het|ik))* (?:geen (?:zin|puf|tijd) meer(?: (?:in|voor))?|niet meer|genoeg van)",
  "geen (?:zin|puf) meer(?: in)?|mooi geweest|welletjes",
  "(?:thats|that is|its|it is|this is) enough(?: (?:for|of this|of that|then))*",
  "(?:i have|ive|i) had enough(?: (?:for|of this|of it))*",
  "(?:i )?(?:dont|do not|cant|cannot) (?:want to|wanna|feel like|be bothered|go|do)(?: (?:going|to|go|do|this|it|on|with|continue|continuing|any))* (?:any ?more|any longer|on)",
  "(?:lets|let us|can we|could we|shall we|id like to|i would like to|im gonna|ill|i will) (?:stop|leave it (?:here|there|at that)|call it a day|end it here|finish here|go on (?:later|tomorrow))(?: (?:here|there|then|for))*",
  "(?:laten we|zullen we|kunnen we|ik wil graag|ik wil|ik zou graag) (?:het )?(?:stoppen|ophouden|afsluiten|hierbij laten|later verder(?: gaan)?)(?: (?:hier|ermee|mee|hiermee|voor))*",
);

const isAny = (clause: string, patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(clause));

/** Each of these is asked of one clause, after `normalise`. */
export const isGone = (clause: string): boolean => goesToBed(clause) || isAny(clause, [...leaves, ...enough]);

/** Said behind a story, only what nobody tells of another time. */
export const isGoneBehindStory = (clause: string): boolean => isAny(clause, [...leaves.slice(0, 3), ...leaves.slice(4), ...enough]);

export const stopsAtOnce = (clause: string): boolean => atOnce.test(clause);

/** "ik heb er geen zin meer in", "that's enough for now": to the bot, where nothing else is said. */
export const wantsNoMore = (clause: string): boolean => isGone(clause) || noMore.test(clause);
