import type { IncomingMessage } from "node:http";
import { RefusalError } from "../domain/refusals.ts";

/** The body as it comes in. Whoever goes away in the middle of it sent no whole request: that is no fault of ours.
 *  @throws {RefusalError} request_malformed */
export async function* chunksOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) throw new RefusalError("request_malformed", "The body cannot be read");
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof RefusalError ? cause : new RefusalError("request_malformed", "The body broke off", { cause });
  }
}
