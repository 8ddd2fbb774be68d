import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Area, experienceAreas } from "../../domain/area.ts";
import { CredentialLevel } from "../../domain/finding.ts";
import { levelFits, qualificationLevels } from "../../domain/ladder.ts";
import { canGoInto } from "../../domain/merging.ts";
import { type Claim, type ClaimLevel, type Passport, PlainLevel } from "../../domain/passport.ts";
import { LabelLanguage } from "../../domain/other-languages.ts";
import type { PassportEvent } from "../../domain/passport-events.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { HeadingOf } from "../../domain/skill-heading.ts";
import { ownClaim } from "./own-claim.ts";

const Id = z.string().min(1).max(100);
const Line = z.string().trim().min(1).max(300);
const OptionalLine = Line.nullable();
const SkillName = z.string().trim().min(1).max(120);
const OwnText = z.string().trim().min(1).max(600);

const PageLevel = z.discriminatedUnion("scheme", [
  z.strictObject({ scheme: z.literal("plain"), value: PlainLevel }),
  z.strictObject({ scheme: z.literal("cefr"), value: z.enum(["A1", "A2", "B1", "B2", "C1", "C2"]) }),
]) satisfies z.ZodType<ClaimLevel>;

/** Of NLQF and EQF only the levels there are; whatever else was told is kept as it was told. */
const PageCredentialLevel = CredentialLevel.refine(({ scheme, value }) => {
  const levels = scheme === "NLQF" || scheme === "EQF" ? qualificationLevels[scheme] : null;
  return levels === null || levels.includes(value);
});

/** What a holder may do to the passport on the page. Nothing here makes a claim of somebody else's words: only `add_own` makes one,
 *  and it says so. */
export const PageAction = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("set_level"), claimId: Id, level: PageLevel.nullable() }),
  z.strictObject({ action: z.literal("set_hidden"), claimId: Id, hidden: z.boolean() }),
  z.strictObject({ action: z.literal("relabel_claim"), claimId: Id, label: SkillName }),
  z.strictObject({ action: z.literal("erase_claim"), claimId: Id }),
  z.strictObject({ action: z.literal("choose_label_language"), language: LabelLanguage.nullable() }),
  z.strictObject({ action: z.literal("add_own"), label: SkillName, example: OwnText.nullable(), about: Area }),
  z.strictObject({ action: z.literal("move_claim"), claimId: Id, beforeId: Id.nullable() }),
  z.strictObject({ action: z.literal("merge_claims"), claimId: Id, fromId: Id }),
  z.strictObject({ action: z.literal("unmerge_claims"), claimId: Id, fromId: Id }),
  z.strictObject({ action: z.literal("remove_file"), claimId: Id, fileId: Id }),
  z.strictObject({ action: z.literal("remove_credential_file"), credentialId: Id, fileId: Id }),
  z.strictObject({ action: z.literal("erase_experience"), experienceId: Id }),
  z.strictObject({ action: z.literal("erase_credential"), credentialId: Id }),
  z.strictObject({ action: z.literal("erase_want"), wantId: Id }),
  z.strictObject({ action: z.literal("erase_who"), whoId: Id }),
  z.strictObject({ action: z.literal("edit_want"), wantId: Id, text: OwnText }),
  z.strictObject({ action: z.literal("edit_who"), whoId: Id, text: OwnText }),
  z.strictObject({
    action: z.literal("edit_experience"),
    experienceId: Id,
    changes: z.strictObject({
      /** Which part of life it belongs to. */
      area: z.enum(experienceAreas).optional(),
      title: Line.optional(),
      organisation: OptionalLine.optional(),
      start: OptionalLine.optional(),
      end: OptionalLine.optional(),
      summary: z.string().trim().min(1).max(2000).nullable().optional(),
    }),
  }),
  z.strictObject({
    action: z.literal("edit_credential"),
    credentialId: Id,
    changes: z.strictObject({
      title: Line.optional(),
      institution: OptionalLine.optional(),
      date: OptionalLine.optional(),
      level: PageCredentialLevel.nullable().optional(),
      finished: z.boolean().nullable().optional(),
    }),
  }),
]);
export type PageAction = z.infer<typeof PageAction>;

export const PageActions = z.strictObject({ actions: z.array(PageAction).min(1).max(50) });

function own<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const found = list.find((each) => each.id === id);
  if (!found) throw new RefusalError("not_found", "This is not in the passport");
  return found;
}

function given<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  return Object.assign(kept, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
}

/** @throws {RefusalError} level_not_of_this */
function checkLevel(claim: Claim, level: ClaimLevel | null, headingOf: HeadingOf): void {
  if (level === null || levelFits(level, claim.uri === null ? null : headingOf(claim.uri))) return;
  throw new RefusalError("level_not_of_this", "A CEFR level is for languages; other skills have a level in plain words");
}

/** The event that an action stands for.
 *  @throws {RefusalError} not_found where the passport holds no such thing, claim_has_concept, level_not_of_this, claim_not_mergeable,
 *  consent_missing */
export function eventOf(action: PageAction, passport: Passport, at: string, headingOf: HeadingOf): PassportEvent {
  switch (action.action) {
    case "set_level": {
      const claim = own(passport.claims, action.claimId);
      checkLevel(claim, action.level, headingOf);
      return { type: "claim_level_set", at, claimId: claim.id, level: action.level };
    }
    case "add_own":
      if (passport.consents.length === 0) throw new RefusalError("consent_missing", "Agree to the notice in the conversation first");
      return { type: "claim_confirmed", at, claim: ownClaim(randomUUID(), action, passport.language, at) };
    case "choose_label_language":
      return { type: "label_language_chosen", at, language: action.language };
    case "move_claim":
      return {
        type: "claim_moved",
        at,
        claimId: own(passport.claims, action.claimId).id,
        beforeId: action.beforeId === null ? null : own(passport.claims, action.beforeId).id,
      };
    case "merge_claims": {
      const [into, from] = [own(passport.claims, action.claimId), own(passport.claims, action.fromId)];
      if (!canGoInto(from, into)) throw new RefusalError("claim_not_mergeable", "Somebody else stands for this skill: merge the other one into it");
      return { type: "claims_merged", at, claimId: into.id, fromId: from.id };
    }
    case "unmerge_claims": {
      const into = own(passport.claims, action.claimId);
      const doubles = (into.merged ?? []).map(({ claim }) => claim);
      return { type: "claims_unmerged", at, claimId: into.id, fromId: own(doubles, action.fromId).id };
    }
    case "remove_file": {
      const claim = own(passport.claims, action.claimId);
      return { type: "claim_file_removed", at, claimId: claim.id, fileId: own(claim.files ?? [], action.fileId).id };
    }
    case "remove_credential_file": {
      const credential = own(passport.credentials, action.credentialId);
      const { id: fileId } = own(credential.files ?? [], action.fileId);
      return { type: "credential_file_removed", at, credentialId: credential.id, fileId };
    }
    case "set_hidden":
      return { type: "claim_hidden_set", at, claimId: own(passport.claims, action.claimId).id, hidden: action.hidden };
    case "relabel_claim": {
      const claim = own(passport.claims, action.claimId);
      if (claim.uri !== null) throw new RefusalError("claim_has_concept", "Only a skill in your own words can be worded anew");
      return { type: "claim_relabelled", at, claimId: claim.id, label: action.label };
    }
    case "erase_claim":
      return { type: "claim_erased", at, claimId: own(passport.claims, action.claimId).id };
    case "erase_experience":
      return { type: "experience_erased", at, experienceId: own(passport.experiences, action.experienceId).id };
    case "erase_credential":
      return { type: "credential_erased", at, credentialId: own(passport.credentials, action.credentialId).id };
    case "erase_want":
      return { type: "want_erased", at, wantId: own(passport.wants, action.wantId).id };
    case "erase_who":
      return { type: "who_erased", at, whoId: own(passport.who, action.whoId).id };
    case "edit_want":
      return { type: "want_set", at, want: { ...own(passport.wants, action.wantId), text: action.text } };
    case "edit_who":
      return { type: "who_set", at, who: { ...own(passport.who, action.whoId), text: action.text } };
    case "edit_experience":
      return { type: "experience_set", at, experience: { ...own(passport.experiences, action.experienceId), ...given(action.changes) } };
    case "edit_credential":
      return { type: "credential_set", at, credential: { ...own(passport.credentials, action.credentialId), ...given(action.changes) } };
  }
}
