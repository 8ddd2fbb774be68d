import type { Language } from "../domain/language.ts";

/** What is said to the interviewer, or of the conversation and what becomes of it. Tried on a clause as the cues read it. */
interface Asides {
  /** "dat heb ik al gezegd", "je luistert niet", "stel eens een andere vraag". */
  readonly reproach: RegExp;
  /** "krijgt mijn baas dit te zien", "verkoop je die door", "duurt het nog lang": asked without a question mark. */
  readonly question: RegExp;
  /** The same, where a question mark stands behind it. */
  readonly asked: RegExp;
  /** Sleep, rest, and a modest "nothing much". */
  readonly rest: RegExp;
  /** Words that only hold a sentence together, where they stand alone: "mind you", "zeg maar". */
  readonly filler: RegExp;
  readonly tired: RegExp;
  /** Why somebody is tired: "net gewerkt", "I drove all night". */
  readonly why: RegExp;
}

const reader =
  "(?:(?:mijn|mn|m'n|me|de|het|een) )?(?:baas|chef|werkgever|leidinggevende|manager|collega'?s?|gemeente|uwv|belasting\\p{L}*|politie|overheid|consulent|coach|buren|man|vrouw|iemand|iedereen|anderen)";
const readerEn =
  "(?:(?:my|the|a) )?(?:boss|chef|employer|manager|colleagues?|council|job ?cent(?:re|er)|tax ?(?:man|office|people)|police|government|coach|husband|wife|anyone|anybody|someone|somebody|everyone|people)";

const asides: Record<Language, Asides> = {
  nl: {
    reproach: new RegExp(
      [
        "^ (?:(?:ja|nee|maar|hallo|sorry|wat) )*(?:(?:dat|dit|die|het) )?(?:ik heb|heb ik|ik had|had ik|heb|'k heb)(?: (?:dat|het|ook|je|jou|u|gewoon))*(?: (?:al|net|toch|eerder|zonet|daarnet|je|jou|u|zojuist))+(?: (?:\\d+|twee|drie|keer|een))* (?:gezegd|verteld|gevraagd|geschreven|getypt|uitgelegd|beantwoord|gegeven|genoemd)(?: (?:hoor|toch|he|joh))* $",
        "^ (?:(?:ja|maar|nee) )*(?:(?:dat|dit|die|het) )?(?:heb|had|hebt|hebben|hadden) (?:je|jij|u|jullie) (?:\\p{L}+ ){0,4}(?:gezegd|gevraagd|gehad) (?:\\p{L}+ )?$",
        "^ (?:dat |het )?zei ik(?: (?:je|jou|toch|al|net|dat|eerder|zojuist))+ $|^ (?:ja |maar )?ik zei(?: (?:je|jou|toch|al|net|dat|gewoon))* (?:nee|ja|niks|niets|al|toch|net)(?: hoor| toch| al)* $",
        `^ (?:(?:nee|maar|ja) )*(?:ik vroeg|vroeg ik) (?:aan je |je )?(?:of|wie|wat|waarom|hoe|wanneer|waar) (?:${reader} (?:\\p{L}+ ){0,4}(?:lezen|lees|leest|zien|ziet|weten|weet|meelezen|krijgt)|jij|jullie|(?:dit|dat|het) (?:\\p{L}+ )?(?:veilig|prive|anoniem|bewaard|gratis|verplicht|echt|lang))(?: |$)`,
        "^ (?:je|jij|u) (?:vraagt|herhaalt|zegt) (?:(?:me|mij|nu|alweer|weer|al|wel|toch|dat|dit) )*(?:steeds|telkens|hetzelfde|weer|alweer|te veel|altijd|jezelf|zoveel|rare|domme|moeilijke)(?: |$)",
        "^ (?:je|jij|u) (?:luistert|snapt|begrijpt|leest|hoort)(?: (?:me|mij|het|er|echt|dat|ook|helemaal))* (?:niet|niks|niets|nooit|slecht)(?: |$)",
        "^ (?:(?:nee|maar|ja|dat) )*(?:ik vroeg|vroeg ik|ik zei|zei ik|ik zeg|zeg ik) $",
        "^ (?:ga|gaan|kun|kan|mag|kunnen)(?: (?:je|we|ik|eens|even|maar|nog))* (?:een |de |1 )?(?:vraag|stap|vorige) terug(?: gaan)? $",
        "^ (?:(?:dit|dat|die|het|en|maar) )*(?:vraag|vraagt|vroeg|zeg|zegt|zei) (?:jij|je|u)(?: (?:me|mij|nu|toch|net|al|weer|steeds|telkens|alweer|opnieuw|dat|dit|\\d+|twee|drie|keer|hoor))* $",
        "^ (?:(?:ik (?:zeg|zei) )?(?:jij|je|u) )(?:vraag|vraagt|vroeg) (?:(?:me|mij|dit|dat|het|al|weer|steeds|telkens|nu|\\d+|twee|drie|keer|dezelfde|hetzelfde|iets|anders|ding|vraag|te|veel) ?)+$",
        "^ (?!(?:dan|altijd|soms|vaak|daarom|s|meestal|vriendelijk|netjes|eerlijk|rustig|gewoon) )(?:\\p{L}+ ){0,3}(?:zei|zeg) ik(?: (?:toch|al|net|je|jou|dus|hoor|immers))* $",
        "^ (?:(?:ja|nee|niks|niets|dus|maar|en) )*(?:ik|'k) (?:zeg|zei|vertel|vertelde|schreef|typte)(?: (?:je|jou|u|toch|dus))* (?:net|al|zojuist|daarnet|toch|eerder|zonet)(?: |$)",
        "^ (?:(?:ja|nee|nou|maar) )*(?:ik ben|ben|we zijn|ik was) (?:(?:ik|er|nu|wel|echt|het|helemaal|eigenlijk|daar) )*(?:klaar (?:mee|met (?:dit|de vragen|praten|jou|het gesprek|antwoorden))|zat|beu)(?: (?:hoor|zeg|nu|joh|mee))* $",
        "^ (?:stel|vraag|geef|doe)(?: (?:me|mij|maar|eens|even|dan|nu|gewoon))* (?:een |iets |de )?(?:andere?|anders|volgende|nieuwe|makkelijkere?|leukere?|betere)(?: vraag)? $",
      ].join("|"),
      "u",
    ),
    question: new RegExp(
      [
        `^ (?:krijgt|krijg|ziet|zien|leest|lezen|weet|hoort|kan|kunnen|mag|gaat|komt) ${reader} (?:\\p{L}+ ){0,3}(?:dit|dat|deze|hier\\p{L}*|mijn|mn|alles|meelezen|meekijken)(?: |$)`,
        "^ (?:verkoop|verkopen|bewaar|bewaren|lees|lezen|deel|delen|onthoud|geef|stuur|wis|verwijder|snap|begrijp|luister|hoor|heet|ben|gebruik)(?:t|en)? (?:je|jij|jullie) (?:(?:dit|die|dat|deze|het|alles|mijn|mn|me|mij|ook|wel|niet|hier|nou|een) ?)(?:(?!ik |dan )\\p{L}+ ){0,4}$",
        "^ (?:of )?(?:jij|jullie) (?:\\p{L}+ ){0,2}(?:mijn|mn|m'n|me) (?:gegevens|antwoorden|data|verhaal|naam)(?: |$)",
        "^ (?:(?:hoe lang|hoelang) )?(?:duurt|duren)(?: (?:het|'t|t|dit|dat))?(?: (?:gesprek|nog))*(?: (?:heel|erg|zo))?(?: lang)?(?: nog)? $",
        `^ (?:of )?${reader} (?:\\p{L}+ ){0,3}(?:lezen|leest|zien|ziet|weten|weet|horen|hoort)(?: (?:kan|kunnen|mag))? wat ik (?:(?:hier|je|jou|u) \\p{L}+|typ|schrijf|zeg) $`,
        "^ (?:zijn we|ben ik|is het|is dit) (?:nu |al |bijna )*(?:klaar|afgelopen|voorbij|de laatste(?: vraag)?) $|^ hoeveel vragen(?: |$)",
      ].join("|"),
      "u",
    ),
    asked: new RegExp(`^ (?:(?:en|maar|dus) )*${reader} (?:\\p{L}+ ){0,3}(?:dit|dat|mijn|hier|alles) (?:\\p{L}+ ){0,3}$`, "u"),
    rest: /^ (?:ik |'k )?(?:ga|moet|wil)(?: (?:ik|nu|zo|even|straks|maar|eerst|eens|lekker))* (?:slapen|naar bed|pitten|rusten|liggen|eten)(?: (?:nu|hoor))* $|^ (?:welterusten|slaap lekker|trusten|goede ?nacht|goeienacht)(?: |$)|^ (?:(?:ach|och|nou|oh|ja|tja|gewoon|eigenlijk) )*(?:niet|niets|niks) (?:zo ?veel|veel|bijzonders|speciaals)(?: (?:hoor|eigenlijk|schat|joh|lieverd|he))* $|^ (?:(?:soms|vaak|altijd|best|wel|heel) )*(?:lange|korte|veel|goede|leuke) (?:gesprekken|dagen|uren|diensten|nachten) $/u,
    filler:
      /^ (?:(?:ja|nee|nou|ach|maar|en|hoor|echt|ook|toch) )*(?:weet je(?: wel)?|weet je nog|moet je weten|zeg maar|let wel|geloof me|om eerlijk te zijn|eerlijk is eerlijk|wat ik zeg|laat ik zeggen|kijk|hoor eens|snap je|begrijp je|hoe zeg je dat|om zo te zeggen|bij wijze van spreken|nu je het zegt|zo gaat dat|dat spreekt vanzelf)(?: (?:hoor|toch|he))* $/u,
    tired: /\b(?:moe|doodmoe|doodop|kapot|gesloopt|uitgeput|afgemat|geslapen|wakker)\b/,
    why: /^ (?:(?:en|ik heb|heb|ben|kom) )?(?:net|pas|gisteren|vannacht|vandaag|(?:de )?hele (?:dag|nacht|week)|hard|lang|veel|te veel)(?: \p{L}+)? (?:gewerkt|thuis|klaar|terug|gekomen|gereden|gestaan|gelopen|van werk|uit werk)(?: \p{L}+)? $|\b(?:(?:de )?hele (?:dag|nacht|week)|vannacht)\b/u,
  },
  en: {
    reproach: new RegExp(
      [
        "^ (?:(?:but|no|yes|what|well) )*(?:i|i've|ive|i have)(?: (?:just|already|literally|only|did|have))* (?:told|tell|said|say|answered|explained|typed)(?: (?:you|u|ya|that|this|it|so|no|yes|already|just now|before|once|twice|all|nothing))+ $",
        "^ (?:(?:but|no|yes) )*(?:i|i've|ive|i have) (?:just|already|literally) (?:told|said|answered|explained|typed) $",
        "^ (?:(?:but|no) )*(?:you|u)(?:'ve| have)? (?:already |just |keep |always |still )*ask(?:ed|ing)? (?:(?:me|already|that|this|it|the same|too many|so many|again|about that)(?: |$))",
        "^ (?:you|u) (?:don't|dont|do not|never|aren't|arent|are not|didn't|didnt) (?:even )?(?:listen(?:ing)?|understand|read(?:ing)?|hear) (?:(?:me|to me|to what|what|at all|it|anything|i)(?: |$)|$)",
        `^ (?:(?:no|but|yes) )*i asked (?:you )?(?:if|whether|who|what|why|how) (?:${readerEn} (?:\\p{L}+ ){0,2}(?:read|see|sees|reads|know|get|find)|you |my (?:data|answers)|(?:this|it) is )`,
        "^ (?:(?:no|but|yes) )*i (?:asked|said|say) $",
        "^ (?:(?:this|that|it|but|and) )*(?:you|u) (?:(?:just|already|have|did|do) )*ask(?:ed)?(?: (?:me|this|that|it|already|again|before|twice|now|just now|\\d+|two|three|times|the same(?: \\p{L}+)?))+ $|^ (?:this|that|it)(?: one)? (?:you|u) (?:(?:have|just|already|did) )*ask(?:ed)?(?: (?:me|already|again|before|twice|now))* $",
        "^ (?!(?:then|always|sometimes|often|yes|so) )(?:\\p{L}+ ){0,3}(?:i said|said i)(?: (?:already|before|just now|didn't i))* $|^ (?:like|as) i (?:said|told you|say)(?: |$)",
        "^ (?:(?:ok|well|right|no|but) )*(?:i'm|im|i am|i've had|we are) (?:(?:so|really|quite|about|just|now) )*(?:done with (?:this|these questions|the questions|you|talking|it)|fed up with (?:this|these questions|you)|enough of (?:this|these questions))(?: (?:now|really|mate))* $",
        "^ (?:please )?(?:ask|give)(?: me)? (?:something (?:else|different|easier)|(?:another|a different|an easier|the next|a better|other)(?: (?:question|one))?) $|^ (?:can we |please )?go back (?:one|a|to the last|to the previous)(?: (?:question|step))? $",
      ].join("|"),
      "u",
    ),
    question: new RegExp(
      [
        "^ (?:(?:and|but|so) )*(?:do|did|will|can|could|are|would) (?:you|u) (?!.*\\b(?:i|we) (?:always )?(?:ask|say|tell)\\b)",
        `^ (?:(?:and|but|so) )*(?:will|can|could|does|would|is) ${readerEn} (?:\\p{L}+ ){0,2}(?:see|seeing|read|reading|know|get|find out)(?: |$)`,
        "^ how (?:long|many|much) (?:more|is this|will this|does this|will it|does it|longer|left|questions)(?: |$)|^ (?:are we|am i) (?:\\p{L}+ )?(?:done|finished)(?: |$)",
      ].join("|"),
      "u",
    ),
    asked: new RegExp(
      `^ (?:(?:and|but|so) )*(?:${readerEn}|you|u|they) (?:\\p{L}+ ){0,2}(?:see|read|know|sell|share|keep|store|get) (?:this|that|it|them|my|all|everything)(?: |$)`,
      "u",
    ),
    rest: /^ (?:i |i'm |im |i am )?(?:go|going|need|gonna|will|must|have)(?: to)?(?: go)?(?: to)? (?:sleep|bed|rest|lie down|eat)(?: now| first| soon)* $|^ (?:good ?night|night night|sleep well|sweet dreams)(?: |$)|^ (?:(?:oh|well|ah|just|really) )*(?:nothing|not) (?:much|special|a lot)(?: (?:really|dear|love|darling|mate|honestly|to say|to tell))* $|^ (?:(?:sometimes|often|always|very|usually) )*(?:long|short|many|nice|good) (?:talks|chats|conversations|days|hours|shifts|nights) $/u,
    filler:
      /^ (?:(?:and|but|well|oh|yes|no|so|now|ah) )*(?:mind you|you (?:know|see)|you know what i mean|so to speak|as it were|believe me|let me tell you|let me see|to be (?:honest|fair|frank)|as they say|as you say|now you (?:say|mention) it|i must say|i have to say|come to think of it|how do you say(?: that| it)?|know what i mean|that's for sure|to tell (?:you )?the truth)(?: (?:dear|love|mate|though|really))* $/u,
    tired: /\b(?:tired|exhausted|knackered|sleepy|shattered|slept|worn out)\b/,
    why: /\b(?:all (?:night|day|week)|last night|just (?:finished|came|got|back|worked)|long (?:day|night|shift))\b/,
  },
};

export type Aside = "question" | "small_talk";

/**
 * What a clause is when it is meant for the interviewer and tells of no doing; null for all else.
 * @param text lower case, words parted by one space, one at either end
 */
export function asideIn(text: string, asks: boolean, language: Language): Aside | null {
  const { reproach, question, asked, rest, filler } = asides[language];
  if (question.test(text) || (asks && asked.test(text))) return "question";
  return reproach.test(text) || rest.test(text) || filler.test(text) ? "small_talk" : null;
}

/** "ben moe, net gewerkt": the clause tells only why the one before it says that somebody is tired. */
export function isWhyTired(text: string, before: string, language: Language): boolean {
  return asides[language].tired.test(before) && asides[language].why.test(text);
}
