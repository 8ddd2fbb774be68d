import { createSecretKey, randomBytes, randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { followEveryMs, rotateMasterKey, type RotationOptions } from "../../src/passport/key-rotation.ts";
import type { SealedStore } from "../../src/passport/sealed-store.ts";
import { confirmed, noPassport } from "../support/passport-samples.ts";
import type { StorePlace } from "./passport-store.ts";

const people = 7;

class KilledError extends Error {}

/** Replacing the master key, whatever the store is made of. */
export function rotationContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`replacing the master key: ${name}`, () => {
    let place: StorePlace;
    let running: SealedStore;
    const opened: SealedStore[] = [];
    let oldKey: string;
    let newKey: string;
    let holders: readonly string[];

    async function open(key: string): Promise<SealedStore> {
      const store = await place.open(key);
      opened.push(store);
      return store;
    }
    const rotate = (from: string, to: string, options: RotationOptions = {}) =>
      place.withRows((rows) =>
        rotateMasterKey(rows, createSecretKey(Buffer.from(from, "hex")), createSecretKey(Buffer.from(to, "hex")), { handoverMs: 0, ...options }),
      );
    const readable = async (store: SealedStore, of: readonly string[] = holders) => {
      const passports = await Promise.all(of.map((id) => store.passport(id)));
      return passports.filter((each) => each?.claims.length === 1).length;
    };
    /** A process that has looked whether the key is being replaced. */
    const lookedAgain = () => vi.advanceTimersByTimeAsync(followEveryMs);

    beforeEach(async () => {
      vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
      place = await makePlace();
      [oldKey, newKey] = [randomBytes(32).toString("hex"), randomBytes(32).toString("hex")];
      running = await open(oldKey);
      holders = Array.from({ length: people }, () => randomUUID());
      for (const id of holders) {
        await running.createHolder(id, noPassport());
        await running.changePassport(id, [confirmed("c1")]);
      }
      await running.putRecord("session", "s", { holderId: holders[0] }, null);
    });
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
      vi.useRealTimers();
      await place.remove();
    });

    test("afterwards only the new key opens what is there, and everything is there", async () => {
      expect(await rotate(oldKey, newKey)).toBe(people);
      await expect(open(oldKey)).rejects.toMatchObject({ code: "passport_master_key_wrong" });
      const store = await open(newKey);
      expect(await readable(store)).toBe(people);
      expect(await store.getRecord("session", "s", 0)).toEqual({ holderId: holders[0] });
      expect(await place.sql("SELECT name FROM installation ORDER BY name")).toEqual([{ name: "check" }, { name: "root" }]);
    });

    test("a process that runs meanwhile reads, writes and makes holders all the time, and after it", async () => {
      const made: string[] = [];
      async function comeAndGo() {
        const id = randomUUID();
        await running.createHolder(id, noPassport());
        await running.changePassport(id, [confirmed("c1")]);
        made.push(id);
        expect(await readable(running, [...holders, ...made])).toBe(people + made.length);
      }
      await rotate(oldKey, newKey, {
        pause: async () => {
          await comeAndGo();
          await vi.waitFor(async () => {
            await lookedAgain();
            await comeAndGo();
          });
        },
      });
      await comeAndGo();
      expect(await readable(await open(newKey), [...holders, ...made])).toBe(people + made.length);
    });

    test("a holder made by a process that has not looked yet is not lost", async () => {
      const late = randomUUID();
      await rotate(oldKey, newKey, { pause: () => running.createHolder(late, noPassport()).then(() => undefined) });
      expect(await (await open(newKey)).hasHolder(late)).toBe(true);
      expect(await (await open(newKey)).passport(late)).toEqual(noPassport());
    });

    test.for<[string, RotationOptions]>([
      ["before the first data key", { pause: () => Promise.reject(new KilledError()) }],
      [
        "between two data keys",
        {
          onProgress: (done) => {
            if (done === 3) throw new KilledError();
          },
        },
      ],
      [
        "before the end",
        {
          onProgress: (done) => {
            if (done === people) throw new KilledError();
          },
        },
      ],
    ])("killed %s: either key opens everything, and the same command goes on", async ([, killed]) => {
      await expect(rotate(oldKey, newKey, killed)).rejects.toBeInstanceOf(KilledError);
      for (const key of [oldKey, newKey]) expect(await readable(await open(key))).toBe(people);
      // People come while it lies half done.
      const [one, other] = [randomUUID(), randomUUID()];
      await (await open(oldKey)).createHolder(one, noPassport());
      await (await open(newKey)).createHolder(other, noPassport());
      expect(await (await open(newKey)).passport(one)).toEqual(noPassport());
      expect(await (await open(oldKey)).passport(other)).toEqual(noPassport());
      await rotate(oldKey, newKey);
      const store = await open(newKey);
      expect(await readable(store)).toBe(people);
      for (const id of [one, other]) expect(await store.passport(id)).toEqual(noPassport());
      await expect(open(oldKey)).rejects.toMatchObject({ code: "passport_master_key_wrong" });
    });

    test("half done, a third key is refused, and so is a wrong old one; nothing is spoiled", async () => {
      const third = randomBytes(32).toString("hex");
      await expect(rotate(third, newKey)).rejects.toMatchObject({ code: "passport_master_key_wrong" });
      await rotate(oldKey, newKey, { pause: () => Promise.reject(new KilledError()) }).catch(() => undefined);
      await expect(rotate(oldKey, third)).rejects.toMatchObject({ message: expect.stringContaining("same key again") });
      expect(await readable(await open(oldKey))).toBe(people);
    });

    test("said twice, it is done once", async () => {
      await rotate(oldKey, newKey);
      expect(await rotate(oldKey, newKey)).toBeNull();
    });

    test("who is erased meanwhile stays erased", async () => {
      const gone = holders[0] ?? "";
      await rotate(oldKey, newKey, { pause: () => running.eraseHolder(gone) });
      expect(await (await open(newKey)).hasHolder(gone)).toBe(false);
      expect(await place.sql("SELECT owner FROM data_keys")).toHaveLength(people - 1);
    });
  });
}
