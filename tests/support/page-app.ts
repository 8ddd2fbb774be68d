import type { AddressInfo, Socket } from "node:net";
import type { Server } from "restify";
import { createActivityRenderer } from "../../src/bot/render-activities.ts";
import { type HolderApis, registerHolderApis } from "../../src/composition/holder-apis.ts";
import { keptWords } from "../../src/composition/kept-words.ts";
import type { Work } from "../../src/composition/work.ts";
import { createTurnRunner } from "../../src/dialogs/turn-runner.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { eraseEverything } from "../../src/domain/erasure.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import { createDocumentReader } from "../../src/extraction/cv/document-reader.ts";
import type { SkillFinder } from "../../src/domain/ports.ts";
import type { HeadingOf } from "../../src/domain/skill-heading.ts";
import { registerPages } from "../../src/web/chat/pages.ts";
import { registerCheckPages } from "../../src/web/check/check-pages.ts";
import { registerSharePages } from "../../src/web/share/share-pages.ts";
import { createServer, type RequestLogEntry } from "../../src/web/server.ts";
import type { RequestGuard } from "../../src/web/request-guard.ts";
import { disclosure, starredFindings, testTaxonomy } from "./interview-player.ts";
import { takeAlongFor } from "./take-along.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";
import { pageBundles } from "./page-bundles.ts";

const starred: SkillFinder = { find: async (utterance) => starredFindings(utterance), search: async () => [] };

export interface PageAppOptions {
  /** Of a bot in Teams. */
  readonly teamsAppId?: string;
  readonly port?: number;
  readonly hasContact?: boolean;
  readonly finder?: SkillFinder;
  readonly headingOf?: HeadingOf;
  readonly isTransferable?: (uri: string) => boolean;
  readonly work?: Work;
  /** Puts more behind the page, before the server listens. */
  readonly more?: (server: Server, guard: RequestGuard, apis: HolderApis, store: MemoryStore) => void | Promise<void>;
}

/** The page with the real interview behind it; skills are what stands between asterisks. On a free port of this machine. */
export async function startPageApp(options: PageAppOptions = {}) {
  const bundled = pageBundles();
  const store = createMemoryStore();
  const wording = loadWording();
  const log: RequestLogEntry[] = [];
  const errors: unknown[] = [];
  const { server, guard } = createServer({ publicUrl: null, log: (entry) => log.push(entry) });
  const runner = createTurnRunner({
    store,
    finder: options.finder ?? starred,
    catalogue: { info: testTaxonomy },
    wording,
    render: createActivityRenderer(wording),
    disclosure: () => disclosure,
    ...(options.work ? { goalOf: options.work.goalOf } : {}),
    now: () => new Date().toISOString(),
    documents: createDocumentReader(),
    eraseEverything: (holderId) => eraseEverything(store, holderId),
    endSessions: async (holderId, sessionId) => {
      await (sessionId === null ? store.deleteRecordsOf("session", holderId) : store.deleteRecord("session", sessionId));
      setTimeout(() => directLine.disconnect(holderId), 200).unref();
    },
  });
  const apis = registerHolderApis(server, {
    store,
    runner,
    guard,
    keepWords: keptWords,
    takeAlong: takeAlongFor(store, options.headingOf),
    ...(options.headingOf ? { headingOf: options.headingOf } : {}),
    ...(options.isTransferable ? { isTransferable: options.isTransferable } : {}),
    ...(options.work ? { work: options.work } : {}),
    publicUrl: null,
    ...(options.teamsAppId ? { teamsAppId: options.teamsAppId } : {}),
    newPassport: (language) => emptyPassport(language, testTaxonomy),
    onError: (error) => errors.push(error),
    direct: { limits: { pollMs: 500 } },
    newsQuietMs: 300,
  });
  const { directLine } = apis;
  registerPages(server, { assets: await bundled.chat, guard, form: "je", hasContact: options.hasContact ?? false });
  registerCheckPages(server, { assets: await bundled.check, guard, form: "je" });
  registerSharePages(server, { assets: await bundled.share, guard, form: "je" });
  await options.more?.(server, guard, apis, store);
  const sockets = new Set<Socket>();
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const address: AddressInfo = server.address();
  return {
    origin: `http://127.0.0.1:${address.port}`,
    store,
    log,
    errors,
    /** Breaks every open connection, as a tunnel or a lift does. */
    cutConnections: () => {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      directLine.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type PageApp = Awaited<ReturnType<typeof startPageApp>>;
