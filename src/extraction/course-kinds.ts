import { titleToShow } from "../domain/told-lines.ts";
import { type CredentialKind, re } from "./credential-kind.ts";
import { languageWords } from "./language-skills.ts";

/** Courses and lessons that were followed, not given. */
export const courseKinds: readonly CredentialKind[] = [
  {
    pattern: re(
      "((?:(?:korte|online|verplichte|interne|avond|basis|mandatory|short|evening|free)\\s*)*(?:basis|vak|avond|bij|taal|computer|kook|naai|las|schilder|fotografie|rij)?(?:cursus|training|workshop|opleiding|bijscholing|e-?learning|course|masterclass))\\s+((?!(?:gedaan|gehaald|gevolgd|afgerond|gekregen|via|van|op|bij|aan|done|at|from|and|but|en|maar|heb|die|as well|too|also|ook|once|toen|there|daar|in \\d|was|is|with|every|each|elke|iedere|per|om de|duurde|lasted|said|zei|leerde|dat|that)(?!\\p{L}))(?:over|in|on|about|tot|voor|for|met|of)?\\s?[\\p{L}-]+(?:\\s(?!(?:gedaan|gehaald|gevolgd|afgerond|gekregen|via|van|bij|op|aan|done|at|from|but|maar|heb|vorig|last|die|dat|ik|i|in \\d|is|was|every|elke|iedere|where|waar)(?!\\p{L}))[\\p{L}-]+){0,4})",
    ),
    title: (match) => match[0],
    taken: true,
    needsProof: true,
    level: (match) => (/e-?learning/i.test(match[0]) ? { scheme: "told", value: "e-learning" } : null),
  },
  // "I did a food hygiene course": what it was about stands before it.
  {
    pattern: re(
      "(?:did|done|took|taken|passed|finished|completed|attended|went on|been on) (?:(?:an?|my|the|some|one|another|also|too|online|short|evening|little) )*((?!(?:an?|my|the|some|one|another|also|too|online|short|evening|little|forklift|of|golf|main|race|obstacle|assault|good|nice|long|this|that|other|same|whole|free)(?!\\p{L}))[\\p{L}-]+ (?:[\\p{L}-]+ ){0,2}?course)",
    ),
    title: (match) => match[1] ?? match[0],
    taken: true,
  },
  // "les over schoonmaakmiddelen": a lesson at work is a course, however short.
  {
    pattern: re("les(?:sen)? over (?:(?:de|het|een) )?\\p{L}+(?: \\p{L}+)?|lessons? (?:on|about) (?:the )?\\p{L}+(?: \\p{L}+)?"),
    only: ["course"],
    taken: true,
  },
  {
    // "schoonmaak les van baas": a lesson at work, where courses are asked for.
    pattern: re(
      "((?!(?:een|geen|mijn|daar|hier|ook|nog|wel|veel|goed|heb|had|hebben|kreeg|krijg|volg|volgde|geef|gaf|elke|toen|altijd|eerst)(?!\\p{L}))\\p{L}{4,}) ?les(?:sen)?(?= (?:van|op|bij|gehad|gekregen|gedaan|gevolgd)(?!\\p{L}))",
    ),
    only: ["course"],
    taken: true,
    title: (match) => `${match[1] ?? ""} les`.trim(),
  },
  {
    // "ik leer nederlands": a language that is being learned, where courses are asked for.
    pattern: re(
      `(?:leer|leerde)(?: (?:nu|ook|thuis|op school|nog))* (${languageWords})|(${languageWords})(?: aan het)? leren(?! \\p{L}+en(?!\\p{L}))`,
    ),
    only: ["course"],
    title: (match) => `${match[1] ?? match[2] ?? ""} leren`,
  },
  { pattern: re(`learn(?:ing|ed|t)? (${languageWords})`), only: ["course"], title: (match) => `Learning ${titleToShow(match[1] ?? "")}` },
];
