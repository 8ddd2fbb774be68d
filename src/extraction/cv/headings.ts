import type { Area } from "../../domain/area.ts";

/** What a section of a CV holds. */
export type SectionKind =
  | { readonly holds: "experiences"; readonly area: Area }
  | { readonly holds: "credentials"; readonly isCourse: boolean }
  /** Lines about what somebody can. */
  | { readonly holds: "lines"; readonly about: Area }
  /** Names and addresses, others' too, and what is about no skill: not read any further. */
  | { readonly holds: "nothing" };

const experiences = (area: Area): SectionKind => ({ holds: "experiences", area });
const lines = (about: Area): SectionKind => ({ holds: "lines", about });
const nothing: SectionKind = { holds: "nothing" };

const names: readonly (readonly [SectionKind, string])[] = [
  [
    experiences("paid_work"),
    "werkervaring|ervaring|ervaringen|arbeidsverleden|loopbaan|carriere|beroepservaring|professionele ervaring|werkgeschiedenis|werk|banen|bijbanen|bijbaan|arbeidservaring|functies|stages|stage|stage-ervaring|stageervaring|work experience|working experience|experience|employment|employment history|work history|professional experience|career|career history|jobs|internships|internship|professional background",
  ],
  [
    experiences("self_employed"),
    "eigen bedrijf|ondernemerschap|zzp|zzp-opdrachten|freelance|freelance opdrachten|opdrachten|self-employment|freelance work|own business|gigs|klussen",
  ],
  [
    experiences("volunteering"),
    "vrijwilligerswerk|vrijwilligerservaring|vrijwilliger|nevenactiviteiten|nevenfuncties|bestuursfuncties|maatschappelijke activiteiten|commissies|volunteering|volunteer work|volunteer experience|voluntary work|extracurricular activities|activities|activiteiten|extracurriculaire activiteiten",
  ],
  [experiences("family_care"), "mantelzorg|zorg thuis|care at home|caregiving"],
  [experiences("informal_learning"), "projecten|projects|eigen projecten|schoolprojecten"],
  [
    { holds: "credentials", isCourse: false },
    "opleiding|opleidingen|onderwijs|onderwijs en opleiding|scholing|studie|studies|vooropleiding|diploma|diploma's|education|education and training|academic background|qualifications|schools|school|schooling|academic qualifications",
  ],
  [
    { holds: "credentials", isCourse: true },
    "cursus|cursussen|training|trainingen|certificaat|certificaten|certificeringen|bijscholing|courses|certificates|certifications|trainings|licenties|licences|licenses|rijbewijs|rijbewijzen|driving licence|driving license|licence",
  ],
  [lines("informal_learning"), "taal|talen|talenkennis|taalvaardigheden|taalvaardigheid|languages|language|language skills"],
  [
    lines("paid_work"),
    "vaardigheden|vaardigheid|competenties|skills|kennis|kennis en vaardigheden|kennis & vaardigheden|persoonlijke vaardigheden|sociale vaardigheden|digitale vaardigheden|computervaardigheden|computerkennis|computer|ict|ict-vaardigheden|it|kwaliteiten|sterke punten|kerncompetenties|key skills|technical skills|it skills|computer skills|digital skills|core competencies|competences|competencies|personal skills|soft skills|hard skills|abilities|strengths|expertise|software|wat ik kan|dit kan ik|waar ik goed in ben|what i can do|technische vaardigheden|communicatieve vaardigheden|organisatorische vaardigheden",
  ],
  [lines("hobby"), "hobby|hobby's|hobbys|hobbies|interesses|interessen|interests|vrije tijd|leisure"],
  [
    lines("behaviour"),
    "profiel|persoonlijk profiel|over mij|samenvatting|profielschets|wie ben ik|profile|personal profile|summary|professional summary|about me|about|personal statement|eigenschappen|persoonlijke eigenschappen",
  ],
  [
    nothing,
    "personalia|persoonlijke gegevens|persoonlijke informatie|persoonsgegevens|gegevens|contact|contactgegevens|contactinformatie|adres|adresgegevens|personal details|personal information|personal data|contact details|contact information|address|referenties|referentie|references|reference|referees|publicaties|publications|prijzen|awards|bijlagen|attachments|overige gegevens|curriculum vitae|cv|resume|doel|objective|motivatie|wensen",
  ],
];

const kinds: ReadonlyMap<string, SectionKind> = new Map(names.flatMap(([kind, all]) => all.split("|").map((name) => [name, kind] as const)));

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘`]/g, "'")
    .replace(/^[^\p{L}]+|[^\p{L}']+$/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

const longestHeading = 48;

/** "Opleidingen en cursussen", "Relevante werkervaring": by their parts. */
function kindOf(name: string): SectionKind | null {
  const bare = name.replace(/^(?:mijn|my|relevante?|relevant|overige|andere|other|additional|belangrijkste|key|recente?|recent|korte?) /, "");
  const known = kinds.get(name) ?? kinds.get(bare);
  if (known) return known;
  const parts = bare.split(/ (?:en|and|&|\+|of|or) |\s?[/|,&+]\s?/);
  if (parts.length < 2 || parts.length > 3) return null;
  const each = parts.map((part) => kinds.get(part.trim()));
  return each.every((kind) => kind !== undefined) ? (each.find((kind) => kind?.holds !== "nothing") ?? nothing) : null;
}

export interface Heading {
  readonly kind: SectionKind;
  /** What stands behind it on the same line; "" where nothing does. */
  readonly rest: string;
}

/** The heading that a line is, or begins with ("Talen: Nederlands, Engels"); null for any other line. */
export function headingIn(text: string): Heading | null {
  const whole = text.length <= longestHeading && !text.includes("\t") ? kindOf(plain(text)) : null;
  if (whole) return { kind: whole, rest: "" };
  const split = /^([^:\t]{2,48})(?::\s*|\t)(.+)$/u.exec(text);
  const kind = split?.[1] ? kindOf(plain(split[1])) : null;
  return kind ? { kind, rest: split?.[2] ?? "" } : null;
}
