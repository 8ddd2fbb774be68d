import type { Request, Response, Server } from "restify";
import type { MicrosoftApp } from "../bot/teams-adapter.ts";
import { isOpenToChannels } from "../bot/teams-admission.ts";
import type { TeamsMessages } from "../bot/teams-messages.ts";
import type { Config } from "../config.ts";
import { createPageLinks } from "../identity/page-links.ts";
import type { Language } from "../domain/language.ts";
import type { Notices } from "../domain/notices.ts";
import type { Passport } from "../domain/passport.ts";
import type { PassportStore } from "../domain/store.ts";
import type { TurnRunner } from "../domain/turns.ts";
import type { Wording } from "../dialogs/wording.ts";
import { registerTeamsTab } from "../web/teams/teams-tab.ts";
import type { Log } from "./log.ts";
import { startRounds } from "./rounds.ts";
import { teamsWords } from "./teams-words.ts";

const noticesEveryMs = 60_000;

export interface TeamsDeps {
  readonly config: Config;
  readonly store: PassportStore;
  readonly runner: TurnRunner;
  readonly notices: Notices;
  readonly wording: Wording;
  readonly newPassport: (language: Language) => Passport;
  readonly development: boolean;
  /** Whether a counsellor said something that the holder has not answered. */
  readonly awaitsHolder: (holderId: string) => Promise<boolean>;
  readonly log: Log;
}

function appOf({ microsoft }: Config): MicrosoftApp {
  const { appId, appPassword, appType, tenantId } = microsoft;
  return { appId, appPassword, appType: appId === null ? null : appType, tenantId };
}

interface Teams {
  /** Finishes what is under way. */
  close(): Promise<void>;
}

/**
 * All that Teams talks to, and what is sent there of our own accord. Where no channel gets in, the Bot Framework is not
 * loaded at all; where only an emulator on this machine may, with its first message: it takes a quarter of a second.
 */
export async function openTeams(server: Server, deps: TeamsDeps): Promise<Teams> {
  const app = appOf(deps.config);
  registerTeamsTab(server, { words: teamsWords(deps.config), appId: app.appId, publicUrl: deps.config.publicUrl });
  if (!isOpenToChannels(app, deps.development)) return { close: async () => undefined };
  let opening: Promise<OpenChannels> | null = null;
  const channels = () => (opening ??= openChannels(app, deps));
  if (app.appId !== null) await channels();
  server.post("/api/messages", async (request: Request, response: Response) => (await channels()).messages.receive(request, response));
  return { close: async () => (await opening)?.close() };
}

interface OpenChannels extends Teams {
  readonly messages: TeamsMessages;
}

async function openChannels(app: MicrosoftApp, deps: TeamsDeps): Promise<OpenChannels> {
  const { store, runner, notices, wording, newPassport, development, log } = deps;
  const [{ createChannelAdapter }, { createMessages }, { createNoticeRound }] = await Promise.all([
    import("../bot/teams-adapter.ts"),
    import("../bot/teams-messages.ts"),
    import("../bot/teams-notices.ts"),
  ]);
  const adapter = createChannelAdapter(app);
  const links = createPageLinks({ store, kind: "teams-link" });
  const onError = (code: string) => log.info("channel_error", { code });
  const say = (language: Language, key: string) => wording[language].say(key);
  const messages = createMessages({ store, runner, notices, newPassport, app, development, say, onError, adapter, links });
  const round = createNoticeRound({
    store,
    notices,
    adapter,
    appId: app.appId,
    development,
    say: (language, kind) => say(language, kind === "reminder" ? "remind.now" : "remind.counsellor"),
    awaitsHolder: deps.awaitsHolder,
    onError,
  });
  const rounds = startRounds({ round, everyMs: noticesEveryMs, onError: (error) => log.error("notices", error) });
  return { messages, close: async () => void (await Promise.all([messages.idle(), rounds.close()])) };
}
