import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createConversationTokens } from "../../src/identity/conversation-tokens.ts";
import { createCounsellorAccounts } from "../../src/identity/counsellor-accounts.ts";
import { createCounsellorPasskeys } from "../../src/identity/counsellor-passkeys.ts";
import { createSessions } from "../../src/identity/sessions.ts";
import { createMemoryStore, type MemoryStore } from "../support/memory-store.ts";
import { noPassport } from "../support/passport-samples.ts";
import { softPasskey } from "../support/soft-passkey.ts";

const place = { origin: "http://localhost:3978" };
const Begun = z.object({ options: z.looseObject({ challenge: z.string() }) });

/** How many of these came to something. */
async function wentWell(tries: readonly Promise<unknown>[]): Promise<number> {
  const outcomes = await Promise.allSettled(tries);
  return outcomes.filter((each) => each.status === "fulfilled" && each.value !== undefined).length;
}

// What is good once was looked up, and only then taken away: of many who came at the same time, all were let in.
describe("what is good once, used by many at the same moment", () => {
  let store: MemoryStore;
  beforeEach(() => {
    store = createMemoryStore();
  });

  test("R35: an invitation makes one counsellor", async () => {
    const accounts = createCounsellorAccounts({ store });
    const passkeys = createCounsellorPasskeys({ store, accounts });
    const secret = await passkeys.invite({ name: "Ria Voorbeeld", role: "loopbaanbegeleider", organisation: "De Kade" });
    const answers: unknown[] = [];
    for (let at = 0; at < 4; at += 1) {
      const { options } = Begun.parse(await passkeys.beginInvited(secret, place));
      answers.push(softPasskey(place.origin).make(options));
    }
    expect(await wentWell(answers.map((answer) => passkeys.finishInvited(secret, answer, place)))).toBe(1);
    expect(await accounts.list()).toHaveLength(1);
  });

  test("R35: an answer of a passkey opens one session", async () => {
    const accounts = createCounsellorAccounts({ store });
    const passkeys = createCounsellorPasskeys({ store, accounts });
    const secret = await passkeys.invite({ name: "Ria Voorbeeld", role: "loopbaanbegeleider", organisation: "De Kade" });
    const key = softPasskey(place.origin);
    const { options } = Begun.parse(await passkeys.beginInvited(secret, place));
    await passkeys.finishInvited(secret, key.make(options), place);
    const { challenge } = z.looseObject({ challenge: z.string() }).parse(await passkeys.begin(place));
    const answer = key.use({ challenge });
    expect(await wentWell(Array.from({ length: 4 }, () => passkeys.finish(answer, place)))).toBe(1);
  });

  test("a ticket opens one stream", async () => {
    const sessions = createSessions({ store, secure: false, newPassport: noPassport });
    const tokens = createConversationTokens({ store, sessions });
    const opened = await sessions.open(undefined, "nl", "other");
    const { token } = await tokens.issueForCookie(opened.setCookie.split(";")[0]);
    const ticket = await tokens.issueTicket(await tokens.authenticate(token));
    expect(await wentWell(Array.from({ length: 8 }, () => tokens.redeemTicket(ticket)))).toBe(1);
    expect(await tokens.redeemTicket(ticket)).toBeUndefined();
  });
});
