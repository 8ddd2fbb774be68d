import type { Area } from "../domain/area.ts";
import type { CredentialLevel } from "../domain/finding.ts";
import { courseKinds } from "./course-kinds.ts";
import { type CredentialKind, re } from "./credential-kind.ts";
import { forgiving } from "./slips.ts";

/** Words of papers and courses in which one slip is forgiven, and real words that stand too near to them. */
export const credentialWords = forgiving(
  (
    "diploma certificaat certificaten rijbewijs rijbewijzen bewijs cursus cursussen training workshop opleiding bijscholing heftruck " +
    "heftruckcertificaat heftruckdiploma heftruckrijbewijs heftruckbewijs reachtruck hoogwerker verreiker kettingzaag inburgering " +
    "inburgeringsdiploma inburgeringsexamen staatsexamen lasdiploma zwemdiploma trainersdiploma typediploma vaarbewijs gymnasium atheneum " +
    "universiteit praktijkschool huishoudschool gehaald behaald afgerond geslaagd certificate certificates licence license driving forklift " +
    "course university bachelor master degree chainsaw hairdressing finished completed"
  ).split(" "),
  "diplomas courses source coarse mister trainings trainingen opleidingen bewijst licences licenses drivin dining diving haald gehaalt masters".split(
    " ",
  ),
);

const study: readonly Area[] = ["course", "diploma"];
/** The kind of paper, only where the words name it: "BHV" alone does not. */
const toldPaper = (match: RegExpExecArray): CredentialLevel | null => {
  const paper = /certificaat|diploma/i.exec(match[0])?.[0].toLowerCase();
  return paper === undefined ? null : { scheme: "told", value: paper };
};

/** The subject of a school, from what stands behind its name or between the next commas. */
function withField(match: RegExpExecArray, rest: readonly string[]): string {
  const behind = (match[2] ?? "").trim();
  if (behind) return `${match[1] ?? ""} ${behind}`;
  const next = rest[0] ?? "";
  const field =
    /^[\p{L}&\s-]{4,40}$/u.test(next) &&
    next.split(/\s+/).length <= 4 &&
    !/\b(?:ik|i|heb|was|jaar|year|years|geen|no|in|op|gedaan|klaar|nooit|never|niet|not|gestopt)\b/i.test(next)
      ? next
      : "";
  return field ? `${match[1] ?? match[0]} ${field}` : (match[1] ?? match[0]);
}

const field = `(?:[\\s-]+(?:in )?((?!(?:gedaan|gehaald|afgerond|begonnen|niet|geen|op|aan|bij|van|in|maar|en|nooit|gestopt|diploma|heb|had|was|final|last|year|now|nu|ik|i|and|at|from|but|done|the|met|jaar|zonder|afgemaakt|with|dat|is|school|zei|zeg|zoals|dus|hoor|toch|al|said|like|so|was)(?!\\p{L}))\\p{L}[\\p{L}&-]+(?:\\s(?:en\\s)?(?!(?:gedaan|gehaald|afgerond|begonnen|niet|geen|op|aan|bij|van|in|maar|nooit|gestopt|diploma|heb|had|was|final|last|year|now|nu|ik|i|and|at|from|but|done|met|jaar|zonder|afgemaakt|with|is|zei|zeg|zoals|dus|hoor|toch|al|said|like|so)(?!\\p{L}))\\p{L}[\\p{L}&-]+){0,2}))?`;

const nl = (value: string): CredentialLevel => ({ scheme: "nl", value: value.toLowerCase().replace(/\s+/g, "-") });
const uk = (value: string): CredentialLevel => ({ scheme: "uk", value });

export const credentialKinds: readonly CredentialKind[] = [
  {
    pattern: re(`(vmbo(?:[\\s-]*(?:tl|t|gl|kader|basis|bb|kb|g|theoretisch|gemengd|k|b))?)${field}`),
    title: withField,
    level: (match) => nl(match[1] ?? "vmbo"),
  },
  {
    pattern: re(`(mbo(?:[\\s-]*(?:niveau\\s*)?[1-4])?)${field}`),
    title: withField,
    level: (match) => nl((match[1] ?? "mbo").replace(/niveau\s*/i, "").replace(/([a-z])\s*(\d)/i, "$1-$2")),
  },
  { pattern: re(`(hbo(?!\\s*-?\\s*v\\b)(?:-?bachelor)?|hbo-?v)${field}`), title: withField, level: () => nl("hbo") },
  {
    pattern: re(
      `(mavo|havo|vwo|gymnasium|atheneum|mulo|lts|mts|meao|heao|lhno|lbo|mms|hbs|huishoudschool|praktijkschool|praktijkonderwijs|speciaal onderwijs|pabo)${field}`,
    ),
    title: withField,
    level: (match) => nl(match[1] ?? ""),
  },
  {
    pattern: re(
      `(universiteit|university|(?:bachelor|master)(?:'?s)?(?: degree)?(?: (?:in|of) \\p{L}+(?: \\p{L}+)?)?|phd|bsc|msc|(?:a |my )?degree in \\p{L}+(?: \\p{L}+)?)`,
    ),
    only: study,
    needsProof: true,
    level: () => ({ scheme: "told", value: "wo" }),
  },
  {
    pattern: re(`((?:\\p{L}+ )?gcse'?s?|a-?\\s?levels?|o-?\\s?levels?|scottish highers|leaving cert(?:ificate)?|high school diploma|ged)`),
    title: (match) => match[1] ?? match[0],
    level: (match) => uk((match[1] ?? "").replace(/s$/i, "")),
  },
  {
    pattern: re(`((?:nvq|svq|btec|hnd|hnc|city (?:&|and) guilds)(?:\\s*level\\s*\\d)?)(?:\\s+(?:in\\s+)?(\\p{L}+(?:\\s\\p{L}+){0,3}))?`),
    title: (match) => [match[1], match[2]].filter(Boolean).join(" "),
    level: (match) => uk(match[1] ?? ""),
    certificate: true,
  },
  {
    pattern: re(`(level\\s*\\d (?:diploma|certificate|award)? ?(?:in \\p{L}+(?:\\s\\p{L}+){0,3}))`),
    level: (match) => uk(/level\s*\d/i.exec(match[0])?.[0] ?? ""),
    certificate: true,
  },
  { pattern: re("bhv(?:[\\s-]*(?:diploma|certificaat|er))?"), title: () => "BHV", level: toldPaper, certificate: true },
  {
    pattern: re("ehbo(?:[\\s-]*(?:diploma|certificaat|cursus))?|eerste hulp (?:diploma|certificaat|cursus)"),
    title: () => "EHBO",
    level: toldPaper,
    certificate: true,
  },
  {
    pattern: re("(?:(?:mental health|pa?ediatric|emergency) )?first[- ]aid(?: (?:certificate|course|training|badge|ticket))|first[- ]aider"),
    certificate: true,
  },
  {
    pattern: re("vca(?:[\\s-]*(?:basis|vol|b|vvb))?(?:[\\s-]*(?:diploma|certificaat))?"),
    title: (match) =>
      match[0]
        .replace(/[\s-]*(?:diploma|certificaat)$/i, "")
        .toUpperCase()
        .replace(/BASIS/, "basis")
        .replace(/VOL/, "VOL"),
    level: toldPaper,
    certificate: true,
  },
  {
    pattern: re(
      "haccp(?:[\\s-]*(?:certificaat|diploma|cursus|certificate))?|food (?:hygiene|safety)(?: level \\d| certificate)+|sociale hygi[eë]ne|svh",
    ),
    title: (match) => match[0],
    certificate: true,
  },
  {
    pattern: re(
      "(?:heftruck|reachtruck|hoogwerker|fork ?lift|reach ?truck|cherry picker|telescopic|verreiker|kettingzaag|chainsaw|las|asbest|hijs)(?:[\\s-]*(?:chauffeurs?)?(?:certificaat|diploma|rijbewijs|bewijs|pas|papier(?:en|tje)?|paper|papers|licen[cs]e|certificate|ticket|cert))",
    ),
    certificate: true,
    title: (match) => match[0].replace(/\bpapers?$/i, "certificate").replace(/papier(?:en|tje)?$/i, "certificaat"),
  },
  {
    pattern: re(
      "(?:certificate|ticket|licen[cs]e|papers?|certificaat|diploma|papier(?:tje)?|bewijs) (?:for|voor|van) (?:(?:the|a|de|een|het) )?(?:heftruck|reachtruck|hoogwerker|fork ?lift(?: truck)?|reach ?truck|cherry picker|verreiker|kettingzaag|chainsaw)",
    ),
    certificate: true,
  },
  {
    pattern: re("(?:heftruck|reachtruck|hoogwerker|forklift)"),
    needsProof: true,
    only: study,
    certificate: true,
    title: (match) => `${match[0]}${/fork/i.test(match[0]) ? " certificate" : "certificaat"}`,
  },
  { pattern: re("code\\s?95"), title: () => "Code 95", certificate: true },
  {
    pattern: re("adr(?:[\\s-]*(?:basic|basis|tank|certificaat|certificate))?"),
    title: (match) => match[0].replace(/^adr/i, "ADR"),
    certificate: true,
  },
  {
    pattern: re(
      "(?:groot |vrachtwagen|motor|auto|trekker)?(?:rij[\\s-]?bewijs|rijbewijzen)(?:\\s+(?:am|a|be|b|ce|c1|c|de|d|t|e)(?:\\s+en\\s+(?:be|ce|c|e|d))?)?",
    ),
    title: (match) => match[0].replace(/\s(am|a|be|b|ce|c1|c|de|d|t|e)\b/gi, (letters) => letters.toUpperCase()),
    certificate: true,
  },
  {
    pattern: re("(?:full |clean |hgv |lgv |class [12] )?driving licen[cs]e|(?:hgv|lgv|pcv)(?: class [12]| licen[cs]e)?|class [12] licen[cs]e"),
    certificate: true,
    needsProof: true,
  },
  { pattern: re("inburgering(?:s?[\\s-]*(?:diploma|examen|cursus))?(?! (?:doe|volg))"), title: () => "Inburgering", needsProof: true },
  { pattern: re("(?:staatsexamen )?nt2(?:\\s*(?:programma )?(?:i{1,2}|1|2))?"), title: (match) => match[0].replace(/nt2/i, "NT2"), needsProof: true },
  {
    pattern: re("(?:(nederlands|engels|duits|frans|dutch|english|german|french)\\s*(?:op\\s*)?(?:niveau\\s*|level\\s*)?)?([abc][12])"),
    needsProof: true,
    obtained: true,
    only: study,
    title: (match) =>
      `${match[1] ?? (/gehaald|taalhuis|inburger|nederlands/i.test(match.input) ? "Nederlands" : "")} ${(match[2] ?? "").toUpperCase()}`.trim(),
    level: (match) => ({ scheme: "cefr", value: (match[2] ?? "").toUpperCase() }),
    certificate: true,
  },
  {
    pattern: re(
      "(?:big-?registratie|aed|lasdiploma|zwemdiploma(?:\\s[abc])?|trainersdiploma(?:\\s\\p{L}+)?|scheidsrechtersdiploma|vaarbewijs|typediploma|pedicurediploma|middenstandsdiploma|cscs(?: card)?|sia (?:licen[cs]e|badge|card)|(?:personal|bar) licen[cs]e|prince2|scrum master|ecdl|ipaf|toefl|ielts|celta|tefl|lifeguard (?:certificate|qualification)|coaching badge|beveiligingspas|beveiliger [23]|taxipas|chauffeurspas)",
    ),
    certificate: true,
  },
  {
    pattern: re("(?:lagere|basis|middelbare|primary|elementary|secondary)\\s?school"),
    only: ["course", "diploma"],
  },
  // "school 8 jaar": where no kind of school is named, it is a school all the same.
  // "9 jaar school": the same, told the other way round.
  {
    pattern: re(
      "(?:\\d+|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:jaar|years?)(?: (?:naar|op|of|at|in|lang))* school(?! (?:voor|bus|uit|for)(?!\\p{L}))",
    ),
    only: ["diploma"],
  },
  { pattern: re("school(?= (?:\\d+|een|twee|drie|vier|vijf|zes|zeven|acht) jaar(?!\\p{L}))"), only: ["diploma"], title: () => "School" },
  // "ik ben opgeleid als lasser": whoever says "i trained him as …" does not speak of a paper.
  {
    pattern: re("opgeleid ((?:tot|als) (?:(?:een|de) )?(?!de(?!\\p{L}))\\p{L}+)"),
    title: (match) => `Opleiding ${match[1] ?? ""}`,
    taken: true,
    unless: /\b(?:heb|hebben|had|hadden|heeft)\b.* opgeleid|opgeleid .*\b(?:heb|had)\b/,
  },
  { pattern: re("(?:trained|qualified) as an? (?!result|team|(?:child|kid|boy|girl|teenager|student)(?!\\p{L}))\\p{L}+"), taken: true },
  {
    pattern: re(
      "(?:gediplomeerde?|gecertificeerde?|(?:am|i'm|im|as) (?:an? )?(?:fully )?(?:qualified|certified)) (?!(?:people|staff|mensen|personeel|als|as|tot|to|for|voor|in|om|door|by|van|from|en|and)(?!\\p{L}))\\p{L}+",
    ),
    title: (match) => match[0].replace(/^(?:am|i'm|im|as) (?:an? )?(?:fully )?/iu, ""),
    certificate: true,
  },
  {
    pattern: re(
      "(?:diploma|certificaat|certificate|degree) (?:van|from|of) (?:(?:de|het|een|the|a) )?(?:\\p{L}+ )?\\p{L}*(?:school|academie|college|academy|institute|instituut)",
    ),
    certificate: true,
  },
  ...courseKinds,
  {
    pattern: re(
      "(?:(?:diploma|certificaat|certificate)\\s+(?!(?:gehaald|gekregen|heb|van|and|en|from|at|hoor|nee|of|v?mbo|hbo|mavo|havo|vwo)(?!\\p{L}))(?:in\\s+)?\\p{L}+(?:\\s(?!(?:gehaald|van|op|bij|heb|from|at|in)(?!\\p{L}))\\p{L}+){0,2})",
    ),
    certificate: true,
    taken: true,
  },
];
