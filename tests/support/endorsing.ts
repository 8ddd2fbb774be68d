import type { PassportStore } from "../../src/domain/store.ts";
import type { Endorsing } from "../../src/review/endorsement-credential.ts";
import { createOrganisationKeys } from "../../src/review/organisation-keys.ts";
import { createStatusLists, type StatusLists } from "../../src/review/status-lists.ts";

/** What signs endorsements, with this store's keys, and a place in a status list for each. */
export function endorsingWith(store: PassportStore): Endorsing & { readonly statusLists: StatusLists } {
  const keys = createOrganisationKeys(store);
  const address = new URL("https://skills.example.org/endorsement-status/");
  return { keys, statusLists: createStatusLists({ store, keys, address, nowMs: Date.now }) };
}
