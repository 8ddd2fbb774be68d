import { z } from "zod";
import type { Language } from "../domain/language.ts";
import type { DueNotice, NoticeKind, NoticeOutcome, Notices } from "../domain/notices.ts";
import type { PassportStore } from "../domain/store.ts";
import type { ChannelAdapter } from "./teams-adapter.ts";
import { referenceTo } from "./teams-reach.ts";

export interface NoticeRoundDeps {
  readonly store: PassportStore;
  readonly notices: Notices;
  readonly adapter: ChannelAdapter;
  /** null: authentication is off. */
  readonly appId: string | null;
  readonly development: boolean;
  readonly say: (language: Language, kind: NoticeKind) => string;
  /** Whether there still is something of a counsellor that the holder has not answered. */
  readonly awaitsHolder: (holderId: string) => Promise<boolean>;
  readonly onError: (code: string) => void;
}

/** What a connector answers when the person blocked the bot, took the app away, or the chat is gone. */
const goneStatuses = new Set([403, 404, 410]);
const Answered = z.object({ statusCode: z.number() });

/** Sends the notices that are due. Any number of processes may do so side by side: each notice goes out once, and a second time
 *  only where a process died between sending one and noting it. */
export function createNoticeRound(deps: NoticeRoundDeps): () => Promise<number> {
  const { store, notices, adapter, appId, development, onError } = deps;

  async function send({ holderId, kind }: DueNotice): Promise<NoticeOutcome> {
    const reference = await referenceTo(store, holderId, development);
    const passport = await store.passport(holderId);
    if (!reference || !passport) return "gone";
    if (kind === "counsellor" && !(await deps.awaitsHolder(holderId))) return "done";
    let outcome: NoticeOutcome = "done";
    try {
      await adapter.continueConversationAsync(appId ?? "", reference, async (context) => {
        // The adapter makes up an id of what it continues: nothing is answered here, so nothing is replied to.
        delete context.activity.id;
        try {
          await context.sendActivity({ type: "message", textFormat: "plain", text: deps.say(passport.language, kind), locale: passport.language });
        } catch (error) {
          // Caught here, or the adapter would say sorry where nobody asked anything.
          const { data } = Answered.safeParse(error);
          outcome = data && goneStatuses.has(data.statusCode) ? "gone" : "failed";
          onError(`notice_${outcome}`);
        }
      });
    } catch {
      onError("notice_failed");
      return "failed";
    }
    return outcome;
  }

  return () => notices.eachDue(send);
}
