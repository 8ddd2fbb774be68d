import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Stands between us and a server, and can make the way there slow or close it. */
export async function startLink(targetPort: number) {
  let delayMs = 0;
  let isOpen = true;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    if (!isOpen) return void socket.destroy();
    const there = connect(targetPort, "127.0.0.1");
    for (const each of [socket, there]) {
      sockets.add(each);
      each
        .on("error", () => undefined)
        .on("close", () => {
          sockets.delete(each);
          socket.destroy();
          there.destroy();
        });
    }
    there.pipe(socket);
    const pass = (data: Buffer) => void (there.writable && there.write(data));
    socket.on("data", (data: Buffer) => (delayMs === 0 ? pass(data) : setTimeout(() => pass(data), delayMs)));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    slow: (ms: number) => void (delayMs = ms),
    /** Cuts what is open, and lets nobody through. */
    cut() {
      isOpen = false;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => void (isOpen = true),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
