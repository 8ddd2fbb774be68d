import { otherSenses } from "./other-senses.ts";
import type { OtherDeed } from "./other-deed.ts";
import { word } from "./whole-words.ts";

const otherDeeds: readonly OtherDeed[] = [
  // Who carries boxes does not pack them.
  {
    names: word("(?:in|ver)pakken|pakt \\p{L}+ in|pack(?:s|ing)?"),
    said: /pak|pack|wrap|(?:in|into) (?:\p{L}+ )?\p{L}*(?:doos|dozen|box)/u,
    else: word("draag|draagt|dragen|droeg|til|tilt|tillen|sjouw|sjouwt|sjouwen|carry|carried|carrying|lift|lifts|lifted|lifting"),
  },
  // Who closes a door does not stand at it.
  {
    names: word("aan de deur|portier\\p{L}*|\\p{L}*deur controleren|door(?: supervis\\p{L}*)?|bouncer"),
    said: word("sta|staan|stond|portier|uitsmijter|club|disco(?:theek)?|bouncer|binnen(?:komt|komen)|toegang"),
    else: word("dicht|op slot|sluit|sluiten|afsluiten|open (?:doen|maken)|lock|locked|close|closed|shut"),
  },
  // Who makes something in a pan does not wash it up.
  {
    names: word("afwas\\p{L}*|vaatwas\\p{L}*|(?:clean|wash) \\p{L}*(?:kitchen equipment|dishes)|wash the dishes|keukenmateriaal reinigen"),
    said: /was|spoel|schrob|schoon|poets|vaat|vuil|droog|wash|clean|scrub|rinse|dish|dry/,
    else: word(
      "maak|maken|maakt|maakte|gemaakt|kook|koken|kookt|kookte|bak|bakken|bakt|bereid\\p{L}*|make|makes|made|making|cook|cooks|cooked|cooking|bak(?:e|es|ed|ing)|fry|frying|prepar\\p{L}*",
    ),
  },
  // Rice is no sandwich.
  {
    names: word("broodjes|sandwiches"),
    said: /brood|boterham|bread|sandwich|toast|tosti|wrap|roll|bun|burger|pita|doner|beleg/,
    else: word("rijst|pasta|soep|pan|pannen|couscous|rice|soup|stew|pots?"),
  },
  // Who puts somebody to bed does not make it.
  {
    names: word("bedden opmaken|maakt bedden op|makes? (?:the )?beds?"),
    said: /ma(?:a)?k|opgemaakt|schoon|laken|made|change|clean/,
    else: word("leg|legt|leggen|breng|brengt|brengen|put|puts|putting|bring|brings|help|helpen"),
  },
  // Who brings children to school does not mind them after it.
  {
    names: word("naschoolse opvang|after[- ]school care|after[- ]school club"),
    said: /opvang|bso|naschool|na school|after[- ]?school|oppas|pas .*op/,
    else: word(
      "breng|brengt|brengen|haal|haalt|halen|bring|brings|bringing|take|takes|taking|drop|fetch|pick|check|checken|controleer|klaar|klaarmaken|kijk|look",
    ),
  },
  // Who cooks does not lead the cooks, and who talks with people leads no group of them.
  {
    names: word(
      "leiding geven bij voedselbereiding|leidt de keuken[^.]*|direct the (?:preparation of food|cooking)|discussies modereren|moderate a discussion",
    ),
    said: /leid|leed|chef|baas|verdeel|taken|controleer|proef|kok(?:s|$| )|beurt|voorzit|onderwerp|discussi|gesprek|vergader|stil|bonnen|woord|lead|led(?:$| )|head|boss|manag|supervis|direct|check|tast|cooks(?:$| )|tell|turn|chair|topic|discuss|meeting|quiet|moderat|ticket/u,
  },
  // Customers who come back are given nothing back.
  {
    names: word("terugbetalingen verwerken|verzoeken om terugbetalingen|(?:process|apply for) refunds"),
    said: /geld|betaal|bedrag|bon(?:$|[ n])|bonnetje|ruil|retour|kapot|stuk|gestort|storten|tegoed|vergoed|creditnota|refund|money|paid|pay|exchang|swap|return|receipt|credit|voucher|cash|faulty|broken/u,
  },
  // Who has a stall has not for that reason asked for its place and papers.
  {
    names: word("vergunningen voor marktkramen regelen|arrange permits for market stalls|standplaats[^.]*|market pitch"),
    said: /vergunning|gemeente|aanvr|vroeg(?!er)|vraag|papier|regel|schre(?:ef|ven)|inschr|plek|plaats|geregeld|invul|vul|permit|council|appl(?:y|ied)|licen|paper|arrang|pitch|form|ask/u,
  },
  // Nobody is young unless it is said.
  {
    names: word("communiceren met jongeren|communicate with youth"),
    said: /jong|jeugd|kind|tiener|puber|leerling|school|student|klas|young|youth|kid|child|teen|pupil|class/u,
  },
  // Nor does learning nothing show that somebody is willing to.
  {
    names: word("bereidheid (?:tonen )?(?:om te leren|tot leren)[^.]*|[^.]*willingness to learn|leergierig[^.]*"),
    said: /(?!)/u,
    // Nor does who teaches others: "ik leer hun".
    else: word("(?:niks|niets) geleerd|(?:learned|learnt|learn) nothing|(?:leer|leerde) (?:ik )?(?:hun|hen|ze|hem|haar)|learn (?:them|him|her)"),
  },
  // Nobody is a dog unless it is said.
  {
    names: word("honden wassen|wast honden|(?:bathe|wash) dogs"),
    said: /hond|pup|dier|vacht|asiel|trim|herder|poedel|dog|pupp|animal|pet(?:$|[s ])|fur|shelter|groom|kennel/u,
    else: word("help|helpt|helpen|hielp|helped|helping|assist\\p{L}*|iemand|mensen|buur\\p{L}*|mevrouw|meneer|people|neighbou?r\\p{L}*"),
  },
  // Who cares for somebody ill at home cares for nobody's last days unless it is said.
  {
    names: word("palliatieve zorg[^.]*|ongeneeslijk zieken|palliative care|(?:dying|terminally ill) people"),
    said: /ster[fv]|dood|overl[ei]|laatste|terminaal|hospice|palliat|ongeneeslijk|afscheid|dying|dies|died|death|end of life|last (?:days|weeks)|terminal/,
  },
  // Who gives somebody something to eat feeds no animal unless one is named.
  {
    names: word("voeding geven aan dieren|voer voor dieren|huisdieren voeren|dieren voeren|(?:nutrition|food) to animals|feed (?:pets|animals)"),
    said: /voer|dier|beest|hond|puppy|kat(?:$|[ jt])|poes|kip|koe|paard|pony|schaap|schapen|geit|varken|vogel|vis(?:$|[ s])|vee(?:$| )|konijn|cavia|stal|hok|hooi|animal|dogs?|cat(?:$|[s ])|chicken|cow|horse|sheep|goat|pig|bird|fish|cattle|rabbit|pet(?:$|[s ])|stable|hay|hens?/,
    else: /^(?!.*(?<!\p{L})(?:ze|hun|hen|them|they)(?!\p{L}))/u,
  },
  // Who picks out things thinks no more than others.
  {
    names: word("analytisch denken|alle kanten van een keuze|think analytically|all sides of something"),
    said: /denk|probleem|vergelijk|voorde(?:el|len)|nade(?:el|len)|keuze|waarom|oorzaak|analy|zwakke|think|problem|compar|choice|why|cause|weak|pros/,
    else: word(
      "(?:kleren|kleding|kleertjes|schoenen|spullen|speelgoed|boeken|fruit|groenten?|aardappels|flessen|post|was|clothes|clothing|shoes|toys|books|bottles|things)",
    ),
  },
  // Who picks out or folds clothes alters none, sells none and dresses nobody.
  {
    names: word(
      "kleren aanpassen|kleding (?:vermaken|aanpassen|aanbevelen[^.]*)|(?:verstelt|vermaakt) kleding|kledingstukken op maat maken|kledij aan klanten verkopen|helpen met aankleden|helpt iemand met aankleden|(?:adjust|alter) clothes|alter wearing apparel|sell clothing items[^.]*|advise on clothing style|recommend clothing[^.]*|(?:support|help)[^.]* dress(?:ing)?",
    ),
    said: /naai|verstel|vermaak|vermaken|zoom|zomen|rits|knoop|korter|langer|wijder|smaller|innemen|neem.* in|repar|machine|naald|op maat|patroon|verko|klant|kassa|help|aankle|aan(?: te)? ?trek|trek.*aan|sew|hem|zip|button|shorten|longer|take in|mend|needle|sold|sell|customer|dress|put(?:ting)? on/,
    else: word(
      "(?:uit)?zoek(?:en)?|uitgezocht|gezocht|sorteer|sorteren|gesorteerd|vouw|vouwen|gevouwen|opvouwen|strijk|strijken|sort(?:s|ed|ing)?|fold(?:s|ed|ing)?|pick(?:s|ed|ing)? out|picking|kleren aandoen|aandoen",
    ),
  },
  // Who cuts up meat for a meal works with no butcher's knives.
  {
    names: word("messen gebruiken voor vleesverwerking|slagersmessen|knives for meat[^.]*|butcher(?:'s)? knives"),
    said: /slag|been|botten|karkas|bout|worst|fabriek|spek|butcher|bone|carcass|abattoir|slaughter|joint|factory/,
    else: word("ui|uien|ajuin|groenten?|knoflook|paprika|tomaat|tomaten|soep|saus|onions?|vegetables?|garlic|tomato(?:es)?|soup|sauce|curry|stew"),
  },
  // Who plays with a child plays no instrument.
  {
    names: word("muziekinstrument(?:en)?[^.]*|(?:play )?(?:a )?musical instruments?"),
    said: /muziek|instrument|gita?ar|piano|drum|viool|fluit|orgel|trom|bas(?:$| )|band|saz|oud|toets|akkoord|noten|liedje|lied|orkest|harmonie|fanfare|accordeon|sax|hobo|klarinet|cello|harp|ukulele|djembe|music|guitar|violin|flute|organ|keyboard|chord|song|orchestra|clarinet/,
    else: word(
      "hem|haar|ze|hen|kinderen|kind|\\p{L}*zoon(?:tje)?|\\p{L}*dochter(?:tje)?|kleintje|peuters?|buiten|blokken|lego|spelletjes?|bal|him|her|them|kids?|child(?:ren)?|grand\\p{L}+|son|daughter|toddlers?|outside|games?|ball",
    ),
  },
  // Who writes something down reminds nobody of paying.
  {
    names: word("aanmaningsactiviteiten[^.]*|herinnert mensen aan betalen|perform dunning[^.]*|chases? late payers"),
    said: /betaal|betalen|betaling|rekening|factu|aanman|geld|contributie|schuld|openstaan|herinner|pay|paid|bill|invoice|owe|money|remind|dunning|debt/,
  },
  // Who talks with somebody has not for that reason changed how they talk.
  {
    names: word("communicatiestijl aanpassen[^.]*|past je manier van praten aan|adapt communication style[^.]*|adjust how you talk"),
    said: /aanpas|pas .*aan|anders|langza|rusti|eenvoud|simpel|makkelijk|moeilijk|duidelijk|uitleg|leg .*uit|kind|kleuter|oud|baas|woord|toon|taal|adapt|adjust|differen|slow|calm|simpl|eas|clear|explain|child|kid|old|boss|word|tone|language/,
    else: word("uur|uren|week|minuten|hours?|weeks?|minutes?|(?:met|with) (?:haar|hem|mensen|her|him|people)"),
  },
  // Nobody leads a choir by singing or talking in it.
  {
    names: word(
      "muziekensembles (?:dirigeren|leiden)[^.]*|dirigeert een koor[^.]*|koren dirigeren|conduct[^.]*(?:ensembles?|choirs?|orchestras?)|lead[^.]*choirs?",
    ),
    said: /dirig|leid|leed|inzet|in de maat|stok|conduct|lead|led(?:$| )|direct|baton/,
  },
  // Who cuts fruit gathers no harvest.
  {
    names: word("gewassen oogsten|oogst[^.]*|harvest[^.]*"),
    said: /pluk|oogst|rooi|steken|gestoken|kas(?:$|[ ,])|veld|land|boom|bomen|pick|harvest|field|greenhouse|orchard|farm|dig/,
    else: word(
      "(?:fruit|groenten?|appels?) (?:snijden|schillen)|snijd? (?:\\p{L}+ )?(?:fruit|groenten?)|(?:cut|cutting|peel|peeling) (?:up )?(?:fruit|vegetables)",
    ),
  },
  // A bin stands indoors unless it is said to stand in the street.
  {
    names: word("openbare afvalbakken[^.]*|afvalbakken op straat|community waste collection bins|(?:public|street) bins"),
    said: /straat|park|plein|gemeente|openbaar|stoep|wijk|buurt|strand|street|square|council|public|pavement|beach|town/,
  },
  // Who measures takes no blood.
  {
    names: word("bloedmonsters[^.]*|prikt bloed|take blood samples|(?:draw|take)s? blood"),
    said: /prik|afnem|afgenomen|neem.* af|buis|naald|lab|ader|prick|needle|vein|sample|draw|take/,
    else: word("meet|meten|mat|gemeten|metingen?|measur(?:e|es|ed|ing)"),
  },
  // Whose bills are paid is one's own house unless somebody else is named.
  {
    names: word("geldzaken van (?:klanten|anderen|clienten)[^.]*|clients' money[^.]*|(?:other people|clients)'?s? money"),
    said: /klant|client|bewind|anderen|mensen|bewoner|buur|buren|hem|haar|hun|moeder|vader|tante|oom|opa|oma|customer|people|others|resident|neighbour|him|her|their|mother|father|aunt|uncle/,
    else: word("rekening(?:en)?|bills?"),
  },
  // What goes into the oven at home goes into no baker's, and into none of a factory.
  {
    names: word(
      "bakkerij-ovens[^.]*|bakkersovens|industriele ovens[^.]*|bakstenen ovens?[^.]*|ovens? installeren|(?:tend|run|operate) (?:bakery|industrial|brick) ovens?|bakery ovens|install ovens?",
    ),
    said: /bakker|afba[ck]k|bak.* af(?:$| )|broodoven|steenoven|houtoven|vloeroven|karrenoven|pizz|industri|fabriek|(?:grote|hete|twee|drie) ovens?|ovens|schiet|schoot|stoom|nacht|graden|band|korst|restaurant|supermarkt|winkel|aan de oven|installe|aansluit|sluit.* aan|plaats|baker|bak(?:e|es|ed|ing)[ -]off|bread oven|pizza|wood|brick|industrial|factory|(?:big|large|hot) oven|deck|rack|steam|degrees|crust|belt|supermarket|shop|install|fit|connect/u,
    else: /oven/u,
  },
  // Who is found by customers looks for none.
  {
    names: word("prospect new customers|nieuwe klanten werven|klanten werven|finds? new customers"),
    said: /zoek|werf|wierf|benader|(?<!ze |mensen |klanten )bel(?:$| )|flyer|folder|reclame|promo|aanspre|approach|search|i (?:\p{L}+ )?(?:find|call)|look(?:ing)? for|flyer|advert|promot|knock|pitch/u,
    else: word("(?:find|come to|come and|ask for|vinden|komen) (?:\\p{L}+ ){0,2}(?:me|mij|us|ons)"),
  },
  // Who goes through reports writes none.
  {
    names: word("write [^.]*reports?|writes? reports?|(?:verslagen|rapporten) schrijven|schrijft (?:verslagen|rapporten)"),
    said: /writ|wrote|typ|minut|note|draft|make|made|schr|notul|maak|opstel|stel .*op/,
    else: word("(?:go|goes|going|went) (?:through|thru|over)|reads?|reading|lees|lezen|las|doorlezen"),
  },
  // For whom others work, has cooked nothing by that.
  {
    names: word("[^.]*voedsel[^.]*|[^.]*food[^.]*"),
    said: /(?!)/u,
    else: /^(?:\p{L}+ |\d+ ){1,3}(?:werken|werkten|work|worked) (?:voor|onder|for|under) (?:mij|me)$/u,
  },
  // A meal for many is no diet.
  {
    names: word("dieetmaaltijd\\p{L}*|koo?kt? [^.]*dieet|dietary meals?|cook [^.]*diets?"),
    said: /dieet|diet|zout|suiker|gluten|lactose|allerg|vegan|vegetari|zacht|gemalen|vloeibaar|mag (?:geen|niet)|zonder|salt|sugar|pureed/,
  },
];

const all: readonly OtherDeed[] = [...otherDeeds, ...otherSenses];

/** True where a quote tells of another doing than the name of a concept. Both plain. */
export function isOtherDeed(said: string, name: string): boolean {
  return all.some((deed) => deed.names.test(name) && !deed.said.test(said) && (deed.else?.test(said) ?? true));
}
