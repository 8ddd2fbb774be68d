import { anyOf, normalise } from "./clauses.ts";

const saying = /\b(?:zei|zeg|vertel|vertelde|vraag|vraagt|vroeg|gezegd|verteld|gevraagd|said|say|told|tell|asked|ask|mentioned)\b/;
const earlier =
  /\b(?:al|net|toch|eerder|daarnet|zonet|twee keer|2 keer|weer|already|just|before|twice|again|earlier|did)\b|\bi (?:told|said) (?:you|so|that|it)\b/;
/** What stands in a clause that says only this. */
const mayStand = new Set(
  "dat dit het die zo t zei zeg ik je jij u jullie heb hebt had heeft al net toch ook eerder daarnet zonet vraag vraagt vroeg gezegd gevraagd verteld vertelde vertel nou hoor dus weer keer twee 2 drie steeds aan van er over that this it so i you told said say tell asked ask me have ive youve had already just before twice again earlier did about mentioned only a minute ago times".split(
    " ",
  ),
);
const mostWords = 9;

/** "I did tell you about my stall, didn't I", "ik heb je toch al verteld van de winkel": what it was, and nothing new. */
const namesIt =
  /^(?:(?:but|maar|and|en) )?(?:i (?:did|already|have already|ve already|just) (?:tell|told|say|said|mention|mentioned)|ive (?:already|just) (?:told|said|mentioned)|ik (?:heb|had) (?:(?:je|u|jou|dat|het|daar|toch|er|ook) )*(?:al|net) .{0,40}(?:verteld|gezegd))\b/;
const mostWordsNamed = 12;

/** "zei ik net toch", "dat vraag jij al", "you asked me that twice": a clause that says only that it was said or asked before. */
export function saysSaidAlready(text: string): boolean {
  const plain = normalise(text);
  const words = plain.replace(/ (?:didnt i|havent i|toch|niet)$/, "").split(" ");
  if (namesIt.test(plain) && words.length <= mostWordsNamed && !/[,.;:!]\s*(?!(?:didn|haven))\S/.test(text.trim())) return true;
  if (isReproach(plain)) return true;
  return words.length >= 2 && words.length <= mostWords && saying.test(plain) && earlier.test(plain) && words.every((word) => mayStand.has(word));
}

const trailing =
  /[\s,.;:!–-]+(?:(?:dat|dit|zo|as|like) )?(?:(?:zei|vertelde|zeg) ik(?: (?:je|jou|u))?(?: (?:toch|al|net|eerder|daarnet|nou|dus))+|(?:i )?(?:already|just) (?:said|told you)(?: (?:so|that))?|i (?:said|told you)(?: (?:already|before|so|that))*|heb ik (?:(?:toch|al|net) )+(?:gezegd|verteld)|zei ik)\s*[.!?]*\s*$/i;
const longestTrailing = 80;

/** "terug, zei ik", "ja zei ik toch al": what was said once more, without the words that it was; the text itself where they are not there. */
export function withoutSaidAlready(text: string): string {
  const from = Math.max(0, text.length - longestTrailing);
  const before = text.slice(0, from) + text.slice(from).replace(trailing, "");
  return before.trim() === "" ? text : before;
}

/** A reproach, in so many words. */
const reproaches = anyOf(
  "(?:(?:dat|dit|het|die) )?(?:vraag|vroeg|vraagt|vraagde) (?:je|jij|u)(?: (?:me|mij|nou|net|steeds|weer|alweer|telkens|nog|een|keer|eens|opnieuw|twee|2|3|elke|dubbel|aan))*",
  "(?:je|jij|u) (?:vraagt?|vroeg|zegt?|herhaalt?)(?: (?:dat|dit|me|mij|het|jezelf))*(?: (?:net|steeds|weer|alweer|telkens|opnieuw|twee|2|3|dubbel|hetzelfde|keer))+",
  "(?:(?:dat|dit|het|die) )?(?:(?:heb|had) (?:ik )?|ik (?:heb|had) (?:dat |het |dit )?)?(?:(?:net|je|jou|u|eerder|zonet|daarnet|zojuist|daar) )*(?:gezegd|verteld|genoemd|beantwoord|uitgelegd)(?: (?:net|hoor))*",
  "(?:(?:dat|dit|het) )?(?:zei|zeg|vertelde|noemde) ik(?: (?:je|jou|u|net|eerder|dat|daarnet|zonet))*",
  "(?:i|ive|i have|i did)(?: (?:literally|only|did|have))* (?:told|tell|said|say|answered|mentioned|explained)(?: (?:you|u|that|this|it|before|twice|once|earlier|all))*",
  "(?:you|u|youre) (?:have |did |keep |always )*(?:ask(?:ed|ing)?)(?: (?:me|that|this|it|twice|again|before|the same|thing|question))+",
);
/** The words of the reproaches that the softeners take away: without one of them "dat vertelde ik" tells something. */
const sinceWhen =
  /\b(?:al|net|toch|eerder|weer|alweer|steeds|telkens|opnieuw|nog een keer|twee keer|2 keer|3 keer|dubbel|hetzelfde|daarnet|zonet|zojuist|already|just|before|twice|again|told you|said that|keep|earlier|the same)\b/;

/** "dat vroeg je net ook al", "you keep asking me that": a clause, after `normalise`, that only reproaches. @param bare without what only softens it */
export const isReproach = (plain: string, bare = plain): boolean => sinceWhen.test(plain) && (reproaches.test(plain) || reproaches.test(bare));

/** A reproach behind something told: "de heftruck, zei ik al", "barbecue I told you". */
const reproachBehind =
  /[\s,]+(?:(?:dat|het|dit) )?(?:(?:zei|zeg|vertelde|noemde) ik (?:(?:je|net|toch|ook) )*(?:al|net|toch)(?: (?:hoor|toch))*|(?:heb|had) ik (?:(?:je|net|toch|ook) )*(?:al|net|toch) (?:gezegd|verteld|genoemd)|(?:as |like )?i (?:already |just )*(?:told you|said)(?: (?:that|already|before))*)(?=[\s.,;:!?]*$)/i;
const reproachBefore =
  /^\s*(?:(?:nee|ja|no|yes),? )?(?:(?:zei|vertelde) ik (?:net |toch )*al|(?:heb ik )?al (?:gezegd|verteld)|(?:i )?already (?:told you|said))(?: |[,.:;!]+\s*)(?=\S)/i;

/** Where a clause as typed has a reproach before or behind what it tells. */
export function reproachesIn(clause: string): readonly { readonly start: number; readonly end: number }[] {
  return [reproachBehind, reproachBefore].flatMap((pattern) => {
    const match = pattern.exec(clause);
    return match && match[0].trim() !== "" ? [{ start: match.index, end: match.index + match[0].length }] : [];
  });
}
