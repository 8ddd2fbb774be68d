import { type Area, experienceAreas } from "../domain/area.ts";
import type { FoundExperience } from "../domain/finding.ts";
import { isCondition, pointsBack } from "../domain/fragments.ts";
import type { Language } from "../domain/language.ts";
import type { Span } from "../domain/utterance.ts";
import type { ClauseArea } from "./areas.ts";
import { cueText } from "./clauses.ts";
import type { ReadClause } from "./clause-status.ts";
import { tellsRole } from "./remarks.ts";
import { longestSafeSpan } from "./safe-span.ts";
import { childNamed } from "./pointed-at.ts";
import { durationIn, isStray, roleWorkedAs, titleFrom } from "./experience-titles.ts";
import { isNameable, tellsDoing } from "./nameable.ts";
import { namesKin } from "./area-cues.ts";
import { isOtherJob, jobsApart } from "./job-starts.ts";
import { namedFirst } from "./named-first.ts";
import { contentWordsIn } from "./words.ts";
import { isPlaceAlone, isPlaced, placeIn } from "./work-places.ts";

const since = /\b(?:sinds|vanaf|since|from)\s+((?:\p{L}+\s)?(?:19|20)\d{2})\b/iu;
const period = /\b((?:19|20)\d{2}),?\s*(?:-|–|tot(?: en met)?|t\/m|to|until|till)\s*((?:19|20)\d{2}|nu|heden|now|today)\b/i;
const year = /\bin\s+((?:19|20)\d{2})\b/i;
const workPhrase: Record<Language, RegExp> = {
  nl: /\b(?:(?:ik )?(?:ben|was|werk(?:te)?|zit|zat|sta|stond|help|zorg)\b|\d+ (?:jaar|maanden)\b|daarvoor\b)/i,
  en: /\b(?:(?:i'm|im|i am|i was|i work(?:ed)?|i help|i run|i ran|two months|\d+ (?:years|months))\b)/i,
};

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
    return area && (clause.kind === "does" || clause.kind === "job_title" || (clause.kind === "circumstance" && isPlaceAlone(clause.text)))
      ? [{ ...clause, ...area }]
      : [];
  });
  const opening = namedFirst(clauses, asked, language);
  const areasTold = [...new Set(told.map(({ area }) => area))].filter(holdsExperiences);
  return areasTold.flatMap((area) => {
    const own = told.filter((clause) => clause.area === area);
    const groups = hasOrganisation.has(area) ? jobsApart(own) : [own];
    return groups.flatMap((group): FoundExperience[] => {
      const nameable = group.filter((clause) => isNameable(clause, language) && !isFragment(clause, clauses, language));
      const first = nameable.find(({ start }) => start === opening?.start);
      const title = titleOf(text, first ? [first] : nameable, sensitive, language) ?? titleOf(text, nameable, sensitive, language);
      if (!title) return [];
      // What stands with something that may not be kept gives no place and no year.
      const kept = group.filter((clause) => !sensitive.some((span) => span.start < clause.end && clause.start < span.end));
      const lasted = hasOrganisation.has(area) ? durationIn(kept, clauses) : null;
      return [
        {
          area,
          title: lasted === null || title.includes(lasted) ? title : `${title}, ${lasted}`,
          ...detailsIn(kept, area, text, sensitive),
          told: spanOf(group),
          ...(group.some(isOtherJob) ? { isAnother: true } : {}),
          ...(!first && isStep(nameable, area, lasted, language) ? { isStep: true } : {}),
          ...(asked === null && !nameable.some(({ isSaid }) => isSaid) ? { isUnplaced: true } : {}),
        },
      ];
    });
  });
}

/** "ik snij de groente": told within something, without a place, a role, a time or somebody to care for of its own. */
function isStep(group: readonly ToldClause[], area: Area, lasted: string | null, language: Language): boolean {
  if (hasOrganisation.has(area) && group.some(({ text }) => roleWorkedAs(text, language) !== null)) return false;
  if (lasted !== null || group.some((clause) => clause.kind === "job_title" || tellsRole(cueText(clause), language))) return false;
  if (area === "family_care") return !group.some(({ text }) => namesKin(text));
  return !group.some((clause) => isPlaced(clause));
}

/** What tells of a place, a role or a part of life is none; nor is the care for somebody. */
function isFragment(clause: ToldClause, all: readonly ReadClause[], language: Language): boolean {
  const { text, kind, area, isSaid, own } = clause;
  const names = kind === "job_title" || placeIn(clause) !== null;
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

/** Where somebody has an employer or a club to name; "post van de gemeente" at home names none. */
const hasOrganisation: ReadonlySet<Area> = new Set(["paid_work", "self_employed", "volunteering"]);

function detailsIn(
  told: readonly ToldClause[],
  area: Area,
  text: string,
  sensitive: readonly Span[],
): Pick<FoundExperience, "organisation" | "start" | "end"> {
  const said = told.map((clause) => clause.text).join(", ");
  const isSafe = (part: string) => !sensitive.some(({ start, end }) => part.includes(text.slice(start, end)));
  const organisation = hasOrganisation.has(area) ? (told.map(placeIn).find((place) => place !== null) ?? "") : "";
  const span = period.exec(said);
  return {
    organisation: organisation !== "" && isSafe(organisation) ? organisation : null,
    start: span?.[1] ?? since.exec(said)?.[1] ?? year.exec(said)?.[1] ?? null,
    end: span?.[2] && !/nu|heden|now|today/i.test(span[2]) ? span[2] : null,
  };
}

function titleOf(text: string, told: readonly ToldClause[], sensitive: readonly Span[], language: Language): string | null {
  // "klanten vragen waar iets staat" tells of the work, but is no name for it.
  const isTheirs = (clause: ToldClause) =>
    !clause.own && /^(?:de |the )?(?:klanten|gasten|mensen|bewoners|customers|guests|people|residents)\s/i.test(clause.text);
  const pointsAtSome = ({ text: said }: ToldClause) => /(?<!\p{L})(?:ze|het|'t|hem|them|it|dat|that)(?!\p{L})/iu.test(said);
  const inOrder: readonly ((clause: ToldClause) => boolean)[] = [
    (clause) => clause.kind === "job_title",
    (clause) => clause.own && tellsRole(cueText(clause), language),
    (clause) => hasOrganisation.has(clause.area) && isPlaced(clause) && !isTheirs(clause),
    (clause) => clause.isSaid && clause.area !== "informal_learning" && !isTheirs(clause) && !pointsAtSome(clause),
    (clause) => workPhrase[language].test(clause.text) && !/^(?:als|if|dat|that|before|ja was)\b/i.test(clause.text),
    (clause) => clause.doing && !pointsAtSome(clause),
    (clause) => clause.doing,
    (clause) => !/^(?:als|if|dat|that|haar|zijn|his|her) /i.test(clause.text),
  ];
  const [best, ...others] = new Set(inOrder.flatMap((wanted) => told.filter(wanted)));
  const tells = (clause: ToldClause) => clause.kind === "job_title" || isPlaced(clause) || (clause.doing && !isTheirs(clause));
  const titles = [...(best ? [best] : []), ...others.filter(tells)].flatMap((clause) => titleOfClause(text, clause, sensitive, language) ?? []);
  // A clause that tells something names it at worst; what only says how somebody feels or since when does not.
  return titles.find((title) => !isStray(title, language)) ?? (best && tells(best) ? (titles[0] ?? null) : null);
}

function titleOfClause(text: string, clause: ToldClause, sensitive: readonly Span[], language: Language): string | null {
  const safe = longestSafeSpan(text, clause, sensitive, (quote) => tellsDoing(quote, language));
  if (!safe) return null;
  const inFull = childNamed(text.slice(safe.start, safe.end), text.slice(0, safe.start), language);
  return titleFrom(inFull, clause.area, placeIn(clause), language);
}
