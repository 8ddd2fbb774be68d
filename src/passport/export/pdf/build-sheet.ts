import { experienceAreas } from "../../../domain/experience-areas.ts";
import { isValidated } from "../../../domain/ladder.ts";
import type { Claim, Passport } from "../../../domain/passport.ts";
import { profileText } from "../../../domain/profile-text.ts";
import { asVouched, vouchedFor } from "../../../domain/vouching.ts";
import { capitalised, levelToShow, periodToShow, placeToShow, titleToShow } from "../../../domain/told-lines.ts";
import { inRoom } from "./printable.ts";
import type { Say, Sheet, SheetAsked, SheetDetail, SheetItem, SheetPart } from "./sheet.ts";
import { groupsOf, mostTellingFirst, nameOf, quotesOf } from "./sheet-skills.ts";
import { counted, dayIn, type Making, room, said } from "./sheet-words.ts";

const scales = { large: 1.14, usual: 1, small: 0.93 } as const;

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
          detail: line([say(`area.${each.area}`), capitalised(placeToShow(each) ?? ""), periodToShow(each)]),
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
