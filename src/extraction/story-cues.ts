import type { Language } from "../domain/language.ts";

/** What a story shows without its teller naming it: words that tell, and the skill they show in plain English. */
export interface StoryCue {
  readonly nl: RegExp;
  readonly en: RegExp;
  /** Wording to search with. */
  readonly shows: string;
  /** Where the word for the skill itself is used, it was named, not discovered. */
  readonly named: RegExp;
}

const storyCues: readonly StoryCue[] = [
  {
    shows: "react calmly in stressful situations",
    nl: /\b(?:blijf|bleef|blijven) (?:ik |dan |altijd |gewoon )*(?:rustig|kalm)\b|\b(?:raak|word) (?:ik )?niet (?:snel )?(?:in paniek|gek|zenuwachtig|boos|kwaad)\b|\bniet (?:tegen ?in)\b|\bpraat (?:ik )?(?:dan )?(?:zacht|rustig)\b|\bhoofd koel\b/,
    en: /\bdon'?t (?:get|go) (?:crazy|mad|angry|nervous)\b|\bdon'?t panic\b|\b(?:stay|stayed|keep|kept|remain) (?:calm|cool)\b|\b(?:kept|keep) talking to (?:him|her|them)\b|\bkeep my head\b|\bcalm(?:ed|ing)? (?:\p{L}+ )?down\b/u,
    named: /\b(?:kalm|rustig|calm|calmly|stress\p{L}*)\b/u,
  },
  {
    shows: "exercise patience",
    nl: /\bwacht (?:ik )?(?:dan )?(?:tot|gewoon)\b|\b(?:neem|nam) (?:ik )?(?:de |alle |rustig )?tijd (?:voor|om)\b|\b(?:keer op keer|nog een keer en nog|tien keer|honderd keer|weer los|(?:steeds|telkens|(?:elke|iedere) keer|helemaal) (?:weer )?opnieuw|opnieuw (?:begin\p{L}*|uit ?leg\p{L}*|voordoen)|(?:begin|begon) (?:ik )?(?:dan |weer |gewoon )*opnieuw|overnieuw)\b|\bduurt soms\b/u,
    en: /\b(?:wait|waited) (?:until|till|for (?:him|her|them))\b|\btake (?:my|the) time\b|\b(?:100|a hundred|ten|twenty|fifty) times\b|\bover and over\b|\bagain and again\b|\bas (?:long|often) as (?:it|they|he|she)\b/,
    named: /\b(?:geduld\p{L}*|patien\p{L}+)\b/u,
  },
  {
    shows: "listen actively",
    nl: /\b(?:verhaal kwijt|luister(?:en|de)?|lucht(?:en)? (?:hun|haar|zijn) hart|uitpraten|hoor(?:de)? (?:ze|iedereen) aan|vertellen (?:mij|me) alles)\b/,
    en: /\b(?:tell me everything|just listen|i listen|listened|hear them out|let (?:them|him|her|people) talk|pour (?:their|her|his) hearts?)\b/,
    named: /\b(?:luister\p{L}*|listen\p{L}*)\b/u,
  },
  {
    shows: "show empathy",
    nl: /\b(?:op (?:zijn|hun|haar|d'r) gemak|naast (?:haar|hem|ze|iemand) zitten|troost|getroost|voel(?:de)? (?:me|mee)|alleen (?:zat|zaten|zit))\b/,
    en: /\b(?:by (?:themselves|himself|herself)|i (?:just |only )?(?:sit|sat) with|(?:sit|sat) with (?:him|her|them|people|someone|somebody|whoever)|at ease|comfort(?:ed)?|hug|lonely)\b/,
    named: /\b(?:empath\p{L}*|inlev\p{L}*|meelev\p{L}*)\b/u,
  },
  {
    shows: "negotiate compromises",
    nl: /\b(?:gesprek aangegaan|bezwaar (?:gemaakt|ingediend)|teruggekregen|in beroep|overgehaald|eruit gekomen|het eens geworden)\b/u,
    en: /\b(?:talked (?:them|him|her) (?:into|round|down|out)|got (?:it|them|the \p{L}+) back|meet in the middle|came to an agreement|appealed)\b/u,
    named: /\b(?:onderhandel\p{L}*|negotiat\p{L}*)\b/u,
  },
  {
    shows: "negotiate price",
    nl: /\b(?:(?:praat|praten|onderhandel\p{L}*) over (?:de )?prij(?:s|zen)|afgedongen|afdingen|korting (?:geregeld|gekregen)|goede prijs)\b/u,
    en: /\b(?:haggl(?:e|ed|ing)|bargain(?:ed|ing)?|(?:got|get|talk(?:ed)?) (?:the|a) (?:good |better )?price|knock(?:ed)? .{0,12}off the price)\b/,
    named: /\b(?:onderhandel\p{L}*|negotiat\p{L}*)\b/u,
  },
  {
    shows: "resolve conflicts",
    nl: /\b(?:ruzie\p{L}*|uit elkaar (?:haal|halen|gehaald)|sus(?:sen|te)?|gemoederen|conflict\p{L}*|bemiddel\p{L}*)\b/u,
    en: /\b(?:sort(?:ed)? out (?:the )?(?:fights?|arguments?|rows?)|break(?:ing)? up (?:fights?|a fight)|argu(?:e|ing|ments?)|before it blows up|made peace|settle[d]? (?:an |the )?(?:argument|dispute)s?|fights between)\b/,
    named: /\b(?:conflict\p{L}*|bemiddel\p{L}*|mediat\p{L}*)\b/u,
  },
  {
    shows: "train employees",
    nl: /\b(?:nieuwe (?:jongens|meiden|mensen|collega'?s?|gastjes|krachten)|inwerken|werk(?:te)? (?:ik )?.{0,30}\bin\b.{0,10}nieuw|stagiair\p{L}*|(?:die|hen|ze) leer ik|leer ik (?:ze|hen|die|nieuwe))\b/u,
    en: /\b(?:new (?:starters?|guys|people|staff|lads|girls|colleagues)|show (?:them|new)|teach them|taught them|trainees?|apprentices?)\b/,
    named: /\b(?:opleid\p{L}*|train(?!er)\p{L}*)\b/u,
  },
  {
    shows: "train volunteers",
    nl: /\b(?:nieuwe vrijwilligers|vrijwilligers (?:in|uit)\p{L}*|handleiding (?:voor|gemaakt))\b/u,
    en: /\b(?:guide for new|new volunteers|new (?:moderators|mods|helpers|members))\b/,
    named: /\b(?:opleid\p{L}*|train(?!er)\p{L}*)\b/u,
  },
  {
    shows: "lead a team",
    nl: /\b(?:stuur(?:de)? (?:ik )?.{0,25}(?:aan|mensen|man)|zeg(?: ik)? tegen .{0,20}(?:wat|man|mensen)|met (?:\d+|vier|vijf|zes|acht|tien) (?:man|mensen|personeel) (?:onder|aan)|onder mij|verdeel(?:de)? (?:ik )?(?:het werk|de taken)|ploeg|leid(?:de)? (?:ik )?(?:een|het|de))\b/,
    en: /\b(?:\d+ (?:people|others|guys|volunteers) (?:under|in my)|under me|i (?:lead|led)|head of|in charge of|divide the work|tell (?:everyone|them|the others) what|brief the)\b/,
    named: /\b(?:leid(?:ing)?\p{L}*|lead\p{L}*|teamleider)\b/u,
  },
  {
    shows: "plan schedule",
    nl: /\b(?:kalender|agenda|rooster|planning|schema|weekplan\p{L}*|wie wanneer)\b/u,
    en: /\b(?:calendar|rota|schedule|timetable|planner|who'?s on when)\b/,
    named: /\b(?:plan\p{L}*|schema'?s?|schedul\p{L}*)\b/u,
  },
  {
    shows: "show initiative",
    nl: /\b(?:bel ik zelf|regel(?:de)? (?:ik )?(?:het )?zelf|zelf (?:bedacht|begonnen|opgezet|gestart|gevraagd)|uit mezelf|zonder dat (?:iemand|ze) het vr(?:oeg|oegen)|(?:ben|heb) (?:ik )?.{0,30}\b(?:opgezet|begonnen met))\b/,
    en: /\b(?:without being asked|off my own bat|i started (?:a|the|it)|set (?:it|that|this) up myself|my own idea|after that (?:we|i) made|nobody asked)\b/,
    named: /\b(?:initiatie\p{L}*)\b/u,
  },
  {
    shows: "assume responsibility",
    nl: /\b(?:op mijn naam|ik (?:was|ben) verantwoordelijk|kan er niet tegen (?:als|dat)|sleutel(?:s)? (?:van|gekregen)|sluit (?:ik )?af|ik moet er (?:staan|zijn)|ze rekenen op)\b/,
    en: /\b(?:on my name|my responsibility|rely on me|count on me|i lock up|have the keys|up to me|depend on me)\b/,
    named: /\b(?:verantwoordelijk\p{L}*|responsib\p{L}*)\b/u,
  },
  {
    shows: "attend to detail",
    nl: /\b(?:heel |erg )?(?:precies|netjes (?:werken|afwerken)|secuur|nauwkeurig|op de millimeter)\b|\b(?:maak|haal) (?:ik )?(?:het )?weer (?:los|open)\b|\b(?:steek|steken|naad|naden|zoom|scheef|recht|fout|mis)\b.{0,30}\b(?:maak|haal|doe) (?:ik )?(?:(?:het|hem|haar|alles|ze|dan|die|weer) )*(?:los|open|opnieuw|overnieuw)\b/,
    en: /\b(?:precise(?:ly)?|neat|spot on|every (?:stitch|detail|screw)|to the millimetre|double[- ]check|i check everything|(?:undo|unpick|redo|start) (?:it |them |the \w+ )?(?:again|over|out)|(?:undo|unpick) (?:it|them|the))\b/,
    named: /\b(?:detail\p{L}*|gedetailleerd|precies)\b/u,
  },
  {
    shows: "work independently",
    nl: /\b(?:geen baas|helemaal alleen|in mijn eentje|zelf oplossen|sta (?:ik )?er alleen voor|niemand (?:die )?(?:helpt|zegt))\b/,
    en: /\b(?:no boss|on my own|by myself|nobody (?:tells|helps)|all alone|sort it (?:out )?myself)\b/,
    named: /\b(?:zelfstandig\p{L}*|independent\p{L}*)\b/u,
  },
  {
    shows: "adapt to changing situations",
    nl: /\b(?:elke dag anders|schakel(?:en|de)?|gooi(?:de)? (?:ik )?.{0,20}om|improviseer\p{L}*|dan (?:maar )?(?:via|anders)|omrijden|last ?minute)\b/u,
    en: /\b(?:closed road|another (?:route|way)|every day (?:is )?different|improvise[d]?|plan b|change of plan|last minute)\b/,
    named: /\b(?:aanpass\p{L}*|adapt\p{L}*)\b/u,
  },
  {
    shows: "demonstrate willingness to learn",
    nl: /\b(?:van (?:filmpjes|youtube|internet)|mezelf (?:aan)?geleerd|zelf (?:aan)?geleerd|uit (?:boeken|filmpjes)|afgekeken)\b/,
    en: /\b(?:taught myself|self[- ]taught|learn(?:ed|t) (?:it |that )?(?:from|off|by)|from (?:youtube|videos|docs|a video))\b/,
    named: /\b(?:bereid\p{L}*|willing\p{L}*)\b/u,
  },
  {
    shows: "demonstrate trustworthiness",
    nl: /\b(?:nooit te laat|altijd op tijd|kom(?:t)? (?:mijn |altijd )?afspraken na|ze vertrouwen (?:mij|me)|nog nooit (?:ziek|te laat)|afspraak is afspraak)\b/,
    en: /\b(?:never (?:late|missed)|always on time|(?:am|was) honest|tell the truth|trust me with|keep my word|people tell me everything)\b/,
    named: /\b(?:betrouwba\p{L}*|trustworth\p{L}*|reliab\p{L}*)\b/u,
  },
  {
    shows: "think analytically",
    nl: /\b(?:uitzoek(?:en)? (?:\p{L}+ ){0,4}(?:waarom|hoe|waardoor)|zoek(?:en)? (?:ik )?uit (?:waarom|hoe|waardoor)|wat er (?:fout|mis) ging|oorzaak)\b/u,
    en: /\b(?:what went wrong|figure[d]? out|work(?:ed)? out (?:why|how it|what (?:is|was|went|goes) wrong)|check the logs|find the cause)\b/,
    named: /\b(?:analy\p{L}*)\b/u,
  },
  {
    shows: "motivate others",
    nl: /\b(?:moedig(?:de)? .{0,20}aan|peptalk|opbeuren|oppeppen|kop op)\b/,
    en: /\b(?:cheer(?:ed|ing)? (?:them|him|her|everyone) (?:on|up)|pep talk|encourag\p{L}+|keep (?:them|everyone) going)\b/u,
    named: /\b(?:motiv\p{L}*|aanmoedig\p{L}*|encourag\p{L}*)\b/u,
  },
  {
    shows: "manage time",
    nl: /\b(?:alles op tijd|op de minuut|strakke planning|combineer (?:ik )?.{0,20}met|en dan nog voor (?:half|achten))\b/u,
    en: /\b(?:before (?:eight|nine|school)|juggle|tight schedule|to the minute)\b/,
    named: /\b(?:tijd|time)\b/u,
  },
  {
    shows: "comply with regulations",
    nl: /\b(?:waren ze streng op|volgens de regels|vraag (?:ik )?(?:om )?(?:id|legitimatie|leeftijd)|aan de regels|wettelijk)\b/,
    en: /\b(?:by the book|(?:follow|followed|stick to|stuck to|keep to|kept to|respect|obey|within|know) (?:all )?the rules|check id|ask for id|legal(?:ly)?|regulations)\b/,
    named: /\b(?:voorschrift\p{L}*|regel(?:s)?|regulation\p{L}*|comply)\b/u,
  },
  {
    shows: "manage difficult clients",
    nl: /\b(?:ook als ze (?:boos|kwaad|lastig)|boze klant\p{L}*|lastige klant\p{L}*|moeilijke klant\p{L}*|klagende)\b/u,
    en: /\b(?:angry customers?|difficult (?:customers?|clients?|guests?)|even when they (?:shout|are angry)|rude customers?|complain(?:s|ing)?)\b/,
    named: /\b(?:moeilijk\p{L}*|difficult)\b/u,
  },
  {
    shows: "show determination",
    nl: /\b(?:niet opge(?:ven|geven)|doorgezet|zet (?:ik )?door|net zo lang tot|volgehouden|hou(?:d)? (?:ik )?vol)\b/,
    en: /\b(?:never gave up|don'?t give up|kept going|until it (?:works|worked)|stuck (?:at|with) it|pushed through)\b/,
    named: /\b(?:vastberaden\p{L}*|doorzett\p{L}*|determin\p{L}*)\b/u,
  },
  {
    shows: "work in teams",
    nl: /\b(?:met z'n (?:tweeen|drieen|vieren|allen)|samen met (?:mijn )?(?:collega'?s|team|ploeg)|met het hele team|helpen elkaar)\b/,
    en: /\b(?:as a team|with the team|we all|together with (?:my )?(?:colleagues|mates|team)|help each other)\b/,
    named: /\b(?:team\p{L}*)\b/u,
  },
];

/** Cues that a clause holds, in the order of the list. */
export function cuesIn(clause: string, language: Language): StoryCue[] {
  return storyCues.filter((cue) => cue[language].test(clause));
}

/** True of what is searched for where a story shows it: words of ours, which say nothing of a person. */
export const isStoryWording = (wording: string): boolean => storyWordings.has(wording);
const storyWordings: ReadonlySet<string> = new Set(storyCues.map(({ shows }) => shows));
