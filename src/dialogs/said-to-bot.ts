import { meaningOf, normalise } from "./answers.ts";
import { type Question, questionsToBot, questionToBot } from "./questions-to-bot.ts";
import { anyOf, piecesOf } from "./clauses.ts";
import { isHowFar } from "./how-far.ts";
import { asksWhatIsThere } from "./passport-asked.ts";
import { isReproach, reproachesIn, withoutSaidAlready } from "./said-already.ts";
import { wantsNoMore } from "./stopping.ts";
import { isTiredOf, saysWhyTired } from "./tired.ts";

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

export const isQuestion = (kind: ToBot | "beside"): boolean => kind.startsWith("faq.");

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
/** In UTF-16 units: a message, however it is spaced. */
const mostLetters = 2_000;

/** What is called out before a clause, or says how much; none of it changes what is meant. */
const calledOut =
  /^(?:(?:nou|pff+|oef|oh?|ah|ach|ok|oke|okay|sorry|maar|en|dus|want|ja|nee|no|yes|well|so|and|but|wait|wacht|eh+m?|uh+m?|hm+|haha|lol|hey|he|hallo|hello|zeg|joh|hoor|before we go on|voor we verder gaan|right|btw|by the way|trouwens) )+/;
const softeners =
  /\b(?:eigenlijk|gewoon|echt|best|wel|zo|heel|erg|(?:een )?beetje|nu|al|toch|even|ff|effe|hoor|joh|man|gast|schat|lieverd|dear|love|mate|getting|rather|quite|pretty|kinda|(?:a |a little )?bit|tbh|honestly|really|just|very|so|too|now|already|ook|nou|inmiddels|behoorlijk|aardig|vandaag|today|tonight|please|aub|thanks|thank you|dank je|bedankt)\b/g;

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
/** Asked of the bot itself. */
const ofTheBot =
  /^(?:(?:kun|kan|ben|bent|weet|snap|hoor|lees|zie|vind|denk|ga|wil|mag|doe|heb|luister|onthou|begrijp) (?:je|jij|u|jullie)|(?:can|could|do|did|are|will|would|have) (?:you|u)|(?:wie|wat|waarom|hoe|who|what|why|how) (?:\S+ )?(?:je|jij|jullie|u|you|your)) ?\b/;

/** "No mate, I asked you a question": what was asked was not understood. */
const askedSomething = anyOf(
  "(?:(?:maar|but) )?(?:ik )?(?:vroeg|vraag|stel|stelde) (?:je|jou|u|jullie)? ?(?:(?:toch|net|nou) )*(?:wat|iets|een vraag)(?: anders)?",
  "(?:but )?(?:i )?(?:asked|am asking|im asking|was asking) (?:you )?(?:a question|something(?: else)?)",
);

function kindOf(clause: string, asks: boolean): ToBot | "beside" | null {
  const whole = normalise(clause);
  const plain = `${whole} `.replace(calledOut, "").trim();
  const bare = plain.replace(softeners, " ").replace(/\s+/g, " ").trim();
  const says = (isSaid: (clause: string) => boolean) => isSaid(plain) || (bare !== "" && bare !== plain && isSaid(bare));
  const isOne = (pattern: RegExp) => says((clause) => pattern.test(clause));
  const meaning = meaningOf(whole) ?? (plain === whole ? null : meaningOf(plain));
  if (meaning === "stop" || says(wantsNoMore)) return "stop";
  if (meaning === "tired" || says(isTiredOf)) return "tired";
  if (isOne(unwritten) && (meaning === null || meaning === "remove")) return "unwritten";
  const namesAgain = withoutSaidAlready(whole) !== whole;
  if ((meaning === "already_said" && !namesAgain) || isReproach(plain, bare)) return "already_said";
  if (isOne(comeBack) || meaning === "come_back") return "come_back";
  if (says(asksWhatIsThere) || meaning === "passport") return "passport";
  if (asks && needed.test(plain) && !/^(?:waarom|why)\b/.test(plain)) return "faq.needed";
  if (isOne(must) && (asks || /verplicht|mandatory|compulsory|obligatory|^moet (?:dit|dat|het) van|^do i have to/.test(plain))) return "faq.must";
  if (isHowFar(plain, asks) || isHowFar(bare, asks)) return "faq.how_long";
  const question = questionToBot(asks ? `${clause}?` : clause) ?? questionToBot(asks ? `${plain}?` : plain);
  if (question) return `faq.${question}`;
  if (isOne(unclear) || meaning === "unclear") return "unclear";
  if ((asks && ofTheBot.test(plain)) || isOne(askedSomething)) return "faq.unknown";
  if (bare === "" || says(saysWhyTired) || (meaning !== null && ["yes", "no", "greeting", "thanks", "nothing_more"].includes(meaning)))
    return "beside";
  return null;
}

const blank = (text: string) => " ".repeat(text.length);

/** Every clause, with where it stands and whether a question mark ends it. */
function clausesIn(text: string): readonly { readonly start: number; readonly text: string; readonly asks: boolean }[] {
  return piecesOf(text)
    .filter((piece) => /[\p{L}\p{N}?]/u.test(piece.text))
    .map((piece) => ({ ...piece, asks: piece.text.includes("?") }));
}

/** "Interviewer: …" at the start of a line, more than once or after another. */
const speaker = /(?:^|\n)[ \t]*\p{L}[\p{L} ]{0,20}:[^\n]*\n(?:[^\n]*\n){0,4}[ \t]*\p{L}[\p{L} ]{0,20}:/u;

/**
 * What a message says to the bot, and what is left of it to read; null where nothing in it is said to the bot. Pure.
 * A question, being tired, wanting to stop, a reproach: no answer, no story, no wish.
 */
export function saidToBot(text: string): SaidToBot | null {
  // A talk written down is not held here: who asks in it, asks somebody else, and all of it is read as it stands.
  if (speaker.test(text)) return null;
  if (text.length > mostLetters || normalise(text).split(" ").length > mostWords) return null;
  const several = questionsToBot(text);
  if (several.length > 1) return { kinds: several.map((each) => `faq.${each}` as const), isAll: true, told: blank(text) };
  const read = clausesIn(text).map((clause) => ({ ...clause, kind: kindOf(clause.text.replace(/[.,!?;:\n…]+$/, ""), clause.asks) }));
  // A sentence may have a comma in it: tried first, unless each of its clauses asks something else.
  const areQuestions = new Set(read.map(({ kind }) => kind)).size > 1 && read.every(({ kind }) => kind !== null && isQuestion(kind));
  const whole = areQuestions || /[.!?;\n…]\s*\S/.test(text) ? null : kindOf(text, /\?\s*$/.test(text));
  if (whole !== null && whole !== "beside") return { kinds: [whole], isAll: true, told: blank(text) };
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
    for (const span of reproachesIn(told.slice(start, start + said.length))) {
      if (!kinds.includes("already_said")) kinds.push("already_said");
      const words = told.slice(start + span.start, start + span.end);
      told = told.slice(0, start + span.start) + blank(words) + told.slice(start + span.end);
    }
  }
  if (kinds.length === 0) return null;
  const isAll = clauses.every(({ kind, start, text: said }) => kind !== null || !/[\p{L}\p{N}]/u.test(told.slice(start, start + said.length)));
  return { kinds, isAll, told };
}
