import { strongForms } from "./dutch-strong-forms.ts";

const particles = [
  "achterna",
  "achter",
  "samen",
  "terug",
  "schoon",
  "klaar",
  "rond",
  "vast",
  "neer",
  "door",
  "over",
  "open",
  "dicht",
  "goed",
  "voor",
  "weg",
  "los",
  "mee",
  "aan",
  "uit",
  "bij",
  "toe",
  "om",
  "op",
  "af",
  "in",
  "na",
  "stil",
  "vol",
  "lang",
  "langs",
  "thuis",
] as const;
const particleSet: ReadonlySet<string> = new Set(particles);

/** Could this word be the loose part of a separable verb ("ruim … op")? */
export function isParticle(word: string): boolean {
  return particleSet.has(word);
}

/** Particles that are prepositions as well: "werk in de zorg" is no "inwerken", "na sluitingstijd maak ik schoon" no "namaken". */
const prepositions: ReadonlySet<string> = new Set("achter door over voor aan uit bij om op in na langs rond".split(" "));
/** What may follow a verb's loose part: the clause is over, or goes on with its next part. */
const clauseOpeners: ReadonlySet<string> = new Set(
  `en of maar want dus als dan toen omdat terwijl zodat nadat voordat dat die wat wie waar
  ik je jij u hij ze zij we wij jullie men er daar hier
  met van voor bij in op aan uit naar tot door over onder tegen tussen zonder na om te tijdens vanaf sinds volgens
  ook nog al weer altijd vaak soms nooit meestal eerst daarna samen zelf alleen gewoon even goed snel thuis vandaag gisteren morgens avonds`.split(
    /\s+/,
  ),
);

/** What stands between a preposition and its noun: "terug de zaal in" would do for any particle. */
const nounOpeners: ReadonlySet<string> = new Set(
  `de het een 't n 'n t mijn m'n mn je jouw zijn z'n haar ons onze jullie hun deze die dit dat elk elke ieder iedere alle veel
  verschillende andere zo zo'n twee drie vier vijf zes zeven acht negen tien m'n d'n den`.split(/\s+/),
);

/** Is the word at `at` the loose part of a separable verb, and no preposition before a noun? */
export function isLooseParticle(words: readonly string[], at: number): boolean {
  const [word = "", next] = words.slice(at, at + 2);
  if (!isParticle(word) || (next !== undefined && nounOpeners.has(next))) return false;
  return !prepositions.has(word) || (at > 0 && (next === undefined || clauseOpeners.has(next) || isParticle(next)));
}

/** "bonnetje", "boompje", "treintje", "biertje", "kaartje": the ending that makes a word small. */
const smallForm = /(?<=.{2})(?:(?<=\1([bdglmnpr]))et|(?<=m)p|(?<=[lwaiou]|(?:[aeou]{2}|ui|ij|ei)n|(?:ie|eu|oe)r)t|(?<=.))jes?$/;

/**
 * One form for the inflections of a Dutch word as dictionaries and labels have them (infinitive, plural, adjective):
 * "maken" and "maak" give "maak", "pakken" and "pak" give "pak", "lezen" gives "lees".
 */
export function dutchStem(word: string): string {
  return inflectionless(word).replace(/(?<=[aeiouy].*)eer$/, "er");
}

function inflectionless(word: string): string {
  if (word.length <= 3) return word;
  const whole = word.replace(/'s$/, "");
  const large = whole.replace(smallForm, "");
  const plain = large === whole ? whole : large.replace(/([bdglmnpr])\1$/, "$1");
  if (/[^aeiou]en$/.test(plain) && plain.length > 4) return closed(plain.slice(0, -2));
  if (/(?:aan|oen|ien)$/.test(plain) && plain.length <= 5) return plain.replace(/n$/, "");
  if (/[^aeiou]e$/.test(plain) && plain.length > 4) return closed(plain.slice(0, -1));
  if (/[^aeious]s$/.test(plain) && plain.length > 4) return plain.slice(0, -1);
  return plain;
}

/** Spells an open syllable closed: "mak" of "maken" → "maak", "pakk" → "pak", "schrijv" → "schrijf". */
function closed(open: string): string {
  const single = open.replace(/([bdfgklmnprst])\1$/, "$1");
  if (single !== open) return single;
  const long = /(?:^|[^aeiouy])([aeou])[bdfgklmnprstvz]$/.test(open) && !/[aeiouy].*(?:el|er|em|en|es)$/.test(open);
  const lengthened = long ? `${open.slice(0, -1)}${open.at(-2) ?? ""}${open.at(-1) ?? ""}` : open;
  return lengthened.replace(/v$/, "f").replace(/z$/, "s");
}

/** All stems that an inflected word in running text may stand for, likeliest first. */
export function dutchStems(word: string): string[] {
  const found = new Set<string>([dutchStem(word)]);
  const strong = strongForms.get(word);
  if (strong) found.add(dutchStem(strong));
  for (const stem of conjugated(word)) found.add(stem);
  for (const particle of particles) {
    if (!word.startsWith(particle) || word.length < particle.length + 3) continue;
    const rest = word.slice(particle.length);
    const base = strongForms.get(rest);
    if (base) found.add(particle + dutchStem(base));
    for (const stem of rest.startsWith("ge") || rest.startsWith("te") ? conjugated(rest) : []) found.add(particle + stem);
    if (rest.startsWith("te")) found.add(particle + dutchStem(rest.slice(2)));
  }
  return [...found];
}

/** Stems of a weak verb form: third person, past tense, participle. */
function conjugated(word: string): string[] {
  const out: string[] = [];
  const bare = [/^(.{2,}?)t$/, /^(.{2,}?)(?:te|de)n?$/, /^(.{2,}?[^t])d$/];
  const forms = word.startsWith("ge") && word.length > 5 ? [word.slice(2), word] : [word];
  for (const form of forms) {
    if (form !== word) {
      const strong = strongForms.get(form);
      out.push(dutchStem(strong ?? form));
    }
    for (const pattern of bare) {
      const stem = pattern.exec(form)?.[1];
      if (stem)
        out.push(
          stem
            .replace(/v$/, "f")
            .replace(/z$/, "s")
            .replace(/(?<=[aeiouy].*)eer$/, "er"),
        );
    }
  }
  return out;
}
