import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eraseEverything } from "../../src/domain/erasure.ts";
import { secrets } from "../../src/identity/secret-port.ts";
import { openSqliteStore } from "../../src/passport/sqlite-store.ts";
import { createAccessLog } from "../../src/review/access-log.ts";
import { createGrants } from "../../src/review/grants.ts";
import { createHolderReviews } from "../../src/review/holder-reviews.ts";
import { createOrganisationKeys } from "../../src/review/organisation-keys.ts";
import { createReviewBindings } from "../../src/review/review-bindings.ts";
import { createStatusLists } from "../../src/review/status-lists.ts";
import { vouchingIn } from "../../src/composition/signing.ts";
import { createReviews } from "../../src/review/reviews.ts";
import { confirmed, noPassport } from "../support/passport-samples.ts";

const ria = { id: "ria", name: "Ria Voorbeeld", role: "loopbaanbegeleider", organisation: "De Kade" };

test("R35: in the sealed store a review holds, a refused verdict leaves nothing, and erasing leaves nothing to read", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "reviews-"));
  const store = await openSqliteStore({ dataDir, masterKey: "ab".repeat(32) });
  try {
    const nowMs = Date.now;
    const keys = createOrganisationKeys(store);
    const statusLists = createStatusLists({ store, keys, address: new URL("https://skills.example/endorsement-status/"), nowMs });
    const endorsing = { keys, statusLists };
    const grants = createGrants({ store, secrets, nowMs });
    const bindings = createReviewBindings({ store, nowMs });
    const reviews = createReviews({
      store,
      grants,
      bindings,
      endorsing,
      statusLists,
      vouch: vouchingIn(store),
      accessLog: createAccessLog({ store, nowMs }),
      nowMs,
    });
    const holder = createHolderReviews({ store, endorsing, nowMs });
    await store.createHolder("h", noPassport());
    await store.changePassport("h", [confirmed("c1")]);
    const asked = { for: { name: "Ria", purpose: "" }, shownAs: null, mode: "review", view: "picked", days: 30 } as const;
    const { secret } = await grants.give("h", { ...asked, claimIds: ["c1"], parts: [], withQuotes: true, withFiles: false });
    const { id } = await reviews.takeUp(ria, secret, "begeleider");
    await reviews.judge(ria, id, "c1", { kind: "accept" });
    await expect(reviews.judge(ria, id, "c1", { kind: "reject", comment: "Zwaluwstaart" })).rejects.toMatchObject({ code: "review_superseded" });
    await reviews.withdraw(ria, id, "c1", "Zwaluwstaart");
    const { reviews: seen, audit } = await holder.of("h");
    expect(seen[0]?.lines[0]?.verdicts.map(({ kind }) => kind)).toEqual(["accept", "withdraw"]);
    expect(audit.map(({ action }) => action)).toEqual(["took_up", "accept", "withdraw"]);

    await eraseEverything(store, "h");
    expect(await reviews.queue(ria)).toEqual([{ id, state: "ended" }]);
    await expect(reviews.open(ria, id)).rejects.toMatchObject({ code: "not_found" });
    await store.close();
    const files = readdirSync(dataDir, { withFileTypes: true, recursive: true }).filter((each) => each.isFile());
    const raw = Buffer.concat(files.map((each) => readFileSync(join(each.parentPath, each.name))));
    for (const word of ["Zwaluwstaart", "Ria Voorbeeld", "De Kade", "z6Mk"]) expect(raw.includes(word)).toBe(false);
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true });
  }
});
