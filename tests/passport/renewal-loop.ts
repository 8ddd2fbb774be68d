/** A process to be killed: erases a skill, adds one, and moves everything to another data key, again and again; says on standard output
 *  which skill is now kept. Arguments: data folder, master key, round. */
import { writeSync } from "node:fs";
import { openSqliteStore } from "../../src/passport/sqlite-store.ts";
import { confirmed } from "../support/passport-samples.ts";

const [dataDir = "", masterKey = "", round = ""] = process.argv.slice(2);
const store = await openSqliteStore({ dataDir, masterKey });
writeSync(1, "opened\n");
for (let i = 0; ; i++) {
  const claimId = `r${round}-${i}`;
  await store.changePassport("h", [confirmed(`${claimId}-gone`, `weg ${claimId}`)]);
  await store.changePassport("h", [confirmed(claimId), { type: "claim_erased", at: "2026-11-26T10:00:00.000Z", claimId: `${claimId}-gone` }]);
  writeSync(1, `${claimId}\n`);
  await store.renewKeys(Date.now(), { keepBeforeMs: 0 });
}
