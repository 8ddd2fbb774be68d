import { z } from "zod";
import { Localised } from "./language.ts";
import type { Claim, Passport } from "./passport.ts";
import type { PassportEvent } from "./passport-events.ts";

/** What stands where words were erased. */
export const erasedMark = "…";
/** Shorter words stand in too much that is about something else. */
const leastLength = 3;

/** Fields that the program fills with names of its own: ids, parts of life, kinds of messages and cards. Where an erased word
 *  happens to be such a name ("hobby"), it stays there: it says nothing of anybody, and nothing could be read without it. */
const ownFields: ReadonlySet<string> = new Set(
  `id idPrefix offerId claimId claimIds experienceId thingId utteranceId heardIn asked toSummarise rest held justRefused
   heldAsked promised moreAsked replyToId clientActivityID
   phase step part parts followUp followUps area about state scheme reuseLevel source since language taxonomy disclosure
   wordingHash consentedAt checkpoint type kind key question action progress role locale lang timestamp textFormat inputHint
   contentType $schema version size weight spacing style`.split(/\s+/),
);

type Json = Readonly<Record<string, unknown>>;

/** True for an event with which the holder takes something away for good. */
export function isErasure(event: PassportEvent): boolean {
  return event.type.endsWith("_erased");
}

/** Ids of what these events take away. */
function idsGone(events: readonly PassportEvent[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) => {
      switch (event.type) {
        case "claim_erased":
          return [event.claimId];
        case "experience_erased":
          return [event.experienceId];
        case "credential_erased":
          return [event.credentialId];
        case "want_erased":
          return [event.wantId];
        case "who_erased":
          return [event.whoId];
        default:
          return [];
      }
    }),
  );
}

/** Claims and what went into them: a double is erased with the claim that took it in. */
function withMerged(claims: readonly Claim[]): readonly Pick<Claim, "uri" | "label" | "evidence">[] {
  return claims.flatMap((claim) => [claim, ...(claim.merged ?? []).map((each) => each.claim)]);
}

/** Everything in a passport that says something of its holder, in so many words. */
function phrasesIn({ claims, experiences, credentials, wants, who, offers }: Passport): ReadonlySet<string> {
  const phrases = [
    ...withMerged(claims).flatMap(({ label, evidence }) => [label.nl, label.en, ...evidence.map(({ quote }) => quote)]),
    ...experiences.flatMap(({ title, organisation, summary }) => [title, organisation, summary]),
    ...credentials.flatMap(({ title, institution }) => [title, institution]),
    ...wants.map(({ text }) => text),
    ...who.map(({ text }) => text),
    // What still waits for an answer is still the holder's.
    ...offers.map(({ evidence }) => evidence.quote),
  ];
  return new Set(phrases.filter((each) => each !== null && each.trim().length >= leastLength).map((each) => String(each).trim()));
}

const Earlier = z.object({ from: z.object({ uri: z.string().nullish(), label: Localised.optional() }) });

/** What the things that go were called before they were changed. */
function namesBefore(
  { history }: Passport,
  ids: ReadonlySet<string>,
): readonly { readonly uri: string | null; readonly labels: readonly string[] }[] {
  return history.flatMap(({ subject, detail }) => {
    const from = subject !== null && ids.has(subject) ? Earlier.safeParse(detail).data?.from : undefined;
    const labels = [from?.label?.nl, from?.label?.en].filter((label) => typeof label === "string" && label.trim().length >= leastLength);
    return from ? [{ uri: from.uri ?? null, labels: labels.map(String) }] : [];
  });
}

/** What has to be forgotten everywhere else after these events. */
export interface Forgotten {
  /** What stood in the passport before and stands nowhere in it any more, word for word. */
  readonly phrases: readonly string[];
  readonly ids: ReadonlySet<string>;
  /** Concepts that no claim names any more. */
  readonly uris: ReadonlySet<string>;
}

function urisGone(before: Passport, after: Passport): ReadonlySet<string> {
  const left = new Set(withMerged(after.claims).map(({ uri }) => uri));
  return new Set(withMerged(before.claims).flatMap(({ uri }) => (uri !== null && !left.has(uri) ? [uri] : [])));
}

/** Undefined where nothing was taken away for good. */
export function forgottenBy(events: readonly PassportEvent[], before: Passport, after: Passport): Forgotten | undefined {
  if (!events.some(isErasure)) return undefined;
  const [left, ids] = [phrasesIn(after), idsGone(events)];
  const earlier = namesBefore(before, ids);
  const named = new Set(withMerged(after.claims).map(({ uri }) => uri));
  const phrases = new Set([...phrasesIn(before), ...earlier.flatMap(({ labels }) => labels)]);
  const uris = earlier.flatMap(({ uri }) => (uri !== null && !named.has(uri) ? [uri] : []));
  return { phrases: [...phrases].filter((phrase) => !left.has(phrase)), ids, uris: new Set([...urisGone(before, after), ...uris]) };
}

function says(text: string, { phrases }: Forgotten): boolean {
  const plain = text.toLowerCase();
  return phrases.some((phrase) => plain.includes(phrase.toLowerCase()));
}

/** The same JSON without the texts that say what was erased, and without the concepts it named. */
export function withoutForgotten(value: unknown, forgotten: Forgotten): unknown {
  if (typeof value === "string") return says(value, forgotten) || forgotten.uris.has(value) ? erasedMark : value;
  if (Array.isArray(value)) return value.map((each) => withoutForgotten(each, forgotten));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, ownFields.has(key) ? each : withoutForgotten(each, forgotten)]));
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A headline without its first word: "je" or "u", as the form of address has it. */
function afterFirstWord(headline: string): readonly string[] {
  const [, ...rest] = headline.trim().split(/\s+/);
  return rest.length >= 2 ? [rest.join(" ")] : [];
}

function conceptWords(value: unknown, uris: ReadonlySet<string>): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => conceptWords(each, uris));
  if (!isObject(value)) return [];
  const within = Object.values(value).flatMap((each) => conceptWords(each, uris));
  if (typeof value["uri"] !== "string" || !uris.has(value["uri"])) return within;
  const texts = (name: string) => (isObject(value[name]) ? Object.values(value[name]) : []).filter((each) => typeof each === "string");
  return [...within, ...texts("meaning"), ...texts("headline").flatMap((each) => [each, ...afterFirstWord(each)])];
}

/** With what the skills were called and explained with in a conversation; a passport does not hold their headlines. @param state what it remembers */
export function withConceptWords(forgotten: Forgotten, state: unknown): Forgotten {
  const words = conceptWords(state, forgotten.uris).filter((each) => each.trim().length >= leastLength);
  return { ...forgotten, phrases: [...new Set([...forgotten.phrases, ...words])] };
}

/** What a conversation remembers, without what was erased: things that say it go whole, and no step can be taken back to it. */
export function stateWithout(state: unknown, forgotten: Forgotten): unknown {
  if (!isObject(state)) return state;
  const isGone = (thing: unknown) => isObject(thing) && typeof thing["id"] === "string" && forgotten.ids.has(thing["id"]);
  const isClaimGone = (thing: unknown) =>
    isObject(thing) && thing["state"] === "confirmed" && isObject(thing["concept"]) && forgotten.uris.has(String(thing["concept"]["uri"]));
  const isSaid = (thing: unknown) => JSON.stringify(withoutForgotten(thing, forgotten)) !== JSON.stringify(thing);
  const kept = Object.entries(state).map(([key, value]): [string, unknown] => {
    if (key === "undo" && Array.isArray(value)) return [key, []];
    if (key === "experienceId" && typeof value === "string" && forgotten.ids.has(value)) return [key, null];
    if (key === "offers" && Array.isArray(value)) return [key, value.filter((each) => !isGone(each) && !isClaimGone(each) && !isSaid(each))];
    if (["experiences", "credentials"].includes(key) && Array.isArray(value)) {
      return [
        key,
        withoutForgotten(
          value.filter((each) => !isGone(each)),
          forgotten,
        ),
      ];
    }
    return [key, ownFields.has(key) ? value : withoutForgotten(value, forgotten)];
  });
  return Object.fromEntries(kept);
}
