import { rotateKey } from "../composition/rotate-key.ts";
import { readConfig } from "../config.ts";
import { commandOptions, printLine, runCommand } from "./shell.ts";

const help = `Replaces the master key, while the program runs.

  npm run --silent rotate-key

MASTER_KEY is the key as it is now, NEW_MASTER_KEY the one that comes in its place. The data key of every person is wrapped with
the new one; what they seal is not touched. Make a key with: openssl rand -base64 32
Where the key lies in a file (MASTER_KEY is not set), leave NEW_MASTER_KEY out: the file is replaced by a new one.

Running processes go on without a restart. It waits some seconds until all of them know. Killed halfway, nothing is lost: both
keys open everything, and the same command goes on where it was. When it is done, set MASTER_KEY to the new key before the next
start, keep the old key as long as you keep a backup of the data keys from before, and then destroy it.

One JSON line on standard output: {"rewrapped": N, "keyIn": "environment" | "file"}; rewrapped is null where there was nothing to do.`;

await runCommand(help, async () => {
  commandOptions({});
  const config = readConfig();
  console.error("Waiting until every running process knows of the new key …");
  const rotation = await rotateKey(config, {
    onProgress: (done) => {
      if (done % 1000 === 0) console.error(`${done} data keys`);
    },
  });
  const { rewrapped, keyIn } = rotation;
  console.error(
    rewrapped === null
      ? "The new key was already the only one."
      : `${rewrapped} data keys lie under the new master key; the old one opens nothing any more.`,
  );
  if (keyIn === "environment") console.error("Set MASTER_KEY to the new key before the next start.");
  printLine(rotation);
});
