import type { Activity, TurnContext } from "botbuilder";
import type { Request, Response, Server } from "restify";
import { z } from "zod";
import { forgetDoors } from "../domain/erasure.ts";
import { SkillsgesprekError } from "../domain/errors.ts";
import type { Language } from "../domain/language.ts";
import type { Passport } from "../domain/passport.ts";
import type { PassportStore, StoredActivity } from "../domain/store.ts";
import type { IncomingTurn, TurnRunner } from "../domain/turns.ts";
import { hashed } from "./activity-ids.ts";
import { createChannelAccounts, languageOf } from "./teams-accounts.ts";
import { type ChannelAdapter, createChannelAdapter, type MicrosoftApp } from "./teams-adapter.ts";
import { admitActivity, type ChannelActivity } from "./teams-admission.ts";
import { concernsInterview, isGroup, outgoing, turnOf } from "./teams-turns.ts";
import { createQueues } from "./queues.ts";
import { createTurnDesk } from "./turn-desk.ts";

export interface MessagesDeps {
  readonly store: PassportStore;
  readonly runner: TurnRunner;
  readonly newPassport: (language: Language) => Passport;
  readonly app: MicrosoftApp;
  /** Lets the Bot Framework Emulator on this machine in; true only while nobody else can reach us. */
  readonly development: boolean;
  /** A kind sentence for when something broke. */
  readonly apologise: (language: Language) => string;
  /** Asks to go on where nobody reads along. */
  readonly onlyInPrivate: (language: Language) => string;
  readonly onError: (code: string) => void;
  /** For tests: an adapter that trusts their own keys. */
  readonly adapter?: ChannelAdapter;
  readonly firstTypingMs?: number;
}

const SentRecord = z.object({ sequence: z.number().int().nonnegative() });

function codeOf(error: unknown): string {
  if (error instanceof SkillsgesprekError) return error.code;
  return error instanceof Error ? error.name : "unknown";
}

/** `POST /api/messages` for Teams and the emulator.
 *  @returns false where it stays closed: there is no app id, and this is not a developer's own machine */
export function registerMessages(server: Server, deps: MessagesDeps): boolean {
  if (deps.app.appId === null && !deps.development) return false;
  const { store, runner, onError } = deps;
  const adapter = deps.adapter ?? createChannelAdapter(deps.app);
  const accountOf = createChannelAccounts(deps);
  const inOrder = createQueues();
  const desk = createTurnDesk(runner, deps.firstTypingMs === undefined ? {} : { firstTypingMs: deps.firstTypingMs });

  adapter.onTurnError = async (context: TurnContext, error: Error) => {
    onError(codeOf(error));
    // Where even this cannot be delivered, nothing is left to try.
    await context.sendActivity(deps.apologise(languageOf(context.activity.locale))).catch((again: unknown) => onError(codeOf(again)));
  };

  async function sentUpTo(conversationId: string): Promise<number> {
    const record = SentRecord.safeParse(await store.getRecord("channel-sent", hashed(conversationId), Date.now()));
    return record.success ? record.data.sequence : 0;
  }

  /** What is still to be sent: this turn's replies, after those that a crash kept back. */
  async function outbox(turn: IncomingTurn, activities: readonly StoredActivity[], sent: number): Promise<readonly StoredActivity[]> {
    const first = activities[0]?.sequence ?? 0;
    if (first <= sent + 1) return activities;
    const unsent = (await store.activities(turn.holderId, turn.conversationId, sent)).filter((each) => each.sequence < first);
    return [...unsent, ...activities];
  }

  async function deliver(context: TurnContext, turn: IncomingTurn, activities: readonly StoredActivity[]): Promise<void> {
    if (!(await store.hasHolder(turn.holderId))) {
      await context.sendActivities(outgoing(activities));
      await forgetDoors(store, turn.holderId);
      return;
    }
    const sent = await sentUpTo(turn.conversationId);
    const last = activities.at(-1)?.sequence ?? 0;
    // Channels announce one arrival in several ways; a greeting that went out is not repeated, a reply is.
    if (turn.isStart && last <= sent) return;
    const toSend = outgoing(await outbox(turn, activities, sent));
    if (toSend.length > 0) await context.sendActivities(toSend);
    await store.putRecord("channel-sent", hashed(turn.conversationId), { holderId: turn.holderId, sequence: Math.max(sent, last) }, null);
  }

  async function runTurn(context: TurnContext, turn: IncomingTurn): Promise<void> {
    const { activities, joined } = await desk.run(turn, () => {
      context.sendActivity({ type: "typing" }).catch((error: unknown) => onError(codeOf(error)));
    });
    // The same activity delivered again while the first still runs: that one answers.
    if (joined) return;
    await inOrder(turn.conversationId, () => deliver(context, turn, activities));
  }

  async function onActivity(context: TurnContext, activity: ChannelActivity): Promise<void> {
    if (!concernsInterview(activity)) return;
    if (isGroup(activity)) {
      await context.sendActivity(deps.onlyInPrivate(languageOf(activity.locale)));
      return;
    }
    await runTurn(context, turnOf(activity, await accountOf(activity)));
  }

  server.post("/api/messages", async (request: Request, response: Response) => {
    const activity = admitActivity(request.body, deps.development);
    const received = asBotFrameworkActivity(activity);
    const authenticated = await adapter.authenticate(received, request.headers.authorization ?? "");
    const invoked = await adapter.receive(authenticated, received, (context) => onActivity(context, activity));
    response.send(invoked?.status ?? 200, {});
  });
  return true;
}

/** The adapter's own type, with times as dates, as CloudAdapter's own intake makes them. */
function asBotFrameworkActivity(activity: ChannelActivity): Activity {
  const dates = Object.fromEntries(
    ["timestamp", "localTimestamp", "expiration"].flatMap((key) => (typeof activity[key] === "string" ? [[key, new Date(activity[key])]] : [])),
  );
  const received: unknown = { ...activity, ...dates };
  return received as Activity;
}
