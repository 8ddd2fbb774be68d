import type { z } from "zod";
import { RefusalError } from "../domain/refusals.ts";

/** What a request asks, in the shape it has to have.
 *  @throws {RefusalError} request_invalid, naming the place and never what stands there */
export function parsedBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new RefusalError("request_invalid", `The request cannot be used (at: ${/^[\w.]{1,60}$/.test(where) ? where : "body"})`);
}
