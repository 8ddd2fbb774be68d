import type { ConceptCard } from "../domain/concept.ts";
import { type Language, localised } from "../domain/language.ts";
import type { Offer } from "../domain/offer.ts";
import { titleToShow } from "../domain/told-lines.ts";
import { askedAnewKey, titleAnew } from "./asked-anew.ts";
import { askedAbout, askedOnParams, followUpKey, moreKey } from "./asked-on.ts";
import type { Action, Choice, Message } from "./events.ts";
import { isName } from "./follow-up-forms.ts";
import { type Thing, thingsOf, thingToChange } from "./things.ts";
import { areaOf, type Asking, type Interview, interviewParts, isExperiencePart, type Part } from "./state.ts";

/** Names a question, so that an answer to an older card is recognised as such. */
export function questionId(asking: Asking): string {
  if ("offerId" in asking) return `${asking.step}:${asking.offerId}`;
  if ("followUp" in asking) return `${asking.step}:${asking.part}:${asking.followUp}`;
  if ("documentId" in asking) return `${asking.step}:${asking.documentId}`;
  if ("part" in asking) return `${asking.step}:${asking.part}`;
  if ("skill" in asking) return `${asking.step}:${(asking.skill.uri.split("/").at(-1) ?? "").slice(0, 60)}`;
  if ("claimId" in asking) return `${asking.step}:${asking.claimId}`;
  return asking.step;
}

/** Parts neither done nor skipped, in their order. */
export function openPartsOf({ parts }: Pick<Interview, "parts">): readonly Part[] {
  return interviewParts.filter((part) => parts[part] === "open" || parts[part] === "touched");
}

interface Progress {
  /** Parts done or skipped. */
  readonly done: number;
  readonly total: number;
  /** Which one is being talked about, from 1 on: what is being told is not nothing. */
  readonly number: number;
  readonly part: Part;
}

/** How far along, in parts of the conversation; skills are not counted. */
export function progressOf(state: Interview): Progress {
  const total = interviewParts.length;
  const done = total - openPartsOf(state).length;
  return { done, total, number: Math.min(done + 1, total), part: state.part };
}

export function offerOf(state: Interview, offerId: string): Offer | undefined {
  return state.offers.find((offer) => offer.id === offerId);
}

/** True for what was heard before the last answer: then it is said so. */
export function isEarlier({ round }: Pick<Interview, "round">, offer: Offer): boolean {
  return !round.heardIn.includes(offer.evidence.utteranceId);
}

/** True for what waits its turn, and was never put to the holder. */
export function isUnasked({ asked }: Pick<Interview, "asked">, { id, state }: Offer): boolean {
  return state === "waiting" && !asked.includes(id);
}

const button = (action: Action["action"], about: string, key: string = action): Choice => ({
  label: { key: `choice.${key}` },
  action: { action, about },
});

const pick = (about: string, concept: ConceptCard): Choice => ({
  label: { concept },
  action: { action: "pick", about, value: concept.uri },
});

/** "Doe je vrijwilligerswerk?" is answered with doing, "Welk werk heb je gedaan?" with having. */
function skipKey(part: Part): string {
  if (!isExperiencePart(part)) return "skip";
  return part === "volunteering" || part === "family_care" ? "skip_part_doing" : "skip_part";
}

/** Whether a choice is one of a list, and shown with its place in it, from 1: then, and only then, a number chooses it. */
export function isNumbered({ action }: Choice): boolean {
  return action.action === "pick";
}

/** The value that an alternative made of the holder's typed words carries instead of a URI. */
export const ownWordsValue = "own";

function choicesOf(state: Interview): readonly Choice[] {
  const { asking } = state;
  const about = questionId(asking);
  switch (asking.step) {
    case "consent":
      return [button("begin", about, state.consentedAt === null ? "begin" : "begin_changed"), button("read_more", about)];
    case "open":
      if (state.parts[asking.part] === "touched") return [button("nothing_more", about)];
      return [button("skip", about, skipKey(asking.part))];
    case "follow_up":
      return [button("skip", about)];
    case "more":
      return [button("nothing_more", about)];
    case "offer":
      return asking.explained
        ? [button("yes", about), button("no", about), button("later", about)]
        : [button("yes", about), button("no", about), button("dont_know", about), button("later", about)];
    case "what_is_wrong":
      return [button("plain_no", about), button("something_else", about), button("own_words", about)];
    case "alternatives":
      if (asking.options.length === 0) return [button("plain_no", about), button("later", about)];
      return [...asking.options.map((option) => pick(about, option)), button("none_of_these", about), button("later", about)];
    case "own_words":
      return [button("later", about)];
    case "summary":
      return [button("yes", about), button("change", about)];
    case "summary_change": {
      const things = thingsOf(summaryOf(state, asking.part));
      return [...changing(about, things, thingToChange(asking, things)), button("go_on", about, "leave_it")];
    }
    case "enough":
      return [button("go_on", about), button("enough", about)];
    case "waiting_offers":
      return [button("yes", about, "look_now"), button("later", about)];
    case "choose_claim":
      return [button("no", about, "leave_it")];
    case "change_claim":
      return [button("remove", about), button("reword", about), button("no", about, "leave_it")];
    case "reword_claim":
      return [button("no", about, "leave_it")];
    case "still_true":
      return [button("yes", about, "still_true"), button("no", about, "no_longer"), button("later", about)];
    case "missing_skill":
      return [button("yes", about, "missing_yes"), button("no", about, "missing_no"), button("enough", about, "missing_enough")];
    case "tell_missing":
      return [button("skip", about)];
    case "erase":
      return [
        button("yes", about, "erase_yes"),
        ...(state.disclosure.channel === "teams" ? [] : [button("wipe_device", about)]),
        button("no", about, "erase_no"),
      ];
    case "wipe_device":
      return [button("yes", about, "wipe_yes"), button("no", about, "erase_no")];
    case "document":
      return [button("save", about, "document_take"), button("change", about), button("plain_no", about, "document_none")];
    case "document_change": {
      const things = state.document ? thingsOf(state.document) : [];
      if (things.length <= 1) return [button("save", about, "document_take"), button("plain_no", about, "document_none")];
      const one = thingToChange(asking, things);
      return one
        ? [button("save", about), button("remove", about), button("go_on", about, "leave_it")]
        : [...changing(about, things, null), button("go_on", about, "leave_it")];
    }
    case "closed":
      return [button("go_on", about, "tell_more"), button("passport", about)];
  }
}

/** So many buttons fit a small screen, and a card in Teams; of more things the number is typed. */
const mostButtons = 5;

/** A button for each thing that may be changed; or what can be done with the one that is. */
function changing(about: string, things: readonly Thing[], one: Thing | null): readonly Choice[] {
  if (one) return [button("remove", about)];
  if (things.length > mostButtons) return [];
  return things.map(({ id, title }) => ({ label: { told: titleToShow(title) }, action: { action: "pick", about, value: id } }));
}

/** What a card to change shows: the fields of one thing, or a list to choose from. */
function shownToChange<E extends Thing, C extends Thing>(
  asking: { readonly thingId?: string | undefined; readonly isRemoval?: boolean | undefined },
  { experiences, credentials }: { readonly experiences: readonly E[]; readonly credentials: readonly C[] },
): { readonly experiences: readonly E[]; readonly credentials: readonly C[]; readonly shows: "list" | "form" } {
  const one = thingToChange(asking, thingsOf({ experiences, credentials }));
  if (!one) return { experiences, credentials, shows: "list" };
  const isIt = ({ id }: Thing) => id === one.id;
  return { experiences: experiences.filter(isIt), credentials: credentials.filter(isIt), shows: "form" };
}

/** The same question in fewer and more common words, with examples. */
function easierKey(state: Interview, part: Part): string {
  const isForMore = state.parts[part] === "touched" && isExperiencePart(part) && !askedAnewKey(state, part).startsWith("open_mentioned");
  return `${isForMore ? "easier_more" : "easier"}.${part}`;
}

function keyOf(state: Interview): string {
  const { asking } = state;
  switch (asking.step) {
    case "consent":
      return state.consentedAt === null ? "opening.ask" : "opening.ask_changed";
    case "open":
      if (asking.easier) return easierKey(state, asking.part);
      return state.parts[asking.part] === "touched" ? askedAnewKey(state, asking.part) : `open.${asking.part}`;
    case "follow_up":
      if (asking.easier) return `easier_follow_up.${asking.followUp}`;
      if (state.emptyAnswers > 0) return `follow_up_concrete.${asking.part}`;
      return followUpKey(state, asking.followUp) ?? `follow_up.${asking.followUp}`;
    case "more":
      if (asking.easier) return `easier_more.${asking.part}`;
      return moreKey(state, asking.part);
    case "offer":
      if (asking.unsure) return "offer.ask_plainly";
      if (asking.explained) return "offer.ask_explained";
      return offerOf(state, asking.offerId)?.discovered ? "offer.ask_discovered" : "offer.ask";
    case "what_is_wrong":
      return "wrong.ask";
    case "alternatives":
      return asking.options.length > 0 ? "alternatives.ask" : "alternatives.none";
    case "own_words":
      return "own_words.ask";
    case "summary":
      return "summary.ask";
    case "summary_change":
      if (asking.isRemoval) return "summary.which_goes";
      return thingToChange(asking, thingsOf(summaryOf(state, asking.part))) ? "summary.change" : "summary.which";
    case "enough":
      return asking.isKind ? "distress.ask" : "enough.ask";
    case "waiting_offers":
      return "waiting.ask";
    case "choose_claim":
      return "claims.choose";
    case "change_claim":
      return "claims.change";
    case "reword_claim":
      return "claims.reword";
    case "still_true":
      return "again.still_true";
    case "missing_skill":
      return `goal.ask_${asking.skill.type}`;
    case "tell_missing":
      return `goal.tell_${asking.skill.type}`;
    case "erase":
      return "erase.ask";
    case "wipe_device":
      return "wipe.ask";
    case "document":
      return `document.ask_${state.document?.kind ?? "cv"}`;
    case "document_change": {
      const things = state.document ? thingsOf(state.document) : [];
      return things.length > 0 && !thingToChange(asking, things) ? "document.which" : "document.change";
    }
    case "closed":
      return "closed.ask";
  }
}

/** The question as whoever reads the answer is told it: the same, however it was put. */
export function readingKeyOf(state: Interview): string {
  const { key } = questionOf(state);
  const { asking } = state;
  if (asking.step === "follow_up" && /^follow_up(?:_about|_at|_school)?(?:_now)?\./.test(key))
    return `${isName(askedAbout(state)?.title) ? "follow_up_about" : "follow_up"}.${asking.followUp}`;
  if (asking.step === "open" && /^open_(?:told|mentioned)\./.test(key)) return `open_touched.${asking.part}`;
  return key === "more_again" ? `more.${state.part}` : key;
}

export function skillName({ headline, label }: ConceptCard, language: Language): string {
  return headline[language] ?? localised(label, language);
}

/** What an offer is called: its headline, the label, or the own words. */
export function nameOf({ concept, ownLabel }: Offer, language: Language): string {
  return concept ? skillName(concept, language) : (ownLabel ?? "");
}

/** Where courses and diplomas are looked at, wherever they were told; the last part catches what is left. */
const showsCredentials: ReadonlySet<Part> = new Set(["course", "diploma", "who"]);

/** What a summary of a part shows: the experiences told there, and courses and diplomas not shown before. */
export function summaryOf(state: Interview, part: Part) {
  const area = areaOf(part);
  const experiences = state.experiences.filter((each) => each.area === area && state.toSummarise.includes(each.id));
  const credentials = showsCredentials.has(part) ? state.credentials.filter((each) => state.toSummarise.includes(each.id)) : [];
  return { experiences, credentials };
}

/** The question of the moment, from the state alone. Pure. */
export function questionOf(state: Interview): Message {
  const { asking } = state;
  const base = { key: keyOf(state), params: {}, choices: choicesOf(state), asks: true } as const;
  switch (asking.step) {
    case "offer": {
      const offer = offerOf(state, asking.offerId);
      return { ...base, card: offer ? { type: "offer", offer, explained: asking.explained, isEarlier: isEarlier(state, offer) } : null };
    }
    case "alternatives":
      return { ...base, card: { type: "alternatives", offerId: asking.offerId, options: asking.options } };
    case "summary":
      return {
        ...base,
        params: { part: asking.part },
        card: { type: "summary", part: asking.part, ...summaryOf(state, asking.part), shows: "lines" },
      };
    case "summary_change":
      return {
        ...base,
        params: { part: asking.part },
        card: { type: "summary", part: asking.part, ...shownToChange(asking, summaryOf(state, asking.part)) },
      };
    case "document":
    case "document_change": {
      const { document } = state;
      if (!document) return { ...base, card: null };
      const { kind, experiences, credentials } = document;
      const shown = asking.step === "document" ? { experiences, credentials, shows: "lines" as const } : shownToChange(asking, document);
      return { ...base, card: { type: "document", kind, ...shown } };
    }
    case "open": {
      const title = titleAnew(state, asking.part);
      return { ...base, params: base.key.startsWith("open_told.") && title !== null ? { title } : {}, card: null };
    }
    case "follow_up":
    case "more":
      return { ...base, params: askedOnParams(state), card: null };
    case "what_is_wrong": {
      const offer = offerOf(state, asking.offerId);
      return { ...base, params: { headline: offer ? nameOf(offer, state.language) : "" }, card: null };
    }
    case "missing_skill":
    case "tell_missing":
      return { ...base, params: { name: skillName(asking.skill, state.language) }, card: null };
    case "still_true":
      return { ...base, params: { name: localised(asking.label, state.language), year: asking.since }, card: null };
    default:
      return { ...base, card: null };
  }
}

/** Offers that still want an answer: not yet asked, or kept for later; best first. */
export function openOffers(state: Interview): readonly Offer[] {
  return state.offers
    .filter((offer) => offer.state === "waiting" || offer.state === "later")
    .toSorted((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1));
}
