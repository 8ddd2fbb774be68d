import type { Area } from "../domain/area.ts";
import { kinWords } from "../domain/kin.ts";
import { languageWords } from "./language-skills.ts";
import { forgiving } from "./slips.ts";

/**
 * How much a word says about the part of life a clause tells of. `certain` moves a clause away from whatever was asked
 * about; `likely` only from questions about home, free time and oneself; a `hint` counts where nothing definite was asked.
 */
export type AreaStrength = "certain" | "likely" | "hint";

export interface AreaCue {
  readonly area: Area;
  readonly strength: AreaStrength;
  /** Tried on the clause in lower case without accents, with a space at both ends. */
  readonly pattern: RegExp;
}

const mine = "(?:mijn|m'n|mn|me|men|onze|ons|my|our)";
const dependent = `(?:${kinWords(["parent", "parents", "grandparent", "grandparents", "sonOrDaughter", "child", "children", "youngCousin"])}|ouder|koters|gezin|gran\\p{L}*|toddler)`;
const partner = `(?:${kinWords(["spouse", "sibling", "auntOrUncle"])}|family)`;
const about = "(?:\\d+|twee|drie|vier|vijf|two|three|four|five|oude|zieke|jongste|oudste|kleine|eigen|lieve|old|elderly|little|youngest|oldest|own)";
const kin = `(?:${about} )?(?:${dependent}|${partner})`;
const chores =
  "(?:kook|kookte|koken|was|wassen|strijk\\p{L}*|poets\\p{L}*|stofzuig\\p{L}*|dweil\\p{L}*|ruim\\p{L}*|opruim\\p{L}*|schoonma\\p{L}*|zorg\\p{L}*|eten|boodschappen|cook\\p{L}*|clean\\p{L}*|wash\\p{L}*|iron\\p{L}*|laundry|tidy\\p{L}*|care|caring|look after)";
const evening = "(?:'?s ?avonds|'?s ?ochtends|thuis|na (?:het|mijn|mn|m'n) werk|in the evenings?|at home|after work)";

/** What makes of something done in one's own time a job: said before it, and behind it. */
const worked = "(?:als|as|baan|werk|job) (?:\\p{L}+ ){0,4}";
const paid = " (?:\\p{L}+ ){0,6}(?:betaald|betaalde|tegen betaling|for money|paid|gigs?|bruiloften|weddings)(?!\\p{L})";

const cue = (area: Area, strength: AreaStrength, source: string): AreaCue => ({
  area,
  strength,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "u"),
});

/** In the order in which they win among cues of one strength. */
export const areaCues: readonly AreaCue[] = [
  cue(
    "self_employed",
    "certain",
    "zzp(?:'?er)?|freelance\\p{L}*|kvk|eigen (?:\\p{L}*zaak|zaakje|bedrijf(?:je)?|\\p{L}*winkel(?:tje)?|\\p{L}*salon|atelier|onderneming|webshop|praktijk|restaurant|\\p{L}*garage|kraam|cafe|werkplaats|klanten)|(?:voor|van) mezelf (?:begonnen|begon|werk\\p{L}*|gewerkt)|werk(?:te)? (?:ik )?voor (?:mezelf|me eigen|mijn eigen)|self[- ]employed|own (?:business|shop|company|salon|store|clients|practice|studio|boss)|(?:ik|we|wij|i) (?:heb|had|hebben|hadden|have) (?:een |eigen |mijn |a |my )?(?:\\p{L}*atelier|workshop|kraam|stall)|(?:heb|had|hebben|hadden|have|had|run|ran) (?:ik |we |wij )?(?:een |a |an )(?:\\p{L}+ )?\\p{L}*(?:zaak|winkel|salon|bedrijf|restaurant|garage|shop|business)|work(?:ed|ing)? for myself",
  ),
  cue(
    "informal_learning",
    "certain",
    `(?:mezelf|mijzelf|me ?zelf|zelf) (?:\\p{L}+ ){0,4}(?:aan)?geleerd|(?:van|via|met|from|off|with) (?:de |some )?(?:filmpjes|youtube|tiktok|internet|tutorials?|videos?)|(?:op|on) (?:youtube|tiktok|internet) (?:\\p{L}+ ){0,3}(?:geleerd|leren|learn\\p{L}*)|(?:geleerd|learn\\p{L}*) (?:\\p{L}+ ){0,3}(?:youtube|tiktok|internet)|taught myself|self[- ]taught|teach myself|learn(?:ed|t|ing)? (?:it )?(?:by myself|on my own)|${mine} ${kin} (?:leert|leerde|heeft|taught|teaches|showed) (?:het |it )?(?:mij|me)|(?:geleerd|leren|leerde|learn(?:ed|t)?) (?:\\p{L}+ ){0,2}(?:van|from) ${mine} ${kin}|van ${mine} ${kin} (?:\\p{L}+ ){0,5}(?:geleerd|leren)`,
  ),
  cue(
    "informal_learning",
    "likely",
    `(?:${languageWords}) (?:aan het )?leren|(?:leer|leerde) (?:\\p{L}+ ){0,2}(?:${languageWords})|(?:learn|learning|learned|learnt) (?:${languageWords})`,
  ),
  // Who sells what they made to people around works for themself, if only a little.
  cue(
    "self_employed",
    "likely",
    "(?:verkopen|verkoop|verkocht(?:en)?|sell|selling|sold) (?:\\p{L}+ ){0,3}(?:(?:in|aan|op|to|in|at|on) (?:\\p{L}+ )?(?:buurt|straat|buren|markt|kennissen|marktplaats|vinted|neighbou?rhood|street|neighbou?rs|market))",
  ),
  cue(
    "course",
    "certain",
    "\\p{L}*cursus(?:sen)?|workshops?|e-?learning|bijscholing|evening class(?:es)?|(?:a|the|short|online|\\p{L}+ing) courses?",
  ),
  cue(
    "volunteering",
    "certain",
    "vrijwillig\\p{L}*|volunteer\\p{L}*|voedselbank|food ?bank|buurthuis|buurtcentrum|wijkcentrum|collecte|soup kitchen|church hall|community cent(?:re|er)",
  ),
  // Who trains children at a club does so unpaid, unless it is said.
  cue(
    "volunteering",
    "certain",
    "(?:train|trainer|traint|trainde|coach|coachte|leid|begeleid)\\p{L}* (?:\\p{L}+ ){0,3}(?:jeugd|pupillen|kinderen|meisjes|jongens|juniors?|kids|lads|girls|boys|youth|(?:onder|under) ?\\d+'?s?) (?:[\\p{L}\\d']+ ){0,4}(?:\\p{L}*(?:voetbal|hockey|handbal|korfbal|volleybal|turnen|zwem)\\p{L}*|judo|club|vereniging|football|rugby|netball|cricket|swimming)(?! (?:\\p{L}+ ){0,4}(?:betaald|paid))",
  ),
  // Whoever moderates or leads among players does so in their own time.
  cue(
    "hobby",
    "certain",
    "(?:guild|clan|raid) ?(?:lead(?:er)?|leider|master|officer|night)|(?:in|on|op) (?:wow|minecraft|fortnite|roblox|world of warcraft)|(?:mod|moderator|admin) (?:of|on|in|van|op|bij) (?:a |an |the |een |de |mijn |my )?(?:\\p{L}+ )?(?:server|discord|subreddit|forum|twitch|stream)|(?:discord|twitch|minecraft|game) ?servers?",
  ),
  // Music, a choir or a team of one's own, unless it is paid or worked at.
  cue(
    "hobby",
    "certain",
    `(?<!${worked})(?:speel|speelde|bespeel|play|played) (?:\\p{L}+ ){0,1}(?:gitaar|piano|drums?|drumstel|viool|trompet|saxofoon|sax|orgel|accordeon|fluit|keyboard|bas|guitar|violin|trumpet|flute|bass|drum kit)(?!${paid})|(?<!${worked})(?:zing|zong|sing|sang) (?:\\p{L}+ ){0,2}(?:in|bij|with) (?:\\p{L}+ ){1,2}(?:\\p{L}*koor|choir|band|bandje)(?!${paid})|(?<!${worked})(?:zit|zat|speel) (?:\\p{L}+ ){0,2}(?:op|in) (?:voetbal|judo|karate|dansles|zangles|een (?:bandje|koor))(?!${paid})`,
  ),
  // Helping where nobody is paid for it.
  cue(
    "volunteering",
    "certain",
    `(?:help|hielp|helped|leid|leidde|begeleid|run|ran|lead|draai|draaide) (?:\\p{L}+ ){0,4}(?:scouting|welpen|kabouters|scouts|brownies|cubs|girl guides|speeltuinvereniging|dierenasiel|oudercommissie|parents' association|youth club)(?!${paid})|(?:scout(?:ing)? ?(?:leader|leid(?:er|ster))|scoutleid(?:er|ster)|akela|brownie leader|cub leader)(?!${paid})|(?:bardienst|kantinedienst|kantinediensten|bardiensten)(?: draaien)? (?:\\p{L}+ ){0,2}(?:bij|van|op) (?:\\p{L}+ ){0,2}\\p{L}*(?:club|vereniging)(?!${paid})`,
  ),
  cue("hobby", "certain", "hobby'?s?|hobbies|vrije tijd|voor de lol|free time|spare time|for fun"),
  cue(
    "paid_work",
    "certain",
    `baas|bazin|loondienst|uitzend\\p{L}*|collega'?s?|betaalde? (?:baan|werk)|stage(?:plek|bedrijf|plaats)?|${mine} (?:werk|baan|baantje|bijbaan|job|boss)|op (?:het |t |'t )?werk|(?:ploegen|nacht|vroege |late )diensten?|werk(?:te)? (?:\\p{L}+ ){0,3}(?:als|bij)|(?:als|bij) (?:\\p{L}+ ){1,3}(?:gewerkt|werk(?:te)?)|bij(?:baan|baantje)|boss|at work|colleagues?|co-?workers?|internship|payroll|(?:night|early|late) shifts?|work(?:ed|ing)? (?:as|at|for)`,
  ),
  cue(
    "family_care",
    "certain",
    `mantelzorg\\p{L}*|huishouden|household|housework|${mine} (?:${about} )?${dependent}(?! (?:en|and) (?:ik|i) )|(?<!(?:met|with) )${mine} (?:${about} )?${partner}(?! (?:en|and) (?:ik|i) )|thuis (?:\\p{L}+ ){0,3}${chores}|${chores} (?:\\p{L}+ ){0,3}(?<!(?:bij|at) (?:\\p{L}+ ){1,2})(?:thuis|at home)`,
  ),
  // "ik kook voor haar", "haar pillen": told of one whom one is already known to look after.
  cue(
    "family_care",
    "likely",
    "(?:kook|kookte|zorg|zorgde|was|doe|deed|regel|strijk|cook|care|look|do|shop) (?:\\p{L}+ ){0,4}(?:voor|for|after) (?:haar|hem|her|him)|(?:voor|for) (?:haar|hem|her|him) (?:zorgen|koken|wassen)|(?:haar|zijn|her|his) (?:pillen|medicijnen|pills|medicines?|tablets)",
  ),
  cue(
    "family_care",
    "hint",
    "(?:met|with) (?:(?:de|mijn|mn|m'n|onze|the|my|our) )?(?:hond|puppy|dog)|(?:mijn|mn|m'n|onze|my|our) (?:eigen |own )?(?:hond|kat|poes|katten|dog|cat|pets?)",
  ),
  // "thuis doe ik alles": what follows is done at home too, unless it is other people's.
  cue(
    "family_care",
    "certain",
    "(?<!(?:bij|at) (?:\\p{L}+ ){0,2})(?:thuis (?:doe|deed|moet) ik (?:altijd |ook |bijna |echt )*(?:alles|het (?:huis|meeste))|(?:doe|deed) (?:ik )?(?:ook |bijna )*alles (?:in huis|thuis)|at home i (?:do|did) (?:nearly |almost )?everything|(?:do|did) everything (?:at home|in the house))",
  ),
  cue(
    "volunteering",
    "likely",
    "(?:train|trainer|coach|help|begeleid|geef|fluit|referee)\\p{L}* (?:\\p{L}+ ){0,6}(?:\\p{L}*club|vereniging)|kringloop(?:winkel)?|charity shop|(?:in|voor|bij|at|for) (?:de |the |onze |our )?(?:kerk|moskee|tempel|church|mosque|temple)",
  ),
  cue(
    "family_care",
    "likely",
    "kinderen (?:\\p{L}+ ){0,2}(?:uit|naar|van) school|(?:kids|children) (?:\\p{L}+ ){0,2}(?:to|from|up from) school|school run|boodschappen|groceries|huiswerk|homework|afwas",
  ),
  cue(
    "paid_work",
    "likely",
    "kantoor|kantoren|\\p{L}*fabriek(?:en)?|\\p{L}*magazijn|distributiecentrum|klanten|bouwplaats|werkgever|offices?|factory|factories|warehouse|customers?|clients|employer|building sites?",
  ),
  cue(
    "paid_work",
    "likely",
    "used to drive (?:an? |the )?(?:taxi|cab|bus|coach|lorry|truck|van|tram)|(?:taxi|bus|tram|vrachtwagen|touringcar) gereden|reed (?:ik )?(?:vroeger )?(?:op de |een )?(?:taxi|bus|tram|vrachtwagen|touringcar)",
  ),
  cue(
    "hobby",
    "hint",
    "sport(?:en)?|\\p{L}*voetbal\\p{L}*|gamen?|gaming|knutsel\\p{L}*|moestuin|volkstuin|tuin|tuinieren|muziek|gitaar|piano|koor|vissen|weekend|allotment|garden(?! cent)|gardening|guitar|choir|football|fishing|band|camping",
  ),
  cue(
    "volunteering",
    "hint",
    "\\p{L}*club|vereniging|bestuurslid|bestuur|(?:voor|in|van) de buurt|de buren|buurvrouw|buurman|overblijf\\p{L}*|neighbou?rs?|for the street",
  ),
  cue(
    "paid_work",
    "hint",
    "werk(?:te|en|ten|t)?|gewerkt|baan|\\p{L}*medewerk\\p{L}*|winkel|supermarkt|restaurant|hotel|kantine|horeca|kassa|ziekenhuis|verpleeghuis|thuiszorg|bij (?:mensen|klanten|ouderen|anderen) thuis|schoonmaakbedrijf|tuincentrum|bouw|vrachtwagen|\\p{L}*chauffeur|work(?:s|ed|ing)?|jobs?|shop|store|people's homes|canteen|hospital|care home|garden cent(?:re|er)|truck|driver|agency",
  ),
  cue(
    "family_care",
    "hint",
    `(?<!(?:bij|at) (?:\\p{L}+ ){0,2})thuis|at home|(?:zorg\\p{L}*|look(?:s|ing)? after|care|caring) (?:voor|for)? ?(?:de|het|the) (?:kinderen|huis|kids|children|house)|${evening} (?:\\p{L}+ ){0,3}${chores}|(?:in|around|in en om|om) (?:het |the )?(?:huis|house)`,
  ),
  cue("course", "hint", "bhv|ehbo|vca|training|lessen|certifica\\p{L}+|bewijs\\p{L}*|first aid|lessons|courses"),
  cue(
    "diploma",
    "hint",
    "opleiding|studie|studeer\\p{L}*|(?:op|naar|at|to|in) school|v?mbo|hbo|havo|mavo|vwo|universiteit|university|college|degree|student(?:e)?|studying",
  ),
];

/** Nothing but work in the house: "wassen", "ironing". Tried as a cue is. */
export const onlyChores = new RegExp(`^ (?:(?:en|ook|and|also) )*${chores}(?: (?:en|and) ${chores})* $`, "u");

/** Turns to another part of the day or of life within one sentence. */
export const turnsElsewhere =
  /(?<!\p{L})(?:thuis|'?s ?avonds|'?s ?ochtends|in het weekend|daarnaast|verder|naast|na (?:het|mijn|mn|m'n) werk|at home|in the evenings?|at (?:the )?weekends?|after work|besides|on the side)(?!\p{L})/u;

/** Names the work only to say when: "na mijn werk", "after my shift". */
export const onlySaysWhen =
  /(?<!\p{L})(?:na|voor|naast|buiten|after|before|besides) (?:het |mijn |m'n |mn |me |my |the )?(?:werk|dienst|work|shift|job)(?!\p{L})/gu;

/** Told of somebody one may have to care for. */
export const namesDependent = new RegExp(`(?<!\\p{L})${mine} (?:${dependent})(?!\\p{L})`, "u");

const kinNamed = new RegExp(`(?<!\\p{L})(?:${mine}|the|de|het) ${kin}(?!\\p{L})`, "iu");

/** Names somebody of the family: "mn moeder", "our two kids". */
export const namesKin = (text: string): boolean => kinNamed.test(text);

/** Said of one's family where somebody is looked after. */
const caring =
  /(?<!\p{L})(?:(?:ver)?zorg\p{L}*|mantelzorg\p{L}*|verple\p{L}+|op(?:ge)?voed\p{L}*|help\p{L}*|hielp\p{L}*|geholpen|oppas\p{L}*|ziek\p{L}*|dement\p{L}*|rolstoel|dokter|huisarts|medicijn\p{L}*|pillen|luiers?|was|waste|wassen|kook|kookte|koken|gekookt|eten|huis\p{L}*|boodschappen|haal|haalde|halen|breng\p{L}*|bracht\p{L}*|rijd?|reed|rijden|tolk\p{L}*|vertaal\p{L}*|regel\p{L}*|geregeld|administratie|car(?:e|es|ed|ing|er)|look(?:s|ed|ing)? after|nurs(?:e|ed|ing)|feed\p{L}*|fed|bath\p{L}*|wash\p{L}*|dress(?:ed|ing)?|cook\p{L}*|clean\p{L}*|shop(?:ping|s|ped)?|ill|sick|dementia|wheelchair|doctors?|hospital|hair|haar|haren|legs|feet|benen|voeten|nails|nagels|back|pills|insulin\p{L}*|bandages?|verband|pas(?:te|sen|t)?|let(?:te)? op|babysat|mind(?:ed|ing)?|eye on|sit|sat|iron\p{L}*|strijk\p{L}*|stofzuig\p{L}*|smeer\p{L}*|tablets|medicines?|nappies|homework|raise[ds]?|raising|brought up|bring\p{L}* up|babysit\p{L}*|translat\p{L}*|interpret\p{L}*|paperwork|letters|driv\p{L}+|drove)(?!\p{L})/u;
const inPassing = new RegExp(
  `(?<!\\p{L})(?:van|of|from|off|by|under|onder|against|tegen|like|als|as|than|dan|next to|naast|met|with|via|door) (?:${mine}|the|de) ${kin}(?:['’]?s)?(?!\\p{L})|(?<!\\p{L})${mine} ${kin}['’]s(?!\\p{L})`,
  "gu",
);

/** "count threads, from an old shirt of my grandmother": somebody of the family is named as where something comes from or whose it is, or as company. */
export const withoutKinInPassing = (said: string): string => (caring.test(said) ? said : said.replace(inPassing, " "));

/** "ik doe haar administratie", "I sort out his tablets": what is done for one who was named before. */
const forOneNamed =
  /(?<!\p{L})(?:dr|d'r|der|haar|hem|'m|zn|z'n|(?<!(?:wij|we|ze|zij|die|dat|er|jullie) )zijn (?=\p{L})|hun|hen|her|him|his|them|their)(?!\p{L})/u;
/** Where somebody is brought to: no place where the holder works. */
const takenTo =
  /(?<!\p{L})(?:naar|to|uit|from) (?:(?:het|de|the|haar|zijn|her|his) )?(?:ziekenhuis|dokter|winkel|supermarkt|apotheek|hospital|doctor'?s?|gp|shops?|store|supermarket|chemist)(?!\p{L})/gu;
/** Others that "hem" may be by then; and what is theirs and no care. */
const othersNamed =
  /(?<!\p{L})(?:baas|bazin|chef|klant(?:en)?|gasten?|bewoners?|client(?:en)?|patient(?:en)?|collega'?s?|leerling(?:en)?|mevrouw|meneer|buur\p{L}*|vriend(?:in)?(?:nen|en)?|boss|manager|customers?|guests?|residents?|clients?|patients?|colleagues?|pupils?|neighbou?rs?|friends?)(?!\p{L})/u;
const noCare =
  /(?<!\p{L})(?:team|elftal|ploeg|klas|\p{L}*zaak|\p{L}*winkel|bedrijf\p{L}*|garage|kraam|\p{L}*salon|restaurant|boekhouding|gestaan|club|class|shop|business|company|firm|books|stall)(?!\p{L})/u;

/** What is said without where somebody is brought to. @param said as cues read it */
export const withoutTrips = (said: string): string => said.replace(takenTo, " ");

/** Done for one who was named before. */
export const isForOneNamed = (said: string): boolean => forOneNamed.test(said);

/** Names somebody else than family, or what is theirs and no care. */
export const isOfOthers = (said: string): boolean => othersNamed.test(said) || noCare.test(said);

/** Words in which one slip is forgiven, and real words that stand too near to them. */
export const areaWords = forgiving(
  [
    ..."moeder schoonmoeder vader schoonvader ouders kinderen dochter dochtertje zoontje kleinkinderen mantelzorg mantelzorger huishouden boodschappen huiswerk collega collegas fabriek kantoor kantoren magazijn klanten winkel stage uitzendbureau vrijwillig vrijwilliger vrijwilligerswerk voedselbank buurthuis kringloop vereniging cursus cursussen filmpjes youtube geleerd freelance".split(
      " ",
    ),
    ..."mother father daughter children household colleague colleagues factory customers warehouse volunteer volunteering neighbours course".split(
      " ",
    ),
  ],
  "kranten winkels wikkel farther gather modder leerde geleend geleed vaders moeders ouder klankten kinderen's college colleges courses coarse source".split(
    " ",
  ),
);
