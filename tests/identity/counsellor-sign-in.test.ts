import { beforeEach, describe, expect, test } from "vitest";
import { createCounsellorAccounts } from "../../src/identity/counsellor-accounts.ts";
import { readCounsellorCookie, writeCounsellorCookie } from "../../src/identity/counsellor-cookie.ts";
import { createCounsellorPasskeys } from "../../src/identity/counsellor-passkeys.ts";
import { createCounsellorSessions } from "../../src/identity/counsellor-sessions.ts";
import { newSecret } from "../../src/identity/secrets.ts";
import { createMemoryStore, type MemoryStore } from "../support/memory-store.ts";

const place = { origin: "http://localhost:3978" };
const invitation = { name: "Ria Voorbeeld", role: "loopbaanbegeleider", organisation: "De Kade" };
const hoursMs = 3_600_000;

let store: MemoryStore;
let offsetMs: number;
const nowMs = () => Date.now() + offsetMs;

beforeEach(() => {
  store = createMemoryStore();
  offsetMs = 0;
});

describe("an invitation to make a passkey", () => {
  const open = () => createCounsellorPasskeys({ store, accounts: createCounsellorAccounts({ store, nowMs }), nowMs });

  test("R35: works for a week, and is kept as a hash alone", async () => {
    const passkeys = open();
    const secret = await passkeys.invite(invitation);
    expect(store.dumpRecords()).not.toContain(secret);
    expect(await passkeys.beginInvited(secret, place)).toMatchObject({ name: "Ria Voorbeeld", organisation: "De Kade" });
    offsetMs = 8 * 24 * hoursMs;
    await expect(passkeys.beginInvited(secret, place)).rejects.toMatchObject({ code: "sign_in_refused" });
  });

  test.for([null, {}, { id: "x" }, { id: "x", rawId: "x", type: "public-key", response: { clientDataJSON: "x", attestationObject: "x" } }])(
    "R35: an answer that is none (%j) makes no account, and leaves the invitation as it was",
    async (response) => {
      const passkeys = open();
      const secret = await passkeys.invite(invitation);
      await expect(passkeys.finishInvited(secret, response, place)).rejects.toMatchObject({ code: "sign_in_refused" });
      await expect(passkeys.finish(response, place)).rejects.toMatchObject({ code: "sign_in_refused" });
      expect(await createCounsellorAccounts({ store, nowMs }).list()).toEqual([]);
      await passkeys.beginInvited(secret, place);
    },
  );
});

describe("a counsellor's session", () => {
  test("R35: however much it is used, it is over after eight hours; what is logged holds no name", async () => {
    const logged: string[] = [];
    const accounts = createCounsellorAccounts({ store, nowMs });
    const sessions = createCounsellorSessions({ store, accounts, secure: false, nowMs, log: (event, id) => logged.push(`${event} ${id}`) });
    const account = await accounts.remember({ way: "oidc", subject: "s", ...invitation });
    const cookie = (await sessions.begin(account)).split(";")[0];
    for (let minutes = 20; minutes < 480; minutes += 20) {
      offsetMs = minutes * 60_000;
      expect(await sessions.find(cookie)).toMatchObject({ id: account.id });
    }
    offsetMs = 8 * hoursMs + 1;
    expect(await sessions.find(cookie)).toBeUndefined();
    expect(await sessions.signIns(account.id)).toMatchObject([{ way: "oidc" }]);
    expect(logged).toEqual([`counsellor_signed_in ${account.id}`]);
  });

  test("R35: its cookie is not the holder's, and given twice it is none", () => {
    const secret = newSecret();
    const line = writeCounsellorCookie("counsellor", secret, true, 60);
    expect(line).toBe(`__Host-skillsgesprek-counsellor=${secret}; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=60`);
    const pair = `skillsgesprek-counsellor=${secret}`;
    expect(readCounsellorCookie(pair, "counsellor", false)).toBe(secret);
    expect(readCounsellorCookie(pair, "sign-in", false)).toBeUndefined();
    expect(readCounsellorCookie(pair, "counsellor", true)).toBeUndefined();
    expect(readCounsellorCookie(`${pair}; ${pair}`, "counsellor", false)).toBeUndefined();
    expect(readCounsellorCookie(`skillsgesprek=${secret}`, "counsellor", false)).toBeUndefined();
  });
});
