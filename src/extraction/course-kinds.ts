import { titleToShow } from "../domain/told-lines.ts";
import { type CredentialKind, re } from "./credential-kind.ts";
import { languageWords } from "./language-skills.ts";

const took = "(?:did|done|took|taken|passed|finished|completed|attended|went on|been on|(?:sent|put) (?:me|us) on)";
const sports =
  "weight|strength|circuit|fitness|cardio|interval|resistance|football|rugby|boxing|potty|toilet|dog|puppy|voetbal|kracht|conditie|sport|loop|hardloop|zwem|fitness|judo|hockey|tennis|basketbal|volleybal|zaal|keepers|duur|interval|honden|zindelijkheids";

/** Courses and lessons that were followed, not given. */
export const courseKinds: readonly CredentialKind[] = [
  {
    pattern: re(
      "(?<!(?:golf|obstacle|main|race|assault|crash)\\s)((?:(?:korte|online|verplichte|interne|avond|basis|mandatory|short|evening|free)\\s*)*(?:basis|vak|avond|bij|taal|computer|kook|naai|las|schilder|fotografie|rij)?(?:cursus|training|workshop|opleiding|bijscholing|e-?learning|course|masterclass))\\s+((?!(?:gedaan|gehaald|gevolgd|afgerond|gekregen|via|van|op|bij|aan|done|at|from|and|but|en|maar|heb|die|as well|too|also|ook|once|toen|there|daar|in \\d|was|is|with|every|each|elke|iedere|per|om de|duurde|lasted|said|zei|leerde|dat|that|last|this|next|yesterday|vorige?|afgelopen|dit|deze|gisteren|out|to|up|off|down|away|seriously|hard|serieus|wheels|class|sessions?|tour|ground|room|day|nodig)(?!\\p{L}))(?:over|in|on|about|tot|voor|for|met|of)?\\s?[\\p{L}-]+(?:\\s(?!(?:gedaan|gehaald|gevolgd|afgerond|gekregen|via|van|bij|op|aan|done|at|from|but|maar|heb|vorige?|last|this|afgelopen|gestuurd|die|dat|ik|i|in \\d|is|was|every|elke|iedere|where|waar)(?!\\p{L}))[\\p{L}-]+){0,4})",
    ),
    title: (match) => match[0],
    taken: true,
    needsProof: true,
    level: (match) => (/e-?learning/i.test(match[0]) ? { scheme: "told", value: "e-learning" } : null),
  },
  // "een cursus gedaan over bijen": what it was about stands behind what was done with it.
  {
    pattern: re(
      "(cursus|training|workshop|opleiding) (?:gedaan|gevolgd|gehad|afgerond) ((?:over|in) (?:(?:de|het) )?(?!(?:het|avond|ochtend|middag|weekend|nacht|zomer|winter|vakantie|week|tijd)(?!\\p{L}))\\p{L}{3,})",
    ),
    title: (match) => (/ \p{Lu}/u.test(match[2] ?? "") ? "" : `${match[1] ?? ""} ${match[2] ?? ""}`),
    taken: true,
  },
  // "I did a food hygiene course": what it was about stands before it.
  {
    pattern: re(
      `${took} (?:(?:an?|my|the|some|one|another|also|too|online|short|evening|little) )*((?!(?:an?|my|the|some|one|another|also|too|online|short|evening|little|forklift|of|golf|main|race|obstacle|assault|good|nice|long|this|that|other|same|whole|free)(?!\\p{L}))[\\p{L}-]+ (?:[\\p{L}-]+ ){0,2}?course)`,
    ),
    title: (match) => match[1] ?? match[0],
    taken: true,
  },
  // "a barista training", "a coding bootcamp": one of these, for what is trained again and again is a sport.
  {
    pattern: re(
      `${took} (?:an?|my|the) (?:(?:short|online|free|mandatory|two[- ]day|one[- ]day) )*((?!(?:${sports})(?!\\p{L}))(?!(?:an?|my|the|short|online|free|mandatory|good|great|whole|first|last|new)(?!\\p{L}))[\\p{L}-]+ (?:[\\p{L}-]+ ){0,2}?(?:training|workshop|boot ?camp|masterclass))(?! (?:session|day|room|ground|shoes|programme))`,
    ),
    title: (match) => match[1] ?? match[0],
    taken: true,
  },
  { pattern: re("(?:evening|night|weekend|college|online) class(?:es)? (?:in|on) \\p{L}+(?: \\p{L}+)?"), taken: true, needsProof: true },
  // "een naaicursus": the word itself says what it was about.
  {
    pattern: re(
      `(?!(?:${sports})-?(?:training|cursus)|(?:basis|vak|avond|bij|beroeps|vervolg|voor|tussen|zomer|winter|online|interne|her|na|om)-?(?:training|cursus|opleiding|workshop))(?:\\p{L}{3,})-?(?:cursus|training|workshop)|\\p{L}{4,}s(?:opleiding|cursus)`,
    ),
    taken: true,
    needsProof: true,
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
