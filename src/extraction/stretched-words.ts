/** Words by which somebody says no: the ones that are stretched when it is meant. */
const denials = new Set("nee neen niet nie nooit geen niks niets nergens nope no nah not never nothing none cannot cant dont don't can't".split(" "));

/** Denials as they are spoken in Flanders and Brabant, or typed in haste. */
const slurred: ReadonlyMap<string, string> = new Map([
  ["ni", "niet"],
  ["nit", "niet"],
  ["nimeer", "niet meer"],
  ["nimmer", "niet meer"],
  ["nieks", "niks"],
]);
/** Read only where the rest is Dutch. */
const besideThem = /(?:^| )(?:ik|'k|k|da|dat|heb|kan|doe|mag|weet|ben|is|wil|ge|mijn) /u;

const stretched = /(\p{L})\1\1/u;
/** In letters: longer is no denial, and each run of one letter doubles what a word may stand for. */
const longest = 20;

/** "nietttt", "noooit", "neverrr", "ni": a denial as it is written in full. @param text lower case, words parted by one space */
export function withPlainDenials(text: string): string {
  const short = text.replace(/[\p{L}']+/gu, (word) => (word.length <= longest && stretched.test(word) ? unstretched(word) : word));
  return besideThem.test(short)
    ? short.replace(/(?<![\p{L}'])(?:ni|nit|nimeer|nimmer|nieks)(?![\p{L}'])/gu, (word) => slurred.get(word) ?? word)
    : short;
}

/** Every run of one letter as one of it, or as two: whichever is a denial. */
function unstretched(word: string): string {
  const runs = [...word.matchAll(/(.)\1*/gu)].map(([run]) => run);
  const either = runs.reduce<string[]>(
    (begun, run) => begun.flatMap((start) => (run.length < 3 ? [start + run] : [start + run.slice(0, 1), start + run.slice(0, 2)])),
    [""],
  );
  return either.find((each) => denials.has(each)) ?? word;
}
