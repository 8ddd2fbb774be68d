import { commands, commandsAlone } from "./planted-imperatives.ts";
import {
  everything,
  passport,
  record,
  recordNow,
  recorded,
  rule,
  self,
  selfAlone,
  selfDoes,
  shows,
  tellsOfDoing,
  type Sign,
  toRecord,
  word,
} from "./planted-words.ts";

/** Sentences that ask the machine to write something down: rules of shape and address, which name no skills. */

const requests: readonly Sign[] = [
  // "write down: …"; what is told of oneself after it is told.
  rule(
    word("schrijf|noteer|voeg toe|zet (?:er)?in|add|write(?: (?:this|that))?(?: down)?|note|record"),
    String.raw`\s*:(?!\s*(?:ik|i|we|wij|i've)\s(?!(?:can|kan)(?!\p{L})))`,
  ),
  // "write down that I can …"; "you can put down that I clean" allows, and tells.
  {
    says: rule(word("write|note|put|schrijf|noteer|zet"), String.raw`(?: \p{L}+)? (?:down|op|neer) (?:that|dat) (?:i|ik)(?!\p{L})`),
    without: rule(
      word("you|je|u"),
      " ",
      word("can|may|could|mag|kunt|kan"),
      ".{0,20}",
      word("down|op|neer"),
      String.raw` (?:that|dat) (?:i|ik) (?!can|kan)`,
    ),
  },
  rule(word("confirm|bevestig|approve|accepteer|accept"), String.raw` (?:\p{L}+ )?${everything}(?!\p{L})`),
  rule(word("geef|give|gun|grant"), ".{0,12}", word("mijn|my|mij|me"), ".{0,40}", word(passport)),
  // "ik wil dat je opschrijft …", "you must write that I …", "zou je … willen opnemen", "could … be put on my passport"
  rule(
    word("wil|wilt|moet|eis|vraag|zou|must|want|need|have to|should"),
    ".{0,30}",
    word("je|jij|u|you"),
    ".{0,100}",
    word(String.raw`opschrij\p{L}*|noteer\p{L}*|toevoeg\p{L}*|invul\p{L}*|bevestig\p{L}*|(?:erin|in) zet|write|add|put|include|confirm|note`),
  ),
  rule(
    word("je|jij|u|you"),
    ".{0,60}",
    word("must|moet|should|have to|had better"),
    ".{0,40}",
    word("opschrijven|noteren|toevoegen|invullen|bevestigen|zetten|write|add|put|include|confirm"),
  ),
  {
    says: rule(
      word("kun|kan|zou|wil|wilt|mag|can|could|would|will"),
      String.raw` (?:je|jij|u|jullie|you)(?!\p{L}).{0,140}`,
      word(`${toRecord}|${recordNow}`),
    ),
    with: rule(word(`${record}|${passport}|er(?:bij|in|op)`)),
  },
  {
    says: rule(
      word("could|can|may|might|must|should|needs? to|has to|have to|kan|kunnen|zou|zouden|moet|moeten|dien(?:t|en)|mag|mogen"),
      ".{0,140}",
      word(`be ${recorded}|${recorded} (?:te )?worden|(?:te )?worden ${recorded}`),
    ),
    with: rule(word(record)),
  },
  { says: rule(word("will be|shall be|are to be|is to be|worden?|wordt"), ".{0,140}", word(recorded)), with: rule(word(record)), without: selfDoes },
  rule(word("genoteerd|opgenomen|toegevoegd|vermeld|bijgeschreven"), String.raw` (?:moet|moeten|dient|dienen) (?:te )?worden`),
  { says: rule(word("graag|gelieve|kindly|please|s\\.?v\\.?p|verzoeke?n?"), ".{0,200}", word(`${toRecord}|${recordNow}`)), without: selfAlone },
  {
    says: rule(word("kindly|please|gelieve"), ".{0,60}", word(`${toRecord}|${recordNow}`)),
    without: rule(word("ik|i|we|wij|customers?|klant(?:en)?")),
  },
  rule(word("als|tenzij"), String.raw` (?:je|jij|u)(?!\p{L}).{0,60}`, word("in zet|erin zet|toevoegt|opschrijft|noteert|bevestigt")),
  rule(word("you (?:were|are) (?:going|supposed) to"), " ", word("add|put|write|list|note|include|confirm|record")),
  rule(word("if|unless"), String.raw` you(?!\p{L}).{0,20}`, word("add|put|write|include|confirm|record")),
];

/** The record is said to lack a thing, or that it has to stand in it. */
const lacks: readonly Sign[] = [
  // "… dat hier heftruckchauffeur in moet staan", "forklift driving must be in here", "moet ik laten opschrijven"
  rule(
    word("in|erin|erbij|hierin"),
    " ",
    word("moe(?:t|ten) (?:staan|komen)"),
    "|",
    word("moe(?:t|ten) (?:er|hier|hierin|erin|erbij)"),
    ".{0,60}",
    word("staan|in"),
  ),
  rule(
    word("must|should|has to|have to|needs? to"),
    ".{0,20}",
    word("be"),
    ".{0,30}",
    word(String.raw`in (?:here|there|it|my pass\p{L}*)|listed|added|included`),
  ),
  rule(
    word("moet|moest"),
    ".{0,60}",
    word("laten (?:opschrijven|noteren|toevoegen|invullen)"),
    "|",
    word("should (?:have|get|let)"),
    ".{0,60}",
    word("put|written|added|noted"),
  ),
  rule(word("bepaald|besloten|vastgesteld|decided|determined"), ".{0,30}", word("dat|that"), ".{0,80}", word("in|erin|here|staan|passport|paspoort")),
  rule(
    word("zonde|jammer|gek|raar|vreemd|stom"),
    ".{0,40}",
    word("als|dat|wanneer"),
    ".{0,60}",
    word("(?:bij|op|in) ?(?:staat|staan|stond|stonden|zou(?:den)? staan)"),
  ),
  rule(
    word("shame|pity|waste|odd|strange|sad|wrong"),
    ".{0,30}",
    word("if|that|when"),
    ".{0,60}",
    word("mention(?:ed)?|list(?:ed)?|include[ds]?"),
    "|",
    word("shame|pity|waste|odd|strange|sad|wrong"),
    ".{0,60}",
    word(passport),
  ),
  rule(
    word("passport|profile|file|record"),
    " ",
    word("should|needs? to|must|has to|have to|ought to"),
    " ",
    word("say|mention|show|list|include|read|state|reflect"),
  ),
  rule(word("make sure|ensure|see to it"), ".{0,20}", word("it|that|passport|profile"), " ", word("says|mentions|shows|lists")),
  rule(
    word("horen?|belongs?"),
    " ",
    word("er (?:ook |nog )?(?:op|tussen)|(?:on|in) there"),
    String.raw`(?=(?: (?:as well|too|also|ook|hoor))*\s*(?:\p{P}|$))`,
  ),
  rule(word("ontbreek\\p{L}*|ontbrak(?:en)?|missing|mist"), ".{0,40}", word("lijst|list|passport|paspoort|profiel|profile|overzicht")),
  rule(
    word("je|jij|u|you"),
    String.raw` (?:(?:bent|hebt|heb|have) )?(?:(?:er |hier )?(?:iets|wat|nog wat|nog iets|een paar) )?(?:vergeten|vergat|forgot|forgotten|missed)(?: (?:a couple|a few|something|one|some|iets|wat))?(?=\s*(?:\p{P}|$))`,
  ),
];

const you = word("jij|je|u|jullie|you");
const writesIn = word(String.raw`zet|zetten|neergezet|bijgezet|neerzet|gaf|gegeven|put|add|added|gave|given`);

/** The one who reads is to write it in: as a deal, or as for another. */
const dealt: readonly Sign[] = [
  {
    says: rule(`${you}.{0,80}${writesIn}|${writesIn} (?:jij|you|u)(?!\\p{L})`),
    with: rule(word("als ik ja zeg|if i say yes|bij (?:hem|haar|mij)|(?:gave|given) (?:him|her|them)")),
  },
  { says: rule(word("waarom|why|wanneer|when"), ".{0,40}", word("staat|staan|say|mention|show|list"), ".{0,60}", word("dat ik|that i")) },
];

/** What asks kindly, or leaves it to the machine. */
const leavesItToYou: readonly Sign[] = [
  rule(
    word("feel free to|you (?:can|may|could)|(?:mag|mogen|kun|kan) (?:je|jij|u)|(?:je|jij|u) mag"),
    ".{0,80}",
    word("verzinnen|bedenken|make up|invent"),
  ),
  {
    says: rule(
      word("op prijs|grateful|appreciated?|dankbaar|blij|happy|glad"),
      ".{0,120}",
      word("appear|verschijn\\p{L}*|kwam(?:en)?|stond(?:en)?|staan|list(?:ed)?|add(?:ed)?|includ(?:e|ed)"),
    ),
    with: rule(word(record)),
  },
  {
    says: rule(
      word("dat|die|dit|dus|ze"),
      " (?:\\p{L}+ )?",
      word("moet(?:en)?"),
      " er (?:wel |ook |nog |echt )*",
      String.raw`(?:bij|in)(?=\s*(?:\p{P}|$))`,
    ),
    without: self,
  },
  {
    says: rule(word("that|those|these|it"), " ", word("has to|have to|needs? to|must|should"), " go ", String.raw`(?:in|on)(?=\s*(?:\p{P}|$))`),
    without: self,
  },
  {
    says: rule(word("op|on"), " ", word("die|that|de|the"), " ", word("pas|card|kaart|lijst|list")),
    with: rule(word("(?:regel|doe|fix|sort) (?:het|dat|it|that)"), String.raw`\P{L}*$`),
  },
  rule(String.raw`^\P{L}*`, word("graag|please|gelieve"), " ", word("(?:te )?verwerken|process|action"), String.raw`\P{L}*$`),
  rule(word("draw your own conclusions?|trek (?:zelf|je eigen) (?:de |je )?conclusies?|do the maths?")),
];

const wholeSentence: readonly Sign[] = [...requests, ...lacks, ...dealt, ...leavesItToYou];
const namesPassport = rule(word(passport));

/** @param isWhole it begins where a sentence begins */
export function asksToRecord(said: string, isWhole: boolean): boolean {
  if (commandsAlone(said, isWhole)) return true;
  if (tellsOfDoing.test(said) && !namesPassport.test(said)) return false;
  return wholeSentence.some((sign) => shows(sign, said)) || commands(said);
}
