import { describe, expect, test } from "vitest";
import { longestMessage } from "../../src/domain/message-text.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";
import { withoutPlanted } from "../../src/extraction/planted.ts";

const ofLength = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

// Found by an attack on the running server: each of these kept everybody waiting, the first one without end after thirty words.
describe.for([
  ["a word of courtesy", "en "],
  ["several of them", "please en nu just "],
  ["courtesies with signs between", "en, - en; "],
  ["empty lines", "\n"],
  ["empty lines with a blank", "\n "],
  ["marks of a heading", "# "],
  ["quotes that open", "“ "],
  ["quotes around letters", "“ a “ "],
  ["ends of sentences", ". "],
  ["names with a colon", "a: "],
  ["new, again and again", "new the "],
] as const)("%s over and over", ([, piece]) => {
  test.for([90, 400, 4_000, longestMessage])("in %i letters is read", (length) => {
    const text = ofLength(piece, length);
    expect(withoutPlanted(text)).toHaveLength(text.length);
    expect(extractEmbedded({ id: "u", text, about: null }, "nl").candidates.length).toBeLessThan(5);
  });
});
