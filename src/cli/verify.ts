import { open } from "node:fs/promises";
import { knownHere } from "../composition/known-issuers.ts";
import { readConfig } from "../config.ts";
import { SkillsgesprekError } from "../domain/errors.ts";
import { checkFile, type CheckedFile, checkLimits, type Issuer, type KnownAs } from "../review/check-file.ts";
import { problemSentence } from "../review/credential-problems.ts";
import { commandWithOne, printLine, runCommand } from "./shell.ts";

const help = `Checks the signature of a badge or an endorsement, or of every endorsement in a passport.json.

  npm run --silent verify -- FILE [--issuer DID]

Prints one JSON line: {"file","verified","issuer","signedAt","problems":[…]}. The exit status is 0 only where it verified: there is a
signature, all of them are whole, and nothing was changed since. issuer: the DID whose key signed; several have a space between them.
A whole signature proves who signed, by key, and nothing else: anybody can make a key and write any name beside it. Whose key it
is, this installation says on standard error of its own keys only. --issuer: verified only where this DID, and no other, signed.
Nothing is fetched from the network: keys come out of the did:key itself, definitions with this release.`;

/** The file, or as much of it as is too much. @returns null where it cannot be read */
async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    const file = await open(path, "r");
    try {
      const most = checkLimits.maxBytes + 1;
      const { buffer, bytesRead } = await readUpTo(file, new Uint8Array(most));
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

async function readUpTo(file: Awaited<ReturnType<typeof open>>, buffer: Uint8Array): Promise<{ buffer: Uint8Array; bytesRead: number }> {
  let bytesRead = 0;
  while (bytesRead < buffer.length) {
    const read = await file.read(buffer, bytesRead, buffer.length - bytesRead, null);
    if (read.bytesRead === 0) break;
    bytesRead += read.bytesRead;
  }
  return { buffer, bytesRead };
}

const whose: Readonly<Record<KnownAs, string>> = {
  installation: "the key of this installation",
  organisation: "the key of an organisation whose counsellors endorse here",
  unknown: "a key that this installation does not know: whose it is, the issuer has to say (compare the DID)",
};

async function tellWhose({ issuers: signed, endorsers, withdrawn }: CheckedFile): Promise<void> {
  const issuers = [...signed, ...endorsers];
  const known = await knownHere(readConfig(), issuers).catch((error: unknown) => {
    if (!(error instanceof SkillsgesprekError)) throw error;
    return issuers.map((): KnownAs => "unknown");
  });
  for (const [index, { did }] of issuers.entries()) console.error(`${did}: ${whose[known[index] ?? "unknown"]}`);
  if (withdrawn > 0) console.error(`${withdrawn} of the endorsements were withdrawn: they stand for nothing any more.`);
}

function isOf(did: string | undefined, issuers: readonly Issuer[]): boolean {
  return did === undefined || issuers.every((issuer) => issuer.did === did);
}

await runCommand(help, async () => {
  const { one: file, values } = commandWithOne({ issuer: { type: "string" } }, "file");
  const bytes = await bytesOf(file);
  const checked = bytes && (await checkFile(bytes, Date.now()));
  const issuers = checked?.issuers ?? [];
  const problems = checked ? checked.problems.map(problemSentence) : ["this file cannot be read: is it there, and may you read it?"];
  if (!isOf(values.issuer, issuers)) problems.push("another key than that of --issuer signed it");
  const verified = problems.length === 0;
  const dids = [...new Set(issuers.map(({ did }) => did))];
  printLine({ file, verified, issuer: dids.length > 0 ? dids.join(" ") : null, signedAt: checked?.signedAt ?? null, problems });
  if (checked) await tellWhose(checked);
  if (!verified) process.exitCode = 1;
});
