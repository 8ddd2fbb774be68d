import { expect, test } from "vitest";
import { actionTitle } from "../../../src/web/chat/client/activities.ts";

const pick = (title: string, value: string) => ({ title, data: { action: "pick", about: "q", value } });

test.for([
  { title: "1. Je zaagt planken", said: "Je zaagt planken", because: "its place in the list is not what was said" },
  { title: "1. 3. klas begeleiden", said: "3. klas begeleiden", because: "only the place goes, not a number of the words themselves" },
  { title: "3. klas begeleiden", said: "3. klas begeleiden", because: "another number is no place" },
  { title: "Je zaagt planken", said: "Je zaagt planken", because: "lists of before have no numbers" },
])("a choice from a list, “$title”, is answered in words: $because", ({ title, said }) => {
  expect(actionTitle({ actions: [pick(title, "a"), pick("2. Je schaaft", "b")] }, { action: "pick", about: "q", value: "a" })).toBe(said);
});

test("places count among what is chosen from alone; what is no choice of a list stays as it stands there", () => {
  const card = { actions: [{ title: "1. Later", data: { action: "later", about: "q" } }, pick("1. Je schaaft", "b")] };
  expect(actionTitle(card, { action: "later", about: "q" })).toBe("1. Later");
  expect(actionTitle(card, { action: "pick", about: "q", value: "b" })).toBe("Je schaaft");
});
