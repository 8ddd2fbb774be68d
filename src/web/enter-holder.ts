import type { Request, Response } from "restify";
import { eraseEverything } from "../domain/erasure.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import type { ConversationAccess, ConversationTokens } from "../domain/visitors.ts";
import { deviceKind } from "../identity/devices.ts";
import type { Session, Sessions } from "../identity/sessions.ts";
import { sendSession } from "./own-session.ts";

export interface EnterDeps {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly tokens: ConversationTokens;
  /** Closes the sockets of a holder whose session ended. */
  readonly disconnect: (holderId: string) => void;
  /** Lets the bot greet who came back, with the question of the moment. */
  readonly welcomeBack: (access: ConversationAccess) => Promise<void>;
}

/** Lets a device in as this holder, who has shown to be it: by a code, a passkey, a link.
 *  @param instead true: the conversation that is on this device now may go off it
 *  @param use what uses up a key that is good once; false: somebody else was first
 *  @throws {RefusalError} conversation_in_the_way, code_unknown */
export type EnterAs = (request: Request, response: Response, holderId: string, instead: boolean, use?: () => Promise<boolean>) => Promise<void>;

export function createEntrance(deps: EnterDeps): EnterAs {
  const { store, sessions, tokens } = deps;

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

  return async (request, response, holderId, instead, use) => {
    const cookieHeader = request.headers.cookie;
    const before = await sessions.find(cookieHeader);
    if (before && before.holderId !== holderId && !instead && !(await isUnused(before.holderId))) {
      throw new RefusalError("conversation_in_the_way", "Another conversation is on this device: say that it may go off it");
    }
    if (use && !(await use())) throw new RefusalError("code_unknown", "This link does not work (any more)");
    const session = await sessions.begin(holderId, deviceKind(request.headers["user-agent"]));
    if (before) await leave(before, cookieHeader, session);
    await deps.welcomeBack(session);
    await sendSession(response, tokens, session, true);
  };
}
