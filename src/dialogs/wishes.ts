import type { Span } from "../domain/utterance.ts";
import { meaningOf, normalise, openingWord } from "./answers.ts";
import { spansBetween } from "./clauses.ts";
import type { Answered, Outcome } from "./events.ts";
import { textToKeep } from "./events.ts";
import { askAgain, emit, freshId, say, withState } from "./outcome.ts";
import { saysSomething } from "./own-words.ts";
import type { Asking, Interview } from "./state.ts";
import { storySteps, talkSteps } from "./steps.ts";

/** Where one sentence ends, and where a wish begins in the middle of one. */
const boundary =
  /[.!?;\n]+\s*|,?\s+(?:en|maar|and|but)\s+(?=(?:ik (?:wil|zou|hoop|droom)|(?:later|ooit) wil|i (?:want|would|hope)|i['’]?d |one day)\b)|,\s*(?=(?:ik wil|ik zou|i want|i would|i['’]?d )\b)/gi;

const opening = /^(?:(?:en|maar|ook|ja|nee|oh|misschien|later|ooit|graag|dan|and|but|also|yes|maybe|later|someday|one day|really) )*/;
const dutchWish = /^(?:ik (?:wil|zou|hoop)|wil ik|zou ik|hoop ik) (.+)$/;
/** "ik graag lassen leren", "i want become nurse". */
const wordLeftOut =
  /^(?:(?:en|maar|and|but) )?(?:ik (?:ook )?graag|wil (?:ook |graag |later |nog )+|i want) ?.*\b(?:leren|worden|learn|become)\b|\bik wil (?:(?:graag|ook|nog|later|wel) )*(?:leren|worden|studeren)$/;
const englishWish =
  /^(?:i (?:also |really |still |just )*(?:want|hope|would (?:also |really |still )*(?:like|love))|id (?:also |really |still )*(?:like|love)) to (.+)$/;
const dream = /^(?:mijn droom is|ik droom (?:ervan|van)|my dream is|i dream of) (.+)$/;
/** What is wished to be learned, had or become. */
const learning =
  /\b(?:leren|worden|halen|volgen|studeren|beginnen|diploma|rijbewijs|certificaat|cursus|opleiding|learn|become|study|get|start|course|diploma|licen[cs]e|certificate|degree)\b/;
/** "minder zwaar werk", "another job": what is wished of the work itself. */
const workWished =
  /\b(?:minder|meer|ander|andere|licht|lichter|rustig|rustiger|leuk|leuker|beter|betere|vast|vaste|eigen|nieuw|nieuwe|less|fewer|more|lighter|easier|other|another|different|better|permanent|steady|new|own)\b(?: \w+)*? (?:werk|baan|uren|contract|functie|salaris|loon|work|jobs?|hours|contract|pay)\b|^(?:(?:graag|ook|later|nog|wel|weer) )*(?:een|a) (?:\w+ )?(?:baan|contract|job)\b/;
const workInEnglish = /^(?:i (?:also |really |still |just )*(?:want|need|would like)|id like) (.+)$/;
const gladly = /\b(?:graag|later|ooit|nog|dolgraag|een keer|willen)\b/;
/** Wished of the conversation, or of life itself: no goal to write down. */
const ofTheConversation =
  /\b(?:stop\w*|weten|zien|lezen|praten|spreken|zeggen|vertellen|verander\w*|wijzig\w*|wissen|weg\w*|verwijder\w*|overslaan|terug|verder|paspoort|vragen?|dood\w*|sterven|leven|slapen|know|see|read|talk|speak|say|tell|change|delete|remove|erase|skip|go (?:back|on)|continue|passport|questions?|die|dead|sleep)\b/;
const notWished = /\b(?:niet|geen|nooit|dat (?:je|jij|u|jullie|iedereen)|altijd|not|never|no|you to|always)\b/;

/** What somebody wants to learn, to become, or of their work: an aim wherever it is told. */
export function isAim(clause: string): boolean {
  const plain = normalise(clause).replace(opening, "");
  const rest = dutchWish.exec(plain)?.[1] ?? englishWish.exec(plain)?.[1] ?? dream.exec(plain)?.[1];
  return isOfWork(plain) || learning.test(rest ?? "") || wordLeftOut.test(normalise(clause));
}

const isOfWork = (plain: string) => workWished.test(dutchWish.exec(plain)?.[1] ?? workInEnglish.exec(plain)?.[1] ?? "");

function isWish(clause: string): boolean {
  const plain = normalise(clause).replace(opening, "");
  const wished = dutchWish.exec(plain)?.[1];
  const rest = wished ?? englishWish.exec(plain)?.[1] ?? dream.exec(plain)?.[1];
  if (isOfWork(plain) && !notWished.test(plain)) return true;
  if (notWished.test(rest ?? plain) || meaningOf(clause) !== null) return false;
  if (rest === undefined) return wordLeftOut.test(normalise(clause));
  if (learning.test(rest)) return !/\b(?:stop\w*|dood\w*|die|dead)\b/.test(rest);
  return !ofTheConversation.test(rest) && (wished === undefined || gladly.test(plain) || gladly.test(normalise(clause)));
}

/** The stretches of a text that tell what somebody would like, and whether it says anything else. */
export function wishesIn(text: string): { readonly wishes: readonly Span[]; readonly isAll: boolean } {
  // A yes or a no before it tells nothing else.
  const isAnswer = (said: string) => ["yes", "no"].includes(meaningOf(said) ?? "");
  const told = spansBetween(text, boundary).filter(({ start, end }) => !isAnswer(text.slice(start, end)));
  const wishes = told.filter(({ start, end }) => isWish(text.slice(start, end)));
  return { wishes, isAll: wishes.length > 0 && wishes.length === told.length };
}

/** Keeps what somebody would like as goals, each once, and remembers that goals were told of. */
export function keepGoals(outcome: Outcome, texts: readonly string[], known: readonly string[], at: string): Outcome {
  let next = outcome;
  const kept = new Set(known.map(normalise));
  for (const text of texts) {
    if (!saysSomething(text) || kept.has(normalise(text))) continue;
    kept.add(normalise(text));
    const [numbered, id] = freshId(next, "goal");
    next = emit(numbered, { type: "want_set", at, want: { id, kind: "goal", text, occupationUri: null } });
  }
  const { parts } = next.state;
  return parts.goal === "open" ? withState(next, { parts: { ...parts, goal: "touched" } }) : next;
}

/** Where a wish is no answer to what is asked, and what is asked can be asked again. */
const besideTheQuestion: ReadonlySet<Asking["step"]> = new Set([...talkSteps, "what_is_wrong", "alternatives", "own_words"]);

/** Where a wish is the answer that was asked for, and kept as such. */
export function asksForOwnText({ asking, part }: Interview): boolean {
  return asking.step === "open" && (part === "motive" || part === "goal" || part === "who");
}

/** A message that only tells what somebody would like: kept as a goal, and the question stays; null for all else. */
export function onWish(outcome: Outcome, event: Answered): Outcome | null {
  const { state } = outcome;
  const said = textToKeep(event);
  if (event.action !== null || event.text === null || said === null || event.isDistressed) return null;
  if (!besideTheQuestion.has(state.asking.step) || !wishesIn(event.text).isAll) return null;
  if (asksForOwnText(state) && (state.part === "goal" || !isAim(event.text))) return null;
  // With a yes or a no before it, it is an answer as well, where one is asked for.
  if (!storySteps.has(state.asking.step) && openingWord(event.text) !== null) return null;
  const text = said.replace(/\s+/g, " ").trim();
  const kept = keepGoals(
    outcome,
    [text],
    event.passport.wants.map((want) => want.text),
    event.at,
  );
  return askAgain(say(kept, "noted.goal"));
}
