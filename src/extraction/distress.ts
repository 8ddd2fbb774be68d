import { plain } from "./words.ts";

const signs = [
  /\b(?:ik|me|mij|mezelf)\b.{0,25}\b(?:niks|niets|geen (?:moer|bal|cent|klap)) waard\b|^(?:ben|voel) .{0,12}(?:niks|niets) waard\b/,
  /\bwaardeloos\b.{0,20}\b(?:ben|mens|ik)\b|\bik (?:ben|voel me) (?:zo |gewoon |echt |helemaal |zo'n )*(?:waardeloos|nutteloos|mislukt|een mislukking|hopeloos|een last|overbodig|dom|een loser|niks)\b/,
  /\b(?:zie|zag) (?:het|ik het|'t|ik 't) (?:echt |allemaal |gewoon )*(?:niet|nie) (?:meer )?(?:zitten|jong)\b|\bhet heeft geen zin\b|(?<!\b(?:hij|zij|ze|die|moeder|vader|ma|pa|oma|opa|zus|broer|man|vrouw|dochter|zoon|tante|oom|buurvrouw|buurman|vriendin|vriend|bewoner|klant|client) (?:nu |echt |ook |zelf )?)\bkan niet meer\b(?!.{0,25}\b(?:tillen|werken|lopen|traplopen|sporten|fietsen|lezen|zien|horen|schrijven|koken|autorijden|rijden|staan|bukken|praten|poetsen|typen)\b)|\bgeef het op\b/,
  /\bniet meer (?:willen )?leven\b|\bwil (?:niet|nie) meer\b(?= (?:leven|verder|$))|\bdood (?:wil|wou|zijn)\b|\bzelfmoord\b|\bmezelf iets aan\b|\ber niet meer zijn\b/,
  /\b(?:niemand wil mij|niemand (?:heeft|zit) (?:op )?(?:me|mij|iets aan mij)|ik kan (?:echt )?(?:niks|niets)|ik doe (?:nooit )?iets goed|doe alles fout)\b/,
  /\b(?:helemaal|compleet|totaal) (?:op|kapot)\b.{0,12}$|\bik trek het niet\b|\bvoel mij dom\b/,
  /\b(?:i'm|i am|im|feel|feeling|i feel) (?:so |just |really |completely |totally )*(?:worthless|useless|hopeless|a failure|a burden|stupid|nothing|no good|a waste)\b(?! (?:with|at|in|on|for|without)\b)/,
  /\b(?:can't|cannot|cant) (?:go on|cope|take (?:it|this) (?:any ?more)?)\b|\bno point (?:in (?:anything|living|going)|any ?more)\b|\bgive up on (?:life|everything)\b/,
  /\bwant to (?:die|end it|disappear)\b|\bkill myself\b|\bhurt myself\b|\bend it all\b|\bnobody (?:wants|needs) me\b|\bi can'?t do anything\b/,
] as const;

/** Words such as "ik ben niks waard": not a diagnosis, a reason to be kind. Only what the holder says of themself. */
export function soundsDistressed(text: string): boolean {
  const said = plain(text);
  return signs.some((sign) => sign.test(said));
}
