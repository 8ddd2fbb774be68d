import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskIdentifiers } from "../../src/domain/redaction.ts";

describe("what identifies a person is masked", () => {
  test.for([
    ["mijn bsn is 111222333 hoor", "mijn bsn is [bsn] hoor"],
    ["bsn 1112.22.333", "bsn [bsn]"],
    ["bel 06-98765432 maar", "bel [phone] maar"],
    ["bel +31 6 98 76 54 32", "bel [phone]"],
    ["0031 20 1234567 is kantoor", "[phone] is kantoor"],
    ["ring me on 07700 900456", "ring me on [phone]"],
    ["mail naar j.devries+werk@voorbeeld.nl, graag", "mail naar [email], graag"],
    ["NL91ABNA0417164300 staat op de pas", "[iban] staat op de pas"],
    ["gb29 nwbk 6016 1331 9268 19", "[iban]"],
    ["ik woon in de dorpsstraat 12b", "ik woon in de [address]"],
    ["Van Speykstraat 5-2, 1057 AB Amsterdam is het adres", "[address] is het adres"],
    ["our shop at 12 Mill Lane was busy", "our shop at [address] was busy"],
  ] as const)("%s", ([said, masked]) => {
    expect(maskIdentifiers(said).masked).toBe(masked);
  });
});

describe("numbers that identify nobody stay", () => {
  test.for([
    "van 2019 en 2020 tot 2023",
    "elke dag 400 broeken en 13939 knopen",
    "order 123456789 ging mis",
    "ik liep de Dorpsstraat 3 keer per week",
    "onderweg 2 uur vertraging",
    "om 06 uur 30 begon ik",
    "code 95 en vca 2018",
  ])("%s", (said) => {
    expect(maskIdentifiers(said).masked).toBe(said);
  });
});

test("an offset in the masked text leads back to the same letter of the original", () => {
  const said = "ik woon Kerkstraat 12, bel 06-98765432 en dan repareer ik fietsen";
  const { masked, toOriginal } = maskIdentifiers(said);
  const at = masked.indexOf("repareer");
  expect(said.slice(toOriginal(at), toOriginal(at + "repareer ik fietsen".length))).toBe("repareer ik fietsen");
});

test("whatever is typed, offsets stay in order and inside the text", () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom(" 06-12345678 ", " a@b.nl ", " Kerkstraat 1 ", " 111222333 ", "😀"));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const said = pieces.join("");
      const { masked, toOriginal } = maskIdentifiers(said);
      let last = 0;
      for (let at = 0; at <= masked.length; at++) {
        const original = toOriginal(at);
        if (original < last || original > said.length) return false;
        last = original;
      }
      return toOriginal(masked.length) === said.length;
    }),
  );
});
