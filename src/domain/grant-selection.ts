import type { GrantPart, GrantView } from "./grant.ts";
import type { Claim, Passport } from "./passport.ts";

/** What a view proposes to show; the holder sees it, and changes it where it does not fit. */
export interface ViewSelection {
  readonly claimIds: readonly string[];
  readonly parts: readonly GrantPart[];
}

/** What was done is told in the holder's own words, often as they came: it goes along only where the holder puts it in. */
const partsOf: Readonly<Record<GrantView, readonly GrantPart[]>> = {
  applying: ["credentials"],
  developing: ["credentials", "wants"],
  orienting: ["who", "wants"],
  picked: [],
};

function belongs(view: GrantView, claim: Pick<Claim, "level">): boolean {
  if (view === "picked") return false;
  // To an employer one shows what one can do alone; what is still being learned belongs to the other two.
  return view !== "applying" || claim.level?.value !== "with_help";
}

/** The skills and parts that suit a view. Hidden skills never do: the page promises that they are not shared. */
export function selectionFor(view: GrantView, { claims }: { readonly claims: readonly Pick<Claim, "id" | "hidden" | "level">[] }): ViewSelection {
  return { claimIds: claims.filter((claim) => !claim.hidden && belongs(view, claim)).map(({ id }) => id), parts: partsOf[view] };
}

/** Parts that hold something to show. */
export function partsWithContent(passport: Pick<Passport, GrantPart>): readonly GrantPart[] {
  return (["who", "wants", "experiences", "credentials"] as const).filter((part) => passport[part].length > 0);
}
