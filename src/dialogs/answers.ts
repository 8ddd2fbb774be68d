/** What a short typed answer means, whatever was asked. Words for a skill never come here: the whole message has to fit. */
export type Meaning =
  | "yes"
  | "no"
  | "dont_know"
  | "later"
  | "skip"
  | "nothing_more"
  | "already_said"
  | "help"
  | "stop"
  | "undo"
  | "passport"
  | "change_claim"
  | "person"
  | "erase"
  | "wipe_device"
  | "to_dutch"
  | "to_english"
  | "go_on"
  | "repeat"
  | "greeting"
  | "thanks";

const phrases: Readonly<Record<Meaning, readonly string[]>> = {
  yes: [
    "ja",
    "jaa",
    "jaaa",
    "jah",
    "jawel",
    "jazeker",
    "zeker",
    "zeker weten",
    "klopt",
    "dat klopt",
    "het klopt",
    "klopt wel",
    "klopt helemaal",
    "juist",
    "inderdaad",
    "precies",
    "goed",
    "is goed",
    "prima",
    "akkoord",
    "oke",
    "ok",
    "oké",
    "okee",
    "yep",
    "yup",
    "jep",
    "ja hoor",
    "ja graag",
    "ja dat klopt",
    "ja klopt",
    "ja zeker",
    "ja doe maar",
    "doe maar",
    "ja natuurlijk",
    "natuurlijk",
    "tuurlijk",
    "uiteraard",
    "absoluut",
    "helemaal goed",
    "ja dat kan ik",
    "dat kan ik",
    "dat doe ik",
    "ja dat doe ik",
    "best wel",
    "ja best wel",
    "yes",
    "yeah",
    "ya",
    "sure",
    "correct",
    "right",
    "thats right",
    "that is right",
    "true",
    "of course",
    "exactly",
    "indeed",
    "absolutely",
    "yes please",
    "yes it is",
    "yes i do",
    "i do",
    "fine",
    "agreed",
    "definitely",
    "👍",
    "👌",
    "✅",
    "✔️",
    "🙂",
    "😊",
  ],
  no: [
    "nee",
    "neen",
    "nee hoor",
    "nee joh",
    "nee man",
    "neej",
    "nope",
    "nah",
    "niet",
    "klopt niet",
    "dat klopt niet",
    "nee klopt niet",
    "nee dat klopt niet",
    "echt niet",
    "helemaal niet",
    "nee echt niet",
    "zeker niet",
    "onjuist",
    "fout",
    "niet waar",
    "nee dat kan ik niet",
    "dat kan ik niet",
    "nee dank je",
    "nee bedankt",
    "liever niet",
    "no",
    "no thanks",
    "no thank you",
    "not really",
    "wrong",
    "thats wrong",
    "that is wrong",
    "not true",
    "not at all",
    "definitely not",
    "no i dont",
    "i dont",
    "i do not",
    "👎",
    "❌",
  ],
  dont_know: [
    "weet ik niet",
    "ik weet het niet",
    "weet niet",
    "weet het niet",
    "geen idee",
    "ik weet niet",
    "twijfel",
    "misschien",
    "ik twijfel",
    "kweenie",
    "weetnie",
    "tja",
    "ik snap het niet",
    "snap ik niet",
    "snap het niet",
    "wat betekent dat",
    "wat is dat",
    "begrijp ik niet",
    "ik begrijp het niet",
    "dont know",
    "i dont know",
    "not sure",
    "im not sure",
    "no idea",
    "maybe",
    "dunno",
    "idk",
    "i dont understand",
    "what does that mean",
    "what is that",
    "🤷",
    "🤷‍♀️",
    "🤷‍♂️",
    "?",
  ],
  later: ["later", "straks", "nu niet", "niet nu", "bewaar maar", "later graag", "een andere keer", "not now", "maybe later", "another time"],
  skip: [
    "sla over",
    "sla maar over",
    "overslaan",
    "slaan we over",
    "volgende",
    "volgende vraag",
    "nvt",
    "n v t",
    "niet van toepassing",
    "heb ik niet",
    "heb ik nooit gedaan",
    "nooit gedaan",
    "geen",
    "niks",
    "niets",
    "nee niks",
    "nee niets",
    "dat heb ik niet",
    "doe ik niet",
    "nee dat heb ik niet",
    "nee heb ik niet",
    "geen zin",
    "geen diploma",
    "geen diplomas",
    "ik heb geen diploma",
    "geen cursus",
    "geen cursussen",
    "geen hobby",
    "geen hobbys",
    "no diploma",
    "no courses",
    "no hobbies",
    "zeg ik liever niet",
    "dat zeg ik liever niet",
    "skip",
    "skip this",
    "skip it",
    "pass",
    "next",
    "next question",
    "none",
    "n a",
    "na",
    "not applicable",
    "nothing",
    "never",
    "never did",
    "never done that",
    "i dont have any",
    "rather not say",
    "id rather not say",
    "i would rather not say",
  ],
  nothing_more: [
    "dat was alles",
    "dat is alles",
    "dat was het",
    "dat is het",
    "meer niet",
    "niets meer",
    "niks meer",
    "verder niks",
    "verder niets",
    "verder niet",
    "nee verder niks",
    "nee verder niet",
    "nee dat was alles",
    "nee dat was het",
    "dit was het",
    "dit is alles",
    "klaar",
    "ik ben klaar",
    "meer is er niet",
    "nee meer niet",
    "meer weet ik niet",
    "nee verder",
    "that was all",
    "that is all",
    "thats all",
    "that was it",
    "thats it",
    "that is it",
    "nothing more",
    "nothing else",
    "no more",
    "no nothing else",
    "no that was all",
    "no thats all",
    "im done",
    "i am done",
    "done",
    "no that is all",
  ],
  already_said: [
    "dat heb ik al gezegd",
    "heb ik al gezegd",
    "zei ik al",
    "dat zei ik al",
    "dat heb ik net gezegd",
    "heb ik al verteld",
    "dat heb ik al verteld",
    "dat vertelde ik al",
    "al gezegd",
    "al verteld",
    "i already said that",
    "already said that",
    "already told you",
    "i already told you",
    "i told you already",
    "i said that already",
    "i just said that",
    "already said",
  ],
  help: [
    "help",
    "hulp",
    "help me",
    "hoe werkt dit",
    "hoe werkt het",
    "wat moet ik doen",
    "wat kan ik doen",
    "uitleg",
    "how does this work",
    "what can i do",
    "what do i do",
    "ik snap er niks van",
    "ik snap er niets van",
  ],
  stop: [
    "stop",
    "stoppen",
    "ik stop",
    "ik wil stoppen",
    "stop maar",
    "genoeg",
    "genoeg voor vandaag",
    "pauze",
    "ik ga stoppen",
    "morgen verder",
    "andere keer verder",
    "ik moet gaan",
    "ik moet weg",
    "doei",
    "tot later",
    "tot ziens",
    "quit",
    "i want to stop",
    "enough",
    "enough for today",
    "pause",
    "i have to go",
    "bye",
    "goodbye",
    "see you later",
  ],
  undo: [
    "terug",
    "ga terug",
    "een stap terug",
    "stap terug",
    "ongedaan maken",
    "maak ongedaan",
    "verkeerd gedrukt",
    "verkeerde knop",
    "foutje",
    "oeps",
    "vorige",
    "vorige vraag",
    "undo",
    "go back",
    "back",
    "step back",
    "wrong button",
    "oops",
    "previous",
    "i clicked wrong",
  ],
  passport: [
    "mijn paspoort",
    "paspoort",
    "laat mijn paspoort zien",
    "toon mijn paspoort",
    "wat staat er in mijn paspoort",
    "wat heb je nu",
    "my passport",
    "passport",
    "show my passport",
    "show me my passport",
    "what is in my passport",
  ],
  change_claim: [
    "vaardigheid veranderen",
    "vaardigheid wijzigen",
    "vaardigheid weghalen",
    "vaardigheid verwijderen",
    "verander een vaardigheid",
    "wijzig een vaardigheid",
    "haal een vaardigheid weg",
    "verwijder een vaardigheid",
    "verwijder vaardigheid",
    "ik wil iets veranderen",
    "iets veranderen",
    "ik wil iets weghalen",
    "iets weghalen",
    "ik wil een vaardigheid veranderen",
    "ik wil een vaardigheid weghalen",
    "ik wil een vaardigheid verwijderen",
    "change a skill",
    "remove a skill",
    "delete a skill",
    "edit a skill",
    "i want to change something",
    "change something",
    "remove something",
    "i want to change a skill",
    "i want to remove a skill",
  ],
  person: [
    "een mens",
    "mens",
    "ik wil een mens",
    "ik wil een mens spreken",
    "echt persoon",
    "iemand spreken",
    "ik wil iemand spreken",
    "ik wil met iemand praten",
    "medewerker",
    "contact",
    "contactpersoon",
    "kan ik iemand bellen",
    "a person",
    "human",
    "talk to a person",
    "talk to someone",
    "i want to talk to a person",
    "i want to talk to someone",
    "i want to speak to someone",
    "real person",
  ],
  erase: [
    "wis alles",
    "alles wissen",
    "verwijder alles",
    "alles verwijderen",
    "gooi alles weg",
    "ik wil alles wissen",
    "wis mijn gegevens",
    "verwijder mijn gegevens",
    "verwijder mij",
    "erase everything",
    "delete everything",
    "erase all",
    "delete all my data",
    "delete my data",
    "erase my data",
    "i want to delete everything",
  ],
  wipe_device: [
    "wis deze telefoon",
    "deze telefoon wordt gedeeld",
    "dit is niet mijn telefoon",
    "gedeelde telefoon",
    "wis dit apparaat",
    "wis deze computer",
    "uitloggen",
    "log uit",
    "this phone is shared",
    "wipe this phone",
    "shared phone",
    "this is not my phone",
    "wipe this device",
    "log out",
    "sign out",
  ],
  to_dutch: [
    "nederlands",
    "in het nederlands",
    "nederlands graag",
    "nederlands aub",
    "dutch",
    "dutch please",
    "kan het in het nederlands",
    "praat nederlands",
    "in dutch",
    "speak dutch",
  ],
  to_english: [
    "engels",
    "in het engels",
    "engels graag",
    "english",
    "english please",
    "in english",
    "in english please",
    "can we speak english",
    "speak english",
    "can you speak english",
    "kan het in het engels",
  ],
  go_on: [
    "verder",
    "ga verder",
    "ga door",
    "doorgaan",
    "door",
    "begin",
    "beginnen",
    "start",
    "goed beginnen",
    "laten we beginnen",
    "ik wil verder",
    "continue",
    "go on",
    "lets start",
    "lets go",
    "resume",
    "ik ben er weer",
    "ben er weer",
    "ik ben terug",
    "ben terug",
    "hallo ben terug",
    "hoi ben terug",
    "hallo ik ben terug",
    "hoi ik ben er weer",
    "hi im back",
    "hello im back",
    "im back",
    "i am back",
  ],
  repeat: [
    "herhaal",
    "wat vroeg je",
    "wat was de vraag",
    "nog een keer",
    "nog eens",
    "wat",
    "sorry",
    "huh",
    "wat bedoel je",
    "hoe bedoel je",
    "repeat",
    "what was the question",
    "say again",
    "pardon",
    "what do you mean",
    "again",
  ],
  greeting: [
    "hoi",
    "hallo",
    "hai",
    "hey",
    "hee",
    "he",
    "hi",
    "hello",
    "goedemorgen",
    "goedemiddag",
    "goedenavond",
    "goeiemorgen",
    "goeiedag",
    "dag",
    "moin",
    "good morning",
    "good afternoon",
    "good evening",
    "hallo daar",
    "hoi hoi",
  ],
  thanks: [
    "dank je",
    "dankje",
    "dank je wel",
    "dankjewel",
    "bedankt",
    "dank u",
    "dank u wel",
    "thanks",
    "thank you",
    "thank you very much",
    "thx",
    "top",
    "super",
    "mooi",
    "leuk",
    "fijn",
    "nice",
    "great",
    "cool",
  ],
};

const fillers = new Set([
  "hoor",
  "joh",
  "graag",
  "maar",
  "even",
  "eigenlijk",
  "wel",
  "toch",
  "echt",
  "aub",
  "please",
  "pls",
  "dan",
  "nou",
  "nu",
  "mij",
  "eens",
  "ff",
  "effe",
]);

/** Lower case, no accents on letters, no punctuation, no doubled spaces; emoji stay. */
export function normalise(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`´]/g, "")
    .replace(/[.,!;:()"“”\-_/*…]+/g, " ")
    .replace(/\?+/g, (marks, at: number, all: string) => (all.trim() === marks ? "?" : " "))
    .replace(/\s+/g, " ")
    .trim();
}

const squeeze = (text: string): string => text.replace(/([a-z])\1{2,}/g, "$1$1");

const exact = new Map<string, Meaning>();
for (const meaning of Object.keys(phrases) as Meaning[]) {
  for (const phrase of phrases[meaning]) if (!exact.has(normalise(phrase))) exact.set(normalise(phrase), meaning);
}

/** At most one letter wrong, missing, doubled or swapped with its neighbour. */
function nearlyEqual(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const restA = a.slice(i);
  const restB = b.slice(i);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** Commands that destroy or end something are taken literally, or not at all. */
const literalOnly: ReadonlySet<Meaning> = new Set(["erase", "wipe_device"]);

/** "o nee foutje, dat klopt niet": the last answer was a slip. */
const slip = /\b(foutje|vergist|per ongeluk|verkeerde? (knop|antwoord)|by mistake|by accident|wrong button|misclicked)\b/;

/** What a whole short message means, or null when it is a story (or cannot be told). Pure; forgiving of small typos. */
export function meaningOf(text: string): Meaning | null {
  const plain = squeeze(normalise(text));
  if (plain === "") return null;
  const found = exact.get(plain);
  if (found) return found;
  const words = plain.split(" ");
  if (words.length > 8) return null;
  const bare = words.filter((word) => !fillers.has(word)).join(" ");
  if (slip.test(plain)) return "undo";
  const withoutFillers = exact.get(bare);
  if (withoutFillers && bare !== "") return withoutFillers;
  if (plain.length >= 5) {
    for (const [phrase, meaning] of exact) {
      if (phrase.length >= 5 && !literalOnly.has(meaning) && nearlyEqual(plain, phrase)) return meaning;
    }
  }
  return null;
}

/** The 1-based number of a choice, when the message is nothing but that: "1", "2.", "optie 3", "de tweede". */
export function choiceNumber(text: string): number | null {
  const plain = normalise(text);
  const digits = /^(?:optie|nummer|nr|antwoord|option|number|answer)? ?(\d)$/.exec(plain);
  if (digits?.[1]) return Number(digits[1]);
  const ordinals = [
    ["eerste", "de eerste", "first", "the first", "the first one", "een", "one"],
    ["tweede", "de tweede", "second", "the second", "the second one", "twee", "two"],
    ["derde", "de derde", "third", "the third", "the third one", "drie", "three"],
  ];
  const at = ordinals.findIndex((names) => names.includes(plain));
  return at < 0 ? null : at + 1;
}

/** The age somebody gives of themselves, in years, when the message says so; null otherwise. */
export function statedAge(text: string): number | null {
  const plain = normalise(text);
  const match =
    /(?:^| )(?:ik ben|ben|i am|im) (?:pas |nog maar |maar |only |just )?(\d{1,2})(?: jaar| years? old| year old| jr)?(?: oud)?(?= |$)/.exec(plain);
  if (!match?.[1]) return null;
  const age = Number(match[1]);
  // "ik ben 3 jaar kassamedewerker geweest" tells how long, not how old.
  const after = plain.slice(match.index + match[0].length).trim();
  const before = plain.slice(0, match.index).trim();
  if (age < 8) return null;
  return after === "" || (before === "" && /^(?:en|and|oud|old|dus|so)\b/.test(after)) ? age : null;
}

/** Questions people ask the bot about the bot. */
export type Question = "who_reads" | "how_long" | "why" | "change_answer" | "are_you_human";

const questions: readonly (readonly [Question, RegExp])[] = [
  ["are_you_human", /\b(ben je|bent u|ben jij) (een )?(echt|mens|robot|computer|persoon)|\bare you (a )?(real|human|robot|bot|person)/],
  [
    "who_reads",
    /\b(wie|mijn baas|werkgever|gemeente|uwv|boss|employer|who|anyone|iemand)\b.*\b(ziet|zien|leest|lezen|kijkt|kijken|mee|see|sees|read|reads)\b|\b(privacy|wat gebeurt er met|what happens (to|with))\b/,
  ],
  ["how_long", /\bhoe ?lang (duurt|gaat|is)|\bhoeveel vragen|\bhow long (does|will|is)|\bhow many questions|\bhow much longer/],
  ["change_answer", /\b(kan|mag) ik .*\b(terug|veranderen|aanpassen|wijzigen|verbeteren)\b|\bcan i .*\b(change|go back|correct|edit)\b/],
  [
    "why",
    /\b(waarom (vraag|wil|moet|doen)|wat heb ik (er)?aan|waar is dit (goed )?voor|waarvoor is dit|why (do you|are you)|what is this for|whats the point)\b/,
  ],
];

/** Which question to the bot a message is; null when it is none, or a story that happens to hold one. */
export function questionToBot(text: string): Question | null {
  const plain = normalise(text);
  if (plain.split(" ").length > 22) return null;
  const asks = /\?/.test(text) || /^(wie|wat|waarom|hoe|kan ik|mag ik|ben je|bent u|who|what|why|how|can i|are you)\b/.test(plain);
  if (!asks) return null;
  return questions.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** "nee, dat was 2019", "niet 2018 maar 2019", "sorry, in 2020": the year meant, and the one it replaces if named. */
export function correctedYear(text: string): { readonly from: string | null; readonly to: string } | null {
  const plain = normalise(text);
  if (plain.split(" ").length > 9) return null;
  const swap = /\bniet (?:in )?((?:19|20)\d\d) maar (?:in )?((?:19|20)\d\d)\b|\bnot (?:in )?((?:19|20)\d\d) but (?:in )?((?:19|20)\d\d)\b/.exec(
    plain,
  );
  if (swap) return { from: swap[1] ?? swap[3] ?? null, to: swap[2] ?? swap[4] ?? "" };
  const single = /^(?:nee|neen|sorry|oh nee|no|oh no|actually|o nee|correctie|wacht)\b.*\b((?:19|20)\d\d)$/.exec(plain);
  return single?.[1] ? { from: null, to: single[1] } : null;
}

/** "niet X maar Y" in a correction of a title or a name. Keeps the case in which Y was typed. */
export function correctedWords(text: string): { readonly from: string; readonly to: string } | null {
  const match = /^(?:(?:nee|no|sorry)[, ]+)?(?:niet|not)\s+(.{2,60}?)[, ]+(?:maar|but)\s+(.{2,60}?)[.!]?$/i.exec(text.trim());
  return match?.[1] && match[2] ? { from: match[1], to: match[2] } : null;
}
