import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";

/** A PDF as a word processor makes one, from Typst markup. */
export function pdfOf(markup: string): Uint8Array {
  return new Uint8Array(NodeCompiler.create().pdf({ mainFileContent: `#set page(margin: 2cm)\n#set text(size: 10pt)\n${markup}` }));
}

/** A line of a Word document: "# " a heading, "- " in a list, "a | b" a row of a table, "*…*" bold; "" a blank line. */
export async function docxOf(text: string): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [];
  let rows: TableRow[] = [];
  const endTable = (): void => {
    if (rows.length > 0) children.push(new Table({ rows }));
    rows = [];
  };
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line.includes(" | ")) {
      const cells = line.split(" | ").map((cell) => new TableCell({ children: cell.split(" / ").map((each) => new Paragraph(each)) }));
      rows.push(new TableRow({ children: cells }));
      continue;
    }
    endTable();
    if (line.startsWith("# ")) children.push(new Paragraph({ text: line.slice(2), heading: HeadingLevel.HEADING_1 }));
    else if (line.startsWith("- ")) children.push(new Paragraph({ text: line.slice(2), bullet: { level: 0 } }));
    else if (line.startsWith("*")) children.push(new Paragraph({ children: [new TextRun({ text: line.replaceAll("*", ""), bold: true })] }));
    else children.push(new Paragraph(line));
  }
  endTable();
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
