import type { Server } from "restify";
import type { KeepWords } from "../domain/left-out.ts";
import type { Limits } from "../domain/limits.ts";
import type { Passport } from "../domain/passport.ts";
import type { OtherLanguages } from "../domain/other-languages.ts";
import type { PassportStore } from "../domain/store.ts";
import type { Sessions } from "../identity/sessions.ts";
import { PassportFileError } from "../passport/errors.ts";
import type { Exporters } from "../passport/export/exporter.ts";
import type { PdfSetter } from "../passport/export/pdf/export-pdf.ts";
import { claimsIn } from "../review/check-file.ts";
import { createFileChecks, type FileChecks } from "../review/check-thread.ts";
import { isWithdrawnHere } from "../review/status-lists.ts";
import type { FilePlaces } from "../web/file-places.ts";
import type { RequestGuard } from "../web/request-guard.ts";
import { registerTakeAlongApi } from "../web/take-along/take-along-api.ts";

/** What takes a passport out of here. */
export interface TakeAlong {
  readonly exporters: Exporters;
  /** Also for what is shared. */
  readonly pdf: PdfSetter;
}

export interface TakeAlongParts {
  readonly store: PassportStore;
  readonly sessions: Sessions;
  readonly guard: RequestGuard;
  readonly limits: Limits;
  readonly places: FilePlaces;
  readonly keepWords: KeepWords;
  readonly exporters: Exporters;
  readonly languages: OtherLanguages;
  readonly nowMs: () => number;
}

interface Checking {
  readonly store: Pick<PassportStore, "getRecord">;
  readonly checks: FileChecks;
  readonly nowMs: () => number;
}

/** Signatures are checked in a thread of their own: anybody can write some that take minutes. What an organisation here withdrew since does
 *  not come back. @throws {PassportFileError} */
async function genuineIn(passport: Passport, { store, checks, nowMs }: Checking): Promise<(place: string) => boolean> {
  const signed: Passport = { ...passport, who: [], wants: [], experiences: [], credentials: [], offers: [], history: [] };
  const { kind, problems } = await checks.check(new TextEncoder().encode(JSON.stringify(signed)), nowMs());
  if (kind !== "passport" || problems.some(({ code }) => code === "too_large" || code === "passport_unreadable"))
    throw new PassportFileError("passport_file_too_much", "There is more in this passport than can be checked here");
  const wrong = new Set(problems.flatMap(({ code, at }) => (at === null || code === "claim_changed" ? [] : [at])));
  for (const { claim, at } of claimsIn(passport))
    for (const [index, each] of claim.endorsements.entries())
      if (await isWithdrawnHere(store, each, nowMs())) wrong.add(`${at}.endorsements[${index}]`);
  return (place) => !wrong.has(place);
}

/** The holder's passport, out and in. An endorsement comes in only as it was signed, whether it still fits the claim or not. */
export function registerTakeAlong(server: Server, { keepWords, nowMs, ...parts }: TakeAlongParts): void {
  const checks = createFileChecks({ atOnce: 2, maxMs: 30_000, maxMemoryMb: 192 });
  registerTakeAlongApi(server, {
    ...parts,
    nowMs,
    accept: { keepWords, genuineIn: (passport) => genuineIn(passport, { store: parts.store, checks, nowMs }) },
  });
}
