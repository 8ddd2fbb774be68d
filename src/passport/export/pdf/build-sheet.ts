import { experienceAreas } from "../../../domain/experience-areas.ts";
import { isValidated, ownStatus } from "../../../domain/ladder.ts";
import type { Language, Localised } from "../../../domain/language.ts";
import type { Claim, Passport } from "../../../domain/passport.ts";
import { chosenLabel, languageName } from "../../../domain/other-languages.ts";
import { profileText } from "../../../domain/profile-text.ts";
import { asVouched, type VouchedEndorsement, vouchedFor } from "../../../domain/vouching.ts";
import { isNamedSo, levelToShow, periodToShow, placeToShow, titleToShow } from "../../../domain/told-lines.ts";
import { inRoom } from "./printable.ts";
import type { SaidWords, Say, Sheet, SheetAsked, SheetDetail, SheetGroup, SheetItem, SheetPart, SheetSkill } from "./sheet.ts";

/** Most characters of each kind of text. */
const room = { name: 120, title: 130, label: 130, meaning: 260, quote: 190, told: 240, endorser: 80, heading: 60 } as const;

/** So many skills or fewer stand together, without headings; and have more of what was said with them. */
const few = 6;
const someQuotes = 15;
const scales = { large: 1.14, usual: 1, small: 0.93 } as const;

const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

function said(text: string, lang: string): SaidWords {
  return { text, lang, rtl: rightToLeft.test(text) };
}

/** A sentence that another text may stand in. */
function capital(text: string): string {
  return /^\p{Ll}\S*\p{Lu}/u.test(text) ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** In the wanted language, else in the other one; null where there is neither. */
function inLanguage(text: Localised | null, language: Language): { readonly text: string; readonly lang: Language } | null {
  const other = language === "nl" ? "en" : "nl";
  if (text?.[language]) return { text: text[language], lang: language };
  return text?.[other] ? { text: text[other], lang: other } : null;
}

function counted(say: Say, key: string, count: number): string {
  return say(`${key}_${count === 1 ? "one" : "other"}`, { count });
}

function dayIn(language: Language, form: "long" | "medium"): (iso: string) => string {
  const format = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { dateStyle: form, timeZone: "UTC" });
  return (iso) => {
    const time = Date.parse(iso);
    return Number.isNaN(time) ? inRoom(iso, 20) : format.format(time);
  };
}

/** What somebody else stands for comes first, then the holder's own order. */
export function mostTellingFirst(claims: readonly Claim[]): readonly Claim[] {
  const weight = ({ status }: Claim) => (isValidated(status) ? 0 : status === "endorsed" ? 1 : 2);
  return claims.toSorted((a, b) => weight(a) - weight(b));
}

/** Only where the taxonomy has its addresses: a link in a passport from elsewhere may lead anywhere. */
function conceptLink(uri: string | null): string | null {
  return uri !== null && /^https?:\/\/data\.europa\.eu\/esco\/[\w./-]+$/.test(uri) ? uri : null;
}

function nameOf({ uri, label }: Claim, language: Language): SaidWords {
  const words = inLanguage(label, language) ?? { text: "?", lang: language };
  return said(inRoom(uri === null ? titleToShow(words.text) : capital(words.text), room.label), words.lang);
}

function quotesOf(claim: Claim, most: number, name: string): readonly string[] {
  const quotes = [...new Set(claim.evidence.map(({ quote }) => quote))].filter((quote) => !isNamedSo(quote, name));
  return quotes.slice(0, most);
}

interface Making extends SheetAsked {
  readonly say: Say;
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

function groupsOf(detail: SheetDetail, making: Making): readonly SheetGroup[] {
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

function parts(most: number, { content, say, toldIn, language }: Making): readonly (readonly SheetPart[])[] {
  const part = (key: string, items: readonly SheetItem[]): readonly SheetPart[] => {
    if (items.length === 0) return [];
    const left = items.length - Math.min(items.length, most);
    return [{ title: say(`part.${key}`), items: items.slice(0, most), more: left === 0 ? null : counted(say, "part.more", left) }];
  };
  // In somebody's own words, as they said it.
  const told = (text: string) => said(`“${inRoom(text, room.told)}”`, toldIn);
  const line = (texts: readonly (string | null)[]) => {
    const filled = texts.filter((text) => text !== null && text !== "").map((text) => inRoom(text ?? "", room.title));
    return filled.length === 0 ? null : said(filled.join(" · "), language);
  };
  const inAreas = content.experiences.toSorted((a, b) => areaIndex(a.area) - areaIndex(b.area));
  return [
    [
      ...part(
        "who",
        content.who.map(({ text }) => ({ kind: null, title: told(text), detail: null })),
      ),
      ...part(
        "wants",
        content.wants.map(({ kind, text }) => ({ kind: say(`part.${kind}`), title: told(text), detail: null })),
      ),
    ],
    [
      ...part(
        "experiences",
        inAreas.map((each) => ({
          kind: null,
          title: said(inRoom(titleToShow(each.title), room.title), toldIn),
          detail: line([say(`area.${each.area}`), capital(placeToShow(each) ?? ""), periodToShow(each)]),
        })),
      ),
      ...part(
        "credentials",
        content.credentials.map((each) => ({
          kind: null,
          title: said(inRoom(titleToShow(each.title), room.title), toldIn),
          detail: line([each.institution, each.date, levelToShow(each), each.finished === false ? say("part.not_finished") : null]),
        })),
      ),
    ],
  ].filter((pair) => pair.length > 0);
}

function areaIndex(area: Passport["experiences"][number]["area"]): number {
  const index = experienceAreas.findIndex((each) => each === area);
  return index === -1 ? experienceAreas.length : index;
}

function facts({ content, say }: Making): Sheet["facts"] {
  const { claims, experiences, credentials } = content;
  const numbers = {
    skills: claims.length,
    validated: claims.filter(({ status }) => isValidated(status)).length,
    endorsed: claims.filter(({ status }) => status === "endorsed").length,
    evidenced: claims.filter(({ status }) => status === "evidenced").length,
    experiences: experiences.length,
    credentials: credentials.length,
  };
  return Object.entries(numbers).flatMap(([key, count]) => (count === 0 ? [] : [{ count: String(count), what: counted(say, `fact.${key}`, count) }]));
}

function note(detail: SheetDetail, { content, say }: Making): readonly string[] {
  const all = mostTellingFirst(content.claims);
  const hasQuote = (claim: Claim) => quotesOf(claim, 1, nameOf(claim, "nl").text).length > 0;
  const entries = [content.who, content.wants, content.experiences, content.credentials].reduce(
    (sum, list) => sum + Math.max(0, list.length - detail.entries),
    0,
  );
  const left = {
    not_named: all.length - detail.named,
    not_explained: detail.named - detail.explained,
    not_quoted: all.slice(detail.quoted, detail.explained).filter(hasQuote).length,
    entries,
  };
  const lines = Object.entries(left).flatMap(([key, count]) => (count > 0 ? [counted(say, `note.${key}`, count)] : []));
  return lines.length === 0 ? [] : [say("note.fits"), ...lines, say("note.rest")];
}

function sources({ content }: Making): string {
  const named = content.claims.flatMap(({ uri, taxonomy }) => (uri === null || taxonomy === null ? [] : [`${taxonomy.name} ${taxonomy.version}`]));
  return [...new Set(named)]
    .map((each) => inRoom(each, room.heading))
    .slice(0, 3)
    .join(", ");
}

/** What stands on the paper when there is room for so much. Pure. */
export function buildSheet(asked: SheetAsked, detail: SheetDetail, say: Say): Sheet {
  const claims = asVouched(asked.content.claims, asked.vouched);
  const making: Making = { ...asked, content: { ...asked.content, claims: [...claims] }, say };
  const { language, name } = asked;
  const date = dayIn(language, "long")(asked.at);
  const made = new Date(asked.at);
  const shortName = name === null ? null : inRoom(name, room.name);
  const from = sources(making);
  const isElsewhere = claims.some((claim) => vouchedFor(claim, asked.vouched).endorsements.some(({ vouching }) => vouching === "elsewhere"));
  return {
    title: name === null ? say("sheet.title") : say("sheet.title_of", { name }),
    name,
    "shown-name": shortName === null ? null : said(shortName, language),
    lang: language,
    scale: scales[detail.letters],
    date: { year: made.getUTCFullYear(), month: made.getUTCMonth() + 1, day: made.getUTCDate() },
    purpose: say(`purpose.${asked.view}`),
    made: say("sheet.made", { date }),
    footer: shortName === null ? say("sheet.footer", { date }) : say("sheet.footer_of", { date, name: inRoom(shortName, room.heading) }),
    legend: [
      say("sheet.legend"),
      ...(isElsewhere ? [say("sheet.legend_elsewhere")] : []),
      ...(from === "" ? [] : [say("sheet.legend_source", { sources: from })]),
    ].join(" "),
    summary: profileText(claims, language, say)
      .split("\n\n")
      .filter((paragraph) => paragraph !== "")
      .map((paragraph) => inRoom(paragraph, 1500)),
    facts: facts(making),
    parts: parts(detail.entries, making),
    groups: groupsOf(detail, making),
    note: note(detail, making),
    words: {
      kind: say("sheet.kind"),
      summary: say("sheet.summary"),
      skills: say("sheet.skills"),
      also: say("sheet.also"),
      note: say("sheet.note"),
      page: say("sheet.page"),
    },
  };
}
