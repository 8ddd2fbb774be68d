const digitsAsLetters: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s" };

/** What a sentence says to somebody who decodes it: without hidden characters, shifted by 13, backwards, from base64, digits as letters. */
export function inAnotherGuise(said: string): string[] {
  const shown = said.replace(/\p{Cf}/gu, "").normalize("NFKC");
  const shifted = shown.replace(/[a-z]/gi, (letter) => {
    const a = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - a + 13) % 26) + a);
  });
  const packed = (shown.match(/(?<![\w+/])[\w+/]{16,}={0,2}/g) ?? []).map((word) => Buffer.from(word, "base64").toString("utf8"));
  const spelled = /\p{L}\d|\d\p{L}/u.test(shown) ? [shown.replace(/[013457@$]/g, (digit) => digitsAsLetters[digit] ?? digit)] : [];
  return [...(shown === said ? [] : [shown]), shifted, [...shown].toReversed().join(""), ...packed, ...spelled];
}
