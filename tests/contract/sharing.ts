import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { secrets } from "../../src/identity/secret-port.ts";
import type { SealedStore } from "../../src/passport/sealed-store.ts";
import { createAccessLog } from "../../src/review/access-log.ts";
import { createGrants, type GrantAsked } from "../../src/review/grants.ts";
import { createLookRequests } from "../../src/review/look-requests.ts";
import { confirmed, noPassport } from "../support/passport-samples.ts";
import type { StorePlace } from "./passport-store.ts";

const asked: GrantAsked = {
  for: { name: "Bakkerij Kwibus", purpose: "een vaste plek" },
  shownAs: "Sanne Verzonnen",
  mode: "read",
  view: "picked",
  claimIds: ["c1"],
  parts: [],
  withQuotes: false,
  withFiles: false,
  days: 30,
};

/** Sharing, by two processes that look after one store. */
export function sharingContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`sharing on ${name}`, () => {
    let place: StorePlace;
    let stores: readonly [SealedStore, SealedStore];
    let holder: string;
    const sharingOn = (store: SealedStore) => {
      const grants = createGrants({ store, secrets, nowMs: Date.now });
      const requests = createLookRequests({ store, grants, secrets, nowMs: Date.now });
      return { grants, requests, log: createAccessLog({ store, nowMs: Date.now }) };
    };

    beforeEach(async () => {
      place = await makePlace();
      stores = [await place.open(), await place.open()];
      holder = randomUUID();
      await stores[0].createHolder(holder, noPassport());
      await stores[0].changePassport(holder, [confirmed("c1")]);
    });
    afterEach(async () => {
      await Promise.all(stores.map((store) => store.close()));
      await place.remove();
    });

    test("what one process shares another shows, and what one takes back no other shows", async () => {
      const [here, there] = [sharingOn(stores[0]), sharingOn(stores[1])];
      const { grant, secret } = await here.grants.give(holder, asked);
      expect(await there.grants.open(secret)).toEqual({ holderId: holder, grant });
      const renewed = await there.grants.newLink(holder, grant.id);
      expect([await here.grants.open(secret), await here.grants.open(renewed)]).toEqual([undefined, { holderId: holder, grant }]);
      await there.grants.revoke(holder, grant.id);
      expect(await here.grants.open(renewed)).toBeUndefined();
    });

    test("ten looks at once, through both, are all in the log", async () => {
      const { grant } = await sharingOn(stores[0]).grants.give(holder, asked);
      const look = (index: number) => sharingOn(index % 2 ? stores[0] : stores[1]).log.looked(holder, grant.id, { by: null, claimIds: ["c1"] });
      await Promise.all(Array.from({ length: 10 }, (_, index) => look(index)));
      expect((await sharingOn(stores[1]).log.of(holder)).get(grant.id)?.looks).toMatchObject([{ times: 10 }]);
    });

    test("nothing of it lies there readable, and erasing everything ends every link", async () => {
      const { grants, requests, log } = sharingOn(stores[0]);
      const { grant, secret } = await grants.give(holder, asked);
      const ask = await requests.makeLink(holder);
      await requests.ask(ask, { name: "Slagerij Kwibus", purpose: "nieuwsgierig" });
      await log.looked(holder, grant.id, { by: "Ria Verzonnen", claimIds: ["c1"] });
      const raw = await place.raw();
      for (const word of ["Kwibus", "Verzonnen", "nieuwsgierig", secret, ask, holder, grant.id, secrets.hashOf(secret)]) {
        expect(raw.includes(word), word).toBe(false);
      }
      await stores[1].eraseHolder(holder);
      expect(await grants.open(secret)).toBeUndefined();
      expect(await requests.isLink(ask)).toBe(false);
      expect(await place.sql("SELECT kind FROM records")).toEqual([]);
      expect(await place.sql("SELECT kind FROM sealed_rows")).toEqual([]);
    });
  });
}
