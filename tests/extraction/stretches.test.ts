import { expect, test } from "vitest";
import { stretchesOf } from "../../src/extraction/stretches.ts";

const cut = (text: string) => stretchesOf(text).map(({ start, end }) => text.slice(start, end));
const words = (count: number, word: string) => Array.from({ length: count }, () => word).join(" ");

test.for([
  ["nothing", "  \n ", []],
  ["one sentence", " ik bak brood", ["ik bak brood"]],
  ["a few sentences, together", "ik bak brood.\nEn taart! ", ["ik bak brood.\nEn taart!"]],
  ["sixty words, and then the next", `${words(40, "a")}. ${words(20, "b")}. c c.`, [`${words(40, "a")}. ${words(20, "b")}.`, "c c."]],
  ["a sentence that is too long, cut", `x. ${words(70, "a")}. y.`, ["x.", words(60, "a"), `${words(10, "a")}. y.`]],
] as const)("%s", ([, text, expected]) => {
  expect(cut(text)).toEqual(expected);
});
