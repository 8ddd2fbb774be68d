/** A request of ours that the server refused. */
export class RequestFailedError extends Error {
  readonly status: number;
  /** What `Retry-After` says; null where it says nothing. */
  readonly retryAfterSeconds: number | null;
  constructor(status: number, retryAfter: string | null = null) {
    super(`the server answered ${status}`);
    this.name = "RequestFailedError";
    this.status = status;
    this.retryAfterSeconds = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null;
  }
}

/** JSON from our own server. @throws {RequestFailedError}, TypeError without a connection */
export async function callApi(method: "GET" | "POST", path: string, body?: object): Promise<unknown> {
  const response = await fetch(path, {
    method,
    credentials: "same-origin",
    headers: { "X-Skillsgesprek": "1", Accept: "application/json", ...(body ? { "Content-Type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new RequestFailedError(response.status, response.headers.get("Retry-After"));
  return response.json();
}

/** A text property of an object from outside, or null. */
export function textIn(value: unknown, key: string): string | null {
  const found = valueIn(value, key);
  return typeof found === "string" ? found : null;
}

export function numberIn(value: unknown, key: string): number | null {
  const found = valueIn(value, key);
  return typeof found === "number" ? found : null;
}

export function valueIn(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.prototype.propertyIsEnumerable.call(value, key) ? Reflect.get(value, key) : undefined;
}

export function listIn(value: unknown, key: string): readonly unknown[] {
  const found = valueIn(value, key);
  return Array.isArray(found) ? found : [];
}
