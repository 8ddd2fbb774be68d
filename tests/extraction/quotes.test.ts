import { describe, expect, test } from "vitest";
import { findQuote } from "../../src/extraction/quotes.ts";

const text = "Ik  zei: ‘dat doe ik zelf’ en toen heb ik\nde muur GESTUUKT. Koken, koken!";
const quoted = (quote: string, near = 0) => {
  const span = findQuote(text, quote, near);
  return span && text.slice(span.start, span.end);
};

describe("a quote is found where it stands", () => {
  test.for([
    ["heb ik de muur gestuukt", "heb ik\nde muur GESTUUKT"],
    ["Ik zei", "Ik  zei"],
    ["'dat doe ik zelf'", "dat doe ik zelf"],
    ["de muur gestuukt.", "de muur GESTUUKT"],
  ] as const)("%s", ([quote, standing]) => {
    expect(quoted(quote)).toBe(standing);
  });

  test("the one nearest to where it was said to be", () => {
    expect(findQuote(text, "koken", text.length)?.start).toBe(text.lastIndexOf("koken"));
  });
});

test.for(["de muur geschilderd", "muur gestuuk", "", "  ", "ik heb de muur gestuukt"])("what was not said is no quote: %j", (quote) => {
  expect(quoted(quote)).toBeNull();
});
