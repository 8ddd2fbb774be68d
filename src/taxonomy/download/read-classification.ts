import type { Classification } from "../classification.ts";
import { nearestGroup } from "../nearest-group.ts";
import { filePurposes, languageName, type Download, type DownloadFile, type FilePurpose } from "./download-file.ts";
import { joined, readLabelled, type InDutchAndEnglish, type LabelledKind, type Reading } from "./labelled.ts";
import { readBroader, readCollection, readRelations } from "./read-links.ts";
import { readSkills, type SkillsRead } from "./read-skills.ts";

/** Files of the download, sorted by what they are read for. Relations say the same in every language: one is read. */
export interface FilesToRead {
  readonly skills: readonly DownloadFile[];
  readonly groups: { readonly nl: DownloadFile | undefined; readonly en: DownloadFile | undefined };
  readonly occupations: { readonly nl: DownloadFile | undefined; readonly en: DownloadFile | undefined };
  /** Those in other languages, of which only the labels are taken over. */
  readonly otherOccupations: readonly DownloadFile[];
  readonly broader: DownloadFile | undefined;
  readonly occupationSkills: DownloadFile | undefined;
  readonly skillSkills: DownloadFile | undefined;
  readonly collections: readonly DownloadFile[];
}

export function filesToRead({ files }: Download): FilesToRead {
  const all = (purpose: FilePurpose) => files.filter((file) => file.purpose === purpose);
  const inLanguage = (purpose: FilePurpose, language: string) => all(purpose).find((file) => file.language === language);
  const both = (purpose: FilePurpose) => ({ nl: inLanguage(purpose, "nl"), en: inLanguage(purpose, "en") });
  const any = (purpose: FilePurpose) => inLanguage(purpose, "en") ?? inLanguage(purpose, "nl") ?? all(purpose)[0];
  return {
    skills: all("skills"),
    groups: both("skillGroups"),
    occupations: both("occupations"),
    otherOccupations: all("occupations").filter(({ language }) => language !== null && !["nl", "en"].includes(language) && languageName(language)),
    broader: any("broaderRelationsSkillPillar"),
    occupationSkills: any("occupationSkillRelations"),
    skillSkills: any("skillSkillRelations"),
    collections: filePurposes.filter((purpose) => purpose.endsWith("Collection")).flatMap((purpose) => any(purpose) ?? []),
  };
}

export function listed({
  skills,
  groups,
  occupations,
  otherOccupations,
  broader,
  occupationSkills,
  skillSkills,
  collections,
}: FilesToRead): DownloadFile[] {
  const single = [groups.nl, groups.en, occupations.nl, occupations.en, broader, occupationSkills, skillSkills];
  return [...skills, ...single.flatMap((file) => file ?? []), ...otherOccupations, ...collections];
}

const groupKind = {
  what: "a group of skills",
  uri: /^http:\/\/data\.europa\.eu\/esco\/(?:skill|isced-f)\/[\w.~-]{1,100}$/,
  required: [],
  optional: ["code"],
} as const;
const occupationKind = {
  what: "an occupation",
  uri: /^http:\/\/data\.europa\.eu\/esco\/occupation\/[\w.~-]{1,100}$/,
  required: [],
  optional: ["iscoGroup", "code"],
} as const;

/** Reads all that is taken over of a download. @throws {TaxonomySourceError} */
export async function readClassification(files: FilesToRead, reading: Reading): Promise<Classification> {
  const { skips } = reading;
  const skills = await readSkills(files.skills, reading);
  const groups = joined(await readBoth(files.groups, groupKind, reading), skips);
  const occupations = joined(await readBoth(files.occupations, occupationKind, reading), skips);

  const skillUris = new Set(skills.concepts.map((concept) => concept.uri));
  const groupUris = new Set(groups.map((group) => group.uri));
  const occupationUris = new Set(occupations.map((occupation) => occupation.uri));
  const isSkill = (uri: string) => skillUris.has(uri);
  const isSkillOrGroup = (uri: string) => skillUris.has(uri) || groupUris.has(uri);

  const broader = await readBroader(files.broader, isSkillOrGroup, reading);
  const ofOccupations = {
    kind: "occupation",
    from: "occupationUri",
    to: "skillUri",
    isKnownFrom: (uri: string) => occupationUris.has(uri),
    isKnownSkill: isSkill,
  } as const;
  const ofSkills = { kind: "skill", from: "originalSkillUri", to: "relatedSkillUri", isKnownFrom: isSkill, isKnownSkill: isSkill } as const;
  const relations = [
    ...(await readRelations(files.occupationSkills, ofOccupations, reading)),
    ...(await readRelations(files.skillSkills, ofSkills, reading)),
  ];
  const collections = [];
  for (const file of files.collections) collections.push(await readCollection(file, isSkillOrGroup, reading));

  return {
    concepts: skills.concepts.map((concept) => ({
      ...concept,
      group: nearestGroup(concept.uri, broader, (uri) => groupUris.has(uri)) ?? null,
      broader: broader.get(concept.uri) ?? [],
    })),
    groups: groups.map(({ uri, label, cell }) => ({ uri, label, code: cell("code") || null, broader: broader.get(uri) ?? [] })),
    occupations: occupations.map(({ uri, label, alt, description, cell }) => ({
      uri,
      label,
      alt,
      description,
      isco: cell("iscoGroup") || null,
      code: cell("code") || null,
    })),
    relations,
    collections,
    labels: await withOccupations(skills.labels, files.otherOccupations, occupationUris, reading),
    languages: skills.languages,
  };
}

/** The labels of skills with those of occupations, in languages that have both. */
async function withOccupations(
  skills: SkillsRead["labels"],
  files: readonly DownloadFile[],
  known: ReadonlySet<string>,
  reading: Reading,
): Promise<SkillsRead["labels"]> {
  const labels = new Map(skills);
  for (const file of files) {
    const ofSkills = file.language === null ? undefined : labels.get(file.language);
    if (file.language === null || !ofSkills) continue;
    const { items } = await readLabelled(file, occupationKind, reading);
    const named = [...items.values()].flatMap(({ uri, label, alt }) => (label !== null && known.has(uri) ? [{ uri, label, alt: [...alt] }] : []));
    labels.set(file.language, [...ofSkills, ...named]);
  }
  return labels;
}

async function readBoth<Optional extends string>(
  files: { readonly nl: DownloadFile | undefined; readonly en: DownloadFile | undefined },
  kind: LabelledKind<never, Optional>,
  reading: Reading,
): Promise<InDutchAndEnglish<Optional>> {
  return {
    en: files.en && (await readLabelled(files.en, kind, reading)),
    nl: files.nl && (await readLabelled(files.nl, kind, reading)),
  };
}
