import { readFile } from "node:fs/promises";
import { z } from "zod";
import { SkillHeading } from "../domain/skill-heading.ts";
import { DamagedTaxonomyError } from "./errors.ts";
import { escoUri } from "./everyday-texts.ts";

/** `taxonomy/headings.json`: which plain heading a skill stands under. */
export const HeadingTable = z.strictObject({
  /** By ESCO code of a group, or the beginning of one: "S3" is for all of S3, "S3.5" for what is below that. */
  codes: z.record(z.string(), SkillHeading),
  /** ESCO codes by UUID, of the groups of the starter taxonomy. */
  groups: z.record(z.uuid(), z.string()),
  /** By UUID of a concept, where the heading of its group would not be true of it. */
  concepts: z.record(z.uuid(), SkillHeading),
});
export type HeadingTable = z.infer<typeof HeadingTable>;

export interface Headings {
  /** @param group URI of the concept's group  @param code its ESCO code, where the download tells it */
  of(concept: string, group: string | null, code?: string | null): SkillHeading;
}

const tableFile = new URL("../../taxonomy/headings.json", import.meta.url);

/** @throws {DamagedTaxonomyError} */
export async function loadHeadings(): Promise<Headings> {
  try {
    return headingsFrom(HeadingTable.parse(JSON.parse(await readFile(tableFile, "utf8"))));
  } catch (cause) {
    throw new DamagedTaxonomyError("taxonomy/headings.json cannot be read", { cause });
  }
}

/** A concept's own heading, else that of the longest beginning of its group's code; "other" where there is none. */
export function headingsFrom({ codes, groups, concepts }: HeadingTable): Headings {
  const ofConcept = new Map(Object.entries(concepts).map(([id, heading]) => [escoUri(id), heading]));
  const codeOf = new Map(Object.entries(groups).map(([id, code]) => [escoUri(id), code]));
  const ofCode = new Map(Object.entries(codes));
  return {
    of(concept, group, code) {
      const own = ofConcept.get(concept);
      if (own) return own;
      const full = group === null ? null : (codeOf.get(group) ?? fieldOfEducation(group) ?? code ?? null);
      const nearest = full === null ? undefined : beginnings(full).find((beginning) => ofCode.has(beginning));
      return (nearest === undefined ? undefined : ofCode.get(nearest)) ?? "other";
    },
  };
}

/** ISCED-F codes stand in the URI. */
function fieldOfEducation(group: string): string | null {
  return /\/isced-f\/(\d{2,4})$/.exec(group)?.[1] ?? null;
}

/** Longest first: "S3.5.1", "S3.5", "S3", "S"; of an ISCED-F code each digit is a step: "0721", "072", "07". */
function beginnings(code: string): string[] {
  if (/^\d+$/.test(code)) return [code, code.slice(0, 3), code.slice(0, 2)];
  const steps = code.split(".");
  return [...steps.map((_, index) => steps.slice(0, steps.length - index).join(".")), code.slice(0, 1)];
}
