import { endorsementsOf, withStatus } from "./endorsement.ts";
import { type Language, localised } from "./language.ts";
import { merge } from "./merging.ts";
import { offerKey } from "./offer.ts";
import { type Claim, type HistoryEntry, isPassportEmpty, type Passport, settledKeys } from "./passport.ts";

/** How many of a passport are new to another one, and how many stood there already. */
export interface Import {
  readonly added: number;
  readonly known: number;
}

export interface TakenIn {
  readonly passport: Passport;
  readonly counts: Readonly<Record<"claims" | "experiences" | "credentials" | "wants" | "who", Import>>;
}

const plain = (text: string | null) => (text ?? "").trim().toLowerCase();

/** What tells things apart that have no name of their own: the same in other words is another one. */
const sameAs = {
  experiences: (each: Passport["experiences"][number]) =>
    [each.area, plain(each.title), plain(each.organisation), plain(each.start), plain(each.end)].join("\n"),
  credentials: (each: Passport["credentials"][number]) => [plain(each.title), plain(each.institution), plain(each.date)].join("\n"),
  wants: (each: Passport["wants"][number]) => [each.kind, plain(each.text), each.occupationUri].join("\n"),
  who: (each: Passport["who"][number]) => plain(each.text),
};

interface Joined<T> {
  readonly all: T[];
  readonly counts: Import;
  /** Under which id each of the incoming ones stands there. */
  readonly idOf: ReadonlyMap<string, string>;
}

/** By name, the first that has it. */
function firstBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T> {
  const by = new Map<string, T>();
  for (const item of items) if (!by.has(nameOf(item))) by.set(nameOf(item), item);
  return by;
}

function joined<T extends { readonly id: string }>(here: readonly T[], incoming: readonly T[], keyOf: (item: T) => string): Joined<T> {
  const byId = firstBy(here, ({ id }) => id);
  const byKey = firstBy(here, keyOf);
  const idOf = new Map<string, string>();
  const added = new Map<string, T>();
  for (const item of incoming) {
    const there = byId.get(item.id) ?? byKey.get(keyOf(item));
    idOf.set(item.id, there?.id ?? item.id);
    if (!there && !added.has(item.id)) added.set(item.id, item);
  }
  return { all: [...here, ...added.values()], counts: { added: added.size, known: incoming.length - added.size }, idOf };
}

function claimKey({ uri, label }: Pick<Claim, "uri" | "label">, language: Language): string {
  return uri ?? offerKey({ concept: null, ownLabel: localised(label, language) });
}

function mergedIds({ merged = [] }: Claim): readonly string[] {
  return merged.map(({ claim }) => claim.id);
}

function atTheirExperiences(claim: Claim, idOf: ReadonlyMap<string, string>): Claim {
  const moved = <T extends Pick<Claim, "evidence">>(each: T): T => ({
    ...each,
    evidence: each.evidence.map((one) => ({
      ...one,
      experienceId: one.experienceId === null ? null : (idOf.get(one.experienceId) ?? one.experienceId),
    })),
  });
  const { merged } = claim;
  return { ...moved(claim), ...(merged ? { merged: merged.map((each) => ({ ...each, claim: moved(each.claim) })) } : {}) };
}

/** The claim that is there, with what the same claim from elsewhere knows more: quotes and endorsements. The rest stays as it is. */
function withMore(here: Claim, from: Claim): Claim {
  const quotes = from.evidence.filter((each) => !here.evidence.some((one) => one.quote === each.quote && one.about === each.about));
  const ids = new Set(endorsementsOf(here).map(({ id }) => id));
  const endorsements = endorsementsOf(from).filter(({ id }) => !ids.has(id));
  if (quotes.length + endorsements.length === 0) return here;
  return withStatus({ ...here, evidence: [...here.evidence, ...quotes], endorsements: [...here.endorsements, ...endorsements] });
}

/** A double from elsewhere goes into the claim that is there: what was said of it, and by whom, is kept. */
function withDouble(here: Claim, from: Claim, at: string): Claim {
  const others = endorsementsOf(from);
  return withStatus({ ...merge(here, from, at), level: here.level ?? from.level, endorsements: [...here.endorsements, ...others] });
}

function joinedClaims(passport: Passport, incoming: Passport, idOf: ReadonlyMap<string, string>, at: string) {
  const claims = [...passport.claims];
  const placeOf = new Map(claims.map(({ id }, place) => [id, place]));
  // Doubles within what comes in were never merged by the holder: they stay as they were.
  const idByKey = new Map(claims.toReversed().map((claim) => [claimKey(claim, passport.language), claim.id]));
  const takenInIds = new Set(claims.flatMap(mergedIds));
  const change = (id: string, next: (claim: Claim) => Claim): boolean => {
    const place = placeOf.get(id);
    const claim = place === undefined ? undefined : claims[place];
    if (place === undefined || !claim) return false;
    claims[place] = next(claim);
    return true;
  };
  for (const each of incoming.claims) {
    const from = atTheirExperiences(each, idOf);
    if (change(from.id, (claim) => withMore(claim, from)) || takenInIds.has(from.id)) continue;
    const double = idByKey.get(claimKey(from, incoming.language));
    for (const id of mergedIds(from)) takenInIds.add(id);
    if (double !== undefined && change(double, (claim) => withDouble(claim, from, at))) takenInIds.add(from.id);
    else placeOf.set(from.id, claims.push(from) - 1);
  }
  const added = claims.length - passport.claims.length;
  return { claims, counts: { added, known: incoming.claims.length - added } };
}

/** Both histories in order of time; of what both tell, the words of the passport that is there: it may have erased them. */
function joinedHistory(here: readonly HistoryEntry[], incoming: readonly HistoryEntry[]): HistoryEntry[] {
  const keyOf = ({ at, event, subject }: HistoryEntry) => [at, event, subject].join("\n");
  const told = new Set(here.map(keyOf));
  const added = incoming.filter((entry) => !told.has(keyOf(entry)));
  if (here.length === 0 || added.length === 0) return [...here, ...added];
  return [...here, ...added].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** One passport taken into another: what is there stays as it is, what is new is added, nothing is there twice. Into an empty passport it is
 *  the one that comes in. Pure.
 *  @param incoming with nothing in it that this installation may not keep or cannot check */
export function takenIn(passport: Passport, incoming: Passport, at: string): TakenIn {
  const [experiences, credentials, wants, who] = [
    joined(passport.experiences, incoming.experiences, sameAs.experiences),
    joined(passport.credentials, incoming.credentials, sameAs.credentials),
    joined(passport.wants, incoming.wants, sameAs.wants),
    joined(passport.who, incoming.who, sameAs.who),
  ];
  const claims = joinedClaims(passport, incoming, experiences.idOf, at);
  const settled = new Set([...settledKeys(passport), ...passport.offers.map(offerKey)]);
  const offers = incoming.offers.filter((offer) => !settled.has(offerKey(offer)) && !passport.offers.some(({ id }) => id === offer.id));
  const agreed = new Set(passport.consents.map(({ id }) => id));
  const next: Passport = {
    // Choices that were not made here yet.
    ...incoming,
    ...passport,
    // A passport of which nothing is known yet has no language of its own.
    language: passport.history.length === 0 ? incoming.language : passport.language,
    taxonomy: isPassportEmpty(passport) ? incoming.taxonomy : passport.taxonomy,
    experiences: experiences.all,
    credentials: credentials.all,
    wants: wants.all,
    who: who.all,
    claims: claims.claims,
    offers: [...passport.offers, ...offers],
    skipped: [...passport.skipped, ...incoming.skipped.filter((part) => !passport.skipped.includes(part))],
    // What was agreed here stays the last word: it is what holds here.
    consents: [...incoming.consents.filter(({ id }) => !agreed.has(id)), ...passport.consents],
    history: joinedHistory(passport.history, incoming.history),
  };
  const counts = { claims: claims.counts, experiences: experiences.counts, credentials: credentials.counts, wants: wants.counts, who: who.counts };
  if (JSON.stringify(next) === JSON.stringify(passport)) return { passport, counts };
  if (isPassportEmpty(passport)) return { passport: next, counts };
  const detail = Object.fromEntries(Object.entries(counts).map(([part, { added }]) => [part, added]));
  return { passport: { ...next, history: [...next.history, { at, event: "passport_imported", subject: null, detail }] }, counts };
}
