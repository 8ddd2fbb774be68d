import type { Language } from "../domain/language.ts";
import { family } from "./objects.ts";
import { contentWordsIn, plain } from "./words.ts";

const helping = /^(?:help|helpt|helpen|hielp|hielpen|geholpen|helps|helped|helping|assist|assists|assisted|assisting|ondersteun|ondersteunen)$/;
const somebody = new RegExp(`^(?:mensen|people|iemand|anderen|iedereen|somebody|someone|others|everybody|everyone|family|familie|${family})$`);
/** "ik zorg voor hem": for whom is what would tell of the doing. */
const caring = /^(?:zorg|zorgt|zorgen|zorgde|take|takes|taking|took|care|cares|caring|cared|look|looks|looking|looked)$/;
/** "i organised them", "ik regel het": done to what only a pronoun points at, and the verb fits everything. */
const pointsOnly =
  /^(?:(?:i|ik|we) )?(?:organi[sz]ed?|arranged?|handled?|sort(?:ed)?|regel|regelde|organiseer|organiseerde|regelen|organiseren)(?: ik| we)? (?:them|it|that|those|these|this|het|dat|die|ze|deze|dit)(?: (?:out|all|allemaal|zelf|myself))*$/;

/** True where not even who is helped is named: "ik zorg voor hem". */
export function namesNobody(text: string, language: Language): boolean {
  const words = contentWordsIn(text, language);
  return words.length > 0 && words.every((word) => helping.test(word) || caring.test(word));
}

/** True where somebody is helped, and nothing says with what: "ik help hem", "i help my mother". No skill is read from that. */
export function onlyHelps(text: string, language: Language): boolean {
  const words = contentWordsIn(text, language);
  if (words.length === 0) return false;
  return (
    pointsOnly.test(plain(text)) ||
    words.every((word) => caring.test(word)) ||
    (words.some((word) => helping.test(word)) && words.every((word) => helping.test(word) || somebody.test(word)))
  );
}
