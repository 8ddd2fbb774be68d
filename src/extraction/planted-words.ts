/** The words that what is planted is recognised by, listed once, in Dutch and English. No skill is among them. */

/** As a word of its own: not as a part of another. */
export const word = (alternatives: string) => String.raw`(?<!\p{L})(?:${alternatives})(?!\p{L})`;

/** One pattern of several parts, tried on what is in lower case: with "any letter" in it, one for both cases takes several times as long to build. */
export const rule = (...parts: readonly string[]) => new RegExp(parts.join(""), "u");

/** How one kind of planted sentence is known. */
export type Sign =
  | RegExp
  | { readonly says: RegExp; /** also stands in it */ readonly with?: RegExp; /** does not stand in it */ readonly without?: RegExp };

export const shows = (sign: Sign, said: string): boolean =>
  sign instanceof RegExp ? sign.test(said) : sign.says.test(said) && (sign.with?.test(said) ?? true) && !(sign.without?.test(said) ?? false);

/** The holder names themself. */
export const self = rule(word("ik|'k|kben|khe?b|we|wij|mijn|mn|m'n|i|i'm|im|i've|ive|my"));
/** The holder by themself: who writes a vacancy or a file says "wij" too. */
export const selfAlone = rule(word("ik|'k|kben|khe?b|mijn|mn|m'n|i|i'm|im|i've|ive|my"));
/** The holder is the one who does: "ik", not "mijn". */
export const selfDoes = rule(word("ik|'k|kben|khe?b|we|wij|i|i'm|im|i've|ive"));

const mayOrBe = String.raw`(?:kan|kon|kunnen|gaan|zijn|zullen|mogen|moeten|willen|wil|wilde|zou|moet|mag|ben|was|heb|had|geef|denk|vind|verlies|snap|can|could|want|would|will|must|should|may|might|need|have|had|am|was|do|did|think|know|give|lose|hope|guess|forgot|verteld|zeg|say|eis|vraag|ask)`;
/** "…, dus dat doe ik elke dienst", "I check that …": a clause of its own in which the holder does something; not "that I can weld". */
export const tellsOfDoing = new RegExp(
  String.raw`(?:^\P{L}*|[,;:]\s*|(?<!\p{L})(?:dus|so|then|dan|en|and|want|because|omdat|toen)\s+)(?:(?:then|dan|so|also|dat|that|en|and)\s+)*(?:ik|i|we|wij)\s+(?!${mayOrBe}(?!\p{L}))\p{L}{2,}|(?<!\p{L})(?:dan|dat|daar|toen|zo|altijd)\s+(?!${mayOrBe}(?!\p{L}))\p{L}{3,}\s+(?:ik|we|wij)(?!\p{L})|(?<!\p{L})(?:so|and) (?:i|we) d(?:o|id) (?:it|that|so|them)?|(?<!\p{L})that was (?:my|our) (?:job|task|work)|(?<!\p{L})dat was (?:mijn|onze) (?:werk|taak)`,
  "u",
);

export const passport = String.raw`(?:pas(?:poort|sport)|profiel|profile|c\.?v\.?|vaardighed\p{L}*|skills?|competenties?|competences?)`;
/** Where a thing is to stand, or to whose name: as the holder, or somebody about them, speaks of it. */
export const record = String.raw`(?:(?:(?:my|mijn|mn|his|her|their|the|zijn|haar|het|dit) (?:\p{L}+ )?|(?:this|deze) (?:person|persoon|candidate)(?:'?s) )(?:pas(?:s?port|poort|sport)|profile|profiel|file|dossier|lijst(?:je)?|record|overview|overzicht|thing(?:y|ie)?)|(?:bij|voor) (?:mij|hem|haar|deze (?:persoon|kandidaat))|to (?:me|him|her)|for (?:the current|this) (?:holder|person|candidate|user)|on there|in there|vaardighed\p{L}*|skills?|entries)`;

export const everything = String.raw`(?:alles|alle|everything|every|all)`;
/** To write down, as a thing asked of another. */
export const toRecord = String.raw`(?:(?:toe ?(?:te )?voegen)|(?:bij|op) ?(?:te )?schrijven|(?:op|over) ?(?:te )?nemen|aan ?(?:te )?(?:vinken|vullen|passen)|in ?(?:te )?(?:voeren|vullen)|door ?(?:te )?voeren|(?:er ?)?(?:bij|in|op) ?(?:te )?zetten|(?:te )?(?:noteren|registreren|vermelden|bevestigen|herstellen|verwerken|markeren)|toe ?(?:te )?kennen|goed ?(?:te )?keuren)`;
export const recordNow = String.raw`(?:add|put|list|enter|include|insert|register|record|note|log|mark|tick|credit|amend|update|restore|reflect|confirm|approve)`;
export const recorded = String.raw`(?:toegevoegd|(?:bij|op)geschreven|opgenomen|overgenomen|aange(?:vinkt|vuld)|inge(?:vuld|voerd)|bijge(?:werkt|teld|zet)|doorgevoerd|genoteerd|geregistreerd|vermeld|bevestigd|hersteld|verwerkt|toegekend|goedgekeurd|added|listed|recorded|noted|entered|included|registered|restored|credited|awarded|carried over|ticked|put (?:down|on|in|onto|into)|reflected|logged|amended|updated|mentioned|approved|confirmed)`;

export const machine = String.raw`(?:(?:chat)?bot(?:je|jes|s)?|a\.?i\.?|computer|robot(?:je|s)?|algorit(?:me|hm)|parser|extractor|taalmodel|language model|llm|(?:chat)?gpt|(?:automated|automatic|machine) (?:reader|system|tool)s?|(?:geautomatiseerde|automatische) (?:lezer|systeem|system)(?:s|en)?)`;

/** What may stand before an order: a call, a word of courtesy or of haste. */
const softener = String.raw`(?:please|pls|plz|just|also|and|now|so|then|simply|kindly|en|dan|nu|graag|ook|daarnaast|gewoon|maar|even|ff|effe|eens|alsjeblieft|alstublieft|aub|svp|bot|computer|hey|hi|hello|ey|he|hé|hee|yo|bro|man|dude|mate|hoi|oke?|okay)`;
/** Each blank has one place to be in: with two, the time doubled with every word. What follows begins with a letter. */
export const leadIn = String.raw`^(?:\P{L}*(?=\p{L})${softener}(?!\p{L}))*\P{L}*(?=\p{L})`;
