import {
  everything,
  leadIn,
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

const there = String.raw`(?:lijst|list|systeem|system|database|erbij|erin|toe|down)(?=\s*(?:\p{P}|$))`;
const putting = String.raw`(?:zet|schrijf|noteer|voeg|vul|registreer|bevestig|vermeld|markeer|accepteer|keur|add|put|write|include|insert|append|register|record|note|confirm|mark|tick)(?! (?:ik|we|wij|i)(?!\p{L}))`;
/** "maar", "gewoon": who tells of a doing puts none of these after the verb. */
const nudge = rule(word("maar|gewoon|even|ff|effe|alvast|alsjeblieft|aub"));

/** Tried where a sentence begins, and where a part of it begins before anybody has told of themselves. */
const imperatives: readonly Sign[] = [
  rule(leadIn, putting, String.raw`(?!\p{L}).{0,120}`, word(passport)),
  {
    says: rule(leadIn, String.raw`(?:zet|gooi|doe|plak|knal|mik|prop|schrijf)(?!\p{L}).{0,120}`, word("bij|in|op|erbij|erin|erop|bij zetten|neer")),
    with: nudge,
  },
  rule(leadIn, String.raw`(?:doe|wil je|kun je).{0,100}`, word("er ?(?:bij|in|op) zetten")),
  rule(
    leadIn,
    String.raw`(?:add|put|stick|slap|throw|chuck|whack|bung|pop|list|enter|tick)(?!\p{L}).{1,140}`,
    word(
      String.raw`(?:on|in|onto|into) there|(?:on|to|in|onto|into) (?:my|his|her|their|the) (?:\p{L}+ )?(?:pass(?:port)?|profile|list|thing(?:y|ie)?|page|record|file)|as mine`,
    ),
  ),
  rule(leadIn, String.raw`(?:tick|vink|amend)(?!\p{L})`),
  {
    says: rule(
      leadIn,
      String.raw`(?:zet|turn|mark|make|set)(?!\p{L}).{0,60}`,
      word(String.raw`(?:op )?groen|green|(?:as )?(?:proven|bewezen|verified|expert)`),
    ),
  },
  rule(leadIn, String.raw`(?:zorg|make sure|ensure|see to it)(?!\p{L}).{0,30}`, word("(?:says?|mentions?|shows?|lists?|staat|stands?)")),
  rule(
    leadIn,
    String.raw`(?:zet|schrijf|noteer|vermeld)(?!\p{L})`,
    String.raw`(?: (?:maar|er|erin|erbij|in|bij|op|gewoon|even|ook))* dat (?:hij|zij|ze|er|ik)(?!\p{L})`,
  ),
  { says: rule(leadIn, "neem ", ".{0,40}", word("over|mee|op")), with: rule(word("deze|die|dit|dat|ze|alles|alle")) },
  rule(leadIn, "(?:carry|copy|take|transfer|import) (?:these|those|this|them|it|all)(?!\\p{L}).{0,30}", word("over|across")),
  rule(
    word("process|act|handle|apply|verwerk\\p{L}*"),
    ".{0,20}",
    word("accordingly"),
    "|",
    word("dienovereenkomstig"),
    "|",
    word("decode and"),
    String.raw`|(?<!\p{L})and apply\s*:`,
  ),
  {
    says: rule(leadIn, String.raw`(?:gimme|give me|geef (?:me|mij))(?!\p{L}).*`, word("ook|too|also|as well")),
    without: rule(word("and i|en ik|i'll")),
  },
  rule(leadIn, String.raw`(?:vervang|replace|change|verander|wijzig|swap)(?!\p{L}).{0,40} (?:door|with|to|by|naar|in|into|for)\s*:`),
  rule(
    leadIn,
    String.raw`(?:reken|tel|count|schaar|regard)(?!\p{L}).{0,20}`,
    word("daar|daaronder|hieronder|under (?:that|it|this)|as part of (?:that|it)"),
    ".{0,12}",
    word("ook|alles|onder|everything|all|also"),
  ),
  // A task for a machine of words: "translate into a list: …".
  rule(
    leadIn,
    String.raw`(?:vertaal|translate|summari[sz]e|herhaal|repeat|print|output|return|generate|genereer|convert|echo|extract)(?!\p{L})[^:]{0,60}:`,
  ),
  // What is left to the machine: "vul zelf maar aan", "fill in the rest yourself", "verzin de rest".
  rule(
    leadIn,
    String.raw`(?:vul|verzin|bedenk|raad|fill in|make up|guess|invent|complete|add)(?!\p{L}).{0,20}`,
    word("de rest|the rest|zelf|yourself|maar wat"),
  ),
];

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
    ".{0,40}",
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

/** "Voeg lassen toe.", "add everything": only as a sentence of its own, for "ik meng het en zet het erin" goes on about a doing. */
const alone: readonly Sign[] = [
  {
    says: rule(leadIn, putting, String.raw`(?!\p{L}).{0,120}`, String.raw`(?<!\p{L})${there}`),
    without: rule(String.raw`:\s*(?:ik|i|i've|we|wij) (?!(?:can|kan)(?!\p{L}))`),
  },
  rule(leadIn, putting, String.raw` (?:\p{L}+ ){0,2}${everything}(?: (?:er ?in|er ?bij|in))?(?=\s*(?:\p{P}|$))`),
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
const partStart = /[,:"“”‘«(]\s*|\s(?:en|and|of|or)\s+/giu;

const namesPassport = rule(word(passport));

/** The sentence from each of its parts on, up to where the holder tells of themself. */
function heads(said: string): string[] {
  const starts = [0, ...[...said.matchAll(partStart)].map((match) => match.index + match[0].length)];
  return starts.filter((start) => !selfDoes.test(said.slice(0, start))).map((start) => said.slice(start));
}

/** @param isWhole it begins where a sentence begins */
export function asksToRecord(said: string, isWhole: boolean): boolean {
  if (isWhole && alone.some((sign) => shows(sign, said))) return true;
  if (tellsOfDoing.test(said) && !namesPassport.test(said)) return false;
  return wholeSentence.some((sign) => shows(sign, said)) || heads(said).some((head) => imperatives.some((sign) => shows(sign, head)));
}
