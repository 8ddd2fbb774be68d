import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { z } from "zod";

export interface ReadPdf {
  readonly pages: number;
  readonly title: string;
  readonly language: string;
  readonly isTagged: boolean;
  /** Roles in the structure tree, each as often as it is there: "H1", "P", "Link" … */
  readonly roles: readonly string[];
  readonly links: readonly string[];
  /** All text as one, single spaces, without places to break a word. */
  readonly text: string;
}

const Info = z.looseObject({ Title: z.string().default(""), Language: z.string().nullable() });

function rolesIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const role = "role" in node && typeof node.role === "string" ? [node.role] : [];
  return [...role, ...("children" in node && Array.isArray(node.children) ? node.children.flatMap(rolesIn) : [])];
}

/** Reads a PDF as others do: with a reader that is not what made it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  try {
    const info = Info.parse((await document.getMetadata()).info);
    const marked: unknown = await document.getMarkInfo();
    const roles: string[] = [];
    const links: string[] = [];
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      roles.push(...rolesIn(await page.getStructTree()));
      for (const each of await page.getAnnotations()) if (typeof each.url === "string") links.push(each.url);
      const { items } = await page.getTextContent();
      texts.push(...items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : "")));
    }
    return {
      pages: document.numPages,
      title: info.Title,
      language: info.Language ?? "",
      isTagged: marked instanceof Map && marked.get("Marked") === true,
      roles,
      links,
      text: texts.join("").replaceAll("\u200B", "").replace(/\s+/g, " "),
    };
  } finally {
    await task.destroy();
  }
}
