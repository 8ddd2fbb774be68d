import { type StoryCue, told } from "./story-telling.ts";

/** What stories show of how their teller comes to terms with others, and others with each other. */
export const concordCues: readonly StoryCue[] = [
  {
    shows: "negotiate compromises",
    nl: [
      told("het gesprek aan(?:gegaan|gaan|ga)?(?= (?:$|met|over|en|om))", { along: "ga|ging|gaan|gegaan|aangegaan|aangaan" }),
      told("uren teruggekregen|hulp teruggekregen|zorg teruggekregen"),
      told("(?:eruit|er (?:samen |altijd |toch |wel )*uit) (?:gekomen|komen)|er (?:\\p{L}+ ){0,4}(?:samen|altijd|toch|wel) uitgekomen", {
        along: "we|wij|samen|allebei|partijen",
        unless: "vlek|vlekken|tand|kies|sap|water|stof|goed|mooi|lekker",
      }),
      told("(?:het (?:\\p{L}+ )?eens (?:geworden|worden)|compromis(?:sen)?|water bij de wijn|(?:een|de) middenweg)", {
        along: "we|wij|ik|samen|ze|partijen",
        unless: "geen compromis(?:sen)?|(?:ik|we) sluit(?:en)? geen|weg naar|fietsen|rijden",
      }),
    ],
    en: [
      told(`talked (?:them|him|her|people|everyone|both sides) (?:round|into (?:a (?:deal|compromise)|meeting|sharing|splitting))`),
      told("got (?:the|our|some of the|her|his|my mum's|their) (?:hours|care|funding|budget|help) back"),
      told("(?:we|they|people|sides|both|everyone|i|to|them|neighbours) (?:\\p{L}+ )?(?:meet|met) in the middle", {
        unless: "ends?|roads?|seams?|lines|paths|pub|restaurant|town",
      }),
      told("(?:came|come) to an agreement|(?:find|found|reach|reached|agree on|agreed on|work out|worked out|make|made) a compromise"),
    ],
    named: /\b(?:onderhandel\p{L}*|compromis\p{L}*|negotiat\p{L}*)\b/u,
  },
  {
    shows: "negotiate price",
    nl: [
      told("(?:praat|praten|onderhandel\\p{L}*) (?:(?:ik|we|altijd|dan|met \\p{L}+) ){0,6}over (?:de |een )?prij(?:s|zen)", {
        unless: "mijn moeder|benzine|supermarkt|thuis|inflatie",
      }),
      told(
        "afgedongen|afdingen|(?:ding|dong) (?:(?:ik|we|altijd|flink|dan) ){0,6}(?:\\p{L}+ )?af|van de prijs af (?:gekregen|gepraat)|prijs (?:omlaag|naar beneden) (?:gepraat|praten|gekregen|krijgen)",
      ),
      told("korting (?:geregeld|bedongen|losgekregen|afgedwongen|uitonderhandeld)"),
      told(
        "(?:goede|goeie|lage|lagere|betere|scherpe) prijs (?:(?:voor|van|bij|te) )?(?:\\p{L}+ )?(?:geregeld|bedongen|afgesproken|afspreken|bedingen|regelen|afgedwongen)",
      ),
    ],
    en: [
      told("(?:haggl(?:e|ed|ing)|bargain(?:ed)? (?:with|over|for|hard|down)|bargaining)", { unless: "bargained for|power" }),
      told(
        "(?:get|got|talk|talked|beat|bring|brought|negotiate) (?:(?:the|a|them|him|her|suppliers?|sellers?) ){0,6}(?:\\p{L}+ )?price down|(?:got|get|talk(?:ed)?) (?:(?:them|him|her) )?(?:to )?(?:the|a) (?:good|better|lower|fair|best) (?:price|deal) (?:out of|from|off|by)|talk(?:ed)? (?:about )?(?:the|a) (?:good |better )?price (?:with|to)",
      ),
      told("knock(?:ed)? .{0,12}off the price", { unless: "they knock(?:ed)?|he knock(?:ed)?|shop knocked" }),
    ],
    named: /\b(?:onderhandel\p{L}*|negotiat\p{L}*)\b/u,
  },
  {
    shows: "resolve conflicts",
    nl: [
      told("(?:ruzies?|ruzietjes?|conflict(?:en)?|geruzie)", {
        along:
          "oplos\\p{L}*|opgelost|op te lossen|los .{0,40} op|loste .{0,40} op|sus|suste|sussen|gesust|bemiddel\\p{L}*|bijleggen|bijgelegd|uit elkaar|tussenbeide|ertussen|er tussen|uitpraten|uitgepraat|praat .{0,30} uit|stop|goedmaken|goed te maken|beslecht\\p{L}*|uit de wereld",
        unless: "met (?:mijn|mn|mij|me|m'n)|ik had|had ik|ruzie met",
      }),
      told(
        "uit elkaar (?:te )?(?:halen|gehaald|houden)|ha(?:al|len|alde|alden) (?:(?:ik|we|ze|hen|dan|de|die|twee|snel|rustig) ){0,6}(?:\\p{L}+ )?uit elkaar",
        {
          about: "ruzie\\p{L}*|vecht\\p{L}*|gevochten|vochten|knok\\p{L}*|conflict\\p{L}*|vechtpartij\\p{L}*|duw\\p{L}*|slaan",
          unless: "klokken?|fietsen?|motor\\p{L}*|auto'?s?|machines?|radio'?s?|apparaten|computers?|tent",
        },
      ),
      told("sus|suste|sussen|gesust", { unless: "slaap|baby|wieg|bedje|geweten|mijn sus" }),
      told("gemoederen", { along: "sus\\p{L}*|bedaren|bedaar\\p{L}*|kalmeren|kalmeer|rustig|tot rust" }),
      told("bemiddel|bemiddelde|bemiddelen", { unless: "arbeids\\p{L}+|woningen|huizen|uitzendbureau" }),
      told("(?:spring|ga|sprong|ging|kom|kwam) (?:(?:ik|dan|we|er|altijd|direct|meteen) ){0,6}(?:ertussen|er ?tussen(?:in)?|tussenbeide)", {
        about: "ruzie\\p{L}*|vecht\\p{L}*|vochten|knok\\p{L}*|schreeuw\\p{L}*|conflict\\p{L}*|schelden|tussenbeide",
      }),
    ],
    en: [
      told(
        "(?:sort(?:ed)? out|settl(?:e|ed|ing)|solv(?:e|ed|ing)|resolv(?:e|ed|ing)|stop(?:ped)?|end(?:ed)?|defus(?:e|ed|ing)|calm(?:ed)?|smooth(?:ed)? over) (?:(?:an|a|the|any|all|their|small|little|silly) ){0,6}(?:fights?|fighting|arguments?|rows?|quarrels?|disputes?|arguing|tensions?)(?! with me)",
        { unless: "my (?:own )?(?:fights?|arguments?)" },
      ),
      told("(?:break|broke|breaking|broken) up (?:(?:a|the|any|all) ){0,6}(?:fights?|arguments?|rows?)"),
      told("(?:step|stepped|get|got) (?:in )?between (?:them|two|the)|step(?:ped)? in", {
        about: "fights?|fighting|argu(?:e|ed|ing|ments?)|rows?|shout(?:ing)?",
        unless: "step in for|stepped in for",
      }),
      told("(?:made|make|keep|kept) (?:the )?peace between|mediat(?:e|ed|ing) between|mediat(?:e|ed|ing)(?= (?:$|when|if))"),
    ],
    named: /\b(?:conflict\p{L}*|bemiddel\p{L}*|mediat\p{L}*)\b/u,
  },
  {
    shows: "manage difficult clients",
    nl: [
      told("ook als ze (?:heel |erg |echt )?(?:boos|kwaad|lastig|onbeschoft|agressief)"),
      told(
        "(?:boze|lastige|moeilijke|klagende|ontevreden|agressieve|dronken|kwade) (?:klant(?:en)?|gast(?:en)?|bezoekers?|bellers?|client(?:en)?|patient(?:en)?|reizigers?)",
        {
          along:
            "help|helpen|hielp|sta|kalmeer|kalmeren|los .{0,40} op|oplossen|omgaan|om te gaan|ga .{0,40} om|ging .{0,40} om|te woord|luister|luisteren|afhandel\\p{L}*|handel|bedien|bedienen|blijf|blijven|kan|gerust\\p{L}*|stel|praat|sus|tevreden|aan",
          unless: "hekel|haat|niet tegen|ik was",
        },
      ),
    ],
    en: [
      told("even (?:when|if) they (?:shout|scream|swear|complain|are (?:angry|rude|drunk|difficult)|get (?:angry|rude))"),
      told(
        "(?:angry|difficult|rude|drunk|upset|unhappy|aggressive|complaining) (?:customers?|clients?|guests?|callers?|passengers?|patients?|visitors?)",
        {
          along:
            "deal|dealt|dealing|handle|handled|handling|calm|calmed|help|helped|talk|talked|serve|served|cope|coped|manage|managed|sort|sorted|listen|apologi[sz]e|win|speak|spoke|with",
          unless: "hate|hated|i was|can'?t stand|got tired",
        },
      ),
      told("(?:deal|dealt|dealing|cope|coped) with (?:\\p{L}+ )?complaints?|when (?:a |the )?(?:customers?|clients?|guests?|people) complains? i"),
    ],
    named: /\b(?:moeilijk\p{L}*|difficult)\b/u,
  },
];
