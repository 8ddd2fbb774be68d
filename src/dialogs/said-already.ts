import { normalise } from "./answers.ts";

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
