import { type StoryCue, told } from "./story-telling.ts";
import { peopleEn, them } from "./whom-words.ts";

/** Up to so many words of any kind, each with the space behind it. */
const few = (most: number) => `(?:[\\p{L}\\d']+ ){0,${most}}`;
const newcomers =
  "(?:nieuwe (?:jongens|meiden|mensen|collega'?s?|gastjes|gasten|krachten|medewerkers?|medewerksters?|personeel|vakkenvullers|chauffeurs|leerlingen|hulpen)|nieuwelingen?|nieuwkomers|nieuw personeel|iemand nieuw|iemand die nieuw is|stagiair(?:e|es|s|en)?|leerling-\\p{L}+|oproepkrachten|uitzendkrachten|vakantiekrachten)";
const newcomersEn =
  "(?:new (?:\\p{L}+ )?(?:starters?|guys?|people|staff|lads?|girls?|boys|colleagues?|drivers?|hires?|employees?|cleaners?|workers?|ones|person)|newcomers|trainees?|apprentices?|juniors|temps|interns?)";
const teachesNl =
  "inwerk(?:en|t|te)?|ingewerkt|werk .{0,40} in|leer|leerde|leren|uitleg(?:gen)?|uitgelegd|leg .{0,40} uit|begeleid(?:de|en)?|laat .{0,30} zien|wegwijs|meelopen|train(?:de|en)?|opleid(?:en)?|opgeleid|onder mijn hoede|voordoen|doe .{0,20} voor|help .{0,20} op weg";
const teachesEn =
  "show(?:ed|ing)?|train(?:ed|ing)?|teach(?:ing)?|taught|explain(?:ed|ing)?|mentor(?:ed|ing)?|coach(?:ed|ing)?|guid(?:e|ed|ing)|(?:sat|sit|rode|ride|ran|walked|worked|work|came out|go out|drove|drive) (?:along )?with me|shadow(?:s|ed)? me|settle .{0,20}in|under my wing|show the ropes|the ropes|bring .{0,20}up to speed";
const ofHome =
  "kennen|fietsen|zwemmen|lezen|rekenen|praten|lopen|veters|zingen|dansen|voetballen|schaken|tafels|nederlands|woordjes|bidden|(?:mijn|mn|onze) (?:kinderen|zoon|dochter|kleinkinderen)";
const crew =
  "(?:man|mensen|personeel|medewerkers?|collega'?s|monteurs|vakkenvullers|vrijwilligers|jongens|meiden|team|teams|ploeg|groep|chauffeurs|studenten|krachten|uitzendkrachten|stagiairs|kassamedewerkers|koks|schoonmakers)";
const crewEn =
  "(?:people|staff|team|teams|crew|crews|guys|lads|girls|men|women|workers|volunteers|drivers|cleaners|others|cooks|nurses|players|students|squad|shift)";

/** What stories show of how their teller works with others, and has them work. */
export const crewCues: readonly StoryCue[] = [
  {
    shows: "train employees",
    nl: [
      told(newcomers, {
        along: teachesNl,
        unless: "kennen|leer je|mij|me|werd ik|word ik|ben ik|ik werd|ik was (?:een )?stagiaire?|zochten|zoeken",
      }),
      told("inwerken|ingewerkt", { unless: "mij|me|mezelf|werd|word|wordt|zelf|ben ik|ik ben|laten inwerken" }),
      told("werk(?:te)? (?:ik )?(?:(?:ze|hen|iedereen|mensen|altijd|collega'?s|die|de|jongens|meiden|stagiairs?) ){1,6}in(?= $)"),
      told(
        "(?:die|hen|ze|hun) leer ik|leer ik (?:ze|hen|hun|die)|leg ik (?:ze|hen|hun) (?:alles |het werk )?uit|begeleid ik|loop(?:t|en) (?:\\p{L}+ )?met (?:mij|me) mee",
        {
          about: `${newcomers}|collega'?s?|medewerkers?|personeel`,
          unless: ofHome,
        },
      ),
    ],
    en: [
      told(newcomersEn, {
        along: teachesEn,
        unless: "meet|met|know|get to know|train station|trained me|taught me|showed me|show me|by the|me (?:how|the ropes)|i was (?:one of|an?)",
      }),
      told("(?:show|showed|teach|taught|train|trained|help|explain to) them", {
        about: `${newcomersEn}|colleagues|staff|workers|employees`,
        unless: "kids|children|swim|read|english|maths|arabic|drawings?",
      }),
    ],
    named: /\b(?:opleid\p{L}*|train(?!er)\p{L}*)\b/u,
  },
  {
    shows: "train volunteers",
    nl: [
      told("(?:nieuwe (?:vrijwilligers|leden|helpers|moderators|mods|begeleiders)|vrijwilligers)", {
        along:
          "inwerk(?:en|te|t)?|ingewerkt|werk .{0,30} in|opleid(?:en)?|opgeleid|train(?:en|de)?|getraind|uitleg\\p{L}*|uitgelegd|leg .{0,30} uit|begeleid(?:en|de)?|wegwijs|leer|leerde|handleiding",
        unless: "mij|me|werd|word|kennen|in de|in het|trein",
      }),
      told("handleiding (?:(?:voor|gemaakt|geschreven) )?(?:\\p{L}+ ){0,3}(?:vrijwilligers|leden|helpers|moderators|mods)", {
        along: "maak\\p{L}*|gemaakt|schreef|geschreven|schrijf",
      }),
    ],
    en: [
      told("(?:new (?:\\p{L}+ )?(?:moderators|mods|helpers|members|volunteers|coaches)|volunteers)", {
        along: "guide for|show(?:ed)?|train|trained|training|teach|taught|explain(?:ed)?|mentor(?:ed)?|the ropes|introduc(?:e|ed)",
        unless: "me|training shoes|trained by",
      }),
    ],
    named: /\b(?:opleid\p{L}*|train(?!er)\p{L}*)\b/u,
  },
  {
    shows: "lead a team",
    nl: [
      told(
        `(?:stuur|stuurde|sturen) (?:(?:ik|we|daar|er|dan|elke|dag|de|een|het|mijn|onze|alle|hele|nieuwe|jonge|\\d+|twee|drie|vier|vijf|zes|acht|tien) ){0,6}(?:ze|hen|${crew}) (?:${few(3)})?aan(?! (?:mijn|mn|de|het|een|haar|hem|klanten|wie)(?!\\p{L}))|${crew} (?:aansturen|aangestuurd|aan te sturen)|(?:geef|gaf|geven) (?:(?:ik|we|ook|daar) ){0,6}leiding aan|leiding gegeven aan`,
        {
          unless: "word|werd|wordt|werden|machines?|lampen",
        },
      ),
      told("(?:zeg|zei|zeggen)(?: ik)? tegen .{0,24} (?:wat|wie) .{0,24}(?:doen|doet|moet|moeten|waar)", {
        along: crew,
        unless: "mijn man|mijn vrouw|kinderen|moeder|vader|zoon|dochter|mezelf|eten|bestel\\p{L}*",
      }),
      told(
        `(?:\\d+|twee|drie|vier|vijf|zes|acht|tien|twaalf|veel|een paar) (?:\\p{L}+ )?${crew} (?:\\p{L}+ )?onder (?:mij|me)|${crew} die (?:\\p{L}+ )?onder (?:mij|me) (?:werken|vielen|vallen)`,
        { unless: "wonen|woonden|buren|flat" },
      ),
      told(
        "(?:verdeel|verdeelde|verdelen) (?:(?:ik|we|dan|elke|ochtend|altijd) ){0,6}(?:het werk|de taken|de klussen|de diensten)(?! over (?:de|mijn) (?:dag|week))",
        {
          unless: "man|vrouw|vriend|vriendin|huisgeno\\p{L}+|thuis|partner|huishoud\\p{L}*|kinderen|broers?|zus(?:sen)?|samen",
        },
      ),
      told(
        "(?:leid|leidde) (?:(?:ik|we|daar|een|het|de|onze|mijn|hele|kleine|grote|jonge) ){1,6}(?:\\p{L}+ )?(?:team|ploeg|groep|\\p{L}*afdeling|keuken|\\p{L}*werkgroep|commissie|bouwploeg|club|\\p{L}*ploeg|\\p{L}*team|project|vergaderingen)",
        { unless: "rond|toeristen|museum|gasten" },
      ),
    ],
    en: [
      told(
        `(?:${crewEn} (?:\\p{L}+ )?under me|under me (?:i (?:have|had) )?(?:\\d+ )?${crewEn}|(?:i|we) (?:have|had) (?:a (?:team|crew) of )?(?:\\d+|two|three|four|five|six|seven|eight|ten|twelve) (?:\\p{L}+ )?(?:${crewEn} )?(?:in my (?:team|crew|charge)|under me|working for me))`,
        {
          unless: "neighbours?|flat|floor|live|lives|noise|upstairs",
        },
      ),
      told(
        `i (?:also |now |then |often )?(?:lead|led) (?:(?:a|an|the|our|my|\\d+|small|big|whole|night|of) ){1,6}(?:\\p{L}+ )?(?:${crewEn}|group|department|project|section|unit|kitchen)`,
        { unless: "tourists?|tours?|horses?|visitors" },
      ),
      told("(?:am|i'm|im|was|as|became|now) (?:the )?head of (?!the (?:table|queue|line)|lettuce|hair)"),
      told(`in charge of (?:(?:the|a|an|my|all|other|whole|new|\\d+|two|three|four|five|six|ten|night|young) ){0,6}${crewEn}`, {
        unless: "(?:he|she) (?:is|was)",
      }),
      told("(?:divide|share out|hand out|give out) the (?:work|jobs|tasks|shifts)", {
        unless: "husband|wife|sister|brother|home|house|chores|mum|flatmates?|between us",
      }),
      told(
        `tell (?:everyone|everybody|them|the (?:others|lads|guys|crew|team|drivers|staff)) (?:what to do|who does what|what needs? (?:doing|to be done)|where to (?:go|be))`,
        { unless: "kids|children|tourists" },
      ),
      told("brief(?:ed)? the (?:\\p{L}+ )?(?:team|crew|staff|volunteers|others|lads|guys|players|squad|shift|drivers)"),
    ],
    named: /\b(?:leid(?:ing)?\p{L}*|lead\p{L}*|teamleider)\b/u,
  },
  {
    shows: "motivate others",
    nl: [
      told(`(?:moedig|moedigde|moedigen) (?!(?:ze|zij|mijn \\p{L}+) (?:mij|me)).{1,30}aan|${them} (?:aanmoedigen|aan te moedigen|aangemoedigd)`, {
        unless: "mij|me|mezelf|werd|word|door",
      }),
      told("peptalk|peptalks", { along: "geef|gaf|geven|hou|houd|hield|doe|gehouden|gegeven", unless: "mij|me|kreeg|krijg" }),
      told("(?:opbeuren|oppeppen|op te beuren|op te peppen|beur (?:\\p{L}+ ){1,3}op|pep (?:\\p{L}+ ){1,3}op)", { unless: "mij|me|mezelf|koffie" }),
      told("(?:zeg|zei|roep|riep) .{0,24}kop op"),
    ],
    en: [
      told(`cheer(?:ed|ing)? (?:them|him|her|everyone|everybody|the (?:team|others|kids|players)) (?:on|up)`),
      told("(?:give|gave|giving|do|did) (?:\\p{L}+ ){0,3}pep talks?", { unless: "me|us|gave myself" }),
      told(
        `encourag(?:e|ed|ing) (?!(?:me|us|words?|signs?|news)(?!\\p{L}))(?:(?:the|my|our|shy|new|other|younger|weaker|all|each|every) ){0,6}(?:them|him|her|others|players|beginners|learners|team|${peopleEn})`,
        { unless: "by" },
      ),
      told("(?:keep|kept) (?:everyone|everybody|people|the (?:team|others|lads|group)) (?:going|motivated)|(?:keep|kept) (?:them|him|her) motivated"),
    ],
    named: /\b(?:motiv\p{L}*|aanmoedig\p{L}*|encourag\p{L}*)\b/u,
  },
  {
    shows: "work in teams",
    nl: [
      told(
        "met (?:z'n|zn|zijn|ons) (?:tweeen|drieen|vieren|vijven|zessen|allen)|samen met (?:mijn |de |een |twee |drie |\\d+ )*(?:collega'?s|team|ploeg)|met het hele team",
        {
          unless:
            "vakantie|woon|wonen|woonden|woonde|thuis|eten|aten|ontbijt|gezin|slapen|sliepen|uit|kaart\\p{L}*|lunch\\p{L}*|borrel\\p{L}*|pauze|uitje|koffie|feest\\p{L}*|gezellig|film|carpool\\p{L}*|op reis|bank",
        },
      ),
      told("(?:we|wij|collega'?s) (?:\\p{L}+ )?helpen elkaar|helpen we elkaar"),
    ],
    en: [
      told("as a team", { unless: "lost|relegated" }),
      told("(?:with the (?:whole )?team|together with (?:my |the )?(?:colleagues|mates|team))", {
        unless: "pub|holidays?|party|parties|lunch|drinks?|dinner|breakfast|night out|fun day",
      }),
      told(
        "we all (?:work|worked|help|helped|pitch|pitched|chip|chipped|muck|pull|pulled|do our|did our|share|shared)(?! (?:from home|a house|a flat|a room|here|for the same))",
      ),
      told("(?:we|colleagues) (?:\\p{L}+ )?help(?:ed)? each other|helping each other"),
    ],
    named: /\b(?:team\p{L}*)\b/u,
  },
];
