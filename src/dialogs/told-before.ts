import { normalise, openingWord } from "./answers.ts";
import { sharedWords } from "./shared-words.ts";

const notButThat = /\b(?:niet|nie|geen|nooit|not|never|didnt|dont|wasnt|havent)\b.+\b(?:(?:maar|but) (?:wel |just )?\S{3,}|(?:ik|i) (?:\S+ )?\S{3,})/;

/**
 * "no I didn't design it, I sewed it", where what is shown is called otherwise: it puts right what was told before, and nothing that is shown.
 * @param names what is shown, as it is called
 */
export function isOfToldBefore(text: string, names: readonly string[]): boolean {
  const plain = normalise(text);
  if (openingWord(text) !== "no" || !notButThat.test(plain)) return false;
  const words = new Set(plain.split(" ").filter((word) => word.length > 2));
  return !names.some(
    (name) =>
      sharedWords(text, name) > 0 ||
      normalise(name)
        .split(" ")
        .some((word) => words.has(word)),
  );
}
