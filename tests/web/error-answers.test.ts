import { expect, test } from "vitest";
import { HolderErasedError } from "../../src/dialogs/turn-errors.ts";
import { HolderGoneError } from "../../src/passport/errors.ts";
import { errorAnswer } from "../../src/web/error-answers.ts";

// A message on its way while its writer erased everything was answered with an error of ours.
test.for([new HolderGoneError(), new HolderErasedError()])("what is under way while everything is erased finds nothing: $code", (error) => {
  expect(errorAnswer(error)).toMatchObject({ status: 404, code: "not_found" });
});
