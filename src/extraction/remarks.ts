import type { Language } from "../domain/language.ts";

/** Ways of saying something that is meant for the interviewer, or tells of no doing of the holder's own. Tried on a clause as cues read it. */
const first = "^ (?:(?:en|nee|ja|maar|want|nou|oh|lol|haha|mwa|dan|dus|and|no|yes|but|well|so|oke?|hmm?|yeah) )*";

/** People and offices that do things of their own. */
const othersEn = "boss|bosses|office|police|teacher|manager|government|council|owner|driver|customer|doctor";
const manyEn = "boys|guys|lads|girls|men|women|people|ppl|colleagues|workers|customers|drivers|kids|mods|neighbou?rs";

interface Remarks {
  readonly order: RegExp;
  readonly speech: RegExp;
  readonly pointing: RegExp;
  readonly negative: RegExp;
  readonly asking: RegExp;
  readonly others: RegExp;
  /** "ik ben …", and what it is followed by. */
  readonly being: RegExp;
  readonly role: RegExp;
}

const remarks: Readonly<Record<Language, Remarks>> = {
  nl: {
    order: new RegExp(
      [
        `${first}(?:noem (?:het|dat|dit)|(?:schrijf|zet|typ|noteer) (?:maar |dan |er )*(?:op |in )?dat|(?:schrijf|zet) (?:het|dat|dit|er) (?:maar )?(?:op|in|bij|neer)(?: |$)|verwijder|wis|wacht|hou op)(?: |$)`,
        `${first}(?:laat (?:maar|me|mij|mijn|mn|m'n|eens|even) (?:\\p{L}+ ){0,4}zien|laat maar|ga(?: (?:eens|ff|even|maar|weer|dan|nu))* (?:terug|door|verder)|(?:print|toon|geef) (?:me|mij|je|mijn|mn)) ?`,
        `${first}(?:haal|gooi|doe|zet) (?:dat|dit|die)(?: (?:maar|er|dan|toch|weg|uit|eruit|anders))* $`,
        ` (?:moet|mag|kan|moeten|mogen)(?: (?:er|dan|ook|toch|nu|maar))* (?:weg|eruit|verwijderd|anders)(?: |$)`,
        `${first}(?:(?!\\p{L}*(?:gooi|breng|haal|ruim|zet|leg|doe|rij|veeg|pak|werk))\\p{L}+ ){0,4}(?:weg|weghalen)(?: hoor| graag| aub)? $`,
      ].join("|"),
      "u",
    ),
    speech:
      /(?:^| )(?:ik zeg|zeg ik|zei ik|ik zei|ik bedoel|bedoel ik|bedoelde ik|ik vroeg)(?: (?:je|jou|jij|u|net|al|toch|nou|ook|niet|nee|ja|dat|maar|zo|hetzelfde|het|eerder))*(?: |$)(?!elke|iedere|altijd|wat )|(?:vraag|vroeg|zeg|zegt|zei|bedoel) (?:jij|je|u)(?: |$)|(?:^| )(?:jij|u) (?:vraagt|vraag|zegt|zeg|maakt|schrijft|denkt)(?: |$)|(?:al|net|toch|eerder) (?:gezegd|verteld|genoemd|besproken) $|^ (?:zeg|zei) (?:net|toch|al|nee) /u,
    pointing: new RegExp(
      `${first}(?:das|(?:dat|dit|die|het|'t|t|er|daar|ze) (?:is|zijn|was|waren|heet|heette|loopt|gaat|ging|klopt|hoort|slaat|wordt|werd|hoeft|moet|komt|geldt|deed|doet|doen|staat))(?: |$)|^ (?:volgende keer|wel een) (?!.*(?:werk|ik ))`,
      "u",
    ),
    negative: new RegExp(
      `${first}(?:geen|niet(?! alleen)|nooit|niks|niets|nergens|niemand)(?: |$)| (?:niks|niets|niet|nooit|niet veel)(?: hoor| meer| joh| echt)* $| niks van | niet over | (?:is|zijn|was|waren) (?:niet|geen|ook geen) | (?:ligt|staat|zit|blijft) (?:er )?nooit | nooit \\p{L}+ $|(?:^| )(?:ik )?(?:heb|had)(?: ik)? geen (?!(?:enkele|fout|klacht)\\p{L}*)`,
      "u",
    ),
    asking: new RegExp(`${first}(?:wat|hoe|wie|waarom|hoezo|wanneer|welke?)(?: (?!ik |we |wij )|$)`, "u"),
    others: new RegExp(
      [
        "^ (?:(?:en|nee|ja|maar|want|nou|lol|mwa|haha|dan|dus|man) )*(?!mijn (?:werk|baan|taak|vak|beroep|functie|hobby)|(?:mn|m'n) (?:werk|baan|taak|hobby))(?:(?!(?:alles|dingen|spullen|wat|dat|die|als|zorg|help|ik|was) )[\\p{L}'-]+ ){1,4}(?:is|heeft|zegt|wordt|werkt|doet|komt|vindt|vond|regelt|weet|rijdt|maakt) (?!ik )\\p{L}",
        "^ (?:\\d+ |twee |drie |vier |vijf |de )?(?:man|mensen|jongens|meiden|personen|collega's) (?:werk(?:t)?en|helpen|hielpen) (?:voor|bij|met) (?:mij|me) ",
        // Why a job ended is no job.
        `${first}(?:toen )?(?:ik )?(?:ben |was |moest )?(?:ik )?(?:toen |ook |daar |later )*(?:gestopt|stoppen|opgehouden|ontslagen|weggegaan|verhuisd|getrouwd|gescheiden)(?: |$)`,
        "(?:^| )(?:moet|kun|kan|mag|moest) je |(?:^| )je (?:moet|kunt|kan|moest) |^ (?:dan )?(?:krijg|heb|zie|ben|kan) je ",
      ].join("|"),
      "u",
    ),
    being:
      /^ (?:(?:en|ja|maar|want|nou|nee|daar|dan|eigenlijk|gewoon) )*(?:(?:ik )?(?:ben|word|werd)|ik was|was ik|zn|zijn)(?: (?:ik|we))? (.*)$|^ (?:was|is) (?:weer|toch|ook|wel|echt|best|heel|een|n|maar) (.*)$/u,
    role: /\b(?:de|het|als|bij|van|voor|met|mijn|mn|m'n|bezig|kok|tolk|smid|gids|oppas|imam|host|mod|chef|juf|coach|hoofd|leider|captain|vrijwilliger|mantelzorger|keeper)\b|(?<!\p{L})(?!(?:lekker|beter|ouder|jonger|verder|later|eerder|wakker|onder|over|alleen|zeker|moeder|vader|donker|zuster)(?!\p{L}))\p{L}{2,}(?:er|ster|eur|ist|ent|ente|aar|ier|man|vrouw|hulp|kracht|kundige)(?!\p{L})/u,
  },
  en: {
    order: new RegExp(
      [
        `${first}(?:please )?(?:(?:remove|delete|erase|undo|scrap) |(?:write|put|note|say|add)(?: down)? that (?:i|my|the)(?: |$)|(?:write|put|note) (?:it|that|this|me) (?:down|in|as)(?: |$)|show (?:me )?(?:my|the) (?:passport|list|skills)|hold on|wait)(?: |$)?`,
        `${first}(?:can you |could you |please )*(?:go|take me|step) back(?: |$)`,
      ].join("|"),
      "u",
    ),
    speech:
      /(?:^| )(?:i|i've|ive) (?:(?:have|just|already|did|do) )*(?:told|tell|said|say|asked) (?:you|u|ya|that|this|it|so|not|no|already|about that)(?: |$)|(?:^| )did tell (?:you|u)|(?:^| )told (?:you|u)(?: |$)|(?:^| )(?:i )?(?:only )?mean(?:t)? (?!i |i'm |im )|beg your pardon|(?:didn't|didnt|did not|never) (?:say|said|ask|mean)/u,
    pointing: new RegExp(
      `${first}(?:(?:it|that|there|they|those|these)['’]?s |(?:theyre|they're|those are|these are) |(?:it|that|this|there|those|these|they) (?:is|was|are|were|isn't|wasn't|goes|went|runs|sounds|means|has|had|does|did|makes) )|^ next time |^ \\p{L}+(?: \\p{L}+)? means `,
      "u",
    ),
    negative: new RegExp(
      `${first}(?:in (?:the )?home |at home )?(?:i )?(?:not(?! only)|no|never|nothing|none|nobody|don't|dont|didn't|didnt|do not|did not|can't|cannot|couldn't)(?: |$)| (?:nothing|not much|not)(?: really)? $|(?:^| )not in |(?:^| )(?:have|had|got) no |(?:^| )(?:passenger|customer|patient) (?:myself )?$| never \\p{L}+ $`,
      "u",
    ),
    asking: new RegExp(`${first}(?:what|wat|how|who|why|when|which|whatever)(?: (?!i |we )|$)|^ (?:idk|dunno|i guess|i suppose|suppose) `, "u"),
    others: new RegExp(
      [
        `${first}(?:(?:the|a|my|our|some|all|warehouse|shop) )*(?:(?:${othersEn}) (?:is|has|does|makes|says|puts?|takes|tells?|told|said|stops|goes|comes|wants|needs|sends|drives|pays|gives|gave|knows|approves|will|was)|(?:${manyEn})(?: (?:of|in|from|at) (?:the )?\\p{L}+)? (?!i )(?:are|have|do|did|put|take|tell|say|come|ask|load|make|go|want|were|had|can|will|drive|bring|get)) `,
        `${first}(?!my (?:job|work|task|role|hobby|trade) )(?:(?!(?:everything|things|stuff|what|that|who|which|i|and|everyone) )(?!\\p{L}+ing )[\\p{L}'-]+ ){1,5}(?:is|isn't|has|sends|makes|says) (?!i )\\p{L}`,
        `${first}(?:then )?(?:i )?(?:had to )?(?:quit|stopped|stop|left(?= (?:because|when|after|for|there|it|that|to|school|my job|the job)(?: |$)| $)|retired|moved|was fired|got (?:fired|married|divorced|laid off))(?: |$)(?!.*ing )`,
        "^ (?:the|my|a) (?:\\p{L}+ ){1,3}me $",
        "^ (?:kinda|sorta|a bit|rather|pretty) ",
        "(?:^| )you (?:have to|must|need to|should) ",
      ].join("|"),
      "u",
    ),
    being:
      /^ (?:(?:and|yes|but|well|no|so|oh|really|actually|pff) )*(?:i am|i'm|im|i was|am|i feel|i get|i've been|ive been|i have been|getting|feeling) (.*)$/u,
    role: /\b(?:an?|as|of|cook|chef|nurse|coach|mod|lead|host|guide|guard|clerk|maid|waiter|mechanic|volunteer|captain|tutor|carer|certified|qualified|trained)\b|(?<!\p{L})(?!(?:rather|older|younger|better|never|ever|over|under|after|together|quarter|mother|father|sister|brother|daughter|passenger|customer|number|sober|poor)(?!\p{L}))\p{L}{2,}(?:er|or|ist|ian|man|woman)(?!\p{L})/u,
  },
};
/** In characters: a longer clause tells more than a remark does, and would take the patterns long to read. */
const longest = 240;

/** "als er een rij staat", "omdat het koud was": says when or why, and needs what stands behind it. */
const conditions: Readonly<Record<Language, RegExp>> = {
  nl: new RegExp(`${first}(?:als|omdat|mits|zodat|zodra|tenzij|wanneer) (?!.* ik was )(?!\\p{L}+(?:er|ster|hulp|kok|man|vrouw)(?: |$))`, "u"),
  en: new RegExp(`${first}(?:if|because|whenever|unless|when)(?!.* i was ) `, "u"),
};
/** @param text as for {@link isRemark} */
export const saysWhenOrWhy = (text: string, language: Language): boolean => conditions[language].test(text);

/** Words with which people agree, sigh, count, and tell the time: alone they name nothing. */
const saysNothing: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(
    (
      "klopt precies tuurlijk natuurlijk jazeker zeker weten goed prima beetje vooruit terug weg wacht yep uhu uhuh jep oke ok okay haha lol mwa pff nope nou tja " +
      "boeie ja nee geleden alleen hoezo genoeg vandaag gisteren morgen straks klaar paspoort zn bijna zin moe nacht avond ochtend middag uurtje tijd jaar maanden korte kort lange lang drukke druk " +
      "gekke goeie goede fijne leuke mooie rare wakker slaap slapen sliep woon woonde wonen gewoond leef leven twee drie vier vijf zes zeven acht negen tien halve half " +
      "zelfde hetzelfde allemaal wel misschien graag vind denk hoop snap bedoel zo zei gezegd eerlijk gezegd sorry hallo dankje bedankt stop verder anders helemaal alle ene " +
      "let kijk kijken zie zien wacht wachten krijg kreeg praat overleg zachtjes duren meteen trots man grapje luister luisteren joh schat idee zoiets zulke altijd"
    ).split(" "),
  ),
  en: new Set(
    (
      "indeed yes no ago suppose course sure exactly right true okay ok yep yup nope lol haha pff tbh kinda sorta fine enough today yesterday tomorrow soon later passport back pardon beg " +
      "sleep slept eat wake awake asleep tired night morning evening afternoon clock time long short busy quiet nice good bad early late one two three four five six seven eight " +
      "nine ten twelve half live lives lived living alone still dear love mate honestly guess think mean meant hope wish please sorry hello thanks stop other another same " +
      "everything anything nothing joke joked serious maybe perhaps little truly check listen see saw hear heard wait look keep goodness heavens gosh proud sorts kinds"
    ).split(" "),
  ),
};

/**
 * True where a clause is only a remark: an order to the interviewer, something about what was said, a state, a denial, or what
 * others do. None of these is an experience of the holder's.
 * @param text a clause as cues read it: lower case, a space at both ends
 */
export function isRemark(text: string, language: Language): boolean {
  if (text.length > longest) return false;
  const { order, speech, pointing, negative, asking, others, being, role } = remarks[language];
  if ([order, speech, pointing, negative, asking, others].some((pattern) => pattern.test(text))) return true;
  const is = being.exec(text);
  return is !== null && !role.test(` ${is[1] ?? is[2] ?? ""}`);
}

/** "ik was kok", "im head mod of a server": says what somebody is or was. @param text as for {@link isRemark} */
export function tellsRole(text: string, language: Language): boolean {
  const { being, role } = remarks[language];
  const is = being.exec(text);
  return text.length <= longest && is !== null && role.test(` ${is[1] ?? is[2] ?? ""}`);
}

/** The words that are left when those are taken away that only agree, count or tell the time. */
export const meaningIn = (words: readonly string[], language: Language): string[] => words.filter((word) => !saysNothing[language].has(word));
