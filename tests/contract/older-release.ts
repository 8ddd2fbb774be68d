import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { msPerDay } from "../../src/domain/retention.ts";
import { createComeBackCodes } from "../../src/identity/come-back-codes.ts";
import type { SealedStore } from "../../src/passport/sealed-store.ts";
import { olderRelease } from "../support/older-release.ts";
import { starredBot } from "../support/starred-bot.ts";
import type { StorePlace } from "./passport-store.ts";

/** What an older release left opens, and its people go on where they were. */
export function olderReleaseContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`passports of an older release: ${name}`, () => {
    let place: StorePlace;
    let store: SealedStore;
    const claims = async () => (await store.passport("holder"))?.claims.map(({ label }) => label.nl);

    beforeEach(async () => {
      place = await makePlace();
      await place.fillAsOlderRelease();
      store = await place.open(olderRelease.masterKey);
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    test("are read whole: skills, words, numbers, and the code to come back with", async () => {
      expect(await claims()).toEqual(["kook soep", "poets kantoren"]);
      expect(await store.conversations("holder")).toEqual(["talk"]);
      expect(await store.activities("holder", "talk", 0)).toHaveLength(olderRelease.messages);
      expect(await store.conversationCounts()).toMatchObject([[{ turns: olderRelease.answers }]]);
      expect(await createComeBackCodes({ store }).holderOf(olderRelease.code)).toBe("holder");
    });

    test("a conversation that was under way goes on: after the new notice, with the question that stood open", async () => {
      const runner = starredBot(store);
      const say = (activityId: string, text: string) => {
        const turn = {
          holderId: "holder",
          conversationId: "talk",
          activityId,
          channel: "web" as const,
          text,
          value: null,
          locale: "nl",
          isStart: false,
        };
        return runner.run(turn, () => undefined);
      };
      const noticed = await say("n1", "hallo");
      expect(noticed.activities.map(({ activity }) => activity["text"]).join("\n")).toContain("30 dagen");
      await say("n2", "ja");
      await say("n3", "ja");
      expect(await claims()).toEqual(["kook soep", "poets kantoren", "help ik buren"]);
    });

    test("what was agreed to then still holds: words stay, and so does the passport", async () => {
      const late = Date.parse("2026-11-26T00:00:00Z") + 4000 * msPerDay;
      expect(await store.keepTerms({ transcriptDays: 30, abandonedDays: 365 }, late)).toEqual({ conversations: 0, passports: 0 });
      expect(await store.activities("holder", "talk", 0)).toHaveLength(olderRelease.messages);
    });

    test("R22: an erased skill goes from what was said then, too", async () => {
      const [, second] = (await store.passport("holder"))?.claims ?? [];
      await store.changePassport("holder", [{ type: "claim_erased", at: "2026-12-01T10:00:00Z", claimId: second?.id ?? "" }]);
      const left = JSON.stringify([await store.load("holder", "talk"), await store.activities("holder", "talk", 0)]);
      expect(left).not.toMatch(/poets.kantoren/);
      expect(left).toContain("help ik buren");
    });
  });
}
