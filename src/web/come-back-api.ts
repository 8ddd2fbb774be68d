import type { Request, Response, Server } from "restify";
import { z } from "zod";
import { codeFragment, codeGroups } from "../domain/come-back-code.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { Attempts } from "../identity/attempts.ts";
import type { ComeBackCodes } from "../identity/come-back-codes.ts";
import type { Sessions } from "../identity/sessions.ts";
import { clientAddress, type TrustedProxies } from "./client-address.ts";
import type { EnterAs } from "./enter-holder.ts";
import { ownSession } from "./own-session.ts";
import { qrSvg } from "./qr-code.ts";
import type { RequestGuard } from "./request-guard.ts";

export interface ComeBackApiDeps {
  readonly sessions: Sessions;
  readonly codes: ComeBackCodes;
  readonly attempts: Attempts;
  readonly guard: RequestGuard;
  /** True where a reverse proxy stands in front, and tells whom a request comes from. */
  readonly trustedProxies: TrustedProxies;
  readonly enterAs: EnterAs;
}

const Redeem = z.strictObject({
  code: z.string().min(1).max(200),
  /** True: the conversation that is on this device now may go off it. */
  instead: z.boolean().default(false),
});

/** `GET` and `POST /api/come-back-code`, `POST …/end`, `POST …/redeem`: coming back on another day or device. */
export function registerComeBackApi(server: Server, deps: ComeBackApiDeps): void {
  const { sessions, codes, attempts, guard, trustedProxies, enterAs } = deps;

  async function ownHolder(request: Request): Promise<string> {
    guard.checkMarker(request);
    return (await ownSession(sessions, request)).holderId;
  }

  /** ISO 8601; null: there is no code. */
  async function madeAt(holderId: string): Promise<string | null> {
    const ms = await codes.madeAt(holderId);
    return ms === null ? null : new Date(ms).toISOString();
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
    const attempt = attempts.begin(clientAddress(request, trustedProxies));
    const holderId = await codes.holderOf(body.data.code);
    if (holderId === undefined) throw new RefusalError("code_unknown", "This code does not work");
    attempt.succeeded();
    await enterAs(request, response, holderId, body.data.instead);
  });
}
