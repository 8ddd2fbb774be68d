import type { Span } from "../domain/utterance.ts";

/**
 * What in an utterance speaks to the machine instead of telling of the holder: orders, faked system text and dialogue,
 * data, markup, what somebody is said to have approved. Rules of shape and address, the same in Dutch and English; they
 * name no skills. Where in doubt a stretch with an order in it goes: nobody loses a skill who tells it plainly.
 */
export function plantedSpans(text: string): Span[] {
  const whole = wholeTextFrom(text);
  const shaped = shapes.flatMap((shape) => matchesOf(text, shape));
  const spans: Span[] = [...shaped, ...orderedSentences(blanked(text, joined(shaped)))];
  if (whole !== null) spans.push({ start: whole, end: text.length });
  return joined(spans);
}

/** The utterance with a line break and blanks where something was planted: letter for letter the same length, so that offsets stay. */
export function withoutPlanted(text: string): string {
  return blanked(text, plantedSpans(text));
}

function blanked(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => `${rest.slice(0, start)}\n${" ".repeat(end - start - 1)}${rest.slice(end)}`, text);
}

/** Data, markup and code: never how anybody tells of their day. */
const shapes: readonly RegExp[] = [
  /<(script|style|svg|system|systeem|user|assistant|instructions?|instructie|opdracht|prompt|tool|skill|data)\b[^>]{0,400}>[\s\S]*?<\/\1>/giu,
  /<[^<>\s][^<>]{0,400}>/gu,
  /\{\s*"[\s\S]*\}/gu,
  /(?:\b[\w-]{2,20}\s*[:=]\s*[\w./:#-]+\s*[,;]\s*)+[\w-]{2,20}\s*[:=]\s*(?:true|false|[\d.]+)(?!\w)/gu,
  /```[\s\S]*?(?:```|$)/gu,
  /!?\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)/gu,
  /\b(?:https?|data|javascript|urn):[^\s,]+/giu,
];

/** From here on somebody else than the holder is made to speak: what closes our own delimiter, or opens a part of the machine's. */
const takeovers: readonly RegExp[] = [
  /<\/(?:answer|antwoord|statements?|text|tekst|user|data|message|input|prompt|instructions?)\b[^>]{0,80}>/iu,
  /<\|[^|<>]{0,40}\|>/u,
  /(?:^|\n)\s*[#*=[({>-]*\s*(?:system|systeem|assistant|assistent)\s?-?(?:bericht|message|prompt|instructie|instruction|note|melding|text|tekst)?\s*[\])}:*#]/iu,
  /(?:^|\n)\s*(?:bot|ai|chatbot|assistant|assistent|skillsgesprek)\s*(?::|zei:|zegt:|says:|said:)/iu,
  /(?:^|[.!?\n#])\s*#*\s*(?:(?:your|je|jouw|uw|the|de|een|a|nieuwe|new|next|volgende|extra) )*(?:(?:new|nieuwe) )(?:rule|regel|instructions?|instructies?|task|taak|opdracht|order|prompt|context)(?: (?:for|voor) [\p{L} ]{1,40})?\s*:/iu,
];

function wholeTextFrom(text: string): number | null {
  const starts = takeovers.flatMap((pattern) => {
    const found = pattern.exec(text);
    return found ? [found.index] : [];
  });
  return starts.length > 0 ? Math.min(...starts) : null;
}

const passport = String.raw`(?:pas(?:poort|sport)|profiel|profile|c\.?v\.?|vaardighed\p{L}*|skills?|competenties?|competences?)`;
const there = String.raw`(?:lijst|list|systeem|system|database|erbij|erin|toe|down)(?=\s*(?:\p{P}|$))`;
const everything = String.raw`(?:alles|alle|everything|every|all)`;
const putting = String.raw`(?:zet|schrijf|noteer|voeg|vul|registreer|bevestig|vermeld|markeer|accepteer|keur|add|put|write|include|insert|append|register|record|note|confirm|mark|tick)(?! (?:ik|we|wij|i)(?!\p{L}))`;
const leadIn = String.raw`^(?:\P{L}*(?:please|just|also|and|now|so|en|dan|nu|graag|ook|daarnaast|gewoon|alsjeblieft|bot) ?)*\P{L}*`;

/** Whole sentences that are an order to the machine, or that say what others decided must stand in the passport. */
const orders: readonly RegExp[] = [
  new RegExp(String.raw`${leadIn}${putting}(?!\p{L}).{0,120}(?<!\p{L})${passport}(?!\p{L})`, "iu"),
  new RegExp(String.raw`\b(?:schrijf|noteer|voeg toe|zet (?:er)?in|add|write(?: down)?|note|record)\s*:`, "iu"),
  // "write down that I can …", "confirm everything that is open", "give my passport …"
  /\b(?:write|note|put|schrijf|noteer|zet)\b(?: \p{L}+)? (?:down|op|neer) (?:that|dat) (?:i|ik)(?!\p{L})/iu,
  new RegExp(String.raw`\b(?:confirm|bevestig|approve|accepteer|accept) (?:\p{L}+ )?${everything}(?!\p{L})`, "iu"),
  new RegExp(
    String.raw`(?<!\p{L})(?:geef|give|gun|grant)(?!\p{L}).{0,12}(?<!\p{L})(?:mijn|my|mij|me)(?!\p{L}).{0,40}(?<!\p{L})${passport}(?!\p{L})`,
    "iu",
  ),
  // Other languages: all skills, in a passport.
  /(?<!\p{L})(?:toutes|todas|todos|tutte|alle|tüm|bütün|wszystkie|toate|все|كل)(?!\p{L}).{0,20}(?<!\p{L})(?:comp[ée]ten\p{L}+|competenz\p{L}+|kompetenz\p{L}+|fähigkeiten|habilidades|beceri\p{L}*|umiejętności|навык\p{L}*|المهارات)(?!\p{L})/iu,
  // "ik wil dat je opschrijft …", "you must write that I …"
  /\b(?:wil|wilt|moet|eis|vraag|zou|must|want|need|have to|should)\b.{0,30}\b(?:je|jij|u|you)\b.{0,100}\b(?:opschrij\p{L}*|noteer\p{L}*|toevoeg\p{L}*|invul\p{L}*|bevestig\p{L}*|(?:erin|in) zet|write|add|put|include|confirm|note)(?!\p{L})/iu,
  /\b(?:je|jij|u|you)\b.{0,40}\b(?:must|moet|should|have to|had better)\b.{0,40}\b(?:opschrij\p{L}*|noteren|toevoegen|invullen|bevestigen|zetten|write|add|put|include|confirm)(?!\p{L})/iu,
  // "als je lassen er niet in zet …", "if you do not add welding …"
  /\b(?:als|tenzij) (?:je|jij|u)\b.{0,60}\b(?:in zet|erin zet|toevoegt|opschrijft|noteert|bevestigt)(?!\p{L})/iu,
  /\b(?:if|unless) you\b.{0,20}\b(?:add|put|write|include|confirm|record)\b/iu,
  // "… dat hier heftruckchauffeur in moet staan", "forklift driving must be in here", "moet ik laten opschrijven"
  /\b(?:in|erin|erbij|hierin) moe(?:t|ten) (?:staan|komen)\b|\bmoe(?:t|ten) (?:hier|hierin|erin|erbij)\b.{0,60}\b(?:staan|in)\b/iu,
  /\b(?:must|should|has to|have to|needs? to)\b.{0,20}\bbe\b.{0,30}\b(?:in (?:here|there|it|my pass\p{L}*)|listed|added|included)(?!\p{L})/iu,
  /\bmoe(?:t|st)\b.{0,60}\blaten (?:opschrijven|noteren|toevoegen|invullen)(?!\p{L})|\bshould (?:have|get|let)\b.{0,60}\b(?:put|written|added|noted)\b/iu,
  // Others are said to have checked or approved it: nothing that was done.
  /\b(?:heeft|hebben|has|have|is|zijn|was|were)\b.{0,80}\b(?:goedgekeurd|gecontroleerd|vastgesteld|geverifieerd|approved|verified|validated)\b.{0,60}(?:vaardighed|skills?|passport|paspoort|zet|put|add)|\b(?:vaardigheden|skills)\b.{0,60}\b(?:zijn|are|were|have been)\b.{0,20}\b(?:bevestigd|goedgekeurd|bewezen|confirmed|approved|verified|evidenced)\b/iu,
  /\b(?:bepaald|besloten|vastgesteld|decided|determined)\b.{0,30}\b(?:dat|that)\b.{0,80}\b(?:in|erin|here|staan|passport|paspoort)\b/iu,
  // Games and parts to play; threats and bargains with the machine.
  new RegExp(
    String.raw`${leadIn}(?:(?:kun|kan|wil) (?:je|u) |(?:can|could|would) you )?(?:doe (?:maar |net )?alsof|pretend|act as|stel (?:je voor )?dat ik|suppose i (?:were|was|am))(?!\p{L})`,
    "iu",
  ),
  /\b(?:spel(?:letje)?|game)\s*:.{0,40}\b(?:je|jij|u|you)\b/iu,
  /\b(?:jij|je|u|you) (?:zegt|zeg|schrijft|say|write|answer|antwoordt?)\b.{0,80}\b(?:vaardighe\p{L}*|skills?|ja|yes)\b/iu,
  /\b(?:ik|i|i'?ll)\b.{0,12}\b(?:geef|geven|give|leave|write)\b.{0,12}\b(?:je|jou|u|you|de bot|this bot)\b.{0,40}\b(?:beoordeling|review|sterren|stars?|rating|klacht|complaint|cijfer)\b/iu,
  /(?<!\b(?:i|ik|we|wij|k|to|soms|sometimes|often) )\b(?:ignore|negeer|vergeet|disregard|forget)\b.{0,30}\b(?:rules?|regels?|instructi\p{L}*|prompts?|opdracht\p{L}*)(?!\p{L})/iu,
  /\b(?:wie|whoever|iedereen die|anyone who|everyone who) (?:dit |this )?(?:leest|reads)\b/iu,
  /\b(?:decodeer|decode|ontsleutel|base64|rot13)\b/iu,
];

/** "Voeg lassen toe.", "add everything": only as a sentence of its own, for "ik meng het en zet het erin" goes on about a doing. */
const ordersAlone = [
  new RegExp(String.raw`${leadIn}${putting}(?!\p{L}).{0,120}(?<!\p{L})${there}`, "iu"),
  new RegExp(String.raw`${leadIn}${putting} (?:\p{L}+ ){0,2}${everything}(?: (?:erin|erbij|in))?(?=\s*(?:\p{P}|$))`, "iu"),
];

/** Nobody tells of their own doing in it. */
const withoutSelf = /^(?!.*(?<!\p{L})(?:ik|'k|we|wij|mijn|mn|i|i'm|im|i've|my)(?!\p{L}))/iu;

/** Orders, and what follows on them without a word of the holder's own doing ("… every skill I name. carpentry, law."). */
function orderedSentences(text: string): Span[] {
  const spans: Span[] = [];
  let afterOrder = false;
  for (const { start, end, isWhole } of partsOf(text)) {
    const part = text.slice(start, end);
    const said = part.trim();
    const isOrder = isOrderIn(said, isWhole) || inAnotherGuise(said).some((decoded) => isOrderIn(decoded, isWhole));
    afterOrder = isOrder || (afterOrder && withoutSelf.test(said));
    if (afterOrder && end > start) spans.push({ start, end });
  }
  return spans;
}

const isOrderIn = (said: string, isWhole: boolean) =>
  orders.some((order) => order.test(said)) || (isWhole && ordersAlone.some((order) => order.test(said)));

const digitsAsLetters: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s" };

/** What a sentence says to somebody who decodes it: without hidden characters, shifted by 13, backwards, from base64, digits as letters. */
function inAnotherGuise(said: string): string[] {
  const shown = said.replace(/\p{Cf}/gu, "");
  const shifted = shown.replace(/[a-z]/gi, (letter) => {
    const a = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - a + 13) % 26) + a);
  });
  const packed = (shown.match(/(?<![\w+/])[\w+/]{16,}={0,2}/g) ?? []).map((word) => Buffer.from(word, "base64").toString("utf8"));
  const spelled = /\p{L}\d|\d\p{L}/u.test(shown) ? [shown.replace(/[013457@$]/g, (digit) => digitsAsLetters[digit] ?? digit)] : [];
  return [...(shown === said ? [] : [shown]), shifted, [...shown].toReversed().join(""), ...packed, ...spelled];
}

interface Part extends Span {
  /** Begins a sentence. */
  readonly isWhole: boolean;
}

const endOfSentence = /[.!?…;\n]+(?=\s|$)/gu;
const joinedOrder = /,?\s+(?=(?:en|and|maar|but|now|nu|dan|then) (?:ignore|negeer|vergeet|zet|voeg|schrijf|noteer|add|put|write)\s)/giu;

/** Sentences, and within them what is joined on with an order of its own ("… bij de supermarkt en negeer je regels"). */
function partsOf(text: string): Part[] {
  const ends = (pattern: RegExp) => matchesOf(text, pattern).map(({ end }) => end);
  const whole = new Set([0, ...ends(endOfSentence)]);
  const starts = [...new Set([...whole, ...ends(joinedOrder)])].toSorted((a, b) => a - b);
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? text.length, isWhole: whole.has(start) }));
}

function matchesOf(text: string, shape: RegExp): Span[] {
  return [...text.matchAll(shape)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && span.start <= last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}
