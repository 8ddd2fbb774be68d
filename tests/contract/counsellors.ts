import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createCounsellorAccounts } from "../../src/identity/counsellor-accounts.ts";
import type { SealedStore } from "../../src/passport/sealed-store.ts";
import { createOrganisationKeys } from "../../src/review/organisation-keys.ts";
import { isSignatureWhole } from "../../src/review/credential-proof.ts";
import { decodedBits, isSet } from "../../src/review/status-bits.ts";
import { createStatusLists } from "../../src/review/status-lists.ts";
import { createReviewBindings } from "../../src/review/review-bindings.ts";
import type { StorePlace } from "./passport-store.ts";

const ria = { way: "oidc", subject: "ria", name: "Ria Verzonnen", role: "loopbaanbegeleider", organisation: "De Kade" } as const;

/** What is kept of counsellors, by two processes that look after one store. */
export function counsellorsContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`counsellors on ${name}`, () => {
    let place: StorePlace;
    let stores: readonly SealedStore[];
    const each = <T>(count: number, work: (store: SealedStore, index: number) => Promise<T>): Promise<T[]> =>
      Promise.all(Array.from({ length: count }, async (_, index) => work(stores[index % 2] ?? (await place.open()), index)));

    beforeEach(async () => {
      place = await makePlace();
      stores = [await place.open(), await place.open()];
    });
    afterEach(async () => {
      await Promise.all(stores.map((store) => store.close()));
      await place.remove();
    });

    test("ten who sign in for the first time at once are all in the list", async () => {
      const made = await each(10, (store, index) => createCounsellorAccounts({ store }).remember({ ...ria, subject: `subject ${index}` }));
      const listed = await each(1, (store) => createCounsellorAccounts({ store }).list());
      expect(listed[0]?.map(({ id }) => id).toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    });

    test("one who signs in for the first time in ten places at once gets one account", async () => {
      const made = await each(10, (store) => createCounsellorAccounts({ store }).remember(ria));
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
      expect((await each(1, (store) => createCounsellorAccounts({ store }).list()))[0]).toHaveLength(1);
    });

    test("one who is put out while signing in stays out", async () => {
      const [known] = await each(1, (store) => createCounsellorAccounts({ store }).remember(ria));
      await each(10, async (store, index) => {
        const accounts = createCounsellorAccounts({ store });
        await (index === 4 ? accounts.endSessions(known?.id ?? "", true) : accounts.remember(ria));
      });
      const [listed] = await each(1, (store) => createCounsellorAccounts({ store }).list());
      expect(listed?.[0]?.revokedAt).not.toBeNull();
    });

    test("ten reviews taken up at once are all in the queue", async () => {
      await each(10, (store, index) => createReviewBindings({ store, nowMs: Date.now }).bind("ria", `review ${index}`, "sanne"));
      const [queue] = await each(1, (store) => createReviewBindings({ store, nowMs: Date.now }).of("ria"));
      expect(new Set(queue?.map(({ reviewId }) => reviewId)).size).toBe(10);
    });

    test("ten endorsements at once get ten places, also where a list runs full; a withdrawal is told of by every process", async () => {
      const lists = (store: SealedStore) =>
        createStatusLists({
          store,
          keys: createOrganisationKeys(store),
          address: new URL("https://skills.example/endorsement-status/"),
          mostTaken: 6,
          nowMs: Date.now,
        });
      const [key] = await each(1, (store) => createOrganisationKeys(store).of("De Kade"));
      const did = key?.did ?? "";
      const places = await each(10, (store) => lists(store).newEntry(did));
      expect(new Set(places.map((place) => place?.id)).size).toBe(10);
      const inFirst = places.filter((place) => place?.statusListCredential.endsWith("/1"));
      expect(inFirst).toHaveLength(6);
      const [withdrawn, kept] = inFirst;
      await each(2, (store) => lists(store).withdraw({ issuer: { id: did }, credentialStatus: withdrawn }));
      for (const store of stores) {
        const list = await lists(store).signedList(did, "1");
        const { encodedList } = z.object({ encodedList: z.string() }).parse(list?.["credentialSubject"]);
        const told = [withdrawn, kept].map((place) => isSet(decodedBits(encodedList), Number(place?.statusListIndex)));
        expect(told).toEqual([true, false]);
        expect(await isSignatureWhole(list)).toBe(true);
        for (const [name, number] of [
          [did, "3"],
          ["did:key:z6Mkunknown", "1"],
        ] as const)
          expect(await lists(store).signedList(name, number)).toBeUndefined();
      }
      const raw = await place.raw();
      for (const word of [did, "De Kade", withdrawn?.id ?? "?"]) expect(raw.includes(word), word).toBe(false);
    });

    test("ten first signatures at once are made with one key", async () => {
      const keys = await each(10, (store) => createOrganisationKeys(store).of("De Kade"));
      expect(new Set(keys.map(({ did }) => did)).size).toBe(1);
    });
  });
}
