import { openExporters } from "../../src/composition/exporters.ts";
import { openPdfSetter } from "../../src/composition/pdf.ts";
import { installationSigner, vouchingIn } from "../../src/composition/signing.ts";
import type { TakeAlong } from "../../src/composition/take-along.ts";
import type { HeadingOf } from "../../src/domain/skill-heading.ts";
import type { PassportStore } from "../../src/domain/store.ts";

/** The ways out of a passport as an installation has them. */
export function takeAlongFor(store: PassportStore, headingOf: HeadingOf = () => "other"): TakeAlong {
  const pdf = openPdfSetter(headingOf);
  const signer = installationSigner({ operatorName: "Buurthuis Oost", publicUrl: null }, store);
  return { pdf, exporters: openExporters({ pdf, signer, vouch: vouchingIn(store) }) };
}
