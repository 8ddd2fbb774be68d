import { buffer } from "node:stream/consumers";
import mammoth from "mammoth";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { ZipFile as ZipWriter } from "yazl";
import { type CvLine, cvLine } from "./cv-line.ts";
import { DocumentRefused } from "./document-refused.ts";

/** What words, lists and tables need; pictures, fonts, macros and what else may lie in the zip are never unpacked. */
const neededParts = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering)\.xml|word\/_rels\/document\.xml\.rels)$/;
const mostEntries = 2_000;
const mostBytes = 8 * 1024 * 1024;
/** Of one part beside its packed size; below a megabyte it may be packed as well as it can. */
const mostRatio = 100;

async function neededIn(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > mostEntries) throw new DocumentRefused("too_much");
  const entries: Entry[] = [];
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === "mimetype" || entry.fileName === "content.xml") throw new DocumentRefused("unsupported");
    if (!neededParts.test(entry.fileName)) continue;
    if (entry.isEncrypted()) throw new DocumentRefused("encrypted");
    bytes += entry.uncompressedSize;
    const isBomb = entry.uncompressedSize > 1024 ** 2 && entry.uncompressedSize > mostRatio * entry.compressedSize;
    if (bytes > mostBytes || isBomb || entries.some(({ fileName }) => fileName === entry.fileName)) throw new DocumentRefused("too_much");
    entries.push(entry);
  }
  return entries;
}

/** A zip of its own with the needed parts, each of the size that it said: what the list of contents hid is gone. */
async function onlyNeeded(bytes: Uint8Array): Promise<Buffer> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { validateEntrySizes: true });
  const writer = new ZipWriter();
  const entries = await neededIn(zip);
  if (!entries.some(({ fileName }) => fileName === "word/document.xml")) throw new DocumentRefused("unsupported");
  for (const entry of entries) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    // No word processor writes declarations of its own; entities in them can grow without end.
    if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(content.toString("latin1").replaceAll("\0", ""))) throw new DocumentRefused("damaged");
    writer.addBuffer(content, entry.fileName, { compress: false });
  }
  writer.end();
  return buffer(writer.outputStream);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

const unescaped = (html: string) =>
  html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? all;
    const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : " ";
  });

/** Blocks of the HTML that mammoth makes: its own few elements, and no other text than the document's. */
function linesOfHtml(html: string): CvLine[] {
  const lines: CvLine[] = [];
  let isApart = false;
  const withRows = html
    .replace(/<(?:p|h[1-6])[^>]*>\s*<\/(?:p|h[1-6])>/g, "<hr>")
    .replace(/<tr[^>]*>([\s\S]*?)<\/tr>/g, (_all, cells: string) => rowOf(cells));
  const blocks = withRows.split(/(<li[^>]*>)|<\/?(?:p|h[1-6]|ul|ol|table|tbody|thead|br)[^>]*>|<\/li>|(<hr>)/);
  let isBullet = false;
  for (const block of blocks) {
    if (block === undefined || block === "") continue;
    if (block.startsWith("<li")) isBullet = true;
    else if (block === "<hr>") isApart = true;
    else {
      for (const part of unescaped(block.replace(/<[^>]*>/g, "")).split("\n")) {
        const line = cvLine(part, isApart, isBullet);
        if (!line) continue;
        lines.push(line);
        isApart = false;
      }
      isBullet = false;
    }
  }
  return lines;
}

/** A row whose cells hold a line each is one line; cells with more are read one after the other, as columns are. */
function rowOf(cells: string): string {
  const each = [...cells.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, cell = ""]) => cell);
  const isLine = (cell: string) => (cell.match(/<\/(?:p|h[1-6]|li)>/g)?.length ?? 0) <= 1;
  const plain = each.map((cell) => cell.replace(/<\/?(?:p|h[1-6])[^>]*>/g, " "));
  if (each.every(isLine)) return `<p>${plain.join("\t")}</p>`;
  // Times in the first cell belong above what stands beside them.
  return each.join("");
}

/** The words of a Word document (.docx), in the order written.
 *  @throws {DocumentRefused} too_much, damaged, unsupported, encrypted, no_text */
export async function docxLines(bytes: Uint8Array): Promise<readonly CvLine[]> {
  try {
    const html = await mammoth.convertToHtml(
      { buffer: await onlyNeeded(bytes) },
      { includeDefaultStyleMap: true, externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    );
    const lines = linesOfHtml(html.value);
    if (lines.length === 0) throw new DocumentRefused("no_text");
    return lines;
  } catch (error) {
    throw error instanceof DocumentRefused ? error : new DocumentRefused("damaged", { cause: error });
  }
}
