import { type StoryCue, told } from "./story-telling.ts";

const planned = "(?:\\p{L}*kalender|agenda|\\p{L}*rooster|planning|schema|weekplanning)(?:s|'s)?";
const founded =
  "(?:\\p{L}*club|\\p{L}*groep(?:je)?|\\p{L}*project|stichting|\\p{L}*bedrijf(?:je)?|\\p{L}*zaak|vereniging|website|webshop|actie|winkel(?:tje)?|inloop|\\p{L}*kring|\\p{L}*team|\\p{L}*avond(?:en)?|cursus|bibliotheek|\\p{L}*tuin|koor|band|krant(?:je)?|nieuwsbrief|voedselbank|\\p{L}*cafe|toernooi|festival|buurtapp|ruilkast|campagne|inzameling)";
const foundedEn =
  "(?:club|group|project|charity|business|company|shop|podcast|choir|team|campaign|page|forum|server|scheme|league|food bank|library|garden|society|newsletter|petition|fundraiser|rota|cafe|band|channel|website|exchange|meetup|playgroup|collection)";
const rules = "(?:protocol|rules?|plan|list|system|guide|procedure|checklist|policy|rota|form)";
const trade =
  "winkel|zaak|tent|kantine|keuken|club|clubhuis|gebouw|school|kerk|kantoor|magazijn|hal|sporthal|buurthuis|loods|pand|restaurant|cafe|bar|boel|kassa";
const tradeEn = "shop|store|office|building|club|bar|hall|school|church|warehouse|cafe|kitchen|site|yard|centre|center|restaurant|pub|gym|place";
const living =
  "woon|wonen|woonde|woonden|voel\\p{L}*|was ik|opgegroeid|vakantie|reis|reizen|film|bioscoop|eet|eten|at|bank|thuis|uitgaan|wandel\\p{L}*|slaap|slapen|terras|kinderen|feest|leven";
const livingEn =
  "live|lived|living|holidays?|home|eat|eating|ate|cinema|feel|felt|travel(?:led|ling)?|lonely|raised?|sleep|slept|walks?|lunch|left|bored|film|movie|pub|was all alone";

/** What stories show of how their teller takes work on and sees to it. */
export const diligenceCues: readonly StoryCue[] = [
  {
    shows: "plan schedule",
    nl: [
      told(planned, {
        along:
          "maak|maakte|maken|gemaakt|hou|houd|houden|hield|bijhouden|bijgehouden|bijwerken|doe|deed|beheer|beheerde|beheren|vul|vulde|invullen|stel .{0,30} op|opstellen|opgesteld|regel|regelde|plan|werk .{0,30} bij|waar (?:alles|iedereen)|zorg voor|verantwoordelijk",
        unless:
          "(?:leg|lig|gril|grill|braad|bak)\\p{L}*|vlees|barbecue|bbq|oven|bedrading|elektr\\p{L}*|stroom|haak|brei|advent\\p{L}*|verjaardags\\p{L}*|foto\\p{L}*|(?:aan|volgens|met) (?:de|het|een|mijn|hun) (?:planning|schema|rooster)|op (?:de |het )(?:planning|rooster|agenda|schema)|vol|druk",
      }),
      told("wie wanneer", { unless: "kijk|zie|lees|check|weet niet|vraag" }),
    ],
    en: [
      told("(?:calendar|rotas?|schedules?|timetables?|planner)", {
        along:
          "mak(?:e|es|ing)|made|do|did|doing|keep|kept|keeping|write|wrote|draw|drew|run|ran|set up|organi[sz]e|organi[sz]ed|fill in|fill(?:ed)?|update|updated|put together|manage|managed|plan|planned|where everything|with everything",
        unless:
          "(?:on|keep to|kept to|stick to|stuck to|follow|behind|ahead of|according to) (?:(?:the|a|my|our|it on) )?(?:rota|schedule|timetable)|advent|charity|photo|bus|buses|trains?|event planner|busy|it on|made it|do(?:n't|es not|nt)? (?:like|know|have)",
      }),
      told("who'?s on when"),
      told(
        "(?:i|we) (?:also |then |always )?schedul(?:e|ed) (?!(?:my|a|an) (?:holiday|haircut|appointment)(?!\\p{L}))\\p{L}+|scheduling (?:the |all |our )?(?:shifts|people|appointments|meetings|visits|volunteers|staff|deliveries|jobs)",
      ),
    ],
    named: /\b(?:plan\p{L}*|schema'?s?|schedul\p{L}*)\b/u,
  },
  {
    shows: "show initiative",
    nl: [
      told("bel(?:de)? ik (?:dan )?zelf|bel ik uit mezelf", { unless: "dokter|huisarts|tandarts|ziek|taxi|moeder|mama|ziekenhuis|thuis" }),
      told("zelf bedacht", { unless: "recept\\p{L}*|patroon|verhaal|liedje|naam|tekst|spel" }),
      told("zelf gevraagd of (?:ik|we) (?:\\p{L}+ ){0,3}(?:mocht|kon|mag|kan|mochten|konden)", {
        unless: "vrij|weg|minder|stoppen|overplaatsing|naar huis",
      }),
      told("uit mezelf", { unless: "beste uit mezelf|alles uit mezelf|meer uit mezelf|kracht uit mezelf" }),
      told(
        "zonder dat (?:iemand|ze|de baas|mijn baas) (?:het|dat|erom|daarom|er om) vr(?:oeg|oegen|aagt|agen)|zonder dat (?:iemand|ze) het (?:zegt|zeggen|vraagt|vragen)",
      ),
      told(`${founded} (?:\\p{L}+ ){0,5}(?:opgezet|opgericht|gestart|op poten gezet|van de grond gekregen)`, {
        along: "ik|we|wij|zelf",
        unless: "wilde|mijn (?:broer|zus|vader|moeder|baas)|door",
      }),
      told(
        `(?:begonnen|gestart|begon ik) (?:met|aan) (?:een|de) (?:eigen |kleine |nieuwe )?${founded}|een (?:eigen |kleine |nieuwe )?${founded} (?:voor \\p{L}+ |met \\p{L}+ )?(?:begonnen|gestart)`,
        {
          unless: "cursus|in een|bij een",
        },
      ),
    ],
    en: [
      told("without (?:being asked|anyone asking|anybody asking|them asking)|off my own bat"),
      told(
        `i (?:also |then |just )?(?:started|set up|founded|began) (?:(?:a|an|the|our|my|own|small|little|weekly|free|local|new|up) ){1,6}(?:\\p{L}+ ){0,2}${foundedEn}`,
        {
          unless: "working|work for|job|a job|school club|going",
        },
      ),
      told("set (?:it|that|this) up myself", { unless: "router|phone|tent|laptop|computer|telly|tv" }),
      told("(?:was|it's|its|is|were) (?:all )?my own idea"),
      told(`after that (?:we|i) (?:made|wrote|set up|drew up|agreed) (?:(?:a|an|some|new|our|clear) ){0,6}(?:\\p{L}+ )?${rules}`),
      told("nobody (?:had |ever )?asked me to(?! (?:leave|stay|dance|the|a|my))|(?:though|although|when) nobody asked(?: me)?(?= $)"),
    ],
    named: /\b(?:initiatie\p{L}*)\b/u,
  },
  {
    shows: "assume responsibility",
    nl: [
      told("op mijn naam", { along: "lading|vracht|kas|kassa|sleutels?|bestelling|voorraad|alarm|gereedschap|zending" }),
      told("ik (?:was|ben) (?:\\p{L}+ )?verantwoordelijk", { unless: "niet|ongeluk|schade|fout|brand|ruzie" }),
      told("kan er niet (?:goed )?tegen (?:als|dat|wanneer)", {
        along: "leeg|vies|rommel|rommelig|rotzooi|blijft liggen|niet (?:af|klaar|goed gaat|klopt|netjes)|half af|slordig|smerig",
      }),
      told(
        `(?:heb|had|kreeg|krijg|kregen|draag|beheer) (?:(?:ik|we|ook|nu|toen|een|de|alle|eigen) ){0,6}sleutels? (?:van|voor) (?:de|het|onze) (?:\\p{L}*(?:${trade}))|sleutelhouder`,
        {
          unless: "mijn huis|kwijt|verloren|nieuwe huis",
        },
      ),
      told(
        `sluit (?:ik )?(?:(?:altijd|s avonds|'s avonds|dan|zelf) ){0,6}af(?= (?:$|en|'s|s |om|als))|sluit (?:ik )?(?:'s avonds |dan |altijd |zelf )*(?:de|het|alles) (?:\\p{L}*(?:${trade}) )?(?:\\p{L}+ )?af`,
        {
          unless: "met|verzekering|abonnement|lening|contract|hypotheek|me|deal|polis|account",
        },
      ),
      told("moet er (?:altijd |gewoon |elke dag )*(?:staan|zijn) voor (?:ze|hen|hem|haar|mijn|de|onze)", { unless: "uur|school|bus|trein" }),
      told("rekenen op (?:mij|me|ons)|op (?:mij|me|ons) (?:kunnen |konden )?(?:ze |altijd |mensen |klanten )*(?:rekenen|bouwen)"),
    ],
    en: [
      told("on my name", { along: "load|cargo|freight|keys|shipment|till|stock|orders?|truck|goods|alarm" }),
      told("(?:it's|its|is|was|are|were|all|that's) (?:all )?my responsibility", { unless: "not" }),
      told("(?:rely|relies|relied|counts?|counted|depends?|depended) on me", { unless: "can'?t|cannot|never|bills" }),
      told(`i (?:always |then |also )?lock up(?= (?:$|at|and|after|every|when|in the|the (?:\\p{L}+ )?(?:${tradeEn})))`, {
        unless: "bikes?|car|home|my (?:house|flat|door)",
      }),
      told(`(?:have|had|hold|held|carry|given|got|gave me) (?:the|a|my own) (?:set of )?keys? (?:to|of|for) (?:the|our) (?:\\p{L}+ )?(?:${tradeEn})`),
      told("(?:it's|its|is|was|all) (?:all )?up to me(?= (?:$|to|that|whether))", { unless: "not|if it" }),
      told(
        "in charge of (?:the|a|all|our) (?:\\p{L}+ )?(?:till|tills|stock|keys|money|cash|safety|orders|equipment|kit|medication|kitchen|bar|shop)",
        { unless: "he|she|was in charge of me" },
      ),
    ],
    named: /\b(?:verantwoordelijk\p{L}*|responsib\p{L}*)\b/u,
  },
  {
    shows: "attend to detail",
    nl: [
      told(
        "(?:werk|werkte|werken) (?:(?:ik|altijd|heel|erg|ook|zeer|zo|graag|met \\p{L}+) ){0,6}precies|ben (?:ik )?(?:(?:altijd|heel|erg|ook|zeer|best) ){0,6}precies|precies (?:werk|werken|gewerkt|werkje|afgewerkt|afgemeten|gemeten|op maat|afwerken)|(?:meet|zaag|knip|snij|snijd|lijn|naai|vul|tel|weeg|snoei|schilder|verf) .{0,25}(?<!niet )precies(?= (?:$|af|uit|na|op de|op maat|recht))",
        { unless: "op tijd|(?:weet|zeg) (?:\\p{L}+ )?niet precies|niet precies|precies (?:om|wat|hoe|waar|dezelfde|hetzelfde|zo)" },
      ),
      told("netjes (?:te )?(?:werken|afwerken|afgewerkt|gewerkt)|werk (?:ik )?(?:heel |altijd |erg )*netjes"),
      told("secuur|nauwkeurig|op de millimeter", { unless: "niet (?:zo |heel )?(?:secuur|nauwkeurig)" }),
      told("(?:maak|haal|torn|trek) (?:ik )?(?:het |hem |ze )?weer los", { unless: "hond|fiets|boot|paard|riem|touw|slot|veters?|band|deur|gordel" }),
      told(
        "(?:steek|steken|naad|naden|zoom|scheef|recht|fout|mis).{0,30} (?:maak|haal|doe) (?:ik )?(?:(?:het|hem|haar|alles|ze|dan|die|weer) ){0,6}(?:los|open|opnieuw|overnieuw)",
        { unless: "deur|raam|winkel" },
      ),
    ],
    en: [
      told("precise(?:ly)?", {
        unless:
          "at precisely|precisely (?:at|what|because|why|how|when|the|that|this|one|two|nine|ten|noon)|to be (?:more )?precise|not (?:very )?precise|more precisely",
      }),
      told(
        "(?:keep|kept|work|worked|do|did|make|made|sew|cut|fold|write|stitch|leave|paint|lay|trim|finish) .{0,30}neat(?:ly)?(?= (?:$|and|every|at the|along|so))|neat (?:stitches|stitching|seams?|edges?|rows?|lines|joints?|work|finish|corners)",
        {
          unless: "room|house|bed|hair|whisky|handwriting|drink|garden|beard",
        },
      ),
      told("spot on(?= (?:$|every|each))", {
        along: "get|got|has to be|must be|be|made?|make|cuts?|measure(?:s|d|ments?)?|keep",
        unless: "a spot on|the spot on|timing",
      }),
      told(
        "(?:check|checked|look at|inspect|inspected|notice|noticed|see|spot|mind|watch|count|counted|test|go over|went over) (?:\\p{L}+ ){0,2}every (?:single |little |last )?(?:stitch|detail|screw|seam|bolt|label|line)",
      ),
      told("to the (?:nearest )?millimetre|double[- ]check(?:ed|ing)?|i check(?:ed)? everything"),
      told(
        "(?:unpick|unpicked|unpicking) (?:it|them|the|that|all)|(?:undo|undid|redo|redid) (?:it|them|the|that) (?:whole )?(?:(?:stitch|stitches|seam|seams|row|rows|hem|line|joint)(?!\\p{L}))?(?:again)?(?= (?:$|if|when|until|till))",
        {
          unless: "buttons?|straps?|laces?|belt|kitchen|bathroom|exam|test|year|dishes",
        },
      ),
      told(
        "(?:if|when|until) .{0,40}(?:wrong|crooked|mistake|dropped|not (?:quite )?(?:straight|right|good|even|neat)|isn't (?:quite )?(?:straight|right|good|even|neat)|uneven|wonky).{0,30} (?:undo|redo|start|do|unpick|make|sew|cut|lay) (?:it|them|again|over|the whole|all)",
      ),
    ],
    named: /\b(?:detail\p{L}*|gedetailleerd|precies)\b/u,
  },
  {
    shows: "work independently",
    nl: [
      told("geen baas (?:naast|boven|die|op|in|om|bij|nodig)?", { unless: "was|vind|wil|huisdier" }),
      told("helemaal alleen|(?:in mijn|in m'n|op mijn) eentje", {
        along:
          "doe|deed|gedaan|werk|werkte|gewerkt|draai|draaide|gedraaid|run|maak|maakte|gemaakt|bouw|bouwde|gebouwd|regel|regelde|geregeld|sta|stond|kook|rij|reed|bak|organiseer\\p{L}*|georganiseerd|opgezet|verbouwd|geverfd|gelegd|opgeknapt|bestuur|verzorg|schilder\\p{L}*|geschilderd|bezorg|repareer\\p{L}*|gerepareerd",
        unless: living,
      }),
      told("(?:zelf|alleen) (?:op te lossen|oplossen)|los (?:ik )?(?:het|dat|alles|'t|t)(?: \\p{L}+)? zelf op", {
        unless: "hun|hen|hem|haar|laat|laten|kinderen|ze|zij|hij|jullie|klanten",
      }),
      told("sta (?:ik )?er (?:(?:dan|vaak|vaak|meestal|helemaal) ){0,6}alleen voor", {
        unless: "kinderen|thuis|gezin|opvoed\\p{L}*|scheiding|man|sinds",
      }),
      told(
        "(?:niemand (?:die )?(?:\\p{L}+ )?zegt|zonder dat (?:iemand|ze) (?:mij |me )?zegt|zonder dat (?:iemand|ze) (?:mij |me )?zeggen) (?:\\p{L}+ ){0,2}wat ik (?:\\p{L}+ ){0,4}moet doen|zonder dat (?:iemand|de baas) (?:\\p{L}+ )?(?:meekijkt|helpt|op mijn vingers kijkt)|niemand (?:die )?meekijkt",
      ),
    ],
    en: [
      told("no boss"),
      // "this old girl", as some call themselves.
      told("by (?:herself|himself)|on (?:her|his) own", {
        along: "this (?:\\p{L}+ )?(?:girl|lady|woman|man|lad|guy|gran|grandad|mum|dad)",
        unless: livingEn,
      }),
      told(
        "(?:on my own|by myself|all alone|single[- ]handed(?:ly)?)(?! (?:time|phone|two|feet|terms|bike|car|skin|land|account|laptop|computer|behalf))",
        {
          along:
            "work|worked|working|run|ran|running|do|did|done|doing|make|made|build|built|fix|fixed|repair|repaired|drive|drove|cook|cooked|open|opened|close|closed|manage|managed|handle|handled|sort|sorted|set up|organi[sz]ed?|deliver|delivered|clean|cleaned|paint|painted|bake|baked|night shifts?|shop|kitchen|job|jobs|shift|look after|teach|taught",
          unless: livingEn,
        },
      ),
      told(
        "nobody (?:\\p{L}+ )?tells me (?:what|how|when|where)|without (?:anyone|anybody|somebody) (?:telling|helping|watching)(?: me)?|nobody (?:watching|checking) (?:over )?me|(?:no one|nobody) looking over my shoulder",
      ),
      told("sort(?:ed)? (?:it|things|that|everything) (?:out )?(?:all )?(?:by )?myself"),
    ],
    named: /\b(?:zelfstandig\p{L}*|independent\p{L}*)\b/u,
  },
  {
    shows: "manage time",
    nl: [
      told("alles (?:\\p{L}+ )?op tijd", {
        along: "klaar|af|heb|krijg|zorg|regel|lever",
        unless: "betaal\\p{L}*|rekeningen|trein|bus|geleverd krijg",
      }),
      told("op de minuut(?! \\p{L}+ toetje)", { unless: "kook|kookt|eieren" }),
      told("strakke planning", { along: "ik|we|wij|hou|houd" }),
      told("combineer(?:de)? (?:ik )?.{0,24}met|gecombineerd met", {
        along: "werk|studie|school|baan|banen|zorg|gezin|kinderen|opleiding|mantelzorg|stage",
        unless: "kleuren|kleren|wijn|kaas|rood|blauw",
      }),
      told("en dan nog voor (?:half|achten)"),
    ],
    en: [
      told("(?:before (?:eight|nine|school|the school run)|by (?:eight|nine)) ?", {
        along: "all (?:done|that|finished|ready)|everything|get .{0,30}(?:done|ready|dressed|fed)|done|finished|ready",
        unless: "born|pill|watched|closed|asleep|bed",
      }),
      told("juggl(?:e|ed|ing)", {
        along: "work|jobs?|kids|family|school|stud(?:y|ies)|shifts|children|college|caring|tasks|things|orders|appointments",
        unless: "balls?|clubs?|fire|circus|oranges|knives",
      }),
      told("tight schedule|(?<!up )to the minute"),
    ],
    named: /\b(?:tijd|time)\b/u,
  },
];
