import type { Area } from "../domain/area.ts";
import type { Language } from "../domain/language.ts";
import type { ReadClause } from "./clause-status.ts";
import { plain, wordsIn } from "./words.ts";

const mostWords = 5;
/** What makes a sentence of it, or says whose, when or where. */
const noName: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:allez|amai|goh|tja|pff|ach|oh|alaaf|hallo|hoi|goede?\p{L}*|geachte|beste|dag|ok|oke|haha|bon|de|het|een|die|dat|mijn|mn|m'n|onze|zijn|haar|hun|in|op|bij|met|na|voor|van|uit|als|toen|nou|ja|nee|eerst|elke|soms|vroeger|nu|even|dol|gek|eens|lastig|moeilijk|verschillende|allerlei|ge|je|ook|maar|en|daarna|later|helemaal|gewoon|geen|veel|weinig|alles|niks|niets|wel|vooral|meestal|altijd|nooit)(?=\s|$)|(?<!\p{L})(?:is|zijn|was|waren|heeft|hebben|had|hadden|wordt|worden|kan|kon|moet|mag|wil|gaat|gaan|ging|komt|komen|kwam|doet|doen|geeft|zit|zitten|staat|staan|ligt|rijdt|zegt|loopt|kost|zeg|mij|me|ik|we|wij|ze|hij|zij|je|ge)(?!\p{L})/iu,
  en: /^(?:aye|ach|och|oh|ah|ok|okay|right|sure|hi|hey|hello|dear|respected|good|morning|haha|lol|the|a|an|my|our|his|her|their|your|in|on|at|with|after|before|from|when|if|then|so|well|yes|no|every|sometimes|now|also|but|and|first|one|two|once|mostly|all|just|not|nothing|always|never|was|did|been|depends|various|quite|where|what|used|love|loads|lots|many|several|hmm|hard|interesting)(?=\s|$)|(?<!\p{L})(?:is|are|was|were|has|have|had|can|could|must|will|would|goes|go|comes|came|does|do|did|gives|gave|own|owns|makes|made|writes|ask|asks|i|we|he|she|they|you|it|me|us)(?!\p{L})|['’](?:s|re|d|ll|ve) (?:the|a|an|my|one)(?!\p{L})/iu,
};
/** How a word for what somebody is ends. */
const roleEnding: Readonly<Record<Language, RegExp>> = {
  nl: /(?:.{3,}(?:er|ster|aar|ist|iste|eur|euse|ant|ente?|trice|kundige|meester|moeder|vrouw|man|hulp|wacht|bode|loods|herder|verzorgende|beambte|ambtenaar|adviseuse)|secretaris|notaris|kok|arts|tolk|smid|boer|boerin|gids|clown|juf|jager|bewaker|kapitein|stuurman|matroos|machinist|leidster|stagiaire?|chef)$/,
  en: /(?:.{3,}(?:er|or|ist|ian|ant|man|woman|hand|keeper|smith|wright|mate|herd|master|mother|father|officer|clerk)|.{2,}(?:ger|ler|ner|per|ter|der|cher|sher)|agent|rep|nurse|cook|chef|clerk|apprentice|assistant|technician|pilot|sailor|guard|guide|porter|midwife|temp|intern|vet|medic|paramedic|carer|coach|referee|steward|fireman|sheriff|judge|teller|tailor|treasurer|student|baker|butcher|joiner)$/,
};
const noRole: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:.*(?:deventer|alkmaar|wassenaar)|vroeger|later|verder|eerder|zomer|winter|ander|weer|meer|zeer|keer|moeder|vader|schoonmoeder|schoonvader|broer|zuster|december|november|september|oktober|water|papier|over|hier|daar|nummer|computer|moment|talent|cement|patient|klant|klanten|bewoner|cliente?|restaurant|krant|instrument|document|examen|kamer|vloer|muur|vuur|kantoor|evenement|appartement)$/,
  en: /^(?:.*(?:chester|caster|cester|minster|easter|leinster|ulster|munster)|former|summer|winter|later|earlier|never|ever|other|another|together|water|paper|number|after|over|under|letter|mother|father|brother|sister|daughter|matter|better|order|weather|december|november|september|october|power|computer|corner|customer|career|restaurant|plant|color|floor|door|poor|for|motor|tractor|doctor'?s?|dinner|supper|leather|timber|rubber|plaster|copper|silver|timer|charter|theater|shelter|master|radiator|elevator|generator)$/,
};
const beforePlace: Readonly<Record<Language, RegExp>> = {
  nl: /\s(?:bij|in|op|van|voor|aan|te|uit|sinds|al|dus|hoor|internationaal|zonder|met)\s.*$|\s(?:dus|hoor|internationaal)$/iu,
  en: /\s(?:at|in|for|of|on|with|by|since|near|off)\s.*$/iu,
};
const named: ReadonlySet<Area> = new Set(["paid_work", "self_employed", "volunteering", "hobby"]);

/**
 * "Hondentrimster in Breda, …", "Roller derby. I'm a blocker": asked about a job or a hobby, people say first what it is. A hobby by any
 * name, work by what somebody is called in it.
 * @param clauses all of an answer  @param asked the part that was asked about
 * @returns the clause that names it; undefined where the answer begins otherwise
 */
export function namedFirst<Clause extends ReadClause>(clauses: readonly Clause[], asked: Area | null, language: Language): Clause | undefined {
  const [first, next] = clauses;
  if (!first || !next || asked === null || !named.has(asked) || first.own || first.kind !== "does") return undefined;
  const words = wordsIn(first.text);
  if (words.length > mostWords || noName[language].test(first.text)) return undefined;
  return asked === "hobby" || endsInRole(first.text, language) ? first : undefined;
}

function endsInRole(said: string, language: Language): boolean {
  const words = wordsIn(said.replace(beforePlace[language], ""));
  const role = plain(words.at(-1) ?? "");
  if (words.some((word) => /^(?:de|het|een|the|an?)$/i.test(word))) return false;
  return roleEnding[language].test(role) && !noRole[language].test(role);
}
