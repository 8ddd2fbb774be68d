/** What somebody worked as: tells a title from the name of a firm. */
const jobWords =
  /(?:medewerk|verkop|verkoop|monteur|chauffeur|bezorger|assistent|manager|leider|leidster|adviseur|beheerder|ontwikkelaar|ingenieur|docent|leraar|lerares|juf|meester|verpleeg|verzorg|begeleid|hulp|schoonma|kok\b|ober|serveer|kapper|kapster|bakker|slager|lasser|schilder|timmerman|metselaar|stukadoor|loodgieter|elektricien|tuinman|hovenier|magazijn|orderpicker|heftruck|receptionist|secretar|administra|boekhoud|planner|coördinator|coordinator|teamle|voorzitter|penningmeester|bestuurslid|trainer|coach|vrijwillig|stagiair|operator|productie|inpakker|kassa|caissi|barista|barmede|afwas|oppas|nanny|tolk|vertaler|journalist|ontwerper|designer|developer|engineer|programm|analyst|analist|consultant|cleaner|driver|teacher|nurse|carer|caregiver|assistant|cook|chef|waiter|waitress|clerk|cashier|sales|seller|worker|technician|mechanic|welder|painter|carpenter|plumber|electrician|gardener|picker|packer|volunteer|intern\b|supervisor|officer|accountant|bookkeeper|receptionist|hairdresser|baker|butcher|interpreter|owner|eigenaar|ondernemer|zzp|freelance|leerkracht|bewaker|beveilig|security|conciërge|conciergé|huismeester|naaister|kleermaker|tailor|farmer|boer)/iu;
const schoolWords =
  /(?:\broc\b|\bmboc|college|universit|hogeschool|school\b|scholengemeenschap|academie|academy|instituut|institute|lyceum|gymnasium|faculteit|\bloi\b|\bnti\b|\bncoi\b|\bnha\b|opleidingscentrum|rode kruis|red cross|\buwv\b|gemeente)/iu;
const levelWords =
  /(?:\bv?mbo\b|\bhbo\b|\bwo\b|\bvwo\b|\bhavo\b|\bmavo\b|\blts\b|\bmts\b|\bmeao\b|bachelor|master|diploma|\bbsc\b|\bmsc\b|\bba\b|degree|\bgcse|a-levels?|certific|opleiding|propedeuse|(?:middelbare|basis|lagere|high|secondary|primary) ?school)/iu;

export const isJob = (text: string): boolean => jobWords.test(text);

/** Parts of head lines that are set apart by a tab, a bar or a dot. */
function cellsOf(head: readonly string[]): string[] {
  return head
    .flatMap((line) => line.split(/\t|\s[|•·]\s|\s{2,}/))
    .map((cell) => cell.replace(/^[\s,;:()–—-]+|[\s,;:(–—-]+$/gu, "").trim())
    .filter((cell) => cell !== "");
}

const named = /^(.+?)\s+(?:bij|at|@|voor|aan(?: de| het)?|van(?: de| het)? (?=\p{Lu}))\s*(.+)$/u;
/** "Excel voor gevorderden" names no school. */
const namedSchool = /^(.+?)\s+(?:bij|at|@|aan(?: de| het)?)\s+(.+)$/u;
const joint = /^(.{2,}?)(?:\s[–—-]\s|,\s)(.{2,})$/u;

/** A name and where it was: the two parts of a head, in either order of writing. */
function twoOf(head: readonly string[], between: RegExp): readonly [string, string | null] {
  const [first = "", second] = cellsOf(head);
  const said = between.exec(first);
  if (said?.[1] && said[2]) return [said[1], said[2]];
  if (second !== undefined) return [first, second];
  const split = joint.exec(first);
  return split?.[1] && split[2] ? [split[1], split[2]] : [first, null];
}

const bareOf = (text: string) => text.replace(/[.,;:]+$/, "").trim();

/** What somebody did, and where. @param head lines above what is told of it, without the time */
export function jobHead(head: readonly string[]): { readonly title: string; readonly organisation: string | null } {
  const [first, second] = twoOf(head, named);
  // "Jumbo, Zwolle" over "Verkoper".
  const isTurned = second !== null && isJob(second) && !isJob(first);
  const firm = isTurned ? first : second;
  return { title: bareOf(isTurned ? second : first), organisation: firm === null ? null : bareOf(firm) };
}

/** Said of how it ended, behind a name. */
const outcome =
  /(?:^|[\s,;:(–-]+)(?:met (?:een )?diploma|(?:geen |zonder )?diploma(?: (?:behaald|gehaald|ja|nee))?(?=\)?$)|(?:niet )?(?:behaald|afgerond|voltooid|afgemaakt)|geslaagd|gestopt|(?:not )?(?:completed|finished|obtained)|graduated)\)?$/iu;

/** What somebody learned, and where. */
export function schoolHead(head: readonly string[]): { readonly title: string; readonly institution: string | null } {
  const named = cellsOf(head).map((cell) => (/^diploma$/i.test(cell) ? cell : cell.replace(outcome, "")));
  const [first, second] = twoOf(named, namedSchool);
  const isTurned = second !== null && schoolWords.test(first) && !schoolWords.test(second) && !levelWords.test(first);
  const school = isTurned ? first : second;
  return { title: bareOf(isTurned ? second : first), institution: school === null ? null : bareOf(school) };
}
