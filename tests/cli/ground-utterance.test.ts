import { expect, test } from "vitest";
import { groundUtterance } from "../../src/cli/ground-utterance.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";
import { createSkillFinder } from "../../src/extraction/skill-finder.ts";
import { lexicalGrounder, uri } from "../extraction/some-grounder.ts";

test("what is offered stands first, in the order of how well it fits all the words; what was searched for in others comes last of it", async () => {
  const grounder = lexicalGrounder();
  const finder = createSkillFinder({ extractor: createEmbeddedExtractor(), grounder });
  // The second is read from the story and searched for by its own name, which it fits better than anything fits a sentence.
  const { concepts, accepted, ranked } = await groundUtterance({ grounder, finder }, "ik plak banden en ik blijf altijd rustig", "nl", 3);
  expect(accepted).toBe(2);
  expect(concepts.slice(0, 2).map((concept) => concept.uri)).toEqual([uri(3), uri(4)]);
  expect(concepts).toHaveLength(3);
  expect(ranked).toHaveLength(3);
});
