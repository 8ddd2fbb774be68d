import { type StoryCue, told } from "./story-telling.ts";

const film = "(?:filmpjes?|youtube|internet|tutorials|video's|boeken|een filmpje|google)";
const filmEn =
  "(?:youtube|videos?|docs|a video|the internet|online|tutorials?|books?|a book|google|forums?|stackoverflow|watching|reddit|tiktok|podcasts)";

/** What stories show of how their teller holds on, learns, and keeps to what holds. */
export const bearingCues: readonly StoryCue[] = [
  {
    shows: "adapt to changing situations",
    nl: [
      told("schakel(?:en|de)?", {
        along: "snel|makkelijk|makkelijk|gemakkelijk|meteen|direct|moet|moest|kan|kon|kunnen|goed|steeds|om|over",
        unless: "aan|uit|in|versnelling\\p{L}*|auto|koppeling|motor|fiets|machines?|licht|truck|vrachtwagen|stroom|broer|hulp|tractor|bus",
      }),
      told(
        "gooi(?:de)? (?:(?:ik|we|dan|gewoon|meteen|snel|de|het|mijn|onze|hele|alles) ){0,6}(?:\\p{L}*planning|\\p{L}*rooster|\\p{L}*route|plan|plannen|programma|schema|menu|dag|volgorde|les|lessen|alles|indeling|werkdag) (?:\\p{L}+ )?om",
      ),
      told("improvise(?:er|erde|ren|erden|erd)|geimproviseerd", {
        unless: "piano|sax\\p{L}*|jazz|muziek|gitaar|toneel|theater|trompet|drum\\p{L}*|solo",
      }),
      told(
        "(?:rij|rijd|reed|neem|nam|ga|ging|pak|kies) (?:(?:ik|we|dan|maar|gewoon|er) ){0,6}(?:via|anders|langs|om|een andere (?:weg|route))|omrijden",
        {
          about: "dicht|file|files|afgesloten|afsluiting|wegwerk\\p{L}*|omleiding|gesloten|gestremd|ongeluk|storing",
        },
      ),
      told("last ?minute", {
        along: "verander\\p{L}*|wijzig\\p{L}*|wissel\\p{L}*|afzeg\\p{L}*|afgezegd|invallen|inval|ziek|aanpass\\p{L}*|omgooi\\p{L}*|los|vang",
        unless: "vakantie|geboekt|inpakken",
      }),
    ],
    en: [
      told("closed roads?|roads? (?:is |was |are )?closed", { unless: "work|worked|build|built|pave|race|cycle|run|lay|school|live" }),
      told("(?:find|finds|found|take|took|takes|go|went|drive|drove|try|know|use) (?:\\p{L}+ )?(?:another|a different) (?:route|way|road)(?! of)", {
        unless: "home(?: from school)?|school|saying|look at it",
      }),
      told("improvis(?:e|ed|ing)", { unless: "jazz|piano|theatre|sax\\p{L}*|guitar|music|solo|comedy|drama" }),
      told("(?:go|went|switch|switched|have|had|make|made|think of|thought of|use|always) (?:(?:to|for|a|always|quickly) ){0,6}plan b"),
      told("(?:change of plans?|last minute)", {
        along:
          "deal|dealt|cope|coped|handle|handled|adapt|adjust|switch|switched|rearrange|rearranged|swap|swapped|cover|covered|step in|no problem|don'?t mind|fill in|changes",
        unless: "holiday|minute deals?|booked|packing|leave everything",
      }),
    ],
    named: /\b(?:aanpass\p{L}*|adapt\p{L}*)\b/u,
  },
  {
    shows: "demonstrate willingness to learn",
    nl: [
      told(
        `(?:leer|leerde|geleerd|leren|ken|weet|kan|opgepikt|opgezocht|afgekeken|uitgezocht) .{0,40}(?:van|uit|via|met|op) ${film}|(?:van|uit|via|met|op) ${film} .{0,30}(?:geleerd|leren|afgekeken|opgepikt|opgezocht|uitgezocht)|heb (?:ik )?(?:gewoon |allemaal )?van (?:filmpjes|youtube|tutorials)`,
        {
          unless: "gehaald|gekocht|besteld|gedownload|hou|nog niet|kinderen|leerlingen",
        },
      ),
      told("(?:mezelf|mijzelf|aan mezelf) (?:\\p{L}+ ){0,4}(?:aan)?geleerd|zelf (?:\\p{L}+ )?(?:aan)?geleerd", {
        unless: "hun|hen|kinderen|hem|haar|leerlingen|niks|niets|collega'?s|dochter|zoon|hond",
      }),
      told("afgekeken (?:van|bij) (?:mijn|mn|een|de|collega'?s|oude|andere)|van (?:\\p{L}+ ){1,3}afgekeken|kunst afgekeken", {
        unless: "serie|film|toets|proefwerk|seizoen|netflix|examen|klas",
      }),
    ],
    en: [
      told("(?:taught|teaching) myself|self[- ]taught"),
      told(
        `(?:learn|learned|learnt|taught|picked (?:it )?up|figured (?:it )?out|got it|know (?:it|how|that|this)) (?:[\\p{L}\\d']+ ){0,6}(?:from|off|by|on|with|through|via) (?:\\p{L}+ )?${filmEn}`,
        {
          unless: "download(?:ed)?|ordered|bought|kids|children|pupils|taught me",
        },
      ),
      told("learn(?:ed|t)? (?:it |that |how )?by (?:watching|doing|trying|reading|copying)"),
    ],
    named: /\b(?:bereid\p{L}*|willing\p{L}*)\b/u,
  },
  {
    shows: "demonstrate trustworthiness",
    nl: [
      told(
        "(?:kom|kwam|ben|was|lever|sta) (?:ik )?(?:(?:nog|bijna|echt|eigenlijk|zelf|ook|mijn|werk|spullen|bestellingen) ){0,6}(?:nooit te laat|altijd (?:netjes |keurig )?op tijd)",
        {
          unless: "(?:het|'t|dat) is|betaald|loon|krijg|bus|trein|om te|thuis|voor het eten",
        },
      ),
      told(
        "(?:kom|kwam) (?:ik )?(?:mijn |m'n |mn |altijd |de |al )*afspraken (?:\\p{L}+ )?na|ik hou(?:d)? me aan (?:mijn |de )?afspraken|afspraak is afspraak",
      ),
      told(
        "(?:ze|mensen|klanten|buren|iedereen) vertrouw(?:en|t|den) (?:mij|me)|vertrouw(?:en|den) (?:ze|mensen|klanten) (?:mij|me)|krijg (?:ik )?het vertrouwen",
      ),
      told("(?:nog )?nooit (?:een (?:dag|dienst|les|training) )?(?:ziek ?gemeld|verzuimd|gemist|overgeslagen|verstek laten gaan)", {
        along: "dag|dienst|werk|ziek\\p{L}*|les|training|verzuimd",
        unless: "me (?:nog )?nooit gemist",
      }),
    ],
    en: [
      told(
        "(?:i am|i'm|im|i was|am|was|show up|turn up|arrive|i've been|never been|i) (?:(?:always|almost|there|nearly|practically) ){0,6}(?:never late|always on time|on time every|late once)",
        { unless: "bus|train|paid|pay|too" },
      ),
      told(
        "never (?:once )?missed (?:a|one|any|a single) (?:single )?(?:day|shift|deadline|delivery|appointment|practice|training|session|meeting|night)",
      ),
      told(
        "i(?: am|'m|m| was) (?:always |very )?honest (?:with|about|to)|i (?:always |never fail to )?(?:tell|told) (?:people |them |everyone |customers )?the truth",
        { unless: "if i|to be honest|to tell|feelings" },
      ),
      told(
        "(?:trust|trusted|trusts) me with|keep my word|kept my word|(?:people|they|customers|residents|everyone) (?:really |all )?trust me(?= (?:$|because|and|to))",
      ),
      told("people (?:always |often )?tell me everything", { unless: "everything (?:twice|about|again|i|in advance|they know|on)" }),
    ],
    named: /\b(?:betrouwba\p{L}*|trustworth\p{L}*|reliab\p{L}*)\b/u,
  },
  {
    shows: "think analytically",
    nl: [
      told(
        "(?:uitzoek(?:en)?|uitgezocht|uit te zoeken) (?:\\p{L}+ ){0,4}(?:waarom|waardoor|wat er (?:mis|fout)|hoe (?:het|dat) (?:kan|kwam|komt|zit)|waar (?:het|dat|de fout|de storing|het lek) (?:\\p{L}+ ){0,2}(?:aan|door|vandaan|fout|mis|zit|zat))",
      ),
      told(
        "(?:zoek(?:en)?|zocht|pluis|ga|ging) (?:(?:ik|we|dan|altijd|eerst|zelf) ){0,6}(?:uit|na) (?:waarom|waardoor|wat er (?:mis|fout)|hoe (?:het|dat|iets|de \\p{L}+) (?:\\p{L}+ )?(?:kan|kon|komt|kwam|zit|werkt)|waar (?:het|dat|de fout|de storing|het lek) (?:\\p{L}+ ){0,3}(?:aan|door|vandaan|fout|mis|zit|zat|ligt|lag))",
      ),
      told("wat er (?:fout|mis) (?:ging|gaat|is|was|liep)", {
        along:
          "zoek\\p{L}*|zocht|kijk|kijken|keek|bekijk\\p{L}*|onderzoek\\p{L}*|nagaan|ga .{0,20} na|uitvinden|check|controleer|controleren|analyseer",
      }),
      told("(?:de|een) oorzaak", {
        along: "zoek|zoeken|zocht|gezocht|vind|vinden|vond|gevonden|opspo\\p{L}*|achterhaal\\p{L}*|achterhalen|onderzoek\\p{L}*",
        unless: "dokters?|artsen|ze|ziekenhuis|nooit",
      }),
    ],
    en: [
      told("what(?:'s| is| was)? (?:went|gone|goes|going|is|was|wrong)(?: wrong)?", {
        along: "wrong",
        unless: "know|told|tell|say|said|happened|asked?|hear(?:d)?|never|wrong with (?:me|him|her|you|people)",
      }),
      told(
        "(?:figure|figured|work|worked|find|found|puzzle|puzzled) out (?:why|how (?:it|they|that|things?|the \\p{L}+) (?:works?|worked|broke|happened|happens|fits?|failed)|what (?:is|was|went|goes|has gone|causes|caused) (?:\\p{L}+ )?(?:wrong|broken|it|this|causing)|what's wrong|where the (?:\\p{L}+ )?(?:leak|fault|error|problem|mistake|bug|noise)(?: \\p{L}+)?)",
        {
          unless: "bus|people|he left|she left|my (?:ex|husband|wife|mum|dad)|loves?|hates?",
        },
      ),
      told("check(?:ed)? the (?:\\p{L}+ )?logs", { unless: "fire|stove|dry|wood|firewood" }),
      told("(?:find|found|look for|looked for|trace|traced|track down) the cause"),
    ],
    named: /\b(?:analy\p{L}*)\b/u,
  },
  {
    shows: "comply with regulations",
    nl: [
      told("(?:waren|zijn) ze (?:heel |erg |altijd )?streng op", { unless: "thuis|mijn ouders|op school" }),
      told("(?:werk|werken|werkte|doe|doen|deed|moet|moeten|gaat|gebeurt|maak|schoon|bewaar|bewaren) .{0,40}volgens de (?:\\p{L}+ )?regels", {
        unless: "mag ik niet|onzin|stom|spel\\p{L}*",
      }),
      told("vraag (?:ik )?(?:(?:altijd|dan|ook|om|naar|hun|de|een) ){0,6}(?:id|legitimatie|leeftijd|id-?kaart|identiteitsbewijs)", {
        unless: "gemeente|aan|nieuwe|verlenging",
      }),
      told(
        "(?:hou|houd|hield|houden|hielden) (?:ik |we |wij )?(?:me|mij|ons|mezelf) .{0,20}aan (?:de|alle) (?:\\p{L}+ )?regels|(?:volg|volgde|volgen) (?:ik |we )?(?:altijd |precies )?(?:de|alle) (?:\\p{L}+ )?regels",
        { unless: "spel|spelregels|schaak\\p{L}*" },
      ),
      told("wettelijk(?:e)?", {
        along: "let|hou|houd|check|controleer|zorg|weet wat|volgens",
        unless: "recht op|samen\\p{L}*|getrouwd|feestdag\\p{L}*|vrij|vertegenwoordig\\p{L}*",
      }),
    ],
    en: [
      told("by the book(?! (?:shelf|shelves|case|stand|club|shop|i|that))", { along: "do|did|work|worked|everything|all|go|went|play|run|done" }),
      told("(?:follow|followed|following|stick to|stuck to|sticking to|keep to|kept to|respect|obey|within|know) (?:all )?the (?:\\p{L}+ )?rules", {
        unless: "chess|game|football|cards|offside|grammar|sports?|poker|darts|rugby|bridge|snooker|kids|children|of (?:chess|the game)",
      }),
      told("check (?:their |for )?id|ask(?:ed|ing)? (?:\\p{L}+ )?for (?:their )?id"),
      told("(?:keep|kept|stay|stayed|make sure|check|checked) .{0,25}legal(?:ly)?|legally required", { unless: "status|married|papers" }),
      told(
        "(?:follow|followed|keep to|stick to|stuck to|comply|meet|met|work to|worked to|within|apply|applied|check|according to|go by) .{0,25}regulations",
      ),
    ],
    named: /\b(?:voorschrift\p{L}*|regel(?:s)?|regulation\p{L}*|comply)\b/u,
  },
  {
    shows: "show determination",
    nl: [
      told(
        "niet op(?:ge(?:ven|geven)|te geven)|(?:geef|gaf) (?:ik )?(?:het |dan )?(?:niet|nooit)(?: zomaar| snel| zo snel| gauw)? op(?= (?:$|voor|als|ook|en|tot))",
        {
          unless: "belasting|inkomen|adres|naam|nummer|aangifte|uren|meterstand|bij de (?:gemeente|uwv)|huiswerk",
        },
      ),
      told("doorgezet|zet(?:te)? (?:ik )?(?:altijd |toch |gewoon |dan )*door", {
        unless: "naar|mail\\p{L}*|telefoon|order|gesprek|bericht|lijn|melding|aan|app|vraag",
      }),
      told("net ?zo ?lang (?:\\p{L}+ )?tot(?:dat)?", {
        along: "lukt|lukte|werkt|werkte|klopt|goed|af|kan|kon|snap|snapte|weet|gevonden|begrijp|opgelost|heb",
        unless: "kook|bak|roer|klop|mix|zacht|gaar",
      }),
      told("volgehouden|hou(?:d)? (?:ik )?(?:het |altijd |toch )?vol(?= (?:$|tot|ook|als|en))"),
    ],
    en: [
      told(
        "never gave up(?= (?:$|until|even|on|and|trying))|(?:i|we) (?:don'?t|never|do not|didn'?t|won't) give up(?= (?:$|until|till|easily|when|even|and|on|that|quickly|trying))",
        { unless: "cake|chocolate|smoking" },
      ),
      told("kept going(?= (?:$|until|till|when|even|and|with|for|through|anyway))", { unless: "alarm|(?:it|they|he|she|lights?|phone) kept" }),
      told("until it (?:works|worked)", { unless: "kick|bang|machine|wait|shake" }),
      told(
        "(?<!(?:am|'m|was|were|be|get|got|im|is|are) )stuck (?:at|with) it|pushed through(?= (?:$|the (?:pain|tiredness|hard)|it|anyway|until|and))",
      ),
    ],
    named: /\b(?:vastberaden\p{L}*|doorzett\p{L}*|determin\p{L}*)\b/u,
  },
];
