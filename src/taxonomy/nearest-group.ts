/** A concept stands at most so many steps below its group. */
const maxSteps = 12;

/**
 * The group a concept belongs to: one it is in itself, else the nearest that a broader concept is in.
 * @param broader of each URI (or id) the broader ones, in the order of the source
 */
export function nearestGroup(start: string, broader: ReadonlyMap<string, readonly string[]>, isGroup: (one: string) => boolean): string | undefined {
  const seen = new Set([start]);
  let level: readonly string[] = [start];
  for (let step = 0; step < maxSteps && level.length > 0; step++) {
    level = level.flatMap((one) => broader.get(one) ?? []).filter((one) => !seen.has(one));
    const found = level.find(isGroup);
    if (found) return found;
    for (const one of level) seen.add(one);
  }
  return undefined;
}
