import type { Language } from "../domain/language.ts";

/** What somebody has done to them or for them, takes, eats or reads, was refused or failed: told in the words of a doing, and none of theirs. */
const medicineNl = "(?:\\p{L}*pillen|insuline|medicijnen|medicatie|tabletten|antidepressiva|pijnstillers|antibiotica|bloedverdunners|puffer)";
const medicineEn = "(?:insulin|medication|medicines?|meds|pills|tablets|antidepressants|painkillers|antibiotics|inhaler|blood thinners)";
/** Whoever else is named may be who gets it. */
const forOthersNl =
  "(?!.*(?<!\\p{L})(?:hem|haar|hun|hen|ze|aan|rond|bewoners?|pati[eë]nt(?:en)?|cli[eë]nt(?:en)?|mensen|(?:mijn|mn|m'n|onze) (?!hart|bloed|longen|hoofd|rug|maag|schildklier|suiker|zenuwen|pijn)))";
const forOthersEn =
  "(?!.*(?<!\\p{L})(?:him|her|them|his|their|to|round|rounds|out|residents?|patients?|clients?|people|(?:my|our) (?!heart|blood|lungs|head|back|stomach|thyroid|sugar|nerves|pain)))";
/** What people let others see to. */
const ownThingNl =
  "(?:badkamer|keuken|dak|huis|tuin|auto|haar|haren|nagels|tanden|gebit|wenkbrauwen|ketel|cv|kozijnen|vloer|vloeren|muren|oprit|schutting|woning|zolder|telefoon|laptop|fiets|wasmachine|rug|voeten|ogen)";
const ownThingEn =
  "(?:kitchen|bathroom|roof|house|garden|car|hair|nails|teeth|eyes|brows|eyebrows|lashes|boiler|windows|floors?|walls|driveway|fence|flat|loft|phone|laptop|bike|washing machine|back|feet|wiring)";
export const received: Readonly<Record<Language, readonly RegExp[]>> = {
  nl: [
    new RegExp(
      `^ (?:(?:en|maar|dus|want|nu) )*(?:ik |'k )?(?:slik|slikte|spuit|spoot|neem|nam|gebruik|gebruikte|krijg|kreeg) ${forOthersNl}(?:\\p{L}+ ){0,3}?${medicineNl} `,
      "u",
    ),
    // "we hebben de badkamer laten betegelen", "ik laat mijn haar verven": but "ik laat mijn haar zien".
    new RegExp(
      `^ (?:(?:en|maar|dus|want|nu) )*(?:ik|'k|we|wij) (?:heb|had|hebben|hadden) (?:de|het|ons|onze|mijn|mn|m'n|een nieuwe?|een) ${ownThingNl} (?:\\p{L}+ ){0,3}?laten (?!zien |horen |weten |staan |liggen |vallen )\\p{L}+en `,
      "u",
    ),
    new RegExp(
      `^ (?:(?:en|maar|dus|want|nu) )*(?:de|het|ons|onze|mijn|mn|m'n) ${ownThingNl} (?:heb|hebben|had|hadden) (?:ik|we|wij) (?:\\p{L}+ ){0,4}?laten (?!zien |horen |weten |staan |liggen |vallen |groeien )\\p{L}+en $`,
      "u",
    ),
    new RegExp(
      `^ (?:(?:en|maar|dus|want|nu) )*(?:ik|'k|we|wij) (?:laat|laten|liet|lieten) (?:de|het|ons|onze|mijn|mn|m'n) ${ownThingNl} (?!(?:\\p{L}+ )*(?:zien|staan|liggen|vallen|drogen|groeien) )`,
      "u",
    ),
    /^ (?:(?:en|maar|want) )*(?:ik|'k) (?:ben|werd|was) (?:(?:\p{L}+|\d+) ){0,3}?(?:ontslagen|weggestuurd|afgewezen|gezakt) /u,
    /^ (?:(?:en|dus|dan|maar) )*(?:(?:ik|we|wij) )?(?:haal|halen|bestel|bestellen|eet|eten) (?:(?:we|ik|altijd|vaak|meestal|gewoon|dan|maar|wel|elke|avond|vrijdag) )*(?:patat|friet|frietjes|pizza|pizza's|shoarma|chinees|afhaal\p{L}*|kant-en-klaar\p{L}*) $/u,
    /^ (?:(?:en|maar|ook) )*(?:ik|'k) (?:heb|had|las|lees) (?:(?:ooit|eens|laatst|net|ook|veel) )*(?:een|het|een heel) (?:boek|artikel|blog) (?:gelezen )?over /u,
  ],
  en: [
    new RegExp(
      `^ (?:(?:and|but|so|also|now) )*(?:i (?:have|had|was treated for|suffer from|live with|got) (?:\\p{L}+ ){1,4}?(?:and|so) )?(?:i |i've )?(?:(?:also|still|now|need to|have to|must) )*(?:take|took|taking|taken|inject|injected|swallow|am on|was on|use) ${forOthersEn}(?:\\p{L}+ ){0,3}?${medicineEn} `,
      "u",
    ),
    // "i had my kitchen tiled and my car serviced"
    new RegExp(
      `^ (?:(?:and|but|so|now) )*(?:i|we|i've|we've) (?:had|have|got|get|getting|had to get) (?:my|our) ${ownThingEn} (?:\\p{L}+ed|done|cut|rebuilt|redone|fixed|laid) `,
      "u",
    ),
    new RegExp(
      `^ (?:and )?(?:my|our|the) ${ownThingEn} (?:tiled|serviced|landscaped|painted|cleaned|done|cut|replaced|repaired|dyed|polished|plastered|rewired) $`,
      "u",
    ),
    /^ (?:(?:and|but|so|now) )*(?:i|we) (?:have|had|get|got|go for|went for) (?:an? |regular )?(?:massages?|facials?|manicures?|pedicures?|haircuts?|physio|acupuncture) (?:(?:every|each|once|twice|weekly|monthly|for my|on) |$)/u,
    /^ (?:(?:and|but|cos|because|so) )*(?:i|i've) (?:got|was|were|been|have been|am|keep getting) (?:sacked|fired|let go|laid off|turned down|rejected|kicked out) /u,
    /^ (?:(?:and|but|cos|because|so) )*(?:i|i've) (?:(?:also|just|nearly|always|then) )*(?:failed|flunked) /u,
    /^ (?:(?:and|but|cos|because|so) )*i (?:burnt|burned|ruined|wrecked|spoiled) (?:every|all|each) /u,
    /^ (?:(?:and|but|so) )*(?:my|the) (?:job )?application /u,
    /^ (?:(?:so|and|but|then|mostly) )*(?:i|we) (?:(?:just|always|mostly|usually) )*(?:order|get|grab|eat) (?:(?:a|the|in|some) )*(?:takeaways?|takeout|take ?away|pizzas?|ready meals?) /u,
    /^ (?:(?:and|but|honestly) )*[\p{L} ]+ bores me /u,
    /^ (?:(?:and|but) )*i (?:read|have read|'ve read|watched) (?:an?|the|some) (?:book|article|blog|documentary) (?:about|on) /u,
  ],
};
