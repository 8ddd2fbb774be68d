import type { Area } from "../domain/area.ts";
import { word } from "./whole-words.ts";
import { plain } from "./words.ts";

/** What "ik was haar" means where she is the one who is washed, for the search. */
export const helpsHerWash = "iemand helpen met wassen";

const her = "(?:haar|der|d'r|dr)";
const aside = "(?:ook|dan|soms|altijd|vaak|nog|wel|daar|eerst|zelf|thuis|gewoon|elke (?:dag|ochtend|avond|week))";
/** What may follow: "haar kleren", "haar hulp" and "haar haren" are hers, and not she. */
const ends = `(?=$|[.,;!?]|(?: (?:${aside}|iedere|helemaal|dagelijks|regelmatig|en|maar|want|als|omdat|met|onder|in|op|bij|van|door|'?s)(?!\\p{L})))`;
const washes = `(?:was|waste|wasten) (?:(?:ik|we|wij) )?(?:${aside} )*${her}`;
const washed = new RegExp(
  `(?<!\\p{L})(?:(?:(?:ik|'?k|we|wij) (?:${aside} )*)?${washes}|(?:ik|'?k|we|wij) (?:heb|hebben|moet|moest|ga|ging|help|hielp|doe) (?:${aside} )*${her} (?:${aside} )*(?:gewassen|wassen))${ends}`,
  "iu",
);

const barber =
  /haren|kapp|kapsa|salon|knip|f[oö]hn|verf|verven|shampoo|coupe|krul|vlecht|klant|kleur|spoel|honden|poes|paard|(?:der|d'?r|haar|zijn|hun|het) haar(?! (?:ik|maar))/iu;
const woman = word(
  "(?:schoon|stief|groot|pleeg)?moeder|mama|ma|oma|omaatje|vrouw|echtgenote|partner|zus(?:je|ter)?|schoonzus|(?:klein|stief)?dochter(?:tje)?|tante|nicht(?:je)?|buurvrouw|vriendin|mevrouw|dame|bewoonster|patiente|(?:oude|zieke|demente) (?:vrouw|dame)",
);
const body = word("douche|douchen|bad|op bed|aankleed|aankleden|aangekleed|luier|billen|verschoon\\p{L}*|washandje|steunkousen");

/** Where she is washed leads the search away from what is done. */
const where = / (?:helemaal |soms |dan |altijd |ook )*(?:onder de douche|in (?:het )?bad|op bed)(?!\p{L})/iu;

/**
 * "ik was haar ook soms" of a mother: helped to wash, and no hair. Where no woman is spoken of, where a barber's word is there,
 * or where something of hers is washed, the clause stays as it was said. Dutch only.
 * @param answer all of the answer  @param before what of it was said before the clause, for who "her" is
 */
export function herWashed(clause: string, answer: string, before: string, about: Area | null): string {
  if (!washed.test(clause) || barber.test(answer.replace(/\b(?:niet|geen) (?:(?:de|der|d'?r|haar|zijn|het|hun) )?haren?\b/giu, " "))) return clause;
  const isShe = about === "family_care" || woman.test(` ${plain(before)} `) || body.test(plain(answer));
  return isShe ? clause.replace(washed, helpsHerWash).replace(where, "") : clause;
}
