import { meaningOf, normalise, openingWord, type Question, questionToBot } from "./answers.ts";
import { withoutSaidAlready } from "./said-already.ts";
import { isGone } from "./said-within.ts";

/** What somebody says to the bot, and tells it nothing by. */
export type ToBot =
  | "stop"
  | "tired"
  | "passport"
  | "come_back"
  | "unclear"
  | "already_said"
  /** "dat hoef je niet op te schrijven", "erase this". */
  | "unwritten"
  | `faq.${Question | "must" | "needed" | "unknown"}`;

export const isQuestion = (kind: ToBot): boolean => kind.startsWith("faq.");

export interface SaidToBot {
  /** What is said to the bot, in order, each once. */
  readonly kinds: readonly ToBot[];
  /** True where the message says nothing besides. */
  readonly isAll: boolean;
  /** The message with spaces where something is said to the bot: what is left stands where it stood. */
  readonly told: string;
}

/** So many words are a story, whatever is said to the bot in between. */
const mostWords = 60;

/** What is called out before a clause, or says how much; none of it changes what is meant. */
const calledOut =
  /^(?:(?:nou|pff+|oef|oh?|ah|ach|ok|oke|okay|sorry|maar|en|dus|want|ja|nee|no|yes|well|so|and|but|wait|wacht|eh+m?|uh+m?|hm+|haha|lol|hey|he|hallo|hello|zeg|joh|hoor|before we go on|voor we verder gaan|right) )+/;
const softeners =
  /\b(?:eigenlijk|gewoon|echt|best|wel|zo|heel|erg|(?:een )?beetje|nu|al|toch|even|ff|effe|hoor|joh|man|gast|schat|lieverd|dear|love|mate|getting|rather|quite|pretty|kinda|(?:a |a little )?bit|tbh|honestly|really|just|very|so|too|now|already|ook|nou|inmiddels|behoorlijk|aardig|vandaag|today|tonight|please|aub|thanks|thank you|dank je|bedankt)\b/g;

const anyOf = (...patterns: readonly string[]) => new RegExp(`^(?:${patterns.join("|")})$`);

const spent = "(?:moe|doodmoe|bekaf|kapot|uitgeput|gesloopt|doodop|op|tired|exhausted|knackered|shattered|worn out|beat|done in)";
const tired = anyOf(
  `(?:ik )?(?:ben|word|raak|voel me|voel mij) ${spent}(?: (?:van|door) .{2,25}| geworden)?`,
  `(?:i am|im|i feel|feeling|i get) ${spent}(?: (?:from|of|after) .{2,25})?`,
  "(?:je|jij|dit|u) (?:maakt?|word) (?:ik |mij |me )?(?:hier )?moe(?: van)?",
  "(?:you|this) (?:make|makes|is making) me tired",
);
/** Why somebody is tired: of no use by itself, and nothing to write down. */
const whyTired = anyOf(
  "(?:ik )?(?:heb|had|was|it was|its been|it has been|i had)? ?(?:weer|again|net|just)? ?(?:een|n|a)? ?(?:korte|slechte|lange|zware|drukke|rotte|short|bad|long|rough|hard|busy|late) (?:nacht|dag|week|dienst|night|day|week|shift)(?: (?:gehad|again|weer|gemaakt|achter de rug))?",
  "(?:ik )?(?:heb )?(?:slecht|niet|nauwelijks|weinig|te weinig) geslapen",
  "(?:i )?(?:slept (?:badly|poorly|too little)|(?:did not|didnt) sleep(?: well| much)?|hardly slept)",
  "(?:it )?(?:has|s) been (?:quite )?a (?:long |hard |busy )?(?:day|week|year)(?: .{2,20})?|has been (?:quite )?a year(?: .{2,20})?",
  "(?:net|pas|just) (?:gewerkt|thuis|klaar|klaar met werk|uit werk|van werk|finished work|got home|came home)",
);
const stop = anyOf(
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
const passport = anyOf(
  "what (?:do|did|have) (?:you|u|ya) (?:have|got|know|written|write|noted|keep|kept|put)(?: (?:down|on|about|of|for|me|so far|until now|by now|here|there|in))*",
  "what (?:is|does it say|stands|stood|did you put|have you put) (?:there |written |down |noted )*(?:in|under|with|on|at|for) .{2,40}",
  "(?:laat|show)(?: (?:me|mij|eens|maar|now))* (?:zien )?(?:wat|what) (?:je|u|you|ik|i)(?: .{1,25})? (?:hebt|heb|have|got|opgeschreven|written|written down)",
  "wat (?:heb|hebt|heeft|weet) (?:je|jij|u|jullie)(?: (?:over|van|tot|nu|toe|mij|me|allemaal|er|dan|hier|tot nu toe))*(?: (?:opgeschreven|genoteerd|staan|gevonden|bewaard|onthouden))?(?: (?:van|over|tot) (?:mij|me|nu toe))*",
  "wat (?:staat|stond|staan|schreef je|zet je) (?:(?:er|daar|nu|allemaal|je|dan) )*(?:bij|in|op|onder|over) .{2,40}",
);
const comeBack = anyOf(
  "(?:welke|wat voor|what|which) code(?: (?:dan|is dat|bedoel je|do you mean|is that))?",
  "(?:waar|hoe|where|how) .{0,20}\\b(?:code)",
  "(?:ik heb|i have|ive got) (?:geen|nooit een|no) code(?: .{2,20})?",
);
const unclear = anyOf(
  "(?:hoe|wat|what) (?:bedoel|bedoelt|do) (?:je|jij|u|you)(?: mean)?(?: (?:dat|daar|daarmee|precies|met|by that|exactly|with that))*",
  "(?:waar|what) (?:gaat|is|was) (?:dit|dat|het|this|that|it|die vraag|deze vraag) (?:over|about|for)",
  "(?:waar heb je het|what are you (?:talking|on)|what are you asking) ?(?:over|about)?",
  "wat (?:is|was) (?:de|je|uw) vraag|what (?:is|was) (?:the|your) question",
  "wat (?:moet|kan|zal) ik (?:(?:hier|daar|nu|dan|er|op) )*(?:zeggen|antwoorden|invullen|typen)|what (?:should|am|do) i (?:supposed |have )?(?:to )?(?:say|answer|type|write)(?: here)?",
);
const alreadySaid = anyOf(
  "(?:(?:dat|dit|het|die) )?(?:vraag|vroeg|vraagt|vraagde) (?:je|jij|u)(?: (?:me|mij|nou|net|steeds|weer|alweer|telkens|nog|een|keer|eens|opnieuw|twee|2|3|elke|nog een keer|dubbel|aan))*",
  "(?:je|jij|u) (?:vraagt?|vroeg|zegt?|herhaalt?)(?: (?:dat|dit|me|mij|het|jezelf))*(?: (?:net|steeds|weer|alweer|telkens|opnieuw|twee|2|3|dubbel|hetzelfde|keer))+",
  "(?:(?:dat|dit|het|die) )?(?:(?:heb|had) (?:ik )?|ik (?:heb|had) (?:dat |het |dit )?)?(?:(?:net|je|jou|u|eerder|zonet|daarnet|zojuist|daar) )*(?:gezegd|verteld|genoemd|beantwoord|uitgelegd)(?: (?:net|hoor))*",
  "(?:(?:dat|dit|het) )?(?:zei|zeg|vertelde|noemde) ik(?: (?:je|jou|u|net|eerder|dat|daarnet|zonet))*",
  "(?:i|ive|i have|i did)(?: (?:literally|only|did|have))* (?:told|tell|said|say|answered|mentioned|explained)(?: (?:you|u|that|this|it|before|twice|once|earlier|all))*",
  "(?:you|u) (?:have |did |keep |always )*(?:ask(?:ed|ing)?)(?: (?:me|that|this|it|twice|again|before|the same|thing|question))+",
);
/** The words of the reproaches that the softeners take away: without one of them "dat vertelde ik" tells something. */
const before =
  /\b(?:al|net|toch|eerder|weer|alweer|steeds|telkens|opnieuw|nog een keer|twee keer|2 keer|3 keer|dubbel|hetzelfde|daarnet|zonet|zojuist|already|just|before|twice|again|told you|said that|keep|earlier|the same)\b/;
const unwritten = anyOf(
  "(?:(?:dat|dit|het|die|dit hoef je|dat hoef je) )?(?:hoef|hoeft|moet|mag) (?:je|jij|u|er) (?:(?:dat|dit|het|die) )?(?:niet|nie)(?: (?:op|te|mee|in|schrijven|noteren|opschrijven|bewaren|onthouden|opnemen|nemen|erin|zetten))+",
  "(?:schrijf|noteer|zet|bewaar|onthou|onthoud) (?:(?:dat|dit|het|die) )(?:(?:maar|er|ergens) )*(?:niet|nie)(?: (?:op|in|erin|neer|maar))*",
  "(?:haal|gooi|doe|laat|streep) (?:dat|dit|die|het)(?: (?:maar|dan|weer|er|stuk))* (?:weg|eruit|door|uit)|(?:wis|verwijder|schrap|vergeet) (?:dat|dit|die|het)(?: (?:maar|dan|weer))*",
  "(?:can you |could you )?(?:erase|delete|remove|forget|ignore|scrap|drop) (?:this|that|it|what i said|that one)(?: (?:again|then|one|bit))*",
  "(?:(?:you )?(?:dont|do not|need not|neednt)|no need to)(?: (?:need|have|to))* (?:write|note|keep|put|save)(?: (?:this|that|it|down|in|there))+",
);
const must = anyOf(
  "(?:moet|moeten|hoef) (?:ik |we )?(?:(?:dit|dat|het|hier|hieraan|allemaal|mee|aan) )+(?:van .{2,30}|(?:mee)?doen|invullen|beantwoorden|meewerken|verplicht)?",
  "(?:is|zijn|ben) (?:dit|dat|het|ik|deze vragen)(?: (?:hier|dan))* verplicht(?: .{2,30})?",
  "do i (?:have|need) to(?: (?:do|answer|fill in|finish|say) (?:this|that|it|all|everything|these)(?: .{2,20})?)?",
  "(?:is|are) (?:this|that|it|these) (?:mandatory|compulsory|obligatory|required)(?: .{2,30})?",
  "(?:does|did|do|is) .{2,25} (?:make|making|force|forcing|want|require) (?:me|this|us)(?: .{2,25})?",
);
const needed =
  /\b(?:heb|hebben|hebt|heeft|wil|wilt) (?:je|jij|u|jullie) (?:(?:die|dat|dit|het|hem|mijn \S+|ook|die) )*(?:nodig|weten|hebben)$|\bdo (?:you|u) (?:need|want|require) (?:my|that|this|it|the)\b.{0,25}$|^is (?:dat|dit|mijn \S+|my \S+|that|this) (?:nodig|needed|necessary)$/;
const howLong = anyOf(
  "(?:hoe ver|how far) (?:zijn we|are we|ben ik|am i|is dit)(?: .{2,15})?",
  "(?:zijn|are|bennen|zn) we (?:er|done|there|finished|klaar)?(?: ?(?:bijna|nearly|almost|er|there|done|finished|klaar|yet))*|(?:are we|is it) (?:nearly|almost) (?:there|done|finished|over)",
  "(?:duurt|gaat) (?:dit|het|t|dat)(?: (?:gesprek|nog|lang|door))*|(?:nog|still) (?:veel|lang|much|long|many)(?: (?:vragen|questions|to go|more))?|(?:how (?:much|many|long))(?: (?:more|longer|questions|left|to go|is this|still))*|hoe ?veel(?: (?:vragen|nog))*",
);
/** Asked of the bot itself. */
const ofTheBot =
  /^(?:(?:kun|kan|ben|bent|weet|snap|hoor|lees|zie|vind|denk|ga|wil|mag|doe|heb|luister|onthou|begrijp) (?:je|jij|u|jullie)|(?:can|could|do|did|are|will|would|have) (?:you|u)|(?:wie|wat|waarom|hoe|who|what|why|how) (?:\S+ )?(?:je|jij|jullie|u|you|your)) ?\b/;

function kindOf(clause: string, asks: boolean): ToBot | "beside" | null {
  const whole = normalise(clause);
  const plain = `${whole} `.replace(calledOut, "").trim();
  const bare = plain.replace(softeners, " ").replace(/\s+/g, " ").trim();
  const isOne = (pattern: RegExp) => pattern.test(plain) || (bare !== "" && pattern.test(bare));
  const meaning = meaningOf(whole) ?? meaningOf(plain);
  if (isGone(plain) || meaning === "stop" || isOne(stop)) return "stop";
  if (meaning === "tired" || isOne(tired)) return "tired";
  if (isOne(unwritten) && (meaning === null || meaning === "remove")) return "unwritten";
  const namesAgain = withoutSaidAlready(whole) !== whole;
  if ((meaning === "already_said" && !namesAgain) || (before.test(plain) && isOne(alreadySaid))) return "already_said";
  if (isOne(comeBack) || meaning === "come_back") return "come_back";
  if (isOne(passport) || meaning === "passport") return "passport";
  if (asks && needed.test(plain)) return "faq.needed";
  if (isOne(must) && (asks || /verplicht|mandatory|compulsory|obligatory|^moet (?:dit|dat|het) van|^do i have to/.test(plain))) return "faq.must";
  if (isOne(howLong) && (asks || bare.split(" ").length >= 2)) return "faq.how_long";
  const question = questionToBot(asks ? `${clause}?` : clause);
  if (question) return `faq.${question}`;
  if (isOne(unclear) || meaning === "unclear") return "unclear";
  if (asks && ofTheBot.test(plain)) return "faq.unknown";
  if (bare === "" || isOne(whyTired) || (meaning !== null && ["yes", "no", "greeting", "thanks", "nothing_more"].includes(meaning))) return "beside";
  return null;
}

/** A reproach behind something told: "de heftruck, zei ik al", "barbecue I told you". */
const reproachBehind =
  /[\s,]+(?:(?:dat|het|dit) )?(?:(?:zei|zeg|vertelde|noemde) ik (?:(?:je|net|toch|ook) )*(?:al|net|toch)(?: (?:hoor|toch))*|(?:heb|had) ik (?:(?:je|net|toch|ook) )*(?:al|net|toch) (?:gezegd|verteld|genoemd)|(?:as |like )?i (?:already |just )*(?:told you|said)(?: (?:that|already|before))*)(?=[\s.,;:!?]*$)/i;
const reproachBefore =
  /^\s*(?:(?:nee|ja|no|yes),? )?(?:(?:zei|vertelde) ik (?:net |toch )*al|(?:heb ik )?al (?:gezegd|verteld)|(?:i )?already (?:told you|said))(?: |[,.:;!]+\s*)(?=\S)/i;

const blank = (text: string) => " ".repeat(text.length);

/** Every clause, with where it stands and whether a question mark ends it. */
function clausesIn(text: string): readonly { readonly start: number; readonly text: string; readonly asks: boolean }[] {
  return [...text.matchAll(/[^.,!?;:\n…]+[.,!?;:\n…]*/g)]
    .map((match) => ({ start: match.index, text: match[0], asks: /\?/.test(match[0]) }))
    .filter((clause) => /[\p{L}\p{N}?]/u.test(clause.text));
}

/**
 * What a message says to the bot, and what is left of it to read; null where nothing in it is said to the bot. Pure.
 * A question, being tired, wanting to stop, a reproach: no answer, no story, no wish.
 */
export function saidToBot(text: string): SaidToBot | null {
  if (text.trim().split(/\s+/).length > mostWords) return null;
  // A sentence may have a comma in it: tried first.
  const whole = /[.!?;\n…]\s*\S/.test(text) ? null : kindOf(text, /\?\s*$/.test(text));
  if (whole !== null && whole !== "beside") return { kinds: [whole], isAll: true, told: blank(text) };
  const read = clausesIn(text).map((clause) => ({ ...clause, kind: kindOf(clause.text.replace(/[.,!?;:\n…]+$/, ""), clause.asks) }));
  // "the files, who signs what, I know it all": in the middle of a story it asks nothing.
  const isWithin = ({ start, asks, kind }: (typeof read)[number]) =>
    kind !== null && kind !== "beside" && isQuestion(kind) && !asks && /[,:]\s*$/.test(text.slice(0, start));
  const clauses = read.every(({ kind }) => kind !== null) ? read : read.map((clause) => (isWithin(clause) ? { ...clause, kind: null } : clause));
  let told = text;
  const kinds: ToBot[] = [];
  for (const { start, text: said, kind } of clauses) {
    if (kind === null || kind === "beside") continue;
    if (!kinds.includes(kind)) kinds.push(kind);
    told = told.slice(0, start) + blank(said) + told.slice(start + said.length);
  }
  for (const { start, text: said } of clauses) {
    for (const pattern of [reproachBehind, reproachBefore]) {
      const match = pattern.exec(told.slice(start, start + said.length));
      if (!match || match[0].trim() === "") continue;
      if (!kinds.includes("already_said")) kinds.push("already_said");
      const from = start + match.index;
      told = told.slice(0, from) + blank(match[0]) + told.slice(from + match[0].length);
    }
  }
  if (kinds.length === 0) return null;
  const isAll = clauses.every(({ kind }) => kind !== null) || told.trim() === "" || openingOnly(told);
  return { kinds, isAll, told };
}

/** "nee", "ja hoor", and nothing after it. */
const openingOnly = (told: string) => ["yes", "no"].includes(meaningOf(told) ?? "") && openingWord(told) === null;
