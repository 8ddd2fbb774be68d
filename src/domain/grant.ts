import { z } from "zod";

const msPerDay = 86_400_000;

/** How long a grant lasts when the holder chose nothing else, and how long at most. */
export const grantDays = { usual: 30, most: 365 } as const;

/** So long after its end the holder can still read whom they let look, and who did; then it goes by itself. */
export const endedGrantDays = 365;

/** What somebody may do with what was shared: look at it, or say something about each skill in it. */
export const GrantMode = z.enum(["read", "review"]);
export type GrantMode = z.infer<typeof GrantMode>;

/** Why a passport is shown: each has a sensible selection of its own, and the holder may pick by hand. */
export const GrantView = z.enum(["applying", "developing", "orienting", "picked"]);
export type GrantView = z.infer<typeof GrantView>;

/** The parts of a passport beside its claims. */
export const GrantPart = z.enum(["who", "wants", "experiences", "credentials"]);
export type GrantPart = z.infer<typeof GrantPart>;

/** For whom: in the holder's own words; nobody checks them. */
export const GrantFor = z.object({ name: z.string().trim().min(1).max(120), purpose: z.string().trim().max(200) });
export type GrantFor = z.infer<typeof GrantFor>;

/** What a grant shows: picked by the holder, or by a view and then left as it was. */
export const GrantSelection = z.object({
  claimIds: z.array(z.string()).max(1000),
  parts: z.array(GrantPart).max(10),
  /** False: what the holder said stays out. */
  withQuotes: z.boolean(),
  /** True: who reviews may open the files kept with these claims. Never so to be read by whoever has a link. */
  withFiles: z.boolean().default(false),
});
export type GrantSelection = z.infer<typeof GrantSelection>;

/** Who may see what until when. It names the claims it shows: what is confirmed later is in no grant that is already out. */
export const Grant = GrantSelection.extend({
  id: z.string(),
  for: GrantFor,
  /** Under what name the holder shows it; null: none is shown. */
  shownAs: z.string().trim().min(1).max(120).nullable(),
  mode: GrantMode,
  view: GrantView,
  /** ISO 8601, as below. */
  createdAt: z.string(),
  expiresAt: z.string(),
  /** null: not taken back. */
  revokedAt: z.string().nullable(),
});
export type Grant = z.infer<typeof Grant>;

/** Kind of the holder's rows that grants are kept in, by their id. */
export const grantRowKind = "grant";

export type GrantState = "open" | "ended" | "revoked";

/** @param nowMs epoch milliseconds */
export function grantState({ revokedAt, expiresAt }: Pick<Grant, "revokedAt" | "expiresAt">, nowMs: number): GrantState {
  if (revokedAt !== null) return "revoked";
  return Date.parse(expiresAt) > nowMs ? "open" : "ended";
}

/** True where a grant ended, or was taken back, so long ago that nothing of it is kept. @param nowMs epoch milliseconds */
export function isLongEnded({ revokedAt, expiresAt }: Pick<Grant, "revokedAt" | "expiresAt">, nowMs: number): boolean {
  const endedMs = Math.min(Date.parse(expiresAt), revokedAt === null ? Infinity : Date.parse(revokedAt));
  return endedMs <= nowMs - endedGrantDays * msPerDay;
}

/** When a grant of this many days ends. @param days whole, 1..365; outside that the nearest that may be */
export function grantEnd(fromMs: number, days: number = grantDays.usual): string {
  const kept = Math.min(Math.max(Math.round(days), 1), grantDays.most);
  return new Date(fromMs + kept * msPerDay).toISOString();
}
