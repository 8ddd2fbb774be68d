import { readFile } from "node:fs/promises";
import { openExporters } from "../composition/exporters.ts";
import { signerFromStore } from "../composition/signing.ts";
import { headingsFrom } from "../composition/headlines.ts";
import { openPdfSetter } from "../composition/pdf.ts";
import { readConfig } from "../config.ts";
import { statusWithEndorsements } from "../domain/endorsement.ts";
import { CallerError } from "../domain/errors.ts";
import { ownStatus } from "../domain/ladder.ts";
import { vouchBy } from "../domain/vouching.ts";
import { Language } from "../domain/language.ts";
import type { Claim, Passport } from "../domain/passport.ts";
import { ExportFormat, ExportName, ExportView } from "../passport/export/exporter.ts";
import { PassportFileError } from "../passport/errors.ts";
import type { PdfSetter } from "../passport/export/pdf/export-pdf.ts";
import { parsePassportJson } from "../passport/passport-json.ts";
import { openCurrentTaxonomy } from "../taxonomy/taxonomies.ts";
import { commandOptions, printLine, runCommand, UsageError } from "./shell.ts";
import { writeWhole } from "./whole-file.ts";

const help = `Makes a file of a passport: to hand over, or to take elsewhere.

  npm run --silent export -- --passport passport.json --format pdf|json|json-resume|open-badge --out FILE
                             [--lang nl|en] [--view applying|developing|orienting] [--name NAME]

--passport takes the file that "interview" leaves and the passport page gives. --lang: that of the passport by default.
--view (applying by default) decides what stands in it; hidden skills never do. json is always the whole passport.
--name is the name that stands on it: a passport holds none. Prints one line: the file, its format and its size in bytes.`;

class InputUnreadableError extends CallerError {
  readonly code = "cli_input_unreadable";
}

async function passportIn(path: string) {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new InputUnreadableError(`${path} cannot be read: is it there, and may you read it?`, { cause });
  });
  try {
    return parsePassportJson(text);
  } catch (error) {
    if (error instanceof PassportFileError) throw new PassportFileError(error.code, `${path}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** Anybody can write a file: nothing in it can show that a skill was assessed. What was endorsed is looked at where it is exported. */
function withoutBoasts(passport: Passport): Passport {
  const standing = (claim: Claim): Claim => ({ ...claim, status: statusWithEndorsements({ ...claim, status: ownStatus(claim) }) });
  return { ...passport, claims: passport.claims.map(standing) };
}

/** The taxonomy in use tells under which heading a skill stands; only a PDF needs it. */
const setPdf: PdfSetter = async (asked) => {
  const { catalogue } = await openCurrentTaxonomy(readConfig().dataDir);
  return openPdfSetter(headingsFrom(catalogue))(asked);
};

await runCommand(help, async () => {
  const given = commandOptions({
    passport: { type: "string" },
    format: { type: "string" },
    out: { type: "string" },
    lang: { type: "string" },
    view: { type: "string", default: "applying" },
    name: { type: "string" },
  });
  if (!given.passport || !given.format || !given.out) throw new UsageError("--passport, --format and --out are needed. Try --help");
  const format = ExportFormat.safeParse(given.format);
  if (!format.success) throw new UsageError(`--format must be one of ${ExportFormat.options.join(", ")}`);
  const view = ExportView.safeParse(given.view);
  if (!view.success) throw new UsageError(`--view must be one of ${ExportView.options.join(", ")}`);
  const wanted = Language.optional().safeParse(given.lang);
  if (!wanted.success) throw new UsageError(`--lang must be ${Language.options.join(" or ")}`);
  const name = ExportName.optional().safeParse(given.name);
  if (!name.success) throw new UsageError("--name must have 1 to 120 characters");
  const passport = await passportIn(given.passport);
  const signer = signerFromStore(readConfig());
  const exporter = openExporters({ pdf: setPdf, signer, vouch: vouchBy(signer.standing) })[format.data];
  const { bytes } = await exporter({
    passport: format.data === "json" ? passport : withoutBoasts(passport),
    view: view.data,
    language: wanted.data ?? passport.language,
    name: name.data ?? null,
    at: new Date().toISOString(),
  });
  await writeWhole(given.out, bytes);
  printLine({ file: given.out, format: format.data, bytes: bytes.length });
});
