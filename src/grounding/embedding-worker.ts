/** A thread of its own that embeds: the models run in the thread that calls them, and would hold up everybody's conversation there. */
import { parentPort } from "node:worker_threads";
import { z } from "zod";
import { openEmbedder } from "./open-grounding.ts";

const Request = z.object({ id: z.number(), texts: z.array(z.string()), language: z.enum(["nl", "en"]) });

const port = parentPort;
if (port) {
  const opened = openEmbedder({ kind: "embedded" });
  opened.then(
    ({ fingerprint, dimension }) => port.postMessage({ fingerprint, dimension }),
    (error: unknown) => port.postMessage({ failed: error instanceof Error ? error.message : "The embedding models could not be opened" }),
  );
  port.on("message", (message: unknown) => {
    const { id, texts, language } = Request.parse(message);
    opened
      .then((embedder) => embedder.embed(texts, language))
      .then(
        (vectors) => port.postMessage({ id, vectors }),
        () => port.postMessage({ id, vectors: null }),
      );
  });
}
