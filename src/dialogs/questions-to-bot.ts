import { asksWhatFor, withoutInsisting } from "./asked-what-for.ts";
import { normalise } from "./clauses.ts";

/** Questions people ask the bot about the bot. */
export type Question = "who_reads" | "sold" | "what_kept" | "how_long" | "why" | "change_answer" | "are_you_human" | "stopping";

/** Whom people fear, or hope, may look along. */
const onlookers =
  "wie|iemand|iedereen|anderen|andere mensen|baas|bazen|chef|leidinggevende|werkgever|bedrijf|gemeente|uwv|sociale dienst|uitkering\\w*|uitkeringsinstantie|werkconsulent|consulent|jobcoach|coach|begeleider|belasting(?:dienst)?|politie|ind|overheid|collegas?|familie|who|anyone|anybody|someone|everyone|others|other people|boss|employer|manager|company|council|job ?cent(?:re|er)|dwp|social services|benefits?(?: office)?|tax(?: ?man| office)?|government|police|immigration|colleagues?|family";
const looks = "ziet|zien|zie|inzien|leest|lezen|meelezen|kijkt|kijken|meekijken|mee|krijgt|krijgen|toegang|see|sees|read|reads|get|gets|access";
/** What is handed on or sold, and what it is that is. */
const handsOn =
  "deel|deelt|delen|gedeeld|doorgeven|doorgegeven|doorgestuurd|geef|geeft|geven|share|shares|shared|sharing|pass|passed|give|given|hand|handed";
const sells = "verkoop|verkoopt|verkopen|verkocht|doorverkoop|doorverkopen|doorverkocht|sell|sells|selling|sold";
const whatIsMine =
  "(?:(?:mijn|mn|m n|onze|persoonlijke|my|our|personal) )(?:(?:persoonlijke|personal) )?(?:gegevens|data|info\\w*|antwoorden|gesprek|verhaal|answers|details|story|conversation)|gegevens|dit|dat|alles|this|that|it|everything";

const questions: readonly (readonly [Question, RegExp])[] = [
  [
    "are_you_human",
    /\b(ben je|bent u|ben jij) (een |n )?(echt|mens|robot|computer|persoon)|\b(is dit|is het|praat ik|praten we|spreek ik) (met )?(een |n )?(echte? |ook )?(echt|mens|robot|computer|persoon|ai|bot)\b|\bare you (a )?(real|human|robot|bot|person|computer)|\b(is this|is it|am i talking to|am i speaking to) (a |an )?(real|human|robot|computer|person|machine|ai|bot)\b/,
  ],
  [
    "sold",
    new RegExp(
      `\\b(?:${sells})\\b.*\\b(?:${whatIsMine})\\b|\\b(?:${whatIsMine})\\b.*\\b(?:${sells})\\b|\\b(?:verdien|verdienen|verdient|earn|make money)\\b.*\\b(?:gegevens|data|aan mij|from me)\\b`,
    ),
  ],
  [
    "what_kept",
    /\bwat (?:doe|doet|doen|gebeur\w*|ga|gaat) (?:(?:je|jij|u|jullie|er|eige\w+|nou|precies|hier|dan|allemaal|straks|dus) )*(?:met|mee)\b|\bwhat (?:(?:do|are|will|you|u|gonna|going|to|is|happen|happens) )*(?:do|doing|done|happens|happen) (?:with|to) (?:(?:all|the|this) )*(?:my|me|this|that|it|data|info\w*|answers)\b|\b(?:waar|wheres?)\b.*\b(?:mijn|mn|me|my) (?:gegevens|antwoorden|data|info\w*|answers)\b|\bwat (?:bewaar|bewaart|bewaren|onthoud|onthoudt)\b|\b(?:bewaar|bewaart|onthoud|onthoudt) (?:je|u|jij|jullie) (?:dit|dat|wat|alles|het|iets|mijn)\b|\b(?:wordt|word) (?:dit|alles|het|iets) (?:bewaard|opgeslagen)\b|\bhoe ?lang (?:bewaar|bewaart|blijft|blijven)\b|\bwaar (?:bewaar|bewaart|blijft|gaat)\b.*\b(?:dit|mijn|gegevens|je|u)\b|\bwhat (?:do you|will you|is|gets) (?:keep|kept|store|stored|save|saved|remember|do with)\b|\bdo you (?:keep|store|save|remember)\b|\bhow long do you keep\b|\bwhat happens (?:to|with)\b|\bis (?:this|it|everything) (?:saved|stored|kept)\b/,
  ],
  [
    "stopping",
    /\b(?:kan|mag) ik (?:altijd |ook |later |nog |weer )*(?:stoppen|wissen|alles wissen|alles weghalen|alles verwijderen)\b|\bcan i (?:always |also |still )*(?:stop|erase|delete)\b/,
  ],
  ["how_long", /\bhoe ?lang (duurt|gaat|is|nog)\b|\bhoeveel vragen|\bhow long (does|will|is)|\bhow many questions|\bhow much longer/],
  [
    "who_reads",
    new RegExp(
      `\\b(?:${onlookers})\\b.*\\b(?:${looks})\\b|\\b(?:krijgt|krijgen|ziet|zien|leest|lezen) (?:(?:de|het|mijn|mn|ook) )*(?:${onlookers})\\b|\\b(?:${handsOn})\\b.*\\b(?:${whatIsMine})\\b|\\b(?:${whatIsMine})\\b.*\\b(?:${handsOn})\\b|\\bprivacy\\b|\\b(?:is|are|blijft|blijven|stays?|zijn) (?:\\S+ ){1,4}(?:private|prive|vertrouwelijk|geheim|confidential|secret|anoniem|anonymous|veilig|safe|between us|onder ons|tussen ons)\\b`,
    ),
  ],
  ["change_answer", /\b(kan|mag) ik .*\b(terug|veranderen|aanpassen|wijzigen|verbeteren)\b|\bcan i .*\b(change|go back|correct|edit)\b/],
  ["why", /\b(?:(?:waarom|hoezo|waarvoor) (?:vraag|wil|moet|doen)|why (?:do you|are you))\b/],
];

/** Which question to the bot a message is; null when it is none, or a story that happens to hold one. */
export function questionToBot(text: string): Question | null {
  const plain = normalise(text);
  if (plain.split(" ").length > 22) return null;
  if (asksWhatFor(text)) return "why";
  const asks =
    /\?/.test(text) ||
    /^(?:(?:maar|en|ja maar|but|and|oh|nou|huh|hey|eh|so|dus) )?(wie|wat|waarom|hoezo|waarvoor|waar|hoe|hoeveel|hoelang|ik vroeg (?:of|wat|wie|waar)|i asked (?:if|what|who)|(?:krijgt|krijgen|ziet|zien|leest|lezen|kan|kunnen|gaat|gaan) (?:mijn|mn|de|het|iemand|anderen|iedereen|uwv|ze|jullie)|(?:verkoop|verkoopt|verkopen|deel|deelt|delen|geef|geeft|geven) (?:je|jij|u|jullie|ze)|word(?:t|en) (?:mijn|mn|dit|alles|het)|(?:can|could|will|does|do|is|are) (?:my|the|anyone|anybody|others|uwv|dwp)|(?:will|would) you|kan ik|mag ik|ben je|bent u|is dit|is het|blijft (?:dit|dat|het|alles)|bewaar|bewaart|praat ik|who|what|where|why|how|wheres|whats|whos|can i|are you|is this|is it|is that|is what i|does this stay|do you|am i)\b/.test(
      plain,
    );
  if (!asks) return null;
  return questions.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const between = /[.,?!;\n…]+\s*|\s+(?:en|and|&|\+)\s+/i;

/**
 * "waar is dit voor en wie ziet het": each thing that is asked of the bot, in the order asked. Empty where a message asks fewer
 * than two, or says anything else.
 */
export function questionsToBot(text: string): readonly Question[] {
  if (normalise(text).split(" ").length > 22) return [];
  const parts = withoutInsisting(text)
    .split(between)
    .filter((part) => normalise(part) !== "");
  const asked = parts.map((part) => questionToBot(part) ?? questionToBot(`${part}?`));
  const found = [...new Set(asked.filter((each) => each !== null))];
  return found.length > 1 && found.includes("why") && !asked.includes(null) ? found : [];
}
