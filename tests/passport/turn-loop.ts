/** A process to be killed: commits one turn after another, and says on standard output which claim is now kept.
 *  Arguments: data folder, master key, round. */
import { writeSync } from "node:fs";
import { openSqliteStore } from "../../src/passport/sqlite-store.ts";
import { confirmed } from "../support/passport-samples.ts";

const [dataDir = "", masterKey = "", round = ""] = process.argv.slice(2);
const store = await openSqliteStore({ dataDir, masterKey });
const loaded = await store.load("h", "c");
let version = loaded?.version ?? 0;
for (let i = 0; ; i++) {
  const claimId = `r${round}-${i}`;
  const done = await store.commitTurn({
    holderId: "h",
    conversationId: "c",
    activityId: claimId,
    expectedVersion: version,
    // Long enough for a write of several pages.
    state: { claimId, filler: "x".repeat(6000) },
    claimEvents: [confirmed(claimId)],
    outbox: [
      { from: "holder", claimId },
      { from: "bot", claimId },
    ],
  });
  if (done.outcome !== "committed") throw new Error(done.outcome);
  version = done.version;
  writeSync(1, `${claimId}\n`);
}
