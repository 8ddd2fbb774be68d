import type { ReadClause } from "./clause-status.ts";

const article = "(?:(?:de|het|een|'t|t|the|a|an)\\s+)?";
const kinds =
  "jumbo|albert heijn|ah|lidl|aldi|action|postnl|kruidvat|hema|verzekeraar|gemeente|kringloop(?:winkel)?|ziekenhuis|uitzendbureau|restaurant|hotel|verpleeghuis|thuiszorg|garden centre|church hall|voedselbank|food bank|supermarkt|supermarket|school|kinderdagverblijf|bakker(?:ij)?|slager(?:ij)?|garage|apotheek|bouwbedrijf|schoonmaakbedrijf|hospital|care home|warehouse|factory|(?:employment |temp |temping )?agency";
const denied = "(?<!(?<!\\p{L})(?:niet|not|geen|no)\\s+)";
const at = `(?<!\\p{L})${denied}(?:bij|voor|at|for|with|via|through)`;
/** "brieven van de gemeente": what comes from somewhere does not say that one works there; "chauffeur van PostNL" does. */
const ofRole = "(?<!\\p{L})(?:van|of)";
const name = "(\\p{Lu}[\\p{L}'’&.-]+(?:\\s\\p{Lu}[\\p{L}'’&.-]+)*)";

const named = new RegExp(`${at}\\s+${article}${name}`, "u");
const namedOfRole = new RegExp(`${ofRole}\\s+${article}${name}`, "u");
const common = new RegExp(`(?:${at}|(?<!\\p{L})${denied}in)\\s+${article}(${kinds})(?!\\p{L})`, "iu");
const commonOfRole = new RegExp(`${ofRole}\\s+${article}(${kinds})(?!\\p{L})`, "iu");
/** "uitzendbureau", said by itself where a job was asked about. */
const alone = new RegExp(`^(?:(?:via|een|an?|the|het|de)\\s+)*(${kinds})$`, "iu");

/** The employer, club or kind of place that a clause says one is at; null where it names none. */
export function placeOf(text: string, isRole: boolean): string | null {
  const found = named.exec(text) ?? common.exec(text) ?? alone.exec(text) ?? (isRole ? (namedOfRole.exec(text) ?? commonOfRole.exec(text)) : null);
  return found?.[1]?.trim() ?? null;
}

export const placeIn = ({ text, kind }: ReadClause): string | null =>
  placeOf(text, kind === "job_title" || working.test(text) || roleFirst.test(text));

/** A place said by itself: "uitzendbureau". */
export const isPlaceAlone = (text: string): boolean => alone.test(text);

/** "chauffeur van PostNL". */
const roleFirst = /^(?:(?:ik|nu|ben|was|een) )*\p{L}{3,}(?:er|ster|eur|ist|ent|ente|aar|man|vrouw|hulp)\s+(?:van|of)\s/iu;

const working = /(?<!\p{L})(?:werk(?:te|en)?|gewerkt|baan|work(?:ed|ing)?|job)(?!\p{L})/iu;

/** Being or standing somewhere as one does at work: "in een kantine gestaan", "ik was in fabriek", "worked in a mill". */
const somewhere =
  /(?<!\p{L})(?:in|bij|op|at|on)\s+(?:(?:de|het|een|'t|t|the|a|an)\s+)?[\p{L}-]{3,}.*(?<!\p{L})(?:gestaan|gewerkt|gezeten|geweest)(?!\p{L})|(?<!\p{L})(?:was|werk(?:te)?|zat|zit|stond|sta|heb gewerkt|work(?:ed|ing)?|i'm|i am|been)\s+(?:ook |nu |al |daar |also |now )*(?:in|bij|op|at|on)\s+(?:(?:de|het|een|'t|t|the|a|an)\s+)?(?!(?:school|bed|werk|home|thuis|work|top)(?!\p{L}))[\p{L}-]{3,}/iu;

/** True where a clause says that somebody works or worked somewhere, or names the place. */
export const isPlaced = (clause: ReadClause): boolean => placeIn(clause) !== null || somewhere.test(clause.text);
