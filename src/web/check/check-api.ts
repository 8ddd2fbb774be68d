import type { Request, Response, Server } from "restify";
import type { Attempts } from "../../identity/attempts.ts";
import { type CheckedFile, checkLimits, type Issuer, type KnownAs } from "../../review/check-file.ts";
import type { FileChecks } from "../../review/check-thread.ts";
import { clientAddress, type TrustedProxies } from "../client-address.ts";
import { createFilePlaces } from "../file-places.ts";
import { readMultipartFile } from "../multipart-file.ts";
import type { RequestGuard } from "../request-guard.ts";

export interface CheckApiDeps {
  readonly guard: RequestGuard;
  readonly checks: FileChecks;
  readonly knownAs: (issuer: Issuer) => Promise<KnownAs>;
  /** The DID that this installation signs with; null: it never signed. */
  readonly ownKey: () => Promise<string | null>;
  /** How often one address may check: every file counts. */
  readonly attempts: Attempts;
  readonly trustedProxies: TrustedProxies;
  readonly nowMs: () => number;
}

/** What the page is answered. */
export interface CheckAnswer extends Omit<CheckedFile, "issuers" | "endorsers"> {
  readonly issuers: readonly KnownIssuer[];
  readonly endorsers: readonly KnownIssuer[];
}

export interface KnownIssuer extends Issuer {
  readonly knownAs: KnownAs;
}

/** Files of 4 MB lie in memory while they come in. */
const mostAtOnce = 6;

/** `GET /api/check/key`: the key of this installation, for who has a badge of it and checks it elsewhere.
 *  `POST /api/check` (a multipart form with one `file`): checks a signed file for whoever asks, and keeps nothing of it. */
export function registerCheckApi(server: Server, { guard, checks, knownAs, ownKey, attempts, trustedProxies, nowMs }: CheckApiDeps): void {
  const places = createFilePlaces(mostAtOnce, trustedProxies);
  server.get("/api/check/key", async (_request: Request, response: Response) => {
    response.send(200, { did: await ownKey() });
  });

  server.post("/api/check", async (request: Request, response: Response) => {
    guard.checkMarker(request);
    attempts.begin(clientAddress(request, trustedProxies));
    await places.during(request, async () => {
      const { bytes } = await readMultipartFile(request, "file", checkLimits.maxBytes);
      const checked = await checks.check(bytes, nowMs());
      const known = (issuers: readonly Issuer[]) => Promise.all(issuers.map(async (issuer) => ({ ...issuer, knownAs: await knownAs(issuer) })));
      const [issuers, endorsers] = [await known(checked.issuers), await known(checked.endorsers)];
      response.send(200, { ...checked, issuers, endorsers } satisfies CheckAnswer);
    });
  });
}
