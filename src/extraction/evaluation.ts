import { z } from "zod";
import type { ConversationFindings, ListedOffer } from "./conversation-findings.ts";
import type { GoldPersona } from "./gold.ts";

/** What one persona's conversation gave, in numbers. Offers of the conversation's own language count nowhere but in `own`. */
export const PersonaCounts = z.object({
  core: z.int(),
  /** Core concepts that the taxonomy in use has at all: the most that coreStrict can reach. */
  coreInTaxonomy: z.int(),
  /** Core concepts that were offered. */
  coreStrict: z.int(),
  /** … or whose words gave another accepted concept. */
  coreLenient: z.int(),
  /** Concepts offered, and how many of them are accepted, with the words that show them; of all, and of the first five. */
  offered: z.int(),
  right: z.int(),
  first5: z.int(),
  first5Right: z.int(),
  /** Own skills. */
  own: z.int(),
  /** Offers that the person's words deny, wish for, or tell of others. */
  forbidden: z.int(),
  /** Sensitive strings anywhere in what came out. */
  leaks: z.int(),
  /** Offers whose quote is empty or not what was said there. */
  badEvidence: z.int(),
  /** What the story shows and the person did not name; found at all, and marked as discovered. */
  unconscious: z.int(),
  unconsciousFound: z.int(),
  unconsciousMarked: z.int(),
  credentials: z.int(),
  credentialsFound: z.int(),
  extraCredentials: z.int(),
});
export type PersonaCounts = z.infer<typeof PersonaCounts>;

/** The language of the conversation itself (its name, and reading, writing, speaking and understanding it) is neither right nor wrong. */
const conversationLanguage: ReadonlySet<string> = new Set([
  "0ee9e985-0ee5-4a73-8a12-78b53b261bb2",
  "347d33a8-3698-4549-a7de-722a0216ee40",
  "3993c87c-7719-4186-811b-8ddfb40e76be",
  "64ff8d5f-58a8-4efb-af5a-e161854b3e9a",
  "6d3edede-8951-4621-a835-e04323300fa0",
  "7ee20fe2-facd-4cc5-837b-927429e0e7ac",
  "96ab25a3-c89b-43ea-833b-26b637c3b6ed",
  "c44b765b-76fb-4a16-be7e-9925beee072c",
  "cad4f44b-28a8-4448-86e5-7389e5ebf3eb",
  "e35cfb6e-ea8e-4aef-aab9-3cbc7d79647b",
]);
/** Characters around a gold quote within which a quote still shows the same thing. */
const nearby = 60;
export const uuidOf = (uri: string) => uri.slice(uri.lastIndexOf("/") + 1);

/** The uuids of offered concepts that the persona's gold has, from the words where it has them. */
export function rightConcepts(persona: GoldPersona, offers: readonly ListedOffer[]): Set<string> {
  const gold = new Map(persona.gold.map((each) => [each.uuid, each]));
  const isRight = (uuid: string, offer: ListedOffer) => {
    const quote = gold.get(uuid)?.evidence;
    return quote !== undefined && /[\p{L}\p{N}]{3,}/u.test(offer.evidence) && (isNear(persona, offer, quote) || alike(offer.evidence, quote));
  };
  return new Set([...firstByConcept(offers)].filter(([uuid, offer]) => isRight(uuid, offer)).map(([uuid]) => uuid));
}

/** @param known uuids of the concepts in the taxonomy in use */
export function scorePersona(persona: GoldPersona, found: ConversationFindings, known: ReadonlySet<string>): PersonaCounts {
  const gold = new Map(persona.gold.map((each) => [each.uuid, each]));
  const offers = firstByConcept(found.offers);
  const right = rightConcepts(persona, found.offers);
  const rightQuotes = [...right].flatMap((uuid) => gold.get(uuid)?.evidence ?? []);
  const core = persona.gold.filter(({ level }) => level === "core");
  const foundAnother = (quote: string) => rightQuotes.some((other) => quote.includes(other) || other.includes(quote));
  const judged = [...offers.keys()].filter((uuid) => gold.has(uuid) || !conversationLanguage.has(uuid));
  const credentialsFound = matchingTitles(
    persona.credentials.map(({ title }) => title),
    found.credentials.map(({ title }) => title),
  );
  return {
    core: core.length,
    coreInTaxonomy: core.filter(({ uuid }) => known.has(uuid)).length,
    coreStrict: core.filter(({ uuid }) => offers.has(uuid)).length,
    coreLenient: core.filter(({ uuid, evidence }) => offers.has(uuid) || foundAnother(evidence)).length,
    offered: judged.length,
    right: judged.filter((uuid) => right.has(uuid)).length,
    first5: Math.min(5, judged.length),
    first5Right: judged.slice(0, 5).filter((uuid) => right.has(uuid)).length,
    own: found.offers.filter(({ uri }) => uri === null).length,
    forbidden: forbiddenOffers(persona, found.offers, offers),
    leaks: leaksIn(stringsIn({ offers: found.offers, credentials: found.credentials }).join("\n"), persona.sensitive).length,
    badEvidence: found.offers.filter((offer) => !isVerbatim(persona, offer)).length,
    unconscious: persona.unconscious.length,
    unconsciousFound: persona.unconscious.filter((uuid) => offers.has(uuid)).length,
    unconsciousMarked: persona.unconscious.filter((uuid) => offers.get(uuid)?.discovered).length,
    credentials: persona.credentials.length,
    credentialsFound,
    extraCredentials: found.credentials.length - credentialsFound,
  };
}

/** The sensitive strings that stand in a text as whole words. */
export function leaksIn(text: string, sensitive: readonly string[]): string[] {
  return sensitive.filter((each) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(each)}(?![\\p{L}\\p{N}])`, "u").test(text));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function firstByConcept(offers: readonly ListedOffer[]): Map<string, ListedOffer> {
  const first = new Map<string, ListedOffer>();
  for (const offer of offers) if (offer.uri && !first.has(uuidOf(offer.uri))) first.set(uuidOf(offer.uri), offer);
  return first;
}

/** Concepts named as forbidden, and whatever else was taken from words that may give nothing, or no own skill. */
function forbiddenOffers(persona: GoldPersona, all: readonly ListedOffer[], byConcept: ReadonlyMap<string, ListedOffer>): number {
  const named = new Set(persona.forbidden.flatMap(({ uuids }) => uuids));
  const fromForbiddenWords = (offer: ListedOffer) =>
    persona.forbidden.some(({ span, uuids }) => (uuids.length === 0 || offer.uri === null) && isInside(persona, offer, span));
  const others = all.filter((offer) => !(offer.uri && named.has(uuidOf(offer.uri))) && fromForbiddenWords(offer));
  return [...byConcept.keys()].filter((uuid) => named.has(uuid)).length + others.length;
}

function isVerbatim({ utterances }: GoldPersona, { evidence, utterance, start, end }: ListedOffer): boolean {
  return evidence.trim() !== "" && utterances[utterance]?.text.slice(start, end) === evidence;
}

function isNear({ utterances }: GoldPersona, offer: ListedOffer, quote: string): boolean {
  const at = utterances[offer.utterance]?.text.indexOf(quote) ?? -1;
  return at >= 0 && offer.end > at - nearby && offer.start < at + quote.length + nearby;
}

function isInside({ utterances }: GoldPersona, offer: ListedOffer, span: string): boolean {
  const at = utterances[offer.utterance]?.text.indexOf(span) ?? -1;
  return at >= 0 && offer.start >= at && offer.end <= at + span.length;
}

/** How many of the titles told were found; each found title counts once. */
function matchingTitles(told: readonly string[], found: readonly string[]): number {
  const left = [...found];
  return told.filter((title) => {
    const at = left.findIndex((each) => alike(each, title));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

/** Half of the shorter text's words and a third of the longer one's are the same. */
function alike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const same = [...a].filter((word) => b.has(word)).length;
  return same > 0 && same / Math.min(a.size, b.size) >= 0.5 && same / Math.max(a.size, b.size) >= 0.34;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(stringsIn);
}
