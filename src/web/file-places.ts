import type { IncomingMessage } from "node:http";
import { RefusalError } from "../domain/refusals.ts";
import { clientAddress, type TrustedProxies } from "./client-address.ts";

/** Files lie in memory while they come in: so many at once, and no more than half of them from one address, so that nobody takes all the
 *  places by sending slowly. */
export interface FilePlaces {
  /** @throws {RefusalError} request_too_many */
  during<T>(request: IncomingMessage, work: () => Promise<T>): Promise<T>;
}

/** @param inAll at least 2 */
export function createFilePlaces(inAll: number, trustedProxies: TrustedProxies): FilePlaces {
  const taken = new Map<string, number>();
  const sum = () => [...taken.values()].reduce((all, each) => all + each, 0);
  return {
    async during(request, work) {
      const address = clientAddress(request, trustedProxies);
      const mine = taken.get(address) ?? 0;
      if (mine >= Math.ceil(inAll / 2) || sum() >= inAll)
        throw new RefusalError("request_too_many", "Too many files at once. Try again in a moment", { retryAfterSeconds: 5 });
      taken.set(address, mine + 1);
      try {
        return await work();
      } finally {
        const left = (taken.get(address) ?? 1) - 1;
        if (left > 0) taken.set(address, left);
        else taken.delete(address);
      }
    },
  };
}
