import { grownKin, kinWords } from "../domain/kin.ts";
import type { Language } from "../domain/language.ts";
import { isShort } from "./clauses.ts";

/** Somebody who is not the holder, by kin, by role or by trade. */
const kinNl = `(?:${kinWords(grownKin, ["nl"])}|zussen|broers|zwager|vriend|vriendin|ex|buurman|buurvrouw|buren|buurjongen|buurmeisje|maat|huisgenoot)`;
const tradeNl =
  "(?:baas|chef|leidinggevende|manager|teamleider|directeur|directie|collega'?s?|boekhouder|boekhoudster|accountant|planner|hr|personeelszaken|tweedelijns|monteur|monteurs|loodgieter|elektricien|schilder|tuinman|schoonmaker|schoonmaakster|thuishulp|thuiszorg|wijkverpleging|wijkverpleegkundige|wijkzuster|verpleging|verpleegkundige|zuster|fysio|fysiotherapeut|ergotherapeut|logopedist|logopediste|therapeut|psycholoog|dokter|huisarts|arts|specialist|tandarts|verloskundige|dierenarts|veearts|leraar|juf|meester|mentor|docent|coach|trainer|gemeente|instantie|leverancier|notaris|bewindvoerder|stagiair|stagiaire|uitzendkracht)";
const detNl = "(?:(?:mijn|mn|m'n|me|de|den|het|een|onze|ons|die|zijn|haar|hun) )?";
const verbNl =
  "(?:doet|doen|deed|deden|regelt|regelen|regelde|maakt|maken|maakte|bakt|bakte|kookt|kookte|schrijft|schreef|rijdt|reed|bouwt|bouwde|repareert|repareerde|verzorgt|verzorgde|poetst|poetste|strijkt|knipt|verkoopt|bestelt|plant|betaalt|houdt|hield|vult|brengt|haalt|controleert|organiseert)";

const kinEn = `(?:${kinWords(grownKin, ["en"])}|missus|ex|friend|mate|neighbou?r|lad|bloke|fella|kids|lads|other half)`;
const tradeEn =
  "(?:boss|gaffer|chef|manager|supervisor|foreman|director|management|head office|accountant|bookkeeper|office|admin|planner|hr|plumber|electrician|mechanic|garage|gardener|cleaner|carers?|nurses?|physio|physiotherapist|therapist|speech therapist|occupational therapist|doctor|gp|consultant|dentist|midwife|vet|vets|teacher|tutor|coach|council|agency|company|supplier|solicitor|bank|apprentice|colleagues?|contractor)";
const verbEn =
  "(?:does|do|did|handles?|handled|sorts?|sorted|makes?|made|cooks?|cooked|bakes?|baked|writes?|wrote|drives?|drove|builds?|built|fixes|fixed|repairs?|cleans?|cleaned|irons?|ironed|cuts?|sells?|sold|orders?|pays?|paid|runs?|ran|manages?|managed|uses|used|grows?|grew|checks?|sprays?|plants?)";
/** In the present the third person alone: "help my nan cook" tells of helping. */
const thirdEn =
  "(?:does|did|handles|handled|sorts|sorted|makes|made|cooks|cooked|bakes|baked|writes|wrote|drives|drove|builds|built|fixes|fixed|repairs|cleans|irons|sells|sold|pays|paid|runs|ran|manages|grows|grew|checks)";
const beforeEn = "^ (?:(?:and|but|so|because|cos|then|well|also|the|my|our|his|her|a|an|some) )*";
const noOwnEn = "(?!.*(?<!\\p{L})(?:i|i'm|im|we|and i|and me|with me|i've|ive)(?!\\p{L}))";
const noOwnNl = "(?!.*(?<!\\p{L})(?:ik|'k|wij|we|en ik|met mij|samen)(?!\\p{L}))";

/** What others do, also where the thing it is done to comes first. Tried on a clause as the cues read it. */
const theirs: Readonly<Record<Language, RegExp>> = {
  nl: new RegExp(
    [
      // "de boekhouding doet mijn schoonzus voor me", "doet baas"
      `^ ${noOwnNl}(?:(?:en|maar|want|dat|die) )*(?:(?!(?:als|wat|wie|waar|hoe|of|die|dat)(?!\\p{L}))[\\p{L}\\d'-]+ ){0,5}${verbNl} (?:(?:altijd|meestal|nu|dan|daar|vooral|gelukkig|wel) )*${detNl}(?:${kinNl}|${tradeNl})(?: (?:voor|bij) (?:me|mij|ons|iedereen))?(?: (?:altijd|wel|gelukkig|hoor|meestal|nu|zelf|allemaal))* $`,
      // "de fysio komt elke week die masseert hem", "thuiszorg wast hem"
      `^ ${noOwnNl}(?:(?:en|maar|want|dan|nu|ook) )*${detNl}${tradeNl} (?:komt|doet|regelt|zegt|geeft|maakt|helpt|wil|moet|kan|bepaalt|controleert|belt|kijkt|wast|brengt|schrijft|behandelt|oefent|zorgt|verzorgt|prikt|verwisselt|kwam|deed|gaf|zei) (?!.*(?<!\\p{L})(?:mij|me|naar mij|bij mij)(?!\\p{L}))`,
      // "ouders die om middernacht bellen": who they are, and nothing that is done for them
      `^ ${noOwnNl}(?:(?:en|van die|altijd) )?(?:ouders|klanten|gasten|mensen|collega's|buren|bezoekers|toeristen|leerlingen|studenten|automobilisten|fietsers|jongeren|pubers|chauffeurs|managers|patienten|bewoners) die (?!(?:niet|nooit|geen|hulp|moeite|ziek|oud|nieuw|slecht|alleen|het moeilijk|iets|vragen|problemen|dementie) )(?:(?!niet )\\p{L}+ ){0,5}(?:mailen|bellen|appen|klagen|zeuren|schreeuwen|schelden|zeiken|stinken|roken|drinken|lachen|roepen|denken|vinden|liegen|stelen|snoepen|spugen|vloeken|duwen|dringen|voordringen|staren|komen|weglopen|willen)(?: |$)`,
      // "sommige gasten denken", "die planners zitten"
      `^ ${noOwnNl}(?:(?:en|maar|want) )*(?:sommige|die|al die|zulke|de meeste|bepaalde|een paar) (?:\\p{L}+ )?\\p{L}+(?:en|s) (?:zijn|waren|denken|dachten|vinden|zitten|weten|willen|zeggen|snappen|begrijpen|hebben|kunnen|gedragen|lopen|luisteren|klagen|kijken) (?!.*(?<!\\p{L})(?:mij|me|bij mij)(?!\\p{L}))`,
      "^ (?:(?:en|maar) )?(?:bij hem|bij haar|hem hiernaast|die van (?:hiernaast|de overkant|beneden|boven)|hiernaast|de overburen|hij van \\p{L}+)(?: (?:op|van) \\p{L}+)? (?:doet|doen|gebruikt|gebruiken|spuit|spuiten|maakt|heeft|hebben|wil|kookt|bakt|zaait|laat|laten) ",
    ].join("|"),
    "u",
  ),
  en: new RegExp(
    [
      // "the VAT my aunt does", "accounts get done by …"
      `${beforeEn}${noOwnEn}(?:(?!(?:if|when|what|who|where|how|that|with|for|to|of)(?!\\p{L}))[\\p{L}\\d'-]+ ){1,4}(?:my|our|the) (?:${kinEn}|${tradeEn}) ${thirdEn}(?: (?:for (?:me|us)|usually|mostly|always|herself|himself|now))* $`,
      // "him next door uses poison", "her at number nine grows leeks"
      `^ (?:(?:and|but|even) )*(?:him|her|them|that lot|yer man) (?:(?:on|at|in|from|next|over|across|down|up|up top) (?:\\p{L}+ |\\d+ ){0,3})(?:\\p{L}+ )?${verbEn} `,
      // "physio comes twice a week and does the stretches"
      `${beforeEn}${noOwnEn}${tradeEn} (?:(?:always|never|usually|sometimes|only|just|often) )*(?:comes?|came|does|did|say|says|said|tells?|told|thinks?|thought|reckons?|wants?|gives?|gave|makes?|handles?|decides?|checks?|calls?|writes?|treats?|keeps?|sends?|sorts?|never) (?!.*(?<!\\p{L})(?:me|to me|on me|for my)(?!\\p{L}))`,
      // "parents who phone at midnight"
      `^ ${noOwnEn}(?:(?:and|those|always|all the) )?(?:parents|customers|guests|people|colleagues|neighbou?rs|visitors|tourists|pupils|students|drivers|cyclists|teenagers|managers|patients|uncles|blokes) (?:who|that) (?!(?:can't|cannot|cant|don't|dont|need|have|are|aren't|struggle|live|want to|wanted)(?!\\p{L}))(?:\\p{L}+ ){0,2}(?:e-?mail|phone|ring|call|text|moan|whinge|shout|yell|swear|smell|smoke|drink|laugh|think|lie|steal|spit|push|stare|turn up|show up|walk off|complain)(?: |$)`,
      `^ ${noOwnEn}(?:(?:and|but|cos|because) )*(?:some|most|those|these|some of (?:these|those|the)|most of (?:these|those|the)|half of (?:these|those|the|them)|half the|all these) (?:\\p{L}+ )?\\p{L}+s (?:are|were|think|thought|know|want|say|said|reckon|don't|dont|never|just|behave|act|treat|expect|have|can't|cant|moan|leave) (?!.*(?<!\\p{L})(?:me|to me|on me|for me)(?!\\p{L}))`,
      // "most nod off": what those who listen do
      `^ ${noOwnEn}(?:(?:and|but) )?(?:most|some|half|many|a few|others|the rest)(?: of (?:them|em|'em))? (?:nod|sleep|fall|leave|laugh|moan|complain|cry|walk|run|listen|stare|giggle|doze|switch|drift|ignore)(?: |$)`,
    ].join("|"),
    "u",
  ),
};

/** Care and lessons that were had, not given: "we tried speech therapy", "wij hebben logopedie geprobeerd". */
const received: Readonly<Record<Language, RegExp>> = {
  nl: /^ (?:(?:en|maar|eerst|toen|ook) )*(?:we|wij|ik)? ?(?:hebben|heb|had|hadden|kregen|kreeg|probeerden|probeerde)(?: (?:we|wij|ik))? (?:(?:ook|toen|eerst|een|voor|met|onze|mijn|mn|haar|hem|jaren|tijdje) )*(?:(?:zoon|dochter|kind|kleine|jongste|oudste|middelste) )?(?:logopedie|fysio(?:therapie)?|ergotherapie|speltherapie|therapie|bijles|begeleiding|thuiszorg|kraamzorg|jeugdzorg|rijles|huishoudelijke hulp|relatietherapie|psycholoog)(?: (?:\p{L}+ ){0,5}(?:geprobeerd|gehad|gekregen|aangevraagd))?(?: (?:voor|met|van) (?:\p{L}+ ?){1,4})? $/u,
  en: /^ (?:(?:and|but|then|so) )*(?:we|i) (?:(?:also|then|have|did|first|even) )*(?:tried|had|got|went (?:to|for|through)|were (?:offered|given)|was (?:offered|given)|received|attended|are in|am in) (?:(?:some|a bit of|the|a|more|lots of) )*(?:(?:speech|play|family|music|art|occupational|couples?|group) )?(?:therapy|physio(?:therapy)?|counselling|counseling|tutoring|home care|respite(?: care)?|driving lessons|portage|couples counselling|therapist)(?: (?:for|with) (?:(?:my|our|the|his|her) )?(?:\p{L}+ ?){1,4})? $/u,
};

/**
 * True where the doing of a clause is another's: "de btw doet mijn zus", "him next door sprays".
 * @param text lower case, words parted by one space, one at either end
 */
export const isTheirDeed = (text: string, language: Language): boolean =>
  isShort(text) && (theirs[language].test(text) || received[language].test(text));
