import { ReuseLevel } from "../../domain/concept.ts";
import type { ImportedConcept, LabelsInLanguage } from "../classification.ts";
import { TaxonomySourceError, type SourcePlace } from "../errors.ts";
import { languageName, type DownloadFile } from "./download-file.ts";
import { joined, readLabelled, type LabelledFile, type Reading } from "./labelled.ts";

/** Languages of one download that differ on more than this share of their URIs are not of one version. */
const maxDisagreement = 0.01;

type SkillColumn = "conceptType" | "skillType" | "reuseLevel";

export interface SkillsRead {
  /** Without groups: those come from another file. */
  readonly concepts: readonly Omit<ImportedConcept, "group" | "broader">[];
  readonly labels: ReadonlyMap<string, readonly LabelsInLanguage[]>;
  readonly languages: readonly string[];
}

/** Dutch and English come first, the others as the alphabet has them. */
const precedence = (language: string) => `${["en", "nl"].indexOf(language) + 1 || 3}${language}`;

/**
 * Skills in every language there is.
 * @param files those with purpose `skills`
 * @throws {TaxonomySourceError}
 */
export async function readSkills(files: readonly DownloadFile[], reading: Reading): Promise<SkillsRead> {
  const { skips } = reading;
  const byLanguage = new Map<string, LabelledFile<SkillColumn>>();
  for (const { language, file } of inOrder(files, reading)) {
    const kind = {
      what: "a skill",
      uri: /^http:\/\/data\.europa\.eu\/esco\/skill\/[\w.~-]{1,100}$/,
      required: ["conceptType", "skillType", "reuseLevel"] as const,
      optional: [],
      wanted: (cells: Readonly<Record<SkillColumn, string>>, place: SourcePlace) => {
        const isSkill = cells.conceptType === "KnowledgeSkillCompetence";
        if (!isSkill) skips.add("not_a_skill", place);
        return isSkill;
      },
    };
    const read = await readLabelled(file, kind, reading);
    if (read.items.size === 0) throw new TaxonomySourceError("taxonomy_source_not_esco", { file: file.path }, "holds no skills");
    byLanguage.set(language, read);
  }
  checkAgreement([...byLanguage.values()]);
  const [nl, en] = [byLanguage.get("nl"), byLanguage.get("en")];
  const concepts = joined({ nl, en }, skips).map(({ uri, label, alt, description, cell, first }) => {
    const place = { file: (en?.items.has(uri) ? en : nl)?.file.path ?? "", row: first.row };
    const type = cell("skillType");
    if (!type) skips.add("type_missing", place);
    const reuse = ReuseLevel.safeParse(cell("reuseLevel")).data ?? null;
    if (!reuse) skips.add("reuse_level_unknown", place);
    return { uri, type: type === "knowledge" ? ("knowledge" as const) : ("skill" as const), reuse, label, alt, description };
  });
  const known = new Set(concepts.map((concept) => concept.uri));
  const labels = new Map(
    [...byLanguage]
      .filter(([language]) => language !== "nl" && language !== "en")
      .map(([language, { items }]) => [
        language,
        [...items.values()].flatMap(({ uri, label, alt }) => (label !== null && known.has(uri) ? [{ uri, label, alt: [...alt] }] : [])),
      ]),
  );
  return { concepts, labels, languages: [...byLanguage.keys()] };
}

function inOrder(files: readonly DownloadFile[], { skips }: Reading) {
  return files
    .flatMap((file) => {
      if (file.language && languageName(file.language)) return [{ language: file.language, file }];
      skips.add("language_unknown", { file: file.path });
      return [];
    })
    .toSorted((a, b) => (precedence(a.language) < precedence(b.language) ? -1 : 1));
}

function checkAgreement([base, ...others]: readonly LabelledFile<SkillColumn>[]): void {
  if (!base) return;
  for (const other of others) {
    const extra = [...other.items.values()].filter(({ uri }) => !base.items.has(uri));
    const lacking = [...base.items.values()].filter(({ uri }) => !other.items.has(uri));
    const union = base.items.size + extra.length;
    const differing = extra.length + lacking.length;
    if (differing <= maxDisagreement * union) continue;
    const place = extra[0] ? { file: other.file.path, row: extra[0].row } : { file: base.file.path, row: lacking[0]?.row ?? 1 };
    const where = extra[0] ? base.file.path : other.file.path;
    const percent = ((100 * differing) / union).toFixed(1);
    throw new TaxonomySourceError(
      "taxonomy_source_disagreement",
      place,
      `this skill is not in ${where}, and ${differing} of ${union} (${percent} %) differ; take both languages from the same version of ESCO`,
    );
  }
}
