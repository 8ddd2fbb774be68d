import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Language } from "../../../domain/language.ts";
import type { HeadingOf } from "../../../domain/skill-heading.ts";
import { RefusalError } from "../../../domain/refusals.ts";
import type { Vouch } from "../../../domain/vouching.ts";
import { exportContent } from "../content.ts";
import { PdfFailedError } from "../errors.ts";
import type { ExportAsked, ExportedFile, Exporter } from "../exporter.ts";
import type { SheetAsked } from "./sheet.ts";
import type { TypesetAsked } from "./typeset.ts";

export interface PdfDeps {
  /** Words by key, for both languages: `prompts/export.*.yaml`, and of the page the headings, areas and the text about somebody. */
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** The plain headings of the taxonomy in use. */
  readonly headingOf: HeadingOf;
  /** What sets it, for tests; what is asked comes to it as a message. */
  readonly program?: URL;
  readonly timeLimitMs?: number;
}

/** What stands on the paper; under which headings, the taxonomy tells. */
export type PdfAsked = Omit<SheetAsked, "headings">;

/** Sets a PDF of what is given, and of nothing else. @throws {PdfFailedError}  @throws {RefusalError} request_too_many */
export type PdfSetter = (asked: PdfAsked) => Promise<ExportedFile>;

const usualTimeLimitMs = 15_000;
/** Each takes some 100 MB while it runs. */
const mostAtOnce = 2;
const mostWaiting = 10;

const Answer = z.union([z.object({ pdf: z.instanceof(Uint8Array) }), z.object({ failed: z.literal(true) })]);

/** A process sets it and ends; one that does not answer in time is killed. */
function setIn(program: URL, asked: TypesetAsked, timeLimitMs: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // Of our environment, with its secrets, it needs nothing.
    const child = fork(fileURLToPath(program), [], {
      serialization: "advanced",
      execArgv: ["--disable-warning=ExperimentalWarning", "--max-old-space-size=256"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: {},
    });
    const end = (error: PdfFailedError | null, pdf?: Uint8Array) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on("error", () => undefined);
      child.kill("SIGKILL");
      if (pdf) resolve(pdf);
      else reject(error ?? new PdfFailedError("pdf_failed"));
    };
    const timer = setTimeout(() => end(new PdfFailedError("pdf_too_slow")), timeLimitMs);
    child.once("message", (message) => {
      const { data } = Answer.safeParse(message);
      end(null, data && "pdf" in data ? data.pdf : undefined);
    });
    child.once("error", () => end(null));
    child.once("exit", () => end(null));
    child.send(asked, (error) => {
      if (error) end(null);
    });
  });
}

/** A tagged PDF (PDF/UA-1), made in a process of its own: whatever happens there, only the PDF is missing. */
export function createPdfSetter(deps: PdfDeps): PdfSetter {
  const { words, headingOf, program = new URL("typeset-process.ts", import.meta.url), timeLimitMs = usualTimeLimitMs } = deps;
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn<T>(body: () => Promise<T>): Promise<T> {
    if (running >= mostAtOnce) {
      if (waiting.length >= mostWaiting)
        throw new RefusalError("request_too_many", "Too many PDFs at once. Try again in a moment", { retryAfterSeconds: 5 });
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await body();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return async (asked) => {
    const headings = Object.fromEntries(asked.content.claims.flatMap(({ id, uri }) => (uri === null ? [] : [[id, headingOf(uri)]])));
    const sheet: SheetAsked = { ...asked, headings };
    const bytes = await inTurn(() => setIn(program, { ...sheet, words: words[asked.language] }, timeLimitMs));
    return { bytes, mediaType: "application/pdf", ending: "pdf" };
  };
}

/** What a view shows of a passport, to hand over. */
export function pdfExporter(set: PdfSetter, vouch: Vouch): Exporter {
  return async ({ passport, view, language, name, at }: ExportAsked) => {
    const content = exportContent(passport, view);
    const { language: toldIn, labelLanguage = null } = passport;
    return set({ content, vouched: await vouch(content.claims), view, language, toldIn, labelLanguage, name, at });
  };
}
