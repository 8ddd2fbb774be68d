import { DirectLine } from "botframework-directlinejs";
import { callApi, listIn, RequestFailedError, textIn, valueIn } from "./api.ts";
import type { Language } from "./words.ts";

export type ConnectionState = "connecting" | "online" | "offline" | "ended";

export interface Outgoing {
  /** Also the activity's id: sending it again repeats nothing. */
  readonly id: string;
  readonly text: string | null;
  readonly value: unknown;
  /** Goes in the place of words. */
  readonly file?: File;
}

export interface Connection {
  /** Sends one message after the other. What did not arrive as far as we know is sent again with the same id. */
  send(message: Outgoing, language: Language): Promise<Sent>;
  /** Tries at once instead of waiting for the next attempt. */
  wake(): void;
  end(): void;
}

/** Whether it arrived; where we are asked to wait, in which words. */
export type Sent = "sent" | "unsure" | { readonly wait: string };

export interface ConnectionEvents {
  readonly onActivity: (activity: unknown) => void;
  readonly onState: (state: ConnectionState) => void;
}

const domain = `${location.origin}/v3/directline`;
/** Turns may wait for a slow model. */
const requestTimeoutMs = 45_000;
const retryDelaysMs = [500, 1000, 2000, 4000, 8000, 15_000, 30_000];
/** After this many sockets that never opened it asks by polling: some networks let no sockets through. */
const socketAttempts = 3;

interface Access {
  readonly token: string;
  readonly conversationId: string;
}

function readAccess(answer: unknown): Access {
  const token = textIn(answer, "token");
  const conversationId = textIn(answer, "conversationId");
  if (token === null || conversationId === null) throw new TypeError("no conversation in the answer");
  return { token, conversationId };
}

/** What an answer says of what was sent; 429: how long to wait, in words for the person. */
async function sentBy(response: Response): Promise<Sent> {
  if (response.ok) return "sent";
  const wait = response.status === 429 ? textIn(valueIn(await response.json(), "error"), "message") : null;
  return wait === null ? "unsure" : { wait };
}

/** The client of Direct Line, kept connected: whatever breaks, it comes back by itself with the same conversation.
 *  @param ready what has to be settled before the first session is asked for */
export function openConnection(language: Language, events: ConnectionEvents, ready: Promise<unknown> = Promise.resolve()): Connection {
  let line: DirectLine | null = null;
  let unsubscribe = () => {};
  let conversationId: string | null = null;
  let granted: Access | null = null;
  let watermark = "";
  let attempts = 0;
  let deafSockets = 0;
  let timer = 0;
  let ended = false;
  let connecting: Promise<void> | null = null;
  let sending: Promise<unknown> = Promise.resolve();

  function state(next: ConnectionState): void {
    if (!ended) events.onState(next);
  }

  /** Tells us what the library keeps to itself: that a socket opened or closed, and how far we are. Activities come from
   *  here, too: the library hands out those of each socket message on a timer of its own, so that the messages of a long
   *  conversation would mix. */
  function observedSocket(): typeof WebSocket {
    return class extends WebSocket {
      constructor(url: string | URL) {
        super(url);
        deafSockets += 1;
        this.addEventListener("open", () => {
          attempts = 0;
          deafSockets = 0;
          state("online");
        });
        this.addEventListener("message", (event: MessageEvent) => {
          if (typeof event.data !== "string" || event.data === "") return;
          const received: unknown = JSON.parse(event.data);
          watermark = textIn(received, "watermark") ?? watermark;
          for (const activity of listIn(received, "activities")) events.onActivity(activity);
        });
        this.addEventListener("close", () => lost());
      }
    };
  }

  function dropLine(): void {
    const old = line;
    line = null;
    unsubscribe();
    unsubscribe = () => {};
    old?.end();
  }

  function lost(): void {
    if (ended || connecting || timer !== 0) return;
    dropLine();
    state("offline");
    const delayMs = retryDelaysMs[Math.min(attempts, retryDelaysMs.length - 1)] ?? 0;
    attempts += 1;
    timer = window.setTimeout(() => void reconnect(), delayMs);
  }

  function finish(): void {
    state("ended");
    ended = true;
    window.clearTimeout(timer);
    dropLine();
  }

  async function access(): Promise<Access> {
    await ready;
    if (conversationId === null) return readAccess(await callApi("POST", "/api/session", { language }));
    // Not a new session: once this one has ended, so has the conversation.
    return readAccess(await callApi("POST", "/v3/directline/tokens/generate", {}));
  }

  async function connect(): Promise<void> {
    const fresh = await access();
    if (ended) return;
    if (conversationId !== null && fresh.conversationId !== conversationId) return finish();
    conversationId = fresh.conversationId;
    granted = fresh;
    const webSocket = deafSockets < socketAttempts;
    const next = new DirectLine({ ...fresh, domain, watermark, webSocket, timeout: requestTimeoutMs, WebSocket: observedSocket() });
    line = next;
    const subscription = next.activity$.subscribe({
      next: (activity) => {
        if (webSocket) return;
        state("online");
        events.onActivity(activity);
      },
      error: () => lost(),
      complete: () => lost(),
    });
    unsubscribe = () => subscription.unsubscribe();
  }

  async function reconnect(): Promise<void> {
    window.clearTimeout(timer);
    timer = 0;
    if (ended || connecting) return connecting ?? undefined;
    dropLine();
    connecting = connect();
    let failed = false;
    try {
      await connecting;
    } catch (error) {
      if (error instanceof RequestFailedError && error.status === 401) finish();
      else failed = true;
    } finally {
      connecting = null;
    }
    if (failed) lost();
  }

  /** Not by the library: it keeps to itself why a message was refused. */
  async function post(message: Outgoing, spoken: Language): Promise<Sent> {
    if (!line || granted === null) return "unsure";
    const activity = {
      type: "message",
      from: { id: "holder" },
      locale: spoken,
      channelData: { clientActivityID: message.id },
      ...(message.text === null ? {} : { text: message.text }),
      ...(typeof message.value === "object" && message.value !== null ? { value: message.value } : {}),
    };
    const giveUp = new AbortController();
    const patience = window.setTimeout(() => giveUp.abort(), requestTimeoutMs);
    try {
      const response = await fetch(`${domain}/conversations/${encodeURIComponent(granted.conversationId)}/activities`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${granted.token}` },
        body: JSON.stringify(activity),
        signal: giveUp.signal,
      });
      return await sentBy(response);
    } catch {
      return "unsure";
    } finally {
      window.clearTimeout(patience);
    }
  }

  /** Sends a file with a token of its own: the library's travels with what it posts, and does not tell why something was refused. */
  async function upload({ id, file }: Outgoing & { readonly file: File }): Promise<Sent> {
    const own = readAccess(await callApi("POST", "/v3/directline/tokens/generate", {}));
    if (own.conversationId !== conversationId) return "unsure";
    const form = new FormData();
    const activity = { type: "message", channelData: { clientActivityID: id } };
    form.append("activity", new Blob([JSON.stringify(activity)], { type: "application/vnd.microsoft.activity" }), "activity");
    // What the file is called is nobody's business.
    form.append("file", file, "file");
    const path = `${domain}/conversations/${encodeURIComponent(conversationId)}/upload`;
    const response = await fetch(path, { method: "POST", headers: { Authorization: `Bearer ${own.token}` }, body: form });
    return sentBy(response);
  }

  async function deliver(message: Outgoing, spoken: Language): Promise<Sent> {
    const { file } = message;
    if (file) return upload({ ...message, file }).catch(() => "unsure" as const);
    const first = await post(message, spoken);
    if (first !== "unsure") return first;
    // A token that ran out, or a connection that dropped: once more with a new one.
    await reconnect();
    return post(message, spoken);
  }

  state("connecting");
  void reconnect();

  return {
    send(message, spoken) {
      const mine = sending.then(() => deliver(message, spoken));
      sending = mine.catch(() => "unsure");
      return mine;
    },
    wake() {
      if (line === null) void reconnect();
    },
    end: finish,
  };
}
