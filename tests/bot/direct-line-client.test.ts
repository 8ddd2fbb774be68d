import { afterEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { startWebApp, visit, type WebApp } from "../support/web-app.ts";

/** As much of XMLHttpRequest as the client's ajax uses, over fetch. */
class FetchRequest {
  onreadystatechange: (() => void) | null = null;
  ontimeout: ((error: unknown) => void) | null = null;
  onerror: ((error: unknown) => void) | null = null;
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = "";
  responseType = "";
  timeout = 0;
  withCredentials = false;
  #method = "GET";
  #url = "";
  readonly #headers = new Headers();
  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }
  getAllResponseHeaders(): string {
    return "";
  }
  getResponseHeader(): null {
    return null;
  }
  abort(): void {}
  send(body?: string): void {
    fetch(this.#url, { method: this.#method, headers: this.#headers, ...(body === undefined ? {} : { body }) })
      .then(async (answer) => {
        this.status = answer.status;
        this.responseText = await answer.text();
        this.response = this.responseType === "json" ? JSON.parse(this.responseText) : this.responseText;
        this.readyState = 4;
        this.onreadystatechange?.();
      })
      .catch((error: unknown) => this.onerror?.(error));
  }
}

let app: WebApp | undefined;
afterEach(async () => {
  vi.unstubAllGlobals();
  await app?.close();
});

describe.for([{ webSocket: true }, { webSocket: false }])("Microsoft's Direct Line client, over a socket: $webSocket", ({ webSocket }) => {
  test("starts, posts, gets the echo and the answer, and comes back to its log", async () => {
    app = await startWebApp();
    const { token, conversationId } = await visit(app);
    vi.stubGlobal("XMLHttpRequest", FetchRequest);
    vi.stubGlobal("WebSocket", WebSocket);
    const { DirectLine } = await import("botframework-directlinejs");
    const domain = `${app.origin}/v3/directline`;

    const seen: unknown[] = [];
    const client = new DirectLine({ domain, token, webSocket, pollingInterval: 200 });
    const subscription = client.activity$.subscribe((activity) => {
      if (activity.type === "message") seen.push(activity.text);
    });
    await expect.poll(() => seen).toEqual(["Hoi! Wat doe je op een gewone dag?"]);
    const id = await client.postActivity({ type: "message", from: { id: "ignored" }, text: "ik zorg voor mijn oma" }).toPromise();
    await expect.poll(() => seen).toEqual(["Hoi! Wat doe je op een gewone dag?", "ik zorg voor mijn oma", "echo: ik zorg voor mijn oma"]);
    expect(id).toBe(app.runner.turns.at(-1)?.activityId);
    subscription.unsubscribe();
    client.end();

    const again: unknown[] = [];
    const returning = new DirectLine({ domain, token, conversationId, webSocket, pollingInterval: 200 });
    const resubscription = returning.activity$.subscribe((activity) => {
      if (activity.type === "message") again.push(activity.text);
    });
    await expect.poll(() => again).toEqual(seen);
    resubscription.unsubscribe();
    returning.end();
  });
});
