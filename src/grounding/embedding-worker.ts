/** A thread of its own that embeds: the models run in the thread that calls them, and would hold up everybody's conversation there. */
import { parentPort } from "node:worker_threads";
import { z } from "zod";
import { openEmbedder } from "./open-grounding.ts";

/** `null`: nothing more will be asked. */
const Request = z.object({ id: z.number(), texts: z.array(z.string()), language: z.enum(["nl", "en"]) }).nullable();

const port = parentPort;
if (port) {
  const opened = openEmbedder({ kind: "embedded" });
  opened.then(
    ({ fingerprint, dimension }) => port.postMessage({ fingerprint, dimension }),
    (error: unknown) => port.postMessage({ failed: error instanceof Error ? error.message : "The embedding models could not be opened" }),
  );
  let answered: Promise<unknown> = opened.catch(() => undefined);
  port.on("message", (message: unknown) => {
    const request = Request.parse(message);
    if (!request) {
      void answered.then(() => port.close());
      return;
    }
    const { id, texts, language } = request;
    // One after another: what came first is being searched for while the next is read.
    answered = answered
      .then(() => opened)
      .then((embedder) => embedder.embed(texts, language))
      .then(
        (vectors) => port.postMessage({ id, vectors }),
        () => port.postMessage({ id, vectors: null }),
      );
  });
}
