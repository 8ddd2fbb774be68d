import { create } from "qrcode";

/** The dark squares of a drawing, "x,y", the light border of four left out. */
export function darkModules(svg: string): readonly string[] {
  const path = /<path stroke="#000000" d="([^"]+)"/.exec(svg)?.[1] ?? "";
  const dark: string[] = [];
  let [x, y] = [0, 0];
  for (const [, command, first = "0", second = "0"] of path.matchAll(/([Mmh])([\d.-]+)(?: ([\d.-]+))?/g)) {
    if (command === "M") [x, y] = [Number(first), Math.floor(Number(second))];
    else if (command === "m") [x, y] = [x + Number(first), y + Number(second)];
    else for (const end = x + Number(first); x < end; x++) dark.push(`${x - 4},${y - 4}`);
  }
  return dark.toSorted();
}

/** The dark squares that this text has as a QR code. */
export function modulesOf(text: string): readonly string[] {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  return [...data].flatMap((dark, at) => (dark ? [`${at % size},${Math.floor(at / size)}`] : [])).toSorted();
}
