import { createCipheriv } from "node:crypto";
import { constants, deflateRawSync, deflateSync } from "node:zlib";
import type { DocumentProblem } from "../../src/domain/document.ts";
import { zipOf } from "../taxonomy/zip-writer.ts";
import { docxOf, pdfOf, textBytes } from "./document-makers.ts";

export interface OddDocument {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  /** What is said of it: one of these. */
  readonly problems: readonly DocumentProblem[];
}

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const wordBody = (inside: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${inside}</w:t></w:r></w:p></w:body></w:document>`;

interface Part {
  readonly path: string;
  readonly content: Buffer | string;
  readonly claimedBytes?: number;
}

const wordOf = (document: string | Buffer, more: readonly Part[] = [], claimedBytes?: number): Uint8Array =>
  new Uint8Array(
    zipOf([
      { path: "[Content_Types].xml", content: contentTypes },
      { path: "_rels/.rels", content: relations },
      { path: "word/document.xml", content: document, ...(claimedBytes === undefined ? {} : { claimedBytes }) },
      ...more,
    ]),
  );

const laughs = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join("");

/** A PDF of one page, with the content stream given; offsets are left to whoever reads it to find. */
function rawPdf(stream: Buffer, dictionary: string, trailer = ""): Uint8Array {
  const head =
    "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj\n" +
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n" +
    `4 0 obj<<${dictionary}/Length ${stream.length}>>stream\n`;
  return new Uint8Array(Buffer.concat([Buffer.from(head), stream, Buffer.from(`\nendstream endobj\ntrailer<</Root 1 0 R${trailer}>>\n%%EOF\n`)]));
}

/** Locked with a password that nobody gives: what stands in it is noise. */
function lockedPdf(): Uint8Array {
  const noise = createCipheriv("aes-256-ctr", Buffer.alloc(32, 7), Buffer.alloc(16, 9)).update(Buffer.alloc(200));
  const hex = (bytes: number, fill: number) => Buffer.alloc(bytes, fill).toString("hex");
  return rawPdf(
    noise,
    "",
    `/ID[<${hex(16, 1)}><${hex(16, 1)}>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${hex(32, 3)}>/U<${hex(32, 5)}>>>`,
  );
}

/** The file that Word makes of a document with a password: as far as it is looked at. */
const lockedWord = (): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(400)]),
  );

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 ** 2);

/** A zlib stream that unpacks to so many megabytes: one packed megabyte, over and over. */
function packedZeros(megabytes: number): Buffer {
  const one = deflateRawSync(zeros(1), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: megabytes }, () => one), Buffer.from([0x03, 0x00, 0, 0, 0, 1])]);
}

export const oddDocuments: readonly OddDocument[] = [
  { name: "nothing at all", bytes: () => new Uint8Array(), problems: ["empty"] },
  { name: "100 MB", bytes: () => new Uint8Array(100 * 1024 ** 2), problems: ["too_large"] },
  {
    name: "a picture that is called a PDF",
    bytes: () => new Uint8Array(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")),
    problems: ["picture"],
  },
  { name: "a photo of a telephone", bytes: () => new Uint8Array(Buffer.from("00000018667479706865696300000000", "hex")), problems: ["picture"] },
  {
    name: "a Word document of before 2007",
    bytes: () => new Uint8Array(Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(500)])),
    problems: ["old_word"],
  },
  { name: "a Word document with a password", bytes: lockedWord, problems: ["encrypted"] },
  { name: "a PDF with a password", bytes: lockedPdf, problems: ["encrypted"] },
  { name: "a scan: a PDF with a picture and no letter", bytes: () => pdfOf("#rect(width: 100%, height: 50%, fill: gray)"), problems: ["no_text"] },
  { name: "a PDF that was cut off", bytes: () => pdfOf("= Ervaring\n2010 - 2012 Kok, Pan").subarray(0, 900), problems: ["damaged", "no_text"] },
  { name: "only the head of a PDF", bytes: () => textBytes("%PDF-1.7\n"), problems: ["damaged"] },
  {
    name: "a PDF full of noise",
    bytes: () => new Uint8Array(Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(50_000, "\x93obj<<")])),
    problems: ["damaged", "no_text"],
  },
  {
    name: "a PDF whose stream unpacks to 900 MB",
    bytes: () => rawPdf(packedZeros(900), "/Filter/FlateDecode"),
    problems: ["too_much", "too_slow", "no_text", "damaged"],
  },
  {
    name: "a PDF packed twice over",
    bytes: () => rawPdf(deflateSync(packedZeros(600)), "/Filter[/FlateDecode/FlateDecode]"),
    problems: ["too_much", "too_slow", "no_text", "damaged"],
  },
  {
    name: "a PDF whose pages are their own parents",
    bytes: () =>
      textBytes(
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
      ),
    problems: ["damaged", "no_text", "too_slow"],
  },
  { name: "a zip bomb called a Word document", bytes: () => wordOf(zeros(40)), problems: ["too_much"] },
  { name: "a zip bomb that says it is small", bytes: () => wordOf(zeros(40), [], 500), problems: ["damaged"] },
  {
    name: "entities in entities",
    bytes: () => wordOf(`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]>${wordBody("&l9;")}`),
    problems: ["damaged"],
  },
  {
    name: "an entity that names a file of the server",
    bytes: () => wordOf(`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wordBody("&x;")}`),
    problems: ["damaged"],
  },
  {
    name: "entities in UTF-16",
    bytes: () =>
      wordOf(Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]>${wordBody("&l9;")}`, "utf16le")),
    problems: ["damaged"],
  },
  { name: "a Word document that is no XML", bytes: () => wordOf("<w:document><w:body>"), problems: ["damaged", "no_text"] },
  {
    name: "a very deep Word document",
    bytes: () => wordOf(wordBody(`${"<w:p>".repeat(20_000)}${"</w:p>".repeat(20_000)}`)),
    problems: ["damaged", "too_much", "no_text", "too_slow"],
  },
  { name: "an empty Word document", bytes: () => docxOf(""), problems: ["no_text"] },
  { name: "a zip of something else", bytes: () => new Uint8Array(zipOf([{ path: "foto.jpg", content: "x" }])), problems: ["unsupported"] },
  { name: "a zip that was cut off", bytes: async () => (await docxOf("# Werk\n- iets")).subarray(0, 2_000), problems: ["damaged"] },
  {
    name: "a zip with more entries than a document has",
    bytes: () =>
      wordOf(
        wordBody("x"),
        Array.from({ length: 2_500 }, (_, at) => ({ path: `word/media/${at}.png`, content: "" })),
      ),
    problems: ["too_much"],
  },
  {
    name: "a text of another program (ODT)",
    bytes: () => new Uint8Array(zipOf([{ path: "mimetype", content: "application/vnd.oasis.opendocument.text" }])),
    problems: ["unsupported"],
  },
  { name: "RTF", bytes: () => textBytes("{\\rtf1 Werkervaring}"), problems: ["unsupported"] },
  { name: "a web page", bytes: () => textBytes("<!DOCTYPE html><script>alert(1)</script>"), problems: ["unsupported"] },
  {
    name: "a program",
    bytes: () => new Uint8Array(Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01", "latin1"), Buffer.alloc(4_000)])),
    problems: ["unsupported"],
  },
  { name: "noise", bytes: () => new Uint8Array(Buffer.alloc(5_000, "\x01\x02\x00\xff", "latin1")), problems: ["unsupported"] },
  { name: "a passport of ours", bytes: () => textBytes('{"format":"skillsgesprek-passport","version":1}'), problems: ["passport"] },
  { name: "JSON of something else", bytes: () => textBytes('{"invoice":12}'), problems: ["unsupported"] },
  { name: "JSON that ends early", bytes: () => textBytes('{"work":[{"position":"Kok"'), problems: ["damaged"] },
  { name: "JSON as deep as the sea", bytes: () => textBytes(`{"work":${"[".repeat(150_000)}`), problems: ["damaged", "unsupported"] },
  { name: "a letter to a friend", bytes: () => textBytes("Lieve Sam,\n\nHet regent hier al dagen. Tot snel!\n"), problems: ["nothing_found"] },
  { name: "numbers and no word", bytes: () => textBytes("1 2 3\n4 5 6\n"), problems: ["no_text"] },
  { name: "a list of gigs without a gig", bytes: () => textBytes("datum;klant;taak;beoordeling\n"), problems: ["nothing_found"] },
];
