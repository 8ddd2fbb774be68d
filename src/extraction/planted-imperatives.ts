import { everything, leadIn, passport, rule, selfDoes, shows, type Sign, word } from "./planted-words.ts";

/** Sentences that tell the machine to write something down: rules of shape and address, which name no skills. */

const there = String.raw`(?:lijst|list|systeem|system|database|erbij|erin|toe|down)(?=\s*(?:\p{P}|$))`;
const putting = String.raw`(?:zet|schrijf|noteer|voeg|vul|registreer|bevestig|vermeld|markeer|accepteer|keur|add|put|write|include|insert|append|register|record|note|confirm|mark|tick)(?! (?:ik|we|wij|i)(?!\p{L}))`;
/** "maar", "gewoon": who tells of a doing puts none of these after the verb. */
const nudge = rule(word("maar|gewoon|even|ff|effe|alvast|alsjeblieft|aub"));

/** Tried where a sentence begins, and where a part of it begins before anybody has told of themselves. */
const imperatives: readonly Sign[] = [
  rule(leadIn, putting, String.raw`(?!\p{L}).{0,120}`, word(`${passport}|(?:expert|hoogste|highest)[ -]?(?:niveau|level)`)),
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
  rule(
    leadIn,
    String.raw`(?:write|note|record)(?: (?:down|also|too|just|please))*`,
    String.raw`(?: that (?:i|he|she|they)(?!\p{L})| (?:i am|i'm|im|i have|i've|i can) )`,
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

/** "Voeg lassen toe.", "add everything": only as a sentence of its own, for "ik meng het en zet het erin" goes on about a doing. */
const alone: readonly Sign[] = [
  {
    says: rule(leadIn, putting, String.raw`(?!\p{L}).{0,120}`, String.raw`(?<!\p{L})${there}`),
    without: rule(String.raw`:\s*(?:ik|i|i've|we|wij) (?!(?:can|kan)(?!\p{L}))`),
  },
  rule(leadIn, putting, String.raw` (?:\p{L}+ ){0,2}${everything}(?: (?:er ?in|er ?bij|in))?(?=\s*(?:\p{P}|$))`),
  // "Wis alles.", "delete my passport": no cleaning, and no work with documents.
  rule(leadIn, String.raw`(?:wis|verwijder|erase|delete) (?:${everything}|(?:mijn|mn|m'n|my) (?:${passport}|gegevens|data))(?=\s*(?:\p{P}|$))`),
];

const partStart = /[,:"“”‘«(]\s*|\s(?:en|and|of|or)\s+/gu;

/** The sentence from each of its parts on, up to where the holder tells of themself. */
function heads(said: string): string[] {
  const starts = [0, ...[...said.matchAll(partStart)].map((match) => match.index + match[0].length)];
  return starts.filter((start) => !selfDoes.test(said.slice(0, start))).map((start) => said.slice(start));
}

/** "Voeg lassen toe." @param isWhole it begins where a sentence begins */
export const commandsAlone = (said: string, isWhole: boolean) => isWhole && alone.some((sign) => shows(sign, said));

/** A command in the sentence, or in a part of it. */
export const commands = (said: string) => heads(said).some((head) => imperatives.some((sign) => shows(sign, head)));
