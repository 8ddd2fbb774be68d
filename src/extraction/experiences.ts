import { type Area, experienceAreas } from "../domain/area.ts";
import type { FoundExperience } from "../domain/finding.ts";
import { isCondition, pointsBack } from "../domain/fragments.ts";
import type { Language } from "../domain/language.ts";
import type { Span } from "../domain/utterance.ts";
import type { ClauseArea } from "./areas.ts";
import { namesNobody } from "./bare-help.ts";
import type { ReadClause } from "./clause-status.ts";
import { longestSafeSpan } from "./safe-span.ts";
import { childNamed } from "./pointed-at.ts";
import { tidied } from "./experience-titles.ts";
import { namedAsDoing } from "./infinitives.ts";
import { isOtherJob, jobStarts } from "./job-starts.ts";
import { isDoing } from "./verbs.ts";
import { contentWordsIn, wordsIn } from "./words.ts";

const named = /(?<!\p{L})(?:bij|voor|van|at|for|with)\s+(?:(?:de|het|een|'t|t|the|a|an)\s+)?(\p{Lu}[\p{L}'’&.-]+(?:\s\p{Lu}[\p{L}'’&.-]+)*)/u;
const common =
  /(?<!\p{L})(?:bij|voor|van|at|for|with|in)\s+(?:(?:de|het|een|'t|t|the|a|an)\s+)?(jumbo|albert heijn|ah|lidl|aldi|action|postnl|kruidvat|hema|verzekeraar|gemeente|kringloop|ziekenhuis|uitzendbureau|restaurant|hotel|verpleeghuis|thuiszorg|garden centre|church hall|voedselbank|food bank|supermarkt|supermarket|school|kinderdagverblijf|bakker(?:ij)?|slager(?:ij)?|garage|apotheek|bouwbedrijf|schoonmaakbedrijf|hospital|care home|warehouse|factory)(?!\p{L})/iu;
const since = /\b(?:sinds|vanaf|since|from)\s+((?:\p{L}+\s)?(?:19|20)\d{2})\b/iu;
const period = /\b((?:19|20)\d{2}),?\s*(?:-|–|tot(?: en met)?|t\/m|to|until|till)\s*((?:19|20)\d{2}|nu|heden|now|today)\b/i;
const year = /\bin\s+((?:19|20)\d{2})\b/i;
const workPhrase: Record<Language, RegExp> = {
  nl: /\b(?:(?:ik )?(?:ben|was|werk(?:te)?|zit|zat|sta|stond|help|zorg)\b|\d+ (?:jaar|maanden)\b|daarvoor\b)/i,
  en: /\b(?:(?:i'm|im|i am|i was|i work(?:ed)?|i help|i run|i ran|two months|\d+ (?:years|months))\b)/i,
};

/** "ja papier gekregen": what one has to show for it is no name of what was done. */
const onlyPaper =
  /^(?:(?:ja|en|ook|toen|daar|ik|heb|yes|and|also|i|have|then|there) )*(?:(?:een|een mooi|mijn|a|my) )?(?:papier(?:tje)?|diploma|certificaat|bewijs|pasje|(?:piece of )?paper|certificate)(?: (?:voor|van|for|of) (?:dat|het|it|that))?(?: (?:heb|ik|i|have))*(?: (?:gekregen|gehaald|gehad|behaald|got|received))?$|^(?:(?:ja|en|ik|heb|yes|and|i|have) )*(?:kreeg|got|received|gekregen)(?: (?:ik|een|a|my|mijn))* (?:papier(?:tje)?|diploma|certificaat|bewijs|pasje|(?:piece of )?paper|certificate)$/i;

type ToldClause = ReadClause & ClauseArea;

/** Diplomas and courses are credentials; traits and wishes are no experiences either. */
const holdsExperiences = (area: Area) => area !== "diploma" && area !== "course" && experienceAreas.some((one) => one === area);

/**
 * What the utterance tells of, in the order told, titled in the holder's own words: one experience for each part of life,
 * and one for each job or club where several are told of.
 * @param asked the part of life that was asked about; null for an open question
 */
export function experiencesIn(
  text: string,
  clauses: readonly ReadClause[],
  areas: readonly ClauseArea[],
  asked: Area | null,
  sensitive: readonly Span[],
  language: Language,
): FoundExperience[] {
  if (asked !== null && !holdsExperiences(asked)) return [];
  const told = clauses.flatMap((clause, at): ToldClause[] => {
    const area = areas[at];
    return area && (clause.kind === "does" || clause.kind === "job_title") ? [{ ...clause, ...area }] : [];
  });
  const areasTold = [...new Set(told.map(({ area }) => area))].filter(holdsExperiences);
  return areasTold.flatMap((area) => {
    const own = told.filter((clause) => clause.area === area);
    const groups = hasOrganisation.has(area) ? oneByOne(own) : [own];
    return groups.flatMap((group): FoundExperience[] => {
      const title = titleOf(
        text,
        group.filter((clause) => !isFragment(clause, clauses, language)),
        sensitive,
        language,
      );
      if (!title) return [];
      // What stands with something that may not be kept gives no place and no year.
      const kept = group.filter((clause) => !sensitive.some((span) => span.start < clause.end && clause.start < span.end));
      const said = kept.map((clause) => clause.text).join(", ");
      return [
        { area, title, ...detailsIn(said, area, text, sensitive), told: spanOf(group), ...(group.some(isOtherJob) ? { isAnother: true } : {}) },
      ];
    });
  });
}

/** What tells of a place, a role or a part of life is none; nor is the care for somebody. */
function isFragment(clause: ToldClause, all: readonly ReadClause[], language: Language): boolean {
  const { text, kind, area, isSaid, own } = clause;
  const names = kind === "job_title" || placeIn(text) !== null;
  if (names) return false;
  if (isCondition(text)) return true;
  if (isSaid || area === "family_care") return false;
  const at = all.findIndex(({ start }) => start === clause.start);
  const before = all[at - 1];
  const isConsequence = before?.sentence === clause.sentence && isCondition(before.text) && /^(?:|,|dan|then)$/.test(clause.joiner);
  return isConsequence || (pointsBack(text, language) && (!own || contentWordsIn(text, language).length <= 1));
}

function spanOf(group: readonly ToldClause[]): Span {
  return { start: Math.min(...group.map(({ start }) => start)), end: Math.max(...group.map(({ end }) => end)) };
}

/** The employer, club or kind of place that is named; null where none is. */
const placeIn = (said: string): string | null => (named.exec(said)?.[1] ?? common.exec(said)?.[1])?.trim() ?? null;

/** Where somebody has an employer or a club to name; "post van de gemeente" at home names none. */
const hasOrganisation: ReadonlySet<Area> = new Set(["paid_work", "self_employed", "volunteering"]);

function detailsIn(said: string, area: Area, text: string, sensitive: readonly Span[]): Pick<FoundExperience, "organisation" | "start" | "end"> {
  const isSafe = (part: string) => !sensitive.some(({ start, end }) => part.includes(text.slice(start, end)));
  const organisation = hasOrganisation.has(area) ? (placeIn(said) ?? "") : "";
  const span = period.exec(said);
  return {
    organisation: organisation !== "" && isSafe(organisation) ? organisation : null,
    start: span?.[1] ?? since.exec(said)?.[1] ?? year.exec(said)?.[1] ?? null,
    end: span?.[2] && !/nu|heden|now|today/i.test(span[2]) ? span[2] : null,
  };
}

function titleOf(text: string, told: readonly ToldClause[], sensitive: readonly Span[], language: Language): string | null {
  const hasContent = (clause: ToldClause) =>
    contentWordsIn(clause.text, language).length >= 1 && !namesNobody(clause.text, language) && !onlyPaper.test(clause.text);
  // "klanten vragen waar iets staat" tells of the work, but is no name for it.
  const isTheirs = (clause: ToldClause) =>
    !clause.own && /^(?:de |the )?(?:klanten|gasten|mensen|bewoners|customers|guests|people|residents)\s/i.test(clause.text);
  const tellsDoing = (quote: string) => wordsIn(quote).some((word) => isDoing(word, language));
  const best =
    told.find((clause) => clause.kind === "job_title") ??
    told.find((clause) => clause.isSaid && clause.area !== "informal_learning" && hasContent(clause) && !isTheirs(clause)) ??
    told.find(
      (clause) => workPhrase[language].test(clause.text) && !/^(?:als|if|dat|that|before|ja was)\b/i.test(clause.text) && hasContent(clause),
    ) ??
    told.find((clause) => clause.doing && hasContent(clause)) ??
    told.find((clause) => !/^(?:als|if|dat|that|haar|zijn|his|her) /i.test(clause.text) && hasContent(clause));
  const safe = best ? longestSafeSpan(text, best, sensitive, tellsDoing) : null;
  if (!safe) return null;
  const inFull = childNamed(text.slice(safe.start, safe.end), text.slice(0, safe.start), language);
  const title = namedAsDoing(tidied(inFull, language), language);
  return title.length >= 2 ? title.charAt(0).toUpperCase() + title.slice(1) : null;
}

/** The clauses about one part of life, apart where another job or club begins. */
function oneByOne(told: readonly ToldClause[]): readonly (readonly ToldClause[])[] {
  const groups: ToldClause[][] = [];
  for (const clause of told) {
    const group = groups.at(-1);
    if (group && !jobStarts(clause, group, placeIn)) group.push(clause);
    else groups.push([clause]);
  }
  return groups;
}
