import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { fileLimits } from "../domain/claim-files.ts";
import type { ClaimFileKind } from "../domain/passport.ts";
import { RefusalError } from "../domain/refusals.ts";

export interface EvidenceContent {
  readonly kind: ClaimFileKind;
  readonly bytes: Uint8Array;
}

/** A picture of more pixels is not opened: unpacked, it would fill the memory. */
const maxPixels = 60_000_000;
/** Longest side that is kept: enough to read a diploma. */
const maxSide = 4000;
const maxSeconds = 20;

const kinds: Readonly<Record<string, ClaimFileKind>> = { "application/pdf": "pdf", "image/jpeg": "jpeg", "image/png": "png" };

function unreadable(cause?: unknown): RefusalError {
  return new RefusalError("file_unreadable", "This file is damaged or cut off. Make it again and try once more", { cause });
}

/** What lies around the end of a whole PDF. */
function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048)))
    .toString("latin1")
    .includes("%%EOF");
}

/** The picture drawn anew: what a camera wrote along (place, device, name) and whatever else hides in the file is gone. */
async function redrawn(bytes: Uint8Array, kind: "jpeg" | "png"): Promise<EvidenceContent> {
  const picture = () =>
    sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" })
      .timeout({ seconds: maxSeconds })
      .autoOrient()
      .resize({ width: maxSide, height: maxSide, fit: "inside", withoutEnlargement: true });
  try {
    if (kind === "png") {
      const drawn = await picture().png().toBuffer();
      if (drawn.length <= fileLimits.maxBytes) return { kind, bytes: drawn };
    }
    return { kind: "jpeg", bytes: await picture().flatten({ background: "#ffffff" }).jpeg({ quality: 85 }).toBuffer() };
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** What is kept of a file that somebody handed in. Its content tells the type, never its name or what a browser says of it.
 *  A PDF stays as it is; it is only ever handed out as a download.
 *  @throws {RefusalError} file_too_large, file_unsupported, file_unreadable */
export async function evidenceContent(bytes: Uint8Array): Promise<EvidenceContent> {
  if (bytes.length > fileLimits.maxBytes) throw new RefusalError("file_too_large", "This file is larger than 10 MB. Choose a smaller one");
  if (bytes.length === 0) throw new RefusalError("file_unreadable", "This file is empty. Choose another one");
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  const kind = mime === undefined ? undefined : kinds[mime];
  if (kind === undefined) throw new RefusalError("file_unsupported", "Only a PDF, a JPEG or a PNG can be kept. Choose such a file, or take a photo");
  if (kind !== "pdf") return redrawn(bytes, kind);
  if (!hasEnd(bytes)) throw unreadable();
  return { kind, bytes };
}
