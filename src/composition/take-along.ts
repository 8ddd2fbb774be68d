import type { Server } from "restify";
import type { KeepWords } from "../domain/left-out.ts";
import type { OtherLanguages } from "../domain/other-languages.ts";
import type { PassportStore } from "../domain/store.ts";
import type { Sessions } from "../identity/sessions.ts";
import type { Exporters } from "../passport/export/exporter.ts";
import type { PdfSetter } from "../passport/export/pdf/export-pdf.ts";
import { checkEndorsement } from "../review/signed-endorsements.ts";
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
  readonly keepWords: KeepWords;
  readonly exporters: Exporters;
  readonly languages: OtherLanguages;
  readonly nowMs: () => number;
}

/** The holder's passport, out and in. An endorsement comes in only as it was signed, whether it still fits the claim or not. */
export function registerTakeAlong(server: Server, { keepWords, nowMs, ...parts }: TakeAlongParts): void {
  registerTakeAlongApi(server, {
    ...parts,
    nowMs,
    accept: {
      keepWords,
      isGenuine: async (endorsement, claim) => {
        const { problem } = await checkEndorsement(endorsement, claim, nowMs());
        return problem === null || problem === "claim_changed";
      },
    },
  });
}
