import { z } from "zod";
import { CredentialLevel } from "../../domain/finding.ts";
import { type ClaimLevel, type Passport, PlainLevel } from "../../domain/passport.ts";
import type { PassportEvent } from "../../domain/passport-events.ts";
import { RefusalError } from "../../domain/refusals.ts";

const Id = z.string().min(1).max(100);
const Line = z.string().trim().min(1).max(300);
const OptionalLine = Line.nullable();
const OwnText = z.string().trim().min(1).max(600);

const PageLevel = z.discriminatedUnion("scheme", [
  z.strictObject({ scheme: z.literal("plain"), value: PlainLevel }),
  z.strictObject({ scheme: z.literal("cefr"), value: z.enum(["A1", "A2", "B1", "B2", "C1", "C2"]) }),
]) satisfies z.ZodType<ClaimLevel>;

/** What a holder may do to the passport on the page. Nothing here makes a claim: only a conversation does. */
export const PageAction = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("set_level"), claimId: Id, level: PageLevel.nullable() }),
  z.strictObject({ action: z.literal("set_hidden"), claimId: Id, hidden: z.boolean() }),
  z.strictObject({ action: z.literal("relabel_claim"), claimId: Id, label: z.string().trim().min(1).max(120) }),
  z.strictObject({ action: z.literal("erase_claim"), claimId: Id }),
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
      level: CredentialLevel.nullable().optional(),
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

/** The event that an action stands for.
 *  @throws {RefusalError} not_found where the passport holds no such thing, claim_has_concept */
export function eventOf(action: PageAction, passport: Passport, at: string): PassportEvent {
  switch (action.action) {
    case "set_level":
      return { type: "claim_level_set", at, claimId: own(passport.claims, action.claimId).id, level: action.level };
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
