import { randomUUID } from "node:crypto";
import { DirectLineAnswer, type Visitor, visit } from "./web-app.ts";

export interface Heard {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly requestId: string;
  /** Body of an answer that is none. */
  readonly error: { readonly code: string; readonly message: string } | null;
  /** What was said back since the last time. */
  readonly texts: readonly string[];
  /** The question that is open now. */
  readonly question: string;
}

export interface TalkingVisitor {
  readonly visitor: Visitor;
  /** @param origin another process than the first, where there are many */
  say(
    text: string,
    more?: { readonly origin?: string; readonly id?: string; readonly locale?: string; readonly headers?: Record<string, string> },
  ): Promise<Heard>;
  log(origin?: string): Promise<DirectLineAnswer["activities"]>;
  api(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly text: string }>;
}

/** Somebody on the web page, over HTTP, past the notice unless told otherwise. */
export async function talkingVisitor(
  first: string,
  { agree = true, cookie }: { readonly agree?: boolean; readonly cookie?: string } = {},
): Promise<TalkingVisitor> {
  const visitor = await visit({ origin: first }, cookie);
  let seen = 0;
  const headers = { Authorization: `Bearer ${visitor.token}`, "Content-Type": "application/json" };
  const path = `/v3/directline/conversations/${visitor.conversationId}/activities`;

  async function log(origin = first): Promise<DirectLineAnswer["activities"]> {
    const response = await fetch(`${origin}${path}`, { headers });
    if (response.status !== 200) throw new Error(`the log answers ${response.status}`);
    return DirectLineAnswer.parse(await response.json()).activities.filter(({ type }) => type === "message");
  }

  const say: TalkingVisitor["say"] = async (text, more = {}) => {
    const { origin = first, id = randomUUID(), locale = "nl" } = more;
    const body = JSON.stringify({ type: "message", text, locale, channelData: { clientActivityID: id } });
    const response = await fetch(`${origin}${path}`, { method: "POST", headers: { ...headers, ...more.headers }, body });
    const answer = DirectLineAnswer.parse(await response.json());
    const base = {
      status: response.status,
      retryAfter: response.headers.get("retry-after"),
      requestId: response.headers.get("x-request-id") ?? "",
      error: answer.error ?? null,
    };
    if (response.status !== 200) return { ...base, texts: [], question: "" };
    const all = await log(origin);
    const news = all.slice(seen);
    seen = all.length;
    const asked = news.map((each) => each["channelData"]).findLast((data) => typeof data === "object" && data !== null && "question" in data);
    return {
      ...base,
      texts: news.filter(({ from }) => from.role === "bot").map(({ text: said }) => said ?? ""),
      question: typeof asked === "object" && asked !== null && "question" in asked ? String(asked.question) : "",
    };
  };

  const started = await fetch(`${first}/v3/directline/conversations`, { method: "POST", headers, body: JSON.stringify({ locale: "nl" }) });
  if (started.status !== 201) throw new Error(`the conversation did not start: ${started.status}`);
  if (agree) await say("ja");
  return {
    visitor,
    say,
    log,
    async api(method, where, body) {
      const response = await fetch(`${first}${where}`, {
        method,
        headers: { "X-Skillsgesprek": "1", Cookie: visitor.cookie, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, text: await response.text() };
    },
  };
}
