import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { buildSheet } from "./build-sheet.ts";
import { fitting } from "./fitting.ts";
import { codePointsOf, printable } from "./printable.ts";
import type { Say, Sheet, SheetAsked, SheetDetail } from "./sheet.ts";

/** What a thread or process that sets PDFs is asked. Plain data. */
export interface TypesetAsked extends SheetAsked {
  /** Words by key, in the language that is asked for. */
  readonly words: Readonly<Record<string, string>>;
}

const fontFiles = [
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
  "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
  "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  "@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
  "@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
] as const;

const template = new URL("passport.typ", import.meta.url);

/** Everything that is a text of the sheet, changed. Addresses and names of languages stay. */
function mapTexts(value: unknown, change: (text: string) => string, key = ""): unknown {
  if (typeof value === "string") return key === "uri" || key === "lang" ? value : change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapTexts(each, change, name)]));
}

/** Sets a passport as a tagged PDF (PDF/UA-1) of at most four pages. Runs in the thread that calls it, for tens of milliseconds.
 *  @throws where the compiler refuses */
export function typeset({ words, ...asked }: TypesetAsked): Uint8Array {
  const require = createRequire(import.meta.url);
  const fonts = fontFiles.map((file) => readFileSync(require.resolve(file)));
  const [latin, arabic] = [fonts[0], fonts[4]].map((font) => (font ? codePointsOf(font) : new Set<number>()));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const markup = readFileSync(template, "utf8");
  const say: Say = (key, params = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot));

  /** @param covers which characters may be set */
  function compiled(detail: SheetDetail, covers: (codePoint: number) => boolean) {
    const sheet = buildSheet(asked, detail, say);
    let isWhole = true;
    const change = (text: string) => {
      const result = printable(text, covers);
      isWhole &&= result.isWhole;
      return result.text;
    };
    const drawn = mapTexts(sheet, change) as Sheet;
    const told = isWhole ? drawn : { ...drawn, note: [...drawn.note, say("note.characters")] };
    const result = compiler.compile({ mainFileContent: markup, inputs: { sheet: JSON.stringify(told) } });
    const document = result.result;
    if (!document) throw new Error(JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? "no document"));
    return document;
  }

  const inFonts = (codePoint: number) => latin?.has(codePoint) === true || arabic?.has(codePoint) === true;
  const inLatin = (codePoint: number) => codePoint < 0x250 && inFonts(codePoint);
  const pdf = (covers: (codePoint: number) => boolean) => {
    const detail = fitting(asked.content.claims.length, (each) => compiled(each, covers).numOfPages);
    return compiler.pdf(compiled(detail, covers), { pdfStandard: "ua-1" });
  };
  try {
    return pdf(inFonts);
  } catch {
    // A mark of one script on a letter of another is in no font, though each of them is: better without than no PDF.
    return pdf((codePoint) => inLatin(codePoint) || codePoint === 0xfffd || (codePoint >= 0x2010 && codePoint < 0x2040 && inFonts(codePoint)));
  }
}
