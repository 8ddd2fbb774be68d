import type { Language } from "../domain/language.ts";

interface MeantDoing {
  readonly said: RegExp;
  /** Where these words stand in it too, it is left as it was said. */
  readonly unless?: RegExp;
  readonly meant: string;
}

const kin =
  "(?:mijn|mij|mn|m'n|my) (?:zieke |oude |lieve |sick |old )?(?:man|vrouw|moeder|vader|schoonmoeder|schoonvader|opa|oma|zus|broer|husband|wife|mother|father|mum|dad|sister|brother)";
/** Who is no parent or grandparent: those are cared for as older people are. */
const kinOfAge = "(?:mijn|mij|mn|m'n|my) (?:zieke |lieve |sick )?(?:man|vrouw|zus|broer|husband|wife|sister|brother|partner)";
const who = `(?:hem|haar|him|her|${kin}|(?:de |the )?(?:bewoners?|residents?|ouderen|old people|patients?|patienten))`;
const of = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, "iu");

const cooks = "(?:kook|kookte|koken|cook|cooked|cooking)";
const many: Readonly<Record<Language, string>> = {
  nl: "(?:wel |ongeveer |meer dan |zo'n |soms |de |een |hele |heel |grote? |groepen van )*(?:\\d{2,}|twintig|dertig|veertig|vijftig|honderd|tweehonderd|tientallen|honderden|veel|groep(?:en)?)(?: (?:mensen|man|personen|gasten|kinderen|vrouwen|bewoners|mannen))?",
  en: "(?:about |up to |more than |over |around |a |the |whole |big |large )*(?:\\d{2,}|twenty|thirty|forty|fifty|hundred|hundreds of|dozens of|many|lots of|lot of|groups?|crowds?)(?: (?:people|guests|children|women|men|residents|others))?",
};
const young =
  "(?:(?:klein|stief|pleeg)?(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:eren|je)?|kinderen)|nichtjes?|neefjes?|kleintjes?|baby|peuters?|kleuters?|buurmeisje|buurjongen|broertje|zusje)";
const youngEn = "(?:(?:grand|step)?(?:kids|child(?:ren)?|sons?|daughters?)|niece|nephew|baby|toddlers?|bab(?:y|ies)|little ones?|him|her|them)";
const hands =
  "(?:\\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|twintig|een paar|veel|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|some|several)";
/** "for 20 minutes", "for many years": how long or for how much, not for how many people. */
const noPeople =
  "minuten|minuut|uur|uren|euro|dagen|weken|maanden|jaar|jaren|geld|plezier|redenen|minutes?|hours?|pounds?|quid|dollars|euros?|days|weeks|months|years?|reasons|fun|money|times|degrees";
const noCrowd = of(`dieet|zout|suiker|gluten|allergi\\p{L}*|diets?|salt|sugar|allerg\\p{L}*|(?:for|voor) (?:[\\p{L}\\d]+ ){1,2}(?:${noPeople})`);

const animal = of(
  "hond(?:en)?|kat(?:ten)?|poes|kippen|paard(?:en)?|konijn(?:en)?|vogels?|koeien|schapen|geit(?:en)?|hamster|cavia|dogs?|cats?|hens|chickens|horses?|rabbits?|birds?|cows|sheep|goats?|hamster|pets?",
);

/** Short ways of saying what every hearer fills in: bins are emptied indoors, and bills at home are one's own. */
const doings: Readonly<Record<Language, readonly MeantDoing[]>> = {
  nl: [
    // For whom others work, leads them.
    {
      said: of(
        `(?:daar |toen |er )?(?:hadden? )?${hands} (?:man|mensen|mannen|vrouwen|jongens|meiden|naaisters|medewerkers|personeel|krachten)(?: \\p{L}+){0,2} (?:werken|werkten|werkte|werkt|gewerkt)(?: \\p{L}+)? (?:(?:voor|onder|bij) (?:mij|me)|(?:voor|onder) ons)|(?:er |daar )?werk(?:t|te|ten|en) (?:er )?${hands} (?:man|mensen|mannen|vrouwen|jongens|meiden|naaisters|medewerkers|krachten) (?:(?:voor|onder|bij) (?:mij|me)|(?:voor|onder) ons)|ik (?:had|heb|heeft) ${hands} (?:man|mensen|medewerkers|personeel|krachten) (?:in dienst|onder (?:mij|me))`,
      ),
      meant: "ik leid een ploeg",
    },
    {
      said: of(
        `(?:ik pas(?:te)? (?:[\\p{L}\\d]+ ){1,5}|pas(?:te)? ik (?:[\\p{L}\\d]+ ){0,5})(?<!(?<!\\p{L})aan )op (?:(?:mijn|mn|m'n|me|de|het|haar|zijn|onze|ons|hun|zoontje van|kleine) )*${young}`,
      ),
      meant: "op kinderen passen",
    },
    {
      said: of(
        "(?:linux|ubuntu|mint|windows|macos|een besturingssysteem)(?: \\p{L}+)? (?:opnieuw |er ?op )?(?:installeren|installeer|geinstalleerd|zetten|gezet)|(?:installeer|zet) (?:ik )?(?:er )?(?:linux|ubuntu|mint|windows)(?: \\p{L}+)?",
      ),
      meant: "programma's op de computer installeren",
    },
    {
      said: of(
        "(?:de |alle )?(?:pr[ou]l+en?ba[ck]k?(?:en)?|prulba[ck]k?(?:en)?|vuil(?:nis)?ba[ck]k?(?:en)?|vuilniszak(?:ken)?) (?:ook |eerst |dan )?(?:le+gen|leeg(?:maken|halen|doen)?)",
      ),
      unless: of("straat|park|plein|gemeente|buiten|wijk"),
      meant: "elke dag de prullenbakken op kantoor legen",
    },
    // Where and for how many leads away from what is done; ESCO has no cooking for many.
    {
      said: of(`(?:ik )?${cooks}(?: (?!voor(?!\\p{L}))[\\p{L}']+){0,5} voor ${many.nl}|voor ${many.nl} (?:eten |het eten )?(?:koken|kook)(?: ik)?`),
      unless: noCrowd,
      meant: "koken voor veel mensen",
    },
    {
      said: of(`(?:geef|geven|gaf|help(?:en)?) ${who} (?:met |te |bij )?(?:het )?eten(?: geven)?`),
      unless: animal,
      meant: "iemand helpen met wassen, aankleden en eten",
    },
    { said: of(`zorg (?:ik )?(?:voor )?${kinOfAge}`), unless: of("thuis|was|wassen|medicijnen|eten"), meant: "geef thuis zorg aan mijn man" },
    {
      said: of("(?:een )?boekjes? (?:voor)?lezen(?: samen| met (?:hem|haar|ze|hen))?|lees (?:ik )?(?:samen )?(?:een )?boekjes?"),
      unless: of("trein|bus|bed|strand|vakantie|bad|zelf|mezelf|bank|graag (?:een )?boekjes?"),
      meant: "aan kinderen voorlezen",
    },
    {
      said: of("(?:de )?rekening(?:en)? (?:betalen|betaal)|betaal (?:de )?rekening(?:en)?"),
      unless: of("klant(?:en)?|gast(?:en)?|voor|restaurant|terras|tafel|laten|samen uit"),
      meant: "het geld van de maand plannen",
    },
    {
      said: of("(?:ik )?doe (?:ook )?(?:de )?(?:boeken|boekhouding)"),
      unless: of("plank|kast|terug|weg|tas|tassen|dozen|doos|bieb|bibliotheek|kaften|kringloop|sorteren|marktplaats"),
      meant: "de boekhouding doen",
    },
    {
      said: of("(?:ik )?doe (?:ook )?(?:de |alle )?ramen"),
      unless: of("plaats|plaatsen|zetten|kozijn(?:en)?|bouw|open|dicht|kier|op slot"),
      meant: "ramen wassen",
    },
    { said: /^bedienen$/iu, meant: "gasten bedienen" },
  ],
  en: [
    {
      said: of(
        `(?:there )?(?:i (?:had|have|had got|have got) )?${hands} (?:people|men|women|guys|lads|girls|workers|staff|tailors|drivers)(?: \\p{L}+){0,2} (?:work|works|worked|working) (?:for|under) (?:me|us)|i (?:had|have) ${hands} (?:people|men|workers|staff) under me`,
      ),
      meant: "I lead a crew",
    },
    {
      said: of(`i mind (?:my |the |our )?(?:own )?${youngEn}(?= |$)|minding (?:my |the |our )?${youngEn}`),
      unless: of("if|about|that|when"),
      meant: "I look after children",
    },
    {
      said: of("keep(?:s|ing)? (?:\\p{L}+ )?company(?: with .*)?|keep(?:s|ing)? (?:people|them|him|her|whoever .*|lonely .*|old .*) company"),
      unless: of(
        "a company|own company|the company|company (?:cars?|vans?|books|accounts?|records?|phones?|policy|policies|secrets?|website|money|cash|files)",
      ),
      meant: "I sit with lonely people and listen to them",
    },
    {
      said: of(
        "(?:i )?(?:install|put|set up) (?:linux|ubuntu|windows|macos|mint)(?: \\p{L}+)?(?= |$)|(?:linux|ubuntu|windows) (?:install|installation|installing)",
      ),
      meant: "install software on the computer",
    },
    {
      said: of(
        "(?:i )?(?:tell|told|telling) (?:them|the others|everyone|everybody|the team|the crew|the lads) (?:the plan|what to do|who does what|the tactics)|(?:shout|call|calling|shouting)(?:s|ed)? (?:out )?the (?:calls|shots|plays)(?: out)?",
      ),
      meant: "I give instructions to the team",
    },
    { said: of("(?:i )?(?:turn|make|made|making|turning)(?: (?:my|our|the|own|some))* compost"), meant: "prepare the soil with compost" },
    {
      said: of("empty(?:ing)? (?:the |all )?(?:bins?|wastebaskets)"),
      unless: of("street|park|square|council|outside"),
      meant: "empty the bins in the office every evening",
    },
    {
      said: of(`(?:i )?${cooks}(?: (?!for(?!\\p{L}))[\\p{L}']+){0,5} for ${many.en}`),
      unless: noCrowd,
      meant: "cooking for many people",
    },
    {
      said: of(`(?:give|giving|gave|help|helping|feed|feeding) ${who} (?:with )?(?:his |her )?(?:food|eat(?:ing)?|meals?)|feed(?:ing)? ${who}`),
      unless: animal,
      meant: "help somebody to wash, dress and eat",
    },
    {
      said: of(`(?:care|caring) for ${kinOfAge}|look(?:ing)? after ${kinOfAge}`),
      unless: of("home|wash|medicine"),
      meant: "give care at home to my husband",
    },
    {
      said: of(
        "read(?:ing)? (?:a |some )?(?:little|picture|bedtime|children's) (?:books?|stor(?:y|ies))(?: together| (?:with|to) (?:him|her|them))?",
      ),
      meant: "read aloud to children",
    },
    { said: of("pay(?:ing)? (?:the |our |my |all )?bills"), unless: of("customers?|clients?"), meant: "manage my own money and pay the bills" },
    {
      said: of("(?:i )?do(?:ing)? (?:all )?(?:the|our|their) books"),
      unless: of("library|shelves|shelf|back|box|boxes"),
      meant: "keep the accounts",
    },
    {
      said: of("(?:i )?do(?:ing)? (?:all |the )?windows"),
      unless: of("fit|install|frames?|updates?|installs?|linux|mac|\\d+|support|open|shut|closed"),
      meant: "clean windows",
    },
  ],
};

/** A clause with what is meant by it in the place of what is said in short; the rest stays. */
export function meantInFull(clause: string, language: Language): string {
  const found = doings[language].find(({ said, unless }) => said.test(clause) && !(unless?.test(clause) ?? false));
  return found ? clause.replace(found.said, found.meant) : clause;
}
