import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createPasskeyCeremony, type MadePasskey } from "../../src/identity/passkey-ceremony.ts";
import { createMemoryStore, type MemoryStore } from "../support/memory-store.ts";
import { softPasskey } from "../support/soft-passkey.ts";

const place = { origin: "http://localhost:3978" };
const about = { userName: "Mijn skillspaspoort" };
const Begun = z.looseObject({ challenge: z.string() });
const refused = { code: "sign_in_refused" };

let store: MemoryStore;
let offsetMs: number;
let passkey: ReturnType<typeof softPasskey>;

const open = () => createPasskeyCeremony({ store, challengeKind: "passkey-challenge", nowMs: () => Date.now() + offsetMs });
const beginMaking = async (owner: string) => Begun.parse(await open().beginMaking(owner, about, place));
const beginSignIn = async () => Begun.parse(await open().beginSignIn(place));
const finding = (made: MadePasskey) => async (id: string) => (id === made.id ? made : undefined);
const made = async () => open().finishMaking("a", passkey.make(await beginMaking("a")), place);

beforeEach(() => {
  store = createMemoryStore();
  offsetMs = 0;
  passkey = softPasskey(place.origin);
});

describe("making a passkey", () => {
  test("R24: what is kept of it lets its owner in, with the counter going on", async () => {
    const kept = await made();
    const { id, key } = await open().finishSignIn(passkey.use(await beginSignIn()), place, finding(kept));
    expect(id).toBe(kept.id);
    expect(key.counter).toBeGreaterThan(kept.counter);
  });

  test("R24: an answer is good once", async () => {
    const answer = passkey.make(await beginMaking("a"));
    await open().finishMaking("a", answer, place);
    await expect(open().finishMaking("a", answer, place)).rejects.toMatchObject(refused);
  });

  test.for<[string, () => Promise<unknown>]>([
    ["another's challenge", async () => open().finishMaking("b", passkey.make(await beginMaking("a")), place)],
    ["a challenge for signing in", async () => open().finishMaking("a", passkey.make(await beginSignIn()), place)],
    ["a challenge that nobody made", () => open().finishMaking("a", passkey.make({ challenge: "x".repeat(43) }), place)],
    ["a page elsewhere", async () => open().finishMaking("a", softPasskey("http://localhost:4000").make(await beginMaking("a")), place)],
    [
      "an answer after more than five minutes",
      async () => {
        const begun = await beginMaking("a");
        offsetMs = 5 * 60_000 + 1;
        return open().finishMaking("a", passkey.make(begun), place);
      },
    ],
  ])("R24: %s makes none", async ([, work]) => {
    await expect(work()).rejects.toMatchObject(refused);
  });
});

describe("signing in with a passkey", () => {
  test.for<[string, (kept: MadePasskey) => Promise<unknown>]>([
    ["a passkey that is nobody's", async () => open().finishSignIn(passkey.use(await beginSignIn()), place, async () => undefined)],
    ["another's key", async (kept) => open().finishSignIn(softPasskey(place.origin).use(await beginSignIn()), place, async () => kept)],
    ["a challenge for making one", async (kept) => open().finishSignIn(passkey.use(await beginMaking("a")), place, finding(kept))],
  ])("R24: %s lets nobody in", async ([, work]) => {
    await expect(work(await made())).rejects.toMatchObject(refused);
  });

  test("R24: an answer is good once", async () => {
    const kept = await made();
    const answer = passkey.use(await beginSignIn());
    await open().finishSignIn(answer, place, finding(kept));
    await expect(open().finishSignIn(answer, place, finding(kept))).rejects.toMatchObject(refused);
  });
});
