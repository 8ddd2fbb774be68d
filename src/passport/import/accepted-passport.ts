import { endorsementsOf, withoutBoast } from "../../domain/endorsement.ts";
import { jsonShape } from "../../domain/json-shape.ts";
import { type KeepWords, saysAnything } from "../../domain/left-out.ts";
import { withoutFiles } from "../../domain/merging.ts";
import type { Claim, Passport } from "../../domain/passport.ts";
import { PassportFileError } from "../errors.ts";
import { parsePassportJson } from "../passport-json.ts";

export const importLimits = {
  maxBytes: 5 * 1024 * 1024,
  maxDepth: 40,
  maxEntries: 5_000,
  maxEndorsements: 300,
  maxTextLength: 20_000,
  maxTexts: 300_000,
} as const;

/** Texts are looked through word by word: others get their turn in between. */
const letOthersGo = () => new Promise<void>((resolve) => setImmediate(resolve));

export interface AcceptDeps {
  /** What may be kept of words that come from outside. */
  readonly keepWords: KeepWords;
  /** Which of the endorsements in it were said by who they say, as their signatures tell, and still stand: by their place in the file.
   *  @throws {PassportFileError} where that takes too much */
  readonly genuineIn: (passport: Passport) => Promise<(place: string) => boolean>;
}

export interface AcceptedPassport {
  readonly passport: Passport;
  /** What was left behind, counted. */
  readonly left: {
    /** Endorsements that nobody signed so. */
    readonly endorsements: number;
    /** Their content is not in the file. */
    readonly files: number;
    /** Texts out of which something went that may not be kept. */
    readonly words: number;
  };
}

/** @throws {PassportFileError} where a passport has become more than one holds here */
export function checkFits(passport: Passport): void {
  if (amountsIn(passport).entries > importLimits.maxEntries || JSON.stringify(passport).length > importLimits.maxBytes) throw tooMuch();
}

function amountsIn({ claims, experiences, credentials, wants, who, offers, history }: Passport) {
  const endorsements = claims.reduce(
    (sum, claim) => sum + claim.endorsements.length + (claim.merged ?? []).reduce((of, each) => of + each.claim.endorsements.length, 0),
    0,
  );
  return { entries: [claims, experiences, credentials, wants, who, offers, history].reduce((sum, list) => sum + list.length, 0), endorsements };
}

function tooMuch(): PassportFileError {
  return new PassportFileError("passport_file_too_much", "There is more in this passport than fits in one here");
}

/** @throws {PassportFileError} names the place in the file and never what stands there */
function readPassport(bytes: Uint8Array): Passport {
  const text = new TextDecoder().decode(bytes);
  if (jsonShape(text).depth > importLimits.maxDepth) throw new PassportFileError("passport_file_invalid", "This is not a skills passport");
  const passport = parsePassportJson(text);
  const { entries, endorsements } = amountsIn(passport);
  if (entries > importLimits.maxEntries || endorsements > importLimits.maxEndorsements) throw tooMuch();
  return passport;
}

const conceptAddress = /^https?:\/\/[^\s"'<>\\]{1,300}$/;

/** What names itself by no address is no concept of any taxonomy: it is in somebody's own words, and looked through as such. */
function conceptOrOwn<T extends Omit<Claim, "merged">>(claim: T): T {
  if (claim.uri === null || conceptAddress.test(claim.uri)) return claim;
  return { ...claim, uri: null, type: null, taxonomy: null, meaning: null, group: null, otherLabels: {} };
}

const named: ReadonlySet<string> = new Set(["nl", "en", "title"]);

/** What a line of history calls things in somebody's own words; the name of a concept is none of those. */
function ownWordsIn(detail: unknown): readonly string[] {
  if (typeof detail !== "object" || detail === null) return [];
  const isConcept = "uri" in detail && typeof detail.uri === "string" && conceptAddress.test(detail.uri);
  return Object.entries(detail).flatMap(([key, each]) => {
    if (typeof each === "string") return named.has(key) ? [each] : [];
    return isConcept && key === "label" ? [] : ownWordsIn(each);
  });
}

/** Keeps of a passport from elsewhere what may be kept here and can be checked. Anybody can write such a file: who endorsed a skill counts
 *  only with a signature that is whole, and that it was assessed counts for nothing, as nothing in the file can show it.
 *  @throws {PassportFileError} */
export async function acceptedPassport(bytes: Uint8Array, { keepWords, genuineIn }: AcceptDeps): Promise<AcceptedPassport> {
  const passport = readPassport(bytes);
  const isGenuine = amountsIn(passport).endorsements > 0 ? await genuineIn(passport) : () => false;
  const left = { endorsements: 0, files: 0, words: 0 };
  let looked = 0;
  const kept = (text: string): string | null => {
    looked += text.length;
    if (text.length > importLimits.maxTextLength || looked > importLimits.maxTexts) throw tooMuch();
    const words = keepWords(text, passport.language);
    if (words.leftOut.length === 0) return text;
    left.words += 1;
    return saysAnything(words) ? words.kept : null;
  };
  const isKeptWhole = (texts: readonly string[]) => texts.every((text) => kept(text) === text);
  const keptOrNull = (text: string | null) => (text === null ? null : kept(text));

  function single<T extends Omit<Claim, "merged">>(written: T, place: string): T {
    const claim = conceptOrOwn(written);
    const genuine = claim.endorsements.flatMap((each, index) =>
      isGenuine(`${place}.endorsements[${index}]`) ? endorsementsOf({ endorsements: [each] }) : [],
    );
    left.endorsements += claim.endorsements.length - genuine.length;
    const label = claim.uri === null ? { nl: keptOrNull(claim.label.nl), en: keptOrNull(claim.label.en) } : claim.label;
    const evidence = claim.evidence.flatMap((each) => {
      const quote = kept(each.quote);
      return quote === null ? [] : [{ ...each, quote }];
    });
    return { ...claim, label, evidence, endorsements: genuine };
  }
  const claims: Claim[] = [];
  for (const [index, each] of passport.claims.entries()) {
    await letOthersGo();
    left.files += each.files?.length ?? 0;
    const place = `claims[${index}]`;
    const own: Claim = single(withoutFiles(each), place);
    const doubles = (own.merged ?? []).map(({ at, claim }, nth) => ({ at, claim: withoutBoast(single(claim, `${place}.merged[${nth}].claim`)) }));
    if (own.uri === null && own.label.nl === null && own.label.en === null) continue;
    claims.push(withoutBoast({ ...own, ...(own.merged ? { merged: doubles } : {}) }));
  }
  const experiences: Passport["experiences"][number][] = [];
  for (const each of passport.experiences) {
    await letOthersGo();
    const title = kept(each.title) ?? "…";
    experiences.push({ ...each, title, organisation: keptOrNull(each.organisation), summary: keptOrNull(each.summary) });
  }
  const credentials = passport.credentials.map(({ files = [], ...each }) => {
    left.files += files.length;
    return { ...each, title: kept(each.title) ?? "…", institution: keptOrNull(each.institution) };
  });
  return {
    passport: {
      ...passport,
      claims,
      experiences,
      credentials,
      wants: passport.wants.flatMap((each) => {
        const text = kept(each.text);
        return text === null ? [] : [{ ...each, text }];
      }),
      who: passport.who.flatMap((each) => {
        const text = kept(each.text);
        return text === null ? [] : [{ ...each, text }];
      }),
      // Nobody said yes to these: what cannot be kept whole is not offered.
      offers: passport.offers.filter(({ evidence, ownLabel }) => isKeptWhole([evidence.quote, ownLabel ?? ""])),
      history: passport.history.map((entry) => (isKeptWhole(ownWordsIn(entry.detail)) ? entry : { ...entry, detail: null })),
    },
    left,
  };
}
