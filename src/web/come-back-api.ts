import type { Request, Response, Server } from "restify";
import { toString as drawQr } from "qrcode";
import { z } from "zod";
import { codeFragment, codeGroups } from "../domain/come-back-code.ts";
import { eraseEverything } from "../domain/erasure.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import type { ConversationAccess, ConversationTokens } from "../domain/visitors.ts";
import type { Attempts } from "../identity/attempts.ts";
import type { ComeBackCodes } from "../identity/come-back-codes.ts";
import type { Session, Sessions } from "../identity/sessions.ts";
import { clientAddress } from "./client-address.ts";
import { ownSession, sendSession } from "./own-session.ts";
import type { RequestGuard } from "./request-guard.ts";

export interface ComeBackApiDeps {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly tokens: ConversationTokens;
  readonly codes: ComeBackCodes;
  readonly attempts: Attempts;
  readonly guard: RequestGuard;
  /** True where a reverse proxy stands in front, and tells whom a request comes from. */
  readonly behindProxy: boolean;
  /** Closes the sockets of a holder whose session ended. */
  readonly disconnect: (holderId: string) => void;
  /** Lets the bot greet who came back, with the question of the moment. */
  readonly welcomeBack: (access: ConversationAccess) => Promise<void>;
}

const Redeem = z.strictObject({
  code: z.string().min(1).max(200),
  /** True: the conversation that is on this device now may go off it. */
  instead: z.boolean().default(false),
});

/** A square drawing; four light modules around it, as readers of QR codes need. */
async function qrSvg(link: string): Promise<string> {
  return drawQr(link, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
}

/** `GET` and `POST /api/come-back-code`, `POST …/end`, `POST …/redeem`: coming back on another day or device. */
export function registerComeBackApi(server: Server, deps: ComeBackApiDeps): void {
  const { store, sessions, tokens, codes, attempts, guard, behindProxy } = deps;

  async function ownHolder(request: Request): Promise<string> {
    guard.checkMarker(request);
    return (await ownSession(sessions, request)).holderId;
  }

  /** ISO 8601; null: there is no code. */
  async function madeAt(holderId: string): Promise<string | null> {
    const ms = await codes.madeAt(holderId);
    return ms === null ? null : new Date(ms).toISOString();
  }

  /** Nothing was agreed to yet, so nothing of anybody is in it. */
  async function isUnused(holderId: string): Promise<boolean> {
    return (await store.passport(holderId))?.consents.length === 0;
  }

  /** What this device was before: its session ends, and a holder who never began leaves nothing behind. */
  async function leave(before: Session, cookieHeader: string | undefined, next: Session): Promise<void> {
    await sessions.end(cookieHeader);
    if (before.holderId === next.holderId) return;
    if (await isUnused(before.holderId)) await eraseEverything(store, before.holderId);
    deps.disconnect(before.holderId);
  }

  server.get("/api/come-back-code", async (request: Request, response: Response) => {
    const holderId = await ownHolder(request);
    response.send(200, { madeAt: await madeAt(holderId) });
  });

  server.post("/api/come-back-code", async (request: Request, response: Response) => {
    const holderId = await ownHolder(request);
    const code = await codes.make(holderId);
    const page = `${guard.pageOrigin(request)}/`;
    const qr = await qrSvg(`${page}${codeFragment(code)}`);
    response.send(200, { code: codeGroups(code).join("-"), page, qr, madeAt: await madeAt(holderId) });
  });

  server.post("/api/come-back-code/end", async (request: Request, response: Response) => {
    const holderId = await ownHolder(request);
    await codes.end(holderId);
    response.send(200, { ended: true });
  });

  server.post("/api/come-back-code/redeem", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    const body = Redeem.safeParse(request.body);
    if (!body.success) throw new RefusalError("request_invalid", 'Coming back needs {"code": "…"}');
    const attempt = attempts.begin(clientAddress(request, behindProxy));
    const holderId = await codes.holderOf(body.data.code);
    if (holderId === undefined) throw new RefusalError("code_unknown", "This code does not work");
    attempt.succeeded();
    const cookieHeader = request.headers.cookie;
    const before = await sessions.find(cookieHeader);
    if (before && before.holderId !== holderId && !body.data.instead && !(await isUnused(before.holderId))) {
      throw new RefusalError("conversation_in_the_way", "Another conversation is on this device: say that it may go off it");
    }
    const session = await sessions.begin(holderId);
    if (before) await leave(before, cookieHeader, session);
    await deps.welcomeBack(session);
    await sendSession(response, tokens, session, true);
  });
}
