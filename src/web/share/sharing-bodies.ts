import { z } from "zod";
import { grantDays, GrantFor, GrantMode, GrantPart, type GrantSelection, GrantView } from "../../domain/grant.ts";
import { selectionFor } from "../../domain/grant-selection.ts";
import type { Passport } from "../../domain/passport.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { GrantAsked } from "../../review/grants.ts";

const ClaimIds = z.array(z.string().min(1).max(100)).max(1000);
const Parts = z.array(GrantPart).max(4);

/** What somebody may see. Without ids and parts: what the view proposes. */
const AskedGrant = z.strictObject({
  shownAs: z.string().trim().min(1).max(120).nullable().default(null),
  mode: GrantMode.default("read"),
  view: GrantView,
  claimIds: ClaimIds.nullable().default(null),
  parts: Parts.nullable().default(null),
  withQuotes: z.boolean().default(false),
  withFiles: z.boolean().default(false),
  days: z.number().int().min(1).max(grantDays.most).default(grantDays.usual),
});

export const GiveBody = AskedGrant.extend({ for: GrantFor });
export const AcceptBody = AskedGrant;
export const ChangeBody = z.strictObject({ claimIds: ClaimIds, parts: Parts, withQuotes: z.boolean(), withFiles: z.boolean().default(false) });
export const LinkBody = z.strictObject({ link: z.string().min(1).max(100) });
export const AskBody = LinkBody.extend({ from: GrantFor });

/** @throws {RefusalError} request_invalid where nothing at all would be shown */
export function somethingOf<T extends GrantSelection>(selection: T): T {
  if (selection.claimIds.length + selection.parts.length === 0)
    throw new RefusalError("request_invalid", "Nothing was picked to show (at: claimIds)");
  return selection;
}

/** The grant that was asked for, with what its view proposes where nothing was picked. */
export function completed(asked: z.infer<typeof AskedGrant>, passport: Passport): Omit<GrantAsked, "for"> {
  const proposed = selectionFor(asked.view, passport);
  // Files are for who signs in to review, never for whoever has a link.
  const withFiles = asked.withFiles && asked.mode === "review";
  return somethingOf({
    ...asked,
    withFiles,
    claimIds: [...(asked.claimIds ?? proposed.claimIds)],
    parts: [...(asked.parts ?? proposed.parts)],
  });
}
