import { anyOf } from "./clauses.ts";

/** "wat staat er nu in mijn paspoort", "can I see what you have so far": a clause that asks nothing else. */
const showsPassport = [
  /^(?:wat|hoeveel|what|how much) (?:(?:staat|staan|zit|heb|heeft|is|are|have|has|did|do|you|je|jij|u|er|al|nu|nou|dan|got|down|on|i|ik) )+(?:(?:in|on|tot nu toe|so far|already|al|of|van) )*(?:(?:mijn|mn|my|me|mij) )?(?:paspoort|passport|skills passport|tot nu toe|so far)(?: (?:nu|staan|now|tot nu toe|so far|already|van mij|about me|opgeschreven|genoteerd|written down|got))*$/,
  /^(?:(?:mag|kan|can|could|may) (?:ik|i)|laat(?: (?:me|mij))?|show(?: me)?|let me) (?:(?:even|eens|nu|maar|please|just|now|see|zien) )*(?:mijn|mn|my|het|the) (?:paspoort|passport)(?: (?:even|eens|nu|zien|bekijken|inzien|so far|now|please|tot nu toe))*$/,
];

/** What was heard so far, in words that may be about something else where more is said. */
const whatIsThere = anyOf(
  "what (?:do|did|have) (?:you|u|ya) (?:have|got|know|written|write|noted|keep|kept|put)(?: (?:down|on|about|of|for|me|so far|until now|by now|here|there|in))*",
  "what (?:is|does it say|stands|stood|did you put|have you put) (?:there |written |down |noted )*(?:in|under|with|on|at|for) .{2,40}",
  "(?:laat|show)(?: (?:me|mij|eens|maar|now))* (?:zien )?(?:wat|what) (?:je|u|you|ik|i)(?: .{1,25})? (?:hebt|heb|have|got|opgeschreven|written|written down)",
  "wat (?:heb|hebt|heeft|weet) (?:je|jij|u|jullie)(?: (?:over|van|tot|nu|toe|mij|me|allemaal|er|dan|hier))*(?: (?:opgeschreven|genoteerd|staan|gevonden|bewaard|onthouden))?(?: (?:van|over|tot) (?:mij|me|nu toe))*",
  "wat (?:staat|stond|staan|schreef je|zet je) (?:(?:er|daar|nu|allemaal|je|dan) )*(?:bij|in|op|onder|over) .{2,40}",
);

/** Each is asked of one clause, after `normalise`. */
export const asksForPassport = (clause: string): boolean => showsPassport.some((pattern) => pattern.test(clause));

/** "wat heb je tot nu toe", "what do you have about me": of the bot, where nothing else is said. */
export const asksWhatIsThere = (clause: string): boolean => asksForPassport(clause) || whatIsThere.test(clause);
