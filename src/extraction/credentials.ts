import type { Area } from "../domain/area.ts";
import type { FoundCredential } from "../domain/finding.ts";
import type { ReadClause } from "./clause-status.ts";
import { dateIn, datedWords, isOtherEvent } from "./credential-dates.ts";
import type { CredentialKind } from "./credential-kind.ts";
import { credentialKinds, credentialWords } from "./credential-kinds.ts";
import { withoutSlips } from "./slips.ts";
import { plain } from "./words.ts";

/** Clauses in which nobody tells of an own diploma. */
const notTold = new Set(["other_person", "wish", "hypothetical", "question", "opinion", "lost", "bragging"]);
const givenUp =
  /\b(?:gestopt|afgebroken|niet afgemaakt|niet afgerond|nooit afgemaakt|niet gehaald|gezakt|halverwege|dropped out|quit|never finished|didn'?t finish|not finished|almost finished|left without|failed|bijna (?:klaar|afgemaakt|gehaald)|uitgevallen)\b/;
/** Not to have the paper is not to have left: whether the school was finished stays open. */
const noPaper = /\b(?:zonder diploma|geen (?:diploma|papier(?:en|tje)?|certificaat)|no (?:diploma|papers?|certificate)|without (?:a )?diploma)\b/;
const underWay =
  /\b(?:final year|last year of|nu bezig|ben (?:ik )?(?:nu )?bezig|zit (?:ik )?(?:nu )?in|eindexamen(?:jaar)?|laatste jaar|(?:first|second|third) year (?:now|of)|studying|currently|still doing|op dit moment|volg (?:ik )?nu)\b/;
const gaveIt =
  /\b(?:geef|gaf|gegeven|geven|verzorgd?e?|taught|teach|gave|give|ran|run|running|organise[dr]?|(?:ge)?organiseerde?|opgezet|opgericht|regel(?:de)?|begeleid(?:de)?|arrange[ds]?|arranging|book(?:s|ed)?)\b(?! (?:ik )?(?:gehaald|gedaan))/;
/** "bhv-cursussen": the paper is what others come for. */
const courseBehind = /^[\s-]*(?:\p{L}+[\s-])?(?:cursus(?:sen)?|trainingen|training|les(?:sen)?|workshops?|courses?|lessons?|class(?:es)?)(?!\p{L})/iu;
const followed = /\b(?:gevolgd|volgde|volgden|bijgewoond|took|taken|attended|went on|been on|zat op)\b/;
/** Whom others sent there, followed it all the same. */
const wasSent = /\b(?:sent|put) (?:me|us) on\b|\bstuurden? (?:mij|me|ons) (?:naar|op)\b|\b(?:heeft|hebben) (?:mij|me|ons) .*\bgestuurd\b/;
const obtained = /\b(?:gehaald|behaald|geslaagd|diploma|certifica\p{L}+|bewijs|passed|have|got|obtained|afgerond|heb|level)\b/u;
const done =
  /\b(?:gehaald|behaald|gedaan|afgerond|geslaagd|diploma|certificaat|certificate|bewijs\p{L}*|pasje|papier\p{L}*|paper|passed|completed|finished|got|have|heb|valid|licen[cs]e|did)\b/u;

/** Diplomas, certificates and licences as told: the holder's own, never a wished one. */
export function credentialsIn(told: readonly ReadClause[], about: Area | null): FoundCredential[] {
  const clauses = told.map((clause) => ({ ...clause, text: withoutSlips(clause.text, credentialWords) }));
  const found: { credential: FoundCredential; sentence: number }[] = [];
  for (const [at, clause] of clauses.entries()) {
    const said = plain(clause.text);
    if (clause.kind === "denied" || clause.kind === "refusal") {
      const last = found.at(-1);
      if (last && clause.sentence - last.sentence <= 1 && noPaper.test(said) && isSchool(last.credential) && !namesSchool(clause.text))
        last.credential = withoutPaper(last.credential, said);
      if (last && clause.sentence - last.sentence <= 1 && givenUp.test(said) && isSchool(last.credential) && !namesSchool(clause.text))
        last.credential = { ...last.credential, finished: false };
      if (!/^\s*(?:.*\b(?:gestopt|finished)\b|.*\bschool \d+ jaar\b)/.test(said)) continue;
    }
    if (notTold.has(clause.kind) && !(clause.kind === "other_person" && wasSent.test(said)) && !/^(?:die|that) (?:verplichte|mandatory)/.test(said))
      continue;
    for (const kind of credentialKinds) {
      const match = kind.pattern.exec(clause.text);
      if (
        match &&
        found.some(
          ({ credential, sentence }) =>
            sentence === clause.sentence &&
            clause.text.includes(match[0]) &&
            alike(credential.title.replace(/ in /, " "), match[0].replace(/ in /, " ")),
        )
      )
        continue;
      if (!match || (kind.only && !kind.only.includes(about ?? "paid_work") && !done.test(said))) continue;
      const isShown =
        done.test(said) ||
        (kind.taken && (followed.test(said) || wasSent.test(said))) ||
        (kind.taken && aboutLearning.has(about) && hasPaperOrYear(clause, clauses[at + 1], clauses[at + 2]));
      if (kind.needsProof && !isShown && about !== "course" && about !== "diploma") continue;
      if ((kind.taken || isCourse(match)) && gaveIt.test(said)) continue;
      if (kind.unless?.test(said)) continue;
      if (kind.obtained && (!obtained.test(said) || /\b(?:doe|volg|bezig|leer|doing|studying)\b/.test(said))) continue;
      const credential = read(
        kind,
        match,
        clause,
        clauses.slice(at + 1).filter((next) => next.sentence === clause.sentence),
        clauses,
        at,
      );
      // A certificate that was not passed is none.
      if (credential && kind.certificate && credential.finished === false) continue;
      if (credential && !found.some(({ credential: other }) => alike(other.title, credential.title)))
        found.push({ credential, sentence: clause.sentence });
    }
    const last = found.at(-1);
    if (last && last.sentence === clause.sentence && givenUp.test(said) && isSchool(last.credential))
      last.credential = { ...last.credential, finished: false };
  }
  return found.map(({ credential }) => credential);
}

const isCourse = (match: RegExpExecArray) =>
  /cursus|training|course/i.test(match[0]) || courseBehind.test(match.input.slice(match.index + match[0].length));

/** Questions after which a course may be told of without saying that it was done. */
const aboutLearning: ReadonlySet<Area | null> = new Set(["informal_learning", "paid_work", null]);

/** "een cursus over dementie, in 2023", "zes avonden, papiertje gekregen": somebody was there. */
function hasPaperOrYear(clause: ReadClause, ...next: readonly (ReadClause | undefined)[]): boolean {
  const near = [clause, ...next.filter((each) => each !== undefined && each.sentence - clause.sentence <= 1)].map((each) => plain(each?.text ?? ""));
  return dateIn(near) !== null || near.some((text) => /\b(?:papier(?:tje)?|certificaat|certificate|avonden|lessen|evenings)\b/.test(text));
}

/** A school without a diploma has no level: what was told of the paper stands in its place. */
function withoutPaper(credential: FoundCredential, said: string): FoundCredential {
  return { ...credential, finished: null, level: { scheme: "told", value: noPaper.exec(said)?.[0] ?? "geen diploma" } };
}

/** True for what somebody has, and not only followed: finished as far as is known, and not told to be without a paper. */
export const isHeld = ({ finished, level }: FoundCredential): boolean =>
  finished !== false && !(level?.scheme === "told" && noPaper.test(level.value));

const namesSchool = (text: string) => credentialKinds.some(({ pattern, certificate }) => !certificate && pattern.test(text));
const isSchool = (credential: FoundCredential) =>
  credential.level?.scheme === "nl" || credential.level?.scheme === "uk" || /school|universit|opleiding|studie|degree/i.test(credential.title);
const alike = (a: string, b: string) => plain(a).includes(plain(b)) || plain(b).includes(plain(a));

function read(
  kind: CredentialKind,
  match: RegExpExecArray,
  clause: ReadClause,
  rest: readonly ReadClause[],
  all: readonly ReadClause[],
  at: number,
): FoundCredential | null {
  const said = plain(clause.text);
  // What stands behind another credential is said of that one.
  const other = rest.findIndex((next) => credentialKinds.some(({ pattern }) => pattern.test(next.text)));
  const near = [clause.text, ...rest.slice(0, Math.min(3, other < 0 ? 3 : other)).map((next) => next.text)];
  const following =
    all[at + 1]?.sentence === clause.sentence + 1 && /^(?:in |sinds |from |vorig|last )?\d{4}$|^in \d{4}/i.test(all[at + 1]?.text ?? "")
      ? [all[at + 1]?.text ?? ""]
      : [];
  const title = kind.title ? kind.title(match, near.slice(1)) : match[0];
  const tidy = title
    .replace(/\s+/g, " ")
    .replace(/^(?:een?|de|het|mijn|mn|m'n|die|a|an|the|my)\s+/i, "")
    .replace(/[\s,.;:]+$/, "")
    .trim();
  if (tidy.length < 2) return null;
  const missing = kind.certificate || kind.taken ? undefined : near.map(plain).find((text) => noPaper.test(text));
  const credential: FoundCredential = {
    title: tidy.charAt(0).toUpperCase() + tidy.slice(1),
    institution: institutionIn(near, title),
    date: dateIn([
      ...datedWords(clause.text, match.index, kind.certificate === true),
      ...near.slice(1).filter((text) => !isOtherEvent(text)),
      ...following,
    ]),
    level: kind.level ? kind.level(match) : null,
    finished: givenUp.test(said)
      ? false
      : underWay.test(near.join(" ").toLowerCase())
        ? null
        : done.test(said) ||
            kind.certificate ||
            /\b(?:diploma (?:gehaald|gekregen|behaald)|gehaald|geslaagd|passed)\b/.test(near.join(" ").toLowerCase())
          ? true
          : null,
  };
  return missing === undefined || credential.finished === false ? credential : withoutPaper(credential, missing);
}

/** "op het Segbroek", "bij Taalhuis", "van de gemeente", "at Leeds College". */
function institutionIn(texts: readonly string[], title: string): string | null {
  const [schoolFirst] = texts.flatMap((text) => /^(?:(?:ja|en|bij|yes|and|at) )*(taalhuis|volksuniversiteit)(?!\p{L})/iu.exec(text)?.[1] ?? []);
  if (schoolFirst !== undefined) return schoolFirst;
  for (const text of texts) {
    const rest = text.includes(title) ? text.slice(text.indexOf(title) + title.length) + " " + text : text;
    const named = /\b(?:op|aan|bij|van|at|from|with|through)\s+(?:het|'t|t|de|een|the|a)?\s*((?:\p{Lu}[\p{L}'’.-]+(?:\s(?=\p{Lu}))?)+)/u.exec(rest);
    if (
      named?.[1] &&
      !credentialKinds.some(({ pattern, certificate }) => certificate && pattern.test(named[1] ?? "")) &&
      !/^(?:Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December|I|Ik)$/.test(named[1].trim())
    )
      return named[1].trim();
    const common =
      /\b(?:op|aan|bij|van|at|from|by)\s+(?:het|'t|t|de|the)\s+((?:gemeente|uwv|rode kruis|roc|buurthuis|bibliotheek|brandweer|voetbalbond|knvb|council|red cross|library|college|job ?centre|community centre|(?!\p{L}*jaar)\p{L}+college|\p{L}+lyceum|\p{L}+school))\b/iu.exec(
        rest,
      );
    if (common?.[1]) return common[1];
  }
  return null;
}
