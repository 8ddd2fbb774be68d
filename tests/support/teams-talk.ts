import { createNoticeRound, type NoticeRoundDeps } from "../../src/bot/teams-notices.ts";
import { createNotices } from "../../src/domain/notices.ts";
import { appId, type FakeChannel, teamsAdapter } from "./fake-channel.ts";
import type { SkillFinder } from "../../src/domain/ports.ts";
import type { MemoryStore } from "./memory-store.ts";
import { starredBot } from "./starred-bot.ts";
import { botsBesideChannel, teamsActivity, teamsToken, wording } from "./teams-bot.ts";

const msPerDay = 86_400_000;

/** Rounds of one process, at a time that the test says. */
export function roundsOf(
  channel: FakeChannel,
  store: MemoryStore,
  more: Partial<NoticeRoundDeps> & { readonly failing?: () => Error | undefined } = {},
) {
  const clock = { nowMs: Date.now() };
  const codes: string[] = [];
  const notices = createNotices({ store, nowMs: () => clock.nowMs });
  const { failing, ...deps } = more;
  const round = createNoticeRound({
    store,
    notices,
    adapter: teamsAdapter(channel, failing ? { failing } : {}),
    appId,
    development: false,
    say: (language, kind) => wording[language].say(kind === "reminder" ? "remind.now" : "remind.counsellor"),
    awaitsHolder: async () => true,
    onError: (code) => codes.push(code),
    ...deps,
  });
  return {
    notices,
    codes,
    /** A round so many days from now. @returns how many notices were taken on */
    after: (days: number) => {
      clock.nowMs = Date.now() + days * msPerDay;
      return round();
    },
  };
}

/** The real interview in Teams, and rounds beside it. To be called inside `describe`. */
export function talkInTeams() {
  const beside = botsBesideChannel();
  return {
    beside,
    /** Somebody who agreed to the notice, in a private chat. */
    async begin(changes: Readonly<Record<string, unknown>> = {}, search?: SkillFinder["search"]) {
      const bare = await beside.startInTeams();
      const { store } = bare;
      const app = await beside.startInTeams({ store, runner: starredBot(store, { PUBLIC_URL: "https://skills.example" }, search) });
      let messages = 0;
      /** @returns the texts that came back */
      async function send(more: Readonly<Record<string, unknown>>): Promise<readonly (string | undefined)[]> {
        messages += 1;
        const before = beside.channel.texts().length;
        const { status } = await app.post(
          teamsActivity({ id: String(1_700_000_000_000 + messages), ...changes, ...more }),
          teamsToken(beside.channel),
        );
        if (status !== 200) throw new Error(`answered with ${status}`);
        return beside.channel.texts().slice(before);
      }
      await send({ type: "installationUpdate", action: "add", text: undefined });
      await send({ text: "ja" });
      return { store, send, say: (text: string) => send({ text }), app };
    },
  };
}
