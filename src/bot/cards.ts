import type { ConceptCard, ConceptCatalogue } from "../domain/concept.ts";
import { localised } from "../domain/language.ts";
import type { Offer } from "../domain/offer.ts";
import type { Claim, Credential, Experience, Passport } from "../domain/passport.ts";
import { credentialLine, experienceLine, isNamedSo, seenClaims } from "../domain/told-lines.ts";
import type { CardShows, Choice } from "../dialogs/events.ts";
import { isNumbered } from "../dialogs/questions.ts";
import { choiceText, plainName } from "../dialogs/speech.ts";
import type { Part } from "../dialogs/state.ts";
import type { Words } from "../dialogs/wording.ts";
import { explanationOf } from "./explanation.ts";

/** An Adaptive Card, version 1.5, as JSON; `fallbackText` says the same in plain text. */
export type AdaptiveCard = Readonly<Record<string, unknown>> & { readonly fallbackText: string };

export type Element = Readonly<Record<string, unknown>>;

const maxClaimsShown = 12;
/** Our own field ids need more than a name: they are `<id>.<field>`, which is how answers are told apart. */
const maxFieldLength = 200;

/** Plain text: what a person typed, or a label, is never read as Markdown. */
export function plain(text: string, style: Readonly<Record<string, unknown>> = {}): Element {
  return { type: "RichTextBlock", inlines: [{ type: "TextRun", text, ...style }] };
}

const heading = (text: string): Element => plain(text, { size: "Large", weight: "Bolder" });
export const small = (text: string): Element => plain(text, { size: "Small", isSubtle: true });

/** A button; what is chosen from a list has its place in it before its words, as it can be typed. */
function submit(choice: Choice, choices: readonly Choice[], words: Words): Element {
  const text = choiceText(choice, words);
  const title = isNumbered(choice) ? `${choices.filter(isNumbered).indexOf(choice) + 1}. ${text}` : text;
  return { type: "Action.Submit", title, data: choice.action };
}

export function card(words: Words, body: readonly Element[], choices: readonly Choice[], fallbackText: string): AdaptiveCard {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: words.language,
    body,
    actions: choices.map((choice) => submit(choice, choices, words)),
    fallbackText,
    speak: fallbackText,
  };
}

/** What is said to the holder of a concept: our own headline, else the label in a plain frame. */
export function headlineOf(concept: ConceptCard, words: Words): string {
  if (concept.headline[words.language]) return plainName(concept, words);
  return words.say(`card.headline_${concept.type}`, { label: localised(concept.label, words.language) });
}

function meaningLines(concept: ConceptCard, words: Words): string[] {
  const lines = [words.say("card.official", { label: localised(concept.label, words.language) })];
  const meaning = concept.meaning[words.language];
  const group = concept.group[words.language];
  if (meaning) lines.push(words.say("card.meaning", { meaning }));
  else if (group) lines.push(words.say("card.belongs_to", { group }));
  return lines;
}

/** Concepts of the taxonomy in use; what a claim or a card does not hold is looked up there. */
export type Concepts = Pick<ConceptCatalogue, "get">;

/** Where the words stand: in a document, in what was just told, or in what was told before. */
function quoteKey({ source, discovered }: Offer, isEarlier: boolean): string {
  if (source.document !== undefined) return `card.stands_in_${source.document}`;
  if (discovered) return "card.heard_in";
  return isEarlier ? "card.you_said_earlier" : "card.you_said";
}

/** One skill to say yes or no to. With `explained` it says what the card before did not. */
export function offerCard(
  { offer, explained, isEarlier }: { readonly offer: Offer; readonly explained: boolean; readonly isEarlier: boolean },
  choices: readonly Choice[],
  words: Words,
  concepts: Concepts,
): AdaptiveCard {
  const headline = offer.concept ? headlineOf(offer.concept, words) : (offer.ownLabel ?? "");
  if (explained) {
    const lines = explanationOf(offer, concepts, words);
    return card(words, [heading(headline), ...lines.map((line) => plain(line))], choices, [headline, ...lines].join("\n"));
  }
  const quote = words.say(quoteKey(offer, isEarlier), { quote: offer.evidence.quote });
  const quotes = isNamedSo(offer.evidence.quote, headline) ? [] : [quote];
  const meaning = offer.concept ? meaningLines(offer.concept, words) : [words.say("card.own")];
  const body = [heading(headline), ...quotes.map((each) => plain(each)), ...meaning.map(small)];
  return card(words, body, choices, [headline, ...quotes, ...meaning].join("\n"));
}

/** Other skills to choose from. */
export function alternativesCard(options: readonly ConceptCard[], choices: readonly Choice[], words: Words): AdaptiveCard {
  const body = options.flatMap((option) => {
    const meaning = option.meaning[words.language];
    // The name stands on its button: what it means is small print, so that the buttons are in sight.
    return meaning ? [small(`${plainName(option, words)}: ${meaning}`)] : [];
  });
  const fallback = options.map((option, index) => `${index + 1}. ${plainName(option, words)}`).join("\n");
  return card(words, body, choices, fallback);
}

interface Summary {
  readonly part: Part;
  readonly experiences: readonly Experience[];
  readonly credentials: readonly Credential[];
  readonly shows: CardShows;
}

/** Lines with their number before them, to choose one by; the second list goes on where the first ended. */
export function numberedLines(lines: readonly string[], after = 0): readonly string[] {
  return lines.map((line, at) => `${after + at + 1}. ${line}`);
}

/** What was written down about an area, to look at or to choose from. */
export function summaryCard(summary: Summary, choices: readonly Choice[], words: Words): AdaptiveCard {
  const told = summary.experiences.map(experienceLine);
  const learned = summary.credentials.map((each) => credentialLine(each, words.say("card.not_finished")));
  const isList = summary.shows === "list";
  const experiences = isList ? numberedLines(told) : told;
  const credentials = isList ? numberedLines(learned, told.length) : learned;
  const body = [
    ...(experiences.length > 0 ? [small(words.say("card.experiences")), ...experiences.map((line) => plain(line))] : []),
    ...(credentials.length > 0 ? [small(words.say("card.credentials")), ...credentials.map((line) => plain(line))] : []),
  ];
  return card(words, body, choices, [...experiences, ...credentials].join("\n"));
}

export function field(id: string, name: string, label: string, value: string | null): Element {
  return { type: "Input.Text", id: `${id}.${name}`, label, value: value ?? "", maxLength: maxFieldLength };
}

/** A field that shows all of a long text. */
export const whole = (input: Element): Element => ({ ...input, isMultiline: true });

/** Two short fields in one line: a small phone shows little more than a few. */
export function beside(...inputs: readonly [Element, Element]): Element {
  return { type: "ColumnSet", columns: inputs.map((input) => ({ type: "Column", width: "stretch", spacing: "Medium", items: [input] })) };
}

/** The same, to correct: a box for each thing; an emptied title takes it out. */
export function summaryForm(summary: Summary, about: string, choices: readonly Choice[], words: Words): AdaptiveCard {
  const experienceFields = summary.experiences.flatMap((each) => [
    whole(field(each.id, "title", words.say("card.title"), each.title)),
    field(each.id, "organisation", words.say("card.organisation"), each.organisation),
    beside(field(each.id, "start", words.say("card.start"), each.start), field(each.id, "end", words.say("card.end"), each.end)),
  ]);
  const credentialFields = summary.credentials.flatMap((each) => [
    whole(field(each.id, "title", words.say("card.credentials"), each.title)),
    field(each.id, "institution", words.say("card.institution"), each.institution),
    field(each.id, "date", words.say("card.date"), each.date),
  ]);
  const save: Choice = { label: { key: "choice.save" }, action: { action: "save", about } };
  const fallback = [
    ...summary.experiences.map(experienceLine),
    ...summary.credentials.map((each) => credentialLine(each, words.say("card.not_finished"))),
  ].join("\n");
  return card(words, [...experienceFields, ...credentialFields], [save, ...choices], fallback);
}

interface ClaimLine {
  readonly name: string;
  /** The taxonomy's label, where the name is another; null where it is the same. */
  readonly official: string | null;
}

/** @param shownOf those of the seen that are named  @param moreKey what is said of those that are not named */
function claimLines(seen: readonly Claim[], shownOf: readonly Claim[], words: Words, concepts: Concepts, moreKey = "card.and_more"): ClaimLine[] {
  // What has a plain name stands before what was typed in a hurry.
  const shown = shownOf.toSorted((a, b) => Number(a.uri === null) - Number(b.uri === null));
  const more = seen.length - shown.length;
  const lines = shown.map(({ uri, label }): ClaimLine => {
    const headline = (uri === null ? undefined : concepts.get(uri)?.headline) ?? { nl: null, en: null };
    const official = localised(label, words.language);
    const name = plainName({ headline, label }, words);
    return { name: `• ${name}`, official: name === official ? null : official };
  });
  return more > 0 ? [...lines, { name: words.say(moreKey, { count: more }), official: null }] : lines;
}

/** Hidden skills are said apart: they are in the passport, and nobody else sees them. */
function hiddenLines(claims: readonly Claim[], words: Words): string[] {
  const count = claims.length - seenClaims(claims).length;
  return count > 0 ? [words.say("card.hidden", { count })] : [];
}

const claimElements = (lines: readonly ClaimLine[]): Element[] =>
  lines.flatMap(({ name, official }) => (official === null ? [plain(name)] : [plain(name), { ...small(official), spacing: "None" }]));

/** The skills in the passport, in a few lines. */
export function passportCard(passport: Passport, words: Words, concepts: Concepts): AdaptiveCard {
  const seen = seenClaims(passport.claims);
  const lines = claimLines(seen, seen.slice(-maxClaimsShown), words, concepts);
  const hidden = hiddenLines(passport.claims, words);
  const body = [...claimElements(lines), ...hidden.map((line) => plain(line, { isSubtle: true }))];
  return card(words, body, [], [...lines.map(({ name }) => name), ...hidden].join("\n"));
}

/** What was found, what was discovered, what is still open, and how to come back. */
export function closingCard(
  passport: Passport,
  open: { readonly openParts: readonly Part[]; readonly waiting: number },
  inTeams: boolean,
  words: Words,
  concepts: Concepts,
): AdaptiveCard {
  const { openParts, waiting } = open;
  const seen = seenClaims(passport.claims);
  const count = seen.length;
  const discovered = seen.filter((claim) => claim.discovered).length;
  const title = words.say(count === 1 ? "card.skills_found_one" : "card.skills_found", { count });
  // What was told first is what somebody mostly does, and the longest ago on the screen.
  const lines = claimLines(seen, seen.slice(0, maxClaimsShown), words, concepts, inTeams ? "card.and_more" : "card.and_more_in_passport");
  const rest = [
    ...(discovered > 0 ? [words.say("card.discovered", { count: discovered })] : []),
    ...hiddenLines(passport.claims, words),
    ...(waiting > 0 ? [words.say("card.waiting", { count: waiting })] : []),
    ...(openParts.length > 0 ? [words.say("card.still_open", { parts: openParts.map((part) => words.say(`part.${part}`)).join(", ") })] : []),
    words.say(inTeams ? "card.come_back_teams" : "card.come_back"),
  ];
  // Names alone: there is a question beneath, and the official names stand in the passport.
  const body = [heading(title), ...lines.map(({ name }) => plain(name)), ...rest.map((line) => plain(line, { isSubtle: true }))];
  return card(words, body, [], [title, ...lines.map(({ name }) => name), ...rest].join("\n"));
}
