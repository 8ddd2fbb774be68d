import { type Activity, ConnectionStatus, DirectLine } from "botframework-directlinejs";
import { api } from "./api.ts";

export interface IncomingActivity {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly locale?: string;
  readonly from: { readonly role?: string };
  readonly attachments?: readonly { readonly contentType: string; readonly content: Record<string, unknown> }[];
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: string }[] };
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly key?: string;
    readonly kind?: string;
    readonly progress?: { readonly done: number; readonly total: number; readonly label: string };
  };
}

export interface Outgoing {
  readonly text?: string;
  readonly value?: Readonly<Record<string, unknown>>;
  /** The same for a repeated sending, so that nothing is counted twice. */
  readonly clientActivityID: string;
}

export interface ConnectionEvents {
  readonly onActivity: (activity: IncomingActivity) => void;
  readonly onOnline: (online: boolean) => void;
  readonly onEnded: () => void;
}

export interface Connection {
  /** Rejects when the message did not arrive. */
  send(message: Outgoing, locale: string): Promise<void>;
  end(): void;
}

/** Connects to the bot over Direct Line; the log so far comes in first, then what is new. */
export async function connect(language: string | null, events: ConnectionEvents): Promise<Connection> {
  const { token } = await api.openSession(language);
  const directLine = new DirectLine({ token, domain: `${location.origin}/v3/directline`, webSocket: "WebSocket" in globalThis });
  directLine.activity$.subscribe(
    (activity) => events.onActivity(activity as unknown as IncomingActivity),
    // The stream breaks off when the conversation ends; the status below tells of it.
    () => undefined,
  );
  directLine.connectionStatus$.subscribe((status) => {
    if (status === ConnectionStatus.Online) events.onOnline(true);
    else if (status === ConnectionStatus.FailedToConnect) events.onOnline(false);
    else if (status === ConnectionStatus.ExpiredToken) {
      api.openSession(language).then(
        (session) => directLine.reconnect({ token: session.token, conversationId: session.conversationId }),
        () => events.onOnline(false),
      );
    } else if (status === ConnectionStatus.Ended) events.onEnded();
  });
  return {
    send: ({ text, value, clientActivityID }, locale) =>
      new Promise((resolve, reject) => {
        const activity = {
          type: "message",
          locale,
          from: { id: "holder" },
          ...(text === undefined ? {} : { text }),
          ...(value === undefined ? {} : { value }),
          channelData: { clientActivityID },
        } as unknown as Activity;
        directLine.postActivity(activity).subscribe((id) => (id === "retry" ? reject(new Error("not sent")) : resolve()), reject);
      }),
    end: () => directLine.end(),
  };
}
