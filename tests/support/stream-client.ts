import { once } from "node:events";
import { WebSocket } from "ws";
import { DirectLineAnswer } from "./web-app.ts";

/** A Direct Line socket that keeps what it is sent and can wait for more. */
export async function openStream(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, { headers });
  const activities: DirectLineAnswer["activities"] = [];
  let watermark = "-";
  let changed = () => {};
  const refused = new Promise<number>((resolve) => {
    socket.on("unexpected-response", (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
  });
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  socket.on("error", () => {});
  socket.on("message", (data: Buffer) => {
    const message = DirectLineAnswer.parse(JSON.parse(data.toString("utf8")));
    activities.push(...message.activities);
    watermark = message.watermark ?? watermark;
    changed();
  });
  const outcome = await Promise.race([once(socket, "open").then(() => "open" as const), refused]);
  return {
    /** "open", or the HTTP status that refused the upgrade. */
    outcome,
    socket,
    activities,
    closed,
    watermark: () => watermark,
    texts: () => activities.filter((each) => each.type === "message").map((each) => each.text),
    /** Resolves once the condition holds; the test's own time limit ends a wait in vain. */
    async until(condition: () => boolean): Promise<void> {
      while (!condition()) await new Promise<void>((resolve) => (changed = resolve));
    },
    async close(): Promise<void> {
      socket.close();
      await closed;
    },
  };
}
