import sharp from "sharp";

/** A small whole PDF of one empty page. */
export function somePdf(extra = ""): Uint8Array {
  const body = [
    "%PDF-1.4",
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj",
    extra,
    "trailer<</Root 1 0 R>>",
    "%%EOF\n",
  ];
  return new Uint8Array(Buffer.from(body.join("\n"), "latin1"));
}

/** A picture with what a phone writes along: a place, an owner. */
export async function somePicture(kind: "jpeg" | "png", side = 60): Promise<Uint8Array> {
  const drawn = sharp({ create: { width: side, height: Math.ceil(side / 2), channels: 3, background: "#ffd49a" } });
  const made = drawn.withExif({ IFD0: { Artist: "Iemand Verzonnen", Make: "Telefoon" }, IFD3: { GPSLatitude: "52/1 5/1 0/1" } });
  return new Uint8Array(await made.toFormat(kind).toBuffer());
}

/** So many bytes of a picture that no compression makes smaller. */
export async function noisyPicture(side: number): Promise<Uint8Array> {
  const raw = new Uint8Array(side * side * 3);
  let seed = 7;
  for (let index = 0; index < raw.length; index += 1) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    raw[index] = seed >> 16;
  }
  return new Uint8Array(
    await sharp(raw, { raw: { width: side, height: side, channels: 3 } })
      .png()
      .toBuffer(),
  );
}
