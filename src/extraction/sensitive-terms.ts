import type { SensitiveKind } from "./sensitive.ts";

export interface SensitiveTerm {
  readonly kind: SensitiveKind;
  readonly pattern: RegExp;
  /** The word may also name a subject of work or study; then it stays. */
  readonly subject: boolean;
}

const word = (alternatives: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.replace(/\s+/g, "")})(?![\\p{L}\\p{N}])`, "giu");
/** Words that may be followed by more letters: "kanker" in "kankerpatiënt". */
const stem = (alternatives: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.replace(/\s+/g, "")})[\\p{L}]*`, "giu");
const phrase = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "giu");

/** Where somebody may say they come from; the same country where one worked or travelled is no secret. */
const countries =
  "syri[eë]|marokko|turkije|suriname|eritrea|somali[eë]|afghanistan|irak|iran|koerdistan|polen|roemeni[eë]|bulgarije|oekra[iï]ne|rusland|china|india|indonesi[eë]|de molukken|ghana|nigeria|ethiopi[eë]|pakistan|soedan|de antillen|cura[cç]ao|aruba|kaapverdi[eë]|tunesi[eë]|algerije|egypte|libanon|jemen|congo|kameroen|venezuela|colombia|brazili[eë]|de filipijnen|vietnam|sri lanka|syria|morocco|turkey|somalia|iraq|kurdistan|poland|romania|bulgaria|ukraine|russia|indonesia|ethiopia|sudan|curacao|cape verde|tunisia|algeria|egypt|lebanon|yemen|cameroon|brazil|the philippines";

const self =
  "(?:ik ben|ben ik|wij zijn|we zijn|zij is|hij is|ze is|i am|i'm|im|we are|we're|he is|he's|she is|she's|als|as an?)(?: (?:een?|an?|ook|zelf|also|myself|nog|still|practising|praktiserend|half|originally))*";

export const sensitiveTerms: readonly SensitiveTerm[] = [
  // Health, in Dutch
  {
    kind: "health",
    subject: true,
    pattern: stem(`alzheimer|parkinson|dementie|dement|diabetes|diabeet|suikerziekte|epilep|depress|schizofre|autis|astma|reuma|kanker|hartinfarct|
      hartaanval|hersenbloeding|hersenletsel|fibromyalgie|leukemie|hernia|artrose|trombose|multiple\\ssclerose|verlamd|migraine|psychose|psychoti|
      borderline|anorexia|boulimia|eetstoornis|dwangstoornis|angststoornis|angstaanval|paniekaanval|posttraumatisch|trauma(?!heli)|down(?:syndroom|\\ssyndroom)|
      verstandelijk\\sbeperk|lichamelijk\\sbeperk|gehandicapt|hoorapparaat|slechthorend|slechtziend|doofblind|hepatitis|tuberculose|longziekte|nierziekte|
      leverziekte|hartkwaal|hartklep|hartoperatie|operatie\\saan|openhartoperatie|tumor|uitzaai|chemokuur|chemotherapie|bestraling|dialyse|amputatie|
      burn-?\\s?out|overspannen|miskraam|zwangerschapsvergiftiging|verslaafd|verslaving|alcoholist|afkick|rehab|overdosis|zelfmoord|suïcid|suicid|
      bloeddruk|cholesterol|wondje|wonden|doorligwond|incontinen|stoma|katheter|dwarslaesie|rolstoelafhankelijk|corona|longcovid|zwakbegaafd`),
  },
  {
    kind: "health",
    subject: true,
    pattern: word(`adhd|ptss|ptsd|copd|hiv|aids|asd|pdd-?nos|cva|whiplash|rsi|me\\/cvs|crohn|colitis|psoriasis|eczeem|lupus|
      beroerte|attaque|hartfalen|hartoperatie|blind(?!\\s(?:typen|type|vertrouw))|doof|doven|lvb|covid|gbs|pfeiffer|gordelroos|spasme|spastisch|slaapapneu|bipolair|bipolar|
      ziekte|zieke|ziek|ziektewet|arbeidsongeschikt|afgekeurd|wia|wao|wajong|invalide|gebrek|kwaal|(?:rug|knie|nek|schouder|heup|hoofd|buik|gewrichts)\\s?pijn(?:en)?|pijn\\s(?:in|aan)\\s(?:(?:mijn|m'n|mn|mij|me|de)\\s)?(?:rug|knie|knieën|nek|schouders?|heup|handen|benen|voeten)|back\\s?pain|backache|(?:knee|neck|shoulder|hip)\\spain|rugklachten|knieklachten|nekklachten|versleten\\s(?:rug|knie|heup)|
      stroke|cancer|diabetic|epilepsy|asthma|arthritis|dementia|schizophrenia|autism|autistic|eczema|tinnitus|endometriosis|miscarriage|heart\\s(?:operation|attack|surgery|condition|failure|disease|bypass)|
      blood\\spressure|brain\\s(?:injury|tumou?r|haemorrhage|bleed)|mental\\s(?:health|illness|breakdown)|breakdown|nervous\\sbreakdown|burnout|overdose|addict|addiction|addicted|alcoholic|rehab|
      wheelchair|disabled|disability|deaf|dyslexia|dyslexic|dyslexie|dyslectisch|surgery|chemo|chemotherapy|tumou?r|leukaemia|leukemia|hernia|slipped\\sdisc|bad\\sback|bad\\sknees?|
      self-?harm|hurt\\s(?:himself|herself|myself|themselves)|suicide|suicidal|kill\\s(?:himself|herself|myself|themselves)|anxiety|panic\\sattacks?|depression|depressed|insomnia|anorexic|bulimia|
      mijn\\s(?:rug|knie|knieën|heup|nek|schouder)|my\\s(?:back|knees?|hip|shoulder)`),
  },
  { kind: "health", subject: true, pattern: /(?<![\p{L}\p{N}])(?:ADD|MS|ALS|TIA|NAH|ME)(?![\p{L}\p{N}])/gu },
  {
    kind: "health",
    subject: false,
    pattern:
      word(`insuline|insulin|ritalin|concerta|prozac|oxazepam|temazepam|diazepam|valium|lorazepam|sertraline|citalopram|paroxetine|lithium|metformine?|morfine|morphine|
      methadon|methadone|antidepressiva|antidepressants?|antipsychotica|slaappillen|kalmeringstabletten|bloedverdunners?|prednison|prednisone|ozempic|warfarin|statins?|tramadol|oxycodon|oxycodone`),
  },
  {
    kind: "health",
    subject: false,
    pattern: phrase(
      `(?:zwanger geweest|ben zwanger|i am pregnant|i'm pregnant|had een operatie|ben geopereerd|werd geopereerd|in therapie|bij de psycholoog|psychiater|psychiatr\\p{L}*|opgenomen geweest|ggz|in therapy|my therapist|my psychiatrist|terminaal|terminally ill|palliatief|overleden aan \\p{L}+|died of \\p{L}+)`,
    ),
  },
  // What diabetes is called at the kitchen table.
  {
    kind: "health",
    subject: false,
    pattern: phrase("(?:(?<=(?:heb|heeft|had|kreeg) (?:ook |last van )?)suiker(?=$| (?:en|maar|ik|hij|zij|ze)(?!\\p{L})|[.,;!?]))"),
  },
  { kind: "health", subject: true, pattern: phrase("(?:(?<=(?:met|heeft|with|has) )down(?:'?s)?(?= en| and|[.,;!?]|$))") },
  // Belief
  {
    kind: "religion",
    subject: true,
    pattern:
      word(`moslim|moslima|moslims|muslims?|islam|islamitische?|christen(?:en)?|christelijke?|christians?|christian|katholiek(?:e|en)?|catholics?|protestant(?:en|s|se)?|gereformeerde?|hervormde?|
      jood|joods|joodse|joden|jewish|jews?|hindoe(?:s|ïsme)?|hindu(?:s|ism)?|boeddhist(?:en|ische)?|buddhists?|sikhs?|jehova'?s?(?:\\sgetuigen?)?|jehovah'?s?(?:\\switness(?:es)?)?|evangelische?|pinkstergemeente|atheïst|atheist|
      gelovig|believer|imam|ramadan|koran|quran|kerkdienst|hoofddoek|hijab|headscarf|parochie|parish|bekeerd|baptist|methodist|anglican|orthodox(?:e)?`),
  },
  // Where somebody prays is no subject: "moskee soms koken" tells of a belief, "halal koken" of a kitchen.
  { kind: "religion", subject: false, pattern: word(`moskee(?:ën|en|s)?|mosques?|synagoges?|synagogues?|gebedshuis|mandir|gurdwara`) },
  {
    kind: "religion",
    subject: false,
    pattern: phrase(
      "(?:ik bid|bid ik|bidden|i pray|pray(?:ing)?(?= (?:for|to|five|every|together))|(?:in|bij|voor|naar|van|at|for|to|of|from) (?:(?:mijn|onze|de|een|my|our|the|a|his|her|zijn|haar) )?(?:kerk|church)(?! ?(?:web\\p{L}*|toren|gebouw|tower|building|organ)))",
    ),
  },
  // Union, politics
  {
    kind: "union",
    subject: false,
    pattern:
      word(`vakbond(?:en|slid|sman|svrouw|swerk|sbestuurder|sconsulent)?|fnv|cnv|abvv|acv|aclvb|vcp|vakbondslid|trade\\sunions?|labou?r\\sunion|union\\s(?:rep|representative|member|steward|organiser|organizer)|shop\\ssteward|unison|unite\\sthe\\sunion|
      lid\\svan\\sde\\s(?:bond|pvda|vvd|sp|cda|pvv|d66)|pvda|vvd|cda|pvv|groenlinks|stakingsleider`),
  },
  // Origin and status
  {
    kind: "origin",
    subject: false,
    pattern: phrase(
      `(?:${self}) (?:turks\\p{L}*|turk|marokkaans|marokkaan\\p{L}*|surinaams\\p{L}*|surinamer|antilliaan\\p{L}*|syri\\p{L}+|syrisch\\p{L}*|eritre\\p{L}+|somali\\p{L}*|afghaan\\p{L}*|afghan|iraaks\\p{L}*|irak\\p{L}*|iraqi|iran\\p{L}+|koerd\\p{L}*|kurdish|pools|poolse|polish|roemeen\\p{L}*|romanian|bulgaar\\p{L}*|bulgarian|oekra[iï]en\\p{L}*|ukrainian|russisch|russian|chinees|chinese|indisch|molukker|molukse?|ghanees|ghanaian|nigeriaan|nigerian|ethiop\\p{L}*|turkish|moroccan|surinamese|syrian|eritrean|pakistan\\p{L}*|indian|roma|sinti|zwart|black|donker|allochtoon|vluchteling|statushouder|asielzoeker|refugee|asylum seeker|gevlucht|illegaal|undocumented)`,
    ),
  },
  {
    kind: "origin",
    subject: false,
    pattern: phrase(
      `(?:(?:ik )?(?:kom|kwam|ben geboren|ben opgegroeid|ben gevlucht|vluchtte)(?: ik)?|(?:kom|kwam) ik|geboren|opgegroeid|oorspronkelijk|afkomstig|(?:i am|i'm|im|come|came|born|grew up|originally|fled)) (?:\\p{L}+ )?(?:uit|in|from) (?:${countries})`,
    ),
  },
  {
    kind: "origin",
    subject: false,
    pattern: word(
      `statushouders?|vluchtelingenstatus|asielzoekerscentrum|asielaanvraag|azc|asielprocedure|verblijfsvergunning|verblijfsstatus|gevlucht|asylum\\s(?:seeker|claim|application)|refugee\\sstatus|residence\\spermit|undocumented|illegaal\\s(?:hier|in)|migratieachtergrond|huidskleur|skin\\scolou?r|gypsy|zigeuner`,
    ),
  },
  // Orientation and identity
  {
    kind: "orientation",
    subject: false,
    pattern: phrase(
      `(?:${self} )?(?:homo(?:seksueel|fiel)?|lesbi(?:sch|enne|an)|lesbo|biseksueel|bisexual|gay|queer|transgender|transvrouw|transman|trans(?= (?:man|vrouw|woman|person|persoon))|non-?binair|non-?binary|lhbti\\p{L}*|lgbt\\p{L}*\\+?|aseksueel|asexual|uit de kast|came out as \\p{L}+)(?: myself)?|(?:${self}) (?:bi|trans|pan)(?: myself| zelf)?|mijn man en ik zijn twee mannen`,
    ),
  },
  // Detention and record
  {
    kind: "detention",
    subject: false,
    pattern:
      word(`gevangenis|gevangen\\sgezeten|bajes|detentie|gedetineerd|gedetineerde|ex-?gedetineerde|celstraf|taakstraf|strafblad|veroordeeld|veroordeling|tbs|jeugddetentie|jeugdgevangenis|reclassering|enkelband|vast\\sgezeten|vastgezeten|in\\sde\\sbak|
      achter\\sde\\stralies|geen\\svog|prison|jail|jailed|inside\\sfor|served\\stime|did\\stime|doing\\stime|criminal\\srecord|convicted|conviction|probation|parole|ankle\\stag|sentenced|ex-?offender|ex-?con|young\\soffenders?|borstal|behind\\sbars|aangehouden|arrested`),
  },
  // Debts and benefits
  {
    kind: "money",
    subject: true,
    pattern:
      word(`schulden|schuldsanering|schuldhulp(?:verlening)?|schuldeisers|bewindvoering|bewindvoerder|wsnp|deurwaarder|beslag(?:legging)?|bijstand(?:suitkering)?|uitkering|ww-uitkering|voedselbank\\sklant|toeslagenaffaire|failliet|faillissement|
      in\\sdebt|my\\sdebts?|debts|bailiffs?|bankrupt|bankruptcy|on\\sbenefits|universal\\scredit|jobseeker'?s\\sallowance|dakloos|homeless|daklozenopvang`),
  },
];
