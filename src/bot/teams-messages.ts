import type { Activity, TurnContext } from "botbuilder";
import type { Request, Response } from "restify";
import { SkillsgesprekError } from "../domain/errors.ts";
import { type Language, languageOf } from "../domain/language.ts";
import type { Notices } from "../domain/notices.ts";
import type { Passport } from "../domain/passport.ts";
import type { PassportStore } from "../domain/store.ts";
import type { IncomingTurn, TurnRunner } from "../domain/turns.ts";
import { hashed } from "./activity-ids.ts";
import { type ChannelAccount, createChannelAccounts } from "./teams-accounts.ts";
import { type ChannelAdapter, createChannelAdapter, type MicrosoftApp } from "./teams-adapter.ts";
import { admitActivity, type ChannelActivity } from "./teams-admission.ts";
import { arrivalOf } from "./teams-arrivals.ts";
import { createDelivery } from "./teams-delivery.ts";
import { type Linking, linkingIn, type TeamsLinks } from "./teams-linking.ts";
import { noteReach } from "./teams-reach.ts";
import { startOf, turnOf } from "./teams-turns.ts";
import { createQueues } from "./queues.ts";
import { createTurnDesk } from "./turn-desk.ts";

/** What is said outside the interview. */
export type SpokenKey = "apology" | "only_in_private" | "teams.files" | "teams.edited" | "teams.deleted" | `teams.${Linking}`;

export interface MessagesDeps {
  readonly store: PassportStore;
  readonly runner: TurnRunner;
  readonly newPassport: (language: Language) => Passport;
  readonly app: MicrosoftApp;
  /** Lets the Bot Framework Emulator on this machine in; true only while nobody else can reach us. */
  readonly development: boolean;
  readonly say: (language: Language, key: SpokenKey) => string;
  readonly onError: (code: string) => void;
  /** Told when somebody takes the app away. */
  readonly notices: Pick<Notices, "forgetReach">;
  /** Links that the page made for Teams. */
  readonly links: TeamsLinks;
  /** For tests: an adapter that trusts their own keys. */
  readonly adapter?: ChannelAdapter;
  readonly firstTypingMs?: number;
  /** The channel is answered after this long, and the turn goes on: Teams gives up after 15 seconds. */
  readonly answerWithinMs?: number;
}

const msPerDay = 86_400_000;
/** In a group it is said once, and again after so long. */
const declinedForMs = 90 * msPerDay;
/** A channel sends the same activity again within minutes, if it does. */
const notedForMs = msPerDay;

function codeOf(error: unknown): string {
  if (error instanceof SkillsgesprekError) return error.code;
  return error instanceof Error ? error.name : "unknown";
}

export interface TeamsMessages {
  /** Answers `POST /api/messages`. @throws {RefusalError} where the activity or its token is not let in */
  receive(request: Request, response: Response): Promise<void>;
  /** Resolves when nothing is being answered any more. */
  idle(): Promise<void>;
}

/** What Teams and the emulator send, and what is said back. */
export function createMessages(deps: MessagesDeps): TeamsMessages {
  const { store, runner, onError, answerWithinMs = 10_000 } = deps;
  const adapter = deps.adapter ?? createChannelAdapter(deps.app);
  const accounts = createChannelAccounts(deps);
  const inOrder = createQueues();
  const underWay = new Set<Promise<unknown>>();
  const desk = createTurnDesk(runner, deps.firstTypingMs === undefined ? {} : { firstTypingMs: deps.firstTypingMs });
  const delivery = createDelivery(store);

  /** That of the person's passport, where there is one. */
  async function languageFor(activity: ChannelActivity, account: ChannelAccount | undefined): Promise<Language> {
    const passport = account && (await store.passport(account.holderId));
    return passport?.language ?? languageOf(activity.locale);
  }

  adapter.onTurnError = async (context: TurnContext, error: Error) => {
    onError(codeOf(error));
    // Where even this cannot be delivered, nothing is left to try.
    await context.sendActivity(deps.say(languageOf(context.activity.locale), "apology")).catch((again: unknown) => onError(codeOf(again)));
  };

  async function runTurn(context: TurnContext, turn: IncomingTurn): Promise<void> {
    const { activities, joined } = await desk.run(turn, () => {
      context.sendActivity({ type: "typing" }).catch((error: unknown) => onError(codeOf(error)));
    });
    // The same activity delivered again while the first still runs: that one answers.
    if (joined) return;
    await inOrder(turn.conversationId, () => delivery.deliver(context, turn, activities));
  }

  /** Says something once for what happened, in whichever process, however often it is announced. */
  async function sayOnce(context: TurnContext, activity: ChannelActivity, key: SpokenKey, once: string, forMs: number): Promise<void> {
    const now = Date.now();
    // Among others nobody is looked up.
    const account = key === "only_in_private" ? undefined : await accounts.find(activity);
    const value = account ? { holderId: account.holderId } : {};
    if (!(await store.addRecord("channel-said", hashed(key, once), value, now + forMs, now))) return;
    await context.sendActivity(deps.say(await languageFor(activity, account), key));
  }

  async function onActivity(context: TurnContext, activity: ChannelActivity): Promise<void> {
    // A channel's threads are one place: a thread's id is the channel's, with a message behind it.
    const place = `${activity.channelId} ${activity.conversation.id.replace(/;messageid=.*$/, "")}`;
    const happened = JSON.stringify([place, activity.type, activity.id, activity["timestamp"]]);
    const arrival = arrivalOf(activity);
    switch (arrival) {
      case "joined":
        return runTurn(context, startOf(activity, await accounts.findOrMake(activity)));
      case "message_with_files":
      case "message": {
        if (arrival === "message_with_files") await sayOnce(context, activity, "teams.files", happened, notedForMs);
        const linking = await linkingIn(activity, { store, accounts, links: deps.links, notices: deps.notices });
        if (linking !== null) {
          const said = `teams.${linking}` as const;
          await context.sendActivity(deps.say(await languageFor(activity, await accounts.find(activity)), said));
          if (linking === "joined") await runTurn(context, startOf(activity, await accounts.findOrMake(activity)));
          return;
        }
        const account = await accounts.findOrMake(activity);
        await runTurn(context, turnOf(activity, account));
        return noteReach(store, account.holderId, activity);
      }
      case "files":
        return sayOnce(context, activity, "teams.files", happened, notedForMs);
      case "edited":
        return sayOnce(context, activity, "teams.edited", happened, notedForMs);
      case "deleted":
        return sayOnce(context, activity, "teams.deleted", happened, notedForMs);
      case "in_public":
        return sayOnce(context, activity, "only_in_private", place, declinedForMs);
      case "file_consent":
        await context.sendActivity({ type: "invokeResponse", value: { status: 200 } });
        return;
      case "removed": {
        const account = await accounts.find(activity);
        if (account) await deps.notices.forgetReach(account.holderId);
        return;
      }
      case "nothing":
        return;
    }
  }

  async function receive(request: Request, response: Response): Promise<void> {
    const activity = admitActivity(request.body, deps.development);
    const received = asBotFrameworkActivity(activity);
    const authenticated = await adapter.authenticate(activity, received, request.headers.authorization ?? "");
    const turn = adapter.receive(authenticated, received, (context) => onActivity(context, activity));
    underWay.add(turn);
    const ended = () => underWay.delete(turn);
    turn.then(ended, ended);
    // What it answers is in the answer to an invoke; everything else is sent, and may take longer than the channel waits.
    const invoked = activity.type === "invoke" ? await turn : await within(turn, answerWithinMs, (error) => onError(codeOf(error)));
    response.send(invoked?.status ?? 200, {});
  }
  return { receive, idle: async () => void (await Promise.allSettled(underWay)) };
}

/** What comes of work within some time; after that it goes on, and only its failure is told. */
async function within<T>(work: Promise<T>, limitMs: number, onLateError: (error: unknown) => void): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), limitMs);
  });
  const first = await Promise.race([work, late]).finally(() => clearTimeout(timer));
  if (first !== "late") return first;
  work.catch(onLateError);
  return undefined;
}

/** The adapter's own type, with times as dates, as CloudAdapter's own intake makes them. */
function asBotFrameworkActivity(activity: ChannelActivity): Activity {
  const dates = Object.fromEntries(
    ["timestamp", "localTimestamp", "expiration"].flatMap((key) => (typeof activity[key] === "string" ? [[key, new Date(activity[key])]] : [])),
  );
  const received: unknown = { ...activity, ...dates };
  return received as Activity;
}
