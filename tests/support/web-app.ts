import type { AddressInfo } from "node:net";
import { z } from "zod";
import type { StreamLimits } from "../../src/bot/direct-line-streams.ts";
import { loadConfig } from "../../src/config.ts";
import { registerHolderApis } from "../../src/composition/holder-apis.ts";
import { keptWords } from "../../src/composition/kept-words.ts";
import type { Work } from "../../src/composition/work.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import type { AttemptLimits } from "../../src/identity/attempts.ts";
import { createServer, type RequestLogEntry } from "../../src/web/server.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";
import { takeAlongFor } from "./take-along.ts";
import { createScriptedRunner } from "./scripted-runner.ts";

export interface WebAppOptions {
  readonly store?: MemoryStore;
  readonly publicUrl?: URL | null;
  readonly limits?: Partial<StreamLimits>;
  readonly firstTypingMs?: number;
  readonly attemptLimits?: AttemptLimits;
  readonly work?: Work;
}

/** The web side that the composition root puts together, on a free port of this machine, with a clock that tests can move. */
export async function startWebApp(options: WebAppOptions = {}) {
  const store = options.store ?? createMemoryStore();
  const clock = { offsetMs: 0 };
  const nowMs = () => Date.now() + clock.offsetMs;
  const runner = createScriptedRunner(store);
  const log: RequestLogEntry[] = [];
  const errors: unknown[] = [];
  const publicUrl = options.publicUrl ?? null;
  const { server, guard } = createServer({ publicUrl, log: (entry) => log.push(entry) });
  const { trustedProxies } = loadConfig({}).production;
  const apis = registerHolderApis(server, {
    store,
    runner,
    guard,
    keepWords: keptWords,
    ...(options.work ? { work: options.work } : {}),
    takeAlong: takeAlongFor(store),
    publicUrl,
    newPassport: (language) => emptyPassport(language, { name: "test", version: "1" }),
    onError: (error) => errors.push(error),
    direct: {
      ...(options.limits ? { limits: options.limits } : {}),
      ...(options.firstTypingMs === undefined ? {} : { firstTypingMs: options.firstTypingMs }),
    },
    teamsAppId: "11111111-2222-3333-4444-555555555555",
    ...(options.attemptLimits ? { attemptLimits: options.attemptLimits } : {}),
    nowMs,
    trustedProxies: publicUrl === null ? null : trustedProxies,
  });
  const { directLine, sessions, codes } = apis;
  // Both ends are in one process: where it is busy for seconds, a connection is not to be given up.
  server.server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo = server.address();
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    store,
    runner,
    codes,
    sessions,
    clock,
    log,
    errors,
    server,
    guard,
    apis,
    directLine,
    origin,
    port: address.port,
    async close() {
      directLine.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type WebApp = Awaited<ReturnType<typeof startWebApp>>;

const OpenedSession = z.object({ token: z.string(), conversationId: z.string(), returning: z.boolean(), expires_in: z.number() });

/** All that Direct Line's answers can hold, as far as tests look at it. */
export const DirectLineAnswer = z.object({
  id: z.string().optional(),
  token: z.string().default(""),
  conversationId: z.string().optional(),
  expires_in: z.number().optional(),
  streamUrl: z.string().default(""),
  watermark: z.string().optional(),
  activities: z
    .array(
      z.looseObject({
        type: z.string(),
        id: z.string().optional(),
        text: z.string().optional(),
        from: z.looseObject({ id: z.string(), role: z.string() }),
      }),
    )
    .default([]),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type DirectLineAnswer = z.infer<typeof DirectLineAnswer>;

export interface Visitor {
  readonly cookie: string;
  readonly token: string;
  readonly conversationId: string;
  readonly setCookie: string;
  readonly returning: boolean;
}

/** What our page does first. */
export async function visit(app: Pick<WebApp, "origin">, cookie?: string): Promise<Visitor> {
  const response = await fetch(`${app.origin}/api/session`, {
    method: "POST",
    headers: { "X-Skillsgesprek": "1", Origin: app.origin, ...(cookie === undefined ? {} : { Cookie: cookie }) },
  });
  if (response.status !== 200) throw new Error(`no session: ${response.status} ${await response.text()}`);
  const setCookie = response.headers.get("set-cookie") ?? "";
  const body = OpenedSession.parse(await response.json());
  return { ...body, cookie: setCookie.split(";")[0] ?? "", setCookie };
}

/** A Direct Line call with this visitor's token. */
export async function call(
  app: Pick<WebApp, "origin">,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: DirectLineAnswer }> {
  const response = await fetch(`${app.origin}/v3/directline${path}`, {
    method,
    headers: { "Content-Type": "application/json", ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: DirectLineAnswer.parse(text === "" ? {} : JSON.parse(text)) };
}
