import type { Request } from "restify";
import { RefusalError } from "../../domain/refusals.ts";
import type { CounsellorAccount } from "../../identity/counsellor-accounts.ts";
import type { CounsellorSessions } from "../../identity/counsellor-sessions.ts";
import type { Sessions } from "../../identity/sessions.ts";

export interface Roles {
  readonly sessions: Pick<Sessions, "find">;
  readonly counsellorSessions: Pick<CounsellorSessions, "find">;
}

/** The counsellor whose session this request comes with.
 *  @throws {RefusalError} role_not_allowed for a holder, session_missing for somebody nobody knows */
export async function ownCounsellor({ sessions, counsellorSessions }: Roles, request: Request): Promise<CounsellorAccount> {
  const counsellor = await counsellorSessions.find(request.headers.cookie);
  if (counsellor) return counsellor;
  if (await sessions.find(request.headers.cookie)) throw new RefusalError("role_not_allowed", "This is for counsellors: sign in as one first");
  throw new RefusalError("session_missing", "There is no session: sign in first");
}

/** Calls that only a holder's own page makes. */
const holdersOnly =
  /^\/(?:api\/(?:passport|erase|session\/end|come-back-code$|come-back-code\/end|sharing|grants|request-link|requests\/.|reviews)|v3\/directline\/tokens\/generate)/;

/** A counsellor who is nobody's holder on this device hears that this is not for them, rather than that they should sign in.
 *  @throws {RefusalError} role_not_allowed */
export async function refuseCounsellors({ sessions, counsellorSessions }: Roles, request: Request): Promise<void> {
  if (!holdersOnly.test(request.getPath())) return;
  const cookies = request.headers.cookie;
  if (cookies === undefined || (await sessions.find(cookies))) return;
  if (await counsellorSessions.find(cookies)) throw new RefusalError("role_not_allowed", "This is for the holder of a passport alone");
}
