import { meaningOf, openingWord } from "./answers.ts";
import { asksOne, now, whatForForms, withoutInsisting } from "./asked-what-for.ts";
import { anyOf } from "./clauses.ts";
import type { Answered, Outcome } from "./events.ts";
import { onOfferAnswered } from "./offers.ts";
import { askAgain, counted, say } from "./outcome.ts";
import { afterRound } from "./parts.ts";
import { questionsToBot } from "./questions-to-bot.ts";

const it = "(?:dat|dit|het|die|deze|zoiets|er|daar|hier|t|that|this|it|those|these|one)(?: bit| one| skill)?";
const who = "(?:je|jij|u|jullie|ze|ik|we|wij|you|they|i|we|people|mensen|anyone)";
/** What it is about, where it is named: "the training new starters bit", "dat van die kassa". */
const named = "(?: (?:the|that|this|those|my|de|het|die|dat|van)(?: [^ ]+){1,5})?";

/** What an offered skill is for, and what becomes of it. */
const asks = anyOf(
  `(?:waar|waarvoor|wanneer|hoe|waarbij) (?:gebruik|gebruikt|gebruiken|heb|hebben) ${who}(?: ${it})?${now}(?: (?:voor|aan|bij|mee|nodig))?${now}`,
  `(?:waar|waarvoor|wanneer|hoe) (?:gebruik|gebruikt|gebruiken) ${who}${named}${now}(?: voor)?`,
  `(?:waar|wat) (?:kan|kun|moet|zou|ga) ${who}(?: ${it})?${now} (?:mee|daarmee|ermee|daaraan|eraan|voor)(?: (?:doen|gebruiken|beginnen))?`,
  `wat (?:heb|hebben|heeft) (?:${who}|iemand|een baas)${now}(?: (?:daar|er|hier|dat))?${now} (?:aan|daaraan|eraan|mee)${now}`,
  `wat (?:doe|doet|doen|gebeurt|ga|gaan)(?: (?:${who}|er|daar))*${now}(?: (?:met|mee))? ?(?:daarmee|ermee|daar mee|er mee|hiermee|mee|met ${it})${now}(?: doen)?`,
  `wat gebeurt er (?:als|wanneer) ik (?:ja|nee) (?:zeg|druk|klik|kies)`,
  `waar (?:komt|gaat|blijft|sta|staat) ${it}${now}(?: (?:te staan|terecht|heen|naartoe|in|naar toe))?${now}`,
  `(?:komt|gaat|staat) ${it}${now} in (?:mijn|m n|mn|het) paspoort`,
  `(?:waarom is ${it}|wat is (?:daar|er|hier)? ?(?:het nut|de zin)(?: (?:ervan|daarvan|hiervan|van ${it}))?)(?: (?:belangrijk|nodig|nuttig))?${now}`,
  `(?:when|where|how|why|what) (?:do|does|would|will|can|could|should|are|is) ${who} (?:ever |even |going to |gonna )?(?:use|need|want)(?: ${it})?${named}${now}(?: for)?`,
  `what (?:do|does|would|will|can|are|is) ${who} (?:going to |gonna )?(?:do|doing) with ${it}(?: bit| one)?${now}`,
  `what (?:good|use) (?:is|are|would) ${it}(?: (?:be|do))?(?: (?:to|for) (?:me|anyone|anybody|people))?${now}`,
  `what do i get (?:out of|from|for) ${it}`,
  `(?:what happens|what will happen)(?: (?:if|when) i (?:say|press|click) (?:yes|no)| (?:with|to) ${it})${now}`,
  `where (?:does|will|do) ${it}(?: one)? (?:go|end up|show)(?: up| to)?${now}`,
  `(?:does|will) ${it} go (?:in|into|on) my passport`,
  `why (?:is|does|would) ${it} (?:important|useful|matter|needed)${now}`,
  ...whatForForms(it),
);

/** True for a question about what an offered skill is for, or what happens with it. */
export const asksOfCard = (text: string): boolean => asksOne(text, asks);

/** Answered, and the card stays as it is; a yes or a no that is said with it counts. Null for all else. */
export function answeredOfCard(outcome: Outcome, event: Answered): Outcome | null {
  const { action, text } = event;
  if (action !== null || text === null || outcome.state.asking.step !== "offer" || meaningOf(text) !== null || !asksOfCard(text)) return null;
  if (questionsToBot(text).length > 1) return null;
  const answered = say(outcome, "faq.card");
  const word = /^\W*(?:ja+|yes|yeah|yep)[\s,]+(?:maar|but)\b/i.test(text) ? null : openingWord(withoutInsisting(text));
  return word === null ? askAgain(answered) : onOfferAnswered(counted(answered), event, { action: word }, afterRound);
}
