import { type BundledPages, bundlePages } from "../../src/composition/pages.ts";

let bundled: BundledPages | undefined;

/** The script and style of each page. They are the same whatever stands behind the page, and packing them takes a second: so a file
 *  of tests does it once, however many servers it starts. */
export function pageBundles(): BundledPages {
  return (bundled ??= bundlePages());
}
