import { type Area, experienceAreas } from "../domain/area.ts";
import type { FoundExperience } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import type { Span } from "../domain/utterance.ts";
import type { ReadClause } from "./clause-status.ts";
import { longestSafeSpan } from "./safe-span.ts";
import { contentWordsIn, plain } from "./words.ts";

const keywords: readonly (readonly [Area, RegExp])[] = [
  [
    "self_employed",
    /\b(?:zzp|eigen (?:zaak|bedrijf|winkel|salon|atelier|onderneming|webshop)|freelance|voor mezelf (?:begonnen|werk)|self[- ]employed|own (?:business|shop|company|salon))\b/,
  ],
  [
    "volunteering",
    /\b(?:vrijwillig\p{L}*|voedselbank|buurthuis|kringloop|vereniging|bestuurslid|collecte|volunt\p{L}*|food bank|charity|church hall|community centre|for the club)\b/u,
  ],
  [
    "family_care",
    /\b(?:mijn|mn|m'n|me|my) (?:moeder|vader|schoonmoeder|kinderen|kind|zoon|zoontje|dochter|dochtertje|nichtje|neefje|kleinkind\p{L}*|opa|oma|man|vrouw|mum|mother|father|dad|kids|children|son|daughter|gran\p{L}*|husband|wife)\b|\bmantelzorg\p{L}*|\bhuishouden\b|\bhousehold\b/u,
  ],
  [
    "paid_work",
    /\b(?:werk(?:te|en)?|baan|baas|fabriek|magazijn|winkel|kantoor|kassa|klanten|collega'?s?|uitzendbureau|loondienst|restaurant|work(?:ed|ing)?|job|boss|factory|warehouse|office|customers|shift|company|agency)\b/,
  ],
  [
    "hobby",
    /\b(?:hobby|vrije tijd|sport|voetbal|gamen|gaming|knutsel\p{L}*|tuin|moestuin|muziek|spare time|weekend|garden|allotment|football|band)\b/u,
  ],
  ["informal_learning", /\b(?:(?:mezelf|zelf) (?:aan)?geleerd|filmpjes|youtube|taught myself|self[- ]taught)\b/],
  ["course", /\b(?:cursus|training|workshop|e-?learning|course)\b/],
  ["diploma", /\b(?:school|diploma|opleiding|studie|mbo|hbo|vmbo|havo|vwo|degree|college)\b/],
];

/** The part of life an utterance tells of, where nobody had asked for one; paid work when nothing says. */
export function guessArea(text: string): Area {
  const said = plain(text);
  return keywords.find(([, pattern]) => pattern.test(said))?.[0] ?? "paid_work";
}

const named = /(?<!\p{L})(?:bij|voor|van|at|for|with)\s+(?:(?:de|het|een|'t|t|the|a|an)\s+)?(\p{Lu}[\p{L}'’&.-]+(?:\s\p{Lu}[\p{L}'’&.-]+)*)/u;
const common =
  /(?<!\p{L})(?:bij|voor|van|at|for|with|in)\s+(?:(?:de|het|een|'t|t|the|a|an)\s+)?(jumbo|albert heijn|ah|lidl|aldi|action|postnl|kruidvat|hema|verzekeraar|gemeente|kringloop|ziekenhuis|uitzendbureau|restaurant|hotel|verpleeghuis|thuiszorg|garden centre|church hall|voedselbank|food bank|supermarkt|supermarket|school|kinderdagverblijf|bakker(?:ij)?|slager(?:ij)?|garage|apotheek|bouwbedrijf|schoonmaakbedrijf|hospital|care home|warehouse|factory)(?!\p{L})/iu;
const since = /\b(?:sinds|vanaf|since|from)\s+((?:\p{L}+\s)?(?:19|20)\d{2})\b/iu;
const period = /\b((?:19|20)\d{2})\s*(?:-|–|tot(?: en met)?|t\/m|to|until|till)\s*((?:19|20)\d{2}|nu|heden|now|today)\b/i;
const year = /\bin\s+((?:19|20)\d{2})\b/i;
const workPhrase: Record<Language, RegExp> = {
  nl: /\b(?:(?:ik )?(?:ben|was|werk(?:te)?|zit|zat|sta|stond|help|zorg)\b|\d+ (?:jaar|maanden)\b|daarvoor\b)/i,
  en: /\b(?:(?:i'm|im|i am|i was|i work(?:ed)?|i help|i run|i ran|two months|\d+ (?:years|months))\b)/i,
};

/** What the utterance tells of: one experience, titled in the holder's own words. Diplomas and traits are not experiences. */
export function experiencesIn(
  text: string,
  clauses: readonly ReadClause[],
  about: Area | null,
  sensitive: readonly Span[],
  language: Language,
): FoundExperience[] {
  const area = about ?? guessArea(text);
  if (!experienceAreas.some((one) => one === area) || area === "diploma" || area === "course") return [];
  const told = clauses.filter((clause) => clause.kind === "does" || clause.kind === "job_title");
  const title = titleOf(text, told, sensitive, language);
  if (!title) return [];
  const span = period.exec(text);
  const said = told.map((clause) => clause.text).join(", ");
  const organisation = (named.exec(said)?.[1] ?? common.exec(said)?.[1] ?? "").trim() || null;
  const isSafe = (part: string | null) => part !== null && !sensitive.some(({ start, end }) => part.includes(text.slice(start, end)));
  return [
    {
      area,
      title,
      organisation: isSafe(organisation) ? organisation : null,
      start: span?.[1] ?? since.exec(text)?.[1] ?? year.exec(text)?.[1] ?? null,
      end: span?.[2] && !/nu|heden|now|today/i.test(span[2]) ? span[2] : null,
    },
  ];
}

function titleOf(text: string, told: readonly ReadClause[], sensitive: readonly Span[], language: Language): string | null {
  const best =
    told.find((clause) => clause.kind === "job_title") ??
    told.find(
      (clause) =>
        workPhrase[language].test(clause.text) &&
        !/^(?:als|if|dat|that|before|ja was)\b/i.test(clause.text) &&
        contentWordsIn(clause.text, language).length >= 1,
    ) ??
    told.find((clause) => clause.doing && contentWordsIn(clause.text, language).length >= 1) ??
    told.find((clause) => !/^(?:als|if|dat|that|haar|zijn|his|her) /i.test(clause.text) && contentWordsIn(clause.text, language).length >= 1);
  if (!best) return null;
  const safe = longestSafeSpan(text, best, sensitive);
  if (!safe) return null;
  const plainTitle = text
    .slice(safe.start, safe.end)
    .replace(
      /^(?:(?:ik|i|we|wij|daarvoor|well|nu|now|en|and|ja|yes|oke|ook|also|just)\s+|(?:ben|was|i'm|im|am|werk(?:te)?|worked|work|heb|have)\s+(?:als |as )?(?:een |a |an )?)+/i,
      "",
    )
    .trim();
  return plainTitle.length >= 2 ? plainTitle : null;
}
