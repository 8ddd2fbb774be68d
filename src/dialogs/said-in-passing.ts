import type { Area } from "../domain/area.ts";
import type { Experience } from "../domain/passport.ts";
import { normalise, openingWord } from "./answers.ts";
import { type Answered, type Outcome, textToKeep } from "./events.ts";
import { isOfLanguages } from "./follow-up-forms.ts";
import { maxTitleLength } from "./kept-text.ts";
import { say } from "./outcome.ts";
import { saveExperience } from "./records.ts";
import { kin } from "./sorrow.ts";

/** Where it was, or as what, said beside a yes: "ja, bij de Plus in Zutphen", "yes but it was a nursery school". */
interface Passing {
  readonly place: string | null;
  readonly role: string | null;
}

const kinds =
  "\\p{L}*(?:school|winkel|supermarkt|bakkerij|slagerij|fabriek|magazijn|ziekenhuis|verpleeghuis|verzorgingshuis|tehuis|zorgcentrum|hotel|restaurant|cafe|kantine|garage|kwekerij|boerderij|camping|opvang|kinderdagverblijf|peuterspeelzaal|bibliotheek|kantoor|apotheek|salon|sporthal|zwembad|buurthuis|club|vereniging|manege|drukkerij|werkplaats|wasserij|museum|theater|bioscoop|pretpark|vliegveld|tankstation|uitzendbureau|bureau)|bso|creche|gemeente|thuiszorg|bouw|haven|nursery(?: school)?|preschool|playgroup|hospital|(?:care|nursing|retirement) home|shop|store|supermarket|bakery|butchers?|factory|mill|warehouse|pub|farm|office|library|chemist|pharmacy|gym|theatre|cinema|airport|agency|council|college|university|day ?care|garden centre|workshop|laundry";
const brands =
  "jumbo|albert heijn|ah|lidl|aldi|action|hema|kruidvat|plus|coop|dirk|praxis|gamma|ikea|postnl|dhl|tesco|asda|spar|morrisons|sainsburys?|boots|primark|amazon|royal mail|greggs|costa|mcdonalds?|mcdo";
/** Names of a belief, of an illness or of a punishment: where those are, is not kept. "Nijkerk" is a town, "de Pauluskerk" is not. */
const notKept =
  /(?<!\p{L})(?:(?:de|het)\s+\p{L}+(?:kerk|kapel)|kerk|moskee|tempel|synagoge|\p{L}*kathedraal|klooster|church|cathedral|convent|mosque|temple|synagogue|chapel|gevangen(?:is|e)|prison(?:er)?|jail|pati[eë]nt|kliniek|psychiatr\p{L}*|clinic|rehab|mevrouw|meneer|mevr|mr|mrs|miss|ms|mijn|mn|m'n|onze|my|our|ons)(?!\p{L})/iu;

const yes = "(?:(?:ja+h?|jawel|yes+|yeah|yep|yup|klopt|dat klopt|zeker|correct|right|that's right)(?!\\p{L})[\\s,.!:;–-]*)*";
const joined = "(?:(?:maar|but|en|and|nou|well|oh)\\s+)*";
const being =
  "(?:(?:(?:dat|het|dit|'t|that|it|this)\\s+(?:was|is|ging om)\\s+|(?:that|it)['’]?s\\s+|was\\s+|(?:ik|i)\\s+(?:werkte?|zat|was|stond|worked|work)\\s+(?:daar\\s+)?)(?:(?:toen|vroeger|gewoon|eigenlijk|actually|just|wel|back then|more)\\s+)*)";
const article = "(?:(?:de|het|een|'t|the|a|an)\\s+)";
const word = "[\\p{L}\\p{N}&'’.-]+";
const town = `(?:\\s+(?:in|te|near|bij)\\s+${word}(?:\\s+\\p{Lu}${word})?)`;
const behind = "(?:\\s+(?:hoor|toen|vroeger|actually|though|back then|then))?[\\s.!]*$";
const from = `^${yes}${joined}`;
/** Case counts in names: where they are typed with a capital. */
const name = `\\p{Lu}${word}(?:\\s+\\p{Lu}${word}){0,3}`;

const roles =
  "(?:\\p{L}+\\s)?\\p{L}*(?:kok|hulp|man|vrouw|er|ster|eur|ist|ente?|aar|juf|stagiaire?|nurse|cook|clerk|guard|temp|trainee|intern|apprentice|assistant|or|ian)";
const atName = new RegExp(`${from}${being}?(?:[Bb]ij|[Aa]t|[Vv]oor|[Ff]or|[Ii]n|[Oo]p)\\s+${article}?(${name}${town}?)${behind}`, "u");
const atKind = new RegExp(
  `${from}${being}?(?:bij|at|in|op|for|voor)\\s+${article}?((?:${word}\\s+){0,2}?(?:${kinds})${town}?|(?:${brands})${town}?|(?<=${article})${word}${town})${behind}`,
  "iu",
);
const itWas = new RegExp(`${from}${being}${article}((?:${word}\\s+){0,2}?(?:${kinds})${town}?)${behind}`, "iu");
const itWasName = new RegExp(`${from}${being}${article}(${name}${town})${behind}`, "u");
const asRole = new RegExp(`${from}${being}?(?:als|as)\\s+(?:(?:een|an?|the)\\s+)?(${roles})${behind}`, "iu");
/** When, or with whom: no place and no role. */
const none =
  /(?<!\p{L})(?:ochtend|middag|avond|nacht|weekend|week|dag|zomer|winter|jaar|tijd|begin|einde?|team|groep|beurt|kind|enige|eerste|laatste|zelf|moment|morning|evening|night|time|day|summer|year|beginning|end|child|kid|first|last|usual|well|much|same)(?!\p{L})|^(?:thuis|home|school|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|kerst(?:mis)?|pasen|sinterklaas|christmas|easter)$/iu;
/** Whose it is, and not where: "bij opa", "for Mum". */
const ofKin = new RegExp(`^(?:${kin})(?: |$)`);
/** Who somebody was, how old, or when: no role at work. */
const noRole = new RegExp(
  `(?:^| )(?:${kin}|tiener|puber|kleuter|teenager|youngster|toddler|buitenlander|foreigner|widower|weduwnaar|customer|favor|ever|eerder|earlier|later)$`,
);
const mostWords = 12;
/** In UTF-16 units: an answer, however it is spaced. */
const mostLetters = 160;

/** What a message says in passing, besides a yes; null where it says anything else. Pure. */
export function passingIn(text: string): Passing | null {
  const said = text.trim();
  if (said.length > mostLetters) return null;
  if (said.includes("…") || /\?/.test(said) || notKept.test(said) || normalise(said).split(" ").length > mostWords || openingWord(said) === "no")
    return null;
  const place = atName.exec(said)?.[1] ?? atKind.exec(said)?.[1] ?? itWas.exec(said)?.[1] ?? itWasName.exec(said)?.[1] ?? null;
  if (place !== null)
    return none.test(place) || ofKin.test(normalise(place)) || isOfLanguages(place)
      ? null
      : { place: place.trim().replace(/[.!]+$/, ""), role: null };
  const role = asRole.exec(said)?.[1];
  return role === undefined || none.test(role) || noRole.test(normalise(role)) ? null : { place: null, role: role.trim() };
}

const placed: ReadonlySet<Area> = new Set(["paid_work", "self_employed", "volunteering"]);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The experience with what was said of it; null where that adds nothing. */
function completed(experience: Experience, { place, role }: Passing, as: string): Experience | null {
  if (!placed.has(experience.area)) return null;
  const title = normalise(experience.title);
  if (role !== null) {
    const longer = `${experience.title}, ${as} ${role}`;
    return title.includes(normalise(role)) || longer.length > maxTitleLength ? null : { ...experience, title: longer };
  }
  if (place === null || title.includes(normalise(place))) return null;
  const before = experience.organisation;
  // A kind of place gives way to the one that it was; a name that was told stays.
  if (before !== null && normalise(before) === normalise(place)) return null;
  if (before !== null && before !== before.toLowerCase() && !normalise(place).includes(normalise(before))) return null;
  // "school" in the name of it, and now "nursery school".
  const last = place.split(" ").at(-1) ?? "";
  const named = new RegExp(`(?<!\\p{L})${last.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?!\\p{L})`, "iu");
  const better = place.includes(" ") && named.test(experience.title) ? experience.title.replace(named, () => place) : experience.title;
  return { ...experience, title: better.length > maxTitleLength ? experience.title : capitalised(better), organisation: place };
}

/** Which of several it is said of: the only one, or the only one of which it is not known where it was. */
function meantOf(experiences: readonly Experience[], { place }: Passing): Experience | undefined {
  if (experiences.length === 1) return experiences[0];
  const open = experiences.filter(({ organisation, area }) => placed.has(area) && (place === null || organisation === null));
  return open.length === 1 ? open[0] : undefined;
}

/** Takes what was said in passing into the experience that it is about, and says so; null where nothing of the kind was said. */
export function onSaidInPassing(outcome: Outcome, event: Answered, experiences: readonly Experience[]): Outcome | null {
  const said = event.action === null ? textToKeep(event) : null;
  const passing = said === null ? null : passingIn(said);
  const experience = passing ? meantOf(experiences, passing) : undefined;
  const better = experience && passing ? completed(experience, passing, outcome.state.language === "nl" ? "als" : "as") : null;
  if (!passing || !better) return null;
  return say(saveExperience(outcome, better, event.at), "noted.added", { what: passing.place ?? passing.role ?? "" });
}
