import { z } from "zod";
import { ClaimLevel, PlainLevel } from "../../domain/passport.ts";

const Id = z.string().min(1).max(100);
const Uri = z.string().min(1).max(300);
export const Comment = z.string().trim().min(1).max(600);
const Label = z.string().trim().min(1).max(120);

const Level = z.discriminatedUnion("scheme", [
  z.strictObject({ scheme: z.literal("plain"), value: PlainLevel }),
  z.strictObject({ scheme: z.literal("cefr"), value: z.enum(["A1", "A2", "B1", "B2", "C1", "C2"]) }),
]) satisfies z.ZodType<ClaimLevel>;

export const TakeUpBody = z.strictObject({ link: z.string().max(100), relation: z.string().trim().min(1).max(80) });
export const SearchBody = z.strictObject({ text: z.string().trim().min(1).max(200), language: z.enum(["nl", "en"]) });

/** What a counsellor says of a claim. An adjustment changes at least one of concept, level and wording. */
export const JudgeBody = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("accept"), claimId: Id }),
  z
    .strictObject({ kind: z.literal("adjust"), claimId: Id, uri: Uri.optional(), level: Level.optional(), label: Label.optional(), comment: Comment })
    .refine(({ uri, level, label }) => uri !== undefined || level !== undefined || label !== undefined, { error: "nothing is adjusted" }),
  z.strictObject({ kind: z.literal("reject"), claimId: Id, comment: Comment }),
  z.strictObject({ kind: z.literal("question"), claimId: Id, comment: Comment }),
]);
export type JudgeBody = z.infer<typeof JudgeBody>;

export const SuggestBody = z.strictObject({ uri: Uri.optional(), label: Label.optional(), level: Level.optional(), comment: Comment });
export const WithdrawBody = z.strictObject({ claimId: Id.nullable(), because: Comment });

/** What the holder answers. */
export const AnswerBody = z.strictObject({
  reviewId: Id,
  claimId: Id,
  verdictId: Id,
  kind: z.enum(["confirmed", "declined", "replied", "seen"]),
  text: Comment.nullable().default(null),
});
/** The same, where the address names the review. */
export const BesideBody = AnswerBody.omit({ reviewId: true });
export const HelpBody = z.strictObject({ allowed: z.boolean() });
export const RemoveBody = z.strictObject({ claimId: Id, endorsementId: Id });
