import { DocumentRefused } from "./document-refused.ts";

export type FileKind = "pdf" | "docx" | "text";

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]) => signature.every((each, at) => bytes[at] === each);

function latin(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.subarray(0, length)).toString("latin1");
}

/** What a file is, by its content alone: neither its name nor what a browser says of it counts.
 *  @throws {DocumentRefused} with the way out for what is known and not read */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new DocumentRefused("empty");
  if (latin(bytes, 1024).includes("%PDF-")) return "pdf";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return "docx";
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    // Word locks a document by putting it, encrypted, into a file of the old kind.
    const isLocked = Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new DocumentRefused(isLocked ? "encrypted" : "old_word");
  }
  const isPicture =
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0x47, 0x49, 0x46, 0x38) ||
    startsWith(bytes, 0x49, 0x49, 0x2a, 0) ||
    startsWith(bytes, 0x4d, 0x4d, 0, 0x2a) ||
    latin(bytes, 12).endsWith("WEBP") ||
    /^.{4}ftyp/s.test(latin(bytes, 12));
  if (isPicture) throw new DocumentRefused("picture");
  if (/^\s*(?:\{\\rtf|<\?xml|<!doctype|<html|#!|MZ|\x7fELF)/i.test(latin(bytes, 64).replace(/^\xef\xbb\xbf/, "")))
    throw new DocumentRefused("unsupported");
  return "text";
}

/** The text of a file, in UTF-8, UTF-16 with its mark, or else the Windows letters of Western Europe.
 *  @throws {DocumentRefused} unsupported, for what is no text */
export function textOf(bytes: Uint8Array): string {
  const text = decoded(bytes);
  const odd = text.slice(0, 20_000).match(/[^\P{Cc}\t\n\v\f\r]|\ufffd/gu)?.length ?? 0;
  if (odd > Math.min(text.length, 20_000) * 0.01) throw new DocumentRefused("unsupported");
  return text;
}

function decoded(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
