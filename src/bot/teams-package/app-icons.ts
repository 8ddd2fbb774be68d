import sharp from "sharp";

/** Teams' sizes, in pixels. */
export const colourIconSize = 192;
export const outlineIconSize = 32;

/** Behind the colour icon, and beside it in Teams. */
export const accentColour = "#0f6b60";

const bubble = "M13 8h22a7 7 0 0 1 7 7v13a7 7 0 0 1-7 7H24.500l-7.2 5.200a1.5 1.5 0 0 1-2.3-1.200v-4.000H13a7 7 0 0 1-7-7V15a7 7 0 0 1 7-7z";
const stem = "M24 30V19.5";
const rightLeaf = "M24 22.500c0-5.0 3.0-8.0 8.5-8.3.4 5.3-3.1 8.5-8.5 8.300z";
const leftLeaf = "M24 26.800c.2-4.1-2.4-6.8-7.5-7.2-.2 4.7 2.6 7.4 7.5 7.200z";

const colour = `<svg xmlns="http://www.w3.org/2000/svg" width="${colourIconSize}" height="${colourIconSize}" viewBox="0 0 48 48">
<rect width="48" height="48" fill="${accentColour}"/><path fill="#fff" d="${bubble}"/>
<path fill="none" stroke="${accentColour}" stroke-width="2" stroke-linecap="round" d="${stem}"/>
<path fill="#e08a1e" d="${rightLeaf}"/><path fill="${accentColour}" d="${leftLeaf}"/></svg>`;

/** White lines on nothing, as Teams asks of it. */
const outline = `<svg xmlns="http://www.w3.org/2000/svg" width="${outlineIconSize}" height="${outlineIconSize}" viewBox="3 3 42 42">
<g fill="none" stroke="#fff" stroke-width="2.8" stroke-linejoin="round" stroke-linecap="round"><path d="${bubble}"/>
<path d="${stem}"/></g><path fill="#fff" d="${rightLeaf}"/><path fill="#fff" d="${leftLeaf}"/></svg>`;

function drawn(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg, "utf8")).png({ compressionLevel: 9 }).toBuffer();
}

export interface AppIcons {
  /** PNG, 192 × 192, opaque. */
  readonly colour: Buffer;
  /** PNG, 32 × 32, white on a transparent ground. */
  readonly outline: Buffer;
}

export async function drawAppIcons(): Promise<AppIcons> {
  return { colour: await drawn(colour), outline: await drawn(outline) };
}
