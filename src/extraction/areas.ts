import type { Area } from "../domain/area.ts";
import { namesNoBusiness, saysNoBusiness } from "../domain/fragments.ts";
import type { Language } from "../domain/language.ts";
import {
  areaCues,
  type AreaStrength,
  areaWords,
  isForOneNamed,
  isOfOthers,
  namesDependent,
  namesKin,
  onlyChores,
  onlySaysWhen,
  turnsElsewhere,
  withoutKinInPassing,
  withoutTrips,
} from "./area-cues.ts";
import { cueText } from "./clauses.ts";
import type { ClauseKind, ReadClause } from "./clause-status.ts";
import { namesIn } from "./people.ts";
import { withoutSlips } from "./slips.ts";

/** Where nothing says otherwise, what somebody does on an ordinary day is taken for work. */
const unsaid: Area = "paid_work";
/** Questions from which a `likely` cue already leads elsewhere: what was asked about is home, free time, or oneself. */
const closeToHome: ReadonlySet<Area> = new Set(["family_care", "hobby", "informal_learning", "drives", "behaviour"]);
/** Clauses that tell nothing of where the holder's own doings are. */
const silent: ReadonlySet<ClauseKind> = new Set(["wish", "hypothetical", "question", "refusal", "opinion", "empty", "small_talk"]);

/** Where a clause belongs, and whether it says so itself. */
export interface ClauseArea {
  readonly area: Area;
  readonly isSaid: boolean;
}

interface Told extends ClauseArea {
  readonly strength: AreaStrength | "none";
  readonly sentence: number;
}

type Cue = Pick<Told, "area" | "strength">;

/**
 * The part of life that each clause tells of: by its own words, else by those of the clause it goes on from, else by the
 * question. A question about a definite part is left only on a strong cue, and only for as long as the sentence lasts.
 * @param question the part that was asked about; null for an open question
 * @returns one area per clause, in order
 */
export function areasOf(clauses: readonly ReadClause[], question: Area | null, language: Language): ClauseArea[] {
  // Who has no business of their own tells of something else: then nothing definite was asked.
  const asked = question === "self_employed" && saysNoBusiness(clauses[0]?.text ?? "") ? null : question;
  const told: Told[] = [];
  const isCare = asked === null || closeToHome.has(asked) ? [] : careOfKin(clauses);
  for (const clause of clauses) {
    // "geen eigen zaak" names what it says there is none of.
    const isDenial = asked !== question && told.length === 0 && namesNoBusiness(clause.text);
    if (isDenial) told.push(goesOnFrom(undefined, clause));
    else if (asked === null) told.push(openly(clause, told.at(-1), language));
    else told.push(definitely(clause, told.at(-1), asked, isCare[told.length] === true));
  }
  return asked === null ? lookingAhead(clauses, told) : told;
}

/** The area of the clause in which a quote begins. */
export function areaAt(start: number, clauses: readonly ReadClause[], areas: readonly ClauseArea[], asked: Area | null): Area {
  const at = clauses.findIndex((clause) => clause.start <= start && start < clause.end);
  return areas[at]?.area ?? asked ?? unsaid;
}

function openly(clause: ReadClause, before: Told | undefined, language: Language): Told {
  const { sentence } = clause;
  const goesOn = goesOnFrom(before, clause);
  if (silent.has(clause.kind)) return goesOn;
  const cues = cuesIn(clause);
  const firm: readonly Cue[] = namesFirm(clause, language) ? [{ area: "paid_work", strength: "likely" }] : [];
  const best = cues.find(({ strength }) => strength !== "hint") ?? firm[0] ?? cues[0];
  if (clause.kind === "other_person" || clause.kind === "circumstance") return aboutOthers(clause, best, goesOn);
  if (!best) return goesOn;
  const isSettled = before?.sentence === sentence && (before.strength === "certain" || before.strength === "likely");
  if (best.strength === "hint" && isSettled && !turnsElsewhere.test(cueText(clause))) return goesOn;
  return { ...best, isSaid: true, sentence };
}

/** Learning is told of for a moment: "ik doe een cursus en ik poets" goes back to work. */
const passing: ReadonlySet<Area> = new Set(["course", "diploma"]);

/** What was said a sentence ago still holds, but any word of the new sentence may change it. */
function goesOnFrom(before: Told | undefined, { sentence, own }: ReadClause): Told {
  if (!before || (own && passing.has(before.area))) return { area: unsaid, isSaid: false, strength: "none", sentence };
  const isWeaker = before.sentence !== sentence && before.strength !== "none";
  return { area: before.area, isSaid: false, strength: isWeaker ? "hint" : before.strength, sentence };
}

/** Somebody else's work is not the holder's; somebody to care for says what comes next is care. */
function aboutOthers(clause: ReadClause, best: Cue | undefined, goesOn: Told): Told {
  const needsCare = namesDependent.test(withoutSlips(cueText(clause), areaWords)) && best?.area === "family_care";
  return needsCare ? { ...goesOn, area: "family_care", strength: "hint" } : goesOn;
}

/** "ik zorg voor mijn man en ik was hem": still about whom was named before. */
const aboutSomebody = /\b(?:hem|haar|hen|hun|ze|him|her|them)\b/;

/** In which something is told that is no care: "mijn broer werkte er ook, ik hielp hem". */
const ofWork: ReadonlySet<Area> = new Set(["paid_work", "self_employed", "volunteering", "hobby"]);

/**
 * "mijn moeder is slecht ter been, ik doe haar medicijnen": done for one of the family who was named in the same sentence or
 * the one before, where nothing else was told since.
 * @returns one for each clause
 */
function careOfKin(clauses: readonly ReadClause[]): boolean[] {
  let kin: { readonly sentence: number; readonly isAlone: boolean } | null = null;
  return clauses.map((clause) => {
    const said = withoutTrips(cueText(clause));
    const before: typeof kin = kin && kin.sentence >= clause.sentence - 1 ? kin : null;
    const named = namesKin(said) ? { sentence: clause.sentence, isAlone: true } : before;
    if (!named) return false;
    const isElse = isOfOthers(said) || cuesOf(said).some(({ area }) => ofWork.has(area));
    kin = { ...named, isAlone: named.isAlone && !isElse };
    return before !== null && before.isAlone && !isElse && isForOneNamed(said);
  });
}

function definitely(clause: ReadClause, before: Told | undefined, asked: Area, isCare: boolean): Told {
  const { sentence } = clause;
  const stays: Told = { area: asked, isSaid: false, strength: "none", sentence };
  if (silent.has(clause.kind)) return stays;
  if (isCare) return { area: "family_care", strength: "likely", isSaid: true, sentence };
  const cues = asked === "family_care" ? cuesIn(clause) : cuesOf(withoutKinInPassing(cueText(clause)));
  if (cues.some(({ area }) => area === asked)) return { ...stays, isSaid: true };
  const [moved] = cues.filter(({ strength }) => strength === "certain" || (strength === "likely" && closeToHome.has(asked)));
  if (moved) return { ...moved, isSaid: true, sentence };
  const isHousework = before?.area === "family_care" && onlyChores.test(cueText(clause));
  const goesOn =
    before && before.strength !== "none" && (isHousework || (before.sentence === sentence && (!clause.own || aboutSomebody.test(cueText(clause)))));
  return goesOn ? { ...before, isSaid: false } : stays;
}

/** "koken, wassen, strijken, alles voor mijn gezin", "ik maak fietsen, heb ik zelf geleerd": the last part says it of all. */
function lookingAhead(clauses: readonly ReadClause[], told: readonly Told[]): ClauseArea[] {
  const areas: ClauseArea[] = [...told];
  for (let at = clauses.length - 2; at >= 0; at--) {
    const clause = clauses[at];
    const next = clauses[at + 1];
    const ahead = areas[at + 1];
    if (told[at]?.strength !== "none" || !clause || !next || !ahead || clause.sentence !== next.sentence) continue;
    if (!next.own || ahead.area === "informal_learning") areas[at] = { area: ahead.area, isSaid: false };
  }
  return areas;
}

const strengths: readonly AreaStrength[] = ["certain", "likely", "hint"];

/** Cues that a clause holds, the strongest first. */
const cuesIn = (clause: ReadClause): Cue[] => cuesOf(cueText(clause));

/** @param text a clause as cues read it */
function cuesOf(text: string): Cue[] {
  const said = withoutSlips(text, areaWords).replace(onlySaysWhen, " ");
  const found = areaCues.filter(({ pattern }) => pattern.test(said));
  return strengths.flatMap((strength) => found.filter((one) => one.strength === strength).map(({ area }) => ({ area, strength })));
}

const atPlace = /(?<!\p{L})(?:bij|voor|at|for)\s+(?:(?:de|het|een|'t|the|a)\s+)?(?=\p{Lu}\p{L}+)/gu;

/** "bij Jansen Bouw", "at Barrow Foods": a name with a capital that is nobody's first name. */
function namesFirm(clause: ReadClause, language: Language): boolean {
  const people = new Set(namesIn(clause.text, language).map(({ start }) => start));
  return [...clause.text.matchAll(atPlace)].some((match) => !people.has((match.index ?? 0) + match[0].length));
}
