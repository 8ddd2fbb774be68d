import type { Area } from "../domain/area.ts";
import type { FoundCredential } from "../domain/finding.ts";
import type { ReadClause } from "./clause-status.ts";
import { credentialKinds, type CredentialKind, credentialWords } from "./credential-kinds.ts";
import { withoutSlips } from "./slips.ts";
import { plain } from "./words.ts";

/** Clauses in which nobody tells of an own diploma. */
const notTold = new Set(["other_person", "wish", "hypothetical", "question", "opinion", "lost", "bragging"]);
const givenUp =
  /\b(?:gestopt|afgebroken|niet afgemaakt|niet afgerond|nooit afgemaakt|niet gehaald|gezakt|zonder diploma|geen (?:diploma|papier(?:en|tje)?|certificaat)|halverwege|dropped out|quit|never finished|didn'?t finish|not finished|almost finished|left without|failed|bijna (?:klaar|afgemaakt|gehaald)|uitgevallen|no (?:diploma|papers?|certificate))\b/;
const underWay =
  /\b(?:final year|last year of|nu bezig|ben (?:ik )?(?:nu )?bezig|zit (?:ik )?(?:nu )?in|eindexamen(?:jaar)?|laatste jaar|(?:first|second|third) year (?:now|of)|studying|currently|still doing|op dit moment|volg (?:ik )?nu)\b/;
const gaveIt =
  /\b(?:geef|gaf|gegeven|geven|verzorgde?|taught|teach|gave|give|ran|run|running|organise[dr]?|organiseerde?)\b(?! (?:ik )?(?:gehaald|gedaan))/;
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
      if (last && clause.sentence - last.sentence <= 1 && givenUp.test(said) && isSchool(last.credential) && !namesSchool(clause.text))
        last.credential = { ...last.credential, finished: false };
      if (!/^\s*(?:.*\b(?:gestopt|finished)\b|.*\bschool \d+ jaar\b)/.test(said)) continue;
    }
    if (notTold.has(clause.kind) && !/^(?:die|that) (?:verplichte|mandatory)/.test(said)) continue;
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
      if (kind.needsProof && !done.test(said) && about !== "course" && about !== "diploma") continue;
      if (kind.taken && gaveIt.test(said)) continue;
      if (kind.obtained && (!obtained.test(said) || /\b(?:doe|volg|bezig|leer|doing|studying)\b/.test(said))) continue;
      const credential = read(
        kind,
        match,
        clause,
        clauses.slice(at + 1).filter((next) => next.sentence === clause.sentence),
        clauses,
        at,
      );
      if (credential && !found.some(({ credential: other }) => alike(other.title, credential.title)))
        found.push({ credential, sentence: clause.sentence });
    }
    const last = found.at(-1);
    if (last && last.sentence === clause.sentence && givenUp.test(said) && isSchool(last.credential))
      last.credential = { ...last.credential, finished: false };
  }
  return found.map(({ credential }) => credential);
}

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
  const near = [
    clause.text,
    ...rest
      .slice(0, 3)
      .filter((next) => !credentialKinds.some(({ pattern }) => pattern.test(next.text)))
      .map((next) => next.text),
  ];
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
  return {
    title: tidy.charAt(0).toUpperCase() + tidy.slice(1),
    institution: institutionIn(near, title),
    date: dateIn([clause.text.slice(match.index).split(/\s(?:en|and|plus)\s(?=.*\d{4})/)[0] ?? "", ...near, ...following]),
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
}

const dates = [
  /\b(?:valid (?:till|until|to)|geldig tot|tot) (?:\p{L}+ )?(?:19|20)\d{2}\b/iu,
  /\b(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|march|apr(?:il)?|mei|may|juni|june|juli|july|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?) (?:19|20)\d{2}\b/i,
  /\b(?:19|20)\d{2}\b/,
  /\b(?:vorig jaar|dit jaar|vorige maand|last year|this year|last month|een jaar geleden|\d+ jaar geleden|\d+ years ago)\b/i,
] as const;

function dateIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    for (const pattern of dates) {
      const match = pattern.exec(text);
      if (match) return match[0];
    }
  }
  return null;
}

/** "op het Segbroek", "bij Taalhuis", "van de gemeente", "at Leeds College". */
function institutionIn(texts: readonly string[], title: string): string | null {
  for (const text of texts) {
    const rest = text.includes(title) ? text.slice(text.indexOf(title) + title.length) + " " + text : text;
    const named = /\b(?:op|aan|bij|van|at|from|with|through)\s+(?:het|'t|t|de|een|the|a)?\s*((?:\p{Lu}[\p{L}'’.-]+(?:\s(?=\p{Lu}))?)+)/u.exec(rest);
    if (named?.[1] && !/^(?:Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December|I|Ik)$/.test(named[1].trim()))
      return named[1].trim();
    const common =
      /\b(?:op|aan|bij|van|at|from|by)\s+(?:het|'t|t|de|the)\s+((?:gemeente|uwv|rode kruis|roc|buurthuis|bibliotheek|brandweer|voetbalbond|knvb|council|red cross|library|college|job ?centre|community centre|(?!\p{L}*jaar)\p{L}+college|\p{L}+lyceum|\p{L}+school))\b/iu.exec(
        rest,
      );
    if (common?.[1]) return common[1];
  }
  return null;
}
