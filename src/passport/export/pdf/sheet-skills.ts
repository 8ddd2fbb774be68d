import { capitalised, isNamedSo, titleToShow } from "../../../domain/told-lines.ts";
import { isValidated, ownStatus } from "../../../domain/ladder.ts";
import type { Language } from "../../../domain/language.ts";
import { chosenLabel, languageName } from "../../../domain/other-languages.ts";
import type { Claim } from "../../../domain/passport.ts";
import { type VouchedEndorsement, vouchedFor } from "../../../domain/vouching.ts";
import { inRoom } from "./printable.ts";
import type { SaidWords, SheetDetail, SheetGroup, SheetSkill } from "./sheet.ts";
import { dayIn, inLanguage, type Making, room, said } from "./sheet-words.ts";

/** So many skills or fewer stand together, without headings; and have more of what was said with them. */
const few = 6;
const someQuotes = 15;

/** What somebody else stands for comes first, then the holder's own order. */
export function mostTellingFirst(claims: readonly Claim[]): readonly Claim[] {
  const weight = ({ status }: Claim) => (isValidated(status) ? 0 : status === "endorsed" ? 1 : 2);
  return claims.toSorted((a, b) => weight(a) - weight(b));
}

/** Only where the taxonomy has its addresses: a link in a passport from elsewhere may lead anywhere. */
function conceptLink(uri: string | null): string | null {
  return uri !== null && /^https?:\/\/data\.europa\.eu\/esco\/[\w./-]+$/.test(uri) ? uri : null;
}

export function nameOf({ uri, label }: Claim, language: Language): SaidWords {
  const words = inLanguage(label, language) ?? { text: "?", lang: language };
  return said(inRoom(uri === null ? titleToShow(words.text) : capitalised(words.text), room.label), words.lang);
}

export function quotesOf(claim: Claim, most: number, name: string): readonly string[] {
  const quotes = [...new Set(claim.evidence.map(({ quote }) => quote))].filter((quote) => !isNamedSo(quote, name));
  return quotes.slice(0, most);
}

function skillOf(claim: Claim, withQuotes: number, { say, language, toldIn, vouched, labelLanguage }: Making): SheetSkill {
  const day = dayIn(language, "medium");
  const name = nameOf(claim, language);
  const meaning = inLanguage(claim.meaning, language);
  const other = chosenLabel(claim, labelLanguage);
  const level =
    claim.level === null ? null : claim.level.scheme === "cefr" ? say("level.cefr", { level: claim.level.value }) : say(`level.${claim.level.value}`);
  const { endorsements } = vouchedFor(claim, vouched);
  const holding = endorsements.filter(({ vouching }) => vouching === "here");
  // Who endorsed it is told below, by name.
  const status = claim.status === "endorsed" && holding.length > 0 ? ownStatus(claim) : claim.status;
  const sentence =
    (key: string) =>
    ({ by, at }: VouchedEndorsement): string => {
      const [name = "", role = "", organisation = "", relation = ""] = [by.name, by.role, by.organisation, by.relation].map((each) =>
        inRoom(each, room.endorser),
      );
      return say(`standing.${key}`, { name, role, organisation, relation, date: day(at) });
    };
  const standing = say(`standing.${status}`, { date: day(claim.origin.confirmedAt) });
  return {
    name,
    uri: conceptLink(claim.uri),
    other: other && {
      language: languageName(other.lang, language),
      // A paper knows languages, and no countries.
      name: said(inRoom(other.text, room.label), /^[a-z]{2,3}/i.exec(other.lang)?.[0].toLowerCase() ?? language),
    },
    level: level === null ? null : inRoom(level, room.heading),
    standing: claim.uri === null ? `${standing}, ${say("standing.own")}` : standing,
    meaning: meaning && said(inRoom(meaning.text, room.meaning), meaning.lang),
    endorsed: holding.map(sentence("endorsed_by")),
    elsewhere: endorsements.filter(({ vouching }) => vouching === "elsewhere").map(sentence("endorsed_elsewhere")),
    quotes: quotesOf(claim, withQuotes, name.text).map((quote) => said(`“${inRoom(quote, room.quote)}”`, toldIn)),
  };
}

/** What somebody does at work is read first; what is of use everywhere comes after it. */
const aside: ReadonlyMap<string, number> = new Map([
  ["languages", 1],
  ["attitude", 2],
  ["daily", 3],
]);

/** Under which heading each skill stands: those that would stand alone come together under other things. */
function headingsOf(claims: readonly Claim[], { headings }: Making): readonly (readonly [string | null, readonly Claim[]])[] {
  if (claims.length <= few) return [[null, claims]];
  const by = Map.groupBy(claims, ({ id, uri }) => (uri === null ? "own" : (headings[id] ?? "other")));
  const alone = [...by].filter(([heading, members]) => members.length === 1 && heading !== "own" && heading !== "other");
  const together = [...alone.flatMap(([, members]) => members), ...(by.get("other") ?? [])];
  const large = [...by].filter(([heading, members]) => heading !== "own" && heading !== "other" && members.length > 1);
  const groups: (readonly [string, readonly Claim[]])[] = [
    ...large.toSorted(([a, first], [b, second]) => (aside.get(a) ?? 0) - (aside.get(b) ?? 0) || second.length - first.length),
    ["other", claims.filter((claim) => together.includes(claim))],
    ["own", by.get("own") ?? []],
  ];
  const filled = groups.filter(([, members]) => members.length > 0);
  return filled.length === 1 ? [[null, claims]] : filled;
}

/** The skills there is room for, under their headings. */
export function groupsOf(detail: SheetDetail, making: Making): readonly SheetGroup[] {
  const { content, say, language } = making;
  const ordered = mostTellingFirst(content.claims).slice(0, detail.named);
  const rank = new Map(ordered.map(({ id }, index) => [id, index]));
  const rankOf = ({ id }: Claim) => rank.get(id) ?? 0;
  const most = content.claims.length <= someQuotes ? 3 : 1;
  return headingsOf(ordered, making).map(([heading, members]) => ({
    title: heading === null ? null : say(`heading.${heading}`),
    skills: members
      .filter((claim) => rankOf(claim) < detail.explained)
      .map((claim) => skillOf(claim, rankOf(claim) < detail.quoted ? most : 0, making)),
    names: members.filter((claim) => rankOf(claim) >= detail.explained).map((claim) => ({ ...nameOf(claim, language), uri: conceptLink(claim.uri) })),
  }));
}
