import type { Passport } from "../../../domain/passport.ts";

export class ApiError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`The server answered ${status}`);
    this.status = status;
  }
}

const headers = { "X-Skillsgesprek": "1", "Content-Type": "application/json" };

async function call<T>(method: "GET" | "POST", path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, { method, headers, credentials: "same-origin", ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!response.ok) throw new ApiError(response.status);
  return (await response.json()) as T;
}

export interface OpenedSession {
  readonly token: string;
  readonly conversationId: string;
  readonly returning: boolean;
}

export const api = {
  openSession: (language: string | null) => call<OpenedSession>("POST", "/api/session", language ? { language } : {}),
  endSession: () => call<unknown>("POST", "/api/session/end", {}),
  eraseEverything: () => call<unknown>("POST", "/api/erase", { confirm: "erase_everything" }),
  passport: () => call<Passport>("GET", "/api/passport"),
  change: (action: Readonly<Record<string, unknown>>) => call<Passport>("POST", "/api/passport/events", { actions: [action] }),
};
