import { isOwnWord, statusWithFiles } from "./ladder.ts";
import type { Claim, ClaimEvidence, MergedClaim } from "./passport.ts";

function isSame(a: ClaimEvidence, b: ClaimEvidence): boolean {
  return a.quote === b.quote && a.about === b.about && a.experienceId === b.experienceId;
}

/** The quotes without these, each taken out once: the same words may be there twice. */
function withoutEvidence(all: readonly ClaimEvidence[], gone: readonly ClaimEvidence[]): ClaimEvidence[] {
  const left = [...all];
  for (const each of gone) {
    const index = left.findIndex((one) => isSame(one, each));
    if (index !== -1) left.splice(index, 1);
  }
  return left;
}

function fileIds({ files }: Pick<Claim, "files">): ReadonlySet<string> {
  return new Set((files ?? []).map(({ id }) => id));
}

/** A claim that stands on somebody else's word keeps its own name: it can take others in, and cannot go into one. */
export function canGoInto(from: Pick<Claim, "id" | "status">, into: Pick<Claim, "id">): boolean {
  return from.id !== into.id && isOwnWord(from.status);
}

/** `into` with the quotes and files of `from`, and `from` remembered as it was. Level and name are those of `into`. */
export function merge(into: Claim, from: Claim, at: string): Claim {
  const taken = from.merged ?? [];
  const { merged: _, ...single } = from;
  const theirs = new Set(taken.flatMap(({ claim }) => [...fileIds(claim)]));
  const own = {
    ...single,
    evidence: withoutEvidence(
      from.evidence,
      taken.flatMap(({ claim }) => claim.evidence),
    ),
    ...(from.files ? { files: from.files.filter(({ id }) => !theirs.has(id)) } : {}),
  };
  const files = [...(into.files ?? []), ...(from.files ?? [])];
  const changed = {
    ...into,
    evidence: [...into.evidence, ...from.evidence],
    ...(files.length > 0 ? { files } : {}),
    merged: [...(into.merged ?? []), ...taken, { at, claim: own }],
  };
  return { ...changed, status: statusWithFiles(changed) };
}

/** Both as they were before: what was changed of `into` meanwhile stays with it, files that went meanwhile stay gone. */
export function unmerge(into: Claim, entry: MergedClaim): { readonly into: Claim; readonly from: Claim } {
  const there = fileIds(into);
  const theirs = fileIds(entry.claim);
  const single = { ...entry.claim, ...(entry.claim.files ? { files: entry.claim.files.filter(({ id }) => there.has(id)) } : {}) };
  const rest = {
    ...into,
    evidence: withoutEvidence(into.evidence, entry.claim.evidence),
    ...(into.files ? { files: into.files.filter(({ id }) => !theirs.has(id)) } : {}),
    merged: (into.merged ?? []).filter((each) => each !== entry),
  };
  return { into: { ...rest, status: statusWithFiles(rest) }, from: { ...single, status: statusWithFiles(single) } };
}

/** The claim as it is without any file, and so with the status it has without them. */
export function withoutFiles(claim: Claim): Claim {
  const bare = <T extends Pick<Claim, "files" | "status">>(each: T): T => {
    if (each.files === undefined) return each;
    const emptied = { ...each, files: [] };
    return { ...emptied, status: statusWithFiles(emptied) };
  };
  const { merged } = claim;
  return { ...bare(claim), ...(merged ? { merged: merged.map((each) => ({ ...each, claim: bare(each.claim) })) } : {}) };
}
