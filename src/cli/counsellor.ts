import { openStore } from "../composition/store.ts";
import { readConfig } from "../config.ts";
import type { PassportStore } from "../domain/store.ts";
import { createCounsellorAccounts } from "../identity/counsellor-accounts.ts";
import { createCounsellorPasskeys } from "../identity/counsellor-passkeys.ts";
import { reviewQuality } from "../review/quality.ts";
import { allPairs } from "../review/training-pairs.ts";
import { commandOptions, printLine, runCommand, UsageError } from "./shell.ts";

const help = `Lets counsellors in, shows who they are, and puts them out.

  npm run --silent counsellor -- invite --name NAME --organisation NAME [--role NAME]
  npm run --silent counsellor -- list
  npm run --silent counsellor -- revoke --id ID
  npm run --silent counsellor -- quality
  npm run --silent counsellor -- pairs

invite prints a link that is good once, for a week: with it the counsellor makes a passkey. Give it to them alone. list shows
every account, of an OpenID provider too. revoke ends their sessions and lets them in no more; what they endorsed stays.
quality: which share of what was reviewed was accepted, adjusted or rejected, by group of skills, extractor and version of the
prompt; null where fewer than ten people have a part in it. pairs: which concept was changed into which, of holders who allow it,
without a word of anybody. One JSON line each on standard output.`;

async function invite(store: PassportStore, args: string[], page: string): Promise<void> {
  const {
    name,
    organisation,
    role = "loopbaanbegeleider",
  } = commandOptions({ name: { type: "string" }, organisation: { type: "string" }, role: { type: "string" } }, args);
  if (!name?.trim() || !organisation?.trim()) throw new UsageError("invite needs --name and --organisation. Try --help");
  const accounts = createCounsellorAccounts({ store });
  const secret = await createCounsellorPasskeys({ store, accounts }).invite({
    name: name.trim(),
    organisation: organisation.trim(),
    role: role.trim(),
  });
  printLine({ link: `${page}counsellor#invite=${secret}`, days: 7 });
}

await runCommand(help, async () => {
  const [task = "", ...args] = process.argv.slice(2);
  if (!["invite", "list", "revoke", "quality", "pairs"].includes(task))
    throw new UsageError("Say invite, list, revoke, quality or pairs. Try --help");
  const config = readConfig();
  const store = await openStore(config);
  const page = config.publicUrl?.href ?? `http://localhost:${config.port}/`;
  try {
    const accounts = createCounsellorAccounts({ store });
    if (task === "invite") await invite(store, args, page);
    if (task === "quality") for (const line of reviewQuality(await store.rowsOfAllHolders("review-line"))) printLine(line);
    if (task === "pairs") for (const pair of await allPairs(store)) printLine(pair);
    if (task === "list") {
      for (const { id, name, role, organisation, way, createdAt, revokedAt } of await accounts.list())
        printLine({ id, name, role, organisation, way, createdAt, revokedAt });
    }
    if (task === "revoke") {
      const { id } = commandOptions({ id: { type: "string" } }, args);
      const account = id === undefined ? undefined : await accounts.endSessions(id, true);
      if (!account) throw new UsageError("There is no such account: --id takes an id that list shows");
      printLine({ id: account.id, revokedAt: account.revokedAt });
    }
  } finally {
    await store.close();
  }
});
