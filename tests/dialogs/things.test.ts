import { expect, test } from "vitest";
import { thingToChange } from "../../src/dialogs/things.ts";

const oven = { id: "a", title: "Oven stoken" };
const post = { id: "b", title: "Post bezorgen" };

test.for([
  [{}, [oven], oven],
  [{}, [oven, post], null],
  [{ thingId: "b" }, [oven, post], post],
  [{ thingId: "gone" }, [oven, post], null],
  // Which one goes was asked of several: of the one that is left nobody said so.
  [{ isRemoval: true }, [oven], null],
] as const)("of %j the thing to change among %j is %j", ([asking, things, expected]) => {
  expect(thingToChange(asking, things)).toEqual(expected);
});
