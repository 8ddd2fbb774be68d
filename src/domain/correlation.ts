import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

const current = new AsyncLocalStorage<string>();

/** Runs work under an id of its own (32 hexadecimal digits, a W3C trace id), which all that it leads to can ask for. */
export function correlated<T>(work: () => T): T {
  return current.run(randomBytes(16).toString("hex"), work);
}

/** The id of the request or job that this is part of; null outside of any. It says nothing about anybody. */
export function correlationId(): string | null {
  return current.getStore() ?? null;
}
