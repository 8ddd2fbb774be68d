import { type Endorsement, endorsementsOf, statusWithEndorsements } from "../../domain/endorsement.ts";
import { jsonShape } from "../../domain/json-shape.ts";
import { ownStatus } from "../../domain/ladder.ts";
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
  /** Whether this was said of this claim by who it says, as its signature tells. */
  readonly isGenuine: (endorsement: Endorsement, claim: Claim) => Promise<boolean>;
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

function tooMuch(): PassportFileError {
  return new PassportFileError("passport_file_too_much", "There is more in this passport than fits in one here");
}

/** @throws {PassportFileError} names the place in the file and never what stands there */
function readPassport(bytes: Uint8Array): Passport {
  const text = new TextDecoder().decode(bytes);
  if (jsonShape(text).depth > importLimits.maxDepth) throw new PassportFileError("passport_file_invalid", "This is not a skills passport");
  const passport = parsePassportJson(text);
  const { claims, experiences, credentials, wants, who, offers, history } = passport;
  const entries = [claims, experiences, credentials, wants, who, offers, history].reduce((sum, list) => sum + list.length, 0);
  const endorsements = claims.reduce(
    (sum, claim) => sum + claim.endorsements.length + (claim.merged ?? []).reduce((of, each) => of + each.claim.endorsements.length, 0),
    0,
  );
  if (entries > importLimits.maxEntries || endorsements > importLimits.maxEndorsements) throw tooMuch();
  return passport;
}

/** Keeps of a passport from elsewhere what may be kept here and can be checked. Anybody can write such a file: who endorsed a skill counts
 *  only with a signature that is whole, and that it was assessed counts for nothing, as nothing in the file can show it.
 *  @throws {PassportFileError} */
export async function acceptedPassport(bytes: Uint8Array, { keepWords, isGenuine }: AcceptDeps): Promise<AcceptedPassport> {
  const passport = readPassport(bytes);
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
  const keptOrNull = (text: string | null) => (text === null ? null : kept(text));

  async function single<T extends Omit<Claim, "merged">>(claim: T): Promise<T> {
    const genuine: unknown[] = [];
    for (const endorsement of endorsementsOf(claim)) if (await isGenuine(endorsement, claim)) genuine.push(endorsement);
    left.endorsements += claim.endorsements.length - genuine.length;
    const label = claim.uri === null ? { nl: keptOrNull(claim.label.nl), en: keptOrNull(claim.label.en) } : claim.label;
    const evidence = claim.evidence.flatMap((each) => {
      const quote = kept(each.quote);
      return quote === null ? [] : [{ ...each, quote }];
    });
    return { ...claim, label, evidence, endorsements: genuine };
  }
  const claims: Claim[] = [];
  for (const each of passport.claims) {
    await letOthersGo();
    left.files += each.files?.length ?? 0;
    const own: Claim = await single(withoutFiles(each));
    const doubles: NonNullable<Claim["merged"]> = [];
    for (const { at, claim } of own.merged ?? []) doubles.push({ at, claim: standing(await single(claim)) });
    if (own.uri === null && own.label.nl === null && own.label.en === null) continue;
    claims.push(standing({ ...own, ...(own.merged ? { merged: doubles } : {}) }));
  }
  const experiences: Passport["experiences"][number][] = [];
  for (const each of passport.experiences) {
    await letOthersGo();
    const title = kept(each.title) ?? "…";
    experiences.push({ ...each, title, organisation: keptOrNull(each.organisation), summary: keptOrNull(each.summary) });
  }
  return {
    passport: {
      ...passport,
      claims,
      experiences,
      credentials: passport.credentials.map((each) => ({ ...each, title: kept(each.title) ?? "…", institution: keptOrNull(each.institution) })),
      wants: passport.wants.flatMap((each) => {
        const text = kept(each.text);
        return text === null ? [] : [{ ...each, text }];
      }),
      who: passport.who.flatMap((each) => {
        const text = kept(each.text);
        return text === null ? [] : [{ ...each, text }];
      }),
    },
    left,
  };
}

/** With the status that what came along with it shows. */
function standing<T extends Claim>(claim: T): T {
  return { ...claim, status: statusWithEndorsements({ ...claim, status: ownStatus(claim) }) };
}
