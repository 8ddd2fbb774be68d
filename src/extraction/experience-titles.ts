import type { Area } from "../domain/area.ts";
import { isCondition } from "../domain/fragments.ts";
import type { Language } from "../domain/language.ts";
import type { ReadClause } from "./clause-status.ts";
import { withoutKinFact } from "./kin-facts.ts";
import { namedAsDoing } from "./infinitives.ts";
import { asHelping, cutShort, withoutAtWork, withoutFillers } from "./short-titles.ts";
import { namesIn } from "./people.ts";
import { isDoing } from "./verbs.ts";
import { contentWordsIn, plain, wordsIn } from "./words.ts";

/** When and where, before the doing itself: the area says as much. */
const setting =
  /^(?:(?:en|and|daarnaast|daarna|daarvoor|hiervoor|verder|ook|also|hier|here|then|dan|toen|daar|there|eerst|first|before that|after that|afterwards|previously|well|nou|ja|yes|nu|now|oke|okay|thuis|at home|'?s ?(?:ochtends?|morgens?|middags?|avonds?|nachts?)|elke (?:dag|week|ochtend|morgen|avond|\p{L}+dag)|(?:in het|in 't) weekend|at (?:the )?weekends?|in the (?:morning|evening)s?|(?:evenings|mornings|weekends)(?= (?:i|im|i'm) )|(?:one|two|three|four|five|some|most|\d) (?:mornings|afternoons|evenings|days|nights)(?: a week)?(?= (?:i|im|i'm) )|(?:before|after|voordat|nadat) (?:i|ik) \p{L}+(?= (?:i|ik) )|(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)(?:ochtend|middag|avond)?s?(?= \p{L}+ ik )|na mijn werk|after work|vroeger|overdag|meestal|soms|vooral|mostly|just|only|gewoon|wel)(?:[\s,]+|$))+/iu;
/** "ga kantoor schoonmaken": the doing stands behind it. */
const going = /^(?:ga|gaan|ging|go|going|went)\s+(?=.*\p{L}{2}(?:en|ing)(?:\s|$))/iu;
const subject = /^(?:ik|'k|i|we|wij|i'm|im|i am|i mean i)\s+/i;
/** "ben kleermaker", "werkte als kok": what somebody was, without the word for being it. */
const being =
  /^(?:(?:ben|was|am|heb|have|(?:i'?ve|i have|have) got(?= (?:the|an?|my) )|(?:werk(?:te)?|worked|work)(?=\s+(?:als|as)\s))\s+)(?:nu |now |ook |also )?(?:als |as )?(?:een |a |an )?/i;
/** A year has a place of its own. */
const when =
  /[\s,]+(?:van|vanaf|sinds|tot|in|from|since|until|till|to|between)\s+(?:\p{L}+ )?(?:19|20)\d{2}(?:\s*(?:-|–|tot(?: en met)?|t\/m|to|until|till)\s*(?:(?:19|20)\d{2}|nu|heden|now|today))?$/iu;
const timeOfDay = /[\s,]+'?s ?(?:ochtends|morgens|middags|avonds|nachts)$/i;
/** Words after which "ik" begins no clause of its own: "alles wat ik maak". */
const linking = new Set(["wat", "dat", "die", "als", "of", "omdat", "want", "waar", "hoe", "toen", "zodat", "en", "terwijl", "nadat", "voordat"]);

const units = { nl: "een|twee|drie|vier|vijf|zes|zeven|acht|negen", en: "one|two|three|four|five|six|seven|eight|nine" };
const severalOf = (all: string) => all.slice(all.indexOf("|") + 1);
const teens =
  "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const count = `(?:\\d+|een half|anderhalf|(?:(?:${units.nl})[eë]n)?(?:twintig|dertig|veertig|vijftig)|(?:twenty|thirty|forty|fifty)(?:[- ](?:${units.en}))?|${teens}|${severalOf(units.nl)}|${severalOf(units.en)})`;

/** How long; not how old, how long ago, or until when. */
const lasting = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<!(?:is|zijn|was|are|van|vanaf|over|in|na|after|tot|until|elke|every) )(?:al |al sinds |sinds |since |ongeveer |for |for about |about |now )?(${count} (?:jaar|jaren|maanden|years?|months?))(?!\\p{L})(?! (?:oud|jong|geleden|terug|old|ago|back|later|school|naar school|per|huur|garantie|achter|rent|guarantee|behind)(?!\\p{L}))(?: (?:lang|long|nu|now))?`,
  "iu",
);

/** What was told as the name of an experience: without when, without "ik", without a year. */
function tidied(said: string, language: Language): string {
  return beforeNextDoing(said, language)
    .replace(setting, "")
    .replace(/^(?:i'm|im|i am|i was)\s+(?:an?|the)\s+/i, "")
    .replace(subject, "")
    .replace(setting, "")
    .replace(/^(\p{L}+) (?:ik|'k|we|wij) /iu, "$1 ")
    .replace(being, "")
    .replace(setting, "")
    .replace(going, "")
    .replace(when, "")
    .replace(/\s+/g, " ")
    .trim();
}

const notRoles = "(?:team|groep|een|vrijwilliger|gezin|volgt|team|group|family|volunteer|well|usual)";
const asRoles: Readonly<Record<Language, RegExp>> = {
  nl: new RegExp(
    `(?<!\\p{L})(?:als (?:een )?(?!${notRoles}(?!\\p{L}))(\\p{L}+(?: \\p{L}+)?) gewerkt|(?:ge)?werk(?:te)? (?:\\p{L}+ ){0,2}als (?:een )?(?!${notRoles}(?!\\p{L}))(\\p{L}+))(?!\\p{L})`,
    "iu",
  ),
  en: new RegExp(
    `(?<!\\p{L})(?:work(?:ed|ing)? as|used to (?:be|work as)) (?:an? |the )?(?!${notRoles}(?!\\p{L}))(\\p{L}+(?: \\p{L}+)?)(?!\\p{L})`,
    "iu",
  ),
};

/** "ik heb ook als schilder gewerkt", "used to be a postman": the role that somebody says to have had; null where none is said, or only one that was told before. */
export function roleWorkedAs(said: string, language: Language): string | null {
  const found = asRoles[language].exec(said);
  const role = found?.[1] ?? found?.[2] ?? null;
  return role === null || pointsThere.test(said)
    ? null
    : role.replace(/ (?:as|too|at|in|for|and|when|before|with|once|there|now|bij|in|op|en|toen)$/iu, "");
}

const besideRole = new Set(
  "ik 'k heb had ben ook nog als een werk werkte gewerkt vroeger ja en toen daarna i i've have used to be work worked as a an the too well also and yes then before".split(
    " ",
  ),
);

/** A role, where a clause says nothing besides; null for all else. */
function roleAlone(said: string, language: Language): string | null {
  const role = roleWorkedAs(said, language);
  return role !== null && wordsIn(said.replace(role, " ")).every((word) => besideRole.has(plain(word))) ? role : null;
}

/** At a place that was told of. */
const pointsThere = /(?<!\p{L})(?:daar|er|hier|there|here)(?!\p{L})/iu;

/**
 * What a clause says, as a short name: how long stands behind it, a place before the verb goes behind it, and where a clause
 * says no more than where or for whom, that is its name.
 * @param place the employer or kind of place that the clause names
 * @returns null where nothing is left
 */
export function titleFrom(clause: string, area: Area, place: string | null, language: Language): string | null {
  const said = withoutKinFact(clause);
  const lasted = area === "hobby" || area === "family_care" || area === "informal_learning" ? null : (lasting.exec(said)?.[1] ?? null);
  const timeless = (lasted === null ? said : said.replace(lasting, " ")).replace(/\s+/g, " ").trim();
  const told = inOrder(withoutAtWork(withoutFillers(timeless, language), area, language), language);
  const tidy = tidied(told, language);
  const isNamed = told !== timeless && isDoing(plain(tidy.split(" ")[1] ?? ""), "nl") && /^\p{L}+ \p{L}+en(?: |$)/u.test(tidy);
  const short = roleAlone(told, language) ?? asHelping(cutShort(isNamed ? tidy : namedAsDoing(tidy, language), language), language);
  const plainly = kindOf(short, area, place, language);
  const title = withoutFillers(lasted === null ? plainly : `${plainly}, ${lasted.toLowerCase()}`, language);
  return contentWordsIn(plainly, language).length > 0 && title.length >= 2 ? title.charAt(0).toUpperCase() + title.slice(1) : null;
}

/** How a piece of a sentence begins or ends that names nothing by itself. */
const astray: Readonly<Record<Language, readonly RegExp[]>> = {
  nl: [
    /^(?:te|nog|zo|heel|erg|dat|daar|daarom|weinig|mooi|leuk|fijn|zwaar|helaas|van de|de (?:eerste|enige|laatste) (?:man|vrouw)|toen|omdat|want|hoewel|ook al|voordat|nadat|terwijl|je|ze|hij|hele|laten eerlijk) /iu,
    /^sta (?:\S+ )*(?:vroeg|laat|uur) op$/iu,
    /^ga (?:ik )?(?:naar|op) (?:(?:mijn|mn|m'n|me|het) )?werk(?: toe)?$/iu,
    /^(?:zijn (?:in|al|nu|er|met|op)|waren|was|is) /iu,
    /^(?:die|dat) \p{L}+ ik(?: \p{L}+)?$|^als (?:ik|je|we|ze|het|er|de|hij) /iu,
    /^sinds(?: \S+){1,3}$/iu,
    / (?:ze|hij|zij|wij|mijn|mn|m'n|de|het|een|en|of|maar|met|te|tot)$/iu,
    /(?<!\p{L})laat ik (?:\p{L}+ )*(?:doen|aan)(?!\p{L})/iu,
  ],
  en: [
    /^(?:though|although|too|if|when|whenever|because|that|this|which|you (?:learn|got|get|have|need|know)) /iu,
    /^since(?: \S+){1,3}$/iu,
    /^(?:came|went|done|been) (?:off|out|back|in)$/iu,
    / (?:the|a|an|and|or|but|with|of|for|to|at|from|our|my|his|their|your|miss|mr|mrs|who|that)$/iu,
  ],
};
const calledOut = /^(?:ah|oh|eh|uh|mm|hm|aye|ach)$/i;

/** "Te ongeduldig voor", "Compared with": a piece of a sentence that names nothing. */
export const isStray = (title: string, language: Language): boolean =>
  calledOut.test(title) || astray[language].some((says) => says.test(title)) || isOnlyName(title, language);

/** "Joris.", before anything is told. */
const isOnlyName = (title: string, language: Language) => namesIn(title, language).some(({ name }) => name === title.trim());

/** How long somebody did something, as told in its clauses or in a short one behind them; null where it was not told. */
export function durationIn(told: readonly ReadClause[], all: readonly ReadClause[]): string | null {
  const behindTold = (at: number) => told.some(({ start }) => start === all[at - 1]?.start);
  const onlyLong = all.filter((clause, at) => !clause.own && behindTold(at) && wordsIn(clause.text).length <= 4);
  for (const { text } of [...told, ...onlyLong].filter((clause) => !isCondition(clause.text))) {
    const found = /(?<!\p{L})(?:zoon|dochter|kind|hij|zij|son|daughter|he|she|garantie|contract)(?!\p{L})/iu.test(text) ? null : lasting.exec(text);
    if (found?.[1]) return found[1].toLowerCase();
  }
  return null;
}

const pronoun = "(?:ik|'k|we|wij)";
/** "bij de bakker verkocht ik brood", "bij kringloop ik help": the place goes behind what was done there. */
const placeFirst = new RegExp(
  `^((?:bij|in|op) (?:(?:de|het|een|'t|t) )?[\\p{L}-]+) (?:(?!${pronoun} )(\\p{L}+) ${pronoun}|${pronoun} (\\p{L}+))(?: (.*))?$`,
  "iu",
);
/** "geld ik schrijf in boek": what it is done to comes first. */
const objectFirst = new RegExp(`^(?!(?:dan|daar|toen|soms|nu|thuis|wat|dat|als|waar) )(\\p{L}+) ${pronoun} (\\p{L}+)(?: (.*))?$`, "iu");

function inOrder(said: string, language: Language): string {
  if (language !== "nl") return said;
  const bare = said.replace(setting, "");
  const placed = placeFirst.exec(bare);
  const verb = placed?.[2] ?? placed?.[3];
  if (placed && verb !== undefined && (isDoing(plain(verb), "nl") || /^(?:had|heb|hadden)$/iu.test(verb))) {
    const rest = (placed[4] ?? "").replace(/^(?:(?:wel|ook|nog|meer|veel|van alles|alles) ?)+$/iu, "");
    const where = (placed[1] ?? "").replace(/^\p{Lu}(?=\p{Ll}+ )/u, (letter) => letter.toLowerCase());
    if (rest === "") return where;
    if (/^(?:had|heb|hadden)$/iu.test(verb)) return `${rest} ${where}`;
    // "wij maken pak voor man": the plural is the infinitive as well.
    const [, thing, tail = ""] = /^((?:(?:de|het|een) )?\p{L}+)(?: (.*))?$/u.exec(rest) ?? [];
    return (verb.endsWith("en") && thing !== undefined ? [thing, verb, tail, where] : [verb, rest, where]).filter(Boolean).join(" ");
  }
  const object = objectFirst.exec(bare);
  if (object?.[2] !== undefined && isDoing(plain(object[2]), "nl") && !isDoing(plain(object[1] ?? ""), "nl"))
    return `${object[2]} ${object[1] ?? ""} ${object[3] ?? ""}`.trim();
  return said;
}

const leading = /^(?:bij|in|op|at|in|on|with)\s+(?:(?:de|het|een|'t|t|the|a|an)\s+)?/iu;
const vague = /^(?:bezig|zorg|zorgen|help|helpen|mee|care|caring|look|looking|busy|looked|zorgde|druk)$/;
const somebody = /(?<!\p{L})((?:mijn|m'n|mn|my|onze|our) (?:\p{L}+ )?\p{L}+)$/iu;

/** "in fabriek", "bij de jumbo", "met mn moeder bezig": named by the place, or by whom it is done for. */
function kindOf(short: string, area: Area, place: string | null, language: Language): string {
  const content = contentWordsIn(short, language);
  if (area === "family_care") {
    const kin = somebody.exec(short.replace(/\s+(?:bezig|zorgen|druk|busy)$/iu, ""));
    const others = content.filter((word) => !vague.test(word) && !wordsIn(kin?.[1] ?? "").includes(word));
    if (kin?.[1] === undefined || others.length > 0 || content.length > 4) return short;
    if (language === "nl" && /bezig|zorgen|druk/iu.test(short)) return `zorg voor ${kin[1]}`;
    return short;
  }
  if (!leading.test(short)) return short;
  const isBare =
    content.length <= 2 &&
    !content.some((word) => isDoing(word, language)) &&
    !/(?<!\p{L})(?:gewerkt|gestaan|gezeten|geweest)(?!\p{L})/iu.test(short);
  if (!isBare) return short;
  const verb = /^(?:bij|in|op)\s/iu.test(short) && language === "nl" ? "werk" : "work";
  if (area === "paid_work") return `${verb} ${short}`;
  return place !== null && content.length > 2 ? place : short;
}

/** Chat style leaves out the full stop: "schoonmaker bij de Hema s ochtends ik dweil de vloer" says two things. Dutch only. */
function beforeNextDoing(said: string, language: Language): string {
  if (language !== "nl") return said;
  const words = [...said.matchAll(/\S+/g)];
  const at = words.findIndex(({ 0: word }, index) => {
    const before = plain(words[index - 1]?.[0] ?? "");
    const next = plain(words[index + 1]?.[0] ?? "");
    return index >= 3 && plain(word) === "ik" && !linking.has(before) && !isDoing(before, "nl") && isDoing(next, "nl");
  });
  const next = words[at];
  return next ? said.slice(0, next.index).trimEnd().replace(timeOfDay, "") : said;
}
