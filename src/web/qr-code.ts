import { toString as drawQr } from "qrcode";

/** A link as a square drawing (SVG); four light modules around it, as readers of QR codes need. */
export async function qrSvg(link: string): Promise<string> {
  return drawQr(link, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
}
