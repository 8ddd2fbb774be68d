import { family, kinWords } from "../domain/kin.ts";
import type { Findings } from "../domain/finding.ts";
import type { Span } from "../domain/utterance.ts";
import { normalise, spansBetween } from "./clauses.ts";

/** Who is near to somebody, as alternatives of a pattern for what `normalise` gives. */
export const kin = `${kinWords(family)}|vriend|vriendin|friend|mate|boyfriend|girlfriend`;
const ours = "(?:mijn|mn|m n|onze|ons|my|me|our)";
const whom = `\\b${ours} (?:(?:lieve|oude|beste|jongste|oudste|ex|eigen|best|little|older|younger|dear|late|poor) )*(?:${kin})\\b`;

const died =
  /\b(?:overleden|overleed|gestorven|stierf|doodgegaan|dood|verloren|verloor|begraven|er niet meer|died|dead|passed(?: away| on)?|lost|buried|funeral|begrafenis)\b/;
const ill =
  /\b(?:(?:heel |erg |ernstig |zwaar |so |very |really |seriously |terminally )*(?:ziek|ill|sick|unwell)|kanker|dementie|dement|alzheimer|parkinson|terminaal|stervende|op sterven|hartaanval|beroerte|tumor|hersenbloeding|coma|intensive care|palliatief|cancer|dementia|stroke|heart attack|dying|chemo|hospice)\b/;
/** "als" and "ms" are words of their own as well: only where somebody has it. "Heeft als kok gewerkt" tells of a trade. */
const shortNames = /\b(?:heeft|had|kreeg|has|got) (?:nu |al |now )?(?:ms\b|als(?= gekregen\b| nu$|$))/;
const tellsOfIllness = (plain: string) => ill.test(plain) || shortNames.test(plain);
/** Where the ill and the dead are cared for, and people work. */
const places = "(?:intensive care|hospice|kanker|dementie|palliatief|cancer|dementia|funeral|begrafenis)";
const there = `(?:op|in|bij|voor|met|at|on|for|with) (?:\\S+ ){0,2}${places}`;
const theirTrade = new RegExp(
  `\\b(?:werkt|werkte|works|worked|working|nurse|verpleegkundige|verpleegster|arts|dokter|doctor) (?:\\S+ ){0,2}${there}\\b|\\b${there} (?:\\S+ ){0,2}(?:werkt|werkte|gewerkt)\\b`,
);
/** No illness of theirs: what is not so, or no longer. */
const otherwise =
  /\b(?:niet ziek|nooit ziek|niet meer ziek|weer beter|not ill|never ill|not sick|no longer ill|lost (?:his|her|their|the) (?:job|keys|way|house))\b/;
const theyAre = new RegExp(`${whom}.{0,60}`);
const iLost = new RegExp(`\\b(?:verloor|verloren|lost|dood van|overlijden van|death of)\\b.{0,20}${whom}|${whom}.{0,20}\\bverloren\\b`);

const mostWordsOfClause = 16;
const boundary = /[.!?;:,\n]+\s*|\s+(?:en|and|maar|but|dus|so|want|because|omdat|waardoor|toen|sinds|since)\s+/gi;

function sorrowOf(clause: string): "ill" | "lost" | null {
  const plain = normalise(clause);
  if (plain.split(" ").length > mostWordsOfClause || otherwise.test(plain) || theirTrade.test(plain)) return null;
  if (iLost.test(plain)) return "lost";
  const said = theyAre.exec(plain)?.[0];
  if (said === undefined) return null;
  if (died.test(said) && !/\blost\b/.test(said)) return "lost";
  // "ill people" are those that somebody works with.
  const ofThem = said.replace(/\b(?:ill|sick|dying|dementia|cancer) (?:people|patients?|children|kids|residents?|clients?|ward|care)\b/g, "");
  return tellsOfIllness(ofThem) ? "ill" : null;
}

/** What one does or did oneself, beside what befell another. */
const ownDoing = /\b(?:ik|i|wij|we)\b/;

/** "nou", "helaas", "vorig jaar", "it is hard": tells of nothing else. */
const saysNothingElse = new Set(
  "ja nee nou ach helaas sorry pff tja het dat dit is was heel erg zwaar moeilijk lastig verdrietig naar zielig nu net pas al nog steeds vorig vorige afgelopen dit jaar jaren maand maanden week geleden gisteren in op van sinds yes no well sadly unfortunately sorry it its that was very so hard sad difficult tough now just last this year years month months week ago yesterday since in on of a the".split(
    " ",
  ),
);

/** What a message tells of the illness or the death of somebody near. */
export interface Sorrow {
  readonly kind: "ill" | "lost";
  /** Clauses that tell of nothing else: nothing of them is written down. */
  readonly spans: readonly Span[];
  /** True where the message says nothing besides. */
  readonly isAll: boolean;
}

/** "mijn man is ziek", "me mum died last year"; null where a message tells of no such thing. Pure. */
export function sorrowIn(text: string): Sorrow | null {
  const clauses = spansBetween(text, boundary).map((span) => ({ span, kind: sorrowOf(text.slice(span.start, span.end)) }));
  const first = clauses.find(({ kind }) => kind === "lost") ?? clauses.find(({ kind }) => kind !== null);
  if (!first?.kind) return null;
  const isOfIt = ({ span, kind }: (typeof clauses)[number]) => {
    const plain = normalise(text.slice(span.start, span.end));
    return kind !== null && (!ownDoing.test(plain) || iLost.test(plain));
  };
  /** "ja", "nou", "helaas", "last year", "he has cancer": beside it, and nothing else told. */
  const isBeside = ({ span }: (typeof clauses)[number]) => {
    const plain = normalise(text.slice(span.start, span.end));
    const isOfThem = /^(?:hij|zij|ze|he|she|it|het|dat) /.test(plain) && (tellsOfIllness(plain) || died.test(plain));
    return isOfThem || plain.split(" ").every((word) => saysNothingElse.has(word) || /^\d+$/.test(word));
  };
  const spans = clauses.filter((each) => isOfIt(each) || (each.kind === null && isBeside(each))).map(({ span }) => span);
  return { kind: first.kind, spans, isAll: spans.length === clauses.length };
}

/** Findings without what was found in such clauses; they are kept out of what is written down. */
export function withoutSorrow(findings: Findings, text: string): Findings {
  const sorrow = sorrowIn(text);
  if (!sorrow || sorrow.spans.length === 0) return findings;
  const isWithin = ({ start, end }: Span) => sorrow.spans.some((span) => span.start <= start && end <= span.end + 1);
  const clauses = sorrow.spans.map(({ start, end }) => normalise(text.slice(start, end)));
  const isNamed = (title: string) => {
    const plain = normalise(title);
    return plain !== "" && clauses.some((clause) => clause.includes(plain) || plain.includes(clause));
  };
  return {
    ...findings,
    findings: findings.findings.filter(({ evidence }) => !isWithin(evidence)),
    experiences: findings.experiences.filter(({ title, told }) => !isNamed(title) && !(told && isWithin(told))),
    sensitive: [...findings.sensitive, ...sorrow.spans],
  };
}

const others =
  "(?:someone|somebody|(?:one|a|an|the|this|another|my|our) (?:\\S+ )?(?:guy|girl|boy|man|woman|friend|member|client|kid|child|colleague|customer|student|patient|resident|neighbour|person|teenager)|he|she|they|iemand|(?:een|n|de|mijn|mn|die) (?:\\S+ )?(?:jongen|meisje|man|vrouw|vriend|vriendin|lid|client|klant|bewoner|collega|leerling|buurman|buurvrouw|patient|cursist|kind)|hij|zij|ze)";
const harm =
  "(?:(?:hurt|kill|harm|cut)(?:ing|ting)? (?:himself|herself|themselves|themself|themselfs)|suicid\\w*|(?:end|take|took|ended) (?:his|her|their) (?:own )?life|did(?:nt| not) want to live|zichzelf (?:\\S+ )?(?:iets )?(?:aan ?doen|aandeed|pijn|snijden|sneed|van kant)|zich(?:zelf)? van het leven|zelfmoord\\w*|zelfdoding|suicid\\w*|een einde? aan (?:zijn|haar|hun) leven|niet meer (?:wilde|wou|wil) leven|niet meer leven)";
const heavy = new RegExp(`\\b${others}\\b.{0,60}\\b${harm}`);

/** Somebody told of another who wanted to do themself harm: heard with a warm word, and what was done about it is read as ever. */
export const tellsOfHarm = (text: string): boolean => heavy.test(normalise(text));
