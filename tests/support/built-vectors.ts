import { haveVectors } from "./application.ts";

/** Before all tests: the vectors of the starter taxonomy, once for everybody. A minute on a fresh clone, nothing afterwards. */
export async function setup(): Promise<void> {
  // Where they cannot be built, the tests that need them say why.
  await haveVectors().catch((error: unknown) => console.warn(error));
}
