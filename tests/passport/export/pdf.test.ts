import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyPassport, type Passport } from "../../../src/domain/passport.ts";
import { buildSheet } from "../../../src/passport/export/pdf/build-sheet.ts";
import { createPdfSetter, type PdfAsked } from "../../../src/passport/export/pdf/export-pdf.ts";
import { detailAt, fitting } from "../../../src/passport/export/pdf/fitting.ts";
import { codePointsOf, inRoom, printable } from "../../../src/passport/export/pdf/printable.ts";
import { endorsedClaim, readOnPaper, vouchedAs, wordsOnPaper } from "../../support/passport-on-paper.ts";
import { readPdf } from "../../support/pdf-reader.ts";
import { fullPassport, someClaim } from "../../support/passport-samples.ts";

function passportOf(...claims: Passport["claims"]): Passport {
  return { ...fullPassport(), claims };
}

describe("words of a person in the PDF", () => {
  test.for([
    "#strong[vet] *vet* _schuin_ $x^2$ `code`",
    '#import "/etc/passwd": x',
    "<b>vet</b> @bron // weg /* weg */ \\ #pagebreak()",
    "= Kop\n- lijst\n+ genummerd",
    '#read("/etc/passwd")',
  ])("are set as they were said: %s", async (quote) => {
    const { text } = await readOnPaper(passportOf({ ...someClaim("c1", quote), uri: null, label: { nl: quote, en: null } }), { name: quote });
    const shown = quote.replace(/\s+/g, " ");
    // In the name, the summary, the skill and the quote.
    expect(text.split(shown.slice(3)).length).toBeGreaterThan(3);
  });

  test.for([
    { name: "Şule Çağlayan", script: "Turkish" },
    { name: "Żaneta Wiśniewska-Łoś", script: "Polish" },
    { name: "Олена Шевченко", script: "Ukrainian" },
    { name: "Nguyễn Thị Ánh", script: "Vietnamese" },
  ])("a $script name is whole", async ({ name }) => {
    const { text, title } = await readOnPaper(passportOf(someClaim("c1")), { name });
    expect(title).toBe(`Skillspaspoort van ${name}`);
    expect(text).toContain(name);
    expect(text).not.toContain("�");
  });

  test("an Arabic name is in the fonts, and in the title as it is written", async () => {
    const { text, title } = await readOnPaper(passportOf(someClaim("c1", "أطبخ الطعام كل يوم")), { name: "مريم الحسن" });
    expect(title).toContain("مريم الحسن");
    expect(text).toMatch(/\p{Script=Arabic}/u);
    expect(text).not.toContain("�");
  });

  test("characters that no font has break nothing, and are told of", async () => {
    const { text } = await readOnPaper(passportOf(someClaim("c1", "ik maak 做汤 en 😀 soep\u0000")));
    expect(text).toContain("ik maak �� en soep");
    expect(text).toContain("Sommige tekens kunnen niet worden afgedrukt");
    expect((await readOnPaper(passportOf(someClaim("c1")))).text).not.toContain("Sommige tekens");
  });

  test("a skill called by nothing that can be printed is on it all the same", async () => {
    const { text, roles } = await readOnPaper(passportOf({ ...someClaim("c1"), label: { nl: "\u0001\u200E", en: null } }));
    expect(roles.filter((role) => role === "H3")).toHaveLength(1);
    expect(text).toContain("�");
  });

  test("a link leads only to the taxonomy", async () => {
    const claims = [
      someClaim("c1"),
      { ...someClaim("c2"), uri: "https://elders.example/oplichting" },
      { ...someClaim("c3"), uri: "javascript:alert(1)" },
    ];
    const { links } = await readOnPaper(passportOf(...claims));
    expect(links).toEqual(["http://data.europa.eu/esco/skill/c1"]);
  });
});

describe("what stands for itself, and what does not", () => {
  test("an endorsed skill says by whom and when", async () => {
    const { text } = await readOnPaper(passportOf(endorsedClaim("c1")));
    expect(text).toContain("Bevestigd door Marja Koster, loopbaanbegeleider bij Werkplein Oost (begeleidt mij), op 5 okt 2026.");
  });

  test("one with a key that nobody here knows stands apart, and is nobody's confirmation", async () => {
    const claim = endorsedClaim("c1");
    const { text } = await readOnPaper(passportOf(claim), { language: "en", vouched: vouchedAs("elsewhere", [claim]) });
    expect(text).toContain("(begeleidt mij), on 5 Oct 2026, signed with a key that this website does not know.");
    expect(text).toContain("vouches only for endorsements that were given there");
    expect(text).not.toMatch(/endorsed by somebody else|Confirmed by someone else/);
    expect(text).toContain("I say so myself");
  });

  test("an endorsement that was withdrawn is not shown", async () => {
    const { text } = await readOnPaper(passportOf(endorsedClaim("c1", true)));
    expect(text).not.toContain("Marja Koster");
    expect(text).toContain("Zeg ik zelf");
  });

  test("hidden skills are on no page, in no view", async () => {
    const secret = { ...someClaim("c2", "Zwaluwstaart"), uri: null, label: { nl: "Zwaluwstaart", en: null }, hidden: true };
    for (const view of ["applying", "developing", "orienting"] as const) {
      expect((await readOnPaper(passportOf(someClaim("c1"), secret), { view })).text).not.toContain("Zwaluwstaart");
    }
  });

  test("an empty passport is a page too", async () => {
    const pdf = await readOnPaper(emptyPassport("nl", { name: "starter", version: "1" }));
    expect(pdf).toMatchObject({ pages: 1, title: "Skillspaspoort", isTagged: true });
  });
});

const asked: PdfAsked = {
  vouched: new Map(),
  content: passportOf(someClaim("c1")),
  view: "applying",
  language: "nl",
  toldIn: "nl",
  labelLanguage: null,
  name: null,
  at: "2026-11-24T10:00:00.000Z",
};

describe("what fits", () => {
  test("everything, where it does", () => {
    expect(fitting(10, () => 2)).toEqual(detailAt(30, 10, 12, "large"));
  });

  test("in large letters on three pages at most, in small ones rather than leaving something out", () => {
    const pagesIn = (pages: Record<string, number>) => fitting(20, ({ letters }) => pages[letters] ?? 9);
    expect(pagesIn({ large: 4, usual: 3 })).toEqual(detailAt(60, 20, 12, "usual"));
    expect(pagesIn({ large: 5, usual: 5, small: 4 })).toEqual(detailAt(60, 20, 12, "small"));
  });

  test("what somebody does at work stands before how they work, however much there is of that", async () => {
    const headed = (id: string, label: string) => ({
      ...someClaim(id),
      label: { nl: label, en: null },
      uri: `http://data.europa.eu/esco/skill/${id}`,
    });
    const claims = [
      ...Array.from({ length: 5 }, (_, index) => headed(`how${index}`, `rustig blijven ${index}`)),
      headed("floor1", "dweilen"),
      headed("floor2", "boenen"),
    ];
    const headings = Object.fromEntries(claims.map(({ id }) => [id, id.startsWith("how") ? ("attitude" as const) : ("cleaning" as const)]));
    const sheet = buildSheet({ ...asked, content: passportOf(...claims), headings }, detailAt(21, 7, 12), (key) => key);
    expect(sheet.groups.map(({ title }) => title)).toEqual(["heading.cleaning", "heading.attitude"]);
  });

  test("as much as fits, and not more", () => {
    // Half a page for ten explained skills, a page for a hundred names.
    const pages = ({ named, explained, quoted }: ReturnType<typeof detailAt>) =>
      Math.ceil(1 + explained / 20 + quoted / 60 + (named - explained) / 100);
    for (const skills of [50, 60, 100, 200, 400]) {
      const found = fitting(skills, pages);
      expect(pages(found)).toBeLessThanOrEqual(4);
      const step = found.named + found.explained + found.quoted;
      if (found.quoted < skills) expect(pages(detailAt(step + Math.ceil(skills / 20) + 12, skills, 12))).toBeGreaterThan(4);
    }
  });

  test("nothing but the counts where even names do not fit", () => {
    expect(fitting(10, ({ named }) => (named > 0 ? 5 : 4))).toMatchObject({ named: 0, explained: 0, quoted: 0 });
  });

  test("a long text ends with …, a long word may be broken, and no character is cut through", () => {
    expect(inRoom("een twee drie", 8)).toBe("een twee…");
    expect(inRoom(`${"😀".repeat(30)}`, 12)).toBe(`${"😀".repeat(12)}…`);
    expect(inRoom("w".repeat(40), 100).replaceAll("\u200B", "")).toBe("w".repeat(40));
    expect(inRoom("w".repeat(40), 100)).toContain("\u200B");
  });

  test("a font tells what it can draw", () => {
    const require = createRequire(import.meta.url);
    const latin = codePointsOf(readFileSync(require.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf")));
    expect([..."aŞłЖ€�"].every((each) => latin.has(each.codePointAt(0) ?? 0))).toBe(true);
    expect([..."做ا😀"].some((each) => latin.has(each.codePointAt(0) ?? 0))).toBe(false);
    expect(printable("做 a", (code) => latin.has(code))).toEqual({ text: "� a", isWhole: false });
  });
});

describe("what sets the PDF, in a process of its own", () => {
  const programs: Record<string, URL> = {};
  beforeAll(() => {
    const broken = {
      hangs: 'process.once("message", () => { for (;;); });',
      crashes: 'process.once("message", () => process.abort());',
      ends: 'process.once("message", () => process.exit(0));',
      fails: 'process.once("message", () => process.send({ failed: true }, () => process.disconnect()));',
      raves: 'process.once("message", () => process.send("Zwaluwstaart", () => process.disconnect()));',
    };
    for (const [name, text] of Object.entries(broken)) {
      const path = join(tmpdir(), `pdf-${name}-${process.pid}.mjs`);
      writeFileSync(path, text);
      programs[name] = pathToFileURL(path);
    }
  });
  const setterWith = (program: URL | undefined, timeLimitMs = program ? 1_500 : 30_000) =>
    createPdfSetter({ words: wordsOnPaper, headingOf: () => "other", ...(program ? { program } : {}), timeLimitMs });

  test("gives the same PDF as here", async () => {
    const { bytes, mediaType, ending } = await setterWith(undefined)(asked);
    expect({ mediaType, ending }).toEqual({ mediaType: "application/pdf", ending: "pdf" });
    expect(await readPdf(bytes)).toEqual(await readOnPaper(passportOf(someClaim("c1")), { content: asked.content }));
  });

  test("one that never comes back is stopped, and the PDF alone is missing", async () => {
    await expect(setterWith(programs["hangs"])(asked)).rejects.toMatchObject({ code: "pdf_too_slow", message: expect.stringMatching(/stopped/) });
    await expect(setterWith(undefined)(asked)).resolves.toMatchObject({ ending: "pdf" });
  });

  test.for(["crashes", "ends", "fails", "raves"])("one that %s is a clear sentence without anything of the passport", async (kind) => {
    await expect(setterWith(programs[kind])(asked)).rejects.toMatchObject({
      code: "pdf_failed",
      message: expect.stringMatching(/^The PDF could not be made\./),
    });
  });

  test("more than may wait are told to come back", async () => {
    // They are told at once, however long the others take.
    const set = setterWith(programs["hangs"], 100);
    const outcomes = await Promise.allSettled(Array.from({ length: 14 }, () => set(asked)));
    const codes = outcomes.map((each) => (each.status === "rejected" ? Object(each.reason).code : "made"));
    expect(codes.filter((code) => code === "request_too_many")).toHaveLength(2);
    expect(codes.filter((code) => code === "pdf_too_slow")).toHaveLength(12);
  });
});
