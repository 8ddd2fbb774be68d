import type { HeadlineOf } from "../../domain/concept.ts";
import type { Localised } from "../../domain/language.ts";
import { nextStep } from "../../domain/next-step.ts";
import { compare, type AskedSkill, type Comparison, fittingWork, type FittingWork } from "../../domain/occupation-fit.ts";
import type { Occupation, OccupationCatalogue, WorkFacts } from "../../domain/occupation.ts";
import type { Claim, Passport, Want } from "../../domain/passport.ts";
import { isHeld, type MatchKind, skillsHeld } from "../../domain/skills-held.ts";
import type { VacancyAsks } from "../../domain/vacancy.ts";

/** What the page needs to name a concept of the taxonomy in use. */
export interface ConceptNames {
  readonly headlineOf: HeadlineOf;
  /** null: the taxonomy in use has no such concept. */
  readonly labelOf: (uri: string) => Localised | null;
  readonly typeOf: (uri: string) => "skill" | "knowledge";
}

/** A skill of the passport that answers to one that is asked. */
export interface Answering {
  readonly kind: MatchKind;
  /** What the passport calls it. */
  readonly label: Localised;
  /** The holder said: with help. */
  readonly isWithHelp: boolean;
}

/** What something is called in the language, beside Dutch and English, that the holder chose. */
export interface OtherName {
  readonly language: string;
  readonly label: string;
}

/** Names by URI in that language. */
export interface OtherNames {
  readonly language: string;
  readonly labels: ReadonlyMap<string, string>;
}

export interface AskedView {
  readonly uri: string;
  readonly label: Localised;
  readonly otherName: OtherName | null;
  readonly headline: Localised | null;
  readonly type: "skill" | "knowledge";
  readonly answering: Answering | null;
  /** The holder said in the conversation: not done yet. */
  readonly isNotYet: boolean;
}

export interface OccupationBrief extends Pick<Occupation, "uri" | "label"> {}

/** Counts are of skills; there is no mark and no percentage anywhere. */
export interface ComparisonView {
  readonly occupation: Pick<Occupation, "uri" | "label" | "description"> & { readonly otherName: OtherName | null };
  /** How many skills the occupation calls essential. */
  readonly asks: number;
  /** Essential ones that are in the passport, and those that are not. */
  readonly has: readonly AskedView[];
  readonly lacks: readonly AskedView[];
  /** How many more are lacking than are named. */
  readonly lacksMore: number;
  /** Of use there, and in the passport. */
  readonly alsoHas: readonly AskedView[];
}

export interface NextStepView {
  readonly skill: AskedView;
  readonly from: Localised | null;
}

export interface GoalView {
  readonly wantId: string;
  /** In the holder's words. */
  readonly text: string;
  readonly comparison: ComparisonView;
  readonly nextStep: NextStepView | null;
}

/** A goal in own words, and the occupations it may be about. */
export interface OpenGoalView {
  readonly wantId: string;
  readonly text: string;
  readonly suggestions: readonly OccupationBrief[];
}

/** `unavailable`: the taxonomy in use holds no occupations. */
export type FittingView =
  | { readonly state: "unavailable" }
  | Exclude<FittingWork, { readonly state: "found" }>
  | { readonly state: "found"; readonly counted: number; readonly fits: readonly ComparisonView[] };

export interface OccupationsView {
  readonly fitting: FittingView;
  /** Skills in own words, which nothing can be compared with. */
  readonly ownWords: number;
  readonly goals: readonly GoalView[];
  readonly openGoals: readonly OpenGoalView[];
}

export interface VacancyView {
  /** False: nothing was read, as the holder has not agreed to the notice. */
  readonly isAgreed: boolean;
  readonly asks: readonly { readonly line: string; readonly skill: AskedView }[];
}

const mostSuggestions = 4;
/** Of what is lacking, so many are named in a list of occupations; all of it where one occupation is looked at. */
const fewLacking = 4;
const nameless: Localised = { nl: null, en: null };

interface Seeing {
  /** The goal that is about it. */
  readonly want?: Want | undefined;
  /** So many of what is lacking are named. */
  readonly most?: number;
}

export interface OccupationViews {
  whole(passport: Passport): OccupationsView;
  comparison(occupation: Occupation, passport: Passport): ComparisonView;
  vacancy(asks: readonly VacancyAsks[], passport: Passport): VacancyView;
}

/** What the page shows of work beside a passport; for its holder only.
 *  @param others names in a language that the holder chose; null: in none */
export function occupationViews({ occupations, kinship }: WorkFacts, names: ConceptNames, others: OtherNames | null = null): OccupationViews {
  function otherName(uri: string): OtherName | null {
    const label = others?.labels.get(uri);
    return others === null || label === undefined ? null : { language: others.language, label };
  }

  function asked({ uri, match }: AskedSkill, claims: readonly Claim[], notYet: ReadonlySet<string> = new Set()): AskedView {
    const claim = match === null ? undefined : claims.find(({ id }) => id === match.claimId);
    return {
      uri,
      label: names.labelOf(uri) ?? nameless,
      otherName: otherName(uri),
      headline: names.headlineOf(uri),
      type: names.typeOf(uri),
      answering: match !== null && claim ? { kind: match.kind, label: claim.label, isWithHelp: claim.level?.value === "with_help" } : null,
      isNotYet: notYet.has(uri),
    };
  }

  function seen(comparison: Comparison, { claims }: Pick<Passport, "claims">, { want, most = Infinity }: Seeing = {}): ComparisonView {
    const { occupation, essential, optional } = comparison;
    const { uri, label, description } = occupation;
    const notYet = new Set(want?.notYet ?? []);
    const each = (skill: AskedSkill) => asked(skill, claims, notYet);
    const isHad = ({ match }: AskedSkill) => isHeld(match ?? undefined);
    const lacking = essential.filter((skill) => !isHad(skill));
    const named = lacking.slice(0, most);
    return {
      occupation: { uri, label, description, otherName: otherName(uri) },
      asks: essential.length,
      has: essential.filter(isHad).map(each),
      lacks: named.map(each),
      lacksMore: lacking.length - named.length,
      alsoHas: optional.filter(isHad).map(each),
    };
  }

  function goal(want: Want, passport: Passport, catalogue: OccupationCatalogue): GoalView | null {
    const occupation = want.occupationUri === null ? undefined : catalogue.get(want.occupationUri);
    if (!occupation) return null;
    const comparison = compare(occupation, skillsHeld(passport.claims, kinship), catalogue);
    const step = nextStep(comparison, passport.claims, kinship);
    const stepSkill = comparison.essential.find(({ uri }) => uri === step?.uri);
    const from = passport.claims.find(({ id }) => id === step?.fromClaimId)?.label ?? null;
    return {
      wantId: want.id,
      text: want.text,
      comparison: seen(comparison, passport, { want }),
      nextStep: stepSkill ? { skill: asked(stepSkill, passport.claims), from } : null,
    };
  }

  function fitting(passport: Passport, catalogue: OccupationCatalogue): FittingView {
    const found = fittingWork(passport.claims, catalogue, kinship);
    return found.state === "found" ? { ...found, fits: found.fits.map((fit) => seen(fit, passport, { most: fewLacking })) } : found;
  }

  return {
    whole(passport) {
      const ownWords = passport.claims.filter(({ hidden, uri }) => !hidden && uri === null).length;
      if (occupations === null) return { fitting: { state: "unavailable" }, ownWords, goals: [], openGoals: [] };
      const wanted = passport.wants.filter(({ kind }) => kind === "goal");
      return {
        fitting: fitting(passport, occupations),
        ownWords,
        goals: wanted.flatMap((want) => goal(want, passport, occupations) ?? []),
        openGoals: wanted
          .filter(({ occupationUri }) => occupationUri === null || occupations.get(occupationUri) === undefined)
          .map(({ id, text }) => ({ wantId: id, text, suggestions: occupations.search(text, passport.language, mostSuggestions).map(brief) })),
      };
    },
    comparison(occupation, passport) {
      if (occupations === null) return seen({ occupation, essential: [], optional: [], held: 0 }, passport);
      return seen(compare(occupation, skillsHeld(passport.claims, kinship), occupations), passport, { want: goalAbout(passport, occupation.uri) });
    },
    vacancy(asks, passport) {
      const held = skillsHeld(passport.claims, kinship);
      const told = new Set<string>();
      const views = asks.flatMap(({ line, concepts }) => {
        // A line can be read in more than one way: then what the passport answers to is what it asks.
        const [first] = concepts;
        const concept = concepts.find(({ uri }) => isHeld(held.get(uri))) ?? first;
        if (!concept || told.has(concept.uri)) return [];
        told.add(concept.uri);
        return [{ line, skill: asked({ uri: concept.uri, match: held.get(concept.uri) ?? null }, passport.claims) }];
      });
      return { isAgreed: true, asks: views };
    },
  };
}

/** The goal that is about this occupation. */
export function goalAbout({ wants }: Pick<Passport, "wants">, occupationUri: string): Want | undefined {
  return wants.find((want) => want.kind === "goal" && want.occupationUri === occupationUri);
}

export function brief({ uri, label }: Occupation): OccupationBrief {
  return { uri, label };
}
