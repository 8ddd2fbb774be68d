import { describe, expect, test } from "vitest";
import { codeAlphabet, codeFragment, codeGroups, codeIn, codeLength, isWholeCode, readCode } from "../../src/domain/come-back-code.ts";

const code = "A7K4PX0TM12C58RVFGH93";

describe("what a code is made of", () => {
  test("holds at least 100 bits", () => {
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
    expect(codeLength * Math.log2(codeAlphabet.length)).toBeGreaterThanOrEqual(100);
  });

  test.for(["0OQ", "1IL", "2Z", "5S", "8B", "UV"])("of %s, which look alike, only one is used", (alike) => {
    expect([...alike].filter((symbol) => codeAlphabet.includes(symbol))).toHaveLength(1);
  });

  test("is shown in groups of three", () => {
    expect(codeGroups(code)).toEqual(["A7K", "4PX", "0TM", "12C", "58R", "VFG", "H93"]);
    expect(codeFragment(code)).toBe("#terug=A7K-4PX-0TM-12C-58R-VFG-H93");
  });
});

describe("a code as people type it", () => {
  test.for<[string, string]>([
    ["in groups with dashes", "A7K-4PX-0TM-12C-58R-VFG-H93"],
    ["with spaces", "A7K 4PX 0TM 12C 58R VFG H93"],
    ["in one piece", "A7K4PX0TM12C58RVFGH93"],
    ["in small letters", "a7k 4px 0tm 12c 58r vfg h93"],
    ["with the letter O for nought", "A7K 4PX OTM 12C 58R VFG H93"],
    ["with q for nought, and l and i for one", "a7k 4px qtm l2c 58r vfg h93"],
    ["with Z, S, B and U", "A7K 4PX 0TM IZC SBR UFG H93"],
    ["on several lines, with dots and long dashes", "A7K.4PX –\n0TM — 12C\t58R_VFG/H93. "],
    ["as a pasted link", "http://localhost:3978/#terug=A7K-4PX-0TM-12C-58R-VFG-H93"],
    ["as the end of a link", "#terug=A7K-4PX-0TM-12C-58R-VFG-H93"],
    ["in wide letters", "Ａ７Ｋ４ＰＸ０ＴＭ１２Ｃ５８ＲＶＦＧＨ９３"],
  ])("%s is the same code", ([, typed]) => {
    expect(readCode(typed)).toBe(code);
    expect(isWholeCode(readCode(typed))).toBe(true);
  });

  test.for(["", "A7K", "A7K 4PX 0TM 12C 58R VFG H9", "A7K 4PX 0TM 12C 58R VFG H934", "A7K 4PX 0TM 12C 58R VFG Hé3"])(
    "“%s” is no whole code",
    (typed) => {
      expect(isWholeCode(readCode(typed))).toBe(false);
    },
  );
});

describe("a code in what somebody says", () => {
  test.for([
    "A7K-4PX-0TM-12C-58R-VFG-H93",
    "mijn code is a7k 4px 0tm 12c 58r vfg h93, werkt die nog?",
    "A7K4PX0TM12C58RVFGH93",
    "http://localhost:3978/#terug=A7K-4PX-0TM-12C-58R-VFG-H93",
  ])("is seen in “%s”", (text) => {
    expect(codeIn(text)).toBe(code);
  });

  test.for([
    "Ik werk al 12 jaar in de zorg en ik heb een code van de deur",
    "dat was wel fijn met een kop thee, maar ook erg druk",
    "een dag per week doe ook ik mee aan het eten",
    "arbeidsongeschiktheidsverzekering",
    "ik was van 2001 tot 2019 kok in een hotel",
    "mijn nummer is 06 12345678",
    "ons oma kan nog wel een dag met die bus mee",
  ])("is not seen in “%s”", (text) => {
    expect(codeIn(text)).toBeNull();
  });
});
