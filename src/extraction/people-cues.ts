import { type StoryCue, told } from "./story-telling.ts";
import { people, peopleEn, them, themEn } from "./whom-words.ts";

const i = "(?:ik|we|wij|'k|k)";
const iDo = "(?:i|we)(?: (?:just|only|always|usually|also|often|still|then|can|could|try to|tried to|have to|had to|do|did|will|must)){0,4}";
const media =
  "muziek|radio|podcasts?|platen|plaat|liedjes?|cd'?s?|spotify|luisterboek(?:en)?|nummers|concert(?:en)?|klassiek|jazz|koptelefoon|oortjes|nieuws|preek|mij|me";
const mediaEn =
  "music|radio|podcasts?|songs?|audiobooks?|albums?|records|headphones|bands?|news|lectures?|playlists?|concerts?|jazz|rap|to my (?:boss|mum|mother|dad|father|doctor|teacher|parents)|to me|tapes?";

/** What stories show of how their teller is with other people. */
export const peopleCues: readonly StoryCue[] = [
  {
    shows: "react calmly in stressful situations",
    nl: [
      told(
        `(?:blijf|bleef|blijven|bleven) (?:(?:${i}|dan|altijd|gewoon|zelf|heel|erg|meestal|er|ook) ){0,6}(?:rustig|kalm)|${i} (?:(?:kan|kon|moet|moest|probeer|ben|goed|altijd|dan|heel|te|toch|gewoon) ){0,6}(?:rustig|kalm) (?:te )?(?:blijven|gebleven)|(?:kan|kon|ben|probeer) ${i} (?:(?:goed|altijd|dan|heel|toch|gewoon) ){0,6}(?:rustig|kalm) (?:te )?(?:blijven|gebleven)`,
        { unless: "thuis|zitten|liggen|slapen|op de bank|in bed|doorwerken|wonen|aan tafel|het (?:bleef|blijft)" },
      ),
      told("(?:raak|word) (?:ik )?(?:dan |er )?niet (?:snel |gauw |zo snel )?(?:in paniek|gek|zenuwachtig|boos|kwaad)"),
      told("(?:ga|ging|gaan) (?:(?:ik|we|dan|altijd) ){0,6}er (?:dan |nooit )?(?:niet )?tegen ?in", { along: "niet|nooit" }),
      told("praat (?:ik )?(?:dan )?(?:heel |altijd |extra )?(?:zacht|rustig)", {
        about:
          "boos|boze|kwaad|kwade|bang|bange|paniek|schreeuw\\p{L}*|onrustig|verward|agressief|agressieve|overstuur|huil\\p{L}*|ruzie|schelden|scheldt",
        unless: "slaapt|slapen|slaap",
      }),
      told("hoofd koel", { unless: "pet|hoed|doek|water|zon|hitte|warm" }),
      told(`(?:kalmeer|kalmeren|kalmeerde|gekalmeerd)`, { along: them, unless: "mij|me|mezelf" }),
    ],
    en: [
      told(`(?:${iDo}|ones who|one who) (?:don'?t|do not|didn'?t|never|hardly ever) (?:easily )?(?:get|go|got|went) (?:crazy|mad|angry|nervous)`, {
        unless: "enough|about my",
      }),
      told(`${iDo} (?:don'?t|didn'?t|never|do not) panic(?:ked)?`),
      told(
        `(?:^ |${iDo} (?:manage to |managed to |am able to |need to )?)(?:stay|stayed|keep|kept|remain|remained) (?:very |quite |totally )?calm(?= (?:$|when|if|under|and|in|even|with|while|during|as|at|on|whatever|no matter|then|because|for))`,
      ),
      told(`${iDo} (?:stay|stayed|keep|kept|remain) cool(?= (?:$|when|if|under|and|whatever|even))`, {
        unless: "summer|fan|hot|drinks?|shade|water|heat",
      }),
      told("(?:kept|keep) talking to (?:him|her|them)", { unless: "phone|whatsapp|online|party|about|every|class|customers keep|they keep" }),
      told("(?:keep|kept) my head(?= (?:$|when|if|cool|clear|and|in a|under))", { unless: "shaved|water" }),
      told(`calm(?:ed|ing)? (?!(?:me|it|things?|everything|myself)(?!\\p{L}))${themEn} down|calm(?:ed|ing)? down ${themEn}`),
    ],
    named: /\b(?:kalm|rustig|calm|calmly|stress\p{L}*)\b/u,
  },
  {
    shows: "exercise patience",
    nl: [
      told(
        `wacht (?:(?:ik|dan|rustig|gewoon|altijd|even) ){0,6}(?:tot|totdat) (?:${them}|hij|zij|het (?:zakt|over is|overgaat|lukt|kalm|rustig)|de ander)`,
        {
          unless:
            "open|opengaan|opengaat|bus|trein|belt|bellen|betaal\\p{L}*|betalen|aankom\\p{L}*|aangekomen|droog|groen|vrij|pauze|thuis(?: is| zijn| komen| komt)?|dicht|weg (?:is|zijn)|op vakantie",
        },
      ),
      told(
        `(?:neem|nam|nemen) (?:(?:ik|we|er|dan|altijd|rustig|echt|gewoon) ){0,6}(?:(?:de|alle|mijn) tijd (?:voor|om)|voor (?:elke |iedere |de |het |elk |alle )*${people} (?:rustig |altijd |echt )?(?:de|alle) tijd)`,
        {
          unless: "mezelf|mij|mijzelf|ontbijt\\p{L}*|koffie|thee|pauze|eten|rust|uit te rusten|vakantie|lunch|wandelen|douchen|wakker|bij te komen",
        },
      ),
      told(
        "keer op keer|nog een keer(?: en nog (?:een|eens)(?: keer)?)?|tien keer|honderd keer|(?:steeds|telkens|(?:elke|iedere) keer)(?: weer)? opnieuw|opnieuw|overnieuw",
        {
          along:
            "uitleg\\p{L}*|uit te leggen|leg .{1,60} uit|uitgelegd|voordoe\\p{L}*|voorgedaan|voor te doen|doe .{1,40} voor|laat .{1,40} zien|laten zien|herhaal\\p{L}*|herhalen",
          unless: "(?:keer|paar keer) per|aan mij|mij uitle\\p{L}+",
        },
      ),
      told(
        "(?:steeds|telkens|(?:elke|iedere) keer)(?: weer)? opnieuw|keer op keer|nog een keer en nog (?:een|eens)(?: keer)?|tien keer|honderd keer",
        {
          along: "probeer\\p{L}*|geprobeerd|oefen\\p{L}*|geoefend|begin|beginnen|begonnen|help|antwoord",
          unless: "per (?:dag|week|uur)",
        },
      ),
      told("(?:begin|doe) (?:(?:ik|we|dan|weer|gewoon|het|hem|ze|alles|maar) ){0,6}(?:opnieuw|overnieuw)", {
        unless:
          "na (?:mijn|de|een|het)|toen|leven|nederland|belgie|land|zaak|baan|opleiding|stad|contract|(?:de|een|mijn|onze) (?!kind|klant)\\p{L}+ (?:opnieuw|overnieuw)",
      }),
      told("(?:maak|haal|torn|trek) (?:(?:ik|het|hem|ze|alles) ){0,6}weer los", {
        unless: "hond|fiets|boot|paard|riem|touw|slot|veters?|band|deur|gordel",
      }),
    ],
    en: [
      told(`(?:wait|waited) (?:patiently )?(?:until|till) (?:${themEn}|he|she|they|it (?:passes|calms|is over|blows over))`, {
        unless:
          "opens?|arrives?|get here|gets here|gets? home|home|bus|train|pays?|paid|leaves?|left|closes?|calls?|rings?|asleep|dinner|back|gone|(?:come|comes|came) (?!to|round|out with)",
      }),
      told(
        "(?:wait|waited) for (?:him|her|them) to (?:finish|calm|speak|answer|find|understand|try|settle|think|get it|work it|do it|say|be ready|trust)",
      ),
      told(
        `(?:take|took|taking) (?:my|the) time (?:(?:and )?(?:to )?(?:explain|listen|help|show|talk|teach|answer|get|sit)|(?:with|for) (?:${themEn}|each|every))`,
      ),
      told("(?:100|a hundred|ten|twenty|fifty|several|many) times|over and over|again and again|over again|once more|(?:as often|as many times) as", {
        along: "explain(?:ed|ing)?|show(?:ed|ing)?|repeat(?:ed|ing)?|try|tried|trying|practis(?:e|ed|ing)|go (?:over|through)|start|help(?:ed|ing)?",
        unless: "(?:times|once|twice) (?:a|per) (?:day|week|hour|month)|to me|show(?:ed|ing)? me|help(?:ed)? me|explained? to me|try to",
      }),
      told("as long as it takes|as (?:long|often) as (?:they|he|she) (?:needs?|wants?|likes?)", {
        along: "explain|stay|sit|listen|wait|help|repeat|show|go over|talk|practise|try|keep|do it|takes",
        unless: "work for|live",
      }),
    ],
    named: /\b(?:geduld\p{L}*|patien\p{L}+)\b/u,
  },
  {
    shows: "listen actively",
    nl: [
      told(`(?:hun|haar|zijn|een) verhaal (?:bij (?:mij|me|ons) )?kwijt`, { unless: "ik was|raakte" }),
      told("luister(?:en|de)?", { unless: `${media}|naar de hond|hond|puppy|^ luister|luister (?:eens|even|nou)|podcast` }),
      told("lucht(?:en|ten)? (?:bij (?:mij|me) )?(?:hun|haar|zijn) hart|(?:hun|haar|zijn) hart (?:bij (?:mij|me) )?(?:luchten|uitstorten)"),
      told(
        `(?:laat|laten|liet) (?:ik )?(?:(?:altijd|eerst|dan|gewoon) ){0,6}${them} (?:(?:altijd|eerst|gewoon|rustig|even|helemaal) ){0,6}uitpraten`,
      ),
      told(
        "(?:hoor(?:de)? (?:ik )?(?:dan )?(?:ze|iedereen|mensen|hem|haar) (?:rustig |eerst )?aan|(?:iedereen|mensen|hen|hem|haar|ze) aan(?:horen|gehoord))",
        {
          unless: "aan (?:de|het|een|mijn|hun)",
        },
      ),
      told("vertellen (?:mij|me) (?:echt |vaak |bijna )?(?:alles|hun verhaal|van alles)(?: over (?:zichzelf|hun leven|thuis))?", {
        unless: "alles over (?!zich|hun|thuis)\\p{L}+",
      }),
    ],
    en: [
      told("(?:tell|tells|told) me (?:everything|their (?:troubles|problems|story|stories|worries))", {
        unless: "(?:ask(?:ed)?|need(?:ed)?|want(?:ed)?|let|boss|manager|teacher)|everything (?:twice|about|again|i|in advance|they know|on)",
      }),
      told("just listen(?:ed)?|i (?:\\p{L}+ )?listen(?:ed)?|listened|listening to", { unless: mediaEn }),
      told("hear(?:d)? (?:them|him|her|people|everyone|everybody) out(?! (?:in|on|at|of|there))"),
      told("let (?:them|him|her|people|everyone|customers) (?:just )?talk(?! (?:me|us|to|about me|behind))"),
      told("pour(?:s|ed|ing)? (?:out )?(?:their|her|his) hearts?"),
    ],
    named: /\b(?:luister\p{L}*|listen\p{L}*)\b/u,
  },
  {
    shows: "show empathy",
    nl: [
      told(
        "op (?:hun|haar|zijn|z'n|d'r) gemak (?:gesteld|stellen|te stellen|bij (?:mij|me|ons)|voel(?:en|t)?|brengen|te brengen|krijgen)|(?:stel|zet|voel)(?:en|t|de)? .{0,30}op (?:hun|haar|zijn|z'n|d'r) gemak",
      ),
      told("naast (?:haar|hem|ze|iemand|hen) (?:gaan )?(?:zitten|gezeten)", {
        unless: "klas|bus|auto|trein|vliegtuig|school|tafel|feest\\p{L}*|bioscoop|kantine|kantoor|wil|wilde|les|college|concert|moest",
      }),
      told(`(?:troost|troostte) (?:ik )?(?:dan )?${them}|${them} (?:te )?(?:troosten|getroost)|troosten|getroost`, {
        unless: "moeite|werd|word|wordt|door|zich|me|mij|mezelf",
      }),
      told("troost", { along: "bied|bieden|bood|geef|geven|gaf", unless: "mij|me|bakje|bakkie|kop" }),
      told("voel(?:de)? (?:ik )?(?:(?:echt|erg|heel|dan|altijd|met) ){0,6}(?:(?:hem|haar|hen|ze|mensen|iedereen|iemand|anderen) )?mee"),
      told(
        `(?:(?:mensen|ouderen|bewoners|iemand|mevrouw|meneer|buurvrouw|buurman|iemand|kind) (?:die )?(?:zo |altijd |helemaal |maar )?alleen (?:zit|zat|zaten|zitten|is|zijn)|(?:die|wie) (?:zo |altijd |helemaal |maar )?alleen (?:zit|zat|zaten|zitten))`,
        {
          along: "ga|ging|zit|praat|praten|bezoek|bezoeken|langs|erbij|luister|drink|drinken|gezelschap|kletsen|klets|koffie|vraag|thee|nodig",
        },
      ),
      told(
        "(?:sla|sloeg|leg|legde) (?:ik )?(?:dan )?(?:mijn|een|'n) arm om (?:hem|haar|hen|ze|iemand|de|die)|arm om (?:haar|hem|hun|iemands) (?:heen|schouders?)",
      ),
    ],
    en: [
      told(
        "(?:sit|sat|talk|talked|chat|chatted|visit|visited|have (?:a )?(?:tea|chat|cuppa)|spend time|check on|keep company) .{0,40}(?:by (?:themselves|himself|herself)|lonely|(?:who|that) (?:is|are|was|were|live|lives|sits?) (?:all )?alone)",
      ),
      told(`(?:sit|sat|sitting) with (?:him|her|them|whoever|(?:(?:a|the|my|old|lonely|dying|sick|upset|crying|new) ){0,6}${peopleEn})`, {
        unless: "class|school|bus|train|lunch|dinner|pub|exams?|cinema|at the table|drinks?|plane|desk|breakfast",
      }),
      told(
        `(?:put|puts|putting|make|makes|made|making|set|help) ${themEn} (?:feel )?(?:\\p{L}+ )?at ease|(?:${peopleEn}|they|he|she) (?:always |quickly |soon |really )?feels? (?:\\p{L}+ )?at ease(?: with me)?`,
      ),
      told(
        `(?:comfort|comforted|comforting) (?:them|him|her|(?:(?:a|the|my|our|old|upset|crying|sad|scared|little|small|young|frightened|new|grieving) ){0,6}(?:${peopleEn}|famil(?:y|ies)|friends?|relatives))`,
        {
          unless: "for comfort|comforting (?:smell|taste|to)|by",
        },
      ),
      told(
        `(?:give|gave|giving|offer|offered) (?:${themEn} (?:\\p{L}+ ){0,2}hugs?|hugs? to ${themEn})|(?:i|we|to|just|and) (?:\\p{L}+ )?hug(?:ged)? ${themEn}`,
      ),
    ],
    named: /\b(?:empath\p{L}*|inlev\p{L}*|meelev\p{L}*)\b/u,
  },
];
