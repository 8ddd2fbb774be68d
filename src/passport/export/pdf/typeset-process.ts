/** A process of its own that sets one PDF and ends: what goes wrong in the compiler, or never comes back, takes nothing else along. */
import { type TypesetAsked, typeset } from "./typeset.ts";

process.once("message", (asked: TypesetAsked) => {
  let answer: { readonly pdf: Uint8Array } | { readonly failed: true };
  try {
    answer = { pdf: typeset(asked) };
  } catch {
    // What the compiler says may quote the passport: it goes nowhere.
    answer = { failed: true };
  }
  process.send?.(answer, () => process.disconnect());
});
